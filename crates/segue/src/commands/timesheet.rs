//! `segue timesheet`: time entries for another program.

use crate::cli::TimesheetArgs;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use segue_core::Lang;
use segue_weeks::{Worker, time_entries, timesheet};
use std::collections::BTreeSet;

/// Runs the command.
pub fn run(arguments: &TimesheetArgs, screen: &Screen) -> Result<(), Failure> {
    if arguments.from.zip(arguments.to).is_some_and(|(from, to)| from > to) {
        return Err(ClientFailure::Backwards.into());
    }
    let memory = Memory::of_user(screen)?;
    let calls = memory.calls()?;
    let client = arguments.client.as_ref().map(|name| memory.client(name)).transpose()?;
    let wanted = calls.iter().filter(|call| {
        client.as_ref().is_none_or(|client| call.is_with(client))
            && arguments.from.is_none_or(|from| call.day() >= from)
            && arguments.to.is_none_or(|to| call.day() <= to)
    });
    let wanted: BTreeSet<i64> = wanted.map(|call| call.id).collect();
    let lang: Lang = arguments.lang.map_or(screen.ui, Into::into);
    let mut entries = time_entries(&calls, arguments.zone.as_ref(), lang);
    entries.retain(|entry| wanted.contains(&entry.call));
    let worker = Worker { name: arguments.name.clone(), email: arguments.email.clone() };
    let billed: i64 = entries.iter().filter(|entry| entry.billable).map(|entry| entry.duration().as_mins()).sum();
    let private: i64 = entries.iter().filter(|entry| !entry.billable).map(|entry| entry.duration().as_mins()).sum();
    screen.deliver(&timesheet(&entries, &worker, arguments.format.into()), arguments.output.as_deref())?;
    let hours = |minutes: i64| format!("{}:{:02}", minutes / 60, minutes % 60);
    let day_only = entries.iter().filter(|entry| entry.day_only).count();
    if day_only > 0 {
        screen.remark(&match screen.ui {
            Lang::En => format!("Entries for which only the day is known: {day_only}. They start at midnight, and say so."),
            Lang::Ru => format!("Записей, у которых известен только день: {day_only}. Они стоят с полуночи и так и подписаны."),
        });
    }
    screen.remark(&match screen.ui {
        Lang::En => {
            format!("{} to bill, {} of private talk kept apart, {} entries.", hours(billed), hours(private), entries.len())
        }
        Lang::Ru => format!("К оплате {}, личное отдельно {}, записей: {}.", hours(billed), hours(private), entries.len()),
    });
    Ok(())
}
