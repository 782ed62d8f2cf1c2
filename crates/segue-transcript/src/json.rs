//! Parts of a JSON text by their extent, found without reading them: a file that is cut or damaged
//! still gives what is whole in it, and a large one costs no tree in memory.

use crate::Fault;
use crate::lines::LineCounter;
use crate::problems::Problems;
use memchr::memchr2;
use serde::de::DeserializeOwned;

/// Attempts to find the next whole object after damage, and how far one may reach in bytes.
const ATTEMPTS: usize = 500;
const ATTEMPT_REACH: usize = 64 * 1024;
/// Damaged places of one array after which reading goes on; more would make a large file slow.
const RESUMES: u8 = 40;

/// A value: its text, where it stands in the file, and whether it is all there.
#[derive(Clone, Copy, PartialEq)]
#[cfg_attr(test, derive(Debug))]
pub(crate) struct Piece<'a> {
    pub text: &'a str,
    pub at: usize,
    pub whole: bool,
}

impl<'a> Piece<'a> {
    /// The first value of a text.
    pub fn first_of(text: &'a str) -> Option<Self> {
        let at = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
        Self::begin(text, at)
    }

    /// The value that begins at a byte.
    fn begin(file: &'a str, at: usize) -> Option<Self> {
        let bytes = file.as_bytes();
        bytes.get(at)?;
        let end = end_of_value(bytes, at);
        let upto = end.unwrap_or(bytes.len());
        Some(Self { text: file.get(at..upto)?, at, whole: end.is_some() })
    }

    /// Members of an object, or items of an array with an empty key. Stops where the text is cut.
    pub fn parts(self) -> Parts<'a> {
        let opener = self.text.as_bytes().first().copied().filter(|byte| matches!(byte, b'{' | b'['));
        Parts {
            whole: self,
            next: usize::from(opener.is_some()),
            keyed: opener == Some(b'{'),
            closed: opener.is_none(),
            resumes: RESUMES,
        }
    }

    /// The value of a member of an object.
    pub fn member(self, key: &str) -> Option<Self> {
        self.parts().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// True for an array.
    pub fn is_array(self) -> bool {
        self.text.starts_with('[')
    }

    /// The value as a type, if it has it.
    pub fn parse<T: serde::Deserialize<'a>>(self) -> Option<T> {
        serde_json::from_str(self.text).ok()
    }

    /// A string.
    pub fn string(self) -> Option<String> {
        self.parse()
    }
}

/// Members or items one after another.
#[derive(Clone)]
pub(crate) struct Parts<'a> {
    whole: Piece<'a>,
    next: usize,
    keyed: bool,
    closed: bool,
    resumes: u8,
}

impl<'a> Parts<'a> {
    /// After a part that is damaged, goes on with the next object that `accept` takes; false if there
    /// is none, and then with whatever follows the damaged part.
    pub fn resume_after(&mut self, damaged: Piece<'a>, mut accept: impl FnMut(Piece<'a>) -> bool) -> bool {
        let from = damaged.at.saturating_sub(self.whole.at) + 1;
        let text = self.whole.text;
        let Some(left) = self.resumes.checked_sub(1) else { return false };
        self.resumes = left;
        let Some(rest) = text.as_bytes().get(from..) else { return false };
        for open in memchr::memchr_iter(b'{', rest).take(ATTEMPTS).map(|open| from + open) {
            let near = text.floor_char_boundary(open.saturating_add(ATTEMPT_REACH));
            if let Some(piece) = Piece::begin(&text[..near], open)
                && piece.whole
                && accept(piece)
            {
                self.next = open;
                self.closed = false;
                return true;
            }
        }
        false
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = (&'a str, Piece<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.closed {
            return None;
        }
        let text = self.whole.text;
        let bytes = text.as_bytes();
        let skip = |mut at: usize| {
            while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b':')) {
                at += 1;
            }
            at
        };
        let mut at = skip(self.next);
        if at >= bytes.len() || matches!(bytes[at], b'}' | b']') {
            self.closed = true;
            return None;
        }
        let mut key = "";
        if self.keyed {
            let name = Piece::begin(text, at)?;
            key = name.text.trim_matches('"');
            at = skip(at + name.text.len());
        }
        let Some(value) = Piece::begin(text, at).filter(|value| !value.text.is_empty()) else {
            self.closed = true;
            return None;
        };
        self.next = at + value.text.len();
        self.closed = !value.whole;
        Some((key, Piece { at: self.whole.at + at, ..value }))
    }
}

