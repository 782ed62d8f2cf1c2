//! Where I kept private talk alive.

use crate::labelled::Labelled;
use crate::question::asks;
use segue_core::debrief::{Drift, Excuse, Feeding, FeedingKind};
use segue_core::{Flag, Label, Role, Rung, tokens};
use segue_phrasebook::{SAID, manner, puts_aside, sounds_like};

/// Words kept of what I said.
const EXCERPT: usize = 14;
/// Words of a story of one's own at least.
const STORY: usize = 6;
/// Words in a row by which people tell of their own.
const OWN: [&[&str]; 21] = [
    &["my"],
    &["our"],
    &["mine"],
    &["i", "used", "to"],
    &["i", "once"],
    &["we", "had"],
    &["me", "too"],
    &["мой"],
    &["моя"],
    &["мою"],
    &["моего"],
    &["моей"],
    &["моему"],
    &["мои"],
    &["моих"],
    &["у", "меня"],
    &["у", "нас"],
    &["я", "тоже"],
    &["мы", "тоже"],
    &["мы", "с"],
    &["я", "обожаю"],
];
/// English verbs after "I" or "we" by which people tell what they did, besides those in -ed.
const DID: [&str; 40] = [
    "bought", "went", "moved", "drove", "flew", "spent", "lived", "grew", "broke", "tried", "cooked", "baked", "married", "ran",
    "slept", "stayed", "met", "ate", "fell", "lost", "won", "sold", "swam", "rode", "caught", "drank", "gave", "left", "sang",
    "stole", "threw", "tore", "woke", "wore", "hid", "froze", "built", "cut", "burnt", "kept",
];
/// English verbs in -ed that tell nothing one did, or what one does at work.
const MAKES_OF_IT_IN_ENGLISH: [&str; 33] = [
    "wanted",
    "wondered",
    "assumed",
    "hoped",
    "agreed",
    "noticed",
    "guessed",
    "supposed",
    "expected",
    "imagined",
    "needed",
    "asked",
    "called",
    "mentioned",
    "promised",
    "planned",
    "checked",
    "added",
    "changed",
    "updated",
    "emailed",
    "indeed",
    "discussed",
    "loved",
    "liked",
    "laughed",
    "figured",
    "missed",
    "enjoyed",
    "worried",
    "finished",
    "started",
    "received",
];
/// Words between "I" and its verb.
const BETWEEN_IN_ENGLISH: [&str; 10] =
    ["nearly", "almost", "once", "also", "just", "even", "actually", "really", "only", "accidentally"];
/// Russian verbs after «я» or «мы» that only say what one makes of a story.
const MAKES_OF_IT: [&str; 11] =
    ["понял", "знал", "дума", "слыша", "слуша", "виде", "помни", "запомни", "хоте", "сказа", "спроси"];
/// Russian words that end like a verb of the past.
const NO_VERB: [&str; 22] = [
    "дела",
    "школа",
    "сила",
    "стол",
    "стола",
    "угол",
    "угла",
    "пол",
    "пола",
    "зал",
    "зала",
    "футбол",
    "канал",
    "журнал",
    "материал",
    "финал",
    "сериал",
    "отдел",
    "отдела",
    "числа",
    "если",
    "вокзал",
];
/// Russian words with which another clause begins where nobody wrote signs.
const ANOTHER_CLAUSE: [&str; 14] =
    ["что", "как", "когда", "если", "а", "но", "и", "он", "она", "они", "ты", "вы", "который", "которая"];
/// Words of asking whether somebody came to harm.
const HARM: [&str; 11] =
    ["hurt", "injured", "okay", "ok", "alright", "safe", "пострадал", "пострадала", "пострадали", "целы", "живы"];
/// What follows "my" where nothing is told: "my goodness".
const NO_STORY: [&str; 27] = [
    "god",
    "goodness",
    "word",
    "pleasure",
    "congratulations",
    "best",
    "regards",
    "condolences",
    "sympathy",
    "sympathies",
    "apologies",
    "dear",
    "friend",
    "love",
    "heart",
    "бог",
    "соболезнования",
    "соболезнование",
    "сочувствие",
    "поздравления",
    "извинения",
    "приветы",
    "дорогой",
    "дорогая",
    "дорогие",
    "хорошая",
    "хороший",
];

