//! Calendars out and in.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use segue_core::Client;
use segue_weeks::{Appointment, CalendarError, Meetings, ProblemKind, appointment, next_meetings};

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

/// Tuesday, 24 November 2026, noon in Berlin.
fn now() -> Timestamp {
    date(2026, 11, 24).at(12, 0, 0, 0).to_zoned(berlin()).unwrap().timestamp()
}

fn read(events: &str) -> Meetings {
    let clients = ["Viktor", "Марина", "Ann Lee"].map(Client::named);
    let text =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n{}END:VCALENDAR\r\n", events.replace('\n', "\r\n"));
    next_meetings(&text, &clients, now(), &berlin()).unwrap()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:1\nDTSTAMP:20260101T000000Z\n{lines}END:VEVENT\n")
}

/// The next meeting as "client, day and time in Berlin, minutes".
fn first(found: &Meetings) -> Option<String> {
    found.next.first().map(|meeting| {
        format!("{} {} {:?}", meeting.client, meeting.start.strftime("%m-%d %H:%M"), meeting.minutes.unwrap_or_default())
    })
}

#[test]
fn next_meetings_as_calendars_write_them() {
    let hour = "DTEND;TZID=Europe/Berlin:20261126T104500\n";
    for (what, lines, expected) in [
        ("in a zone", format!("SUMMARY:Call with Viktor\nDTSTART;TZID=Europe/Berlin:20261126T100000\n{hour}"), Some("Viktor 11-26 10:00 45")),
        ("in another zone", "SUMMARY:Viktor\nDTSTART;TZID=America/New_York:20261126T090000\n".into(), Some("Viktor 11-26 15:00 0")),
        ("in UTC", "SUMMARY:viktor / design\nDTSTART:20261126T090000Z\nDTEND:20261126T093000Z\n".into(), Some("Viktor 11-26 10:00 30")),
        ("without a zone", "SUMMARY:Созвон: Марина\nDTSTART:20261126T120000\n".into(), Some("Марина 11-26 12:00 0")),
        ("by an attendee", "SUMMARY:Weekly\nATTENDEE;CN=Ann Lee:mailto:a@example.org\nDTSTART:20261201T090000Z\n".into(), Some("Ann Lee 12-01 10:00 0")),
        ("as Outlook sorts names", "SUMMARY:Weekly\nATTENDEE;CN=\"LEE, Ann\":mailto:a@example.org\nDTSTART:20261201T090000Z\n".into(), Some("Ann Lee 12-01 10:00 0")),
        ("the family name first", "SUMMARY:Lee Ann: pendulum\nDTSTART:20261201T090000Z\n".into(), Some("Ann Lee 12-01 10:00 0")),
        ("two names apart", "SUMMARY:Lee and Ann\nDTSTART:20261201T090000Z\n".into(), None),
        ("in another case", "SUMMARY:Созвон с Мариной\nDTSTART:20261126T120000\n".into(), Some("Марина 11-26 12:00 0")),
        ("another word of the like", "SUMMARY:Маринад к ужину\nDTSTART:20261126T120000\n".into(), None),
        ("part of another word", "SUMMARY:Viktoria\nDTSTART:20261201T090000Z\n".into(), None),
        ("over already", "SUMMARY:Viktor\nDTSTART:20261124T090000Z\n".into(), None),
        ("a whole day", "SUMMARY:Viktor\nDTSTART;VALUE=DATE:20261126\n".into(), None),
        ("cancelled", "SUMMARY:Viktor\nSTATUS:CANCELLED\nDTSTART:20261126T090000Z\n".into(), None),
        ("every week, also over a change of clocks", "SUMMARY:Viktor\nDTSTART;TZID=Europe/Berlin:20260604T100000\nRRULE:FREQ=WEEKLY\n".into(), Some("Viktor 11-26 10:00 0")),
        ("every week with one left out", "SUMMARY:Viktor\nDTSTART;TZID=Europe/Berlin:20261105T100000\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Berlin:20261126T100000\n".into(), Some("Viktor 12-03 10:00 0")),
        ("a series that ended", "SUMMARY:Viktor\nDTSTART:20260604T080000Z\nRRULE:FREQ=WEEKLY;COUNT=3\n".into(), None),
        ("every week without a zone", "SUMMARY:Viktor\nDTSTART:20261105T100000\nRRULE:FREQ=WEEKLY\n".into(), Some("Viktor 11-26 10:00 0")),
    ] {
        let found = read(&event(&lines));
        assert_eq!(first(&found).as_deref(), expected, "{what}");
        assert!(found.problems.is_empty(), "{what}: {:?}", found.problems);
    }
}

