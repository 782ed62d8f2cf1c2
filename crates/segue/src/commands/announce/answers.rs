//! The answers an announcement is written from.

use crate::cli::Announce;
use crate::cli::choices::LetterFormat;
use crate::screen::Screen;
use segue_core::{AnnouncementWishes, Client, Lang, Minutes};

const WHY: [&str; 3] = ["none", "busy", "projects"];
const CHANGE: [&str; 2] = ["chat-at-end", "work-only"];
const WELCOME: [&str; 2] = ["hello", "none"];

/// What was answered before, if that is known.
pub fn before(client: &Client) -> Option<&AnnouncementWishes> {
    client.announcement.as_ref()?.wishes.as_ref()
}

/// What is sensible where nothing was answered.
fn usual() -> AnnouncementWishes {
    AnnouncementWishes {
        why: WHY[0].to_owned(),
        change: CHANGE[0].to_owned(),
        welcome: WELCOME[0].to_owned(),
        ..AnnouncementWishes::default()
    }
}

/// True if one of the questions is answered by a flag.
pub fn is_answered(typed: &Announce) -> bool {
    typed.why.is_some() || typed.change.is_some() || typed.minutes.is_some() || typed.welcome.is_some()
}

/// What was typed, then what is answered, then what was answered before. Whoever types how to write an announcement that is
/// there already is asked nothing.
pub fn answers(typed: &Announce, client: &Client, screen: &Screen) -> AnnouncementWishes {
    let known = before(client);
    let before = known.cloned().unwrap_or_else(usual);
    let styled = typed.length.is_some() || typed.tone.is_some() || typed.me.is_some() || typed.manner.voice;
    let written = typed.format != LetterFormat::Text || typed.output.is_some();
    let asks = known.is_none() || !(is_answered(typed) || styled || written);
    let ask = |question: &str, kept: &str| {
        let answer = asks.then(|| screen.ask(&format!("{question} [{kept}]:"))).flatten();
        answer.filter(|answer| !answer.is_empty() && answer != NOTHING)
    };
    let choose = |flag: &Option<String>, question: &str, choices: &[&str], kept: &str| {
        let number = choices.iter().position(|choice| *choice == kept).map_or(kept.to_owned(), |place| (place + 1).to_string());
        let answer = || {
            until(&|| ask(question, &number), &|answer| chosen(answer, choices), &|| {
                screen.remark(&none_of(choices.len(), screen));
            })
        };
        flag.clone().or_else(answer).unwrap_or_else(|| kept.to_owned())
    };
    let why = choose(
        &typed.why,
        screen.text(
            "Why are things changing?\n  1 give no reason\n  2 work has picked up\n  3 other projects need time\n  or in your own words, as you would say it",
            "Почему всё меняется?\n  1 причину не называть\n  2 работы стало больше\n  3 появились другие проекты\n  или своими словами, как сказали бы вслух",
        ),
        &WHY,
        &before.why,
    );
    let change = choose(
        &typed.change,
        screen.text(
            "What is changing?\n  1 the work first, a few minutes at the end for everything else\n  2 calls are for the work\n  or in your own words, as you would say it",
            "Что меняется?\n  1 сначала дело, в конце несколько минут на остальное\n  2 разговоры только о деле\n  или своими словами, как сказали бы вслух",
        ),
        &CHANGE,
        &before.change,
    );
    let agreed =
        before.minutes.or(client.boundary.planned_minutes).map_or_else(|| NOTHING.to_owned(), |minutes| format!("{minutes:.0}"));
    let question = screen.text("How long is each call from now on, in minutes?", "Сколько минут теперь будет длиться разговор?");
    let no_minutes = screen.text(
        "How many minutes is that? A number, such as 30, or \"half an hour\"; Enter leaves it as it is.",
        "Сколько это в минутах? Напишите число, например 30, или «полчаса»; Enter оставит как есть.",
    );
    let asked = || until(&|| ask(question, &agreed), &minutes_in, &|| screen.remark(no_minutes));
    let minutes = typed.minutes.or_else(asked).or(before.minutes);
    let welcome = choose(
        &typed.welcome,
        screen.text(
            "What stays welcome, besides important news?\n  1 a hello and a few words at the start\n  2 nothing more\n  or in your own words, as you would say it",
            "Чему вы по-прежнему рады, кроме важных новостей?\n  1 приветствию и паре слов в начале\n  2 больше ничему\n  или своими словами, как сказали бы вслух",
        ),
        &WELCOME,
        &before.welcome,
    );
    AnnouncementWishes {
        why,
        change,
        minutes,
        welcome,
        tone: typed.tone.map(Into::into).or(before.tone),
        me: typed.me.clone().or(before.me),
    }
}

