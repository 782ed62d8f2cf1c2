//! Several calls as a page: a table with a bar of private talk and a link for each.

use super::{CallLine, legend, signs, sums};
use crate::html::patterns::percent;
use crate::html::{STYLE as LETTER, head};
use crate::wording::{Message, Texts};
use maud::{DOCTYPE, Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use segue_core::Lang;

const STYLE: &str = include_str!("calls.css");
/// What stays as it is in the address of a page beside this one (unreserved in RFC 3986, and the signs between folders).
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

pub(super) fn render(calls: &[CallLine], ui: Lang) -> String {
    let texts = Texts::of(ui);
    let heads = [Message::CallsFile, Message::CallsPrivate, Message::CallsOf, Message::CallsDrifts];
    let markup = html! {
        (DOCTYPE)
        html lang=(ui.code()) {
            (head(&texts.say(Message::CallsTitle), &format!("{LETTER}{STYLE}"), ""))
            body class="calls" {
                main {
                    header {
                        @for (number, sum) in sums(texts, calls).iter().enumerate() {
                            @if number == 0 { h1 { (sum) } } @else { p { (sum) } }
                        }
                    }
                    table {
                        thead { tr { @for head in heads { th scope="col" { (texts.say(head)) } } } }
                        tbody { @for call in calls { (row(texts, call)) } }
                    }
                    @for sign in legend(texts, calls) { p class="legend" { (sign) } }
                    footer { p { (texts.say(Message::Footer)) } }
                }
            }
        }
    };
    markup.into_string()
}

fn row(texts: &Texts, call: &CallLine) -> Markup {
    let signs = signs(call);
    html! {
        tr {
            th scope="row" {
                @if let Some(page) = &call.page { a href=(utf8_percent_encode(page, ADDRESS)) { (call.name) } } @else { (call.name) }
                @if !signs.is_empty() { " " span class="signs" { (signs) } }
                p { (call.headline) }
            }
            td {
                svg class="bar" width="100%" height="8" aria-hidden="true" focusable="false" {
                    rect class="rail" width="100%" height="8" {}
                    rect class="level" width=(percent(call.share())) height="8" {}
                }
                (texts.percent(call.share())) " · " (call.amount(texts, call.private))
            }
            td { (call.amount(texts, call.total)) }
            td { (call.drifts) }
        }
    }
}
