//! Tags and entities in cues: `<v Name>`, `<c.loud>`, `<i>`, `{\an8}`, `&amp;`.

use crate::spacing::push_collapsed;

/// What one voice says in a line of a cue.
#[derive(Default, PartialEq)]
#[cfg_attr(test, derive(Debug))]
pub(crate) struct Untagged {
    /// Name of its tag; none for words before the first.
    pub voice: Option<String>,
    /// Words without tags, entities resolved.
    pub words: String,
}

/// Tags that steer how words look or when they appear; what else stands in angle brackets is words.
const KNOWN: [&str; 17] =
    ["c", "i", "b", "u", "v", "s", "ruby", "rt", "lang", "font", "em", "strong", "span", "br", "p", "div", "strike"];

/// Takes the tags out of a line; a voice tag with words before it begins another part.
pub(crate) fn untag(line: &str) -> Vec<Untagged> {
    let mut parts = Vec::new();
    let mut part = Untagged::default();
    let mut rest = line;
    while let Some(open) = rest.find(['<', '{']) {
        part.words.push_str(&rest[..open]);
        let Some((tag, after)) = tag(&rest[open..]) else {
            part.words.push_str(&rest[open..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        match tag {
            Tag::Voice(name) if part.words.trim().is_empty() => part.voice = Some(name),
            Tag::Voice(name) => parts.push(std::mem::replace(&mut part, Untagged { voice: Some(name), words: String::new() })),
            Tag::Break => part.words.push(' '),
            Tag::Look => {}
        }
        rest = after;
    }
    part.words.push_str(rest);
    parts.push(part);
    for part in &mut parts {
        part.words = resolve(&part.words);
    }
    parts
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
pub(crate) fn resolve(text: &str) -> String {
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
        for (line, expected) in [
            ("<v Dana Wells>Hello &amp; welcome</v>", vec![("Dana Wells", "Hello & welcome")]),
            ("<v.loud.first Виктор>Да</v> <v Анна>Нет", vec![("Виктор", "Да "), ("Анна", "Нет")]),
            ("oh <v Анна>Нет", vec![("", "oh "), ("Анна", "Нет")]),
            ("<c.yellow.bg_blue>so <i>very</i></c> <00:00:05.000>late", vec![("", "so very late")]),
            ("{\\an8}<font color=\"#fff\">up</font> there<br/>you go", vec![("", "up there you go")]),
            ("a < b and <laughs> 3<5 {x}", vec![("", "a < b and <laughs> 3<5 {x}")]),
            ("<lang en>yes</lang> &#1076;&#x430;&lrm; &nope; &", vec![("", "yes да &nope; &")]),
            ("<v>who</v> <v   >?", vec![("", "who ?")]),
            ("<v Ann & Co.>x", vec![("Ann & Co.", "x")]),
            ("<v broken", vec![("", "<v broken")]),
        ] {
            let found = untag(line);
            let found: Vec<_> = found.iter().map(|part| (part.voice.as_deref().unwrap_or(""), part.words.as_str())).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
