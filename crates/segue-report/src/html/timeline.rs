//! The call drawn: phases above, a lane a speaker, drifts as brackets, cues as markers, time below.
//!
//! Widths are percentages and heights are pixels, so that the drawing fills any screen without its
//! letters growing or shrinking. Blocks, drifts and cues are links to the words they stand for; one
//! of them at a time is in the tab order, and the script moves among them.

use super::Page;
use super::blocks::{Block, Lane};
use super::patterns::percent;
use crate::axis::Span;
use crate::letter::moment_text;
use crate::wording::{Message, readable, yes};
use maud::{Markup, html};
use segue_core::Timing;
use segue_core::debrief::{Drift, ShownCue};

const PHASES: usize = 22;
const LANE: usize = 46;
const LANE_NAME: usize = 15;
const LANE_BLOCKS: usize = 20;
const LANE_HEIGHT: usize = 22;
const DRIFTS: usize = 26;
const CUES: usize = 18;
const TIMES: usize = 22;
const TICKS: usize = 9;
/// So many have room on any screen.
const FEW_TICKS: usize = 4;
/// Words in the name of a block.
const NAME_WORDS: usize = 12;
/// A phase narrower than this share has no room for its name on a narrow screen, or on any.
const NAMED_ON_WIDE: f64 = 0.1;
const NAMED_ON_NARROW: f64 = 0.3;

/// Where the rows begin, from the top in pixels.
struct Rows {
    lanes: usize,
    drifts: usize,
    cues: usize,
    times: usize,
    bottom: usize,
}

impl Rows {
    fn of(page: &Page) -> Self {
        let debrief = page.debrief;
        let lanes = if debrief.phases.is_empty() { 0 } else { PHASES };
        let drifts = lanes + page.lanes.len() * LANE;
        let cues = drifts + if debrief.drifts.is_empty() { 0 } else { DRIFTS };
        let times = cues + if debrief.cues.is_empty() { 0 } else { CUES };
        Self { lanes, drifts, cues, times, bottom: times + TIMES }
    }
}

/// The figure with its legend and the line that tells the moment in view.
pub(super) fn draw(page: &Page) -> Markup {
    let rows = Rows::of(page);
    let name = page.texts.say(if page.debrief.timing == Timing::Chat { Message::TimelineChat } else { Message::TimelineCall });
    html! {
        figure class="timeline" {
            svg id="lanes" role="group" aria-label=(name) width="100%" height=(rows.bottom)
                data-top=(rows.lanes) data-lane=(LANE) {
                (phases(page))
                (shades(page, &rows))
                (breaks(page, &rows))
                @for (number, lane) in page.lanes.iter().enumerate() { (draw_lane(page, number, lane, &rows)) }
                @for (number, drift) in page.debrief.drifts.iter().enumerate() { (bracket(page, number, drift, &rows)) }
                @for (number, cue) in page.debrief.cues.iter().enumerate() { (marker(page, number, cue, &rows)) }
                (times(page, &rows))
                rect id="cursor" class="cursor" x="0" y=(rows.lanes + LANE_BLOCKS) width="0" height=(LANE_HEIGHT) rx="2" {}
            }
            figcaption { (super::legend::write(page)) }
            p id="moment" class="moment" aria-live="polite" data-open=(page.texts.say(Message::TimelineOpen)) {
                span class="hint" hidden { (page.texts.say(Message::TimelineHint)) }
            }
        }
    }
}

fn phases(page: &Page) -> Markup {
    html! {
        @for phase in &page.debrief.phases {
            @let Span { from, to } = page.axis.stretch(phase.start, phase.end);
            @let room = if to - from >= NAMED_ON_NARROW { "roomy" } else if to - from >= NAMED_ON_WIDE { "snug" } else { "tight" };
            // A drawing of its own, so that a long name ends where its phase does.
            svg class={ "phase " (phase.phase.name()) } x=(percent(from)) y="0" width=(percent(to - from)) height="17" {
                title { (page.texts.phase(phase.phase)) }
                rect width="100%" height="17" {}
                text class=(room) x="6" y="12.5" { (page.texts.phase(phase.phase)) }
            }
        }
    }
}

/// Pale stripes behind the lanes where the talk drifted.
fn shades(page: &Page, rows: &Rows) -> Markup {
    html! {
        @for drift in page.debrief.drifts.iter().filter(|drift| drift.excused.is_none()) {
            @let span = page.axis.drift(drift);
            rect class="shade" x=(percent(span.from)) width=(percent(span.length())) y=(rows.lanes + 2) height=(rows.drifts - rows.lanes) {}
        }
    }
}

/// Hours without a message, between two sittings of a chat.
fn breaks(page: &Page, rows: &Rows) -> Markup {
    html! {
        @for at in page.axis.breaks() {
            line class="break" x1=(percent(at)) x2=(percent(at)) y1=(rows.lanes + 4) y2=(rows.times + 1) {}
        }
    }
}

