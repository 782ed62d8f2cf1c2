//! A recording becomes a transcript; the model it needs is offered on the way.

use crate::commands::models;
use crate::message::Failure;
use crate::screen::Screen;
use segue_core::{Lang, Transcript};
use segue_speech::HearOptions;
use segue_speech::decode::Sound;
use segue_speech::models::{CATALOGUE, ModelError, Shelf};
use segue_speech::recognise::Whisper;
use std::io::Cursor;

/// Units of the progress bar in a second of sound.
const STEPS: f64 = 10.0;

/// Hears a recording; its language must be known.
pub fn recording(bytes: Vec<u8>, lang: Option<Lang>, screen: &Screen) -> Result<Transcript, Failure> {
    let lang = lang.ok_or(Failure::WhichLanguage)?;
    let shelf = Shelf::of_user()?;
    if shelf.strongest().is_none() {
        // Nobody should fetch a model for a file that is broken.
        Sound::probe(Cursor::new(bytes.clone()))?;
        offer(&shelf, screen)?;
    }
    let model = shelf.strongest().ok_or(Failure::Model(ModelError::Missing(CATALOGUE[0].name)))?;
    let mut recogniser = Whisper::from_shelf(&shelf, model)?;
    let bar = screen.progress(0, false, screen.text("Listening", "Слушаю"));
    let options = HearOptions { lang, ui: screen.ui };
    let heard = segue_speech::transcribe(Cursor::new(bytes), options, &mut recogniser, |progress| {
        if let Some(total) = progress.total {
            bar.set_length((total * STEPS) as u64);
        }
        bar.set_position((progress.seconds * STEPS) as u64);
    });
    bar.finish_and_clear();
    Ok(heard?)
}

/// Fetches the first model of the catalogue if the user agrees.
fn offer(shelf: &Shelf, screen: &Screen) -> Result<(), Failure> {
    let model = &CATALOGUE[0];
    let megabytes = model.megabytes();
    let question = match screen.ui {
        Lang::En => format!(
            "Recognising speech needs the model {} ({megabytes} MB, licence {}). Fetch it now?",
            model.name, model.licence
        ),
        Lang::Ru => format!(
            "Чтобы распознать речь, нужна модель {} ({megabytes} МБ, лицензия {}). Скачать её сейчас?",
            model.name, model.licence
        ),
    };
    if screen.agrees(&question) {
        models::fetch(shelf, model, screen)
    } else {
        Err(Failure::Model(ModelError::Missing(model.name)))
    }
}
