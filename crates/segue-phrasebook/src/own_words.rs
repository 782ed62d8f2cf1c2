//! The user's own words, so that a sentence of segue's can go on with them: what is typed into a form has capitals, full stops
//! and a "because" that the sentence has already.

use crate::slots::{capitalised, in_a_sentence};
use crate::wording::with_an_end;
use segue_core::Lang;

/// Words that are no names: in the middle of a sentence they have a small letter.
const PLAIN: &str = "because due a an the this that these those my your our his her their its we you he she they it there no not some any all \
both one two three on in at by for from to with without about after before until till next tomorrow tonight today later soon early \
same once when if let let's don't please what how still only just now and or but again everything anything something nothing \
somebody everybody people work time calls questions news around between every each more less half noon midnight as technical quick \
а и но в во на с со к ко у о об от до по за из из-за для без при про после перед через между около ближе завтра послезавтра сегодня \
утром днём днем вечером ночью потом позже скоро когда если как что это эта этот эти мой моя моё мое мои твой твоя твоё твое твои \
ваш ваша ваше ваши наш наша наше наши свой мы вы ты он она они оно я меня мне нас нам вас вам тебя тебе его её ее их не ни нет \
только сначала теперь больше пусть давай давайте расскажи расскажите рассказывай рассказывайте скажи скажите пиши пишите звони \
звоните всё все один одна два две три пара любые любая любой никаких никакого короткое короткий короткая новости вопросы звонки \
созвоны разговоры приветствие связь болезнь работа срочное срочная срочный следующий следующая следующее ближайший ближайшая понедельник \
вторник среда среду четверг пятница пятницу суббота субботу воскресенье";

/// Ways to begin a reason that is asked for.
const BECAUSE: [&str; 10] = [
    "because ",
    "'cause ",
    "it's because ",
    "it was because ",
    "the reason is that ",
    "потому что ",
    "потому, что ",
    "так как ",
    "поскольку ",
    "причина в том, что ",
];

/// Ways to name a cause: what follows is no sentence, and in Russian has its case from them.
const FROM_A_CAUSE: [&str; 6] = ["because of ", "due to ", "из-за ", "по причине ", "в связи с ", "ввиду "];

/// Ways to say that something is so from now on, or still is.
const SINCE_WHEN: [&str; 9] =
    ["from now on", "from today", "still ", "as before", "теперь", "отныне", "с сегодняшнего", "по-прежнему", "как раньше"];

/// Days of the week in Russian as one names them, and as one says when.
const DAYS: [(&str, &str, &str); 17] = [
    ("понедельник", "в", "понедельник"),
    ("вторник", "во", "вторник"),
    ("среда", "в", "среду"),
    ("среду", "в", "среду"),
    ("четверг", "в", "четверг"),
    ("пятница", "в", "пятницу"),
    ("пятницу", "в", "пятницу"),
    ("суббота", "в", "субботу"),
    ("субботу", "в", "субботу"),
    ("воскресенье", "в", "воскресенье"),
    ("пн", "в", "понедельник"),
    ("вт", "во", "вторник"),
    ("ср", "в", "среду"),
    ("чт", "в", "четверг"),
    ("пт", "в", "пятницу"),
    ("сб", "в", "субботу"),
    ("вс", "в", "воскресенье"),
];

/// A text that goes on after a colon: a capital that only stood at its beginning is small.
pub(crate) fn after_a_colon(text: &str) -> String {
    let first =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '.' | '!' | '?')).next().unwrap_or_default();
    let plain = first.to_lowercase().replace('’', "'");
    if !PLAIN.split_whitespace().any(|word| word == plain) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// True if a text says of itself that things are so from now on, or still are.
pub(crate) fn says_since_when(text: &str) -> bool {
    let small = text.to_lowercase();
    SINCE_WHEN.iter().any(|since| small.contains(since))
}

/// True if a text was written as a sentence that stands by itself.
pub(crate) fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(char::is_uppercase) && text.ends_with(['.', '!', '?', '…'])
}

/// A reason, with an end, without the word that asks for one: "because her boiler broke" is "Her boiler broke."
pub(crate) fn own_reason(text: &str) -> OwnReason {
    let text = with_an_end(text);
    let small = text.to_lowercase();
    // What is longer in small letters has none of these beginnings.
    let begins = |with: &str| small.starts_with(with) && text.is_char_boundary(with.len());
    if FROM_A_CAUSE.into_iter().any(begins) {
        return OwnReason::Cause(after_a_colon(&text));
    }
    OwnReason::Told(match BECAUSE.into_iter().find(|because| begins(because)) {
        Some(because) if text.starts_with(char::is_uppercase) => capitalised(&text[because.len()..]),
        Some(because) => text[because.len()..].to_owned(),
        None => text,
    })
}

/// Own words as they stand in a text of segue's, whatever was typed around them: for whoever leaves them out of it.
pub fn own_words(text: &str) -> String {
    let (OwnReason::Told(told) | OwnReason::Cause(told)) = own_reason(text);
    after_a_colon(told.trim_end_matches(['.', '!', '?', '…'])).trim().to_owned()
}

/// A reason in own words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum OwnReason {
    /// What happened.
    Told(String),
    /// «Из-за снега.»
    Cause(String),
}

