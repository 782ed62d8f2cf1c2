//! What a message says and what it needs, sentence by sentence.

mod asks;
mod despair;
mod grave;
mod joy;
mod kind;
mod lists;
mod mood;
mod tone;
mod work;

pub use asks::Ask;
pub use despair::Despair;
pub use kind::AskKind;
pub use mood::Mood;

use crate::message::Message;
use crate::patterns::Heard;
use crate::sentences::sentences;
use segue_core::{Flag, Flags, Label, Lang, Probabilities, Words};
use segue_topic::read_message;
use serde::{Deserialize, Serialize};

/// Most sentences that are looked at; what comes after them is read by nobody in a hurry either.
const MOST: usize = 400;

/// Most dates that are named back.
const DATES: usize = 3;

/// What a sentence needs from me.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Nothing of its own.
    #[default]
    None,
    /// A business question or a request: an answer.
    Answer,
    /// Something private: at most one warm sentence for all of it.
    Warm,
    /// Something serious: care before anything else.
    Care,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: Words,
    /// What it is.
    pub label: Label,
    /// How sure that is.
    pub probabilities: Probabilities,
    /// What it does besides.
    pub flags: Flags,
    /// What it needs.
    pub need: Need,
}

/// A message that was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each holds or not, whatever the others do")]
pub struct Understood {
    /// Language.
    pub lang: Lang,
    /// Sentences in their order.
    pub sentences: Vec<Sentence>,
    /// What needs an answer, in its order.
    pub asks: Vec<Ask>,
    /// The tone of what is private; `None` where nothing is.
    pub mood: Option<Mood>,
    /// Something serious is told.
    pub care: bool,
    /// They do not want to live, or what they say may mean it: a call matters more than any draft.
    #[serde(default)]
    pub despair: Option<Despair>,
    /// A private fact moves the work, or an absence does.
    pub moves_work: bool,
    /// The dates named with it, in the message's own words.
    pub dates: Vec<Words>,
    /// It invites me, whatever else it wants of me.
    #[serde(default)]
    pub invites: bool,
    /// It asks me about my private life.
    pub fishing: bool,
    /// It is pressed for time.
    pub urgent: bool,
    /// It says thank you.
    pub thanks: bool,
    /// It brings something for the work: a file, an approval, a payment.
    pub brings: bool,
    /// It says what is to be left undone.
    #[serde(default)]
    pub leaves: bool,
    /// Something of it is to stay between us.
    #[serde(default)]
    pub confidence: bool,
    /// Dates of the work have to hold, whatever happened.
    #[serde(default)]
    pub holds: bool,
    /// It thanks for all that was done.
    #[serde(default)]
    pub thanked: bool,
    /// It gives leave to go on.
    #[serde(default)]
    pub goes_ahead: bool,
    /// It complains, or ends the work together.
    #[serde(default)]
    pub displeased: bool,
    /// Something serious is told, and that I hurt them.
    #[serde(default)]
    pub hurt: bool,
    /// It ends the work together, without a complaint.
    #[serde(default)]
    pub parting: bool,
}

impl Understood {
    /// Something private is told or asked, beside greetings.
    pub fn warm(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.need == Need::Warm)
    }
}

