//! What can be typed about clients and about what is remembered of them.

use super::choices::ToneArg;
use super::live::EarsArg;
use super::{KindArg, LangArg, minutes, money};
use clap::{Args, Subcommand, ValueEnum, ValueHint};
use segue_core::{Address, Client, Consent, Kept, OfficeHours, Rate};
use std::path::PathBuf;

/// `segue client`
#[derive(Debug, Subcommand)]
#[command(
    after_help = "Examples:\n  segue client add Viktor --minutes 30 --rate \"60 €\" --about \"An online shop for tea\"\n  segue client edit Viktor --chat-at-end 5 --tone neutral --keep figures --days 90\n  segue client show Viktor\n  segue client rename Viktor \"Viktor Lind\"\n  segue client forget Viktor --yes"
)]
pub enum ClientAction {
    /// Remember a new client; a name is enough.
    Add {
        /// Name that nobody has yet; capitals and small letters count as the same.
        name: String,
        /// What was agreed.
        #[command(flatten)]
        agreed: Box<Agreed>,
    },
    /// Show who is remembered, with the number of calls.
    List,
    /// Show everything that is known of a client.
    Show {
        /// Name; capitals and small letters count as the same.
        name: String,
    },
    /// Change what was agreed.
    Edit {
        /// Name; capitals and small letters count as the same.
        name: String,
        /// What is agreed from now on; the rest stays.
        #[command(flatten)]
        agreed: Box<Agreed>,
    },
    /// Give a client another name; their calls are kept.
    Rename {
        /// Name; capitals and small letters count as the same.
        name: String,
        /// The new name.
        new: String,
    },
    /// Open the page of clients: all of this, the announcement, the next call, the trend.
    Page {
        /// Port on this machine; by default 4173, or any that is free.
        #[arg(long, value_name = "N")]
        port: Option<u16>,
        /// Only print the address, do not open the browser.
        #[arg(long)]
        no_open: bool,
    },
    /// Forget a client and all calls with them, for good; or only the words that were kept of the calls.
    Forget {
        /// Name; capitals and small letters count as the same.
        #[arg(required_unless_present = "nobody")]
        name: Option<String>,
        /// Only the words of the calls: figures stay.
        #[arg(long)]
        words: bool,
        /// Calls and rehearsals with nobody in particular.
        #[arg(long, conflicts_with_all = ["name", "words"])]
        nobody: bool,
    },
}

/// What can be agreed with a client.
#[derive(Debug, Default, Args)]
pub struct Agreed {
    /// Kind of call.
    #[arg(long, value_enum)]
    pub kind: Option<KindArg>,
    /// Language of calls and notes.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Form of address in Russian.
    #[arg(long, value_enum)]
    pub address: Option<AddressArg>,
    /// Tone of lines and notes.
    #[arg(long, value_enum)]
    pub tone: Option<ToneArg>,
    /// Planned minutes of a call; "none" for an open end.
    #[arg(long, value_name = "N", value_parser = or_none(minutes), allow_negative_numbers = true)]
    pub minutes: Option<OrNone<f64>>,
    /// Minutes of chat welcome at the start.
    #[arg(long, value_name = "MINUTES", value_parser = allowance)]
    pub chat_at_start: Option<f64>,
    /// Minutes of chat agreed for the end.
    #[arg(long, value_name = "MINUTES", value_parser = allowance)]
    pub chat_at_end: Option<f64>,
    /// Seconds of private talk before the first line; by default 4% of the planned time.
    #[arg(long, value_name = "SECONDS", value_parser = grace)]
    pub grace: Option<f64>,
    /// Departures from the plan that are fine in five calls.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=5))]
    pub exceptions: Option<u32>,
    /// When you answer messages, in this machine's time zone: "mon-fri 9-18", "пн-пт 9-18, сб 10-14"; "none" for no hours.
    #[arg(long, value_name = "DAYS HOURS", value_parser = or_none(office_hours))]
    pub hours: Option<OrNone<OfficeHours>>,
    /// Your hourly rate: "60", "60 €", "$85"; "none" for none.
    #[arg(long, value_name = "MONEY", value_parser = or_none(money), allow_hyphen_values = true)]
    pub rate: Option<OrNone<Rate>>,
    /// The project in a sentence or two: talk about it is business.
    #[arg(long, value_name = "TEXT")]
    pub about: Option<String>,
    /// When you talk next, as you would say it: "on Thursday"; "none" if it is not known.
    #[arg(long, value_name = "TEXT")]
    pub next: Option<String>,
    /// How segue listens to calls with them.
    #[arg(long, value_enum)]
    pub ears: Option<EarsArg>,
    /// A line to prefer, by its id (such as en/park-client-warm-1); may be given several times.
    #[arg(long, value_name = "LINE")]
    pub prefer: Vec<String>,
    /// A line never to offer, by its id (such as en/park-client-warm-1); may be given several times.
    #[arg(long, value_name = "LINE")]
    pub ban: Vec<String>,
    /// A line of your own and its moment, such as "park: Save that for me? I want to hear it at the end."; may be given several times.
    #[arg(long, value_name = "RUNG: TEXT", value_parser = own_line)]
    pub own: Vec<(String, String)>,
    /// What is kept after a call.
    #[arg(long, value_enum)]
    pub keep: Option<KeepArg>,
    /// Days after which a call is removed; 0 to keep calls until they are forgotten.
    #[arg(long, value_name = "N")]
    pub days: Option<u32>,
    /// On what grounds you listen, in your own words: "said yes on the call".
    #[arg(long, value_name = "TEXT", conflicts_with = "no_consent")]
    pub consent: Option<String>,
    /// They do not want segue to listen.
    #[arg(long)]
    pub no_consent: bool,
}

