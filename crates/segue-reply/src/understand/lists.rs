//! What is asked beside other asks: the points of a list, a day for what was asked before, a joke that takes it back.

use super::asks::{Ask, tidy};
use super::kind::AskKind;
use super::tone::Read;
use super::work;
use segue_core::{Lang, Words};

/// Most words of a point that is no sentence of its own.
const POINT_WORDS: usize = 8;
/// Marks before a point.
const MARKS: [char; 4] = ['-', '–', '•', '*'];

/// True if a line is a point of a list.
fn is_point(text: &str) -> bool {
    text.strip_prefix(MARKS).is_some_and(|rest| rest.starts_with(' ')) && text.split_whitespace().count() <= POINT_WORDS + 1
}

/// The sentence over the list in which a point stands, if it is one of several.
fn head(texts: &[&str], index: usize) -> Option<usize> {
    let is = |at: usize| texts.get(at).is_some_and(|text| is_point(text));
    let first = (0..=index).rev().take_while(|&at| is(at)).last()?;
    (is(first + 1) && first > 0).then(|| first - 1)
}

/// What a point asks for: each has its place, in a list over which something is asked or needed.
fn point(text: &str, read: &Read, index: usize, found: Vec<Ask>) -> Vec<Ask> {
    if read.question || read.label.is_private() || read.care || found.iter().any(|ask| ask.kind != AskKind::Yes) {
        return found;
    }
    vec![Ask { index, kind: AskKind::Do, text: Words::new(tidy(text)), can_be_named: true }]
}

/// The asks of a sentence, seen beside those before it, of which it may take one back.
pub(super) fn among(
    mut asks: Vec<Ask>,
    index: usize,
    texts: &[&str],
    read: &[Read],
    lang: Lang,
    before: &mut Vec<Ask>,
) -> Vec<Ask> {
    let (text, one) = (texts[index], &read[index]);
    // In a list below the day by which it is needed, each point has a place of its own.
    if head(texts, index).is_some_and(|head| work::is_deadline(&read[head], texts[head], lang)) {
        asks = point(text, one, index, asks);
    }
    if work::takes_back(one) {
        before.retain(|ask| ask.index + 1 != index);
    }
    // By when something is needed belongs to what was asked before.
    if before.last().is_some_and(|ask| ask.index + 1 == index) && work::is_deadline(one, text, lang) {
        asks.clear();
    }
    asks
}
