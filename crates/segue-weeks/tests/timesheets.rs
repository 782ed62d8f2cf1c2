//! Time entries for other programs.

mod made;

use jiff::ToSpan;
use jiff::tz::TimeZone;
use made::{call, first, talk};
use segue_core::debrief::Unit;
use segue_core::{CallRecord, Lang};
use segue_weeks::{TimesheetFormat, Worker, time_entries, timesheet};

fn dana() -> Worker {
    Worker { name: "Dana".into(), email: "dana@example.org".into() }
}

fn sheet(calls: &[CallRecord], format: TimesheetFormat) -> Vec<Vec<String>> {
    let text = timesheet(&time_entries(calls, None, Lang::En), &dana(), format);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn work_and_private_minutes_stand_apart_and_add_up() {
    for (seconds, private, minutes) in [
        (1800.0, 300.0, vec![25, 5]),
        (1800.0, 0.0, vec![30]),
        (600.0, 900.0, vec![10]),
        (20.0, 0.0, vec![]),
        (1829.0, 29.0, vec![30]),
    ] {
        let call = CallRecord { seconds, talk: talk(900.0, private), ..call(0) };
        let entries = time_entries(&[call], None, Lang::En);
        assert_eq!(entries.iter().map(|entry| entry.duration().as_mins()).collect::<Vec<_>>(), minutes, "{seconds} {private}");
        assert!(entries.windows(2).all(|pair| pair[0].end == pair[1].start && pair[0].billable && !pair[1].billable));
    }
}

/// Two calls of a day lay upon each other at noon, which was the time of neither.
#[test]
fn calls_of_which_only_the_day_is_known_overlap_nothing_and_say_so() {
    let noon = |id: i64, n: i64| {
        let started = first().saturating_add(n.days()).at(12, 0, 0, 0).in_tz("Europe/Berlin").unwrap().timestamp();
        CallRecord { id, started, day_only: true, ..call(n) }
    };
    let early = CallRecord { started: "2026-09-06T22:20:00Z".parse().unwrap(), ..call(0) };
    let calls = [noon(10, 0), early, noon(11, 0), call(0), noon(12, 1), noon(13, 1)];
    for zone in [None, Some("America/New_York"), Some("Pacific/Auckland")] {
        let zone = zone.map(|name| TimeZone::get(name).unwrap());
        let entries = time_entries(&calls, zone.as_ref(), Lang::En);
        assert_eq!(entries.len(), 12);
        assert!(entries.windows(2).all(|pair| pair[0].end <= pair[1].start), "{zone:?}");
        let days: Vec<_> = entries.iter().filter(|one| one.day_only).map(|one| one.start.date()).collect();
        let (monday, tuesday) = (first(), first().saturating_add(1.day()));
        assert_eq!(days, [monday, monday, monday, monday, tuesday, tuesday, tuesday, tuesday], "{zone:?}");
        assert!(entries.iter().all(|one| one.day_only == one.description.ends_with("time of day not known")));
    }
    let berlin = time_entries(&calls, None, Lang::Ru);
    let placed: Vec<String> = berlin.iter().map(|one| one.start.strftime("%H:%M").to_string()).collect();
    // There is no room before 00:20, and plenty before 9.
    assert_eq!(placed[..6], ["00:20", "00:45", "00:50", "01:15", "01:20", "01:45"]);
    assert_eq!(berlin[2].description, "Созвон, время неизвестно");
}

#[test]
fn chats_have_no_clock() {
    assert!(time_entries(&[CallRecord { unit: Unit::Words, ..call(0) }], None, Lang::En).is_empty());
}

#[test]
fn toggl() {
    let rows = sheet(&[call(0)], TimesheetFormat::Toggl);
    assert_eq!(
        rows[0],
        ["User", "Email", "Client", "Project", "Description", "Billable", "Start date", "Start time", "Duration", "Tags"]
    );
    assert_eq!(
        rows[1],
        ["Dana", "dana@example.org", "Viktor", "Viktor", "Call", "Yes", "2026-09-07", "09:00:00", "00:25:00", "segue"]
    );
    assert_eq!(rows[2][4..9], ["Conversation, not billed", "No", "2026-09-07", "09:25:00", "00:05:00"]);
}

#[test]
fn clockify() {
    let rows = sheet(&[call(0)], TimesheetFormat::Clockify);
    let head =
        ["Project", "Client", "Description", "Task", "Email", "Tags", "Billable", "Start Date", "Start Time", "Duration (h)"];
    assert_eq!(rows[0], head);
    assert_eq!(rows[2][6..], ["No", "09/07/2026", "9:25 AM", "0:05"]);
}

#[test]
fn kimai() {
    let rate = Some((60.0, "€".to_owned()));
    let rows = sheet(&[CallRecord { rate, ..call(0) }, call(1)], TimesheetFormat::Kimai);
    for needed in ["Date", "From", "To", "User", "Email", "Customer", "Project", "Activity"] {
        assert!(rows[0].iter().any(|name| name == needed), "{needed}");
    }
    assert_eq!(rows[1][..4], ["2026-09-07", "09:00", "09:25", "1500"]);
    assert_eq!(rows[1][12..], ["60", "1"]);
    assert_eq!(rows[2][12..], ["0", "0"]);
    assert_eq!(rows[3][12..], ["", "1"], "without a rate the project's own counts");
}

#[test]
fn a_zone_may_be_asked_for() {
    let zone = TimeZone::get("Asia/Tokyo").unwrap();
    let entries = time_entries(&[call(0)], Some(&zone), Lang::Ru);
    assert_eq!(entries[0].start.strftime("%Y-%m-%d %H:%M").to_string(), "2026-09-07 16:00");
    assert_eq!(entries[1].description, "Беседа, без оплаты");
}

#[test]
fn no_field_becomes_a_formula_or_a_command() {
    let nasty = CallRecord { client: "=HYPERLINK(\"x\"), it's; $(rm)\n".into(), ..call(0) };
    assert!(sheet(std::slice::from_ref(&nasty), TimesheetFormat::Toggl)[1][2].starts_with("'="));
    let script = timesheet(&time_entries(&[nasty], None, Lang::En), &dana(), TimesheetFormat::Timewarrior);
    assert_eq!(script.lines().filter(|line| line.starts_with("timew track ")).count(), 2);
    assert!(script.contains("'client:=HYPERLINK(") && script.contains(r"it'\''s; $(rm) '"), "{script}");
}

/// Imports the simulated half year where Timewarrior is installed; says so where it is not.
#[test]
fn timewarrior_takes_it() {
    let today = jiff::civil::date(2026, 11, 24);
    let (_, mut calls) = segue_weeks::simulated(7, today);
    for name in ["May", "monday", "2024-01-01", "O'Brien & Söhne", "12:00", "now", "Иванов"] {
        let started = calls.last().unwrap().started + jiff::SignedDuration::from_hours(2);
        calls.push(CallRecord { client: name.into(), started, ..call(0) });
    }
    let entries = time_entries(&calls, None, Lang::Ru);
    let script = timesheet(&entries, &dana(), TimesheetFormat::Timewarrior);
    let folder = std::env::temp_dir().join(format!("segue-timew-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("import.sh");
    std::fs::write(&file, script).unwrap();
    let run = |program: &str, arguments: &[&str]| {
        std::process::Command::new(program)
            .args(arguments)
            .env("TIMEWARRIORDB", &folder)
            .stdin(std::process::Stdio::null())
            .output()
    };
    // The first run of all creates the data folder.
    if run("timew", &[":yes", "summary"]).is_err() {
        eprintln!("Timewarrior is not installed here; the script was not run.");
        return;
    }
    let imported = run("sh", &[file.to_str().unwrap()]).unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let exported = run("timew", &["export"]).unwrap();
    let exported = String::from_utf8(exported.stdout).unwrap();
    let kept = exported.lines().filter(|line| line.contains("\"start\"")).collect::<Vec<_>>();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(kept.len(), entries.len());
    assert_eq!(kept.iter().filter(|line| line.contains("\"unbilled\"")).count(), entries.iter().filter(|e| !e.billable).count());
    for entry in &entries {
        let start = entry.start.with_time_zone(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
        let line = kept.iter().find(|line| line.contains(&start)).unwrap_or_else(|| panic!("{start} is missing"));
        assert!(line.contains(&format!("client:{}", entry.client)), "{} in {line}", entry.client);
    }
}
