//! A chat over months and hours of the day.

use super::{Entry, Section, Topic, Writer};
use crate::wording::{Message, Texts, sentence};
use jiff::civil::Date;
use segue_core::OfficeHours;
use segue_core::debrief::Month;

/// Hours of the stretch in which most is written.
const STRETCH: usize = 3;

/// At which hours somebody writes.
pub(crate) struct HoursOfDay {
    /// What the picture shows, in words.
    pub title: String,
    /// Who.
    pub name: String,
    /// Messages of each hour, from midnight on.
    pub counts: [usize; 24],
    /// The busiest hour of anybody, so that all are drawn alike.
    pub most: usize,
}

impl Writer<'_> {
    pub(super) fn months(&self) -> Option<Section> {
        let chat = self.debrief.correspondence.as_ref()?;
        let mut section = Section::new(Topic::Months, self.texts.say(Message::MonthsTitle));
        let day = |text: &str| text.parse::<Date>().ok().map(|date| date_text(self.texts, date));
        if let (Some(from), Some(to)) = (day(&chat.first_day), day(&chat.last_day)) {
            section.lead.push(self.texts.fill(Message::MonthsLead, [("from", from.into()), ("to", to.into())]));
        }
        section.entries = chat.months.iter().map(|month| self.month(month)).collect();
        Some(section)
    }

    fn month(&self, month: &Month) -> Entry {
        let texts = self.texts;
        let name = month.month.split_once('-').and_then(|(year, number)| {
            let number: u8 = number.parse().ok()?;
            Some(sentence(&texts.fill(Message::MonthName, [("month", number.into()), ("year", year.into())])))
        });
        let name = name.unwrap_or_else(|| month.month.clone());
        if month.messages == 0 {
            return Entry { what: format!("{name}: {}", texts.say(Message::MonthNothing)), quiet: true, ..Entry::default() };
        }
        let shown = texts.grouped(month.messages as u64);
        let mut parts = vec![texts.fill(Message::MonthMessages, [("n", month.messages.into()), ("shown", shown.into())])];
        parts.push(texts.fill(Message::MonthPrivate, [("share", texts.percent(month.private_share).into())]));
        if month.opened_by_me + month.opened_by_others > 0 {
            let values = [("me", month.opened_by_me.into()), ("others", month.opened_by_others.into())];
            parts.push(texts.fill(Message::MonthOpened, values));
        }
        if month.serious > 0 {
            parts.push(texts.say(Message::MonthSerious));
        }
        Entry { what: format!("{name}: {}", parts.join("; ")), ..Entry::default() }
    }

    pub(super) fn hours(&self) -> Option<Section> {
        let texts = self.texts;
        let chat = self.debrief.correspondence.as_ref()?;
        let mut section = Section::new(Topic::Hours, texts.say(Message::HoursTitle));
        if let Some(hours) = chat.office_hours.as_ref().and_then(|hours| hours.parse::<OfficeHours>().ok()) {
            section.lead.push(texts.fill(Message::HoursOffice, [("hours", hours.in_words(texts.lang()).into())]));
        }
        let most = chat.writers.iter().flat_map(|writer| &writer.hours).copied().max().unwrap_or(0);
        for writer in &chat.writers {
            let name = texts.speaker(writer.speaker.role, &writer.speaker.name);
            let mut counts = [0; 24];
            counts.iter_mut().zip(&writer.hours).for_each(|(count, &hour)| *count = hour);
            let all: usize = counts.iter().sum();
            let (from, to) = busiest(&counts);
            let values = [("who", sentence(&name).into()), ("from", from.into()), ("to", to.into())];
            section.lead.push(texts.fill(Message::HoursMost, values));
            if let Some(outside) = writer.outside_hours.filter(|_| all > 0) {
                let values = [
                    ("who", sentence(&name).into()),
                    ("share", texts.percent(outside as f64 / all as f64).into()),
                    ("n", all.into()),
                    ("shown", texts.grouped(all as u64).into()),
                ];
                section.lead.push(texts.fill(Message::HoursOutside, values));
            }
            let title = texts.fill(Message::HoursOf, [("who", sentence(&name).into())]);
            section.hours.push(HoursOfDay { title, name, counts, most });
        }
        Some(section)
    }
}

fn date_text(texts: &Texts, date: Date) -> String {
    texts.fill("date", [("day", date.day().into()), ("month", date.month().into()), ("year", date.year().to_string().into())])
}

/// The hours in a row in which most is written, over midnight too.
fn busiest(counts: &[usize; 24]) -> (String, String) {
    let within = |from: usize| (from..from + STRETCH).map(|hour| counts[hour % 24]).sum::<usize>();
    let from = (0..24).rev().max_by_key(|&from| within(from)).unwrap_or(0);
    (format!("{from}:00"), format!("{}:00", (from + STRETCH) % 24))
}

#[cfg(test)]
mod tests {
    use super::busiest;

    #[test]
    fn the_busiest_hours_may_go_over_midnight() {
        let mut counts = [0; 24];
        (counts[23], counts[0], counts[12]) = (5, 6, 7);
        assert_eq!(busiest(&counts), ("22:00".to_owned(), "1:00".to_owned()));
    }
}
