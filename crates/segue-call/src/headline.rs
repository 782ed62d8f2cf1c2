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
        return match (serious, total.private_share() < HARDLY_ANY) {
            (true, _) => pick(
                english,
                "Something serious came up, and it was right to give it room.",
                "Прозвучало серьёзное, и было правильно дать этому место.",
            ),
            (_, true) => pick(english, "This one stayed with the work.", "Этот разговор весь был о деле."),
            _ => pick(
                english,
                "Some private talk, all of it in its place: nothing needed steering.",
                "Личного было немного и всё к месту: поворачивать было нечего.",
            ),
        };
    };
    let amount = amount(private, debrief.talk.unit, english);
    let whole = self::amount(total.total(), debrief.talk.unit, english);
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
        text += &pick(
            english,
            &format!("; the longest drift ({length})"),
            &format!("; в самое долгое отступление ({length}) разговор"),
        );
    } else {
        text += &pick(english, "; the drift", "; в отступление разговор");
    }
    let who = longest.opened_by.as_ref();
    text += &match who.map(|by| (by.role, by.name.as_str())) {
        Some((Role::Me, _)) => pick(english, " was opened by you", " увели вы"),
        Some((_, name)) if !name.is_empty() => {
            pick(english, &format!(" was opened by {name}"), &format!(" увёл собеседник ({name})"))
        }
        Some((Role::Client, _)) => pick(english, " was opened by the client", " увёл клиент"),
        Some((Role::Colleague, _)) => pick(english, " was opened by a colleague", " увёл коллега"),
        _ => pick(english, " came from a voice that could not be told apart", " увёл голос, который не различить"),
    };
    if missed > 0 {
        let all = debrief.agenda.len();
        text += &pick(
            english,
            &format!(", and {missed} of {all} agenda items were not reached"),
            &format!(", а до {missed} из {all} пунктов плана дело не дошло"),
        );
    } else if longest.returned_by.as_ref().is_some_and(|by| by.role == Role::Me) {
        text += &if who.is_some_and(|by| by.role == Role::Me) {
            pick(english, ", and you brought it back yourself", ", а к делу вернули сами")
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

fn amount(value: f64, unit: Unit, english: bool) -> String {
    match (unit, english) {
        (Unit::Words, true) => format!("{value:.0} words"),
        (Unit::Words, false) => format!("{value:.0} слов"),
        (Unit::Seconds, _) if value < 60.0 => format!("{value:.0} {}", if english { "s" } else { "с" }),
        (Unit::Seconds, _) if value < 600.0 => {
            let rounded = format!("{:.1}", value / 60.0);
            let tidy = rounded.strip_suffix(".0").unwrap_or(&rounded);
            if english { format!("{tidy} min") } else { format!("{} мин", tidy.replace('.', ",")) }
        }
        (Unit::Seconds, _) => format!("{:.0} {}", value / 60.0, if english { "min" } else { "мин" }),
    }
}
