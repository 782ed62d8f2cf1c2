//! Whether two spellings are one person's name: first name and full name, Cyrillic and Latin.

/// How well a name that was given fits a name in the file, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The same but for capital letters.
    Same,
    /// The same in another alphabet or spelling.
    SameSound,
    /// One has more words: the first name, or a family name as well.
    Part,
    /// What was given begins the name.
    Beginning,
}

/// How `given` fits `name`; `None` if it does not.
pub(crate) fn fit(given: &str, name: &str) -> Option<Fit> {
    if given.trim().to_lowercase() == name.trim().to_lowercase() && !given.trim().is_empty() {
        return Some(Fit::Same);
    }
    let (given, name) = (sounds(given), sounds(name));
    if given.is_empty() || name.is_empty() {
        return None;
    }
    let (short, long) = if given.len() <= name.len() { (&given, &name) } else { (&name, &given) };
    if short.iter().all(|word| long.contains(word)) {
        return Some(if short.len() == long.len() { Fit::SameSound } else { Fit::Part });
    }
    let begins =
        |word: &String| name.iter().any(|other| other.starts_with(word.as_str()) && (word.len() >= 2 || given.len() > 1));
    (given.len() <= name.len() && given.iter().all(begins)).then_some(Fit::Beginning)
}

/// True if `given` fits `name` in any way.
pub(crate) fn fits(given: &str, name: &str) -> bool {
    fit(given, name).is_some()
}

/// The words of a name as they sound, loosely, in small Latin letters.
pub(crate) fn sounds(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.map(sound).filter(|word| !word.is_empty()).collect()
}

/// One word: transliterated, then folded so that the usual ways to spell a Russian name in Latin
/// letters meet (Yulia, Julia, Iuliia; Alexey, Aleksei; Dmitry, Dmitriy; Victor, Viktor).
fn sound(word: &str) -> String {
    const FOLDS: [(&str, &str); 19] = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("ch", "q"), // kept apart from the c that sounds as k
        ("c", "k"),
        ("ks", "x"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("ie", "e"),
        ("io", "e"),
        ("ii", "i"),
        ("ii", "i"),
        ("ander", "andr"),
        ("tz", "ts"),
        ("ee", "i"),
        ("oo", "u"),
    ];
    let latin: String = word.chars().flat_map(char::to_lowercase).map(latin).collect();
    let folded = FOLDS.into_iter().fold(latin, |word, (from, to)| word.replace(from, to));
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !out.ends_with(c) || c.is_numeric() {
            out.push(c);
        }
    }
    out
}

/// A letter in Latin letters as passports write it, without accents.
fn latin(c: char) -> &'static str {
    const RUSSIAN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts",
        "ch", "sh", "shch", "", "i", "", "e", "iu", "ia",
    ];
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    match c {
        'а'..='я' => RUSSIAN[c as usize - 'а' as usize],
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ё' | 'є' | 'é' | 'è' | 'ê' | 'ë' | 'ě' | 'ē' | 'ę' => "e",
        'і' | 'ї' | 'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ñ' | 'ń' | 'ň' => "n",
        'ç' | 'ć' | 'č' => "c",
        'š' | 'ś' | 'ş' | 'ș' => "s",
        'ž' | 'ź' | 'ż' => "z",
        'ł' => "l",
        'ý' => "y",
        'ř' => "r",
        'ď' => "d",
        'ť' | 'ț' | 'ţ' => "t",
        'ß' => "ss",
        'ґ' | 'ğ' => "g",
        _ => ASCII.find(c).map_or("", |at| &ASCII[at..=at]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        for (given, name, expected) in [
            ("dana", "Dana", Some(Fit::Same)),
            ("Dana", "Dana Wells", Some(Fit::Part)),
            ("Dana Wells", "Dana", Some(Fit::Part)),
            ("Wells", "Wells, Dana (Guest)", Some(Fit::Part)),
            ("Vik", "Viktor", Some(Fit::Beginning)),
            ("Виктор", "Viktor Petrov", Some(Fit::Part)),
            ("Victor", "Виктор", Some(Fit::SameSound)),
            ("Dmitry", "Дмитрий", Some(Fit::SameSound)),
            ("Дмитрий", "Dmitriy", Some(Fit::SameSound)),
            ("Юлия", "Julia", Some(Fit::SameSound)),
            ("Yuliya", "Юлия", Some(Fit::SameSound)),
            ("Алексей", "Alexey", Some(Fit::SameSound)),
            ("Aleksandr", "Alexander", Some(Fit::SameSound)),
            ("Екатерина", "Yekaterina", Some(Fit::SameSound)),
            ("Сергей", "Sergei", Some(Fit::SameSound)),
            ("Ксения", "Ksenia", Some(Fit::SameSound)),
            ("Наталья", "Natalia", Some(Fit::SameSound)),
            ("Фёдор", "Fyodor", Some(Fit::SameSound)),
            ("Евгений", "Evgeny", Some(Fit::SameSound)),
            ("Siobhan", "Siobhán", Some(Fit::SameSound)),
            ("0", "Speaker 0", Some(Fit::Part)),
            ("Dana", "Dan", None),
            ("Anna", "Viktor", None),
            ("Dana", "Daniel", None),
            ("", "Dana", None),
            ("李", "王", None),
            ("李", "李", Some(Fit::Same)),
        ] {
            assert_eq!(fit(given, name), expected, "{given} / {name}");
        }
    }
}
