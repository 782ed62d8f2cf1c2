//! Phrases by which a sentence is known, per language; they stand in `patterns/` for people to read.

use segue_core::phrases::{Phrase, Section, sections};
use segue_core::{Lang, family};
use segue_topic::DESPAIR_PHRASES;
use std::sync::LazyLock;

static PATTERNS: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| {
    let [en, ru] = [include_str!("../patterns/en.txt"), include_str!("../patterns/ru.txt")].map(sections);
    let [en_too, ru_too] = DESPAIR_PHRASES.map(sections);
    [with_family([en, en_too].concat(), Lang::En), with_family([ru, ru_too].concat(), Lang::Ru)]
});

/// The sections, with everybody of a family among kin.
fn with_family(mut sections: Vec<Section>, lang: Lang) -> Vec<Section> {
    for kin in sections.iter_mut().filter(|section| section.name == "kin") {
        kin.phrases.extend(family(lang).map(Phrase::new));
    }
    sections
}

/// The words of a sentence, to be asked what stands in them.
pub(crate) struct Heard {
    lang: Lang,
    words: Vec<String>,
}

impl Heard {
    /// The words of a text.
    pub fn new(text: &str, lang: Lang) -> Self {
        let mut words = segue_core::tokens(text);
        if lang == Lang::En {
            words.iter_mut().for_each(spell_out);
        }
        Self { lang, words }
    }

    /// True if a phrase of the section stands in it.
    pub fn has(&self, section: &str) -> bool {
        self.count(section) > 0
    }

    /// How many phrases of the section stand in it.
    pub fn count(&self, section: &str) -> usize {
        let found = self.section(section).map_or(&[][..], |found| &found.phrases);
        found.iter().filter(|phrase| phrase.stands_in(&self.words)).count()
    }

    /// True if it begins with a phrase of the section.
    pub fn begins(&self, section: &str) -> bool {
        let Some(found) = self.section(section) else { return false };
        found.phrases.iter().any(|phrase| {
            let length = segue_core::tokens(&phrase.text).len();
            self.words.len() >= length && phrase.stands_in(&self.words[..length])
        })
    }

    /// The words without those at the beginning that only lead up to the rest: "also", "and please".
    pub fn without_leads(&self) -> Self {
        let mut rest = self.of(&self.words);
        while let Some(length) = rest.led().filter(|&length| length < rest.words.len()) {
            rest.words.drain(..length);
        }
        rest
    }

    /// True if it begins with a phrase of the section, or with words that only lead up to one.
    pub fn led_to(&self, section: &str) -> bool {
        self.begins(section) || self.led().is_some_and(|length| self.of(&self.words[length..]).led_to(section))
    }

    /// How many words a lead takes up at the beginning.
    fn led(&self) -> Option<usize> {
        self.section("leads")?.phrases.iter().find_map(|phrase| phrase.begins(&self.words))
    }

    /// The words that no phrase of the section covers.
    pub fn beside(&self, section: &str) -> Self {
        let phrases = self.section(section).map_or(&[][..], |found| &found.phrases);
        let mut covered = vec![false; self.words.len()];
        for phrase in phrases.iter().filter(|phrase| phrase.stands_in(&self.words)) {
            let length = segue_core::tokens(&phrase.text).len();
            for at in 0..=self.words.len().saturating_sub(length) {
                if phrase.stands_in(&self.words[at..at + length]) {
                    covered[at..at + length].fill(true);
                }
            }
        }
        let words = self.words.iter().zip(covered).filter(|(_, covered)| !covered).map(|(word, _)| word.clone());
        Self { lang: self.lang, words: words.collect() }
    }

    /// Some of the words.
    pub fn of(&self, words: &[String]) -> Self {
        Self { lang: self.lang, words: words.to_vec() }
    }

    /// The language they are read in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    fn section(&self, name: &str) -> Option<&Section> {
        PATTERNS[self.lang as usize].iter().find(|section| section.name == name)
    }
}

/// A word as it is written in haste, in full: "can u" asks as "can you" does.
fn spell_out(word: &mut String) {
    const HASTY: [(&str, &str); 3] = [("u", "you"), ("ur", "your"), ("r", "are")];
    if let Some((_, whole)) = HASTY.iter().find(|(short, _)| short == word) {
        (*whole).clone_into(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// «Пап*» took a folder for a father, and «тет*» a notebook for an aunt.
    #[test]
    fn kin_is_told_from_things_that_begin_alike() {
        for (text, kin) in [
            ("Пришлите папку с макетами.", false),
            ("Тетрадь будет в клетку.", false),
            ("Папу кладут в больницу.", true),
            ("Тётушка приехала.", true),
            ("Сидим с невесткой.", true),
            ("My stepmother is here.", true),
            ("Is the folder ready?", false),
        ] {
            assert_eq!(Heard::new(text, Lang::of_text(text).unwrap_or_default()).has("kin"), kin, "{text}");
        }
    }

    #[test]
    fn both_languages_know_the_same_things() {
        let names = |lang: Lang| PATTERNS[lang as usize].iter().map(|s| s.name.clone()).collect::<BTreeSet<_>>();
        assert_eq!(names(Lang::En), names(Lang::Ru));
        assert!(PATTERNS.iter().flatten().all(|section| !section.phrases.is_empty()));
    }
}
