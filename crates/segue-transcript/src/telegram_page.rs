//! Telegram Desktop's export as a web page, `messages.html`.

use crate::Fault;
use crate::chat_date;
use crate::clock::Clock;
use crate::found::Found;
use crate::lines::LineCounter;
use crate::markup::resolve;
use crate::whatsapp;
use segue_core::Timing;

/// What every message of a page begins with.
const MESSAGE: &str = "<div class=\"message ";

/// True if a web page is such an export.
pub(crate) fn is_export(page: &[u8]) -> bool {
    let has = |text: &str| memchr::memmem::find(page, text.as_bytes()).is_some();
    has("class=\"page_wrap") && has("class=\"history\"") && has(MESSAGE)
}

/// Reads the messages; one is one utterance, also one of a picture, then without words.
pub(crate) fn parse(page: &str) -> Found {
    let mut found = Found::with_timing(Timing::Chat);
    let (mut lines, mut stamps, mut name) = (LineCounter::of(page), Vec::new(), String::new());
    let starts: Vec<usize> = page.match_indices(MESSAGE).map(|(at, _)| at).collect();
    for (i, &start) in starts.iter().enumerate() {
        let message = &page[start..starts.get(i + 1).copied().unwrap_or(page.len())];
        let line = lines.line_at(start);
        let classes = message[MESSAGE.len()..].split('"').next().unwrap_or_default();
        if classes.split(' ').any(|class| class == "service") {
            continue;
        }
        // The name in a message that was passed on is that of its author.
        let own = message.split("class=\"forwarded").next().unwrap_or_default();
        if let Some((new, _)) = inside(own, "class=\"from_name\">") {
            name = new;
        }
        // "00:12", perhaps with the size behind; a call tells its length in words.
        let status = || inside(message, "class=\"status details\">").map(|(status, _)| status).unwrap_or_default();
        if message.contains("media_voice_message") || message.contains("media_round_video") {
            found.unheard.sound(Clock::begin(status().trim()).map_or(0.0, |(clock, _)| clock.seconds()));
        } else if message.contains("media_call") && status().contains('(') {
            found.unheard.call(0.0);
        }
        let (text, whole) = inside(message, "class=\"text\">").unwrap_or((String::new(), true));
        if !whole {
            found.problems.at(line, Fault::Cut);
        }
        found.push(line, (None, None), &name, &text);
        let title = message.split_once("date details\" title=\"").map_or("", |(_, title)| title);
        stamps.push(whatsapp::moment(title).and_then(|(stamp, _)| stamp));
    }
    chat_date::set_times(&mut found, &stamps);
    found
}

/// Words between a tag with such an ending and the end of its division, and whether that was there.
fn inside(html: &str, tag: &str) -> Option<(String, bool)> {
    let (_, rest) = html.split_once(tag)?;
    let (inner, whole) = rest.split_once("</div>").map_or((rest, false), |(inner, _)| (inner, true));
    let mut words = String::with_capacity(inner.len());
    for (i, part) in inner.split('<').enumerate() {
        let (tag, text) = if i == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
        words.push_str(if tag.starts_with("br") { "\n" } else { "" });
        words.push_str(text);
    }
    Some((resolve(&words), whole))
}
