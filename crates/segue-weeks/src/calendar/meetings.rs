//! The next meeting with each client, read from a calendar file.

use chrono::TimeZone as _;
use icalendar::rrule::Tz;
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, EventStatus};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use segue_core::Client;
use std::collections::{BTreeMap, BTreeSet};

/// Most meetings of one series that are looked through for the next one that was not moved.
const LOOK_AHEAD: u16 = 50;

/// The next meeting with a client.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The client's name as segue knows it.
    pub client: String,
    /// When it begins.
    pub start: Zoned,
    /// How long it is planned for, minutes, if the calendar says.
    pub minutes: Option<u32>,
}

/// Something in the calendar that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarProblem {
    /// Title of the event.
    pub title: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong with an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// It has no beginning that can be read.
    NoStart,
    /// Its time zone is not known; the zone of this machine was taken.
    UnknownZone(String),
    /// The rule by which it repeats cannot be read; only its first time was taken.
    BadRule,
}

/// A calendar cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It is no iCalendar file.
    #[error("this is no iCalendar file")]
    NoCalendar,
}

/// What was found in a calendar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meetings {
    /// The next meeting with each client who has one, in order of time.
    pub next: Vec<Meeting>,
    /// Events that were looked at.
    pub events: usize,
    /// What could not be used.
    pub problems: Vec<CalendarProblem>,
}

/// Looks for the next meeting with each client after `now`: events whose title, attendees or organiser
/// name the client. Repeating, moved and cancelled meetings are understood; times without a zone are
/// those of `zone`; whole days are no meetings.
///
/// # Errors
/// If the text is no calendar.
pub fn next_meetings(text: &str, clients: &[Client], now: Timestamp, zone: &TimeZone) -> Result<Meetings, CalendarError> {
    if !text.trim_start_matches('\u{feff}').trim_start().to_ascii_uppercase().starts_with("BEGIN:VCALENDAR") {
        return Err(CalendarError::NoCalendar);
    }
    let calendar: Calendar = text.trim_start_matches('\u{feff}').parse().map_err(|_| CalendarError::NoCalendar)?;
    let events: Vec<&Event> = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    let mut found = Meetings { events: events.len(), ..Meetings::default() };
    let reading = Reading { zone, now, moved: moved(&events, zone) };
    let mut next = BTreeMap::<String, Meeting>::new();
    for event in events.iter().filter(|event| event.get_status() != Some(EventStatus::Cancelled)) {
        let with = named(event, clients);
        if with.is_empty() {
            continue;
        }
        let Some((start, minutes)) = reading.next(event, &mut found.problems) else { continue };
        let start = start.with_time_zone(zone.clone());
        for client in with {
            let meeting = Meeting { client: client.name.clone(), start: start.clone(), minutes };
            let earlier = next.get(&client.name).is_none_or(|other| meeting.start < other.start);
            if earlier {
                next.insert(client.name.clone(), meeting);
            }
        }
    }
    found.next = next.into_values().collect();
    found.next.sort_by(|a, b| a.start.cmp(&b.start));
    Ok(found)
}

/// The clients that an event names; not Anna where it names Anna Schmidt, who is one too.
fn named<'c>(event: &Event, clients: &'c [Client]) -> Vec<&'c Client> {
    let called = |same: Same| clients.iter().filter(|client| names(event, &client.name, same)).collect::<Vec<&Client>>();
    let mut named = called(str::eq);
    if named.is_empty() {
        named = called(is_declined);
    }
    let within = |shorter: &[String], longer: &[String]| {
        shorter.len() < longer.len() && longer.windows(shorter.len()).any(|part| part == shorter)
    };
    let part_of_another = |one: &Client| named.iter().any(|other| within(&words(&one.name), &words(&other.name)));
    named.iter().copied().filter(|client| !part_of_another(client)).collect()
}

/// Whether a word of an event is one of a name.
type Same = fn(&str, &str) -> bool;

/// True if an event names somebody as a word of its own in the title or among the people, the family name first or last, as address
/// books sort them.
fn names(event: &Event, name: &str, same: Same) -> bool {
    let wanted: Vec<String> = words(name);
    let mut texts: Vec<String> = event.get_summary().map(str::to_owned).into_iter().collect();
    let people = event.multi_properties().get("ATTENDEE").into_iter().flatten().chain(event.properties().get("ORGANIZER"));
    texts.extend(people.filter_map(|person| Some(person.params().get("CN")?.value().to_owned())));
    let as_written = |part: &[String]| part.iter().zip(&wanted).all(|(said, name)| same(said, name));
    let turned =
        |part: &[String]| part.iter().zip(wanted.iter().cycle().skip(wanted.len() - 1)).all(|(said, name)| same(said, name));
    let said = |text: &String| words(text).windows(wanted.len()).any(|part| as_written(part) || turned(part));
    !wanted.is_empty() && texts.iter().any(said)
}

