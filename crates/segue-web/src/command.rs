//! What the page asks for (`docs/live-api.md`, "Commands").

use crate::card::Card;
use jiff::civil::Date;
use segue_core::session::Key;
use segue_core::{Address, Ears, ExceptionKind, Kept, Kind, Label, Lang, Tone};
use serde::{Deserialize, Serialize};

/// A command of the page. What is typed in it can be words of the talk, so it is printed in tests only.
#[derive(Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(Debug))]
#[serde(tag = "do", rename_all = "lowercase")]
pub(crate) enum Command {
    /// Begin a call.
    Begin(Box<Begin>),
    /// A key was pressed.
    Key {
        /// Which.
        key: Key,
    },
    /// Go to an item of the agenda, also back to one.
    Item {
        /// Its place in the agenda.
        item: usize,
    },
    /// Listen in another way from now on.
    Ears {
        /// How.
        ears: Ears,
    },
    /// The page got or lost a microphone or a tab.
    Sound {
        /// 0 for the microphone, 1 for the other side.
        channel: u8,
        /// Whether its sound comes.
        state: Sounding,
        /// What the browser says about it, for the user.
        #[serde(default)]
        message: String,
    },
    /// Whether listening is fine with the client, and on which ground.
    Consent {
        /// True if it is.
        given: bool,
        /// On which ground, in the user's words.
        #[serde(default)]
        basis: String,
    },
    /// Why the call departed from the plan.
    Reason {
        /// In what.
        kind: ExceptionKind,
        /// Why, in the user's words.
        reason: String,
        /// True if it came from them.
        #[serde(default)]
        theirs: bool,
    },
    /// What a stretch of the debrief really was.
    Correct {
        /// First utterance.
        from: usize,
        /// Last utterance.
        to: usize,
        /// Its label.
        label: Label,
    },
    /// What is kept of this call.
    Keep {
        /// What.
        what: Kept,
    },
    /// Drop a parked topic.
    Drop {
        /// Its number in the state.
        parked: usize,
    },
    /// Say what a parked topic is about.
    Name {
        /// Its number in the state.
        parked: usize,
        /// What, in the user's words.
        topic: String,
    },
    /// Keep a parked topic for the next call, or not.
    Carry {
        /// Its number in the state.
        parked: usize,
        /// True to keep it.
        on: bool,
    },
    /// Keep something that the client told me.
    Remember {
        /// What, in the user's words.
        text: String,
    },
    /// Practise with somebody chatty.
    Rehearse {
        /// In the manner agreed with this client; may be empty.
        #[serde(default)]
        client: String,
        /// With whom; the next one if not given.
        #[serde(default)]
        with: Option<String>,
    },
    /// My answer in a rehearsal; without words, what segue would say.
    Answer {
        /// The words.
        text: String,
    },
    /// Hear my answers in a rehearsal, or hear them no more.
    Listen {
        /// Whether to.
        on: bool,
    },
    /// End the rehearsal and judge it.
    Judge,
    /// Leave the debrief, or a rehearsal.
    Close,
    /// Go on with a call that was cut off, or with the one just ended.
    Resume,
    /// End a call that was cut off where it broke off: its debrief comes.
    Settle,
    /// Forget a call that was cut off.
    Discard,
    /// Remember a client, or change what was agreed with one.
    Client {
        /// The name of one who is remembered; nothing for a new one.
        #[serde(default)]
        was: Option<String>,
        /// As they are from now on.
        card: Box<Card>,
        /// As the card was when it was shown: what was not changed on it since stays as it is by now.
        #[serde(default)]
        seen: Option<Box<Card>>,
    },
    /// Forget a client for good.
    Forget {
        /// Whom.
        client: String,
        /// Their name once more: nobody is forgotten by a slip.
        sure: String,
    },
    /// Take back the last step.
    Undo {
        /// The moment of the step that the user saw; if another one is the last by now, nothing is taken back.
        #[serde(default)]
        of: Option<String>,
    },
    /// Write an announcement: it is due in the next call.
    Announce(Box<Announce>),
    /// The announcement was said.
    Announced {
        /// To whom.
        client: String,
        /// When; today if not given.
        #[serde(default)]
        date: Option<Date>,
    },
    /// Why the last call with a client departed from the plan.
    Explain {
        /// With whom.
        client: String,
        /// A short name or the user's words; as it was if not given.
        #[serde(default)]
        reason: Option<String>,
        /// It came from them; as it was if not given.
        #[serde(default)]
        theirs: Option<bool>,
        /// They have the note.
        #[serde(default)]
        sent: bool,
    },
    /// Language of the page.
    Language {
        /// Which.
        lang: Lang,
    },
}

