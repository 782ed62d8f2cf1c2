//! The day that a few words name: "on 3 December at 11", «3 декабря».

use crate::month_named;
use jiff::civil::Date;

/// The last day that the words name by its date; without a year it is the one nearest to `near`. Days of the week and "tomorrow" name
/// none: they move.
pub(crate) fn named_day(words: &str, near: Date) -> Option<Date> {
    let parts = words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';'));
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    let at = |place: Option<usize>| place.and_then(|place| parts.get(place)).map_or("", String::as_str);
    let of_part = |place: usize| {
        let part = at(Some(place));
        if let Some(day) = in_figures(part, near) {
            return Some(day);
        }
        let month = month_named(part.trim_end_matches('.'))?;
        let before = if at(place.checked_sub(1)) == "of" { 2 } else { 1 };
        let (day, year) = match day_of_month(at(place.checked_sub(before))) {
            Some(day) => (day, at(Some(place + 1))),
            None => (day_of_month(at(Some(place + 1)))?, at(Some(place + 2))),
        };
        in_year(year.parse().ok().filter(|year| *year > 1000), month, day, near)
    };
    (0..parts.len()).filter_map(of_part).max()
}

/// `2026-12-03`, `3.12.2026`, `3.12.`; not `10.30`, which is a time.
fn in_figures(part: &str, near: Date) -> Option<Date> {
    if let Ok(day) = part.parse::<Date>() {
        return Some(day);
    }
    let mut figures = part.split('.');
    let (day, month) = (figures.next()?.parse().ok()?, figures.next()?.parse().ok()?);
    match figures.next()? {
        "" => in_year(None, month, day, near),
        year => in_year(Some(year.parse().ok()?), month, day, near),
    }
}

fn in_year(year: Option<i16>, month: i8, day: i8, near: Date) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let years = [near.year() - 1, near.year(), near.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|day| near.until(*day).map_or(i32::MAX, |span| span.get_days().abs()))
}

/// "3", "3rd", "3-го".
fn day_of_month(part: &str) -> Option<i8> {
    let figures = part.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '-' | '.'));
    figures.parse().ok().filter(|day| (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::named_day;
    use jiff::civil::date;

    #[test]
    fn a_day_is_known_by_its_date_in_both_languages() {
        let near = date(2026, 12, 8);
        for (words, day) in [
            ("on 3 December at 11", Some(date(2026, 12, 3))),
            ("December 3rd, at 11", Some(date(2026, 12, 3))),
            ("on the 3rd of Dec.", Some(date(2026, 12, 3))),
            ("on 3 or 10 December", Some(date(2026, 12, 10))),
            ("3 декабря в 11", Some(date(2026, 12, 3))),
            ("12-го янв. в 9:30", Some(date(2027, 1, 12))),
            ("9 мая", Some(date(2027, 5, 9))),
            ("am 3.12. um 10.30", Some(date(2026, 12, 3))),
            ("2026-12-03 11:00", Some(date(2026, 12, 3))),
            ("3 December 2027", Some(date(2027, 12, 3))),
            ("on Thursday at ten", None),
            ("в четверг в 11", None),
            ("at 10.30, as always", None),
            ("in 3 decisions", None),
            ("on 31 February", None),
            ("", None),
        ] {
            assert_eq!(named_day(words, near), day, "{words}");
        }
    }
}
