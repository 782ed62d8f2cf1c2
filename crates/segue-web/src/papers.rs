//! Documents about weeks, as the page asks for them (`docs/live-api.md`, "Documents").

use crate::command::Announce;
use crate::desk::Document;
use crate::server::{House, ask, document};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::DateTime;
use segue_core::Tone;
use serde::Deserialize;

/// A preparation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PreparationWanted {
    /// For a call with whom.
    pub client: String,
    /// Agenda, a line each.
    pub agenda: String,
    /// When it is, if not as noted.
    pub when: Option<DateTime>,
    /// The user's name, under the invitation.
    pub me: Option<String>,
}

/// The last departure, with the note about it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DepartureWanted {
    /// With whom.
    pub client: String,
    /// `mail` or `chat`.
    pub length: String,
    /// Tone of the note; as agreed if not given.
    pub tone: Option<Tone>,
    /// The user's name, under a mail.
    pub me: Option<String>,
}

impl DepartureWanted {
    /// True if the note goes to a chat.
    pub fn is_chat(&self) -> bool {
        self.length == "chat"
    }
}

#[derive(Deserialize)]
struct LinesWanted {
    client: String,
}

#[derive(Deserialize)]
struct TrendWanted {
    client: Option<String>,
}

const JSON: &str = "application/json";

/// The ways to them.
pub(crate) fn routes() -> Router<House> {
    Router::new()
        .route(
            "/api/trend.html",
            get(|house: State<House>, Query(TrendWanted { client }): Query<TrendWanted>| {
                document(house, Document::Trend { client }, "text/html; charset=utf-8")
            }),
        )
        .route(
            "/api/lines.txt",
            get(|house: State<House>, Query(LinesWanted { client }): Query<LinesWanted>| {
                document(house, Document::Lines { client }, "text/plain; charset=utf-8")
            }),
        )
        .route("/api/privacy", get(|house| document(house, Document::Privacy, JSON)))
        .route(
            "/api/announcement",
            get(|house: State<House>, Query(asked): Query<Announce>| document(house, Document::Announcement(asked.into()), JSON)),
        )
        .route(
            "/api/preparation",
            get(|house: State<House>, Query(asked): Query<PreparationWanted>| {
                document(house, Document::Preparation(asked.into()), JSON)
            }),
        )
        .route("/api/preparation.ics", get(calendar))
        .route(
            "/api/departure",
            get(|house: State<House>, Query(asked): Query<DepartureWanted>| {
                document(house, Document::Departure(asked.into()), JSON)
            }),
        )
}

async fn calendar(State(house): State<House>, Query(asked): Query<PreparationWanted>) -> Response {
    match ask(&house, Document::Calendar(asked.into())).await {
        Ok(text) => {
            let headers = [
                (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"call.ics\""),
            ];
            (headers, text).into_response()
        }
        Err(none) => none.into_response(),
    }
}
