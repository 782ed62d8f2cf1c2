//! Texts for the client: the line of consent and the note after a departure from the plan.

use crate::call::Call;
use segue_core::debrief::Debrief;
use segue_core::{CallRecord, Client, ExceptionKind, Kept, Tone};
use segue_phrasebook::{Keeping, NoteLength, consent_line};
use segue_weeks::{Allowance, Judged, NoteWishes, departure_note, reason_of};

/// Which note is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NoteWanted {
    pub kind: ExceptionKind,
    pub tone: Option<Tone>,
    pub mail: bool,
}

/// The line to read to the client before listening: what is kept is told as it is.
pub(crate) fn consent(client: &Client, kept: Kept) -> String {
    let keeping = match kept {
        Kept::Nothing | Kept::Figures => Keeping::Figures,
        Kept::BusinessWords => Keeping::BusinessWords,
        Kept::Everything => Keeping::AllWords,
    };
    consent_line(client.boundary.lang, client.boundary.address, keeping)
}

/// The drafted note to the client, as they are agreed with; `None` if the call did not depart from the plan in that way. `earlier`
/// are the calls before it, of whomever.
pub(crate) fn note(
    call: &Call,
    debrief: &Debrief,
    client: &Client,
    wanted: NoteWanted,
    earlier: &[CallRecord],
) -> Option<String> {
    let record = call.record(debrief);
    let exception = Judged::of(&record).told().find(|exception| exception.kind == wanted.kind).cloned()?;
    let allowance = Allowance::with(client, &[earlier, std::slice::from_ref(&record)].concat());
    let length = if wanted.mail { NoteLength::Mail } else { NoteLength::Chat };
    let wishes = NoteWishes { length, tone: wanted.tone, me: None, left: record.items_left().next().is_some() };
    let reason = reason_of(&exception.reason);
    let client = client.clone().after_call(&call.opening().started);
    let note = departure_note(&client, &exception, reason, allowance, &wishes);
    Some(match note.subject {
        Some(subject) => format!("{subject}\n\n{}", note.body.as_str()),
        None => note.body.as_str().to_owned(),
    })
}
