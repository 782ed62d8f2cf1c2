//! Facts to be handled, topics put aside, agenda items reached.

use crate::again::taken_up_again;
use crate::companion::ANNOUNCED_WITHIN;
use crate::labelled::Labelled;
use crate::outcome::Breaths;
use segue_core::debrief::{AgendaResult, Drift, Excuse, Note, NoteKind, Parked, ParkedFate, ShownCue};
use segue_core::{Flag, Label, Reading, Role, Rung, Utterance};
use segue_phrasebook::{SAID, announcement_was_said, puts_aside, tokens};
use segue_topic::project::puts_off;
use segue_topic::{grave_words, tells_absence, tells_hindrance};

/// Words kept of a fact.
const EXCERPT: usize = 24;
/// Utterances within which the same kind of fact is the same fact; a serious thread goes on as long as it is spoken of.
const SAME_FACT: usize = 12;

/// How surely words announce a boundary where none was due, and how many words of one turn that are less sure do.
const MOST_PARTS: f32 = 0.8;
const UNASKED_WORDS: usize = 18;
/// Letters by which words of two turns are the same word.
const STEM: usize = 5;
/// Openings by which a speaker comes to another matter, ё as е.
const ANEW: [&str; 14] = [
    "another thing",
    "and another",
    "one more thing",
    "also",
    "by the way",
    "besides",
    "on top of",
    "и еще",
    "а еще",
    "еще одно",
    "кроме того",
    "кстати",
    "к тому же",
    "вдобавок",
];

/// Serious and work-changing facts, each once: what is serious is not told again as what changes the work.
pub(crate) fn notes(call: &Labelled<'_>) -> Vec<Note> {
    let mut notes = candidates(call);
    let serious: Vec<usize> = notes.iter().filter(|note| note.kind == NoteKind::Serious).map(|note| note.index).collect();
    notes.retain(|note| note.kind == NoteKind::Serious || !serious.iter().any(|&told| is_told_by(call, told, note.index)));
    notes.sort_by_key(|note| note.index);
    notes
}

/// True if the serious fact in the turn `told` is what changes the work in the turn `index`: they are one, or the latter plans
/// around it. Who says when they will not be there tells more.
fn is_told_by(call: &Labelled<'_>, told: usize, index: usize) -> bool {
    let adds = || tells_hindrance(call.utterances[index].text.as_str()) || call.noted.contains(&(index, NoteKind::WorkImpact));
    let around = call.readings[index].flags.has(Flag::Serious) && told.abs_diff(index) <= SAME_FACT;
    told == index || around && !adds()
}

/// Facts of each kind, each once.
fn candidates(call: &Labelled<'_>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    // The last turn in which the serious thread noted last was spoken of.
    let mut spoken_of = 0;
    for (i, reading) in call.readings.iter().enumerate() {
        let serious = reading.surely_serious();
        let holds = |kind, now| now || call.noted.contains(&(i, kind));
        let kinds = [
            (holds(NoteKind::WorkImpact, reading.flags.has(Flag::WorkImpact)), NoteKind::WorkImpact),
            (holds(NoteKind::Serious, serious), NoteKind::Serious),
        ];
        for (_, kind) in kinds.into_iter().filter(|(holds, _)| *holds) {
            let utterance = &call.utterances[i];
            let note = Note { index: i, at: utterance.start, kind, by: call.by(i), text: utterance.text.excerpt(EXCERPT) };
            let last = notes.iter_mut().rfind(|note| note.kind == kind);
            let since = |note: &Note| if kind == NoteKind::Serious { spoken_of } else { note.index };
            match last {
                Some(same) if i - since(same) <= SAME_FACT && !is_another(call, same.index, i, kind) => {
                    let (before, now) = (telling(call, same.index, kind), telling(call, i, kind));
                    // Who answers with a story of their own does not take it over.
                    if now > before && (same.by == note.by || before == (false, false)) {
                        *same = note;
                    }
                }
                // Thanks for kind words long after are no news.
                Some(_) if kind == NoteKind::Serious && telling(call, i, kind) == (false, false) => {}
                _ => notes.push(note),
            }
        }
        if serious || reading.flags.has(Flag::Serious) && i - spoken_of <= SAME_FACT {
            spoken_of = i;
        }
    }
    notes
}

