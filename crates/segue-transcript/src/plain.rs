//! Plain text with speakers and times, as Otter, Rev, Descript, Fireflies, Zoom, Meet, whisper.cpp and
//! people write it.

use crate::Fault;
use crate::found::Found;
use crate::habits::{Habits, Standing};
use crate::heading::{Mark, When, is_added, mark, tells_who_came};
use crate::labels::is_key;
use crate::lines::Lines;
use crate::naming::{bare, is_date, looks_like_name, name_end};
use crate::spacing::push_collapsed;

/// Words by which the lines before the first speaker are known to be no talk.
const HEADINGS: [&str; 16] = [
    "transcript",
    "attendees",
    "invited",
    "participants",
    "speakers",
    "summary",
    "meeting",
    "recording",
    "расшифровка",
    "участники",
    "стенограмма",
    "приглашённые",
    "встреча",
    "запись",
    "запись собрания",
    "тема",
];
/// Lines ahead in which the time of the next turn is looked for, and times that are looked at.
const AHEAD: usize = 200;
const TIMES_AHEAD: usize = 3;

/// Reads a file of plain text; a turn is one utterance.
pub(crate) fn parse(text: &str) -> Found {
    let habits = Habits::of(text);
    let mut reader = Reader::new(&habits);
    let mut lines = Lines::of(text);
    while let Some((number, line)) = lines.next() {
        reader.line(number, line, &lines);
    }
    reader.close();
    if let Some(first) = reader.heading_from.filter(|_| !reader.known_heading) {
        reader.found.problems.at(first, Fault::Heading);
    }
    crate::timeline::lay(&mut reader.found, &reader.whens, reader.chat, reader.wall_clock);
    reader.found
}

#[allow(clippy::struct_excessive_bools, reason = "independent facts about one text")]
struct Reader<'h> {
    habits: &'h Habits,
    found: Found,
    /// When each utterance begins, as written.
    whens: Vec<Option<When>>,
    open: Option<Turn>,
    /// A time that stood alone and belongs to what follows.
    pending: Option<When>,
    after_blank: bool,
    chat: bool,
    /// Who came and who went is told beside the words.
    wall_clock: bool,
    heading_from: Option<u32>,
    known_heading: bool,
}

/// A turn whose words may still come.
struct Turn {
    line: u32,
    when: Option<When>,
    name: String,
    words: String,
}

impl<'h> Reader<'h> {
    fn new(habits: &'h Habits) -> Self {
        Self {
            habits,
            found: Found::default(),
            whens: Vec::new(),
            open: None,
            pending: None,
            after_blank: true,
            chat: false,
            wall_clock: false,
            heading_from: None,
            known_heading: false,
        }
    }

