//! Weeks through the binary: a simulated half year, and every command that looks at it.

mod files;

use files::written;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A half year before Tuesday, 24 November 2026.
fn half_year() -> TempDir {
    let folder = TempDir::new().unwrap();
    let made = segue(folder.path(), &["simulate", folder.path().join("data").to_str().unwrap(), "--today", "2026-11-24"]);
    assert!(made.status.success(), "{}", errors(&made));
    folder
}

fn segue(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command
        .env("SEGUE_DATA", folder.join("data"))
        .env("SEGUE_KEYS", "none")
        .env("SEGUE_UI", "en")
        .env("TZ", "Europe/Berlin")
        .env("NO_COLOR", "1");
    command.args(arguments).output().unwrap()
}

fn text(folder: &Path, arguments: &[&str]) -> String {
    let output = segue(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_trend_in_every_format_and_both_languages() {
    let folder = half_year();
    for (ui, all, one) in [
        ("en", "Private talk is down to", "Viktor: Private talk is down to"),
        ("ru", "Личного стало меньше", "Viktor. Личного стало меньше"),
    ] {
        for (format, mark) in [("text", ""), ("html", "<!DOCTYPE html>"), ("md", "---\n")] {
            let shown = text(folder.path(), &["--ui", ui, "trend", "--to", "2026-11-24", "--format", format]);
            assert!(shown.starts_with(mark) && shown.contains(all), "{ui} {format}");
            let shown = text(folder.path(), &["--ui", ui, "trend", "viktor", "--to", "2026-11-24", "--format", format]);
            assert!(shown.contains(one) && !shown.contains("Priya"), "{ui} {format}: {shown}");
        }
    }
}

#[test]
fn the_half_year_shows_what_it_is_made_to_show() {
    let folder = half_year();
    let shown = text(folder.path(), &["trend", "--to", "2026-11-24"]).split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "26 weeks · 150 calls · 6 clients",
        "Something serious came up lately.",
        "Flexibility has become the rule",
        "A friendly word costs little.",
        "ran 4 min over, reason sent.",
    ] {
        assert!(shown.contains(expected), "{expected} is missing in {shown}");
    }
}

#[test]
fn the_same_seed_makes_the_same_half_year() {
    let [one, other] = [half_year(), half_year()];
    assert!(text(one.path(), &["export"]) == text(other.path(), &["export"]));
}

#[test]
fn made_up_calls_are_never_mixed_with_others() {
    let folder = half_year();
    let again = segue(folder.path(), &["simulate", folder.path().join("data").to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(2));
    assert!(errors(&again).contains("is not empty"), "{}", errors(&again));
}

#[test]
fn an_announcement_from_flags_is_due_and_then_said() {
    let folder = half_year();
    let path = folder.path();
    let arguments = ["announce", "Priya", "--why", "busy", "--change", "work-only", "--minutes", "25", "--welcome", "hello"];
    let shown = text(path, &arguments).split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in ["In one breath", "In half a minute", "In a minute", "To send before", "25 minutes", "Hi Priya,"] {
        assert!(shown.contains(expected), "{expected} is missing in {shown}");
    }
    let prepared = text(path, &["prepare", "Priya"]);
    assert!(prepared.contains("Say this after the greetings") && prepared.contains("25 minutes"), "{prepared}");
    assert!(text(path, &["trend", "Priya", "--to", "2026-11-24"]).contains("The announcement is written but not said yet."));
    text(path, &["announce", "Priya", "--said", "2026-11-05"]);
    assert!(!text(path, &["prepare", "Priya"]).contains("Say this after the greetings"));
    assert!(text(path, &["trend", "Priya", "--to", "2026-11-24"]).contains("Announced on 5 November 2026."));
}

#[test]
fn an_announcement_in_own_words_and_as_a_draft() {
    let folder = half_year();
    let mail = text(folder.path(), &["announce", "Viktor", "--why", "My son was born.", "--me", "Dana", "--format", "eml"]);
    assert!(mail.contains("X-Unsent: 1") && mail.contains("My son was born.") && mail.contains("Dana"), "{mail}");
    let russian = text(folder.path(), &["announce", "Дмитрий", "--why", "projects"]);
    assert!(
        russian.contains("Дмитрий, привет") && !russian.contains("Ваш"),
        "the client's language and form of address: {russian}"
    );
}

#[test]
fn what_is_still_to_come_was_not_said() {
    let folder = half_year();
    text(folder.path(), &["announce", "Priya", "--why", "busy"]);
    let output = segue(folder.path(), &["announce", "Priya", "--said", "2999-01-01"]);
    assert!(output.status.code() == Some(2) && errors(&output).contains("still to come"), "{}", errors(&output));
}

/// A file that could not be written left the announcement due, or the note sent.
#[test]
fn what_could_not_be_written_is_not_remembered() {
    let folder = half_year();
    let path = folder.path();
    let due = |name: &str| text(path, &["client", "show", name]).contains("due, written");
    let nowhere = path.join("no/such/folder");
    let nowhere = nowhere.to_str().unwrap();
    assert!(!segue(path, &["announce", "Priya", "--why", "busy", "--output", nowhere]).status.success());
    assert!(!due("Priya"));
    assert!(!segue(path, &["note", "Дмитрий", "--reason", "work", "--sent", "--output", nowhere]).status.success());
    let shown = text(path, &["trend", "Дмитрий", "--to", "2026-11-24"]);
    assert!(!shown.contains("The work needed it. (reason sent)"), "{shown}");
}

/// The call itself seemed to be taken back, and then half a year was, as one call of it.
#[test]
fn what_is_taken_back_is_told() {
    let folder = half_year();
    let path = folder.path();
    text(path, &["note", "Дмитрий", "--reason", "work", "--sent"]);
    text(path, &["note", "Дмитрий"]);
    let undone = errors(&segue(path, &["undo"]));
    assert!(undone.contains("Дмитрий: what was noted about a call"), "{undone}");
    let undone = errors(&segue(path, &["undo"]));
    assert!(undone.contains("6 clients, 150 calls"), "{undone}");
}

/// Undo right after a forgetting took back half a year of other clients, unasked.
#[test]
fn after_a_forgetting_nothing_else_is_taken_back_unasked() {
    let folder = half_year();
    let path = folder.path();
    text(path, &["client", "add", "Ayo"]);
    text(path, &["client", "forget", "Ayo", "--yes"]);
    for (ui, told) in [("en", "nothing was taken back"), ("ru", "ничего не отменено")] {
        let output = segue(path, &["--ui", ui, "undo"]);
        assert!(!output.status.success() && errors(&output).contains(told), "{}", errors(&output));
    }
    assert_eq!(text(path, &["client", "list"]).lines().count(), 6);
    assert!(errors(&segue(path, &["undo", "--yes"])).contains("Taken back: 6 clients"));
}

#[test]
fn a_name_is_one_line_and_whoever_was_taken_back_can_be_forgotten() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    assert!(segue(path, &["client", "add", " Anna\n Maria\t\u{7}"]).status.success());
    assert_eq!(text(path, &["client", "list"]), "Anna Maria · calls: 0\n");
    assert!(segue(path, &["client", "rename", "anna maria", "Anna\r\nLind"]).status.success());
    assert_eq!(text(path, &["client", "list"]), "Anna Lind · calls: 0\n");
    for _ in 0..2 {
        assert!(segue(path, &["undo"]).status.success());
    }
    assert!(text(path, &["privacy"]).contains("Anna"), "it is stored for no redo, and told");
    text(path, &["--yes", "client", "forget", "Anna Lind"]);
    assert!(!written(&path.join("data"), "Anna") && text(path, &["privacy"]).contains("Nothing is stored"));
}

/// The sentence that a change can be taken back was no longer true once the next start had removed the calls.
#[test]
fn days_that_are_over_already_are_asked_about() {
    let folder = half_year();
    let path = folder.path();
    let calls = || text(path, &["client", "show", "Viktor"]).contains("38");
    assert!(calls());
    let unasked = segue(path, &["client", "edit", "Viktor", "--days", "1"]);
    assert!(unasked.status.code() == Some(2) && errors(&unasked).contains("--yes"), "{}", errors(&unasked));
    assert!(calls());
    assert!(segue(path, &["client", "edit", "Viktor", "--days", "36500"]).status.success());
    assert!(calls());
    text(path, &["--yes", "client", "edit", "Viktor", "--days", "1"]);
    assert!(!calls());
}

/// Two calls of one day lay upon each other at noon.
#[test]
fn calls_of_one_date_do_not_overlap_in_a_timesheet() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Viktor"]);
    for name in ["a.vtt", "b.vtt"] {
        let call = path.join(name);
        std::fs::write(&call, "WEBVTT\n\n00:00:00.000 --> 00:30:00.000\nDana: The invoice for the logo is ready.\n").unwrap();
        let file = call.to_str().unwrap();
        text(path, &["review", file, "--me", "Dana", "--client", "Viktor", "--remember", "--date", "2026-11-20"]);
    }
    let output = segue(path, &["timesheet", "--format", "toggl", "--email", "dana@example.org"]);
    let sheet = String::from_utf8(output.stdout.clone()).unwrap();
    for start in ["2026-11-20,00:00:00,00:30:00", "2026-11-20,00:30:00,00:30:00"] {
        assert!(sheet.contains(start), "{sheet}");
    }
    assert!(sheet.contains("time of day not known") && errors(&output).contains("only the day is known: 2"), "{sheet}");
}

