//! A mail that the writer passes on.

use super::{heard, marked_below};
use segue_transcript::mail_head::{MailHeader, is_forward, is_header_block};

/// Stands between the writer's own words and what they forward; no message has it of itself.
pub(in super::super) const FORWARDED: char = '\u{1d}';
/// Most words that only point to what is forwarded.
const POINTING_WORDS: usize = 8;

/// The body of a forwarded mail: below a rule that says so, or below headers that stand under nothing, or under
/// words that only point there.
pub(super) fn forwarded(text: &str, own: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    let says = heard(own);
    let points = own.trim().is_empty() || says.len() <= POINTING_WORDS && says.has("points below");
    let below = match lines.iter().position(|line| is_forward(line)) {
        Some(at) => at + 1,
        None => (0..lines.len()).find(|&at| points && is_header_block(&lines[at..]) && marked_below(&lines[at..]).is_none())?,
    };
    // Apple marks what it forwards as a quote.
    let bare = |line: &&'_ str| line.strip_prefix('>').map_or(*line, |rest| rest.strip_prefix(' ').unwrap_or(rest)).to_owned();
    let marked = lines[below..].iter().filter(|line| !line.trim().is_empty()).all(|line| line.starts_with('>'));
    let rest: Vec<String> = lines[below..].iter().map(|line| if marked { bare(line) } else { (*line).to_owned() }).collect();
    let begin = rest.iter().position(|line| !line.trim().is_empty())?;
    let is_head = |line: &str| line.contains(':') && (line.contains(['<', '@']) || MailHeader::of(line).is_some());
    let body = if is_head(&rest[begin]) { begin + rest[begin..].iter().position(|line| line.trim().is_empty())? } else { begin };
    Some(rest[body..].join("\n"))
}