    fn line(&mut self, number: u32, line: &str, rest: &Lines<'_>) {
        let line = line.trim().trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            self.after_blank = true;
            return;
        }
        if is_added(line) {
            self.close();
            return;
        }
        match mark(line) {
            // The date of a call whose turns have names beside their times.
            Some(Mark::Time(_)) if self.habits.beside && !self.begun() => self.unmarked(number, line, rest),
            Some(Mark::Time(when)) if self.is_said(when, self.habits.times_alone, rest) => self.unmarked(number, line, rest),
            Some(Mark::Time(when)) => match &mut self.open {
                // The time under a name that stands alone.
                Some(turn) if turn.words.is_empty() && turn.when.is_none() => turn.when = Some(when),
                _ => {
                    self.close();
                    self.pending = Some(when);
                }
            },
            Some(Mark::TimeAndWords(_, words) | Mark::Turn { after_time: words, .. }) if tells_who_came(words) => {
                self.close();
                self.wall_clock = true;
            }
            Some(Mark::TimeAndWords(when, words)) => self.after_time(number, line, (when, words), rest),
            Some(Mark::Turn { when, name, words, chat, sure, .. }) if sure || self.speaks(when, name, rest) => {
                self.chat |= chat;
                self.begin(number, Some(when), name, words);
            }
            Some(Mark::Turn { when, after_time, .. }) if !after_time.is_empty() => {
                self.after_time(number, line, (when, after_time), rest);
            }
            _ => self.unmarked(number, line, rest),
        }
        self.after_blank = false;
    }

    /// True if somebody has spoken or is about to.
    fn begun(&self) -> bool {
        self.open.is_some() || !self.found.utterances.is_empty()
    }

    /// A line that begins with a time and no name that is sure: a name alone, nameless words, or a time that is said.
    fn after_time(&mut self, number: u32, line: &str, (when, words): (When, &str), rest: &Lines<'_>) {
        let name = bare(words);
        if self.habits.after_time.holds(name) && self.speaks(when, name, rest) {
            self.begin(number, Some(when), name, "");
        } else if self.is_said(when, self.habits.words_after_time, rest) {
            self.unmarked(number, line, rest);
        } else {
            self.begin(number, Some(when), "", words);
        }
    }

    /// True if this is the name of a speaker; one that does not come again has to be in its place.
    fn speaks(&self, when: When, name: &str, rest: &Lines<'_>) -> bool {
        let known = self.habits.holds(name) || self.habits.after_time.holds(name);
        known && (self.habits.recurs(name) || !when.may_be_said() || self.is_in_order(when, Standing::Turn, rest))
    }

    /// True if the time that a line begins with is part of what somebody says: "10:30 works for me".
    fn is_said(&self, when: When, standing: Standing, rest: &Lines<'_>) -> bool {
        let speaking = self.open.is_some() || self.pending.is_some();
        speaking && when.may_be_said() && (standing == Standing::Words || !self.is_in_order(when, standing, rest))
    }

    /// True if the time lies between those of the turns before and behind, as the time of a turn does.
    fn is_in_order(&self, when: When, standing: Standing, rest: &Lines<'_>) -> bool {
        let before =
            self.open.as_ref().and_then(|turn| turn.when).or(self.pending).or(self.whens.iter().rev().copied().flatten().next());
        let (time, before) = (when.start.seconds(), before.map_or(0.0, |when| when.start.seconds()));
        let times = rest.clone().take(AHEAD).filter_map(|(_, line)| self.time_of_turn(line)).take(TIMES_AHEAD);
        let mut first = None;
        for next in times {
            first = first.or(Some(next));
            if (before..time).contains(&next) {
                return false;
            }
        }
        match first {
            Some(next) => time >= before || next < before,
            None => time >= before && standing == Standing::Turn,
        }
    }

    /// Seconds of a line that may begin a turn.
    fn time_of_turn(&self, line: &str) -> Option<f64> {
        let when = match mark(line)? {
            Mark::Turn { when, name, sure, .. } => (sure || self.habits.holds(name)).then_some(when),
            Mark::TimeAndWords(when, _) => {
                (!when.may_be_said() || self.habits.words_after_time != Standing::Words).then_some(when)
            }
            Mark::Time(when) => (!when.may_be_said() || self.habits.times_alone != Standing::Words).then_some(when),
        };
        when.map(|when| when.start.seconds())
    }

    /// A line that is no heading by its time.
    fn unmarked(&mut self, number: u32, line: &str, rest: &Lines<'_>) {
        let begun = self.begun();
        if let Some((name, words)) = self.habits.prefixes.split(line) {
            if begun || !is_key(name) {
                let when = self.pending.take();
                return self.begin(number, when, name, words);
            }
            self.known_heading = true;
        }
        if self.habits.name_above_time && looks_like_name(line) && next_is_time(rest) {
            return self.begin(number, None, bare(line), "");
        }
        match &mut self.open {
            Some(turn) if turn.words.is_empty() || self.habits.goes_on(self.after_blank) => push_collapsed(&mut turn.words, line),
            _ if self.pending.is_some() || !self.habits.named && (begun || !self.habits.timed) => {
                let when = self.pending.take();
                self.begin(number, when, "", line);
            }
            _ if begun => self.found.problems.at(number, Fault::LeftOut),
            _ => {
                self.heading_from.get_or_insert(number);
                let lower = line.to_lowercase();
                let lower = lower.trim_start_matches(['#', '*', '_', ' ']);
                self.known_heading |= is_date(line) || name_end(line).is_some_and(|end| is_key(&line[..end]));
                self.known_heading |= HEADINGS.iter().any(|word| lower.starts_with(word) || lower.ends_with(word));
            }
        }
    }

    fn begin(&mut self, line: u32, when: Option<When>, name: &str, words: &str) {
        self.close();
        self.pending = None;
        let mut turn = Turn { line, when, name: name.to_owned(), words: String::new() };
        push_collapsed(&mut turn.words, words);
        self.open = Some(turn);
    }

    fn close(&mut self) {
        let Some(turn) = self.open.take() else { return };
        self.found.push_spoken(turn.line, (None, None), &turn.name, &turn.words);
        if self.found.utterances.len() > self.whens.len() {
            self.whens.push(turn.when);
        }
    }
}

/// True if the line below is a time alone.
fn next_is_time(rest: &Lines<'_>) -> bool {
    rest.peek().is_some_and(|next| matches!(mark(next), Some(Mark::Time(_))))
}
