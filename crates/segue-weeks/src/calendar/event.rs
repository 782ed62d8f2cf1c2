//! One call as a calendar file, with its agenda and its limit.

use icalendar::{Calendar, Component, Event};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

/// A call to be written into a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// What the calendar shows.
    pub title: String,
    /// Who it is with, as a fingerprint.
    pub with: u64,
    /// Agenda and limit, as the client reads them.
    pub text: String,
    /// When it begins.
    pub start: Zoned,
    /// How long it is at most, minutes.
    pub minutes: u32,
    /// My mail address, if I am to be named as the organiser.
    pub organizer: Option<String>,
}

/// The calendar file (`.ics`). Times are written in UTC, which every calendar shows in its own zone, so
/// that no definition of a time zone can be missing or wrong; an invitation written again for the same
/// day, at another hour say, replaces the first.
pub fn appointment(appointment: &Appointment, now: Timestamp) -> String {
    let utc = |time: &Zoned| time.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    let end = appointment.start.saturating_add(SignedDuration::from_mins(i64::from(appointment.minutes)));
    let start = utc(&appointment.start);
    let mut event = Event::new();
    event
        .uid(&format!("{}-{:016x}@segue.invalid", appointment.start.strftime("%Y%m%d"), appointment.with))
        .add_property("DTSTAMP", utc(&now.to_zoned(TimeZone::UTC)))
        // The later one counts.
        .add_property("SEQUENCE", (now.as_second() / 60).max(0).to_string())
        .add_property("DTSTART", &start)
        .add_property("DTEND", utc(&end))
        .summary(&appointment.title)
        .description(&appointment.text);
    if let Some(organizer) = appointment.organizer.as_deref().filter(|address| is_address(address)) {
        event.add_property("ORGANIZER", format!("mailto:{organizer}"));
    }
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH")).push(event.done());
    calendar.to_string()
}

/// What could break out of its line is no address.
fn is_address(text: &str) -> bool {
    text.contains('@') && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '"'))
}
