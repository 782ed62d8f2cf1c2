//! A call that is over: its debrief, its departures from the plan, and what is remembered of it.

use super::{Call, Shown};
use crate::happening::{HeardWords, Opening};
use crate::state::{AfterView, ExceptionView, ParkedView, UtteranceView};
use segue_call::{CallOver, heard_enough, remembered, said, setting, sittings, weigh};
use segue_core::debrief::{Debrief, DebriefUtterance, Parked, ParkedFate, PhaseSpan, ShownCue};
use segue_core::{
    Address, CallRecord, CueRecord, Exception, ExceptionKind, Flag, Kept, Label, Lang, Learned, Phase, Probabilities, Reading,
    Rung, Speaker, Timing, Utterance, Words, talk_tolerance,
};
use segue_phrasebook::{LineMemory, Phrasebook};
use segue_topic::{Model, read_both};
use segue_weeks::{Judged, reason_in_words, usual_reason};

/// Business speech in seconds that makes a beginning or keeps an end from having come.
const BUSINESS: f64 = 12.0;
/// Seconds after a drift within which its topic is parked.
const PARKED_WITHIN: f64 = 30.0;

impl Call {
    /// How it began.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// What is kept of it.
    pub fn keeping(&self) -> Kept {
        self.keeping
    }

    /// True if the new boundary was announced in it.
    pub fn announced(&self) -> bool {
        self.marks.announced
    }

    /// What is known of lines with this client, this call included.
    pub fn lines(&self) -> &LineMemory {
        self.companion.memory()
    }

    /// The debrief, with what the user put right.
    pub fn debrief(&self, ui: Lang) -> Debrief {
        let utterances = self.heard();
        let whole = self.whole(&utterances);
        let weights: Vec<f64> = self.utterances.iter().map(weight_of).collect();
        let items: Vec<_> = self.utterances.iter().map(|heard| heard.understood.and_then(|understood| understood.item)).collect();
        let chats = self.phases.iter().filter(|span| self.marks.agreed_chat && span.phase == Phase::ClosingChat);
        let agreed: Vec<_> = chats.copied().collect();
        let closing = self.closing();
        let mut debrief = segue_call::debrief(CallOver {
            plan: &self.plan,
            name: self.opening.client.name.clone(),
            timing: Timing::Spoken,
            sittings: sittings(&utterances, Timing::Spoken),
            utterances: &utterances,
            weights: &weights,
            live: &self.readings,
            whole: &whole,
            items: &items,
            phases: self.phases.clone(),
            // A line before what was fine after all tells nothing of it.
            cues: self.shown.iter().filter(|shown| !shown.fine).map(|shown| shown.cue.clone()).collect(),
            marked: &self.marked,
            away: &self.away,
            pressed: self.marks.pressed,
            accompanied: true,
            announced: self.marks.announced,
            reached: &self.reached_in_earnest(),
            agreed: &agreed,
            closing: &closing,
            noted: &self.noted,
            seconds: self.now,
            skipped: self.skipped,
            problems: Vec::new(),
            began: None,
            ui,
        });
        debrief.cues = self.shown.iter().map(|shown| shown.cue.clone()).collect();
        self.merge_parked(&mut debrief);
        if let Some(overrun) = &mut debrief.overrun {
            overrun.reason = self.reason_of_overrun(ui);
        }
        debrief
    }

    /// Why the call ran over, as it was answered.
    fn reason_of_overrun(&self, ui: Lang) -> Option<Words> {
        let (_, reason, theirs) = self.reasons.iter().rfind(|(kind, ..)| *kind == ExceptionKind::Overrun)?;
        let came_from_them =
            if ui == Lang::En { "It came from them." } else { "Причина со стороны клиента." };
        let reason = if *theirs && reason.is_empty() { came_from_them.to_owned() } else { reason_in_words(reason, ui) };
        Some(Words::new(&reason)).filter(|reason| !reason.is_empty())
    }

