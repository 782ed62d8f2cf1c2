//! The section of one client.

use super::{Book, calls, chart};
use crate::trend::amounts::{day, holding_share, minutes, money, name};
use crate::trend::sentences;
use crate::trend::wording::Say;
use crate::wording::Texts;
use maud::{Markup, html};
use segue_weeks::{ClientTrend, Figures, LineEffect, Trend};

/// Lines and exceptions that are shown.
const LINES: usize = 3;
const EXCEPTIONS: usize = 5;

pub(super) fn write(texts: &Texts, trend: &Trend, client: &ClientTrend, number: usize, book: Book) -> Markup {
    let title = format!("client-{number}-title");
    html! {
        section id={ "client-" (number) } class="client" aria-labelledby=(title) {
            h2 id=(title) { (name(texts, &client.client.name)) }
            div class="body" {
                (numbers(texts, client))
                (chart::draw(texts, trend, client))
                (advice(texts, client))
                (facts(texts, client))
                @if let Some(announced) = &client.announced { (calls::comparison(texts, announced)) }
                (lines(texts, client, book))
                (exceptions(texts, client))
                (weeks(texts, client))
                (calls::table(texts, client))
            }
        }
    }
}

fn numbers(texts: &Texts, client: &ClientTrend) -> Markup {
    let figures = &client.figures;
    let allowance = client.allowance;
    let exceptions =
        texts.fill(Say::NumberExceptions, [("calls", allowance.calls.into()), ("allowed", allowance.allowed.into())]);
    let spoken = figures.spoken > 0 || figures.counted() == 0;
    let name = if spoken { Say::NumberCall } else { Say::NumberWords };
    let amount = |figures: &Figures| match (figures.counted() == 0, spoken) {
        (true, _) => "–".to_owned(),
        (_, true) => minutes(texts, figures.private_minutes_per_call()),
        (_, false) => texts.percent(figures.private_share),
    };
    let shown = client.first.as_ref().map(amount);
    let some = match &shown {
        Some(_) => "some",
        None if client.now.calls < client.calls.len() => "lately",
        None => "none",
    };
    let lately = client.now.calls;
    html! {
        dl class="figures" {
            div { dt { (texts.fill(name, [("before", some.into()), ("shown", shown.unwrap_or_default().into()), ("n", lately.into())])) } dd class="share" { (amount(&client.now)) } }
            div { dt { (texts.say(Say::NumberHolding)) } dd class="share" { (holding_share(texts, client.holding)) } }
            div { dt { (exceptions) } dd class="share" { (allowance.used) } }
            @if !figures.money.is_empty() {
                div { dt { (texts.say(Say::NumberCost)) } dd class="share" { (money(texts, &figures.money)) } }
            }
        }
    }
}

/// The next step, and what speaks for or against haste.
fn advice(texts: &Texts, client: &ClientTrend) -> Markup {
    html! {
        div class="advice" {
            p { strong { (texts.say(Say::NextTitle)) } " " (sentences::step(texts, client)) }
            @if let Some(flexible) = sentences::flexible(texts, client) { p class="remark" { (flexible) } }
            @if let Some(curt) = sentences::curt(texts, client) { p class="remark" { (curt) } }
        }
    }
}

fn facts(texts: &Texts, client: &ClientTrend) -> Markup {
    html! {
        @let who = sentences::who(texts, client);
        @if !who.is_empty() {
            h3 { (texts.say(Say::WhoTitle)) }
            p { (who.join(" ")) }
        }
        @if let Some(returned) = sentences::returned(texts, &client.figures) {
            h3 { (texts.say(Say::ReturnedTitle)) }
            p { (returned) }
        }
    }
}

fn lines(texts: &Texts, client: &ClientTrend, book: Book) -> Markup {
    html! {
        @if !client.lines.is_empty() {
            h3 { (texts.say(Say::LinesTitle)) }
            ul class="lines" {
                @for effect in client.lines.iter().take(LINES) {
                    li {
                        p class="quote" lang=(client.client.boundary.lang.code()) { (sentences::line_words(texts, effect, book, client.client.boundary.address)) }
                        p class="details" {
                            (tally(effect)) " "
                            (texts.fill(Say::LineEffect, [("returned", effect.returned.into()), ("shown", effect.shown.into())]))
                            @if let Some(seconds) = effect.seconds {
                                ", " (texts.fill(Say::LineSeconds, [("seconds", texts.duration(seconds).into())]))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One square a time it was shown, filled if business went on; up to twelve.
fn tally(effect: &LineEffect) -> Markup {
    html! {
        @if effect.shown <= 12 {
            svg class="tally" width=(effect.shown * 9) height="9" aria-hidden="true" focusable="false" {
                @for n in 0..effect.shown {
                    rect class=(if n < effect.returned { "yes" } else { "no" }) x=(n as f64 * 9.0 + 0.75) y="0.75" width="6.5" height="6.5" {}
                }
            }
        }
    }
}

/// The last departures, the newest first.
fn exceptions(texts: &Texts, client: &ClientTrend) -> Markup {
    let all = sentences::exceptions(client);
    html! {
        h3 { (texts.say(Say::ExceptionsTitle)) }
        @if all.is_empty() { p { (texts.say(Say::ExceptionsNone)) } }
        @else {
            ol class="entries" {
                @for (date, exception) in all.into_iter().take(EXCEPTIONS) {
                    @let (what, told) = sentences::exception(texts, exception);
                    li {
                        span class="when" { (day(texts, date)) }
                        div {
                            p class="what" { (what) }
                            p class="details" { (told) }
                        }
                    }
                }
            }
            @if let Some(more) = sentences::exceptions_more(texts, client, EXCEPTIONS) { p { (more) } }
        }
    }
}

fn weeks(texts: &Texts, client: &ClientTrend) -> Markup {
    html! {
        details {
            summary { (texts.say(Say::WeekAll)) }
            ol class="entries weeks" {
                @for week in client.weeks.iter().rev() {
                    li {
                        span class="when" { (day(texts, week.monday)) }
                        p { (sentences::week(texts, &client.client.name, week)) }
                    }
                }
            }
        }
    }
}
