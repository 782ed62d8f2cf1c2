//! Tables behind the charts: every call, and before and after the announcement.

use crate::trend::amounts::{date, day, holding_share, minutes, name};
use crate::trend::sentences;
use crate::trend::wording::Say;
use crate::wording::Texts;
use maud::{Markup, html};
use segue_core::debrief::Unit;
use segue_weeks::{Announced, ClientTrend, Judged, Stretch, runs_over};

/// Every call in a table, closed until wanted; the newest first.
pub(super) fn table(texts: &Texts, client: &ClientTrend) -> Markup {
    let label = format!("{}: {}", name(texts, &client.client.name), texts.say(Say::CallsTitle));
    let heads = [Say::CallDate, Say::CallLength, Say::CallPrivate, Say::CallOutside, Say::CallOver, Say::CallHeld];
    html! {
        details {
            summary { (texts.say(Say::CallsTitle)) }
            div class="scroll" tabindex="0" role="region" aria-label=(label) {
                table {
                    thead { tr { @for head in heads { th scope="col" { (texts.say(head)) } } } }
                    tbody { @for one in client.calls.iter().rev() { (row(texts, one)) } }
                }
            }
        }
    }
}

fn row(texts: &Texts, one: &Judged) -> Markup {
    let call = one.call;
    let counts = one.counts;
    let amount = |value: f64| if counts && value > 0.0 { texts.amount(call.unit, value) } else { "–".to_owned() };
    html! {
        tr {
            th scope="row" { (day(texts, one.day)) }
            td { @if call.unit == Unit::Seconds { (texts.round_duration(call.seconds)) } @else { (texts.amount(Unit::Words, call.total().total())) } }
            td { (amount(one.private)) @if counts { " (" (texts.percent(call.total().private_share())) ")" } }
            td { (amount(one.outside)) }
            td { @if !call.serious && runs_over(call) { (texts.round_duration(call.overrun)) } @else { "–" } }
            td { (sentences::held(texts, one)) }
        }
    }
}

/// The calls before the announcement beside the first ones after it.
pub(super) fn comparison(texts: &Texts, announced: &Announced) -> Markup {
    let (before, after) = (&announced.before, &announced.after);
    let percent = |stretch: &Stretch| texts.percent(stretch.figures.private_share);
    let private = |stretch: &Stretch| minutes(texts, stretch.figures.private_minutes_per_call());
    let overruns = |stretch: &Stretch| stretch.figures.overruns.to_string();
    let held = |stretch: &Stretch| holding_share(texts, stretch.holding);
    let row = |head: Say, value: &dyn Fn(&Stretch) -> String| {
        html! {
            tr {
                th scope="row" { (texts.say(head)) }
                td { @if before.figures.calls > 0 { (value(before)) } @else { "–" } }
                td { @if after.figures.calls > 0 { (value(after)) } @else { "–" } }
            }
        }
    };
    html! {
        h3 { (texts.say(Say::AnnouncedTitle)) }
        p { (texts.fill(Say::AnnouncedOn, [("date", date(texts, announced.date).into())])) }
        table class="comparison" {
            thead {
                tr {
                    td {}
                    th scope="col" { (texts.fill(Say::AnnouncedBefore, [("n", before.figures.calls.into())])) }
                    th scope="col" { (texts.fill(Say::AnnouncedAfter, [("n", after.figures.calls.into())])) }
                }
            }
            tbody {
                (row(Say::RowMinutes, &private))
                (row(Say::RowShare, &percent))
                (row(Say::RowOverruns, &overruns))
                (row(Say::RowHolding, &held))
            }
        }
        @if !announced.compares() { p { (texts.say(Say::AnnouncedAlone)) } }
    }
}
