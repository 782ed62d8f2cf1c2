//! Texts other than lines: looked up by name, tone, address and language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use segue_core::{Address, Lang, Tone};

use crate::language::{locale, tone_name};

/// One file of texts in both languages.
pub(crate) struct Wording {
    bundles: [FluentBundle<FluentResource>; 2],
}

/// How a text is to sound.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    pub lang: Lang,
    pub tone: Tone,
    pub address: Address,
}

impl Voice {
    /// For texts that are the same in every tone and address.
    pub fn plain(lang: Lang) -> Self {
        Self { lang, tone: Tone::default(), address: Address::default() }
    }
}

impl Wording {
    pub fn new(en: &str, ru: &str) -> Self {
        Self { bundles: [bundle(Lang::En, en), bundle(Lang::Ru, ru)] }
    }

    /// The text of a name: `name-warm` before `name`, the attribute of the address before the value.
    /// `None` if there is no such text or a value it needs is missing.
    pub fn text(&self, name: &str, voice: Voice, args: &FluentArgs) -> Option<String> {
        let bundle = &self.bundles[voice.lang as usize];
        let message = bundle.get_message(&format!("{name}-{}", tone_name(voice.tone))).or_else(|| bundle.get_message(name))?;
        let attribute = match voice.address {
            Address::Ty => "ty",
            Address::Vy => "vy",
        };
        let pattern = message.get_attribute(attribute).map(|found| found.value()).or_else(|| message.value())?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// True if there is a text of that name in this tone.
    pub fn has(&self, name: &str, voice: Voice) -> bool {
        let bundle = &self.bundles[voice.lang as usize];
        bundle.has_message(&format!("{name}-{}", tone_name(voice.tone))) || bundle.has_message(name)
    }

    /// Texts of the names that exist, in their order.
    pub fn texts(&self, names: &[&str], voice: Voice, args: &FluentArgs) -> Vec<String> {
        names.iter().filter_map(|name| self.text(name, voice, args)).collect()
    }
}

fn bundle(lang: Lang, text: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale(lang)]);
    bundle.set_use_isolating(false);
    // A file with a fault still gives its sound messages; a test makes sure there is no fault.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A user's text with blanks tidied and a full stop if it has no end; empty if it has no words.
pub(crate) fn with_an_end(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.chars().any(char::is_alphanumeric) {
        return String::new();
    }
    if !text.ends_with(['.', '!', '?', '…']) {
        text.push('.');
    }
    text
}

/// A user's text as a sentence of its own, with a capital letter; `None` if it has no words.
pub(crate) fn as_sentence(text: &str) -> Option<String> {
    let text = with_an_end(text);
    (!text.is_empty()).then(|| crate::slots::capitalised(&text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources;
    use std::collections::BTreeSet;

    fn names(file: &str) -> BTreeSet<String> {
        let resource = fluent_syntax::parser::parse(file).expect("the file parses");
        resource
            .body
            .iter()
            .filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_texts() {
        let pairs = [
            (sources::ANNOUNCEMENT_EN, sources::ANNOUNCEMENT_RU),
            (sources::NOTE_EN, sources::NOTE_RU),
            (sources::EXPLAIN_EN, sources::EXPLAIN_RU),
            (sources::FAULT_EN, sources::FAULT_RU),
            (sources::REPLY_EN, sources::REPLY_RU),
        ];
        for (en, ru) in pairs {
            let mut russian = names(ru);
            // Russian needs one more case of an amount.
            russian.remove("minutes-have");
            assert_eq!(names(en), russian);
        }
    }

    #[test]
    fn own_words_become_a_sentence() {
        for (text, sentence) in [("my father is ill", Some("My father is ill.")), ("Why not?", Some("Why not?")), (" ", None)] {
            assert_eq!(as_sentence(text).as_deref(), sentence);
        }
    }
}
