//! The sound of this computer: its microphones, and what its speakers play.
//!
//! What the speakers play is heard where the system allows it: by monitors of `PulseAudio` and `PipeWire` on
//! Linux, by loopback on Windows and on macOS from 14.6. Nothing is kept: sound goes to whoever listens.

mod listening;
mod native;
#[cfg(target_os = "linux")]
mod server;
mod system;

pub use listening::{Heard, Listening, Wanted, listen};

/// The devices of this computer that can be listened to; microphones first, the usual one of a side before the others.
///
/// # Errors
/// [`DeviceError`] if the system does not tell.
pub fn devices() -> Result<Vec<Device>, DeviceError> {
    Ok(system::System::find().ways()?.into_iter().map(|way| way.device).collect())
}

/// Whom a device hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Me: a microphone.
    Me,
    /// The other side: what the speakers play.
    Other,
}

impl Side {
    /// Both, in the order of their channels.
    pub const BOTH: [Self; 2] = [Self::Me, Self::Other];
}

/// A device that can be listened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Stays the same from one time to the next.
    pub id: String,
    /// As the system calls it.
    pub name: String,
    /// Whom it hears.
    pub side: Side,
    /// True for the one of its side that the system uses now.
    pub usual: bool,
}

/// A device could not be listened to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// The system has none of that side.
    #[error("there is no such device")]
    None,
    /// The system does not let this program listen to it.
    #[error("the system does not allow it")]
    Denied,
    /// Anything else, in the words of the system.
    #[error("{0}")]
    System(String),
}
