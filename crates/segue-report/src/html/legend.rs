//! What the fills and marks of the timeline mean; only those that are there.

use super::Page;
use super::patterns::swatch;
use crate::wording::Message;
use maud::{Markup, html};
use segue_core::Label;

pub(super) fn write(page: &Page) -> Markup {
    let debrief = page.debrief;
    let used = |label: &Label| debrief.utterances.iter().any(|utterance| utterance.label == *label);
    let drifted = debrief.drifts.iter().any(|drift| drift.excused.is_none());
    let excused = debrief.drifts.iter().any(|drift| drift.excused.is_some());
    html! {
        ul class="legend" {
            @for label in Label::ALL.into_iter().filter(used) {
                li { (swatch(label)) (page.texts.label(label)) }
            }
            @if drifted { li { (sample_bracket("drift")) (page.texts.say(Message::LegendDrift)) } }
            @if excused { li { (sample_bracket("drift excused")) (page.texts.say(Message::LegendExcused)) } }
            @if !debrief.cues.is_empty() {
                li {
                    svg class="swatch cue" width="14" height="14" aria-hidden="true" focusable="false" { path d="M7 2 L12.5 12 H1.5 Z" {} }
                    (page.texts.of_lines(Message::LegendCue, debrief))
                }
            }
        }
    }
}

fn sample_bracket(class: &str) -> Markup {
    html! {
        svg class={ "swatch " (class) } width="20" height="14" aria-hidden="true" focusable="false" {
            line x1="1" x2="19" y1="10" y2="10" {}
            line x1="1" x2="1" y1="4" y2="10" {}
            line x1="19" x2="19" y1="4" y2="10" {}
        }
    }
}
