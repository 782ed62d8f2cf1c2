//! What the page shows of a call under way.

use super::Call;
use crate::state::{
    AGREED, AnnouncementState, AnnouncementView, AskReason, CallView, ConsentView, Drifting, ItemState, ItemView, ListeningView,
    NoticeView, ParkedView, phase_name,
};
use segue_core::{AgendaItem, Ears, ExceptionKind, Flag, Kept, Lang, Phase, Rung, TIME_TOLERANCE};

impl Call {
    /// The phase that holds.
    pub fn phase(&self) -> Phase {
        self.companion.phase()
    }

    /// True in a chat that was agreed in the middle of the call.
    pub fn chats_by_agreement(&self) -> bool {
        self.companion.session().is_agreed_chat()
    }

    /// Seconds from the start to what was taken in last.
    pub fn now(&self) -> f64 {
        self.now
    }

    /// True once the call is over.
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// How it listens.
    pub fn ears(&self) -> Ears {
        self.ears
    }

    /// Grows with every change that the page can see.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Number of the line on show, if any.
    pub fn cue(&self) -> Option<u32> {
        self.cue.as_ref().map(|cue| cue.id)
    }

    /// The parked topics that were not dropped. Where every word is kept, so are theirs, unasked.
    pub fn parked(&self) -> Vec<ParkedView> {
        let every = self.keeping == Kept::Everything;
        self.parked.iter().flatten().map(|topic| ParkedView { carried: topic.carried || every, ..topic.clone() }).collect()
    }

    /// True if the user asked that this topic goes on to the next call.
    pub fn carries(&self, parked: usize) -> bool {
        self.parked.get(parked).and_then(Option::as_ref).is_some_and(|topic| topic.carried)
    }

    /// Seconds past the planned time; `None` if there are none, or nothing was planned.
    pub fn overrun(&self) -> Option<f64> {
        let planned = self.plan.boundary.planned_seconds()?;
        Some(self.now - planned).filter(|&past| past > 0.0)
    }

    /// Seconds past the planned time, if they are more than nobody minds.
    pub fn late(&self) -> Option<f64> {
        self.overrun().filter(|&seconds| seconds > TIME_TOLERANCE)
    }

    /// Seconds past the planned time, if a reason is due for them.
    pub fn unexplained_overrun(&self) -> Option<f64> {
        let answered = self.reasons.iter().any(|(kind, ..)| *kind == ExceptionKind::Overrun);
        self.late().filter(|_| !answered)
    }

    /// Whether the client is fine with listening: by the answer in this call, or else by what is remembered.
    pub fn consented(&self) -> bool {
        self.marks.consent.unwrap_or_else(|| self.opening.client.consent.as_ref().is_some_and(|consent| consent.given))
    }

    /// Everything the page draws of the call.
    pub fn view(&self, listening: ListeningView, ui: Lang) -> CallView {
        let client = &self.opening.client;
        let asks = self.ears != Ears::None && !self.consented();
        CallView {
            client: client.name.clone(),
            lang: self.plan.boundary.lang,
            kind: self.plan.boundary.kind,
            ears: self.ears,
            now: self.now,
            planned: self.plan.boundary.planned_seconds(),
            phase: if self.chats_by_agreement() { AGREED } else { phase_name(self.phase()) },
            agenda: self.agenda(),
            next_meeting: self.plan.next_meeting.clone(),
            listening,
            ribbon: self.ribbon(),
            drifting: self.drifting(),
            cue: self.cue.clone(),
            parked: self.parked(),
            notes: self.notes.clone(),
            snoozed_until: self.snoozed_until,
            announcement: self.announcement(),
            consented: self.consented(),
            consent: asks.then(|| ConsentView { text: crate::note::consent(client, self.keeping) }),
            ask_reason: self.unexplained_overrun().map(|seconds| AskReason { kind: ExceptionKind::Overrun, seconds }),
            chat_over: self.companion.session().is_chat_over(),
            notices: self.notices.iter().map(|notice| notice.in_words(ui)).collect(),
        }
    }

    fn agenda(&self) -> Vec<ItemView> {
        let times = self.items.iter().zip(self.reached.iter().zip(&self.finished));
        let view = |(item, (&state, (&since, &until))): (&AgendaItem, (&ItemState, (&Option<f64>, &Option<f64>)))| ItemView {
            text: item.text.clone(),
            minutes: item.minutes,
            state,
            since,
            until,
        };
        self.plan.agenda.iter().zip(times).map(view).collect()
    }

