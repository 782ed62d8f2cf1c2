//! Lines and drafts in one's own manner, with the real program and a stand-in for a language model: a good one, a slow
//! one, failing ones and a lying one.

mod files;
mod stand_in;

use stand_in::{Reply, StandIn};
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn segue(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
    for name in ["MODEL", "ADDRESS", "SAMPLES", "KEY"] {
        command.env_remove(format!("SEGUE_VOICE_{name}"));
    }
    // A proxy of the surroundings must never see what goes to the model.
    command
        .env("http_proxy", "http://127.0.0.1:9")
        .env("HTTP_PROXY", "http://127.0.0.1:9")
        .env("ALL_PROXY", "http://127.0.0.1:9");
    command
        .env("SEGUE_DATA", data)
        .env("SEGUE_KEYS", "none")
        .env("SEGUE_UI", "en")
        .env("TZ", "Europe/Berlin")
        .args(arguments)
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A client in each language.
fn clients() -> TempDir {
    let data = TempDir::new().unwrap();
    for (name, lang) in [("Viktor", "en"), ("Дмитрий", "ru")] {
        assert!(segue(data.path(), &["client", "add", name, "--lang", lang]).status.success());
    }
    data
}

/// A line in other words, with the same slots.
fn rephrased(text: &str, number: usize) -> String {
    let russian = text.chars().any(|c| ('а'..='я').contains(&c));
    let ends = if russian { ["на конец", "на потом"] } else { ["for the end", "for later"] };
    let slots: String = text.split('{').skip(1).filter_map(|rest| Some(format!(" {{{}}}.", rest.split_once('}')?.0))).collect();
    let end = ends[number % 2];
    if russian {
        format!("Запишу это {end}. Пока по работе.{slots}")
    } else {
        format!("I'd put that aside {end}. Work first.{slots}")
    }
}

fn voice(data: &Path, client: &str, model: &StandIn, more: &[&str]) -> Output {
    let mut arguments = vec!["voice", client, "--rung", "park", "--model", "tiny", "--at", &model.address];
    arguments.extend(more);
    segue(data, &arguments)
}

#[test]
fn good_lines_are_taken_and_offered_from_then_on() {
    let data = clients();
    let samples = data.path().join("mails.txt");
    std::fs::write(&samples, "Right, onwards!\n\nCheers and\nsee you,\nDana\n").unwrap();
    for client in ["Viktor", "Дмитрий"] {
        let model = StandIn::start(|text, number| Reply::Says(rephrased(text, number)));
        let output = voice(data.path(), client, &model, &["--samples", samples.to_str().unwrap(), "--yes"]);
        assert!(output.status.success(), "{}", errors(&output));
        assert!(errors(&output).contains("2 lines taken"), "{}{}", text(&output), errors(&output));
        let shown = text(&segue(data.path(), &["client", "show", client]));
        assert!(
            shown.contains(if client == "Viktor" {
                "park: I'd put that aside for the end."
            } else {
                "park: Запишу это на конец."
            }),
            "{shown}"
        );
        // What was sent: a line with its slots open, the rules, the samples. Nobody's name.
        let sent = model.bodies();
        assert_eq!(sent.len(), 2);
        for body in &sent {
            assert_eq!(body["model"], "tiny");
            let rules = body["messages"][0]["content"].as_str().unwrap();
            assert!(rules.contains("> Right, onwards!") && rules.contains("> Cheers and see you, Dana"), "{rules}");
            assert!(!body.to_string().contains(client), "{body}");
        }
        assert!(segue(data.path(), &["undo"]).status.success());
        assert!(!text(&segue(data.path(), &["client", "show", client])).contains("park:"));
    }
}

#[test]
fn nothing_is_taken_without_a_yes() {
    let data = clients();
    let model = StandIn::start(|text, number| Reply::Says(rephrased(text, number)));
    let output = voice(data.path(), "Viktor", &model, &[]);
    assert!(output.status.success() && text(&output).contains("→ I'd put that aside"), "{}{}", text(&output), errors(&output));
    assert!(errors(&output).contains("no line taken"));
    assert!(!text(&segue(data.path(), &["client", "show", "Viktor"])).contains("park:"));
}

#[test]
fn a_liar_is_not_believed() {
    let data = clients();
    let long = "word ".repeat(200);
    for (client, lies) in [
        (
            "Viktor",
            [
                "Your invoice is paid, let's keep that for the end.",
                "Let's keep that for the end, I promise we'll be done.",
                "Oh, and how is your sister? Let's do that at the end?? Okay?",
                "Давайте оставим это на конец.",
                &long,
            ],
        ),
        (
            "Дмитрий",
            [
                "Счёт уже оплачен, оставим это на конец.",
                "Оставим на конец, обещаю, что всё успеем.",
                "Как ваша сестра? Что случилось? А вы что?",
                "Let's keep that for the end, shall we.",
                &long,
            ],
        ),
    ] {
        for lie in lies {
            let said = lie.to_owned();
            let model = StandIn::start(move |_, _| Reply::Says(said.clone()));
            let output = voice(data.path(), client, &model, &["--yes"]);
            assert!(output.status.success(), "{}", errors(&output));
            assert_eq!(text(&output).matches("not used: ").count(), 2, "{lie}: {}", text(&output));
            assert!(errors(&output).contains("no line taken"), "{}", errors(&output));
        }
        assert!(!text(&segue(data.path(), &["client", "show", client])).contains("park:"));
    }
}

#[test]
fn a_slow_or_failing_model_ends_in_one_sentence() {
    let data = clients();
    for (reply, sentence) in [
        (Reply::Never, "did not answer within 1 s"),
        (Reply::Status(500), "failed (500)"),
        (Reply::Status(404), "check --model"),
        (Reply::Status(401), "SEGUE_VOICE_KEY"),
        (Reply::Raw("{\"choices\": [{".into()), "no readable answer"),
        (Reply::Raw("<html>hello</html>".into()), "no readable answer"),
        (Reply::HangsUp, "cannot be reached"),
    ] {
        let model = StandIn::start(move |_, _| reply.clone());
        let begun = Instant::now();
        let output = voice(data.path(), "Viktor", &model, &["--yes", "--patience", "1"]);
        assert_eq!(output.status.code(), Some(1), "{sentence}: {}", errors(&output));
        assert!(errors(&output).contains(sentence), "{sentence}: {}", errors(&output));
        assert!(begun.elapsed() < Duration::from_secs(5), "{sentence}: {:?}", begun.elapsed());
    }
    let output = segue(data.path(), &["voice", "Viktor"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("which language model?"), "{}", errors(&output));
    let output = segue(data.path(), &["voice", "Viktor", "--model", "tiny", "--at", "ollama"]);
    assert!(errors(&output).contains("not the address"), "{}", errors(&output));
}

#[test]
fn a_redirect_is_not_followed() {
    let data = clients();
    let elsewhere = StandIn::start(|text, number| Reply::Says(rephrased(text, number)));
    let to = format!("{}/chat/completions", elsewhere.address);
    let model = StandIn::start(move |_, _| Reply::Redirect(to.clone()));
    let output = voice(data.path(), "Viktor", &model, &["--yes"]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert!(elsewhere.bodies().is_empty());
}

#[test]
fn nothing_goes_to_a_remote_address_before_it_was_shown_and_agreed_to() {
    let data = clients();
    let model = StandIn::start(|text, number| Reply::Says(rephrased(text, number)));
    let Some(remote) = model.remote_address() else {
        eprintln!("this machine has no address but loopback");
        return;
    };
    let ask = |more: &[&str]| {
        let mut arguments = vec!["voice", "Viktor", "--rung", "park", "--model", "tiny", "--at", remote.as_str()];
        arguments.extend(more);
        segue(data.path(), &arguments)
    };
    let output = ask(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("nothing was sent") && model.raw().is_empty(), "{}", errors(&output));
    let shown = errors(&output);
    let output = ask(&["--yes"]);
    assert!(output.status.success(), "{}", errors(&output));
    let sent = model.raw();
    assert_eq!(sent.len(), 2);
    // Word for word, both times.
    for body in &sent {
        assert!(shown.contains(body.as_str()) && errors(&output).contains(body.as_str()), "{body} in {shown}");
    }
}

#[test]
fn drafts_come_back_in_ones_own_manner_and_what_is_private_never_leaves() {
    let data = clients();
    for (client, own, stands, word, thanks) in [
        ("Viktor", "My daughter is ill.", "My daughter is ill.", "daughter", "Thank you!"),
        ("Viktor", "because my daughter is ill", "My daughter is ill.", "daughter", "Thank you!"),
        ("Дмитрий", "Дочка болеет.", "Дочка болеет.", "очка", "Спасибо!"),
        ("Дмитрий", "потому что дочка болеет", "Дочка болеет.", "очка", "Спасибо!"),
    ] {
        let model = StandIn::start(move |text, _| Reply::Says(format!("{text}\n\n{thanks}")));
        let output = segue(
            data.path(),
            &[
                "announce",
                client,
                "--why",
                own,
                "--change",
                "chat-at-end",
                "--minutes",
                "45",
                "--welcome",
                "hello",
                "--me",
                "Dana",
                "--voice",
                "--model",
                "tiny",
                "--at",
                &model.address,
            ],
        );
        assert!(output.status.success(), "{}", errors(&output));
        let said = text(&output);
        assert!(
            said.matches(thanks).count() == 4 && said.contains(stands) && said.contains(client) && said.contains("Dana"),
            "{said}{}",
            errors(&output)
        );
        assert_eq!(model.bodies().len(), 4);
        for body in model.raw() {
            assert!(![client, word, "Dana"].iter().any(|private| body.contains(private)), "{body}");
        }
        // What is said in the next call is what was rephrased.
        assert!(text(&segue(data.path(), &["prepare", client])).contains(thanks));
    }
}

#[test]
fn a_draft_stays_as_it_was_where_the_model_lies_or_fails() {
    let data = clients();
    let plain = |more: &[&str]| {
        let mut arguments = vec!["prepare", "Viktor", "--agenda", "Confidential merger", "--format", "md"];
        arguments.extend(more);
        segue(data.path(), &arguments)
    };
    let as_it_was = text(&plain(&[]));
    for (reply, reason) in [
        (Reply::Says("Hi {name}, I'll send you everything for free, how are the kids?".into()), "The text stays as it was"),
        (Reply::Status(500), "failed (500)"),
    ] {
        let model = StandIn::start(move |_, _| reply.clone());
        let output = plain(&["--voice", "--model", "tiny", "--at", &model.address]);
        assert!(output.status.success());
        assert_eq!(text(&output), as_it_was);
        assert!(errors(&output).contains(reason), "{}", errors(&output));
        assert!(!model.raw()[0].contains("Confidential"), "{}", model.raw()[0]);
    }
    let model = StandIn::start(|text, _| Reply::Says(format!("{text}\n\nThank you!")));
    let output = plain(&["--voice", "--model", "tiny", "--at", &model.address]);
    assert!(
        text(&output).contains("Thank you!") && text(&output).contains("Confidential merger"),
        "{}{}",
        text(&output),
        errors(&output)
    );
}

#[test]
fn the_key_goes_to_the_model_and_nowhere_else() {
    let data = clients();
    let model = StandIn::start(|text, number| Reply::Says(rephrased(text, number)));
    let output = Command::new(env!("CARGO_BIN_EXE_segue"))
        .args(["voice", "Viktor", "--rung", "park", "--model", "tiny", "--yes", "--at", &model.address])
        .env("SEGUE_DATA", data.path())
        .env("SEGUE_KEYS", "none")
        .env("SEGUE_VOICE_KEY", "sk-secret-key")
        .output()
        .unwrap();
    assert!(output.status.success());
    assert!(model.heads().iter().all(|head| head.to_lowercase().contains("authorization: bearer sk-secret-key")));
    assert!(!text(&output).contains("sk-secret") && !errors(&output).contains("sk-secret"));
    assert!(!files::written(data.path(), "sk-secret"));
}
