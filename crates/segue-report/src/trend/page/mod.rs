//! The trend as one page: the sentence to remember, the weeks at hand, all clients, each client.

mod calls;
mod chart;
mod client;
mod overview;
mod scale;

use super::sentences;
use super::wording::Say;
use crate::html::{STYLE as LETTER, head};
use crate::wording::Texts;
use maud::{DOCTYPE, Markup, html};
use segue_core::{Address, Lang};
use segue_weeks::Trend;

/// Words of a line by its id, in a form of address.
pub(super) type Book<'a> = &'a dyn Fn(&str, Address) -> Option<String>;

const STYLE: &str = include_str!("trend.css");

pub(super) fn render(trend: &Trend, ui: Lang, book: Book) -> String {
    let texts = Texts::of(ui);
    let style = format!("{LETTER}{STYLE}");
    let weeks = trend.weeks.len();
    let title = match trend.clients.as_slice() {
        [only] => texts.fill(
            Say::TrendTitleClient,
            [("who", super::amounts::name(texts, &only.client.name).into()), ("weeks", weeks.into())],
        ),
        _ => texts.fill(Say::TrendTitle, [("weeks", weeks.into())]),
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(ui.code()) {
            (head(&title, &style, ""))
            body class="trend" {
                (patterns())
                main {
                    header {
                        p class="facts" { @for fact in sentences::facts(texts, trend) { span { (fact) } " " } }
                        h1 { (sentences::headline(texts, trend)) }
                        @if let Some(cost) = sentences::cost(texts, &trend.figures) { p class="cost" { (cost) } }
                    }
                    @if trend.clients.len() > 1 {
                        (overview::weeks(texts, trend))
                        (overview::clients(texts, trend))
                    }
                    @for (number, client) in trend.clients.iter().enumerate() {
                        (client::write(texts, trend, client, number + 1, book))
                    }
                    footer {
                        @if trend.figures.calls > 0 { p { (texts.say(Say::HoldingFormula)) } }
                        @if trend.before_and_now().is_some() { p { (texts.say(Say::TrendCompared)) } }
                        p { (texts.say(Say::TrendFooter)) }
                    }
                }
            }
        }
    };
    markup.into_string()
}

/// Fills of the bars: slanting stripes for what was not agreed, level lines for what came too late.
fn patterns() -> Markup {
    html! {
        svg class="fills" width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                pattern id="fill-outside" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect class="ground outside" width="5" height="5" {}
                    rect class="relief" width="1.6" height="5" {}
                }
                pattern id="fill-over" width="4" height="4" patternUnits="userSpaceOnUse" {
                    rect class="ground over" width="4" height="4" {}
                    rect class="relief" width="4" height="1.5" {}
                }
            }
        }
    }
}
