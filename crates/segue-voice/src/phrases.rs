//! Turns of phrase that an answer may have only if the text had them.

use segue_core::Lang;
use segue_core::phrases::{Section, sections, tokens};
use std::sync::LazyLock;

static PHRASES: LazyLock<[Vec<Section>; 2]> =
    LazyLock::new(|| [include_str!("../phrases/en.txt"), include_str!("../phrases/ru.txt")].map(sections));

/// The first phrase of a section that stands in the answer and not in the text.
pub(crate) fn added(name: &str, lang: Lang, answer: &str, text: &str) -> Option<String> {
    let (answer, text) = (tokens(answer), tokens(text));
    let section = PHRASES[lang as usize].iter().find(|section| section.name == name)?;
    let new = section.phrases.iter().find(|phrase| phrase.stands_in(&answer) && !phrase.stands_in(&text));
    new.map(|phrase| phrase.text.clone())
}

/// Share of a text's words that stand in a section.
pub(crate) fn share(name: &str, lang: Lang, text: &str) -> f64 {
    let words = tokens(text);
    let section = PHRASES[lang as usize].iter().find(|section| section.name == name);
    let known = |word: &String| {
        section.is_some_and(|section| section.phrases.iter().any(|phrase| phrase.stands_in(std::slice::from_ref(word))))
    };
    words.iter().filter(|word| known(word)).count() as f64 / words.len().max(1) as f64
}
