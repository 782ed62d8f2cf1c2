//! Business questions and requests.

use super::tone::Read;
use crate::patterns::Heard;
use segue_core::{Label, Lang, Words};
use serde::{Deserialize, Serialize};

/// Most words of an ask as it is named in a draft.
const NAMED_WORDS: usize = 14;

/// What needs an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Sentence, from 0.
    pub index: usize,
    /// What is asked for.
    pub kind: AskKind,
    /// The part of the sentence that asks, without the private part.
    pub text: Words,
    /// False if naming it again would repeat something private.
    pub can_be_named: bool,
}

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
    /// Anything else.
    Open,
}

impl AskKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [Self::When, Self::Price, Self::Meet, Self::Send, Self::Do, Self::Yes, Self::Open];

    /// Name in the phrasebook and in JSON.
    pub fn name(self) -> &'static str {
        ["when", "price", "meet", "send", "do", "yes", "open"][self as usize]
    }
}

/// The ask of a sentence, if it is one.
pub(super) fn find(text: &str, read: &Read, lang: Lang, index: usize) -> Option<Ask> {
    let heard = &read.heard;
    let request = heard.has("requests") && !heard.has("no request");
    let work = heard.count("business");
    // What is asked for in a sentence of care counts too: "could we move Thursday, my father died".
    let along = read.care && work > 0 && (request || read.question);
    let plain = read.label == Label::Business && (request || read.question && !heard.has("aside"));
    if read.fishing || !(read.answer || along || plain) {
        return None;
    }
    let private = read.label.is_private() || read.care || read.guilt;
    let (part, cut) = asking_part(text, lang, read);
    let part_heard = Heard::new(&part, lang);
    let clean = ["grave", "hard", "kin", "private question"].into_iter().all(|section| !part_heard.has(section));
    let can_be_named = clean && (cut || !(read.care || read.guilt) && (work > 0 || !private));
    Some(Ask { index, kind: kind(&part_heard, request && !read.question), text: Words::new(part), can_be_named })
}

fn kind(heard: &Heard, request: bool) -> AskKind {
    match () {
        () if heard.has("ask price") => AskKind::Price,
        () if heard.has("ask send") => AskKind::Send,
        () if heard.has("ask do") => AskKind::Do,
        () if heard.has("ask meet") => AskKind::Meet,
        () if heard.has("ask when") => AskKind::When,
        () if heard.has("ask open") => AskKind::Open,
        () if request => AskKind::Do,
        () => AskKind::Yes,
    }
}

/// The clause that asks, where private clauses stand before it; and whether something was left out.
fn asking_part(text: &str, lang: Lang, read: &Read) -> (String, bool) {
    let tidy = |part: &str| {
        let part = part.trim().trim_start_matches(['-', '–', '—', '•', '*', ' ']);
        let words: Vec<&str> = part.split_whitespace().collect();
        let mut short = words[..words.len().min(NAMED_WORDS)].join(" ");
        if words.len() > NAMED_WORDS {
            short = format!("{}…", short.trim_end_matches([',', ';', ':', '.', '?']));
        }
        short
    };
    let joints: &[&str] = match lang {
        Lang::En => &[", so ", " so can ", " so could ", ", but ", ", and ", " — ", " – ", "; ", ": ", ", "],
        Lang::Ru => &[", поэтому ", ", так что ", ", но ", ", а ", " — ", " – ", "; ", ": ", ", "],
    };
    let private =
        read.label.is_private() || read.care || read.heard.has("grave") || read.heard.has("hard") || read.heard.has("kin");
    if !private {
        return (tidy(text), false);
    }
    // The last clause that asks on its own and has nothing private in it.
    let mut starts: Vec<usize> = joints
        .iter()
        .flat_map(|joint| {
            text.match_indices(joint)
                .map(|(at, found)| at + found.len() - found.trim_start_matches([',', ' ', '—', '–', ';', ':']).len())
        })
        .collect();
    starts.sort_unstable();
    for &start in starts.iter().rev() {
        let part = text[start..].trim_start_matches("so ").trim_start_matches("and ").trim_start_matches("but ");
        let heard = Heard::new(part, lang);
        let clean = !heard.has("grave") && !heard.has("hard") && !heard.has("kin");
        let asks =
            heard.has("requests") || text.trim_end().ends_with('?') && (heard.begins("asks") || heard.count("business") > 0);
        if clean && asks && heard.len() >= 3 {
            return (tidy(part), true);
        }
    }
    (tidy(text), false)
}
