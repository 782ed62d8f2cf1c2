//! How the talk came back from a stretch of private talk: with which turn, by whom, in which words.

use crate::labelled::{Labelled, TELLS_OF_WORK};
use crate::outcome::said_in;
use segue_core::debrief::{By, ShownCue};
use segue_core::{Flag, Label, Role, Words};
use segue_phrasebook::manner;

/// Words kept of what led back.
const RETURN_WORDS: usize = 18;
/// Probability of private talk of two turns in a row that shows that neither came back.
const STILL_PRIVATE: f32 = 0.15;

/// How the talk came back.
#[derive(Default)]
pub(crate) struct Returned {
    pub by: Option<By>,
    /// Words that were truly said; those of a line only where it was said by key.
    pub with: Option<Words>,
    pub at: Option<usize>,
}

/// Who brought a drift back, and with which words, if the talk was back with the turn `back`.
pub(crate) fn returned(call: &Labelled<'_>, (from, to): (usize, usize), back: Option<usize>) -> Returned {
    let turn = |i: usize| Returned { by: call.known(i), with: Some(call.utterances[i].text.excerpt(RETURN_WORDS)), at: Some(i) };
    // A line that I said and that led back is mine, whoever was heard to agree.
    let led_back = |cue: &&ShownCue| cue.said && cue.rung.steers() && cue.returned_after.is_some();
    let line = call.cues.iter().rfind(|cue| led_back(cue) && (from..=to).contains(&cue.after));
    let until = back.unwrap_or(to);
    match line.map(|line| (line, said_in(line, call.utterances))) {
        Some((line, None)) => Returned { by: Some(call.me()), with: Some(Words::new(line.text.as_str())), at: back },
        Some((_, Some(said))) if said <= until => {
            let mine = |i: usize| call.utterances[i].speaker.role == Role::Me;
            turn((said..=until).rfind(|&i| mine(i) && call.steers_back(i)).unwrap_or(said))
        }
        _ => back.map(turn).unwrap_or_default(),
    }
}

/// The turn with which the talk came back: the first after it that is not private, or the last one of it, if that asks for work in
/// the same breath or is work already, or takes up a steer that is right before it.
pub(crate) fn way_back(call: &Labelled<'_>, (from, last): (usize, usize), end: usize) -> Option<usize> {
    let reading = &call.readings[last];
    let answers_steer = last > from && reading.flags.has(Flag::Accepted) && call.steers_back(last - 1);
    if answers_steer {
        return Some(last - 1);
    }
    let mut turns = (last + 1..=end).filter(|&i| !call.readings[i].label.is_private() && !only_comforts(call, i, end));
    // Where no clear work comes after them, half private words led back all the same.
    let after = turns.clone().find(|&i| !goes_on_half_private(call, i, end)).or_else(|| turns.next())?;
    let asks = |i: usize| call.utterances[i].text.as_str().contains('?');
    let answered = call.readings[after].label == Label::Business
        && call.utterances[after].speaker != call.utterances[last].speaker
        && !asks(after)
        && !call.steers_back(after);
    let (business, private) = (reading.probabilities.business, reading.probabilities.private());
    let leads = (asks(last) && business >= TELLS_OF_WORK || business >= private) && !reading.flags.has(Flag::PersonalQuestion);
    Some(if leads && answered { last } else { after })
}

/// True if a turn feels with what was told and leaves it to the other to go on: "Thank goodness. Do you want to move this?" led nowhere,
/// "No, let's finish it." did.
fn only_comforts(call: &Labelled<'_>, index: usize, end: usize) -> bool {
    let reading = &call.readings[index];
    let goes_on = index < end && call.utterances[index + 1].speaker != call.utterances[index].speaker;
    let kind = || {
        let manner = manner(call.utterances[index].text.as_str());
        manner.humane || manner.comforts || reading.flags.has(Flag::Serious)
    };
    reading.label == Label::Framing
        && goes_on
        && !call.steers_back(index)
        && reading.probabilities.private() >= STILL_PRIVATE
        && kind()
}

/// True if a turn and the next are both half private, and neither steers: the story still goes on, whatever their labels.
fn goes_on_half_private(call: &Labelled<'_>, index: usize, end: usize) -> bool {
    let half = |i: usize| call.readings[i].probabilities.private() >= STILL_PRIVATE && !call.steers_back(i);
    let near = |i: usize| i <= end && half(i);
    half(index) && (near(index + 1) || index > 0 && !call.readings[index - 1].label.is_private() && half(index - 1))
}