    /// Seconds of private talk in the drift: what was heard of it, or by the clock where nothing is. While something serious is told,
    /// only who pressed the key for it calls it one, and what was told counts for no drift after it.
    fn drifting(&self) -> Option<Drifting> {
        let serious = self.companion.session().is_serious();
        let drift = self.drift.as_ref().filter(|drift| drift.marked.is_some() || !serious)?;
        let heard = drift.from.map_or(0.0, |from| {
            let private = self
                .utterances
                .iter()
                .zip(&self.readings)
                .skip(from)
                .filter(|(_, reading)| reading.label.is_private() && !reading.flags.has(Flag::Serious));
            private.map(|(heard, _)| heard.end - heard.start).sum()
        });
        let private = drift.marked.map_or(heard, |marked| heard.max(self.followed_since(marked)));
        // The page counts from then on.
        Some(Drifting { since: drift.since + self.away_since(drift.since), private })
    }

    /// What I wrote for the announcement that is due; nothing if none is, or nothing was written.
    pub(super) fn script(&self) -> Option<&str> {
        let written = self.opening.client.due_announcement()?;
        Some(written.script.as_str()).filter(|script| !script.trim().is_empty())
    }

    /// The announcement that is due. What was put off, or gives way to another line, is out of the way: one text at a time.
    fn announcement(&self) -> Option<AnnouncementView> {
        let script = self.opening.client.due_announcement()?.script.clone();
        let session = self.companion.session();
        let asked = || self.cue.as_ref().is_some_and(|cue| cue.rung == Rung::Announce);
        let its_turn = self.phase() == Phase::Announcement && self.cue.is_none() && !session.is_announcement_put_away();
        let state = if self.marks.announced {
            AnnouncementState::Said
        } else if its_turn || asked() {
            AnnouncementState::Now
        } else {
            AnnouncementState::Due
        };
        Some(AnnouncementView { script, state })
    }
}

/// Something the user was told about the listening, in both languages: the page may be read in another one by then.
pub(super) struct Notice {
    pub at: f64,
    pub english: String,
    pub russian: String,
}

impl Notice {
    fn in_words(&self, ui: Lang) -> NoticeView {
        let text = if ui == Lang::En { &self.english } else { &self.russian };
        NoticeView { at: self.at, text: text.clone() }
    }
}

#[cfg(test)]
mod tests {
    use crate::call::Call;
    use crate::happening::{Entry, Happening, HeardWords, Opening};
    use crate::state::{AnnouncementState, ListeningView};
    use segue_core::session::{Floor, Key};
    use segue_core::{AgendaItem, AnnouncementWishes, Client, Lang, Role, Rung, Speaker, Utterance, Words};
    use segue_phrasebook::LineMemory;

    /// "The talk has drifted: 0:26" stood beside "my husband had a stroke last night" and its note.
    #[test]
    fn no_drift_is_counted_while_something_serious_is_told() {
        let merry = "On Saturday my uncle danced on the table at my sister's wedding, everybody was laughing.";
        for (told, drifting) in [(merry, true), ("My husband had a stroke last night. He is in hospital.", false)] {
            let client = Client::named("Viktor");
            let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
            let mut call = Call::new(opening);
            let work = "I moved the calendar above the price, and the invoice for October is ready.";
            for (place, text) in (0..).zip([work, work, merry, merry, merry, told]) {
                let start = 7.0 * f64::from(place);
                let speaker = Speaker { name: String::new(), role: Role::Client };
                let utterance = Utterance { start, end: start + 6.0, speaker, text: Words::new(text) };
                call.take(Entry {
                    at: start + 6.5,
                    happening: Happening::Heard(Box::new(HeardWords::new(utterance, Floor::Open))),
                });
            }
            call.advance(44.0);
            let view = call.view(ListeningView::default(), Lang::En);
            assert_eq!((view.drifting.is_some(), view.notes.is_empty()), (drifting, drifting), "{told}");
            assert_eq!(view.cue.is_some_and(|cue| cue.rung == Rung::Humane), !drifting, "{told}");
        }
    }

    /// The clock on the page went on with the minutes that were agreed before, and so did the record of the call.
    #[test]
    fn the_clock_is_the_new_one_once_it_is_announced() {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(40.0);
        let wishes = AnnouncementWishes { change: "work-only".into(), minutes: Some(20.0), ..AnnouncementWishes::default() };
        segue_weeks::keep_announcement(&mut client, &wishes, String::new(), jiff::civil::date(2026, 11, 26));
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        let planned = |call: &Call| call.view(ListeningView::default(), Lang::En).planned;
        assert_eq!(planned(&call), Some(2400.0));
        call.take(Entry { at: 5.0, happening: Happening::Key { key: Key::Announced } });
        assert_eq!(planned(&call), Some(1200.0));
        let record = call.record(&call.debrief(Lang::En));
        assert_eq!((record.planned, record.allowed_at_end), (Some(1200.0), 0.0));
    }

