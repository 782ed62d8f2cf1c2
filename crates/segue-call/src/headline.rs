//! The one sentence to remember.

use crate::room::{is_in_despair, perhaps_serious, was_given_room};
use segue_core::debrief::{Debrief, Drift, NoteKind, Unit};
use segue_core::{Lang, Role};

/// Share of private talk below which a call counts as kept to business.
const HARDLY_ANY: f64 = 0.05;

/// Messages that make a month worth comparing.
const MESSAGES: usize = 5;
/// Months from which on a chat tells of a course.
const MONTHS: usize = 3;
/// By how much the private share has to grow to be told.
const GROWN: f64 = 0.2;

/// Writes the headline from everything else in the debrief.
pub(crate) fn headline(debrief: &Debrief, ui: Lang) -> String {
    let drifts: Vec<&Drift> = debrief.drifts.iter().filter(|d| d.excused.is_none()).collect();
    let longest = drifts.iter().max_by(|a, b| a.private.total_cmp(&b.private)).copied();
    let total = debrief.talk.total;
    let missed = debrief.agenda.iter().filter(|item| item.reached_at.is_none()).count();
    let serious = debrief.notes.iter().any(|note| note.kind == NoteKind::Serious);
    let english = ui == Lang::En;
    if is_in_despair(debrief) {
        return pick(
            english,
            "Somebody may not want to live. Call them now: that matters more than anything else here. If you are afraid for their \
             safety, call the emergency number.",
            "Похоже, человек не хочет жить. Позвоните сейчас же: это важнее всего остального. Если есть опасность, звоните по номеру 112.",
        );
    }
    // What was not heard may have been anything: only what a key marked can be told of.
    if debrief.accompanied && debrief.utterances.is_empty() && debrief.drifts.is_empty() {
        return pick(english, "No private talk was marked in this call.", "Личное в этом разговоре не отмечено.");
    }
    if total.total() == 0.0 {
        return pick(english, "There was no talk to look at.", "Разбирать здесь нечего: разговора нет.");
    }
    let Some(longest) = longest else {
        return nothing_to_steer(debrief, serious, english);
    };
    let amount = amount(debrief.private_talk(), debrief.talk.unit, english);
    let whole = match debrief.talk.unit {
        Unit::Words if !english => of_words(debrief.told().total()),
        unit => self::amount(debrief.told().total(), unit, english),
    };
    let mut text = match (serious, english) {
        (false, true) => format!("{amount} of {whole} went to private talk"),
        (false, false) => format!("На личное ушло {amount} из {whole}"),
        (true, true) => format!("{} Other private talk took {amount} of {whole}", something_serious(debrief, english)),
        (true, false) => format!("{} На остальное личное ушло {amount} из {whole}", something_serious(debrief, english)),
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
        _ => pick(english, " was opened by somebody unnamed", " начал кто-то, кто здесь не назван"),
    };
    if missed > 0 {
        let all = debrief.agenda.len();
        text += &pick(
            english,
            &format!(", and {missed} of {all} agenda items {} not reached", if missed == 1 { "was" } else { "were" }),
            &format!(", а до {missed} из {all} пунктов повестки дело не дошло"),
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

/// A call in which no drift was one to lead back from.
fn nothing_to_steer(debrief: &Debrief, serious: bool, english: bool) -> String {
    let total = debrief.talk.total;
    let steering = || debrief.cues.iter().filter(|cue| cue.rung.steers());
    let heard = !debrief.utterances.is_empty() && total.unmarked <= 0.0;
    let a_remark = || debrief.drifts.is_empty() && debrief.talk.is_private_a_remark();
    match (serious, heard && (debrief.private_share() < HARDLY_ANY || a_remark())) {
        (false, _) if perhaps_serious(debrief) => {
            let told = pick(english, "Something that may have been serious came up", "Прозвучало, возможно, что-то серьёзное");
            told + &of_the_room(debrief, english)
        }
        (true, _) => something_serious(debrief, english),
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
        _ => match grown(debrief) {
            Some((before, now)) => pick(
                english,
                &format!(
                    "Each bit of private talk was brief, but over the months it has grown from {before}% of the words to {now}%."
                ),
                &format!(
                    "Каждый раз личное было недолгим, но за эти месяцы его стало больше: {before} % слов вначале, {now} % теперь."
                ),
            ),
            None => pick(
                english,
                "Some private talk, all of it in its place: nothing needed steering.",
                "Личное было, и всё к месту: возвращать к делу было незачем.",
            ),
        },
    }
}

/// The private share of the first and the last month of a chat in percent, where it has grown far: nobody sees it in any one stretch.
fn grown(debrief: &Debrief) -> Option<(u32, u32)> {
    let months = debrief.correspondence.as_ref()?.months.iter().filter(|month| month.messages >= MESSAGES && month.serious == 0);
    let shares: Vec<f64> = months.map(|month| month.private_share).collect();
    let (first, last) = (shares.first()?, shares.last()?);
    let percent = |share: &f64| (share * 100.0).round() as u32;
    (shares.len() >= MONTHS && last - first >= GROWN).then(|| (percent(first), percent(last)))
}

fn something_serious(debrief: &Debrief, english: bool) -> String {
    pick(english, "Something serious came up", "Прозвучало серьёзное") + &of_the_room(debrief, english)
}

/// Praise for the room that was given to it, or what is still to be done.
fn of_the_room(debrief: &Debrief, english: bool) -> String {
    if was_given_room(debrief) {
        pick(english, ", and it was right to give it room.", ", и хорошо, что на это нашлось время.")
    } else {
        pick(english, ". A kind word about it would still be welcome.", ". Доброе слово об этом и сейчас будет кстати.")
    }
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

/// As the debrief below has it, so that nobody finds two figures of one thing.
pub(crate) fn amount(value: f64, unit: Unit, english: bool) -> String {
    match (unit, english) {
        (Unit::Words, true) => format!("{value:.0} words"),
        (Unit::Words, false) => words(value),
        (Unit::Seconds, _) => duration(value.round() as u64, english),
    }
}

fn duration(seconds: u64, english: bool) -> String {
    let (hour, minute, second) = if english { ("h", "min", "s") } else { ("ч", "мин", "с") };
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} {second}"),
        (minutes @ 1..10, seconds @ 1..) => format!("{minutes} {minute} {seconds} {second}"),
        (minutes, seconds) => match minutes + u64::from(seconds >= 30) {
            minutes @ 60.. => format!("{} {hour} {:02} {minute}", minutes / 60, minutes % 60),
            minutes => format!("{minutes} {minute}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, headline, of_words, words};
    use crate::drifts::find;
    use crate::drifts::tests::Made;
    use crate::over::rows;
    use segue_core::debrief::{Correspondence, Debrief, LabelAmounts, Month, Talk};
    use segue_core::{Flag, Label, Lang};

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

    /// "Sorry that we ran over" and its answer, six seconds of a minute, were "some private talk, all of it in its place".
    #[test]
    fn a_remark_is_no_private_talk_to_speak_of() {
        for (personal, drifted, stayed) in [(6.0, false, true), (6.0, true, false), (20.0, false, false)] {
            let mut call = Made::default();
            (0..3).for_each(|_| {
                call.client(Label::Personal, 2.0, &[]);
            });
            let drifts = if drifted { find(&call.look(), 0, 2) } else { Vec::new() };
            let total = LabelAmounts { business: 50.0, personal, ..LabelAmounts::default() };
            let utterances = rows(&call.utterances, &call.readings, &call.readings);
            let debrief = Debrief { drifts, utterances, talk: Talk { total, ..Talk::default() }, ..Debrief::default() };
            assert_eq!(headline(&debrief, Lang::En).contains("stayed with the work"), stayed, "{personal} {drifted}");
            assert_eq!(headline(&debrief, Lang::Ru).contains("весь был о деле"), stayed, "{personal} {drifted}");
        }
    }

    /// "35 s of 1.4 min" stood above "35 s of 1 min of speech (40%)".
    #[test]
    fn lengths_are_those_of_the_debrief() {
        for (seconds, english, russian) in [
            (45, "45 s", "45 с"),
            (60, "1 min", "1 мин"),
            (84, "1 min 24 s", "1 мин 24 с"),
            (630, "11 min", "11 мин"),
            (3590, "1 h 00 min", "1 ч 00 мин"),
            (3900, "1 h 05 min", "1 ч 05 мин"),
        ] {
            assert_eq!((duration(seconds, true).as_str(), duration(seconds, false).as_str()), (english, russian));
        }
    }

    /// The headline of a call in which a client told of burying his wife was the neighbour's jet ski, and the father's lung was charged
    /// as private talk.
    #[test]
    fn serious_news_comes_first_and_is_no_private_talk() {
        let mut call = Made::default();
        call.client(Label::Business, 30.0, &[]);
        (0..3).for_each(|_| {
            call.client(Label::Personal, 10.0, &[Flag::Serious, Flag::SurelySerious, Flag::Disclosure]);
        });
        call.client(Label::Business, 60.0, &[]);
        (0..8).for_each(|_| {
            call.client(Label::Smalltalk, 10.0, &[]);
        });
        call.me(Label::Business, 60.0, &[Flag::SteerBack]).client(Label::Business, 60.0, &[]);
        let look = call.look();
        let drifts = find(&look, 0, call.utterances.len() - 1);
        let utterances = rows(&call.utterances, &call.readings, &call.readings);
        let total = LabelAmounts { business: 210.0, personal: 30.0, smalltalk: 80.0, ..LabelAmounts::default() };
        let notes = crate::notes::notes(&look);
        let debrief = Debrief { drifts, utterances, notes, talk: Talk { total, ..Talk::default() }, ..Debrief::default() };
        let [en, ru] = [Lang::En, Lang::Ru].map(|ui| headline(&debrief, ui));
        assert!(en.starts_with("Something serious came up") && en.contains("1 min 20 s of 5 min 20 s"), "{en}");
        assert!(ru.starts_with("Прозвучало серьёзное") && ru.contains("1 мин 20 с из 5 мин 20 с"), "{ru}");
    }

    /// "Nothing needed steering" was said of "my wife left me and took the children".
    #[test]
    fn what_may_have_been_serious_is_no_private_talk_in_its_place() {
        for (flags, told) in [(vec![], false), (vec![Flag::Serious], false), (vec![Flag::Serious, Flag::Disclosure], true)] {
            let mut call = Made::default();
            call.client(Label::Business, 30.0, &[]);
            (0..3).for_each(|_| {
                call.client(Label::Personal, 3.0, &flags);
            });
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            let utterances = rows(&call.utterances, &call.readings, &call.readings);
            let total = LabelAmounts { business: 30.0, personal: 9.0, ..LabelAmounts::default() };
            let debrief = Debrief { drifts, utterances, talk: Talk { total, ..Talk::default() }, ..Debrief::default() };
            assert_eq!(headline(&debrief, Lang::En).contains("may have been serious"), told);
            assert_eq!(headline(&debrief, Lang::Ru).contains("возможно"), told);
        }
    }

    /// "All of it in its place" stood above months that went from none of it to nearly half.
    #[test]
    fn what_grows_over_the_months_is_not_in_its_place() {
        let month = |private_share, messages, serious| Month { messages, private_share, serious, ..Month::default() };
        for (months, grown) in [
            (vec![month(0.0, 20, 0), month(0.2, 20, 0), month(0.42, 20, 0)], true),
            (vec![month(0.3, 20, 0), month(0.2, 20, 0), month(0.35, 20, 0)], false),
            (vec![month(0.0, 20, 0), month(0.42, 20, 0)], false),
            (vec![month(0.0, 20, 0), month(0.1, 20, 0), month(0.1, 20, 0), month(0.9, 2, 0)], false),
            (vec![month(0.0, 20, 0), month(0.1, 20, 0), month(0.1, 20, 0), month(0.9, 20, 3)], false),
        ] {
            let mut call = Made::default();
            call.client(Label::Personal, 10.0, &[]);
            let utterances = rows(&call.utterances, &call.readings, &call.readings);
            let total = LabelAmounts { business: 100.0, personal: 40.0, ..LabelAmounts::default() };
            let correspondence = Some(Correspondence { months, ..Correspondence::default() });
            let debrief = Debrief { utterances, correspondence, talk: Talk { total, ..Talk::default() }, ..Debrief::default() };
            assert_eq!(headline(&debrief, Lang::En).contains("from 0% of the words to 42%"), grown);
            assert_eq!(headline(&debrief, Lang::Ru).contains("0 % слов вначале, 42 % теперь"), grown);
        }
    }

    /// "39 s of 3 min 39 s" stood above "39 s of 2 min 14 s of speech".
    #[test]
    fn the_headline_counts_what_the_debrief_counts() {
        let mut call = Made::default();
        call.client(Label::Business, 60.0, &[]);
        (0..4).for_each(|_| {
            call.client(Label::Personal, 50.0, &[]);
        });
        call.client(Label::Business, 60.0, &[]);
        let look = call.look();
        let drifts = find(&look, 0, call.utterances.len() - 1);
        let utterances = rows(&call.utterances, &call.readings, &call.readings);
        let mut talk = crate::talk::talk(&look);
        talk.total.unmarked = 85.0;
        let debrief = Debrief { drifts, utterances, talk, ..Debrief::default() };
        assert!(headline(&debrief, Lang::En).starts_with("3 min 20 s of 5 min 20 s"), "{}", headline(&debrief, Lang::En));
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
