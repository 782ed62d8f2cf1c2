//! Whoever does not want to live.

use crate::patterns::Heard;
use serde::{Deserialize, Serialize};

/// Smiles of somebody who is most likely joking.
const LAUGHS: [char; 3] = ['😂', '🤣', '😆'];

/// How plainly somebody says that they do not want to live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Despair {
    /// In words that may mean something else: "I've thought about ending it".
    Possible,
    /// In words that mean nothing else, or with no work that they could be about.
    Plain,
}

impl Despair {
    /// What a sentence says of it.
    pub(super) fn of(heard: &Heard, text: &str, of_work: bool) -> Option<Self> {
        // Of somebody else the words are grave news.
        let own = heard.has("myself") || !heard.has("somebody else");
        let dark = heard.has("dark") && !heard.has("no dark") && !heard.has("business") && !of_work;
        match () {
            () if !own => None,
            () if says_despair(heard) && !jokes(heard, text) => Some(Self::Plain),
            () if says_despair(heard) || dark => Some(Self::Possible),
            () => None,
        }
    }
}

/// Words of somebody who does not want to live, whoever that is.
pub(super) fn says_despair(heard: &Heard) -> bool {
    heard.count("despair") > heard.count("no despair") || heard.has("edge") && heard.has("lingers") && !heard.has("no edge")
}

/// Such words with a laugh.
pub(super) fn jokes(heard: &Heard, text: &str) -> bool {
    text.contains(LAUGHS) && says_despair(heard)
}
