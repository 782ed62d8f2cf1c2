//! Everything a report says, in English and Russian.
//!
//! The sentences are Fluent messages (`en.ftl`, `ru.ftl`); their names are the variants of
//! [`Message`], so that a misspelt name does not compile and a missing one fails a test.

mod amounts;
mod message;
mod names;
mod readable;

pub(crate) use amounts::clock;
pub(crate) use message::Message;
pub(crate) use names::yes;
pub(crate) use readable::{ended, is_ended, readable, sentence};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use segue_core::Lang;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

static ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| Texts::parse(Lang::En, [include_str!("en.ftl"), include_str!("../trend/wording/en.ftl")]));
static RUSSIAN: LazyLock<Texts> =
    LazyLock::new(|| Texts::parse(Lang::Ru, [include_str!("ru.ftl"), include_str!("../trend/wording/ru.ftl")]));

/// The messages of one language.
pub(crate) struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The messages of a language, parsed once a process.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Ru => &RUSSIAN,
        }
    }

    fn parse(lang: Lang, sources: [&str; 2]) -> Self {
        let id = lang.code().parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks are invisible characters that would be pasted along into notes.
        bundle.set_use_isolating(false);
        for source in sources {
            // The files are part of the program and tests read them whole; what could be read of a
            // faulty one is still better than no report.
            bundle.add_resource_overriding(FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partly, _)| partly));
        }
        Self { lang, bundle }
    }

    /// The language of the messages.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without variables.
    pub(crate) fn say(&self, message: impl Into<&'static str>) -> String {
        self.format(message.into(), None)
    }

    /// A message with its variables.
    pub(crate) fn fill<'a, const N: usize>(
        &self,
        message: impl Into<&'static str>,
        values: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let args: FluentArgs<'a> = values.into_iter().collect();
        self.format(message.into(), Some(&args))
    }

    fn format(&self, id: &'static str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|found| found.value()) else { return id.to_owned() };
        let mut text = self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
        // A name that ends in a full stop ("Timur K.") at the end of a sentence needs no other.
        if text.ends_with("..") && !text.ends_with("...") {
            text.pop();
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Message, Texts};
    use segue_core::Lang;
    use std::collections::{BTreeMap, BTreeSet};
    use strum::IntoEnumIterator;

    /// Names of the messages in a Fluent file, each with the variables it uses.
    fn messages(source: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found = BTreeMap::<&str, BTreeSet<&str>>::new();
        let mut current = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" = ").filter(|_| !line.starts_with([' ', '}'])) {
                assert!(found.insert(id, BTreeSet::new()).is_none(), "{id} is there twice");
                current = id;
            }
            let names = line.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap());
            found.entry(current).or_default().extend(names);
        }
        found.remove("");
        found
    }

    #[test]
    fn a_sentence_ends_in_one_full_stop_also_behind_a_name_with_one() {
        for (lang, name, expected) in [
            (Lang::Ru, "Тимур К.", "Кто начал: Тимур К."),
            (Lang::Ru, "Тимур", "Кто начал: Тимур."),
            (Lang::En, "Timur K.", "Opened by: Timur K."),
        ] {
            let message = if lang == Lang::Ru { Message::DriftOpened } else { Message::DriftsOpeners };
            let values = [("who", name.into()), ("openers", name.into()), ("me", "no".into())];
            assert_eq!(Texts::of(lang).fill(message, values), expected);
        }
    }

    #[test]
    fn a_quotation_inside_words_has_inner_marks() {
        for (lang, words, expected) in [
            (Lang::Ru, "«Моя сестра, а потом…", "«„Моя сестра, а потом…“»"),
            (Lang::En, "She said “never” to me", "“She said ‘never’ to me”"),
        ] {
            assert_eq!(Texts::of(lang).quote(words).as_deref(), Some(expected));
        }
    }

    #[test]
    fn both_languages_have_every_message_and_no_other() {
        let known: BTreeSet<_> = Message::iter().map(Message::id).collect();
        for source in [include_str!("en.ftl"), include_str!("ru.ftl")] {
            assert_eq!(messages(source).into_keys().collect::<BTreeSet<_>>(), known);
        }
    }

    #[test]
    fn russian_uses_no_variable_that_english_is_not_given() {
        let english = messages(include_str!("en.ftl"));
        for (id, russian) in messages(include_str!("ru.ftl")) {
            assert!(russian.is_subset(&english[id]), "{id}: {russian:?} is not within {:?}", english[id]);
        }
    }

    #[test]
    fn the_files_have_no_faults() {
        for source in [include_str!("en.ftl"), include_str!("ru.ftl")] {
            assert!(fluent_bundle::FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    #[test]
    fn russian_counts_rightly() {
        let say = |n: u64| Texts::of(Lang::Ru).fill(Message::FeedingQuestions, [("n", n.into())]);
        let shown = [1, 2, 5, 11, 21, 22, 25, 111].map(say);
        let forms = shown.map(|text| text.split(' ').nth(1).unwrap().to_owned());
        assert_eq!(forms, ["вопрос", "вопроса", "вопросов", "вопросов", "вопрос", "вопроса", "вопросов", "вопросов"]);
    }
}
