//! The agenda as it is typed or pasted: what an item is about, and the minutes set aside for it.

use crate::minutes::{amount, seconds};
use serde::{Deserialize, Serialize};

/// Words before an amount that make it part of what the item is about: "Reminder in 10 min".
const BELONGS: [&str; 17] = [
    "in",
    "of",
    "every",
    "per",
    "from",
    "after",
    "within",
    "under",
    "than",
    "через",
    "за",
    "из",
    "каждые",
    "после",
    "от",
    "течение",
    "в",
];
/// What begins a line of a list by itself: bullets, boxes, ticks, the marks of quoted mail.
const BULLETS: &[char] =
    &['•', '·', '∙', '‣', '▪', '▫', '■', '□', '●', '○', '◦', '►', '▶', '➤', '→', '☐', '☑', '☒', '✓', '✔', '✅', '\u{fe0f}', '>'];
/// What begins a line of a list where no digit follows: "- Logo", "-Logo", and not "-5% for tea".
const DASHES: &[char] = &['-', '–', '—', '−', '*', '+', '#'];
/// Boxes that are typed.
const BOXES: [&str; 4] = ["[ ]", "[]", "[x]", "[X]"];
/// Digits that number a list: longer numbers are years.
const MOST_DIGITS: usize = 2;
/// What stands between an item and its amount.
const BETWEEN: &[char] = &[' ', '-', '–', '—', ':', ',', ';', '·', '|', '/'];

/// One item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// What it is about, in the user's words.
    pub text: String,
    /// Minutes set aside for it, if any.
    pub minutes: Option<f64>,
}

impl AgendaItem {
    /// An item as people type it: "Menu photos 5 min", "Prices (10)", "Договор — полчаса", "10 min: Logo", "2) Prices". Minutes that
    /// stand apart are the time set aside, and no part of what is said aloud, nor are the marks of a list; any others are words of
    /// the item. `None` if nothing is left to talk about.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = without_marks(&text);
        let found = in_brackets(text).or_else(|| in_front(text)).or_else(|| at_the_end(text)).or_else(|| before_it(text));
        let (item, minutes) = match found {
            Some((item, minutes)) if is_said(item) => (item, Some(minutes)),
            _ => (text, None),
        };
        let is_time = amount(item.trim_matches(['(', ')', '[', ']']), false).is_some();
        (is_said(item) && !is_time).then(|| Self { text: item.to_owned(), minutes })
    }
}

/// Minutes set aside for these items together; 0 if none are for any.
pub fn minutes_set_aside(agenda: &[AgendaItem]) -> f64 {
    agenda.iter().filter_map(|item| item.minutes).filter(|minutes| minutes.is_finite()).map(|minutes| minutes.max(0.0)).sum()
}

/// True if there is a word or a number in it.
fn is_said(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A line of a list without what makes it one: "> - [ ] 2) Prices;" is about "Prices".
fn without_marks(line: &str) -> &str {
    let mut rest = line.trim_end_matches([';', ',', ' ']);
    while let Some(after) = after_mark(rest) {
        rest = after.trim_start();
    }
    rest
}

/// What follows a mark of a list; `None` if the text begins with none.
fn after_mark(text: &str) -> Option<&str> {
    let boxed = || BOXES.iter().find_map(|mark| text.strip_prefix(mark));
    text.strip_prefix(BULLETS).or_else(boxed).or_else(|| after_dash(text)).or_else(|| after_number(text))
}

fn after_dash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(DASHES)?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
}

/// "2. Prices", "2.Цены", "1.2. Prices", "2) Prices", "(2) Prices", "б) Цены", and not "1.5 h with Ann" or "3D model".
fn after_number(text: &str) -> Option<&str> {
    if let Some((number, rest)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) {
        return is_number(number).then_some(rest);
    }
    let bracketed = text.split_once(')').filter(|(number, _)| number.split('.').all(is_number));
    bracketed.map(|(_, rest)| rest).or_else(|| after_dot(text))
}

fn after_dot(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = is_number(&text[..text.len() - rest.len()]).then_some(rest)?.strip_prefix('.')?;
    match rest.chars().next() {
        Some(c) if c.is_ascii_digit() => after_dot(rest),
        _ => Some(rest),
    }
}

