//! One client's calls drawn: a bar a call, private talk upwards, minutes over the plan downwards, and
//! below it how the boundary holds.
//!
//! Widths are percentages and heights are pixels, as in the timeline of a debrief, so that the drawing
//! fills any screen. Every kind of bar has its own pattern and place, so that colour is never needed.

use super::scale::{Scale, months, place};
use crate::html::patterns::percent;
use crate::trend::amounts::{day, minutes};
use crate::trend::wording::Say;
use crate::wording::Texts;
use maud::{Markup, html};
use segue_core::debrief::Unit;
use segue_weeks::{ClientTrend, Holding, Judged, Trend, runs_over};

/// Room for words above the bars, for the bars upwards, for the marks and for the holding line.
const HEAD: f64 = 20.0;
const UP: f64 = 132.0;
const DOWN: f64 = 92.0;
const GAP: f64 = 14.0;
const STRIP: f64 = 40.0;
const MONTHS: f64 = 22.0;
/// Bars over the plan are at least so high, to be seen.
const SEEN: f64 = 2.0;
/// Widest and narrowest bar, as shares of the width.
const BAR: (f64, f64) = (0.004, 0.02);

/// A chart being drawn.
struct Chart<'a> {
    texts: &'a Texts,
    trend: &'a Trend<'a>,
    client: &'a ClientTrend<'a>,
    scale: Scale,
    /// Pixels below the axis for minutes over the plan.
    down: f64,
    bar: f64,
}

/// The figure with its legend.
pub(super) fn draw(texts: &Texts, trend: &Trend, client: &ClientTrend) -> Markup {
    let words = client.calls.iter().all(|one| one.call.unit == Unit::Words);
    let agreed = |one: &Judged| if words { 0.0 } else { (one.call.allowed_at_start + one.call.allowed_at_end) / 60.0 };
    let most = client.calls.iter().map(|one| value(one, words).0.max(agreed(one))).fold(0.0, f64::max);
    let over = client.calls.iter().filter(|one| !words && is_late(one)).map(|one| one.call.overrun).fold(0.0, f64::max);
    // A minute is as long downwards as upwards, so that both can be compared.
    let scale = Scale::of(most, words, UP).within(over / 60.0, DOWN);
    let down = (over / 60.0 * scale.pixels).max(0.0);
    let places: Vec<f64> = client.calls.iter().map(|one| place(trend, one.day)).collect();
    let gap = places.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > 0.0).fold(BAR.1 / 0.7, f64::min);
    let chart = Chart { texts, trend, client, scale, down, bar: (gap * 0.7).clamp(BAR.0, BAR.1) };
    let who = crate::trend::amounts::name(texts, &client.client.name);
    let about = texts.fill(if words { Say::ChartWordsAbout } else { Say::ChartCallsAbout }, [("who", who.into())]);
    html! {
        figure class="calls" {
            div class="plot" {
                (chart.labels())
                svg role="img" aria-label=(about) width="100%" height=(chart.bottom()) {
                    (chart.grid())
                    (chart.months())
                    @for (index, one) in client.calls.iter().enumerate() { (chart.call(index, one, words)) }
                    (chart.announcements())
                    (chart.holding())
                }
                (chart.value())
            }
            figcaption { (chart.legend()) }
        }
    }
}

/// What a bar measures: all private talk, and the part outside the agreed; minutes or a share. Of a call that
/// does not count there are none.
fn value(one: &Judged, words: bool) -> (f64, f64) {
    if !one.counts {
        (0.0, 0.0)
    } else if words {
        let all = one.call.total().total().max(1.0);
        (one.private / all, one.outside / all)
    } else if one.call.unit == Unit::Words {
        (0.0, 0.0)
    } else {
        (one.private / 60.0, one.outside / 60.0)
    }
}

