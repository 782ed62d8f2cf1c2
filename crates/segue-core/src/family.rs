//! Words for somebody of a family; they stand in `phrases/family.txt`.

use crate::Lang;
use crate::phrases::{Section, sections};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static FAMILY: LazyLock<Vec<Section>> = LazyLock::new(|| sections(include_str!("../phrases/family.txt")));
static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| [Lang::En, Lang::Ru].into_iter().flat_map(family).collect());

/// Words of a language for somebody of a family, in all forms, as [`crate::tokens`] writes them.
pub fn family(lang: Lang) -> impl Iterator<Item = &'static str> {
    let of_lang = FAMILY.iter().filter(move |section| section.name == lang.code());
    of_lang.flat_map(|section| &section.phrases).map(|phrase| phrase.text.as_str())
}

/// True for a word for somebody of a family, as [`crate::tokens`] writes it.
pub fn is_family(word: &str) -> bool {
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{family, is_family};
    use crate::{Lang, tokens};

    #[test]
    fn family_is_known_in_all_forms() {
        for (word, so) in [
            ("mum", true),
            ("granny", true),
            ("stepbrother", true),
            ("сестрой", true),
            ("тёте", true),
            ("папку", false),
            ("тетрадь", false),
            ("client", false),
        ] {
            assert_eq!(is_family(&tokens(word).concat()), so, "{word}");
        }
    }

    #[test]
    fn the_words_of_family_are_written_as_they_are_compared() {
        for word in [Lang::En, Lang::Ru].into_iter().flat_map(family) {
            assert_eq!(tokens(word), [word]);
        }
    }
}