#[test]
fn saying_needs_writing_first() {
    let folder = half_year();
    let output = segue(folder.path(), &["announce", "Priya", "--said"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("no announcement has been written for Priya"), "{}", errors(&output));
}

#[test]
fn a_departure_is_asked_about_once_and_then_sent() {
    let folder = half_year();
    let path = folder.path();
    let note = text(path, &["note", "Дмитрий", "--reason", "Отчёт не открывался.", "--length", "chat"]);
    assert!(note.contains(" Отчёт не открывался.") && !note.contains("Причина: О"), "{note}");
    let again = text(path, &["note", "Дмитрий", "--tone", "warm", "--sent"]);
    assert!(again.contains("Отчёт не открывался."), "the reason is kept: {again}");
    let shown = text(path, &["trend", "Дмитрий", "--to", "2026-11-24"]);
    assert!(shown.contains("Отчёт не открывался. (reason sent)"), "{shown}");
    // Viktor's last call held, and left an item: a note of it can be had.
    assert!(segue(path, &["note", "Viktor"]).status.success());
}

/// The trend said "reason not given yet" of a call before the last one, and no command took it.
#[test]
fn the_reason_of_an_earlier_departure_can_be_given() {
    let folder = half_year();
    let path = folder.path();
    text(path, &["note", "Дмитрий", "--reason", "work"]);
    let trend = ["trend", "Дмитрий", "--to", "2026-11-24"];
    let told = errors(&segue(path, &trend));
    let day = told.split("segue note Дмитрий --date ").nth(1).expect(&told).trim().to_owned();
    let on = ["note", "Дмитрий", "--date", &day];
    refused(path, &on, "give the reason: segue note Дмитрий --date");
    refused(path, &[&on[..], &["--reason", "mine", "--sent"]].concat(), "--sent");
    let done = segue(path, &[&on[..], &["--reason", "Показывала новый раздел."]].concat());
    assert!(done.status.success() && done.stdout.is_empty() && errors(&done).contains("Noted, for you"), "{}", errors(&done));
    let shown = text(path, &trend);
    assert!(shown.contains("Показывала новый раздел. (not sent)") && shown.contains("The work needed it."), "{shown}");
    assert!(!errors(&segue(path, &trend)).contains(&day), "another one is named now, or none");
    text(path, &[&on[..], &["--theirs"]].concat());
    assert!(text(path, &trend).contains("Показывала новый раздел. (on their side)"));
    refused(path, &["note", "Дмитрий", "--date", "2026-01-02", "--reason", "work"], "no call with Дмитрий on 2026-01-02");
}

#[test]
fn what_came_from_them_does_not_count() {
    let folder = half_year();
    let before = text(folder.path(), &["trend", "Дмитрий", "--to", "2026-11-24"]);
    assert!(before.contains("Exceptions in the last 5 calls: 5"), "{before}");
    // Once is enough, also where a long chat made the call late: the reason is that of the call.
    text(folder.path(), &["note", "Дмитрий", "--theirs", "--reason", "news"]);
    let after = text(folder.path(), &["trend", "Дмитрий", "--to", "2026-11-24"]);
    assert!(after.contains("Exceptions in the last 5 calls: 4"), "{after}");
    assert!(
        after.contains("What they told me mattered more.") && !after.contains(": news"),
        "a reason is told in words: {after}"
    );
}

#[test]
fn preparing_gives_text_notes_a_draft_and_a_calendar_entry_in_the_right_zone() {
    let folder = half_year();
    let path = folder.path();
    let shown = text(path, &["prepare", "Viktor", "--agenda", "Checkout"]);
    for expected in ["What to try", "Last time", "What matters to them", "Put aside earlier", "1. Checkout"] {
        assert!(shown.contains(expected), "{expected} is missing in {shown}");
    }
    let invitation = shown.split("To send").nth(1).unwrap();
    assert!(!invitation.contains("marathon") && !invitation.contains("daughter"), "nothing private is sent: {invitation}");
    assert!(
        text(path, &["prepare", "Viktor", "--when", "2026-11-26T10:00", "--format", "md"])
            .starts_with("---\nclient: \"Viktor\"\ndate: 2026-11-26T10:00:00+01:00\n")
    );
    let entry = text(path, &["prepare", "Viktor", "--when", "2026-11-26T10:00", "--format", "ics"]);
    assert!(entry.contains("DTSTART:20261126T090000Z") && entry.contains("DTEND:20261126T094500Z"), "{entry}");
    let tokyo = text(path, &["prepare", "Viktor", "--when", "2026-12-01T10:00", "--zone", "Asia/Tokyo", "--format", "ics"]);
    assert!(tokyo.contains("DTSTART:20261201T010000Z"), "{tokyo}");
    let summary = tokyo.lines().find(|line| line.starts_with("SUMMARY:")).unwrap();
    assert_eq!(summary.trim(), "SUMMARY:Our call");
    let elsewhere = text(path, &["prepare", "Viktor", "--when", "2026-12-01T09:00+05:30"]);
    assert!(elsewhere.contains("9:00 (UTC+5:30)"), "{elsewhere}");
    let night = segue(path, &["prepare", "Viktor", "--when", "2027-03-28T02:30"]);
    assert!(errors(&night).contains("there is no such time"), "{}", errors(&night));
}

/// On a Friday the invitation still spoke of Thursday's call.
#[test]
fn a_next_call_that_is_past_is_none() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["simulate", path.join("data").to_str().unwrap(), "--today", "2020-03-03"]);
    assert!(!text(path, &["prepare", "Viktor"]).contains("on Thursday"));
    assert!(!segue(path, &["prepare", "Viktor", "--format", "ics"]).status.success());
}

