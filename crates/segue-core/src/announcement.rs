//! The announcement of a new boundary, and what it changes once it is said.

use crate::{Boundary, Tone};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A new boundary that is to be, or was, announced.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announcement {
    /// When it was written.
    pub written: Date,
    /// What I will say, in my words.
    pub script: String,
    /// When it was said; `None` while it is due.
    pub announced: Option<Date>,
    /// The answers it was written from; `None` if an earlier version wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wishes: Option<AnnouncementWishes>,
    /// What it changes; `None` if an earlier version wrote it, which agreed to that at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_terms: Option<NewTerms>,
}

/// The answers an announcement is written from: short names, or one's own words; empty for what is usual.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnnouncementWishes {
    /// Why things change: `busy`, `projects`, `none`, or in my words.
    pub why: String,
    /// What changes: `chat-at-end`, `work-only`, or in my words.
    pub change: String,
    /// How long each call is from now on, minutes; as agreed if not given.
    pub minutes: Option<f64>,
    /// What stays welcome beside important news: `hello`, `none`, or in my words.
    pub welcome: String,
    /// Tone; that of the boundary if none is wished.
    pub tone: Option<Tone>,
    /// My name, under the letter.
    pub me: Option<String>,
}

/// What an announcement can change of a boundary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// Planned length in minutes; `None` if nothing was agreed.
    pub planned_minutes: Option<f64>,
    /// Chat agreed for the end, seconds of speech.
    pub chat_at_end: f64,
}

/// Terms before and after an announcement: it changes those that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewTerms {
    /// What holds until it is said.
    pub before: Terms,
    /// What holds from then on.
    pub after: Terms,
}

impl NewTerms {
    /// The terms of a boundary from now on; what is not changed stays as it is, also if that is not as it was.
    pub fn hold(&self, boundary: &mut Boundary) {
        if self.after.planned_minutes != self.before.planned_minutes {
            boundary.planned_minutes = self.after.planned_minutes;
        }
        if (self.after.chat_at_end - self.before.chat_at_end).abs() > f64::EPSILON {
            boundary.chat_at_end = self.after.chat_at_end;
        }
    }
}

impl Boundary {
    /// What an announcement can change of it.
    pub fn terms(&self) -> Terms {
        Terms { planned_minutes: self.planned_minutes, chat_at_end: self.chat_at_end }
    }
}
