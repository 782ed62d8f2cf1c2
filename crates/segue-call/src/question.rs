//! Whether words ask a question that wants to be told something, and do not only wonder ("Really?").

use segue_phrasebook::tokens;

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
/// Words for whoever is asked in Russian.
const YOU: [&str; 12] = ["ты", "тебя", "тебе", "тобой", "твой", "твоя", "вы", "вас", "вам", "вами", "ваш", "ваша"];
/// The same in English.
const YOU_IN_ENGLISH: [&str; 4] = ["you", "your", "yours", "yourself"];
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
/// Words for somebody, or for what is theirs who are asked.
const SOMEBODY: [&str; 31] = [
    "he",
    "she",
    "him",
    "her",
    "his",
    "your",
    "yours",
    "он",
    "она",
    "его",
    "ее",
    "ему",
    "ей",
    "ним",
    "ней",
    "твой",
    "твоя",
    "твое",
    "твои",
    "твоей",
    "твою",
    "твоего",
    "ваш",
    "ваша",
    "ваше",
    "ваши",
    "вашей",
    "вашу",
    "вашего",
    "hers",
    "вашим",
];
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
        let of_you = words.iter().any(|word| YOU.contains(&word.as_str()) || YOU_IN_ENGLISH.contains(&word.as_str()));
        is_asked(&words) && of_you && !words.iter().any(|word| TELLS_ON.contains(&word.as_str()))
    })
}

/// True if the last sentence asks after somebody: "Order a second belt. Is she sleeping?", "How was your weekend?"
pub(crate) fn asks_after_somebody(text: &str) -> bool {
    let text = text.trim_end();
    let Some(asked) = text.strip_suffix('?') else { return false };
    let last = asked.rfind(['.', '!', '?', '…', '\n']).map_or(asked, |at| &asked[at..]);
    let words = tokens(last);
    is_asked(&words) && words.iter().any(|word| SOMEBODY.contains(&word.as_str()))
}

fn is_asked(words: &[String]) -> bool {
    let bare = after_lead_in(words);
    let has = |list: &[&str]| bare.iter().any(|word| list.contains(&word.as_str()));
    let begins = bare.first().is_some_and(|word| BEGINS.contains(&word.as_str()));
    let russian = || bare.iter().all(|word| word.chars().all(|c| !c.is_ascii_alphabetic()));
    let asking = has(&ASKING) || begins || russian() && (has(&YOU) || bare.len() >= LONG);
    words.len() >= ASKS && asking && !wonders(bare)
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
    use super::{asks, asks_after_somebody, asks_of_you};

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
            ("Бывает. Так что по срокам?", false),
            ("She is fine. How much is the second layer?", false),
            ("How is she? I'll send the quote.", false),
        ] {
            assert_eq!(asks_after_somebody(words), somebody, "{words}");
        }
    }
}
