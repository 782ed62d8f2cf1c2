//! Mail, which is read elsewhere: it is known, so that no header is taken for a speaker.

use crate::lines::Lines;
use crate::mail_head::{MailHeader, says_who_wrote};

/// Headers that are looked at.
const HEADERS: usize = 60;
/// Lines among which a mail says what it quotes.
const QUOTED_WITHIN: usize = 200;

/// True for a mail by its head, or by what it quotes where it was copied without one.
pub(crate) fn is_mail(text: &str) -> bool {
    has_head(text) || quotes(text)
}

/// True if a line says who wrote, and the next is quoted.
fn quotes(text: &str) -> bool {
    let lines = || Lines::of(text).map(|(_, line)| line.trim()).filter(|line| !line.is_empty()).take(QUOTED_WITHIN);
    lines().zip(lines().skip(1)).any(|(line, next)| next.starts_with('>') && says_who_wrote(line))
}

/// True if a text begins with the head of a mail: in one block who wrote, and to whom or about what. When it was tells nothing:
/// transcripts have it at their head, and Signal over every message.
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
        match MailHeader::named(name) {
            Some(MailHeader::From) => from += 1,
            Some(MailHeader::Other) => others += 1,
            Some(MailHeader::When) | None => {}
        }
    }
    from > 0 && (mailbox || others >= 2 || others == 1 && text.contains('@'))
}
