//! What can be typed about weeks: announcing, preparing, looking back, and other tools.

use super::choices::{LengthArg, LetterFormat, NoteLengthArg, PrepareFormat, TimesheetFormatArg, ToneArg, TrendFormat, day};
use super::{InMyVoice, LangArg};
use clap::{Args, ValueHint};
use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use std::path::PathBuf;

/// `segue announce`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue announce Viktor\n  segue announce Viktor --why projects --change chat-at-end --minutes 45 --welcome hello\n  segue announce Viktor --format eml --output viktor.eml\n  segue announce Viktor --said\n\nWithout flags segue asks four short questions. The script is due in the next call, and takes effect once it is said. Run again, it shows what was written, in any --format; flags change only what they name."
)]
pub struct Announce {
    /// The client.
    pub client: String,
    /// Why things are changing: busy, projects, none, or in your own words.
    #[arg(long, value_name = "busy|projects|none|TEXT")]
    pub why: Option<String>,
    /// What is changing: work-only, chat-at-end, or in your own words.
    #[arg(long, value_name = "work-only|chat-at-end|TEXT")]
    pub change: Option<String>,
    /// How long each call is from now on, in minutes.
    #[arg(long, value_name = "N", value_parser = super::minutes, allow_negative_numbers = true)]
    pub minutes: Option<f64>,
    /// What stays welcome besides important news: hello, none, or in your own words.
    #[arg(long, value_name = "hello|none|TEXT")]
    pub welcome: Option<String>,
    /// Which length you will say; that one is kept; by default half a minute.
    #[arg(long, value_enum)]
    pub length: Option<LengthArg>,
    /// Tone; by default that agreed with the client.
    #[arg(long, value_enum)]
    pub tone: Option<ToneArg>,
    /// Your name, under the letter.
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// It was said, today or on this day.
    #[arg(long, value_name = "DATE", value_parser = day, num_args = 0..=1, conflicts_with_all = ["why", "change", "minutes", "welcome", "tone", "format"])]
    #[expect(clippy::option_option, reason = "whether it was said, and when if that was told")]
    pub said: Option<Option<Date>>,
    /// How to write it: text shows all lengths and the letter, md and eml only the letter.
    #[arg(long, value_enum, default_value_t = LetterFormat::Text)]
    pub format: LetterFormat,
    /// In your own manner.
    #[command(flatten)]
    pub manner: InMyVoice,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue prepare`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue prepare Viktor --agenda Checkout --agenda Invoice\n  segue prepare Viktor --when 2026-11-26T10:00 --format ics --output call.ics"
)]
pub struct Prepare {
    /// The client.
    pub client: String,
    /// An agenda item, with its minutes if it has any ("Logo 10 min"); may be given several times. What was not reached last time is added.
    #[arg(long, value_name = "TEXT")]
    pub agenda: Vec<String>,
    /// When the call is, if different from what is noted: 2026-11-26T10:00, or with its offset or zone.
    #[arg(long, value_name = "TIME", value_parser = when)]
    pub when: Option<When>,
    /// Time zone of that time; by default that of this machine.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<TimeZone>,
    /// Your name, under the invitation.
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// Your email address, as the organiser.
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// What to write: everything as text or md, only the invitation as eml, the calendar entry as ics.
    #[arg(long, value_enum, default_value_t = PrepareFormat::Text)]
    pub format: PrepareFormat,
    /// In your own manner.
    #[command(flatten)]
    pub manner: InMyVoice,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue trend`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue trend\n  segue trend Viktor --weeks 8\n  segue trend --format html --output trend.html"
)]
pub struct TrendArgs {
    /// One client; all of them if none is named.
    pub client: Option<String>,
    /// How many weeks to look back.
    #[arg(long, value_name = "N", default_value_t = segue_weeks::HALF_A_YEAR, value_parser = clap::value_parser!(u32).range(1..=520))]
    pub weeks: u32,
    /// The last day that is looked at; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = TrendFormat::Text)]
    pub format: TrendFormat,
    /// Take the next step with this client: the boundary is changed as it says.
    #[arg(long, requires = "client")]
    pub take_step: bool,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue note`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue note Viktor\n  segue note Viktor --reason \"The checkout bug needed the time.\" --length chat --sent\n  segue note Viktor --reason work --tone neutral --format eml --output note.eml\n  segue note Viktor --date 2026-10-20 --reason connection"
)]
pub struct NoteArgs {
    /// The client.
    pub client: String,
    /// The reason: work, news, connection, mine, or in your own words. It is asked for once and kept.
    #[arg(long, value_name = "work|news|connection|mine|TEXT")]
    pub reason: Option<String>,
    /// The day of an earlier call: its reason is kept for you, and no note is written.
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with_all = ["length", "tone", "me", "sent", "format", "output"])]
    pub date: Option<Date>,
    /// It came from them: they were late, or had an emergency. Then it does not count as an exception.
    #[arg(long, conflicts_with = "sent")]
    pub theirs: bool,
    /// How long the note is.
    #[arg(long, value_enum, default_value_t = NoteLengthArg::Mail)]
    pub length: NoteLengthArg,
    /// Tone; by default that agreed with the client.
    #[arg(long, value_enum)]
    pub tone: Option<ToneArg>,
    /// Your name, under an email.
    #[arg(long, value_name = "NAME")]
    pub me: Option<String>,
    /// Remember that the note was sent to the client.
    #[arg(long)]
    pub sent: bool,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = LetterFormat::Text)]
    pub format: LetterFormat,
    /// In your own manner.
    #[command(flatten)]
    pub manner: InMyVoice,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue timesheet`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  segue timesheet --format toggl --email me@example.org --from 2026-11-01 --output november.csv\n  segue timesheet --format timewarrior --client Viktor --output import.sh\n\nPrivate minutes are separate entries that are not billed. Clockify takes dates as MM/DD/YYYY and times with AM and PM: set your profile so before the import."
)]
pub struct TimesheetArgs {
    /// The program that imports it.
    #[arg(long, value_enum)]
    pub format: TimesheetFormatArg,
    /// One client; all of them if none is named.
    #[arg(long, value_name = "NAME")]
    pub client: Option<String>,
    /// First day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Option<Date>,
    /// Last day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Option<Date>,
    /// Your name in that program.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    /// Your email address in that program; Toggl, Clockify and Kimai need it.
    #[arg(long, value_name = "ADDRESS", default_value = "", required_if_eq_any = [("format", "toggl"), ("format", "clockify"), ("format", "kimai")])]
    pub email: String,
    /// Time zone of your profile there; by default that of each call.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<TimeZone>,
    /// Language of the descriptions; by default that of segue.
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    /// Write to a file instead of the screen.
    #[arg(long, short, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// `segue calendar`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  segue calendar ~/work.ics\n\nThe next meeting with every client whose name is in a title or among the people is noted."
)]
pub struct CalendarArgs {
    /// A calendar file (.ics), as any calendar exports it.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Your time zone; by default that of this machine.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<TimeZone>,
}

