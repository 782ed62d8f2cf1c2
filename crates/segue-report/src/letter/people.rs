//! What people did and said that matters beyond the clock: my feeding, and facts to be handled.

use super::{Entry, Section, Topic, Writer};
use crate::wording::{Message, sentence};
use segue_core::debrief::FeedingKind;

/// Moments told one by one; of more, the counts above tell enough, and what comes after them matters more.
const MOMENTS: usize = 8;

impl Writer<'_> {
    /// Left out where nothing could be fed, and where nobody knows who I am (the drifts say so).
    pub(super) fn feeding(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let feeding = debrief.feeding.as_ref()?;
        let nothing_to_feed = debrief.drifts.iter().all(|drift| drift.excused.is_some());
        if feeding.is_empty() && nothing_to_feed {
            return None;
        }
        let mut section = Section::new(Topic::Feeding, texts.say(Message::FeedingTitle));
        let kinds = [FeedingKind::PersonalQuestion, FeedingKind::Disclosure, FeedingKind::Enthusiasm, FeedingKind::Opening];
        let counts = kinds.map(|kind| (kind, feeding.iter().filter(|moment| moment.kind == kind).count()));
        let told = counts.into_iter().filter(|&(_, n)| n > 0).map(|(kind, n)| texts.feeding_count(kind, n));
        let told = told.collect::<Vec<_>>().join(", ");
        section.lead.push(if told.is_empty() { texts.say(Message::FeedingNone) } else { format!("{}.", sentence(&told)) });
        let told = if feeding.len() > MOMENTS + 1 { MOMENTS } else { feeding.len() };
        if told < feeding.len() {
            section.lead.push(texts.fill(Message::FeedingFirst, [("n", told.into())]));
        }
        section.entries = feeding
            .iter()
            .take(told)
            .map(|moment| Entry {
                moment: Some(self.moment(moment.at, moment.index)),
                what: texts.feeding(moment.kind),
                quote: self.quote(&moment.text),
                ..Entry::default()
            })
            .collect();
        Some(section)
    }

    pub(super) fn notes(&self) -> Option<Section> {
        let Self { debrief, texts } = self;
        let mut section = Section::new(Topic::Notes, texts.say(Message::NotesTitle));
        section.entries = debrief
            .notes
            .iter()
            .map(|note| Entry {
                moment: Some(self.moment(note.at, note.index)),
                done: Some(false),
                what: texts.fill(Message::NoteBy, [("what", texts.note(note.kind).into()), ("who", texts.who(&note.by).into())]),
                quote: self.quote(&note.text),
                ..Entry::default()
            })
            .collect();
        (!section.entries.is_empty()).then_some(section)
    }
}
