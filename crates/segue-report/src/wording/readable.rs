//! Words of the talk made fit to be shown.

/// Words on one line, without characters that could steer a terminal, break a page or turn the
/// reading direction of what follows.
pub(crate) fn readable(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|&c| !turns_direction(c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that reorder text beyond their own word (overrides, embeddings, isolates), and the byte
/// order mark.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text with a capital letter in front.
pub(crate) fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// True if a text is a whole sentence as it stands, also within closing quotation marks.
pub(crate) fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['”', '»']).ends_with(['.', '!', '?', '…'])
}

/// A text with a full stop behind, unless it is ended already: words of a recogniser seldom are.
pub(crate) fn ended(text: String) -> String {
    if is_ended(&text) { text } else { text + "." }
}

#[cfg(test)]
mod tests {
    use super::{ended, readable, sentence};

    #[test]
    fn sentences_end_once() {
        for (text, shown) in
            [("Да", "Да."), ("Да.", "Да."), ("«ну давай»", "«ну давай»."), ("“Is it?”", "“Is it?”"), ("“a b…”", "“a b…”")]
        {
            assert_eq!(ended(text.to_owned()), shown);
        }
    }

    #[test]
    fn what_could_steer_a_terminal_is_gone() {
        for (raw, shown) in [
            ("a\u{1b}[31mred\u{7}", "a [31mred"),
            ("two\n lines\r\n", "two lines"),
            ("safe\u{202e}txt", "safetxt"),
            ("\u{feff}мост", "мост"),
            ("", ""),
        ] {
            assert_eq!(readable(raw), shown);
        }
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(sentence("клиент"), "Клиент");
        assert_eq!(sentence("“quoted”"), "“quoted”");
        assert_eq!(sentence(""), "");
    }
}