/// When something is, as one says it in the middle of a sentence: "On Thursday" is "on Thursday", «Четверг, 15:00» is «в четверг
/// в 15:00».
pub fn moment(text: &str, lang: Lang) -> Option<String> {
    let text = after_a_colon(&in_a_sentence(text)?);
    let clock = |text: &str| {
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        digits && text.contains([':', '.']) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, rest @ ..] = words.as_slice() else { return Some(text) };
    if clock(first) {
        return Some(format!("{} {text}", if lang == Lang::En { "at" } else { "в" }));
    }
    let said = |word: &str| {
        let plain = word.trim_end_matches(',').to_lowercase();
        DAYS.into_iter().find(|(name, ..)| *name == plain).map(|(_, at, day)| (at, day))
    };
    let (at, mut day, rest) = match (said(first), rest) {
        (Some((at, day)), rest) => (at, day.to_owned(), rest),
        (None, [second, rest @ ..]) => match (next(first), said(second)) {
            (Some(next), Some((_, day))) => ("в", format!("{next} {day}"), rest),
            _ => return Some(text),
        },
        (None, []) => return Some(text),
    };
    match rest {
        [] => {}
        [time] if clock(time) => day += &format!(" в {time}"),
        rest => {
            let comma = if text.split_whitespace().any(|word| word.ends_with(',') && said(word).is_some()) { "," } else { "" };
            day += &format!("{comma} {}", rest.join(" "));
        }
    }
    Some(format!("{at} {day}"))
}

/// Which day of the week, in the case that says when.
fn next(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "следующий" => Some("следующий"),
        "следующая" | "следующую" => Some("следующую"),
        "следующее" => Some("следующее"),
        "ближайший" => Some("ближайший"),
        "ближайшая" | "ближайшую" => Some("ближайшую"),
        "этот" => Some("этот"),
        "эта" | "эту" => Some("эту"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Our next call is On Thursday", «Созваниваемся Четверг, 15:00».
    #[test]
    fn a_moment_fits_into_a_sentence_however_it_was_typed() {
        for (typed, said) in [
            ("On Thursday", "on Thursday"),
            ("on Thursday.", "on Thursday"),
            ("Next week", "next week"),
            ("Tomorrow at 3", "tomorrow at 3"),
            ("Thursday at 3", "Thursday at 3"),
            ("Easter Monday", "Easter Monday"),
            ("Четверг, 15:00", "в четверг в 15:00"),
            ("четверг 15:00", "в четверг в 15:00"),
            ("В четверг в 15:00", "в четверг в 15:00"),
            ("Вторник", "во вторник"),
            ("среда, утром", "в среду, утром"),
            ("Среда в десять", "в среду в десять"),
            ("Следующая пятница, 10.30", "в следующую пятницу в 10.30"),
            ("следующий вторник", "в следующий вторник"),
            ("ср 11:30", "в среду в 11:30"),
            ("Завтра в 12", "завтра в 12"),
            ("28 ноября в 10:00", "28 ноября в 10:00"),
            ("После майских", "после майских"),
            ("ближе к пятнице", "ближе к пятнице"),
        ] {
            let lang = Lang::of_text(typed).unwrap_or_default();
            assert_eq!(moment(typed, lang).as_deref(), Some(said), "{typed}");
        }
        assert_eq!(moment("15:00", Lang::Ru).as_deref(), Some("в 15:00"));
        assert_eq!(moment("15:00", Lang::En).as_deref(), Some("at 15:00"));
        assert_eq!(moment(" … ", Lang::En), None);
    }

    /// "The reason: because her boiler broke."
    #[test]
    fn a_reason_does_not_say_because_twice() {
        let told = |text: &str| OwnReason::Told(text.to_owned());
        for (typed, said) in [
            ("because her boiler broke", told("her boiler broke.")),
            ("Because her boiler broke", told("Her boiler broke.")),
            ("Because of the snow", OwnReason::Cause("because of the snow.".to_owned())),
            ("Because I've moved", told("I've moved.")),
            ("потому что у меня зависла связь", told("у меня зависла связь.")),
            ("Потому что Виктор заболел", told("Виктор заболел.")),
            ("так как сын болел", told("сын болел.")),
            ("Cause of the delay: the snow", told("Cause of the delay: the snow.")),
            ("Из-за снега", OwnReason::Cause("из-за снега.".to_owned())),
            ("её котёл", told("её котёл.")),
            ("…", told("")),
        ] {
            assert_eq!(own_reason(typed), said, "{typed}");
        }
    }

    /// What is left out of what is sent to a language model is looked for word by word.
    #[test]
    fn own_words_are_found_in_the_sentence_that_they_stand_in() {
        for (typed, stand) in [
            ("because my son was born", "my son was born"),
            ("Because my son was born.", "my son was born"),
            ("My son was born.", "my son was born"),
            ("Потому что сын родился", "Сын родился"),
            ("Из-за снега", "из-за снега"),
        ] {
            assert_eq!(own_words(typed), stand);
        }
    }

    #[test]
    fn only_words_that_are_no_names_lose_their_capital() {
        for (text, said) in [
            ("Your cat.", "your cat."),
            ("I was late.", "I was late."),
            ("Viktor was ill.", "Viktor was ill."),
            ("No calls after five", "no calls after five"),
            ("Don’t ask", "don’t ask"),
            ("Никаких созвонов", "никаких созвонов"),
            ("Марина заболела", "Марина заболела"),
            ("", ""),
        ] {
            assert_eq!(after_a_colon(text), said);
        }
    }
}