    /// Chats with their goodbyes into which segue let the talk go: a line brought parked topics back, or no work came after.
    fn closing(&self) -> Vec<PhaseSpan> {
        let chats = self.phases.chunk_by(|a, b| [a, b].iter().all(|span| span.phase.closes()));
        let chats = chats.filter_map(|chat| chat.first().filter(|span| span.phase.closes()).zip(chat.last()));
        let invited = |start: f64, end: f64| {
            let returns = |shown: &Shown| shown.cue.rung == Rung::Return && (start..=end).contains(&shown.cue.at);
            self.shown.iter().any(returns) || self.phases.last().is_some_and(|last| last.end <= end)
        };
        let chats = chats.map(|(first, last)| PhaseSpan { end: last.end, ..*first });
        chats.filter(|chat| invited(chat.start, chat.end)).collect()
    }

    /// Topics parked in the call come into the debrief, unless the debrief found them itself.
    fn merge_parked(&self, debrief: &mut Debrief) {
        let last = self.utterances.len().saturating_sub(1);
        let topics: Vec<_> = self.parked.iter().flatten().filter(|topic| !topic.earlier).collect();
        let mut by_time = only_by_time(debrief, &topics);
        for topic in topics {
            let index = self.utterances.iter().rposition(|heard| heard.start <= topic.at).unwrap_or(0).min(last);
            match found_already(debrief, topic, &mut by_time).and_then(|place| debrief.parked.get_mut(place)) {
                Some(known) => {
                    if known.fate == ParkedFate::Lost || topic.fate == ParkedFate::Returned {
                        known.fate = topic.fate;
                    }
                    if known.topic.is_empty() || topic.named {
                        known.topic = topic.topic.clone();
                    }
                }
                None => debrief.parked.push(Parked { index, at: topic.at, topic: topic.topic.clone(), fate: topic.fate }),
            }
        }
    }

    fn heard(&self) -> Vec<Utterance> {
        let one = |heard: &HeardWords| Utterance {
            start: heard.start,
            end: heard.end,
            speaker: Speaker { name: String::new(), role: heard.role },
            text: heard.words.clone().unwrap_or_default(),
        };
        self.utterances.iter().map(one).collect()
    }

    /// Labels with the whole call in view; where words are missing, those of the live way.
    /// The model reads once; what the user puts right comes on top, as often as it is put right.
    fn whole(&self, utterances: &[Utterance]) -> Vec<Reading> {
        let read = || {
            if utterances.iter().any(|utterance| utterance.text.is_empty()) {
                return self.readings.clone();
            }
            let model = Model::embedded();
            read_both(model, setting(model, &self.plan, Timing::Spoken), &said(utterances)).1
        };
        let mut whole = self.whole.get_or_init(read).clone();
        for &(from, to, label) in &self.corrections {
            let last = to.min(whole.len().saturating_sub(1));
            if let Some(stretch) = whole.get_mut(from..=last).filter(|_| from <= last) {
                // The user vouches for the label, not for the flags.
                for reading in stretch {
                    (reading.label, reading.probabilities) = (label, Probabilities::certain(label));
                }
            }
        }
        whole
    }

    /// What the user put right in it, as the next call with the client needs it.
    pub fn learned(&self, debrief: &Debrief) -> Learned {
        let mut learned = Learned::default();
        let before = self.whole.get().map_or(&[][..], Vec::as_slice);
        for private in [false, true] {
            // Only what the model had taken for the other kind teaches something.
            let put_right = |i: usize| {
                let last = self.corrections.iter().rev().find(|(from, to, _)| (*from..=*to).contains(&i));
                last.is_some_and(|(.., label)| label.is_private() == private && *label != Label::Framing)
                    && before.get(i).is_some_and(|reading| reading.label.is_private() != private)
            };
            let rows = debrief.utterances.iter().zip(&self.utterances).enumerate();
            let utterances = rows.filter_map(|(i, (row, heard))| {
                let marked = put_right(i);
                (marked || row.label.is_private() != private).then_some((heard.words.as_ref()?.as_str(), marked))
            });
            let words = Model::embedded().words_of_marked(utterances);
            *(if private { &mut learned.private } else { &mut learned.business }) = words;
        }
        learned
    }

