//! The boundary announced, topics put aside, agenda items reached.

use crate::again::{is_named_in, taken_up_again, words_of_work};
use crate::companion::ANNOUNCED_WITHIN;
use crate::drifts::TOPIC_WORDS;
use crate::labelled::Labelled;
use crate::outcome::Breaths;
use crate::put_aside::{name_of, puts_topic_aside};
use segue_core::debrief::{AgendaResult, Drift, Excuse, Parked, ParkedFate, ShownCue};
use segue_core::{Flag, Label, Reading, Role, Rung, Utterance, Words};
use segue_phrasebook::{SAID, announcement_was_said, puts_aside, topic_of};
use segue_topic::project::puts_off;

/// How surely words announce a boundary where none was due, and how many words of one turn that are less sure do.
const MOST_PARTS: f32 = 0.8;
const UNASKED_WORDS: usize = 18;
/// Words of a sentence that is quoted whole.
const WHOLE: usize = 12;

/// True if I announced a new boundary: with the line for it, or early in the call in words that are known for it; where one was due,
/// in whatever words, and in several breaths.
pub(crate) fn announced(call: &Labelled<'_>) -> bool {
    let with_the_line = call.cues.iter().any(|cue| cue.rung == Rung::Announce && cue.said);
    let due = call.plan.announcement_due;
    let mut breaths = Breaths::default();
    let mine = |(utterance, reading): (&Utterance, &Reading)| {
        let early = utterance.start <= ANNOUNCED_WITHIN && utterance.speaker.role == Role::Me;
        early && {
            breaths.hear(utterance, reading.label);
            announces_unasked(utterance) || due && (reading.flags.has(Flag::Announcement) || breaths.announce())
        }
    };
    with_the_line || call.utterances.iter().zip(call.readings).any(mine)
}

/// Most parts of an announcement, or as many as must be in so many words: fewer are about the work where no boundary was due.
fn announces_unasked(utterance: &Utterance) -> bool {
    let sure = announcement_was_said(utterance.text.as_str());
    sure >= MOST_PARTS || sure >= SAID && utterance.text.count() >= UNASKED_WORDS
}

/// What became of the topic of each drift that was cut short, or that I said would wait, however short it was; and of what was told in
/// passing, if my words put it aside.
pub(crate) fn parked(call: &Labelled<'_>, drifts: &[Drift]) -> Vec<Parked> {
    let asides: Vec<usize> = (0..call.utterances.len()).filter(|&i| puts_told_aside(call, i)).collect();
    let of_drift = |drift: &Drift| drift.from..=drift.to.max(drift.returned_at.unwrap_or(drift.to));
    let mine_in = |drift: &Drift| asides.iter().rev().copied().find(|i| of_drift(drift).contains(i));
    let put_aside = |drift: &Drift, who: fn(Role) -> bool| {
        let back = drift.returned_at.unwrap_or(drift.to);
        let mut turns = drift.to.saturating_sub(2).min(back)..=drift.to.max(back);
        let puts = |i: usize, who: fn(Role) -> bool| {
            let utterance = &call.utterances[i];
            who(utterance.speaker.role) && puts_aside(utterance.text.as_str())
        };
        // I promised it, though the other told on: it waits.
        let promised = || (drift.from + 1..=drift.to).any(|i| puts(i, |role| role == Role::Me));
        with_a_line(call, drift) || turns.any(|i| puts(i, who)) || promised()
    };
    let cut = |drift: &&Drift| match drift.excused {
        None => drift.returned_at.is_some_and(|i| mine_in(drift).is_some() || cut_short(call, drift, i)),
        Some(Excuse::Brief | Excuse::Greeting) => put_aside(drift, |role| role == Role::Me),
        Some(_) => false,
    };
    let in_passing = asides.iter().filter(|&i| !drifts.iter().any(|drift| of_drift(drift).contains(i)));
    let named = |drift: &Drift, by: Option<usize>| Drift {
        topic: name_of(call.utterances, Some(drift.from), by).unwrap_or_default(),
        ..drift.clone()
    };
    let mut cut: Vec<(Drift, bool)> =
        drifts.iter().filter(cut).map(|drift| (named(drift, mine_in(drift)), put_aside(drift, |_| true))).collect();
    cut.extend(in_passing.map(|&i| (named(&told_in_passing(call, i), Some(i)), true)));
    cut.sort_by_key(|(drift, _)| drift.from);
    let mut work = if cut.is_empty() { Vec::new() } else { words_of_work(call) };
    // What was put aside reads as work at times, and is none.
    for &i in &asides {
        work[i.saturating_sub(1)..=i].iter_mut().for_each(Vec::clear);
    }
    cut.iter()
        .filter_map(|(drift, aside)| {
            let latest = |i| !cut.iter().any(|(other, _)| other.from > drift.to && other.to < i);
            let goes_on = |later: &Drift| {
                let at_the_end = *aside && later.excused == Some(Excuse::Closing);
                same_topic(call, drift, later) || at_the_end && is_named_in(call, &work, drift, later)
            };
            let again =
                drifts.iter().any(|later| later.from > drift.to && goes_on(later)) || taken_up_again(call, &work, drift, latest);
            let fate = match (again, aside) {
                (true, true) => ParkedFate::Returned,
                (false, true) => ParkedFate::Parked,
                (false, false) => ParkedFate::Lost,
                // Nobody said that it would wait, and it was told on: there is nothing to keep, and nothing was lost.
                (true, false) => return None,
            };
            let topic = if drift.topic.is_empty() { quote(call, drift.from) } else { drift.topic.clone() };
            Some(Parked { index: drift.from, at: drift.start, topic, fate })
        })
        .collect()
}

