//! What programs and firms put under a message: where it was sent from, and legal notices.

use super::heard;

/// Most words of a line that a program puts under a message.
const FOOTER_WORDS: usize = 12;
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

/// A line that a program put under a message; a writer's own goes on and asks.
pub(super) fn is_footer(line: &str) -> bool {
    let lower = line.to_lowercase();
    FOOTERS.iter().any(|footer| lower.starts_with(footer))
        && lower.split_whitespace().count() <= FOOTER_WORDS
        && !lower.contains('?')
        && !lower.contains(": ")
        && !heard(line).has("requests")
}

/// True for the beginning of a legal notice.
pub(super) fn is_notice(line: &str) -> bool {
    let lower = line.trim_start_matches('*').to_lowercase();
    NOTICES.iter().any(|notice| lower.starts_with(notice))
}
