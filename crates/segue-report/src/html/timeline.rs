//! The timeline as SVG: a lane a speaker, drifts, cues and phases; every mark can be pointed at and
//! reached by keyboard.

use super::class;
use crate::axis::{Axis, Span};
use crate::letter::{medium, moment_text};
use crate::wording::{Message, Texts, readable};
use maud::{Markup, html};
use segue_core::debrief::{Debrief, DebriefUtterance};
use segue_core::{Label, Role};

/// Width of the drawing in its own units; names stand above their lanes, so lanes have all of it.
const WIDTH: f64 = 1000.0;
const LANE: f64 = 26.0;
const NAME: f64 = 18.0;
const GAP: f64 = 8.0;
const PHASES: f64 = 22.0;
/// Marks on the axis.
const TICKS: usize = 8;
/// Narrowest block that is drawn, in units; what is narrower joins its neighbour of the same label.
const NARROWEST: f64 = 1.2;
/// Words of an utterance in the detail line.
const SHOWN_WORDS: usize = 40;
/// Lanes; whoever speaks besides the first few shares the last one.
const MOST_LANES: usize = 8;

/// Blocks of one speaker that lie together and have one label.
struct Block {
    lane: usize,
    span: Span,
    label: Label,
    first: usize,
}

pub(super) fn draw(debrief: &Debrief, texts: &Texts, axis: &Axis<'_>) -> Markup {
    let lanes = lanes(debrief);
    let top = PHASES + GAP;
    let lane_height = NAME + LANE + GAP;
    let bottom = top + lane_height * lanes.len() as f64;
    let height = bottom + 62.0;
    let x = |share: f64| format!("{:.2}", share * WIDTH);
    let title = if medium(debrief) == "chat" { Message::TimelineChat } else { Message::TimelineCall };
    html! {
        section #timeline aria-labelledby="timeline-title" {
            h2 id="timeline-title" { (texts.say(title)) }
            div.scroll {
                svg.timeline viewBox=(format!("0 0 {WIDTH} {height}")) role="group" aria-labelledby="timeline-title" {
                    defs {
                        pattern #dots width="6" height="6" patternUnits="userSpaceOnUse" { circle.ink cx="2" cy="2" r="1.3" {} }
                        pattern #lines width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" { rect.ink width="2" height="6" {} }
                    }
                    @for span in &debrief.phases {
                        @let part = axis.stretch(span.start, span.end);
                        g.phase {
                            rect x=(x(part.from)) y="0" width=(x(part.length())) height=(PHASES - 4.0) {
                                title { (texts.phase(span.phase)) }
                            }
                            @if part.length() > 0.1 { text x=(format!("{:.2}", part.from * WIDTH + 6.0)) y="13" { (texts.phase(span.phase)) } }
                        }
                    }
                    @for (number, drift) in debrief.drifts.iter().enumerate() {
                        @let part = axis.drift(drift);
                        rect.drift.excused[drift.excused.is_some()] x=(x(part.from)) y=(top) width=(x(part.length().max(0.002))) height=(bottom - top) {
                            title { (texts.fill(Message::TimelineDrift, [("n", (number + 1).into())])) }
                        }
                    }
                    @for (lane, (role, name)) in lanes.iter().enumerate() {
                        text.name x="0" y=(top + lane_height * lane as f64 + 13.0) { (texts.speaker(*role, name)) }
                    }
                    @for (position, block) in blocks(debrief, axis, &lanes).iter().enumerate() {
                        @let y = top + lane_height * block.lane as f64 + NAME;
                        (block_of(debrief, texts, block, y, position == 0))
                    }
                    @for cue in &debrief.cues {
                        @let at = axis.moment(cue.at, cue.after) * WIDTH;
                        g.cue tabindex="-1" role="img" data-at=(cue.after) aria-label=(cue_text(debrief, texts, cue)) {
                            path d=(format!("M{:.1} {:.1} l7 12 h-14 z", at.clamp(8.0, WIDTH - 8.0), bottom + 2.0)) {}
                        }
                    }
                    line.axis x1="0" x2=(WIDTH) y1=(bottom + 24.0) y2=(bottom + 24.0) {}
                    @for tick in axis.ticks(texts, TICKS) {
                        @let at = tick.at * WIDTH;
                        line.axis x1=(format!("{at:.1}")) x2=(format!("{at:.1}")) y1=(bottom + 24.0) y2=(bottom + 30.0) {}
                        text.tick x=(format!("{at:.1}")) y=(bottom + 46.0) text-anchor=(if tick.at > 0.95 { "end" } else if tick.at < 0.02 { "start" } else { "middle" }) { (tick.text) }
                    }
                }
            }
            p #moment aria-live="polite" data-hint=(texts.say(Message::TimelineHint)) { (texts.say(Message::TimelineHint)) }
            ul.legend {
                @for label in Label::ALL { li { span class=(format!("key {}", class(label))) {} (texts.label(label)) } }
                @if debrief.drifts.iter().any(|d| d.excused.is_none()) { li { span.key.drift {} (texts.say(Message::LegendDrift)) } }
                @if debrief.drifts.iter().any(|d| d.excused.is_some()) { li { span.key.excused {} (texts.say(Message::LegendExcused)) } }
                @if !debrief.cues.is_empty() { li { span.mark { "▲" } " " (texts.say(Message::LegendCue)) } }
            }
        }
    }
}

