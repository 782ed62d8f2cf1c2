//! Topics that wait for the end of the call: which of them a line can name, and which it brings back.

use super::Call;
use crate::state::ParkedView;
use segue_call::ToBringBack;
use segue_core::debrief::ParkedFate;
use segue_core::{Role, Utterance, Words, tokens};
use segue_phrasebook::{can_be_named, is_grave_topic, name_of_topic};

/// Words of a topic kept from an earlier call with which it can be named aloud.
const NAME_WORDS: usize = 5;
/// Letters by which a word of a name is known, and those in which its forms may differ.
const STEM: usize = 4;
const ENDING: usize = 2;

impl Call {
    /// Tells the companion by which name the line that brings topics back calls one: the name that the user gave last, or the one of
    /// a topic kept from an earlier call. What was said itself is no name that can be said to whoever said it.
    pub(super) fn name_waiting(&mut self) {
        let topic = self.nameable().and_then(|id| self.parked.get(id)?.as_ref()).map(|topic| topic.topic.clone());
        let waits = self.parked.iter().flatten().filter(|topic| topic.fate == ParkedFate::Parked);
        let grave = waits.map(|topic| topic.topic.as_str()).any(is_grave_topic);
        self.companion.to_bring_back(ToBringBack { topic, grave });
    }

    fn nameable(&self) -> Option<usize> {
        // What was typed is a note to oneself: "her chemo", "why he left".
        let client = self.plan.client.as_deref();
        let said = |topic: &Words| !topic.is_empty() && can_be_named(topic.as_str(), client);
        let waiting = |topic: &&ParkedView| topic.fate == ParkedFate::Parked && !self.asked_for.contains(&topic.id);
        let waits = || self.parked.iter().flatten().filter(waiting).filter(|topic| said(&topic.topic));
        let whole = |topic: &Words| !topic.as_str().ends_with('…');
        let named = waits().find(|topic| topic.named && whole(&topic.topic));
        // What is kept may be the words that opened it: those are a sentence, or go on.
        let is_name = |topic: &Words| topic.count() <= NAME_WORDS && !topic.as_str().ends_with(['.', '!', '?', '…']);
        let kept = || waits().find(|topic| topic.earlier && is_name(&topic.topic));
        named.or_else(kept).map(|topic| topic.id)
    }

    /// The topics that a line brings back: the one that it names, or else all that wait.
    pub(super) fn brought_back(&self, line: &str) -> Vec<usize> {
        let waits = self.parked.iter().flatten().filter(|topic| topic.fate == ParkedFate::Parked).map(|topic| topic.id);
        match self.nameable().filter(|id| self.is_named_in(*id, line)) {
            Some(id) => vec![id],
            None => waits.collect(),
        }
    }

    /// The names of the topics that a line brings back without naming them, to be read beside it.
    pub(super) fn unnamed_in(&self, line: &str, topics: &[usize]) -> Option<Words> {
        let unnamed = topics.iter().filter(|id| !self.is_named_in(**id, line));
        let names: Vec<&str> = unnamed.filter_map(|id| Some(self.parked.get(*id)?.as_ref()?.topic.as_str())).collect();
        let names = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ");
        Some(Words::new(names)).filter(|names| !names.is_empty())
    }

    /// The line that brings these topics back was said.
    pub(super) fn take_up(&mut self, topics: &[usize]) {
        for topic in self.parked.iter_mut().flatten().filter(|topic| topics.contains(&topic.id)) {
            topic.fate = ParkedFate::Returned;
        }
        self.name_waiting();
    }

    /// The name of what was parked: `index` opened it, and `by` are my words that put it aside, if any did.
    pub(super) fn name_of(&self, index: Option<usize>, by: Option<usize>) -> Option<Words> {
        let words = |i: usize| self.utterances.get(i).and_then(|heard| heard.words.as_ref()).map(Words::as_str);
        let from = index?;
        let told = (from..by.unwrap_or(from + 1)).rev().filter(|&i| self.utterances.get(i).is_some_and(|h| h.role != Role::Me));
        name_of_topic(by.and_then(words), told.filter_map(words))
    }

    /// At the end my own words may ask for a topic by its name: no line need do it any more. Of one that they plainly ask for, the
    /// session knows.
    pub(super) fn take_up_by_words(&mut self, at: f64, utterance: &Utterance, known: bool) {
        if utterance.speaker.role != Role::Me || !self.companion.phase().closes() {
            return;
        }
        let said = tokens(utterance.text.as_str());
        let is_asked = |name: &Words| tokens(name.as_str()).iter().any(|word| said.iter().any(|other| are_one(word, other)));
        let waits = |topic: &&ParkedView| topic.fate == ParkedFate::Parked && topic.named && !self.asked_for.contains(&topic.id);
        let asked = self.parked.iter().flatten().filter(waits).filter(|topic| is_asked(&topic.topic));
        let asked: Vec<usize> = asked.map(|topic| topic.id).collect();
        for _ in usize::from(known)..asked.len() {
            self.companion.dropped(at);
        }
        if !asked.is_empty() {
            self.take_up(&asked);
        }
    }

    fn is_named_in(&self, id: usize, line: &str) -> bool {
        let name = self.parked.get(id).and_then(Option::as_ref).map(|topic| topic.topic.as_str());
        name.map(|name| name.trim_end_matches(|c: char| !c.is_alphanumeric()))
            .is_some_and(|name| !name.is_empty() && line.contains(name))
    }
}

/// The same word, whatever its ending.
fn are_one(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count() - shared;
    shared >= STEM && rest(one) <= ENDING && rest(other) <= ENDING
}

