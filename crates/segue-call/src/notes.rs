//! Facts to be handled, not steered: what is serious, and what changes the work.

use crate::labelled::Labelled;
use segue_core::debrief::{Note, NoteKind};
use segue_core::{Flag, Label, tokens};
use segue_topic::{grave_words, tells_absence, tells_grave_news, tells_hindrance};

/// Words kept of a fact.
const EXCERPT: usize = 24;
/// Utterances within which the same kind of fact is the same fact; a serious thread goes on as long as it is spoken of.
const SAME_FACT: usize = 12;

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
    let mut notes = serious(call);
    let moving = moving(call, &notes);
    notes.extend(moving);
    notes.sort_by_key(|note| note.index);
    notes
}

fn serious(call: &Labelled<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    // The last turn in which the thread noted last was spoken of.
    let mut spoken_of = 0;
    for (i, reading) in call.readings.iter().enumerate() {
        let sure = call.surely_serious(i);
        if sure || call.noted.contains(&(i, NoteKind::Serious)) {
            take(call, &mut notes, (i, NoteKind::Serious), spoken_of);
        }
        if sure || reading.flags.has(Flag::Serious) && i - spoken_of <= SAME_FACT {
            spoken_of = i;
        }
    }
    notes
}

fn moving(call: &Labelled<'_>, serious: &[Note]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (i, reading) in call.readings.iter().enumerate() {
        let moves = reading.flags.has(Flag::WorkImpact) || call.noted.contains(&(i, NoteKind::WorkImpact));
        if moves && !serious.iter().any(|told| is_told_by(call, told.index, i)) {
            let last = notes.last().map_or(i, |note| note.index);
            take(call, &mut notes, (i, NoteKind::WorkImpact), last);
        }
    }
    notes
}

/// True if the serious fact in the turn `told` is what changes the work in the turn `index`: they are one, or the latter plans
/// around it. Who says when they will not be there tells more.
fn is_told_by(call: &Labelled<'_>, told: usize, index: usize) -> bool {
    let adds = || tells_hindrance(call.utterances[index].text.as_str()) || call.noted.contains(&(index, NoteKind::WorkImpact));
    let around = call.readings[index].flags.has(Flag::Serious) && told.abs_diff(index) <= SAME_FACT;
    told == index || around && !adds()
}

/// Takes the fact of a turn in: for the one that was noted last, if that was spoken of not long ago, is the same and told less
/// well; or by itself.
fn take(call: &Labelled<'_>, notes: &mut Vec<Note>, (i, kind): (usize, NoteKind), spoken_of: usize) {
    let utterance = &call.utterances[i];
    let note = Note { index: i, at: utterance.start, kind, by: call.by(i), text: utterance.text.excerpt(EXCERPT) };
    match notes.last_mut() {
        Some(same) if i - spoken_of <= SAME_FACT && !is_another(call, same.index, i, kind) => {
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
    let grave = kind == NoteKind::Serious
        && (grave_words(text) > 0 || tells_grave_news(text) || call.readings[index].flags.has(Flag::Despair));
    (told && grave, told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drifts::find;
    use crate::drifts::tests::{Made, labelled};
    use segue_core::debrief::Excuse;
    use segue_core::{Flags, Plan, Reading, Role, Speaker, Utterance, Words};

    /// The client speaks from `start` for so many seconds.
    fn said(start: f64, seconds: f64) -> Utterance {
        let speaker = Speaker { name: String::new(), role: Role::Client };
        Utterance { start, end: start + seconds, speaker, text: Words::new("words of a call") }
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

    /// "Because of my son-in-law" stood for "I weep at night, I don't see my grandchildren", which has none of the gravest words.
    #[test]
    fn news_in_plain_words_tells_it_better() {
        use Flag::{Disclosure, Serious, SurelySerious};
        for (first, second) in [
            ("Из-за зятя. Я сказала, что он пустой человек.", "Я ночами реву, внуков не вижу."),
            ("Because of my son-in-law, an empty man.", "I cry myself to sleep every night."),
        ] {
            let mut call = Made::default();
            for words in [first, second] {
                call.says(Role::Client, Label::Personal, 8.0, words, &[Serious, SurelySerious, Disclosure]);
            }
            assert_eq!(notes(&call.look()).iter().map(|note| note.index).collect::<Vec<_>>(), [1], "{second}");
        }
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

    /// A humane line was shown, and the news that it met had no note.
    #[test]
    fn what_a_humane_line_met_is_noted() {
        use segue_core::Rung;
        for (flags, rung, noted) in [
            (vec![Flag::Serious, Flag::Disclosure], Rung::Humane, vec![0]),
            (vec![Flag::Serious, Flag::Disclosure], Rung::Park, vec![]),
            (vec![Flag::Disclosure], Rung::Humane, vec![]),
        ] {
            let mut call = Made::default();
            call.client(Label::Personal, 8.0, &flags).me(Label::Business, 3.0, &[]).line();
            call.cues[0].rung = rung;
            assert_eq!(notes(&call.look()).iter().map(|note| note.index).collect::<Vec<_>>(), noted, "{flags:?} {rung:?}");
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
}
