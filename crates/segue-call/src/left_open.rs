//! Whether work was left open by a stretch of private talk, so that it was no chat at the end.

use crate::labelled::Labelled;
use segue_core::{Label, tokens};

/// Business speech in seconds after a stretch, below which it was the closing chat.
const NOTHING_LEFT: f64 = 12.0;
/// Speech in seconds after a stretch that is work and settles nothing, below which nothing was left.
const A_WORD_OF_WORK: f64 = 3.0;
/// Probability of business of a turn, below which it is no answer to a question about the work.
const ANSWERS: f32 = 0.15;
/// Words of a request at least: "Please do." asks for nothing.
const REQUEST: usize = 5;
/// Words with which a sentence goes on to what it is about.
const LEADS_IN: [&str; 16] =
    ["ok", "okay", "right", "so", "anyway", "well", "now", "and", "but", "lets", "let", "us", "get", "ладно", "так", "ну"];
/// Russian words that go back to where the talk had been, ё as е.
const GOES_BACK: [&str; 4] = ["вернемся", "возвращаемся", "вернемтесь", "возвращаясь"];
/// What people ask one for with "please" and mean kindly.
const KINDLY: [&str; 14] = [
    "hello",
    "regards",
    "love",
    "hug",
    "kiss",
    "care",
    "greet",
    "congratulate",
    "привет",
    "приветы",
    "поздравьте",
    "обнимите",
    "берегите",
    "поцелуйте",
];

/// True if something of work was left when a stretch began or ended: a question that nobody had answered, an item of the agenda, work
/// to which the talk went back, a question of work or a request after it; more than a word, or what settles what was said before.
pub(crate) fn is_work_left(call: &Labelled<'_>, (from, last): (usize, usize), end: usize) -> bool {
    let after = || last + 1..=end;
    let open: f64 = after().filter(|&i| call.is_work(i) && !call.ends(i)).map(|i| call.weights[i]).sum();
    open >= A_WORD_OF_WORK
        || call.business(after()) >= NOTHING_LEFT
        || call.item_left((from, last))
        || is_unanswered(call, from)
        || after().any(|i| call.opens_work(i) || works_on(call, i))
}

/// True if the turn before a stretch asks for something of the work, and nobody answers before the talk is private: whoever asked goes
/// on to something else, or the other does.
fn is_unanswered(call: &Labelled<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else { return false };
    let asked = call.readings[before].label == Label::Business
        && call.utterances[before].text.as_str().trim_end().ends_with('?')
        && !call.ends(before);
    let goes_on = call.utterances[from].speaker == call.utterances[before].speaker;
    asked && (goes_on || call.readings[from].probabilities.business < ANSWERS && !call.ends(from))
}

/// True if a turn goes back to the work, or asks for something to be done, though the model takes it for an end.
fn works_on(call: &Labelled<'_>, index: usize) -> bool {
    let works = matches!(call.readings[index].label, Label::Business | Label::Framing);
    works && {
        let text = call.utterances[index].text.as_str();
        let clauses = text.split([',', '.', '!', '?', '…', ';', ':', '—', '–', '\n']).map(tokens);
        clauses.into_iter().any(|words| begins_back(&words)) || asks_to_do(text)
    }
}

/// "Ok ok, back to the donkeys": not "I must get back to the children".
fn begins_back(words: &[String]) -> bool {
    let leads = words.iter().take_while(|word| LEADS_IN.contains(&word.as_str())).count();
    let words = words[leads..].iter().map(String::as_str).collect::<Vec<_>>();
    words.starts_with(&["back", "to"]) || words.first().is_some_and(|word| GOES_BACK.contains(word))
}

/// "Please keep the heating low the night before.": not "Please give my love to her."
fn asks_to_do(text: &str) -> bool {
    text.split_inclusive(['.', '!', '?', '…', '\n']).map(tokens).any(|words| {
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        let asks = words.first().is_some_and(|word| word == "please") || has(&["пожалуйста"]);
        asks && words.len() >= REQUEST && !has(&KINDLY)
    })
}

#[cfg(test)]
mod tests {
    use crate::drifts::tests::Made;
    use segue_core::Label::{Business, Framing, Personal};
    use segue_core::debrief::Excuse;
    use segue_core::{Flag, Role};

    /// A minute of work, a chat with what came right before it, and what is said after it.
    fn excuse(before: (Role, &str), opener: Role, after: &str) -> Option<Excuse> {
        let mut call = Made::default();
        call.plan.boundary.grace = Some(10.0);
        call.client(Business, 60.0, &[]).says(before.0, Business, 2.0, before.1, &[]);
        for role in [opener, Role::Me, Role::Client] {
            call.says(role, Personal, 15.0, "so we danced in the car park", &[]);
        }
        call.says(Role::Me, Framing, 2.0, after, &[Flag::WrapUp]);
        let excuses = call.excuses();
        excuses[0]
    }

    /// "And the tracking number?" waited through the whole chat, the heating and the donkeys came after it, and it was a chat "with the
    /// work all but done".
    #[test]
    fn a_chat_that_left_work_waiting_is_no_chat_at_the_end() {
        const SETTLED: (Role, &str) = (Role::Client, "Then all is settled.");
        let closing = Some(Excuse::Closing);
        for (before, opener, after, excused) in [
            (SETTLED, Role::Client, "Good, until the twentieth.", closing),
            (SETTLED, Role::Client, "Well, the twentieth then. Please keep the heating low the night before.", None),
            (SETTLED, Role::Client, "Тогда двадцатого. Печку накануне, пожалуйста, сильно не топите.", None),
            (SETTLED, Role::Client, "Bye! Please give my love to your sister.", closing),
            (SETTLED, Role::Client, "Пока! Сестре, пожалуйста, большой привет от меня.", closing),
            (SETTLED, Role::Client, "ok ok back to the donkeys, A2 it is", None),
            (SETTLED, Role::Client, "Ладно, возвращаемся к осликам, значит, А2.", None),
            (SETTLED, Role::Client, "I must get back to the children.", closing),
            ((Role::Client, "And the tracking number?"), Role::Client, "The number tomorrow.", None),
            ((Role::Client, "А номер отслеживания?"), Role::Client, "Номер утром.", None),
            ((Role::Me, "And the tracking number?"), Role::Client, "Tomorrow, then.", None),
        ] {
            assert_eq!(excuse(before, opener, after), excused, "{before:?} {after}");
        }
    }
}
