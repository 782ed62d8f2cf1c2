//! The trend for a terminal: bars a call, as wide as there is room for.

use super::amounts::{day, holding_share, money, name};
use super::page::Book;
use super::sentences;
use super::wording::Say;
use crate::TextOptions;
use crate::text::paint::{HEADLINE, PLAIN, Paint, QUIET, TITLE};
use crate::text::sheet::{Sheet, left, right};
use crate::wording::{Texts, sentence};
use anstyle::{Ansi256Color, Style};
use segue_core::debrief::Unit;
use segue_weeks::{ClientTrend, Judged, Trend, runs_over};
use textwrap::core::display_width;

/// Bars of eight heights, where the terminal shows more than ASCII.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The same in ASCII, where the text is plain and may be pasted anywhere.
const PLAIN_HEIGHTS: [char; 8] = ['.', '.', ':', ':', '|', '|', '#', '#'];
/// Lines and exceptions that are shown.
const LINES: usize = 3;
const EXCEPTIONS: usize = 5;
/// What was not agreed: gold, as small talk is.
const OUTSIDE: Style = Style::new().fg_color(Some(anstyle::Color::Ansi256(Ansi256Color(136))));
const WITHIN: Style = Style::new().fg_color(Some(anstyle::Color::Ansi256(Ansi256Color(245))));

pub(super) fn render(trend: &Trend, options: TextOptions, book: Book) -> String {
    let texts = Texts::of(options.ui);
    let mut sheet = Sheet::of(options);
    sheet.paragraph(&sentences::headline(texts, trend), HEADLINE);
    sheet.paragraph(&sentences::facts(texts, trend).join(" · "), QUIET);
    if let Some(cost) = sentences::cost(texts, &trend.figures) {
        sheet.paragraph(&cost, PLAIN);
    }
    if let [only] = trend.clients.as_slice() {
        sheet.blank();
        write_client(&mut sheet, texts, only, book);
    } else {
        write_weeks(&mut sheet, texts, trend);
        write_clients(&mut sheet, texts, trend);
    }
    if trend.figures.calls > 0 {
        sheet.blank();
        sheet.paragraph(&texts.say(Say::HoldingFormula), QUIET);
    }
    sheet.finish()
}

fn write_weeks(sheet: &mut Sheet, texts: &Texts, trend: &Trend) {
    for (message, told) in sentences::recent_weeks(texts, trend) {
        sheet.blank();
        sheet.paragraph(&texts.say(message), TITLE);
        for sentence in told {
            sheet.hanging("", "  ", &sentence, PLAIN);
        }
    }
}

fn write_clients(sheet: &mut Sheet, texts: &Texts, trend: &Trend) {
    let names: Vec<String> = trend.clients.iter().map(|client| name(texts, &client.client.name)).collect();
    let head = names.iter().map(|name| display_width(name)).max().unwrap_or(0).min(sheet.measure() / 3);
    // All calls share a scale; chats, which have no minutes, have one of their own each.
    let spoken = trend.clients.iter().flat_map(|client| &client.calls).filter(|one| one.call.unit == Unit::Seconds);
    let spoken = spoken.map(minutes).fold(0.0, f64::max);
    let calls = trend.clients.iter().map(|client| client.calls.len()).max().unwrap_or(0);
    let room = sheet.measure().saturating_sub(head + 12).min(calls);
    for (client, name) in trend.clients.iter().zip(&names) {
        sheet.blank();
        let most = if client.figures.spoken > 0 { spoken } else { client.calls.iter().map(minutes).fold(0.0, f64::max) };
        let bars = bars(sheet.paint, &client.calls[client.calls.len().saturating_sub(room)..], most);
        let line = format!("{}  {}  {bars}", left(name, head), right(&holding_share(texts, client.holding), 5));
        sheet.line(&line);
        let facts = [
            (Say::ClientsCall, sentences::now(texts, client)),
            (Say::ClientsHolding, holding_share(texts, client.holding)),
            (Say::ClientsExceptions, sentences::exceptions_of(texts, client)),
        ];
        let facts = facts.map(|(head, value)| format!("{}: {value}", texts.say(head)));
        sheet.hanging("  ", "  ", &facts.join(" · "), QUIET);
        sheet.hanging("  ", "  ", &sentences::step(texts, client), PLAIN);
        for remark in [sentences::flexible(texts, client), sentences::curt(texts, client)].into_iter().flatten() {
            sheet.hanging("  ", "  ", &remark, PLAIN);
        }
    }
}

