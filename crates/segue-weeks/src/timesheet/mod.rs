//! Time entries for other programs: the work of a call billable, private minutes apart and not.
//!
//! A call becomes two entries in a row, the work first: on a timesheet it matters how much of a call is
//! billed, not at which moments somebody told a story. Chats have no clock time and give no entry.
//!
//! Every program wants a time of day. A call of which only the day is known gets a place of its own in that day, from midnight
//! on and beside the others, and says in its description that this is not when it was.

mod clockify;
mod kimai;
mod timewarrior;
mod toggl;

use crate::held::private;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use segue_core::debrief::Unit;
use segue_core::{CallRecord, Lang};

/// A program that takes time entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimesheetFormat {
    /// Toggl Track, CSV import.
    Toggl,
    /// Clockify, CSV import.
    Clockify,
    /// Kimai with its import plugin, CSV.
    Kimai,
    /// Timewarrior: a script of `timew track` commands.
    Timewarrior,
}

/// Whose time it is, as the program knows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worker {
    /// Name.
    pub name: String,
    /// Mail address of the account; Toggl, Clockify and Kimai find the account by it.
    pub email: String,
}

/// A stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeEntry {
    /// Id of its call.
    pub call: i64,
    /// The client's name.
    pub client: String,
    /// From, in whole minutes.
    pub start: Zoned,
    /// Until, in whole minutes; later than `start`.
    pub end: Zoned,
    /// True if only the day is known: the times are a place in it, and not when it was.
    pub day_only: bool,
    /// True for work, false for private talk.
    pub billable: bool,
    /// Money an hour of work.
    pub per_hour: Option<f64>,
    /// What it says on the sheet. The client may see it.
    pub description: String,
}

impl TimeEntry {
    /// How long.
    pub fn duration(&self) -> SignedDuration {
        self.end.duration_since(&self.start)
    }
}

/// The entries of some calls, in order of time. Times are those of the zone `at`, or of the place of each
/// call without one. Private talk is rounded to whole minutes, the rest of the call is work.
///
/// Give it all calls, also where only some of the entries are wanted: a call of which only the day is known then has the
/// same place on every sheet.
pub fn time_entries(calls: &[CallRecord], at: Option<&TimeZone>, lang: Lang) -> Vec<TimeEntry> {
    let mut calls: Vec<&CallRecord> = calls.iter().filter(|call| call.unit == Unit::Seconds).collect();
    calls.sort_by_key(|call| (call.started, call.id));
    let (placed, timed): (Vec<&CallRecord>, Vec<&CallRecord>) = calls.into_iter().partition(|call| call.day_only);
    let there = |call: &CallRecord| at.cloned().unwrap_or_else(|| call.zone());
    let mut all: Vec<TimeEntry> =
        timed.into_iter().flat_map(|call| entries(call, &call.started.to_zoned(there(call)), lang)).collect();
    for call in placed {
        // A day is that day in every zone.
        let Ok(midnight) = call.day().to_zoned(there(call)) else { continue };
        let start = free(&all, midnight.timestamp(), SignedDuration::from_mins(whole_minutes(call.seconds)));
        all.extend(entries(call, &start.to_zoned(midnight.time_zone().clone()), lang));
    }
    all.sort_by_key(|entry| entry.start.timestamp());
    all
}

/// The first moment from then on at which there is room for so long.
fn free(all: &[TimeEntry], from: Timestamp, length: SignedDuration) -> Timestamp {
    let mut taken: Vec<(Timestamp, Timestamp)> = all.iter().map(|one| (one.start.timestamp(), one.end.timestamp())).collect();
    taken.sort_unstable();
    taken.into_iter().fold(from, |free, (start, end)| {
        let fits = free.checked_add(length).is_ok_and(|until| until <= start);
        if fits { free } else { free.max(end) }
    })
}

fn whole_minutes(seconds: f64) -> i64 {
    if seconds.is_finite() { (seconds / 60.0).round().max(0.0) as i64 } else { 0 }
}

fn entries(call: &CallRecord, start: &Zoned, lang: Lang) -> Vec<TimeEntry> {
    let length = whole_minutes(call.seconds);
    let private = whole_minutes(private(call)).min(length);
    let minutes = |from: i64| start.saturating_add(SignedDuration::from_mins(from));
    let entry = |from: i64, to: i64, billable: bool| TimeEntry {
        call: call.id,
        client: call.client.clone(),
        start: minutes(from),
        end: minutes(to),
        day_only: call.day_only,
        billable,
        per_hour: call.rate.as_ref().map(|(per_hour, _)| *per_hour).filter(|_| billable),
        description: description(billable, call.day_only, lang),
    };
    let work = length - private;
    let parts = [(0, work, true), (work, length, false)];
    parts.into_iter().filter(|(from, to, _)| to > from).map(|(from, to, billable)| entry(from, to, billable)).collect()
}

fn description(billable: bool, day_only: bool, lang: Lang) -> String {
    let what = match (billable, lang) {
        (true, Lang::En) => "Call",
        (true, Lang::Ru) => "Созвон",
        (false, Lang::En) => "Conversation, not billed",
        (false, Lang::Ru) => "Беседа, без оплаты",
    };
    let when = match lang {
        _ if !day_only => "",
        Lang::En => ", time of day not known",
        Lang::Ru => ", время неизвестно",
    };
    format!("{what}{when}")
}

/// The entries as the program imports them.
pub fn timesheet(entries: &[TimeEntry], worker: &Worker, format: TimesheetFormat) -> String {
    match format {
        TimesheetFormat::Toggl => toggl::write(entries, worker),
        TimesheetFormat::Clockify => clockify::write(entries, worker),
        TimesheetFormat::Kimai => kimai::write(entries, worker),
        TimesheetFormat::Timewarrior => timewarrior::write(entries),
    }
}

/// Rows as comma-separated values. A field that a spreadsheet would run as a formula is put as text.
fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and all rows have as many fields as the head.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(row.map(|field| harmless(&field)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn harmless(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{field}") } else { field.to_owned() }
}
