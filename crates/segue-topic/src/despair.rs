//! Whoever does not want to live says so in few words, and nobody may miss them: of all that is serious it is the one thing in which
//! "shall we stop here?" would be the wrong line.

use crate::grave_news::own_words;
use crate::phrases::Phrases;
use segue_core::phrases::{Phrase, sections, spelled};
use segue_core::tokens;
use std::sync::LazyLock;

/// The words, as phrase files have them, in English and Russian: messages are read with the same.
pub const DESPAIR_PHRASES: [&str; 2] = [include_str!("../despair/en.txt"), include_str!("../despair/ru.txt")];

/// Smiles of somebody who is most likely joking.
const LAUGHS: [char; 3] = ['😂', '🤣', '😆'];

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// How plainly somebody says that they do not want to live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Despair {
    /// In words that may mean something else: "I'm so tired of it all".
    Possible,
    /// In words that mean nothing else, or that go on from such words: "I've got the pills here".
    Plain,
}

/// Follows it through a call.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct InDespair(bool);

impl InDespair {
    /// The next utterance of somebody, as [`plain`](crate::tokens::plain) writes it.
    pub fn told(&mut self, text: &str) -> Option<Despair> {
        // Hardly any utterance has such words at all.
        WORDS.beginnings.begun(&spelled(text)).next()?;
        let said = own_words(text);
        let sentences = said.split(['.', '!', '?', '…', '\n']);
        let told = sentences.filter_map(|sentence| WORDS.despair(&tokens(sentence), self.0)).max();
        let told = told.filter(|_| !text.contains(LAUGHS));
        self.0 |= told == Some(Despair::Plain);
        told
    }
}

/// Sections of both phrase files together: their words are told apart by their letters.
struct Words {
    despair: Vec<Phrase>,
    no_despair: Vec<Phrase>,
    dark: Vec<Phrase>,
    no_dark: Vec<Phrase>,
    edge: Vec<Phrase>,
    lingers: Vec<Phrase>,
    no_edge: Vec<Phrase>,
    somebody_else: Vec<Phrase>,
    myself: Vec<Phrase>,
    means: Vec<Phrase>,
    /// How phrases that say it begin: without any of these nothing is said of it.
    beginnings: Phrases,
}

impl Words {
    fn read() -> Self {
        let [en, ru] = DESPAIR_PHRASES.map(sections);
        let of = |name: &str| {
            let own = en.iter().chain(&ru).filter(|section| section.name == name);
            own.flat_map(|section| section.phrases.clone()).collect::<Vec<_>>()
        };
        let [despair, dark, edge, means] = ["despair", "dark", "edge", "means"].map(of);
        Self {
            beginnings: Phrases::new([&despair, &dark, &edge, &means].into_iter().flatten().map(Phrase::beginning)),
            no_despair: of("no despair"),
            no_dark: of("no dark"),
            lingers: of("lingers"),
            no_edge: of("no edge"),
            somebody_else: of("somebody else"),
            myself: of("myself"),
            despair,
            dark,
            edge,
            means,
        }
    }

    /// What a sentence says of it, after it was said or not.
    fn despair(&self, words: &[String], before: bool) -> Option<Despair> {
        let said = count(&self.despair, words);
        let says = said > 0 && said > count(&self.no_despair, words) || self.stood_at_an_edge(words);
        let dark = count(&self.dark, words) > 0 && count(&self.no_dark, words) == 0;
        let means = before && count(&self.means, words) > 0;
        // Of somebody else the words are grave news.
        let own = || count(&self.myself, words) > 0 || count(&self.somebody_else, words) == 0;
        match () {
            () if !(says || dark || means) || !own() => None,
            () if says || before => Some(Despair::Plain),
            () => Some(Despair::Possible),
        }
    }

    /// "I stood on the bridge last night for quite a while."
    fn stood_at_an_edge(&self, words: &[String]) -> bool {
        count(&self.edge, words) > 0 && count(&self.lingers, words) > 0 && count(&self.no_edge, words) == 0
    }
}

/// How many of the phrases stand in the words.
fn count(phrases: &[Phrase], words: &[String]) -> usize {
    phrases.iter().filter(|phrase| phrase.stands_in(words)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::plain;

    /// "I've got the pills here, that's all I think of" was met with "Shall we stop here?".
    #[test]
    fn who_does_not_want_to_live_is_understood_in_a_call() {
        let (plainly, perhaps) = (Some(Despair::Plain), Some(Despair::Possible));
        for (turns, wanted) in [
            (&["With the hangers. Honestly, Ewald, I don't want to live any more."][..], plainly),
            (&["I don’t want to live any more.", "Yes. I've got the pills here, that's all I think of."], plainly),
            (&["No. I don't see the point of any of it any more. I put my papers in order last night."], plainly),
            (&["The film is fine. I’m so tired of it all."], perhaps),
            (&["Лейбл белый. Если честно, жить не хочется."], plainly),
            (&["Жить не хочется.", "Таблетки вот лежат, целая пачка."], plainly),
            (&["Смысла больше нет, понимаете?"], perhaps),
            (&["I've got the pills here for the dog."], None),
            (&["Таблетки вот лежат, для кота."], None),
            (&["My sister said she wanted to die."], None),
            (&["He asks her: “I don't want to live any more.” Cut to black."], None),
            (&["I want to die 😂"], None),
            (&["I hurt myself at the gym, so I type slowly."], None),
            (&["I don't want to die of boredom there."], None),
            (&["Мы хотим жить в Лиссабоне."], None),
            // "I stood on the bridge last night" was passed over.
            (&["Honestly I stood on the bridge last night for quite a while."], plainly),
            (&["The proofs are fine. Last night I was standing on the roof for an hour."], plainly),
            (&["Честно говоря, я вчера ночью долго на мосту стоял."], plainly),
            (&["Я вчера перелезла через перила, долго так сидела."], plainly),
            (&["I stood on the bridge last night for an hour, the light was gorgeous."], None),
            (&["We stood on the bridge last night and watched the boats."], None),
            (&["I stood on the bridge and counted lorries for the survey."], None),
            (&["Я вчера долго на мосту стоял, пробка была."], None),
            (&["Мы ночью на мосту стояли, салют смотрели."], None),
            (&["Кран на мосту стоял."], None),
            (&["I wouldn't want to live in Lisbon."], None),
        ] {
            let mut in_despair = InDespair::default();
            let told = turns.iter().map(|text| in_despair.told(&plain(text))).collect::<Vec<_>>();
            assert_eq!(told.last().copied().flatten(), wanted, "{turns:?}");
        }
    }
}