#[test]
fn a_calendar_sets_the_next_meetings() {
    let folder = half_year();
    let path = folder.path();
    let file = path.join("work.ics");
    let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Design with Viktor\r\nDTSTART;TZID=Europe/London:20900105T090000\r\nEND:VEVENT\r\n";
    std::fs::write(&file, format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\n{event}END:VCALENDAR\r\n")).unwrap();
    let shown = text(path, &["calendar", file.to_str().unwrap()]);
    assert_eq!(shown, "2090-01-05 10:00  Viktor\n");
    assert!(text(path, &["prepare", "Viktor"]).contains("on Thursday, 5 January, at 10:00 (UTC+1)"));
    // The hour stays the same moment wherever the calendar was read and the laptop is opened.
    for zone in ["Asia/Tokyo", "America/New_York"] {
        text(path, &["calendar", file.to_str().unwrap(), "--zone", zone]);
        let entry = text(path, &["prepare", "Viktor", "--format", "ics"]);
        assert!(entry.contains("DTSTART:20900105T090000Z"), "{zone}: {entry}");
    }
    assert!(errors(&segue(path, &["undo"])).contains("Viktor: the changes to the client"));
    std::fs::write(&file, "no calendar").unwrap();
    let output = segue(path, &["calendar", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn timesheets_for_a_client_and_some_days() {
    let folder = half_year();
    let path = folder.path();
    let arguments = ["timesheet", "--format", "toggl", "--client", "viktor", "--from", "2026-11-10", "--to", "2026-11-12"];
    let refused = segue(path, &arguments);
    assert_eq!(refused.status.code(), Some(2), "Toggl needs a mail address");
    let sheet = text(path, &[&arguments[..], &["--email", "dana@example.org"]].concat());
    assert!(sheet.lines().skip(1).all(|line| line.contains("2026-11-10") || line.contains("2026-11-12")), "{sheet}");
    assert!(sheet.contains(",No,") && sheet.contains(",Yes,"), "{sheet}");
    let script = path.join("import.sh");
    text(path, &["timesheet", "--format", "timewarrior", "--output", script.to_str().unwrap()]);
    assert!(std::fs::read_to_string(script).unwrap().contains("timew track "));
}

#[test]
fn a_step_can_be_taken() {
    let folder = half_year();
    let path = folder.path();
    let output = segue(path, &["trend", "Дмитрий", "--to", "2026-11-24", "--take-step"]);
    assert!(errors(&output).contains("the boundary is changed"), "{}", errors(&output));
    // 8 minutes and a half, one of them at the start.
    let client = || text(path, &["client", "show", "дмитрий"]);
    let shown: Vec<String> = client().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert!(shown.iter().any(|line| line == "chat at the start 1 min"), "{shown:?}");
    assert!(shown.iter().any(|line| line == "chat at the end 7.5 min"), "{shown:?}");
    assert!(errors(&segue(path, &["undo"])).contains("Taken back: Дмитрий"));
    assert!(!client().contains("7.5 min"), "{}", client());
}

#[test]
fn nothing_yet_is_said_kindly() {
    let folder = TempDir::new().unwrap();
    assert!(text(folder.path(), &["trend"]).contains("There are no calls in these weeks yet."));
    assert!(text(folder.path(), &["trend", "--format", "html"]).contains("There are no calls in these weeks yet."));
    let output = segue(folder.path(), &["prepare", "Viktor"]);
    assert!(errors(&output).contains("no client “Viktor”") && errors(&output).contains("segue simulate"), "{}", errors(&output));
}

#[test]
fn a_reviewed_call_is_remembered_once_and_without_its_words() {
    let folder = TempDir::new().unwrap();
    let call = folder.path().join("call.vtt");
    let lines = ["Dana: The invoice for the logo is ready.", "Viktor: My daughter was born on Sunday, can you imagine!"];
    let cue = |(i, line): (usize, &&str)| format!("00:00:{:02}.000 --> 00:00:{:02}.000\n{line}\n\n", i * 9, i * 9 + 8);
    std::fs::write(&call, format!("WEBVTT\n\n{}", lines.iter().enumerate().map(cue).collect::<String>())).unwrap();
    for _ in 0..2 {
        let file = call.to_str().unwrap();
        text(folder.path(), &["review", file, "--me", "Dana", "--client", "Viktor", "--remember", "--date", "2026-11-20"]);
    }
    assert!(text(folder.path(), &["client", "list"]).contains("Viktor · calls: 1"));
    for words in ["daughter", "invoice"] {
        assert!(!written(&folder.path().join("data"), words), "{words} was written down");
    }
    assert!(text(folder.path(), &["trend", "--to", "2026-11-24"]).contains("Viktor"));
}

#[test]
fn a_client_from_the_first_name_to_the_last_byte() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    assert!(segue(path, &["client", "add", "Viktor"]).status.success());
    let again = segue(path, &["client", "add", "viktor"]);
    assert!(again.status.code() == Some(2) && errors(&again).contains("has that name"), "{}", errors(&again));
    assert_eq!(segue(path, &["client", "add", " "]).status.code(), Some(2));
    let agreed = ["--minutes", "45", "--chat-at-end", "5", "--rate", "60 €", "--keep", "business-words", "--days", "90"];
    let lines = [
        "--ban",
        "en/park-client-warm-1",
        "--own",
        "park: The dog waits for dessert.",
        "--consent",
        "said yes",
        "--tone",
        "neutral",
    ];
    assert!(segue(path, &[&["client", "edit", "VIKTOR"][..], &agreed, &lines].concat()).status.success());
    assert!(!segue(path, &["client", "edit", "Viktor", "--own", "sing: la la"]).status.success());
    let shown = text(path, &["client", "show", "viktor"]);
    for expected in
        ["45 min", "5 min", "€60", "words of business, 90 days", "park-client-warm-1", "dessert", "yes, said yes", "neutral"]
    {
        assert!(shown.contains(expected), "{expected} is missing in {shown}");
    }
    assert!(segue(path, &["client", "rename", "viktor", "Viktor Lind"]).status.success());
    assert!(text(path, &["privacy"]).contains("Viktor Lind"));
    let backup = path.join("backup.jsonl");
    assert!(segue(path, &["export", "--output", backup.to_str().unwrap()]).status.success());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(backup.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    text(path, &["--yes", "client", "forget", "viktor lind"]);
    assert!(!written(&path.join("data"), "Viktor") && text(path, &["privacy"]).contains("Nothing is stored"));
    assert!(errors(&segue(path, &["import", backup.to_str().unwrap()])).contains("not understood: 0"));
    assert_eq!(text(path, &["client", "show", "Viktor Lind"]).replace(" Lind", ""), shown);
    let no_export = segue(path, &["import", "Cargo.toml"]);
    assert!(!no_export.status.success(), "{}", errors(&no_export));
}

#[test]
fn a_forgotten_client_is_in_no_file() {
    let folder = half_year();
    assert!(text(folder.path(), &["client", "list"]).contains("Viktor"));
    let unasked = segue(folder.path(), &["client", "forget", "VIKTOR"]);
    assert!(unasked.status.code() == Some(2) && errors(&unasked).contains("--yes"), "{}", errors(&unasked));
    text(folder.path(), &["--yes", "client", "forget", "VIKTOR"]);
    assert!(!written(&folder.path().join("data"), "Viktor"), "a forgotten name is still in a file");
    assert!(written(&folder.path().join("data"), "Дмитрий"));
    assert!(!segue(folder.path(), &["client", "forget", "Viktor"]).status.success());
}

#[test]
fn two_edits_at_once_both_stay() {
    let folder = TempDir::new().unwrap();
    text(folder.path(), &["client", "add", "Anna"]);
    for round in 1..4 {
        let (minutes, rate) = (format!("{}", 30 + round), format!("€{}", 40 + round));
        std::thread::scope(|scope| {
            scope.spawn(|| text(folder.path(), &["client", "edit", "Anna", "--minutes", &minutes]));
            scope.spawn(|| text(folder.path(), &["client", "edit", "Anna", "--rate", &rate]));
        });
        let shown = text(folder.path(), &["client", "show", "Anna"]);
        assert!(shown.contains(&format!("{minutes} min")) && shown.contains(&format!("€{}", 40 + round)), "{shown}");
    }
}

/// A rate and planned minutes, once given, could not be taken away, and no next call was an empty row; Russian had English values.
#[test]
fn what_was_agreed_can_be_taken_away_and_is_told_in_the_language_of_the_screen() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Anna", "--rate", "$1200.50", "--minutes", "40", "--next", "on Thursday"]);
    let shown = text(path, &["client", "show", "Anna"]);
    assert!(["$1,200.50", "40 min", "on Thursday"].iter().all(|agreed| shown.contains(agreed)), "{shown}");
    for next in ["", "none", "нет"] {
        text(path, &["client", "edit", "Anna", "--rate", "none", "--minutes", "нет", "--next", next]);
        let shown = text(path, &["client", "show", "Anna"]);
        assert!(!["rate", "planned", "next"].iter().any(|row| shown.contains(row)), "{shown}");
    }
    let russian = text(path, &["--ui", "ru", "client", "show", "Anna"]);
    assert!(!["client", "warm", " en"].iter().any(|english| russian.contains(english)), "{russian}");
}

/// A call of Dana with somebody, in a file.
fn a_call(path: &Path) -> String {
    let call = path.join("call.vtt");
    let talk = "WEBVTT\n\n00:00:00.000 --> 00:10:00.000\nDana: The invoice for the logo is ready.\n\n00:10:00.000 --> 00:20:00.000\nAnna: Thank you, I will pay it.\n";
    std::fs::write(&call, talk).unwrap();
    call.to_str().unwrap().to_owned()
}

/// Whatever is refused is refused in one sentence that says what to do.
fn refused(path: &Path, arguments: &[&str], sentence: &str) {
    let output = segue(path, arguments);
    assert!(output.status.code() == Some(2) && errors(&output).contains(sentence), "{arguments:?}: {}", errors(&output));
}

#[test]
fn days_that_cannot_be_are_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let file = a_call(path);
    for day in ["9999-12-31", "2999-01-01"] {
        refused(path, &["review", &file, "--client", "Anna", "--remember", "--date", day], "that day is still to come");
    }
    assert!(text(path, &["client", "list"]).contains("Nobody") || !text(path, &["client", "list"]).contains("Anna"));
    text(path, &["review", &file, "--client", "Anna", "--remember", "--date", "2026-10-06"]);
    text(path, &["announce", "Anna", "--why", "none", "--change", "work-only", "--welcome", "hello", "--minutes", "20"]);
    text(path, &["announce", "Anna", "--said", "2026-10-06"]);
    refused(path, &["timesheet", "--format", "timewarrior", "--from", "2026-12-01", "--to", "2026-11-01"], "after the last one");
}

#[test]
fn a_time_elsewhere_is_told_as_it_was_typed_and_one_that_is_past_is_told() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Anna"]);
    let shown = text(path, &["prepare", "Anna", "--when", "2999-12-02T10:00+05:00"]);
    assert!(shown.contains("10:00 (UTC+5)"), "{shown}");
    let entry = text(path, &["prepare", "Anna", "--when", "2999-12-02T10:00+05:00", "--format", "ics"]);
    assert!(entry.contains("DTSTART:29991202T050000Z"), "{entry}");
    let past = segue(path, &["prepare", "Anna", "--when", "2020-12-02T10:00"]);
    assert!(past.status.success() && errors(&past).contains("past already"), "{}", errors(&past));
    for when in ["tomorrow", "2026-12-01"] {
        refused(path, &["prepare", "Anna", "--when", when], "give a day and a time");
    }
}

#[test]
fn a_review_says_when_what_was_agreed_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let file = a_call(path);
    std::fs::create_dir(path.join("data")).unwrap();
    std::fs::write(path.join("data/segue.db"), vec![7; 8192]).unwrap();
    let output = segue(path, &["review", &file, "--client", "Anna"]);
    assert!(
        output.status.success() && errors(&output).contains("What you agreed with Anna could not be used"),
        "{}",
        errors(&output)
    );
}

