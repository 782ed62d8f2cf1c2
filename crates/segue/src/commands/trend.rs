//! `segue trend`: whether boundaries hold over weeks, and what to try next.

use crate::cli::TrendArgs;
use crate::cli::choices::TrendFormat;
use crate::memory::Memory;
use crate::message::{Failure, quoted};
use crate::screen::Screen;
use jiff::Zoned;
use jiff::civil::Date;
use segue_core::{Address, Lang};
use segue_phrasebook::Phrasebook;
use segue_weeks::unexplained;

/// Runs the command.
pub fn run(arguments: &TrendArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let clients = memory.clients()?;
    let mut calls = memory.calls()?;
    if let Some(name) = &arguments.client {
        let client = memory.client(name)?;
        calls.retain(|call| call.is_with(&client));
    }
    let today = arguments.to.unwrap_or_else(|| Zoned::now().date());
    let trend = segue_weeks::trend(&clients, &calls, today, arguments.weeks);
    let book = Phrasebook::built_in();
    let line = |id: &str, address: Address| book.open_line(id, address);
    let text = match arguments.format {
        TrendFormat::Text => segue_report::trend_text(&trend, &screen.layout(arguments.output.as_deref()), &line),
        TrendFormat::Html => segue_report::trend_html(&trend, screen.ui, &line),
        TrendFormat::Md => segue_report::trend_markdown(&trend, screen.ui, &line),
    };
    screen.deliver(&text, arguments.output.as_deref())?;
    if arguments.format == TrendFormat::Text
        && let [only] = trend.clients.as_slice()
        && let Some(day) = unexplained(&only.calls)
    {
        screen.remark(&how_to_explain(&only.client.name, day, screen.ui));
    }
    if arguments.take_step
        && let Some(client) = trend.clients.first()
    {
        take_step(&memory, client, screen)?;
    }
    Ok(())
}

/// How the reason of a departure is given, also of one that is not the last.
fn how_to_explain(name: &str, day: Date, ui: Lang) -> String {
    let name = quoted(name);
    match ui {
        Lang::En => format!("A reason can be given later too: segue note {name} --date {day}"),
        Lang::Ru => format!("Причину можно назвать и позже: segue note {name} --date {day}"),
    }
}

/// The boundary becomes that of the next step.
fn take_step(memory: &Memory, trend: &segue_weeks::ClientTrend, screen: &Screen) -> Result<(), Failure> {
    let name = &trend.client.name;
    if !trend.next.changes(&trend.client) {
        screen.remark(&format!("{name}: {}", screen.text("the step changes nothing.", "шаг ничего не меняет.")));
        return Ok(());
    }
    memory.change_client(name, |client| {
        trend.next.take(&mut client.boundary);
        Ok(())
    })?;
    screen.remark(&format!("{name}: {}", screen.text("the boundary is changed.", "границы изменены.")));
    Ok(())
}
