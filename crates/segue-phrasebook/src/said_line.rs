//! Which line of the book somebody said as it stands, whatever went into its slots.

use crate::Phrasebook;
use crate::language::{Entry, Language};
use segue_core::{Address, Lang, Rung, Tone, tokens};
use std::collections::HashSet;

/// Words that a slot may hold at most.
const LONGEST_VALUE: usize = 8;
/// Words of its own from which a line is known anywhere in an answer; a shorter one has to be sentences by itself.
const TELLING: usize = 4;

/// What a line that was said is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaidLine {
    /// Its rung.
    pub rung: Rung,
    /// Its tone.
    pub tone: Tone,
}

/// The words of a line for one form of address, to be compared.
pub(crate) struct Sayable {
    line: SaidLine,
    parts: Vec<Part>,
    own_words: usize,
    /// It has a colon, as lines have before what stands in no case: "Next: the leaflet".
    colon: bool,
}

enum Part {
    Word(String),
    Slot,
}

impl Phrasebook {
    /// The line that these words are, or that stands among them; of several the longest. Lines for me alone are none that
    /// anybody says.
    pub fn line_said(&self, lang: Lang, words: &str) -> Option<SaidLine> {
        let said = Answer::new(words);
        let sayables = self.language(lang).sayables().iter();
        sayables.filter(|sayable| sayable.is_said_in(&said)).max_by_key(|sayable| sayable.own_words).map(|sayable| sayable.line)
    }
}

/// The sayables of all lines of a language, in every form of address.
pub(crate) fn sayables(language: &Language) -> Vec<Sayable> {
    let entries = language.entries.iter().filter(|entry| !entry.key.rung.is_for_me());
    entries.flat_map(|entry| forms(language, entry)).filter(|sayable| sayable.own_words > 0).collect()
}

fn forms<'l>(language: &'l Language, entry: &'l Entry) -> impl Iterator<Item = Sayable> + 'l {
    let [ty, vy] = [Address::Ty, Address::Vy].map(|address| entry.form(address));
    let line = SaidLine { rung: entry.key.rung, tone: entry.key.tone };
    ty.into_iter().chain(vy.filter(|_| ty != vy)).map(move |form| Sayable::new(line, &language.template(form)))
}

impl Sayable {
    fn new(line: SaidLine, template: &str) -> Self {
        let mut parts = Vec::new();
        for (number, piece) in template.split(['{', '}']).enumerate() {
            // Between the braces stands the name of a slot.
            if number % 2 == 1 {
                parts.push(Part::Slot);
            } else {
                parts.extend(tokens(piece).into_iter().map(Part::Word));
            }
        }
        let own_words = parts.iter().filter(|part| matches!(part, Part::Word(_))).count();
        Self { line, parts, own_words, colon: template.contains(':') }
    }

    fn is_said_in(&self, answer: &Answer) -> bool {
        // "Next: the leaflet" is a line; "next you tell me" is not.
        let bounded = self.own_words < TELLING;
        if bounded && self.colon && !answer.colon {
            return false;
        }
        let words = self.parts.iter().filter_map(|part| if let Part::Word(word) = part { Some(word) } else { None });
        if !words.into_iter().all(|word| answer.known.contains(word)) {
            return false;
        }
        let fits = |at: usize| !bounded || answer.breaks.contains(&at);
        let mut from = (0..answer.words.len()).filter(|&from| fits(from));
        from.any(|from| ends(&self.parts, &answer.words[from..]).into_iter().any(|length| fits(from + length)))
    }
}

/// After how many words the parts can be over, if they begin where the words do.
fn ends(parts: &[Part], words: &[String]) -> Vec<usize> {
    let Some((first, rest)) = parts.split_first() else { return vec![0] };
    let most = match first {
        Part::Word(word) => usize::from(words.first() == Some(word)),
        Part::Slot => LONGEST_VALUE.min(words.len()),
    };
    (1..=most).flat_map(|taken| ends(rest, &words[taken..]).into_iter().map(move |length| taken + length)).collect()
}

/// Words, and where sentences begin.
struct Answer {
    words: Vec<String>,
    known: HashSet<String>,
    /// Places of the first words of sentences, and the end.
    breaks: Vec<usize>,
    colon: bool,
}

impl Answer {
    fn new(text: &str) -> Self {
        let mut words = Vec::new();
        let mut breaks = vec![0];
        for sentence in text.split(['.', '!', '?', ';', '…', '\n']) {
            words.extend(tokens(sentence));
            breaks.push(words.len());
        }
        let known = words.iter().cloned().collect();
        Self { words, known, breaks, colon: text.contains(':') }
    }
}
