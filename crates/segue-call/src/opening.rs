//! Where a stretch of private talk began: with the words that led into it.

use crate::labelled::{HALF_PRIVATE, Labelled};
use crate::question::asks_after_somebody;
use segue_core::{Label, Reading};

/// Probability of private talk of the utterance before a drift that makes it its opening.
const LEADS_IN: f32 = HALF_PRIVATE;
/// The same of one that tells or asks, where what comes after it leaves no doubt: "Very well, thank you. We finally had some sun…" is
/// no mere greeting, nor "Order a second belt. How is the little one?" mere work.
const TELLS_LEADS_IN: f32 = 0.05;
/// The same of one in answer to which something half private was said: "Fair enough. So, the dates?" began nothing.
const ANSWERED: f32 = 0.1;
/// The same of a few words, which begin nothing themselves: "Sounds good." before "My daughter wants to leave school".
const CLEARLY: f32 = 0.4;
/// Words that may begin something.
const SAYS: usize = 6;
/// Words that tell.
const STORY: usize = 12;
/// Probability of private talk of an answer that shows what was asked.
const SURELY: f32 = 0.85;

/// The turn with which the stretch of private talk `first..=last` opens: who answers "congratulations" did not begin.
pub(crate) fn opening(call: &Labelled<'_>, (first, last): (usize, usize), within: usize) -> usize {
    // Words of work that stand beside private ones began nothing, though they were taken for private with them.
    let works = |reading: &Reading| reading.wanted.is_some() && reading.probabilities.business >= reading.probabilities.private();
    let first = (first..last).find(|&i| !works(&call.readings[i])).unwrap_or(first);
    let private = |i: usize| call.readings[i].probabilities.private();
    let turns = |i: usize| i > within && call.utterances[i].speaker != call.utterances[i - 1].speaker;
    if !turns(first) || !leads_in(call, first) {
        return first;
    }
    let before = first - 1;
    let answers = turns(before) && !call.readings[before - 1].label.is_private() && private(before - 1) >= ANSWERED;
    if answers { before - 1 } else { before }
}

/// True if the words before the first private ones led into them.
fn leads_in(call: &Labelled<'_>, first: usize) -> bool {
    let (reading, words) = (&call.readings[first - 1], &call.utterances[first - 1].text);
    let (private, text) = (reading.probabilities.private(), words.as_str());
    let says = || text.contains('?') || words.count() >= SAYS || private >= CLEARLY;
    let tells = || reading.label == Label::Framing && words.count() >= STORY;
    let asked = || asks_after_somebody(text) && call.readings[first].probabilities.private() >= SURELY;
    private >= LEADS_IN && says() || private >= TELLS_LEADS_IN && (tells() || asked())
}

#[cfg(test)]
mod tests {
    use crate::drifts::tests::Made;
    use crate::feeding::feeding;
    use Label::{Business, Framing, Personal, Smalltalk};
    use segue_core::debrief::FeedingKind;
    use segue_core::{Label, Role, Words};

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
                call.says(role, Personal, 40.0, "and on Sunday the whole family came", &[]);
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.drifts()[0].opened_by.as_ref().map(|by| by.role), Some(opener), "{words:?}");
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
