//! Names of months.

/// Months in English and Russian (as in [`crate::Lang`]), lower case, as they stand in a date.
pub const MONTHS: [[&str; 12]; 2] = [
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
];

/// Letters that a month in short has at least.
const SHORT: usize = 3;

/// Endings of a Russian month, beside that in which it stands in a date.
const CASES: [&str; 8] = ["ь", "й", "ю", "у", "е", "ём", "ем", "ом"];

/// The month, from 1, that a word names in either language, in lower case: in full, or by its first letters, at least three of them;
/// in Russian also as it is called by itself («декабрь») and in other cases («в декабре», «к августу»).
pub fn month_named(word: &str) -> Option<i8> {
    let in_a_case = |name: &str| {
        let stem = name.strip_suffix(['я', 'а']);
        stem.and_then(|stem| word.strip_prefix(stem)).is_some_and(|ending| CASES.contains(&ending))
    };
    let names = |name: &str| name.starts_with(word) || in_a_case(name);
    let place = MONTHS.iter().flatten().position(|name| word.chars().count() >= SHORT && names(name))?;
    i8::try_from(place % 12 + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::month_named;

    #[test]
    fn months_are_known_in_full_in_short_and_by_themselves() {
        for (word, month) in [
            ("december", Some(12)),
            ("dec", Some(12)),
            ("sept", Some(9)),
            ("декабря", Some(12)),
            ("декабрь", Some(12)),
            ("дек", Some(12)),
            ("март", Some(3)),
            ("май", Some(5)),
            ("мая", Some(5)),
            ("мае", Some(5)),
            ("маю", Some(5)),
            ("декабре", Some(12)),
            ("декабрю", Some(12)),
            ("январём", Some(1)),
            ("августу", Some(8)),
            ("мартом", Some(3)),
            ("мартини", None),
            ("маяк", None),
            ("ma", None),
            ("decisions", None),
            ("марья", None),
            ("", None),
        ] {
            assert_eq!(month_named(word), month, "{word}");
        }
    }
}
