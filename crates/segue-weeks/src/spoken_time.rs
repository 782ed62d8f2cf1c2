//! A time as one says it.

use jiff::civil::DateTime;
use segue_core::Lang;

/// "on Thursday at 10:00", "в четверг в 10:00": fits into a line after "We talk …".
pub fn in_words(time: DateTime, lang: Lang) -> String {
    let day = time.weekday().to_monday_zero_offset().unsigned_abs() as usize;
    let clock = time.strftime("%-H:%M");
    match lang {
        Lang::En => {
            let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
            format!("on {} at {clock}", days[day])
        }
        Lang::Ru => {
            // The preposition is part of the name: «во вторник».
            let days = ["в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"];
            format!("{} в {clock}", days[day])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use jiff::civil::date;
    use segue_core::Lang;

    #[test]
    fn days_with_their_prepositions() {
        for (day, english, russian) in [
            (23, "on Monday at 9:05", "в понедельник в 9:05"),
            (24, "on Tuesday at 9:05", "во вторник в 9:05"),
            (29, "on Sunday at 9:05", "в воскресенье в 9:05"),
        ] {
            let time = date(2026, 11, day).at(9, 5, 0, 0);
            assert_eq!((in_words(time, Lang::En).as_str(), in_words(time, Lang::Ru).as_str()), (english, russian));
        }
    }
}
