//! `WhatsApp`'s text export, from Android and from iOS, with dates as the phone's country writes them.

use crate::chat_time::{self, Stamp};
use crate::raw::Raw;
use crate::subtitles::collapse;
use crate::{Fault, Parsed};
use regex::Regex;
use segue_core::Timing;
use std::sync::LazyLock;

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^\[?(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})\.?,?\s+
          (\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?
          (?:\s*([AaPp])\.?\s?[Mm]\.?)?
          (\]\s*|\s+[-–—]\s+)(.*)$",
    )
    .expect("a fixed pattern")
});

/// What an export writes where something was no text.
const NOT_TEXT: [&str; 12] = [
    "<media omitted>",
    "<без медиафайлов>",
    "image omitted",
    "video omitted",
    "audio omitted",
    "sticker omitted",
    "gif omitted",
    "document omitted",
    "изображение отсутствует",
    "аудиофайл отсутствует",
    "видео отсутствует",
    "стикер отсутствует",
];

/// True if the text begins as an export does.
pub(crate) fn is_export(text: &str) -> bool {
    text.lines().take(5).any(|line| HEAD.is_match(&tidy(line)))
}

/// A line without the marks of direction, with plain spaces.
fn tidy(line: &str) -> String {
    let plain = |c: char| match c {
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{feff}' => None,
        '\u{202f}' | '\u{a0}' => Some(' '),
        c => Some(c),
    };
    line.chars().filter_map(plain).collect::<String>().trim_end().to_owned()
}

pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed { timing: Timing::Chat, ..Parsed::default() };
    let mut stamps: Vec<Option<Stamp>> = Vec::new();
    let mut in_message = false;
    for (i, line) in text.lines().enumerate() {
        let line = tidy(line);
        let Some((stamp, rest)) = head(&line) else {
            if let Some(raw) = parsed.raws.last_mut() {
                if in_message {
                    raw.text.push('\n');
                    raw.text.push_str(&line);
                }
            } else if !line.is_empty() {
                parsed.faults.push((Some(i + 1), Fault::Stray));
            }
            continue;
        };
        // A line without a name is the service's own: a call, somebody joined, encryption.
        let name = rest.split_once(": ").or_else(|| rest.strip_suffix(':').map(|name| (name, "")));
        in_message = name.is_some_and(|(name, _)| name.chars().count() <= 60);
        if let Some((name, words)) = name.filter(|_| in_message) {
            if stamp.is_none() {
                parsed.faults.push((Some(i + 1), Fault::Time));
            }
            stamps.push(stamp);
            parsed.raws.push(Raw {
                line: i + 1,
                speaker: name.trim().trim_start_matches('~').trim().to_owned(),
                text: words.to_owned(),
                ..Raw::default()
            });
        }
    }
    let known: Vec<Stamp> = stamps.iter().copied().flatten().collect();
    let order = chat_time::order(&known);
    let seconds: Vec<Option<f64>> = stamps.iter().map(|stamp| stamp.and_then(|s| s.seconds(order))).collect();
    let zero = seconds.iter().copied().flatten().next().unwrap_or(0.0);
    for (raw, seconds) in parsed.raws.iter_mut().zip(seconds) {
        raw.start = seconds.map(|s| s - zero);
        raw.text = words(&raw.text);
    }
    parsed
}

/// The moment and the rest of a line that begins a message; `None` of a moment that cannot be.
fn head(line: &str) -> Option<(Option<Stamp>, &str)> {
    let found = HEAD.captures(line)?;
    let number = |i: usize| found.get(i).and_then(|m| m.as_str().parse::<i32>().ok());
    let half = found.get(8).map(|m| m.as_str().to_lowercase());
    let hour = match (number(5)?, half.as_deref()) {
        (12, Some("a")) => 0,
        (hour, Some("p")) if hour < 12 => hour + 12,
        (hour, _) => hour,
    };
    let stamp = (hour < 24).then_some(Stamp {
        parts: [number(1)?, number(3)?, number(4)?],
        separator: found[2].chars().next().unwrap_or('/'),
        hour: hour as i8,
        minute: number(6)? as i8,
        second: number(7).unwrap_or(0) as i8,
        half_day: half.is_some(),
    });
    Some((stamp, found.get(10)?.as_str()))
}

/// The words of a message; none for a picture or a sticker.
fn words(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    if NOT_TEXT.contains(&lower.as_str())
        || lower.starts_with("<attached:")
        || lower.starts_with("<прикреплено:")
        || lower.ends_with("(file attached)")
        || lower.ends_with("(файл добавлен)")
    {
        return String::new();
    }
    let edited =
        ["<This message was edited>", "<Сообщение изменено>"].into_iter().fold(text.to_owned(), |t, mark| t.replace(mark, ""));
    collapse(&edited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_many_phones() {
        for (line, rest) in [
            ("12/31/23, 9:15 PM - Dana: hi", "Dana: hi"),
            ("31.12.23, 21:15 - Имя: привет", "Имя: привет"),
            ("[31.12.2023, 21:15:03] Имя: привет", "Имя: привет"),
            ("\u{200e}[05/01/2024, 8:07:09\u{202f}AM] Dana: hi", "Dana: hi"),
            ("2024-01-05, 08:07 - Dana: hi", "Dana: hi"),
            ("05.01.2024 08:07 - Dana: hi", "Dana: hi"),
        ] {
            let tidy = tidy(line);
            let (stamp, found) = head(&tidy).unwrap_or_else(|| panic!("{line}"));
            assert!(stamp.is_some());
            assert_eq!(found, rest);
        }
        assert!(head("just a line: with a colon").is_none());
    }

    #[test]
    fn the_whole_file_decides_between_day_and_month() {
        let day = parse("05/01/24, 10:00 - A: x\n13/01/24, 10:00 - B: y\n");
        assert_eq!(day.raws[1].start, Some(8.0 * 86400.0));
        let month = parse("1/5/24, 10:00 AM - A: x\n1/6/24, 10:00 AM - B: y\n");
        assert_eq!(month.raws[1].start, Some(86400.0));
    }
}
