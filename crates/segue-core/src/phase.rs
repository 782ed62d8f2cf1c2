//! Phases of a call.

use serde::{Deserialize, Serialize};

/// Where a call is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Hellos; small talk is welcome up to the allowance.
    #[default]
    Greeting,
    /// A new boundary is due to be announced: after the greetings, before business.
    Announcement,
    /// The work.
    Business,
    /// The agreed chat; parked topics come back.
    ClosingChat,
    /// Goodbyes, with the next meeting.
    SignOff,
    /// Past the planned time.
    Overrun,
}

impl Phase {
    /// True for what comes after the work: the agreed chat and the goodbyes.
    pub fn closes(self) -> bool {
        matches!(self, Self::ClosingChat | Self::SignOff)
    }

    /// Name used in files.
    pub fn name(self) -> &'static str {
        ["greeting", "announcement", "business", "closing_chat", "sign_off", "overrun"][self as usize]
    }
}
