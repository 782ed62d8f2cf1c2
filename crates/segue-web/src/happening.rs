//! What happens in a call, as it is remembered until the call is over: replaying it gives the call again.

use segue_call::Recognised;
use segue_core::session::{Floor, Key, PlainWords};
use segue_core::{
    AgendaItem, Client, Ears, ExceptionKind, Flag, Flags, Kept, Label, Probabilities, Reading, Role, Utterance, Words,
};
use segue_phrasebook::LineMemory;
use segue_topic::LiveReading;
use serde::{Deserialize, Serialize};

/// How a call began: everything that a replay needs besides what happened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Opening {
    /// The client, with the boundary as it holds today.
    pub client: Client,
    /// Agenda.
    pub agenda: Vec<AgendaItem>,
    /// When it began, with its time zone.
    pub started: jiff::Zoned,
    /// What is known of lines with this client.
    pub memory: LineMemory,
}

/// Something that happened, seconds after the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Seconds from the start of the call.
    pub at: f64,
    /// What.
    #[serde(flatten)]
    pub happening: Happening,
}

/// What can happen in a call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Happening {
    /// A key was pressed.
    Key {
        /// Which.
        key: Key,
    },
    /// An item of the agenda was taken up, perhaps once more.
    Item {
        /// Its place in the agenda.
        item: usize,
    },
    /// Somebody began to speak, or nobody speaks any more.
    Speaking {
        /// True if somebody speaks.
        on: bool,
    },
    /// An utterance was heard.
    Heard(Box<HeardWords>),
    /// Speech was not recognised, since recognition did not keep up.
    Skipped {
        /// So much of it.
        seconds: f64,
    },
    /// Listening goes on in another way.
    Ears {
        /// How.
        ears: Ears,
    },
    /// The client was asked whether listening is fine.
    Consent {
        /// The answer.
        given: bool,
    },
    /// A reason for a departure from the plan.
    Reason {
        /// In what.
        kind: ExceptionKind,
        /// Why.
        reason: String,
        /// True if it came from them.
        theirs: bool,
    },
    /// A parked topic was dropped.
    Drop {
        /// Which.
        parked: usize,
    },
    /// The user gave a parked topic a name.
    Name {
        /// Which.
        parked: usize,
        /// In the user's words; empty where they may not be kept.
        topic: String,
    },
    /// Whether a parked topic is kept for the next call, as its few words.
    Carry {
        /// Which.
        parked: usize,
        /// True to keep it.
        on: bool,
    },
    /// The user put a label right.
    Correct {
        /// First utterance.
        from: usize,
        /// Last utterance.
        to: usize,
        /// What it was.
        label: Label,
    },
    /// What is kept of this call.
    Keep {
        /// What.
        what: Kept,
    },
    /// Nothing happened, and the call goes on.
    Beat,
    /// Nobody followed the call until now: the computer slept, or the program was not running.
    Away {
        /// For so many seconds.
        seconds: f64,
    },
    /// Something the user was told about the listening.
    Notice {
        /// What, in English; no words of the talk.
        text: String,
        /// The same in Russian; empty where it is as in English.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        russian: String,
    },
}

/// An utterance with what was understood of it. On disk its words may be missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeardWords {
    /// Seconds.
    pub start: f64,
    /// Seconds.
    pub end: f64,
    /// Who.
    pub role: Role,
    /// The words, unless they may not be kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Words>,
    /// The words of the utterance before it, if that is business beyond doubt, also now that this one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Words>,
    /// How many words.
    pub count: usize,
    /// Who had the floor when it was known.
    #[serde(default)]
    pub floor: Floor,
    /// What was understood; `None` before it was.
    pub understood: Option<Understood>,
}

/// What was understood of an utterance, as it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// What it is.
    #[serde(flatten)]
    pub now: Known,
    /// What the utterance before it is, now that this one is known; journals of earlier versions do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Known>,
    /// Agenda item.
    pub item: Option<usize>,
    /// What was recognised in words of mine; journals of earlier versions do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
}

/// What was recognised in words of mine, as it is written down: no words, so that what was said aloud is known after a
/// crash where none may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// They announced the boundary that was to be announced.
    pub announced: bool,
    /// The number of the line that they said.
    pub said: Option<u32>,
    /// What else they plainly do; journals of earlier versions do not say.
    #[serde(default)]
    pub plain: PlainWords,
}

impl From<Recognised> for Told {
    fn from(Recognised { announced, said, plain }: Recognised) -> Self {
        Self { announced, said, plain }
    }
}

impl From<Told> for Recognised {
    fn from(Told { announced, said, plain }: Told) -> Self {
        Self { announced, said, plain }
    }
}

/// A reading, as it is written down.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Label.
    pub label: Label,
    /// Probabilities.
    pub probabilities: Probabilities,
    /// Flags.
    pub flags: Flags,
    /// How likely a way back is wanted; journals of earlier versions do not say.
    #[serde(default)]
    pub wanted: Option<f32>,
}

impl From<Reading> for Known {
    fn from(Reading { label, probabilities, flags, wanted }: Reading) -> Self {
        Self { label, probabilities, flags, wanted }
    }
}