/// How a call begins. What is not given stays as it is remembered of the client.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Begin {
    /// Name of the client; may be empty.
    pub client: String,
    /// Planned minutes; 0 for an open end.
    pub minutes: Option<f64>,
    /// Agenda in order.
    pub agenda: Vec<String>,
    /// When we talk next, as one would say it.
    pub next_meeting: Option<String>,
    /// How to listen.
    pub ears: Option<Ears>,
    /// Language of the call.
    pub lang: Option<Lang>,
    /// Kind of call.
    pub kind: Option<Kind>,
    /// Form of address in Russian.
    pub address: Option<Address>,
    /// Tone of the lines.
    pub tone: Option<Tone>,
    /// The project in a sentence or two.
    pub about: Option<String>,
}

/// Four answers that become an announcement.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Announce {
    /// To whom.
    pub client: String,
    /// `busy`, `projects`, `none`, or in the user's words.
    pub why: String,
    /// `chat-at-end`, `work-only`, or in the user's words.
    pub change: String,
    /// Planned minutes from now on.
    pub minutes: Option<f64>,
    /// `hello`, `none`, or in the user's words.
    pub welcome: String,
    /// Tone; as agreed if not given.
    pub tone: Option<Tone>,
    /// The user's name, under the letter.
    pub me: Option<String>,
    /// Which length will be said.
    pub length: ScriptLength,
}

/// The length of an announcement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScriptLength {
    /// One breath.
    Breath,
    /// Half a minute.
    #[default]
    Half,
    /// A minute.
    Minute,
}

impl From<ScriptLength> for segue_phrasebook::Length {
    fn from(length: ScriptLength) -> Self {
        match length {
            ScriptLength::Breath => Self::OneBreath,
            ScriptLength::Half => Self::HalfMinute,
            ScriptLength::Minute => Self::Minute,
        }
    }
}

impl From<&Announce> for segue_core::AnnouncementWishes {
    fn from(asked: &Announce) -> Self {
        Self {
            why: asked.why.clone(),
            change: asked.change.clone(),
            minutes: asked.minutes,
            welcome: asked.welcome.clone(),
            tone: asked.tone,
            me: asked.me.clone().filter(|me| !me.trim().is_empty()),
        }
    }
}

/// Whether the sound of a channel comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sounding {
    /// Nobody asked for it.
    #[default]
    Off,
    /// It comes.
    On,
    /// It came, or should come, and does not.
    Lost,
}

#[cfg(test)]
mod tests {
    use super::{Command, Sounding};
    use segue_core::session::Key;
    use segue_core::{Ears, ExceptionKind, Kept, Label};

    #[test]
    fn commands_as_the_page_writes_them() {
        let read = |text: &str| serde_json::from_str::<Command>(text).unwrap();
        assert_eq!(read(r#"{"do":"key","key":"said_it"}"#), Command::Key { key: Key::SaidIt });
        assert_eq!(read(r#"{"do":"keep","what":"business-words"}"#), Command::Keep { what: Kept::BusinessWords });
        assert_eq!(
            read(r#"{"do":"correct","from":1,"to":2,"label":"smalltalk"}"#),
            Command::Correct { from: 1, to: 2, label: Label::Smalltalk }
        );
        assert_eq!(
            read(r#"{"do":"sound","channel":1,"state":"lost","message":"ended"}"#),
            Command::Sound { channel: 1, state: Sounding::Lost, message: "ended".into() }
        );
        assert_eq!(
            read(r#"{"do":"reason","kind":"long_greeting","reason":"late","theirs":true}"#),
            Command::Reason { kind: ExceptionKind::LongGreeting, reason: "late".into(), theirs: true }
        );
        let Command::Begin(begin) = read(r#"{"do":"begin","client":"Viktor","minutes":30,"agenda":["Logo"],"ears":"none"}"#)
        else {
            panic!("not a beginning")
        };
        assert_eq!((begin.client.as_str(), begin.minutes, begin.ears), ("Viktor", Some(30.0), Some(Ears::None)));
        let Command::Client { was: None, card, seen: None } = read(r#"{"do":"client","card":{"name":"Viktor"}}"#) else {
            panic!("not a new client")
        };
        assert_eq!(card.name, "Viktor");
        assert!(matches!(read(r#"{"do":"announce","client":"Viktor","why":"busy","length":"breath"}"#), Command::Announce(_)));
        assert!(serde_json::from_str::<Command>(r#"{"do":"forget","client":"Viktor"}"#).is_err(), "one has to be sure");
        assert!(serde_json::from_str::<Command>(r#"{"do":"fly"}"#).is_err());
    }
}
