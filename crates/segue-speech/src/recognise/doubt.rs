//! Words that were not said: what a recogniser makes of noise, silence and music.

use segue_core::{Lang, may_be_invented};

/// How sure the recogniser was of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Certainty {
    /// Probability that nobody spoke, 0 to 1.
    pub no_speech: f32,
    /// Mean logarithm of the probability of the tokens.
    pub log_probability: f32,
    /// Root mean square of the sound, 0 to 1.
    pub loudness: f32,
}

/// Short answers that people do give, and that Whisper also puts over noise.
const FILLERS: &[&str] = &["you", "thank you", "bye", "okay", "so", "the", "спасибо", "пока", "да", "все", "всё", "ну"];

/// True if the text is not to be believed.
pub(super) fn unsaid(text: &str, certainty: Certainty) -> bool {
    let plain = plain(text);
    if plain.is_empty() {
        return true;
    }
    let weak = certainty.no_speech > 0.6 || certainty.log_probability < -0.8 || certainty.loudness < 0.003;
    let bracketed = text.trim().starts_with(['[', '(', '*', '♪']) && text.trim().ends_with([']', ')', '*', '♪']);
    bracketed
        || describes_sound(text)
        || may_be_invented(text) && (weak || is_credit(&plain))
        || certainty.no_speech > 0.6 && certainty.log_probability < -0.7
        || certainty.no_speech > 0.85 && FILLERS.contains(&plain.as_str())
        || certainty.log_probability < -1.6
}

/// Letters of a word that is longer than any acronym.
const NO_ACRONYM: usize = 6;

/// Subtitles describe sounds in capitals ("ТРЕВОЖНАЯ МУЗЫКА"); speech is put in capitals only where it is acronyms
/// ("HTML, CSS").
fn describes_sound(text: &str) -> bool {
    let all_upper = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    all_upper && text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= NO_ACRONYM)
}

/// Credits of subtitles are said by nobody, however sure the recogniser is.
fn is_credit(plain: &str) -> bool {
    // «Субтитры сделал DimaTorzok»; «субтитры сделал, завтра пришлю» is work.
    let words = plain.split(' ').count();
    let by_name = plain.starts_with("субтитры") && words <= 3;
    by_name
        || ["редактор субтитров", "subtitles by"].iter().any(|start| plain.starts_with(start)) && words <= 8
        || plain == "продолжение следует"
}

/// Words of the longest loop that is looked for.
const LONGEST_LOOP: usize = 12;

/// True if the text goes round in circles: the same few words again and again.
pub(super) fn loops(text: &str) -> bool {
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    (1..=LONGEST_LOOP).any(|length| {
        let needed = match length {
            1 => 5,
            2..5 => 4,
            _ => 3,
        };
        words.windows(length * needed).any(|window| window.chunks(length).all(|piece| piece == &window[..length]))
    })
}

/// A text that loops, with each loop said once.
pub(super) fn unlooped(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        kept.push(word);
        while let Some(length) = (1..=LONGEST_LOOP).find(|&length| repeats_at_end(&kept, length)) {
            kept.truncate(kept.len() - length);
        }
    }
    kept.join(" ")
}

fn repeats_at_end(words: &[&str], length: usize) -> bool {
    let Some(start) = words.len().checked_sub(2 * length) else { return false };
    let (first, second) = words[start..].split_at(length);
    first.iter().zip(second).all(|(a, b)| plain(a) == plain(b))
}

/// True if a text of a Russian call is in Latin letters. A name or a brand alone is not.
pub(super) fn is_latin(text: &str, lang: Lang) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    lang == Lang::Ru && letters >= 12 && Lang::of_text(text) == Some(Lang::En)
}

/// Small letters and digits, one space between words.
fn plain(text: &str) -> String {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Certainty, is_latin, loops, unlooped, unsaid};
    use segue_core::Lang;

    const SURE: Certainty = Certainty { no_speech: 0.05, log_probability: -0.2, loudness: 0.05 };
    const WEAK: Certainty = Certainty { no_speech: 0.7, log_probability: -0.5, loudness: 0.02 };
    const LOST: Certainty = Certainty { no_speech: 0.9, log_probability: -1.1, loudness: 0.001 };

    #[test]
    fn what_nobody_said_is_not_believed() {
        let cases = [
            ("Thank you for watching!", WEAK, true),
            ("Thank you for watching the demo, shall we go on?", SURE, false),
            ("Субтитры сделал DimaTorzok", SURE, true),
            ("Продолжение следует...", SURE, true),
            ("Спасибо за просмотр!", WEAK, true),
            ("Don't forget to subscribe!", WEAK, true),
            ("Please like and subscribe.", WEAK, true),
            ("Please like and subscribe to the list of the shop.", SURE, false),
            ("you", LOST, true),
            ("Thank you.", SURE, false),
            ("Спасибо.", SURE, false),
            ("[BLANK_AUDIO]", SURE, true),
            ("(музыка)", SURE, true),
            ("♪ ♪", SURE, true),
            (" ... ", SURE, true),
            ("ТРЕВОЖНАЯ МУЗЫКА", SURE, true),
            ("МУЗЫКА", SURE, true),
            ("НДС", SURE, false),
            ("HTML, CSS.", SURE, false),
            ("SEO, SMM", SURE, false),
            ("API, SDK?", SURE, false),
            ("Send me the invoice by Friday.", SURE, false),
            ("Корректору я уже заплатил.", SURE, false),
            ("Mm, perhaps.", LOST, true),
        ];
        for (text, certainty, unbelieved) in cases {
            assert_eq!(unsaid(text, certainty), unbelieved, "{text}");
        }
    }

    #[test]
    fn circles_are_seen_and_opened() {
        let cases = [
            ("no no no no no no", true, "no"),
            ("and the price and the price and the price and the price of it", true, "and the price of it"),
            ("we could do 12 instead we could do 12 instead we could do 12 instead we", true, "we could do 12 instead we"),
            ("yes, yes, of course", false, "yes, of course"),
            ("да, да, да, конечно", false, "да, конечно"),
        ];
        for (text, circle, opened) in cases {
            assert_eq!(loops(text), circle, "{text}");
            assert_eq!(unlooped(text), opened, "{text}");
        }
    }

    #[test]
    fn latin_letters_in_a_russian_call() {
        let cases = [
            ("Privet, kak dela u vas", Lang::Ru, true),
            ("Hello, how are you today?", Lang::Ru, true),
            ("Figma Make", Lang::Ru, false),
            ("Откроем Google Analytics и Tag Manager вместе", Lang::Ru, false),
            ("Hello, how are you today?", Lang::En, false),
        ];
        for (text, lang, latin) in cases {
            assert_eq!(is_latin(text, lang), latin, "{text}");
        }
    }
}
