//! Before the next call: composed once, laid out for the terminal and as Markdown.

use super::amounts::{date, minutes, name};
use super::markdown::{front_matter, quoted};
use super::sentences;
use super::wording::Say;
use crate::TextOptions;
use crate::markdown::escape;
use crate::text::paint::{HEADLINE, PLAIN, TITLE};
use crate::text::sheet::Sheet;
use crate::wording::{Texts, readable, sentence};
use segue_core::Lang;
use segue_core::debrief::Unit;
use segue_weeks::{Judged, Preparation, runs_over};
use serde::Serialize;

/// A part of the preparation.
#[derive(Clone, PartialEq, Serialize)]
pub struct PreparationPart {
    /// What it is about.
    pub title: String,
    /// Its paragraphs, whose lines are lines.
    pub paragraphs: Vec<String>,
    /// True if the paragraphs are a list.
    pub list: bool,
    /// True if it is a text to be sent or said as it stands.
    pub verbatim: bool,
}

/// What there is to know, without the text to send: its title and its parts.
pub(super) fn parts(preparation: &Preparation, ui: Lang) -> (String, Vec<PreparationPart>) {
    let texts = Texts::of(ui);
    (headline(texts, preparation), to_know(texts, preparation))
}

fn headline(texts: &Texts, preparation: &Preparation) -> String {
    let who = name(texts, &preparation.trend.client.name);
    let mut facts = vec![texts.fill(Say::PrepareTitle, [("who", who.into())])];
    if let Some(start) = &preparation.start {
        facts.push(format!("{}, {}", date(texts, start.date()), start.strftime("%H:%M %Z")));
    }
    if let Some(limit) = preparation.minutes {
        facts.push(minutes(texts, f64::from(limit)));
    }
    facts.join(" · ")
}

fn compose(texts: &Texts, preparation: &Preparation) -> Vec<PreparationPart> {
    let mut paragraphs: Vec<String> = preparation.invitation.subject.iter().cloned().collect();
    paragraphs.extend(preparation.invitation.body.as_str().split("\n\n").map(str::to_owned));
    let title = texts.say(Say::PrepareInvitation);
    let invitation = PreparationPart { title, paragraphs, list: false, verbatim: true };
    to_know(texts, preparation).into_iter().chain([invitation]).collect()
}

fn to_know(texts: &Texts, preparation: &Preparation) -> Vec<PreparationPart> {
    let trend = &preparation.trend;
    let mut parts = Vec::new();
    let mut add = |title: Say, paragraphs: Vec<String>, list: bool, verbatim: bool| {
        if !paragraphs.is_empty() {
            parts.push(PreparationPart { title: texts.say(title), paragraphs, list, verbatim });
        }
    };
    let script = preparation.announcement().map(|announcement| announcement.script.clone());
    add(Say::PrepareAnnounce, script.into_iter().collect(), false, true);
    let mut advice = vec![sentences::step(texts, trend)];
    advice.extend(preparation.announcement_waits().then(|| texts.say(Say::PrepareWaits)));
    advice.extend(preparation.agenda_too_long().map(|(needed, room)| {
        let values = [("needed", minutes(texts, needed).into()), ("room", minutes(texts, f64::from(room)).into())];
        texts.fill(Say::PrepareTooLong, values)
    }));
    advice.extend(sentences::flexible(texts, trend));
    advice.extend(sentences::curt(texts, trend));
    add(Say::PrepareTry, advice, false, false);
    add(Say::PrepareLast, trend.calls.last().map_or_else(Vec::new, |last| last_time(texts, last)), false, false);
    let remembered = trend.client.remembered.iter().map(|one| format!("{}: {}", date(texts, one.date), readable(&one.text)));
    add(Say::PrepareRemembered, remembered.collect(), true, false);
    add(Say::PrepareParked, trend.client.parked.iter().map(|topic| readable(topic.as_str())).collect(), true, false);
    parts
}

