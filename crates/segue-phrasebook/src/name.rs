//! Names as one greets.

mod known_by;

/// Ends of a patronymic, of women and of men.
const OF_WOMEN: [&str; 2] = ["вна", "чна"];
const OF_MEN: [&str; 5] = ["вич", "ьич", "мич", "кич", "тич"];
/// First names of men that end like those of women.
const MEN: [&str; 12] =
    ["никита", "илья", "фома", "лука", "кузьма", "савва", "данила", "гаврила", "никола", "добрыня", "аникита", "мина"];

/// Words that a firm or a team is known by, at its beginning or at its end; some are greeted by their whole name.
const OF_FIRMS: [&str; 50] = [
    "ооо",
    "оао",
    "зао",
    "пао",
    "ао",
    "ип",
    "ано",
    "нко",
    "нао",
    "гк",
    "тоо",
    "чп",
    "тд",
    "фирма",
    "компания",
    "студия",
    "агентство",
    "бюро",
    "группа",
    "магазин",
    "завод",
    "клиника",
    "школа",
    "фонд",
    "центр",
    "отдел",
    "редакция",
    "мастерская",
    "the",
    "ltd",
    "limited",
    "inc",
    "llc",
    "llp",
    "plc",
    "corp",
    "company",
    "co",
    "gmbh",
    "ag",
    "bv",
    "oy",
    "srl",
    "studio",
    "agency",
    "group",
    "bakery",
    "partners",
    "solutions",
    "office",
];
const OF_TEAMS: [&str; 2] = ["team", "команда"];

/// Titles that go with the surname, as they are written in lower case and without a full stop.
const WITH_SURNAME: [&str; 46] = [
    "dr",
    "doctor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "prof",
    "professor",
    "captain",
    "capt",
    "major",
    "colonel",
    "general",
    "lieutenant",
    "sergeant",
    "inspector",
    "officer",
    "judge",
    "senator",
    "ambassador",
    "rabbi",
    "reverend",
    "rev",
    "pastor",
    "imam",
    "chef",
    "coach",
    "доктор",
    "профессор",
    "академик",
    "капитан",
    "майор",
    "полковник",
    "генерал",
    "лейтенант",
    "инспектор",
    "судья",
    "раввин",
    "имам",
    "пастор",
    "господин",
    "госпожа",
    "г-н",
    "г-жа",
    "мистер",
];
/// Titles that go with the first name.
const WITH_FIRST: [&str; 2] = ["sir", "dame"];
/// Titles that go with all of a name.
const WITH_ALL: [&str; 21] = [
    "father",
    "fr",
    "mother",
    "sister",
    "brother",
    "uncle",
    "aunt",
    "auntie",
    "lady",
    "lord",
    "отец",
    "батюшка",
    "матушка",
    "сестра",
    "брат",
    "владыка",
    "дядя",
    "тетя",
    "тётя",
    "баба",
    "дед",
];

/// How a name is greeted: the first name, or name and patronymic. An address and a firm are no name; who are named
/// together are greeted together, and a team by its whole name.
pub fn name_for_draft(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    // An apostrophe stands within a name, a quotation mark around one.
    let within = |at: usize| {
        let is_letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic());
        at > 0 && is_letter(at - 1) && is_letter(at + 1)
    };
    let kept = |(at, c): (usize, &char)| match c {
        '"' | '«' | '»' | '[' | ']' | '{' | '}' | '<' | '>' => None,
        '\'' if !within(at) => None,
        c => Some(*c),
    };
    let clean: String = letters.iter().enumerate().filter_map(kept).collect();
    let all: Vec<String> = clean.split_whitespace().map(|word| word.trim_matches(['.', ',']).to_lowercase()).collect();
    let is_of = |known: &[&str]| {
        all.len() > 1 && [all.first(), all.last()].into_iter().flatten().any(|word| known.contains(&word.as_str()))
    };
    if is_of(&OF_FIRMS) || known_by::is_no_name(&all) {
        return String::new();
    }
    // `Lind, Viktor` as some offices write it.
    let clean = match clean.split_once(',') {
        Some((_, first)) if first.chars().any(char::is_alphabetic) => first.to_owned(),
        _ => clean,
    };
    if clean.contains('@') || !clean.chars().any(char::is_alphabetic) {
        return String::new();
    }
    // A picture is no part of it.
    let said = |word: &&str| word.chars().any(char::is_alphanumeric) || ["&", "+"].contains(word);
    let words: Vec<&str> = clean.split_whitespace().filter(said).collect();
    if is_of(&OF_TEAMS) {
        return words.join(" ");
    }
    if words.iter().any(|word| ["and", "&", "+", "и"].contains(word)) {
        return words.join(" ");
    }
    match *known_by::without_trade(&words) {
        [first, second] | [_, first, second] | [first, second, _] if is_patronymic(first, second) => format!("{first} {second}"),
        [title, first, second, _] if is_title(title, &WITH_SURNAME) && is_patronymic(first, second) => {
            format!("{first} {second}")
        }
        [title, .., last] if is_title(title, &WITH_SURNAME) => format!("{title} {last}"),
        [title, first, ..] if is_title(title, &WITH_FIRST) => format!("{title} {first}"),
        [title, ref rest @ ..] if is_title(title, &WITH_ALL) => [&[title][..], rest].concat().join(" "),
        [first, ..] => first.to_owned(),
        [] => String::new(),
    }
}

