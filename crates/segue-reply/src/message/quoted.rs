//! What of a text is the writer's own: quoted history, signatures and legal notices go.

use crate::patterns::Heard;
use segue_core::{Lang, tokens};

/// Lines after a closing formula that are a signature.
const SIGNATURE_LINES: usize = 9;
/// Longest line of a signature, in letters, and in words.
const SIGNATURE_LETTERS: usize = 70;
const SIGNATURE_WORDS: usize = 5;
/// Most words of a line that a program puts under a message.
const FOOTER_WORDS: usize = 12;
/// Shortest row of dashes that parts something.
const ROW: usize = 20;
/// Lines over which the head of a quote may be broken.
const HEAD_LINES: usize = 4;

/// Beginnings of lines that programs put under a message.
const FOOTERS: [&str; 7] =
    ["sent from my", "get outlook for", "sent via", "sent with", "отправлено с ", "отправлено из ", "отправлено через"];
/// Beginnings of legal notices, which go on to the end.
const NOTICES: [&str; 13] = [
    "this e-mail and any",
    "this email and any",
    "this message and any",
    "this message is confidential",
    "confidentiality notice",
    "the information contained in this",
    "the contents of this e-mail",
    "the contents of this email",
    "данное сообщение является конфиденциальным",
    "настоящее сообщение и все",
    "настоящее письмо и все",
    "это письмо и все вложения",
    "информация, содержащаяся в настоящем",
];
/// Lines by which a forwarded or answered message begins.
const RULES: [&str; 9] = [
    "original message",
    "исходное сообщение",
    "пересылаемое сообщение",
    "пересланное сообщение",
    "forwarded message",
    "конец пересылаемого",
    "begin forwarded message",
    "начало переадресованного",
    "reply message",
];
/// Of these, those over what is forwarded.
const FORWARDS: [&str; 5] = [
    "пересылаемое сообщение",
    "пересланное сообщение",
    "forwarded message",
    "begin forwarded message",
    "начало переадресованного",
];
/// Stands between the writer's own words and what they forward; no message has it of itself.
pub(super) const FORWARDED: char = '\u{1d}';
/// Most words that only point to what is forwarded.
const POINTING_WORDS: usize = 8;
/// Formulas that close a mail.
const CLOSINGS: [&str; 34] = [
    "best regards",
    "kind regards",
    "warm regards",
    "warmest regards",
    "regards",
    "best wishes",
    "all the best",
    "best",
    "cheers",
    "sincerely",
    "yours sincerely",
    "yours",
    "yours truly",
    "many thanks",
    "thanks",
    "thank you",
    "thanks again",
    "thanks in advance",
    "take care",
    "warmly",
    "xo",
    "xoxo",
    "с уважением",
    "с наилучшими пожеланиями",
    "с наилучшими",
    "с лучшими пожеланиями",
    "всего доброго",
    "всего хорошего",
    "хорошего дня",
    "спасибо",
    "заранее спасибо",
    "обнимаю",
    "ваш",
    "ваша",
];

/// The writer's own lines of a mail, and those that the writer forwards.
pub(super) fn own_words(text: &str) -> String {
    own_and_forwarded(text, true)
}

/// The writer's own lines of a chat, where thanks close nothing.
pub(super) fn own_words_of_chat(text: &str) -> String {
    own_and_forwarded(text, false)
}

/// What is forwarded is what was sent: it follows the writer's own lines.
fn own_and_forwarded(text: &str, signed: bool) -> String {
    let lines = own_lines(text);
    let own = if signed { without_signature(&lines) } else { lines }.join("\n");
    let Some(forwarded) = forwarded(text, &own) else { return own };
    let forwarded = own_and_forwarded(&forwarded, signed);
    if own.trim().is_empty() { forwarded } else { format!("{own}\n\n{FORWARDED}\n{forwarded}") }
}