#[cfg(test)]
mod tests {
    use crate::drifts::tests::Made;
    use Label::{Business, Framing, Personal, Smalltalk};
    use segue_core::debrief::Excuse;
    use segue_core::{Flag, Label, Role, Words};

    /// A minute of work, and a story of theirs.
    fn drifting() -> Made {
        let mut call = Made::default();
        call.me(Business, 60.0, &[]);
        (0..3).for_each(|_| {
            call.client(Personal, 25.0, &[]);
        });
        call
    }

    /// "Thank goodness. Do you want to move this?" had brought the talk back, and "No, let's finish it" had not.
    #[test]
    fn who_offers_to_stop_did_not_lead_back() {
        for (offer, private, flags, back) in [
            ("Thank goodness. We had that too. Do you want to move this?", 0.24, vec![Flag::Serious], 5),
            ("Ох, сочувствую. Может, перенесём?", 0.24, vec![], 5),
            ("Ha. So, the invoice for October?", 0.24, vec![], 4),
            ("I'm so sorry. Shall we go on with the kiosk?", 0.24, vec![Flag::SteerBack], 4),
            ("Do you want to move this?", 0.0, vec![Flag::Serious], 4),
        ] {
            let mut call = drifting();
            call.says(Role::Me, Framing, 6.0, offer, &flags).says(Role::Client, Business, 60.0, "No, let's finish it.", &[]);
            let probabilities = &mut call.readings[4].probabilities;
            (probabilities.personal, probabilities.business) = (private, 0.3);
            assert_eq!(call.drifts()[0].returned_at, Some(back), "{offer}");
        }
    }

