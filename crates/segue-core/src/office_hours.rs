//! Office hours: on which days and from when to when I answer.

use crate::Lang;
use jiff::civil::{DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// When I answer a client, in the time zone of whoever asks: `mon-fri 9-18, sat 10-14`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OfficeHours(Vec<Span>);

/// Days with the same hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    /// Monday first.
    days: [bool; 7],
    /// Minutes of the day.
    from: u16,
    /// Minutes of the day, after `from`; the minute itself is outside.
    to: u16,
}

/// Why a text is no office hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeHoursError {
    /// No days in a part.
    #[error("name the days, as in “mon-fri 9-18”")]
    Days,
    /// No hours in a part, or they end before they begin.
    #[error("name from when to when, as in “mon-fri 9-18”; hours end on the day they begin")]
    Hours,
}

const ENGLISH: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const RUSSIAN: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
/// Longer names, by their beginnings.
const RUSSIAN_BEGINNINGS: [&str; 7] = ["пон", "вто", "сре", "чет", "пят", "суб", "вос"];

impl OfficeHours {
    /// True if this moment lies within.
    pub fn contain(&self, moment: DateTime) -> bool {
        let minute = minute_of(moment.time());
        let day = day_of(moment.weekday());
        self.0.iter().any(|span| span.days[day] && (span.from..span.to).contains(&minute))
    }

    /// The next moment at which hours begin, at or after this one, within a week.
    pub fn next_opening(&self, after: DateTime) -> Option<DateTime> {
        (0..=7).find_map(|days| {
            let date = after.date().checked_add(jiff::Span::new().days(days)).ok()?;
            let day = day_of(date.weekday());
            let openings = self.0.iter().filter(|span| span.days[day]).map(|span| span.from);
            openings.map(|from| date.at((from / 60) as i8, (from % 60) as i8, 0, 0)).filter(|&opening| opening >= after).min()
        })
    }

    /// As people write them: `Mon–Fri 9:00–18:00`, `пн–пт 9:00–18:00`.
    pub fn in_words(&self, lang: Lang) -> String {
        let names = if lang == Lang::En { ENGLISH } else { RUSSIAN };
        let part = |span: &Span| format!("{} {}–{}", span.days_named(names, "–"), clock(span.from), clock(span.to));
        self.0.iter().map(part).collect::<Vec<_>>().join(", ")
    }
}

impl Span {
    fn days_named(&self, names: [&str; 7], to: &str) -> String {
        let mut parts = Vec::new();
        let mut day = 0;
        while day < 7 {
            let run = self.days[day..].iter().take_while(|&&open| open).count();
            match run {
                0 => {}
                1 => parts.push(names[day].to_owned()),
                _ => parts.push(format!("{}{to}{}", names[day], names[day + run - 1])),
            }
            day += run.max(1);
        }
        parts.join(", ")
    }
}

fn day_of(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

fn minute_of(time: Time) -> u16 {
    u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
}

fn clock(minute: u16) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

impl fmt::Display for OfficeHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, span) in self.0.iter().enumerate() {
            let comma = if place > 0 { "; " } else { "" };
            let days = span.days_named(ENGLISH, "-").to_lowercase();
            write!(f, "{comma}{days} {}-{}", clock(span.from), clock(span.to))?;
        }
        Ok(())
    }
}

impl From<OfficeHours> for String {
    fn from(hours: OfficeHours) -> Self {
        hours.to_string()
    }
}

impl TryFrom<String> for OfficeHours {
    type Error = OfficeHoursError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for OfficeHours {
    type Err = OfficeHoursError;

    /// Days and hours as people type them, in English or Russian: `mon-fri 9-18`, `пн–пт 9:00–17:30, сб 10-14`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.to_lowercase().replace(['–', '—', '−'], "-").replace(" - ", "-");
        let (mut spans, mut days) = (Vec::new(), None);
        for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|word| !word.is_empty()) {
            if matches!(word, "and" | "и" | "from" | "с" | "to" | "до" | "в") {
                continue;
            }
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                let (from, to) = hours(word).ok_or(OfficeHoursError::Hours)?;
                spans.push(Span { days: days.take().ok_or(OfficeHoursError::Days)?, from, to });
            } else {
                let more = days_in(word).ok_or(OfficeHoursError::Days)?;
                let all = days.get_or_insert([false; 7]);
                all.iter_mut().zip(more).for_each(|(day, open)| *day |= open);
            }
        }
        match (spans.is_empty(), days) {
            (_, Some(_)) => Err(OfficeHoursError::Hours),
            (true, None) => Err(OfficeHoursError::Days),
            (false, None) => Ok(Self(spans)),
        }
    }
}