/// `segue simulate`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  segue simulate /tmp/half-year && SEGUE_DATA=/tmp/half-year segue trend")]
pub struct SimulateArgs {
    /// An empty folder, or one to be made; nothing is ever added to clients of your own.
    #[arg(value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// The same seed gives the same half year.
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub seed: u64,
    /// The day after the half year; by default today.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// When a call is, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// By the clock on the wall.
    Here(DateTime),
    /// A moment by the clock of a place: its offset or zone was named.
    There(Zoned),
}

/// What the clocks do at a time that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clocks {
    /// They show it once.
    Once,
    /// They are put forward over it: it is never shown.
    Never,
    /// They are put back: it is shown twice.
    Twice,
}

impl When {
    /// The moment, by the clock of `here` unless a place was named; and what the clocks do then. A time that they leave out is
    /// told as they go on, of one that comes twice it is the first.
    pub fn at(&self, here: &TimeZone) -> (Option<Zoned>, Clocks) {
        match self {
            Self::Here(time) => {
                let found = here.to_ambiguous_zoned(*time);
                let clocks = match found.offset() {
                    AmbiguousOffset::Unambiguous { .. } => Clocks::Once,
                    AmbiguousOffset::Gap { .. } => Clocks::Never,
                    AmbiguousOffset::Fold { .. } => Clocks::Twice,
                };
                (found.compatible().ok(), clocks)
            }
            Self::There(moment) => (Some(moment.clone()), Clocks::Once),
        }
    }
}