fn write_client(sheet: &mut Sheet, texts: &Texts, client: &ClientTrend, book: Book) {
    let most = client.calls.iter().map(minutes).fold(0.0, f64::max);
    let room = sheet.measure();
    let shown = &client.calls[client.calls.len().saturating_sub(room)..];
    let marks: String = shown.iter().map(mark).collect();
    sheet.line(&bars(sheet.paint, shown, most));
    sheet.line(&marks);
    if let (Some(first), Some(last)) = (shown.first(), shown.last()) {
        let (first, last) = (day(texts, first.day), day(texts, last.day));
        let gap = shown.len().saturating_sub(display_width(&first)).max(display_width(&last) + 1);
        sheet.line(&sheet.paint.paint(&format!("{first}{}", right(&last, gap)), QUIET));
    }
    sheet.paragraph(&texts.say(Say::ChartSigns), QUIET);
    sheet.blank();
    let mut facts = vec![
        format!("{}: {}", texts.say(Say::ClientsCall), sentences::now(texts, client)),
        format!("{}: {}", texts.say(Say::ClientsHolding), holding_share(texts, client.holding)),
    ];
    if !client.figures.money.is_empty() {
        facts.push(format!("{}: {}", sentence(&texts.say(Say::NumberCost)), money(texts, &client.figures.money)));
    }
    sheet.paragraph(&facts.join(" · "), PLAIN);
    section(sheet, &texts.say(Say::NextTitle), &[sentences::step(texts, client)]);
    for remark in [sentences::flexible(texts, client), sentences::curt(texts, client)].into_iter().flatten() {
        sheet.paragraph(&remark, PLAIN);
    }
    let who = sentences::who(texts, client);
    if !who.is_empty() {
        section(sheet, &texts.say(Say::WhoTitle), &who);
    }
    if let Some(returned) = sentences::returned(texts, &client.figures) {
        section(sheet, &texts.say(Say::ReturnedTitle), &[returned]);
    }
    if let Some(announced) = sentences::announced(texts, client) {
        section(sheet, &texts.say(Say::AnnouncedTitle), &[announced]);
    }
    let lines: Vec<String> = client
        .lines
        .iter()
        .take(LINES)
        .map(|effect| sentences::line(texts, effect, book, client.client.boundary.address))
        .collect();
    if !lines.is_empty() {
        section(sheet, &texts.say(Say::LinesTitle), &lines);
    }
    let mut exceptions: Vec<String> = sentences::exceptions(client)
        .into_iter()
        .take(EXCEPTIONS)
        .map(|(date, exception)| {
            let (what, told) = sentences::exception(texts, exception);
            format!("{} — {what} ({told})", day(texts, date))
        })
        .collect();
    exceptions.extend(sentences::exceptions_more(texts, client, EXCEPTIONS));
    if !exceptions.is_empty() {
        section(sheet, &texts.say(Say::ExceptionsTitle), &exceptions);
    }
}

fn section(sheet: &mut Sheet, title: &str, paragraphs: &[String]) {
    sheet.blank();
    sheet.paragraph(title, TITLE);
    for paragraph in paragraphs {
        sheet.hanging("", "  ", paragraph, PLAIN);
    }
}

/// One character a call, as high as its private talk; what was not agreed is in gold.
fn bars(paint: Paint, calls: &[Judged], most: f64) -> String {
    let heights = if paint.colour { HEIGHTS } else { PLAIN_HEIGHTS };
    let bar = |one: &Judged| {
        let level = if most > 0.0 { (minutes(one) / most * 8.0).ceil().clamp(1.0, 8.0) as usize - 1 } else { 0 };
        let style = if one.within == Some(false) { OUTSIDE } else { WITHIN };
        paint.paint(&heights[level].to_string(), style)
    };
    calls.iter().map(bar).collect()
}

/// Minutes of private talk; of a chat, hundredths of its words, so that it can be drawn at all. Of a call that does not
/// count there are none.
fn minutes(one: &Judged) -> f64 {
    match one.call.unit {
        _ if !one.counts => 0.0,
        Unit::Seconds => one.private / 60.0,
        Unit::Words => one.call.total().private_share() * 100.0,
    }
}

/// What happened in a call besides: announced, serious, over the plan, did not hold.
fn mark(one: &Judged) -> char {
    if one.announced {
        'A'
    } else if one.call.serious {
        '!'
    } else if runs_over(one.call) {
        '+'
    } else if one.held() == Some(false) {
        'x'
    } else {
        ' '
    }
}
