//! Where a stretch of private talk began: with the words that led into it.

use crate::aside::{is_aside, names_kin};
use crate::labelled::{HALF_PRIVATE, Labelled};
use crate::question::{asks_after_somebody, asks_how_it_went};
use segue_core::{Flag, Label, Reading, Role, tokens};

/// Probability of private talk of the utterance before a drift that makes it its opening.
const LEADS_IN: f32 = HALF_PRIVATE;
/// The same of one that tells or asks, where what comes after it leaves no doubt: "Very well, thank you. We finally had some sun…" is
/// no mere greeting, nor "Order a second belt. How is the little one?" mere work.
const TELLS_LEADS_IN: f32 = 0.05;
/// The same of one in answer to which something half private was said: "Fair enough. So, the dates?" began nothing.
const ANSWERED: f32 = 0.1;
/// The same of a few words, which begin nothing themselves: "Sounds good." before "My daughter wants to leave school".
const CLEARLY: f32 = 0.4;
/// Words below which a turn only takes up what was told right before it.
const REACTS: usize = 4;
/// Words that may begin something.
const SAYS: usize = 6;
/// Words that tell.
const STORY: usize = 12;
/// Probability of private talk of an answer that shows what was asked.
const SURELY: f32 = 0.85;
/// The same where a greeting asks how something went, which is seldom work.
const LIKELY: f32 = 0.6;
/// Words by which somebody answers a story with one like it, ё as е.
const LIKEWISE: [&str; 10] = ["same", "too", "neither", "likewise", "тоже", "также", "такая", "такой", "точно", "аналогично"];
/// Words with which another matter begins.
const ANEW: [&str; 5] = ["way", "speaking", "кстати", "слушай", "слушайте"];

/// The turn with which the stretch of private talk `first..=last` opens: who answers "congratulations" did not begin.
pub(crate) fn opening(call: &Labelled<'_>, (first, last): (usize, usize), within: usize) -> usize {
    // Words of work that stand beside private ones began nothing, though they were taken for private with them.
    let works = |reading: &Reading| reading.wanted.is_some() && reading.probabilities.business >= reading.probabilities.private();
    let first = (first..last).find(|&i| !works(&call.readings[i])).unwrap_or(first);
    let private = |i: usize| call.readings[i].probabilities.private();
    let turns = |i: usize| i > within && call.utterances[i].speaker != call.utterances[i - 1].speaker;
    if !turns(first) || is_aside(call, first - 1) || !(leads_in(call, first) || answers_story(call, first)) {
        return first;
    }
    let before = first - 1;
    // "No! Which one?" began nothing, nor did the work before it; "Thursday it is. Guess what, I bought a car!" did.
    let least = if call.utterances[before].text.count() < REACTS { TELLS_LEADS_IN } else { ANSWERED };
    let answers = turns(before) && !call.readings[before - 1].label.is_private() && private(before - 1) >= least;
    if answers { before - 1 } else { before }
}

/// True if the words before the first private ones led into them.
fn leads_in(call: &Labelled<'_>, first: usize) -> bool {
    let (reading, words) = (&call.readings[first - 1], &call.utterances[first - 1].text);
    let (private, text) = (reading.probabilities.private(), words.as_str());
    let says = || text.contains('?') || words.count() >= SAYS || private >= CLEARLY;
    let tells = || reading.label == Label::Framing && words.count() >= STORY;
    let asked = || asks_after_somebody(text) && call.readings[first].probabilities.private() >= SURELY;
    private >= LEADS_IN && says() && !asks_for_work(call, first)
        || private >= TELLS_LEADS_IN && (tells() || asked())
        || asks_in_greeting(call, first)
}

/// True if the turn before only asks for something of the work: who tells of a fire in answer to it began.
fn asks_for_work(call: &Labelled<'_>, first: usize) -> bool {
    let (reading, told) = (&call.readings[first - 1], &call.readings[first]);
    let text = call.utterances[first - 1].text.as_str();
    let of_work = reading.label == Label::Business && reading.probabilities.business > reading.probabilities.private();
    let private = reading.flags.has(Flag::PersonalQuestion) || asks_after_somebody(text) || asks_how_it_went(text);
    let tells = told.flags.has(Flag::Disclosure) && told.probabilities.private() >= SURELY;
    of_work && tells && text.trim_end().ends_with('?') && !private
}

