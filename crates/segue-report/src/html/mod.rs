//! The debrief as one page, set like a letter: what matters first, the picture, then the moments.

mod blocks;
mod hours;
mod legend;
pub(crate) mod patterns;
mod policy;
mod sections;
mod talk;
mod timeline;
mod transcript;

use crate::axis::Axis;
use crate::letter::compose;
use crate::wording::{Message, Texts, readable};
use blocks::{Lane, lanes};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use segue_core::Lang;
use segue_core::debrief::Debrief;

pub(crate) const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("moments.js");

/// What every part of the page draws from.
struct Page<'a> {
    debrief: &'a Debrief,
    texts: &'static Texts,
    axis: Axis<'a>,
    lanes: Vec<Lane<'a>>,
}

pub(crate) fn render(debrief: &Debrief, ui: Lang) -> String {
    let texts = Texts::of(ui);
    let letter = compose(debrief, texts);
    let axis = Axis::of(debrief);
    let lanes = lanes(debrief, &axis);
    let page = Page { debrief, texts, axis, lanes };
    let spoke = !debrief.utterances.is_empty();
    let markup = html! {
        (DOCTYPE)
        html lang=(ui.code()) {
            (head(&texts.fill(Message::PageTitle, [("file", readable(&debrief.file).into())]), STYLE, SCRIPT))
            body {
                (patterns::definitions())
                main {
                    header {
                        p class="facts" { @for fact in &letter.facts { span { (fact) } " " } }
                        h1 { (letter.headline) }
                        @for caveat in &letter.caveats { p class="caveat" { (caveat) } }
                    }
                    @if spoke { (timeline::draw(&page)) }
                    @for section in &letter.sections { (sections::write(&page, section)) }
                    @if spoke { (transcript::write(&page)) }
                    footer { p { (texts.say(Message::Footer)) } }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    markup.into_string()
}

/// The head of a page that needs nothing else, and may load and run nothing but this style and script.
pub(crate) fn head(title: &str, style: &str, script: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy::policy(style, script));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            title { (title) }
            style { (PreEscaped(style)) }
        }
    }
}