    /// Departures from the plan, with the reasons given so far.
    pub fn exceptions(&self, debrief: &Debrief) -> Vec<Exception> {
        let boundary = &self.plan.boundary;
        let (greeting, closing) = self.chat_around(debrief);
        let agreed = if self.marks.agreed_chat { self.closing_chats(debrief) } else { 0.0 };
        // As the call is judged when weeks are looked at: what nobody minds is no departure.
        let tolerance = talk_tolerance(debrief.talk.total.total(), debrief.talk.unit);
        let past = |seconds: f64| Some(seconds).filter(|&seconds| seconds > tolerance);
        let found = [
            (ExceptionKind::LongGreeting, past(greeting - boundary.greeting_chat())),
            (ExceptionKind::AgreedChat, past(agreed - boundary.closing_chat())),
            (ExceptionKind::LongClosing, past(closing - boundary.closing_chat()).filter(|_| !self.marks.agreed_chat)),
            (ExceptionKind::Overrun, self.late()),
            (ExceptionKind::Moved, None),
        ];
        let with_reason = |(kind, seconds): (ExceptionKind, Option<f64>)| {
            let given = self.reasons.iter().position(|(known, ..)| *known == kind);
            // A reason given for a departure that cannot be measured, or is too small to be found, is still kept.
            let seconds = seconds.or_else(|| given.map(|_| 0.0))?;
            let reason = given.map_or_else(String::new, |place| self.reasons[place].1.clone());
            // What came from them explains all of the call, until that is taken back.
            let theirs = self.reasons.last().is_some_and(|(.., theirs)| *theirs);
            Some(Exception { kind, seconds, reason, theirs, note_sent: None })
        };
        let mut exceptions: Vec<_> = found.into_iter().filter_map(with_reason).collect();
        // Private talk in the middle, where nothing else says what departed.
        let so_far = CallRecord { exceptions: exceptions.clone(), ..self.measured(debrief) };
        let judged = Judged::of(&so_far);
        let unnoted = judged.departures.iter().find(|one| one.kind == ExceptionKind::PrivateTalk).map(|one| one.seconds);
        exceptions.extend(with_reason((ExceptionKind::PrivateTalk, unnoted)));
        // So is what was left of the agenda, and of the time for it.
        for kind in [ExceptionKind::EndedEarly, ExceptionKind::ItemsLeft] {
            let left = judged.unfinished.as_ref().filter(|one| one.kind == kind).map(|one| one.seconds);
            exceptions.extend(with_reason((kind, left)));
        }
        exceptions
    }

    /// Seconds of private speech in the agreed chats and the one at the end; where nothing was heard of one, it is all of it.
    fn closing_chats(&self, debrief: &Debrief) -> f64 {
        let chat = |span: &PhaseSpan| {
            let within = |heard: &HeardWords| (span.start..span.end).contains(&f64::midpoint(heard.start, heard.end));
            let heard = self.utterances.iter().zip(&debrief.utterances).filter(|(heard, _)| within(heard));
            let rows: Vec<_> = heard.map(|(heard, row)| (row.label, weight_of(heard))).collect();
            if rows.is_empty() {
                let away = self.away.iter().map(|(from, to)| (to.min(span.end) - from.max(span.start)).max(0.0)).sum::<f64>();
                return span.end - span.start - away;
            }
            rows.iter().filter(|(label, _)| label.is_private()).map(|(_, weight)| weight).sum()
        };
        self.phases.iter().filter(|span| span.phase == Phase::ClosingChat).map(chat).sum()
    }

    /// Private seconds before the first business and after the last.
    fn chat_around(&self, debrief: &Debrief) -> (f64, f64) {
        let rows = || debrief.utterances.iter().map(|row| row.label).zip(self.utterances.iter().map(weight_of));
        fn private(rows: impl Iterator<Item = (Label, f64)>) -> f64 {
            let mut business = 0.0;
            let before = rows.take_while(|(label, weight)| {
                business += if *label == Label::Business { *weight } else { 0.0 };
                business < BUSINESS
            });
            before.filter(|(label, _)| label.is_private()).map(|(_, weight)| weight).sum()
        }
        let greeting = private(rows());
        let closing = private(rows().collect::<Vec<_>>().into_iter().rev());
        // A call without business at all was one chat; it counts once.
        let all: f64 = rows().filter(|(label, _)| *label == Label::Business).map(|(_, weight)| weight).sum();
        if all < BUSINESS { (greeting, 0.0) } else { (greeting, closing) }
    }

