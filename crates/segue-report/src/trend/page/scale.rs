//! Where things lie: days along the period, minutes or shares upwards.

use crate::trend::wording::Say;
use crate::wording::Texts;
use jiff::ToSpan;
use jiff::civil::Date;
use segue_weeks::Trend;

/// Steps between two lines, in minutes and as shares.
const MINUTES: [f64; 8] = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0];
const SHARES: [f64; 5] = [0.05, 0.1, 0.2, 0.25, 0.5];
/// Most lines above the axis.
const LINES: f64 = 4.0;
/// Minutes that are always shown, so that a quiet client does not look like a loud one.
const LEAST: f64 = 5.0;
const LEAST_SHARE: f64 = 0.2;
/// Pixels between two lines.
const CLOSE: f64 = 18.0;

/// The scale upwards.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// Pixels a minute, or for the whole.
    pub pixels: f64,
    /// True for shares of words, false for minutes.
    pub words: bool,
    step: f64,
    top: f64,
}

impl Scale {
    /// A scale that has room for `most` in `height` pixels.
    pub(super) fn of(most: f64, words: bool, height: f64) -> Self {
        let (steps, least): (&[f64], f64) = if words { (&SHARES, LEAST_SHARE) } else { (&MINUTES, LEAST) };
        let most = most.max(least);
        let step = steps.iter().copied().find(|step| most / step <= LINES).unwrap_or_else(|| (most / LINES).ceil());
        let top = most * 1.04;
        Self { pixels: height / top, words, step, top }
    }

    /// The same scale, made smaller if so much the other way needs it to fit into `height` pixels.
    pub(super) fn within(self, most: f64, height: f64) -> Self {
        let pixels = if most > 0.0 { self.pixels.min(height / most) } else { self.pixels };
        // Fewer lines where they would come too close.
        let step = if self.step * pixels < CLOSE { self.step * 2.0 } else { self.step };
        Self { pixels, step, ..self }
    }

    /// Its height in pixels.
    pub(super) fn height(self) -> f64 {
        self.top * self.pixels
    }

    /// The values of its lines, from 0.
    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        (0..).map(move |n| f64::from(n) * self.step).take_while(move |value| *value <= self.top)
    }

    /// What a line means.
    pub(super) fn label(self, texts: &Texts, value: f64) -> String {
        if self.words { texts.percent(value) } else { texts.fill(Say::AxisMinutes, [("n", value.into())]).replace(' ', "\u{a0}") }
    }
}

/// Where a day lies in the period, from 0 to 1; the middle of the day.
pub(super) fn place(trend: &Trend, day: Date) -> f64 {
    let days = |until: Date| f64::from(until.since(trend.from).map_or(0, |span| span.get_days()));
    ((days(day) + 0.5) / (days(trend.today) + 1.0)).clamp(0.0, 1.0)
}

/// The months that begin within the period, with their places.
pub(super) fn months(trend: &Trend) -> Vec<(f64, i8)> {
    let mut months = Vec::new();
    let mut month = trend.from.first_of_month();
    while month <= trend.today {
        if month >= trend.from {
            months.push((place(trend, month), month.month()));
        }
        let Ok(next) = month.checked_add(1.month()) else { break };
        month = next;
    }
    months
}