fn block_of(debrief: &Debrief, texts: &Texts, block: &Block, y: f64, first: bool) -> Markup {
    let utterance = &debrief.utterances[block.first];
    let (x, width) = (block.span.from * WIDTH, (block.span.length() * WIDTH).max(NARROWEST));
    html! {
        g class=(format!("block {}", class(block.label))) tabindex=(if first { "0" } else { "-1" }) role="img" data-at=(block.first) aria-label=(told(debrief, texts, utterance)) {
            rect x=(format!("{x:.2}")) y=(y) width=(format!("{width:.2}")) height=(LANE) {}
            @if block.label.is_private() { rect.pattern x=(format!("{x:.2}")) y=(y) width=(format!("{width:.2}")) height=(LANE) {} }
        }
    }
}

/// What the detail line says of an utterance.
fn told(debrief: &Debrief, texts: &Texts, utterance: &DebriefUtterance) -> String {
    let words = utterance.text.excerpt(SHOWN_WORDS);
    let quote = texts.quote(words.as_str()).unwrap_or_else(|| texts.say(Message::WordsDropped));
    let who = texts.speaker(utterance.role, &utterance.speaker);
    let when = moment_text(debrief, texts, utterance.start, utterance.index);
    format!("{when} · {who} · {}: {quote}", texts.label(utterance.label))
}

fn cue_text(debrief: &Debrief, texts: &Texts, cue: &segue_core::debrief::ShownCue) -> String {
    let line = texts.quote(&cue.text).unwrap_or_default();
    let when = moment_text(debrief, texts, cue.at, cue.after);
    format!("{when} · {}", texts.fill(Message::TimelineCue, [("line", line.into())]))
}

/// Speakers in the order of their first words.
fn lanes(debrief: &Debrief) -> Vec<(Role, String)> {
    let mut lanes: Vec<(Role, String)> = Vec::new();
    for utterance in &debrief.utterances {
        let known = lanes.iter().any(|(role, name)| *role == utterance.role && *name == utterance.speaker);
        if !known && lanes.len() < MOST_LANES {
            lanes.push((utterance.role, readable(&utterance.speaker)));
        }
    }
    lanes
}

fn blocks(debrief: &Debrief, axis: &Axis<'_>, lanes: &[(Role, String)]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Vec<Option<usize>> = vec![None; lanes.len()];
    for utterance in &debrief.utterances {
        let own = lanes.iter().position(|(role, name)| *role == utterance.role && *name == readable(&utterance.speaker));
        let lane = own.unwrap_or(lanes.len().saturating_sub(1));
        let span = axis.span(utterance.index);
        // Thousands of slivers would be seen by nobody and slow everybody down.
        let joined = last[lane].map(|i| &mut blocks[i]).filter(|block| {
            block.label == utterance.label && (span.from - block.span.to) * WIDTH < NARROWEST && span.length() * WIDTH < NARROWEST
        });
        if let Some(block) = joined {
            block.span.to = block.span.to.max(span.to);
        } else {
            last[lane] = Some(blocks.len());
            blocks.push(Block { lane, span, label: utterance.label, first: utterance.index });
        }
    }
    blocks
}
