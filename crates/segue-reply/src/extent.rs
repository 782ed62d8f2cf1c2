//! How long a reply is.

use serde::{Deserialize, Serialize};

/// How long a reply is, and how it begins and ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// With greeting, paragraphs and closing.
    #[default]
    Mail,
    /// One or two short paragraphs.
    Chat,
}
