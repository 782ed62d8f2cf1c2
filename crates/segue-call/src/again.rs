//! Whether a topic that was put aside was taken up again: by its name, or as what somebody wanted to tell.

use crate::labelled::Labelled;
use segue_core::debrief::Drift;
use segue_core::{Label, Role, Timing, tokens};
use segue_phrasebook::{declares_work_done, puts_aside, takes_up};
use segue_topic::project::puts_off;
use std::collections::HashSet;

/// Words of a sentence that only names what it takes up: "And the boat?"
const NAMES: usize = 8;
/// Utterances within which the telling goes on.
const GOES_ON: usize = 3;
/// Messages within which somebody comes back to what was told in a chat, which has no end.
const MESSAGES: usize = 200;
/// Letters of a word that may name a topic, and letters in which its forms may differ.
const NAME: usize = 4;
const ENDING: usize = 2;
/// Shorter names of what people tell of.
const SHORT: &str = "dog cat son mum mom dad car gym bar zoo sea spa boy кот пес сын дом муж сад лес бар зал мяч дед";
/// Beginnings of words that any story has.
const ANY_STORY: &str = "about after again also always another because been before being came could did does done even ever \
    first friday from getting give going gone good great half have hear here hour into just know last like \
    little look lovely made maybe mean minute monday month morning much never nice night nobody okay only other \
    over people please quite really right said same saturday says should some still sunday sure take talk tell than \
    that them then there these they thing think this those thought through thursday time today told tomorrow \
    tonight tuesday very wait want wednesday week well went were what when where which while whole with wonderf \
    would yeah year yesterday your будет была были было быть вечер вообще воскресень всегда вторник вчера выходн \
    говор года даже делать день думаю если есть еще завтра знаете знаешь какая какие какой когда конечно котор \
    кстати купил лучше меня минут много может можно ничего новая новый нормальн опять очень первый понедельник \
    после потом почему пошл просто прошл прям пятниц раньше расска свои сегодня сейчас сказал слуш совсем среду \
    суббот такая такие такой тебе теперь тогда тоже только тут утро хорошо хоте целый часа через четверг чтобы";
/// First words of a sentence that comes to something.
const COMES_TO: &str = "and so now oh ok okay but а и ну так но теперь про";

/// The words of each turn of work, none of others: parted once for all the topics of a call.
pub(crate) fn words_of_work(call: &Labelled<'_>) -> Vec<Vec<String>> {
    let turns = call.readings.iter().zip(call.utterances);
    turns.map(|(read, said)| if read.label == Label::Business { tokens(said.text.as_str()) } else { Vec::new() }).collect()
}

/// True if the talk came to the topic of a drift again after it. `latest` if no other topic was cut short since; `work` as
/// [`words_of_work`] has it.
pub(crate) fn taken_up_again(call: &Labelled<'_>, work: &[Vec<String>], drift: &Drift, latest: impl Fn(usize) -> bool) -> bool {
    let from = drift.returned_at.unwrap_or(drift.to).max(drift.to) + 1;
    let topic = Topic::of(call, drift);
    let until = if call.timing == Timing::Chat { from + MESSAGES } else { usize::MAX };
    (from..until.min(call.utterances.len())).any(|i| {
        let refused = call.utterances.get(i + 1).is_some_and(|answer| {
            let words = answer.text.as_str();
            puts_off(words) || puts_aside(words)
        });
        !refused && topic.is_taken_up(call, work, i, latest(i))
    })
}

/// True if the private talk of a later drift names the topic of a drift, in words that the work before does not have.
pub(crate) fn is_named_in(call: &Labelled<'_>, work: &[Vec<String>], drift: &Drift, later: &Drift) -> bool {
    let topic = Topic::of(call, drift);
    let mut told = (later.from..=later.to).filter(|&i| call.readings[i].label.is_private());
    told.any(|i| topic.is_named(&work[..later.from], &tokens(call.utterances[i].text.as_str())))
}

/// The words by which a topic is known, of those that the work before does not have.
struct Topic(HashSet<String>);

impl Topic {
    fn of(call: &Labelled<'_>, drift: &Drift) -> Self {
        let told = (drift.from..=drift.to).filter(|&i| call.readings[i].label.is_private());
        let told = told.flat_map(|i| tokens(call.utterances[i].text.as_str()));
        // A name is known by its words, wherever they were said.
        let name = tokens(drift.topic.as_str());
        Self(told.chain(name).filter(|word| names(word)).collect())
    }