    /// What trends are made from.
    pub fn record(&self, debrief: &Debrief) -> CallRecord {
        CallRecord { exceptions: self.exceptions(debrief), ..self.measured(debrief) }
    }

    /// The same without its departures from the plan.
    fn measured(&self, debrief: &Debrief) -> CallRecord {
        let (greeting, closing_chat) = if self.is_measured() { self.chat_around(debrief) } else { (0.0, 0.0) };
        CallRecord {
            id: self.opening.started.timestamp().as_millisecond(),
            client: self.opening.client.name.clone(),
            started: self.opening.started.timestamp(),
            zone: self.opening.started.time_zone().iana_name().unwrap_or_default().to_owned(),
            greeting,
            closing_chat,
            cues: self
                .shown
                .iter()
                .filter(|shown| !shown.fine)
                .map(|shown| CueRecord {
                    at: shown.cue.at,
                    line: shown.cue.line.clone(),
                    rung: shown.cue.rung.name().to_owned(),
                    said: shown.answer,
                    returned_after: shown.cue.returned_after,
                })
                .collect(),
            exceptions: Vec::new(),
            announced: self.marks.announced,
            ..self.without_guesses(remembered(debrief, &self.plan))
        }
    }

    /// True if nearly all of the talk was heard.
    fn is_measured(&self) -> bool {
        let unfollowed = Some(self.now).filter(|_| !self.marks.pressed);
        heard_enough(self.utterances.iter().map(weight_of).sum(), self.skipped, unfollowed)
    }

    /// Figures of talk that was heard; of any other, the clock alone has some.
    fn without_guesses(&self, record: CallRecord) -> CallRecord {
        if self.is_measured() {
            return record;
        }
        let agenda = record.agenda.into_iter().filter(|(_, reached)| *reached).collect();
        CallRecord { talk: Vec::new(), drifts: Vec::new(), feeding: Vec::new(), agenda, ..record }
    }

    /// Everything the page draws of the call just over.
    pub fn after(&self, debrief: &Debrief, ui: Lang) -> AfterView {
        let record = self.record(debrief);
        let judged = Judged::of(&record);
        // Nobody is asked for the reason of what is within what was agreed; one that was given stays.
        let asked = |one: &Exception| !one.reason.is_empty() || one.theirs || judged.told().any(|told| told.kind == one.kind);
        let exceptions = record.exceptions.iter().filter(|one| asked(one)).cloned();
        let row = |row: &segue_core::debrief::DebriefUtterance| UtteranceView {
            index: row.index,
            start: row.start,
            end: row.end,
            speaker: row.speaker.clone(),
            role: row.role,
            label: row.label,
            text: row.text.clone(),
            flags: row.flags,
        };
        AfterView {
            client: self.opening.client.name.clone(),
            headline: debrief.headline.clone(),
            seconds: debrief.seconds,
            planned: self.plan.boundary.planned_seconds(),
            private_share: (debrief.told().total() > 0.0).then(|| debrief.private_share()),
            private_minutes: debrief.private_talk() / 60.0,
            cost: debrief.cost.as_ref().map(|cost| segue_report::money_in_words(cost, ui)),
            utterances: debrief.utterances.iter().map(row).collect(),
            parked: self.parked_after(debrief),
            note_due: judged.departs() || judged.unfinished.is_some(),
            exceptions: exceptions
                .map(|Exception { kind, seconds, reason, theirs, .. }| {
                    let usual = usual_reason(&reason);
                    ExceptionView { kind, seconds, reason, usual, theirs }
                })
                .collect(),
            keeping: self.keeping,
            listened: self.marks.listened,
        }
    }

