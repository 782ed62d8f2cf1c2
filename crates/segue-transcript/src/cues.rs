//! `WebVTT` and `SubRip`: cues under a line with an arrow.

use crate::Fault;
use crate::clock::{Clock, clock_time};
use crate::found::Found;
use crate::lines::Lines;
use crate::markup::{Untagged, untag};
use crate::spacing::is_mark;
use crate::speakers::LINE_END;
use segue_core::{Lang, Words};

/// Words by which a block of `WebVTT` is known to be no cue.
const BLOCKS: [&str; 4] = ["WEBVTT", "NOTE", "STYLE", "REGION"];

/// Reads a file of cues; one with words is one utterance.
pub(crate) fn parse(text: &str) -> Found {
    let mut found = Found::default();
    let mut lines = Lines::of(text);
    let mut identifier = "";
    let mut open: Option<Cue> = None;
    // Of each cue: its first utterance, and its number.
    let mut numbers: Vec<(usize, Option<u32>)> = Vec::new();
    while let Some((number, line)) = lines.next() {
        let inside = line.trim().trim_start_matches('\u{feff}');
        if let Some(times) = arrow(line) {
            close(open.take(), &mut found, false);
            numbers.push((found.utterances.len(), identifier.trim().parse().ok()));
            if times.0.is_some() && times.1.is_none() {
                found.problems.at(number, Fault::EndTime);
            }
            open = Some(Cue::read(number, times, identifier, &mut lines));
            identifier = "";
        } else if inside.is_empty() {
            identifier = "";
        } else if is_block(inside) {
            skip_block(&mut lines, &mut found, inside.starts_with("WEBVTT"));
        } else if lines.peek().is_some_and(|next| arrow(next).is_some()) {
            identifier = inside;
        } else {
            stray(number, inside, lines.peek().is_none(), open.as_mut(), &mut found);
        }
    }
    close(open, &mut found, true);
    in_order(&mut found, &numbers);
    crate::invented::leave_out(&mut found);
    crate::rolling::unroll(&mut found);
    crate::speakers::find(&mut found);
    found
}

/// Puts numbered cues in the order of their numbers, where their times say the same and the file does not.
fn in_order(found: &mut Found, numbers: &[(usize, Option<u32>)]) {
    let ends = numbers.iter().skip(1).map(|(first, _)| *first).chain([found.utterances.len()]);
    let cues: Option<Vec<_>> = numbers.iter().zip(ends).map(|(&(first, number), end)| Some((number?, first..end))).collect();
    let Some(mut cues) = cues.filter(|cues| !cues.is_sorted_by_key(|(number, _)| *number)) else { return };
    cues.sort_by_key(|(number, _)| *number);
    let order: Vec<usize> = cues.iter().flat_map(|(_, utterances)| utterances.clone()).collect();
    // Two recordings in one file count twice, and a time that runs back by number is another fault.
    let once = cues.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let forwards = order.windows(2).all(|pair| found.utterances[pair[0]].start <= found.utterances[pair[1]].start);
    if once && forwards && order.len() == found.utterances.len() {
        found.utterances = order.iter().map(|&at| found.utterances[at].clone()).collect();
        found.lines = order.iter().map(|&at| found.lines[at]).collect();
    }
}

/// A cue whose words may still come.
struct Cue {
    line: u32,
    times: (Option<f64>, Option<f64>),
    /// Who says what, one after another; at least one, perhaps without a name or words.
    voices: Vec<(String, String)>,
}

impl Cue {
    /// Reads the words under the times. A line end stays in them as a mark: names may stand on a
    /// line of their own.
    fn read(line: u32, times: (Option<f64>, Option<f64>), identifier: &str, lines: &mut Lines<'_>) -> Self {
        let mut voices = vec![(name_in_identifier(identifier).unwrap_or_default(), String::new())];
        loop {
            let mut ahead = lines.clone();
            let Some((_, next)) = ahead.next() else { break };
            // Without an empty line between, the next times or their identifier end the cue.
            let before_arrow = || ahead.peek().is_some_and(|after| arrow(after).is_some());
            if next.trim().is_empty() || arrow(next).is_some() || is_identifier(next) && before_arrow() {
                break;
            }
            *lines = ahead;
            add_line(&mut voices, next);
        }
        Self { line, times, voices }
    }
}

/// What the lines of a cue begin with in which two people speak.
const DASHES: [&str; 3] = ["- ", "– ", "— "];

/// Adds a line to what is said in a cue; a voice tag with another name begins another turn, and so does a dash below a dash.
fn add_line(voices: &mut Vec<(String, String)>, line: &str) {
    for (at, Untagged { voice, words }) in untag(line).into_iter().enumerate() {
        let words = words.trim();
        let begins = |text: &str| DASHES.iter().any(|dash| text.starts_with(dash));
        let answers = at == 0 && begins(words) && voices.last().is_some_and(|(_, said)| begins(said));
        match voices.last_mut() {
            _ if answers => voices.push((voice.unwrap_or_default(), words.to_owned())),
            Some((name, said)) if voice.as_ref().is_none_or(|voice| voice == name || said.is_empty()) => {
                *name = voice.unwrap_or_else(|| std::mem::take(name));
                if !said.is_empty() {
                    said.push(if at == 0 { LINE_END } else { ' ' });
                }
                said.push_str(words);
            }
            _ => voices.push((voice.unwrap_or_default(), words.to_owned())),
        }
    }
}

