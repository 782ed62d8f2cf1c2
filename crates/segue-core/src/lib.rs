//! The words of the domain and the session.
//!
//! This crate does no IO, reads no clock, spawns nothing and draws no random numbers: time comes in
//! with every event, so a call replayed gives the same cues, byte for byte.

mod address;
mod agenda;
mod announcement;
mod boundary;
mod client;
mod cue;
pub mod debrief;
mod family;
mod fingerprint;
mod invented;
mod label;
mod learned;
mod minutes;
mod months;
mod named_day;
mod office_hours;
mod pace;
mod people;
mod phase;
pub mod phrases;
mod quotes;
mod record;
pub mod session;
mod tolerance;
mod transcript;
mod words;

pub use address::{address_counts, is_yours, pronoun_address, verb_address};
pub use agenda::{AgendaItem, minutes_set_aside};
pub use announcement::{Announcement, AnnouncementWishes, NewTerms, Terms};
pub use boundary::{Boundary, NoRate, Plan, Rate, currency};
pub use client::{Client, Consent, Ears, Keeping, Kept, LineWishes, Remembered, name_key};
pub use cue::{Line, LineRequest, Rung, Situation, Slots};
pub use family::{family, is_family};
pub use fingerprint::fingerprint;
pub use invented::{beside_invented, may_be_invented};
pub use label::{Flag, Flags, Label, Probabilities, Reading};
pub use learned::Learned;
pub use minutes::{Minutes, NoMinutes, whole_minutes};
pub use months::{MONTHS, month_named};
pub use office_hours::{OfficeHours, OfficeHoursError};
pub use pace::{BREATH, WORDS_PER_SECOND, seconds_to_say};
pub use people::{Address, Kind, Lang, Role, Speaker, Tone};
pub use phase::Phase;
pub use phrases::tokens;
pub use quotes::{in_russian_quotes, with_inner_quotes};
pub use record::{CallRecord, CueRecord, DriftRecord, Exception, ExceptionKind, RehearsalRecord};
pub use tolerance::{A_REMARK, TALK_TOLERANCE, TALK_TOLERANCE_SECONDS, TIME_TOLERANCE, talk_tolerance};
pub use transcript::{Problem, Source, Timing, Transcript, Utterance};
pub use words::Words;
