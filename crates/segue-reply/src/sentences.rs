//! A text in sentences: the bounds of Unicode, and what English and Russian need besides.

use segue_core::Lang;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations after which a sentence goes on, also before a capital letter.
const GOES_ON: [&str; 44] = [
    "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "vs", "e.g", "i.e", "approx", "inc", "ltd", "dept", "fig", "tel", "ext",
    "cf", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "ул", "им", "проф", "акад", "см", "ср", "напр", "стр", "рис", "тел",
    "т.е", "т.к", "т.н", "кв", "корп", "пос", "обл", "доб",
];
/// Abbreviations of three letters and more after which a sentence goes on in small letters.
const SHORTENED: [&str; 42] = [
    "etc", "min", "max", "incl", "excl", "est", "appr", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    "sec", "hrs", "qty", "ref", "vol", "руб", "коп", "тыс", "млн", "млрд", "мин", "сек", "час", "макс", "прим", "упак", "экз",
    "изд", "англ", "зам", "нач", "табл", "разд", "лит", "рег",
];
/// Fewest words and letters before a full stop after which somebody goes on in small letters.
const STOPPED_WORDS: usize = 2;
const STOPPED_LETTERS: usize = 3;
/// Words with which somebody begins anew in small letters, also after a word as short as an abbreviation: "is a no. can we".
const BEGINS_ANEW: [&str; 29] = [
    "also",
    "can",
    "could",
    "but",
    "anyway",
    "oh",
    "please",
    "btw",
    "when",
    "how",
    "what",
    "is",
    "are",
    "do",
    "i",
    "we",
    "so",
    "кстати",
    "можно",
    "можете",
    "можешь",
    "когда",
    "сколько",
    "скинь",
    "скиньте",
    "пришли",
    "пришлите",
    "а",
    "но",
];
/// Fewest letters before the full stop then.
const SHORT_STOPPED_LETTERS: usize = 2;
/// Abbreviations that stand before a number.
const BEFORE_NUMBER: [&str; 8] = ["no", "nr", "p", "pp", "п", "пп", "д", "с"];

/// The sentences of a text in their order, without blanks around them. A line is at least one.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut from = 0;
        let mut bounds = line.split_sentence_bound_indices().map(|(at, _)| at).chain([line.len()]).skip(1).peekable();
        while let Some(to) = bounds.next() {
            if bounds.peek().is_some() && goes_on(&line[from..to], &line[to..]) {
                continue;
            }
            push(&line[from..to], &mut all);
            from = to;
        }
    }
    all
}

/// The parts of a sentence that each tell something.
pub(crate) fn clauses(sentence: &str, lang: Lang) -> Vec<&str> {
    let joints: &[&str] = match lang {
        Lang::En => &[" and ", " because ", " since ", " as ", " but ", " so "],
        Lang::Ru => &[" и ", " потому что ", " так как ", " но ", " поэтому "],
    };
    let marked = sentence.split([',', ';', ':', '–', '—', '(', ')', '.', '!', '?']).collect();
    joints.iter().fold(marked, |parts: Vec<&str>, joint| parts.into_iter().flat_map(|part| part.split(joint)).collect())
}

/// Adds a piece, parted where chats end a sentence without a full stop: after a smile.
fn push<'t>(piece: &'t str, all: &mut Vec<&'t str>) {
    let mut rest = piece.trim();
    if let Some(parts) = spoken(rest) {
        all.extend(parts);
        return;
    }
    while let Some(at) = smile_end(rest).into_iter().chain(small_stop(rest)).min() {
        let (first, next) = rest.split_at(at);
        all.push(first.trim());
        rest = next.trim();
    }
    if rest.chars().any(char::is_alphanumeric) {
        all.push(rest);
    } else if let (Some(last), false) = (all.last_mut(), rest.is_empty()) {
        // A smile or a row of signs on its own belongs to what it follows, if it follows it at once.
        let end = rest.as_ptr() as usize + rest.len();
        let begin = last.as_ptr() as usize;
        let within = begin >= piece.as_ptr() as usize;
        if within {
            *last = &piece[begin - piece.as_ptr() as usize..end - piece.as_ptr() as usize];
        } else {
            all.push(rest);
        }
    } else if !rest.is_empty() {
        all.push(rest);
    }
}

