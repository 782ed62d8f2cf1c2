//! What can be typed.

pub mod choices;
mod clients;
pub mod help;
#[cfg(test)]
mod help_tests;
mod live;
mod mcp;
mod rehearse;
mod reply;
pub mod russian;
mod voice;
mod weeks;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};
pub use clients::{Agreed, ClientAction, Export};
pub use live::Live;
pub use mcp::Mcp;
pub use rehearse::Rehearse;
pub use reply::{Reply, ReplyFormat};
use segue_core::{Lang, Minutes};
use std::ffi::OsString;
use std::path::PathBuf;
pub use voice::{InMyVoice, VoiceArgs, VoiceModel};
pub use weeks::{Announce, CalendarArgs, Clocks, NoteArgs, Prepare, SimulateArgs, TimesheetArgs, TrendArgs, when};

/// A private companion for client calls that brings the talk back to business, warmly.
///
/// Everything stays on this machine: no sound is kept, nothing is sent.
#[derive(Debug, Parser)]
#[command(name = "segue", version, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(
    after_help = "Examples:\n  segue live --client Viktor --minutes 30 --agenda \"Invoice\"\n  segue review call.vtt --me Dana\n  segue review call.m4a --lang ru --minutes 30 --agenda \"Invoice\"\n  segue models fetch"
)]
pub struct Cli {
    /// Language of segue's own words; by default that of the system.
    #[arg(long, global = true, value_name = "en|ru", env = "SEGUE_UI", display_order = 900)]
    pub ui: Option<LangArg>,
    /// Answer yes to every question.
    #[arg(long, short = 'y', global = true, display_order = 900)]
    pub yes: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Reads what was typed. Help and faults come back as errors, with every text in the language of segue's own words.
///
/// # Errors
/// Whatever is to be shown instead.
pub fn read(typed: &[OsString], ui: Lang) -> Result<Cli, clap::Error> {
    match ui {
        Lang::En => Cli::try_parse_from(typed),
        Lang::Ru => Cli::from_arg_matches(&help::in_russian(Cli::command()).try_get_matches_from(typed)?),
    }
}

/// The language that `--ui` asks for, wherever it stands; help needs it before anything is read.
pub fn typed_language(typed: &[OsString]) -> Option<Lang> {
    let words: Vec<_> = typed.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| *word != "--").collect();
    let asked = words.iter().enumerate().rev().find_map(|(place, word)| {
        let name = if word == "--ui" { words.get(place + 1)? } else { word.strip_prefix("--ui=")? };
        LangArg::from_str(name, false).ok()
    });
    asked.map(Into::into)
}