/// True if the turn before greets and asks how something went, and is told: "Hello! How was the christening?"
fn asks_in_greeting(call: &Labelled<'_>, first: usize) -> bool {
    let before = &call.readings[first - 1];
    let told = call.readings[first].probabilities.private() >= LIKELY;
    before.label == Label::Framing && told && asks_how_it_went(call.utterances[first - 1].text.as_str())
}

/// True if my turn answers a story of somebody's family with one like it, though the story seemed work among work: who says "My
/// sister did the same" did not begin.
fn answers_story(call: &Labelled<'_>, first: usize) -> bool {
    let (before, words) = (call.utterances[first - 1].text.as_str(), tokens(call.utterances[first].text.as_str()));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let mine = call.utterances[first].speaker.role == Role::Me;
    mine && has(&LIKEWISE) && !has(&ANEW) && names_kin(before) && !before.contains('?')
}

#[cfg(test)]
mod tests {
    use crate::drifts::tests::Made;
    use crate::feeding::feeding;
    use Label::{Business, Framing, Personal, Smalltalk};
    use segue_core::debrief::FeedingKind;
    use segue_core::{Flag, Label, Role, Words};

    /// "We finally had some sun, I sat in the garden" was answered by me, and so I had opened it.
    #[test]
    fn who_tells_in_answer_to_a_greeting_opens() {
        let mut call = Made::default();
        let story = "Very well, thank you. We finally had some sun, I sat in the garden for an hour on Sunday.";
        call.me(Framing, 2.0, &[]).says(Role::Client, Framing, 7.0, story, &[]);
        call.readings[1].probabilities.smalltalk = 0.07;
        call.me(Smalltalk, 10.0, &[]).client(Smalltalk, 10.0, &[]).me(Smalltalk, 10.0, &[]).client(Business, 60.0, &[]);
        let opened = |call: &Made| call.drifts()[0].opened_by.as_ref().map(|by| by.role);
        assert_eq!(opened(&call), Some(Role::Client));
        call.utterances[1].text = Words::new("Fine, thank you.");
        assert_eq!(opened(&call), Some(Role::Me));
    }

    /// "Bad luck. So, the dates?" and "Sounds good." had opened what somebody else told, and "Order a second belt. How is the little
    /// one?" had not.
    #[test]
    fn who_brings_something_private_up_opens_it() {
        let quarrel = "Delivery is free. By the way, I had such a row with my mother-in-law, she scratched my car.";
        let asked = "Order a second belt. How is the little one, is she sleeping?";
        for (words, private, opener) in [
            // Who speaks before the story of the client, and how private it seems.
            (vec![(Role::Me, quarrel, 0.2), (Role::Client, "Bad luck. So, the dates?", 0.28)], Role::Me, Role::Me),
            (vec![(Role::Me, "Липа, восемь рам.", 0.0), (Role::Client, "Бывает. Так что по срокам?", 0.05)], Role::Me, Role::Me),
            (vec![(Role::Me, "Sounds good.", 0.25)], Role::Client, Role::Client),
            (vec![(Role::Me, "Можно, это несложно.", 0.27)], Role::Client, Role::Client),
            (vec![(Role::Me, "👍", 0.25)], Role::Client, Role::Client),
            (vec![(Role::Me, asked, 0.07)], Role::Client, Role::Me),
            (vec![(Role::Me, "Закажите второй ремень. А как ваш малыш, спит по ночам?", 0.07)], Role::Client, Role::Me),
            (vec![(Role::Me, "Order a second belt. Is one enough?", 0.01)], Role::Client, Role::Client),
            // A question of the work that a fire was told in answer to, and a new car that I only wondered at.
            (vec![(Role::Me, "Nobody on Sunday. Can you take it?", 0.26)], Role::Client, Role::Client),
            (
                vec![(Role::Client, "Годится. Слушай, я тачку взял!", 0.09), (Role::Me, "Да ну! Какую?", 0.28)],
                Role::Client,
                Role::Client,
            ),
            (vec![(Role::Me, "And how is the new job going by the way", 0.25)], Role::Client, Role::Me),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            for (role, words, probability) in &words {
                call.says(*role, Business, 4.0, words, &[]);
                let reading = call.readings.last_mut().unwrap();
                (reading.probabilities.personal, reading.probabilities.business) = (*probability, 1.0 - probability);
            }
            for role in [private, Role::Client, Role::Me] {
                call.says(role, Personal, 40.0, "and on Sunday the whole family came", &[Flag::Disclosure]);
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.drifts()[0].opened_by.as_ref().map(|by| by.role), Some(opener), "{words:?}");
        }
    }

