//! What a topic is known by: the first words that somebody opened it with, without what only leads up to them.

use crate::addressed::names;
use crate::name::name_for_draft;
use crate::sources;
use segue_core::phrases::{Section, sections};
use segue_core::{Lang, Words, tokens};
use std::sync::LazyLock;

/// What may stand before anything, and what does so only where a pause follows, in the order of the file.
static FILLER: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::FILLER.map(sections));

/// Words in which a phrase of the list ends at the latest, hyphens and dashes among them.
const LONGEST: usize = 8;

/// What is no name to say to whoever told it: whose it is, and what is grave.
static UNNAMED: LazyLock<[Vec<Section>; 2]> = LazyLock::new(|| sources::UNNAMED.map(sections));

/// True if a topic that somebody named for themselves can be named to whoever told it. "Her chemo", "why he left" and "my divorce"
/// cannot, nor what is grave, nor what is called by their own name, whoever `client` is.
#[must_use]
pub fn can_be_named(topic: &str, client: Option<&str>) -> bool {
    let of_them = client.is_some_and(|client| names(&tokens(topic), &name_for_draft(client)));
    !of_them && !is_unnamed("whose", topic) && !is_grave_topic(topic)
}

/// True if a topic is nothing to ask about cheerfully.
#[must_use]
pub fn is_grave_topic(topic: &str) -> bool {
    is_unnamed("grave", topic)
}

fn is_unnamed(name: &str, topic: &str) -> bool {
    let words = tokens(topic);
    let sections = &UNNAMED[Lang::of_text(topic).unwrap_or_default() as usize];
    let of_name = sections.iter().filter(|section| section.name == name);
    of_name.flat_map(|section| &section.phrases).any(|phrase| phrase.stands_in(&words))
}

/// The first `most` words of a topic: of "Perfect! And by the way, my sister has bought a parrot" it is what the sister has done.
/// Words that only lead up to something are all there is of a topic that has no others.
#[must_use]
pub fn topic_of(words: &Words, most: usize) -> Words {
    let said: Vec<&str> = words.as_str().split_whitespace().collect();
    let begins = beginning(&said).min(said.len());
    let rest = if said[begins..].iter().any(|word| !tokens(word).is_empty()) { &said[begins..] } else { &said[..] };
    Words::new(rest.join(" ")).excerpt(most)
}

/// At which of the words the topic begins.
fn beginning(said: &[&str]) -> usize {
    let lang = Lang::of_text(&said.join(" ")).unwrap_or_default();
    let [opening, alone] = &FILLER[lang as usize][..] else { return 0 };
    let mut at = 0;
    loop {
        // A dash between two words is a word of its own.
        while said.get(at).is_some_and(|word| tokens(word).is_empty()) {
            at += 1;
        }
        let rest = &said[at..];
        let pause = |count: &usize| rest[count - 1].ends_with([',', '.', '!', '?', '…', ';', ':']) || is_dash(rest.get(*count));
        let leads_up = leading_up(opening, rest).into_iter().max();
        match leads_up.or_else(|| leading_up(alone, rest).into_iter().filter(pause).max()) {
            Some(count) => at += count,
            None => return at,
        }
    }
}

/// How many of the words each phrase that they begin with takes up.
fn leading_up(section: &Section, said: &[&str]) -> Vec<usize> {
    let tokens =
        said.iter().take(LONGEST).enumerate().flat_map(|(at, word)| tokens(word).into_iter().map(move |token| (at, token)));
    let (places, words): (Vec<usize>, Vec<String>) = tokens.unzip();
    let lengths = section.phrases.iter().filter_map(|phrase| phrase.begins(&words)).filter(|length| *length > 0);
    // "So-called friends" do not begin with "so".
    let whole = lengths.filter(|length| places.get(*length).is_none_or(|next| *next > places[length - 1]));
    whole.map(|length| places[length - 1] + 1).collect()
}

fn is_dash(word: Option<&&str>) -> bool {
    word.is_some_and(|word| tokens(word).is_empty())
}

#[cfg(test)]
mod tests {
    use super::{can_be_named, is_grave_topic, topic_of};
    use segue_core::Words;

    /// A topic that was put aside went by the name of what stood before it: "about: Perfect! And by the way, …"
    #[test]
    fn a_topic_is_named_by_what_it_is_about() {
        for (said, topic) in [
            ("Perfect! And by the way, my sister-in-law has bought a parrot.", "my sister-in-law has bought a parrot."),
            ("Oh, you know what? The boat sank.", "The boat sank."),
            ("Yes. Thank you so much! My daughter got married.", "My daughter got married."),
            ("So-called friends came to dinner.", "So-called friends came to dinner."),
            ("Good friends of ours moved to Utrecht.", "Good friends of ours moved to Utrecht."),
            ("Right, so – my knee again.", "my knee again."),
            ("You know my sister, she has a horse.", "You know my sister, she has a horse."),
            ("Отлично! И кстати, моя сестра купила попугая.", "моя сестра купила попугая."),
            ("Ой, слушайте, представляете, у нас щенок!", "у нас щенок!"),
            ("Так — а на выходных мы ездили на дачу.", "на выходных мы ездили на дачу."),
            ("Хорошо мы на даче посидели!", "Хорошо мы на даче посидели!"),
            ("Вообще-то я замужем.", "я замужем."),
            ("Oh well, okay.", "Oh well, okay."),
            ("Ну да…", "Ну да…"),
            ("…", "…"),
            ("", ""),
        ] {
            assert_eq!(topic_of(&Words::new(said), 20).as_str(), topic, "{said}");
        }
        assert_eq!(topic_of(&Words::new("Well, one two three four"), 3).as_str(), "one two three…");
    }
    /// «А теперь — похороны мамы. Рассказывайте.», and to Ingrid herself: "We put this aside: her ex-husband's boat."
    #[test]
    fn a_note_to_oneself_is_no_name_to_say_to_whoever_told_it() {
        for (topic, named, grave) in [
            ("the vicar's ladder", true, false),
            ("Lisbon", true, false),
            ("the school play", true, false),
            ("your new boat", true, false),
            ("her ex-husband's boat", false, true),
            ("Her chemo", false, true),
            ("my divorce", false, true),
            ("why he left", false, false),
            ("mum's funeral", false, true),
            ("the break-up", false, true),
            ("Ingrid's boat", false, false),
            ("свадьба племянницы", true, false),
            ("рыбалка", true, false),
            ("его развод", false, true),
            ("похороны мамы", false, true),
            ("умерла собака", false, true),
            ("мой отпуск", false, false),
            ("почему она ушла", false, true),
            ("Её щенок", false, false),
            ("поездка в Больцано", true, false),
        ] {
            assert_eq!(is_grave_topic(topic), grave, "{topic}");
            assert_eq!(can_be_named(topic, Some("Ingrid Vos")), named, "{topic}");
        }
    }
}