#[test]
fn a_note_without_anything_to_explain_says_why() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Anna"]);
    refused(path, &["note", "Anna"], "no call with Anna is remembered yet");
    text(path, &["review", &a_call(path), "--client", "Anna", "--remember"]);
    refused(path, &["note", "Anna"], "had no planned length");
}

#[test]
fn what_is_no_line_and_no_amount_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Anna"]);
    refused(path, &["client", "edit", "Anna", "--ban", "nope"], "no line “nope”");
    refused(path, &["client", "edit", "Anna", "--rate", "-5 €"], "give one amount an hour");
    let own = ["client", "add", "Зоя", "--own", "park: Давайте собаку оставим на десерт."];
    refused(path, &own, "--lang ru");
    assert!(!errors(&segue(path, &own)).contains("Change 1"));
}

/// A call that was reviewed never counted as announced, not even with the announcement word for word.
#[test]
fn an_announcement_heard_in_a_reviewed_call_is_made() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Howard"]);
    let arguments = ["announce", "Howard", "--why", "busy", "--change", "work-only", "--minutes", "30", "--welcome", "hello"];
    let script = text(path, &arguments);
    let spoken: Vec<&str> = script.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let said = spoken.join(" ");
    let call = format!(
        "Howard: Hello Dana, can you hear me?\nDana: Yes, hello Howard.\nHoward: Good morning.\nDana: {said}\n\
         Howard: That is fine with me.\nDana: The invoice is in the folder, and the second page is done.\n"
    );
    let file = path.join("call.txt");
    std::fs::write(&file, call).unwrap();
    let file = file.to_str().unwrap();
    let review = ["review", file, "--me", "Dana", "--client", "Howard", "--date", "2026-11-20", "--remember", "--quick"];
    assert!(text(path, &review).contains("You announced the new boundary."), "{said}");
    assert!(!text(path, &["trend", "Howard", "--to", "2026-11-24"]).contains("not said yet"));
}

