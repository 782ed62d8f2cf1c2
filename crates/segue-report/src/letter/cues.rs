//! Lines that segue would have shown.

use super::{Entry, Section, Topic, Writer};
use crate::wording::{Message, yes};
use segue_core::Rung;
use segue_core::debrief::{Excuse, NoteKind, ShownCue};

impl Writer<'_> {
    /// Left out where there was neither a line nor a reason for one, nor an announcement.
    pub(super) fn cues(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let no_reason = debrief.drifts.iter().all(|drift| drift.excused.is_some());
        if debrief.cues.is_empty() && no_reason && !debrief.announced && !debrief.announcement_missed {
            return None;
        }
        let mut section = Section::new(Topic::Cues, texts.of_lines(Message::CuesTitle, debrief));
        if debrief.cues.is_empty() {
            section.lead.push(texts.of_lines(Message::CuesNone, debrief));
        }
        if debrief.announced {
            section.lead.push(texts.say(Message::CuesAnnounced));
        }
        if debrief.announcement_missed {
            let serious = yes(debrief.notes.iter().any(|note| note.kind == NoteKind::Serious));
            section.lead.push(texts.fill(Message::CuesNotAnnounced, [("serious", serious)]));
        }
        // The announcement is one text, however often it was offered: it is told where it was said, or else first.
        let announcing = || debrief.cues.iter().filter(|cue| cue.rung == Rung::Announce);
        let offered = announcing().count();
        let told = announcing().find(|cue| cue.said).or_else(|| announcing().next());
        let is_told = |cue: &&ShownCue| cue.rung != Rung::Announce || told.is_some_and(|told| std::ptr::eq(told, *cue));
        section.entries = debrief
            .cues
            .iter()
            .filter(is_told)
            .map(|cue| {
                let again = (cue.rung == Rung::Announce && offered > 1).then(|| self.offered(offered));
                let said = cue.said.then(|| texts.of_lines(Message::CueSaid, debrief));
                let effect = match cue.returned_after {
                    _ if debrief.was_fine(cue) => Some(texts.say(Message::CueFine)),
                    _ if cue.declined => Some(texts.say(Message::CueDeclined)),
                    Some(after) => Some(texts.fill(Message::CueReturned, [("after", texts.duration(after).into())])),
                    // Only a line that steers can fail to bring the talk back, and only from what was to be left.
                    None => {
                        (cue.rung.steers() && !self.stood_in_something_serious(cue)).then(|| texts.say(Message::CueNotReturned))
                    }
                };
                Entry {
                    moment: Some(self.moment(cue.at, cue.after)),
                    what: texts.rung(cue.rung),
                    quote: texts.quote(&cue.text),
                    details: again.into_iter().chain(said).chain(effect).collect(),
                    ..Entry::default()
                }
            })
            .collect();
        Some(section)
    }

    /// How often the announcement was offered.
    fn offered(&self, times: usize) -> String {
        let live = yes(self.debrief.accompanied);
        self.texts.fill(Message::CueAnnounceAgain, [("live", live), ("n", times.into())])
    }

    /// True if a line was shown in a stretch in which something serious came up.
    pub(super) fn stood_in_something_serious(&self, cue: &ShownCue) -> bool {
        let serious = self.debrief.drifts.iter().filter(|drift| drift.excused == Some(Excuse::Serious));
        serious.into_iter().any(|drift| (drift.from..=drift.to).contains(&cue.after))
    }
}