/// True if a turn of mine puts aside what somebody told right before. What ends the call promises another one, and grave news is not
/// put aside.
fn puts_told_aside(call: &Labelled<'_>, index: usize) -> bool {
    let utterance = &call.utterances[index];
    let Some(before) = index.checked_sub(1).filter(|_| utterance.speaker.role == Role::Me) else { return false };
    let private = |i: usize| call.readings[i].probabilities.private();
    let told = if call.utterances[before].speaker.role == Role::Me { 0.0 } else { private(before) };
    let over = call.readings[index].flags.has(Flag::SignOff) || call.surely_serious(before);
    !over && puts_topic_aside(utterance.text.as_str(), told, private(index), &call.plan.agenda)
}

/// What was told right before a turn of mine that put it aside, though it was too little for a drift.
fn told_in_passing(call: &Labelled<'_>, by: usize) -> Drift {
    let from = by - 1;
    let (told, private) = (&call.utterances[from], call.private(from..by));
    Drift {
        from,
        to: from,
        start: told.start,
        end: told.end,
        opened_by: call.known(from),
        returned_by: call.known(by),
        returned_with: None,
        returned_at: Some(by),
        private,
        label: Label::Personal,
        allowed: 0.0,
        excused: Some(Excuse::Brief),
        topic: Words::default(),
    }
}

/// The words that opened a topic which has no name: a whole clause of them, if it is short.
fn quote(call: &Labelled<'_>, from: usize) -> Words {
    let topic = topic_of(&call.utterances[from].text, usize::MAX);
    let sentence = topic.as_str().split_inclusive(['.', '!', '?', '…']).next().unwrap_or_default();
    let whole = Words::new(sentence.trim());
    if whole.count() <= WHOLE { whole } else { topic.excerpt(TOPIC_WORDS) }
}

/// I said a line that puts a topic aside.
fn with_a_line(call: &Labelled<'_>, drift: &Drift) -> bool {
    let puts_aside = |cue: &&ShownCue| cue.said && matches!(cue.rung, Rung::Park | Rung::Offline);
    call.cues.iter().filter(puts_aside).any(|cue| (drift.from..=drift.to).contains(&cue.after))
}

/// Brought back by a steer, not run out by itself, nor ended by whoever told it; and a topic that may come again: what somebody
/// asked of my own life is none.
fn cut_short(call: &Labelled<'_>, drift: &Drift, back: usize) -> bool {
    let asked_before = (0..drift.from).any(|i| call.asks_me(i));
    let asks = (drift.from..=drift.to).any(|i| call.asks_me(i) || asked_before && call.asks_me_in_words(i));
    let ended = back > 0 && drift.opened_by.as_ref().is_some_and(|by| by.role != Role::Unknown && *by == call.by(back));
    if asks || ended {
        return false;
    }
    (drift.from..=back).any(|i| call.readings[i].flags.has(Flag::SteerBack))
        || call.utterances[back].speaker.role == Role::Me && drift.opened_by.as_ref().is_some_and(|by| by.role != Role::Me)
}

