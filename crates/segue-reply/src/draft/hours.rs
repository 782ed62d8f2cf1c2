//! Messages that come outside my hours.

use super::{DraftKind, Writer};
use crate::patterns::Heard;
use jiff::civil::{DateTime, Weekday};
use segue_core::OfficeHours;
use segue_phrasebook::{ReplyPart, reply_text};

/// Variants that are looked through for one that is true.
const VARIANTS: u64 = 20;

/// True at the end of a day on which I worked.
fn is_day_over(hours: &OfficeHours, at: DateTime) -> bool {
    let opens = |from: DateTime| hours.next_opening(from).is_some_and(|opening| opening.date() == at.date());
    opens(at.date().at(0, 0, 0, 0)) && !opens(at) && !hours.contain(at)
}

impl Writer<'_> {
    /// Whether the message came outside my hours and I answer it outside them.
    pub(super) fn is_late(&self) -> bool {
        let manners = self.manners;
        let answered = manners.office_hours.as_ref().zip(manners.now.or(manners.sent));
        manners.outside_hours() == Some(true) && answered.is_some_and(|(hours, now)| !hours.contain(now))
    }

    /// The kind line of a message outside my hours that I answer outside them: when I am back.
    pub(super) fn late(&self, kind: DraftKind) -> Option<String> {
        if !self.is_late() {
            return None;
        }
        let manners = self.manners;
        let (hours, now) = manners.office_hours.as_ref().zip(manners.now.or(manners.sent))?;
        let over = is_day_over(hours, now);
        let opening = self.opening(now, hours.next_opening(now)?)?;
        let part = if self.understood.urgent { ReplyPart::AfterHoursUrgent } else { ReplyPart::AfterHours };
        let hours = hours.in_words(manners.voice.lang);
        self.say_of_day(part, kind, over, &[("opening", &opening), ("hours", &hours)])
    }

    /// The line for a message that came outside my hours and is answered within them.
    pub(super) fn hours_rule(&self, kind: DraftKind) -> Option<String> {
        let manners = self.manners;
        let hours = manners.office_hours.as_ref().filter(|_| manners.outside_hours() == Some(true))?;
        let over = is_day_over(hours, manners.sent.or(manners.now)?);
        self.say_of_day(ReplyPart::HoursRule, kind, over, &[("hours", &hours.in_words(manners.voice.lang))])
    }

    /// A sentence that says "my day here is over" only where it is.
    fn say_of_day(&self, part: ReplyPart, kind: DraftKind, over: bool, values: &[(&'static str, &str)]) -> Option<String> {
        let fits = |text: &String| over || !Heard::new(text, self.manners.voice.lang).has("day over");
        (0..VARIANTS).filter_map(|more| self.say_next(part, kind, more, values)).find(fits)
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
