//! Nothing that a person reads in help is left in English.

use super::help::{in_russian, name_of, rest_in_russian, text};
use super::russian::{EVERYWHERE, NAMES, PAGES, Page, WANTED};
use super::{Cli, read, typed_language};
use crate::message::typed::in_russian as said;
use clap::error::ErrorKind;
use clap::{Arg, Command, CommandFactory};
use segue_core::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

/// Every command with its path.
fn all(command: &Command, path: &str) -> Vec<(String, Command)> {
    let below = command.get_subcommands().flat_map(|sub| all(sub, format!("{path} {}", sub.get_name()).trim()));
    std::iter::once((path.to_owned(), command.clone())).chain(below).collect()
}

fn page(path: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.path == path)
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, 'а'..='я' | 'ё'))
}

fn line(words: &[&str]) -> Vec<OsString> {
    std::iter::once("segue").chain(words.iter().copied()).map(OsString::from).collect()
}

/// The keys of what an argument shows, each with its English.
fn keys(argument: &Arg) -> Vec<(String, String)> {
    let id = argument.get_id().as_str();
    let choices = argument.get_possible_values();
    let explained = choices.iter().filter(|_| !argument.is_hide_possible_values_set());
    let explained = explained.filter_map(|choice| Some((format!("{id}={}", choice.get_name()), choice.get_help()?.to_string())));
    let own = (id.to_owned(), argument.get_help().map(ToString::to_string).unwrap_or_default());
    std::iter::once(own).chain(explained).collect()
}

#[test]
fn every_text_has_its_russian() {
    for (path, command) in all(&Cli::command(), "") {
        let page = page(&path).unwrap_or_else(|| panic!("no page for «{path}»"));
        assert!(is_russian(page.about), "{path}");
        assert_eq!(command.get_long_about().is_some(), is_russian(page.more), "{path}");
        assert_eq!(command.get_after_help().is_some(), is_russian(page.after), "{path}");
        for argument in command.get_arguments() {
            for (key, english) in keys(argument) {
                assert!(text(Some(page), &key).is_some_and(is_russian), "{path} {key}: {english}");
            }
            for name in argument.get_value_names().unwrap_or_default().iter().filter(|_| argument.get_action().takes_values()) {
                let known = name_of(argument.get_id().as_str(), name).is_some() || ["N", "ID", "URL"].contains(&name.as_str());
                assert!(known || !name.contains(char::is_uppercase), "{path}: {name}");
            }
        }
    }
}

#[test]
fn every_key_of_the_table_is_used_and_what_is_shared_is_the_same() {
    let commands = all(&Cli::command(), "");
    let mut shared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut names = BTreeSet::new();
    for (path, command) in &commands {
        let page = page(path).unwrap();
        let known: Vec<_> = command.get_arguments().flat_map(keys).collect();
        for (key, _) in page.texts {
            assert!(known.iter().any(|(other, _)| other == key), "{path}: {key}");
        }
        for (key, english) in known {
            if !page.texts.iter().any(|(own, _)| *own == key) {
                shared.entry(key).or_default().insert(english);
            }
        }
        names.extend(command.get_arguments().filter_map(Arg::get_value_names).flatten().map(ToString::to_string));
        names.extend(command.get_arguments().map(|argument| argument.get_id().to_string()));
    }
    for page in PAGES {
        assert!(commands.iter().any(|(path, _)| path == page.path), "{}", page.path);
    }
    for (key, _) in EVERYWHERE.iter().filter(|(key, _)| !["help", "version"].contains(key)) {
        let english = shared.get(*key).unwrap_or_else(|| panic!("nothing shows {key}"));
        assert_eq!(english.len(), 1, "{key} stands for several texts: {english:?}");
    }
    assert!(NAMES.iter().all(|(name, _)| names.contains(*name)), "{names:?}");
}

#[test]
fn no_page_holds_a_sentence_in_latin_letters() {
    let mut whole = in_russian(Cli::command()).term_width(0);
    whole.build();
    for (path, mut command) in all(&whole, "") {
        for page in [command.render_help(), command.render_long_help()] {
            let page = rest_in_russian(&page.to_string());
            assert!(page.contains("Использование: segue") && page.contains("Параметры:"), "{page}");
            for english in
                ["Usage", "Options", "OPTIONS", "Commands", "COMMAND", "Arguments", "Print", "default", "values", "[env"]
            {
                assert!(!page.contains(english), "{path}, {english}: {page}");
            }
            // What is typed is typed so: examples, and choices with commas between them.
            for line in page.lines().filter(|line| !line.starts_with("  segue") && !line.starts_with("Использование"))
            {
                let words: Vec<_> = line.split_whitespace().collect();
                let latin = |word: &&str| word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'') && word.len() > 1;
                let sentence = words.windows(4).any(|four| four.iter().all(latin));
                assert!(!sentence, "{path}: {line}");
            }
        }
    }
}

