//! Weeks with clients, as terminal text, as one HTML page with charts, and as Markdown.

mod amounts;
mod markdown;
mod page;
mod preparation;
mod sentences;
mod text;
mod wording;

pub use preparation::PreparationPart;

use crate::TextOptions;
use crate::wording::Texts;
use segue_core::{Address, Lang};
use segue_weeks::{Preparation, Trend};

/// The trend as one HTML file that needs nothing else: styles and charts are in it, there is no
/// script, and its content security policy forbids it to load or send anything. `line` gives the words
/// of a line of the phrasebook by its id, in a form of address.
pub fn trend_html(trend: &Trend, ui: Lang, line: &dyn Fn(&str, Address) -> Option<String>) -> String {
    page::render(trend, ui, line)
}

/// The trend for a terminal, ending in a line break: all clients with one line of bars each, or one
/// client with everything that is known. `line` as in [`trend_html`].
pub fn trend_text(trend: &Trend, options: &TextOptions, line: &dyn Fn(&str, Address) -> Option<String>) -> String {
    text::render(trend, *options, line)
}

/// The trend as Markdown with front matter, to be kept among notes. `line` as in [`trend_html`].
pub fn trend_markdown(trend: &Trend, ui: Lang, line: &dyn Fn(&str, Address) -> Option<String>) -> String {
    markdown::render(trend, ui, line)
}

/// A day as people write it: `24 November 2026`, `24 ноября 2026`.
pub fn day_in_words(day: jiff::civil::Date, ui: Lang) -> String {
    amounts::date(Texts::of(ui), day)
}

/// Money an hour, to the cent: `$1,200.50`, `3 000,50 ₽`.
pub fn rate_in_words(rate: &segue_core::Rate, ui: Lang) -> String {
    Texts::of(ui).rate(rate)
}

/// Money: `£1.05`, `57,74 ₽`.
pub fn money_in_words(cost: &segue_core::debrief::Cost, ui: Lang) -> String {
    Texts::of(ui).money(cost)
}

/// What one wants to know before a call, for a terminal.
pub fn preparation_text(preparation: &Preparation, options: &TextOptions) -> String {
    preparation::text(preparation, *options)
}

/// The same as Markdown with front matter.
pub fn preparation_markdown(preparation: &Preparation, ui: Lang) -> String {
    preparation::markdown(preparation, ui)
}

/// The same in parts, to be laid out elsewhere, but for the text to send, which is the preparation's own: the title, and each part.
pub fn preparation_parts(preparation: &Preparation, ui: Lang) -> (String, Vec<PreparationPart>) {
    preparation::parts(preparation, ui)
}

/// A note to a client as Markdown with front matter.
pub fn note_markdown(subject: &str, body: &str, client: &str, lang: Lang) -> String {
    markdown::note(subject, body, client, lang)
}
