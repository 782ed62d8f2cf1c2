//! Business questions and requests.

use super::kind::{AskKind, kind};
use super::mood::Closeness;
use super::tone::Read;
use super::work;
use crate::patterns::Heard;
use segue_core::{Label, Lang, Words};
use serde::{Deserialize, Serialize};

/// Most words of an ask as it is named in a draft.
const NAMED_WORDS: usize = 14;
/// Fewest words of a part of a sentence that asks on its own.
const PART_WORDS: usize = 2;

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

/// The asks of a sentence: mostly none or one, or more where it asks for different things.
pub(super) fn find(text: &str, read: &Read, lang: Lang, index: usize) -> Vec<Ask> {
    let Some(ask) = find_one(text, read, lang, index) else { return Vec::new() };
    if read.label.is_private() || read.care || read.guilt || read.defect {
        return vec![ask];
    }
    let mut asks: Vec<(AskKind, &str)> = Vec::new();
    for part in parts(text, lang) {
        let heard = Heard::new(part, lang);
        if heard.has("negated") || heard.has("asked not") {
            continue;
        }
        let request = !part.trim_end().ends_with('?') && !read.question;
        let kind = kind(&heard, request, read.question, part);
        match asks.last_mut() {
            // Two things to be done are one place in the answer.
            Some((before, whole)) if *before == kind => *whole = across(text, whole, part),
            _ => asks.push((kind, part)),
        }
    }
    if asks.len() < 2 {
        return vec![ask];
    }
    let named = |part: &str| ask.can_be_named || is_clean(&Heard::new(part, lang));
    asks.into_iter().map(|(kind, part)| Ask { index, kind, text: Words::new(tidy(part)), can_be_named: named(part) }).collect()
}

/// Nothing private stands in it.
fn is_clean(heard: &Heard) -> bool {
    ["grave", "hard", "kin", "private question"].into_iter().all(|section| !heard.has(section))
}

/// What stands from the beginning of one part of a text to the end of a later one.
fn across<'t>(text: &'t str, one: &str, later: &str) -> &'t str {
    let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    &text[at(one)..at(later) + later.len()]
}

/// The parts of a sentence that each ask on their own: "send me the fonts and tell me what the page costs".
fn parts(text: &str, lang: Lang) -> Vec<&str> {
    let joints: &[&str] = match lang {
        Lang::En => &[", and ", " and ", ", also ", ", "],
        Lang::Ru => &[", и ", " и ", ", а ", ", "],
    };
    // Bare commas part only what is to be done or sent.
    let orders = |part: &str| ["ask send", "ask do"].iter().any(|section| Heard::new(part, lang).begins(section));
    let asks = |part: &str| {
        let heard = Heard::new(part, lang);
        let begins =
            ["requests", "asks", "ask send", "ask do", "ask price", "ask when"].iter().any(|section| heard.begins(section));
        let private = ["private question", "formula", "aside", "kin"].iter().any(|section| heard.has(section));
        // "Send the contract and the invoice, and I need them today" is one thing.
        let same = heard.begins("ask noun") || heard.begins("ask again");
        begins && !same && !private && heard.len() >= PART_WORDS
    };
    let mut cuts: Vec<(usize, usize)> =
        joints.iter().flat_map(|joint| text.match_indices(joint).map(|(at, found)| (at, at + found.len()))).collect();
    cuts.sort_unstable();
    let (mut parts, mut from) = (Vec::new(), 0);
    for (end, next) in cuts {
        let before = Heard::new(text.get(from..end).unwrap_or_default(), lang);
        let bare = &text[end..next] == ", ";
        // "How much would the second one be, can we pay in parts?" asks for two things.
        let asks_on = bare
            && text.trim_end().ends_with('?')
            && before.has("ask price")
            && Heard::new(&text[next..], lang).begins("directs");
        // "What will it cost and can it be done by the 12th?" asks for two things, too.
        let also = !bare
            && text.trim_end().ends_with('?')
            && ["ask price", "ask when"].into_iter().any(|section| before.has(section))
            && Heard::new(&text[next..], lang).begins("asks on")
            && Heard::new(&text[next..], lang).len() > PART_WORDS;
        // "Could you come and have a look" is one thing.
        let comes = before.has("come and") && before.beside("come and").len() == 0;
        let listed = bare && orders(&text[next..]) && ["requests", "ask send", "ask do"].iter().any(|one| before.has(one));
        if end >= from && (asks(&text[next..]) || also) && (!bare || listed || asks_on) && before.len() >= PART_WORDS && !comes {
            parts.push(&text[from..end]);
            from = next;
        }
    }
    parts.push(&text[from..]);
    parts
}

