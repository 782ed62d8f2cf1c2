//! Plain text with speakers and times, as Otter, Rev, Descript, Fireflies, Zoom, Meet, whisper.cpp and
//! people write it.

use crate::Fault;
use crate::found::Found;
use crate::habits::Habits;
use crate::heading::{Mark, When, is_added, mark};
use crate::lines::Lines;
use crate::naming::{bare, is_capitalised, may_be_name};
use crate::spacing::push_collapsed;

/// Words by which the lines before the first speaker are known to be no talk.
const HEADINGS: [&str; 14] = [
    "transcript",
    "attendees",
    "invited",
    "participants",
    "speakers",
    "summary",
    "meeting",
    "расшифровка",
    "участники",
    "стенограмма",
    "приглашённые",
    "встреча",
    "запись",
    "тема",
];
/// What stands before a colon at the head of a file and is nobody's name.
const KEYS: [&str; 24] = [
    "date",
    "time",
    "duration",
    "title",
    "subject",
    "topic",
    "participants",
    "attendees",
    "invited",
    "meeting",
    "location",
    "language",
    "recorded",
    "host",
    "дата",
    "время",
    "длительность",
    "продолжительность",
    "название",
    "тема",
    "участники",
    "встреча",
    "язык",
    "приглашённые",
];
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
    crate::timeline::lay(&mut reader.found, &reader.whens, reader.chat);
    reader.found
}

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
            Some(Mark::Time(when)) => match &mut self.open {
                // The time under a name that stands alone.
                Some(turn) if turn.words.is_empty() && turn.when.is_none() => turn.when = Some(when),
                _ => {
                    self.close();
                    self.pending = Some(when);
                }
            },
            Some(Mark::TimeAndWords(when, name)) if self.habits.name_after_time && may_be_name(name) => {
                self.begin(number, Some(when), bare(name), "");
            }
            Some(Mark::TimeAndWords(when, words)) => self.begin(number, Some(when), "", words),
            Some(Mark::Turn { when, name, words, sure, chat }) if sure || self.habits.holds(name) => {
                self.chat |= chat;
                self.begin(number, Some(when), name, words);
            }
            _ => self.unmarked(number, line, rest),
        }
        self.after_blank = false;
    }

    /// A line that is no heading by its time.
    fn unmarked(&mut self, number: u32, line: &str, rest: &Lines<'_>) {
        let begun = self.open.is_some() || !self.found.utterances.is_empty();
        if let Some((name, words)) = self.habits.prefixes.split(line) {
            if begun || !KEYS.contains(&name.to_lowercase().as_str()) {
                let when = self.pending.take();
                return self.begin(number, when, name, words);
            }
            self.known_heading = true;
        }
        if self.habits.name_above_time && may_be_name(line) && is_capitalised(line) && next_is_time(rest) {
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
