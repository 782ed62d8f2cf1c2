//! `segue reply` as people use it: every way in, both languages, and nothing left behind.

mod files;

use files::written;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.folder.path().join(name), bytes).unwrap();
        self.path(name)
    }

    fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
        command
            .env("SEGUE_DATA", self.folder.path().join("data"))
            .env("SEGUE_KEYS", "none")
            .env("SEGUE_UI", "en")
            .env("TZ", "Europe/Berlin")
            .env("NO_COLOR", "1");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that reads nothing may be gone before the input is written.
        child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
        child.wait_with_output().unwrap()
    }

    fn text(&self, arguments: &[&str], input: &str) -> String {
        let output = self.run(arguments, input);
        assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str], input: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(&[arguments, &["--format", "json"]].concat(), input)).unwrap()
    }
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn draft(answer: &serde_json::Value, number: usize) -> &str {
    answer["drafts"][number]["text"].as_str().unwrap()
}

#[test]
fn a_message_from_standard_input_in_both_languages() {
    let desk = Desk::new();
    for (ui, text, label, head, slot) in [
        (
            "en",
            "Hi! When will the logo be ready? We had such a lovely weekend by the sea.",
            "business · answer",
            "Answering",
            "[date]",
        ),
        ("ru", "Привет! Когда будет готов логотип? Мы так чудесно съездили на море.", "дело · ответить", "С ответом", "[дата]"),
    ] {
        let shown = desk.text(&["--ui", ui, "reply"], text);
        for expected in [label, head, slot] {
            assert!(shown.contains(expected), "{expected}: {shown}");
        }
        assert!(!shown.contains('\u{1b}'));
    }
}

#[test]
fn who_may_not_want_to_live_is_told_of_before_any_draft() {
    let desk = Desk::new();
    for (ui, text, despair, first) in [
        ("en", "I want to die. The logo is fine.", "plain", "They may not want to live."),
        ("ru", "Хочется уснуть и не проснуться. Макет посмотрю завтра.", "plain", "Похоже, человек не хочет жить."),
        ("en", "I've thought about ending it.", "possible", "This may mean that they do not want to live."),
        ("ru", "Прощайте. Файлы в папке.", "possible", "Это может значить, что человек не хочет жить."),
    ] {
        assert!(desk.text(&["--ui", ui, "reply"], text).starts_with(first), "{text}");
        let notes = desk.text(&["--ui", ui, "reply", "--format", "md"], text);
        assert!(notes.starts_with(&format!("- {first}")), "{notes}");
        assert_eq!(desk.json(&["reply"], text)["despair"], despair, "{text}");
    }
}

#[test]
fn a_mail_is_answered_as_a_mail_and_opens_as_a_draft() {
    let desk = Desk::new();
    let mail = "From: Viktor Lind <viktor@example.com>\r\nSubject: Re: Logo\r\nDate: Thu, 26 Nov 2026 21:40:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHi Dana,\r\n\r\ncould you send the logo as SVG?\r\n\r\nBest regards,\r\nViktor\r\n-- \r\nTea & Co\r\n\r\nOn Wed, 25 Nov 2026 at 10:00, Dana <d@example.com> wrote:\r\n> How old is your mother?\r\n";
    let file = desk.file("message.eml", mail.as_bytes());
    let answer = desk.json(&["reply", &file, "--me", "Dana"], "");
    assert_eq!((answer["channel"].as_str(), answer["from"].as_str()), (Some("mail"), Some("Viktor Lind")));
    assert_eq!(answer["sent"], "2026-11-26T22:40:00");
    assert_eq!(answer["asks"].as_array().unwrap().len(), 1, "{answer}");
    let first = draft(&answer, 0);
    assert!(first.starts_with("Hi Viktor,") && first.contains("[date]") && first.ends_with("Dana"), "{first}");
    assert_eq!(answer["drafts"][0]["subject"], "Re: Logo");
    let eml = desk.text(&["reply", &file, "--me", "Dana", "--format", "eml"], "");
    assert!(eml.contains("X-Unsent: 1") && eml.contains("Subject: Re: Logo"), "{eml}");
    let notes = desk.text(&["reply", &file, "--format", "md"], "");
    assert!(notes.contains("## 1. Answering") && notes.contains("\\[date\\]") && !notes.contains("mother"), "{notes}");
}

#[test]
fn an_old_russian_mail_and_a_page() {
    let desk = Desk::new();
    let (words, _, _) = encoding_rs::KOI8_R.encode("Добрый день! Сколько стоит ещё одна страница?");
    let head = "From: v@example.com\r\nSubject: x\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    let file = desk.file("old.eml", &[head.as_bytes(), &words].concat());
    let answer = desk.json(&["reply", &file], "");
    assert_eq!((answer["lang"].as_str(), answer["asks"][0]["kind"].as_str()), (Some("ru"), Some("price")), "{answer}");
    assert!(draft(&answer, 0).contains("[сумма]"));
    let page = desk.file("page.eml", b"From: v@example.com\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n<p>When is the <b>draft</b> ready?</p><blockquote>old</blockquote>");
    assert_eq!(desk.json(&["reply", &page], "")["sentences"].as_array().unwrap().len(), 1);
}