/// The trend knew of an announcement that was heard in a call, and the page of the client did not.
#[test]
fn an_announcement_that_was_heard_alone_is_shown_of_the_client() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    text(path, &["client", "add", "Howard"]);
    let call = "Howard: Hello Dana, can you hear me?\nDana: Yes, hello Howard.\n\
         Dana: From now on we need to keep more to business, I can't spend so much time. I have one hour for you.\n\
         Howard: That is fine with me.\nDana: The invoice is in the folder, and the second page is done.\n";
    let file = path.join("call.txt");
    std::fs::write(&file, call).unwrap();
    let file = file.to_str().unwrap();
    text(path, &["review", file, "--me", "Dana", "--client", "Howard", "--date", "2026-11-20", "--remember", "--quick"]);
    let said = "said on 20 November 2026";
    assert!(text(path, &["client", "show", "Howard"]).contains(said));
    text(path, &["announce", "Howard", "--why", "busy", "--change", "work-only", "--minutes", "30", "--welcome", "hello"]);
    let shown = text(path, &["client", "show", "Howard"]);
    assert!(shown.contains(&format!("{said}; due, written on")), "{shown}");
}

/// An older card came in over a newer one, and half a backup was a success.
#[test]
fn an_import_leaves_what_was_agreed_here_and_says_what_is_damaged() {
    let folder = TempDir::new().unwrap();
    let (path, file) = (folder.path(), folder.path().join("old.jsonl"));
    let backup = file.to_str().unwrap();
    text(path, &["client", "add", "Kim", "--minutes", "10"]);
    text(path, &["export", "--output", backup]);
    text(path, &["client", "edit", "Kim", "--minutes", "45"]);
    let nothing = errors(&segue(path, &["client", "edit", "kim", "--minutes", "45"]));
    assert!(nothing.contains("nothing to change"), "{nothing}");
    let done = segue(path, &["import", backup]);
    assert!(done.status.success() && errors(&done).contains("Kim: what was agreed here stays"), "{}", errors(&done));
    assert!(text(path, &["client", "show", "Kim"]).contains("45 min"));
    let half = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, &half[..half.len() - 30]).unwrap();
    let done = segue(path, &["import", backup]);
    assert!(done.status.code() == Some(3) && errors(&done).contains("is damaged"), "{}", errors(&done));
}

