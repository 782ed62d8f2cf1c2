//! Toggl Track. Columns and formats:
//! <https://support.toggl.com/import-and-export/csv-import/editing-and-uploading-a-csv-file>
//! (UTF-8, commas, English headers; an entry needs Email, Start date, Start time and Duration; date as
//! YYYY-MM-DD, times and durations as HH:MM:SS; times are taken in the profile's time zone).

use super::{TimeEntry, Worker, table};

pub(super) fn write(entries: &[TimeEntry], worker: &Worker) -> String {
    let head = ["User", "Email", "Client", "Project", "Description", "Billable", "Start date", "Start time", "Duration", "Tags"];
    let row = |entry: &TimeEntry| {
        let minutes = entry.duration().as_mins();
        [
            worker.name.clone(),
            worker.email.clone(),
            entry.client.clone(),
            entry.client.clone(),
            entry.description.clone(),
            if entry.billable { "Yes" } else { "No" }.into(),
            entry.start.strftime("%Y-%m-%d").to_string(),
            entry.start.strftime("%H:%M:%S").to_string(),
            format!("{:02}:{:02}:00", minutes / 60, minutes % 60),
            "segue".into(),
        ]
    };
    table(head, entries.iter().map(row))
}
