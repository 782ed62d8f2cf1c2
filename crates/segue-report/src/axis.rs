//! Where things lie along a call, from 0 to 1: by the clock if it was spoken, by the words if it was
//! written (a chat is silent for hours, and a picture of that would be empty).

use crate::wording::{Message, Texts, clock};
use segue_core::Timing;
use segue_core::debrief::{Debrief, Drift};

/// Room between two sittings of a chat, as a share of all words.
const SITTING_GAP: f64 = 0.03;
/// Steps between two ticks, in seconds.
const STEPS: [f64; 11] = [10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 14400.0];

/// A stretch of the axis, `0 <= from <= to <= 1`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    pub from: f64,
    pub to: f64,
}

impl Span {
    /// Its length.
    pub(crate) fn length(self) -> f64 {
        self.to - self.from
    }
}

/// A mark on the axis.
pub(crate) struct Tick {
    pub at: f64,
    pub text: String,
}

/// The axis of a call.
pub(crate) struct Axis<'a> {
    debrief: &'a Debrief,
    spans: Vec<Span>,
    /// Seconds of the whole axis; only for a call.
    seconds: f64,
}

impl<'a> Axis<'a> {
    /// Lays out a call.
    pub(crate) fn of(debrief: &'a Debrief) -> Self {
        match debrief.timing {
            Timing::Spoken | Timing::Estimated => Self::by_clock(debrief),
            Timing::Chat => Self::by_words(debrief),
        }
    }

    fn by_clock(debrief: &'a Debrief) -> Self {
        let ends = debrief.utterances.iter().map(|u| u.end).filter(|end| end.is_finite());
        let seconds = ends.fold(if debrief.seconds.is_finite() { debrief.seconds } else { 0.0 }, f64::max);
        let share = |at: f64| share(at, seconds);
        let spans = debrief.utterances.iter().map(|u| ordered(share(u.start), share(u.end))).collect();
        Self { debrief, spans, seconds }
    }

    fn by_words(debrief: &'a Debrief) -> Self {
        let words: Vec<f64> = debrief.utterances.iter().map(|u| u.text.count().max(1) as f64).collect();
        let gap = words.iter().sum::<f64>() * SITTING_GAP;
        let mut starts = debrief.sittings.iter().skip(1).map(|sitting| sitting.from).peekable();
        let mut here = 0.0;
        let mut spans = Vec::with_capacity(words.len());
        for (index, words) in words.iter().enumerate() {
            if starts.next_if_eq(&index).is_some() {
                here += gap;
            }
            spans.push(Span { from: here, to: here + words });
            here += words;
        }
        for span in &mut spans {
            *span = Span { from: share(span.from, here), to: share(span.to, here) };
        }
        Self { debrief, spans, seconds: 0.0 }
    }

    /// Where an utterance lies; the end of the axis for one that is not there.
    pub(crate) fn span(&self, index: usize) -> Span {
        self.spans.get(index).copied().unwrap_or(Span { from: 1.0, to: 1.0 })
    }

    /// Where a moment lies.
    pub(crate) fn at(&self, seconds: f64) -> f64 {
        if self.debrief.timing == Timing::Chat {
            let before = self.debrief.utterances.iter().rposition(|u| u.start <= seconds);
            return before.map_or(0.0, |index| self.span(index).to);
        }
        share(seconds, self.seconds)
    }

    /// Where a drift lies.
    pub(crate) fn drift(&self, drift: &Drift) -> Span {
        ordered(self.span(drift.from).from, self.span(drift.to).to)
    }

    /// Where something lies that came at a moment, after an utterance.
    pub(crate) fn moment(&self, at: f64, after: usize) -> f64 {
        if self.debrief.timing == Timing::Chat { self.span(after).to } else { self.at(at) }
    }

    /// Where a stretch of time lies.
    pub(crate) fn stretch(&self, start: f64, end: f64) -> Span {
        if self.debrief.timing == Timing::Chat {
            let first = self.debrief.utterances.iter().position(|u| u.start >= start);
            return ordered(first.map_or(1.0, |index| self.span(index).from), self.at(end));
        }
        ordered(self.at(start), self.at(end))
    }

    /// The middles of the gaps between the sittings of a chat.
    pub(crate) fn breaks(&self) -> Vec<f64> {
        let starts = self.debrief.sittings.iter().skip(1).map(|sitting| sitting.from);
        let starts = starts.filter(|&from| self.debrief.timing == Timing::Chat && from > 0);
        starts.map(|from| f64::midpoint(self.span(from - 1).to, self.span(from).from)).collect()
    }

    /// At most `most` (and at least 2) marks with what they mean.
    pub(crate) fn ticks(&self, texts: &Texts, most: usize) -> Vec<Tick> {
        if self.spans.is_empty() {
            return Vec::new();
        }
        if self.debrief.timing == Timing::Chat { self.message_ticks(texts, most) } else { self.clock_ticks(most) }
    }

    fn clock_ticks(&self, most: usize) -> Vec<Tick> {
        let fits = |step: &f64| self.seconds / step < most as f64;
        let step = STEPS.into_iter().find(fits).unwrap_or_else(|| (self.seconds / most as f64 / 3600.0).ceil() * 3600.0);
        let times = (0..most.max(2)).map(|n| n as f64 * step).take_while(|&time| time <= self.seconds);
        times.map(|time| Tick { at: self.at(time), text: clock(time) }).collect()
    }

    fn message_ticks(&self, texts: &Texts, most: usize) -> Vec<Tick> {
        let sittings = &self.debrief.sittings;
        if sittings.len() > 1 {
            let every = sittings.len().div_ceil(most.max(1));
            let tick = |(n, sitting): (usize, &segue_core::debrief::Sitting)| Tick {
                at: self.span(sitting.from).from,
                text: texts.fill(Message::Sitting, [("n", (n + 1).into())]),
            };
            return sittings.iter().enumerate().step_by(every).map(tick).collect();
        }
        let every = self.spans.len().div_ceil(most.max(1));
        let number = |index: usize| texts.fill(Message::PlaceInChat, [("n", (index + 1).into())]);
        (0..self.spans.len()).step_by(every).map(|index| Tick { at: self.span(index).from, text: number(index) }).collect()
    }
}

fn share(part: f64, whole: f64) -> f64 {
    let share = part / whole;
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

fn ordered(from: f64, to: f64) -> Span {
    Span { from, to: to.max(from) }
}
