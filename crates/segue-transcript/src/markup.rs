//! Tags and entities in cues: `<v Name>`, `<c.loud>`, `<i>`, `{\an8}`, `&amp;`.

use crate::spacing::push_collapsed;

/// The words of a line of a cue, and the names in its voice tags.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Untagged {
    /// Words without tags, entities resolved.
    pub words: String,
    /// Names of voice tags, in order.
    pub voices: Vec<String>,
}

/// Tags that steer how words look or when they appear; what else stands in angle brackets is words.
const KNOWN: [&str; 17] =
    ["c", "i", "b", "u", "v", "s", "ruby", "rt", "lang", "font", "em", "strong", "span", "br", "p", "div", "strike"];

/// Takes the tags out of a line.
pub(crate) fn untag(line: &str) -> Untagged {
    let mut found = Untagged::default();
    let mut rest = line;
    while let Some(open) = rest.find(['<', '{']) {
        found.words.push_str(&rest[..open]);
        let Some((tag, after)) = tag(&rest[open..]) else {
            found.words.push_str(&rest[open..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        match tag {
            Tag::Voice(name) => found.voices.push(name),
            Tag::Break => found.words.push(' '),
            Tag::Look => {}
        }
        rest = after;
    }
    found.words.push_str(rest);
    found.words = resolve(&found.words);
    found
}

enum Tag {
    Voice(String),
    Break,
    Look,
}

/// The tag that a text begins with, and the text after it.
fn tag(text: &str) -> Option<(Tag, &str)> {
    // Position marks of Advanced SubStation that are left in SubRip files.
    if text.starts_with("{\\") {
        let (_, after) = text.split_once('}')?;
        return Some((Tag::Look, after));
    }
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let name_end = inside.trim_start_matches('/').find(|c: char| !c.is_ascii_alphabetic());
    let bare = inside.trim_start_matches('/');
    let name = &bare[..name_end.unwrap_or(bare.len())];
    let is_time =
        inside.starts_with(|c: char| c.is_ascii_digit()) && inside.bytes().all(|b| b.is_ascii_digit() || b":.".contains(&b));
    if is_time || inside == "/" {
        return Some((Tag::Look, after));
    }
    let ends_well = matches!(bare.as_bytes().get(name.len()), None | Some(b' ' | b'\t' | b'.' | b'/' | b'='));
    if !ends_well || !KNOWN.contains(&name.to_ascii_lowercase().as_str()) {
        return None;
    }
    if name.eq_ignore_ascii_case("br") {
        return Some((Tag::Break, after));
    }
    // `<v Name>` or `<v.loud.calm Name>`.
    let voice = inside.strip_prefix(['v', 'V']).and_then(|classes| classes.split_once([' ', '\t'])).map(|(_, voice)| voice);
    let mut name = String::new();
    push_collapsed(&mut name, &resolve(voice.unwrap_or_default()));
    Some((if name.is_empty() { Tag::Look } else { Tag::Voice(name) }, after))
}

/// Entities as letters.
fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((letter, after)) = entity(rest) {
            out.extend(letter);
            rest = after;
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The entity that a text begins with: its letter, if it has one, and the text after it.
fn entity(text: &str) -> Option<(Option<char>, &str)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let letter = match &text[1..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        "quot" => '"',
        "apos" => '\'',
        "laquo" => '«',
        "raquo" => '»',
        "mdash" => '—',
        "lrm" | "rlm" | "shy" => return Some((None, &text[end + 1..])),
        number => {
            let digits = number.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((Some(letter), &text[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        for (line, words, voices) in [
            ("<v Dana Wells>Hello &amp; welcome</v>", "Hello & welcome", vec!["Dana Wells"]),
            ("<v.loud.first Виктор>Да</v> <v Анна>Нет", "Да Нет", vec!["Виктор", "Анна"]),
            ("<c.yellow.bg_blue>so <i>very</i></c> <00:00:05.000>late", "so very late", vec![]),
            ("{\\an8}<font color=\"#fff\">up</font> there<br/>you go", "up there you go", vec![]),
            ("a < b and <laughs> 3<5 {x}", "a < b and <laughs> 3<5 {x}", vec![]),
            ("<lang en>yes</lang> &#1076;&#x430;&lrm; &nope; &", "yes да &nope; &", vec![]),
            ("<v>who</v> <v   >?", "who ?", vec![]),
            ("<v Ann & Co.>x", "x", vec!["Ann & Co."]),
            ("<v broken", "<v broken", vec![]),
        ] {
            let found = untag(line);
            assert_eq!((found.words.as_str(), found.voices), (words, voices.iter().map(ToString::to_string).collect()), "{line}");
        }
    }
}
