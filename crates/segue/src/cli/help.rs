//! Help in Russian: the texts of `russian` are put over those that the code carries in English, before anything is read.

use super::russian::{EVERYWHERE, NAMES, PAGES, Page};
use clap::builder::styling::Style;
use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, ArgAction, Command};

/// Shown after everything that belongs to the command alone.
const LAST: usize = 900;

/// The whole command line, with every text that a person reads in Russian.
pub fn in_russian(command: Command) -> Command {
    let command = command.disable_help_flag(true).disable_version_flag(true);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true).display_order(LAST + 1);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(LAST + 2);
    page_of(command.arg(help).arg(version), "")
}

/// What clap has no setting for.
pub fn rest_in_russian(shown: &str) -> String {
    shown.replace("[OPTIONS]", "[ПАРАМЕТРЫ]")
}

/// How a command is typed, without the heading of clap. The command has to be built.
pub fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    rest_in_russian(usage.trim_start_matches("Usage:").trim())
}

/// One command and those below it.
fn page_of(command: Command, path: &str) -> Command {
    let page = PAGES.iter().find(|page| page.path == path);
    let heading = *command.get_styles().get_usage();
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{heading}Использование:{heading:#} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    let mut command =
        command.help_template(StyledStr::from(template)).subcommand_help_heading("Команды").subcommand_value_name("КОМАНДА");
    if let Some(page) = page {
        command = command.about(page.about);
        if !page.more.is_empty() {
            command = command.long_about(format!("{}.\n\n{}", page.about, page.more));
        }
        if !page.after.is_empty() {
            command = command.after_help(page.after);
        }
    }
    let literal = *command.get_styles().get_literal();
    let mut place = 0;
    command
        .mut_args(|argument| {
            place += 1;
            let text = |key: &str| text(page, key);
            let argument = if argument.is_positional() { argument.display_order(place) } else { argument };
            let heading = if argument.is_positional() { "Аргументы" } else { "Параметры" };
            texts_of(argument.help_heading(heading), &text, literal)
        })
        .mut_subcommands(|sub| {
            let path = format!("{path} {}", sub.get_name());
            page_of(sub, path.trim_start())
        })
}

/// The Russian text of a key, of this page or of all.
pub fn text(page: Option<&Page>, key: &str) -> Option<&'static str> {
    let texts = page.map_or(&[][..], |page| page.texts);
    texts.iter().chain(EVERYWHERE).find(|(other, _)| *other == key).map(|(_, text)| *text)
}

/// The texts of one argument. What clap would add to them in English, in brackets, is hidden and said here.
fn texts_of(argument: Arg, text: &dyn Fn(&str) -> Option<&'static str>, literal: Style) -> Arg {
    let Some(help) = text(argument.get_id().as_str()) else { return argument };
    if !argument.get_action().takes_values() {
        return argument.help(help);
    }
    let Choices { names, explained } = choices(&argument, text, literal);
    let remarks = remarks(&argument);
    let chosen = (!names.is_empty()).then(|| format!("[значения: {names}]"));
    let (after_all, explained) = if explained.is_empty() { (chosen.clone(), None) } else { (None, Some(explained)) };
    let short = [help.to_owned()].into_iter().chain(remarks.clone()).chain(chosen).collect::<Vec<_>>().join(" ");
    let last: Vec<_> = remarks.into_iter().chain(after_all).collect();
    let last = (!last.is_empty()).then(|| last.join("\n"));
    let long = [help.to_owned()].into_iter().chain(explained).chain(last).collect::<Vec<_>>().join("\n\n");
    let name = argument.get_value_names().and_then(|names| name_of(argument.get_id().as_str(), names.first()?));
    let argument = argument.help(short).long_help(long).hide_possible_values(true).hide_env(true).hide_default_value(true);
    match name {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

/// What can be chosen: in a row, and a line each where there is more to say.
struct Choices {
    names: String,
    explained: String,
}

fn choices(argument: &Arg, text: &dyn Fn(&str) -> Option<&'static str>, literal: Style) -> Choices {
    let choices = if argument.is_hide_possible_values_set() { Vec::new() } else { argument.get_possible_values() };
    let names: Vec<_> = choices.iter().filter(|choice| !choice.is_hide_set()).map(PossibleValue::get_name).collect();
    let widest = names.iter().map(|name| name.len()).max().unwrap_or_default();
    let lines = names.iter().filter_map(|name| {
        let meaning = text(&format!("{}={name}", argument.get_id()))?;
        Some(format!("\n- {literal}{name}{literal:#}: {:1$}{meaning}", "", widest - name.len()))
    });
    let lines: String = lines.collect();
    let explained = if lines.is_empty() { lines } else { format!("Значения:{lines}") };
    Choices { names: names.join(", "), explained }
}

/// Where a value may come from, and what it is if none is given.
fn remarks(argument: &Arg) -> Vec<String> {
    let variable = argument.get_env().map(|variable| {
        let value = std::env::var_os(variable).unwrap_or_default();
        format!("[переменная: {}={}]", variable.display(), value.display())
    });
    let usual: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let usual = Some(usual.join(" ")).filter(|usual| !usual.is_empty() && !argument.is_hide_default_value_set());
    variable.into_iter().chain(usual.map(|usual| format!("[по умолчанию: {usual}]"))).collect()
}

/// The Russian name of a value, if it is a word.
pub fn name_of(id: &str, name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == id || *known == name).map(|(_, russian)| *russian)
}
