//! How a mail is closed, and the signature below.

use super::heard;
use segue_core::tokens;

/// Lines after a closing formula that are a signature.
const SIGNATURE_LINES: usize = 9;
/// Longest line of a signature, in letters, and in words.
const SIGNATURE_LETTERS: usize = 70;
const SIGNATURE_WORDS: usize = 5;
/// Formulas that close a mail.
const CLOSINGS: [&str; 34] = [
    "best regards",
    "kind regards",
    "warm regards",
    "warmest regards",
    "regards",
    "best wishes",
    "all the best",
    "best",
    "cheers",
    "sincerely",
    "yours sincerely",
    "yours",
    "yours truly",
    "many thanks",
    "thanks",
    "thank you",
    "thanks again",
    "thanks in advance",
    "take care",
    "warmly",
    "xo",
    "xoxo",
    "с уважением",
    "с наилучшими пожеланиями",
    "с наилучшими",
    "с лучшими пожеланиями",
    "всего доброго",
    "всего хорошего",
    "хорошего дня",
    "спасибо",
    "заранее спасибо",
    "обнимаю",
    "ваш",
    "ваша",
];

/// A formula that closes a mail: `Best regards,`.
pub(in super::super) fn is_closing(line: &str) -> bool {
    let words = tokens(line).join(" ");
    CLOSINGS.iter().any(|closing| {
        words == *closing
            || words.strip_prefix(closing).is_some_and(|rest| rest.split_whitespace().count() <= 2 && line.contains(','))
    })
}

/// True if the lines below a row are few, and each may stand in a signature.
pub(super) fn may_be_signature(lines: &[&str]) -> bool {
    lines.len() <= 2 * SIGNATURE_LINES && lines.iter().all(|line| is_signature(line))
}

/// Where a formula closes the lines, with nothing but a signature below it; and where that ends: at a postscript or the end.
pub(super) fn closing(lines: &[&str]) -> Option<(usize, usize)> {
    let end = lines.iter().rposition(|line| is_postscript(line)).unwrap_or(lines.len());
    let below = lines[..end].iter().rev().take_while(|line| !is_closing(line) && is_signature(line));
    let below: Vec<bool> = below.map(|line| !line.trim().is_empty()).collect();
    let at = end.checked_sub(below.len() + 1)?;
    (is_closing(lines[at]) && below.iter().filter(|said| **said).count() <= SIGNATURE_LINES).then_some((at, end))
}

/// The lines without what follows a closing formula at the end: name, trade, telephone.
pub(super) fn without_signature<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut own = match closing(lines) {
        Some((at, end)) if at > 0 => [&lines[..=at], &lines[end..]].concat(),
        _ => lines.to_vec(),
    };
    own.truncate(own.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1));
    own
}

/// A name, a trade, a telephone, an address: a few words that say nothing.
fn is_signature(line: &str) -> bool {
    /// Words of sentences, and ends of lines that are no ends of sentences.
    const SAYS: [&str; 42] = [
        "is",
        "are",
        "am",
        "was",
        "were",
        "be",
        "been",
        "not",
        "no",
        "cant",
        "dont",
        "wont",
        "have",
        "has",
        "had",
        "will",
        "it",
        "its",
        "this",
        "that",
        "you",
        "your",
        "my",
        "gone",
        "died",
        "не",
        "нет",
        "это",
        "что",
        "был",
        "была",
        "было",
        "были",
        "есть",
        "вы",
        "ты",
        "уже",
        "если",
        "пока",
        "еще",
        "больше",
        "больна",
    ];
    const SHORT: [&str; 8] = ["ltd.", "inc.", "co.", "corp.", "llc.", "jr.", "sr.", "г."];
    const SECTIONS: [&str; 10] =
        ["grave", "despair", "kin", "self", "hard", "requests", "impact", "urgent", "displeased", "private question"];
    let line = line.trim();
    let lower = line.to_lowercase();
    let ended = line.ends_with(['.', '!', '…']) && !SHORT.iter().any(|short| lower.ends_with(short));
    let words = line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let said = heard(line);
    !ended
        && !line.contains('?')
        && line.chars().count() <= SIGNATURE_LETTERS
        && words <= SIGNATURE_WORDS
        && !said.words().iter().any(|word| SAYS.contains(&word.as_str()))
        && !SECTIONS.iter().any(|section| said.has(section))
}

fn is_postscript(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    ["p.s", "ps:", "ps ", "з.ы", "зы"].iter().any(|mark| lower.starts_with(mark))
}
