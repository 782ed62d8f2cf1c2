//! Labelled calls of the project: JSON Lines, a head, turns, and the drifts that a reader marked.

use crate::found::Found;
use crate::lines::Lines;
use crate::{Fault, ReadError, encoding, settle};
use segue_core::{Flag, Flags, Kind, Label, Lang, Role, Source, Timing, Transcript};
use serde::Deserialize;
use std::collections::HashMap;

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
    #[serde(default)]
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

/// A line of the file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Turn(Turn),
    Drift(Drift),
    Header(Box<Header>),
}

#[derive(Deserialize)]
struct Turn {
    #[serde(default)]
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

/// Everything in the file.
#[derive(Default)]
pub(crate) struct Call {
    pub found: Found,
    pub header: Option<Header>,
    labels: Vec<Label>,
    flags: Vec<Flags>,
    drifts: Vec<Drift>,
    positions: HashMap<usize, usize>,
}

/// Reads a labelled call with its labels.
///
/// # Errors
/// [`ReadError::NotLabelled`] if its first line is no head, [`ReadError::NothingReadable`] if it has no turn.
pub fn read_labelled(bytes: &[u8]) -> Result<LabelledCall, ReadError> {
    let (text, problems) = encoding::decode(bytes);
    let mut call = parse(&text);
    call.found.problems.append(problems);
    let header = call.header.ok_or(ReadError::NotLabelled)?;
    if call.found.utterances.is_empty() {
        return Err(ReadError::NothingReadable { taken_for: Source::Labelled });
    }
    settle::settle(&mut call.found);
    let drifts = call.drifts.into_iter().filter_map(|drift| {
        let position = |turn| call.positions.get(&turn).copied();
        let (from, to) = (position(drift.from_turn)?, position(drift.to_turn)?);
        (from <= to).then_some(LabelledDrift { from, to, by: drift.by, cue: drift.cue, why: drift.why })
    });
    Ok(LabelledCall {
        drifts: drifts.collect(),
        labels: call.labels,
        flags: call.flags,
        transcript: Transcript {
            source: Source::Labelled,
            lang: Some(header.lang),
            timing: call.found.timing,
            began: None,
            utterances: call.found.utterances,
            problems: call.found.problems.into_list(Lang::En),
        },
        header,
    })
}

/// Reads the lines; a turn is one utterance.
pub(crate) fn parse(text: &str) -> Call {
    let mut call = Call::default();
    let mut zero = None;
    let mut lines = Lines::of(text);
    while let Some((number, line)) = lines.next() {
        let line = line.trim().trim_start_matches('\u{feff}');
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(Line::Turn(turn)) => call.add(number, &turn, &mut zero),
            Ok(Line::Drift(drift)) => call.drifts.push(drift),
            Ok(Line::Header(header)) => {
                call.found.lang = Some(header.lang);
                if header.channel == "chat" {
                    call.found.timing = Timing::Chat;
                }
                call.header.get_or_insert(*header);
            }
            Err(_) => {
                let cut = lines.peek().is_none() && !line.ends_with('}');
                call.found.problems.at(number, if cut { Fault::Cut } else { Fault::BrokenJson });
            }
        }
    }
    call
}

impl Call {
    fn add(&mut self, line: u32, turn: &Turn, zero: &mut Option<f64>) {
        let moment = |at: jiff::civil::DateTime| Some(at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second() as f64);
        let at = turn.at.and_then(moment);
        if at.is_some() && self.header.is_none() {
            self.found.timing = Timing::Chat;
        }
        if let Some(at) = at {
            zero.get_or_insert(at);
        }
        let start = turn.start.or_else(|| Some(at? - (*zero)?));
        self.positions.entry(turn.number).or_insert(self.labels.len());
        self.labels.push(turn.label.unwrap_or_default());
        self.flags.push(turn.flags.iter().filter_map(|name| Flag::ALL.into_iter().find(|flag| flag.name() == name)).collect());
        self.found.push(line, (start, turn.end), &turn.speaker, &turn.text);
        if let Some(utterance) = self.found.utterances.last_mut() {
            utterance.speaker.role = turn.role;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: &str = r#"{"call":"x","lang":"en","kind":"client","channel":"call","me":"Dana","client":"Viktor, a baker","planned_minutes":15,"agenda":["menu"],"style":"clean"}
{"turn":1,"speaker":"Dana","role":"me","text":"hello","label":"framing","flags":[],"start":0.0,"end":1.0}
{"turn":2,"speaker":"Viktor","role":"client","text":"my knee hurts","label":"personal","flags":["disclosure","sarcasm"],"start":1.2,"end":3.0}
{"turn":3,"speaker":"Dana","role":"me","text":"sorry","label":"personal","flags":[],"start":3.1,"end":3.9}
{"drift":1,"from_turn":2,"to_turn":3,"by":"client","cue":"no","why":"serious"}
"#;

    #[test]
    fn a_call_with_everything() {
        let call = read_labelled(CALL.as_bytes()).unwrap();
        assert_eq!((call.transcript.utterances.len(), call.labels.len(), call.flags.len()), (3, 3, 3));
        assert_eq!(call.labels[1], Label::Personal);
        assert_eq!(call.flags[1], Flags::from(Flag::Disclosure));
        let drift = LabelledDrift { from: 1, to: 2, by: Role::Client, cue: CueWanted::No, why: "serious".into() };
        assert_eq!(call.drifts, [drift]);
        assert_eq!(call.transcript.utterances[1].speaker.role, Role::Client);
        assert_eq!(call.transcript.problems, []);
    }

    #[test]
    fn a_damaged_line_is_named_and_the_rest_read() {
        let broken = CALL.replace("\"text\":\"my knee hurts\",", "");
        let call = read_labelled(broken.as_bytes()).unwrap();
        assert_eq!((call.transcript.utterances.len(), call.labels.len()), (2, 2));
        assert_eq!(call.transcript.problems[0].line, Some(3));
        assert!(call.drifts.is_empty());
        assert_eq!(read_labelled(b"{}").unwrap_err(), ReadError::NotLabelled);
    }
}
