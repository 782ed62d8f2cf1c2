//! When the call of a file was held.

use super::look::Looked;
use crate::message::{ClientFailure, Failure};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use segue_core::{Timing, month_named};
use std::path::Path;

/// When it began, and whether only its day is known: what was typed counts, then what a chat itself tells, then a day in the
/// name of the file or of its folder (as meeting programs name them), then when the file was written.
pub(super) fn held(looked: &Looked, typed: Option<Date>, zone: &TimeZone) -> Result<(Timestamp, bool), Failure> {
    let noon = |day: Date| day.at(12, 0, 0, 0).to_zoned(zone.clone()).map(|noon| noon.timestamp());
    if let Some(day) = typed {
        return Ok((noon(day).map_err(|_| ClientFailure::NotHeld)?, true));
    }
    let now = Timestamp::now();
    if let Some(ended) = looked.ended.and_then(|ended| ended.to_zoned(zone.clone()).ok()).filter(|ended| ended.timestamp() <= now)
    {
        return Ok((ended.timestamp(), false));
    }
    // A file is written when the call is over; that of a chat, whenever it was exported.
    let over = written(&looked.file).unwrap_or(now);
    let chat = looked.debrief.timing == Timing::Chat;
    let began = if chat { over } else { over.checked_sub(SignedDuration::from_secs_f64(looked.debrief.seconds)).unwrap_or(over) };
    let day = day_of(&looked.file).filter(|&day| day != began.to_zoned(zone.clone()).date());
    Ok(day.and_then(|day| noon(day).ok()).map_or((began, false), |noon| (noon, true)))
}

/// The day of a file, as far as it can be told without reading it; the day on which it was written where its name tells none.
pub(super) fn about(file: &Path) -> Date {
    let written = || written(file).unwrap_or_else(Timestamp::now).to_zoned(TimeZone::system()).date();
    day_of(file).unwrap_or_else(written)
}

/// When a file was last written.
fn written(path: &Path) -> Option<Timestamp> {
    Timestamp::try_from(std::fs::metadata(path).ok()?.modified().ok()?).ok()
}

/// A day, not after today, in the name of a file or of the folder that it lies in.
fn day_of(file: &Path) -> Option<Date> {
    let today = Zoned::now().date();
    let names = [file.file_name(), file.parent().and_then(Path::file_name)];
    names.into_iter().flatten().find_map(|name| day_in(&name.to_string_lossy()).filter(|&day| day <= today))
}

/// A day written in a name: `2026-05-03`, `2026_05_03`, `20260503`, `GMT20260503-130012`, `03.05.2026`, `14-09-2026`, `9-14-26`,
/// `3 October 2026`. Where day and month could be either, nothing is guessed.
fn day_in(name: &str) -> Option<Date> {
    in_digits(name).or_else(|| in_words(name))
}

/// Names with an earlier year number something else.
const FIRST: i16 = 2000;

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|date| date.year() >= FIRST)
}

fn in_digits(name: &str) -> Option<Date> {
    let digits = |from: usize| name[from..].bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, count: usize| name[from..from + count].parse::<i16>().ok();
    // A number, and the two after it if signs part them.
    let starts = name.char_indices().filter(|&(at, c)| c.is_ascii_digit() && !name[..at].ends_with(|c: char| c.is_ascii_digit()));
    for (at, _) in starts {
        // With the time behind it, to the minute or to the second.
        if matches!(digits(at), 8 | 12 | 14)
            && let Some(found) = date(number(at, 4)?, number(at + 4, 2)?, number(at + 6, 2)?)
        {
            return Some(found);
        }
        let first = digits(at);
        let sign = name[at + first..].chars().next().filter(|sign| "-_. ".contains(*sign));
        let Some(sign) = sign else { continue };
        let second_at = at + first + 1;
        let second = digits(second_at);
        if !(1..=2).contains(&second) || !name[second_at + second..].starts_with(sign) {
            continue;
        }
        let third_at = second_at + second + 1;
        let found = match (first, second, digits(third_at)) {
            (4, 2, 2) => date(number(at, 4)?, number(second_at, 2)?, number(third_at, 2)?),
            (1 | 2, _, 4) => day_and_month(number(at, first)?, number(second_at, second)?, number(third_at, 4)?, sign),
            // Three numbers with points may well be a time.
            (1 | 2, _, 2) if sign == '-' || sign == '_' => {
                day_and_month(number(at, first)?, number(second_at, second)?, FIRST + number(third_at, 2)?, sign)
            }
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Points part a day from its month; with other signs only a number above twelve tells which is which.
fn day_and_month(one: i16, other: i16, year: i16, sign: char) -> Option<Date> {
    match (one > 12, other > 12) {
        (_, false) if sign == '.' || one > 12 => date(year, other, one),
        (false, true) if sign != '.' => date(year, one, other),
        _ => None,
    }
}

/// `3 октября 2026`, `14 Sep 2026`, `October 3, 2026`.
fn in_words(name: &str) -> Option<Date> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month = |word: &str| month_named(word).map(i16::from);
    let day = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<i16>().ok();
    let year = |word: &str| (word.len() == 4).then(|| word.parse::<i16>().ok()).flatten();
    words.windows(3).find_map(|three| {
        let (month, of_the_month) =
            month(three[1]).map(|month| (month, three[0])).or_else(|| Some((month(three[0])?, three[1])))?;
        date(year(three[2])?, month, day(of_the_month)?)
    })
}

#[cfg(test)]
mod tests {
    use super::day_in;
    use jiff::civil::date;

    #[test]
    fn days_are_told_by_names_as_programs_write_them() {
        for name in [
            "2026-05-03 Viktor.vtt",
            "GMT20260503-130012_Recording.transcript.vtt",
            "Call with Viktor-20260503_130012-Meeting Recording.docx",
            "2026_05_03.txt",
            "2026.05.03.txt",
            "Созвон 03.05.2026.txt",
            "PTT-20260503-WA0003.opus",
            "20260503130012.m4a",
            "Запись 12 от 03.05.2026, Виктор.srt",
            "call 3.5.2026.vtt",
            "Call on 3 May 2026.vtt",
            "May 3, 2026 Viktor.txt",
            "Созвон 3 мая 2026.txt",
        ] {
            assert_eq!(day_in(name), Some(date(2026, 5, 3)), "{name}");
        }
        // As people write them, where nothing but one day can be meant.
        for name in ["vrba_14-09-2026.txt", "call 9-14-26.txt", "14_09_26.txt", "Vrba 14 сентября 2026.txt", "Sep 14th 2026.vtt"]
        {
            assert_eq!(day_in(name), Some(date(2026, 9, 14)), "{name}");
        }
        for name in [
            "call.vtt",
            "1715518812000.json",
            "12345678.txt",
            "03-05-2026.txt",
            "2026-13-03.txt",
            "12.5.txt",
            "2026-05.txt",
            "2026-11-31 Vrba.txt",
            "3-5-26.txt",
            "14.30.25.m4a",
            "may be 3.txt",
            "é2",
            "",
        ] {
            assert_eq!(day_in(name), None, "{name}");
        }
    }
}
