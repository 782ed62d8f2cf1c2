//! A client and what is remembered of them between calls.

use crate::{Boundary, Learned, Rate};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A client. Sensible without any of it but the name: `Client::named("Viktor")`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Client {
    /// Name, unique among the clients without regard to case.
    pub name: String,
    /// What I agreed with this client.
    pub boundary: Boundary,
    /// The project in a sentence or two: talk about it is business.
    pub about: String,
    /// Money an hour.
    pub rate: Option<Rate>,
    /// What is kept after a call, and for how long.
    pub keeping: Keeping,
    /// Lines preferred and banned with this client, by line id, and lines of my own.
    pub lines: LineWishes,
    /// On which ground this client's calls are listened to, once that was asked.
    pub consent: Option<Consent>,
    /// How segue listens to calls with this client; remembered from the last call.
    pub ears: Option<Ears>,
    /// When we talk next, as I would say it ("on Thursday").
    pub next_meeting: Option<String>,
    /// When we talk next, as a calendar knows it.
    pub next_call: Option<jiff::civil::DateTime>,
    /// The announcement of the boundary, once one was written.
    pub announcement: Option<Announcement>,
    /// Topics parked in earlier calls that have not come back.
    pub parked: Vec<String>,
    /// What this client told me that matters; only what I chose to keep.
    pub remembered: Vec<Remembered>,
    /// What I put right in debriefs: believed in the next call.
    #[serde(skip_serializing_if = "Learned::is_empty")]
    pub learned: Learned,
}

impl Client {
    /// A client of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The client as of now: a next call whose time has come is none any more, nor are the words for it.
    #[must_use]
    pub fn as_of(mut self, now: jiff::civil::DateTime) -> Self {
        if self.next_call.is_some_and(|at| at <= now) {
            (self.next_call, self.next_meeting) = (None, None);
        }
        self
    }

    /// True if this is the client's name, in whatever case.
    pub fn is_called(&self, name: &str) -> bool {
        name_key(&self.name) == name_key(name)
    }
}

/// A name as names are compared: without regard to case and to spaces around it.
pub fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What is kept after a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// No figures and no words of a call; only what the user did with the client's card during it, an announcement say.
    Nothing,
    /// Who spoke when and with which label; no words.
    #[default]
    Figures,
    /// Figures, and the words of business and framing.
    BusinessWords,
    /// Every word.
    Everything,
}

/// What is kept after a call, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keeping {
    /// What.
    pub what: Kept,
    /// Days after which a call is removed; `None` to keep it until it is forgotten.
    pub days: Option<u32>,
}

/// Lines for one client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineWishes {
    /// Ids of lines to be preferred.
    pub preferred: Vec<String>,
    /// Ids of lines never to be offered.
    pub banned: Vec<String>,
    /// Lines of my own: a rung by its name ("park") and the words.
    pub own: Vec<(String, String)>,
}

/// On which ground calls are listened to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// In my words: "said yes on the call", "in the contract", "only my own microphone".
    pub basis: String,
    /// True if listening is fine.
    pub given: bool,
    /// When it was asked.
    pub date: Date,
}

/// How segue listens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ears {
    /// Microphone and a shared tab, in the browser.
    Browser,
    /// Microphone and the monitor of the speakers, natively.
    System,
    /// Not at all: keys only.
    #[default]
    None,
}

/// A new boundary that is to be, or was, announced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Announcement {
    /// When it was written.
    pub written: Date,
    /// What I will say, in my words.
    pub script: String,
    /// When it was said; `None` while it is due.
    pub announced: Option<Date>,
}

/// Something worth keeping that a client told me.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// When.
    pub date: Date,
    /// What, in my words.
    pub text: String,
}
