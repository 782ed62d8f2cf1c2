//! What of a text is the writer's own: quoted history, signatures and legal notices go.

mod footer;
mod forwarded;
mod signature;

pub(super) use forwarded::FORWARDED;
pub(super) use signature::is_closing;

use crate::patterns::Heard;
use footer::{is_footer, is_notice};
use forwarded::forwarded;
use segue_core::Lang;
use segue_transcript::mail_head::{MailHeader, is_forward, is_header_block, is_rule, quote_head};
use signature::{closing, may_be_signature, without_signature};

/// Shortest row of dashes that parts something.
const ROW: usize = 20;

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

/// The lines without what is quoted, and without what programs and signatures put under them.
fn own_lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(|line| line.trim_end_matches('\r')).collect();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let trimmed = line.trim();
        if is_rule(line) || is_header_block(&lines[at..]) {
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
        if row && may_be_signature(&lines[at..]) {
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
    let heads = |line: &&&str| line.trim().is_empty() || is_rule(line) && !is_forward(line) || MailHeader::of(line).is_some();
    let head = lines.iter().take_while(heads).count();
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

/// A row of dashes, which parts a mail, or a mail from its signature.
fn is_row(line: &str) -> bool {
    line.chars().count() >= ROW && line.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '–' | '—' | ' '))
}

fn heard(line: &str) -> Heard {
    Heard::new(line, Lang::of_text(line).unwrap_or_default())
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
            ("Outlook in German", "Yes.\n\nVon: Dana\nGesendet: Montag\nAn: Viktor\nBetreff: Logo\n\nIs it fine?", "Yes."),
            ("a rule in German", "Yes.\n-----Ursprüngliche Nachricht-----\nIs it fine?", "Yes."),
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
            (
                "answers between quotes below headers in German",
                "See below.\n\nVon: Dana\nGesendet: Montag\nBetreff: Logo\n\n> Blue?\nYes, blue.",
                "See below.\nYes, blue.",
            ),
            ("nothing but quotes below a rule", "Да.\n-----Original Message-----\nОт: Дана\n\n> Бархат?\n> Шёлк?", "Да."),
            (
                "a day with a sentence that ends in a verb like it",
                "В 2026 году я всё переписал:\nновый макет",
                "В 2026 году я всё переписал:\nновый макет",
            ),
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