/// Reads a message. `about` is the project in a sentence or two; talk about it is business.
pub fn understand(message: &Message, about: &str) -> Understood {
    let lang = message.lang;
    let texts: Vec<&str> = sentences(message.text.as_str()).into_iter().take(MOST).collect();
    // What they say of their trade tells what the project is about.
    let trades = texts.iter().filter(|text| tone::says_trade(&Heard::new(text, lang))).copied();
    let project = Heard::new(&[about].into_iter().chain(trades).collect::<Vec<_>>().join(" "), lang);
    let readings = read_message(lang, &texts);
    let mut read: Vec<tone::Read> =
        texts.iter().zip(&readings).map(|(text, reading)| tone::Read::of(text, lang, reading, &project)).collect();
    // What is forwarded is about whoever wrote it: it asks me for nothing but work.
    let is_forwarded = |text: &str| text.as_ptr() as usize - message.text.as_str().as_ptr() as usize >= message.own;
    let own = texts.iter().position(|text| is_forwarded(text)).unwrap_or(texts.len());
    read[own..].iter_mut().for_each(tone::Read::of_somebody_else);
    // Who cannot go on like this complains where the work is spoken of; where it is not, they are not well.
    let of_work = read.iter().any(|one| one.heard.has("business") || one.displeased || one.heard.has("urgent"));
    let doubts = read.iter().filter(|one| one.despair.is_some() || one.worn_out).count();
    let dark = doubts > 1 && read.iter().any(|one| one.despair.is_some());
    // Whoever is worn out and says sorry does not complain.
    let sorry = read.iter().any(|one| one.heard.has("apology")) && !read.iter().any(|one| one.displeased);
    for one in read.iter_mut().filter(|one| one.worn_out) {
        one.displeased |= of_work && !one.care && !sorry && !dark;
        one.care |= !of_work;
        if !one.displeased {
            one.despair = one.despair.max(Some(if of_work { Despair::Possible } else { Despair::Plain }));
        }
    }
    // Two doubts are none.
    for one in read.iter_mut().filter(|one| dark && one.despair.is_some()) {
        one.despair = Some(Despair::Plain);
        one.care = true;
    }
    let despair = read.iter().filter_map(|one| one.despair).max();
    // Anger is a complaint where the work is spoken of. A reproach is no grave news, if no word of it is grave.
    let reproached = read.iter().any(|one| one.guilt);
    for one in &mut read {
        one.displeased |= one.angry && of_work;
        one.care &= !reproached || one.in_words || one.heard.has("kin") || one.despair.is_some();
    }
    joy::let_births_be_glad(&mut read);
    joy::celebrate_partings(&mut read);
    mood::leave_tears_open(&mut read);
    let displeased = read.iter().any(|one| one.displeased);
    let parting = displeased && read.iter().all(|one| one.parting || !one.displeased);
    let mut understood = Understood {
        lang,
        sentences: Vec::with_capacity(texts.len()),
        asks: Vec::new(),
        mood: mood::mood(&read).filter(|mood| !displeased || matches!(mood, Mood::Guilt | Mood::Hard)),
        care: read.iter().any(|one| one.care),
        despair,
        moves_work: false,
        dates: Vec::new(),
        invites: read.iter().any(|one| one.invites),
        fishing: read.iter().any(|one| one.fishing),
        urgent: read.iter().any(|one| one.heard.has("urgent")),
        thanks: read.iter().any(tone::Read::thanks),
        leaves: read.iter().any(|one| one.leaves() && !work::is_confidence(one)),
        confidence: read.iter().any(work::is_confidence),
        holds: read.iter().any(work::must_hold),
        thanked: read.iter().any(work::thanks_for_all),
        goes_ahead: false,
        brings: read.iter().any(tone::Read::brings),
        displeased,
        hurt: reproached && read.iter().any(|one| one.care) && read.iter().any(|one| one.guilt && one.heard.has("hurt")),
        parting,
    };
    for (index, (text, one)) in texts.iter().zip(&read).enumerate() {
        let mut asks = asks::find(text, one, lang, index);
        // Whoever asks me themselves forwards the rest for me to read.
        if index >= own && understood.asks.iter().any(|ask| ask.index < own) {
            asks.clear();
        }
        asks = lists::among(asks, index, &texts, &read, lang, &mut understood.asks);
        let mut flags = one.flags;
        understood.goes_ahead |= one.goes_ahead && asks.is_empty();
        let named = work::moved_dates(text, lang);
        // "Move the logo to the left" moves no work.
        let order =
            named.is_empty() && !asks.is_empty() && asks.iter().all(|ask| matches!(ask.kind, AskKind::Do | AskKind::Send));
        if one.moves_work && !(order && one.label == Label::Business) {
            flags.insert(Flag::WorkImpact);
            understood.moves_work = true;
            understood.dates.extend(named.into_iter().map(Words::new));
        }
        // Work is asked for: that outweighs a label in doubt, unless something private is told along with it.
        let tells = ["kin", "hard", "good"].into_iter().any(|section| one.heard.has(section));
        let label = if !asks.is_empty() && !one.care && !tells { Label::Business } else { one.label };
        let probabilities = if label == one.label { one.probabilities } else { Probabilities::certain(label) };
        let need = match () {
            () if one.care => Need::Care,
            () if !asks.is_empty() => Need::Answer,
            () if one.warm() => Need::Warm,
            () => Need::None,
        };
        // "It's quick, the same budget": what was asked right before is more work for the same money.
        let little = one.heard.has("little") && !one.care;
        if little
            && let Some(before) = understood.asks.last_mut().filter(|ask| ask.index + 1 == index)
            && matches!(before.kind, AskKind::Do | AskKind::Send | AskKind::Yes | AskKind::Extra)
        {
            before.kind = AskKind::Extra;
            asks.retain(|ask| !matches!(ask.kind, AskKind::Extra | AskKind::Price | AskKind::Yes));
        }
        understood.asks.extend(asks);
        understood.sentences.push(Sentence { text: Words::new(*text), label, probabilities, flags, need });
    }
    understood.dates.dedup();
    understood.dates.truncate(DATES);
    understood
}