/// `None` if nobody knows who I am.
pub(crate) fn feeding(call: &Labelled<'_>, drifts: &[Drift]) -> Option<Vec<Feeding>> {
    if !call.utterances.iter().any(|u| u.speaker.role == Role::Me) {
        return None;
    }
    let mut found: Vec<Feeding> = Vec::new();
    // Kindness to grave news, and a hello, are no feeding.
    let drifts = drifts.iter().filter(|d| !matches!(d.excused, Some(Excuse::Serious | Excuse::Greeting | Excuse::Closing)));
    for drift in drifts {
        for i in (drift.from..=drift.to).filter(|&i| call.utterances[i].speaker.role == Role::Me) {
            if let Some(kind) = fed(call, drift, i, goes_on(call, found.last(), i)) {
                let utterance = &call.utterances[i];
                found.push(Feeding { kind, index: i, at: utterance.start, text: utterance.text.excerpt(EXCERPT) });
            }
        }
    }
    Some(found)
}

/// True if a turn answers a question about the story that I told right before.
fn goes_on(call: &Labelled<'_>, before: Option<&Feeding>, index: usize) -> bool {
    let told = before.is_some_and(|before| before.kind == FeedingKind::Disclosure && before.index + 2 == index);
    told && call.utterances[index - 1].speaker.role != Role::Me && call.utterances[index - 1].text.as_str().contains('?')
}

/// How a turn of mine feeds a drift, if it does. `told` is true if it goes on with a story of mine.
fn fed(call: &Labelled<'_>, drift: &Drift, index: usize, told: bool) -> Option<FeedingKind> {
    let (words, reading) = (call.utterances[index].text.as_str(), &call.readings[index]);
    // What opens a drift can be half work: "By the way, how is your new job?"
    let opens = index == drift.from;
    let grave = reading.flags.has(Flag::Serious);
    // What may be serious is left alone; but a drift that was to be steered is fed as any other, with what is no kindness.
    let left_alone = grave && (drift.excused.is_some() || call.surely_serious(index) || feels(words));
    // "You're very kind. Let's leave that for now." is the boundary itself, whatever it answers.
    let bounds = puts_aside(words) && !reading.flags.has(Flag::Disclosure);
    if left_alone || bounds || !opens && !reading.label.is_private() {
        return None;
    }
    let steers = reading.flags.has(Flag::SteerBack)
        || sounds_like(Rung::Deflect, words) >= SAID
        || words.contains('?') && call.calls_for_work(index);
    // What asks a private story on is a question about private life; "Really?" only wonders.
    let personal = reading.label == Label::Personal || reading.label.is_private() && drift.label == Label::Personal;
    let asks = reading.flags.has(Flag::PersonalQuestion) || !grave && personal && !steers && asks(words);
    let tells = || reading.flags.has(Flag::Disclosure) || !steers && tells_of_mine(words, told);
    // Who parries and leads back to the work is lively at most.
    let eager = reading.flags.has(Flag::Enthusiasm) && !steers;
    if opens {
        Some(FeedingKind::Opening)
    } else if asks && !is_kind(words) {
        Some(FeedingKind::PersonalQuestion)
    } else if tells() {
        Some(FeedingKind::Disclosure)
    } else if eager && !is_kind(words) {
        Some(FeedingKind::Enthusiasm)
    } else {
        None
    }
}

/// What one says to bad news, whatever one asks with it.
fn feels(words: &str) -> bool {
    let manner = manner(words);
    manner.humane || manner.comforts
}

/// "How awful, was anybody hurt?" is kindness; "Oh no, and then?" asks on.
fn is_kind(words: &str) -> bool {
    let manner = manner(words);
    let harm = || tokens(words).iter().any(|word| HARM.contains(&word.as_str()));
    manner.humane || manner.comforts && (!words.contains('?') || harm())
}

/// A story of my own: some words about mine; or no more than some words, where I was at one.
fn tells_of_mine(words: &str, told: bool) -> bool {
    let said = tokens(words);
    let own = |at: usize, own: &[&str]| {
        let here = said[at..].iter().take(own.len()).eq(own.iter());
        here && !said.get(at + own.len()).is_some_and(|next| NO_STORY.contains(&next.as_str()))
    };
    let mine = || (0..said.len()).any(|at| OWN.iter().any(|words| own(at, words)));
    said.len() >= STORY && (told && !words.contains('?') || mine() || tells_what_i_did(words))
}

