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
    use super::asks;

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
}
