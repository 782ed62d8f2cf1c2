//! A note to the client as it is delivered.

use crate::cli::InMyVoice;
use crate::cli::choices::LetterFormat;
use crate::message::Failure;
use crate::screen::Screen;
use crate::voice::Voice;
use jiff::Timestamp;
use segue_core::{Client, Words};
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

/// The body of a note in the user's own manner, if that may be used.
pub fn in_my_voice(
    note: &mut Note,
    private: &[(&str, Option<&str>)],
    client: &Client,
    manner: &InMyVoice,
    screen: &Screen,
) -> Result<(), Failure> {
    let private: Vec<(&str, &str)> = private.iter().filter_map(|&(name, value)| Some((name, value?))).collect();
    let boundary = &client.boundary;
    let said = Voice::of(&manner.model)?.drafts(&[note.body.as_str()], &private, (boundary.lang, boundary.address), screen)?;
    note.body = said.into_iter().next().map_or_else(|| note.body.clone(), Words::new);
    Ok(())
}

/// Paragraphs broken into lines that fit.
pub fn wrapped(text: &str, width: usize) -> String {
    text.lines().map(|line| textwrap::fill(line, width)).collect::<Vec<_>>().join("\n")
}
