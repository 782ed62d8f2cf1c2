//! A note as a mail file that opens as a draft.

use jiff::Timestamp;
use mail_builder::MessageBuilder;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use segue_phrasebook::Note;

/// A draft (`.eml`). Mail programs that know the header `X-Unsent` (Outlook, Thunderbird with an
/// add-on, Apple Mail by "Send again") open it ready to be sent; `to` may be empty.
pub fn draft(note: &Note, from: &str, to: &str, now: Timestamp) -> String {
    let mut mail = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .date(Date::new(now.as_second()))
        // A fixed domain, so that the name of this machine is not told to anybody.
        .message_id(format!("{}@segue.invalid", now.as_nanosecond()))
        .subject(note.subject.clone().unwrap_or_default())
        .text_body(format!("{}\n", note.body.as_str()));
    if !from.is_empty() {
        mail = mail.from(from);
    }
    if !to.is_empty() {
        mail = mail.to(to);
    }
    // Writing to memory cannot fail.
    mail.write_to_string().unwrap_or_default()
}
