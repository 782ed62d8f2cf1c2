//! Words that fall into a call from outside, and whom people tell of.

use crate::labelled::Labelled;
use segue_core::{Flag, Role, Timing, is_family, tokens};

/// Turns and words, in the whole call, of a voice that only fell into it.
const TURNS: usize = 2;
const WORDS: usize = 14;
/// Voices from which on one of them may have.
const VOICES: usize = 3;
/// Words by which one asks pardon for what fell in, ё as е.
const PARDON: [&str; 12] =
    ["sorry", "pardon", "excuse", "sec", "moment", "извини", "извините", "прости", "простите", "прошу", "минутку", "секунду"];
/// Whom people tell of at home besides, ё as е.
const AT_HOME: [&str; 5] = ["children", "kids", "ex", "дети", "детей"];

/// True if words name somebody of a family.
pub(crate) fn names_kin(text: &str) -> bool {
    tokens(text).iter().any(|word| is_family(word) || AT_HOME.contains(&word.as_str()))
}

/// True if an utterance belongs to what fell in from outside: "Mum, where's the charger?" of a voice that says hardly anything in
/// the call, for which pardon was asked or which was left for the work; and the answer to it. Such words open nothing.
pub(crate) fn is_aside(call: &Labelled<'_>, index: usize) -> bool {
    falls_in(call, index) || index > 0 && falls_in(call, index - 1) && leaves(call, index)
}

/// A passer-by speaks, and the answer goes back to the call.
fn falls_in(call: &Labelled<'_>, index: usize) -> bool {
    let speaker = &call.utterances[index].speaker;
    let answered = index + 1 < call.utterances.len() && call.utterances[index + 1].speaker != *speaker;
    answered && leaves(call, index + 1) && !is_grave(call, index) && passes_by(call, index)
}

/// True if a turn asks pardon, or calls for the work.
fn leaves(call: &Labelled<'_>, index: usize) -> bool {
    let pardon = || tokens(call.utterances[index].text.as_str()).iter().any(|word| PARDON.contains(&word.as_str()));
    !is_grave(call, index) && (pardon() || call.calls_for_work(index))
}

/// "I'm so sorry" is no pardon, nor is bad news an interruption.
fn is_grave(call: &Labelled<'_>, index: usize) -> bool {
    call.readings[index].flags.has(Flag::Serious)
}

/// True if whoever speaks says hardly anything in the call, and two others more.
fn passes_by(call: &Labelled<'_>, index: usize) -> bool {
    let speaker = &call.utterances[index].speaker;
    if call.timing == Timing::Chat || speaker.role == Role::Me || call.utterances[index].text.count() > WORDS {
        return false;
    }
    let theirs = || call.utterances.iter().filter(|utterance| utterance.speaker == *speaker);
    let hardly_speaks = theirs().count() <= TURNS && theirs().map(|utterance| utterance.text.count()).sum::<usize>() <= WORDS;
    let mut voices = Vec::new();
    for utterance in call.utterances {
        if voices.len() < VOICES && !voices.contains(&&utterance.speaker) {
            voices.push(&utterance.speaker);
        }
    }
    hardly_speaks && voices.len() >= VOICES
}

#[cfg(test)]
mod tests {
    use super::names_kin;
    use crate::drifts::tests::Made;
    use crate::feeding::feeding;
    use segue_core::Label::{Business, Personal, Smalltalk};
    use segue_core::{Flag, Role};

    /// "Mum, where's the charger?" at the door had opened the drift, and "Kitchen, love. Sorry. And the stove?" had fed it.
    #[test]
    fn what_falls_in_from_outside_opens_nothing() {
        for (within, answer, flags, from) in [
            ("Mum, where's the charger?", "Kitchen, love. Sorry. Thursday, and the stove?", vec![], 3),
            ("Мам, где зарядка?", "На кухне. Простите, так что с печкой?", vec![], 3),
            // Somebody of the call tells, and is heard.
            ("You know, my sister got divorced.", "No! When?", vec![], 1),
            ("My dog died last night.", "I'm so sorry.", vec![Flag::Serious], 1),
        ] {
            let mut call = Made::default();
            call.says(Role::Client, Business, 60.0, "two of four", &[]);
            call.says(Role::Client, Personal, 3.0, within, &flags).says(Role::Me, Smalltalk, 5.0, answer, &flags);
            call.utterances[1].speaker.name = "Unknown Speaker".to_owned();
            call.readings[2].flags.insert(Flag::Enthusiasm);
            for role in [Role::Client, Role::Me, Role::Client] {
                call.says(role, Personal, 20.0, "and then the whole regatta came", &[]);
            }
            call.client(Business, 60.0, &[]);
            let drifts = call.drifts();
            assert_eq!(drifts[0].from, from, "{within}");
            let fed = feeding(&call.look(), &drifts).unwrap();
            assert!(from < 3 || fed.iter().all(|moment| moment.index != 2), "{answer}");
        }
    }

    #[test]
    fn family_is_named_in_both_languages() {
        for (words, named) in [
            ("We are trying for a second child, it is not easy.", true),
            ("Мы с мужем ждём ребёнка.", true),
            ("My granny is ninety.", true),
            ("Едем с тётей к морю.", true),
            ("The sluice gate needs a new seal.", false),
            ("Экран для сыновнего долга.", false),
        ] {
            assert_eq!(names_kin(words), named, "{words}");
        }
    }
}