#[cfg(test)]
mod tests {
    use crate::call::{Call, kept};
    use crate::happening::{Entry, Happening, Opening};
    use crate::state::ListeningView;
    use segue_core::debrief::ParkedFate;
    use segue_core::session::Key;
    use segue_core::{Address, AgendaItem, Client, Kept, Lang, Rung, Words};
    use segue_phrasebook::LineMemory;

    /// A call of half an hour with a topic from an earlier one, if there is any.
    fn begun(lang: Lang, kept: Option<&str>) -> Call {
        let mut client = Client::named("Viktor");
        (client.boundary.planned_minutes, client.boundary.lang) = (Some(30.0), lang);
        client.boundary.address = Address::Ty;
        client.parked = kept.into_iter().map(Words::new).collect();
        let agenda = AgendaItem::typed("Logo").into_iter().collect();
        Call::new(Opening { client, agenda, memory: LineMemory::default(), started: jiff::Zoned::now() })
    }

    fn press(call: &mut Call, keys: &[(f64, Key)]) {
        keys.iter().for_each(|&(at, key)| drop(call.take(Entry { at, happening: Happening::Key { key } })));
    }

    /// The line on show that brings topics back, once the work is done: its words, and what stands beside it.
    fn line(call: &mut Call) -> (String, Option<String>) {
        press(call, &[(100.0, Key::NextItem), (110.0, Key::NextItem)]);
        call.advance(112.0);
        let cue = call.view(ListeningView::default(), Lang::En).cue.unwrap();
        assert_eq!(cue.rung, Rung::Return);
        (cue.text, cue.topic)
    }

    /// "Now, you were going to tell me something": of what, nobody knew an hour later, nor did the client in another call.
    #[test]
    fn the_line_that_brings_a_topic_back_names_it() {
        for (lang, from_before, named, name) in [
            (Lang::En, None, Some("the vicar's ladder"), "the vicar's ladder"),
            (Lang::Ru, None, Some("свадьба племянницы"), "свадьба племянницы"),
            (Lang::En, Some("the driving test"), None, "the driving test"),
            (Lang::En, Some("his daughter's driving test"), Some("the ladder"), "the ladder"),
        ] {
            let mut call = begun(lang, from_before);
            if let Some(topic) = named {
                press(&mut call, &[(50.0, Key::Park)]);
                let parked = usize::from(from_before.is_some());
                call.take(Entry { at: 60.0, happening: Happening::Name { parked, topic: topic.into() } });
            }
            let (text, beside) = line(&mut call);
            assert!(text.contains(name) && beside.is_none(), "{text} {beside:?}");
            // Where words of business are kept, its name is not.
            let debrief = call.debrief(Lang::En);
            let words = |what| serde_json::to_string(&kept(&debrief, what)).unwrap().contains(name);
            assert!(words(Kept::Everything) && !words(Kept::BusinessWords), "{name}");
        }
    }

    /// What was said is no name that can be said to whoever said it, but it helps me.
    #[test]
    fn what_cannot_be_named_aloud_stands_beside_the_line() {
        for said in ["my sister-in-law has bought a parrot and it bites…", "My dog ran away."] {
            let (text, beside) = line(&mut begun(Lang::En, Some(said)));
            assert!(!text.contains(said) && beside.as_deref() == Some(said), "{text} {beside:?}");
        }
    }

    /// «А теперь — похороны мамы. Рассказывайте.», and in the next call, to Ingrid: "We put this aside: her ex-husband's boat."
    #[test]
    fn a_note_to_oneself_stands_beside_the_line_and_what_is_grave_is_not_asked_for_cheerfully() {
        for (lang, topic, grave) in [
            (Lang::En, "Her chemo", true),
            (Lang::En, "why he left", false),
            (Lang::En, "Viktor's boat", false),
            (Lang::Ru, "похороны мамы", true),
            (Lang::Ru, "мой отпуск", false),
        ] {
            let mut call = begun(lang, None);
            press(&mut call, &[(50.0, Key::Park)]);
            call.take(Entry { at: 60.0, happening: Happening::Name { parked: 0, topic: topic.into() } });
            for mut call in [call, begun(lang, Some(topic))] {
                let (text, beside) = line(&mut call);
                assert!(!text.contains(topic) && beside.as_deref() == Some(topic), "{text} {beside:?}");
                let cheerful = ["!", "ассказывай"].iter().any(|word| text.contains(word));
                assert!(!(grave && cheerful), "{topic}: {text}");
            }
        }
    }

    /// "Put aside, and still waiting", of what had just been taken up; kept from last time it came back call after call.
    #[test]
    fn a_topic_that_was_brought_back_waits_no_more() {
        for (answer, fate, carried) in [(Key::SaidIt, ParkedFate::Returned, 0), (Key::NotNow, ParkedFate::Parked, 1)] {
            let mut call = begun(Lang::En, Some("the driving test"));
            line(&mut call);
            press(&mut call, &[(115.0, answer), (200.0, Key::EndCall)]);
            let debrief = call.debrief(Lang::En);
            assert_eq!(call.parked()[0].fate, fate);
            assert_eq!(call.carried(&debrief).len(), carried);
            // Parked in this call, it is the same.
            let mut call = begun(Lang::En, None);
            press(&mut call, &[(50.0, Key::Park)]);
            line(&mut call);
            press(&mut call, &[(115.0, answer), (200.0, Key::EndCall)]);
            let debrief = call.debrief(Lang::En);
            assert_eq!(debrief.parked.iter().map(|topic| topic.fate).collect::<Vec<_>>(), [fate]);
            assert_eq!(call.after(&debrief, Lang::En).parked[0].fate, fate);
        }
    }
}
