//! Lines of plain text that say who speaks and when, by their form alone.

use crate::clock::Clock;
use crate::naming::{bare, is_capitalised, may_be_name, name_end};

/// How far into a line a time may stand, in bytes.
const REACH: usize = 90;
/// Signs between a name and a time.
const BETWEEN: [char; 11] = [' ', '\t', '\u{a0}', '-', '–', '—', '|', ',', '•', '@', '·'];

/// Lines that programs add and nobody says.
const ADDED: [&str; 9] = [
    "Transcribed by http",
    "Meeting ended after",
    "This editable transcript was computer generated",
    "Transcription ended",
    "Встреча завершилась",
    "Встреча завершена",
    "Эта расшифровка создана автоматически",
    "Расшифровано с помощью",
    "NOTE: This transcript",
];
/// The same, behind the name of whoever did it.
const ADDED_AFTER_NAME: [&str; 6] = [
    " started transcription",
    " stopped transcription",
    " начал(а) транскрибирование",
    " начал(-а) транскрибирование",
    " остановил(а) транскрибирование",
    " остановил(-а) транскрибирование",
];

/// When somebody speaks, as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct When {
    /// Start.
    pub start: Clock,
    /// End, if the line has it.
    pub end: Option<Clock>,
    /// Nothing around it: no brackets, no date, no seconds.
    pub bare: bool,
}

impl When {
    /// True if it may be part of what somebody says: "10:30 works for me".
    pub fn may_be_said(self) -> bool {
        self.bare && self.start.may_be_said()
    }
}

/// What a line is by its form.
#[derive(Debug, PartialEq)]
pub(crate) enum Mark<'a> {
    /// A time alone.
    Time(When),
    /// A time and words, which may also be a name with the words below.
    TimeAndWords(When, &'a str),
    /// A name and a time, in either order; the words may be empty.
    Turn {
        when: When,
        name: &'a str,
        words: &'a str,
        /// Name and words together, if the time stands before them.
        after_time: &'a str,
        /// True if the form leaves no doubt; else the name must come again in the file.
        sure: bool,
        /// True if the form is that of a chat.
        chat: bool,
    },
}

/// Recognises a line.
pub(crate) fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim().trim_start_matches(['#', '>']).trim_start();
    time_first(line).or_else(|| name_in_brackets(line)).or_else(|| name_first(line))
}

/// `[00:12] …`, `00:12 - 00:15 …`, `2026-11-24 10:02:11 …`.
fn time_first(line: &str) -> Option<Mark<'_>> {
    if let Some(start) = Clock::spelled(line) {
        return Some(Mark::Time(When { start, end: None, bare: false }));
    }
    let (when, rest) = time(line)?;
    let tabbed = rest.starts_with(['\t', '|']) || rest.trim_start_matches(' ').starts_with('|');
    let rest = rest.trim_start_matches(BETWEEN).trim_start_matches([':', '>', ' ']);
    if rest.is_empty() {
        return Some(Mark::Time(when));
    }
    if let Some(turn) = zoom_chat(when, rest) {
        return Some(turn);
    }
    // A column of its own comes before a colon in the words.
    if tabbed && let Some((name, words)) = rest.split_once(['\t', '|']) {
        let name = bare(name.trim().trim_end_matches(':'));
        if may_be_name(name) {
            return Some(Mark::Turn { when, name, words: words.trim(), after_time: rest, sure: false, chat: false });
        }
    }
    if let Some(end) = name_end(rest) {
        let words = rest[end + 1..].trim_start_matches('*').trim();
        return Some(Mark::Turn { when, name: bare(&rest[..end]), words, after_time: rest, sure: false, chat: false });
    }
    Some(Mark::TimeAndWords(when, rest))
}

/// `10:02:11 From Dana Wells to Everyone: words` as Zoom saves its chat.
fn zoom_chat(when: When, rest: &str) -> Option<Mark<'_>> {
    const TO: [&str; 5] = [" to ", " To ", " кому ", " для ", " → "];
    let after = rest.strip_prefix("From ").or_else(|| rest.strip_prefix("От "))?;
    let (head, words) = after.split_once(':')?;
    let end = TO.into_iter().filter_map(|to| head.find(to)).min().unwrap_or(head.len());
    let name = head[..end].trim();
    let turn = Mark::Turn { when, name, words: words.trim(), after_time: rest, sure: true, chat: true };
    (!name.is_empty() && name.chars().count() <= 60).then_some(turn)
}

