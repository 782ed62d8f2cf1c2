//! Words as the model sees them: lower case, `ё` as `е`, numbers and smileys as classes.

use std::fmt;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A word, lower case; an apostrophe or hyphen inside belongs to it.
    Word(&'a str),
    /// A class of things: `<0>` a short number, `<00>` a long one, `<emoji>`, `<smile>`, `?`, `!`, `…`.
    Class(&'static str),
}

impl Token<'_> {
    /// The token as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Word(word) => word,
            Self::Class(class) => class,
        }
    }
}

/// A text as phrases are looked for in it: lower case, `ё` as `е`, straight apostrophes.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    lower(text, &mut plain);
    plain
}

fn lower(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            'ё' | 'Ё' => out.push('е'),
            '’' | 'ʼ' | '`' => out.push('\''),
            _ if c.is_ascii() || matches!(c, 'а'..='я') => out.push(c),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// Longest text that is looked at, in bytes; more of one utterance tells nothing new.
const LONGEST: usize = 4096;

/// Splits texts into tokens; keeps its buffer between calls, and never prints it.
#[derive(Clone, Default)]
pub struct Tokeniser {
    lower: String,
    spans: Vec<Span>,
}

impl fmt::Debug for Tokeniser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokeniser").finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug)]
enum Span {
    Word(usize, usize),
    Class(&'static str),
}

impl Tokeniser {
    /// Splits a text.
    pub fn split(&mut self, text: &str) -> impl Iterator<Item = Token<'_>> {
        self.lower(text);
        self.scan();
        self.spans.iter().map(|span| match *span {
            Span::Word(from, to) => Token::Word(&self.lower[from..to]),
            Span::Class(class) => Token::Class(class),
        })
    }

    fn lower(&mut self, text: &str) {
        self.lower.clear();
        let mut cut = text.len().min(LONGEST);
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        lower(&text[..cut], &mut self.lower);
    }

    fn scan(&mut self) {
        self.spans.clear();
        let text = self.lower.as_str();
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if is_letter(c) {
                let mut end = at + c.len_utf8();
                while let Some(&(next, d)) = chars.peek() {
                    let inside =
                        is_letter(d) || (matches!(d, '\'' | '-') && text[next + 1..].chars().next().is_some_and(is_letter));
                    if !inside {
                        break;
                    }
                    end = next + d.len_utf8();
                    chars.next();
                }
                self.spans.push(Span::Word(at, end));
            } else if c.is_ascii_digit() {
                let mut end = at + 1;
                while let Some(&(next, d)) = chars.peek() {
                    let inside = d.is_ascii_digit()
                        || (matches!(d, '.' | ',' | ':') && text[next + 1..].starts_with(|e: char| e.is_ascii_digit()));
                    if !inside {
                        break;
                    }
                    end = next + 1;
                    chars.next();
                }
                self.spans.push(Span::Class(if end - at < 3 { "<0>" } else { "<00>" }));
            } else if let Some(class) = class_of(c, chars.peek().map(|&(_, d)| d)) {
                // A row of the same sign says no more than one of it.
                while chars.next_if(|&(_, d)| d == c || (class == "<smile>" && matches!(d, '-' | ')' | '('))).is_some() {}
                self.spans.push(Span::Class(class));
            }
        }
    }
}

/// A letter; those of our languages are told without a look into tables.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'а'..='я') || c.is_alphabetic()
}

fn class_of(c: char, next: Option<char>) -> Option<&'static str> {
    match c {
        '?' => Some("?"),
        '!' => Some("!"),
        '…' => Some("…"),
        ':' | ';' if matches!(next, Some(')' | '(' | '-' | 'D')) => Some("<smile>"),
        ')' if next == Some(')') => Some("<smile>"),
        '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' => Some("<emoji>"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Tokeniser;

    #[test]
    fn splits_as_people_write() {
        for (text, expected) in [
            ("Don’t — it's 15:30, ok?", "don't it's <00> ok ?"),
            ("Ещё кто-то ждёт… 2 шт))", "еще кто-то ждет … <0> шт <smile>"),
            ("haha 😂😂 :-)", "haha <emoji> <smile>"),
            ("", ""),
            ("-'- a-", "a"),
        ] {
            let mut tokeniser = Tokeniser::default();
            let tokens: Vec<_> = tokeniser.split(text).map(|t| t.as_str().to_owned()).collect();
            assert_eq!(tokens.join(" "), expected, "{text}");
        }
    }
}