#[test]
fn pasted_chats_and_whose_lines_are_mine() {
    let desk = Desk::new();
    let chat = "[26.11.2026, 10:00:00] Dana: Morning!\n[26.11.2026, 23:15:03] Viktor: Are you still up?\n[26.11.2026, 23:16:00] Viktor: can you send me the invoice?\n";
    let answer = desk.json(&["reply", "--me", "Dana"], chat);
    assert_eq!((answer["messages"].as_u64(), answer["channel"].as_str()), (Some(2), Some("chat")));
    assert_eq!(answer["sent"], "2026-11-26T23:16:00");
    let telegram = "Анна, [26.11.2026 21:05]\nСкинь счёт плиз\n";
    let answer = desk.json(&["reply"], telegram);
    assert_eq!(answer["from"], "Анна");
    assert!(draft(&answer, 0).contains("Анна, привет!"), "{}", draft(&answer, 0));
}

#[test]
fn office_hours_of_a_client_and_the_morning() {
    let desk = Desk::new();
    desk.text(&["client", "add", "Анна", "--lang", "ru", "--hours", "пн-пт 9-18", "--address", "ty"], "");
    let shown = desk.text(&["--ui", "ru", "client", "show", "Анна"], "");
    assert!(shown.contains("пн–пт 9:00–18:00"), "{shown}");
    let late = ["reply", "--client", "Анна", "--at", "2026-11-27T23:40"];
    let answer = desk.json(&late, "Срочно! Сайт не работает, посмотри прямо сейчас?");
    assert_eq!(answer["outside_hours"], true);
    assert!(draft(&answer, 0).contains("в понедельник в 9:00") && !draft(&answer, 0).contains("вам"), "{}", draft(&answer, 0));
    let by_day = desk.json(&["reply", "--client", "Анна", "--at", "2026-11-27T12:00"], "Скинь счёт");
    assert_eq!(by_day["outside_hours"], false);
    desk.text(&["client", "edit", "Анна", "--hours", "none"], "");
    assert!(desk.json(&late, "Скинь счёт")["outside_hours"].is_null());
    let wrong = desk.run(&["client", "edit", "Анна", "--hours", "whenever"], "");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("mon-fri 9-18"), "{}", errors(&wrong));
}

#[test]
fn nothing_is_stored_and_no_words_are_logged() {
    let desk = Desk::new();
    desk.text(&["client", "add", "Viktor"], "");
    let output = desk.run(&["reply", "--client", "Viktor"], "my sister has zygomatic cancer and can you send the invoice?");
    assert!(output.status.success() && !errors(&output).contains("zygomatic"), "{}", errors(&output));
    assert!(!written(&desk.folder.path().join("data"), "zygomatic"));
    let alone = Desk::new();
    alone.text(&["reply"], "can you send the invoice?");
    assert!(!Path::new(&alone.path("data")).exists(), "no store is made for it");
}

#[test]
fn faults_are_one_sentence_with_a_code() {
    let desk = Desk::new();
    for (arguments, input, code, words) in [
        (vec!["reply"], "", 3, "there is no message in it"),
        (vec!["reply", "nowhere.eml"], "", 3, "no file"),
        (vec!["reply"], "On Wed, 25 Nov 2026 at 10:00, Dana <d@example.com> wrote:\n> Fine?\n", 3, "only quotes or a signature"),
        (vec!["reply", "--clipboard"], "", 1, "there is no clipboard here"),
        (vec!["reply", "--at", "soon"], "x", 2, "2026-11-26T23:40"),
    ] {
        let output = desk.run(&arguments, input);
        let said = errors(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(words) && !said.contains("panicked"), "{said}");
    }
    let sound = desk.file("note.ogg", b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    let output = desk.run(&["reply", &sound], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("--lang"), "{}", errors(&output));
}

/// Needs the recognition model, which the test command fetches.
#[test]
fn voice_notes_in_both_languages_are_heard() {
    let desk = Desk::new();
    let models = desk.text(&["models", "list"], "");
    if !models.lines().any(|line| line.starts_with("base ") && line.trim_end().ends_with(" here") && !line.contains("not here")) {
        eprintln!("SKIPPED: the recognition model is not here; run `segue models fetch`");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for lang in ["en", "ru"] {
        let file = root.join(format!("{lang}-call.ogg"));
        let answer = desk.json(&["reply", file.to_str().unwrap(), "--lang", lang], "");
        assert_eq!((answer["channel"].as_str(), answer["lang"].as_str()), (Some("voice"), Some(lang)));
        assert!(answer["sentences"].as_array().unwrap().len() > 10 && answer["drafts"].as_array().unwrap().len() >= 2);
    }
}

#[test]
fn labelled_messages_are_measured() {
    let desk = Desk::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/messages/dev");
    let table = desk.text(&["eval", "--messages", root.to_str().unwrap()], "");
    assert!(table.contains("| en | 12 |") && table.contains("| ru | 12 |") && !table.contains("Rule not passed"), "{table}");
}