    fn is_taken_up(&self, call: &Labelled<'_>, work: &[Vec<String>], i: usize, latest: bool) -> bool {
        let text = call.utterances[i].text.as_str();
        if puts_aside(text) {
            return false;
        }
        let private = |i: usize| call.readings.get(i).is_some_and(|reading| reading.label.is_private());
        let goes_on = (i + 1..=i + GOES_ON).any(private);
        let begins = latest && goes_on && i > 0 && !private(i - 1) && takes_up(text);
        let mine = call.utterances[i].speaker.role == Role::Me;
        // Once I said that the work is done, a word of both the work and the story is asked for as the story's.
        let work_done = mine && declares_work_done(text);
        let work = if work_done { &work[..0] } else { &work[..i] };
        // What I come to may be named in the first half of a sentence: "Now tell me about the boat, we have three minutes left."
        let halves = if mine { text } else { "" }.split(['.', '!', '?', '…', ',', ';']);
        begins
            || text.split_inclusive(['.', '!', '?', '…']).chain(halves).any(|sentence| {
                let words = tokens(sentence);
                let comes_to = mine || sentence.ends_with('?') || words.first().is_some_and(|word| is_one_of(COMES_TO, word));
                let asks = takes_up(sentence)
                    || goes_on && comes_to && words.len() <= NAMES
                    || work_done && sentence.trim_end().ends_with('?');
                asks && self.is_named(work, &words)
            })
    }

    /// True if a word of the topic is among these, and is none of the work until then.
    fn is_named(&self, work: &[Vec<String>], words: &[String]) -> bool {
        let mut named = words.iter().filter(|word| names(word) && self.0.iter().any(|other| are_one(word, other)));
        named.any(|word| !work.iter().flatten().any(|other| are_one(word, other)))
    }
}

