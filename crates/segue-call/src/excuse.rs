//! Why a stretch of private talk needed no steering.

use crate::labelled::Labelled;
use crate::left_open::is_work_left;
use crate::way_back::way_back;
use segue_core::debrief::{Excuse, PhaseSpan};
use segue_core::{Flag, Label, Reading, Rung, TIME_TOLERANCE, Timing};

/// Questions about my own life, not of small talk, from which on somebody keeps asking.
const KEEPS_ASKING: usize = 2;
/// Share of the talk from which a stretch is not brief, where nobody said how long the call was to be; and speech in seconds that is
/// brief in any call.
const MUCH_OF_THE_TALK: f64 = 0.5;
const BRIEF: f64 = 30.0;

/// Why a stretch needed no steering, if so, and how much of it is within what was agreed, in seconds of speech.
pub(crate) fn excuse(
    call: &Labelled<'_>,
    (from, last): (usize, usize),
    to: usize,
    within: (usize, usize),
) -> (Option<Excuse>, f64) {
    let any = |holds: fn(&Reading) -> bool| {
        call.readings[from..=last].iter().any(|reading| reading.label.is_private() && holds(reading))
    };
    let boundary = &call.plan.boundary;
    let speech = call.private(from..=last);
    let line_shown = call.cues.iter().any(|cue| cue.rung.steers() && (from..=to).contains(&cue.after));
    // The way back: what frames it, and the first work after it.
    let framing = (last + 1..=within.1).take_while(|&i| call.readings[i].label == Label::Framing).count();
    let steered = (from..=within.1.min(last + 1 + framing)).any(|i| call.steers_back(i));
    let worked = call.business(within.0..from);
    let called_back = (last + 1..=within.1.min(last + 1 + framing))
        .any(|i| call.readings[i].flags.has(Flag::SteerBack) && turns_back(call.utterances[i].text.as_str()));
    // The work had begun, I turned back to it, or a boundary was announced before: the greeting is over. A sitting of a chat begins
    // in the middle: it has no settling in.
    let settled = called_back || call.had_begun(within.0, last) || (within.0..from).any(|i| call.announces(i));
    // Somebody who writes at midnight of nothing but the triplets is not greeting.
    let works_after = || (last + 1..=within.1).any(|i| call.is_work(i) && !call.ends(i));
    let greets = !(settled || call.timing == Timing::Chat && (line_shown || !works_after()));
    // Whoever asks again after they were parried keeps asking, though the stretches are short.
    let asked_before = (within.0..from).filter(|&i| call.asks_me(i)).count();
    let asked = (from..=last).filter(|&i| call.asks_me(i) || asked_before > 0 && call.asks_me_in_words(i)).count();
    let pressed = asked > 0 && asked_before + asked >= KEEPS_ASKING;
    let called = call.was_called_in_vain((from, last));
    let let_go = within_spans(call.closing, call, from, last);
    let asks_for_work = way_back(call, (from, last), within.1) == Some(last);
    let closes = worked > 0.0 && (let_go || !steered && !called && !asks_for_work && !is_work_left(call, (from, last), within.1));
    // What was welcome or agreed is that much speech, in however many stretches.
    let welcome = if greets { boundary.greeting_chat() - call.private(within.0..from) } else { 0.0 };
    let in_time = speech - past_the_plan(call, (from, last));
    let at_end = if closes { in_time.min(boundary.closing_chat() - call.private(last + 1..=within.1)) } else { 0.0 };
    let much = is_much_of_the_talk(call, speech, within);
    let serious = (from..=last).any(|i| call.readings[i].label.is_private() && call.surely_serious(i));
    let excused = if serious {
        Some(Excuse::Serious)
    } else if any(|reading| reading.flags.has(Flag::WorkImpact)) {
        Some(Excuse::WorkImpact)
    } else if within_spans(call.agreed, call, from, last) {
        Some(Excuse::Closing)
    } else if speech <= welcome && !line_shown && !any(|reading| reading.flags.has(Flag::Serious)) {
        Some(Excuse::Greeting)
    } else if speech <= at_end && (let_go || !led_back_in_vain(call, (from, to))) {
        Some(Excuse::Closing)
    } else if speech < boundary.grace_in(call.timing == Timing::Chat) && !much && !line_shown && !steered && !called && !pressed {
        Some(Excuse::Brief)
    } else {
        None
    };
    (excused, welcome.max(at_end).clamp(0.0, speech))
}

