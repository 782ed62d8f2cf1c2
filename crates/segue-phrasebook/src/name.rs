//! Names as one greets.

/// Ends of a patronymic, of women and of men.
const OF_WOMEN: [&str; 2] = ["вна", "чна"];
const OF_MEN: [&str; 5] = ["вич", "ьич", "мич", "кич", "тич"];
/// First names of men that end like those of women.
const MEN: [&str; 12] =
    ["никита", "илья", "фома", "лука", "кузьма", "савва", "данила", "гаврила", "никола", "добрыня", "аникита", "мина"];

/// How a name is greeted: the first name, or name and patronymic. An address is no name; who are named together are
/// greeted together.
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
    if words.iter().any(|word| ["and", "&", "+", "и"].contains(word)) {
        return words.join(" ");
    }
    match words[..] {
        [first, second] | [_, first, second] | [first, second, _] if is_patronymic(first, second) => format!("{first} {second}"),
        // A title goes with the surname.
        [title, .., last] if ["Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof."].contains(&title) => {
            format!("{title} {last}")
        }
        [first, ..] => first.to_owned(),
        [] => String::new(),
    }
}

/// True if the second is a patronymic after this first name: a surname such as Рабинович looks like that of a man.
fn is_patronymic(first: &str, second: &str) -> bool {
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    let ends = |word: &str, ends: &[&str]| ends.iter().any(|end| word.len() > end.len() && word.ends_with(end));
    let of_a_woman = (first.ends_with(['а', 'я']) && !MEN.contains(&first.as_str())) || first == "любовь";
    if ends(&first, &OF_WOMEN) || ends(&first, &OF_MEN) {
        return false;
    }
    ends(&second, &OF_WOMEN) || (ends(&second, &OF_MEN) && !of_a_woman)
}

#[cfg(test)]
mod tests {
    use super::name_for_draft;

    #[test]
    fn names_as_one_greets() {
        for (name, greeted) in [
            ("Viktor Lind", "Viktor"),
            ("Lind, Viktor", "Viktor"),
            ("Marta and Tom", "Marta and Tom"),
            ("Анна Сергеевна", "Анна Сергеевна"),
            ("Иванова Анна Сергеевна", "Анна Сергеевна"),
            ("Анна Сергеевна Иванова", "Анна Сергеевна"),
            ("Пётр Ильич", "Пётр Ильич"),
            ("Илья Кузьмич Громов", "Илья Кузьмич"),
            ("Савва Лукич", "Савва Лукич"),
            ("Анна Рабинович", "Анна"),
            ("Анна Павловна Рабинович", "Анна Павловна"),
            ("Иван Петрович Рабинович", "Иван Петрович"),
            ("Dr. Maya Chen", "Dr. Chen"),
            ("viktor@example.com", ""),
            ("", ""),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }
}
