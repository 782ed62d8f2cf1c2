//! Heads of mails, at the top of a file or over what one quotes: the names of headers, who wrote, and the rules above them.

use segue_core::tokens;

/// What a header of a mail tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailHeader {
    /// Who wrote.
    From,
    /// When it was: that stands over transcripts and over the messages of a chat as well.
    When,
    /// To whom, about what, or what programs note.
    Other,
}

const FROM: [&str; 4] = ["from", "von", "от", "от кого"];
const WHEN: [&str; 6] = ["date", "sent", "datum", "gesendet", "дата", "отправлено"];
const OTHER: [&str; 19] = [
    "to",
    "cc",
    "bcc",
    "reply-to",
    "subject",
    "message-id",
    "received",
    "return-path",
    "mime-version",
    "content-type",
    "delivered-to",
    "dkim-signature",
    "x-mailer",
    "an",
    "betreff",
    "кому",
    "тема",
    "копия",
    "скрытая копия",
];
/// Words with which the line over a quote says who wrote.
const WROTE: [&str; 10] =
    ["wrote", "writes", "schrieb", "написал", "написала", "написал(а)", "пишет", "писал", "писала", "писал(а)"];
/// Lines by which an answered message begins.
const ANSWERED: [&str; 5] =
    ["original message", "reply message", "ursprüngliche nachricht", "исходное сообщение", "конец пересылаемого"];
/// Lines over what is forwarded.
const FORWARDED: [&str; 6] = [
    "forwarded message",
    "begin forwarded message",
    "weitergeleitete nachricht",
    "пересылаемое сообщение",
    "пересланное сообщение",
    "начало переадресованного",
];
/// Lines over which the head of a quote may be broken.
const HEAD_LINES: usize = 4;

impl MailHeader {
    /// The header of this name; some programs write it in bold, with stars.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches('*').to_lowercase();
        let is = |names: &[&str]| names.contains(&name.as_str());
        match () {
            () if is(&FROM) => Some(Self::From),
            () if is(&WHEN) => Some(Self::When),
            () if is(&OTHER) => Some(Self::Other),
            () => None,
        }
    }

    /// The header that a line is.
    pub fn of(line: &str) -> Option<Self> {
        line.split_once(':').and_then(|(name, _)| Self::named(name))
    }
}

/// True if a line ends in who wrote: "Dana wrote:".
pub fn says_who_wrote(line: &str) -> bool {
    let line = line.trim_end().to_lowercase();
    let Some(said) = line.strip_suffix(':') else { return false };
    let before = WROTE.iter().filter_map(|word| said.trim_end().strip_suffix(word));
    before.into_iter().any(|before| !before.ends_with(char::is_alphabetic))
}

/// True for the headers that stand over what is answered or forwarded: who wrote, and below it to whom, when or about what.
pub fn is_header_block(lines: &[&str]) -> bool {
    let mut shown = lines.iter().filter(|line| !line.trim().is_empty()).take(3).map(|line| MailHeader::of(line));
    shown.next().flatten() == Some(MailHeader::From)
        && shown.any(|header| header.is_some_and(|header| header != MailHeader::From))
}

/// True for a rule over what is answered or forwarded: `-----Original Message-----`.
pub fn is_rule(line: &str) -> bool {
    is_rule_of(line, &ANSWERED) || is_forward(line)
}

/// True for a rule over what is forwarded.
pub fn is_forward(line: &str) -> bool {
    is_rule_of(line, &FORWARDED)
}

/// True if a text in small letters says anywhere that something is forwarded.
pub fn says_forwarded(text: &str) -> bool {
    FORWARDED.iter().any(|rule| text.contains(rule))
}

fn is_rule_of(line: &str, rules: &[&str]) -> bool {
    let line = line.trim();
    let ruled = line.starts_with("--") || line.starts_with("__") || line.starts_with("==") || line.ends_with(':');
    let inside = line.trim_matches(|c: char| matches!(c, '-' | '_' | '*' | '=' | ' ' | ':')).to_lowercase();
    ruled && rules.iter().any(|rule| inside.starts_with(rule))
}

/// Lines of a head such as `On 3 May Dana wrote:`, if the lines begin with one.
pub fn quote_head(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.trim();
    if !begins_head(first) {
        return None;
    }
    let mut head = String::new();
    for (number, line) in lines.iter().take(HEAD_LINES).enumerate() {
        if number > 0 && (line.trim().is_empty() || begins_with_day(line.trim())) {
            break;
        }
        head.push_str(line.trim());
        head.push(' ');
        let digits = head.chars().filter(char::is_ascii_digit).count();
        let address = head.contains(['@', '<']);
        if says_who_wrote(&head) && (digits >= 3 || address) && digits >= 1 {
            return Some(number + 1);
        }
        // Gmail in Russian: `пн, 23 нояб. 2026 г. в 10:00, Dana <d@example.com>:`
        if head.trim_end().ends_with(">:") && digits >= 6 && address {
            return Some(number + 1);
        }
    }
    None
}

/// True if a line may begin the head of a quote: a day, or a name with an address.
fn begins_head(line: &str) -> bool {
    begins_with_day(line) || line.contains('<')
}

/// True if a line begins with a day, as heads of quotes do: `On Mon`, `пн, 23 нояб.`, `23.11.2026`.
fn begins_with_day(line: &str) -> bool {
    const FIRST: [&str; 31] = [
        "on",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "в",
        "пн",
        "вт",
        "ср",
        "чт",
        "пт",
        "сб",
        "вс",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "le",
    ];
    let first = tokens(line).into_iter().next().unwrap_or_default();
    FIRST.contains(&first.as_str()) && line.contains(|c: char| c.is_ascii_digit())
        || line.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{MailHeader, says_who_wrote};

    #[test]
    fn headers_by_their_names() {
        for (line, header) in [
            ("From: Dana", Some(MailHeader::From)),
            ("*От:* Дана", Some(MailHeader::From)),
            ("От кого: Дана", Some(MailHeader::From)),
            ("Date: 3 May", Some(MailHeader::When)),
            ("Gesendet: Montag", Some(MailHeader::When)),
            ("Копия: Виктор", Some(MailHeader::Other)),
            ("Dana: hi", None),
            ("From me to you", None),
        ] {
            assert_eq!(MailHeader::of(line), header, "{line}");
        }
    }

    #[test]
    fn who_wrote_is_a_word_of_its_own() {
        for (line, so) in [
            ("On 3 May Dana wrote:", true),
            ("Дана <d@example.com> написал(а):", true),
            ("Dana [d@example.com]wrote:", true),
            ("Дана писала :", true),
            ("В 2026 году я переписал:", false),
            ("Dana wrote", false),
            ("I rewrote:", false),
        ] {
            assert_eq!(says_who_wrote(line), so, "{line}");
        }
    }
}