impl From<Known> for Reading {
    fn from(Known { label, probabilities, flags, wanted }: Known) -> Self {
        Self { label, probabilities, flags, wanted }
    }
}

impl Known {
    /// True if the words may be kept where those of business are: nothing private, and nothing that leads back from it.
    pub fn is_business_beyond_doubt(&self) -> bool {
        !self.probabilities.may_be_private(self.label) && !self.flags.has(Flag::SteerBack)
    }
}

impl Understood {
    /// What was understood of an utterance, and recognised in it.
    pub fn of(LiveReading { reading, before, agenda_item }: LiveReading, recognised: Recognised) -> Self {
        Self { now: reading.into(), before: before.map(Into::into), item: agenda_item, told: Some(recognised.into()) }
    }
}

impl From<Understood> for LiveReading {
    fn from(Understood { now, before, item, .. }: Understood) -> Self {
        Self { reading: now.into(), before: before.map(Into::into), agenda_item: item }
    }
}

impl HeardWords {
    /// An utterance just recognised.
    pub fn new(utterance: Utterance, floor: Floor) -> Self {
        Self {
            start: utterance.start,
            end: utterance.end,
            role: utterance.speaker.role,
            count: utterance.text.count(),
            words: Some(utterance.text),
            earlier: None,
            floor,
            understood: None,
        }
    }
}

impl Entry {
    /// As it may be written to disk under a keeping rule: every word where every word is kept. Where those of business are, the
    /// words of an utterance come with the next one, since only that shows whether they led into something private. The name of a
    /// parked topic is written where the topic is `carried` to the next call.
    pub fn for_disk(&self, kept: Kept, carried: impl Fn(usize) -> bool) -> Self {
        let mut entry = self.clone();
        match &mut entry.happening {
            Happening::Heard(heard) => {
                if kept != Kept::Everything {
                    heard.words = None;
                }
                if kept != Kept::BusinessWords {
                    heard.earlier = None;
                }
            }
            Happening::Name { parked, topic } if kept != Kept::Everything && !carried(*parked) => topic.clear(),
            _ => {}
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Happening, HeardWords, Known, Told, Understood};
    use segue_core::session::{Floor, PlainWords};
    use segue_core::{Flag, Flags, Kept, Label, Probabilities, Role, Words};

    #[test]
    fn journals_of_earlier_versions_say_less() {
        let old = r#"{"label":"personal","probabilities":{"business":0.1,"smalltalk":0.1,"personal":0.7,"framing":0.1},"flags":["serious"],"item":null}"#;
        let old: Understood = serde_json::from_str(old).unwrap();
        assert_eq!((old.now.wanted, old.before, old.told), (None, None, None));
        let plain = PlainWords { work_done: true, ..PlainWords::default() };
        let told = Understood { before: Some(old.now), told: Some(Told { announced: false, said: Some(3), plain }), ..old };
        let text = serde_json::to_string(&told).unwrap();
        assert_eq!(serde_json::from_str::<Understood>(&text).unwrap(), told);
        let earlier: Told = serde_json::from_str(r#"{"announced":true,"said":null}"#).unwrap();
        assert_eq!(earlier, Told { announced: true, said: None, plain: PlainWords::default() });
    }

    #[test]
    fn words_reach_the_disk_as_the_keeping_rule_says() {
        let known = |label| Known { label, probabilities: Probabilities::certain(label), flags: Flags::NONE, wanted: None };
        let heard = Entry {
            at: 2.0,
            happening: Happening::Heard(Box::new(HeardWords {
                start: 1.0,
                end: 2.0,
                role: Role::Client,
                words: Some(Words::new("not known yet")),
                earlier: Some(Words::new("known to be business")),
                count: 3,
                floor: Floor::Open,
                understood: Some(Understood { now: known(Label::Business), before: None, item: None, told: None }),
            })),
        };
        for (kept, now, earlier) in [
            (Kept::Nothing, false, false),
            (Kept::Figures, false, false),
            (Kept::BusinessWords, false, true),
            (Kept::Everything, true, false),
        ] {
            let entry = heard.for_disk(kept, |_| false);
            let text = serde_json::to_string(&entry).unwrap();
            assert_eq!((text.contains("not known"), text.contains("known to be")), (now, earlier), "{kept:?}");
            assert_eq!(serde_json::from_str::<Entry>(&text).unwrap(), entry);
        }
    }

    #[test]
    fn what_may_be_private_or_leads_back_from_it_is_not_business_beyond_doubt() {
        let sure = Probabilities::certain;
        let unsure = Probabilities { business: 0.7, smalltalk: 0.1, personal: 0.15, framing: 0.05 };
        for (label, probabilities, flags, beyond_doubt) in [
            (Label::Business, sure(Label::Business), vec![], true),
            (Label::Framing, sure(Label::Framing), vec![], true),
            (Label::Framing, sure(Label::Framing), vec![Flag::SteerBack], false),
            (Label::Business, unsure, vec![], false),
            (Label::Personal, sure(Label::Personal), vec![], false),
        ] {
            let known = Known { label, probabilities, flags: flags.into_iter().collect(), wanted: None };
            assert_eq!(known.is_business_beyond_doubt(), beyond_doubt, "{known:?}");
        }
    }
}
