//! `segue rehearse`, as it is typed.

use super::LangArg;
use super::choices::ToneArg;
use clap::Args;

/// `segue rehearse`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue rehearse\n  segue rehearse Viktor\n  segue rehearse --with margaret --tone direct\n  segue rehearse --list\n\nType what you would say. An empty line shows what segue would offer; Ctrl-D ends. Only figures are remembered, none of your words."
)]
pub struct Rehearse {
    /// A client of yours: their language, form of address, tone and own lines are used, and the person is modelled on the figures of your calls.
    #[arg(value_name = "CLIENT")]
    pub client: Option<String>,
    /// Whom to practise with; by default somebody new.
    #[arg(long, value_name = "NAME")]
    pub with: Option<String>,
    /// Language of the talk.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Tone of the lines offered.
    #[arg(long, value_enum)]
    pub tone: Option<ToneArg>,
    /// The same number gives the same client again.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// List everybody to practise with.
    #[arg(long)]
    pub list: bool,
}
