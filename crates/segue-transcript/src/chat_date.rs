//! Dates as phones write them: their order depends on the country of the phone, so the whole file decides.

use crate::Fault;
use crate::clock::Clock;
use crate::found::{Found, UNKNOWN};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Three numbers of a date in the order of the file, and a time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stamp {
    /// Numbers of the date.
    pub date: [i16; 3],
    /// Sign between them.
    pub separator: char,
    /// Seconds since midnight.
    pub seconds: u32,
    /// The time has AM or PM.
    pub half_day: bool,
}

/// What comes first in a date; day and month follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Day,
    Month,
    Year,
}

impl Stamp {
    /// Seconds since the epoch, as if the phone were in UTC; only differences are used.
    pub fn since_epoch(&self, order: Order) -> Option<f64> {
        let [a, b, c] = self.date;
        let (year, month, day) = match order {
            Order::Day => (c, b, a),
            Order::Month => (c, a, b),
            Order::Year => (a, b, c),
        };
        let year = if year < 100 { year + 2000 } else { year };
        let midnight = DateTime::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?, 0, 0, 0, 0).ok()?;
        let midnight = midnight.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
        (self.seconds < 86_400).then(|| midnight as f64 + f64::from(self.seconds))
    }
}

/// A moment whose month is a word, and what follows: `Nov 12, 2026 at 2:02:05 PM`, `12 ноября 2026 г., 14:02`.
pub(crate) fn written(text: &str) -> Option<(Stamp, &str)> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '·');
    let (mut day, mut month, mut year) = (None, None, None);
    let mut rest = text;
    while year.is_none() {
        rest = rest.trim_start_matches(between);
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let number = word.parse::<i16>().ok();
        match number {
            Some(number) if word.len() == 4 => year = Some(number),
            Some(number) if day.is_none() => day = Some(number),
            None if month.is_none() && word.chars().count() >= 3 => month = month_of(word),
            _ => return None,
        }
        rest = after;
    }
    rest = rest.trim_start_matches(between);
    for word in ["г", "at ", "в "] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start_matches(between);
    }
    let (clock, rest) = Clock::begin(rest).filter(|(clock, _)| clock.fits_a_day())?;
    let (date, half_day) = ([year?, month?, day?], clock.half_day.is_some());
    Some((Stamp { date, separator: '-', seconds: clock.day_seconds() as u32, half_day }, rest))
}

/// The number of a month by its name or three letters of it; none for the day of the week before.
pub(crate) fn month_of(word: &str) -> Option<i16> {
    segue_core::month_named(&word.to_lowercase()).map(i16::from)
}

/// Gives every message its moment.
pub(crate) fn set_times(found: &mut Found, stamps: &[Option<Stamp>]) {
    let known: Vec<Stamp> = stamps.iter().copied().flatten().collect();
    let (order, told) = order(&known);
    if !told {
        found.problems.of_file(Fault::DayOrMonth { day_first: order == Order::Day });
    }
    for (utterance, stamp) in found.utterances.iter_mut().zip(stamps) {
        utterance.start = stamp.and_then(|stamp| stamp.since_epoch(order)).unwrap_or(UNKNOWN);
    }
}

/// The order of the dates of a whole file, and whether anything in it told.
pub(crate) fn order(stamps: &[Stamp]) -> (Order, bool) {
    let [first, second] = [0, 1].map(|part| stamps.iter().map(|stamp| stamp.date[part]).max().unwrap_or(0));
    if first > 31 {
        return (Order::Year, true);
    }
    // More numbers above 12 in one place: a single damaged line does not turn all dates.
    let above = |part: usize| stamps.iter().filter(|stamp| stamp.date[part] > 12).count();
    if first > 12 || second > 12 {
        return (if above(0) >= above(1) { Order::Day } else { Order::Month }, true);
    }
    // Messages come in order, and months apart are less likely than days apart.
    let cost = |order: Order| {
        let mut before: Option<f64> = None;
        let (mut backwards, mut apart) = (0_usize, 0.0);
        for seconds in stamps.iter().filter_map(|stamp| stamp.since_epoch(order)) {
            if let Some(before) = before {
                backwards += usize::from(seconds < before);
                apart += (seconds - before).abs();
            }
            before = Some(seconds);
        }
        (backwards, apart)
    };
    let (day, month) = (cost(Order::Day), cost(Order::Month));
    if day.0 != month.0 {
        return (if day.0 < month.0 { Order::Day } else { Order::Month }, true);
    }
    // Points and dashes put the day first everywhere; with strokes, AM and PM mean America.
    let strokes = stamps.first().is_some_and(|stamp| stamp.separator == '/');
    let american = strokes && stamps.iter().any(|stamp| stamp.half_day);
    let matters = strokes && stamps.iter().any(|stamp| stamp.date != stamps[0].date) && (day.1 - month.1).abs() > 1.0;
    (if american { Order::Month } else { Order::Day }, !matters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_file_decides() {
        let stamps = |separator, half_day, dates: &[[i16; 3]]| -> Vec<Stamp> {
            dates.iter().map(|date| Stamp { date: *date, separator, seconds: 0, half_day }).collect()
        };
        for (name, stamps, expected) in [
            ("a day above 12 comes first", stamps('/', true, &[[5, 1, 24], [13, 1, 24]]), (Order::Day, true)),
            ("a day above 12 comes second", stamps('/', false, &[[1, 5, 24], [1, 13, 24]]), (Order::Month, true)),
            ("only one order runs forwards", stamps('/', true, &[[11, 1, 24], [1, 2, 24]]), (Order::Day, true)),
            ("points", stamps('.', false, &[[5, 1, 24], [6, 1, 24]]), (Order::Day, true)),
            ("AM and strokes, nothing else", stamps('/', true, &[[1, 5, 24], [1, 6, 24]]), (Order::Month, false)),
            ("strokes, nothing else", stamps('/', false, &[[5, 1, 24], [6, 1, 24]]), (Order::Day, false)),
            ("one day", stamps('/', false, &[[5, 1, 24], [5, 1, 24]]), (Order::Day, true)),
            ("the year first", stamps('-', false, &[[2024, 1, 5]]), (Order::Year, true)),
        ] {
            assert_eq!(order(&stamps), expected, "{name}");
        }
    }
}
