//! `segue timesheet`: time entries for another program.

use crate::cli::TimesheetArgs;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use segue_core::Lang;
use segue_weeks::{Worker, day, time_entries, timesheet};

/// Runs the command.
pub fn run(arguments: &TimesheetArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let mut calls = memory.calls()?;
    if let Some(name) = &arguments.client {
        let client = memory.client(name)?;
        calls.retain(|call| call.is_with(&client));
    }
    calls.retain(|call| arguments.from.is_none_or(|from| day(call) >= from) && arguments.to.is_none_or(|to| day(call) <= to));
    let lang: Lang = arguments.lang.map_or(screen.ui, Into::into);
    let entries = time_entries(&calls, arguments.zone.as_ref(), lang);
    let worker = Worker { name: arguments.name.clone(), email: arguments.email.clone() };
    let billed: i64 = entries.iter().filter(|entry| entry.billable).map(|entry| entry.duration().as_mins()).sum();
    let private: i64 = entries.iter().filter(|entry| !entry.billable).map(|entry| entry.duration().as_mins()).sum();
    screen.deliver(&timesheet(&entries, &worker, arguments.format.into()), arguments.output.as_deref())?;
    let hours = |minutes: i64| format!("{}:{:02}", minutes / 60, minutes % 60);
    screen.remark(&match screen.ui {
        Lang::En => format!("{} to bill, {} of private talk apart, {} entries.", hours(billed), hours(private), entries.len()),
        Lang::Ru => format!("К оплате {}, личное отдельно {}, записей: {}.", hours(billed), hours(private), entries.len()),
    });
    Ok(())
}