/// The body of a forwarded mail: below a rule that says so, or below headers that stand under nothing, or under
/// words that only point there.
fn forwarded(text: &str, own: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    let says = heard(own);
    let points = own.trim().is_empty() || says.len() <= POINTING_WORDS && says.has("points below");
    let below = match lines.iter().position(|line| is_forward(line)) {
        Some(at) => at + 1,
        None => (0..lines.len()).find(|&at| points && is_header_block(&lines[at..]) && marked_below(&lines[at..]).is_none())?,
    };
    // Apple marks what it forwards as a quote.
    let bare = |line: &&'_ str| line.strip_prefix('>').map_or(*line, |rest| rest.strip_prefix(' ').unwrap_or(rest)).to_owned();
    let marked = lines[below..].iter().filter(|line| !line.trim().is_empty()).all(|line| line.starts_with('>'));
    let rest: Vec<String> = lines[below..].iter().map(|line| if marked { bare(line) } else { (*line).to_owned() }).collect();
    let begin = rest.iter().position(|line| !line.trim().is_empty())?;
    let is_head = |line: &str| line.contains(':') && (line.contains(['<', '@']) || line.split(':').next().is_some_and(is_header));
    let body = if is_head(&rest[begin]) { begin + rest[begin..].iter().position(|line| line.trim().is_empty())? } else { begin };
    Some(rest[body..].join("\n"))
}

/// The name of a header, as it stands over a forwarded mail.
fn is_header(name: &str) -> bool {
    const NAMES: [&str; 14] = [
        "from",
        "to",
        "cc",
        "date",
        "sent",
        "subject",
        "reply-to",
        "от",
        "от кого",
        "кому",
        "дата",
        "отправлено",
        "тема",
        "копия",
    ];
    NAMES.contains(&name.trim().trim_matches('*').to_lowercase().as_str())
}

fn own_lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let trimmed = line.trim();
        if is_rule(trimmed) || is_header_block(&lines[at..]) {
            // Below it an answer may stand between marked quotes; without marks all the rest is quoted.
            match marked_below(&lines[at..]) {
                Some(head) => at += head,
                None => break,
            }
            continue;
        }
        if line.starts_with('>') || trimmed.starts_with(">>") || trimmed.starts_with('|') && trimmed.ends_with('|') {
            at += 1;
            continue;
        }
        if let Some(head) = quote_head(&lines[at..]) {
            at += head;
            // With marked quotes an answer may stand between them; without marks all the rest is quoted.
            if !lines[at..].iter().map(|line| line.trim()).find(|line| !line.is_empty()).is_some_and(|line| line.starts_with('>'))
            {
                break;
            }
            continue;
        }
        if line == "--" || line == "-- " || trimmed == "—" || trimmed == "__" {
            // A signature ends where a quote begins, below which an answer may go on.
            match lines[at..].iter().position(|line| line.starts_with('>') || line.trim().to_lowercase().starts_with("p.s")) {
                Some(rest) => at += rest,
                None => break,
            }
            continue;
        }
        if is_notice(trimmed) {
            // Over a message it is a paragraph; under one it goes on to the end, or to a quote with an answer below it.
            let above = own.iter().all(|line| line.trim().is_empty());
            let ends = |line: &&str| line.starts_with('>') || above && line.trim().is_empty();
            match lines[at..].iter().position(ends) {
                Some(rest) => at += rest,
                None => break,
            }
            continue;
        }
        let row = is_row(trimmed);
        if row && lines.len() - at <= 2 * SIGNATURE_LINES && lines[at..].iter().all(|line| is_signature(line)) {
            break;
        }
        if !row && !is_footer(trimmed) {
            own.push(line);
        }
        at += 1;
    }
    own
}

/// Lines of a rule and of headers over an answered mail, if marked quotes follow with something unmarked between them. What is
/// forwarded is not answered there.
fn marked_below(lines: &[&str]) -> Option<usize> {
    let head = lines.iter().take_while(|line| {
        let name = line.split_once(':').map(|(name, _)| name);
        line.trim().is_empty() || is_rule(line.trim()) && !is_forward(line) || name.is_some_and(is_header)
    });
    let head = head.count();
    let marked = |line: &&str| line.starts_with('>');
    let below = lines.get(head..).filter(|below| head > 0 && below.first().is_some_and(marked))?;
    below.iter().any(|line| !marked(line) && !line.trim().is_empty()).then_some(head)
}