/// Words with which somebody goes over to another thing, in a long stretch that nobody put marks to.
const GOES_OVER: [&str; 22] = [
    "but",
    "anyway",
    "also",
    "because",
    "so can",
    "so could",
    "and can",
    "and could",
    "can you",
    "could you",
    "oh and",
    "by the way",
    "но",
    "короче",
    "кстати",
    "а ещё",
    "а еще",
    "и ещё",
    "и еще",
    "в общем",
    "а то",
    "слушай",
];
/// Words with which somebody asks on in a long stretch that has commas and nothing else.
const ASKS_ON: [&str; 32] = [
    "and also",
    "oh and",
    "by the way",
    "can you",
    "could you",
    "please send",
    "please tell",
    "tell me",
    "send me",
    "and send",
    "and tell",
    "and please",
    "короче",
    "кстати",
    "слушай",
    "слушайте",
    "и ещё",
    "и еще",
    "а ещё",
    "а еще",
    "ну и вот",
    "в общем",
    "скажи",
    "скажите",
    "подскажи",
    "подскажите",
    "пришлите",
    "скинь",
    "скиньте",
    "и пришлите",
    "и скажите",
    "и сделайте",
];
/// Words of a stretch without marks that is parted, of one with commas, and of each part at least.
const LONG: usize = 14;
const LONG_WITH_COMMAS: usize = 24;
const PART: usize = 4;

/// The parts of a long stretch without full stops, as recognisers and hasty people write.
fn spoken(text: &str) -> Option<Vec<&str>> {
    let bare = text.trim_end_matches(['.', '!', '?', '…']);
    let commas = bare.contains(',');
    let long = if commas { LONG_WITH_COMMAS } else { LONG };
    if bare.contains(['.', ';', ':', '!', '?', '…', '\n']) || bare.split_whitespace().count() < long {
        return None;
    }
    let marks: &[&str] = if commas { &ASKS_ON } else { &GOES_OVER };
    let words: Vec<usize> = text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    let mut cuts = vec![0];
    for (number, &at) in words.iter().enumerate().skip(PART) {
        let rest = text[at..].to_lowercase();
        let goes_over = marks.iter().any(|mark| rest.strip_prefix(*mark).is_some_and(|after| after.starts_with([' ', ','])));
        let since = words.iter().filter(|&&word| word >= *cuts.last().unwrap_or(&0) && word < at).count();
        if goes_over && since >= PART && words.len() - number >= PART {
            cuts.push(at);
        }
    }
    cuts.push(text.len());
    let parts: Vec<&str> = cuts.windows(2).map(|cut| text[cut[0]..cut[1]].trim()).collect();
    (parts.len() > 1).then_some(parts)
}

/// Where a full stop ends a sentence and the next begins with a small letter, as hasty people write.
fn small_stop(text: &str) -> Option<usize> {
    text.match_indices(". ")
        .map(|(at, _)| at)
        .find(|&at| {
            let before = &text[..at];
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let lower = word.to_lowercase();
            let shortened = GOES_ON.contains(&lower.as_str()) || SHORTENED.contains(&lower.as_str());
            let stands_alone = before[..before.len() - word.len()].ends_with(char::is_whitespace);
            let next_is_small = text[at + 1..].trim_start().starts_with(char::is_lowercase);
            let words = before.split_whitespace().count();
            let next = text[at + 1..].split_whitespace().next().unwrap_or_default();
            let anew = BEGINS_ANEW.contains(&next.trim_matches(|c: char| !c.is_alphanumeric()));
            let letters = if anew { SHORT_STOPPED_LETTERS } else { STOPPED_LETTERS };
            next_is_small && stands_alone && !shortened && words >= STOPPED_WORDS && word.chars().count() >= letters
        })
        .map(|at| at + 1)
}

