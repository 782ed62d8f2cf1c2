//! Lanes and blocks: who talked when, as few shapes as the eye can tell apart.

use crate::axis::{Axis, Span};
use segue_core::debrief::Debrief;
use segue_core::{Label, Role};

/// The widest timeline in pixels; neighbours closer than one of them are drawn as one.
const WIDEST: f64 = 1000.0;

/// The utterances of one speaker.
pub(super) struct Lane<'a> {
    pub speaker: &'a str,
    pub role: Role,
    pub blocks: Vec<Block>,
}

/// Neighbouring utterances of one speaker with one label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Block {
    pub label: Label,
    /// First and last utterance; those of others between them do not belong to it.
    pub first: usize,
    pub last: usize,
    pub span: Span,
}

impl Block {
    /// Wide enough to be seen, and within the axis.
    pub(super) fn visible(self) -> Span {
        let width = self.span.length().max(1.5 / WIDEST);
        let from = self.span.from.min(1.0 - width);
        Span { from, to: from + width }
    }
}

/// One lane a speaker, in order of appearance.
pub(super) fn lanes<'a>(debrief: &'a Debrief, axis: &Axis) -> Vec<Lane<'a>> {
    let mut lanes: Vec<Lane> = Vec::new();
    for (index, utterance) in debrief.utterances.iter().enumerate() {
        let place = lane_of(&lanes, &utterance.speaker).unwrap_or_else(|| {
            lanes.push(Lane { speaker: &utterance.speaker, role: utterance.role, blocks: Vec::new() });
            lanes.len() - 1
        });
        let next = Block { label: utterance.label, first: index, last: index, span: axis.span(index) };
        let blocks = &mut lanes[place].blocks;
        match blocks.last_mut() {
            Some(block) if joins(*block, next) => {
                block.last = index;
                block.span.to = block.span.to.max(next.span.to);
            }
            _ => blocks.push(next),
        }
    }
    lanes
}

/// The lane of a speaker.
pub(super) fn lane_of(lanes: &[Lane], speaker: &str) -> Option<usize> {
    lanes.iter().position(|lane| lane.speaker == speaker)
}

fn joins(before: Block, next: Block) -> bool {
    before.label == next.label && next.span.from >= before.span.from && next.span.from - before.span.to < 1.0 / WIDEST
}