/// Endings that a Russian name has in other cases than the one in which it is remembered.
const ENDINGS: [&str; 14] = ["", "а", "я", "у", "ю", "ы", "и", "е", "ой", "ей", "ою", "ом", "ем", "ём"];
/// Letters of a name before its ending that are enough to know it by.
const STEM: usize = 3;

/// True if it is the name, perhaps in another case: «с Глафирой Львовной».
fn is_declined(said: &str, name: &str) -> bool {
    let stem = name.trim_end_matches(['а', 'я', 'й', 'ь']);
    let declines = stem.chars().count() >= STEM && stem.chars().all(|letter| ('а'..='я').contains(&letter) || letter == 'ё');
    said == name || declines && said.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending))
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Times of a series that were moved or cancelled, by the id of the series.
fn moved(events: &[&Event], zone: &TimeZone) -> BTreeSet<(String, i64)> {
    let of = |event: &&Event| {
        let at = read_time(&event.get_recurrence_id()?, zone)?;
        Some((event.get_uid()?.to_owned(), at.time.timestamp().as_second()))
    };
    events.iter().filter_map(of).collect()
}

struct Reading<'a> {
    zone: &'a TimeZone,
    now: Timestamp,
    moved: BTreeSet<(String, i64)>,
}

impl Reading<'_> {
    /// The next time of an event after now, and its minutes.
    fn next(&self, event: &Event, problems: &mut Vec<CalendarProblem>) -> Option<(Zoned, Option<u32>)> {
        let title = event.get_summary().unwrap_or_default().to_owned();
        let mut problem = |kind| problems.push(CalendarProblem { title: title.clone(), kind });
        let Some(start) = event.get_start() else {
            problem(ProblemKind::NoStart);
            return None;
        };
        if matches!(start, DatePerhapsTime::Date(_)) {
            return None;
        }
        let Some(start) = read_time(&start, self.zone) else {
            problem(ProblemKind::NoStart);
            return None;
        };
        if let Some(unknown) = &start.unknown {
            problem(ProblemKind::UnknownZone(unknown.clone()));
        }
        let start = start.time;
        let end = event.get_end().and_then(|end| read_time(&end, self.zone));
        let minutes = end.map(|end| end.time.duration_since(&start).as_mins()).and_then(|minutes| u32::try_from(minutes).ok());
        let repeats = event.property_value("RRULE").is_some() || event.multi_properties().contains_key("RRULE");
        let times = if repeats {
            self.series(event, &start).unwrap_or_else(|| {
                problem(ProblemKind::BadRule);
                vec![start.clone()]
            })
        } else {
            vec![start]
        };
        let time = times.into_iter().find(|time| time.timestamp() > self.now)?;
        Some((time, minutes.filter(|minutes| *minutes > 0)))
    }

    /// The times of a series from now on, without those that were moved or cancelled.
    fn series(&self, event: &Event, start: &Zoned) -> Option<Vec<Zoned>> {
        let mut event = event.clone();
        // The rule runs in a zone that is known, never in that of the process.
        let local = start.datetime().strftime("%Y%m%dT%H%M%S").to_string();
        let zone = start.time_zone().iana_name().unwrap_or("UTC");
        if zone != "UTC" {
            event.starts(CalendarDateTime::WithTimezone {
                date_time: chrono::NaiveDateTime::parse_from_str(&local, "%Y%m%dT%H%M%S").ok()?,
                tzid: zone.to_owned(),
            });
        }
        let after = Tz::UTC.timestamp_opt(self.now.as_second(), 0).single()?;
        let times = event.get_recurrence().ok()?.after(after).all(LOOK_AHEAD);
        let id = event.get_uid().unwrap_or_default();
        let kept = times.dates.iter().map(chrono::DateTime::timestamp).filter(|at| !self.moved.contains(&(id.to_owned(), *at)));
        Some(kept.filter_map(|at| Some(Timestamp::from_second(at).ok()?.to_zoned(start.time_zone().clone()))).collect())
    }
}

struct ReadTime {
    time: Zoned,
    /// A zone that nobody knows, so that the given one was taken.
    unknown: Option<String>,
}

fn read_time(time: &DatePerhapsTime, zone: &TimeZone) -> Option<ReadTime> {
    let civil = |naive: &chrono::NaiveDateTime| naive.format("%Y-%m-%dT%H:%M:%S").to_string().parse::<DateTime>().ok();
    let DatePerhapsTime::DateTime(time) = time else { return None };
    let (civil, zone, unknown) = match time {
        CalendarDateTime::Utc(utc) => (civil(&utc.naive_utc())?, TimeZone::UTC, None),
        CalendarDateTime::Floating(local) => (civil(local)?, zone.clone(), None),
        CalendarDateTime::WithTimezone { date_time, tzid } => match TimeZone::get(tzid) {
            Ok(known) => (civil(date_time)?, known, None),
            Err(_) => (civil(date_time)?, zone.clone(), Some(tzid.clone())),
        },
    };
    Some(ReadTime { time: civil.to_zoned(zone).ok()?, unknown })
}
