//! What a line must be: the checks that built-in lines and lines of the user's own pass alike.

use crate::language::Language;
use crate::slots::{Filling, Slot};
use crate::spoken::{MOST_SECONDS, seconds_to_say, words, words_too_many};
use crate::wording::{Voice, Wording};
use crate::{address, sources};
use fluent_bundle::FluentArgs;
use segue_core::phrases::{Section, sections};
use segue_core::{Address, Lang, tokens};
use std::sync::LazyLock;

static FORBIDDEN: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::FORBIDDEN.map(sections));
static PROMISE: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::PROMISE.map(sections));
static NEXT: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::NEXT.map(sections));
static DONE: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::DONE.map(sections));
static LATER: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::LATER.map(sections));
static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(sources::FAULT_EN, sources::FAULT_RU));

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.in_words(Lang::En))]
pub enum LineFault {
    /// It has no words.
    Empty,
    /// It takes too long to say, slots counted at three words.
    TooLong {
        /// Seconds it takes.
        seconds: f64,
        /// Words to leave out.
        words: usize,
    },
    /// It has a slot that does not exist.
    UnknownSlot {
        /// The name given.
        slot: String,
    },
    /// It has a brace without its pair.
    Braces,
    /// It is not written in the language it is for.
    WrongLanguage {
        /// The language wanted.
        lang: Lang,
    },
    /// It has both ты and вы.
    MixedAddress,
    /// It is for one form of address and has the other.
    OtherAddress {
        /// The form wanted.
        wanted: Address,
    },
    /// It has wording that may hurt or sounds put on.
    Wording {
        /// The wording.
        phrase: String,
    },
    /// It promises a next meeting without the slot for it.
    Promise {
        /// The words that promise.
        phrase: String,
    },
    /// The same line is there already.
    Duplicate {
        /// Id of the line that is there.
        id: String,
    },
    /// There is no line of this id.
    UnknownLine {
        /// The id given.
        id: String,
    },
}

impl LineFault {
    /// What is wrong and what to do, in a sentence for the user.
    pub fn in_words(&self, lang: Lang) -> String {
        let mut args = FluentArgs::new();
        let name = match self {
            Self::Empty => "fault-empty",
            Self::TooLong { seconds, words } => {
                args.set("seconds", (seconds * 10.0).round() / 10.0);
                args.set("most", MOST_SECONDS);
                args.set("words", *words);
                "fault-too-long"
            }
            Self::UnknownSlot { slot } => {
                args.set("slot", slot.as_str());
                args.set("slots", Slot::ALL.map(|slot| format!("{{{}}}", slot.name())).join(", "));
                "fault-unknown-slot"
            }
            Self::Braces => {
                args.set("example", "{next-item}");
                "fault-braces"
            }
            Self::WrongLanguage { lang: wanted } => {
                let name = format!("lang-{}", wanted.code());
                args.set("lang", WORDING.text(&name, Voice::plain(lang), &FluentArgs::new()).unwrap_or_default());
                "fault-wrong-language"
            }
            Self::MixedAddress => "fault-mixed-address",
            Self::OtherAddress { wanted } => {
                let found = if *wanted == Address::Ty { Address::Vy } else { Address::Ty };
                args.set("wanted", address::name(*wanted));
                args.set("found", address::name(found));
                "fault-other-address"
            }
            Self::Wording { phrase } => {
                args.set("phrase", phrase.as_str());
                "fault-wording"
            }
            Self::Promise { phrase } => {
                args.set("phrase", phrase.as_str());
                args.set("example", "{next-meeting}");
                "fault-promise"
            }
            Self::Duplicate { id } => {
                args.set("id", id.as_str());
                "fault-duplicate"
            }
            Self::UnknownLine { id } => {
                args.set("id", id.as_str());
                "fault-unknown-line"
            }
        };
        WORDING.text(name, Voice::plain(lang), &args).unwrap_or_default()
    }
}

/// "Change 2: …", for the user.
pub(crate) fn change_in_words(number: usize, fault: &LineFault, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("number", number);
    args.set("fault", fault.in_words(lang));
    WORDING.text("fault-change", Voice::plain(lang), &args).unwrap_or_default()
}

