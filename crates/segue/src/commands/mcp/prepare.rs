//! The tool `prepare_call`.

use super::May;
use crate::cli::when;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, Refusal};
use crate::screen::Screen;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use segue_core::{AgendaItem, name_key};
use segue_weeks::PreparationWishes;
use serde::Deserialize;

/// Which call is to be prepared.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The client's name, in any case of letters, as `list_clients` gives it.
    client: String,
    /// Agenda items in order; what was not reached last time is added.
    #[serde(default)]
    agenda: Vec<String>,
    /// When the call is, as 2026-11-26T10:00 in the user's time zone, or with its own offset, if not as noted.
    when: Option<String>,
    /// The user's name, under the invitation.
    me: Option<String>,
}

/// Prepares the call.
pub(super) fn run(request: Request, may: &May, screen: &Screen) -> Result<String, Failure> {
    let start = match request.when.as_deref().map(when) {
        Some(Err(_)) => return Err(Failure::Assistant(Refusal::NotPossible("when".to_owned()))),
        Some(Ok(when)) => when.at(&TimeZone::system()).0,
        None => None,
    };
    // The name as it is known, or who there is.
    let name = Memory::of_user(screen)?.client(&request.client)?.name;
    let (clients, calls) = may.remembered(screen)?;
    let client = clients.into_iter().find(|client| name_key(&client.name) == name_key(&name));
    let client = client.ok_or(ClientFailure::Unknown(name, Vec::new()))?;
    let wishes = PreparationWishes {
        agenda: request.agenda.iter().filter_map(|text| AgendaItem::typed(text)).collect(),
        today: Some(jiff::Zoned::now().date()),
        start,
        me: request.me,
        organizer: None,
    };
    let preparation = segue_weeks::prepare(&client, &calls, &wishes, &TimeZone::system());
    Ok(segue_report::preparation_markdown(&preparation, screen.ui))
}