/// A line led back from it to an item of the agenda that was never reached: the work was not done, whatever the talk sounded like.
fn led_back_in_vain(call: &Labelled<'_>, (from, to): (usize, usize)) -> bool {
    let leads_back = |rung: Rung| rung.is_step() || rung == Rung::Deflect;
    let shown = call.cues.iter().any(|cue| leads_back(cue.rung) && (from..=to).contains(&cue.after));
    shown && call.leaves_items()
}

/// Seconds of speech of a stretch by which it took the call past its plan: what was agreed for the end ends with the call. Work that
/// went on past the plan may be followed by the chat that was agreed, and a goodbye takes its time.
fn past_the_plan(call: &Labelled<'_>, (from, last): (usize, usize)) -> f64 {
    let planned = call.plan.boundary.planned_seconds().filter(|_| call.timing != Timing::Chat);
    let over = call.utterances.iter().map(|u| u.end).fold(0.0, f64::max);
    let begun_in_time = |&planned: &f64| call.utterances[from].start < planned && over > planned + TIME_TOLERANCE;
    planned
        .filter(begun_in_time)
        .map_or(0.0, |planned| call.private((from..=last).filter(|&i| call.utterances[i].start >= planned)))
}

/// True if a stretch takes much of a call that nobody planned: a minute of a minute and a half is not brief, though it is of half an
/// hour.
fn is_much_of_the_talk(call: &Labelled<'_>, speech: f64, within: (usize, usize)) -> bool {
    let boundary = &call.plan.boundary;
    let unplanned = boundary.planned_minutes.is_none() && boundary.grace.is_none() && call.timing != Timing::Chat;
    let talk: f64 = call.weights[within.0..=within.1].iter().sum();
    unplanned && speech > BRIEF.max(MUCH_OF_THE_TALK * talk)
}

/// Words that turn back to where the talk had been already.
fn turns_back(words: &str) -> bool {
    let words = words.to_lowercase();
    let mut all = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    all.any(|word| word == "back" || ["вернемся", "вернёмся", "возвращаемся", "вернуться"].contains(&word))
}

/// The middle of it lies in one of these chats.
fn within_spans(spans: &[PhaseSpan], call: &Labelled<'_>, from: usize, last: usize) -> bool {
    let middle = f64::midpoint(call.utterances[from].start, call.utterances[last].end);
    spans.iter().any(|span| (span.start..span.end).contains(&middle))
}

#[cfg(test)]
mod tests {
    use crate::drifts::tests::Made;
    use segue_core::Label::{Business, Framing, Personal, Smalltalk};
    use segue_core::debrief::{Excuse, PhaseSpan};
    use segue_core::{AgendaItem, Flag, Label, Phase, Role, Timing};

    /// Two minutes with questions about the work in them, after an announced boundary, "belonged to a greeting".
    #[test]
    fn the_greeting_is_over_once_there_was_work_in_it_or_a_boundary_was_announced() {
        for (work, announced, greeting) in [(0, false, true), (1, false, true), (4, false, false), (0, true, false)] {
            let mut call = Made::default();
            call.plan.boundary.chat_at_start = 120.0;
            call.me(Framing, 5.0, if announced { &[Flag::Announcement] } else { &[] });
            for _ in 0..5 {
                call.client(Smalltalk, 6.0, &[]);
                if call.business() < f64::from(work) * 4.0 {
                    call.me(Business, 4.0, &[]);
                }
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.excuses() == [Some(Excuse::Greeting)], greeting, "{work} {announced}: {:?}", call.excuses());
        }
    }

    /// segue itself let the talk go at the end, and the debrief told that nobody had brought it back.
    #[test]
    fn a_chat_into_which_segue_let_the_talk_go_is_within_what_was_agreed() {
        for (length, let_go, excuse) in [(40.0, true, Some(Excuse::Closing)), (40.0, false, None), (120.0, true, None)] {
            let mut call = Made::default();
            call.plan.boundary.chat_at_end = 180.0;
            // An item that was talked about by another name.
            call.plan.agenda = vec![AgendaItem { text: "logo".into(), minutes: None }];
            call.client(Business, 60.0, &[]);
            call.client(Personal, length, &[]).me(Smalltalk, length, &[]).line();
            let span = PhaseSpan { phase: Phase::ClosingChat, start: 60.0, end: 60.0 + 2.0 * length };
            call.closing = if let_go { vec![span] } else { Vec::new() };
            assert_eq!(call.excuses(), [excuse], "{length} {let_go}");
        }
    }

