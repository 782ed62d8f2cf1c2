//! `segue review`: a transcript, a chat or a recording becomes a debrief; several of them, a debrief each and all side by side.

mod look;
mod remember;
mod several;
mod when;

pub(super) use look::look;
use remember::strangers;
pub(super) use remember::{Among, remember};

use crate::cli::{FormatArg, Review};
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use jiff::Zoned;
use segue_core::Lang;
use segue_core::debrief::Debrief;
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &Review, screen: &Screen) -> Result<(), Failure> {
    has_come(arguments)?;
    match arguments.files.as_slice() {
        [file] if !file.is_dir() => one(file, arguments, screen),
        files => several::run(files, arguments, screen),
    }
}

/// Looks at one file.
fn one(file: &Path, arguments: &Review, screen: &Screen) -> Result<(), Failure> {
    let looked = look(bytes_of(file)?, file, arguments, screen)?;
    screen.deliver(&written(&looked.debrief, arguments, screen), arguments.output.as_deref())?;
    if arguments.remember
        && let Some(name) = remember(&looked, Among::Alone, arguments, screen)?
    {
        let text =
            screen.text("figures remembered, no words. See: segue trend", "цифры сохранены, слова нет. Смотрите: segue trend");
        screen.remark(&format!("{name}: {text}"));
        if let Some(names) = strangers(&looked, &name) {
            let names = names.join(", ");
            screen.remark(&match screen.ui {
                Lang::En => {
                    format!("Nobody in the file is called “{name}”; in it: {names}. If this was somebody else's call: segue undo")
                }
                Lang::Ru => format!("Имени «{name}» в файле нет; в нём: {names}. Если это разговор с кем-то другим: segue undo"),
            });
        }
    }
    Ok(())
}

/// What stands in a file, or what comes through standard input for `-`.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" { super::standard_input(u64::MAX) } else { super::read_file(file) }
}

/// The debrief in the format that was asked for.
fn written(debrief: &Debrief, arguments: &Review, screen: &Screen) -> String {
    match arguments.format {
        FormatArg::Text => segue_report::text(debrief, &screen.layout(arguments.output.as_deref())),
        FormatArg::Html => segue_report::html(debrief, screen.ui),
        FormatArg::Md => segue_report::markdown(debrief, screen.ui),
        FormatArg::Json => segue_report::json(debrief),
    }
}

/// A call that is still to come was not held.
pub(super) fn has_come(arguments: &Review) -> Result<(), Failure> {
    match arguments.date {
        Some(date) if date > Zoned::now().date() => Err(ClientFailure::NotHeld.into()),
        _ => Ok(()),
    }
}
