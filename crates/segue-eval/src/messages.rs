//! Labelled messages: what needed an answer and was listed, what was handled with care, and whether drafts pass the rules.

use crate::measures::{Decision, agreement};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use segue_core::{Address, Label, Lang, Tone, tokens};
use segue_phrasebook::ReplyVoice;
use segue_reply::{Channel, Extent, Fault, Manners, Message, Need, Understood, Wishes, drafts, faults, read, said, understand};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// One message with what a reader says of it.
#[derive(Clone, Debug, Deserialize)]
pub struct LabelledMessage {
    /// Name.
    pub id: String,
    /// Language.
    pub lang: Lang,
    /// How it came.
    pub channel: Channel,
    /// The message.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<LabelledSentence>,
    /// Whether it came outside office hours, if the reader says.
    #[serde(default)]
    pub outside_hours: Option<bool>,
    /// When it came.
    #[serde(default)]
    pub at: Option<String>,
    /// What is expected of the whole.
    pub expect: Expected,
}

/// One sentence with what a reader says of it.
#[derive(Clone, Debug, Deserialize)]
pub struct LabelledSentence {
    /// Its words.
    pub text: String,
    /// What it is.
    pub label: Label,
    /// What it needs.
    pub needs: Need,
}

/// What is expected of a whole message.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Expected {
    /// Questions and requests that need an answer.
    pub answer: usize,
    /// Something private deserves a warm sentence.
    pub warm: bool,
    /// Something serious is told.
    pub care: bool,
}

/// What was measured of one message.
#[derive(Clone, Debug)]
pub struct MessageScore {
    /// Language.
    pub lang: Lang,
    /// Questions and requests that needed an answer, and how many were listed.
    pub needed: usize,
    /// Of these, listed.
    pub listed: usize,
    /// Listed, and needed no answer.
    pub astray: usize,
    /// Something serious.
    pub care: Decision,
    /// A warm sentence.
    pub warm: Decision,
    /// Sentences that are a reader's too, and those whose label is right.
    pub labels: (usize, usize),
    /// Whether "outside my hours" is right, where it is known.
    pub hours: Option<bool>,
    /// Drafts written, and those that pass all rules.
    pub drafts: (usize, usize),
    /// Rules that were not passed.
    pub faults: BTreeMap<Fault, usize>,
    /// What went wrong, in words.
    pub mistakes: Vec<String>,
}

/// Labelled messages of a file, a JSON object a line; and the lines that are none.
pub fn read_messages(text: &str) -> (Vec<LabelledMessage>, Vec<usize>) {
    let (mut all, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(message) => all.push(message),
            Err(_) => bad.push(number + 1),
        }
    }
    (all, bad)
}

/// Reads and answers one message, in every tone and form of address.
pub fn measure(labelled: &LabelledMessage) -> MessageScore {
    let wishes =
        Wishes { me: None, client: None, lang: Some(labelled.lang), channel: Some(labelled.channel), zone: TimeZone::UTC };
    let message = match labelled.channel {
        Channel::Voice => said(&labelled.text, &wishes),
        Channel::Mail | Channel::Chat => read(labelled.text.as_bytes(), &wishes),
    };
    let understood = message.as_ref().ok().map(|message| understand(message, ""));
    let mut score = against(labelled, understood.as_ref());
    if let (Ok(message), Some(understood)) = (&message, &understood) {
        answer(labelled, message, understood, &mut score);
    }
    score
}

fn plain(text: &str) -> String {
    tokens(text).join(" ")
}

/// True if two texts are the same sentence, or one holds the other.
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && !other.is_empty() && (one.contains(&other) || other.contains(&one))
}

