//! Lines of a text with their numbers, one at a time, so that a file of any size costs no list of lines.

use memchr::{memchr_iter, memchr2};

/// Lines that end with LF, CR LF or CR, numbered from 1. A clone looks ahead.
#[derive(Clone)]
pub(crate) struct Lines<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { rest: text, number: 1 }
    }

    /// The line that `next` would give.
    pub fn peek(&self) -> Option<&'a str> {
        self.clone().next().map(|(_, line)| line)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (u32, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let number = self.number;
        self.number = number.saturating_add(1);
        let bytes = self.rest.as_bytes();
        let end = memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
        let ending = match bytes.get(end..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        let line = &self.rest[..end];
        self.rest = &self.rest[end + ending..];
        Some((number, line))
    }
}

/// Line numbers of growing positions in a text; going back is allowed and costs a new count.
#[derive(Clone)]
pub(crate) struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line, from 1, in which the byte stands.
    pub fn line_at(&mut self, position: usize) -> u32 {
        let position = position.min(self.bytes.len());
        if position < self.at {
            (self.at, self.line) = (0, 1);
        }
        let passed = memchr_iter(b'\n', &self.bytes[self.at..position]).count();
        self.line = self.line.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        self.at = position;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end() {
        let found: Vec<_> = Lines::of("a\r\nb\rc\n\nd").collect();
        assert_eq!(found, [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]);
        assert_eq!(Lines::of("a\n").count(), 1);
        assert_eq!(Lines::of("").count(), 0);
    }

    #[test]
    fn lines_of_positions() {
        let mut counter = LineCounter::of("ab\ncd\nef");
        assert_eq!([0, 2, 3, 7, 1].map(|at| counter.line_at(at)), [1, 1, 2, 3, 1]);
    }
}