/// True if the text has the form of a mail: a greeting on a line of its own, or a closing.
pub(super) fn reads_like_mail(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return false;
    }
    let closing = closing(&lines).is_some_and(|(at, _)| at > 0);
    let greeting = lines[0].ends_with([',', '!']) && lines[0].split_whitespace().count() <= 4;
    let quoted = text.lines().any(|line| line.starts_with('>'));
    closing || greeting && lines.len() > 2 || quoted
}

fn is_rule(line: &str) -> bool {
    let inside = line.trim_matches(|c: char| matches!(c, '-' | '_' | '*' | '=' | ' ' | ':'));
    let ruled = line.starts_with("--") || line.starts_with("__") || line.starts_with("==") || line.ends_with(':');
    let lower = inside.to_lowercase();
    ruled && RULES.iter().any(|rule| lower.starts_with(rule))
}

/// A rule over what is forwarded.
fn is_forward(line: &str) -> bool {
    let inside = line.trim().trim_matches(|c: char| matches!(c, '-' | '_' | '*' | '=' | ' ' | ':')).to_lowercase();
    is_rule(line.trim()) && FORWARDS.iter().any(|rule| inside.starts_with(rule))
}

/// A row of dashes, which parts a mail, or a mail from its signature.
fn is_row(line: &str) -> bool {
    line.chars().count() >= ROW && line.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '–' | '—' | ' '))
}

/// A line that a program put under a message; a writer's own goes on and asks.
fn is_footer(line: &str) -> bool {
    let lower = line.to_lowercase();
    FOOTERS.iter().any(|footer| lower.starts_with(footer))
        && lower.split_whitespace().count() <= FOOTER_WORDS
        && !lower.contains('?')
        && !lower.contains(": ")
        && !heard(line).has("requests")
}

fn is_notice(line: &str) -> bool {
    let lower = line.trim_start_matches('*').to_lowercase();
    NOTICES.iter().any(|notice| lower.starts_with(notice))
}

fn heard(line: &str) -> Heard {
    Heard::new(line, Lang::of_text(line).unwrap_or_default())
}

/// `From: … Sent: …`, as Outlook puts it over what it quotes.
fn is_header_block(lines: &[&str]) -> bool {
    const FIRST: [&str; 4] = ["from:", "от:", "от кого:", "von:"];
    const NEXT: [&str; 10] = ["sent:", "date:", "to:", "subject:", "отправлено:", "дата:", "кому:", "тема:", "cc:", "копия:"];
    let plain = |line: &&str| line.trim().trim_matches('*').to_lowercase().replace("*:", ":").replace(":*", ":");
    let mut shown = lines.iter().filter(|line| !line.trim().is_empty()).take(3).map(plain);
    let Some(first) = shown.next() else { return false };
    FIRST.iter().any(|name| first.starts_with(name)) && shown.any(|line| NEXT.iter().any(|name| line.starts_with(name)))
}

