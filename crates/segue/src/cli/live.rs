//! `segue live`, as it is typed.

use super::{LangArg, minutes};
use clap::{Args, ValueEnum};

/// `segue live`
#[derive(Debug, Default, Args)]
#[command(
    after_help = "Examples:\n  segue live\n  segue live --client Viktor --minutes 30 --agenda \"Logo\" --agenda \"Invoice\"\n  segue live --ears system\n  segue live --ears none --lang ru\n\nThe page is served on this machine only and needs the token in the printed address. End with Ctrl-C."
)]
pub struct Live {
    /// The client's name.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// Planned length in minutes.
    #[arg(long, value_name = "N", value_parser = minutes, allow_negative_numbers = true)]
    pub minutes: Option<f64>,
    /// An agenda item, with its minutes if it has any ("Logo 10 min"); may be given several times.
    #[arg(long, value_name = "TEXT")]
    pub agenda: Vec<String>,
    /// How to listen.
    #[arg(long, value_enum)]
    pub ears: Option<EarsArg>,
    /// The microphone of this computer to listen to, as `segue devices` names it; by default the usual one.
    #[arg(long, value_name = "ID")]
    pub microphone: Option<String>,
    /// Which speakers to hear the other side from, as `segue devices` names it; by default the usual one.
    #[arg(long, value_name = "ID")]
    pub speakers: Option<String>,
    /// Language of the call.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Port on this machine; by default 4173, or any that is free.
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Only print the address, do not open the browser.
    #[arg(long)]
    pub no_open: bool,
}

/// A way to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EarsArg {
    /// Microphone and a shared tab, in the browser
    Browser,
    /// Microphone and speakers of this computer (see: segue devices)
    System,
    /// Not at all: keys only
    None,
}

impl From<EarsArg> for segue_core::Ears {
    fn from(ears: EarsArg) -> Self {
        match ears {
            EarsArg::Browser => Self::Browser,
            EarsArg::System => Self::System,
            EarsArg::None => Self::None,
        }
    }
}
