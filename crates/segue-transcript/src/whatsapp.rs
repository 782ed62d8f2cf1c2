//! `WhatsApp`'s text export, from Android and from iOS, with dates as the phone's country writes them.

use crate::Fault;
use crate::chat_date::{self, Stamp};
use crate::clock::Clock;
use crate::found::Found;
use crate::lines::Lines;
use crate::spacing::{is_mark, push_collapsed};
use crate::whatsapp_texts::{InPlace, deleted_by_me, in_place, is_note, is_note_without_name, words};
use segue_core::{Timing, Words};
use std::borrow::Cow;

/// Signs between a date and a time; Russian phones write `2024 г.`, Ukrainian ones `2024 р.` and French ones `à`.
const COMMA: [char; 6] = [',', ' ', '.', 'г', 'р', 'à'];
/// Longest name, in letters.
const NAME_LETTERS: usize = 60;

/// True if the line begins a message of an export.
pub(crate) fn is_message(line: &str) -> bool {
    head(&plain(line)).is_some_and(|head| head.stamp.is_some())
}

/// A line with ordinary spaces, and without the marks of direction before it.
pub(crate) fn plain(line: &str) -> Cow<'_, str> {
    let line = line.trim_matches(|c: char| is_mark(c) || c == ' ' || c == '\r');
    if line.contains(['\u{202f}', '\u{a0}']) {
        Cow::Owned(line.replace(['\u{202f}', '\u{a0}'], " "))
    } else {
        Cow::Borrowed(line)
    }
}

/// Reads an export; a message is one utterance, also one of a picture, then without words.
pub(crate) fn parse(text: &str) -> Found {
    let mut chat = Chat { found: Found::with_timing(Timing::Chat), stamps: Vec::new(), open: None, in_note: false };
    for (number, line) in Lines::of(text) {
        chat.line(number, &plain(line));
    }
    chat.close();
    chat_date::set_times(&mut chat.found, &chat.stamps);
    chat.found
}

struct Chat {
    found: Found,
    stamps: Vec<Option<Stamp>>,
    open: Option<Message>,
    /// The line before was the service's own, so that what follows it is too.
    in_note: bool,
}

/// A message whose further lines may still come.
struct Message {
    line: u32,
    stamp: Option<Stamp>,
    name: String,
    text: String,
}

impl Chat {
    fn line(&mut self, number: u32, line: &str) {
        let Some(Head { stamp, rest }) = head(line) else {
            match &mut self.open {
                Some(message) => {
                    message.text.push('\n');
                    message.text.push_str(line);
                }
                None if line.is_empty() || self.in_note => {}
                None => self.found.problems.at(number, Fault::LeftOut),
            }
            return;
        };
        self.close();
        // A line without a name is the service's own: encryption, somebody joined.
        let author = rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")));
        let author = author.filter(|(name, _)| name.chars().count() <= NAME_LETTERS && !is_note_without_name(name));
        self.in_note = author.is_none_or(|(_, text)| is_note(text));
        if let Some((name, text)) = author.filter(|_| !self.in_note) {
            // A tilde marks a name that is not in the address book.
            let name = name.trim_matches(|c: char| is_mark(c) || c.is_whitespace()).trim_start_matches(['~', ' ', '\u{a0}']);
            self.open = Some(Message { line: number, stamp, name: name.to_owned(), text: text.to_owned() });
        }
    }

    fn close(&mut self) {
        let Some(message) = self.open.take() else { return };
        if self.found.me.is_none() && deleted_by_me(&message.text) {
            self.found.me = Some(message.name.clone());
        }
        match in_place(&message.text) {
            Some(InPlace::Sound) => self.found.unheard.sound(0.0),
            Some(InPlace::Call) => self.found.unheard.call(0.0),
            _ => {}
        }
        let mut text = String::with_capacity(message.text.len());
        push_collapsed(&mut text, &words(&message.text));
        self.found.push(message.line, (None, None), &message.name, "");
        if let Some(utterance) = self.found.utterances.last_mut() {
            utterance.text = Words::new(text);
        }
        self.stamps.push(message.stamp);
    }
}

/// The beginning of a message: its moment, `None` if it cannot be, and what follows.
struct Head<'a> {
    stamp: Option<Stamp>,
    rest: &'a str,
}