    /// The parked topics, and which of this call's were taken up again before its end.
    fn parked_after(&self, debrief: &Debrief) -> Vec<ParkedView> {
        let mut parked = self.parked();
        let mut by_time = only_by_time(debrief, &parked.iter().filter(|topic| !topic.earlier).collect::<Vec<_>>());
        for topic in parked.iter_mut().filter(|topic| !topic.earlier && topic.fate == ParkedFate::Parked) {
            if let Some(known) = found_already(debrief, topic, &mut by_time).and_then(|place| debrief.parked.get(place)) {
                topic.fate = known.fate;
            }
        }
        parked
    }

    /// The topics to be carried to the next call, of those that still wait: their few words are words of the talk, so of this
    /// call's only those that the user asked to keep, or all where every word is kept.
    pub fn carried(&self, debrief: &Debrief) -> Vec<Words> {
        let waits = |topic: &ParkedView| topic.fate == ParkedFate::Parked && topic.carried && !topic.topic.is_empty();
        self.parked_after(debrief).into_iter().filter(waits).map(|topic| topic.topic).collect()
    }
}

/// Topics of the debrief that none of these has the words of: each is one of them at most, by its time.
fn only_by_time(debrief: &Debrief, topics: &[&ParkedView]) -> Vec<usize> {
    let by_time = |known: &Parked| known.topic.is_empty() || topics.iter().all(|topic| topic.topic != known.topic);
    (0..debrief.parked.len()).filter(|&place| by_time(&debrief.parked[place])).collect()
}

/// Where the debrief has a topic that was parked in the call: by its words, or else by its time among these places, since with
/// the whole call in view a drift often begins a turn earlier.
fn found_already(debrief: &Debrief, topic: &ParkedView, by_time: &mut Vec<usize>) -> Option<usize> {
    let end = |known: &Parked| debrief.drifts.iter().find(|drift| drift.from == known.index).map_or(known.at, |drift| drift.end);
    let parked_in = |known: &Parked| known.at <= topic.at && topic.at <= end(known) + PARKED_WITHIN;
    let by_words = debrief.parked.iter().position(|known| !known.topic.is_empty() && known.topic == topic.topic);
    by_words.or_else(|| by_time.iter().rposition(|&place| parked_in(&debrief.parked[place])).map(|i| by_time.remove(i)))
}

fn weight_of(heard: &HeardWords) -> f64 {
    weigh(heard.end - heard.start, heard.count, Timing::Spoken)
}

/// A line that brings back what was put aside, without the name of it.
fn without_topic(cue: &ShownCue) -> String {
    let book = Phrasebook::built_in();
    let forms = [Address::Ty, Address::Vy].into_iter().filter_map(|address| book.open_line(&cue.line, address));
    let mut open = forms.filter(|line| !line.contains('…') || line.split('…').all(|part| cue.text.contains(part)));
    open.next().map_or_else(|| "…".to_owned(), |line| if line.contains('…') { line } else { cue.text.clone() })
}

/// The debrief as it may be kept: without the words that the keeping rule drops.
pub(crate) fn kept(debrief: &Debrief, what: Kept) -> Option<Debrief> {
    if matches!(what, Kept::Nothing | Kept::Figures) {
        return None;
    }
    let mut debrief = debrief.clone();
    if what == Kept::BusinessWords {
        // What brings the talk back often names what it leaves.
        let leads_back: Vec<_> = debrief.drifts.iter().filter_map(|drift| drift.returned_at).collect();
        let goes = |row: &DebriefUtterance| {
            row.probabilities.may_be_private(row.label) || row.flags.has(Flag::SteerBack) || leads_back.contains(&row.index)
        };
        debrief.utterances.iter_mut().filter(|row| goes(row)).for_each(|row| row.text = Words::default());
        for drift in &mut debrief.drifts {
            drift.topic = Words::default();
            drift.returned_with = None;
        }
        debrief.feeding.iter_mut().flatten().for_each(|moment| moment.text = Words::default());
        debrief.parked.clear();
        debrief.notes.clear();
        debrief.cues.iter_mut().filter(|cue| cue.rung == Rung::Return).for_each(|cue| cue.text = without_topic(cue));
    }
    Some(debrief)
}

#[cfg(test)]
mod tests;
