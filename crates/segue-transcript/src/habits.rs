//! How one file of plain text writes its speakers: what its lines have in common decides whether a
//! doubtful line is a heading or words.

use crate::heading::{Mark, When, is_added, mark};
use crate::lines::Lines;
use crate::naming::{Prefixes, bare, looks_like_name, name_end};
use std::collections::HashMap;

/// Lines that are looked at.
const SAMPLE: usize = 20_000;

/// What the lines of a file have in common.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "five independent answers about one file")]
pub(crate) struct Habits {
    /// Names beside times that are no doubt names, or come again.
    beside_time: Prefixes,
    /// There are names beside times.
    pub beside: bool,
    /// Names at the beginning of lines without a time.
    pub prefixes: Prefixes,
    /// Names that follow a time alone, the words stand below.
    pub after_time: Prefixes,
    /// Lines that begin with a time and no name are often turns.
    pub words_after_time: Standing,
    /// Times that stand alone are often those of turns.
    pub times_alone: Standing,
    /// The name stands alone above the line with the time.
    pub name_above_time: bool,
    /// Speakers are named in some way.
    pub named: bool,
    /// There are times.
    pub timed: bool,
    /// Empty lines divide the text.
    pub paragraphs: bool,
}

/// What a line is in a file if it begins with a time that may also be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Words: turns are written in another way.
    #[default]
    Words,
    /// A turn, if its time lies between those of the turns around it.
    Between,
    /// A turn, unless its time lies elsewhere.
    Turn,
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
        let mut habits = seen.decide();
        let lines = Lines::of(text).map(|(_, line)| line.trim()).take(SAMPLE);
        habits.prefixes = std::mem::take(&mut habits.prefixes).unless_said(lines);
        habits
    }

    /// True if a line that is no heading goes on with the words before it.
    pub fn goes_on(&self, after_blank: bool) -> bool {
        self.named || self.timed || self.paragraphs && !after_blank
    }

    /// True if a doubtful name beside a time is a name.
    pub fn holds(&self, name: &str) -> bool {
        self.beside_time.holds(name)
    }

    /// True if a name beside a time comes again.
    pub fn recurs(&self, name: &str) -> bool {
        self.beside_time.recurs(name) || self.after_time.recurs(name)
    }
}

/// True if a time and what follows read like the beginning of a sentence.
fn is_said(when: When, words: &str) -> bool {
    when.may_be_said() && words.starts_with(char::is_lowercase)
}

/// Counts.
#[derive(Default)]
struct Seen<'a> {
    words: usize,
    blanks: usize,
    times: usize,
    sure: usize,
    doubtful: Vec<&'a str>,
    doubtful_places: usize,
    time_and_words: usize,
    names_after_time: Vec<&'a str>,
    bare_names: usize,
    bare_words: usize,
    bare_alone: usize,
    above_time: HashMap<&'a str, usize>,
    unmarked: usize,
    candidates: Vec<&'a str>,
    /// The lines below a name that stands alone are its words.
    under_name: bool,
}

impl<'a> Seen<'a> {
    fn look(&mut self, line: &'a str, above: &'a str, below: &str) {
        if line.is_empty() {
            self.blanks += 1;
            self.under_name = false;
            return;
        }
        self.words += 1;
        match mark(line) {
            Some(Mark::Turn { name, sure, words, when, after_time, .. }) => {
                self.times += 1;
                self.sure += usize::from(sure);
                self.bare_names += usize::from(when.bare && !after_time.is_empty());
                self.doubtful.push(name);
                self.doubtful_places += if words.is_empty() { 2 } else { 1 };
            }
            Some(Mark::TimeAndWords(when, words)) => {
                self.times += 1;
                // "10:30 works for me" is nobody's name and says nothing of how names are written.
                self.time_and_words += usize::from(!is_said(when, words));
                let name = looks_like_name(words) && !words.ends_with(['.', ',', '-']);
                let words_below = match mark(below) {
                    Some(Mark::TimeAndWords(when, words)) => is_said(when, words),
                    other => other.is_none() && !below.is_empty(),
                };
                self.bare_words += usize::from(when.bare);
                if name && words_below {
                    self.names_after_time.push(bare(words));
                }
                self.doubtful_places += 1;
            }
            Some(Mark::Time(when)) => {
                self.times += 1;
                self.bare_alone += usize::from(when.bare);
                if !below.is_empty() && looks_like_name(above) && mark(above).is_none() {
                    *self.above_time.entry(above).or_default() += 1;
                }
            }
            None => {
                let name = name_end(line);
                if let Some(end) = name {
                    self.candidates.push(bare(&line[..end]));
                    self.under_name = line[end + 1..].trim_matches(['*', ' ']).is_empty();
                }
                self.unmarked += usize::from(name.is_some() || !self.under_name);
            }
        }
    }

    fn decide(self) -> Habits {
        let beside_time = Prefixes::decide(self.doubtful_places, self.doubtful.iter().copied());
        let name_after_time = self.time_and_words >= 2 && self.names_after_time.len() * 5 >= self.time_and_words * 4;
        let after_time = if name_after_time {
            Prefixes::decide(self.time_and_words, self.names_after_time.iter().copied())
        } else {
            Prefixes::default()
        };
        let above: usize = self.above_time.values().sum();
        let name_above_time = above >= 2 && above * 2 >= self.times;
        let beside = self.sure > 0 || beside_time.any();
        let headed = beside || name_after_time || name_above_time;
        let prefixes =
            if headed { Prefixes::default() } else { Prefixes::decide(self.unmarked, self.candidates.iter().copied()) };
        let usual = |count: usize| count > 0 && count * 2 >= self.times;
        let words_after_time = if usual(self.bare_words) {
            Standing::Turn
        } else if usual(self.bare_names) {
            Standing::Between
        } else {
            Standing::Words
        };
        Habits {
            named: headed || prefixes.any(),
            timed: self.times > 0,
            paragraphs: self.blanks * 8 >= self.words,
            beside_time,
            beside,
            prefixes,
            after_time,
            words_after_time,
            times_alone: if usual(self.bare_alone) { Standing::Turn } else { Standing::Words },
            name_above_time,
        }
    }
}