    /// A story that took the call six minutes past its end "had its place": five minutes at the end were agreed.
    #[test]
    fn what_was_agreed_for_the_end_ends_with_the_call() {
        use Timing::{Chat, Spoken};
        let closing = Some(Excuse::Closing);
        for (planned, work, chat, timing, excuse) in [
            (Some(10.0), 480.0, 6, Spoken, closing),
            // A goodbye takes its time.
            (Some(10.0), 480.0, 11, Spoken, closing),
            (Some(10.0), 480.0, 14, Spoken, None),
            // The work went past the plan, and the chat after it was agreed.
            (Some(10.0), 660.0, 14, Spoken, closing),
            (None, 480.0, 14, Spoken, closing),
            (Some(10.0), 480.0, 14, Chat, closing),
        ] {
            let mut call = Made { timing, ..Made::default() };
            (call.plan.boundary.planned_minutes, call.plan.boundary.chat_at_end) = (planned, 300.0);
            call.client(Business, work, &[]);
            (0..chat).for_each(|_| {
                call.client(Personal, 20.0, &[]);
            });
            assert_eq!(call.excuses(), [excuse], "{planned:?} {work} {chat} {timing:?}");
            let allowed = call.drifts()[0].allowed;
            assert!(excuse.is_some() || (100.0..=120.0).contains(&allowed), "what lies within the plan was agreed: {allowed}");
        }
    }

    /// Two and a half minutes about a barn, led back to the invoice, were "the agreed chat, with the work already done".
    #[test]
    fn a_chat_is_the_closing_one_only_if_nothing_of_work_was_left() {
        let drifting = || {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..3).for_each(|_| {
                call.client(Personal, 40.0, &[]);
            });
            call
        };
        let mut settled = drifting();
        settled.me(Business, 6.0, &[Flag::WrapUp]).client(Framing, 2.0, &[Flag::SignOff]);
        assert_eq!(settled.excuses(), [Some(Excuse::Closing)]);

        let mut steered = drifting();
        steered.me(Framing, 4.0, &[Flag::SteerBack]).client(Business, 6.0, &[Flag::WrapUp]);
        assert_eq!(steered.excuses(), [None]);

        // "Ha. So, the invoice for October: 1,840 euros" is framing to the model.
        let mut of_work = drifting();
        of_work.me(Framing, 6.0, &[]);
        of_work.readings[4].probabilities.business = 0.3;
        assert_eq!(of_work.excuses(), [None]);
        assert_eq!(of_work.drifts()[0].returned_at, Some(4));