/// What stands for no answer.
const NOTHING: &str = "-";

/// How many minutes an answer says.
fn minutes_in(answer: &str) -> Option<f64> {
    answer.parse::<Minutes>().ok().map(f64::from)
}

/// Asks until an answer is understood, or none is given.
fn until<T>(ask: &dyn Fn() -> Option<String>, understood: &dyn Fn(&str) -> Option<T>, otherwise: &dyn Fn()) -> Option<T> {
    loop {
        match understood(&ask()?) {
            Some(answer) => return Some(answer),
            None => otherwise(),
        }
    }
}

/// The answer behind a number, otherwise what was said; `None` for a number behind which there is none, and for marks alone.
fn chosen(answer: &str, choices: &[&str]) -> Option<String> {
    let number = answer.trim_matches(|c: char| !c.is_alphanumeric());
    match number.parse::<usize>() {
        Ok(number) => choices.get(number.checked_sub(1)?).map(|choice| (*choice).to_owned()),
        Err(_) => (!number.is_empty()).then(|| answer.to_owned()),
    }
}

/// What is said to a number that none of so many choices has.
fn none_of(choices: usize, screen: &Screen) -> String {
    match screen.ui {
        Lang::En => format!("Give a number from 1 to {choices}, or say it in your own words."),
        Lang::Ru => format!("Напишите число от 1 до {choices} или ответьте своими словами."),
    }
}

#[cfg(test)]
mod tests {
    use super::{before, chosen, minutes_in, until, usual};
    use segue_core::{Announcement, AnnouncementWishes, Client};
    use std::cell::RefCell;

    #[test]
    fn answers_by_number_or_in_words() {
        for (answer, meant) in [
            ("1", Some("none")),
            ("2", Some("busy")),
            ("2.", Some("busy")),
            ("3", None),
            ("0", None),
            ("?", None),
            ("I moved.", Some("I moved.")),
            ("2 calls a week", Some("2 calls a week")),
        ] {
            assert_eq!(chosen(answer, &["none", "busy"]).as_deref(), meant, "{answer}");
        }
    }

    /// "Half an hour" was dropped without a word, and a 5 of two choices became the rule: "From now on: 5."
    #[test]
    fn what_is_not_understood_is_asked_again() {
        for (answers, minutes, asked_again) in [
            (&["half an hour"][..], Some(30.0), 0),
            (&["полчаса"], Some(30.0), 0),
            (&["двадцать", "20"], Some(20.0), 1),
            (&["a while", "5000"], None, 2),
        ] {
            let (left, again) = (RefCell::new(answers.iter().map(|answer| (*answer).to_owned())), RefCell::new(0));
            let got = until(&|| left.borrow_mut().next(), &minutes_in, &|| *again.borrow_mut() += 1);
            assert_eq!((got, again.into_inner()), (minutes, asked_again), "{answers:?}");
        }
    }

    /// Enter gave "work has picked up" in a terminal, and no reason without one; and it took the place of what was answered before.
    #[test]
    fn what_is_not_answered_is_what_was_answered_before() {
        let mut client = Client::named("Viktor");
        assert_eq!((before(&client), usual().why.as_str()), (None, "none"));
        let wishes = AnnouncementWishes { why: "my evenings are taken".into(), ..AnnouncementWishes::default() };
        client.announcement = Some(Announcement { wishes: Some(wishes.clone()), ..Announcement::default() });
        assert_eq!(before(&client), Some(&wishes));
    }
}