/// A short number, or a single letter, as lists have them.
fn is_number(text: &str) -> bool {
    let digits = text.chars().all(|c| c.is_ascii_digit());
    !text.is_empty()
        && (digits && text.len() <= MOST_DIGITS || text.chars().count() == 1 && text.chars().all(char::is_alphabetic))
}

/// "Prices (10)", "[5 min] Prices".
fn in_brackets(text: &str) -> Option<(&str, f64)> {
    [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
        let after = text.strip_suffix(close).and_then(|text| text.rsplit_once(open));
        let before = text.strip_prefix(open).and_then(|text| text.split_once(close)).map(|(amount, item)| (item, amount));
        let (item, said) = after.or(before)?;
        Some((item.trim_matches(BETWEEN), amount(said, true)?))
    })
}

/// "10 min: Prices".
fn in_front(text: &str) -> Option<(&str, f64)> {
    [":", " - ", " – ", " — "].into_iter().find_map(|mark| {
        let (said, item) = text.split_once(mark)?;
        Some((item.trim(), amount(said, false)?))
    })
}

/// "1h Catering", "10min menu": time that is written like a sum before the item, or before a capital. "30 min pitch" may be what the
/// item is.
fn before_it(text: &str) -> Option<(&str, f64)> {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    spaces.rev().find_map(|at| Some((at, amount(&text[..at], false)?))).and_then(|(at, minutes)| {
        let (said, item) = (&text[..at], text[at..].trim_start_matches(BETWEEN));
        let apart = said.contains(' ') || !said.starts_with(|c: char| c.is_ascii_digit());
        let small = !said.contains(char::is_uppercase);
        (small && (!apart || item.starts_with(char::is_uppercase))).then_some((item, minutes))
    })
}

/// "Prices 10 min", with as much of the end as makes an amount.
fn at_the_end(text: &str) -> Option<(&str, f64)> {
    let mut starts = text.match_indices(BETWEEN).map(|(at, mark)| at + mark.len());
    let (item, minutes) = starts.find_map(|at| {
        // After a dash seconds, too, stand apart.
        let dashed = text[..at].trim_end().ends_with(['–', '—']) || text[..at].ends_with(" - ");
        Some((&text[..at], amount(&text[at..], false).or_else(|| dashed.then(|| seconds(&text[at..]))?)?))
    })?;
    let item = item.trim_end_matches(BETWEEN);
    let word = item.rsplit(' ').next().unwrap_or_default().to_lowercase();
    (!BELONGS.contains(&word.as_str())).then_some((item, minutes))
}

#[cfg(test)]
mod tests {
    use super::AgendaItem;

