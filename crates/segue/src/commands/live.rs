//! `segue live`: the page beside the call.

use crate::cli::Live;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use segue_speech::models::Shelf;
use segue_speech::recognise::{Recogniser, Whisper};
use segue_web::{MakeRecogniser, Suggested};
use std::io::Write;
use tempfile::NamedTempFile;

/// Runs the command.
pub fn run(arguments: &Live, screen: &Screen) -> Result<(), Failure> {
    serve(arguments, "", screen)
}

/// Serves the page; `place` is where on it one begins.
pub fn serve(arguments: &Live, place: &str, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let shelf = Shelf::of_user()?;
    let model = shelf.strongest();
    if model.is_none() {
        screen.remark(screen.text(
            "There is no model for recognising speech here, so calls go by the keys. To listen: segue models fetch",
            "Модели для распознавания речи нет, поэтому разговоры идут по клавишам. Чтобы слушать: segue models fetch",
        ));
    }
    let recogniser: MakeRecogniser = Box::new(move || {
        let whisper = Whisper::from_shelf(&shelf, model?).ok()?;
        Some(Box::new(whisper) as Box<dyn Recogniser>)
    });
    let live = segue_web::Live {
        port: arguments.port,
        language: screen.ui,
        suggested: Suggested {
            client: arguments.client.clone(),
            minutes: arguments.minutes,
            agenda: arguments.agenda.clone(),
            ears: arguments.ears.map(Into::into),
            lang: arguments.lang.map(Into::into),
        },
        store: memory.into_store(),
        devices: segue_web::Wanted { microphone: arguments.microphone.clone(), speakers: arguments.speakers.clone() },
        model: model.map(|model| model.name.to_owned()),
        recogniser,
    };
    // Kept until the end: the browser reads it after it was started.
    let mut way_in = None;
    segue_web::serve(live, |address| {
        let address = &format!("{address}{place}");
        screen.print(&format!("{address}\n")).ok();
        screen.remark(screen.text(
            "The page is on this machine only. End with Ctrl-C.",
            "Страница открыта только на этом компьютере. Завершить: Ctrl-C.",
        ));
        if !arguments.no_open {
            way_in = open(address, screen);
        }
    })?;
    Ok(())
}

/// Opens the address in the browser by way of a file that only this user can read: what programs are
/// started with, every user of the machine can see, and the address holds the token.
fn open(address: &str, screen: &Screen) -> Option<NamedTempFile> {
    let opened = redirect(address).ok().filter(|file| open::that_detached(file.path()).is_ok());
    if opened.is_none() {
        screen.remark(screen.text(
            "The browser could not be opened; open the address above yourself.",
            "Браузер не открылся; откройте адрес выше сами.",
        ));
    }
    opened
}

fn redirect(address: &str) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("segue-").suffix(".html").tempfile()?;
    let refresh = format!("<meta http-equiv=\"refresh\" content=\"0; url={address}\">");
    writeln!(file, "<!doctype html><meta charset=\"utf-8\"><title>segue</title>{refresh}<a href=\"{address}\">segue</a>")?;
    file.flush()?;
    Ok(file)
}