/// Lines of a head such as `On 3 May Dana wrote:`, if the lines begin with one.
fn quote_head(lines: &[&str]) -> Option<usize> {
    const WROTE: [&str; 8] = ["wrote", "writes", "написал", "написала", "написал(а)", "пишет", "писал(а)", "писала"];
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
        let lower = head.trim_end().to_lowercase();
        let wrote = lower.strip_suffix(':').is_some_and(|rest| WROTE.iter().any(|word| rest.trim_end().ends_with(word)));
        let digits = lower.chars().filter(char::is_ascii_digit).count();
        let address = lower.contains('@') || lower.contains('<');
        if wrote && (digits >= 3 || address) && (digits >= 1) {
            return Some(number + 1);
        }
        // Gmail in Russian: `пн, 23 нояб. 2026 г. в 10:00, Dana <d@example.com>:`
        if lower.ends_with(">:") && digits >= 6 && address {
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
    const FIRST: [&str; 24] = [
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
        "le",
    ];
    const DAYS: [&str; 7] = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
    let first = tokens(line).into_iter().next().unwrap_or_default();
    let known = FIRST.contains(&first.as_str()) || DAYS.contains(&first.as_str());
    known && line.contains(|c: char| c.is_ascii_digit()) || line.starts_with(|c: char| c.is_ascii_digit())
}

/// A formula that closes a mail: `Best regards,`.
pub(super) fn is_closing(line: &str) -> bool {
    let words = tokens(line).join(" ");
    CLOSINGS.iter().any(|closing| {
        words == *closing
            || words.strip_prefix(closing).is_some_and(|rest| rest.split_whitespace().count() <= 2 && line.contains(','))
    })
}

/// A name, a trade, a telephone, an address: a few words that say nothing.
fn is_signature(line: &str) -> bool {
    /// Words of sentences, and ends of lines that are no ends of sentences.
    const SAYS: [&str; 42] = [
        "is",
        "are",
        "am",
        "was",
        "were",
        "be",
        "been",
        "not",
        "no",
        "cant",
        "dont",
        "wont",
        "have",
        "has",
        "had",
        "will",
        "it",
        "its",
        "this",
        "that",
        "you",
        "your",
        "my",
        "gone",
        "died",
        "не",
        "нет",
        "это",
        "что",
        "был",
        "была",
        "было",
        "были",
        "есть",
        "вы",
        "ты",
        "уже",
        "если",
        "пока",
        "еще",
        "больше",
        "больна",
    ];
    const SHORT: [&str; 8] = ["ltd.", "inc.", "co.", "corp.", "llc.", "jr.", "sr.", "г."];
    const SECTIONS: [&str; 10] =
        ["grave", "despair", "kin", "self", "hard", "requests", "impact", "urgent", "displeased", "private question"];
    let line = line.trim();
    let lower = line.to_lowercase();
    let ended = line.ends_with(['.', '!', '…']) && !SHORT.iter().any(|short| lower.ends_with(short));
    let words = line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let said = heard(line);
    !ended
        && !line.contains('?')
        && line.chars().count() <= SIGNATURE_LETTERS
        && words <= SIGNATURE_WORDS
        && !said.words().iter().any(|word| SAYS.contains(&word.as_str()))
        && !SECTIONS.iter().any(|section| said.has(section))
}

fn is_postscript(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    ["p.s", "ps:", "ps ", "з.ы", "зы"].iter().any(|mark| lower.starts_with(mark))
}

/// Where a formula closes the lines, with nothing but a signature below it; and where that ends: at a postscript or the end.
fn closing(lines: &[&str]) -> Option<(usize, usize)> {
    let end = lines.iter().rposition(|line| is_postscript(line)).unwrap_or(lines.len());
    let below = lines[..end].iter().rev().take_while(|line| !is_closing(line) && is_signature(line));
    let below: Vec<bool> = below.map(|line| !line.trim().is_empty()).collect();
    let at = end.checked_sub(below.len() + 1)?;
    (is_closing(lines[at]) && below.iter().filter(|said| **said).count() <= SIGNATURE_LINES).then_some((at, end))
}

/// The lines without what follows a closing formula at the end: name, trade, telephone.
fn without_signature<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut own = match closing(lines) {
        Some((at, end)) if at > 0 => [&lines[..=at], &lines[end..]].concat(),
        _ => lines.to_vec(),
    };
    own.truncate(own.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1));
    own
}

#[cfg(test)]
mod tests {
    use super::{own_words, reads_like_mail};

