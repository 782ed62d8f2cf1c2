//! Messages that come outside my hours.

use super::{DraftKind, Writer};
use jiff::civil::{DateTime, Weekday};
use segue_phrasebook::{ReplyPart, reply_text};

impl Writer<'_> {
    /// Whether I am outside my hours as I answer.
    pub(super) fn is_late(&self) -> bool {
        let manners = self.manners;
        manners.office_hours.as_ref().zip(manners.now.or(manners.sent)).is_some_and(|(hours, now)| !hours.contain(now))
    }

    /// The kind line of a message outside my hours that I answer outside them: when I am back.
    pub(super) fn late(&self, kind: DraftKind) -> Option<String> {
        if !self.is_late() {
            return None;
        }
        let manners = self.manners;
        let (hours, now) = manners.office_hours.as_ref().zip(manners.now.or(manners.sent))?;
        let opening = self.opening(now, hours.next_opening(now)?)?;
        let part = if self.understood.urgent { ReplyPart::AfterHoursUrgent } else { ReplyPart::AfterHours };
        let hours = hours.in_words(manners.voice.lang);
        self.say(part, kind, &[("opening", &opening), ("hours", &hours)])
    }

    /// The line for a message that came outside my hours and is answered within them.
    pub(super) fn hours_rule(&self, kind: DraftKind) -> Option<String> {
        let manners = self.manners;
        let hours = manners.office_hours.as_ref().filter(|_| manners.outside_hours() == Some(true))?;
        self.say(ReplyPart::HoursRule, kind, &[("hours", &hours.in_words(manners.voice.lang))])
    }

    /// `tomorrow at 9:00`.
    fn opening(&self, now: DateTime, opening: DateTime) -> Option<String> {
        let day = match now.date().until(opening.date()).ok()?.get_days() {
            0 => "today",
            1 => "tomorrow",
            _ => match opening.weekday() {
                Weekday::Monday => "monday",
                Weekday::Tuesday => "tuesday",
                Weekday::Wednesday => "wednesday",
                Weekday::Thursday => "thursday",
                Weekday::Friday => "friday",
                Weekday::Saturday => "saturday",
                Weekday::Sunday => "sunday",
            },
        };
        let time = format!("{}:{:02}", opening.hour(), opening.minute());
        reply_text(ReplyPart::Opening(day), self.manners.voice, 0, &[("time", &time)])
    }
}
