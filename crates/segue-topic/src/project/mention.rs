//! How a sentence speaks of agenda items: which it names, and whether it opens them or names them in passing.

use super::item::{Item, Named, spoken, stems};
use super::wording::{ASKS, FIRST_PERSON, LEAD_IN, LEANS, OPENS};

/// Words around the name of an item in which a turn of phrase opens it.
const BEFORE: usize = 8;
const AFTER: usize = 5;
/// Words of a question that asks about what it names.
const QUESTION: usize = 10;
/// Words between whoever tells of something and what they tell of.
const TELLS: usize = 7;
/// Words of a sentence that says little beside the name of an item.
const LITTLE: usize = 3;
/// Words before the first comma that only call a name, or lead in: "Gordon, the prices."
const CALLS: usize = 3;
/// Words between the names of items that are listed.
const LISTED: usize = 5;

/// A sentence that may name agenda items.
pub(super) struct Sentence {
    words: Vec<String>,
    /// Words before the first comma, if they are few.
    called: usize,
    /// Words before a colon: what it is about, or nothing.
    headed: usize,
    asks: bool,
    /// What it names, in the order of its words.
    pub mentions: Vec<Mention>,
}

/// An item named in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mention {
    /// Which item.
    pub item: usize,
    /// The sentence is about it, for all that one can tell; otherwise it only has a word in common with it.
    pub opens: bool,
    first: usize,
    words: usize,
}

impl Sentence {
    /// Reads a sentence as [`plain`](crate::tokens::plain) writes it, given the items that it names.
    pub fn new(text: &str, named: &[(usize, Named)]) -> Self {
        let before = |sign| text.split_once(sign).map_or(0, |(before, _)| spoken(before).len());
        let (called, headed) = (Some(before(',')).filter(|&called| called <= CALLS).unwrap_or_default(), before(':'));
        let words = spoken(text);
        let asks = words.len() <= QUESTION && asks(text.trim_end(), &words);
        let mut sentence = Self { words, called, headed, asks, mentions: Vec::new() };
        let mention = |(item, named): &(usize, Named)| Mention {
            item: *item,
            opens: !named.by_one_word || named.places.iter().any(|&place| sentence.opens(place)),
            first: named.places[0],
            words: named.places.len(),
        };
        sentence.mentions = named.iter().map(mention).collect();
        sentence
    }

    /// True if items are read out one after the other.
    pub fn lists(&self) -> bool {
        self.mentions.windows(2).any(|pair| pair[1].first.saturating_sub(pair[0].first + pair[0].words) <= LISTED)
    }

    /// Words beside those that lead in and the names of items.
    pub fn substance(&self) -> usize {
        let others = self.words.iter().filter(|word| !LEAD_IN.contains(word.as_str())).count();
        others.saturating_sub(self.mentions.iter().map(|mention| mention.words).sum())
    }

    /// True if it is a short question.
    pub fn asks(&self) -> bool {
        self.asks
    }

    /// True if it joins on to what was said.
    pub fn joins(&self) -> bool {
        self.words.iter().take_while(|word| leads_in(word)).any(|word| ["and", "и", "а"].contains(&word.as_str()))
    }

    /// True if a word at this place is what the sentence is about: it comes first, or next to what opens a matter, or is nearly
    /// all there is.
    fn opens(&self, place: usize) -> bool {
        let before = &self.words[self.called.min(place)..place];
        let comes_first = before
            .split_last()
            .is_none_or(|(last, others)| others.iter().all(|word| leads_in(word)) && !LEANS.contains(last.as_str()));
        let teller = before.iter().position(|word| !leads_in(word));
        let is_told =
            teller.is_some_and(|teller| FIRST_PERSON.contains(before[teller].as_str()) && before.len() - teller <= TELLS);
        let heads = place + 1 == self.headed;
        heads
            || comes_first
            || is_told
            || self.asks
            || self.words.len() <= LITTLE
            || OPENS.begun(&self.near(place)).next().is_some()
    }

    /// The words around a place.
    fn near(&self, place: usize) -> String {
        self.words[place.saturating_sub(BEFORE)..self.words.len().min(place + AFTER)].join(" ") + " "
    }

    /// The words around the first item that it names, or all.
    pub fn around(&self) -> String {
        self.mentions.first().map_or_else(|| self.words.join(" ") + " ", |mention| self.near(mention.first))
    }
}

fn leads_in(word: &str) -> bool {
    LEAD_IN.contains(word)
}

/// True if a sentence is a question: by its mark, or by its first word where nothing is marked.
fn asks(text: &str, words: &[String]) -> bool {
    let marked = text.ends_with(|c: char| c.is_ascii_punctuation() || c == '…');
    let asks = || words.iter().find(|word| !leads_in(word)).is_some_and(|word| ASKS.contains(word.as_str()));
    text.ends_with('?') || !marked && asks()
}

/// The items that a sentence names, in the order of its words; each has words to itself, and the most of its own.
pub(super) fn named_in(agenda: &[Item], text: &str) -> Vec<(usize, Named)> {
    let said = stems(text);
    let mut found: Vec<(usize, Named)> =
        agenda.iter().enumerate().filter_map(|(place, item)| Some((place, item.named(&said)?))).collect();
    found.sort_by(|(one, a), (other, b)| b.share.total_cmp(&a.share).then(one.cmp(other)));
    let (mut taken, mut named) = (Vec::new(), Vec::new());
    for (item, mut found) in found {
        let own: Vec<usize> = found.places.iter().copied().filter(|place| !taken.contains(place)).collect();
        if !own.is_empty() {
            taken.append(&mut found.places);
            named.push((item, Named { places: own, ..found }));
        }
    }
    named.sort_unstable_by_key(|(_, named)| named.places[0]);
    named
}
