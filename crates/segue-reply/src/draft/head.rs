//! An ask in the client's own words, as the head of its answer.

use segue_core::Lang;

/// Words before an ask that only lead up to it, alone or with others of their kind.
const JOINTS: [&str; 27] = [
    "and",
    "also",
    "but",
    "so",
    "anyway",
    "well",
    "oh",
    "ok",
    "okay",
    "by the way",
    "и ещё",
    "и еще",
    "и",
    "а",
    "но",
    "ну",
    "вот",
    "так",
    "значит",
    "в общем",
    "короче",
    "кстати",
    "слушай",
    "слушайте",
    "ещё",
    "еще",
    "btw",
];
/// Announcements of an ask, where a mark parts them from it.
const ANNOUNCED: [&str; 15] = [
    "a few questions",
    "a couple of questions",
    "two questions",
    "three questions",
    "some questions",
    "one question",
    "quick question",
    "one more thing",
    "one thing",
    "another thing",
    "несколько вопросов",
    "пара вопросов",
    "такой вопрос",
    "вопрос",
    "ещё вопрос",
];
/// Words after an ask in which somebody trails off.
const TRAILING: [&str; 8] = ["and uh", "and um", "uh", "um", "and", "please", "и", "пожалуйста"];

/// An ask as the head of its answer: one line, a capital letter, no bracket that would look like a place to fill in.
pub(crate) fn named(text: &str) -> String {
    let text: String = text.chars().map(|c| if matches!(c, '[' | ']' | '{' | '}') { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '-' | '–' | '—' | '•' | ' '));
    let mut text = text.trim_end_matches(|c: char| {
        matches!(c, '.' | '!' | ',' | ';' | ':' | ' ')
            || !c.is_alphanumeric() && !matches!(c, '?' | '…' | ')' | '»' | '”' | '"' | '%')
    });
    while let Some(rest) = without_lead(text) {
        text = rest;
    }
    while let Some(rest) = TRAILING.iter().find_map(|end| without_end(text, end)) {
        text = rest;
    }
    capital(text)
}

/// The same without my name, by which I am called.
pub(super) fn named_to(text: &str, me: Option<&str>) -> String {
    let named = named(text);
    let first = me.and_then(|me| me.split_whitespace().next()).filter(|first| first.chars().count() > 1);
    let rest = first.and_then(|first| strip(&named, first)).map(|rest| rest.trim_start_matches([',', ' ']));
    let rest = rest.filter(|rest| rest.split_whitespace().count() > 1);
    rest.map_or_else(|| named.clone(), self::named)
}

/// In quotation marks: the words are the client's, and an order among them is none of mine.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    let ((open, close), (inner_open, inner_close)) = match lang {
        Lang::En => (('“', '”'), ('‘', '’')),
        Lang::Ru => (('«', '»'), ('„', '“')),
    };
    let mut within = false;
    let mut inner = |c: char| match c {
        '«' | '„' => {
            within = true;
            inner_open
        }
        '»' | '”' => {
            within = false;
            inner_close
        }
        // The same mark opens and closes, and the English one that opens is the German one that closes.
        '"' | '“' => {
            within = !within;
            if within { inner_open } else { inner_close }
        }
        other => other,
    };
    let mut text: String = text.chars().map(&mut inner).collect();
    if within {
        // Where the words were cut short, so was what they quote.
        text.push(inner_close);
    }
    format!("{open}{text}{close}")
}

/// What follows a lead, if one stands first and something is left.
fn without_lead(text: &str) -> Option<&str> {
    let marked = |rest: &str| rest.starts_with([',', ':', '–', '—']) || rest.starts_with(" – ") || rest.starts_with(" — ");
    let joint = JOINTS.iter().filter_map(|joint| strip(text, joint));
    let announced = ANNOUNCED.iter().filter_map(|lead| strip(text, lead)).filter(|rest| marked(rest));
    let rest = joint.chain(announced).next()?.trim_start_matches([',', ':', '–', '—', ' ']);
    (rest.split_whitespace().count() > 1).then_some(rest)
}

/// What follows a word or a few, as whole words and however they are capitalised.
fn strip<'t>(text: &'t str, lead: &str) -> Option<&'t str> {
    let rest = text.get(lead.len()..)?;
    let is = text[..lead.len()].to_lowercase() == lead.to_lowercase();
    (is && rest.starts_with(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '-')).then_some(rest)
}

/// What stands before words in which somebody trails off.
fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(end.len())?;
    let tail = text.get(at..)?;
    let before = text[..at].trim_end_matches([',', ' ']);
    (tail.to_lowercase() == end && text[..at].ends_with(' ') && before.split_whitespace().count() > 1).then_some(before)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{named, named_to, quoted};
    use segue_core::Lang;

    #[test]
    fn heads_have_neither_leads_nor_my_name() {
        for (text, me, head) in [
            ("Несколько вопросов: когда приедет замерщик?", None, "Когда приедет замерщик?"),
            ("Ринат а можно оплату в два этапа?", Some("Ринат Валеев"), "Можно оплату в два этапа?"),
            ("So: no calls on weekends any more please.", None, "No calls on weekends any more"),
            ("Anyway when do we go to print and uh", None, "When do we go to print"),
            ("and also could you send it?", None, "Could you send it?"),
            ("Ну и вот, скажи, когда в печать", None, "Скажи, когда в печать"),
            ("One thing is unclear to me", None, "One thing is unclear to me"),
            ("Sofa in red?", None, "Sofa in red?"),
            ("Dana, can we talk?", Some("Dana"), "Can we talk?"),
            ("[1] {x} Logo", None, "X Logo"),
        ] {
            assert_eq!(named_to(text, me), head, "{text}");
        }
        assert_eq!(named("Ну"), "Ну");
    }

    #[test]
    fn words_with_quotation_marks_stand_in_quotation_marks() {
        for (text, lang, head) in [
            ("Please don't call me \"skipper\" in mails", Lang::En, "“Please don't call me ‘skipper’ in mails”"),
            ("Is “Lund” right?", Lang::En, "“Is ‘Lund’ right?”"),
            ("Он с одной «п»?", Lang::Ru, "«Он с одной „п“?»"),
            ("Счёт на ООО \"Ромашка\"", Lang::Ru, "«Счёт на ООО „Ромашка“»"),
            ("Счёт на ООО «Ромашка и…", Lang::Ru, "«Счёт на ООО „Ромашка и…“»"),
            ("Send it", Lang::En, "“Send it”"),
        ] {
            assert_eq!(quoted(text, lang), head);
        }
    }
}
