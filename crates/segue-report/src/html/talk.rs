//! Shares of talk: four figures for all together, a bar a speaker.

use super::Page;
use super::patterns::{percent, swatch};
use crate::letter::{Cell, Column, TalkTable};
use maud::{Markup, html};

pub(super) fn write(page: &Page, table: &TalkTable) -> Markup {
    let Some((together, speakers)) = table.columns.split_last() else { return html! {} };
    html! {
        dl class="figures" {
            @for cell in &together.cells {
                div {
                    dt { (swatch(cell.label)) (page.texts.label(cell.label)) }
                    dd class="share" { @if cell.percent.is_empty() { "–" } @else { (cell.percent) } }
                    @if !cell.percent.is_empty() { dd { (cell.amount) } }
                }
            }
        }
        @if !speakers.is_empty() {
            ul class="speakers" {
                @for column in speakers { (speaker(page, column)) }
            }
        }
    }
}

fn speaker(page: &Page, column: &Column) -> Markup {
    let present: Vec<&Cell> = column.cells.iter().filter(|cell| cell.share > 0.0).collect();
    html! {
        li {
            p class="name" { span { (column.name) } span class="total" { (column.total) } }
            svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false" {
                @for (number, cell) in present.iter().enumerate() {
                    @let from: f64 = present[..number].iter().map(|cell| cell.share).sum();
                    rect class={ "talk " (cell.label.name()) } x=(percent(from)) width=(percent(cell.share)) height="14" {}
                    @if number > 0 { rect class="cut" x=(percent(from)) width="1.5" height="14" {} }
                }
            }
            p class="amounts" {
                @for (number, cell) in present.iter().enumerate() {
                    @if number > 0 { " · " }
                    span { (page.texts.label(cell.label)) " " (cell.amount) ", " (cell.percent) }
                }
            }
        }
    }
}