fn against(labelled: &LabelledMessage, understood: Option<&Understood>) -> MessageScore {
    let asks: Vec<&str> = understood.map_or_else(Vec::new, |understood| {
        understood.asks.iter().map(|ask| understood.sentences[ask.index].text.as_str()).collect()
    });
    let wanted: Vec<&LabelledSentence> = labelled.sentences.iter().filter(|one| one.needs == Need::Answer).collect();
    let mut mistakes = Vec::new();
    let mut listed = 0;
    for sentence in &wanted {
        if asks.iter().any(|ask| same(ask, &sentence.text)) {
            listed += 1;
        } else {
            mistakes.push(format!("{}: not listed: {}", labelled.id, sentence.text));
        }
    }
    // A request in a sentence of care is an answer owed as well, if the reader counts it so.
    let extra = labelled.expect.answer.saturating_sub(wanted.len());
    let mut astray = 0;
    let mut allowed = extra;
    for ask in &asks {
        if wanted.iter().any(|sentence| same(ask, &sentence.text)) {
            continue;
        }
        let serious = labelled.sentences.iter().any(|one| one.needs == Need::Care && same(ask, &one.text));
        if serious && allowed > 0 {
            (allowed, listed) = (allowed - 1, listed + 1);
        } else {
            astray += 1;
            mistakes.push(format!("{}: listed astray: {ask}", labelled.id));
        }
    }
    let decision = |decided: bool, truth: bool| Decision { score: f32::from(u8::from(decided)), decided, truth };
    let care = decision(understood.is_some_and(|one| one.care), labelled.expect.care);
    let warm = decision(understood.is_some_and(Understood::warm), labelled.expect.warm);
    for (what, decision) in [("care", care), ("warm", warm)] {
        if decision.decided != decision.truth {
            mistakes.push(format!("{}: {what} {} instead of {}", labelled.id, decision.decided, decision.truth));
        }
    }
    let mut labels = (0, 0);
    for (found, truth) in understood.iter().flat_map(|one| &one.sentences).filter_map(|found| {
        let truth = labelled.sentences.iter().find(|truth| plain(&truth.text) == plain(found.text.as_str()))?;
        Some((found.label, truth))
    }) {
        labels.0 += 1;
        labels.1 += usize::from(found == truth.label);
        if found.is_private() != truth.label.is_private() {
            mistakes.push(format!("{}: {} instead of {}: {}", labelled.id, found.name(), truth.label.name(), truth.text));
        }
    }
    MessageScore {
        lang: labelled.lang,
        needed: wanted.len() + extra,
        listed,
        astray,
        care,
        warm,
        labels,
        hours: None,
        drafts: (0, 0),
        faults: BTreeMap::new(),
        mistakes,
    }
}

/// Writes the drafts in every tone and form of address, and holds them to the rules.
fn answer(labelled: &LabelledMessage, message: &Message, understood: &Understood, score: &mut MessageScore) {
    let at: Option<DateTime> = labelled.at.as_deref().and_then(|at| at.parse().ok());
    let addresses: &[Address] = if labelled.lang == Lang::Ru { &[Address::Ty, Address::Vy] } else { &[Address::Vy] };
    let extent = if message.channel == Channel::Mail { Extent::Mail } else { Extent::Chat };
    for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
        for &address in addresses {
            let manners = Manners {
                voice: ReplyVoice { lang: understood.lang, tone, address },
                extent,
                client: message.from.clone(),
                office_hours: "mon-fri 9-18".parse().ok().filter(|_| at.is_some()),
                sent: at,
                now: at,
                subject: message.subject.clone(),
                ..Manners::default()
            };
            score.hours = manners.outside_hours().zip(labelled.outside_hours).map(|(found, truth)| found == truth);
            for draft in drafts(understood, &manners) {
                let found = faults(&draft, understood, extent, message.from.as_deref());
                score.drafts.0 += 1;
                score.drafts.1 += usize::from(found.is_empty());
                for fault in found {
                    *score.faults.entry(fault).or_default() += 1;
                    score.mistakes.push(format!("{}: {fault:?}: {}", labelled.id, draft.text.as_str().replace('\n', " / ")));
                }
            }
        }
    }
}

/// The table of messages, a row a language.
pub fn table(scores: &[MessageScore]) -> String {
    let mut out = String::from(
        "| messages | n | needed an answer | listed | listed astray | care recall | care precision | warm recall | warm precision | sentence labels right | outside hours right | drafts that pass |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for lang in [Lang::En, Lang::Ru] {
        let of_lang: Vec<&MessageScore> = scores.iter().filter(|score| score.lang == lang).collect();
        if of_lang.is_empty() {
            continue;
        }
        let sum = |pick: fn(&MessageScore) -> usize| of_lang.iter().map(|score| pick(score)).sum::<usize>();
        let care = agreement(&of_lang.iter().map(|score| score.care).collect::<Vec<_>>());
        let warm = agreement(&of_lang.iter().map(|score| score.warm).collect::<Vec<_>>());
        let hours: Vec<bool> = of_lang.iter().filter_map(|score| score.hours).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {:.2} | {:.2} | {:.2} | {:.2} | {} of {} | {} of {} | {} of {} |",
            lang.code(),
            of_lang.len(),
            sum(|score| score.needed),
            sum(|score| score.listed),
            sum(|score| score.astray),
            care.recall,
            care.precision,
            warm.recall,
            warm.precision,
            sum(|score| score.labels.1),
            sum(|score| score.labels.0),
            hours.iter().filter(|right| **right).count(),
            hours.len(),
            sum(|score| score.drafts.1),
            sum(|score| score.drafts.0),
        );
    }
    let mut faults: BTreeMap<Fault, usize> = BTreeMap::new();
    for (fault, count) in scores.iter().flat_map(|score| &score.faults) {
        *faults.entry(*fault).or_default() += count;
    }
    for (fault, count) in faults {
        let _ = writeln!(out, "\nRule not passed: {fault:?}, {count} times.");
    }
    out
}