/// A day with its time; an offset, a zone or Z counts.
pub fn when(text: &str) -> Result<When, String> {
    let text = text.trim();
    // A place, or else an offset.
    let there = || {
        let moment = text.parse::<Timestamp>().ok()?;
        let offset = Pieces::parse(text).ok()?.to_numeric_offset().unwrap_or(Offset::UTC);
        Some(moment.to_zoned(if offset == Offset::UTC { TimeZone::UTC } else { TimeZone::fixed(offset) }))
    };
    let moment = text.parse::<Zoned>().ok().or_else(there);
    // Whoever names only a day does not mean midnight.
    let time = text.split_once(['T', 't', ' ']).map(|(_, time)| time).filter(|time| time.contains(':'));
    let here = || {
        let time = time.filter(|time| !time.contains(['+', '-', 'Z', 'z', '[']));
        time.and_then(|_| text.parse().ok())
    };
    moment
        .map(When::There)
        .or_else(|| here().map(When::Here))
        .ok_or_else(|| "give a day and a time, such as 2026-11-26T10:00, or 2026-11-26T10:00+02:00 for one elsewhere".to_owned())
}

fn zone(text: &str) -> Result<TimeZone, String> {
    TimeZone::get(text).map_err(|_| "give a time zone such as Europe/Berlin".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Clocks, When, when};
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    #[test]
    fn an_offset_or_a_zone_of_a_time_counts() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (text, hour) in [
            ("2026-12-01T10:00", 10),
            ("2026-12-01 10:00", 10),
            ("2026-12-01T10:00+05:00", 6),
            ("2026-12-01T10:00Z", 11),
            ("2026-12-01T10:00[America/New_York]", 16),
        ] {
            let (time, clocks) = when(text).unwrap().at(&berlin);
            let time = time.unwrap();
            assert_eq!(
                (time.with_time_zone(berlin.clone()).datetime(), clocks),
                (date(2026, 12, 1).at(hour, 0, 0, 0), Clocks::Once),
                "{text}"
            );
            // The letter tells it as it was typed.
            assert_eq!(time.hour(), 10, "{text}");
        }
        assert!(matches!(when("2026-12-01T10:00"), Ok(When::Here(_))));
    }

    /// Half past two in the night of the clocks became half past three without a word.
    #[test]
    fn a_time_that_the_clocks_leave_out_or_show_twice_is_noticed() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        for (text, clocks, moment) in [
            ("2027-03-28T02:30", Clocks::Never, "2027-03-28T01:30:00Z"),
            ("2027-10-31T02:30", Clocks::Twice, "2027-10-31T00:30:00Z"),
            ("2027-10-31T02:30+01:00", Clocks::Once, "2027-10-31T01:30:00Z"),
            ("2027-10-31T03:30", Clocks::Once, "2027-10-31T02:30:00Z"),
        ] {
            let (time, found) = when(text).unwrap().at(&berlin);
            assert_eq!((time.unwrap().timestamp().to_string().as_str(), found), (moment, clocks), "{text}");
        }
    }

    #[test]
    fn what_names_no_time_of_a_day_is_refused_in_plain_words() {
        for text in ["tomorrow", "2026-12-01", "10:00", "2026-12-01T10:00[Nowhere/Land]", "2026-12-01T25:00", ""] {
            assert!(when(text).is_err_and(|why| why.starts_with("give a day and a time")), "{text}");
        }
    }
}
