//! What stands before the single clients: the weeks at hand, and all clients side by side.

use super::scale::{Scale, place};
use crate::html::patterns::percent;
use crate::trend::amounts::{holding_share, name};
use crate::trend::sentences;
use crate::trend::wording::Say;
use crate::wording::Texts;
use maud::{Markup, html};
use segue_core::debrief::Unit;
use segue_weeks::{ClientTrend, Trend};

/// Pixels of a small chart.
const HEIGHT: f64 = 34.0;

/// The weeks at hand, one sentence a client.
pub(super) fn weeks(texts: &Texts, trend: &Trend) -> Markup {
    html! {
        @for (title, told) in sentences::recent_weeks(texts, trend) {
            @let id: &str = title.into();
            section aria-labelledby=(id) {
                h2 id=(id) { (texts.say(title)) }
                div class="body" { ul class="told" { @for sentence in told { li { (sentence) } } } }
            }
        }
    }
}

/// All clients side by side, on one scale.
pub(super) fn clients(texts: &Texts, trend: &Trend) -> Markup {
    let most = trend.clients.iter().flat_map(|client| &client.calls).filter(|one| one.call.unit == Unit::Seconds);
    let scale = Scale::of(most.map(|one| one.private / 60.0).fold(0.0, f64::max), false, HEIGHT);
    let heads = [Say::ClientsCall, Say::ClientsHolding, Say::ClientsExceptions, Say::ClientsNext];
    html! {
        section id="clients" aria-labelledby="clients-title" {
            h2 id="clients-title" { (texts.say(Say::ClientsTitle)) }
            div class="body" {
                table class="clients" {
                    thead {
                        tr { td {} @for head in heads { th scope="col" { (texts.say(head)) } } }
                    }
                    tbody {
                        @for (number, client) in trend.clients.iter().enumerate() { (row(texts, trend, client, number + 1, scale)) }
                    }
                }
            }
        }
    }
}

fn row(texts: &Texts, trend: &Trend, client: &ClientTrend, number: usize, scale: Scale) -> Markup {
    let rule = client.allowance.is_the_rule();
    html! {
        tr {
            th scope="row" { a href={ "#client-" (number) } { (name(texts, &client.client.name)) } }
            td data-head=(texts.say(Say::ClientsCall)) {
                @if client.figures.spoken > 0 {
                    (spark(trend, client, scale))
                }
                span class="number" { (sentences::now(texts, client)) }
            }
            td data-head=(texts.say(Say::ClientsHolding)) {
                svg class="gauge" width="100%" height="8" aria-hidden="true" focusable="false" {
                    rect class="rail" width="100%" height="8" {}
                    rect class="level" width=(percent(client.holding.share().unwrap_or(0.0))) height="8" {}
                }
                span class="number" { (holding_share(texts, client.holding)) }
            }
            td data-head=(texts.say(Say::ClientsExceptions)) { span class=[rule.then_some("rule")] { (sentences::exceptions_of(texts, client)) } }
            td data-head=(texts.say(Say::ClientsNext)) { (sentences::step(texts, client)) }
        }
    }
}

/// Private talk, call by call, as small as it can be read.
fn spark(trend: &Trend, client: &ClientTrend, scale: Scale) -> Markup {
    html! {
        svg class="spark" width="100%" height=(HEIGHT + 1.0) aria-hidden="true" focusable="false" {
            line class="axis" x1="0" x2="100%" y1=(HEIGHT + 0.5) y2=(HEIGHT + 0.5) {}
            @for one in client.calls.iter().filter(|one| one.call.unit == Unit::Seconds) {
                @let all = one.private / 60.0 * scale.pixels;
                @let outside = one.outside / 60.0 * scale.pixels;
                rect class="within" x=(percent(place(trend, one.day) - 0.007)) width="1.4%" y=(HEIGHT - all + outside) height=(all - outside) {}
                rect class="outside" x=(percent(place(trend, one.day) - 0.007)) width="1.4%" y=(HEIGHT - all) height=(outside) {}
            }
        }
    }
}
