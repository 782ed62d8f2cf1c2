//! Whether words ask a question that wants to be told something, and do not only wonder ("Really?").

use segue_core::{is_yours, pronoun_address, tokens};

/// Words of a question at least: "And is he?" asks, "A boat?" and "Did she?" only wonder.
const ASKS: usize = 3;
/// Words from which on a question in Russian asks, though none of its words is one of asking.
const LONG: usize = 4;
/// Words that lead into a question, and are none of it.
const LEADS_IN: [&str; 12] = ["and", "so", "but", "oh", "well", "then", "и", "а", "ну", "но", "так", "ой"];
/// Words of asking.
const ASKING: [&str; 32] = [
    "who",
    "whom",
    "whose",
    "what",
    "which",
    "when",
    "where",
    "why",
    "how",
    "кто",
    "кого",
    "кому",
    "кем",
    "что",
    "чего",
    "чему",
    "чем",
    "чей",
    "чья",
    "как",
    "какой",
    "какая",
    "какое",
    "какие",
    "где",
    "куда",
    "откуда",
    "когда",
    "почему",
    "зачем",
    "сколько",
    "ли",
];
/// Words with which an English question begins that yes or no may answer.
const BEGINS: [&str; 26] = [
    "is", "are", "was", "were", "am", "isnt", "arent", "do", "does", "did", "dont", "doesnt", "didnt", "have", "has", "had",
    "will", "would", "can", "could", "should", "shall", "may", "hasnt", "havent", "wont",
];
/// Words for whoever is asked, in English; the Russian ones are those of [`pronoun_address`].
const YOU: [&str; 4] = ["you", "your", "yours", "yourself"];
/// Words of a question that only leads on to what one tells: "You know what he said?"
const TELLS_ON: [&str; 12] = [
    "know",
    "imagine",
    "believe",
    "guess",
    "remember",
    "see",
    "знаете",
    "знаешь",
    "представляете",
    "представляешь",
    "помните",
    "помнишь",
];
/// Words for somebody, or for what is theirs who are asked; in Russian also those of [`is_yours`].
const SOMEBODY: [&str; 16] =
    ["he", "she", "him", "her", "his", "hers", "your", "yours", "он", "она", "его", "ее", "ему", "ей", "ним", "ней"];
/// Beginnings of questions about how something went.
const HOW: [&str; 11] = [
    "how was",
    "how were",
    "hows",
    "how is",
    "how are you",
    "how are your",
    "how are the",
    "how did",
    "how has",
    "how have",
    "как",
];
/// Those that only greet, or ask whether one is heard.
const GREETS: [&str; 37] = [
    "how are you",
    "how is it going",
    "hows it going",
    "how are things",
    "hows things",
    "how have you been",
    "how do you do",
    "how is everything",
    "hows everything",
    "how is life",
    "hows life",
    "how are we",
    "how do i sound",
    "how do you hear",
    "how is the connection",
    "hows the connection",
    "how is the sound",
    "hows the sound",
    "how is the line",
    "как дела",
    "как у вас",
    "как у тебя",
    "как там у вас",
    "как там у тебя",
    "как ваши дела",
    "как твои дела",
    "как вы",
    "как ты",
    "как сам",
    "как поживаете",
    "как поживаешь",
    "как жизнь",
    "как настроение",
    "как меня слышно",
    "как слышно",
    "как связь",
    "как звук",
];
/// Words that a greeting may have besides: "How are you today?"
const BESIDES: usize = 2;
/// Questions that wonder, however long.
const WONDERS: [&str; 14] = [
    "are you serious",
    "are you kidding",
    "are you joking",
    "is that so",
    "is that right",
    "who knew",
    "who would have",
    "whod have",
    "how about that",
    "да ты что",
    "да что ты",
    "да что вы",
    "как так",
    "в самом деле",
];

/// True if one of the sentences asks. Where nobody wrote signs, as recognisers do not, the whole is one that begins with its word of
/// asking.
pub(crate) fn asks(text: &str) -> bool {
    if !text.contains(['?', '.', '!', ',', '…']) {
        let words = tokens(text);
        let words = after_lead_in(&words);
        let first = words.first().map(String::as_str);
        let begins = first.is_some_and(|word| ASKING.contains(&word) || BEGINS.contains(&word));
        return begins && words.len() >= ASKS && !wonders(words);
    }
    let questions = text.split_inclusive(['.', '!', '?', '…']).filter(|sentence| sentence.ends_with('?'));
    questions.map(tokens).any(|words| is_asked(&words))
}

/// True if one of the sentences asks whoever is spoken to about themselves: "Do you live alone?", no "Can you imagine?"
pub(crate) fn asks_of_you(text: &str) -> bool {
    let questions = text.split_inclusive(['.', '!', '?', '…']).filter(|sentence| sentence.ends_with('?'));
    questions.map(tokens).any(|words| {
        let of_you = words.iter().any(|word| says_you(word) || YOU.contains(&word.as_str()));
        is_asked(&words) && of_you && !words.iter().any(|word| TELLS_ON.contains(&word.as_str()))
    })
}