/// "I went to the same school once", «Я ботинки взял, в Декатлоне»; not «я бы не смог», nor «я так и думал».
fn tells_what_i_did(words: &str) -> bool {
    words.split([',', '.', '!', '?', '…', ';', ':', '—', '–']).map(tokens).any(|clause| {
        clause.iter().enumerate().any(|(at, word)| {
            let after = &clause[at + 1..];
            match word.as_str() {
                "i" | "we" => {
                    let verb = after.iter().find(|word| !BETWEEN_IN_ENGLISH.contains(&word.as_str()));
                    verb.is_some_and(|verb| is_past_in_english(verb))
                }
                "я" | "мы" => {
                    // Up to where somebody else does something.
                    let mine = || after.iter().take_while(|word| !ANOTHER_CLAUSE.contains(&word.as_str()));
                    !mine().any(|word| word == "бы" || word == "не") && mine().any(|word| is_past(word))
                }
                _ => false,
            }
        })
    })
}

fn is_past_in_english(word: &str) -> bool {
    DID.contains(&word) || word.len() > 4 && word.ends_with("ed") && !MAKES_OF_IT_IN_ENGLISH.contains(&word)
}

fn is_past(word: &str) -> bool {
    let stem = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    let ends = word.chars().count() > 3 && ["л", "ла", "ли"].iter().any(|ending| stem.ends_with(ending));
    ends && !NO_VERB.contains(&word) && !MAKES_OF_IT.iter().any(|beginning| word.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::feeding;
    use crate::drifts::find;
    use crate::drifts::tests::Made;
    use segue_core::debrief::FeedingKind::{self, Disclosure, Enthusiasm};
    use segue_core::{Flag, Label, Role};

    /// What I say in a drift of the client's.
    fn fed(mine: &[(&str, &[Flag])]) -> Vec<FeedingKind> {
        let mut call = Made::default();
        call.client(Label::Business, 60.0, &[]).client(Label::Smalltalk, 60.0, &[]);
        for (words, flags) in mine {
            call.says(Role::Me, Label::Smalltalk, 5.0, words, flags);
            call.says(Role::Client, Label::Smalltalk, 60.0, "Серьёзно? А она большая?", &[]);
        }
        call.client(Label::Business, 60.0, &[]);
        let look = call.look();
        let drifts = find(&look, 0, call.utterances.len() - 1);
        feeding(&look, &drifts).unwrap().iter().map(|moment| moment.kind).collect()
    }

    /// "My grandfather had goats too" fed nothing, and "How awful, was anybody hurt?" did.
    #[test]
    fn my_own_stories_feed_and_kindness_does_not() {
        const LIVELY: &[Flag] = &[Flag::Enthusiasm];
        for (mine, kinds) in [
            (vec![("My grandfather had goats too, one ate my bag.", [].as_slice())], vec![Disclosure]),
            (vec![("My parents had a campervan in Spain years ago.", [].as_slice())], vec![Disclosure]),
            (vec![("А я обожаю. У меня дома целый зоопарк.", [].as_slice())], vec![Disclosure]),
            (
                vec![
                    ("Мы с сестрой спали на конюшне всё лето.", [].as_slice()),
                    ("Зовут Генерал. Ей лет тридцать, от бабушки.", &[]),
                ],
                vec![Disclosure, Disclosure],
            ),
            (vec![("No way!", LIVELY)], vec![Enthusiasm]),
            (vec![("Oh no! Really?", LIVELY)], vec![Enthusiasm]),
            (vec![("Я ботинки взял, в Декатлоне, довольный как слон.", [].as_slice())], vec![Disclosure]),
            (vec![("Я бы не взял, там очень дорого всё.", [].as_slice())], vec![]),
            (vec![("Я так и думал, что этим всё закончится.", [].as_slice())], vec![]),
            (vec![("We went there once by train, in the snow.", [].as_slice())], vec![Disclosure]),
            (vec![("I see what you mean about the train there.", [].as_slice())], vec![]),
            // The verb at the end, as in «Я мужа тоже на автобусной остановке потеряла».
            (vec![("Ха-ха, ну ты даёшь. Я мужа тоже на автобусной остановке потеряла.", [].as_slice())], vec![Disclosure]),
            (vec![("Я вас понимаю, у всех свои дела и своя школа.", [].as_slice())], vec![]),
            (vec![("Oh, which beach? I nearly drowned on one in Portugal.", LIVELY)], vec![Disclosure]),
            (vec![("I wanted to hear about the beach, it sounds lovely.", [].as_slice())], vec![]),
            (vec![("How awful, was anybody hurt?", LIVELY)], vec![]),
            (vec![("Какой ужас. Никто не пострадал?", LIVELY)], vec![]),
            (vec![("My goodness, what a story that is.", [].as_slice())], vec![]),
            (vec![("Передайте ему, пожалуйста, мои соболезнования, никакой спешки.", [].as_slice())], vec![]),
            (vec![("Please give him my condolences, there is no hurry.", [].as_slice())], vec![]),
            (vec![("I'd rather not talk about my divorce now.", [].as_slice())], vec![]),
            (vec![("Half and half.", [].as_slice())], vec![]),
        ] {
            assert_eq!(fed(&mine), kinds, "{:?}", mine[0].0);
        }
    }
    /// "You fed none of it" stood below a drift to steer, of three questions and a story of mine about the client's ex wife: it might
    /// have been serious.
    #[test]
    fn a_drift_to_steer_is_fed_as_any_other_though_it_may_be_serious() {
        use FeedingKind::PersonalQuestion;
        const ASKS: &[Flag] = &[Flag::Serious, Flag::PersonalQuestion];
        const TELLS: &[Flag] = &[Flag::Serious, Flag::Disclosure];
        const SURE: &[Flag] = &[Flag::Serious, Flag::SurelySerious, Flag::Disclosure];
        for (words, flags, seconds, kinds) in [
            ("No! With the dentist? What did you do?", ASKS, 60.0, vec![PersonalQuestion]),
            ("I once hid from my ex in a car wash, hot wax included.", TELLS, 60.0, vec![Disclosure]),
            ("Я однажды пряталась от бывшего на мойке.", TELLS, 60.0, vec![Disclosure]),
            ("I'm so sorry, that is hard. Do you have someone to talk to?", ASKS, 60.0, vec![]),
            ("Сочувствую, правда. А с кем вы сейчас живёте?", ASKS, 60.0, vec![]),
            ("I once hid from my ex in a car wash, hot wax included.", SURE, 60.0, vec![]),
            ("I once hid from my ex in a car wash, hot wax included.", TELLS, 5.0, vec![]),
        ] {
            let mut call = Made::default();
            call.client(Label::Business, 300.0, &[]).client(Label::Personal, seconds, &[Flag::Serious]);
            call.says(Role::Me, Label::Personal, 5.0, words, flags).client(Label::Personal, seconds, &[]);
            call.client(Label::Business, 60.0, &[]);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            let fed: Vec<_> = feeding(&look, &drifts).unwrap().iter().map(|moment| moment.kind).collect();
            assert_eq!(fed, kinds, "{words} {seconds}");
        }
    }

    /// "You're very kind. Let's leave that for now." was a story of mine.
    #[test]
    fn what_puts_a_topic_aside_feeds_nothing() {
        const TOLD: (&str, &[Flag]) = ("My parents had a campervan in Spain years ago.", &[]);
        for aside in ["You're very kind. Let's leave that for now.", "Спасибо, вы очень добры. Давайте это потом."]
        {
            assert_eq!(fed(&[TOLD, (aside, &[Flag::PersonalQuestion])]), [Disclosure], "{aside}");
        }
    }

    /// "I honestly couldn't say. Should we look at the south pier?" was an eager answer of mine.
    #[test]
    fn who_parries_and_leads_back_is_not_eager() {
        for (flags, kinds) in [(vec![Flag::Enthusiasm], vec![Enthusiasm]), (vec![Flag::Enthusiasm, Flag::SteerBack], vec![])] {
            for words in ["I honestly couldn't say. Should we look at the south pier?", "Ха, не знаю. Посмотрим причал?"]
            {
                assert_eq!(fed(&[(words, &flags)]), kinds, "{words} {flags:?}");
            }
        }
    }

    /// "Have you been on it?" was an eager answer, and "What did he tell them?" one or a question by the kind of file.
    #[test]
    fn what_i_ask_of_a_private_story_is_a_question() {
        const LIVELY: &[Flag] = &[Flag::Enthusiasm];
        for (label, words, kind) in [
            (Label::Personal, "A boat! Have you been on it?", FeedingKind::PersonalQuestion),
            (Label::Personal, "Лошадь, обалдеть. А ты верхом ездила когда-нибудь?", FeedingKind::PersonalQuestion),
            (Label::Personal, "No! Really?", Enthusiasm),
            (Label::Smalltalk, "And is it raining there?", Enthusiasm),
        ] {
            let mut call = Made::default();
            call.client(Label::Business, 60.0, &[]).client(label, 60.0, &[]);
            call.says(Role::Me, label, 5.0, words, LIVELY).client(label, 60.0, &[]).client(Label::Business, 60.0, &[]);
            let look = call.look();
            let drifts = find(&look, 0, call.utterances.len() - 1);
            let fed: Vec<_> = feeding(&look, &drifts).unwrap().iter().map(|moment| moment.kind).collect();
            assert_eq!(fed, [kind], "{words}");
        }
    }
}