/// True if two turns near each other tell two facts: each is told, in other words, and work came between them, the second begins
/// anew, or each was noted while the call went on.
fn is_another(call: &Labelled<'_>, before: usize, now: usize, kind: NoteKind) -> bool {
    let [first, second] = [before, now].map(|index| call.utterances[index].text.as_str());
    let told = |index| match kind {
        NoteKind::Serious => telling(call, index, kind) == (true, true),
        NoteKind::WorkImpact => telling(call, index, kind).1,
    };
    let worked = (before + 1..now).any(|i| call.readings[i].label == Label::Business);
    let noted = call.noted.contains(&(before, kind)) && call.noted.contains(&(now, kind));
    let apart = worked || noted || begins_anew(second);
    apart && told(before) && told(now) && !shares_words(first, second)
}

/// True if words near other ones, in which a fact was told too, tell of another: they say so, and share no word of substance.
pub fn is_another_matter(before: &str, now: &str) -> bool {
    begins_anew(now) && !shares_words(before, now)
}

/// "И ещё: …", "Another thing: …".
fn begins_anew(text: &str) -> bool {
    let words = tokens(text);
    ANEW.iter().any(|opening| words.iter().map(String::as_str).take(4).collect::<Vec<_>>().join(" ").contains(opening))
}

fn shares_words(first: &str, second: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let long = tokens(text).into_iter().filter(|word| word.chars().count() >= STEM);
        long.map(|word| word.chars().take(STEM).collect()).collect()
    };
    let known = stems(first);
    stems(second).iter().any(|stem| known.contains(stem))
}

/// How well a turn tells a fact: in the words of whom it befalls rather than of whoever makes plans around it; and news that is
/// grave in plain words, not by announcing them.
fn telling(call: &Labelled<'_>, index: usize, kind: NoteKind) -> (bool, bool) {
    let text = call.utterances[index].text.as_str();
    let absence = kind == NoteKind::WorkImpact && tells_absence(text);
    let told = absence || call.readings[index].flags.has(Flag::Disclosure) || call.noted.contains(&(index, kind));
    let grave = kind == NoteKind::Serious && grave_words(text) > 0;
    (told && grave, told)
}

