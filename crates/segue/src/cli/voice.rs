//! `segue voice` and `--voice`, as they are typed.

use clap::{Args, ValueHint};
use segue_core::Rung;
use segue_voice::Place;
use std::path::PathBuf;

/// `segue voice`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue voice Viktor --model llama3.1\n  segue voice Viktor --rung park --each 4 --samples my-mails.txt\n  segue voice Viktor --model gpt-4o-mini --at https://api.openai.com/v1\n\nThe model is one that you run, Ollama by default; a remote one gets nothing before you have seen the exact text. Lines are prepared before a call: in a call nothing waits for a model. An access key is taken from SEGUE_VOICE_KEY."
)]
pub struct VoiceArgs {
    /// The client whose lines are to sound like you.
    pub client: String,
    /// The moment for which lines are wanted, such as park; may be given several times. By default those that steer and close.
    #[arg(long, value_name = "RUNG", value_parser = rung)]
    pub rung: Vec<Rung>,
    /// How many lines for each moment.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=10))]
    pub each: u8,
    /// Which model, and where.
    #[command(flatten)]
    pub model: VoiceModel,
}

/// Which language model is asked, and where.
#[derive(Debug, Args)]
pub struct VoiceModel {
    /// Name of the language model, as it is called where it runs.
    #[arg(long, value_name = "NAME", env = "SEGUE_VOICE_MODEL")]
    pub model: Option<String>,
    /// Address of an OpenAI-compatible interface; by default Ollama on this machine.
    #[arg(long, value_name = "URL", env = "SEGUE_VOICE_ADDRESS", default_value = Place::OLLAMA, hide_default_value = true)]
    pub at: String,
    /// A text file with what you wrote, one sample per paragraph: your style.
    #[arg(long, value_name = "FILE", env = "SEGUE_VOICE_SAMPLES", value_hint = ValueHint::FilePath)]
    pub samples: Option<PathBuf>,
    /// Seconds to wait for an answer.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub patience: u64,
}

/// Rephrasing of a draft.
#[derive(Debug, Args)]
pub struct InMyVoice {
    /// Have it rephrased in your own style by a language model that you run; the result is checked, or else the text stays.
    #[arg(long)]
    pub voice: bool,
    /// Which model, and where.
    #[command(flatten)]
    pub model: VoiceModel,
}

/// A rung whose lines are said aloud and may be rephrased.
fn rung(text: &str) -> Result<Rung, String> {
    let may = |rung: &Rung| !rung.is_for_me() && !matches!(rung, Rung::Humane | Rung::Stay | Rung::Announce);
    let found = Rung::ALL.into_iter().filter(may).find(|rung| rung.name() == text.replace('-', "_"));
    found.ok_or_else(|| format!("one of: {}", Rung::ALL.into_iter().filter(may).map(Rung::name).collect::<Vec<_>>().join(", ")))
}