impl Agreed {
    /// True if something was typed of how long a call is, or the chat in it.
    pub fn is_about_time(&self) -> bool {
        self.minutes.is_some() || self.chat_at_start.is_some() || self.chat_at_end.is_some()
    }

    /// Writes into a client what was typed; the rest stays.
    pub fn change(&self, client: &mut Client) {
        fn set<T>(place: &mut T, typed: Option<impl Into<T>>) {
            if let Some(typed) = typed {
                *place = typed.into();
            }
        }
        let boundary = &mut client.boundary;
        set(&mut boundary.kind, self.kind);
        set(&mut boundary.lang, self.lang);
        set(&mut boundary.address, self.address);
        set(&mut boundary.tone, self.tone);
        set(&mut boundary.chat_at_start, self.chat_at_start.map(|minutes| minutes * 60.0));
        set(&mut boundary.chat_at_end, self.chat_at_end.map(|minutes| minutes * 60.0));
        set(&mut boundary.exceptions_per_five, self.exceptions);
        set(&mut boundary.planned_minutes, self.minutes);
        boundary.grace = self.grace.or(boundary.grace);
        set(&mut boundary.office_hours, self.hours.clone());
        set(&mut client.rate, self.rate.clone());
        set(&mut client.about, self.about.as_deref().map(str::trim));
        if let Some(next) = &self.next {
            // What a calendar knew is out of date.
            let known = !next.trim().is_empty() && !is_none(next);
            client.meets(None, known.then(|| next.trim().to_owned()));
        }
        client.ears = self.ears.map(Into::into).or(client.ears);
        for line in &self.prefer {
            client.lines.banned.retain(|other| other != line);
            client.lines.preferred.push(line.clone());
        }
        for line in &self.ban {
            client.lines.preferred.retain(|other| other != line);
            client.lines.banned.push(line.clone());
        }
        client.lines.own.extend(self.own.iter().cloned());
        set(&mut client.keeping.what, self.keep);
        if let Some(days) = self.days {
            client.keeping.days = Some(days).filter(|days| *days > 0);
        }
        let date = jiff::Zoned::now().date();
        if let Some(basis) = &self.consent {
            client.consent = Some(Consent { basis: basis.clone(), given: true, date });
        } else if self.no_consent {
            client.consent = Some(Consent { basis: String::new(), given: false, date });
        }
    }
}

/// A form of address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AddressArg {
    /// Formal
    Vy,
    /// Informal
    Ty,
}

impl From<AddressArg> for Address {
    fn from(address: AddressArg) -> Self {
        match address {
            AddressArg::Vy => Self::Vy,
            AddressArg::Ty => Self::Ty,
        }
    }
}

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum KeepArg {
    /// No figures and no words of a call
    Nothing,
    /// Figures, no words
    Figures,
    /// Figures, and the words of business
    BusinessWords,
    /// Every word
    Everything,
}

impl From<KeepArg> for Kept {
    fn from(keep: KeepArg) -> Self {
        match keep {
            KeepArg::Nothing => Self::Nothing,
            KeepArg::Figures => Self::Figures,
            KeepArg::BusinessWords => Self::BusinessWords,
            KeepArg::Everything => Self::Everything,
        }
    }
}

/// `segue export`
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  segue export --output backup.jsonl\n  segue import backup.jsonl")]
pub struct Export {
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

fn allowance(text: &str) -> Result<f64, String> {
    within(text, 0.0, 240.0).ok_or_else(|| "give minutes from 0 to 240".to_owned())
}

fn grace(text: &str) -> Result<f64, String> {
    within(text, 0.0, 600.0).ok_or_else(|| "give seconds from 0 to 600".to_owned())
}

fn within(text: &str, least: f64, most: f64) -> Option<f64> {
    text.replace(',', ".").parse().ok().filter(|number| (least..=most).contains(number))
}

/// Something that was agreed, or that there is none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrNone<T>(Option<T>);

impl<T> From<OrNone<T>> for Option<T> {
    fn from(OrNone(agreed): OrNone<T>) -> Self {
        agreed
    }
}

/// What is read, or "none".
fn or_none<T, E: std::fmt::Display>(
    read: impl Fn(&str) -> Result<T, E> + Clone + Send + Sync + 'static,
) -> impl Fn(&str) -> Result<OrNone<T>, String> + Clone + Send + Sync + 'static {
    move |text| {
        if is_none(text) {
            return Ok(OrNone(None));
        }
        read(text).map(|agreed| OrNone(Some(agreed))).map_err(|error| error.to_string())
    }
}

fn is_none(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "none" | "нет")
}

fn office_hours(text: &str) -> Result<OfficeHours, segue_core::OfficeHoursError> {
    text.parse()
}

/// A rung and the words of one's own line.
fn own_line(text: &str) -> Result<(String, String), String> {
    let names = || segue_core::Rung::ALL.map(segue_core::Rung::name);
    let parts = text.split_once(':').map(|(rung, line)| (rung.trim(), line.trim()));
    let known = parts.filter(|(rung, line)| names().contains(rung) && !line.is_empty());
    known
        .map(|(rung, line)| (rung.to_owned(), line.to_owned()))
        .ok_or_else(|| format!("begin with one of: {}", names().join(", ")))
}
