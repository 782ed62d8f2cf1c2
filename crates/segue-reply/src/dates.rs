//! Dates that a text names, in its own words.

use crate::patterns::Heard;
use segue_core::{Lang, month_named};

const DAYS_EN: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAYS_RU: [&str; 7] = ["понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен"];
/// Words that belong to a date before or between its parts.
const JOIN_EN: [&str; 10] = ["from", "to", "until", "till", "through", "the", "of", "by", "and", "after"];
const JOIN_RU: [&str; 9] = ["с", "со", "по", "до", "и", "к", "во", "на", "после"];

/// The dates named in a text (days of the month and of the week, not "tomorrow", which moves), as they
/// stand there: `from 3 to 10 May`, `в пятницу`.
pub fn dates(text: &str, lang: Lang) -> Vec<String> {
    let words: Vec<Word> = words(text);
    let kinds: Vec<Kind> = words.iter().map(|word| kind(word, lang)).collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // The longest run of parts of a date, with joining words only between and before them.
        let mut end = at;
        let mut last = None;
        while end < words.len() && kinds[end] != Kind::Other {
            if kinds[end] != Kind::Join {
                last = Some(end);
            }
            let stops = text[words[end].to..words.get(end + 1).map_or(text.len(), |next| next.from)]
                .contains(['.', ';', '!', '?', '\n', ',']);
            end += 1;
            if stops {
                break;
            }
        }
        if let Some(last) = last
            && is_date(&kinds[at..=last])
        {
            // A joining word at the start stays only where it says from or until.
            let first = (at..=last).find(|&i| kinds[i] != Kind::Join || tells(&words[i].lower)).unwrap_or(at);
            found.push(within(&text[words[first].from..words[last].to], &words[first].lower));
        }
        at = end.max(at + 1);
    }
    found.dedup();
    found
}

/// True if a date says how long something lasts: `from 3 to 10 May`, `until 14 December`.
pub(crate) fn lasts(date: &str, lang: Lang) -> bool {
    spans_days(date, lang) || Heard::new(date, lang).begins("until")
}

/// True if a date goes from a day to another: `from 3 to 10 May`, `с 3 по 10 мая`.
fn spans_days(date: &str, lang: Lang) -> bool {
    let words = words(date);
    let days = words.iter().filter(|word| matches!(kind(word, lang), Kind::Number | Kind::Ordinal | Kind::Day | Kind::Full));
    days.count() > 1
        || words.iter().any(|word| word.lower.contains(['-', '–']) && word.lower.starts_with(|c: char| c.is_ascii_digit()))
}

/// A date as it stands within a sentence: a joining word that began one is written small.
fn within(date: &str, first: &str) -> String {
    let joins = JOIN_EN.contains(&first) || JOIN_RU.contains(&first) || first == "в";
    let rest = &date[date.chars().next().map_or(0, char::len_utf8)..];
    let letter = date.chars().next().filter(|_| joins).map(|letter| letter.to_lowercase().collect::<String>());
    letter.map_or_else(|| date.to_owned(), |letter| letter + rest)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    /// "9th", which is a day also where no month stands beside it.
    Ordinal,
    Month,
    Day,
    Full,
    Join,
    Other,
}

struct Word {
    from: usize,
    to: usize,
    lower: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric()
            || matches!(c, '.' | '/' | '-' | '–')
                && from.is_some()
                && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
        match (from, inside) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                words.push(Word { from: start, to: at, lower: text[start..at].to_lowercase() });
                from = None;
            }
            _ => {}
        }
    }
    words
}

