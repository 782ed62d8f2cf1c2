//! Messages copied or exported from chats that put name and time over the words: Discord, Slack, Signal, iMessage.

use crate::Fault;
use crate::chat_date::{self, Order, Stamp};
use crate::chat_head::{Day, Head, head};
use crate::found::{Found, UNKNOWN};
use crate::lines::Lines;
use crate::spacing::push_collapsed;
use segue_core::{Timing, Words};

const DAY: f64 = 86_400.0;
const HALF_A_DAY: u32 = 43_200;
/// Endings of a message that was changed afterwards.
const EDITED: [&str; 3] = ["(edited)", "(изменено)", "(bearbeitet)"];
/// Endings of names of files that stand alone in place of a picture or a document.
const FILES: [&str; 12] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".mp4", ".mov", ".pdf", ".docx", ".xlsx", ".zip"];

/// Reads what was copied; a message is one utterance, also one of a picture, then without words.
pub(crate) fn parse(text: &str) -> Found {
    let mut chat = Chat::default();
    let mut lines = Lines::of(text);
    while let Some((number, line)) = lines.next() {
        match head(line, &lines, chat.begun()) {
            Some(head) => chat.begin(number, &head, &mut lines),
            None => chat.line(number, line.trim()),
        }
    }
    chat.finish()
}

#[derive(Default)]
struct Chat {
    messages: Vec<Message>,
    /// Lines before the first message.
    stray: Vec<u32>,
    /// A reaction stood alone, so that a number below counts it.
    reaction: bool,
    /// What follows up to an empty line is no message: attachments and reactions in an export of Discord.
    in_list: bool,
}

struct Message {
    line: u32,
    name: String,
    day: Day,
    seconds: u32,
    /// AM or PM is known.
    halved: bool,
    text: String,
}

impl Chat {
    fn begun(&self) -> bool {
        !self.messages.is_empty()
    }

    fn begin(&mut self, line: u32, head: &Head<'_>, lines: &mut Lines<'_>) {
        for _ in 0..head.lines_below {
            lines.next();
        }
        let before = self.messages.last();
        let name = head.name.or(before.map(|message| message.name.as_str())).unwrap_or_default().to_owned();
        // A time without AM or PM below one after noon: `9:15` after `9:14 PM`.
        let after_noon = before.is_some_and(|before| head.half_left_out && before.halved && before.seconds >= HALF_A_DAY);
        let seconds = if after_noon { head.seconds % HALF_A_DAY + HALF_A_DAY } else { head.seconds };
        let halved = after_noon || !head.half_left_out;
        self.messages.push(Message { line, name, day: head.day, seconds, halved, text: head.words.to_owned() });
        (self.reaction, self.in_list) = (false, false);
    }

    fn line(&mut self, number: u32, line: &str) {
        let after_reaction = std::mem::replace(&mut self.reaction, is_reaction(line));
        self.in_list = is_list(line) || self.in_list && !line.is_empty();
        let counts = after_reaction && !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
        if line.is_empty() || self.in_list || is_frame(line) {
            return;
        }
        let Some(message) = self.messages.last_mut() else {
            return self.stray.push(number);
        };
        if !(self.reaction || counts || is_of_a_thread(line) || is_file(line)) {
            let words = EDITED.iter().find_map(|mark| line.strip_suffix(mark)).unwrap_or(line);
            push_collapsed(&mut message.text, words);
        }
    }

    fn finish(self) -> Found {
        let mut found = Found::with_timing(Timing::Chat);
        for line in &self.stray {
            found.problems.at(*line, Fault::LeftOut);
        }
        for message in &self.messages {
            found.push(message.line, (None, None), &message.name, "");
            if let Some(utterance) = found.utterances.last_mut() {
                utterance.text = Words::new(message.text.as_str());
            }
        }
        set_times(&mut found, &self.messages);
        found
    }
}

/// Gives every message its moment. The file says “today” of days that it does not name: each such word begins another day.
fn set_times(found: &mut Found, messages: &[Message]) {
    let stamps: Vec<Stamp> = messages.iter().filter_map(|message| message.day.stamp()).collect();
    let (order, told) = chat_date::order(&stamps);
    if !told {
        found.problems.of_file(Fault::DayOrMonth { day_first: order == Order::Day });
    }
    if messages.iter().any(|message| matches!(message.day, Day::Yesterday | Day::Today)) {
        found.problems.of_file(Fault::DayWords);
    }
    let midnight = |stamp: &Stamp| Stamp { seconds: 0, ..*stamp }.since_epoch(order);
    let mut day = stamps.iter().find_map(midnight).unwrap_or(0.0);
    let (mut before, mut said) = (None::<&Message>, Day::Unsaid);
    for (utterance, message) in found.utterances.iter_mut().zip(messages) {
        let known = match &message.day {
            Day::Date(stamp) => {
                let date = midnight(stamp);
                day = date.unwrap_or(day);
                date.is_some()
            }
            Day::Unsaid => {
                // Past midnight.
                let passed = before.is_some_and(|before| message.seconds + HALF_A_DAY < before.seconds);
                day += if passed { DAY } else { 0.0 };
                true
            }
            word => {
                let another = said != Day::Unsaid && said != *word;
                day += if another { DAY } else { 0.0 };
                true
            }
        };
        said = if message.day == Day::Unsaid { said } else { message.day };
        utterance.start = if known { day + f64::from(message.seconds) } else { UNKNOWN };
        before = Some(message);
    }
}

/// `:white_check_mark:` alone on a line.
fn is_reaction(line: &str) -> bool {
    let name = line.strip_prefix(':').and_then(|line| line.strip_suffix(':')).unwrap_or_default();
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte))
}

/// `3 replies`, `Last reply today at 9:40 AM`.
fn is_of_a_thread(line: &str) -> bool {
    let count = line.strip_suffix(" replies").or_else(|| line.strip_suffix(" reply"));
    count.is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
        || line.starts_with("Last reply ") && line.contains(|c: char| c.is_ascii_digit())
        || line == "View thread"
}

/// A name of a file in place of the file.
fn is_file(line: &str) -> bool {
    !line.contains(char::is_whitespace) && !line.contains('/') && FILES.iter().any(|ending| line.to_lowercase().ends_with(ending))
}

/// What stands around an export of Discord.
fn is_frame(line: &str) -> bool {
    const STARTS: [&str; 7] = ["Guild: ", "Channel: ", "Topic: ", "Exported ", "After: ", "Before: ", "====="];
    STARTS.iter().any(|start| line.starts_with(start))
}

fn is_list(line: &str) -> bool {
    matches!(line, "{Attachments}" | "{Reactions}" | "{Embed}" | "{Stickers}")
}
