//! Measures the label model and the session on labelled calls.

pub mod baseline;
pub mod cues;
pub mod measures;
pub mod meetings;
pub mod messages;
mod sound;
pub mod speed;
pub mod subject;
pub mod table;
pub mod truth;
