//! Lines that a mail program broke are put together again.

/// A line shorter than this was ended on purpose.
const WRAPPED_FROM: usize = 55;

/// Words of a greeting, whose line is its own.
pub(super) const GREETING_WORDS: usize = 4;

/// One paragraph a line; lists stay lists.
pub(super) fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    let mut before: Option<&str> = None;
    for line in text.lines().map(str::trim_end) {
        let trimmed = line.trim_start();
        match before {
            Some(last) if goes_on(last, trimmed) => {
                out.push(' ');
                out.push_str(trimmed);
            }
            _ => {
                if before.is_some() {
                    out.push('\n');
                }
                out.push_str(trimmed);
            }
        }
        before = Some(line);
    }
    out
}

/// True if a line is the rest of the one before.
fn goes_on(before: &str, line: &str) -> bool {
    if before.trim().is_empty() || line.is_empty() || is_item(line) {
        return false;
    }
    let small = line.chars().next().is_some_and(char::is_lowercase);
    let long = before.chars().count() >= WRAPPED_FROM;
    let ended = before.trim_end().ends_with(['.', '!', '?', '…', ':']);
    long && (small || !ended)
        || small && !ended && before.chars().count() >= WRAPPED_FROM / 2
        || before.trim_end().ends_with(',') && small && before.split_whitespace().count() > GREETING_WORDS
}

/// True for an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['-', '*', '•', '–', '—']) && line[line.chars().next().map_or(0, char::len_utf8)..].starts_with(' ')
        || rest.len() < line.len() && rest.starts_with(['.', ')']) && rest[1..].starts_with(' ')
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn broken_lines_are_one_and_lists_stay() {
        let text = "Could you please send me the new version of the offer by\nFriday? I would like to show it to my partner.\n\nTwo things:\n- the logo\n- the price\n1. first\nBye";
        let expected = "Could you please send me the new version of the offer by Friday? I would like to show it to my partner.\n\nTwo things:\n- the logo\n- the price\n1. first\nBye";
        assert_eq!(paragraphs(text), expected);
    }
}
