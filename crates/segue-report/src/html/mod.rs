//! The debrief as one page that needs nothing else.

mod timeline;

use crate::axis::Axis;
use crate::letter::{Entry, Section, TalkTable, Topic, compose, medium, moment_text};
use crate::wording::{Message, Texts, readable};
use base64::Engine as _;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use segue_core::debrief::{Debrief, DebriefUtterance};
use segue_core::{Label, Lang};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Class of a label in the style sheet.
fn class(label: Label) -> &'static str {
    label.name()
}

/// A hash as content security policies name it.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
}

pub(crate) fn render(debrief: &Debrief, ui: Lang) -> String {
    let texts = Texts::of(ui);
    let letter = compose(debrief, texts);
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    let page = html! {
        (DOCTYPE)
        html lang=(ui.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (texts.fill(Message::PageTitle, [("file", readable(&debrief.file).into())])) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    header {
                        h1 { (letter.headline) }
                        p.facts { (letter.facts.join(" · ")) }
                        @for caveat in &letter.caveats { p.caveat { (caveat) } }
                    }
                    @if !debrief.utterances.is_empty() { (timeline::draw(debrief, texts, &Axis::of(debrief))) }
                    @for section in &letter.sections { (section_of(section, texts)) }
                    @if !debrief.utterances.is_empty() { (transcript(debrief, texts)) }
                }
                footer { p { (texts.say(Message::Footer)) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

fn section_of(section: &Section, texts: &Texts) -> Markup {
    let anchor = section.topic.anchor();
    html! {
        section id=(anchor) aria-labelledby=(format!("{anchor}-title")) {
            h2 id=(format!("{anchor}-title")) { (section.title) }
            @if !section.lead.is_empty() { p { (section.lead.join(" ")) } }
            @if let Some(table) = &section.table { (talk(table, texts)) }
            @if !section.entries.is_empty() {
                ul.entries { @for entry in &section.entries { (item(entry, section.topic)) } }
            }
        }
    }
}

fn talk(table: &TalkTable, texts: &Texts) -> Markup {
    html! {
        div.scroll role="region" aria-labelledby="talk-title" tabindex="0" {
            table {
                thead { tr { th scope="col" { span.unseen { (texts.say(Message::All)) } } @for column in &table.columns { th scope="col" { (column.name) } } } }
                tbody {
                    @for label in Label::ALL {
                        tr {
                            th scope="row" { span class=(format!("key {}", class(label))) {} (texts.label(label)) }
                            @for column in &table.columns {
                                @let cell = &column.cells[label as usize];
                                td {
                                    span.amount { (cell.amount) } " " span.percent { (cell.percent) }
                                    svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
                                        rect class=(class(cell.label)) width=(format!("{:.1}", 100.0 * cell.share)) height="4" {}
                                    }
                                }
                            }
                        }
                    }
                }
                tfoot { tr { th scope="row" { (table.total_name) } @for column in &table.columns { td { (column.total) } } } }
            }
        }
    }
}

fn item(entry: &Entry, topic: Topic) -> Markup {
    html! {
        li.quiet[entry.quiet] {
            @if let Some(moment) = &entry.moment {
                a.moment href=(format!("#u{}", moment.index)) { (moment.text) } " "
            }
            @if let Some(done) = entry.done { span.box aria-hidden="true" { (if done { "☑" } else { "☐" }) } " " }
            @if let Some(label) = entry.label { span class=(format!("key {}", class(label))) {} }
            @if !entry.what.is_empty() { span { (entry.what) @if entry.quote.is_some() { ": " } } }
            @if let Some(quote) = &entry.quote { q.line[topic == Topic::Cues] { (quote) } }
            @if !entry.details.is_empty() { p.details { (entry.details.join(" ")) } }
        }
    }
}

fn transcript(debrief: &Debrief, texts: &Texts) -> Markup {
    html! {
        section #transcript {
            h2 { (texts.fill(Message::TranscriptTitle, [("medium", medium(debrief).into())])) }
            details {
                summary { (texts.fill(Message::TranscriptOpen, [("medium", medium(debrief).into()), ("n", debrief.utterances.len().into()), ("shown", debrief.utterances.len().into())])) }
                ol.talk { @for utterance in &debrief.utterances { (line(debrief, utterance, texts)) } }
            }
        }
    }
}

fn line(debrief: &Debrief, utterance: &DebriefUtterance, texts: &Texts) -> Markup {
    let flags: Vec<String> = utterance.flags.iter().map(|flag| texts.flag(flag)).collect();
    html! {
        li id=(format!("u{}", utterance.index)) class=(class(utterance.label)) {
            span.when { (moment_text(debrief, texts, utterance.start, utterance.index)) } " "
            b { (texts.speaker(utterance.role, &utterance.speaker)) } " "
            span.label { (texts.label(utterance.label)) @if !flags.is_empty() { " · " (flags.join(", ")) } }
            p {
                @if utterance.text.is_empty() { i { (texts.say(Message::WordsDropped)) } } @else { (readable(utterance.text.as_str())) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_style_or_script_reaches_out() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("http") && !text.contains("url(") && !text.contains("@import"), "{text}");
        }
        assert!(!SCRIPT.contains("</") && !STYLE.contains("</"));
    }
}
