//! The one sentence to remember.

use segue_core::debrief::{Debrief, Drift, NoteKind, Unit};
use segue_core::{Lang, Role};

/// Share of private talk below which a call counts as kept to business.
const HARDLY_ANY: f64 = 0.05;

/// Writes the headline from everything else in the debrief.
pub(crate) fn headline(debrief: &Debrief, ui: Lang) -> String {
    let drifts: Vec<&Drift> = debrief.drifts.iter().filter(|d| d.excused.is_none()).collect();
    let longest = drifts.iter().max_by(|a, b| a.private.total_cmp(&b.private)).copied();
    let total = debrief.talk.total;
    let private = total.smalltalk + total.personal;
    let missed = debrief.agenda.iter().filter(|item| item.reached_at.is_none()).count();
    let serious = debrief.notes.iter().any(|note| note.kind == NoteKind::Serious);
    let english = ui == Lang::En;
    if total.total() == 0.0 {
        return pick(english, "There was no talk to look at.", "Разговора, на который можно посмотреть, здесь нет.");
    }
    let Some(longest) = longest else {
        let steering = || debrief.cues.iter().filter(|cue| cue.rung.steers());
        return match (serious, total.private_share() < HARDLY_ANY) {
            (true, _) => pick(
                english,
                "Something serious came up, and it was right to give it room.",
                "Прозвучало серьёзное, и было правильно дать этому место.",
            ),
            (_, true) => pick(english, "This one stayed with the work.", "Этот разговор весь был о деле."),
            // What was offered, or would have been, cannot have been needless.
            _ if steering().any(|cue| !cue.said) => pick(
                english,
                "Some private talk that did no harm, though there was a moment to turn back to the work sooner.",
                "Личное было и делу не помешало, хотя вернуться к нему можно было и раньше.",
            ),
            _ if steering().next().is_some() => pick(
                english,
                "Some private talk, and you brought it back to the work in good time.",
                "Личное было, и вы вовремя вернули разговор к делу.",
            ),
            _ => pick(
                english,
                "Some private talk, all of it in its place: nothing needed steering.",
                "Личное было, и всё к месту: возвращать к делу было незачем.",
            ),
        };
    };
    let amount = amount(private, debrief.talk.unit, english);
    let whole = match debrief.talk.unit {
        Unit::Words if !english => of_words(total.total()),
        unit => self::amount(total.total(), unit, english),
    };
    let mut text = if english {
        format!("{amount} of {whole} went to private talk")
    } else {
        format!("На личное ушло {amount} из {whole}")
    };
    // Nothing was heard: the keys told the time, and nobody can say who began.
    if debrief.utterances.is_empty() {
        return text + ".";
    }
    let length = self::amount(longest.private, Unit::Seconds, english);
    if debrief.talk.unit == Unit::Seconds && drifts.len() > 1 {
        text += &pick(english, &format!("; the longest drift ({length})"), &format!("; самое долгое отступление ({length})"));
    } else {
        text += &pick(english, "; the drift", "; отступление");
    }
    let who = longest.opened_by.as_ref();
    text += &match who.map(|by| (by.role, by.name.as_str())) {
        Some((Role::Me, _)) => pick(english, " was opened by you", " начали вы"),
        Some((_, name)) if !name.is_empty() => {
            pick(english, &format!(" was opened by {name}"), &format!(" начал собеседник ({name})"))
        }
        Some((Role::Client, _)) => pick(english, " was opened by the client", " начал клиент"),
        Some((Role::Colleague, _)) => pick(english, " was opened by a colleague", " начал коллега"),
        _ => pick(english, " came from a voice that could not be told apart", " начал кто-то, чей голос не различить"),
    };
    if missed > 0 {
        let all = debrief.agenda.len();
        text += &pick(
            english,
            &format!(", and {missed} of {all} agenda items {} not reached", if missed == 1 { "was" } else { "were" }),
            &format!(", а до {missed} из {all} пунктов плана дело не дошло"),
        );
    } else if longest.returned_by.as_ref().is_some_and(|by| by.role == Role::Me) {
        text += &if who.is_some_and(|by| by.role == Role::Me) {
            pick(english, ", and you brought it back yourself", ", и сами же вернули к делу")
        } else {
            pick(english, ", and you brought it back", ", а к делу вернули вы")
        };
    }
    text.push('.');
    text
}

fn pick(english: bool, en: &str, ru: &str) -> String {
    if english { en } else { ru }.to_owned()
}

/// «21 слово», «22 слова», «25 слов».
fn words(value: f64) -> String {
    let count = value.round() as u64;
    let word = match (count % 10, count % 100) {
        (1, tens) if tens != 11 => "слово",
        (2..=4, tens) if !(12..=14).contains(&tens) => "слова",
        _ => "слов",
    };
    format!("{count} {word}")
}

/// «из 21 слова», «из 22 слов»: without its preposition.
fn of_words(value: f64) -> String {
    let count = value.round() as u64;
    format!("{count} {}", if count % 10 == 1 && count % 100 != 11 { "слова" } else { "слов" })
}

pub(crate) fn amount(value: f64, unit: Unit, english: bool) -> String {
    match (unit, english) {
        (Unit::Words, true) => format!("{value:.0} words"),
        (Unit::Words, false) => words(value),
        (Unit::Seconds, _) if value < 60.0 => format!("{value:.0} {}", if english { "s" } else { "с" }),
        (Unit::Seconds, _) if value < 600.0 => {
            let rounded = format!("{:.1}", value / 60.0);
            let tidy = rounded.strip_suffix(".0").unwrap_or(&rounded);
            if english { format!("{tidy} min") } else { format!("{} мин", tidy.replace('.', ",")) }
        }
        (Unit::Seconds, _) => format!("{:.0} {}", value / 60.0, if english { "min" } else { "мин" }),
    }
}

#[cfg(test)]
mod tests {
    use super::{headline, of_words, words};
    use crate::drifts::tests::Made;
    use segue_core::debrief::{Debrief, LabelAmounts, Talk};
    use segue_core::{Label, Lang};

    /// "Nothing needed steering" stood above the lines that would have been shown.
    #[test]
    fn where_lines_were_offered_the_headline_does_not_call_them_needless() {
        let mut call = Made::default();
        call.client(Label::Personal, 10.0, &[]).line();
        let total = LabelAmounts { business: 100.0, personal: 40.0, ..LabelAmounts::default() };
        let talk = Talk { total, ..Talk::default() };
        let mut debrief = Debrief { talk, ..Debrief::default() };
        assert!(headline(&debrief, Lang::En).contains("nothing needed steering"));
        debrief.cues = call.cues;
        for said in [false, true] {
            debrief.cues[0].said = said;
            assert!(!headline(&debrief, Lang::En).contains("nothing needed steering"), "{said}");
            assert!(!headline(&debrief, Lang::Ru).contains("незачем"), "{said}");
        }
    }

    #[test]
    fn russian_words_agree_with_their_number() {
        let cases = [
            (1.0, "1 слово", "1 слова"),
            (3.0, "3 слова", "3 слов"),
            (11.0, "11 слов", "11 слов"),
            (12.0, "12 слов", "12 слов"),
            (20.6, "21 слово", "21 слова"),
            (111.0, "111 слов", "111 слов"),
            (122.0, "122 слова", "122 слов"),
        ];
        for (value, counted, of) in cases {
            assert_eq!((words(value).as_str(), of_words(value).as_str()), (counted, of));
        }
    }
}
