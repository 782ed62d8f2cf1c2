//! What was to be talked about: parked topics and the agenda, the planned time and the file itself.

use super::{Entry, Section, Topic, Writer};
use crate::wording::{Message, ended, readable, sentence};
use segue_core::debrief::ParkedFate;
use segue_core::{A_REMARK, TIME_TOLERANCE};

impl Writer<'_> {
    pub(super) fn parked(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let mut section = Section::new(Topic::Parked, texts.say(Message::ParkedTitle));
        section.entries = debrief
            .parked
            .iter()
            .map(|parked| Entry {
                moment: Some(self.moment(parked.at, parked.index)),
                done: Some(parked.fate == ParkedFate::Returned),
                quote: self.quote(&parked.topic),
                details: vec![texts.fate(parked.fate, debrief.kind, debrief.timing)],
                quiet: parked.fate == ParkedFate::Returned,
                ..Entry::default()
            })
            .collect();
        (!section.entries.is_empty()).then_some(section)
    }

    /// Some of a live call was not recognised.
    pub(super) fn partly_heard(&self) -> bool {
        self.debrief.accompanied && !self.debrief.problems.is_empty()
    }

    pub(super) fn agenda(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let all = debrief.agenda.len();
        if all == 0 {
            return None;
        }
        let reached = debrief.agenda.iter().filter(|item| item.reached_at.is_some()).count();
        let not_reached = if self.partly_heard() { Message::AgendaNotHeard } else { Message::AgendaNotReached };
        let mut section = Section::new(Topic::Agenda, texts.say(Message::AgendaTitle));
        section.lead.push(if reached == all {
            texts.say(Message::AgendaAllReached)
        } else {
            texts.fill(Message::AgendaReached, [("reached", reached.into()), ("all", all.into())])
        });
        section.entries = debrief
            .agenda
            .iter()
            .map(|item| Entry {
                moment: item.reached_at.zip(item.index).map(|(at, index)| self.moment(at, index)),
                done: Some(item.reached_at.is_some()),
                what: readable(&item.text),
                details: item.reached_at.is_none().then(|| texts.say(not_reached)).into_iter().collect(),
                ..Entry::default()
            })
            .collect();
        Some(section)
    }

    pub(super) fn overrun(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let overrun = debrief.overrun.as_ref().filter(|overrun| overrun.seconds > A_REMARK)?;
        let mut section = Section::new(Topic::Overrun, texts.say(Message::OverrunTitle));
        let values = [("over", texts.duration(overrun.seconds).into()), ("planned", texts.duration(overrun.planned).into())];
        section.lead.push(texts.fill(Message::OverrunBy, values));
        if let Some(reason) = &overrun.reason {
            let reason = ended(sentence(&readable(reason.as_str())));
            section.lead.push(texts.fill(Message::OverrunReason, [("reason", reason.into())]));
        }
        // Who said a word of their own did not make the call longer, nor is it said of what was serious.
        let private = overrun.private - debrief.serious_talk();
        // Nothing is made of what nobody minds.
        if private < 1.0 || overrun.seconds <= TIME_TOLERANCE || debrief.talk.is_private_a_remark() {
            return Some(section);
        }
        let values = [("private", texts.duration(private).into())];
        section.lead.push(texts.fill(Message::OverrunPrivate, values));
        if private >= overrun.seconds {
            section.lead.push(texts.say(Message::OverrunEnough));
        }
        Some(section)
    }

    pub(super) fn problems(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        if debrief.problems.is_empty() {
            return None;
        }
        // A call has no file: what is missing was not recognised.
        let title = if debrief.accompanied { Message::ProblemsUnheard } else { Message::ProblemsTitle };
        let mut section = Section::new(Topic::Problems, texts.say(title));
        section.lead.extend((!debrief.accompanied).then(|| texts.say(Message::ProblemsLead)));
        section.entries = debrief
            .problems
            .iter()
            .map(|problem| {
                let what = readable(&problem.what);
                let line =
                    |line: usize| texts.fill(Message::ProblemsLine, [("line", line.into()), ("what", what.clone().into())]);
                Entry { what: problem.line.map_or_else(|| what.clone(), line), ..Entry::default() }
            })
            .collect();
        Some(section)
    }
}