#[test]
fn a_moved_meeting_of_a_series_counts_at_its_new_time() {
    let series = event("SUMMARY:Viktor\nDTSTART;TZID=Europe/Berlin:20261105T100000\nRRULE:FREQ=WEEKLY\n");
    let moved =
        event("SUMMARY:Viktor\nRECURRENCE-ID;TZID=Europe/Berlin:20261126T100000\nDTSTART;TZID=Europe/Berlin:20261127T150000\n");
    assert_eq!(first(&read(&format!("{series}{moved}"))).as_deref(), Some("Viktor 11-27 15:00 0"));
    let cancelled = event(
        "SUMMARY:Viktor\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Berlin:20261126T100000\nDTSTART;TZID=Europe/Berlin:20261126T100000\n",
    );
    assert_eq!(first(&read(&format!("{series}{cancelled}"))).as_deref(), Some("Viktor 12-03 10:00 0"));
}

#[test]
fn what_cannot_be_used_is_told() {
    let found = read(&event("SUMMARY:Viktor\nDTSTART;TZID=W. Europe Standard Time:20261126T100000\n"));
    assert_eq!(first(&found).as_deref(), Some("Viktor 11-26 10:00 0"));
    assert_eq!(found.problems[0].kind, ProblemKind::UnknownZone("W. Europe Standard Time".into()));
    let found = read(&event("SUMMARY:Viktor\nDTSTART:20261126T090000Z\nRRULE:FREQ=SOMETIMES\n"));
    assert_eq!((first(&found).as_deref(), &found.problems[0].kind), (Some("Viktor 11-26 10:00 0"), &ProblemKind::BadRule));
    assert_eq!(read(&event("SUMMARY:Viktor\nDTSTART:yesterday\n")).problems[0].kind, ProblemKind::NoStart);
    for text in ["", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n"] {
        assert_eq!(next_meetings(text, &[], now(), &berlin()), Err(CalendarError::NoCalendar));
    }
}

#[test]
fn an_invitation_can_be_read_again() {
    let start = date(2026, 11, 26).at(10, 0, 0, 0).to_zoned(berlin()).unwrap();
    let text = "We have 45 minutes; and this, with commas.\n1. Checkout\n2. Newsletter and a very long line that has to be folded by whoever writes calendars";
    let made = Appointment {
        title: "Viktor: наш созвон".into(),
        with: 7,
        text: text.into(),
        start,
        minutes: 45,
        organizer: Some("dana@example.org".into()),
    };
    let file = appointment(&made, now());
    assert!(file.contains("DTSTART:20261126T090000Z") && file.contains("DTEND:20261126T094500Z"), "{file}");
    assert!(file.lines().all(|line| line.len() <= 75), "lines are folded");
    assert_eq!(file, appointment(&made, now()), "the same invitation twice is the same event");
    let found = next_meetings(&file, &[Client::named("viktor")], now(), &berlin()).unwrap();
    assert_eq!(first(&found).as_deref(), Some("viktor 11-26 10:00 45"));
}

#[test]
fn an_organizer_cannot_bring_lines_of_its_own() {
    let start = date(2026, 11, 26).at(10, 0, 0, 0).to_zoned(berlin()).unwrap();
    let made = Appointment {
        title: "x".into(),
        with: 7,
        text: String::new(),
        start,
        minutes: 5,
        organizer: Some("a@b\r\nATTENDEE:x".into()),
    };
    assert!(!appointment(&made, now()).contains("ATTENDEE"));
}

/// Whoever imported the invitation and the one for an hour later had two appointments.
#[test]
fn a_meeting_moved_within_its_day_stays_one_entry() {
    let made = |hour, with| {
        let start = date(2026, 12, 5).at(hour, 0, 0, 0).to_zoned(berlin()).unwrap();
        Appointment { title: "Our call".into(), with, text: String::new(), start, minutes: 30, organizer: None }
    };
    let line = |file: &str, name: &str| file.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    let (first, moved) =
        (appointment(&made(10, 7), now()), appointment(&made(11, 7), now() + jiff::SignedDuration::from_mins(5)));
    assert_eq!(line(&first, "UID:"), line(&moved, "UID:"));
    let sequence = |file: &str| line(file, "SEQUENCE:").trim_start_matches("SEQUENCE:").trim().parse::<u32>().unwrap();
    assert!(sequence(&moved) > sequence(&first));
    assert_ne!(line(&first, "UID:"), line(&appointment(&made(10, 8), now()), "UID:"), "somebody else's");
}
