//! The binary as people use it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn segue(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command.current_dir(root()).env("SEGUE_KEYS", "none").env("SEGUE_UI", "en").args(arguments).output().expect("segue runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_transcript_becomes_a_plain_debrief_when_piped() {
    let output = segue(&["review", "examples/en-call.vtt", "--me", "Priya", "--minutes", "15", "--rate", "60 £"]);
    let shown = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(!shown.contains('\u{1b}'), "colours only on a terminal");
    assert!(shown.contains("Where the time went") && shown.contains("Priya Nair (you)"), "{shown}");
}

#[test]
fn the_json_contract_has_an_utterance_for_every_cue_of_the_file() {
    for (file, me) in [("examples/en-call.vtt", "Priya"), ("examples/ru-call.vtt", "Марина")] {
        let output = segue(&["review", file, "--me", me, "--format", "json"]);
        let debrief: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let cues = std::fs::read_to_string(root().join(file)).unwrap().matches("-->").count();
        assert_eq!(debrief["schema"], "segue.debrief/1");
        let utterances = debrief["utterances"].as_array().unwrap();
        assert_eq!(utterances.len(), cues);
        for utterance in utterances {
            let p = &utterance["probabilities"];
            let sum: f64 = ["business", "smalltalk", "personal", "framing"].iter().map(|l| p[l].as_f64().unwrap()).sum();
            assert!((sum - 1.0).abs() < 1e-3);
        }
        let known = ["park", "time", "direct", "offline", "deflect", "humane", "sign_off", "announce", "overrun"];
        for cue in debrief["cues"].as_array().unwrap() {
            assert!(known.contains(&cue["situation"].as_str().unwrap()), "{cue}");
            assert!(cue["after"].as_u64().unwrap() < cues as u64);
        }
    }
}

#[test]
fn the_page_stands_alone() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("call.html");
    let output = segue(&[
        "--ui",
        "ru",
        "review",
        "examples/ru-call.vtt",
        "--me",
        "Марина",
        "--format",
        "html",
        "--output",
        page.to_str().unwrap(),
    ]);
    assert!(output.status.success());
    let html = std::fs::read_to_string(page).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<svg") && html.contains("Content-Security-Policy"));
    assert!(!html.contains("http://") && !html.contains("https://"));
}

#[test]
fn faults_are_one_sentence_with_a_code_and_no_backtrace() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let cases = [
        ("examples/nowhere.vtt".to_owned(), 3, "no file"),
        ("docs/screenshots".to_owned(), 3, ""),
        (write("empty.txt", b""), 3, "empty"),
        (write("rubbish.bin", &[0, 1, 2, 3, 0, 5, 0, 200, 0, 7, 0, 9]), 3, ""),
        (write("cut.wav", b"RIFF\x10\0\0\0WAVEfmt "), 2, "--lang"),
    ];
    for (file, code, words) in cases {
        let output = segue(&["review", &file]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{file}: {said}");
        assert!(
            said.contains(words)
                && said.lines().count() == 1 + usize::from(file == "docs/screenshots")
                && !said.contains("panicked"),
            "{said}"
        );
    }
}

#[test]
fn text_called_wav_is_read_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("call.wav");
    std::fs::write(&path, "Dana: Hi, can you hear me?\nViktor: I can. The logo first.\nDana: Yes, the logo.\n").unwrap();
    let output = segue(&["review", path.to_str().unwrap(), "--me", "Dana", "--format", "json"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let debrief: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(debrief["utterances"].as_array().unwrap().len(), 3);
}

/// Needs the recognition model, which the test command fetches.
#[test]
fn recordings_in_both_languages_are_heard() {
    let models = segue(&["models", "list"]);
    if !text(&models.stdout)
        .lines()
        .any(|line| line.starts_with("base ") && line.trim_end().ends_with(" here") && !line.contains("not here"))
    {
        eprintln!("SKIPPED: the recognition model is not here; run `segue models fetch`");
        return;
    }
    for (file, lang, word) in [("examples/en-call.ogg", "en", "owl"), ("examples/ru-call.ogg", "ru", "соба")] {
        let output = segue(&["review", file, "--lang", lang, "--format", "json"]);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let debrief: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let utterances = debrief["utterances"].as_array().unwrap();
        let words: String = utterances.iter().map(|u| u["text"].as_str().unwrap().to_lowercase()).collect();
        assert!(words.contains(word), "{words}");
        for role in ["me", "client"] {
            assert!(utterances.iter().filter(|u| u["role"] == role).count() >= 8, "{role}");
        }
    }
}

#[test]
fn a_chat_over_months_shows_months_and_hours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chat.txt");
    let mut chat = String::new();
    for (month, day) in (1..=3).flat_map(|month| (1..=6).map(move |day| (month, day * 4))) {
        chat += &format!("[{day:02}.0{month}.2026, 10:00:00] Dana: Morning, the draft of page {day} is in the folder.\n");
        chat += &format!("[{day:02}.0{month}.2026, 23:30:00] Viktor: My son was sick all night again and I am so tired of it.\n");
    }
    std::fs::write(&path, &chat).unwrap();
    let file = path.to_str().unwrap();
    let output = segue(&["review", file, "--me", "Dana", "--format", "json"]);
    let debrief: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let months = debrief["correspondence"]["months"].as_array().unwrap();
    assert_eq!(months.len(), 3);
    assert_eq!((months[0]["month"].as_str(), months[0]["messages"].as_u64()), (Some("2026-01"), Some(12)));
    assert_eq!((months[1]["opened_by_me"].as_u64(), months[1]["opened_by_others"].as_u64()), (Some(6), Some(6)));
    let writers = debrief["correspondence"]["writers"].as_array().unwrap();
    assert_eq!((writers[0]["hours"][10].as_u64(), writers[1]["hours"][23].as_u64()), (Some(18), Some(18)));
    for (ui, format, expected) in [
        ("en", "text", "most messages between 21:00 and 0:00"),
        ("ru", "text", "Январь 2026: 12 сообщений"),
        ("en", "md", "| 21:00–24:00 |"),
        ("en", "html", "figure class=\"hours\""),
    ] {
        let shown = text(&segue(&["--ui", ui, "review", file, "--me", "Dana", "--format", format]).stdout);
        assert!(shown.split_whitespace().collect::<Vec<_>>().join(" ").contains(expected), "{expected}: {shown}");
    }
    // A chat of three weeks has no months to compare.
    let short: String = chat.lines().take(10).map(|line| format!("{line}\n")).collect();
    std::fs::write(&path, short.repeat(4)).unwrap();
    let output = segue(&["review", file, "--me", "Dana", "--format", "json"]);
    let debrief: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(debrief["correspondence"].is_null());
}