    /// "You said it, and the talk came back", below "the client brought it back".
    #[test]
    fn whoever_said_the_line_that_led_back_brought_it_back() {
        for (said, back, by) in [(true, Some(11.0), Role::Me), (false, Some(11.0), Role::Client), (true, None, Role::Client)] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line().client(Personal, 2.0, &[]);
            call.client(Framing, 3.0, &[]).client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.said, cue.returned_after, cue.text) = (said, back, "Back to the agenda.".into());
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_by.as_ref().map(|by| by.role), Some(by), "{said} {back:?}");
            let words = drift.returned_with.as_ref().map(Words::as_str);
            assert_eq!(words == Some("Back to the agenda."), by == Role::Me, "{words:?}");
        }
    }

    /// "You brought it back with "Shall we take that offline?"", of a line that nobody had seen, and of "Right, page seven".
    #[test]
    fn what_brought_the_talk_back_is_quoted_as_it_was_said() {
        let park = ("en/park-client-warm-1", "Can we keep that for the end? I need you for something first.");
        let russian = ("ru/park-client-warm-11", "Давай отложим это до конца созвона? Следующее у нас: Карточки.");
        for ((id, line), said, mine, quoted) in [
            // In like words, in others, and by a key whose words were not heard.
            (park, true, "Ha, I'd love to hear it. Can we keep it for the last minutes?", None),
            (park, false, "Ha ha. Right, okay, page seven, the spindle.", None),
            (park, true, "", Some(park.1)),
            (russian, true, "Хочу дослушать, но давай в конце, ладно? Мне надо карточки решить.", None),
            (russian, false, "Сома я запомню. Вернёмся к повестке: подрядчик.", None),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line();
            if !mine.is_empty() {
                call.says(Role::Me, Framing, 4.0, mine, &[Flag::SteerBack]);
            }
            call.client(Framing, 1.0, &[Flag::Accepted]).client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.line, cue.text, cue.said, cue.returned_after) = (id.into(), line.into(), said, Some(4.0));
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_by.as_ref().map(|by| by.role), Some(Role::Me), "{mine}");
            assert_eq!(drift.returned_with.as_ref().map(Words::as_str), Some(quoted.unwrap_or(mine)), "{said}");
        }
    }

    /// A line was said, and the story went on until other words of mine ended it; or the talk had come back before it was said.
    #[test]
    fn of_several_words_the_last_that_steered_brought_it_back() {
        let line = "Can we keep that for the end? I need you for something first.";
        let other = "Right, page seven, the spindle.";
        for (turns, brought_back) in [
            (vec![(Role::Me, Framing, line), (Role::Client, Personal, "One more thing."), (Role::Me, Framing, other)], other),
            (vec![(Role::Me, Framing, other), (Role::Client, Business, "Yes, page seven."), (Role::Me, Framing, line)], other),
            (vec![(Role::Me, Framing, line), (Role::Client, Business, "Yes, page seven.")], line),
        ] {
            let mut call = Made::default();
            call.client(Business, 60.0, &[]);
            (0..4).for_each(|_| {
                call.client(Personal, 10.0, &[]);
            });
            call.line();
            for (role, label, words) in turns {
                call.says(role, label, 3.0, words, if role == Role::Me { &[Flag::SteerBack] } else { &[] });
            }
            call.client(Business, 60.0, &[]);
            let cue = &mut call.cues[0];
            (cue.line, cue.text, cue.said, cue.returned_after) = ("en/park-client-warm-1".into(), line.into(), true, Some(4.0));
            let drift = &call.drifts()[0];
            assert_eq!(drift.returned_with.as_ref().map(Words::as_str), Some(brought_back));
        }
    }

    /// "Beautiful. So where shall the driver unload?" was led back by whoever answered, and "let's talk about the lessons" by the
    /// turn after "You are shy, I see. Tuesday is good."
    #[test]
    fn who_asks_for_work_or_steers_leads_back_though_the_last_words_are_private() {
        let mut asks = drifting();
        asks.says(Role::Client, Smalltalk, 5.0, "Beautiful. So where shall the driver unload?", &[]).me(Business, 60.0, &[]);
        assert_eq!(asks.drifts()[0].returned_at, Some(5));
        asks.readings[4].probabilities.business = 0.4;
        assert_eq!(asks.drifts()[0].returned_at, Some(4));
        // What looks like work is a question about my life, or whoever answers asks for work in turn.
        for (flags, answer) in [(vec![Flag::PersonalQuestion], "So, the calendar."), (vec![], "So, weeks or months?")] {
            let mut asked = drifting();
            asked.says(Role::Client, Personal, 5.0, "And how do you manage with money?", &flags);
            asked.readings[4].probabilities.business = 0.4;
            asked.says(Role::Me, Business, 5.0, answer, &[]).client(Business, 60.0, &[]);
            assert_eq!(asked.drifts()[0].returned_at, Some(5), "{answer}");
        }
        // Work that was asked for in the last words of a chat is work that was left.
        let mut left = Made::default();
        left.client(Business, 60.0, &[]);
        left.client(Personal, 25.0, &[]).client(Personal, 25.0, &[]);
        left.says(Role::Client, Smalltalk, 5.0, "Beautiful. So where shall the driver unload?", &[]).me(
            Business,
            4.0,
            &[Flag::WrapUp],
        );
        assert_eq!(left.excuses(), [Some(Excuse::Closing)]);
        left.readings[3].probabilities.business = 0.4;
        assert_eq!(left.excuses(), [Some(Excuse::Brief)]);
        let mut steered = drifting();
        steered.me(Framing, 5.0, &[Flag::SteerBack]).client(Personal, 3.0, &[Flag::Accepted]).me(Business, 60.0, &[]);
        assert_eq!(steered.drifts()[0].returned_at, Some(4));
    }

    /// "Fine. The door is the weak spot, I hear." was led back from by whoever answered it; and "Chain stitch. How did she break it?" led
    /// back.
    #[test]
    fn words_of_work_at_the_end_lead_back_and_half_private_ones_do_not() {
        for (business, personal, back) in [(0.48, 0.44, 4), (0.3, 0.6, 5)] {
            let mut call = drifting();
            call.says(Role::Client, Personal, 5.0, "Fine. The door is the weak spot, I hear.", &[]).me(Business, 60.0, &[]);
            let probabilities = &mut call.readings[4].probabilities;
            (probabilities.business, probabilities.personal) = (business, personal);
            assert_eq!(call.drifts()[0].returned_at, Some(back), "{business}");
        }
        for (private, back) in [([0.23, 0.19, 0.0], 6), ([0.23, 0.19, 0.2], 4), ([0.23, 0.0, 0.0], 4), ([0.0, 0.0, 0.0], 4)] {
            let mut call = drifting();
            call.me(Business, 6.0, &[]).client(Business, 6.0, &[]).me(Business, 60.0, &[]);
            for (at, private) in (4..7).zip(private) {
                call.readings[at].probabilities.personal = private;
            }
            assert_eq!(call.drifts()[0].returned_at, Some(back), "{private:?}");
        }
    }
}
