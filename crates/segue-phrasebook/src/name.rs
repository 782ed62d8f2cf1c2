//! Names as one greets.

mod known_by;
mod order;
mod titles;

use titles::{WITH_ALL, WITH_FIRST, WITH_SURNAME};

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
    let clean = order::name_in(&clean);
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
    let words = known_by::without_trade(&words);
    match *words {
        [first, second] | [_, first, second] | [first, second, _] if is_patronymic(first, second) => format!("{first} {second}"),
        [title, first, second, _] if is_title(title, WITH_SURNAME) && is_patronymic(first, second) => {
            format!("{first} {second}")
        }
        [title, .., last] if is_title(title, WITH_SURNAME) => format!("{title} {last}"),
        [title, first, ..] if is_title(title, WITH_FIRST) => format!("{title} {first}"),
        [title, ref rest @ ..] if is_title(title, WITH_ALL) => [&[title][..], rest].concat().join(" "),
        _ if order::begins_with_no_name(words) => String::new(),
        [surname, first, ..] if known_by::is_surname(surname) => first.to_owned(),
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

    /// "Hi van,", "Hi Chief,", "Hi from," and «Кузнецов, здравствуйте!» began letters.
    #[test]
    fn nobody_is_greeted_by_a_particle_a_title_a_surname_or_where_they_are_from() {
        for (name, greeted) in [
            ("van der Berg", ""),
            ("Van der Berg", ""),
            ("de Vries", ""),
            ("von Trapp", ""),
            ("al-Rashid", ""),
            ("фон Дервиз", ""),
            ("Jan van der Berg", "Jan"),
            ("van der Berg, Jan", "Jan"),
            ("Al Green", "Al"),
            ("Señor Núñez", "Señor Núñez"),
            ("Chief Adaeze O'Brien-Nwosu", "Chief O'Brien-Nwosu"),
            ("Frau Weber", "Frau Weber"),
            ("Lic. Gomez", ""),
            ("Dipl.-Ing. Weber", ""),
            ("J. Smith", ""),
            ("J.R.R. Tolkien", ""),
            ("Mary J. Blige", "Mary"),
            ("Anna K.", "Anna"),
            ("St. John", ""),
            ("J.", "J."),
            ("Кузнецов И. П.", ""),
            ("Кузнецов И.П.", ""),
            ("И. П. Кузнецов", ""),
            ("Кузнецов И.", ""),
            ("Анна К.", "Анна"),
            ("Кузнецов", ""),
            ("Кузнецов Игорь", "Игорь"),
            ("Игорь Кузнецов", "Игорь"),
            ("Шевченко", ""),
            ("Яков", "Яков"),
            ("Лев Маслов", "Лев"),
            ("Мастер Яков", "Яков"),
            ("Ева", "Ева"),
            ("товарищ Сухов", "товарищ Сухов"),
            ("Odalys, from the crematorium", "Odalys"),
            ("Odalys Crane, from the crematorium", "Odalys"),
            ("Anna, accountant", "Anna"),
            ("Anna, CEO", "Anna"),
            ("Anna Lind, Marketing", ""),
            ("Martin King, Jr.", "Martin"),
            ("Глеб, из музея", "Глеб"),
            ("lind, viktor", "viktor"),
            ("Иванов, Пётр Ильич", "Пётр Ильич"),
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
            ("Grandmother of Lisa", ""),
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
