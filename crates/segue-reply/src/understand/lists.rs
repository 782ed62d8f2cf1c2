//! Points of a list below what was asked: "We need by 3 December: - the background - a larger font".

use super::asks::{Ask, tidy};
use super::kind::AskKind;
use super::tone::Read;
use segue_core::Words;

/// Most words of a point that is no sentence of its own.
const POINT_WORDS: usize = 8;
/// Marks before a point.
const MARKS: [char; 4] = ['-', '–', '•', '*'];

/// True if a line is a point of a list.
fn is_point(text: &str) -> bool {
    text.strip_prefix(MARKS).is_some_and(|rest| rest.starts_with(' ')) && text.split_whitespace().count() <= POINT_WORDS + 1
}

/// The sentence over the list in which a point stands, if it is one of several.
pub(super) fn head(texts: &[&str], index: usize) -> Option<usize> {
    let is = |at: usize| texts.get(at).is_some_and(|text| is_point(text));
    let first = (0..=index).rev().take_while(|&at| is(at)).last()?;
    (is(first + 1) && first > 0).then(|| first - 1)
}

/// What a point asks for: each has its place, in a list over which something is asked or needed.
pub(super) fn asks(text: &str, read: &Read, index: usize, found: Vec<Ask>) -> Vec<Ask> {
    if read.question || read.label.is_private() || read.care || found.iter().any(|ask| ask.kind != AskKind::Yes) {
        return found;
    }
    vec![Ask { index, kind: AskKind::Do, text: Words::new(tidy(text)), can_be_named: true }]
}
