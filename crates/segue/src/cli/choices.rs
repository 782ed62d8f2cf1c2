//! What can be chosen, and how choices in words are read.

use clap::ValueEnum;
use jiff::civil::Date;
use segue_core::Tone;
use segue_phrasebook::NoteLength;
use segue_weeks::TimesheetFormat;

/// A day, as it is typed.
pub fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "give a day, such as 2026-11-26".to_owned())
}

/// How long the announcement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LengthArg {
    /// One breath, about 12 seconds
    Breath,
    /// Half a minute
    Half,
    /// A minute
    Minute,
}

impl From<LengthArg> for segue_phrasebook::Length {
    fn from(length: LengthArg) -> Self {
        match length {
            LengthArg::Breath => Self::OneBreath,
            LengthArg::Half => Self::HalfMinute,
            LengthArg::Minute => Self::Minute,
        }
    }
}

/// A tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ToneArg {
    /// Friendly, with a smile
    Warm,
    /// Polite and plain
    Neutral,
    /// Short, never rude
    Direct,
}

impl From<ToneArg> for Tone {
    fn from(tone: ToneArg) -> Self {
        match tone {
            ToneArg::Warm => Self::Warm,
            ToneArg::Neutral => Self::Neutral,
            ToneArg::Direct => Self::Direct,
        }
    }
}

/// How a letter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LetterFormat {
    /// For the terminal
    Text,
    /// Markdown for your notes, with front matter
    Md,
    /// A draft that a mail program opens
    Eml,
}

/// How a preparation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PrepareFormat {
    /// Everything, for the terminal
    Text,
    /// Everything, as Markdown for your notes, with front matter
    Md,
    /// The invitation as a draft that a mail program opens
    Eml,
    /// The calendar entry
    Ics,
}

/// How a trend is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrendFormat {
    /// For the terminal
    Text,
    /// One self-contained page
    Html,
    /// Markdown for your notes, with front matter
    Md,
}

/// How long a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NoteLengthArg {
    /// An email
    Mail,
    /// A paragraph for a chat
    Chat,
}

impl From<NoteLengthArg> for NoteLength {
    fn from(length: NoteLengthArg) -> Self {
        match length {
            NoteLengthArg::Mail => Self::Mail,
            NoteLengthArg::Chat => Self::Chat,
        }
    }
}

/// A program that takes time entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TimesheetFormatArg {
    /// Toggl Track, CSV
    Toggl,
    /// Clockify, CSV
    Clockify,
    /// Kimai with its import plugin, CSV
    Kimai,
    /// Timewarrior, a script of commands
    Timewarrior,
}

impl From<TimesheetFormatArg> for TimesheetFormat {
    fn from(format: TimesheetFormatArg) -> Self {
        match format {
            TimesheetFormatArg::Toggl => Self::Toggl,
            TimesheetFormatArg::Clockify => Self::Clockify,
            TimesheetFormatArg::Kimai => Self::Kimai,
            TimesheetFormatArg::Timewarrior => Self::Timewarrior,
        }
    }
}