/// The ask of a sentence, if it is one.
fn find_one(text: &str, read: &Read, lang: Lang, index: usize) -> Option<Ask> {
    // What they want of me as a person is answered as such.
    let person = read.closeness.is_some() || read.guilt;
    if read.formula || person && (!work_is_named(&read.heard) || read.closeness == Some(Closeness::Closer)) {
        return None;
    }
    if work::is_confidence(read) && !work_is_named(&read.heard) {
        return None;
    }
    let unwanted = (read.negated || read.asked_not).then(|| wanted_instead(text, lang));
    if let Some(wanted) = unwanted {
        let part = wanted?;
        let kind = kind(&Heard::new(part, lang), true, false, part);
        let private = read.label.is_private() || read.care || read.guilt;
        return Some(Ask { index, kind, text: Words::new(tidy(part)), can_be_named: !private });
    }
    let heard = &read.heard;
    if read.defect {
        return Some(Ask { index, kind: AskKind::Do, text: Words::new(tidy(text)), can_be_named: true });
    }
    let drops = work::drops(read);
    if read.idle() && !drops || read.offers_private {
        return None;
    }
    // Of two ways to ask for one thing the second is none of its own: "Or Friday at nine".
    let request = heard.beside("no request").has("requests") || heard.has("missing") && work_is_named(heard);
    let work = heard.count("business");
    // What is asked for in a sentence of care counts too: "could we move Thursday, my father died".
    let along = read.care && work > 0 && (request || read.question);
    let business = read.label == Label::Business || read.label == Label::Framing && work > 0;
    let promised = heard.has("promised") && (work_is_named(heard) || heard.has("chosen thing"));
    let announced = heard.has("cancels") || promised || drops;
    let plain =
        business && (request || announced || read.question && !heard.has("aside")) || heard.has("plain ask") && !read.guilt;
    // "They operate on my eye on the fourth, I can't proofread until the twentieth" tells what moves the work, and asks for nothing.
    let only_tells = !read.question && !request && !announced && heard.has("grave") && heard.has("impact");
    if read.fishing || only_tells || !(read.answer || along || plain) {
        return None;
    }
    let private = read.label.is_private() || read.care || read.guilt;
    let (part, cut) = asking_part(text, lang, read);
    let part_heard = Heard::new(&part, lang);
    let can_be_named = is_clean(&part_heard) && (cut || !(read.care || read.guilt) && (work > 0 || !private));
    let kind = if drops { AskKind::Stop } else { kind(&part_heard, request && !read.question, read.question, text) };
    // "Go ahead without me, the budget is the same" asks for no price.
    if kind == AskKind::Price && read.goes_ahead && !request {
        return None;
    }
    Some(Ask { index, kind, text: Words::new(part), can_be_named })
}