    /// The page learnt of it only when something else happened.
    #[test]
    fn the_reason_for_an_overrun_is_asked_when_it_is_due() {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(1.0);
        let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        call.advance(179.9);
        assert!(call.view(ListeningView::default(), Lang::En).ask_reason.is_none());
        let before = call.revision();
        call.advance(180.1);
        assert!(call.view(ListeningView::default(), Lang::En).ask_reason.is_some());
        assert!(call.revision() > before);
    }

    /// Two texts stood there at once, and "I said it" beside the short one, which announces nothing, counted as the announcement.
    #[test]
    fn what_is_to_be_said_at_the_announcement_is_the_announcement() {
        for (script, shown) in [("From now on our calls are about the work.", true), (" ", false)] {
            let mut client = Client::named("Viktor");
            segue_weeks::keep_announcement(
                &mut client,
                &AnnouncementWishes::default(),
                script.into(),
                jiff::civil::date(2026, 11, 26),
            );
            let opening = Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
            let mut call = Call::new(opening);
            call.take(Entry { at: 5.0, happening: Happening::Key { key: Key::NextItem } });
            call.advance(20.0);
            let cue = call.view(ListeningView::default(), Lang::En).cue.unwrap();
            assert_eq!((cue.rung, cue.text == script), (Rung::Announce, shown));
            assert!(!cue.text.trim().is_empty());
            // The debrief told of a line that nobody had seen.
            assert_eq!(call.debrief(Lang::En).cues[0].text, cue.text);
        }
    }

    /// After "not now" the whole text stood there as "now is the moment", beside another line.
    #[test]
    fn an_announcement_that_was_put_off_is_put_away() {
        let mut client = Client::named("Viktor");
        segue_weeks::keep_announcement(
            &mut client,
            &AnnouncementWishes::default(),
            "From now on our calls are about the work.".into(),
            jiff::civil::date(2026, 11, 26),
        );
        let agenda = AgendaItem::typed("Logo").into_iter().collect();
        let mut call = Call::new(Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() });
        let state = |call: &Call| call.view(ListeningView::default(), Lang::En).announcement.map(|due| due.state);
        let mut press = |at: f64, key: Key| {
            call.take(Entry { at, happening: Happening::Key { key } });
            call.advance(at + 1.0);
            (state(&call), call.cue.as_ref().map(|cue| cue.rung))
        };
        assert_eq!(press(5.0, Key::NextItem), (Some(AnnouncementState::Now), Some(Rung::Announce)));
        assert_eq!(press(10.0, Key::NotNow), (Some(AnnouncementState::Due), None));
        assert_eq!(press(20.0, Key::Drifted), (Some(AnnouncementState::Now), Some(Rung::Announce)), "the key asks for it");
        assert_eq!(press(25.0, Key::Drifted), (Some(AnnouncementState::Due), Some(Rung::Park)), "one text at a time");
        assert_eq!(press(30.0, Key::SaidIt), (Some(AnnouncementState::Due), None));
        assert_eq!(press(31.0, Key::SaidIt), (Some(AnnouncementState::Due), None));
        // While it is read out its line goes, and the text stays.
        assert_eq!(press(40.0, Key::Announced), (Some(AnnouncementState::Said), None));
    }

    /// "The agenda items take 12 min" stayed there when the page was read in Russian.
    #[test]
    fn notices_are_in_the_language_of_the_page() {
        let opening =
            Opening { client: Client::default(), agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() };
        let mut call = Call::new(opening);
        let both =
            Happening::Notice { text: "The call goes on.".into(), russian: "Разговор продолжается.".into() };
        // One written down by an earlier version is as it was.
        for happening in [both, Happening::Notice { text: "Lost.".into(), russian: String::new() }] {
            call.take(Entry { at: 5.0, happening });
        }
        let told = |ui| call.view(ListeningView::default(), ui).notices.into_iter().map(|notice| notice.text).collect::<Vec<_>>();
        assert_eq!(told(Lang::En), ["The call goes on.", "Lost."]);
        assert_eq!(told(Lang::Ru), ["Разговор продолжается.", "Lost."]);
    }
}
