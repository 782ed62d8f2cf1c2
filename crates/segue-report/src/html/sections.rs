//! The sections of the letter on the page.

use super::Page;
use super::hours;
use super::patterns::swatch;
use super::talk;
use crate::letter::{Entry, Section, Topic};
use maud::{Markup, html};

pub(super) fn write(page: &Page, section: &Section) -> Markup {
    let anchor = section.topic.anchor();
    let title = format!("{anchor}-title");
    html! {
        section id=(anchor) aria-labelledby=(title) {
            h2 id=(title) { (section.title) }
            div class="body" {
                @if !section.lead.is_empty() { p class="lead" { (section.lead.join(" ")) } }
                @if let Some(table) = &section.table { (talk::write(page, table)) }
                (hours::write(&section.hours))
                @if !section.entries.is_empty() {
                    ol class="entries" {
                        @for (number, entry) in section.entries.iter().enumerate() { (item(page, section.topic, number, entry)) }
                    }
                }
            }
        }
    }
}

fn item(page: &Page, topic: Topic, number: usize, entry: &Entry) -> Markup {
    // The timeline's brackets and markers lead here.
    let anchor = match topic {
        Topic::Drifts => Some(format!("drift-{}", number + 1)),
        Topic::Cues => Some(format!("cue-{}", number + 1)),
        _ => None,
    };
    // Notes are for the reader to handle; a box that nobody can tick would only look undone.
    let mark = entry.done.filter(|_| topic != Topic::Notes).map(|done| if done { "✓" } else { "○" });
    let timeless = entry.moment.is_none() && matches!(topic, Topic::Problems | Topic::Months);
    html! {
        li id=[anchor] class=[(entry.quiet || timeless).then_some(if timeless { "timeless" } else { "quiet" })] {
            @if !timeless {
                span class="when" {
                    @if let Some(moment) = &entry.moment {
                        a href={ "#u" (moment.index) } { (moment.text) }
                    }
                }
            }
            div {
                @if mark.is_some() || entry.label.is_some() || !entry.what.is_empty() {
                    p class="what" {
                        @if let Some(mark) = mark { span class="tick" aria-hidden="true" { (mark) } }
                        @if let Some(label) = entry.label { (swatch(label)) }
                        (entry.what)
                        @if entry.what.is_empty() { (quoted(page, entry)) }
                    }
                }
                @if !entry.what.is_empty() && entry.quote.is_some() { p class="quote" { (quoted(page, entry)) } }
                @if !entry.details.is_empty() { p class="details" { (entry.details.join(" ")) } }
            }
        }
    }
}

fn quoted(page: &Page, entry: &Entry) -> Markup {
    html! { @if let Some(quote) = &entry.quote { span lang=(page.debrief.lang.code()) { (quote) } } }
}
