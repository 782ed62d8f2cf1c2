//! Texts for the client: the line of consent and the note after a departure from the plan.

use crate::call::Call;
use segue_core::debrief::Debrief;
use segue_core::{ExceptionKind, Tone};

/// Which note is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NoteWanted {
    pub kind: ExceptionKind,
    pub tone: Option<Tone>,
    pub mail: bool,
}

/// The line to read to the client before listening.
pub(crate) fn consent_line(_call: &Call) -> String {
    String::new()
}

/// The drafted note.
pub(crate) fn note(_call: &Call, _debrief: &Debrief, _wanted: NoteWanted) -> Option<String> {
    None
}