fn is_title(word: &str, titles: &[&str]) -> bool {
    titles.contains(&word.trim_end_matches('.').to_lowercase().as_str())
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
            ("'Viktor' Lind", "Viktor"),
            ("Анна 🍀", "Анна"),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }

    /// "Hi Father," began the letter to Father O'Malley.
    #[test]
    fn nobody_is_greeted_by_a_title_alone() {
        for (name, greeted) in [
            ("Father O'Malley", "Father O'Malley"),
            ("Father Brian O'Malley", "Father Brian O'Malley"),
            ("Sister Agnes", "Sister Agnes"),
            ("Rabbi Cohen", "Rabbi Cohen"),
            ("Rabbi David Cohen", "Rabbi Cohen"),
            ("Professor Wu", "Professor Wu"),
            ("Prof. Maya Wu", "Prof. Wu"),
            ("captain Reyes", "captain Reyes"),
            ("Rev. Green", "Rev. Green"),
            ("Miss Marple", "Miss Marple"),
            ("Sir John Gray", "Sir John"),
            ("Aunt May", "Aunt May"),
            ("Chef Ramsay", "Chef Ramsay"),
            ("отец Михаил", "отец Михаил"),
            ("Матушка Ольга", "Матушка Ольга"),
            ("тётя Маша", "тётя Маша"),
            ("доктор Чехов", "доктор Чехов"),
            ("Доктор Анна Павловна Рабинович", "Анна Павловна"),
            ("профессор Иван Петрович", "Иван Петрович"),
            ("Г-жа Петрова", "Г-жа Петрова"),
            ("господин Иванов", "господин Иванов"),
            // A name that only begins like a title, and a title that is all there is.
            ("Missy Elliott", "Missy"),
            ("Dora Miller", "Dora"),
            ("Братислав Орлов", "Братислав"),
            ("Captain", "Captain"),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }

    /// "Hi Speaker,", "Hi Meeting,", «мама, здравствуйте!», «Бригадир, здравствуйте!»
    #[test]
    fn nobody_is_greeted_by_what_they_are() {
        for (name, greeted) in [
            ("Speaker 2", ""),
            ("SPEAKER_01", ""),
            ("Speaker B", ""),
            ("Participant", ""),
            ("Собеседник 1", ""),
            ("Клиент", ""),
            ("Meeting Room 2", ""),
            ("Blue Room", ""),
            ("Переговорная «Байкал»", ""),
            ("iPhone (3)", ""),
            ("мама Лизы", ""),
            ("Lisa's mum", ""),
            ("Mum of Lisa", ""),
            ("Мама", "Мама"),
            ("Бригадир Саня", "Саня"),
            ("бухгалтер Анна Павловна", "Анна Павловна"),
            ("Прораб Петров", ""),
            ("Plumber Joe", "Joe"),
            ("Бригадир", "Бригадир"),
            // Who is called so.
            ("Mark Hall", "Mark"),
            ("Anna 2", "Anna"),
            ("Мастер", "Мастер"),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }

    #[test]
    fn an_apostrophe_is_part_of_a_name() {
        for (name, greeted) in [
            ("O'Brien", "O'Brien"),
            ("Dr O'Hara", "Dr O'Hara"),
            ("Siobhán O’Neill", "Siobhán"),
            ("O'Brien & Sons 🍀", "O'Brien & Sons"),
        ] {
            assert_eq!(name_for_draft(name), greeted, "{name}");
        }
    }

    #[test]
    fn a_firm_is_not_greeted_by_its_first_word() {
        for name in
            ["ООО Вектор", "ООО «Вектор»", "ИП Иванов", "АО Вектор", "Фирма Альфа", "The Bakery", "Lind Ltd.", "Acme, Inc."]
        {
            assert_eq!(name_for_draft(name), "", "{name}");
        }
        assert_eq!(name_for_draft("Team Acme"), "Team Acme");
        assert_eq!(name_for_draft("Команда Вектора"), "Команда Вектора");
    }
}
