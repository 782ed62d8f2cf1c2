//! A call without listening, a crash in the middle of it, and what stays.

use crate::files::written;
use crate::server::{Server, data};
use serde_json::{Value, json};

fn begin(client: &str) -> Value {
    json!({ "do": "begin", "client": client, "minutes": 30, "agenda": ["Logo", " ", "Invoice"], "ears": "none", "lang": "en",
            "next_meeting": "on Thursday", "tone": "warm" })
}

#[test]
fn a_call_by_the_keys_from_start_to_debrief_and_the_parked_topic_waits_for_the_next() {
    let data = data();
    let server = Server::start(data.path(), &["--client", "Viktor", "--minutes", "30", "--agenda", "Logo", "--ears", "none"]);
    let mut page = server.page();
    let state = page.state();
    assert_eq!((&state["screen"], &state["call"], &state["after"]), (&json!("start"), &Value::Null, &Value::Null));
    assert_eq!(
        state["suggested"],
        json!({ "client": "Viktor", "minutes": 30.0, "agenda": ["Logo"], "ears": "none", "lang": null })
    );
    assert_eq!(state["can_listen"], json!({ "model": null, "system": { "me": null, "other": null } }));
    assert_eq!(server.command(&json!({ "do": "key", "key": "back" })).0, 409);

    server.does(&begin("Viktor"));
    let state = page.until("the call", |state| state["screen"] == "call");
    let call = &state["call"];
    assert_eq!(
        (&call["phase"], &call["planned"], &call["listening"]["state"]),
        (&json!("greeting"), &json!(1800.0), &json!("off"))
    );
    assert_eq!(call["agenda"].as_array().unwrap().len(), 2);
    assert_eq!(server.command(&begin("Another")).0, 409, "one call at a time");

    server.press("next_item");
    page.until("the first item", |state| state["call"]["agenda"][0]["state"] == "current");
    server.press("drifted");
    let state = page.until("a cue", |state| !state["call"]["cue"].is_null());
    let cue = &state["call"]["cue"];
    assert_eq!((&cue["rung"], &cue["to_me"]), (&json!("park"), &json!(false)));
    assert!(!state["call"]["drifting"].is_null() && !cue["text"].as_str().unwrap().is_empty());
    server.press("said_it");
    let state = page.until("a parked topic", |state| state["call"]["parked"][0]["fate"] == "parked");
    assert!(state["call"]["cue"].is_null());
    server.press("back");
    page.until("business", |state| state["call"]["drifting"].is_null());
    server.press("park");
    page.until("another", |state| state["call"]["parked"].as_array().is_some_and(|parked| parked.len() == 2));
    server.press("snooze");
    page.until("quiet", |state| state["call"]["snoozed_until"].is_number());
    server.does(&json!({ "do": "remember", "text": "His daughter is ill." }));

    server.press("end_call");
    let state = page.until("the debrief", |state| state["screen"] == "debrief");
    let after = &state["after"];
    assert_eq!(
        (&after["client"], &after["keeping"], &after["parked"][1]["id"]),
        (&json!("Viktor"), &json!("figures"), &json!(1))
    );
    server.does(&json!({ "do": "drop", "parked": 1 }));
    server.does(&json!({ "do": "language", "lang": "ru" }));
    page.until("a dropped topic", |state| {
        state["language"] == "ru" && state["after"]["parked"].as_array().is_some_and(|p| p.len() == 1)
    });
    server.does(&json!({ "do": "name", "parked": 0, "topic": " the  allotment " }));
    page.until("its name", |state| state["after"]["parked"][0]["topic"] == "the allotment");
    server.does(&json!({ "do": "carry", "parked": 0, "on": true }));
    page.until("a topic that is kept", |state| state["after"]["parked"][0]["carried"] == true);
    for (path, mark) in
        [("/api/debrief.html", "<!DOCTYPE html>"), ("/api/debrief.json", "segue.debrief/1"), ("/api/debrief.md", "# ")]
    {
        let (status, text) = server.document(path);
        assert!(status == 200 && text.contains(mark), "{path}");
    }
    server.does(&json!({ "do": "close" }));
    let state = page.until("the start", |state| state["screen"] == "start");
    let client = &state["clients"][0];
    assert_eq!((&client["name"], &client["ears"], &client["minutes"]), (&json!("Viktor"), &json!("none"), &json!(30.0)));
    assert_eq!(client["parked"].as_array().unwrap().len(), 1);
    assert_eq!(server.document("/api/debrief.md").0, 404);
    assert!(!written(data.path(), "said_it"), "the journal is gone with every byte");

    server.does(&begin("viktor"));
    let state = page.until("the next call", |state| state["screen"] == "call");
    assert_eq!((&state["call"]["client"], &state["call"]["parked"][0]["earlier"]), (&json!("Viktor"), &json!(true)));
}

