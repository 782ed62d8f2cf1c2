//! A time as one says it.

use jiff::Zoned;
use jiff::civil::{Date, DateTime};
use segue_core::{Lang, MONTHS};

/// Days ahead up to which the day of the week says which one is meant.
const THIS_WEEK: i64 = 6;
/// The preposition is part of the name: «во вторник».
const DAYS_RU: [&str; 7] = ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"];

/// "on Thursday at 10:00", "в четверг в 10:00", further ahead with the date: fits into a line after "We talk …".
pub fn in_words(time: DateTime, today: Date, lang: Lang) -> String {
    let day = DAYS_RU[time.weekday().to_monday_zero_offset().unsigned_abs() as usize];
    let month = MONTHS[Lang::Ru as usize][time.month().unsigned_abs() as usize - 1];
    let clock = time.strftime("%-H:%M");
    let near = time.date().duration_since(today).as_hours() / 24;
    match (lang, (0..=THIS_WEEK).contains(&near)) {
        (Lang::En, true) => format!("on {} at {clock}", time.strftime("%A")),
        (Lang::En, false) => format!("on {}, at {clock}", time.strftime("%A, %-d %B")),
        (Lang::Ru, true) => format!("{day} в {clock}"),
        (Lang::Ru, false) => format!("{day}, {} {month}, в {clock}", time.day()),
    }
}

/// The same with its zone, as whoever may be elsewhere reads it: "on Thursday at 10:00 (UTC+3)".
pub fn in_words_with_zone(time: &Zoned, today: Date, lang: Lang) -> String {
    format!("{} ({})", in_words(time.datetime(), today, lang), zone_in_words(time))
}

/// "UTC+3", "UTC-5", "UTC+5:30", "UTC".
fn zone_in_words(time: &Zoned) -> String {
    let minutes = time.offset().seconds() / 60;
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let sign = if minutes < 0 { '-' } else { '+' };
    match (hours, rest) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{in_words, in_words_with_zone};
    use jiff::civil::date;
    use jiff::tz::{Offset, TimeZone};
    use segue_core::Lang;

    #[test]
    fn days_with_their_prepositions_and_with_the_date_where_another_week_is_meant() {
        let today = date(2026, 11, 23);
        for (day, english, russian) in [
            (23, "on Monday at 9:05", "в понедельник в 9:05"),
            (24, "on Tuesday at 9:05", "во вторник в 9:05"),
            (29, "on Sunday at 9:05", "в воскресенье в 9:05"),
            (30, "on Monday, 30 November, at 9:05", "в понедельник, 30 ноября, в 9:05"),
        ] {
            let time = date(2026, 11, day).at(9, 5, 0, 0);
            assert_eq!((in_words(time, today, Lang::En).as_str(), in_words(time, today, Lang::Ru).as_str()), (english, russian));
        }
        let past = in_words(date(2026, 11, 20).at(9, 5, 0, 0), today, Lang::En);
        assert_eq!(past, "on Friday, 20 November, at 9:05");
    }

    /// "On Tuesday at 3:30" to people who had been asked to come at nine, in India.
    #[test]
    fn whoever_may_be_elsewhere_reads_the_zone_too() {
        for (seconds, zone) in [(0, "UTC"), (10_800, "UTC+3"), (19_800, "UTC+5:30"), (-18_000, "UTC-5"), (-12_600, "UTC-3:30")] {
            let zoned =
                date(2026, 11, 24).at(9, 0, 0, 0).to_zoned(TimeZone::fixed(Offset::from_seconds(seconds).unwrap())).unwrap();
            let said = in_words_with_zone(&zoned, date(2026, 11, 23), Lang::Ru);
            assert_eq!(said, format!("во вторник в 9:00 ({zone})"));
        }
    }
}
