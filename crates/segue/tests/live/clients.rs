//! Clients on the page, as the page speaks to the program.

use crate::files::written;
use crate::server::{Server, data};
use serde_json::{Value, json};

fn card(name: &str) -> Value {
    json!({ "do": "client", "card": { "name": name } })
}

fn forget(client: &str, sure: &str) -> Value {
    json!({ "do": "forget", "client": client, "sure": sure })
}

#[test]
fn a_card_is_filled_in_changed_taken_back_and_forgotten() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&card(" Viktor  Lind "));
    let state = page.until("a client", |state| state["clients"][0]["name"] == "Viktor Lind");
    let client = &state["clients"][0];
    assert_eq!((&client["chat_at_end"], &client["lang"], &client["calls"]), (&json!(3.0), &json!("en"), &json!(0)));
    for (wrong, said) in [
        (card("viktor lind"), "has that name"),
        (card("  "), "needs a name"),
        (json!({ "do": "client", "was": "Olga", "card": { "name": "Olga" } }), "no such client"),
        (json!({ "do": "client", "was": "Viktor Lind", "card": { "name": "Viktor Lind", "rate": "much" } }), "an amount"),
        (json!({ "do": "announced", "client": "Viktor Lind" }), "No announcement"),
        (json!({ "do": "explain", "client": "Viktor Lind", "reason": "work" }), "as planned"),
        (forget("Viktor Lind", "Viktor"), "Type the client's name"),
    ] {
        let (status, answer) = server.command(&wrong);
        assert!(status == 409 && answer["message"].as_str().unwrap().contains(said), "{wrong}: {answer}");
    }
    // What is sent again as it came is the same.
    server.does(&json!({ "do": "client", "was": "viktor lind", "card": client }));
    let mut changed = client.clone();
    (changed["name"], changed["tone"], changed["preferred"]) =
        (json!("Viktor"), json!("direct"), json!(["en/park-client-warm-1"]));
    server.does(&json!({ "do": "client", "was": "Viktor Lind", "card": changed }));
    page.until("another name", |state| state["clients"][0]["name"] == "Viktor" && state["clients"][0]["tone"] == "direct");
    let (_, answer) = server.command(&json!({ "do": "undo" }));
    assert!(answer["message"].as_str().unwrap().starts_with("Taken back: Viktor"), "{answer}");
    page.until("one step back", |state| state["clients"][0]["name"] == "Viktor Lind" && state["clients"][0]["tone"] == "warm");
    server.does(&forget("Viktor Lind", "VIKTOR LIND"));
    page.until("nobody", |state| state["clients"] == json!([]));
    assert!(!written(data.path(), "Viktor"));
}

/// What was wrong could not be told at its field.
#[test]
fn a_refusal_names_the_field_that_it_is_about() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    server.does(&card("Viktor"));
    for (key, value, field) in [
        ("rate", json!("seven"), json!("rate")),
        ("hours", json!("whenever"), json!("hours")),
        ("minutes", json!(0), json!("minutes")),
        ("chat_at_start", json!(500), json!("chat_at_start")),
        ("own", json!(["sing: la la"]), json!("own")),
        ("own", json!(["park: Вернёмся к делу."]), json!("own")),
        ("banned", json!(["blah-1"]), json!("banned")),
        ("name", json!(" "), json!("name")),
    ] {
        let mut changed = json!({ "name": "Viktor" });
        changed[key] = value;
        let (status, answer) = server.command(&json!({ "do": "client", "was": "Viktor", "card": changed }));
        assert_eq!((status, &answer["field"]), (409, &field), "{key}: {answer}");
    }
    let (_, answer) = server.command(&json!({ "do": "announced", "client": "Viktor" }));
    assert_eq!(answer["field"], json!(null), "{answer}");
}

/// One step of one's own was taken back, and with a second click half a year of several clients.
#[test]
fn only_the_step_that_was_seen_is_taken_back() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&card("Viktor"));
    server.does(&card("Olga"));
    let state = page.until("a step", |state| state["last_step"]["what"] == "Olga: the client");
    let undo = json!({ "do": "undo", "of": state["last_step"]["at"] });
    assert_eq!(server.command(&undo).0, 200);
    assert_eq!(server.command(&undo).0, 409, "once");
    let state = page.until("the step before", |state| state["last_step"]["what"] == "Viktor: the client");
    assert_eq!((&state["clients"][0]["name"], &state["last_step"]["several"]), (&json!("Viktor"), &json!(false)));
    assert_eq!(server.command(&json!({ "do": "undo" })).0, 200);
    page.until("nothing", |state| state["last_step"].is_null() && state["clients"] == json!([]));
}

#[test]
fn during_a_call_clients_are_left_alone_and_not_sent() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&card("Viktor"));
    server.does(&json!({ "do": "begin", "client": "Viktor", "ears": "none" }));
    let state = page.until("a call", |state| state["screen"] == "call");
    assert_eq!(state["clients"], json!([]), "a call wants none of them");
    for command in
        [card("Olga"), forget("Viktor", "Viktor"), json!({ "do": "undo" }), json!({ "do": "announce", "client": "Viktor" })]
    {
        assert_eq!(server.command(&command).0, 409, "{command}");
    }
    // Nor while it lies cut off, but for forgetting, which takes it along.
    server.kill();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    page.until("a call that was cut off", |state| state["resume"]["client"] == "Viktor");
    let renaming = json!({ "do": "client", "was": "Viktor", "card": { "name": "Olga" } });
    assert_eq!(server.command(&renaming).0, 409);
    server.does(&forget("Viktor", "Viktor"));
    page.until("no call", |state| state["resume"].is_null() && state["clients"] == json!([]));
    assert!(!written(data.path(), "Viktor"));
}

#[test]
fn a_client_in_a_call_is_not_forgotten_by_another_program() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    server.does(&card("Olga"));
    server.does(&json!({ "do": "begin", "client": "Viktor", "ears": "none" }));
    let forget = |name: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_segue"));
        command.args(["--ui", "en", "client", "forget", name, "--yes"]);
        command.env("SEGUE_DATA", data.path()).env("SEGUE_KEYS", "none").output().unwrap()
    };
    let refused = forget("Viktor");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("a call with them that is not closed"), "{said}");
    assert!(written(data.path(), "Viktor") && forget("Olga").status.success());
    // Once the page is gone, nothing brings them back.
    server.kill();
    assert!(forget("Viktor").status.success() && !written(data.path(), "Viktor"));
}

#[test]
fn documents_of_nobody_are_not_there() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    for path in ["trend.html", "lines.txt", "announcement", "preparation", "preparation.ics", "departure"] {
        assert_eq!(server.document(&format!("/api/{path}?client=Nobody")).0, 404, "{path}");
    }
    server.does(&card("Виктор Ли"));
    let client = "%D0%92%D0%B8%D0%BA%D1%82%D0%BE%D1%80%20%D0%9B%D0%B8";
    for (path, status) in [("announcement", 200), ("preparation", 200), ("preparation.ics", 404), ("departure", 404)] {
        assert_eq!(server.document(&format!("/api/{path}?client={client}")).0, status, "{path}");
    }
    let (status, lines) = server.document(&format!("/api/lines.txt?client={client}"));
    assert!(status == 200 && lines.starts_with("en/park-client-warm-1\n    ") && !lines.contains("ru/"), "{lines}");
    let (status, stored) = server.document("/api/privacy");
    let stored: Value = serde_json::from_str(&stored).unwrap();
    assert_eq!((status, &stored["protection"], &stored["held"][0]["kind"]), (200, &json!("no_key_store"), &json!("client")));
}