/// A user's text as the value of a Fluent message: one line, only known slots and amounts in braces.
pub(crate) fn as_message(text: &str, language: &Language) -> Result<String, LineFault> {
    let mut message = String::new();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    while let Some(open) = rest.find(['{', '}']) {
        let close = rest[open..].find('}').map(|at| open + at).filter(|_| rest[open..].starts_with('{'));
        let close = close.ok_or(LineFault::Braces)?;
        let name = rest[open + 1..close].trim().trim_start_matches('$').trim();
        message.push_str(&rest[..open]);
        if let Some(slot) = Slot::from_name(name) {
            message.push_str("{ $");
            message.push_str(slot.name());
        } else if language.has_amount(name) {
            message.push_str("{ ");
            message.push_str(name);
        } else if name.contains('{') || name.is_empty() {
            return Err(LineFault::Braces);
        } else {
            return Err(LineFault::UnknownSlot { slot: name.to_owned() });
        }
        message.push_str(" }");
        rest = &rest[close + 1..];
    }
    message.push_str(rest);
    if tokens(&message).is_empty() { Err(LineFault::Empty) } else { Ok(message) }
}

/// Checks the words of a line as they are in the book. `template` has its slots open.
pub(crate) fn check_words(template: &str, language: &Language, form: &crate::language::Form) -> Result<(), LineFault> {
    let lang = language.lang;
    let filled = language.format(form, &Filling::of_usual_length()).ok_or(LineFault::Braces)?;
    let seconds = seconds_to_say(&filled);
    if seconds > MOST_SECONDS {
        return Err(LineFault::TooLong { seconds, words: words_too_many(words(&filled)) });
    }
    let bare = without_slots(template);
    check_text(&bare, lang)?;
    if !form.slots.has(Slot::NextMeeting)
        && let Some(phrase) = promised(&bare, lang)
    {
        return Err(LineFault::Promise { phrase });
    }
    Ok(())
}

/// Checks any text that goes to a client: its language, its wording, one form of address.
///
/// # Errors
/// [`LineFault::WrongLanguage`], [`LineFault::Wording`] or [`LineFault::MixedAddress`].
pub fn check_text(text: &str, lang: Lang) -> Result<(), LineFault> {
    if Lang::of_text(text).is_some_and(|found| found != lang) {
        return Err(LineFault::WrongLanguage { lang });
    }
    if let Some(phrase) = first_in(&FORBIDDEN[lang as usize], &tokens(text)) {
        return Err(LineFault::Wording { phrase });
    }
    if lang == Lang::Ru && address::of(text) == (true, true) {
        return Err(LineFault::MixedAddress);
    }
    Ok(())
}

/// The first words of a text that name a next meeting.
pub fn promised(text: &str, lang: Lang) -> Option<String> {
    first_in(&PROMISE[lang as usize], &tokens(text))
}

/// True if a line that puts a topic aside promises time for it in the same call. `template` has its slots open.
pub(crate) fn promises_later(template: &str, lang: Lang) -> bool {
    first_in(&LATER[lang as usize], &tokens(&without_slots(template))).is_some()
}

/// True if a line that brings a topic back says that the work is done.
pub(crate) fn says_done(template: &str, lang: Lang) -> bool {
    first_in(&DONE[lang as usize], &tokens(&without_slots(template))).is_some()
}

/// True if a line speaks of a next item; `names_item` if it has the blank for one.
pub(crate) fn speaks_of_next(template: &str, lang: Lang, names_item: bool) -> bool {
    let said = tokens(&without_slots(template));
    let sections = NEXT[lang as usize].iter().filter(|section| names_item || section.name != "item");
    sections.flat_map(|section| &section.phrases).any(|phrase| phrase.is_heard_in(&said))
}

/// True if a line speaks of the call it is said in.
pub(crate) fn names_a_call(template: &str, lang: Lang) -> bool {
    tokens(&without_slots(template)).iter().any(|word| match lang {
        Lang::En => matches!(word.as_str(), "call" | "calls"),
        Lang::Ru => word.starts_with("созвон"),
    })
}

/// The template without what stands in braces.
pub(crate) fn without_slots(template: &str) -> String {
    let mut depth = 0_usize;
    template
        .chars()
        .filter(|&c| {
            depth = match c {
                '{' => depth + 1,
                '}' => depth.saturating_sub(1),
                _ => depth,
            };
            depth == 0 && c != '}'
        })
        .collect()
}

fn first_in(sections: &[Section], said: &[String]) -> Option<String> {
    sections.iter().flat_map(|section| &section.phrases).find(|phrase| phrase.stands_in(said)).map(|phrase| phrase.text.clone())
}