/// True if the last sentence asks after somebody: "Order a second belt. Is she sleeping?", "How was your weekend?"
pub(crate) fn asks_after_somebody(text: &str) -> bool {
    let text = text.trim_end();
    let Some(asked) = text.strip_suffix('?') else { return false };
    let last = asked.rfind(['.', '!', '?', '…', '\n']).map_or(asked, |at| &asked[at..]);
    let words = tokens(last);
    is_asked(&words) && words.iter().any(|word| is_yours(word) || SOMEBODY.contains(&word.as_str()))
}

/// True if a sentence asks how something went: "How was the christening?", no "How are you?"
pub(crate) fn asks_how_it_went(text: &str) -> bool {
    let questions = text.split_inclusive(['.', '!', '?', '…']).filter(|sentence| sentence.ends_with('?'));
    questions.flat_map(|sentence| sentence.split(',')).map(tokens).any(|words| {
        let bare = after_lead_in(&words);
        let said = bare.join(" ");
        let begins = |with: &str| said.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let greets = GREETS.iter().any(|greeting| {
            let most = greeting.split(' ').count() + BESIDES;
            begins(greeting) && bare.len() <= most
        });
        bare.len() >= 2 && HOW.iter().any(|how| begins(how)) && !greets
    })
}

fn is_asked(words: &[String]) -> bool {
    let bare = after_lead_in(words);
    let has = |list: &[&str]| bare.iter().any(|word| list.contains(&word.as_str()));
    let begins = bare.first().is_some_and(|word| BEGINS.contains(&word.as_str()));
    let russian = || bare.iter().all(|word| word.chars().all(|c| !c.is_ascii_alphabetic()));
    let asking = has(&ASKING) || begins || russian() && (bare.iter().any(|word| says_you(word)) || bare.len() >= LONG);
    words.len() >= ASKS && asking && !wonders(bare)
}

/// True for «ты», «вы» and what is theirs, in any form.
fn says_you(word: &str) -> bool {
    pronoun_address(word).is_some()
}

fn after_lead_in(words: &[String]) -> &[String] {
    let leads = words.iter().take_while(|word| LEADS_IN.contains(&word.as_str())).count();
    &words[leads..]
}

fn wonders(words: &[String]) -> bool {
    let words = words.join(" ");
    WONDERS.iter().any(|phrase| words.starts_with(phrase))
}

#[cfg(test)]
mod tests {
    use super::{asks, asks_after_somebody, asks_how_it_went, asks_of_you};

    #[test]
    fn how_something_went_is_told_from_a_greeting() {
        for (words, asked) in [
            ("Hello, hello! How was the christening?", true),
            ("Hi Ada, how did the operation go?", true),
            ("How are you after the flight from Oslo?", true),
            ("How is the little one, is she sleeping?", true),
            ("How are we doing on time?", false),
            ("How are you today?", false),
            ("Hi, how's it going over there?", false),
            ("Can you hear me?", false),
            ("Привет! Ну как крестины?", true),
            ("Как съездили?", true),
            ("Как ваши дела сегодня?", false),
            ("Как у вас дела?", false),
            ("Добрый день, как слышно?", false),
        ] {
            assert_eq!(asks_how_it_went(words), asked, "{words}");
        }
    }

    #[test]
    fn questions_are_told_from_wonder() {
        for words in [
            "Oh no! How old are they now?",
            "A boat! Have you been on it?",
            "No! And is he?",
            "About their marriages! What did he tell them?",
            "and what did he tell them",
            "did you find it in the end",
            "Ха-ха, ничего себе! И много кто развёлся?",
            "Да ладно! И как она на вас смотрела?",
            "Лошадь, обалдеть. А ты верхом ездила когда-нибудь?",
            "И много за компрессор отдали?",
            "а где он теперь живёт",
            "Твоего тоже взяли?",
            "Вашими довольны остались?",
        ] {
            assert!(asks(words), "{words}");
        }
        for words in [
            "No! Really?",
            "A boat?",
            "Did she?",
            "Are you serious?",
            "Who knew?",
            "What a story.",
            "that is what i thought too",
            "Да ладно?",
            "Серьёзно?",
            "Да ты что?",
            "Лошадь?",
            "Ничего себе, как интересно.",
            "",
        ] {
            assert!(!asks(words), "{words}");
        }
    }

    #[test]
    fn questions_about_me_are_told_from_those_that_lead_on_to_a_story() {
        for words in ["No, really. Do you live alone?", "And who cooks for you?", "А вы одна живёте? Муж не ревнует?"]
        {
            assert!(asks_of_you(words), "{words}");
        }
        for words in [
            "You know what my ex did?",
            "Can you imagine that at my age?",
            "Знаете, что он мне сказал?",
            "And what did he say to her?",
            "You work too much.",
        ] {
            assert!(!asks_of_you(words), "{words}");
        }
    }

    #[test]
    fn questions_after_somebody_are_told_from_those_of_the_work() {
        for (words, somebody) in [
            ("Order a second belt. How is the little one, is she sleeping?", true),
            ("Закажите второй ремень. А как ваша дочка, спит?", true),
            ("How was your weekend?", true),
            ("Закажите ремень. Как там твоим родителям?", true),
            ("Бывает. Так что по срокам?", false),
            ("She is fine. How much is the second layer?", false),
            ("How is she? I'll send the quote.", false),
        ] {
            assert_eq!(asks_after_somebody(words), somebody, "{words}");
        }
    }
}
