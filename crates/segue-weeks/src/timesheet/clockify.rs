//! Clockify. Columns and their order as in the example file of
//! <https://clockify.me/help/track-time-and-expenses/import-timesheets>
//! (Email, Start Date, Start Time and Duration are needed; dates, times and durations must be written
//! as the account shows them: here as in the example, MM/DD/YYYY, 12 hours, h:mm).

use super::{TimeEntry, Worker, table};

pub(super) fn write(entries: &[TimeEntry], worker: &Worker) -> String {
    let head =
        ["Project", "Client", "Description", "Task", "Email", "Tags", "Billable", "Start Date", "Start Time", "Duration (h)"];
    let row = |entry: &TimeEntry| {
        let minutes = entry.duration().as_mins();
        [
            entry.client.clone(),
            entry.client.clone(),
            entry.description.clone(),
            String::new(),
            worker.email.clone(),
            "segue".into(),
            if entry.billable { "Yes" } else { "No" }.into(),
            entry.start.strftime("%m/%d/%Y").to_string(),
            entry.start.strftime("%-I:%M %p").to_string(),
            format!("{}:{:02}", minutes / 60, minutes % 60),
        ]
    };
    table(head, entries.iter().map(row))
}