/// Two of the long words of a topic come again.
fn same_topic(call: &Labelled<'_>, drift: &Drift, later: &Drift) -> bool {
    let words = |d: &Drift| -> Vec<String> {
        let all = (d.from..=d.to).map(|i| call.utterances[i].text.as_str().to_lowercase());
        all.flat_map(|t| t.split(|c: char| !c.is_alphabetic()).map(|w| w.chars().take(6).collect()).collect::<Vec<String>>())
            .filter(|w| w.chars().count() == 6)
            .collect()
    };
    let first = words(drift);
    let mut shared: Vec<String> = words(later).into_iter().filter(|w| first.contains(w)).collect();
    shared.sort();
    shared.dedup();
    shared.len() >= 3
}

/// When each agenda item was first talked about. `items` holds the item that each utterance takes up, if any.
pub(crate) fn agenda(call: &Labelled<'_>, items: &[Option<usize>]) -> Vec<AgendaResult> {
    let taken_up =
        |i: usize, item| items[i] == Some(item) && !call.readings[i].label.is_private() && !put_off_next(call, items, i);
    let first = |item| (0..items.len()).find(|&i| taken_up(i, item));
    let plan = call.plan.agenda.iter().enumerate();
    plan.map(|(item, planned)| {
        let index = first(item);
        AgendaResult { text: planned.text.clone(), reached_at: index.map(|i| call.utterances[i].start), index }
    })
    .collect()
}