/// True if a word may name a topic.
fn names(word: &str) -> bool {
    let letters = word.chars().count();
    let any_story = ANY_STORY.split(' ').any(|beginning| word.starts_with(beginning));
    letters >= NAME && !any_story && word.chars().all(char::is_alphabetic) || is_one_of(SHORT, word)
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// The same word, whatever its ending.
fn are_one(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count() - shared;
    one == other || shared >= NAME && rest(one) <= ENDING && rest(other) <= ENDING
}

#[cfg(test)]
mod tests {
    use crate::drifts::find;
    use crate::drifts::tests::Made;
    use crate::facts::parked;
    use segue_core::debrief::ParkedFate;
    use segue_core::{Flag, Label, Role};

    /// What became of a story that I put aside, when these turns come at the end.
    fn fate(story: &str, aside: &str, end: &[(Role, Label, &str)]) -> ParkedFate {
        use Label::{Business, Framing, Personal};
        let mut call = Made::default();
        call.says(Role::Me, Business, 60.0, "The header is done, and the footer. Сделала шапку.", &[]);
        call.says(Role::Client, Personal, 20.0, story, &[Flag::Disclosure]);
        call.says(Role::Me, Personal, 5.0, "No! Да ладно!", &[Flag::Enthusiasm]);
        call.says(Role::Client, Personal, 20.0, "All weekend long. Все выходные.", &[Flag::Disclosure]);
        call.says(Role::Me, Framing, 5.0, aside, &[Flag::SteerBack]);
        call.says(Role::Client, Business, 30.0, "The prices go up in January. Цены растут.", &[]);
        call.says(Role::Me, Business, 30.0, "I'll write that on the page. Так и запишу.", &[]);
        end.iter().for_each(|&(role, label, words)| {
            call.says(role, label, 8.0, words, &[]);
        });
        let look = call.look();
        let drifts = find(&look, 0, call.utterances.len() - 1);
        let fates: Vec<_> = parked(&look, &drifts).into_iter().map(|parked| parked.fate).collect();
        fates[0]
    }

    /// "Put aside, and still waiting", of a story that was asked for at the end, and told.
    #[test]
    fn what_is_asked_for_and_told_at_the_end_waits_no_more() {
        use Label::{Business, Framing, Personal};
        use ParkedFate::{Parked, Returned};
        use Role::{Client, Me};
        const BOAT: &str = "My sister has a new boyfriend, a dentist from Utrecht with a boat.";
        const LATER: &str = "Can we keep it for the last five minutes?";
        const HORSE: &str = "У неё автосалон и лошадь. Представляешь, лошадь!";
        const LATER_RU: &str = "Хочу дослушать, но давай в конце, ладно?";
        let told = (Client, Personal, "So mother rang his practice. В общем, ест она шторы.");
        let boat = [
            ((Client, Business, "Oh, and the boat, you wanted to hear about the boat."), Returned),
            ((Me, Framing, "And the boat?"), Returned),
            ((Me, Framing, "That's the work done. Now show me the boat."), Returned),
            ((Me, Framing, "So, what about the dentist?"), Returned),
            ((Me, Framing, "Now tell me about that boat of his, we have three whole minutes left."), Returned),
            ((Me, Framing, "You wanted to tell me something, before."), Returned),
            ((Me, Framing, "Right, tell me the rest!"), Returned),
            ((Me, Framing, "Have a lovely evening."), Parked),
            ((Client, Business, "I'll tell you about the boat another time."), Parked),
            ((Me, Framing, "The boat we keep for next time, at the end of the call."), Parked),
            ((Me, Business, "And the prices?"), Parked),
        ];
        for (turn, expected) in boat {
            assert_eq!(fate(BOAT, LATER, &[turn, told]), expected, "{}", turn.2);
        }
        for (turn, expected) in [
            ((Client, Personal, "А про лошадь-то дорассказать? А то реветь начну."), Returned),
            ((Me, Framing, "Ну, а лошадь?"), Returned),
            ((Me, Framing, "По делу всё. Вы хотели рассказать про лошадь."), Returned),
            ((Me, Framing, "Теперь я готов дослушать."), Returned),
            ((Me, Framing, "А теперь про лошадь, у нас ещё целых три минуты до конца."), Returned),
            ((Me, Framing, "Про лошадь дорасскажешь потом, ладно?"), Parked),
            ((Me, Framing, "До вторника, хорошего вечера!"), Parked),
        ] {
            assert_eq!(fate(HORSE, LATER_RU, &[turn, told]), expected, "{}", turn.2);
        }
        let refused = [(Client, Framing, "And the boat?"), (Me, Framing, "Next time, I have to run.")];
        assert_eq!(fate(BOAT, LATER, &refused), Parked);
        let not_told = [(Me, Framing, "And the boat?"), (Client, Business, "When is the invoice due?")];
        assert_eq!(fate(BOAT, LATER, &not_told), Parked);
    }

    /// "Now, the lighthouse: how does he get up?", after the last of the work, left the lighthouse waiting: a chapter had its name.
    #[test]
    fn once_the_work_is_done_a_word_of_both_is_asked_for_as_the_story() {
        use Label::{Business, Framing};
        use Role::{Client, Me};
        const STORY: &str = "My husband bought a header, a real one, from a shipyard, with no stairs.";
        const LATER: &str = "Can we keep that for the end?";
        for (asked, expected) in [
            ("So that's all of it. Now, the header: how does he get up?", ParkedFate::Returned),
            ("Now, the header: how does he get up?", ParkedFate::Parked),
            ("So that's all of it. Bye!", ParkedFate::Parked),
        ] {
            let end = [(Me, Framing, asked), (Client, Business, "With a rope! And the goat follows him up.")];
            assert_eq!(fate(STORY, LATER, &end), expected, "{asked}");
        }
    }

    /// The sofa was told of again in the chat at the end, and still waited.
    #[test]
    fn what_the_chat_at_the_end_names_waits_no_more() {
        use Label::{Framing, Personal};
        use Role::{Client, Me};
        const STORY: &str = "She came for the sofa at midnight with a trombone player.";
        const LATER: &str = "Can we keep that for the end?";
        for (told, expected) in [
            ("Ha! And then my mother phones and says I should have sold the sofa.", ParkedFate::Returned),
            ("Ha! And then my mother phones about the weather.", ParkedFate::Parked),
        ] {
            let end = [(Client, Personal, told), (Me, Personal, "Mothers."), (Me, Framing, "I have to go. Bye!")];
            assert_eq!(fate(STORY, LATER, &end), expected, "{told}");
        }
    }
}
