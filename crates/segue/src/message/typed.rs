//! What is shown instead of a command: help, or what was typed amiss. English is left to clap.

use crate::cli::{Cli, help, russian, typed_language};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};
use segue_core::Lang;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Shows it, and gives the code to end with.
pub fn show(answer: &clap::Error, typed: &[OsString], ui: Lang) -> ExitCode {
    // Whoever does not listen any more needs no answer.
    let _ = match ui {
        Lang::En => answer.print(),
        Lang::Ru if is_page(answer) => {
            let page = help::rest_in_russian(&answer.render().ansi().to_string());
            if answer.use_stderr() {
                anstream::stderr().write_all(page.as_bytes())
            } else {
                anstream::stdout().write_all(page.as_bytes())
            }
        }
        Lang::Ru => writeln!(anstream::stderr(), "segue: {}", in_russian(answer, typed)),
    };
    ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2))
}

/// True if help or the version was asked for, or is shown because nothing was asked for.
fn is_page(answer: &clap::Error) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    matches!(answer.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion)
}

/// What was typed amiss and what to do next, in Russian.
pub fn in_russian(fault: &clap::Error, typed: &[OsString]) -> String {
    let mut whole = help::in_russian(Cli::command());
    whole.build();
    let (path, command) = command_of(&mut whole, typed);
    let ui = if typed_language(typed).is_some() { " --ui ru" } else { "" };
    let see = format!("{path} --help{ui}");
    let argument = string(fault, ContextKind::InvalidArg);
    let value = string(fault, ContextKind::InvalidValue);
    let from = variable(command, &argument, typed).map_or_else(String::new, |name| match &*value {
        "" => format!(" Переменная {name} пуста."),
        _ => format!(" Взято из переменной {name}."),
    });
    match fault.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let similar = maybe(fault, ContextKind::SuggestedArg);
            let aside = if similar.is_empty() && fault.get(ContextKind::Suggested).is_some() {
                " Если это не параметр, а значение, поставьте перед ним «--».".to_owned()
            } else {
                similar
            };
            format!("параметра {argument} нет.{aside} Все параметры: {see}")
        }
        ErrorKind::UnknownArgument => {
            format!("«{argument}» здесь лишнее. Значение из нескольких слов возьмите в кавычки. Подробнее: {see}")
        }
        ErrorKind::InvalidSubcommand => {
            let similar = maybe(fault, ContextKind::SuggestedSubcommand);
            format!("команды «{}» нет.{similar} Все команды: {see}", string(fault, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => {
            let commands = strings(fault, ContextKind::ValidSubcommand).join(", ");
            format!("после «{path}» нужна команда: {commands}. Подробнее: {see}")
        }
        ErrorKind::MissingRequiredArgument => {
            let usage = help::usage(command);
            let missing = strings(fault, ContextKind::InvalidArg);
            let shown = missing.iter().all(|missing| usage.contains(missing.as_str()));
            let next = if shown {
                format!("Пишется так: {}", usage.trim_end_matches('.'))
            } else {
                "Добавьте это к команде".into()
            };
            format!("не указано: {}. {next}. Подробнее: {see}", missing.join(", ").trim_end_matches('.'))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            let choices = choices(fault);
            format!("для {argument} нужно значение.{choices}{from} Подробнее: {see}")
        }
        ErrorKind::InvalidValue => {
            let similar = maybe(fault, ContextKind::SuggestedValue);
            format!("«{value}» не подходит для {argument}.{similar}{}{from} Подробнее: {see}", choices(fault))
        }
        ErrorKind::ValueValidation => {
            let wanted = wanted(&argument, &reason(fault)).map_or_else(String::new, |wanted| format!(" {wanted}"));
            format!("«{value}» не подходит для {argument}.{wanted} Подробнее: {see}")
        }
        ErrorKind::ArgumentConflict => format!("{} Подробнее: {see}", conflict(&argument, fault)),
        ErrorKind::TooManyValues => format!("у {argument} значений не бывает, «{value}» здесь лишнее. Подробнее: {see}"),
        ErrorKind::InvalidUtf8 => format!("среди введённого есть знаки не в UTF-8. Введите их заново. Подробнее: {see}"),
        _ => format!("так эта команда не пишется. Пишется так: {}. Подробнее: {see}", help::usage(command)),
    }
}

/// Two things that exclude each other, or one that was said twice.
fn conflict(argument: &str, fault: &clap::Error) -> String {
    let others = strings(fault, ContextKind::PriorArg);
    if others.iter().all(|other| other == argument) {
        return format!("{argument} указано дважды. Оставьте что-то одно.");
    }
    format!("{argument} и {} вместе не указывают. Оставьте что-то одно.", others.join(", "))
}

/// The command whose name was typed, as far as it is known, and how one gets there.
fn command_of<'a>(whole: &'a mut Command, typed: &[OsString]) -> (String, &'a mut Command) {
    let mut path = "segue".to_owned();
    let mut command = whole;
    for word in typed.iter().skip(1).filter_map(|word| word.to_str()).take_while(|word| *word != "--") {
        if command.find_subcommand(word).is_some() {
            command = command.find_subcommand_mut(word).expect("it was found");
            path += &format!(" {word}");
        }
    }
    (path, command)
}

/// What is to be given for an option instead.
pub fn wanted(argument: &str, reason: &str) -> Option<String> {
    let option = argument.trim_start_matches('-').split(' ').next()?;
    let (_, wanted) = russian::WANTED.iter().find(|(other, _)| *other == option)?;
    let choices = reason.rsplit_once("one of: ").map_or(reason, |(_, choices)| choices);
    Some(wanted.replace("{choices}", choices))
}

fn reason(fault: &clap::Error) -> String {
    std::error::Error::source(fault).map(ToString::to_string).unwrap_or_default()
}

/// The variable that a value came from, if its option was not typed.
fn variable(command: &Command, argument: &str, typed: &[OsString]) -> Option<String> {
    let option = argument.split(' ').next()?;
    if typed.iter().any(|word| word.to_string_lossy().split('=').next() == Some(option)) {
        return None;
    }
    let argument = command.get_arguments().find(|argument| argument.get_long() == option.strip_prefix("--"))?;
    Some(argument.get_env()?.to_string_lossy().into_owned())
}

/// What exists and is most like it: clap names that last.
fn maybe(fault: &clap::Error, kind: ContextKind) -> String {
    strings(fault, kind).pop().map_or_else(String::new, |similar| format!(" Может быть, {similar}?"))
}

fn choices(fault: &clap::Error) -> String {
    let choices = strings(fault, ContextKind::ValidValue);
    if choices.is_empty() { String::new() } else { format!(" Можно: {}.", choices.join(", ")) }
}

fn string(fault: &clap::Error, kind: ContextKind) -> String {
    strings(fault, kind).into_iter().next().unwrap_or_default()
}

fn strings(fault: &clap::Error, kind: ContextKind) -> Vec<String> {
    match fault.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    }
}
