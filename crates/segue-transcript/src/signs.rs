//! Signs around the names of speakers, taken away before a text is read: `_Dana_:`, `**Dana [00:12]:**`, `1. Dana:`, `<Dana>`,
//! `@0:12 - Dana (Acme)`, `Q. words`, `— words`.

use crate::clock::Clock;
use crate::heading::mark;
use crate::labels::is_label;
use crate::lines::Lines;
use crate::naming::{is_capitalised, may_be_name, name_end};
use std::borrow::Cow;
use std::collections::HashMap;

/// How far into a line a name may reach, in bytes.
const REACH: usize = 90;
/// Marks of emphasis, and quotation marks around a name with its time.
const PAIRS: [(&str, &str); 10] = [
    ("**", "**"),
    ("__", "__"),
    ("*", "*"),
    ("_", "_"),
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    ("<i>", "</i>"),
    ("<em>", "</em>"),
    ("\"", "\""),
    ("“", "”"),
];

/// The text with every name before a colon, line by line; borrowed if it has no such signs.
pub(crate) fn without(text: &str) -> Cow<'_, str> {
    let plain = by_line(Cow::Borrowed(text), |line| unwrapped(line).or_else(|| after_time(line)));
    let plain = dialogue(plain);
    let counts = counted(&plain, |line| name_end(line).map(|end| line[..end].trim_start_matches(['-', '>', ' ']).to_owned()));
    let numbered = counted(&plain, |line| Some(unnumbered(line)?.0.to_owned()));
    let speaks = |name: &str| counts.get(name).copied().unwrap_or(0) + numbered.get(name).copied().unwrap_or(0) >= 2;
    let plain = by_line(plain, |line| unnumbered(line).filter(|(name, _)| speaks(name)).map(|(_, line)| line.to_owned()));
    [in_angles, before_point, before_dash, before_time].into_iter().fold(plain, shaped)
}

/// Changes the lines for which there is another.
fn by_line(text: Cow<'_, str>, change: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    if !Lines::of(&text).any(|(_, line)| change(line).is_some()) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for (_, line) in Lines::of(&text) {
        out.push_str(&change(line).map_or(Cow::Borrowed(line), Cow::Owned));
        out.push('\n');
    }
    Cow::Owned(out)
}

fn counted(text: &str, name: impl Fn(&str) -> Option<String>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for name in Lines::of(text).filter_map(|(_, line)| name(line)) {
        *counts.entry(name).or_default() += 1;
    }
    counts
}

/// A line whose name, perhaps with its time, stands in signs: `_Dana_: words`, `"Dana (00:12)": words`.
fn unwrapped(line: &str) -> Option<String> {
    let inner = line.trim_start_matches(['>', '-', ' ', '\t']);
    let before = &line[..line.len() - inner.len()];
    PAIRS.into_iter().find_map(|(open, close)| {
        let body = inner.strip_prefix(open)?;
        let inside = &body[..body[..body.floor_char_boundary(REACH)].find(close)?];
        let after = &body[inside.len() + close.len()..];
        let (name, words) = match inside.strip_suffix(':') {
            Some(name) => (name, after),
            None => (inside, after.strip_prefix(':')?),
        };
        let timed = name.ends_with([')', ']']) && name.contains(|c: char| c.is_ascii_digit());
        let quotes = open.starts_with(['"', '“']);
        (name.contains(char::is_alphabetic) && (timed || !quotes)).then(|| format!("{before}{name}: {}", words.trim_start()))
    })
}

/// The name on a line with a number before it, and the line without: `12. Dana: words`, `1) Dana: words`.
fn unnumbered(line: &str) -> Option<(&str, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')']).filter(|rest| (1..=4).contains(&digits) && rest.starts_with(' '))?;
    let rest = rest.trim_start();
    let name = &rest[..name_end(rest)?];
    (is_capitalised(name) && !is_label(name)).then_some((name, rest))
}

/// A name, the line with it before a colon, and whether the shape alone is that of a chat.
type Shaped<'a> = (&'a str, String, bool);