/// `mon-fri`, `пн`, `weekdays`, `daily`.
fn days_in(word: &str) -> Option<[bool; 7]> {
    let word = word.trim_end_matches([':', '.']);
    match word {
        "weekdays" | "будни" => return Some([true, true, true, true, true, false, false]),
        "daily" | "everyday" | "ежедневно" => return Some([true; 7]),
        _ => {}
    }
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last) = (day_named(first)?, day_named(last)?);
    let mut days = [false; 7];
    let mut day = first;
    // `sat-mon` goes on over the end of the week.
    loop {
        days[day] = true;
        if day == last {
            return Some(days);
        }
        day = (day + 1) % 7;
    }
}

fn day_named(name: &str) -> Option<usize> {
    let name = name.trim_end_matches('.');
    let begins = |known: &str| name.starts_with(known);
    let english = || ENGLISH.iter().position(|known| begins(&known.to_lowercase()));
    let russian = || RUSSIAN.iter().position(|&known| name == known);
    english().or_else(russian).or_else(|| RUSSIAN_BEGINNINGS.iter().position(|&known| begins(known)))
}

/// `9-18`, `9:00-17:30`, `9.30-18`.
fn hours(word: &str) -> Option<(u16, u16)> {
    let minute = |text: &str| -> Option<u16> {
        let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (minute < 60).then_some(hour.checked_mul(60)? + minute).filter(|&minute| minute <= DAY)
    };
    let (from, to) = word.split_once('-')?;
    let (from, to) = (minute(from)?, minute(to)?);
    (from < to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hours_as_people_type_them() {
        for (typed, kept, english, russian) in [
            ("mon-fri 9-18", "mon-fri 9:00-18:00", "Mon–Fri 9:00–18:00", "пн–пт 9:00–18:00"),
            ("Пн–Пт 9–18", "mon-fri 9:00-18:00", "Mon–Fri 9:00–18:00", "пн–пт 9:00–18:00"),
            (
                "monday-thursday 9:30-17, fri 9-14:15",
                "mon-thu 9:30-17:00; fri 9:00-14:15",
                "Mon–Thu 9:30–17:00, Fri 9:00–14:15",
                "пн–чт 9:30–17:00, пт 9:00–14:15",
            ),
            ("вт, четверг и сб 10-24", "tue, thu, sat 10:00-24:00", "Tue, Thu, Sat 10:00–24:00", "вт, чт, сб 10:00–24:00"),
            ("sat-mon 8-12", "mon, sat-sun 8:00-12:00", "Mon, Sat–Sun 8:00–12:00", "пн, сб–вс 8:00–12:00"),
            ("будни 10.00 - 19.00", "mon-fri 10:00-19:00", "Mon–Fri 10:00–19:00", "пн–пт 10:00–19:00"),
        ] {
            let hours: OfficeHours = typed.parse().unwrap();
            assert_eq!(hours.to_string(), kept, "{typed}");
            assert_eq!(hours.in_words(Lang::En), english);
            assert_eq!(hours.in_words(Lang::Ru), russian);
            assert_eq!(hours.to_string().parse(), Ok(hours), "{typed}");
        }
    }

    #[test]
    fn what_is_no_office_hours_is_told() {
        for (typed, error) in [
            ("", OfficeHoursError::Days),
            ("9-18", OfficeHoursError::Days),
            ("mon-fri", OfficeHoursError::Hours),
            ("mon-fri 18-9", OfficeHoursError::Hours),
            ("mon 9-18 tue", OfficeHoursError::Hours),
            ("mon 9-25", OfficeHoursError::Hours),
            ("mon 9-99999999", OfficeHoursError::Hours),
            ("someday 9-18", OfficeHoursError::Days),
        ] {
            assert_eq!(typed.parse::<OfficeHours>(), Err(error), "{typed}");
        }
    }

    #[test]
    fn within_outside_and_the_next_opening() {
        let hours: OfficeHours = "mon-fri 9-18".parse().unwrap();
        // 26 November 2026 is a Thursday.
        let at = |day, hour, minute| date(2026, 11, day).at(hour, minute, 0, 0);
        for (moment, within, opening) in [
            (at(26, 9, 0), true, at(26, 9, 0)),
            (at(26, 17, 59), true, at(27, 9, 0)),
            (at(26, 18, 0), false, at(27, 9, 0)),
            (at(27, 23, 40), false, at(30, 9, 0)),
            (at(30, 0, 5), false, at(30, 9, 0)),
        ] {
            assert_eq!(hours.contain(moment), within, "{moment}");
            assert_eq!(hours.next_opening(moment), Some(opening), "{moment}");
        }
    }
}
