//! Whether what was serious was given room. It is good to hear so, but only where it is so.

use crate::labelled::TELLS_OF_WORK;
use segue_core::debrief::{Debrief, DebriefUtterance, NoteKind};
use segue_core::{Flag, Label, Role, Rung};
use segue_phrasebook::{SAID, manner, sounds_like};

/// Turns after the news in which my answer to it may come.
const ANSWERED_WITHIN: usize = 3;
/// Probability of business of a private turn that asks for the work all the same.
const ASKS_FOR_WORK: f32 = 0.2;

/// True if somebody says that they do not want to live.
pub(crate) fn is_in_despair(debrief: &Debrief) -> bool {
    debrief.utterances.iter().any(|row| row.flags.has(Flag::Despair))
}

/// True if a drift holds what others told and may have been serious.
pub(crate) fn perhaps_serious(debrief: &Debrief) -> bool {
    debrief.drifts.iter().any(|drift| {
        let of_others = debrief.utterances.iter().filter(|row| row.role != Role::Me);
        drift.may_be_serious(&of_others.cloned().collect::<Vec<_>>())
    })
}

/// True unless I turned to the work in the very answer to what was serious, or may have been.
pub(crate) fn was_given_room(debrief: &Debrief) -> bool {
    let noted = debrief.notes.iter().filter(|note| note.kind == NoteKind::Serious).map(|note| note.index);
    let perhaps = debrief
        .utterances
        .iter()
        .filter(|row| row.label.is_private() && row.flags.has(Flag::Serious) && row.flags.has(Flag::Disclosure));
    let mut told: Vec<usize> = perhaps.map(|row| row.index).chain(noted).collect();
    told.sort_unstable();
    told.dedup();
    let at = |index: usize| debrief.utterances.iter().position(|row| row.index == index);
    !told.into_iter().filter_map(at).any(|at| is_passed_over(&debrief.utterances[at..]))
}

/// True if my answer to the first of these turns goes on with the work, and whoever told it did not do so first.
fn is_passed_over(turns: &[DebriefUtterance]) -> bool {
    let Some((told, after)) = turns.split_first().filter(|(told, _)| told.role != Role::Me) else { return false };
    // Who asks something of the work with their news gets an answer to that too.
    let asks = told.text.as_str().contains('?');
    let mut answers = after.iter().take(ANSWERED_WITHIN).take_while(|row| row.role == Role::Me || row.label != Label::Business);
    answers.find(|row| row.role == Role::Me).is_some_and(|answer| !asks && turns_to_the_work(answer))
}

fn turns_to_the_work(answer: &DebriefUtterance) -> bool {
    let words = answer.text.as_str();
    let (business, private) = (answer.probabilities.business, answer.label.is_private());
    let asks = words.trim_end().ends_with('?') && !answer.flags.has(Flag::PersonalQuestion);
    let of_work = answer.label == Label::Business
        || answer.flags.has(Flag::SteerBack)
        || business >= if private && asks { ASKS_FOR_WORK } else { TELLS_OF_WORK };
    let last = words.trim_end().trim_end_matches(['?', '!', '.']);
    let last = last.rsplit(['?', '!', '.']).next().unwrap_or_default();
    // "I'm so sorry. Shall we move this?" asks for nothing but the person.
    let asks_for_work = asks && sounds_like(Rung::Humane, last) < SAID;
    let manner = manner(words);
    of_work && (asks_for_work || !(manner.humane || manner.comforts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drifts::tests::Made;
    use crate::over::rows;
    use segue_core::Lang;

    /// "Hang in there! And is the oak one 240 or 260?", in answer to a brother in intensive care, was "right to give it room".
    #[test]
    fn who_turned_to_the_work_at_once_is_not_praised_for_the_room_given() {
        use Label::{Business, Personal};
        for (news, answer, label, given) in [
            ("My brother is in intensive care.", "Oh no, hang in there! And is the oak one 240 or 260?", Business, false),
            ("У меня брат в реанимации.", "Ой, держитесь! А длину ткани берём 265?", Business, false),
            ("I don't know how to go on.", "Oh come on! So with the hangers.", Business, false),
            ("My brother is in intensive care.", "I'm so sorry. Shall we move this?", Business, true),
            ("У меня брат в реанимации.", "Мне очень жаль. Может, перенесём?", Business, true),
            ("My brother is in intensive care.", "Oh no. How is he?", Personal, true),
            ("My mother died. Can we do Thursday instead?", "Of course, Thursday at two.", Business, true),
        ] {
            let mut call = Made::default();
            call.client(Business, 30.0, &[]);
            call.says(Role::Client, Personal, 8.0, news, &[Flag::Serious, Flag::SurelySerious, Flag::Disclosure]);
            call.says(Role::Me, label, 4.0, answer, &[]);
            let look = call.look();
            let utterances = rows(&call.utterances, &call.readings, &call.readings);
            let (notes, talk) = (crate::notes::notes(&look), crate::talk::talk(&look));
            let debrief = Debrief { utterances, notes, talk, ..Debrief::default() };
            assert_eq!(was_given_room(&debrief), given, "{answer}");
            let [en, ru] = [Lang::En, Lang::Ru].map(|ui| crate::headline::headline(&debrief, ui));
            assert_eq!(en.contains("right to give it room"), given, "{en}");
            assert_eq!(ru.contains("хорошо, что на это нашлось время"), given, "{ru}");
        }
    }
}