/// Changes the lines of a shape that most lines of the text have, with names that come again.
fn shaped(text: Cow<'_, str>, shape: fn(&str) -> Option<Shaped<'_>>) -> Cow<'_, str> {
    let lines = Lines::of(&text).filter(|(_, line)| !line.trim().is_empty()).count();
    let counts = counted(&text, |line| shape(line).map(|(name, _, _)| name.to_owned()));
    let sure = Lines::of(&text).find_map(|(_, line)| shape(line)).is_some_and(|(_, _, sure)| sure);
    let (all, again) = (counts.values().sum::<usize>(), counts.values().filter(|count| **count >= 2));
    let covered: usize = again.clone().sum();
    if again.count() < if sure { 1 } else { 2 } || covered * 10 < lines * 6 {
        return text;
    }
    let everywhere = all * 10 >= lines * 9;
    by_line(text, |line| shape(line).filter(|(name, _, _)| everywhere || counts[*name] >= 2).map(|(_, line, _)| line))
}

/// A line of a time and a name with where they are from, as Fathom copies it: `@0:12 - Dana Wells (Acme)`.
fn after_time(line: &str) -> Option<String> {
    let line = line.trim();
    let inner = line.strip_prefix('@').unwrap_or(line);
    let (_, rest) = Clock::begin(inner)?;
    let whole = rest.strip_prefix(" - ")?.trim();
    let name = whole.strip_suffix(')').and_then(|whole| whole.rsplit_once(" (")).map_or(whole, |(name, _)| name.trim());
    let marked = inner.len() < line.len() || name.len() < whole.len();
    let time = &inner[..inner.len() - rest.len()];
    (marked && is_name(name)).then(|| format!("{name}  {time}"))
}

/// The text without the dashes that begin what is said in a dialogue, if most of its lines have one.
fn dialogue(text: Cow<'_, str>) -> Cow<'_, str> {
    const LEAST: usize = 4;
    let said = |line: &str| {
        let words = line.trim_start().strip_prefix(['—', '–', '―'])?.strip_prefix([' ', '\u{a0}'])?.trim_start();
        words.starts_with(|c: char| !c.is_ascii_digit()).then(|| words.to_owned())
    };
    let lines = Lines::of(&text).filter(|(_, line)| !line.trim().is_empty()).count();
    let dashed = Lines::of(&text).filter(|(_, line)| said(line).is_some()).count();
    if dashed < LEAST || dashed * 10 < lines * 6 { text } else { by_line(text, said) }
}

/// `Q. words`, `О. words`: a question and an answer.
fn before_point(line: &str) -> Option<Shaped<'_>> {
    let (letter, words) = line.trim().split_once(['.', ')'])?;
    let is_side = ["Q", "A", "В", "О"].contains(&letter) && words.starts_with([' ', '\t']);
    is_side.then(|| (letter, format!("{letter}: {}", words.trim_start()), false))
}

/// `<Dana> words`, perhaps behind a time.
fn in_angles(line: &str) -> Option<Shaped<'_>> {
    let (time, rest) = line.split_at(line.find('<')?);
    let (name, words) = rest[1..].split_once("> ")?;
    let timed = time.trim().is_empty() || time.len() < 24 && mark(time).is_some();
    (timed && may_be_name(name)).then(|| (name, format!("{time}{name}: {words}"), true))
}

/// `Dana — words`.
fn before_dash(line: &str) -> Option<Shaped<'_>> {
    let reach = &line[..line.floor_char_boundary(REACH)];
    let (at, dash) = [" — ", " – ", " - "].into_iter().filter_map(|dash| Some((reach.find(dash)?, dash))).min()?;
    let (name, words) = (line[..at].trim(), &line[at + dash.len()..]);
    let no_time = mark(line).is_none();
    (no_time && is_name(name)).then(|| (name, format!("{name}: {words}"), false))
}

/// `Dana 00:12 words`.
fn before_time(line: &str) -> Option<Shaped<'_>> {
    let reach = &line[..line.floor_char_boundary(REACH)];
    let at = reach.match_indices(' ').map(|(at, _)| at + 1).find(|at| Clock::begin(&line[*at..]).is_some())?;
    let (_, words) = Clock::begin(&line[at..])?;
    let (name, time) = (line[..at].trim(), &line[at..line.len() - words.len()]);
    let said = words.starts_with(' ') && words.contains(char::is_alphabetic) && mark(line).is_none();
    (said && is_name(name)).then(|| (name, format!("{name} ({time}):{words}"), false))
}

fn is_name(name: &str) -> bool {
    may_be_name(name) && is_capitalised(name) && name.starts_with(char::is_alphabetic) && !is_label(name)
}