impl Chart<'_> {
    fn axis(&self) -> f64 {
        HEAD + self.scale.height()
    }

    fn strip(&self) -> f64 {
        self.axis() + self.down + GAP
    }

    fn bottom(&self) -> f64 {
        self.strip() + STRIP + MONTHS
    }

    fn x(&self, index: usize) -> f64 {
        place(self.trend, self.client.calls[index].day)
    }

    /// The numbers beside the drawing, in a column of their own so that no bar can cover them.
    fn labels(&self) -> Markup {
        html! {
            svg class="scale" width="100%" height=(self.bottom()) aria-hidden="true" {
                @for value in self.scale.ticks() {
                    text x="100%" y=(self.axis() - value * self.scale.pixels + 4.0) text-anchor="end" { (self.scale.label(self.texts, value)) }
                }
                text x="100%" y=(self.strip() + 8.0) text-anchor="end" { (self.texts.percent(1.0)) }
                text x="100%" y=(self.strip() + STRIP) text-anchor="end" { (self.texts.percent(0.0)) }
            }
        }
    }

    fn grid(&self) -> Markup {
        html! {
            @for value in self.scale.ticks() {
                @let y = self.axis() - value * self.scale.pixels;
                line class=(if value > 0.0 { "grid" } else { "axis" }) x1="0" x2="100%" y1=(y) y2=(y) {}
            }
            line class="axis" x1="0" x2="100%" y1=(self.strip() + STRIP) y2=(self.strip() + STRIP) {}
        }
    }

    fn months(&self) -> Markup {
        html! {
            @for (number, (at, month)) in months(self.trend).into_iter().enumerate() {
                line class="grid" x1=(percent(at)) x2=(percent(at)) y1=(self.strip() + STRIP) y2=(self.strip() + STRIP + 5.0) {}
                @if at < 0.97 {
                    text class=(if number % 2 == 1 { "time spare" } else { "time" }) x=(percent(at)) dx="3" y=(self.bottom() - 4.0) {
                        (self.texts.fill(Say::Month, [("month", month.into())]))
                    }
                }
            }
        }
    }

    fn call(&self, index: usize, one: &Judged, words: bool) -> Markup {
        let (private, outside) = value(one, words);
        let (left, width) = (percent(self.x(index) - self.bar / 2.0), percent(self.bar));
        let within = (private - outside) * self.scale.pixels;
        let beyond = outside * self.scale.pixels;
        let over = is_late(one).then(|| (one.call.overrun / 60.0 * self.scale.pixels).clamp(SEEN, self.down.max(SEEN)));
        let allowed = (one.call.allowed_at_start + one.call.allowed_at_end) / 60.0 * self.scale.pixels;
        let next = if index + 1 < self.client.calls.len() { self.x(index + 1) } else { (self.x(index) + self.bar).min(1.0) };
        html! {
            g {
                title { (self.title(one, private, outside, words)) }
                @if within > 0.0 { rect class="within" x=(left) width=(width) y=(self.axis() - within) height=(within) {} }
                @if beyond > 0.0 { rect class="outside" x=(left) width=(width) y=(self.axis() - within - beyond) height=(beyond) {} }
                @if let Some(over) = over { rect class="over" x=(left) width=(width) y=(self.axis() + 1.0) height=(over) {} }
                @if one.call.serious {
                    svg x=(percent(self.x(index))) y=(self.axis() - within - beyond - 9.0) overflow="visible" width="1" height="1" {
                        path class="serious" d="M0 -6 L6 0 L0 6 L-6 0 Z" {}
                    }
                }
            }
            @if !words && allowed > 0.0 {
                line class="allowed" x1=(percent(self.x(index))) x2=(percent(next)) y1=(self.axis() - allowed) y2=(self.axis() - allowed) {}
            }
        }
    }

    fn title(&self, one: &Judged, private: f64, outside: f64, words: bool) -> String {
        if !one.counts {
            return format!("{}: {}", day(self.texts, one.day), crate::trend::sentences::held(self.texts, one));
        }
        let shown = |value: f64| if words { self.texts.percent(value) } else { minutes(self.texts, value) };
        let values = [
            ("day", day(self.texts, one.day).into()),
            ("private", shown(private).into()),
            ("outside", shown(outside).into()),
            ("held", crate::trend::sentences::held(self.texts, one).into()),
        ];
        let mut title = self.texts.fill(Say::ChartBar, values);
        if is_late(one) {
            let over = self.texts.round_duration(one.call.overrun);
            title = format!("{title}; {}", self.texts.fill(Say::ExceptionOverrun, [("amount", over.into())]));
        }
        title
    }

    fn announcements(&self) -> Markup {
        html! {
            @for (index, _) in self.client.calls.iter().enumerate().filter(|(_, one)| one.announced) {
                @let at = self.x(index);
                line class="announced" x1=(percent(at)) x2=(percent(at)) y1="4" y2=(self.strip() + STRIP) {}
                text x=(percent(at)) dx=(if at > 0.7 { "-5" } else { "5" }) y="13" text-anchor=(if at > 0.7 { "end" } else { "start" }) {
                    (self.texts.say(Say::LegendAnnounced))
                }
            }
        }
    }

    /// The holding index after every call, as a line that keeps its width however it is stretched.
    fn holding(&self) -> Markup {
        let points: Vec<(f64, f64)> = self
            .client
            .holding_so_far
            .iter()
            .enumerate()
            .filter_map(|(index, holding)| Some((self.x(index) * 1000.0, (1.0 - holding.share()?) * STRIP)))
            .collect();
        let line: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let last = points.last().copied();
        html! {
            svg x="0" y=(self.strip()) width="100%" height=(STRIP) viewBox=(format!("0 0 1000 {STRIP}")) preserveAspectRatio="none" overflow="visible" {
                @if let (Some((from, _)), Some((to, _))) = (points.first(), last) {
                    polygon class="held" points=(format!("{from:.1},{STRIP} {} {to:.1},{STRIP}", line.join(" "))) {}
                }
                polyline class="held" points=(line.join(" ")) {}
            }
            @if let Some((x, y)) = last { circle class="held" cx=(percent(x / 1000.0)) cy=(self.strip() + y) r="3.5" {} }
        }
    }

    /// The holding index as it is now, beside the end of its line.
    fn value(&self) -> Markup {
        let share = self.client.holding_so_far.last().copied().and_then(Holding::share);
        html! {
            svg class="scale" width="100%" height=(self.bottom()) aria-hidden="true" {
                @if let Some(share) = share {
                    text class="value" x="0" y=(self.strip() + (1.0 - share) * STRIP + 4.0) { (self.texts.percent(share)) }
                }
            }
        }
    }

    fn legend(&self) -> Markup {
        let calls = &self.client.calls;
        let has = |found: fn(&Judged) -> bool| calls.iter().any(found);
        let words = self.scale.words;
        html! {
            ul class="legend" {
                li { (sample("within")) (self.texts.say(Say::LegendWithin)) }
                @if has(|one| one.outside > 0.0) { li { (sample("outside")) (self.texts.say(Say::LegendOutside)) } }
                @if !words && has(|one| one.call.allowed_at_start + one.call.allowed_at_end > 0.0) {
                    li {
                        svg class="swatch" width="20" height="14" aria-hidden="true" { line class="allowed" x1="0" x2="20" y1="7" y2="7" {} }
                        (self.texts.say(Say::LegendAllowed))
                    }
                }
                @if has(is_late) { li { (sample("over")) (self.texts.say(Say::LegendOver)) } }
                li {
                    svg class="swatch" width="20" height="14" aria-hidden="true" { polyline class="held" points="0,11 9,8 20,3" {} }
                    (self.texts.say(Say::LegendHolding))
                }
                @if has(|one| one.call.serious) {
                    li {
                        svg class="swatch" width="14" height="14" aria-hidden="true" { path class="serious" d="M7 1 L13 7 L7 13 L1 7 Z" {} }
                        (self.texts.say(Say::LegendSerious))
                    }
                }
            }
        }
    }
}

/// True if its minutes over the plan are drawn.
fn is_late(one: &Judged) -> bool {
    !one.call.serious && runs_over(one.call)
}

fn sample(class: &str) -> Markup {
    html! {
        svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false" {
            rect class=(class) x="0.5" y="0.5" width="13" height="13" {}
        }
    }
}