#[test]
fn where_nothing_is_kept_no_topic_waits_and_no_call_is_counted() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&begin("Viktor"));
    server.press("park");
    page.until("a parked topic", |state| state["call"]["parked"][0]["fate"] == "parked");
    server.does(&json!({ "do": "name", "parked": 0, "topic": "the allotment" }));
    server.press("end_call");
    page.until("the debrief", |state| state["screen"] == "debrief");
    server.does(&json!({ "do": "keep", "what": "nothing" }));
    server.does(&json!({ "do": "close" }));
    let state = page.until("the start", |state| state["screen"] == "start");
    assert_eq!(state["clients"][0]["parked"], json!([]));
    assert!(!written(data.path(), "{\"call\":["), "no call is written down");
}

#[test]
fn a_call_goes_on_after_a_crash() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&begin("Viktor"));
    server.press("next_item");
    server.press("drifted");
    page.until("a cue", |state| !state["call"]["cue"].is_null());
    server.press("said_it");
    server.press("back");
    let before = page.until("business", |state| state["call"]["drifting"].is_null() && !state["call"]["parked"][0].is_null());
    // What happened is on disk within two seconds.
    let since = std::time::Instant::now();
    while !written(data.path(), "\"back\"") {
        assert!(since.elapsed().as_secs_f64() < 2.0);
        std::thread::yield_now();
    }
    server.kill();

    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    let state = page.state();
    assert_eq!((&state["screen"], &state["resume"]["client"]), (&json!("start"), &json!("Viktor")));
    assert!(state["resume"]["started"].as_str().unwrap().contains('T'));
    server.does(&json!({ "do": "resume" }));
    let after = page.until("the call", |state| state["screen"] == "call");
    for field in ["client", "agenda", "parked", "planned", "phase", "next_meeting", "cue", "drifting"] {
        assert_eq!(after["call"][field], before["call"][field], "{field}");
    }
    assert!(after["call"]["now"].as_f64() > before["call"]["now"].as_f64());
    assert!(after["call"]["notices"][0]["text"].as_str().unwrap().contains("goes on"));

    // A crash at the debrief leads back to the debrief; then the call is forgotten.
    server.press("end_call");
    page.until("the debrief", |state| state["screen"] == "debrief");
    server.kill();
    let server = Server::start(data.path(), &[]);
    server.does(&json!({ "do": "resume" }));
    server.page().until("the debrief", |state| state["screen"] == "debrief");
    server.kill();
    let server = Server::start(data.path(), &[]);
    server.does(&json!({ "do": "discard" }));
    server.page().until("nothing to go on with", |state| state["resume"].is_null());
    assert!(!written(data.path(), "\"back\""));
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    for command in [
        json!({ "do": "begin", "client": "V", "minutes": 5000 }),
        json!({ "do": "close" }),
        json!({ "do": "resume" }),
        json!({ "do": "correct", "from": 0, "to": 1, "label": "business" }),
        json!({ "do": "dance" }),
    ] {
        let (status, answer) = server.command(&command);
        assert!((400..500).contains(&status) && answer["ok"] == false, "{command}");
        assert!(answer["message"].as_str().unwrap().ends_with('.'), "{command}");
    }
}
