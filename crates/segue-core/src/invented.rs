//! Sentences that recognisers of speech put where nobody speaks; they stand in `phrases/invented.txt`.

use crate::phrases::{Section, sections, tokens};
use std::sync::LazyLock;

static INVENTED: LazyLock<Vec<Section>> = LazyLock::new(|| sections(include_str!("../phrases/invented.txt")));

/// How many words a sentence has besides one that recognisers invent, if it begins with one that nobody says in a call.
pub fn beside_invented(sentence: &str) -> Option<usize> {
    let words = tokens(sentence);
    let rest = |name: &str| longest(&words, name).map(|length| words.len() - length);
    rest("subtitles").or_else(|| rest("alone").filter(|rest| *rest == 0))
}

/// True if a text begins as what recognisers invent does, also where people may have said it.
pub fn may_be_invented(text: &str) -> bool {
    let words = tokens(text);
    INVENTED.iter().any(|section| longest(&words, &section.name).is_some())
}

/// Words of the longest phrase of a section with which the words begin.
fn longest(words: &[String], name: &str) -> Option<usize> {
    let phrases = INVENTED.iter().filter(|section| section.name == name).flat_map(|section| &section.phrases);
    phrases.filter_map(|phrase| phrase.begins(words)).max()
}

#[cfg(test)]
mod tests {
    use super::{beside_invented, may_be_invented};

    #[test]
    fn inventions_are_told_from_what_people_say() {
        for (text, beside, may_be) in [
            ("Don’t forget to subscribe!", Some(0), true),
            ("Субтитры делал DimaTorzok", Some(1), true),
            ("Продолжение следует...", Some(0), true),
            ("Продолжение следует обсудить.", None, true),
            ("Please subscribe to Figma.", None, true),
            ("Корректору я заплатил.", None, true),
            ("The subtitles are ready.", None, false),
        ] {
            assert_eq!((beside_invented(text), may_be_invented(text)), (beside, may_be), "{text}");
        }
    }
}
