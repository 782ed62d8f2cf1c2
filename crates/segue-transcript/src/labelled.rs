//! Labelled calls of the project: JSON Lines, a head, turns, and the drifts that a reader marked.

use crate::raw::{self, Raw};
use crate::{Fault, Parsed, ReadError};
use segue_core::{Flag, Flags, Kind, Label, Lang, Role, Source, Timing, Transcript};
use serde::Deserialize;

/// The head of a labelled call.
#[derive(Clone, Debug, Deserialize)]
pub struct Header {
    /// Name of the call.
    pub call: String,
    /// Language.
    pub lang: Lang,
    /// Kind of call.
    pub kind: Kind,
    /// `call` or `chat`.
    pub channel: String,
    /// My name.
    pub me: String,
    /// My trade.
    #[serde(default)]
    pub trade: String,
    /// Who the client is.
    #[serde(default)]
    pub client: String,
    /// Planned length in minutes.
    pub planned_minutes: Option<f64>,
    /// How loose the boundary has become.
    #[serde(default)]
    pub history: String,
    /// Agenda.
    #[serde(default)]
    pub agenda: Vec<String>,
    /// How the words are written: `clean`, `spoken` or `asr`.
    #[serde(default)]
    pub style: String,
}

/// Whether a drift wants a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CueWanted {
    /// A line would help.
    Yes,
    /// A line would hurt.
    No,
    /// It may be left alone for a while.
    Wait,
}

/// A drift that a reader marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledDrift {
    /// First utterance, from 0.
    pub from: usize,
    /// Last utterance.
    pub to: usize,
    /// Who opened it.
    pub by: Role,
    /// Whether it wants a cue.
    pub cue: CueWanted,
    /// Why.
    pub why: String,
}

/// A labelled call.
#[derive(Clone, Debug)]
pub struct LabelledCall {
    /// Its head.
    pub header: Header,
    /// Its utterances, with roles.
    pub transcript: Transcript,
    /// The reader's label of each utterance.
    pub labels: Vec<Label>,
    /// The reader's flags of each utterance; those that segue does not know are left out.
    pub flags: Vec<Flags>,
    /// The drifts that the reader marked.
    pub drifts: Vec<LabelledDrift>,
}

#[derive(Deserialize)]
struct Turn {
    #[serde(rename = "turn")]
    number: usize,
    speaker: String,
    #[serde(default)]
    role: Role,
    text: String,
    label: Option<Label>,
    #[serde(default)]
    flags: Vec<String>,
    start: Option<f64>,
    end: Option<f64>,
    at: Option<jiff::civil::DateTime>,
}

#[derive(Deserialize)]
struct Drift {
    from_turn: usize,
    to_turn: usize,
    by: Role,
    cue: CueWanted,
    #[serde(default)]
    why: String,
}

/// Reads a labelled call with its labels.
///
/// # Errors
/// If it has no head or no turn.
pub fn read_labelled(bytes: &[u8]) -> Result<LabelledCall, ReadError> {
    let (text, _) = crate::encoding::decode(bytes);
    let nothing = || ReadError::NothingReadable { what: Source::Labelled };
    let header: Header = text.lines().next().and_then(|line| serde_json::from_str(line).ok()).ok_or_else(nothing)?;
    let mut parsed = parse(&text);
    let turns: Vec<Turn> = text.lines().skip(1).filter_map(|line| serde_json::from_str(line).ok()).collect();
    let utterances = raw::finish(std::mem::take(&mut parsed.raws), parsed.timing, &mut parsed.faults);
    if utterances.is_empty() {
        return Err(nothing());
    }
    let position = |turn: usize| turns.iter().position(|t| t.number == turn);
    let drifts = text.lines().skip(1).filter_map(|line| serde_json::from_str::<Drift>(line).ok());
    let drifts = drifts
        .filter_map(|d| {
            Some(LabelledDrift { from: position(d.from_turn)?, to: position(d.to_turn)?, by: d.by, cue: d.cue, why: d.why })
        })
        .collect();
    let known = |name: &String| Flag::ALL.into_iter().find(|flag| flag.name() == name);
    Ok(LabelledCall {
        labels: turns.iter().map(|t| t.label.unwrap_or_default()).collect(),
        flags: turns.iter().map(|t| t.flags.iter().filter_map(known).collect()).collect(),
        transcript: Transcript {
            source: Source::Labelled,
            lang: Some(header.lang),
            timing: parsed.timing,
            utterances,
            problems: Vec::new(),
        },
        drifts,
        header,
    })
}

pub(crate) fn parse(text: &str) -> Parsed {
    let header: Option<Header> = text.lines().next().and_then(|line| serde_json::from_str(line).ok());
    let chat = header.as_ref().is_some_and(|h| h.channel == "chat");
    let mut parsed =
        Parsed { timing: if chat { Timing::Chat } else { Timing::Spoken }, lang: header.map(|h| h.lang), ..Parsed::default() };
    let mut zero = None;
    for (i, line) in text.lines().enumerate().skip(1) {
        if line.trim().is_empty() || serde_json::from_str::<Drift>(line).is_ok() {
            continue;
        }
        let Ok(turn) = serde_json::from_str::<Turn>(line) else {
            parsed.faults.push((Some(i + 1), Fault::Json));
            continue;
        };
        let at = turn.at.and_then(|at| Some(at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second() as f64));
        let zero = *zero.get_or_insert(at.unwrap_or(0.0));
        let start = turn.start.or(at.map(|at| at - zero));
        parsed.raws.push(Raw { line: i + 1, start, end: turn.end, speaker: turn.speaker, role: turn.role, text: turn.text });
    }
    parsed
}
