//! Lines over the messages of chats: `Dana — Today at 9:02 AM`, `[12/11/2026 14:02] Dana`, a name above its time.

use crate::chat_date::{Stamp, written};
use crate::clock::Clock;
use crate::lines::Lines;
use crate::naming::{looks_like_name, may_be_name};
use crate::whatsapp::{moment, plain};

/// The day of a message, as the file tells it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Day {
    /// A date.
    Date(Stamp),
    /// The day before the chat was copied.
    Yesterday,
    /// The day on which the chat was copied.
    Today,
    /// Only a time of day.
    Unsaid,
}

impl Day {
    pub fn stamp(&self) -> Option<Stamp> {
        if let Self::Date(stamp) = self { Some(*stamp) } else { None }
    }
}

/// What stands over a message.
#[derive(PartialEq)]
#[cfg_attr(test, derive(Debug))]
pub(crate) struct Head<'a> {
    /// Whoever wrote it; none for one more message of the same person.
    pub name: Option<&'a str>,
    pub day: Day,
    /// Seconds since midnight.
    pub seconds: u32,
    /// The time may lack its AM or PM.
    pub half_left_out: bool,
    /// Words behind it.
    pub words: &'a str,
    /// Lines below that belong to the head.
    pub lines_below: usize,
}

impl Head<'_> {
    /// Nothing but a moment.
    fn dated(stamp: Stamp) -> Self {
        let (day, seconds) = (Day::Date(stamp), stamp.seconds);
        Self { name: None, day, seconds, half_left_out: false, words: "", lines_below: 0 }
    }
}

/// The head that a line begins; what leaves doubt is one only where messages came before.
pub(crate) fn head<'a>(line: &'a str, below: &Lines<'a>, begun: bool) -> Option<Head<'a>> {
    if line.trim().is_empty() {
        return None;
    }
    discord(line, begun)
        .or_else(|| bracket(line, below))
        .or_else(|| name_above(line, below, begun))
        .or_else(|| date_above(line, below))
        .or_else(|| signal(line, below))
        .or_else(|| begun.then(|| again(line)).flatten())
}

/// `Dana — Yesterday at 10:12 PM`, `Dana — 11/12/2026 10:14 PM`.
fn discord(line: &str, begun: bool) -> Option<Head<'_>> {
    let (name, when) = line.trim().rsplit_once(" — ")?;
    let head = when_alone(when).filter(|head| begun || head.day != Day::Unsaid)?;
    may_be_name(name.trim()).then_some(Head { name: Some(name.trim()), ..head })
}

/// `[12/11/2026 14:02] Dana` above the words, as exports of Discord have it.
fn bracket<'a>(line: &'a str, below: &Lines<'a>) -> Option<Head<'a>> {
    let (when, name) = line.trim().strip_prefix('[')?.split_once("] ")?;
    let head = when_alone(when).filter(|head| head.day.stamp().is_some())?;
    let name = name.trim().trim_end_matches("(pinned)").trim_end();
    let words_below = below.peek().is_some_and(|next| !next.trim().is_empty() && !next.starts_with('['));
    (words_below && may_be_name(name)).then_some(Head { name: Some(name), ..head })
}

/// A name, and on the line below the time, set in or with AM or PM, as Slack copies it.
fn name_above<'a>(line: &'a str, below: &Lines<'a>, begun: bool) -> Option<Head<'a>> {
    let next = below.peek()?;
    let head = when_alone(next).filter(|head| head.day == Day::Unsaid)?;
    let sure = !head.half_left_out || next.starts_with("  ");
    let is_name = line == line.trim_start() && looks_like_name(line.trim()) && line.starts_with(char::is_alphabetic);
    (is_name && sure && (begun || below.clone().nth(1).is_some())).then_some(Head {
        name: Some(line.trim()),
        lines_below: 1,
        ..head
    })
}

/// A date with seconds, and on the line below the name, as iMessage is exported.
fn date_above<'a>(line: &'a str, below: &Lines<'a>) -> Option<Head<'a>> {
    let (stamp, rest) = written(line.trim())?;
    let read = rest.trim();
    let exact = line.matches(':').count() >= 2 && (read.is_empty() || read.starts_with("(Read by"));
    let name = below.peek()?.trim();
    let is_name = looks_like_name(name) && name.starts_with(|c: char| c.is_alphabetic() || c == '+');
    (exact && is_name).then_some(Head { name: Some(name), lines_below: 1, ..Head::dated(stamp) })
}

/// `From: Dana`, and `Sent: Thu, 12 Nov 2026 14:02:05 +0100` below, perhaps among more of the kind.
fn signal<'a>(line: &'a str, below: &Lines<'a>) -> Option<Head<'a>> {
    const KEYS: [&str; 5] = ["To: ", "Type: ", "Sent: ", "Received: ", "Edited: "];
    let name = line.strip_prefix("From: ")?.trim();
    let keys: Vec<&str> =
        below.clone().map(|(_, line)| line).take_while(|line| KEYS.iter().any(|key| line.starts_with(key))).collect();
    let sent = keys.iter().find_map(|line| line.strip_prefix("Sent: "))?;
    let (stamp, _) = written(sent.trim())?;
    may_be_name(name).then_some(Head { name: Some(name), lines_below: keys.len(), ..Head::dated(stamp) })
}

/// One more message of the same person: `[10:15 PM]`, perhaps with words behind, or `9:15` alone.
fn again(line: &str) -> Option<Head<'_>> {
    let line = line.trim();
    if let Some((when, words)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
        return Some(Head { words: words.trim(), ..when_alone(when)? });
    }
    when_alone(line).filter(|head| head.day == Day::Unsaid)
}

/// A moment and nothing else.
fn when_alone(text: &str) -> Option<Head<'static>> {
    const WORDS: [(&str, Day); 10] = [
        ("Today at ", Day::Today),
        ("Yesterday at ", Day::Yesterday),
        ("Сегодня, в ", Day::Today),
        ("Сегодня в ", Day::Today),
        ("Вчера, в ", Day::Yesterday),
        ("Вчера в ", Day::Yesterday),
        ("Heute um ", Day::Today),
        ("Gestern um ", Day::Yesterday),
        ("today at ", Day::Today),
        ("yesterday at ", Day::Yesterday),
    ];
    let text = plain(text.trim());
    let dated = moment(&text).or_else(|| written(&text).map(|(stamp, rest)| (Some(stamp), rest)));
    if let Some((stamp, rest)) = dated {
        let stamp = stamp.filter(|_| rest.trim().is_empty())?;
        return Some(Head::dated(stamp));
    }
    let (day, clock) =
        WORDS.into_iter().find_map(|(word, day)| Some((day, text.strip_prefix(word)?))).unwrap_or((Day::Unsaid, &text));
    let (clock, rest) = Clock::begin(clock)?;
    let head = Head {
        name: None,
        day,
        seconds: clock.day_seconds() as u32,
        half_left_out: clock.half_day.is_none(),
        words: "",
        lines_below: 0,
    };
    (rest.trim().is_empty() && clock.fits_a_day()).then_some(head)
}