/// True if there is nothing to say or to see.
fn is_silent(words: &str) -> bool {
    words.chars().all(|c| c.is_whitespace() || c.is_control() || is_mark(c))
}

/// Adds a cue to what was found, if it has words. Several voices share its time by their words.
fn close(cue: Option<Cue>, found: &mut Found, at_end: bool) {
    let Some(Cue { line, times: (start, end), mut voices }) = cue else { return };
    if voices.len() > 1 {
        for (_, words) in &mut voices {
            let said = DASHES.iter().find_map(|dash| words.strip_prefix(dash)).map(str::to_owned);
            *words = said.unwrap_or_else(|| std::mem::take(words));
        }
    }
    voices.retain(|(_, words)| !is_silent(words));
    if voices.is_empty() {
        found.problems.at(line, if at_end { Fault::Cut } else { Fault::NoWords });
        return;
    }
    let letters: usize = voices.iter().map(|(_, words)| words.len()).sum();
    let mut passed = 0;
    for (name, words) in voices {
        let until = passed + words.len();
        let at = |letters_said: usize| match (start, end) {
            (Some(start), Some(end)) => Some(start + (end - start) * letters_said as f64 / letters as f64),
            _ => None,
        };
        let from = if passed == 0 { start } else { at(passed) };
        let to = if until == letters { end } else { at(until) };
        passed = until;
        found.push(line, (from, to), &name, "");
        if let Some(utterance) = found.utterances.last_mut() {
            utterance.text = Words::new(words);
        }
    }
}

/// True for a line such as `00:01.000 --> 00:02.000 align:start`.
pub(crate) fn is_arrow(line: &str) -> bool {
    arrow(line).is_some()
}

/// Start and end of a cue; a side that cannot be read is `None`.
fn arrow(line: &str) -> Option<(Option<f64>, Option<f64>)> {
    let Some((from, to)) = line.split_once("-->") else {
        // Captions of Google Meet and YouTube: `0:00:01.000,0:00:04.000`.
        let (from, rest) = Clock::begin(line.trim())?;
        let (to, rest) = Clock::begin(rest.strip_prefix(',')?)?;
        return (rest.is_empty() && from.is_full() && to.is_full()).then(|| (Some(from.seconds()), Some(to.seconds())));
    };
    let from = from.trim();
    let to = to.trim().split([' ', '\t']).next().unwrap_or_default();
    let (start, end) = (clock_time(from), clock_time(to));
    let times_meant = |side: &str| side.starts_with(|c: char| c.is_ascii_digit() || c == '-') || side.is_empty();
    (start.is_some() || end.is_some() || times_meant(from) && times_meant(to)).then_some((start, end))
}

/// A cue number, or an identifier such as Teams writes: no spaces, with a digit.
fn is_identifier(line: &str) -> bool {
    let line = line.trim();
    line.bytes().all(|byte| byte.is_ascii_digit())
        || line.len() >= 8
            && line.contains('-')
            && !line.contains(char::is_whitespace)
            && line.contains(|c: char| c.is_ascii_digit())
        || name_in_identifier(line).is_some()
}

/// Webex writes the name beside the number: `12 "Dana Wells" (3412)`.
fn name_in_identifier(line: &str) -> Option<String> {
    let (number, rest) = line.split_once(" \"")?;
    let (name, rest) = rest.rsplit_once('"')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rest = rest.trim();
    let tail = rest.is_empty() || rest.starts_with('(') && rest.ends_with(')');
    (is_number(number) && tail).then(|| name.to_owned())
}

fn is_block(line: &str) -> bool {
    BLOCKS.into_iter().any(|word| line.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])))
}

/// Passes over a comment, a style or the header, in which a language may be named.
fn skip_block(lines: &mut Lines<'_>, found: &mut Found, header: bool) {
    while let Some(line) = lines.peek().filter(|line| !line.trim().is_empty() && arrow(line).is_none()) {
        if header && let Some(language) = line.trim().strip_prefix("Language:") {
            found.lang = match language.trim().get(..2) {
                Some("ru") => Some(Lang::Ru),
                Some("en") => Some(Lang::En),
                _ => None,
            };
        }
        lines.next();
    }
}

/// Words after an empty line: of the cue before, if there is one.
fn stray(number: u32, line: &str, ends_file: bool, open: Option<&mut Cue>, found: &mut Found) {
    match open {
        // A number or half a time at the end of the file: the cue itself is missing.
        _ if ends_file && (is_identifier(line) || Clock::begin(line).is_some()) => found.problems.at(number, Fault::Cut),
        Some(cue) => {
            if cue.voices.iter().any(|(_, words)| !words.is_empty()) {
                found.problems.at(number, Fault::Stray);
            }
            add_line(&mut cue.voices, line);
        }
        None => found.problems.at(number, Fault::LeftOut),
    }
}