fn kind(word: &Word, lang: Lang) -> Kind {
    let lower = word.lower.as_str();
    let (days, join): (&[&str], &[&str]) = match lang {
        Lang::En => (&DAYS_EN, &JOIN_EN),
        Lang::Ru => (&DAYS_RU, &JOIN_RU),
    };
    if month_named(lower).is_some() {
        return Kind::Month;
    }
    if days.iter().any(|day| {
        if lang == Lang::En {
            lower.trim_end_matches('s') == *day
        } else {
            lower.starts_with(day) && lower != "среди" && !lower.starts_with("средн") && !lower.starts_with("средст")
        }
    }) {
        return Kind::Day;
    }
    if join.contains(&lower) || lang == Lang::Ru && lower == "в" {
        return Kind::Join;
    }
    let number = lower.trim_end_matches(|c: char| c.is_alphabetic()).trim_end_matches('-');
    let suffix = &lower[number.len()..];
    let ordinal = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "-го" | "-е" | "го" | "-ого" | "-му");
    if ordinal && !number.is_empty() {
        let parts: Vec<Option<u32>> = number.split(['.', '/']).map(|part| part.parse().ok()).collect();
        match parts[..] {
            [Some(day)] if (1..=31).contains(&day) => return if suffix.is_empty() { Kind::Number } else { Kind::Ordinal },
            [Some(year)] if (2020..2100).contains(&year) => return Kind::Number,
            [Some(a), Some(b)] | [Some(a), Some(b), Some(_)]
                if (1..=31).contains(&a) && (1..=12).contains(&b) && number.len() >= 4 =>
            {
                return Kind::Full;
            }
            _ => {}
        }
        let range: Vec<Option<u32>> = number.split(['-', '–']).map(|part| part.parse().ok()).collect();
        if let [Some(a), Some(b)] = range[..]
            && (1..=31).contains(&a)
            && (1..=31).contains(&b)
        {
            return Kind::Number;
        }
    }
    Kind::Other
}

/// A bare number is a date only beside a month; `may` and `march` only beside a number.
fn is_date(kinds: &[Kind]) -> bool {
    let has = |kind| kinds.contains(&kind);
    has(Kind::Full) || has(Kind::Day) || has(Kind::Ordinal) || has(Kind::Month) && has(Kind::Number)
}

fn tells(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "from"
            | "until"
            | "till"
            | "through"
            | "by"
            | "after"
            | "после"
            | "с"
            | "со"
            | "до"
            | "по"
            | "к"
            | "в"
            | "во"
            | "на"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_their_own_words() {
        for (lang, text, expected) in [
            (Lang::En, "I'm away from 3 to 10 May, back on Monday.", vec!["from 3 to 10 May", "Monday"]),
            (
                Lang::En,
                "Surgery is on March 12th, so until the 20th of March no calls",
                vec!["March 12th", "until the 20th of March"],
            ),
            (Lang::En, "We may march on, tomorrow we have 3 things", vec![]),
            (Lang::En, "away 12/03–15/03 or 14.05.2026", vec!["14.05.2026"]),
            (Lang::En, "We're back on the 9th.", vec!["the 9th"]),
            (Lang::Ru, "В среду не смогу, давайте на четверг.", vec!["в среду", "на четверг"]),
            (Lang::Ru, "Меня не будет с 3 по 10 мая, вернусь в пятницу.", vec!["с 3 по 10 мая", "в пятницу"]),
            (Lang::Ru, "Операция 12.03, созвон до 14-го марта и завтра", vec!["12.03", "до 14-го марта"]),
            (Lang::En, "They will sign only after 7 December.", vec!["after 7 December"]),
            (Lang::Ru, "Акт подпишут только после 7 декабря.", vec!["после 7 декабря"]),
            (Lang::Ru, "В среднем 3 средства, маяк", vec![]),
        ] {
            assert_eq!(dates(text, lang), expected, "{text}");
        }
    }

    /// "Only after 7 Dec" and «к 3 фев.» named no date, and «3 мартини» did.
    #[test]
    fn every_month_makes_a_date_in_full_and_in_short() {
        let english = ["Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec", "December"];
        let russian = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сент", "окт", "ноя", "дек", "декабря"];
        for (en, ru) in english.iter().zip(russian) {
            assert_eq!(dates(&format!("We sign it only after 7 {en}."), Lang::En), [format!("after 7 {en}")]);
            assert_eq!(dates(&format!("Акт подпишем только после 7 {ru}."), Lang::Ru), [format!("после 7 {ru}")]);
        }
        for (lang, text) in [(Lang::Ru, "Выпили 3 мартини"), (Lang::Ru, "Нужно 2 маяка и 5 августинцев"), (Lang::En, "5 decks")]
        {
            assert_eq!(dates(text, lang), Vec::<String>::new(), "{text}");
        }
    }
}
