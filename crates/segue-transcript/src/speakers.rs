//! Who speaks in cues that say it in their words: `Name: words`, a line with the name alone, a name
//! only where the speaker changes.

use crate::found::Found;
use crate::naming::{Prefixes, bare, is_capitalised, may_be_name, name_end};
use crate::spacing::collapse;
use segue_core::{Utterance, Words};
use std::collections::HashMap;

/// Stands between the lines of a cue until its speaker is found.
pub(crate) const LINE_END: char = '\n';

/// Takes names out of the words, and puts the words on one line.
pub(crate) fn find(found: &mut Found) {
    let utterances = &mut found.utterances;
    let named = utterances.iter().filter(|u| !u.speaker.name.is_empty()).count();
    if named == 0 {
        names_on_own_lines(utterances);
    }
    names_before_colons(utterances);
    for utterance in utterances.iter_mut() {
        if utterance.speaker.name.is_empty() {
            numbered(utterance);
        }
        if utterance.speaker.name.is_empty() || utterance.text.as_str().contains(LINE_END) || needs_collapse(&utterance.text) {
            utterance.text = Words::new(collapse(utterance.text.as_str()));
        }
    }
    from_change_to_change(utterances);
}

/// False for words that are as they should be, to spare a copy.
fn needs_collapse(words: &Words) -> bool {
    let mut after_space = true;
    for c in words.as_str().chars() {
        if c == ' ' && after_space || c != ' ' && (c.is_whitespace() || c.is_control()) || crate::spacing::is_mark(c) {
            return true;
        }
        after_space = c == ' ';
    }
    after_space
}

/// `Name: words`; a name beside a voice tag is not taken twice.
fn names_before_colons(utterances: &mut [Utterance]) {
    let nameless = || utterances.iter().filter(|u| u.speaker.name.is_empty()).map(|u| u.text.as_str());
    let candidates = nameless().filter_map(|text| Some(bare(&text[..name_end(text)?])));
    let prefixes = Prefixes::decide(nameless().count(), candidates);
    if !prefixes.any() {
        return;
    }
    for utterance in utterances.iter_mut().filter(|u| u.speaker.name.is_empty()) {
        let Some((name, words)) = prefixes.split(utterance.text.as_str()) else { continue };
        // A cue of a name and nothing else keeps it as words: better odd than lost.
        if !words.trim().is_empty() {
            let (name, words) = (collapse(name), Words::new(words));
            (utterance.speaker.name, utterance.text) = (name, words);
        }
    }
}

/// Documents of Teams: the name on the first line of the cue, the words below.
fn names_on_own_lines(utterances: &mut [Utterance]) {
    let split = |text: &str| -> Option<usize> {
        let end = text.find(LINE_END)?;
        let name = text[..end].trim();
        let is_name = may_be_name(name) && is_capitalised(name) && !name.ends_with(['.', ',', '-']);
        is_name.then_some(end)
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for utterance in utterances.iter() {
        let text = utterance.text.as_str();
        if let Some(end) = split(text) {
            *counts.entry(&text[..end]).or_default() += 1;
        }
    }
    let recurring: usize = counts.values().filter(|count| **count >= 2).sum();
    if recurring * 10 < utterances.len() * 6 {
        return;
    }
    for utterance in utterances {
        let text = utterance.text.as_str();
        if let Some(end) = split(text) {
            let (name, words) = (collapse(&text[..end]), Words::new(&text[end + 1..]));
            (utterance.speaker.name, utterance.text) = (name, words);
        }
    }
}

/// whisper.cpp writes `(speaker 0) words` for a recording of two channels.
fn numbered(utterance: &mut Utterance) {
    let Some(rest) = utterance.text.as_str().trim_start().strip_prefix("(speaker ") else { return };
    let Some((number, words)) = rest.split_once(')') else { return };
    if number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'?') {
        let name = if number == "?" { String::new() } else { format!("Speaker {number}") };
        (utterance.speaker.name, utterance.text) = (name, Words::new(words.trim()));
    }
}

/// Some programs name the speaker only where it changes: no name comes twice in a row, and many cues
/// have none. Then those belong to the last one named. A few cues without a name are nobody's.
fn from_change_to_change(utterances: &mut [Utterance]) {
    let named: Vec<&str> = utterances.iter().map(|u| u.speaker.name.as_str()).filter(|name| !name.is_empty()).collect();
    let only_changes = named.windows(2).all(|pair| pair[0] != pair[1]);
    let nameless = utterances.len() - named.len();
    if nameless * 10 < utterances.len() * 3 || named.len() < 3 || !only_changes {
        return;
    }
    let mut last = String::new();
    for utterance in utterances {
        if utterance.speaker.name.is_empty() {
            utterance.speaker.name.clone_from(&last);
        } else {
            last.clone_from(&utterance.speaker.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cues::parse;

    fn spoken(text: &str) -> Vec<(String, String)> {
        let pair = |u: &segue_core::Utterance| (u.speaker.name.clone(), u.text.as_str().to_owned());
        parse(text).utterances.iter().map(pair).collect()
    }

    fn cues(words: &[&str]) -> String {
        let cue = |(i, words): (usize, &&str)| format!("{}\n00:00:{:02},000 --> 00:00:{:02},500\n{words}\n\n", i + 1, i, i);
        words.iter().enumerate().map(cue).collect()
    }

    #[test]
    fn the_ways_to_name_a_speaker() {
        let is = |text: &str, expected: &[(&str, &str)]| {
            let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            assert_eq!(spoken(text), expected);
        };
        is(&cues(&["Dana: hi", "Viktor: hello\nthere"]), &[("Dana", "hi"), ("Viktor", "hello there")]);
        is(&cues(&["so: yes", "no names", "here"]), &[("", "so: yes"), ("", "no names"), ("", "here")]);
        is(
            &cues(&["Dana: hi", "again", "Viktor: hello", "more", "Dana: well", "Viktor: yes"]),
            &[("Dana", "hi"), ("Dana", "again"), ("Viktor", "hello"), ("Viktor", "more"), ("Dana", "well"), ("Viktor", "yes")],
        );
        is(
            &cues(&["Dana Wells\nhi", "Viktor\nhello", "Dana Wells\nso", "Viktor\nyes"]),
            &[("Dana Wells", "hi"), ("Viktor", "hello"), ("Dana Wells", "so"), ("Viktor", "yes")],
        );
        is(&cues(&["(speaker 0) hi", "(speaker ?) oh"]), &[("Speaker 0", "hi"), ("", "oh")]);
        is(&cues(&["Dana: a", "Dana: b", "c", "Viktor: d"]), &[("Dana", "a"), ("Dana", "b"), ("", "c"), ("Viktor", "d")]);
    }
}
