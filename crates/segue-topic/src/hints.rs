//! Which rules may have something to say about an utterance. Hardly any has one of their words, and one pass over it tells of all.

use crate::phrases::Phrases;
use crate::{asked, away, bearing, figure, grave_news, relief, upheaval, upset};
use std::sync::LazyLock;

/// A rule that goes by turns of phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Something personal is asked.
    Asked,
    /// Somebody is in tears or angry.
    Upset,
    /// Somebody will be away.
    Away,
    /// The work changes with something private.
    Upheaval,
    /// Grave news.
    Grave,
    /// Good news about what was feared.
    Relief,
    /// A private fact and what follows from it for the work.
    Bearing,
    /// Good news.
    Happy,
    /// Grave words in fun.
    Figure,
}

/// The rules that have a word in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints(u16);

/// The words of all rules, and whose each is.
static ALL: LazyLock<(Phrases, Vec<Rule>)> = LazyLock::new(|| {
    let of = [
        (Rule::Asked, asked::hints()),
        (Rule::Upset, upset::hints()),
        (Rule::Away, away::hints()),
        (Rule::Upheaval, upheaval::hints()),
        (Rule::Grave, grave_news::hints()),
        (Rule::Relief, relief::hints()),
        (Rule::Bearing, bearing::hints()),
        (Rule::Happy, bearing::happy_hints()),
        (Rule::Figure, figure::hints()),
    ];
    let (words, whose): (Vec<_>, Vec<_>) =
        of.iter().flat_map(|(rule, words)| words.iter().map(move |word| (*word, *rule))).unzip();
    (Phrases::new(words), whose)
});

impl Hints {
    /// Those of a text that is lower case with `е` for `ё` and straight apostrophes.
    pub fn of(plain: &str) -> Self {
        let (words, whose) = &*ALL;
        Self(words.begun(plain).fold(0, |found, (word, ..)| found | 1 << whose[word] as u16))
    }

    /// False if the rule does not hold for sure.
    pub fn has(self, rule: Rule) -> bool {
        self.0 & 1 << rule as u16 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a rule says of a text without a hint of it would never be asked.
    #[test]
    fn a_rule_that_holds_has_given_a_hint() {
        for (rule, holds) in [
            (Rule::Asked, asked::asks_something_personal as fn(&str) -> bool),
            (Rule::Upset, upset::is_upset),
            (Rule::Away, away::is_away),
            (Rule::Upheaval, upheaval::is_upheaval),
            (Rule::Grave, |text| grave_news::grave_news(text).is_some()),
            (Rule::Relief, |text| relief::Relief::of(text).is_some()),
            (Rule::Bearing, bearing::bears_on_the_work),
            (Rule::Happy, bearing::is_happy),
            (Rule::Figure, figure::is_figure_of_speech),
        ] {
            let texts = [
                "and how old are you, if i may ask?",
                "so i'm off from the third, and i'm crying.",
                "меня с третьего по десятое не будет",
                "мужа вчера уволили, поэтому не дороже шестисот",
                "my wife left me on saturday",
                "мы вчера развелись",
                "all clear! what a relief",
                "mum died on sunday",
                "у мужа рак, я плачу",
                "i've sold the company",
                "ложусь в больницу на операцию, анализы в норме",
                "i got the job in oslo, so i won't be here",
                "чуть не умер со смеху",
                "the logo is blue",
            ];
            let held: Vec<&str> = texts.into_iter().filter(|text| holds(text)).collect();
            assert!(!held.is_empty() && held.iter().all(|text| Hints::of(text).has(rule)), "{rule:?}: {held:?}");
        }
        assert_eq!(Hints::of("the logo is blue").0, 0);
    }
}