    #[test]
    fn quotes_and_signatures_go() {
        for (name, text, own) in [
            ("marked quote", "Yes.\n\nOn Mon, 23 Nov 2026 at 10:00, Dana <d@example.com> wrote:\n> Is it fine?\n", "Yes."),
            ("head over two lines", "Yes.\nOn Mon, 23 Nov 2026 at 10:00, Dana Holm\n<d@example.com> wrote:\n> Fine?", "Yes."),
            ("answer between", "> Is it fine?\nYes.\n> And the price?\nToo high.", "Yes.\nToo high."),
            ("Outlook", "Yes.\n\nFrom: Dana\nSent: Monday\nTo: Viktor\nSubject: Logo\n\nIs it fine?", "Yes."),
            ("Outlook in Russian", "Да.\n\nОт: Дана\nОтправлено: понедельник\nКому: Виктор\n\nВсё хорошо?", "Да."),
            ("rule", "Да.\n-------- Исходное сообщение --------\nВсё хорошо?", "Да."),
            (
                "answers between quotes below a rule",
                "See below.\n\n-----Original Message-----\nFrom: Dana\nSent: Monday\nSubject: Curtains\n\n> Velvet?\nYes, green.\n> 3.40 m?\nNo, 3.60!\n\nSent from my iPhone",
                "See below.\n\nYes, green.\nNo, 3.60!",
            ),
            (
                "answers between quotes below headers",
                "Ответила в тексте.\n\nОт: Дана\nОтправлено: понедельник\nТема: Шторы\n\n> Бархат?\nДа, зелёный.",
                "Ответила в тексте.\nДа, зелёный.",
            ),
            ("nothing but quotes below a rule", "Да.\n-----Original Message-----\nОт: Дана\n\n> Бархат?\n> Шёлк?", "Да."),
            ("Gmail in Russian", "Да.\nпн, 23 нояб. 2026 г. в 10:00, Дана <d@example.com>:\n> Всё хорошо?", "Да."),
            ("Mail.ru", "Да.\nПонедельник, 23 ноября 2026, 10:00 +03:00 от Дана <d@example.com>:\n> Хорошо?", "Да."),
            ("signature", "Yes.\n-- \nViktor\n+49 30 1", "Yes."),
            ("closing", "See below.\nBest regards,\nViktor\nTea & Co, CEO\n+49 30 1", "See below.\nBest regards,"),
            (
                "postscript",
                "See below.\nС уважением,\nВиктор\nP.S. А когда счёт?",
                "See below.\nС уважением,\nP.S. А когда счёт?",
            ),
            ("telephone", "Ok\n\nSent from my iPhone", "Ok"),
            ("no signature", "Thanks\nand could you send the file?", "Thanks\nand could you send the file?"),
            (
                "thanks near the top",
                "hi\nthanks\nmy dad died last night\ni cant make the call",
                "hi\nthanks\nmy dad died last night\ni cant make the call",
            ),
            ("news below thanks", "Hi,\nThanks\nDad passed away", "Hi,\nThanks\nDad passed away"),
            ("новости под спасибо", "Привет\nСпасибо\nУмер папа", "Привет\nСпасибо\nУмер папа"),
            (
                "a sentence of the writer's that begins as a footer",
                "Sent via WeTransfer this morning: can you check the photos?\nSent via WeTransfer, please check.",
                "Sent via WeTransfer this morning: can you check the photos?\nSent via WeTransfer, please check.",
            ),
            (
                "a row between parts",
                "The logo is fine.\n--------------------\nIs it in blue?",
                "The logo is fine.\nIs it in blue?",
            ),
            ("a row over a signature", "Is it in blue?\n____________________\nViktor Lind\n+49 30 1", "Is it in blue?"),
            (
                "a row over what Outlook quotes",
                "Yes.\n____________________\nFrom: Dana\nSent: Monday\nTo: Viktor\n\nFine?",
                "Yes.",
            ),
            (
                "legal notice",
                "Is it ready?\n\nThis email and any attachments are confidential. If you are not\nthe person it is for, please delete it. Can you tell us?\n\nPlease print less.",
                "Is it ready?",
            ),
            (
                "legal notice over an answer",
                "Is it ready?\nConfidentiality notice: please delete it.\nOn Mon, 23 Nov 2026 at 10:00, Dana <d@example.com> wrote:\n> Price?\nFine.",
                "Is it ready?\nFine.",
            ),
            (
                "legal notice over a message",
                "This message and any files are confidential.\nPlease delete it.\n\nIs it ready?",
                "Is it ready?",
            ),
        ] {
            assert_eq!(own_words(text).trim(), own, "{name}");
        }
    }

    #[test]
    fn mails_and_chats_are_told_apart() {
        assert!(reads_like_mail("Hi Dana,\n\nplease see below.\n\nBest regards,\nViktor"));
        assert!(reads_like_mail("Добрый день!\nПосмотрите макет.\nС уважением, Виктор"));
        assert!(!reads_like_mail("hey, is the file ready?"));
        assert!(!reads_like_mail("Привет\nкак дела"));
    }
}
