//! `segue mcp`, as it is typed.

use clap::{Args, ValueEnum, ValueHint};
use segue_core::Kept;
use std::path::PathBuf;

/// `segue mcp`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue mcp\n  segue mcp --folder ~/transcripts\n  segue mcp --words business --allow-writing\n\nAn assistant starts this program and talks to it over its standard input and output. What an assistant reads may leave this machine: by default it gets figures, no words of any talk."
)]
pub struct Mcp {
    /// Which words of a talk the assistant may read.
    #[arg(long, value_enum, default_value_t = WordsArg::None)]
    pub words: WordsArg,
    /// A folder with transcripts that may be read by their path; may be given several times. Without it only text is taken.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub folder: Vec<PathBuf>,
    /// Let the assistant have the figures of a call remembered.
    #[arg(long)]
    pub allow_writing: bool,
}

/// Which words of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WordsArg {
    /// None: figures only
    None,
    /// Those about the work
    Business,
    /// All, private ones too
    All,
}

impl From<WordsArg> for Kept {
    fn from(words: WordsArg) -> Self {
        match words {
            WordsArg::None => Self::Figures,
            WordsArg::Business => Self::BusinessWords,
            WordsArg::All => Self::Everything,
        }
    }
}
