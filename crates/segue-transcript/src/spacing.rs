//! Words as they are kept: single spaces, no control characters, no invisible marks of direction.

/// True for marks that only steer the direction of writing, and for the byte order mark.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// One line with single spaces; white space and control characters between words become a space.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_collapsed(&mut out, text);
    out
}

/// Adds words to words, with a space between.
pub(crate) fn push_collapsed(out: &mut String, text: &str) {
    let mut between = !out.is_empty();
    for c in text.chars() {
        if is_mark(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            between = !out.is_empty();
        } else {
            if between {
                out.push(' ');
                between = false;
            }
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_nothing_else() {
        assert_eq!(collapse("  a\u{a0}\tb\0c \u{200e}d\r\n"), "a b c d");
        assert_eq!(collapse(" \u{feff} "), "");
        let mut words = "one".to_owned();
        push_collapsed(&mut words, "");
        push_collapsed(&mut words, " two");
        assert_eq!(words, "one two");
    }
}
