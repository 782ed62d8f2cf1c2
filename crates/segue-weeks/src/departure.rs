//! The note to the client about a departure from the plan.

use crate::held::Judged;
use segue_core::{CallRecord, Client, Exception, ExceptionKind, Tone, Words};
use segue_phrasebook::{Departure, Note, NoteLength, OverrunNote, Reason, overrun_note};

/// How the note is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoteWishes {
    /// Mail or chat.
    pub length: NoteLength,
    /// Tone; that of the boundary if none is wished.
    pub tone: Option<Tone>,
    /// My name, under a mail.
    pub me: Option<String>,
}

/// The departure of the last call with this client, if it departed: the call, and the exception as it
/// stands, also one that nobody noted. Notes are about the last call; after the next one they come too
/// late to prepare anybody.
pub fn last_departure<'a>(client: &Client, calls: &'a [CallRecord]) -> Option<(&'a CallRecord, Exception)> {
    let own = calls.iter().filter(|call| call.is_with(client));
    let call = own.max_by_key(|call| (call.started, call.id))?;
    // An overrun says most of why a call was long.
    let departures = Judged::of(call).departures.into_iter();
    Some((call, departures.min_by_key(|exception| exception.kind != ExceptionKind::Overrun)?))
}

/// The note about a departure, in the client's language.
pub fn departure_note(client: &Client, exception: &Exception, reason: Reason, wishes: &NoteWishes) -> Note {
    let boundary = &client.boundary;
    let whole = |minutes: f64| if minutes.is_finite() { minutes.round().clamp(0.0, 1440.0) as u32 } else { 0 };
    let departure = match exception.kind {
        ExceptionKind::Overrun => Departure::RanOver,
        ExceptionKind::LongGreeting | ExceptionKind::LongClosing | ExceptionKind::AgreedChat => Departure::MoreChat,
        ExceptionKind::Moved => Departure::Moved,
    };
    overrun_note(
        &OverrunNote {
            lang: boundary.lang,
            tone: wishes.tone.unwrap_or(boundary.tone),
            address: boundary.address,
            name: Some(client.name.clone()),
            me: wishes.me.clone(),
            departure,
            minutes: Some(whole(exception.seconds / 60.0)).filter(|minutes| *minutes > 0),
            reason,
            usual_minutes: boundary.planned_minutes.map(whole),
            next_meeting: client.next_meeting.clone(),
        },
        wishes.length,
    )
}

/// A reason as it was noted, in one's own words.
pub fn own_reason(text: &str) -> Reason {
    Reason::Own(Words::new(text))
}
