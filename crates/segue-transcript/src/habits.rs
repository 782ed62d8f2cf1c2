//! How one file of plain text writes its speakers: what its lines have in common decides whether a
//! doubtful line is a heading or words.

use crate::heading::{Mark, is_added, mark};
use crate::lines::Lines;
use crate::naming::{Prefixes, bare, is_capitalised, may_be_name, name_end};
use std::collections::HashMap;

/// Lines that are looked at.
const SAMPLE: usize = 20_000;

/// What the lines of a file have in common.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "five independent answers about one file")]
pub(crate) struct Habits {
    /// Names beside times that are no doubt names, or come again.
    beside_time: Prefixes,
    /// Names at the beginning of lines without a time.
    pub prefixes: Prefixes,
    /// A time is followed by the name alone, the words stand below.
    pub name_after_time: bool,
    /// The name stands alone above the line with the time.
    pub name_above_time: bool,
    /// Speakers are named in some way.
    pub named: bool,
    /// There are times.
    pub timed: bool,
    /// Empty lines divide the text.
    pub paragraphs: bool,
}

impl Habits {
    /// Looks at the lines of a file.
    pub fn of(text: &str) -> Self {
        let mut seen = Seen::default();
        let mut lines = Lines::of(text).map(|(_, line)| line.trim()).take(SAMPLE).peekable();
        let mut above = "";
        while let Some(line) = lines.next() {
            let below = lines.peek().copied().unwrap_or_default();
            if is_added(line) {
                continue;
            }
            seen.look(line, above, below);
            above = line;
        }
        seen.decide()
    }

    /// True if a line that is no heading goes on with the words before it.
    pub fn goes_on(&self, after_blank: bool) -> bool {
        self.named || self.timed || self.paragraphs && !after_blank
    }

    /// True if a doubtful name beside a time is a name.
    pub fn holds(&self, name: &str) -> bool {
        self.beside_time.holds(name)
    }
}

/// Counts.
#[derive(Debug, Default)]
struct Seen<'a> {
    words: usize,
    blanks: usize,
    times: usize,
    sure: usize,
    doubtful: Vec<&'a str>,
    doubtful_places: usize,
    time_and_words: usize,
    names_after_time: usize,
    above_time: HashMap<&'a str, usize>,
    unmarked: usize,
    candidates: Vec<&'a str>,
}

impl<'a> Seen<'a> {
    fn look(&mut self, line: &'a str, above: &'a str, below: &str) {
        if line.is_empty() {
            self.blanks += 1;
            return;
        }
        self.words += 1;
        match mark(line) {
            Some(Mark::Turn { name, sure, words, .. }) => {
                self.times += 1;
                self.sure += usize::from(sure);
                self.doubtful.push(name);
                self.doubtful_places += if words.is_empty() { 2 } else { 1 };
            }
            Some(Mark::TimeAndWords(_, words)) => {
                self.times += 1;
                self.time_and_words += 1;
                let name = may_be_name(words) && is_capitalised(words) && !words.ends_with(['.', ',', '-']);
                let words_below = !below.is_empty() && mark(below).is_none();
                self.names_after_time += usize::from(name && words_below);
                self.doubtful_places += 1;
            }
            Some(Mark::Time(_)) => {
                self.times += 1;
                if !below.is_empty() && may_be_name(above) && is_capitalised(above) && mark(above).is_none() {
                    *self.above_time.entry(above).or_default() += 1;
                }
            }
            None => {
                self.unmarked += 1;
                if let Some(end) = name_end(line) {
                    self.candidates.push(bare(&line[..end]));
                }
            }
        }
    }

    fn decide(self) -> Habits {
        let beside_time = Prefixes::decide(self.doubtful_places, self.doubtful.iter().copied());
        let name_after_time = self.time_and_words >= 2 && self.names_after_time * 5 >= self.time_and_words * 4;
        let above: usize = self.above_time.values().sum();
        let name_above_time = above >= 2 && above * 2 >= self.times;
        let headed = self.sure > 0 || beside_time.any() || name_after_time || name_above_time;
        let prefixes =
            if headed { Prefixes::default() } else { Prefixes::decide(self.unmarked, self.candidates.iter().copied()) };
        Habits {
            named: headed || prefixes.any(),
            timed: self.times > 0,
            paragraphs: self.blanks * 8 >= self.words,
            beside_time,
            prefixes,
            name_after_time,
            name_above_time,
        }
    }
}