/// The last call in sentences.
fn last_time(texts: &Texts, last: &Judged) -> Vec<String> {
    let call = last.call;
    let length = if call.unit == Unit::Seconds {
        texts.round_duration(call.seconds)
    } else {
        texts.amount(Unit::Words, call.total().total())
    };
    let mut told = Vec::new();
    if call.serious {
        let values = [("date", date(texts, last.day).into()), ("length", length.into())];
        told.push(texts.fill(Say::PrepareLastSerious, values));
    } else if !last.counts {
        let values = [("date", date(texts, last.day).into()), ("length", length.into())];
        told.push(texts.fill(Say::PrepareLastUnknown, values));
    } else if last.private <= 0.0 {
        let held = super::sentences::held(texts, last);
        let values = [("date", date(texts, last.day).into()), ("length", length.into()), ("held", held.into())];
        told.push(texts.fill(Say::PrepareLastBusiness, values));
    } else if call.unit == Unit::Words {
        // No chat was ever agreed for what is written.
        let private = texts.amount(call.unit, last.private);
        let values = [("date", date(texts, last.day).into()), ("length", length.into()), ("private", private.into())];
        told.push(texts.fill(Say::PrepareLastWritten, values));
    } else {
        told.push(texts.fill(
            Say::PrepareLastCall,
            [
                ("date", date(texts, last.day).into()),
                ("length", length.into()),
                ("private", texts.amount(call.unit, last.private).into()),
                ("outside", texts.amount(call.unit, last.outside).into()),
                ("held", super::sentences::held(texts, last).into()),
            ],
        ));
    }
    // What was left stands below; here is why, if that was said.
    let left_for = last.unfinished.iter().filter(|one| !one.reason.is_empty());
    if runs_over(call) || !last.departures.is_empty() || last.unfinished.is_some() {
        told.extend(last.departures.iter().chain(left_for).map(|exception| {
            let (what, how) = sentences::exception(texts, exception);
            sentence(&format!("{} ({how}).", what.trim_end_matches('.')))
        }));
    }
    let left: Vec<String> = call.agenda.iter().filter(|(_, reached)| !reached).map(|(item, _)| readable(item)).collect();
    if !left.is_empty() {
        told.push(texts.fill(Say::PrepareLeft, [("items", left.join(", ").into())]));
    }
    told
}

/// For the terminal.
pub(super) fn text(preparation: &Preparation, options: TextOptions) -> String {
    let texts = Texts::of(options.ui);
    let mut sheet = Sheet::of(options);
    sheet.paragraph(&headline(texts, preparation), HEADLINE);
    for part in compose(texts, preparation) {
        sheet.blank();
        sheet.paragraph(&part.title, TITLE);
        for (number, paragraph) in part.paragraphs.iter().enumerate() {
            if part.verbatim && number > 0 {
                sheet.blank();
            }
            let (first, rest) = if part.list { ("– ", "  ") } else { ("", "") };
            for line in paragraph.lines() {
                sheet.hanging(first, rest, line, PLAIN);
            }
        }
    }
    sheet.finish()
}

/// As Markdown with front matter, for notes.
pub(super) fn markdown(preparation: &Preparation, ui: Lang) -> String {
    let texts = Texts::of(ui);
    let client = &preparation.trend.client;
    let mut head: Vec<(&str, String)> = vec![("client", quoted(&client.name))];
    if let Some(start) = &preparation.start {
        head.push(("date", start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()));
    }
    head.extend(preparation.minutes.map(|minutes| ("minutes", minutes.to_string())));
    head.push(("lang", client.boundary.lang.code().to_owned()));
    head.push(("tags", "[segue, call]".to_owned()));
    let mut out = front_matter(&head);
    out.push_str(&format!("# {}\n", escape(&headline(texts, preparation))));
    for part in compose(texts, preparation) {
        out.push_str(&format!("\n## {}\n", escape(&part.title)));
        for paragraph in &part.paragraphs {
            let lines: Vec<String> = paragraph.lines().map(escape).collect();
            match (part.list, part.verbatim) {
                (true, _) => out.push_str(&format!("\n- {}", lines.join(" "))),
                // Two spaces keep the line breaks of a numbered agenda within a quotation.
                (_, true) => out.push_str(&format!("\n> {}\n", lines.join("  \n> "))),
                _ => out.push_str(&format!("\n{}\n", lines.join(" "))),
            }
        }
        if part.list {
            out.push('\n');
        }
    }
    out
}
