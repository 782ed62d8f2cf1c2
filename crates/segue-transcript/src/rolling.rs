//! Captions that roll: every cue shows the line before once more above its own, as `YouTube` writes what it hears.

use crate::found::Found;
use crate::spacing::collapse;
use crate::speakers::LINE_END;
use segue_core::Words;

/// Cues that have to begin with the line before.
const ENOUGH: usize = 2;

/// Takes what is only shown again out of the cues, if the file rolls; a cue with nothing else is none.
pub(crate) fn unroll(found: &mut Found) {
    let lines: Vec<Vec<String>> = found.utterances.iter().map(|u| lines_of(u.text.as_str())).collect();
    let repeated = |i: usize| i.checked_sub(1).map_or(0, |before| shown_again(&lines[before], &lines[i]));
    let rolls = |i: &usize| repeated(*i) > 0 && (lines[*i].len() > 1 || lines[*i - 1].len() > 1);
    let rolling = (1..lines.len()).filter(rolls).count();
    if rolling < ENOUGH || rolling * 2 < lines.len() - 1 {
        return;
    }
    let numbers = std::mem::take(&mut found.lines);
    let utterances = std::mem::take(&mut found.utterances);
    for (i, (mut utterance, number)) in utterances.into_iter().zip(numbers).enumerate() {
        let new = &lines[i][repeated(i)..];
        if new.is_empty() {
            continue;
        }
        utterance.text = Words::new(new.join(&LINE_END.to_string()));
        found.utterances.push(utterance);
        found.lines.push(number);
    }
}

fn lines_of(words: &str) -> Vec<String> {
    words.split(LINE_END).map(collapse).filter(|line| !line.is_empty()).collect()
}

/// Lines at the beginning of a cue that are the last of the cue before.
fn shown_again(before: &[String], cue: &[String]) -> usize {
    (1..=before.len().min(cue.len())).rev().find(|count| before.ends_with(&cue[..*count])).unwrap_or(0)
}
