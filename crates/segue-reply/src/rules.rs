//! What every draft must pass, whoever wrote it: the phrasebook, or a model of language.

use crate::draft::{Draft, DraftKind, named};
use crate::extent::Extent;
use crate::patterns::Heard;
use crate::sentences::sentences;
use crate::understand::{Need, Understood};
use segue_core::{Lang, tokens};
use segue_phrasebook::{addresses, reply_has_word};
use std::collections::BTreeSet;

/// Most words of a mail, lists apart.
const MAIL_WORDS: usize = 120;
/// Most words of a chat message, lists apart.
const CHAT_WORDS: usize = 80;
/// Shortest word, in letters, that can give something private away.
const TELLING: usize = 4;

/// What is wrong with a draft. In `segue.reply/1` each is called as it is called here: another name here needs the old one there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum Fault {
    /// It has no words.
    Empty,
    /// It is longer than a busy person writes.
    TooLong,
    /// It asks for more of the private.
    Feeding,
    /// It asks about private life.
    PrivateQuestion,
    /// It promises something without a place for the date.
    Promise,
    /// It repeats something private.
    RepeatsPrivate,
    /// A place to be filled in is broken, or there are fewer than asks.
    Slots,
    /// It has ты and вы.
    MixedAddress,
    /// It pushes business where something serious was told.
    PushesBusiness,
}

/// Everything that is wrong with a draft; `name` is the client's (and mine), which may stand in it.
pub fn faults(draft: &Draft, understood: &Understood, extent: Extent, name: Option<&str>) -> BTreeSet<Fault> {
    let lang = understood.lang;
    let text = draft.text.as_str();
    let mut found = BTreeSet::new();
    let mut check = |fault: Fault, holds: bool| {
        if holds {
            found.insert(fault);
        }
    };
    let (list, prose): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| is_item(line));
    let words: usize = prose.iter().map(|line| line.split_whitespace().count()).sum();
    let most = if extent == Extent::Mail { MAIL_WORDS } else { CHAT_WORDS };
    check(Fault::Empty, !text.chars().any(char::is_alphabetic));
    check(Fault::TooLong, words > most);
    for line in &prose {
        for sentence in sentences(line) {
            let heard = Heard::new(sentence, lang);
            check(Fault::Feeding, heard.has("feeding"));
            check(Fault::PrivateQuestion, sentence.contains('?') && heard.has("private question"));
            // A clock time is that of my office hours.
            let bound = sentence.contains('[') || sentence.contains(|c: char| c.is_ascii_digit()) && sentence.contains(':');
            check(Fault::Promise, heard.has("commits") && !bound);
        }
    }
    check(Fault::RepeatsPrivate, repeats_private(text, understood, name));
    let open = text.matches('[').count();
    check(Fault::Slots, open != text.matches(']').count() || text.contains(['{', '}']));
    if matches!(draft.kind, DraftKind::Answering | DraftKind::HumaneAndAnswering) {
        check(Fault::Slots, open < understood.asks.len());
    }
    let pushes = understood.care && matches!(draft.kind, DraftKind::Humane | DraftKind::Short) && (open > 0 || !list.is_empty());
    check(Fault::PushesBusiness, pushes);
    check(Fault::MixedAddress, lang == Lang::Ru && addresses(&without_heads(prose.join(" "), understood)) == (true, true));
    found
}

/// An ask in the client's own words with a place for its answer, in a list or alone.
fn is_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(". ") || line.contains(" — [") && line.ends_with(']')
}

/// A draft without the client's own words, which may stand in an answer as its head and address me as they please.
fn without_heads(text: String, understood: &Understood) -> String {
    let heads = understood.asks.iter().map(|ask| named(ask.text.as_str())).filter(|head| !head.is_empty());
    heads.fold(text, |text, head| text.replace(&head, " "))
}

/// A word of what is private, which neither the phrasebook nor the business of the message has.
fn repeats_private(text: &str, understood: &Understood, name: Option<&str>) -> bool {
    let stem = |word: &str| word.chars().take(6).collect::<String>();
    let telling = |text: &str| -> BTreeSet<String> {
        tokens(text).iter().filter(|word| word.chars().count() >= TELLING).map(|word| stem(word)).collect()
    };
    let (mut private, mut open) = (BTreeSet::new(), BTreeSet::new());
    for sentence in &understood.sentences {
        match sentence.need {
            Need::Warm | Need::Care => private.extend(telling(sentence.text.as_str())),
            Need::Answer | Need::None => open.extend(telling(sentence.text.as_str())),
        }
    }
    for ask in understood.asks.iter().filter(|ask| ask.can_be_named) {
        open.extend(telling(ask.text.as_str()));
    }
    understood.dates.iter().for_each(|date| open.extend(telling(date.as_str())));
    open.extend(telling(name.unwrap_or_default()));
    let own = |word: &String| reply_has_word(understood.lang, word);
    let said = tokens(text).into_iter().filter(|word| word.chars().count() >= TELLING && !own(word)).map(|word| stem(&word));
    said.into_iter().any(|word| private.contains(&word) && !open.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::Fault;

    #[test]
    fn faults_are_called_as_they_always_were_in_what_programs_read() {
        for (fault, name) in [
            (Fault::Empty, "Empty"),
            (Fault::TooLong, "TooLong"),
            (Fault::Feeding, "Feeding"),
            (Fault::PrivateQuestion, "PrivateQuestion"),
            (Fault::Promise, "Promise"),
            (Fault::RepeatsPrivate, "RepeatsPrivate"),
            (Fault::Slots, "Slots"),
            (Fault::MixedAddress, "MixedAddress"),
            (Fault::PushesBusiness, "PushesBusiness"),
        ] {
            assert_eq!(serde_json::to_value(fault).unwrap(), name);
        }
    }
}