    /// Minutes could be set nowhere, and what was typed was read aloud: "Let's take the next item: Menu photos 1 min."
    #[test]
    fn minutes_beside_an_item_are_set_aside_for_it() {
        for (typed, item, minutes) in [
            ("Contract 5 min", "Contract", 5.0),
            ("Menu  photos 1 min", "Menu photos", 1.0),
            ("Prices (1 min)", "Prices", 1.0),
            ("Prices (10)", "Prices", 10.0),
            ("Prices [10 Minutes]", "Prices", 10.0),
            ("Договор 10 мин", "Договор", 10.0),
            ("Договор аренды (10)", "Договор аренды", 10.0),
            ("Договор аренды, 15 минут", "Договор аренды", 15.0),
            ("Договор — полчаса", "Договор", 30.0),
            ("Смета: 1 ч 30 мин.", "Смета", 90.0),
            ("Смета 1 ч 30", "Смета", 90.0),
            ("Смета 1,5 часа", "Смета", 90.0),
            ("Смета примерно 20 минут", "Смета", 20.0),
            ("Смета на 20 минут", "Смета", 20.0),
            ("Logo – 10min", "Logo", 10.0),
            ("Logo: about 10 min", "Logo", 10.0),
            ("Logo ~10 min", "Logo", 10.0),
            ("Logo 5-10 min", "Logo", 10.0),
            ("Logo, half an hour", "Logo", 30.0),
            ("Logo 1.5 h", "Logo", 90.0),
            ("Logo for 1h30", "Logo", 90.0),
            ("Budget 2026 15 min", "Budget 2026", 15.0),
            ("10 min: Logo", "Logo", 10.0),
            ("10 мин — Логотип", "Логотип", 10.0),
            ("(10 min) Logo", "Logo", 10.0),
            ("Photos (menu) (5)", "Photos (menu)", 5.0),
            ("Workshop 24 h", "Workshop", 1440.0),
            ("Who pays for the gate (90 sec)", "Who pays for the gate", 1.5),
            ("Gate [30 seconds]", "Gate", 1.0),
            ("Калитка (90 сек.)", "Калитка", 1.5),
            ("Gate 1 min 30 sec", "Gate", 1.5),
            // "Okay, back to our list: 1h Catering."
            ("1h Catering", "Catering", 60.0),
            ("1h catering", "catering", 60.0),
            ("1 h 30 Catering", "Catering", 90.0),
            ("45 min Catering", "Catering", 45.0),
            ("15 мин Смета", "Смета", 15.0),
            ("10мин смета", "смета", 10.0),
            ("Flowers - lilies (NOT white) – 45 sec", "Flowers - lilies (NOT white)", 1.0),
            ("Flowers - 90 sec", "Flowers", 1.5),
            ("Цветы — 45 сек", "Цветы", 1.0),
        ] {
            assert_eq!(AgendaItem::typed(typed), Some(AgendaItem { text: item.into(), minutes: Some(minutes) }), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_a_word_of_the_item() {
        for typed in [
            "Logo",
            "Invoice 1047",
            "Roof repair 10",
            "Budget (2026)",
            "Prices (0)",
            "Prices (v2)",
            "Photos of the phone (5s)",
            "Workshop 25 h",
            "Fence 10 m",
            "Забор 10 м",
            "-5% for tea",
            "+7 999 123: whose number is it?",
            "3D model",
            "1.5 tons of clay",
            "2026. Plans",
            "2.0 release",
            "24/7 support",
            "C++ course",
            "A/B test",
            "V. Lind's contract",
            "1-й этап",
            "(draft) Contract",
            "Reminder in 10 min",
            "Letter every 30 minutes",
            "Напомнить через 10 минут",
            "15-minute video",
            "30 min pitch",
            "24 Hours Le Mans",
            "1 hour photo",
            "30 минут ходьбы",
            "Ролик 30 сек",
            "Support: 24/7",
            "Договор № 10",
            "мин",
            "1.2.3 min",
        ] {
            assert_eq!(AgendaItem::typed(typed), Some(AgendaItem { text: typed.into(), minutes: None }), "{typed}");
        }
    }

    /// "Let's keep that for the end. First, this one: - Hotel video."
    #[test]
    fn a_pasted_list_loses_its_marks() {
        for (pasted, item, minutes) in [
            ("- Hotel video", "Hotel video", None),
            ("-Hotel video", "Hotel video", None),
            ("— Ролик для отеля;", "Ролик для отеля", None),
            ("* Edits,", "Edits", None),
            ("• Payment", "Payment", None),
            ("•Оплата", "Оплата", None),
            ("→ Payment", "Payment", None),
            ("2) Edits", "Edits", None),
            ("2. Edits", "Edits", None),
            ("2.Правки", "Правки", None),
            ("12. Edits", "Edits", None),
            ("1.2. Edits", "Edits", None),
            ("1.2) Edits", "Edits", None),
            ("(3) Edits", "Edits", None),
            ("a) Edits", "Edits", None),
            ("б) Правки", "Правки", None),
            ("[ ] Edits", "Edits", None),
            ("- [x] Edits", "Edits", None),
            ("> 1. Edits", "Edits", None),
            ("## Edits", "Edits", None),
            ("✅ Правки", "Правки", None),
            ("2) Edits 5 min", "Edits", Some(5.0)),
            ("- 10 мин: Правки", "Правки", Some(10.0)),
            ("• Prices (10);", "Prices", Some(10.0)),
            ("- [5 min] Prices", "Prices", Some(5.0)),
        ] {
            assert_eq!(AgendaItem::typed(pasted), Some(AgendaItem { text: item.into(), minutes }), "{pasted}");
        }
    }

    /// A dash, an amount or a number in brackets alone was an item.
    #[test]
    fn a_line_with_nothing_to_talk_about_is_no_item() {
        for typed in [
            "",
            " ",
            "-",
            "—",
            "*",
            "•",
            "...",
            "1)",
            "2.",
            "(10)",
            "- ",
            "[ ]",
            "5 min",
            "10 мин",
            "полчаса",
            "- 5 min",
            "(5 min)",
        ] {
            assert_eq!(AgendaItem::typed(typed), None, "{typed}");
        }
    }
}
