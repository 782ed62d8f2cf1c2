//! The tool `list_clients`.

use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use segue_core::CallRecord;
use serde::Serialize;

/// Everybody who is remembered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Clients {
    /// One entry a client.
    clients: Vec<Row>,
}

/// A client.
#[derive(Debug, Serialize, JsonSchema)]
struct Row {
    /// Name.
    name: String,
    /// Calls that are remembered.
    calls: usize,
    /// Date of the last of them, YYYY-MM-DD in the zone in which it was held.
    last_call: Option<String>,
    /// When the next call is, in the user's time zone, if that is known: 2026-11-26T10:00:00.
    next_call: Option<String>,
    /// Language of calls and notes: `en` or `ru`.
    lang: &'static str,
    /// Planned minutes of a call, if agreed.
    planned_minutes: Option<f64>,
    /// Minutes of chat agreed for the end.
    chat_at_end_minutes: f64,
    /// True if a new boundary is to be announced in the next call.
    announcement_due: bool,
}

/// Lists them.
pub(super) fn run(screen: &Screen) -> Result<Clients, Failure> {
    let memory = Memory::of_user(screen)?;
    let (calls, here) = (memory.calls()?, TimeZone::system());
    let row = |client: segue_core::Client| {
        let own: Vec<&CallRecord> = calls.iter().filter(|call| call.is_with(&client)).collect();
        Row {
            calls: own.len(),
            last_call: own.iter().max_by_key(|call| call.started).map(|call| call.day().to_string()),
            next_call: client.next_moment(&here).map(|next| next.with_time_zone(here.clone()).datetime().to_string()),
            lang: client.boundary.lang.code(),
            planned_minutes: client.boundary.planned_minutes,
            chat_at_end_minutes: client.boundary.chat_at_end / 60.0,
            announcement_due: client.due_announcement().is_some(),
            name: client.name,
        }
    };
    Ok(Clients { clients: memory.clients()?.into_iter().map(row).collect() })
}