#[test]
fn every_value_that_is_refused_is_refused_in_russian() {
    let mut hints = BTreeSet::new();
    for (path, command) in all(&Cli::command(), "") {
        for option in command.get_arguments().filter_map(Arg::get_long) {
            for value in ["?", "99999"] {
                let value = format!("--{option}={value}");
                let typed = line(&path.split(' ').filter(|word| !word.is_empty()).chain([&*value]).collect::<Vec<_>>());
                let (Err(english), Err(russian)) = (read(&typed, Lang::En), read(&typed, Lang::Ru)) else { continue };
                assert_eq!((english.kind(), english.exit_code()), (russian.kind(), russian.exit_code()));
                let sentence = said(&russian, &typed);
                assert!(is_russian(&sentence) && sentence.lines().count() == 1, "{sentence}");
                if english.kind() == ErrorKind::ValueValidation {
                    let (_, wanted) = WANTED.iter().find(|(other, _)| *other == option).unwrap_or_else(|| panic!("--{option}"));
                    assert!(sentence.contains(wanted.split("{choices}").next().unwrap()), "{sentence}");
                    hints.insert(option.to_owned());
                    let reason = std::error::Error::source(&english).unwrap().to_string();
                    if let Some((_, most)) = reason.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
                        assert!(sentence.contains(most), "{reason}: {sentence}");
                    }
                }
            }
        }
    }
    assert!(WANTED.iter().all(|(option, _)| hints.contains(*option)), "{hints:?}");
}

#[test]
fn faults_say_what_to_do() {
    let cases: [(&[&str], &str); 16] = [
        (&["reviw"], "команды «reviw» нет. Может быть, review? Все команды: segue --help"),
        (&["review"], "не указано: <ФАЙЛ>. Пишется так: segue review [ПАРАМЕТРЫ] <ФАЙЛ>. Подробнее: segue review --help"),
        (&["review", "a", "--agnda", "x"], "параметра --agnda нет. Может быть, --agenda? Все параметры: segue review --help"),
        (
            &["rehearse", "a", "b"],
            "«b» здесь лишнее. Значение из нескольких слов возьмите в кавычки. Подробнее: segue rehearse --help",
        ),
        (
            &["review", "-weird"],
            "параметра -w нет. Если это не параметр, а значение, поставьте перед ним «--». Все параметры: segue review --help",
        ),
        (
            &["client", "--yes"],
            "после «segue client» нужна команда: add, list, show, edit, rename, page, forget. Подробнее: segue client --help",
        ),
        (&["review", "a", "--lang", "rx"], "«rx» не подходит для --lang <ЯЗЫК>. Можно: en, ru. Подробнее: segue review --help"),
        (&["review", "a", "--me"], "для --me <ИМЯ> нужно значение. Подробнее: segue review --help"),
        (&["reply", "--draft", "9"], "«9» не подходит для --draft <N>. Укажите число от 1 до 3. Подробнее: segue reply --help"),
        (
            &["client", "forget", "V", "--nobody"],
            "[ИМЯ] и --nobody вместе не указывают. Оставьте что-то одно. Подробнее: segue client forget --help",
        ),
        (
            &["review", "a", "--me", "A", "--me", "B"],
            "--me <ИМЯ> указано дважды. Оставьте что-то одно. Подробнее: segue review --help",
        ),
        (&["review", "a", "--yes=1"], "у --yes значений не бывает, «1» здесь лишнее. Подробнее: segue review --help"),
        (&["clients"], "команды «clients» нет. Может быть, client? Все команды: segue --help"),
        (&["eval"], "не указано: <ПУТИ>. Добавьте это к команде. Подробнее: segue eval --help"),
        (&["review", "a", "--remember"], "не указано: --client <ИМЯ>. Добавьте это к команде. Подробнее: segue review --help"),
        (
            &["undo", "--ui", "ru", "now"],
            "«now» здесь лишнее. Значение из нескольких слов возьмите в кавычки. Подробнее: segue undo --help --ui ru",
        ),
    ];
    for (words, expected) in cases {
        let typed = line(words);
        let fault = read(&typed, Lang::Ru).unwrap_err();
        assert_eq!(fault.exit_code(), 2);
        assert_eq!(said(&fault, &typed), expected, "{words:?}");
    }
}

#[test]
fn the_language_is_known_before_anything_is_read() {
    assert_eq!(typed_language(&line(&["review", "a.vtt", "--ui", "ru"])), Some(Lang::Ru));
    assert_eq!(typed_language(&line(&["--ui=ru", "--agnda"])), Some(Lang::Ru));
    assert_eq!(typed_language(&line(&["--ui", "en", "review", "--ui", "ru"])), Some(Lang::Ru));
    assert_eq!(typed_language(&line(&["review", "--", "--ui", "ru"])), None);
    assert_eq!(typed_language(&line(&["--ui"])), None);
    assert_eq!(typed_language(&line(&["--ui", "de"])), None);
}