/// "We have 30 minutes. The last 29 minutes are for whatever else there is."
#[test]
fn a_chat_that_takes_the_whole_call_is_refused() {
    let folder = TempDir::new().unwrap();
    let refused = segue(folder.path(), &["client", "add", "Neg", "--minutes", "30", "--chat-at-end", "45"]);
    assert!(refused.status.code() == Some(2) && errors(&refused).contains("the whole call"), "{}", errors(&refused));
    text(folder.path(), &["client", "add", "Pos", "--minutes", "3"]);
}

/// "Figures remembered", of a call that was thrown away at once.
#[test]
fn a_call_older_than_calls_are_kept_is_not_told_as_remembered() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let file = path.join("call.txt");
    std::fs::write(&file, "Dana: The invoice is in the folder.\nKim: Thank you, I will pay it on Friday.\n").unwrap();
    text(path, &["client", "add", "Kim", "--days", "30"]);
    let remember = |date: &str| {
        let file = file.to_str().unwrap();
        segue(path, &["review", file, "--quick", "--me", "Dana", "--client", "Kim", "--remember", "--date", date])
    };
    let old = errors(&remember("2020-03-01"));
    assert!(old.contains("nothing is remembered") && !old.contains("figures remembered"), "{old}");
    assert!(text(path, &["client", "list"]).contains("calls: 0"));
}

/// Whoever reads only the first lines saw a panic.
#[cfg(unix)]
#[test]
fn completions_that_nobody_reads_to_the_end_are_no_fault() {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command.env("SEGUE_DATA", folder.path().join("data")).args(["completions", "bash"]);
    let mut run = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(run.stdout.take());
    let output = run.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", errors(&output));
}

/// A client renamed in a terminal during a call: the call ended with nobody, and what was remembered of it was gone.
#[test]
fn a_client_is_not_renamed_while_a_call_with_them_is_open() {
    let folder = half_year();
    let path = folder.path();
    {
        let store = segue_store::Store::open(&path.join("data"), &segue_store::NoKeyStore).unwrap();
        store.begin_journal(&[r#"{"client":{"name":"Viktor"}}"#.to_owned()]).unwrap();
    }
    for (new, renamed) in [("Viktor Lind", false), ("VIKTOR", true)] {
        let output = segue(path, &["client", "rename", "viktor", new]);
        assert_eq!(output.status.success(), renamed, "{new}: {}", errors(&output));
    }
}