/// "And the gate motor?" was answered with "Next time".
fn put_off_next(call: &Labelled<'_>, items: &[Option<usize>], index: usize) -> bool {
    let answer = index + 1;
    let answered = answer < items.len() && items[answer].is_none();
    answered && call.utterances[answer].speaker != call.utterances[index].speaker && {
        let said = call.utterances[index].text.as_str();
        said.contains('?') && puts_off(call.utterances[answer].text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drifts::find;
    use crate::drifts::tests::Made;
    use segue_core::AgendaItem;

    /// "Can we put that aside for a moment?" was a promise nobody kept, because what it put aside was short.
    #[test]
    fn what_i_say_will_wait_is_parked_however_short_it_was() {
        use Label::{Business, Framing, Personal};
        let aside = "That sounds hard. Can we put that aside for a moment? I need the invoice from you.";
        for (who, words, parked) in [
            (Role::Me, aside, vec![ParkedFate::Parked]),
            (Role::Me, "Давайте об этом потом, сначала счёт.", vec![ParkedFate::Parked]),
            (Role::Me, "I see. I need the invoice from you.", vec![]),
            (Role::Client, aside, vec![]),
        ] {
            let mut call = Made::default();
            call.client(Business, 200.0, &[]).client(Personal, 9.0, &[]).client(Personal, 9.0, &[]);
            call.says(who, Framing, 4.0, words, &[Flag::SteerBack]).client(Business, 60.0, &[]);
            let mut drifts = find(&call.look(), 0, call.utterances.len() - 1);
            drifts.iter_mut().for_each(|drift| drift.excused = Some(Excuse::Brief));
            assert_eq!(drifts.len(), 1);
            assert_eq!(
                super::parked(&call.look(), &drifts).iter().map(|topic| topic.fate).collect::<Vec<_>>(),
                parked,
                "{words}"
            );
        }
    }

    /// Norway, the euphonium player and the grandson were told in a sentence or two and put aside by name, and were parked nowhere.
    #[test]
    fn what_was_told_in_passing_and_put_aside_is_parked_by_its_name() {
        use Label::{Business, Framing, Personal};
        for (told, private, aside, end, expected) in [
            (
                "We are thinking of going to Norway on the boat.",
                0.6,
                "Interesting! Can we put Norway aside for a bit? Tuning dates.",
                "So, Norway?",
                vec![("Norway", ParkedFate::Returned)],
            ),
            (
                "Muriel has a new gentleman friend.",
                0.3,
                "I'd love to hear about Muriel's friend at the end. Now the invoice.",
                "Goodbye!",
                vec![("Muriel's friend", ParkedFate::Parked)],
            ),
            (
                "А знаете, внук мой в театральный поступил!",
                0.7,
                "Поздравляю! Давайте про внука потом, в конце, хорошо?",
                "До свидания!",
                vec![("про внука", ParkedFate::Parked)],
            ),
            ("The roof needs slates.", 0.01, "Let's come back to the roof later.", "Goodbye!", vec![]),
        ] {
            let mut call = Made::default();
            call.me(Business, 60.0, &[]).says(Role::Client, Business, 6.0, told, &[]);
            let probabilities = &mut call.readings[1].probabilities;
            (probabilities.personal, probabilities.business) = (private, 1.0 - private);
            call.says(Role::Me, Business, 6.0, aside, &[]).client(Business, 60.0, &[]).me(Framing, 3.0, &[]);
            call.says(Role::Me, Framing, 3.0, end, &[]).client(Personal, 5.0, &[]);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            let parked = parked(&look, &drifts);
            let found: Vec<_> = parked.iter().map(|topic| (topic.topic.as_str(), topic.fate)).collect();
            assert_eq!(found, expected, "{told}");
        }
    }

    /// "It ended without a word about later" of what I had put aside and asked for at the end: the client had told on in between.
    #[test]
    fn what_i_put_aside_waits_though_the_other_told_on() {
        use Label::{Business, Framing, Personal};
        let aside =
            ["That's nice. Shall we keep that for the end? The box first.", "Славно. Давайте об этом в конце. Сначала коробка."];
        let tales = [
            ["I have a new man, a lighthouse keeper.", "Yes yes. But he has such hands.", "Now tell me about the lighthouse."],
            ["У меня новый мужчина, смотритель маяка.", "Да-да. Но какие у него руки.", "Ну, рассказывайте про маяк."],
        ];
        for (aside, [story, on, asked]) in aside.into_iter().zip(tales) {
            for (puts, fates) in [(true, [ParkedFate::Returned]), (false, [ParkedFate::Lost])] {
                let mut call = Made::default();
                call.me(Business, 60.0, &[]).says(Role::Client, Personal, 14.0, story, &[]);
                if puts {
                    call.says(Role::Me, Business, 8.0, aside, &[]);
                }
                call.says(Role::Client, Personal, 16.0, on, &[]).me(Business, 7.0, &[Flag::SteerBack]);
                call.client(Personal, 12.0, &[]).me(Business, 10.0, &[Flag::SteerBack]).client(Business, 10.0, &[]);
                if puts {
                    call.says(Role::Me, Framing, 6.0, asked, &[Flag::WrapUp]).client(Personal, 11.0, &[]);
                }
                let look = call.look();
                let drifts = find(&look, 0, call.utterances.len() - 1);
                assert_eq!(drifts[0].from, 1, "{aside}");
                assert_eq!(parked(&look, &drifts).iter().map(|topic| topic.fate).collect::<Vec<_>>(), fates, "{aside} {puts}");
            }
        }
    }

    /// "It ended without a word about later" stood below "you said it", of a line that puts a topic aside.
    #[test]
    fn what_a_line_that_was_said_put_aside_is_parked() {
        use Label::{Business, Framing, Personal};
        for (rung, said, fate) in [
            (Rung::Park, true, ParkedFate::Parked),
            (Rung::Offline, true, ParkedFate::Parked),
            (Rung::Direct, true, ParkedFate::Lost),
            (Rung::Park, false, ParkedFate::Lost),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 15.0, &[]);
            });
            call.line().says(Role::Me, Framing, 3.0, "Right, page seven.", &[Flag::SteerBack]).client(Business, 60.0, &[]);
            (call.cues[0].rung, call.cues[0].said) = (rung, said);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            assert_eq!(super::parked(&look, &drifts).iter().map(|topic| topic.fate).collect::<Vec<_>>(), [fate], "{rung:?}");
        }
    }

    /// "Put aside, and taken up again" stood beside a story that nobody had put aside: I had only gone on with the work.
    #[test]
    fn what_nobody_put_aside_is_not_taken_up_again() {
        use Label::{Business, Personal};
        const STORY: &str = "The trombone player, the carriage and grandmother Penelope with the lantern.";
        for (steer, fates) in
            [("Right, page seven.", vec![]), ("Let's keep that for the end. Page seven.", vec![ParkedFate::Returned])]
        {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            for (words, flags) in [(steer, vec![Flag::SteerBack]), ("Page nine.", vec![Flag::SteerBack, Flag::Accepted])] {
                (0..4).for_each(|_| {
                    call.says(Role::Client, Personal, 15.0, STORY, &[]);
                });
                call.says(Role::Me, Business, 10.0, words, &flags).client(Business, 60.0, &[]);
            }
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            let found: Vec<_> = super::parked(&look, &drifts[..]).iter().map(|topic| topic.fate).collect();
            assert_eq!(found[..found.len().min(fates.len())], fates, "{steer}");
            assert!(found.iter().filter(|fate| **fate == ParkedFate::Returned).count() == fates.len(), "{steer}");
        }
    }

    /// Two thirds of an agenda had been put off until next time, in answer to "And the gate motor?", and all of it was reached.
    #[test]
    fn what_is_asked_about_and_put_off_is_not_reached() {
        for (asked, answer, reached) in [
            ("And the gate motor?", "Next time, I have to run.", false),
            ("А ворота?", "Давайте в следующий раз.", false),
            ("And the gate motor?", "A Somfy, I think.", true),
            ("The gate motor is in.", "Then the paint next time.", true),
        ] {
            let mut call = Made::default();
            call.plan.agenda = vec![AgendaItem { text: "Gate motor".into(), minutes: None }];
            call.says(Role::Me, Label::Business, 3.0, asked, &[]).says(Role::Client, Label::Business, 3.0, answer, &[]);
            let results = agenda(&call.look(), &[Some(0), None]);
            assert_eq!(results[0].reached_at.is_some(), reached, "{asked} {answer}");
        }
    }

    /// "A word about it next time would be kind" of "why did you and your wife split up?", and of what the client had ended.
    #[test]
    fn what_i_was_asked_and_what_its_teller_ended_is_no_lost_topic() {
        for (asks, ender, lost) in [(false, Role::Me, 1), (true, Role::Me, 0), (false, Role::Client, 0)] {
            let mut call = Made::default();
            let flags = if asks { vec![Flag::PersonalQuestion] } else { vec![] };
            call.me(Label::Business, 60.0, &[]);
            for _ in 0..4 {
                call.client(Label::Personal, 20.0, &flags);
            }
            call.says(ender, Label::Business, 10.0, "so, the invoice", &[Flag::SteerBack]).me(Label::Business, 60.0, &[]);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            assert_eq!(parked(&look, &drifts).len(), lost, "{asks} {ender:?}");
        }
    }

    /// Nine announcements, in the words of people and without a line, were none.
    #[test]
    fn a_boundary_announced_where_none_was_due_is_announced() {
        for (words, announced) in [
            ("From now on we need to keep more to business, I can't spend so much time. I have one hour for you.", true),
            ("Теперь нам надо больше держаться дела, работы стало больше. У меня для вас один час.", true),
            ("From now on the invoices go to the new address.", false),
            ("I've decided to keep my calls shorter this year, thirty minutes each, and to stick to business in them.", true),
            ("Давайте теперь по работе, у меня минут двадцать.", false),
            ("У меня для вас две новости по проекту.", false),
        ] {
            let mut call = Made::default();
            call.client(Label::Framing, 3.0, &[]).says(Role::Me, Label::Framing, 10.0, words, &[]);
            assert_eq!(super::announced(&call.look()), announced, "{words}");
        }
    }

    /// A boundary that was announced in other words than those of its line was none.
    #[test]
    fn a_boundary_announced_in_other_words_is_announced() {
        for (due, role, wait, announced) in [
            (true, Role::Me, 10.0, true),
            (false, Role::Me, 10.0, false),
            (true, Role::Client, 10.0, false),
            (true, Role::Me, 900.0, false),
        ] {
            let mut call = Made::default();
            call.plan.announcement_due = due;
            call.client(Label::Framing, wait, &[]);
            call.says(role, Label::Framing, 10.0, "words", &[Flag::Announcement]);
            assert_eq!(super::announced(&call.look()), announced, "{due} {role:?} {wait}");
        }
    }
}
