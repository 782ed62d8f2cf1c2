//! A note to the client as it is delivered.

use crate::cli::InMyVoice;
use crate::cli::choices::LetterFormat;
use crate::message::Failure;
use crate::screen::Screen;
use crate::voice::Voice;
use jiff::Timestamp;
use segue_core::{Client, Words};
use segue_phrasebook::Note;
use textwrap::{WordSeparator, WordSplitter};

/// The note as text in lines of a width, for notes, or as a draft.
pub fn write(note: &Note, format: LetterFormat, client: &Client, width: Option<usize>) -> String {
    match format {
        LetterFormat::Text => {
            let subject = note.subject.as_ref().map_or_else(String::new, |subject| format!("{subject}\n\n"));
            format!("{subject}{}\n", wrapped(note.body.as_str(), width))
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

/// Paragraphs broken into lines of a width, at spaces only: what is copied from here must not come out as «что- то».
pub fn wrapped(text: &str, width: Option<usize>) -> String {
    let Some(width) = width else { return text.to_owned() };
    let options = textwrap::Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    text.lines().map(|line| textwrap::fill(line, &options)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    /// «происходит что-⏎то», and lines of a hundred columns in a file that is to be sent.
    #[test]
    fn a_letter_is_broken_at_spaces_and_only_on_a_screen() {
        let text = "происходит что-то, о чём мне стоит знать\n\nзависла зум-конференция";
        for width in 10..40 {
            let broken = wrapped(text, Some(width));
            assert!(broken.lines().all(|line| !line.ends_with('-')), "{broken}");
            assert_eq!(broken.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        }
        assert_eq!(wrapped(text, None), text);
    }
}