/// True if I announced a new boundary: with the line for it, or early in the call in words that are known for it; where one was due,
/// in whatever words, and in several breaths.
pub(crate) fn announced(call: &Labelled<'_>) -> bool {
    let with_the_line = call.cues.iter().any(|cue| cue.rung == Rung::Announce && cue.said);
    let due = call.plan.announcement_due;
    let mut breaths = Breaths::default();
    let mine = |(utterance, reading): (&Utterance, &Reading)| {
        let early = utterance.start <= ANNOUNCED_WITHIN && utterance.speaker.role == Role::Me;
        early && {
            breaths.hear(utterance);
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

/// What became of the topic of each drift that was cut short, or that I said would wait, however short it was.
pub(crate) fn parked(call: &Labelled<'_>, drifts: &[Drift]) -> Vec<Parked> {
    let put_aside = |drift: &Drift, who: fn(Role) -> bool| {
        let back = drift.returned_at.unwrap_or(drift.to);
        let mut turns = drift.to.saturating_sub(2).min(back)..=drift.to.max(back);
        with_a_line(call, drift)
            || turns.any(|i| {
                let utterance = &call.utterances[i];
                who(utterance.speaker.role) && puts_aside(utterance.text.as_str())
            })
    };
    let cut = |drift: &&Drift| match drift.excused {
        None => drift.returned_at.is_some_and(|i| cut_short(call, drift, i)),
        Some(Excuse::Brief | Excuse::Greeting) => put_aside(drift, |role| role == Role::Me),
        Some(_) => false,
    };
    let cut: Vec<&Drift> = drifts.iter().filter(cut).collect();
    cut.iter()
        .map(|drift| {
            let aside = put_aside(drift, |_| true);
            let latest = |i| !cut.iter().any(|other| other.from > drift.to && other.to < i);
            let again = drifts.iter().any(|later| later.from > drift.to && same_topic(call, drift, later))
                || taken_up_again(call, drift, latest);
            let fate = match (again, aside) {
                (true, _) => ParkedFate::Returned,
                (false, true) => ParkedFate::Parked,
                (false, false) => ParkedFate::Lost,
            };
            Parked { index: drift.from, at: drift.start, topic: drift.topic.clone(), fate }
        })
        .collect()
}

/// I said a line that puts a topic aside.
fn with_a_line(call: &Labelled<'_>, drift: &Drift) -> bool {
    let puts_aside = |cue: &&ShownCue| cue.said && matches!(cue.rung, Rung::Park | Rung::Offline);
    call.cues.iter().filter(puts_aside).any(|cue| (drift.from..=drift.to).contains(&cue.after))
}

/// Brought back by a steer, not run out by itself, nor ended by whoever told it; and a topic that may come again: what somebody
/// asked of my own life is none.
fn cut_short(call: &Labelled<'_>, drift: &Drift, back: usize) -> bool {
    let asks = (drift.from..=drift.to).any(|i| call.asks_me(i));
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
    use crate::drifts::tests::{Made, labelled};
    use segue_core::{AgendaItem, Flags, Label, Plan, Reading, Speaker, Utterance, Words};

    /// The client speaks from `start` for so many seconds.
    fn said(start: f64, seconds: f64) -> Utterance {
        let speaker = Speaker { name: String::new(), role: Role::Client };
        Utterance { start, end: start + seconds, speaker, text: Words::new("words of a call") }
    }

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

    /// "The fitter comes on Thursday" stood for "On Thursday I am in hospital".
    #[test]
    fn a_fact_is_told_in_the_words_of_whom_it_befalls() {
        let impact = Flags::from_iter([Flag::WorkImpact]);
        let disclosed = Flags::from_iter([Flag::WorkImpact, Flag::Disclosure]);
        for (flags, index) in
            [([impact, disclosed, impact], 1), ([impact, impact, impact], 0), ([disclosed, disclosed, impact], 0)]
        {
            let utterances: Vec<Utterance> = (0..3).map(|i| said(f64::from(i), 0.5)).collect();
            let readings = flags.map(|flags| Reading::certain(Label::Personal, flags));
            let plan = Plan::default();
            let call = labelled(&utterances, &readings, &[0.5; 3], &plan);
            assert_eq!(notes(&call).iter().map(|note| note.index).collect::<Vec<_>>(), [index], "{flags:?}");
        }
    }

    /// One call in three without anything serious was told that something serious had come up.
    #[test]
    fn only_what_is_surely_serious_is_noted_and_excuses() {
        use Flag::{Serious, SurelySerious, WorkImpact};
        for (flags, noted, excused) in [
            (vec![], vec![], None),
            (vec![Serious], vec![], None),
            (vec![Serious, SurelySerious], vec![NoteKind::Serious], Some(Excuse::Serious)),
            (vec![WorkImpact], vec![NoteKind::WorkImpact], Some(Excuse::WorkImpact)),
            // "My father died, I cannot make Friday" is one thing to handle.
            (vec![Serious, SurelySerious, WorkImpact], vec![NoteKind::Serious], Some(Excuse::Serious)),
        ] {
            let label = |i: usize| if (3..9).contains(&i) { Label::Personal } else { Label::Business };
            let utterances: Vec<Utterance> = (0..14).map(|i| said(f64::from(i) * 20.0, 19.0)).collect();
            let readings: Vec<Reading> = (0..14)
                .map(|i| {
                    let flags = if i == 5 { flags.iter().copied().collect() } else { Flags::NONE };
                    Reading { wanted: Some(0.5), ..Reading::certain(label(i), flags) }
                })
                .collect();
            let plan = Plan::default();
            let call = labelled(&utterances, &readings, &[19.0; 14], &plan);
            assert_eq!(notes(&call).iter().map(|note| note.kind).collect::<Vec<_>>(), noted, "{flags:?}");
            let drifts = find(&call, 0, 13);
            assert_eq!(drifts.iter().map(|drift| drift.excused).collect::<Vec<_>>(), [excused], "{flags:?}");
        }
    }

    /// "I may be a little scattered today" stood for "my mother is in intensive care", and the thanks for kind words were news too.
    #[test]
    fn serious_news_is_told_once_in_the_gravest_words_of_whom_it_befalls() {
        use Flag::{Disclosure, Serious, SurelySerious};
        let mut call = Made::default();
        let sure = [Serious, SurelySerious];
        let told = [Serious, SurelySerious, Disclosure];
        call.says(Role::Client, Label::Personal, 5.0, "I may be a little scattered today", &told)
            .says(Role::Me, Label::Personal, 2.0, "What happened?", &sure)
            .says(Role::Client, Label::Personal, 4.0, "My mother is in intensive care, a stroke", &told)
            .says(Role::Me, Label::Personal, 4.0, "My father had cancer too", &told);
        for _ in 0..10 {
            call.client(Label::Personal, 4.0, &[Serious]);
        }
        call.client(Label::Framing, 4.0, &sure);
        for _ in 0..20 {
            call.client(Label::Business, 4.0, &[]);
        }
        call.client(Label::Framing, 4.0, &sure);
        assert_eq!(notes(&call.look()).iter().map(|note| note.index).collect::<Vec<_>>(), [2]);
    }

    /// The operation stood for the mother's death as well, and the child that is expected for the move.
    #[test]
    fn each_fact_is_told_by_itself() {
        use Flag::{Disclosure, Serious, SurelySerious, WorkImpact};
        let sure = [Serious, SurelySerious, Disclosure].as_slice();
        let moves = [WorkImpact, Disclosure].as_slice();
        for (first, second, between, noted, flags, facts) in [
            ("I have cancer, the operation is on the tenth", "And another thing: my mother died", false, false, sure, 2),
            ("У меня рак, десятого операция", "И ещё. У меня вчера умерла мама", false, false, sure, 2),
            ("I have cancer", "My mother died", true, false, sure, 2),
            ("I have cancer", "My mother died", false, true, sure, 2),
            // More of the same.
            ("My mother died", "She had cancer", false, false, sure, 1),
            (
                "My mother died on Sunday",
                "And another thing: the funeral of my mother is on Sunday, she had cancer",
                false,
                true,
                sure,
                1,
            ),
            ("On Tuesday I move to another town", "Also, from March I am on maternity leave", false, false, moves, 2),
            ("Во вторник я переезжаю в другой город", "Кстати, в марте ухожу в декрет", false, false, moves, 2),
            ("So I'm off from the third to the tenth", "Great. And I'll stop working in March", true, false, &moves[..1], 2),
            ("On Tuesday I move house", "There will be no internet on Tuesday", true, false, moves, 1),
            ("On Tuesday I move house", "The new flat has no internet", false, false, moves, 1),
        ] {
            let mut call = Made::default();
            call.says(Role::Client, Label::Personal, 5.0, first, flags);
            if between {
                call.me(Label::Business, 3.0, &[]);
            }
            call.says(Role::Client, Label::Personal, 5.0, second, flags);
            let kind = if flags == moves { NoteKind::WorkImpact } else { NoteKind::Serious };
            call.noted = if noted { vec![(0, kind), (1, kind)] } else { Vec::new() };
            assert_eq!(notes(&call.look()).len(), facts, "{first} / {second}");
        }
    }

    /// "Dad has cancer, stage four" stood once as what changes the work and once as serious, and so did what was planned around it.
    #[test]
    fn a_serious_fact_is_not_told_again_as_one_that_changes_the_work() {
        use Flag::{Disclosure, Serious, SurelySerious, WorkImpact};
        let sure = [Serious, SurelySerious, Disclosure].as_slice();
        let both = [Serious, SurelySerious, Disclosure, WorkImpact].as_slice();
        let planned = [Serious, WorkImpact].as_slice();
        let moves = [WorkImpact].as_slice();
        for (first, second, kinds) in [
            (("У папы нашли рак, четвёртая стадия.", both), ("Съёмка третьего, остальное напишу.", planned), vec![0]),
            (("Dad has cancer, stage four.", both), ("Then I'd move the drains to the twenty-sixth.", planned), vec![0]),
            (("My father died.", sure), ("The funeral is on Friday, I can't make the call.", planned), vec![0, 1]),
            (("У меня умер отец.", sure), ("В пятницу меня не будет.", planned), vec![0, 1]),
            (("На той неделе меня не будет.", moves), ("У папы нашли рак, четвёртая стадия.", both), vec![0, 1]),
            (("I'm away the first week of May.", moves), ("Dad has cancer, stage four.", both), vec![0, 1]),
        ] {
            let mut call = Made::default();
            for (words, flags) in [first, second] {
                let label = if flags.contains(&Disclosure) { Label::Personal } else { Label::Business };
                call.says(Role::Client, label, 5.0, words, flags);
            }
            assert_eq!(notes(&call.look()).iter().map(|note| note.index).collect::<Vec<_>>(), kinds, "{}", second.0);
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

    /// The live note told of the move; the debrief, which read the turn otherwise, did not.
    #[test]
    fn what_was_noted_while_the_call_went_on_is_told_after_it() {
        let mut call = Made::default();
        call.client(Label::Business, 5.0, &[]).client(Label::Personal, 5.0, &[]);
        call.noted = vec![(1, NoteKind::WorkImpact)];
        assert_eq!(notes(&call.look()).iter().map(|note| (note.index, note.kind)).collect::<Vec<_>>(), call.noted);
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