/// The language that was asked for: typed, or in the environment.
pub fn asked_language(typed: &[OsString]) -> Option<Lang> {
    let set = || LangArg::from_str(std::env::var("SEGUE_UI").ok()?.as_str(), false).ok().map(Into::into);
    typed_language(typed).or_else(set)
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Look back at a call: a transcript, a chat export or a recording becomes a debrief.
    Review(Review),
    /// Sit in on a call: a page beside it with the clock, the agenda and one line when it helps.
    Live(Live),
    /// Practise with a chatty client before the real call.
    Rehearse(Rehearse),
    /// Answer a client's message: what needs an answer, a warm word or care, and drafts in your tone.
    Reply(Reply),
    /// Announce a new boundary: four questions become a script to say and a letter to send beforehand.
    Announce(Announce),
    /// Before the next call: invitation and calendar entry, what was put aside, what to try.
    Prepare(Prepare),
    /// A client's lines in your own style, by a language model that you run; prepared before the call.
    Voice(VoiceArgs),
    /// Whether boundaries hold over weeks, and what to try next.
    Trend(TrendArgs),
    /// The note to a client about a departure from the plan, with its reason.
    Note(NoteArgs),
    /// Time entries for another program, with private minutes kept apart and not billed.
    Timesheet(TimesheetArgs),
    /// Who is remembered and what was agreed; add, change, forget.
    Client {
        /// What to do.
        #[command(subcommand)]
        action: ClientAction,
    },
    /// Take back the last step; what was forgotten stays forgotten.
    Undo,
    /// List every stored thing by client and kind, and how long it stays; encrypt it, or not.
    Privacy {
        /// Encrypt what is remembered with a key in this system's key store (the default where there is one), or not.
        #[arg(long, value_enum, value_name = "yes|no", hide_possible_values = true)]
        encrypt: Option<YesNo>,
    },
    /// Write everything that is remembered as JSON Lines.
    Export(Export),
    /// Import what was exported; what is there already is left alone.
    Import {
        /// The file.
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Note the next meeting with each client from a calendar file.
    Calendar(CalendarArgs),
    /// Make up half a year with six clients to try segue with.
    Simulate(SimulateArgs),
    /// List, fetch, verify or remove the models for recognising speech.
    Models {
        /// What to do with them.
        #[command(subcommand)]
        action: Models,
    },
    /// List the microphones and speakers of this computer that can be listened to.
    Devices {
        /// Listen to the usual ones for five seconds and say whether anything was heard.
        #[arg(long = "try")]
        try_out: bool,
    },
    /// Let an AI assistant use segue, over the Model Context Protocol: debriefs, preparation, trends, clients, draft replies; by default no words of any talk.
    Mcp(Mcp),
    /// Measure the label model and the session on labelled calls, and replies on labelled messages.
    Eval(Eval),
    /// Print completions for a shell.
    Completions {
        /// Which shell.
        shell: clap_complete::Shell,
    },
}

/// `segue review`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue review zoom.vtt --me Dana --client Viktor --agenda \"Logo\" --agenda \"Invoice\"\n  segue review WhatsApp.txt --me Dana --format html --output chat.html\n  segue review call.wav --lang ru --minutes 30 --rate \"60 €\"\n  segue review calls/Viktor --me Dana --client Viktor --remember --format html --output debriefs\n\nA recording with two channels is taken as you on the left and the other side on the right."
)]
pub struct Review {
    /// The files and folders to look at.
    #[arg(help = "Transcript (WebVTT, SRT, Otter, plain text, Whisper JSON), chat export (WhatsApp, Telegram) or recording; several of them, or folders of them, are shown side by side", required = true, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// Your name, as the file spells it.
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// The client's name, as the file spells it.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// Kind of call.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Language of the call; needed for a recording.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Planned length in minutes.
    #[arg(long, value_name = "N", value_parser = minutes, allow_negative_numbers = true)]
    pub minutes: Option<f64>,
    /// An agenda item, with its minutes if it has any ("Logo 10 min"); may be given several times.
    #[arg(long, value_name = "TEXT")]
    pub agenda: Vec<String>,
    /// The project in a sentence or two: talk about it is business, however private its words sound.
    #[arg(long, value_name = "TEXT")]
    pub about: Option<String>,
    /// Your hourly rate, with its currency if you like: "60", "60 €", "$85".
    #[arg(long, value_name = "MONEY", value_parser = money, allow_hyphen_values = true)]
    pub rate: Option<segue_core::Rate>,
    /// Remember the call's figures, without its words, for `segue trend`; needs --client.
    #[arg(long, requires = "client")]
    pub remember: bool,
    /// When the call was; by default the day found in a chat or in the file's name, otherwise the file's own date.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "remember", value_parser = choices::day)]
    pub date: Option<jiff::civil::Date>,
    /// Look at single words only, not whole sentences: faster, less accurate.
    #[arg(long)]
    pub quick: bool,
    /// How to write the debrief.
    #[arg(long, value_enum, default_value_t = FormatArg::Text)]
    pub format: FormatArg,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue models`
#[derive(Debug, Subcommand)]
pub enum Models {
    /// Show the models that can be fetched and those that are here.
    List,
    /// Fetch a model, by default the smallest that will do.
    Fetch {
        /// Name, as `segue models list` shows it.
        name: Option<String>,
    },
    /// Check a model against its checksum.
    Verify {
        /// Name; all that are here if none is given.
        name: Option<String>,
    },
    /// Remove a model.
    Remove {
        /// Name.
        name: String,
    },
}

/// `segue eval`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  segue eval data/calls/test --baseline data/calls/train\n  segue eval --messages data/messages/test"
)]
pub struct Eval {
    /// Labelled calls (.jsonl), or folders of them.
    #[arg(required_unless_present = "messages", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Meetings without private talk (.jsonl), for false alarms.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub meetings: Option<PathBuf>,
    /// Labelled calls to train the baseline on: TF-IDF with logistic regression.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub baseline: Vec<PathBuf>,
    /// Labelled messages (.jsonl), or folders of them: what is answered, handled with care, and whether drafts pass.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub messages: Vec<PathBuf>,
    /// Do not tell the model what a call is about.
    #[arg(long)]
    pub no_project: bool,
    /// Measure another model: a folder with topic, encoder and sentences as .safetensors.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub model: Option<PathBuf>,
    /// Measure the quick model, of words only.
    #[arg(long)]
    pub quick: bool,
    /// Show the worst mistakes.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub mistakes: usize,
    /// Measure how quick the models are, and nothing else.
    #[arg(long, conflicts_with_all = ["messages", "meetings", "model", "quick"])]
    pub speed: bool,
}

/// A yes or a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum YesNo {
    /// Yes
    Yes,
    /// No
    No,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// Russian
    Ru,
}

impl From<LangArg> for segue_core::Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::En => Self::En,
            LangArg::Ru => Self::Ru,
        }
    }
}

/// A kind of call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    /// Me and a client
    Client,
    /// Me and colleagues
    Internal,
    /// Three or more people
    Group,
}

impl From<KindArg> for segue_core::Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Client => Self::Client,
            KindArg::Internal => Self::Internal,
            KindArg::Group => Self::Group,
        }
    }
}

/// How a debrief is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// For the terminal
    Text,
    /// One self-contained page
    Html,
    /// Markdown for your notes
    Md,
    /// For programs: the contract segue.debrief/1
    Json,
}

/// Minutes of a call, as they are typed.
pub fn minutes(text: &str) -> Result<f64, String> {
    text.parse::<Minutes>().map(f64::from).map_err(|fault| fault.to_string())
}

/// An amount with a currency before or after it, or none.
pub fn money(text: &str) -> Result<segue_core::Rate, segue_core::NoRate> {
    text.parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Half an hour" was refused where the question of `segue announce` takes it, and half a minute was a call.
    #[test]
    fn minutes_are_typed_alike_everywhere() {
        for (typed, understood) in [
            ("30", Some(30.0)),
            ("7,5", Some(7.5)),
            ("half an hour", Some(30.0)),
            ("полчаса", Some(30.0)),
            ("0.5", None),
            ("1441", None),
            ("-5", None),
            ("many", None),
        ] {
            assert_eq!(minutes(typed).ok(), understood, "{typed}");
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