/// `[Dana Wells] 10:02:11` as Zoom saves its captions.
fn name_in_brackets(line: &str) -> Option<Mark<'_>> {
    let (name, rest) = line.strip_prefix('[')?.split_once(']')?;
    let (when, words) = time(rest.trim_start())?;
    let turn = Mark::Turn { when, name: name.trim(), words: words.trim(), after_time: "", sure: true, chat: false };
    may_be_name(name.trim()).then_some(turn)
}

/// `Dana  0:12`, `Dana (00:12): words`, `Dana: [00:12] words`, `Dana | 10:02 AM`.
fn name_first(line: &str) -> Option<Mark<'_>> {
    let reach = line.floor_char_boundary(REACH);
    let at = time_position(&line[..reach])?;
    let opened = line[..at].ends_with(['[', '(']);
    let (when, after) = time(&line[at - usize::from(opened)..])?;
    let before = &line[..at - usize::from(opened)];
    let colon_before = before.trim_end().ends_with(':');
    let name = bare(before.trim_end_matches(BETWEEN).trim_end_matches([':', '*']).trim_end_matches(BETWEEN));
    // «Viktor: 10:30» is what Viktor says.
    if !may_be_name(name) || colon_before && !opened && after.trim().is_empty() {
        return None;
    }
    let wide = before.ends_with("  ") || before.trim_end_matches(' ').ends_with(['\t', '|', '–', '—', '•', '·', '-', ',']);
    let words = after.trim();
    let capital = is_capitalised(name);
    let turn = |words, sure| Some(Mark::Turn { when, name, words, after_time: "", sure, chat: false });
    match words.strip_prefix(':') {
        _ if words.is_empty() => turn("", before.ends_with("  ") || capital && (wide || opened)),
        Some(words) if words.is_empty() || words.starts_with([' ', '\t']) => turn(words.trim(), capital && opened),
        None if colon_before && opened => turn(words, false),
        None if after.starts_with('\t') && wide => turn(words, false),
        _ => None,
    }
}

/// Where the first time stands that is no part of a longer number or word.
fn time_position(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii_digit() && !before.is_alphanumeric() && !matches!(before, ':' | '.' | '/' | '+');
        if begins && at > 0 && Clock::begin(&text[at..]).is_some() {
            return Some(at);
        }
        before = c;
    }
    None
}

/// A time with brackets or without, perhaps with a date before and an end behind; and what follows.
fn time(text: &str) -> Option<(When, &str)> {
    let (closer, inner) = match text.chars().next()? {
        '[' => (Some(']'), &text[1..]),
        '(' => (Some(')'), &text[1..]),
        _ => (None, text),
    };
    let undated = skip_date(inner);
    let (start, rest) = Clock::begin(undated)?;
    let (end, rest) = end_of_range(rest).map_or((None, rest), |(end, rest)| (Some(end), rest));
    let rest = match closer {
        Some(closer) => rest.trim_start().strip_prefix(closer)?,
        None => rest,
    };
    let bare = closer.is_none() && undated.len() == inner.len() && !start.is_full();
    Some((When { start, end, bare }, rest))
}

/// ` --> 00:15`, ` - 00:15`.
fn end_of_range(text: &str) -> Option<(Clock, &str)> {
    let text = text.trim_start_matches([' ', '\t']);
    let after = text.strip_prefix("-->").or_else(|| text.strip_prefix(['-', '–', '—', '→']))?;
    Clock::begin(after.trim_start_matches([' ', '\t']))
}

/// Passes over a date such as `2026-11-24 ` or `24.11.2026, `.
fn skip_date(text: &str) -> &str {
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '/'));
    let date = &text[..text.len() - after.len()];
    let is_date = (8..=10).contains(&date.len()) && date.matches(['-', '.', '/']).count() == 2;
    match after.trim_start_matches([',', ' ', 'T']) {
        rest if is_date && rest.len() < after.len() => rest,
        _ => text,
    }
}