/// An agency has thousands of calls: a folder is looked at whole, in the order of its days, and what cannot be read keeps nothing back.
#[test]
fn a_folder_of_calls_is_told_side_by_side_with_a_debrief_each() {
    let folder = tempfile::tempdir().unwrap();
    let calls = folder.path().join("calls");
    let out = calls.join("debriefs");
    std::fs::create_dir_all(calls.join("Viktor")).unwrap();
    let copy = |from: &str, to: &str| std::fs::copy(root().join(from), calls.join(to)).map(|_| ()).unwrap();
    copy("examples/en-call.vtt", "Viktor/2026-05-10.vtt");
    copy("examples/en-call.vtt", "2026-05-03 <b>.vtt");
    std::fs::write(calls.join("logo.png"), b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0").unwrap();
    std::fs::write(calls.join(".hidden"), "nobody").unwrap();
    let review = |more: &[&str]| segue(&[&["review", calls.to_str().unwrap(), "--me", "Priya", "--quick"], more].concat());

    let output = review(&[]);
    let shown = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let (first, second) = (shown.find("2026-05-03 <b>.vtt"), shown.find("2026-05-10.vtt"));
    assert!(shown.contains("2 calls:") && first.is_some() && first < second, "{shown}");
    assert!(text(&output.stderr).contains("no transcripts, chats or recordings: 1"), "{}", text(&output.stderr));

    let output = review(&["--format", "html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("--output FOLDER"), "{}", text(&output.stderr));

    // Twice, and then without saying where: what was written the first time is not taken for calls.
    for _ in 0..2 {
        let output = review(&["--format", "html", "--output", out.to_str().unwrap()]);
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    let index = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(index.contains("Viktor/2026-05-10.vtt.html") && index.contains("2026-05-03%20%3Cb%3E.vtt.html"), "{index}");
    assert!(out.join("Viktor/2026-05-10.vtt.html").exists() && out.join("2026-05-03 <b>.vtt.html").exists());
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 3);

    assert!(review(&[]).status.success());

    std::fs::write(calls.join("notes.docx"), b"PK\x03\x04\x14\0\x06\0\x08\0").unwrap();
    let output = review(&[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stdout).contains("2 calls:") && text(&output.stderr).contains("notes.docx"), "{}", text(&output.stderr));
}

/// The figures of a year of files went under the day on which they were copied.
#[test]
fn a_call_is_remembered_under_the_day_that_its_file_or_its_chat_tells() {
    let folder = tempfile::tempdir().unwrap();
    let calls = folder.path().join("calls");
    std::fs::create_dir_all(calls.join("2026-05-10 13.00 Weekly")).unwrap();
    std::fs::copy(root().join("examples/en-call.vtt"), calls.join("2026-05-10 13.00 Weekly/transcript.vtt")).unwrap();
    std::fs::copy(root().join("examples/en-call.vtt"), calls.join("GMT20260503-130012_Recording.vtt")).unwrap();
    std::fs::write(
        calls.join("chat.txt"),
        "[12/04/2026, 10:15:00] Viktor: Morning! Did the invoice arrive?\n[25/04/2026, 10:16:00] Priya: Yes, thank you, I pay it today.\n",
    )
    .unwrap();
    let data = folder.path().join("data");
    let with = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
        command.current_dir(root()).env("SEGUE_KEYS", "none").env("SEGUE_UI", "en").env("SEGUE_DATA", &data).args(arguments);
        command.output().expect("segue runs")
    };
    let arguments = ["review", calls.to_str().unwrap(), "--me", "Priya", "--client", "Viktor", "--quick", "--remember"];
    let output = with(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("figures of 3 remembered"), "{}", text(&output.stderr));
    let export = folder.path().join("all.json");
    assert!(with(&["export", "--output", export.to_str().unwrap()]).status.success());
    let told = std::fs::read_to_string(export).unwrap();
    for day in ["2026-04-25", "2026-05-03", "2026-05-10"] {
        assert!(
            told.contains(&format!("\"started\":\"{day}")) || told.contains(&format!("\"started\": \"{day}")),
            "{day}: {told}"
        );
    }
}
