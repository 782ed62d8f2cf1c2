//! The debrief as Markdown for notes.

use crate::letter::{Cell, Entry, HoursOfDay, Section, TalkTable, compose};
use crate::wording::{Texts, is_ended};
use segue_core::debrief::Debrief;
use segue_core::{Label, Lang};

pub(crate) fn render(debrief: &Debrief, ui: Lang) -> String {
    let texts = Texts::of(ui);
    let letter = compose(debrief, texts);
    let mut blocks = vec![format!("# {}", escape(&letter.headline)), format!("*{}*", escape(&letter.facts.join(" · ")))];
    blocks.extend(letter.caveats.iter().map(|caveat| escape(caveat)));
    for section in &letter.sections {
        blocks.extend(blocks_of(section, texts));
    }
    let mut out = blocks.join("\n\n").replace('\u{a0}', " ");
    out.push('\n');
    out
}

fn blocks_of(section: &Section, texts: &Texts) -> Vec<String> {
    let mut blocks = vec![format!("## {}", escape(&section.title))];
    if !section.lead.is_empty() {
        blocks.push(escape(&section.lead.join(" ")));
    }
    blocks.extend(section.table.as_ref().map(|table| table_text(table, texts)));
    if !section.hours.is_empty() {
        blocks.push(hours_text(&section.hours));
    }
    if !section.entries.is_empty() {
        blocks.push(section.entries.iter().map(item).collect::<Vec<_>>().join("\n"));
    }
    blocks
}

fn table_text(table: &TalkTable, texts: &Texts) -> String {
    let row = |first: &str, cells: Vec<String>| format!("| {first} | {} |", cells.join(" | "));
    let mut rows = vec![row("", table.columns.iter().map(|column| escape(&column.name)).collect())];
    rows.push(format!("| --- |{}", " ---: |".repeat(table.columns.len())));
    for label in Label::ALL {
        let cells = table.columns.iter().map(|column| &column.cells[label as usize]);
        rows.push(row(&texts.label(label), cells.map(cell_text).collect()));
    }
    rows.push(row(&table.total_name, table.columns.iter().map(|column| column.total.clone()).collect()));
    rows.join("\n")
}

/// A row for every three hours: a table that is read in a few lines.
fn hours_text(hours: &[HoursOfDay]) -> String {
    let row = |first: &str, cells: Vec<String>| format!("| {first} | {} |", cells.join(" | "));
    let mut rows = vec![row("", hours.iter().map(|one| escape(&one.name)).collect())];
    rows.push(format!("| --- |{}", " ---: |".repeat(hours.len())));
    for from in (0..24).step_by(3) {
        let cells = hours.iter().map(|one| one.counts[from..from + 3].iter().sum::<usize>().to_string());
        rows.push(row(&format!("{from}:00–{}:00", from + 3), cells.collect()));
    }
    rows.join("\n")
}

fn cell_text(cell: &Cell) -> String {
    if cell.percent.is_empty() { cell.amount.clone() } else { format!("{}, {}", cell.amount, escape(&cell.percent)) }
}

fn item(entry: &Entry) -> String {
    let bullet = match entry.done {
        Some(true) => "- [x] ",
        Some(false) => "- [ ] ",
        None => "- ",
    };
    let moment = entry.moment.as_ref().map(|moment| format!("**{}** ", escape(&moment.text))).unwrap_or_default();
    let what = escape(&entry.what);
    let told = match (&entry.quote, what.is_empty()) {
        (Some(quote), false) => format!("{what}: {}", escape(quote)),
        (Some(quote), true) => escape(quote),
        (None, _) => what,
    };
    let full_stop = if entry.details.is_empty() || told.is_empty() || is_ended(&told) { "" } else { "." };
    let told = format!("{bullet}{}", format!("{moment}{told}{full_stop}").trim_end());
    std::iter::once(told).chain(entry.details.iter().map(|detail| escape(detail))).collect::<Vec<_>>().join(" ")
}

/// Words that stay words: nothing in them is markup, a link, a tag or a formula in the usual dialects.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '$' | '&' | '^') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escape_start(escaped)
}

/// A text that begins a line must not begin a list or a heading rule.
fn escape_start(text: String) -> String {
    let number = text.chars().take_while(char::is_ascii_digit).count();
    match text[number..].chars().next() {
        Some('+' | '-' | '=') if number == 0 => format!("\\{text}"),
        Some('.' | ')') if number > 0 => format!("{}\\{}", &text[..number], &text[number..]),
        _ => text,
    }
}