/// What is asked for after something that is not to be done: "do not change the header, just send me the file".
fn wanted_instead(text: &str, lang: Lang) -> Option<&str> {
    let joints: &[&str] = match lang {
        Lang::En => &["but ", "just ", "only ", "instead ", "please ", "and "],
        Lang::Ru => &["но ", "а ", "лучше ", "просто ", "только ", "пожалуйста, "],
    };
    let mut clauses = text.split([',', ';', '–', '—']).map(str::trim);
    let mut left = false;
    clauses.find_map(|clause| {
        let part = joints.iter().fold(clause, |part, joint| part.strip_prefix(joint).unwrap_or(part));
        let heard = Heard::new(part, lang);
        let asks = ["requests", "ask send", "ask do"].iter().any(|section| heard.begins(section));
        let leaves = heard.has("negated") || heard.has("asked not");
        left |= leaves;
        // "The October invoice we shall pay, but please don't send another": a thing before it is not asked for.
        let is_told = heard.begins("ask noun") && !left;
        (asks && !is_told && !leaves && heard.len() >= PART_WORDS).then_some(part)
    })
}

/// A part as it is named: no longer than a glance.
pub(super) fn tidy(part: &str) -> String {
    let part = without_salutation(part.trim().trim_start_matches(['-', '–', '—', '•', '*', ' ']));
    let words: Vec<&str> = part.split_whitespace().collect();
    let short = words[..words.len().min(NAMED_WORDS)].join(" ");
    if words.len() > NAMED_WORDS { format!("{}…", short.trim_end_matches([',', ';', ':', '.', '?'])) } else { short }
}

/// "1. Hi Dana, can we talk": what is asked, without its number and the greeting.
fn without_salutation(part: &str) -> &str {
    let bare = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = if bare.len() < part.len() { bare.strip_prefix(['.', ')']).map_or(part, str::trim_start) } else { part };
    let Some((greeting, rest)) = bare.split_once([',', '!']) else { return bare };
    let heard = Heard::new(greeting, Lang::of_text(greeting).unwrap_or_default());
    let greets = heard.begins("formula") && heard.beside("formula").len() <= 1;
    if greets && rest.split_whitespace().count() >= PART_WORDS { rest.trim_start() } else { bare }
}

/// True if a thing of the work is named that may be missing.
fn work_is_named(heard: &Heard) -> bool {
    ["business", "ask send", "discount"].into_iter().any(|section| heard.has(section))
}

/// The clause that asks, where private clauses stand before it; and whether something was left out.
fn asking_part(text: &str, lang: Lang, read: &Read) -> (String, bool) {
    let joints: &[&str] = match lang {
        Lang::En => &[
            ", so ",
            " so can ",
            " so could ",
            ", but ",
            ", and ",
            " and if ",
            " and can ",
            " and could ",
            " — ",
            " – ",
            "; ",
            ": ",
            ", ",
        ],
        Lang::Ru => &[", поэтому ", ", так что ", ", но ", ", а ", " и если ", " — ", " – ", "; ", ": ", ", "],
    };
    let private =
        read.label.is_private() || read.care || read.heard.has("grave") || read.heard.has("hard") || read.heard.has("kin");
    // What is asked for stands among the words that are shown: no clause has to be looked for.
    let shown = Heard::new(&tidy(text), lang);
    let long = text.split_whitespace().count() > NAMED_WORDS;
    // "The catalogue must still go to print on the 1st, can you take over the proofs?" asks in its last clause.
    let asks_last =
        long && read.question && text.rsplit([',', ';']).next().is_some_and(|last| Heard::new(last, lang).begins("directs"));
    if !private && !asks_last && (!long || shown.has("requests") || shown.has("missing")) {
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
        let part = text[start..].trim_start();
        let part = ["so ", "and ", "but ", "и ", "но "].iter().fold(part, |part, joint| part.strip_prefix(joint).unwrap_or(part));
        let heard = Heard::new(part, lang);
        let clean = !heard.has("grave") && !heard.has("hard") && !heard.has("kin");
        let asks = heard.has("requests")
            || heard.begins("ask send")
            || text.trim_end().ends_with('?') && (heard.begins("asks") || heard.count("business") > 0);
        if clean && asks && heard.len() >= 3 {
            return (tidy(part), private);
        }
    }
    (tidy(text), false)
}