/// True if a program added the line, and nobody said it.
pub(crate) fn is_added(line: &str) -> bool {
    let line = line.trim_start_matches(['#', '*', '_', ' ']);
    ADDED.iter().any(|start| line.starts_with(start)) || ADDED_AFTER_NAME.iter().any(|end| line.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, words, seconds, sure.
    fn turn(line: &str) -> Option<(&str, &str, f64, bool)> {
        match mark(line)? {
            Mark::Turn { when, name, words, sure, .. } => Some((name, words, when.start.seconds(), sure)),
            Mark::TimeAndWords(when, words) => Some(("", words, when.start.seconds(), false)),
            Mark::Time(when) => Some(("", "", when.start.seconds(), true)),
        }
    }

    #[test]
    fn forms_of_many_programs() {
        for (line, expected) in [
            ("Dana Wells  0:12  ", Some(("Dana Wells", "", 12.0, true))),
            ("Виктор Петров  1:02:03", Some(("Виктор Петров", "", 3723.0, true))),
            ("Speaker 1 (00:12):", Some(("Speaker 1", "", 12.0, true))),
            ("Dana: (00:12)", Some(("Dana", "", 12.0, true))),
            ("Dana Wells - 00:12", Some(("Dana Wells", "", 12.0, true))),
            ("Dana Wells | 10:02 AM", Some(("Dana Wells", "", 36_120.0, true))),
            ("Dana [00:12]: hi there", Some(("Dana", "hi there", 12.0, true))),
            ("Dana 00:12: hi there", Some(("Dana", "hi there", 12.0, false))),
            ("Dana: [00:12] hi there", Some(("Dana", "hi there", 12.0, false))),
            ("[00:12] Dana: hi", Some(("Dana", "hi", 12.0, false))),
            ("(00:12) Виктор: да", Some(("Виктор", "да", 12.0, false))),
            ("00:12 - Dana: hi", Some(("Dana", "hi", 12.0, false))),
            ("[00:00:12.5] **Dana:** hi", Some(("Dana", "hi", 12.5, false))),
            ("[00:00:12.000 --> 00:00:14.000]   hi", Some(("", "hi", 12.0, false))),
            ("[Dana Wells] 10:02:11", Some(("Dana Wells", "", 36_131.0, true))),
            ("10:02:11 From Dana Wells to Everyone: hi", Some(("Dana Wells", "hi", 36_131.0, true))),
            ("10:02:11\t От  Виктор : привет", Some(("Виктор", "привет", 36_131.0, true))),
            ("00:58:04\tAlex:\thi", Some(("Alex", "hi", 3484.0, false))),
            ("2026-11-24 10:02:11 Dana: hi", Some(("Dana", "hi", 36_131.0, false))),
            ("00:05:00", Some(("", "", 300.0, true))),
            ("1 hour 2 minutes 5 seconds", Some(("", "", 3725.0, true))),
            ("0 минут 5 секунд", Some(("", "", 5.0, true))),
            ("5 minutes", None),
            ("2:15\tЛена\tДавайте к делу: каталог", Some(("Лена", "Давайте к делу: каталог", 135.0, false))),
            ("[0:15]", Some(("", "", 15.0, true))),
            ("00:12 Dana Wells", Some(("", "Dana Wells", 12.0, false))),
            ("Viktor: 10:30", None),
            ("January 14, 2026, 9:02AM", None),
            ("Wednesday, 14 January 2026 09:02", None),
            ("14 января 2026 г., 9:02", None),
            ("Monday 10:30", Some(("Monday", "", 630.0, false))),
            ("we can meet on Monday at 10:30", None),
            ("We meet at 10:30, don't we", None),
            ("Tue, Nov 24, 2026 10:02AM • 32:15", None),
            ("ratio 3:1 is fine", None),
            ("no time here", None),
        ] {
            assert_eq!(turn(line), expected, "{line}");
        }
    }
}