    /// "How was the christening?" stood in my hello, and the client was said to have opened what they told in answer.
    #[test]
    fn who_asks_in_a_greeting_how_it_went_opens() {
        for (hello, opener) in [
            ("Hello, hello! How was the christening?", Role::Me),
            ("Привет! Ну что, как прошли крестины?", Role::Me),
            ("Доброе утро! Как отпуск?", Role::Me),
            ("Hi! How are you?", Role::Client),
            ("Hello Mira, how's it going?", Role::Client),
            ("Здравствуйте! Как дела?", Role::Client),
            ("Добрый день! Как меня слышно?", Role::Client),
            ("Hello, can you hear me?", Role::Client),
        ] {
            let mut call = Made::default();
            call.says(Role::Me, Framing, 3.0, hello, &[]);
            call.client(Personal, 40.0, &[]).me(Personal, 40.0, &[]).client(Personal, 40.0, &[]).client(Business, 60.0, &[]);
            let drifts = call.drifts();
            assert_eq!(drifts[0].opened_by.as_ref().map(|by| by.role), Some(opener), "{hello}");
        }
    }

    /// "We are trying for a second child" was work to the model, and who answered it was said to have opened the drift.
    #[test]
    fn who_answers_a_story_with_one_like_it_did_not_open() {
        for (told, answer, opener) in [
            ("We are trying for a second child.", "Ha, I would have run away. My sister did the same once.", Role::Client),
            ("Мы с мужем второго ребёнка ждём.", "Надо же, моя сестра тоже.", Role::Client),
            ("We are trying for a second child.", "By the way, my sister moved out too.", Role::Me),
            ("The sluice gate needs a new seal.", "Ha, my sister's did the same once.", Role::Me),
            ("Does the child need a ticket?", "My sister asked the same, she is in Rome now.", Role::Me),
        ] {
            let mut call = Made::default();
            call.me(Business, 60.0, &[]).says(Role::Client, Business, 5.0, told, &[]);
            call.says(Role::Me, Personal, 8.0, answer, &[]);
            call.client(Personal, 40.0, &[]).me(Personal, 40.0, &[]).client(Business, 60.0, &[]);
            let drifts = call.drifts();
            assert_eq!(drifts[0].opened_by.as_ref().map(|by| by.role), Some(opener), "{told} {answer}");
        }
    }

    /// "Katja here. The fire exit sign arrives on Monday" was what a proposal of marriage began with.
    #[test]
    fn words_of_work_beside_private_ones_open_nothing() {
        let mut call = Made::default();
        call.me(Business, 60.0, &[]).says(Role::Client, Smalltalk, 4.0, "Katja here. The fire exit sign arrives on Monday.", &[]);
        let probabilities = &mut call.readings[1].probabilities;
        (probabilities.business, probabilities.smalltalk) = (0.5, 0.1);
        for _ in 0..4 {
            call.client(Personal, 20.0, &[]);
        }
        call.me(Business, 60.0, &[]);
        assert_eq!(call.drifts()[0].from, 2);
    }

    /// A drift was "opened by you", and where you fed it nothing was said of that.
    #[test]
    fn what_i_open_with_half_a_question_of_work_is_among_what_i_fed() {
        let mut call = Made::default();
        call.client(Business, 60.0, &[]).me(Business, 4.0, &[]);
        call.readings[1].probabilities.personal = 0.4;
        for _ in 0..3 {
            call.client(Personal, 40.0, &[]);
        }
        call.client(Business, 60.0, &[]);
        let drifts = call.drifts();
        assert_eq!(drifts[0].opened_by.as_ref().map(|by| by.role), Some(Role::Me));
        let fed: Vec<_> = feeding(&call.look(), &drifts).unwrap().iter().map(|moment| (moment.kind, moment.index)).collect();
        assert_eq!(fed, [(FeedingKind::Opening, 1)]);
    }
}
