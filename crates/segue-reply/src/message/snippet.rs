//! A chat that was pasted or exported: what the client wrote since I wrote last.

use super::Wishes;
use jiff::civil::{DateTime, date};
use segue_core::Role;
use segue_transcript::{FileKind, ReadOptions};

/// One message of a chat.
struct Said {
    name: String,
    role: Role,
    text: String,
    at: Option<DateTime>,
}

/// Text, name, time and number of messages.
pub(super) type Snippet = (String, Option<String>, Option<DateTime>, usize);

/// Reads a paste; `None` if it is no chat.
pub(super) fn read(bytes: &[u8], text: &str, wishes: &Wishes) -> Option<Snippet> {
    let said = match segue_transcript::sniff(bytes) {
        FileKind::Whatsapp | FileKind::Telegram => exported(bytes, wishes)?,
        _ => telegram_paste(text)?,
    };
    let is = |wanted: Option<&str>, said: &Said| wanted.is_some_and(|wanted| same(wanted, &said.name));
    let (me, client) = (wishes.me.as_deref(), wishes.client.as_deref());
    // Whoever wrote last is the client, unless names or roles say otherwise.
    let mine = |said: &Said| is(me, said) || me.is_none() && said.role == Role::Me;
    let who = said.iter().rev().find(|said| is(client, said)).or_else(|| said.iter().rev().find(|said| !mine(said)))?;
    let name = who.name.clone();
    let last = said.iter().rposition(|said| said.name == name)?;
    let first = said[..=last].iter().rposition(|said| said.name != name).map_or(0, |other| other + 1);
    let theirs: Vec<&Said> = said[first..=last].iter().filter(|said| !said.text.trim().is_empty()).collect();
    let text = theirs.iter().map(|said| said.text.trim()).collect::<Vec<_>>().join("\n");
    Some((text, Some(name), theirs.last().and_then(|said| said.at), theirs.len()))
}

/// Names as people shorten them: the first word is enough.
fn same(wanted: &str, name: &str) -> bool {
    let (wanted, name) = (wanted.trim().to_lowercase(), name.trim().to_lowercase());
    wanted == name
        || name.split_whitespace().next() == Some(wanted.as_str())
        || wanted.split_whitespace().next() == Some(name.as_str())
}

fn exported(bytes: &[u8], wishes: &Wishes) -> Option<Vec<Said>> {
    let options = ReadOptions { me: wishes.me.clone(), client: wishes.client.clone(), ..ReadOptions::default() };
    let chat = segue_transcript::read(bytes, &options).ok()?;
    let at = |seconds: f64| chat.began?.checked_add(jiff::Span::new().try_seconds(seconds as i64).ok()?).ok();
    let said = chat.utterances.iter().map(|u| Said {
        name: u.speaker.name.clone(),
        role: u.speaker.role,
        text: u.text.as_str().to_owned(),
        at: at(u.start),
    });
    Some(said.collect())
}

/// What Telegram puts on the clipboard: `Anna Petrova, [26.11.2026 21:05]` over each message.
fn telegram_paste(text: &str) -> Option<Vec<Said>> {
    let mut all: Vec<Said> = Vec::new();
    for line in text.lines() {
        if let Some((name, at)) = head(line) {
            all.push(Said { name, role: Role::Unknown, text: String::new(), at });
        } else {
            let last = all.last_mut()?;
            last.text.push_str(line);
            last.text.push('\n');
        }
    }
    (!all.is_empty()).then_some(all)
}

fn head(line: &str) -> Option<(String, Option<DateTime>)> {
    let (name, rest) = line.trim().rsplit_once(", [")?;
    let stamp = rest.strip_suffix(':').unwrap_or(rest).strip_suffix(']')?;
    let (day, time) = stamp.split_once([' ', ','])?;
    let mut numbers = time.trim().split(':').map(str::parse::<i8>);
    let (hour, minute) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let parts: Vec<i16> =
        day.split(['.', '/', '-']).map(|part| part.trim_end_matches(',').parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = parts[..] else { return None };
    let year_first = a > 31;
    let (year, month, day) = if year_first { (a, b, c) } else { (c, b, a) };
    // Only America puts the month first, and then a day above 12 tells.
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    let year = if year < 100 { year + 2000 } else { year };
    let known = (1..=12).contains(&month) && (1..=31).contains(&day) && (0..24).contains(&hour) && (0..60).contains(&minute);
    let at = known.then(|| {
        let first = date(year.clamp(1, 9999), month as i8, 1);
        first.with().day((day as i8).min(first.days_in_month())).build().ok().map(|date| date.at(hour, minute, 0, 0))
    });
    Some((name.trim().to_owned(), at.flatten())).filter(|(name, _)| !name.is_empty() && name.chars().count() <= 60)
}
