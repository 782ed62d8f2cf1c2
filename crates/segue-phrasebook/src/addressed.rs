//! Whether own words speak of whoever they are said to: then it is about them, and no sentence of segue's may say that it is not.

use segue_core::{pronoun_address, tokens, verb_address};

/// Ways to say "you" in English, as [`tokens`] writes them.
const YOU: [&str; 10] = ["you", "your", "yours", "yourself", "yourselves", "youre", "youve", "youd", "youll", "yall"];
/// Ways to speak of all in a group.
const OF_ALL: [&str; 2] = ["everybody", "everyone"];
/// End of a Russian verb that says "you" by itself, as others do that are always known by theirs ([`verb_address`]): «знаете».
const YOU_DO: &str = "ете";
/// After these a word is a thing in its place: «в интернете».
const IN_A_PLACE: [&str; 6] = ["в", "во", "на", "о", "об", "при"];
/// Letters that a name must have for a word that goes on after them to be its form: «Глеба», "Odalys's".
const ENOUGH_OF_A_NAME: usize = 4;

/// True if words speak of whoever hears them, as "you" or by their name. In a group whoever speaks of all speaks of them.
pub(crate) fn speaks_of(words: &str, name: Option<&str>, group: bool) -> bool {
    let words = tokens(words);
    let you = words.iter().enumerate().any(|(at, word)| {
        let placed = at > 0 && IN_A_PLACE.contains(&words[at - 1].as_str());
        let verb = !placed && (verb_address(word).is_some() || word.ends_with(YOU_DO));
        let says = |list: &[&str]| list.contains(&word.as_str());
        verb || pronoun_address(word).is_some() || says(&YOU) || group && says(&OF_ALL)
    });
    you || name.is_some_and(|name| names(&words, name))
}

/// True if words, as [`tokens`] writes them, have a part of a name in them, in whatever form.
pub(crate) fn names(words: &[String], name: &str) -> bool {
    tokens(name).iter().map(|part| without_end(part)).any(|part| {
        let letters = part.chars().count();
        words.iter().any(|word| if letters >= ENOUGH_OF_A_NAME { word.starts_with(&part) } else { letters > 2 && *word == part })
    })
}

/// A name without the last letter that its cases change: «Аглая» is «Агла».
fn without_end(name: &str) -> String {
    let ends = |c: char| matches!(c, 'а' | 'я' | 'о' | 'е' | 'и' | 'й' | 'ь');
    name.strip_suffix(ends).filter(|rest| rest.chars().count() >= ENOUGH_OF_A_NAME).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::speaks_of;

    #[test]
    fn words_speak_of_whoever_is_named_in_them() {
        for (words, name, group, so) in [
            ("you call me at night", None, false, true),
            ("I can't keep up with your messages", None, false, true),
            ("You're late", None, false, true),
            ("Ingrid's stories take half of each call", Some("Ingrid"), false, true),
            ("my young son is ill", None, false, false),
            ("my evenings are taken", Some("May"), false, false),
            ("everybody talks at once", None, true, true),
            ("everybody is busy", None, false, false),
            ("вы звоните мне по ночам", None, false, true),
            ("звоните мне по ночам", None, false, true),
            ("ты звонишь ночью", None, false, true),
            ("Аглаю не остановить", Some("Аглая"), false, true),
            ("вечно опаздываешь", None, false, true),
            ("не торопишься ты никогда", None, false, true),
            ("вечно торопишься", None, false, true),
            ("не пишите ночью", None, false, true),
            ("задерживаетесь на созвонах", None, false, true),
            ("не опаздывайте", None, false, true),
            ("нашли брешь", None, false, false),
            ("у меня лишь вечера", None, false, false),
            ("работаю теперь в университете", None, false, false),
            ("сын болеет", None, false, false),
        ] {
            assert_eq!(speaks_of(words, name, group), so, "{words}");
        }
    }
}
