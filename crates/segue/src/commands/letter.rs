//! A note to the client as it is delivered.

use crate::cli::choices::LetterFormat;
use crate::screen::Screen;
use jiff::Timestamp;
use segue_core::Client;
use segue_phrasebook::Note;

/// The note for the terminal, for notes, or as a draft.
pub fn write(note: &Note, format: LetterFormat, client: &Client, screen: &Screen) -> String {
    match format {
        LetterFormat::Text => {
            let subject = note.subject.as_ref().map_or_else(String::new, |subject| format!("{subject}\n\n"));
            format!("{subject}{}\n", wrapped(note.body.as_str(), screen.width().min(100)))
        }
        LetterFormat::Md => segue_report::note_markdown(
            note.subject.as_deref().unwrap_or_default(),
            note.body.as_str(),
            &client.name,
            client.boundary.lang,
        ),
        LetterFormat::Eml => segue_weeks::draft(note, "", "", Timestamp::now()),
    }
}

/// Paragraphs broken into lines that fit.
pub fn wrapped(text: &str, width: usize) -> String {
    text.lines().map(|line| textwrap::fill(line, width)).collect::<Vec<_>>().join("\n")
}
