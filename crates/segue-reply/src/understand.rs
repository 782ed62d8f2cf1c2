//! What a message says and what it needs, sentence by sentence.

mod asks;
mod tone;

pub use asks::{Ask, AskKind};
pub use tone::Mood;

use crate::dates::dates;
use crate::message::Message;
use crate::patterns::Heard;
use crate::sentences::sentences;
use segue_core::{Flag, Flags, Label, Lang, Probabilities, Role, Words};
use segue_topic::{Model, Said, Setting, read_both};
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
    /// A private fact moves the work, or an absence does.
    pub moves_work: bool,
    /// The dates named with it, in the message's own words.
    pub dates: Vec<Words>,
    /// It asks me about my private life.
    pub fishing: bool,
    /// It is pressed for time.
    pub urgent: bool,
    /// It says thank you.
    pub thanks: bool,
    /// It brings something for the work: a file, an approval, a payment.
    pub brings: bool,
}

impl Understood {
    /// Something private is told or asked, beside greetings.
    pub fn warm(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.need == Need::Warm)
    }
}

/// What a call about work sounds like before and after a message: the label model was trained on calls, in which a
/// turn that nothing comes before is a greeting, and one that nothing comes after a goodbye. Measured on labelled
/// messages, sentences read within these turns are told apart far better than alone.
const BEFORE: [[&str; 6]; 2] = [
    [
        "Let's go through the list, the draft first.",
        "The draft is in the folder, page two has the new text.",
        "Okay, I saw it, the layout works.",
        "Then I'll prepare the files for the printer.",
        "Yes, the files have to be there this week.",
        "Fine, what is next on the list?",
    ],
    [
        "Давайте по списку, сначала макет.",
        "Макет лежит в папке, на второй странице новый текст.",
        "Да, видел, вёрстка подходит.",
        "Тогда готовлю файлы для типографии.",
        "Да, файлы нужны на этой неделе.",
        "Хорошо, что дальше по списку?",
    ],
];
const AFTER: [[&str; 3]; 2] = [
    ["Let me write that down.", "The next item is the invoice for the second stage.", "Yes, the second stage is done."],
    ["Сейчас запишу.", "Следующий пункт — счёт за второй этап.", "Да, второй этап готов."],
];

/// The sentences as turns of the client in the middle of a call.
fn in_a_call<'a>(texts: &[&'a str], lang: Lang) -> Vec<Said<'a>> {
    let around = |texts: &[&'static str]| -> Vec<Said<'a>> {
        let role = |i: usize| if i.is_multiple_of(2) { Role::Client } else { Role::Me };
        texts.iter().enumerate().map(|(i, text)| Said { role: role(i), goes_on: false, text }).collect()
    };
    let mut said = around(&BEFORE[lang as usize]);
    said.extend(texts.iter().enumerate().map(|(i, text)| Said { role: Role::Client, goes_on: i > 0, text }));
    said.extend(around(&AFTER[lang as usize]));
    said
}

/// Reads a message. `about` is the project in a sentence or two; talk about it is business.
pub fn understand(message: &Message, about: &str, model: &Model) -> Understood {
    let lang = message.lang;
    let texts: Vec<&str> = sentences(message.text.as_str()).into_iter().take(MOST).collect();
    let said = in_a_call(&texts, lang);
    let setting = Setting::new(model, lang, true, about, &[]);
    // A message is there at once: every sentence is read with the whole of it in view.
    let (_, readings) = read_both(model, setting, &said);
    let readings = &readings[BEFORE[lang as usize].len()..];
    let project = Heard::new(about, lang);
    let mut read: Vec<tone::Read> =
        texts.iter().zip(readings).map(|(text, reading)| tone::Read::of(text, lang, reading, &project)).collect();
    tone::settle(&mut read);
    let mut understood = Understood {
        lang,
        sentences: Vec::with_capacity(texts.len()),
        asks: Vec::new(),
        mood: tone::mood(&read),
        care: read.iter().any(|one| one.care),
        moves_work: false,
        dates: Vec::new(),
        fishing: read.iter().any(|one| one.fishing),
        urgent: read.iter().any(|one| one.heard.has("urgent")),
        thanks: read.iter().any(|one| one.heard.has("thanks")),
        brings: read.iter().any(tone::Read::brings),
    };
    for (index, (text, one)) in texts.iter().zip(&read).enumerate() {
        let ask = asks::find(text, one, lang, index);
        let mut flags = one.flags;
        if one.moves_work {
            flags.insert(Flag::WorkImpact);
            understood.moves_work = true;
            understood.dates.extend(dates(text, lang).into_iter().map(Words::new));
        }
        // Work is asked for: that outweighs a label in doubt, unless something private is told along with it.
        let tells = ["kin", "hard", "good"].into_iter().any(|section| one.heard.has(section));
        let label = if ask.is_some() && !one.care && !tells { Label::Business } else { one.label };
        let probabilities = if label == one.label { one.probabilities } else { Probabilities::certain(label) };
        let need = match () {
            () if one.care => Need::Care,
            () if ask.is_some() => Need::Answer,
            () if one.warm() => Need::Warm,
            () => Need::None,
        };
        understood.asks.extend(ask);
        understood.sentences.push(Sentence { text: Words::new(*text), label, probabilities, flags, need });
    }
    understood.dates.dedup();
    understood.dates.truncate(DATES);
    understood
}
