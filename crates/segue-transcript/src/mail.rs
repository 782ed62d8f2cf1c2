//! Mail, which is read elsewhere: its heads, so that no header is taken for a speaker.

use crate::lines::Lines;

/// Headers that every mail has in some language, small letters, by what they say.
const FROM: [&str; 3] = ["from", "von", "от"];
const OTHERS: [&str; 16] = [
    "to",
    "subject",
    "cc",
    "message-id",
    "received",
    "return-path",
    "mime-version",
    "delivered-to",
    "an",
    "betreff",
    "gesendet",
    "кому",
    "тема",
    "копия",
    "reply-to",
    "dkim-signature",
];
/// Headers that are looked at.
const HEADERS: usize = 60;
/// Lines among which a mail says what it quotes.
const QUOTED_WITHIN: usize = 200;

/// Ends of the line over what a mail quotes.
const WROTE: [&str; 4] = ["wrote:", "пишет:", "писал(а):", "schrieb:"];

/// True for a mail by its head, or by what it quotes where it was copied without one.
pub(crate) fn is_mail(text: &str) -> bool {
    has_head(text) || quotes(text)
}

/// True if a line says who wrote, and the next is quoted.
fn quotes(text: &str) -> bool {
    let lines = || Lines::of(text).map(|(_, line)| line.trim()).filter(|line| !line.is_empty()).take(QUOTED_WITHIN);
    lines().zip(lines().skip(1)).any(|(line, next)| next.starts_with('>') && WROTE.iter().any(|end| line.ends_with(end)))
}

/// True if a text begins with the head of a mail: in one block who wrote, and to whom or about what.
fn has_head(text: &str) -> bool {
    let mut lines = Lines::of(text).map(|(_, line)| line.trim_end()).skip_while(|line| line.is_empty()).peekable();
    // A mailbox parts its mails by such a line: `From a@b.example Thu Nov 12 14:02:05 2026`.
    let parted = |line: &&str| line.starts_with("From ") && line.contains('@') && line.contains(':');
    let mailbox = lines.next_if(parted).is_some();
    let (mut from, mut others) = (0, 0);
    for line in lines.take(HEADERS).take_while(|line| !line.is_empty()) {
        // A header that is long goes on in lines that are set in.
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        let name = name.to_lowercase();
        from += usize::from(FROM.contains(&name.as_str()));
        others += usize::from(OTHERS.contains(&name.as_str()));
    }
    from > 0 && (mailbox || others >= 2 || others == 1 && text.contains('@'))
}
