//! Names as one greets, and subjects as one answers.

/// How a name is greeted: the first name, or name and patronymic. An address is no name.
pub fn name_for_draft(name: &str) -> String {
    let clean: String =
        name.chars().filter(|c| !matches!(c, '"' | '\'' | '«' | '»' | '[' | ']' | '{' | '}' | '<' | '>')).collect();
    // `Lind, Viktor` as some offices write it.
    let clean = match clean.split_once(',') {
        Some((_, first)) if first.chars().any(char::is_alphabetic) => first.to_owned(),
        _ => clean,
    };
    let words: Vec<&str> = clean.split_whitespace().collect();
    if clean.contains('@') || !clean.chars().any(char::is_alphabetic) {
        return String::new();
    }
    let patronymic = |word: &str| ["вич", "вна", "ична", "чна"].iter().any(|end| word.to_lowercase().ends_with(end));
    match words[..] {
        [first, second] if patronymic(second) && !patronymic(first) => format!("{first} {second}"),
        [_, first, second] if patronymic(second) => format!("{first} {second}"),
        [first, second, _] if patronymic(second) => format!("{first} {second}"),
        // A title goes with the surname.
        [title, .., last] if ["Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof."].contains(&title) => {
            format!("{title} {last}")
        }
        [first, ..] => first.to_owned(),
        [] => String::new(),
    }
}

/// A subject without the marks of answers before it.
pub(super) fn bare_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let lower = rest.to_lowercase();
        let mark = ["re:", "fwd:", "fw:", "отв:", "ответ:", "на:", "aw:"].into_iter().find(|mark| lower.starts_with(mark));
        let Some(mark) = mark else { break };
        rest = rest.get(mark.len()..).unwrap_or_default().trim_start();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{bare_subject, name_for_draft};

    #[test]
    fn names_as_one_greets() {
        for (name, greeted) in [
            ("Viktor Lind", "Viktor"),
            ("Lind, Viktor", "Viktor"),
            ("Анна Сергеевна", "Анна Сергеевна"),
            ("Иванова Анна Сергеевна", "Анна Сергеевна"),
            ("Анна Сергеевна Иванова", "Анна Сергеевна"),
            ("Dr. Maya Chen", "Dr. Chen"),
            ("viktor@example.com", ""),
            ("", ""),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }

    #[test]
    fn subjects_without_marks() {
        assert_eq!(bare_subject("Re: RE: Fwd:  The  logo"), "The logo");
        assert_eq!(bare_subject("Отв: Логотип"), "Логотип");
    }
}
