//! What can be typed to answer a message.

use super::LangArg;
use super::choices::ToneArg;
use super::clients::AddressArg;
use clap::{Args, ValueEnum, ValueHint};
use jiff::civil::DateTime;
use segue_reply::Channel;
use std::path::PathBuf;

/// `segue reply`
#[derive(Debug, Default, Args)]
#[command(
    after_help = "Examples:\n  segue reply message.eml --client Viktor\n  segue reply --clipboard --me Dana --tone neutral\n  segue reply note.ogg --lang ru\n  segue reply < message.txt\n\nWithout a file the message is read from standard input: paste it and press Ctrl-D. Nothing is stored."
)]
pub struct Reply {
    /// The message: text, email (.eml), pasted or exported chat, or a voice note.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// Take the message from the clipboard.
    #[arg(long, conflicts_with = "file")]
    pub clipboard: bool,
    /// The client: tone, form of address, office hours and project are known then.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// Your name: under an email, and to know your lines in a pasted chat.
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// Language of the message; needed for a voice note, otherwise recognised from the alphabet.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Tone of the drafts.
    #[arg(long, value_enum)]
    pub tone: Option<ToneArg>,
    /// Form of address in Russian; by default the client's, or that of the message.
    #[arg(long, value_enum)]
    pub address: Option<AddressArg>,
    /// Answer by email or in a chat; by default as the message came.
    #[arg(long = "as", value_enum, value_name = "WAY")]
    pub way: Option<WayArg>,
    /// When the message came and is answered, by this machine's clock: 2026-11-26T23:40. By default its own date, and now.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<DateTime>,
    /// The project in a sentence or two: talk about it is business.
    #[arg(long, value_name = "TEXT")]
    pub about: Option<String>,
    /// When you talk next, as you would say it: "on Thursday".
    #[arg(long, value_name = "TEXT")]
    pub next: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = ReplyFormat::Text)]
    pub format: ReplyFormat,
    /// Which draft becomes the email of --format eml.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=3))]
    pub draft: u32,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// How a message came, and is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WayArg {
    /// With greeting, paragraphs and closing
    Mail,
    /// A few lines
    Chat,
}

impl From<WayArg> for Channel {
    fn from(way: WayArg) -> Self {
        match way {
            WayArg::Mail => Self::Mail,
            WayArg::Chat => Self::Chat,
        }
    }
}

/// How a reply is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReplyFormat {
    /// For the terminal
    #[default]
    Text,
    /// For programs: the contract segue.reply/1
    Json,
    /// Markdown for your notes
    Md,
    /// One draft that a mail program opens
    Eml,
}

fn moment(text: &str) -> Result<DateTime, String> {
    text.trim().parse().map_err(|_| "give a day and a time, such as 2026-11-26T23:40".to_owned())
}
