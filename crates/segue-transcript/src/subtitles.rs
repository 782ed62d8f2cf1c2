//! `WebVTT` and `SubRip`: cues under a line with an arrow.

use crate::raw::{Raw, clock_time};
use crate::{Fault, Parsed};
use std::collections::HashMap;

/// Longest name before a colon, in letters and in words.
const NAME_LETTERS: usize = 48;
const NAME_WORDS: usize = 5;

pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        if let Some((start, end)) = arrow(line) {
            at = cue(&lines, at, start, end, &mut parsed);
        } else {
            at = skip(&lines, at, &mut parsed);
        }
    }
    name_prefixes(&mut parsed.raws);
    for raw in &mut parsed.raws {
        raw.text = collapse(&raw.text);
    }
    parsed.raws.retain(|raw| {
        let keep = !raw.text.is_empty();
        if !keep {
            parsed.faults.push((Some(raw.line), Fault::NoWords));
        }
        keep
    });
    parsed
}

/// A line such as `00:01.000 --> 00:02.000 align:start`; times that cannot be read are `None`.
fn arrow(line: &str) -> Option<(Option<f64>, Option<f64>)> {
    let (from, to) = line.split_once("-->")?;
    let to = to.split_whitespace().next().unwrap_or_default();
    Some((clock_time(from), clock_time(to)))
}

/// Reads the words of the cue whose times are at `at`; returns the line after it.
fn cue(lines: &[&str], at: usize, start: Option<f64>, end: Option<f64>, parsed: &mut Parsed) -> usize {
    let mut next = at + 1;
    let mut raw = Raw { line: at + 1, start, end, ..Raw::default() };
    while next < lines.len() && !lines[next].trim().is_empty() && arrow(lines[next]).is_none() {
        // An identifier right before the next times, where the empty line between two cues is missing.
        let identifier = lines.get(next + 1).is_some_and(|l| arrow(l).is_some()) && is_identifier(lines[next]);
        if identifier {
            break;
        }
        let (speaker, words) = untag(lines[next]);
        if raw.speaker.is_empty()
            && let Some(name) = speaker
        {
            raw.speaker = name;
        }
        if !raw.text.is_empty() {
            raw.text.push(' ');
        }
        raw.text.push_str(&words);
        next += 1;
    }
    if raw.text.trim().is_empty() && next >= lines.len() {
        parsed.faults.push((Some(at + 1), Fault::Cut));
    } else {
        parsed.raws.push(raw);
    }
    next
}

/// Passes over what is no cue: header, comments, styles, identifiers.
fn skip(lines: &[&str], at: usize, parsed: &mut Parsed) -> usize {
    let line = lines[at].trim_start_matches('\u{feff}').trim();
    let block =
        ["WEBVTT", "NOTE", "STYLE", "REGION"].into_iter().any(|word| line == word || line.starts_with(&format!("{word} ")));
    if block {
        let mut next = at + 1;
        while next < lines.len() && !lines[next].trim().is_empty() && arrow(lines[next]).is_none() {
            next += 1;
        }
        return next;
    }
    let before_times = lines.get(at + 1).is_some_and(|next| arrow(next).is_some());
    if !line.is_empty() && !before_times {
        let fault = if at + 1 >= lines.len() { Fault::Cut } else { Fault::Stray };
        if !is_identifier(line) || fault == Fault::Cut {
            parsed.faults.push((Some(at + 1), fault));
        }
    }
    at + 1
}

/// A cue number, or an identifier such as Teams writes: no spaces, with a digit.
fn is_identifier(line: &str) -> bool {
    let line = line.trim();
    !line.contains(char::is_whitespace) && line.contains(|c: char| c.is_ascii_digit()) && !line.contains("</")
}

/// The words of a line without its tags, and the name in its voice tag.
fn untag(line: &str) -> (Option<String>, String) {
    let mut speaker = None;
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(open) = rest.find('<') {
        words.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        // A tag begins with a letter, a slash or a digit (a time); "a < b" is no tag.
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
        let Some(close) = after.find('>').filter(|_| is_tag) else {
            words.push('<');
            rest = after;
            continue;
        };
        let tag = &after[..close];
        let voice = tag.strip_prefix('v').filter(|t| t.starts_with(['.', ' ', '\t']));
        if let Some((_, name)) = voice.and_then(|t| t.split_once([' ', '\t']))
            && speaker.is_none()
        {
            speaker = Some(collapse(&entities(name)));
        }
        rest = &after[close + 1..];
    }
    words.push_str(rest);
    (speaker.filter(|name| !name.is_empty()), entities(&words))
}

fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// `Name: words`, where the file writes it so: the name comes more than once, or most cues have one.
fn name_prefixes(raws: &mut [Raw]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let found: Vec<Option<usize>> = raws
        .iter()
        .map(|raw| {
            let end = if raw.speaker.is_empty() { name_end(&raw.text) } else { None };
            if let Some(end) = end {
                *counts.entry(raw.text[..end].trim().to_owned()).or_default() += 1;
            }
            end
        })
        .collect();
    let with_name = found.iter().flatten().count();
    let usual = with_name * 2 >= raws.len();
    for (raw, end) in raws.iter_mut().zip(found) {
        let Some(end) = end else { continue };
        let name = raw.text[..end].trim().to_owned();
        if usual || counts[&name] >= 2 {
            raw.text = raw.text[end + 1..].to_owned();
            name.trim_matches(|c| matches!(c, '-' | '[' | ']' | ' ')).clone_into(&mut raw.speaker);
        }
    }
}

/// Where the colon after a name stands, if the text may begin with a name.
pub(crate) fn name_end(text: &str) -> Option<usize> {
    let end = text.find(':')?;
    let name = text[..end].trim();
    let after = &text[end + 1..];
    let fits = !name.is_empty()
        && name.chars().count() <= NAME_LETTERS
        && name.split_whitespace().count() <= NAME_WORDS
        && name.contains(char::is_alphabetic)
        && !name.contains(['?', '!', '"', '«', ',', ';'])
        && (after.is_empty() || after.starts_with([' ', '\t', '\u{a0}']));
    // A name begins with a capital, a digit ("Speaker 1" has it inside) or a bracket.
    let capital = name
        .trim_start_matches(['-', '[', ' '])
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase());
    (fits && capital).then_some(end)
}