fn draw_lane(page: &Page, number: usize, lane: &Lane, rows: &Rows) -> Markup {
    let top = rows.lanes + number * LANE;
    html! {
        text class="lane" x="0" y=(top + LANE_NAME) aria-hidden="true" { (page.texts.speaker(lane.role, lane.speaker)) }
        rect class="rail" x="0" width="100%" y=(top + LANE_BLOCKS + LANE_HEIGHT / 2) height="1" {}
        @for (place, block) in lane.blocks.iter().enumerate() {
            @let span = block.visible();
            // One of all blocks can be reached by Tab; the script moves on from there.
            @let reach = if number == 0 && place == 0 { "0" } else { "-1" };
            a class="block" href={ "#u" (block.first) } tabindex=(reach)
                data-first=(block.first) data-last=(block.last) data-lane=(number) {
                title { (block_name(page, lane, *block)) }
                rect class={ "talk " (block.label.name()) } x=(percent(span.from)) width=(percent(span.length()))
                    y=(top + LANE_BLOCKS) height=(LANE_HEIGHT) rx="1.5" {}
            }
        }
    }
}

fn block_name(page: &Page, lane: &Lane, block: Block) -> String {
    let first = &page.debrief.utterances[block.first];
    let moment = moment_text(page.debrief, page.texts, first.start, block.first);
    let head = format!("{moment}, {}, {}", page.texts.speaker(lane.role, lane.speaker), page.texts.label(block.label));
    let words = page.texts.quote(first.text.excerpt(NAME_WORDS).as_str());
    words.map_or(head.clone(), |words| format!("{head}: {words}"))
}

fn bracket(page: &Page, number: usize, drift: &Drift, rows: &Rows) -> Markup {
    let texts = page.texts;
    let span = page.axis.drift(drift);
    let (from, to) = (percent(span.from), percent(span.to));
    let (top, line) = (rows.drifts + 3, rows.drifts + 9);
    // Only what counts as a drift is numbered.
    let place = page.debrief.drifts[..=number].iter().filter(|drift| drift.excused.is_none()).count();
    let kind = match drift.excused {
        Some(_) => texts.say(Message::TimelineExcused),
        None => texts.fill(Message::TimelineDrift, [("n", place.into())]),
    };
    let moment = moment_text(page.debrief, texts, drift.start, drift.from);
    let mut name = format!("{moment}, {kind}, {}", texts.label(drift.label));
    if let Some(words) = texts.quote(drift.topic.as_str()) {
        name = format!("{name}: {words}");
    }
    html! {
        a class={ "mark drift" @if drift.excused.is_some() { " excused" } } href={ "#drift-" (number + 1) } tabindex="-1"
            data-at=(format!("{:.3}", span.from * 100.0)) {
            title { (name) }
            rect class="touch" x=(from) width=(percent(span.length())) y=(rows.drifts) height=(DRIFTS) {}
            line x1=(from) x2=(to) y1=(line) y2=(line) {}
            line x1=(from) x2=(from) y1=(top) y2=(line) {}
            line x1=(to) x2=(to) y1=(top) y2=(line) {}
            @if drift.excused.is_none() { text x=(percent(f64::midpoint(span.from, span.to))) y=(line + 13) { (place) } }
        }
    }
}

fn marker(page: &Page, number: usize, cue: &ShownCue, rows: &Rows) -> Markup {
    let texts = page.texts;
    let at = page.axis.moment(cue.at, cue.after);
    let moment = moment_text(page.debrief, texts, cue.at, cue.after);
    let line = texts.quote(&cue.text).unwrap_or_default();
    let name = format!(
        "{moment}, {}",
        texts.fill(Message::TimelineCue, [("live", yes(page.debrief.accompanied)), ("line", line.into())])
    );
    html! {
        a class="mark cue" href={ "#cue-" (number + 1) } tabindex="-1" data-at=(format!("{:.3}", at * 100.0)) {
            title { (name) }
            svg x=(percent(at)) y=(rows.cues) overflow="visible" width="1" height=(CUES) {
                rect class="touch" x="-9" width="18" height=(CUES) {}
                path d="M0 2 L5.5 12 H-5.5 Z" {}
            }
        }
    }
}

fn times(page: &Page, rows: &Rows) -> Markup {
    let ticks = page.axis.ticks(page.texts, TICKS);
    html! {
        line class="axis" x1="0" x2="100%" y1=(rows.times + 1) y2=(rows.times + 1) {}
        @for (number, tick) in ticks.iter().enumerate() {
            // Every other one of many makes room on a narrow screen.
            @let class = if number % 2 == 1 && ticks.len() > FEW_TICKS { "time spare" } else { "time" };
            @let anchor = if tick.at > 0.985 { "end" } else if number == 0 { "start" } else { "middle" };
            line class="axis" x1=(percent(tick.at)) x2=(percent(tick.at)) y1=(rows.times + 1) y2=(rows.times + 5) {}
            text class=(class) x=(percent(tick.at)) y=(rows.times + 18) text-anchor=(anchor) aria-hidden="true" { (readable(&tick.text)) }
        }
    }
}
