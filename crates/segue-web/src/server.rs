//! The server: the page, its state over a `WebSocket`, its commands, the documents.

use crate::assets;
use crate::command::Command;
use crate::desk::{Document, Message as ToDesk, NoDocument, Refusal};
use crate::ears::SoundIn;
use crate::gate::{Gate, guard};
use crate::note::NoteWanted;
use crate::papers;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use segue_core::{ExceptionKind, Tone};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;
use tokio::sync::{oneshot, watch};

/// Longest frame that a page may send, in bytes: two seconds of sound, and any command.
const LONGEST_FRAME: usize = 64 * 1024;
/// So often every page hears that the program is there, by an empty frame: a socket does not tell of one that stands still.
const PULSE: Duration = Duration::from_secs(2);
/// A debrief runs its own inline script, which its own policy names by hash; it loads and sends nothing.
const DOCUMENT_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                               frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/// What the answers are made from.
#[derive(Clone)]
pub(crate) struct House {
    pub desk: Sender<ToDesk>,
    pub sound: SoundIn,
    pub states: watch::Receiver<Arc<str>>,
    pub pages: Arc<AtomicU64>,
}

/// All ways in, behind the gate.
pub(crate) fn router(house: House, gate: Gate) -> Router {
    Router::new()
        .route("/", get(assets::index))
        .route("/page/{*name}", get(assets::asset))
        .route("/api/events", get(events))
        .route("/api/command", post(command))
        .route("/api/debrief.html", get(|house| document(house, Document::Html, "text/html; charset=utf-8")))
        .route("/api/debrief.json", get(|house| document(house, Document::Json, "application/json")))
        .route("/api/debrief.md", get(|house| document(house, Document::Markdown, "text/markdown; charset=utf-8")))
        .route("/api/note", get(note))
        .merge(papers::routes())
        .with_state(house)
        .layer(middleware::from_fn_with_state(gate, guard))
}

async fn command(State(house): State<House>, body: axum::body::Bytes) -> Response {
    let refuse = |status, message: &str, field: Option<&str>| {
        (status, Json(json!({ "ok": false, "message": message, "field": field }))).into_response()
    };
    let Ok(command) = serde_json::from_slice::<Command>(&body) else {
        return refuse(StatusCode::BAD_REQUEST, "This command was not understood. Reload the page and try again.", None);
    };
    let (answer, done) = oneshot::channel();
    house.desk.send(ToDesk::Command(command, Some(answer))).ok();
    match done.await {
        Ok(Ok(said)) if said.is_empty() => Json(json!({ "ok": true })).into_response(),
        Ok(Ok(message)) => Json(json!({ "ok": true, "message": message })).into_response(),
        Ok(Err(Refusal { message, field })) => refuse(StatusCode::CONFLICT, &message, field),
        Err(_) => refuse(StatusCode::SERVICE_UNAVAILABLE, "segue is closing.", None),
    }
}

pub(crate) async fn document(State(house): State<House>, document: Document, kind: &'static str) -> Response {
    match ask(&house, document).await {
        Ok(text) => ([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, DOCUMENT_POLICY)], text).into_response(),
        Err(none) => none.into_response(),
    }
}

#[derive(Deserialize)]
struct NoteQuery {
    kind: ExceptionKind,
    tone: Option<Tone>,
    length: Option<String>,
}

async fn note(State(house): State<House>, Query(query): Query<NoteQuery>) -> Response {
    let mail = query.length.as_deref() == Some("mail");
    match ask(&house, Document::Note(NoteWanted { kind: query.kind, tone: query.tone, mail })).await {
        Ok(text) => Json(json!({ "text": text })).into_response(),
        Err(none) => none.into_response(),
    }
}

pub(crate) async fn ask(house: &House, document: Document) -> Result<String, (StatusCode, String)> {
    let (answer, made) = oneshot::channel();
    house.desk.send(ToDesk::Document(document, answer)).ok();
    match made.await {
        Ok(made) => made.map_err(|NoDocument { message, failed }| {
            (if failed { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::NOT_FOUND }, message + "\n")
        }),
        Err(_) => Err((StatusCode::SERVICE_UNAVAILABLE, "segue is closing.\n".to_owned())),
    }
}

async fn events(State(house): State<House>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.max_message_size(LONGEST_FRAME).max_frame_size(LONGEST_FRAME).on_upgrade(move |socket| talk(socket, house))
}

/// One page: states go out, sound and commands come in.
async fn talk(mut socket: WebSocket, mut house: House) {
    let page = house.pages.fetch_add(1, Ordering::Relaxed);
    // What went out last may be minutes old, its clock too: who arrives gets the state of the moment.
    house.states.borrow_and_update();
    house.desk.send(ToDesk::Arrived).ok();
    let mut pulse = tokio::time::interval(PULSE);
    loop {
        tokio::select! {
            _ = pulse.tick() => {
                if socket.send(Message::Text("".into())).await.is_err() {
                    break;
                }
            }
            changed = house.states.changed() => {
                let state = house.states.borrow_and_update().to_string();
                if changed.is_err() || socket.send(Message::Text(state.into())).await.is_err() {
                    break;
                }
            }
            came = socket.recv() => match came {
                Some(Ok(Message::Binary(bytes))) => {
                    if let Some((channel, samples)) = samples(&bytes) {
                        house.sound.frame(page, channel, samples);
                    }
                }
                Some(Ok(Message::Text(text))) => {
                    if let Ok(command) = serde_json::from_str(&text) {
                        house.desk.send(ToDesk::Command(command, None)).ok();
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            }
        }
    }
    house.sound.gone(page);
}

/// The channel and the samples of a frame of sound; `None` if it is none.
fn samples(bytes: &[u8]) -> Option<(usize, Vec<f32>)> {
    let (&channel, sound) = bytes.split_first()?;
    if channel > 1 || sound.is_empty() || !sound.len().is_multiple_of(2) {
        return None;
    }
    let samples = sound.chunks_exact(2).map(|pair| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / 32_768.0);
    Some((usize::from(channel), samples.collect()))
}

#[cfg(test)]
mod tests {
    use super::samples;

    #[test]
    fn frames_of_sound() {
        assert_eq!(samples(&[1, 0, 0x40, 0, 0x80]), Some((1, vec![0.5, -1.0])));
        for wrong in [&[][..], &[0], &[2, 0, 0], &[0, 1], &[0, 1, 2, 3]] {
            assert_eq!(samples(wrong), None);
        }
    }
}
