//! Messages copied out of Telegram: `Dana Weiss, [14.01.2026 10:02]` over each of them.

use crate::Fault;
use crate::chat_date::{self, Stamp};
use crate::found::Found;
use crate::lines::Lines;
use crate::settle;
use crate::spacing::is_mark;
use crate::whatsapp;
use jiff::civil::DateTime;
use segue_core::{Timing, Words};

/// Longest name, in letters.
const NAME_LETTERS: usize = 60;
/// What Telegram writes over the words of an answer and of a message that was passed on.
const ABOVE: &[&str] = &[
    "[In reply to ",
    "[Reply to ",
    "[Forwarded from ",
    "[В ответ на ",
    "[В ответ ",
    "[Ответ на ",
    "[Переслано от ",
    "[Переслано из ",
    "[У відповідь ",
    "[Відповідь ",
    "[Переслано від ",
    "[Antwort auf ",
    "[Als Antwort auf ",
    "[Weitergeleitet von ",
    "[Weitergeleitet aus ",
    "[En réponse à ",
    "[Réponse à ",
    "[Transféré de ",
    "[Transféré depuis ",
    "[En respuesta a ",
    "[Respuesta a ",
    "[Reenviado de ",
    "[Em resposta a ",
    "[Em resposta ao ",
    "[Resposta a ",
    "[Encaminhado de ",
    "[Reencaminhado de ",
    "[In risposta a ",
    "[Risposta a ",
    "[Inoltrato da ",
    "[W odpowiedzi do ",
    "[W odpowiedzi na ",
    "[Odpowiedź do ",
    "[Przekazano od ",
    "[Przekazane od ",
    "[Yanıt: ",
    "[İletildi: ",
    "[Als antwoord op ",
    "[Antwoord op ",
    "[Doorgestuurd van ",
];

/// A message as it was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedMessage {
    /// Who wrote it.
    pub name: String,
    /// The words, in lines as they were written; empty for a picture.
    pub text: Words,
    /// When, by the clock of whoever copied it.
    pub at: Option<DateTime>,
}

/// Messages copied out of Telegram; `None` if the text does not begin with one.
pub fn copied_messages(text: &str) -> Option<Vec<CopiedMessage>> {
    let begins = Lines::of(text).find(|(_, line)| !line.trim().is_empty()).is_some_and(|(_, line)| is_head(line));
    let copied = begins.then(|| Copied::of(text))?;
    let (order, _) = chat_date::order(&copied.stamps());
    let at = |message: &Message| settle::moment(message.stamp?.since_epoch(order)?);
    let messages = copied.messages.iter();
    Some(messages.map(|m| CopiedMessage { name: m.name.clone(), text: Words::new(m.text.as_str()), at: at(m) }).collect())
}

/// True if the line stands over a copied message.
pub(crate) fn is_head(line: &str) -> bool {
    head(line).is_some_and(|(_, stamp)| stamp.is_some())
}

/// Reads what was copied; a message is one utterance, also one of a picture, then without words.
pub(crate) fn parse(text: &str) -> Found {
    let mut found = Found::with_timing(Timing::Chat);
    let copied = Copied::of(text);
    for line in &copied.stray {
        found.problems.at(*line, Fault::LeftOut);
    }
    for message in &copied.messages {
        (0..message.sounds).for_each(|_| found.unheard.sound(0.0));
        found.push(message.line, (None, None), &message.name, &message.text);
    }
    let stamps: Vec<Option<Stamp>> = copied.messages.iter().map(|message| message.stamp).collect();
    chat_date::set_times(&mut found, &stamps);
    found
}

/// What a text has of copied messages.
#[derive(Default)]
struct Copied {
    messages: Vec<Message>,
    /// Lines before the first of them.
    stray: Vec<u32>,
}

struct Message {
    line: u32,
    name: String,
    stamp: Option<Stamp>,
    text: String,
    /// Voice messages in place of words.
    sounds: usize,
}

impl Copied {
    fn of(text: &str) -> Self {
        let mut copied = Self::default();
        for (number, line) in Lines::of(text) {
            let line = line.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
            if let Some((name, stamp)) = head(line) {
                copied.messages.push(Message { line: number, name: name.to_owned(), stamp, text: String::new(), sounds: 0 });
            } else if let Some(message) = copied.messages.last_mut() {
                let first = message.text.is_empty();
                message.sounds += usize::from(is_sound(line));
                let is_words = !(is_added(line, first) || first && line.is_empty());
                if is_words {
                    message.text.push_str(line);
                    message.text.push('\n');
                }
            } else if !line.is_empty() {
                copied.stray.push(number);
            }
        }
        copied
    }

    fn stamps(&self) -> Vec<Stamp> {
        self.messages.iter().filter_map(|message| message.stamp).collect()
    }
}

/// True for what stands in place of a voice message: `[ Voice message ]`.
fn is_sound(line: &str) -> bool {
    const VOICE: [&str; 9] = ["voice", "голосов", "sprach", "vocal", "voz", "głosow", "sesli", "spraak", "voce"];
    let note = line.strip_prefix("[ ").filter(|note| note.ends_with(" ]"));
    note.map(str::to_lowercase).is_some_and(|note| VOICE.iter().any(|word| note.contains(word)))
}

/// True for what nobody wrote: `[In reply to Viktor]` above the words, `[ Photo ]` in their place.
fn is_added(line: &str, first: bool) -> bool {
    let in_place = line.starts_with("[ ") && line.ends_with(" ]");
    in_place || first && line.ends_with(']') && ABOVE.iter().any(|start| line.starts_with(start))
}

/// `Dana Weiss, [14.01.2026 10:02]`, perhaps with a colon behind; the moment is `None` if it cannot be.
fn head(line: &str) -> Option<(&str, Option<Stamp>)> {
    let line = line.trim_matches(|c: char| is_mark(c) || c.is_whitespace());
    let (name, rest) = line.strip_suffix(':').unwrap_or(line).strip_suffix(']')?.rsplit_once(", [")?;
    let rest = whatsapp::plain(rest);
    let written = || chat_date::written(&rest).map(|(stamp, rest)| (Some(stamp), rest));
    let (stamp, rest) = whatsapp::moment(&rest).or_else(written)?;
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().count() <= NAME_LETTERS;
    (is_name && rest.trim().is_empty()).then_some((name, stamp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_as_telegram_copies_them() {
        for (line, seconds) in [
            ("Dana Weiss, [14.01.2026 10:02]", Some(36_120)),
            ("Dana Weiss, [14.01.26 10:02]", Some(36_120)),
            ("Dana Weiss, [1/14/2026 10:02 AM]", Some(36_120)),
            ("Dana Weiss, [1/14/26, 10:02\u{202f}PM]:", Some(79_320)),
            ("Dana Weiss, [14.01.2026 г., 10:02:11]", Some(36_131)),
            ("Dana Weiss, [2026-01-14 10:02]", Some(36_120)),
            ("Dana Weiss, [Jan 14, 2026 at 10:02:05 PM]:", Some(79_325)),
            ("Dana Weiss, [14 янв. 2026 г. в 10:02:05]:", Some(36_125)),
            ("Dana Weiss, [14.01.2026 25:02]", None),
        ] {
            let (name, stamp) = head(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((name, stamp.map(|stamp| stamp.seconds)), ("Dana Weiss", seconds), "{line}");
        }
        for line in ["Dana Weiss, [tomorrow]", "[14.01.2026 10:02]", "Dana, [14.01.2026 10:02] words", ", [14.01.2026 10:02]"] {
            assert!(head(line).is_none(), "{line}");
        }
    }
}