        for (item, settled, excused) in [
            // Talked about before, or only after it, or never; and never, though all was said to be done.
            (Some(0), false, Some(Excuse::Closing)),
            (Some(4), false, None),
            (None, false, None),
            (None, true, Some(Excuse::Closing)),
        ] {
            let mut planned = drifting();
            planned.plan.agenda = vec![AgendaItem { text: "invoice".into(), minutes: None }];
            planned.me(Business, 2.0, &[Flag::WrapUp]);
            if let Some(turn) = item {
                planned.items[turn] = Some(0);
            }
            if settled {
                planned.readings[0].flags.insert(Flag::WrapUp);
            }
            assert_eq!(planned.excuses(), [excused], "{item:?} {settled}");
        }
    }

    /// "Back to the firmware: who writes the manual?" and "Green edging or claret?" after them, and three calls for the work within one,
    /// were a chat "with the work all but done", or "brief, and no harm done".
    #[test]
    fn a_chat_from_which_somebody_called_for_the_work_is_no_chat_at_the_end() {
        let drifting = |within: &[(Label, &str)]| {
            let mut call = Made::default();
            call.plan.boundary.grace = Some(10.0);
            call.client(Business, 60.0, &[]).me(Personal, 10.0, &[]);
            for (label, words) in within {
                call.says(Role::Client, *label, 2.0, words, &[]).me(Personal, 10.0, &[]);
                let at = call.readings.len() - 2;
                call.readings[at].probabilities.business = 0.3;
            }
            call
        };
        let closing = Some(Excuse::Closing);
        for (within, after, flags, excused) in [
            (vec![], "Settled, then.", vec![Flag::WrapUp], closing),
            (vec![], "By Tuesday?", vec![], closing),
            (vec![], "Вернёмся к прошивке: кто пишет инструкцию для помпы?", vec![Flag::WrapUp], None),
            (vec![], "Back to the firmware: who writes the manual?", vec![Flag::WrapUp], None),
            (vec![], "Кайму зелёную или бордо?", vec![], None),
            (vec![], "Is the edging green or claret?", vec![], None),
            (vec![(Business, "So, the dates?"), (Business, "By April, then?")], "Settled, then.", vec![Flag::WrapUp], None),
            (vec![(Smalltalk, "Ха. А смета?"), (Business, "И по срокам?")], "Settled, then.", vec![Flag::WrapUp], None),
            (vec![(Business, "So, the dates?"), (Smalltalk, "No!")], "Settled, then.", vec![Flag::WrapUp], closing),
        ] {
            let mut call = drifting(&within);
            call.me(Personal, 20.0, &[]).says(Role::Client, Business, 2.0, after, &flags).me(Business, 0.5, &[]);
            let excuses = call.excuses();
            assert_eq!(excuses, [excused], "{within:?} {after} {flags:?}");
        }
    }

    /// "So, the quote?" had been asked, and passed over, twice before a honeymoon "belonged to a greeting".
    #[test]
    fn a_greeting_is_over_once_somebody_called_for_the_work() {
        for (calls, excused) in [(0, Some(Excuse::Greeting)), (1, Some(Excuse::Greeting)), (2, None)] {
            let mut call = Made::default();
            call.client(Framing, 3.0, &[]).me(Smalltalk, 8.0, &[]);
            for call_number in 0..2 {
                let words = if call_number < calls { "That's nice. So, the quote?" } else { "That's nice." };
                call.says(Role::Client, Smalltalk, 2.0, words, &[]).me(Smalltalk, 8.0, &[]);
                let at = call.readings.len() - 2;
                call.readings[at].probabilities.business = 0.24;
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{calls}");
        }
    }

    /// "Do you live alone?", after "Are you married?" had been parried, was "brief, and no harm done".
    #[test]
    fn who_asks_again_in_another_stretch_keeps_asking() {
        for (first, again, excused) in [
            (vec![Flag::PersonalQuestion], "No, really. Do you live alone? I would love to show you the moon.", None),
            (vec![Flag::PersonalQuestion], "Нет, правда. А вы одна живёте? Я бы показал вам луну.", None),
            (vec![Flag::PersonalQuestion], "My neighbour has the moon on his wall, can you imagine that?", Some(Excuse::Brief)),
            (vec![], "No, really. Do you live alone? I would love to show you the moon.", Some(Excuse::Brief)),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]).client(Personal, 5.0, &first).me(Business, 8.0, &[]);
            call.says(Role::Client, Personal, 21.0, again, &[]).me(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{again}");
        }
    }

    /// What was agreed by key in the middle of a call counted as a drift.
    #[test]
    fn a_chat_that_was_agreed_is_none_to_steer() {
        let mut call = Made::default();
        call.client(Business, 60.0, &[]);
        for _ in 0..5 {
            call.client(Personal, 40.0, &[]);
        }
        call.me(Framing, 4.0, &[Flag::SteerBack]).client(Business, 60.0, &[]);
        assert_eq!(call.excuses(), [None]);
        call.agreed = vec![PhaseSpan { phase: Phase::ClosingChat, start: 70.0, end: 264.0 }];
        assert_eq!(call.excuses(), [Some(Excuse::Closing)]);
    }

    /// A minute of a minute and a half was "brief, and no harm done": half an hour was taken for the plan.
    #[test]
    fn what_takes_most_of_an_unplanned_call_is_not_brief() {
        for (planned, private, work, excused) in [
            (None, 60.0, 15.0, None),
            (None, 60.0, 80.0, Some(Excuse::Brief)),
            (None, 25.0, 10.0, Some(Excuse::Brief)),
            (Some(30.0), 60.0, 15.0, Some(Excuse::Brief)),
        ] {
            let mut call = Made::default();
            call.plan.boundary.planned_minutes = planned;
            call.client(Business, work, &[]).client(Personal, private, &[]).client(Business, work, &[]);
            assert_eq!(call.excuses(), [excused], "{planned:?} {private} {work}");
        }
    }

    /// Triplets at midnight, and nothing else, were "a little small talk belongs to a greeting".
    #[test]
    fn a_chat_in_which_nothing_of_work_follows_is_no_greeting() {
        for (timing, follows, excused) in [
            (Timing::Chat, true, Excuse::Greeting),
            (Timing::Chat, false, Excuse::Brief),
            (Timing::Spoken, false, Excuse::Greeting),
        ] {
            let mut call = Made { timing, ..Made::default() };
            for role in [Role::Client, Role::Me, Role::Client] {
                call.says(role, Personal, 4.0, "triplets, two girls and a boy", &[]);
            }
            if follows {
                call.me(Business, 60.0, &[]);
            } else {
                call.says(Role::Me, Framing, 2.0, "Good night!", &[Flag::WrapUp]);
            }
            assert_eq!(call.excuses(), [Some(excused)], "{timing:?} {follows}");
        }
    }

    /// "Brief, and over by itself" of what I had ended, and of what lines were shown in.
    #[test]
    fn what_was_led_back_is_not_over_by_itself() {
        for (line, flags, excused) in
            [(false, vec![], Some(Excuse::Brief)), (true, vec![], None), (false, vec![Flag::SteerBack], None)]
        {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            call.client(Smalltalk, 20.0, &[]).client(Smalltalk, 20.0, &[]);
            if line {
                call.line();
            }
            call.client(Smalltalk, 10.0, &[]).me(Framing, 3.0, &flags).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{line} {flags:?}");
        }
    }

    /// "Are you married?", after five turns of curtains, was a little small talk that belongs to a greeting, and half a call was too,
    /// with two questions about chairs in it; so was a wedding from which I had to come back to the agenda.
    #[test]
    fn a_greeting_is_over_once_the_work_has_begun() {
        for (before, within, back, excused) in [
            (vec![], vec![], "So, the curtains.", Some(Excuse::Greeting)),
            (vec![2.0], vec![], "So, the curtains.", Some(Excuse::Greeting)),
            (vec![2.0, 2.0], vec![], "So, the curtains.", None),
            (vec![9.0], vec![], "So, the curtains.", None),
            (vec![], vec![2.0, 2.0], "So, the curtains.", None),
            (vec![], vec![], "Right, back to the agenda.", None),
            (vec![], vec![], "Так, вернёмся к шторам.", None),
        ] {
            let mut call = Made::default();
            before.iter().for_each(|&seconds| {
                call.me(Business, seconds, &[]);
            });
            call.client(Smalltalk, 25.0, &[]);
            for &seconds in &within {
                call.me(Business, seconds, &[]).client(Smalltalk, 15.0, &[]);
            }
            call.client(Smalltalk, 25.0, &[]).says(Role::Me, Framing, 3.0, back, &[Flag::SteerBack]).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{before:?} {within:?} {back}");
        }
    }

    /// Four questions about my divorce were "brief, and over by itself".
    #[test]
    fn who_keeps_asking_about_my_life_is_not_brief() {
        for (label, role, excused) in [
            (Personal, Role::Client, None),
            (Smalltalk, Role::Client, Some(Excuse::Brief)),
            (Personal, Role::Me, Some(Excuse::Brief)),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            for _ in 0..2 {
                call.says(role, label, 8.0, "And do you have children?", &[Flag::PersonalQuestion]).client(label, 2.0, &[]);
            }
            call.client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{label:?} {role:?}");
        }
    }

    /// "Trouble. My wife was taken to hospital" was a little small talk that belongs to a greeting.
    #[test]
    fn news_and_long_stories_are_no_greeting() {
        for (serious, timing, line, excused) in [
            (false, Timing::Spoken, false, Some(Excuse::Greeting)),
            (true, Timing::Spoken, false, Some(Excuse::Brief)),
            (false, Timing::Chat, false, Some(Excuse::Greeting)),
            (false, Timing::Chat, true, None),
        ] {
            let mut call = Made { timing, ..Made::default() };
            let flags = if serious { vec![Flag::Serious] } else { vec![] };
            call.client(Personal, 20.0, &flags).client(Personal, 20.0, &[]);
            if line {
                call.line();
            }
            call.client(Personal, 10.0, &[]).client(Business, 60.0, &[]);
            assert_eq!(call.excuses(), [excused], "{serious} {timing:?} {line}");
        }
    }

    /// Two chats of a hundred seconds with a word of work between them were both within the two minutes of the greeting.
    #[test]
    fn the_welcome_is_one_in_however_many_stretches() {
        let mut call = Made::default();
        for _ in 0..2 {
            (0..4).for_each(|_| {
                call.client(Smalltalk, 25.0, &[]);
            });
            call.me(Business, 6.0, &[]);
        }
        call.client(Business, 600.0, &[]);
        let drifts = call.drifts();
        let found: Vec<_> = drifts.iter().map(|drift| (drift.excused, drift.allowed)).collect();
        assert_eq!(found, [(Some(Excuse::Greeting), 100.0), (None, 20.0)]);
    }
}
