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

/// With a folder of data of its own.
fn with_data(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    command.current_dir(root()).env("SEGUE_KEYS", "none").env("SEGUE_UI", "en").env("SEGUE_DATA", data).args(arguments);
    command.output().expect("segue runs")
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
    assert!(text(&output.stderr).contains("not transcripts, chats or recordings: 1"), "{}", text(&output.stderr));

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
    // Another call, and a copy of the first under another day: it is left out, and said.
    let other = std::fs::read_to_string(root().join("examples/en-call.vtt")).unwrap()
        + "\n\n01:30:00.000 --> 01:30:04.000\nPriya Nair: The invoice goes out on Monday.\n";
    std::fs::write(calls.join("GMT20260503-130012_Recording.vtt"), other).unwrap();
    std::fs::copy(root().join("examples/en-call.vtt"), calls.join("2026-05-17.vtt")).unwrap();
    std::fs::write(
        calls.join("chat.txt"),
        "[12/04/2026, 10:15:00] Tom: Morning! Did the invoice arrive?\n[25/04/2026, 10:16:00] Priya: Yes, thank you, I pay it today.\n",
    )
    .unwrap();
    let data = folder.path().join("data");
    let with = |arguments: &[&str]| with_data(&data, arguments);
    let arguments = ["review", calls.to_str().unwrap(), "--me", "Priya", "--client", "Tom", "--quick", "--remember"];
    let output = with(&arguments);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("figures of 3 remembered"), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("left out, since the same figures"), "{}", text(&output.stderr));
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

/// The figures of a call with Tom went to Zelda without a word on the screen.
#[test]
fn a_call_is_not_remembered_unseen_for_a_client_who_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    let (call, out) = ("examples/en-call.vtt", out.to_str().unwrap());
    let clients = || text(&with_data(&data, &["client", "list"]).stdout);
    let many = ["review", call, "examples/ru-call.vtt", "--client", "Zelda", "--quick", "--remember"];
    let nobody = with_data(&data, &many);
    let told = text(&nobody.stderr);
    assert_eq!((nobody.status.code(), told.matches("nobody in the call is called Zelda").count()), (Some(3), 2), "{told}");
    assert!(!clients().contains("Zelda"), "{}", clients());

    assert!(with_data(&data, &["client", "add", "Zelda"]).status.success());
    let refused = with_data(&data, &many);
    let told = text(&refused.stderr);
    assert_eq!((refused.status.code(), told.matches("nobody in it is called “Zelda”").count()), (Some(3), 2), "{told}");
    assert!(with_data(&data, &[&many[..], &["--yes"]].concat()).status.success());
    assert!(clients().contains("Zelda · calls: 2"), "{}", clients());

    let one = ["review", call, "--me", "Priya", "--client", "Zelda", "--quick", "--remember", "--format", "json"];
    let alone = with_data(&data, &[&one[..], &["--output", out]].concat());
    let said = "Nobody in the file is called “Zelda”; in it: Priya Nair,";
    assert!(alone.status.success() && text(&alone.stderr).contains(said), "{}", text(&alone.stderr));
    let known = with_data(&data, &["review", call, "--me", "Priya", "--client", "tom", "--quick", "--remember"]);
    assert!(!text(&known.stderr).contains("Nobody in the file"), "{}", text(&known.stderr));
}

/// A copy of a file, with the day on which it was copied, was another call.
#[test]
fn the_same_call_under_another_day_is_said() {
    let data = tempfile::tempdir().unwrap();
    let review = |day| {
        let day = ["--client", "Tom", "--quick", "--remember", "--date", day];
        text(&with_data(data.path(), &[&["review", "examples/en-call.vtt", "--me", "Priya"][..], &day].concat()).stderr)
    };
    for (day, told) in [("2026-05-03", false), ("2026-05-03", false), ("2026-05-10", true)] {
        let said = review(day);
        assert_eq!(said.contains("the same figures are already remembered for 2026-05-03 (Tom)"), told, "{day}: {said}");
    }
}

/// Debriefs hold private talk word for word, and every account of the machine could read them.
#[cfg(unix)]
#[test]
fn what_is_written_is_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let rights = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let [new, old, many] = ["new.html", "old.md", "many"].map(|name| folder.path().join(name));
    std::fs::write(&old, "readable by all").unwrap();
    std::fs::set_permissions(&old, PermissionsExt::from_mode(0o644)).unwrap();
    for (file, format) in [(&new, "html"), (&old, "md")] {
        let file = file.to_str().unwrap();
        segue(&["review", "examples/en-call.vtt", "--me", "Priya", "--quick", "--format", format, "--output", file]);
    }
    let files = ["examples/en-call.vtt", "examples/ru-call.vtt"];
    segue(&["review", files[0], files[1], "--quick", "--format", "html", "--output", many.to_str().unwrap()]);
    assert_eq!((rights(&new), rights(&old), rights(&many)), (0o600, 0o600, 0o700));
    for name in ["en-call.vtt.html", "ru-call.vtt.html", "index.html"] {
        assert_eq!(rights(&many.join(name)), 0o600, "{name}");
    }
}

/// `segue completions bash | head -1` panicked.
#[cfg(unix)]
#[test]
fn a_reader_that_went_away_is_no_fault() {
    use std::process::Stdio;
    for shell in ["bash", "zsh", "fish"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
        let output = command.args(["completions", shell]).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {}", text(&output.stderr));
    }
}

/// A recording that was cut off was "not a sound file", and nobody knew which.
#[test]
fn a_recording_that_cannot_be_heard_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("call.m4a");
    std::fs::write(&file, [&b"\0\0\0\x10ftypM4A \0\0\0\0\0\0\xff\xffmdat"[..], &[7; 900]].concat()).unwrap();
    let output = segue(&["review", file.to_str().unwrap(), "--lang", "en"]);
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(3) && said.contains("call.m4a”: The recording is cut off"), "{said}");
}