/// Where the value that begins at a byte ends; `None` if the text ends first.
fn end_of_value(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        b'"' => end_of_string(bytes, at),
        b'{' | b'[' => {
            let (mut depth, mut at) = (0_usize, at);
            loop {
                match *bytes.get(at)? {
                    b'"' => {
                        at = end_of_string(bytes, at)?;
                        continue;
                    }
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
        _ => {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}' | b':');
            bytes[at..].iter().position(ends).map(|length| at + length.max(1)).filter(|end| *end <= bytes.len())
        }
    }
}

fn end_of_string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The items of a list of a file, each with its line; what is damaged or cut becomes a problem.
pub(crate) fn items<T: DeserializeOwned>(file: &str, list: Piece<'_>, problems: &mut Problems) -> Vec<(u32, T)> {
    let mut lines = LineCounter::of(file);
    let mut items = Vec::new();
    for (_, item) in list.parts() {
        let line = lines.line_at(item.at);
        let read = item.parse().or_else(|| serde_json::from_str(&mended(item.text)).ok());
        match read.filter(|_| item.whole) {
            Some(read) => items.push((line, read)),
            None => problems.at(line, if item.whole { Fault::BrokenJson } else { Fault::Cut }),
        }
    }
    items
}

/// Mends what programs write against the rules of JSON: control characters in strings, and `\x0b`
/// as Telegram writes them.
pub(crate) fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.as_str().starts_with('x') => {
                out.push(' ');
                rest = rest.as_str().get(3..).unwrap_or_default().chars();
            }
            '\\' => {
                out.push(c);
                out.extend(rest.next());
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<(&str, &str, bool)> {
        Piece::first_of(text).unwrap().parts().map(|(key, value)| (key, value.text, value.whole)).collect()
    }

    #[test]
    fn parts_of_objects_and_arrays() {
        assert_eq!(
            keys(r#" {"a": 1, "b c":"x\"}","d" :[1,{"e":2}], "f":null}"#),
            [("a", "1", true), ("b c", r#""x\"}""#, true), ("d", r#"[1,{"e":2}]"#, true), ("f", "null", true)]
        );
        assert_eq!(keys("[ {} , 2,\"]\"]"), [("", "{}", true), ("", "2", true), ("", "\"]\"", true)]);
        assert_eq!(keys("[]"), []);
    }

    #[test]
    fn a_cut_text_gives_what_is_whole_and_then_the_rest() {
        assert_eq!(keys(r#"[{"a":1},{"b":"#), [("", r#"{"a":1}"#, true), ("", r#"{"b":"#, false)]);
        assert_eq!(keys(r#"{"a":"b"#), [("a", r#""b"#, false)]);
        assert_eq!(keys(r#"{"a""#), []);
        assert_eq!(keys(r#"{"a":1,"#), [("a", "1", true)]);
    }

    #[test]
    fn reading_goes_on_after_damage() {
        let text = r#"[{"t":1},{"t":"oops},{"t":2},{"t":3}]"#;
        let mut items = Piece::first_of(text).unwrap().parts();
        items.next();
        let (_, damaged) = items.next().unwrap();
        assert!(!damaged.whole);
        assert!(items.resume_after(damaged, |piece| piece.parse::<serde_json::Value>().is_some()));
        assert_eq!(items.map(|(_, item)| item.text).collect::<Vec<_>>(), [r#"{"t":2}"#, r#"{"t":3}"#]);
    }

    #[test]
    fn what_programs_write_against_the_rules() {
        assert_eq!(mended("\"a\\x0bb\\\\x\tc\""), "\"a b\\\\x c\"");
    }
}
