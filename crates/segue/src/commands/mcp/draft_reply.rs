//! The tool `draft_reply`.

use super::May;
use crate::cli::Reply;
use crate::commands::reply;
use crate::message::{Failure, Refusal};
use crate::screen::Screen;
use schemars::JsonSchema;
use segue_core::Kept;
use serde::Deserialize;

/// Which message.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The client's message, as it came: text, a mail with its headers, or a pasted chat.
    message: String,
    /// The client, if remembered: tone, form of address, office hours and project are known then.
    client: Option<String>,
    /// The user's name, to sign with.
    me: Option<String>,
}

/// Drafts the answer. The assistant brought the message, so its words are not withheld from it; drafts repeat nothing private.
pub(super) fn run(request: Request, may: &May, screen: &Screen) -> Result<String, Failure> {
    if request.message.trim().is_empty() {
        return Err(Failure::Assistant(Refusal::NotPossible("message".to_owned())));
    }
    let asked = Reply { client: request.client, me: request.me, ..Reply::default() };
    reply::as_markdown(request.message.into_bytes(), &asked, may.words == Kept::Everything, screen)
}
