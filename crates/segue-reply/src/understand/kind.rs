//! What is asked for, and so which place an answer has.

use crate::patterns::Heard;
use segue_core::Lang;
use serde::{Deserialize, Serialize};

/// What is asked for, and so what an answer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AskKind {
    /// A date or a time.
    When,
    /// An amount.
    Price,
    /// A call or a meeting.
    Meet,
    /// Something to be sent.
    Send,
    /// Something to be done.
    Do,
    /// Yes or no.
    Yes,
    /// Something to be left off: a call to be cancelled, a phase to be stopped.
    Stop,
    /// More work for the same money, or the question whether it costs more.
    Extra,
    /// Anything else.
    Open,
}

impl AskKind {
    /// All kinds.
    pub const ALL: [Self; 9] =
        [Self::When, Self::Price, Self::Meet, Self::Send, Self::Do, Self::Yes, Self::Stop, Self::Extra, Self::Open];

    /// Name in the phrasebook and in JSON.
    pub fn name(self) -> &'static str {
        ["when", "price", "meet", "send", "do", "yes", "stop", "extra", "open"][self as usize]
    }
}

/// A question whether something was done: "Have you sent the invoice?", «Вы уже отправили счёт?».
fn is_about_the_past(text: &str, lang: Lang) -> bool {
    const DONE: [&str; 6] = ["ли", "лись", "л", "ла", "лся", "лась"];
    const NOUNS: [&str; 14] = [
        "если",
        "или",
        "ли",
        "детали",
        "недели",
        "модели",
        "цели",
        "роли",
        "пароли",
        "файл",
        "материал",
        "дела",
        "неделя",
        "числа",
    ];
    let mut clauses = text.split([',', ':', ';', '–', '—', '.', '!']).map(|clause| Heard::new(clause, lang));
    let joints = ["and", "so", "but", "also", "а", "и", "но", "так"];
    clauses.any(|heard| {
        if heard.has("directs") {
            return false;
        }
        let words = heard.words();
        let bare = words.iter().position(|word| !joints.contains(&word.as_str())).unwrap_or(0);
        let english = Heard::new(&words[bare..].join(" "), lang).begins("past question");
        let would = words.iter().any(|word| word == "бы");
        let done = |word: &String| DONE.iter().any(|end| word.ends_with(end)) && !NOUNS.contains(&word.as_str());
        let to_me = words.iter().position(|word| matches!(word.as_str(), "вы" | "ты"));
        let russian = lang == Lang::Ru && !would && to_me.is_some_and(|at| words[at + 1..].iter().take(3).any(done));
        english || russian
    })
}

/// What a sentence or a part of one asks for.
pub(super) fn kind(heard: &Heard, request: bool, question: bool, text: &str) -> AskKind {
    let work = heard.has("ask send") || heard.has("ask do");
    let price_noun = heard.has("price noun");
    let when = heard.has("when word");
    let chooses = question && heard.has("choice") && !heard.has("no choice") && !(work && request_in(heard));
    let extra = heard.has("extra") || heard.has("besides") && heard.has("feature") && heard.has("ask do");
    let open = heard.has("ask open") || heard.has("ask when") || heard.has("ask price");
    let whether = heard.has("ask yes") && !heard.has("whether you") && !heard.has("ask price");
    // "Why 58 when we said 52?" asks for no date; "why don't you send it?" asks for it.
    let bare = heard.without_leads();
    let suggests = bare.words().get(1).is_some_and(|word| matches!(word.as_str(), "dont" | "not" | "бы"));
    let why = question && bare.begins("why") && !suggests;
    // "The price on page 4 must be 1,290" tells it.
    let corrects = !question && Heard::new(text, heard.lang()).has("corrects") && text.contains(|c: char| c.is_ascii_digit());
    match () {
        () if why => AskKind::Open,
        () if question && heard.has("permission") => AskKind::Yes,
        () if extra => AskKind::Extra,
        // They tell the price, and want a yes.
        () if heard.has("ask approval") && !heard.has("ask price") => AskKind::Yes,
        () if question && super::tone::offers(text, heard.lang()) => AskKind::Yes,
        () if heard.has("promised") && !question && !heard.has("requests") => AskKind::Send,
        () if heard.has("advice") || chooses && !heard.has("ask price") => AskKind::Open,
        () if heard.has("ask fee") && !heard.has("ask noun") => AskKind::Price,
        () if heard.has("confirm date") || heard.has("say when") => AskKind::When,
        () if when && !heard.has("ask price") && (price_noun || heard.has("ask do") && !request_in(heard)) => AskKind::When,
        () if price_noun && (heard.has("missing") || heard.has("waits")) => AskKind::Send,
        () if heard.has("keeps") || heard.has("shifts") && question || heard.has("discount") && !heard.has("ask price") => {
            AskKind::Yes
        }
        () if question && heard.has("ready") && !when && !heard.has("ask price") => AskKind::Yes,
        () if heard.has("stop") && !(question && heard.begins("past question")) && !(question && open) => AskKind::Stop,
        () if corrects && price_noun && !heard.has("ask price") => AskKind::Do,
        () if heard.has("ask price") || price_noun && !work && !heard.has("ask meet") && !whether && !heard.has("ask news") => {
            AskKind::Price
        }
        () if question && work && is_about_the_past(text, heard.lang()) || whether => AskKind::Yes,
        () if heard.has("ask news") => AskKind::Open,
        () if heard.has("ask send") => AskKind::Send,
        // "So the opening has to move to autumn?" asks whether, not for it.
        () if heard.has("ask do") && question && !request_in(heard) && !heard.has("ask open") => AskKind::Yes,
        () if heard.has("ask do") => AskKind::Do,
        () if heard.has("ask meet") => AskKind::Meet,
        () if heard.has("ask when") => AskKind::When,
        () if heard.has("missing") && !question => AskKind::Send,
        () if heard.has("ask open") => AskKind::Open,
        () if request || !question && super::work::orders(heard) => AskKind::Do,
        () => AskKind::Yes,
    }
}

/// Whether a question is a request in the form of one: "could you", «можете».
fn request_in(heard: &Heard) -> bool {
    heard.has("requests") || heard.has("directs") || heard.begins("ask do")
}