/// `12/31/23, 9:15 PM - `, `[31.12.2023, 21:15:03] `, `7/1/16, 4:56:55 PM: `, `[21:15, 31.12.2023] `.
fn head(line: &str) -> Option<Head<'_>> {
    let (bracket, text) = line.strip_prefix('[').map_or((false, line), |text| (true, text));
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (stamp, rest) = moment(text)?;
    let rest = if bracket {
        rest.trim_start().strip_prefix(']')?
    } else {
        let trimmed = rest.trim_start();
        let dash = trimmed.strip_prefix(['-', '–', '—']).filter(|after| after.starts_with(' ') && trimmed.len() < rest.len());
        dash.or_else(|| rest.strip_prefix(": "))?
    };
    Some(Head { stamp, rest: rest.trim_start_matches(|c: char| c == ' ' || is_mark(c)) })
}

/// A date and a time in either order, `None` if they cannot be, and what follows.
pub(crate) fn moment(text: &str) -> Option<(Option<Stamp>, &str)> {
    let ((numbers, separator), clock, rest) = if let Some((date, rest)) = date(text) {
        let rest = rest.trim_start_matches(COMMA);
        let pointed = colons(rest);
        let (clock, left) = Clock::begin(&pointed)?;
        (date, clock, &rest[rest.len() - left.len()..])
    } else {
        let (clock, rest) = Clock::begin(text)?;
        let (date, rest) = date(rest.trim_start_matches(COMMA))?;
        (date, clock, rest)
    };
    let fits = clock.fits_a_day();
    let stamp = Stamp { date: numbers, separator, seconds: clock.day_seconds() as u32, half_day: clock.half_day.is_some() };
    Some((fits.then_some(stamp), rest))
}

/// Some countries put points between hours and minutes.
fn colons(text: &str) -> Cow<'_, str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let pointed = (1..=2).contains(&digits) && text[digits..].starts_with('.');
    if pointed {
        let end = text.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        Cow::Owned(text[..end].replace('.', ":") + &text[end..])
    } else {
        Cow::Borrowed(text)
    }
}

/// Three numbers with the same sign between them, and what follows.
fn date(text: &str) -> Option<(([i16; 3], char), &str)> {
    let mut numbers = [0; 3];
    let mut rest = text;
    let mut separator = None;
    for (i, number) in numbers.iter_mut().enumerate() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&digits) || digits == 3 {
            return None;
        }
        *number = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        if i < 2 {
            let sign = rest.chars().next().filter(|c| matches!(c, '.' | '/' | '-'))?;
            if *separator.get_or_insert(sign) != sign {
                return None;
            }
            rest = &rest[1..];
        }
    }
    Some(((numbers, separator?), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_many_phones() {
        for (line, seconds) in [
            ("12/31/23, 9:15 PM - Dana: hi", 76_500),
            ("12/31/23, 9:15\u{202f}PM - Dana: hi", 76_500),
            ("31.12.23, 21:15 - Dana: hi", 76_500),
            ("[31.12.2023, 21:15:03] Dana: hi", 76_503),
            ("\u{200e}[05/01/2024, 8:07:09\u{202f}AM] Dana: hi", 29_229),
            ("[5/1/24, 20:07:09] \u{200e}Dana: hi", 72_429),
            ("2024-01-05, 08:07 - Dana: hi", 29_220),
            ("05.01.2024 08:07 - Dana: hi", 29_220),
            ("05.01.2024 г., 08:07 - Dana: hi", 29_220),
            ("7/1/16, 4:56:55 PM: Dana: hi", 61_015),
            ("31/12/23 21.15 - Dana: hi", 76_500),
            ("[21:15, 31.12.2023] Dana: hi", 76_500),
            ("26/03/2022 à 21:15 - Dana: hi", 76_500),
            ("31.12.2023 р., 21:15 - Dana: hi", 76_500),
            ("31/12/23, 9:15\u{a0}p.\u{a0}m. - Dana: hi", 76_500),
            ("[31/12/23, 9:15:03 p. m.] Dana: hi", 76_503),
            ("31-12-2023 21:15 - Dana: hi", 76_500),
        ] {
            let line = plain(line);
            let head = head(&line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((head.stamp.map(|s| s.seconds), head.rest), (Some(seconds), "Dana: hi"), "{line}");
        }
        for line in ["just a line: with a colon", "10:30 is fine", "1/2/3", "[12] Dana: hi", "3.5.2024 was a good day: yes"] {
            assert!(head(line).is_none(), "{line}");
        }
        assert!(head("12/31/23, 25:15 - Dana: hi").is_some_and(|head| head.stamp.is_none()));
    }
}
