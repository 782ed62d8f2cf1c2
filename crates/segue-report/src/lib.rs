//! A debrief as terminal text, as one HTML page with a timeline, as Markdown and as JSON.
//!
//! Everything here is a pure function from a [`Debrief`] to a string: no file is written, no terminal
//! asked, no clock read. The sections and their sentences are composed once (`letter`), so that every
//! format tells the same in the same order; a format only lays them out.

mod axis;
mod calls;
mod html;
mod json;
mod letter;
mod markdown;
mod text;
mod trend;
mod wording;

pub use calls::{CallLine, calls_html, calls_text};
pub use trend::{
    PreparationPart, day_in_words, money_in_words, note_markdown, preparation_markdown, preparation_parts, preparation_text,
    rate_in_words, trend_html, trend_markdown, trend_text,
};

use segue_core::Lang;
use segue_core::debrief::Debrief;

/// How a debrief is written for a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextOptions {
    /// Columns of the terminal; taken as 40 if fewer and as 200 if more.
    pub width: usize,
    /// Whether to colour by escape sequences. Without them the output is plain text, and labels are
    /// told apart by letters.
    pub colour: bool,
    /// Language of everything that is not a quotation.
    pub ui: Lang,
}

/// The debrief for a terminal, ending in a line break.
pub fn text(debrief: &Debrief, options: &TextOptions) -> String {
    text::render(debrief, *options)
}

/// The debrief as one HTML file that needs nothing else: styles, timeline and a small script are in
/// it, and its content security policy forbids it to load or send anything.
pub fn html(debrief: &Debrief, ui: Lang) -> String {
    html::render(debrief, ui)
}

/// The debrief as Markdown to paste into notes, with boxes to tick; words of the talk are escaped.
pub fn markdown(debrief: &Debrief, ui: Lang) -> String {
    markdown::render(debrief, ui)
}

/// The debrief as JSON after the contract [`segue_core::debrief::SCHEMA`] (see `docs/debrief.md`):
/// fields in their order, one utterance, drift, cue and so on a line. Seconds and money are rounded
/// to three decimals, probabilities to six.
pub fn json(debrief: &Debrief) -> String {
    json::render(debrief)
}
