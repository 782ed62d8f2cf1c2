//! Talk per label and speaker: a table where it fits, a list where it does not.

use super::paint::{PLAIN, QUIET};
use super::sheet::{Sheet, left, right};
use crate::letter::{Cell, Column, TalkTable};
use segue_core::Label;
use textwrap::core::display_width;

/// Columns between two columns of the table.
const GAP: usize = 3;
/// Shortest and longest bar of all talk beside the table.
const BAR: std::ops::RangeInclusive<usize> = 10..=30;

pub(super) fn write(sheet: &mut Sheet, names: &[String; 4], table: &TalkTable) {
    let head = names.iter().map(|name| display_width(name) + 2).chain([display_width(&table.total_name)]).max().unwrap_or(0);
    let widths: Vec<usize> = table.columns.iter().map(column_width).collect();
    let needed = head + widths.iter().map(|width| width + GAP).sum::<usize>();
    match sheet.measure().checked_sub(needed) {
        Some(room) => write_table(sheet, names, table, head, &widths, room),
        None => write_list(sheet, names, table),
    }
}

fn column_width(column: &Column) -> usize {
    let cells = column.cells.iter().map(|cell| display_width(&cell.amount) + 1 + percent_width(column));
    cells.chain([display_width(&column.name), display_width(&column.total)]).max().unwrap_or(0)
}

fn percent_width(column: &Column) -> usize {
    column.cells.iter().map(|cell| display_width(&cell.percent)).max().unwrap_or(0)
}

fn write_table(sheet: &mut Sheet, names: &[String; 4], table: &TalkTable, head: usize, widths: &[usize], room: usize) {
    let paint = sheet.paint;
    let row = |first: String, cells: Vec<String>| {
        let cells = cells.iter().zip(widths).map(|(cell, &width)| format!("{}{}", " ".repeat(GAP), right(cell, width)));
        format!("{}{}", left(&first, head), cells.collect::<String>())
    };
    let titles = row(String::new(), table.columns.iter().map(|column| column.name.clone()).collect());
    sheet.line(&paint.paint(&titles, QUIET));
    let bar = room.saturating_sub(GAP).min(*BAR.end());
    for label in Label::ALL {
        let name = format!("{} {}", paint.blocks(label, 1), names[label as usize]);
        let cells = table.columns.iter().map(|column| cell_text(&column.cells[label as usize], percent_width(column)));
        let mut line = row(name, cells.collect());
        if bar >= *BAR.start() {
            let share = table.columns.last().map_or(0.0, |all| all.cells[label as usize].share);
            line.push_str(&" ".repeat(GAP));
            line.push_str(&paint.blocks(label, (share * bar as f64).round() as usize));
        }
        sheet.line(&line);
    }
    let totals = table.columns.iter().map(|column| {
        let under_amounts = " ".repeat(percent_width(column) + 1);
        format!("{}{under_amounts}", column.total)
    });
    sheet.line(&row(table.total_name.clone(), totals.collect()));
}

fn cell_text(cell: &Cell, percent: usize) -> String {
    format!("{} {}", cell.amount, right(&cell.percent, percent))
}

fn write_list(sheet: &mut Sheet, names: &[String; 4], table: &TalkTable) {
    let head = names.iter().map(|name| display_width(name)).max().unwrap_or(0);
    for column in &table.columns {
        sheet.hanging("", "", &format!("{}: {}", column.name, column.total), PLAIN);
        let amounts = column.cells.iter().map(|cell| display_width(&cell.amount)).max().unwrap_or(0);
        for cell in &column.cells {
            let block = sheet.paint.blocks(cell.label, 1);
            let name = left(&names[cell.label as usize], head);
            let amount = right(&cell.amount, amounts);
            sheet.line(&format!("  {block} {name}  {amount}  {}", right(&cell.percent, percent_width(column))));
        }
    }
}
