//! Kimai with its import plugin. Columns as in <https://www.kimai.org/documentation/plugin-import.html>
//! and the plugin's `Resources/demo/timesheet.csv` (Date, From, To, User, Email, Customer, Project and
//! Activity are needed; names are case-sensitive; the duration is in seconds; times are taken in the
//! user's time zone; an end before its beginning is taken as past midnight).

use super::{TimeEntry, Worker, table};

pub(super) fn write(entries: &[TimeEntry], worker: &Worker) -> String {
    let head = [
        "Date",
        "From",
        "To",
        "Duration",
        "User",
        "Email",
        "Customer",
        "Project",
        "Activity",
        "Description",
        "Exported",
        "Tags",
        "HourlyRate",
        "Billable",
    ];
    let row = |entry: &TimeEntry| {
        [
            entry.start.strftime("%Y-%m-%d").to_string(),
            entry.start.strftime("%H:%M").to_string(),
            entry.end.strftime("%H:%M").to_string(),
            entry.duration().as_secs().to_string(),
            worker.name.clone(),
            worker.email.clone(),
            entry.client.clone(),
            entry.client.clone(),
            entry.description.clone(),
            entry.description.clone(),
            "0".into(),
            "segue".into(),
            // Without a rate Kimai takes that of the project; time that is not billed has none.
            entry.per_hour.map_or_else(|| if entry.billable { String::new() } else { "0".into() }, |rate| format!("{rate}")),
            if entry.billable { "1" } else { "0" }.into(),
        ]
    };
    table(head, entries.iter().map(row))
}