/// Where a smile ends a sentence and another follows.
fn smile_end(text: &str) -> Option<usize> {
    let mut open = 0_i32;
    let mut words = false;
    for (at, c) in text.char_indices() {
        words |= c.is_alphanumeric();
        let within = open > 0;
        open += i32::from(c == '(') - i32::from(c == ')' && within);
        let smile = is_emoji(c) || c == '…' || c == ')' && !within && text[..at].chars().next_back().is_some_and(|b| b != '(');
        if !smile || !words {
            continue;
        }
        let after = at + c.len_utf8();
        let rest = &text[after..];
        // A row of them, or a capital letter after one.
        let row = text[..at].ends_with(c) || is_emoji(c);
        let gap = rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let begins = next.is_some_and(|n| n.is_uppercase() || row && n.is_alphabetic());
        // In brackets that were opened this is none.
        let enumerated = text[..at].chars().all(|c| c.is_ascii_digit());
        if gap && begins && !enumerated {
            return Some(after);
        }
    }
    None
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// True if a piece does not end its sentence: an abbreviation, an initial, the number of an item.
fn goes_on(piece: &str, next: &str) -> bool {
    let piece = piece.trim_end();
    let Some(before) = piece.strip_suffix('.') else { return false };
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«' | '"' | '“')).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let mut letters = word.chars();
    let initial =
        matches!((letters.next(), letters.next()), (Some(one), None) if one.is_uppercase() && !matches!(one, 'I' | 'Я'));
    let initials =
        word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase));
    let number = next.trim_start().starts_with(|c: char| c.is_ascii_digit());
    // "г. Москва" goes on, "в 2026 г. Мы" does not.
    let city = lower == "г" && !before[..before.len() - word.len()].trim_end().ends_with(|c: char| c.is_ascii_digit());
    // "см. рис. 2" goes on, "5 на 7 см. Сколько" does not.
    let measured = matches!(lower.as_str(), "см" | "кв")
        && before[..before.len() - word.len()].trim_end().ends_with(|c: char| c.is_ascii_digit());
    if measured && next.trim_start().starts_with(char::is_uppercase) {
        return false;
    }
    let item = before.chars().all(|c| c.is_ascii_digit() || c.is_whitespace()) && !before.trim().is_empty();
    GOES_ON.contains(&lower.as_str()) || number && BEFORE_NUMBER.contains(&lower.as_str()) || initial || initials || city || item
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_as_a_reader_parts_them() {
        for (text, parts) in [
            ("Hi Dana! Is it ready? I need it by 5.", vec!["Hi Dana!", "Is it ready?", "I need it by 5."]),
            ("Ask Dr. Smith at Tea Ltd. He knows, e.g. the price.", vec!["Ask Dr. Smith at Tea Ltd. He knows, e.g. the price."]),
            ("See no. 5. Then no. Not so.", vec!["See no. 5.", "Then no.", "Not so."]),
            ("So do I. Then we go.", vec!["So do I.", "Then we go."]),
            ("It costs 1.5 million. Fine by J. R. Tolk.", vec!["It costs 1.5 million.", "Fine by J. R. Tolk."]),
            (
                "Живу в г. Москва на ул. Ленина. С 2026 г. Работаю там.",
                vec!["Живу в г. Москва на ул. Ленина.", "С 2026 г.", "Работаю там."],
            ),
            (
                "Логотип, цвета и т.д. Всё нужно. Позвоните А. С. Иванову.",
                vec!["Логотип, цвета и т.д.", "Всё нужно.", "Позвоните А. С. Иванову."],
            ),
            ("Витраж 5 на 7 см. Сколько возьмёте? См. рис. 2.", vec!["Витраж 5 на 7 см.", "Сколько возьмёте?", "См. рис. 2."]),
            ("т.е. нужно завтра, т.к. горит", vec!["т.е. нужно завтра, т.к. горит"]),
            ("Привет)) как дела? Скинь макет)", vec!["Привет))", "как дела?", "Скинь макет)"]),
            ("Готово :) Пришлю вечером", vec!["Готово :)", "Пришлю вечером"]),
            ("Great 🎉 Send it over 🙏", vec!["Great 🎉", "Send it over 🙏"]),
            (
                "loved the draft omg. my dog is at the vet. can u make it green?",
                vec!["loved the draft omg.", "my dog is at the vet.", "can u make it green?"],
            ),
            (
                "the yellow is a no. can we go back to v1? also r u single haha jk. also the number is wrong",
                vec!["the yellow is a no.", "can we go back to v1?", "also r u single haha jk.", "also the number is wrong"],
            ),
            ("ну ок. а когда созвон", vec!["ну ок.", "а когда созвон"]),
            ("берём 5 кг. муки и 3 шт. масла", vec!["берём 5 кг. муки и 3 шт. масла"]),
            ("макет супер. только шапку поменяй", vec!["макет супер.", "только шапку поменяй"]),
            (
                "It is approx. five thurs. or so, 20 тыс. руб. за всё",
                vec!["It is approx. five thurs. or so, 20 тыс. руб. за всё"],
            ),
            ("Look (at the logo) Anna said", vec!["Look (at the logo) Anna said"]),
            ("1. Logo\n2. Price?", vec!["1. Logo", "2. Price?"]),
            ("Ну... не знаю… Может, завтра?", vec!["Ну... не знаю…", "Может, завтра?"]),
            ("«Когда?» — спросил он. Не знаю.", vec!["«Когда?» — спросил он.", "Не знаю."]),
            (
                "hi it is me the kids were up all night but can you make the banner wider please",
                vec!["hi it is me the kids were up all night", "but can you make the banner wider please"],
            ),
            ("", vec![]),
            ("👍", vec!["👍"]),
            ("Ok!\n👍", vec!["Ok!", "👍"]),
        ] {
            assert_eq!(sentences(text), parts, "{text}");
        }
    }
}
