//! The whole transcript, closed until wanted: every utterance with its time, speaker and label.

use super::Page;
use super::blocks::lane_of;
use super::patterns::swatch;
use crate::letter::{medium, moment_text};
use crate::wording::{Message, readable};
use maud::{Markup, html};
use segue_core::debrief::DebriefUtterance;

pub(super) fn write(page: &Page) -> Markup {
    let Page { debrief, texts, .. } = page;
    let count = debrief.utterances.len();
    let medium = medium(debrief);
    let shown = texts.grouped(count as u64);
    html! {
        section id="transcript" aria-labelledby="transcript-title" {
            h2 id="transcript-title" { (texts.fill(Message::TranscriptTitle, [("medium", medium.into())])) }
            div class="body" {
                details {
                    summary { (texts.fill(Message::TranscriptOpen, [("medium", medium.into()), ("n", count.into()), ("shown", shown.into())])) }
                    ol id="said" {
                        @for (index, utterance) in debrief.utterances.iter().enumerate() { (row(page, index, utterance)) }
                    }
                }
            }
        }
    }
}

fn row(page: &Page, index: usize, utterance: &DebriefUtterance) -> Markup {
    let Page { debrief, texts, .. } = page;
    let span = page.axis.span(index);
    let words = readable(utterance.text.as_str());
    let begins = index == 0 || debrief.utterances[index - 1].label != utterance.label;
    let flags = utterance.flags.iter().filter_map(|flag| texts.flag(flag)).collect::<Vec<_>>().join(", ");
    html! {
        li id={ "u" (index) } class=(utterance.label.name())
            data-from=(format!("{:.3}", span.from * 100.0)) data-to=(format!("{:.3}", span.to * 100.0))
            data-lane=(lane_of(&page.lanes, &utterance.speaker).unwrap_or_default()) {
            span class="when" { (moment_text(debrief, texts, utterance.start, index)) }
            span class="label" {
                @if begins { (swatch(utterance.label)) }
                span class=[(!begins).then_some("unseen")] { (texts.label(utterance.label)) }
            }
            div class="turn" {
                span class="who" { (texts.speaker(utterance.role, &utterance.speaker)) }
                @if words.is_empty() {
                    span class="words dropped" { (texts.say(Message::WordsDropped)) }
                } @else {
                    span class="words" lang=(debrief.lang.code()) { (words) }
                }
                @if !flags.is_empty() { span class="flags" { (flags) } }
            }
        }
    }
}
