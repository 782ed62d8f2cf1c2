//! An assistant and the real program: the official client library starts `segue mcp` and uses its tools.

use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::RunningService;
use rmcp::transport::TokioChildProcess;
use rmcp::{RoleClient, ServiceExt};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const CALL: &str = "Dana: Hi Viktor, today it is the logo and the invoice.
Viktor: Before that, my sister Ludmila got a zeppelin licence last week, imagine, at her age.
Viktor: She flew over our dacha with her new husband and waved, my mother cried.
Dana: Oh wow, really? Did she land in the garden?
Viktor: No, she had to go home, her cat is pregnant and her knee hurts so much these days.
Dana: Let's keep the zeppelin for the end. The logo: do we take the blue one?
Viktor: The blue one, in print quality.
Dana: Vector and PDF then, both by Tuesday. The invoice is four hundred euros, as agreed.
Viktor: Fine, we pay it in thirty days, and the invoice goes to the new address.
";
/// Words of that call that are nobody's business.
const PRIVATE: [&str; 5] = ["zeppelin", "Ludmila", "dacha", "pregnant", "knee"];

type Client = RunningService<RoleClient, ()>;

/// What an assistant does with a server that was started with these flags.
fn assistant<T>(data: &Path, flags: &[&str], uses: impl AsyncFnOnce(&Client) -> T) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_segue"));
        command
            .args(["--ui", "en", "mcp"])
            .args(flags)
            .env("SEGUE_DATA", data)
            .env("SEGUE_KEYS", "none")
            .env("TZ", "Europe/Berlin");
        let client = ().serve(TokioChildProcess::new(command).unwrap()).await.unwrap();
        let result = uses(&client).await;
        client.cancel().await.unwrap();
        result
    })
}

async fn call(client: &Client, tool: &'static str, arguments: Value) -> CallToolResult {
    let Value::Object(arguments) = arguments else { panic!("arguments are an object") };
    client.call_tool(CallToolRequestParams::new(tool).with_arguments(arguments)).await.unwrap()
}

/// The text of a result that is no error.
async fn text(client: &Client, tool: &'static str, arguments: Value) -> String {
    let result = call(client, tool, arguments).await;
    let text = result.content[0].as_text().unwrap().text.clone();
    assert_ne!(result.is_error, Some(true), "{text}");
    text
}

/// The sentence of a result that is an error.
async fn refused(client: &Client, tool: &'static str, arguments: Value) -> String {
    let result = call(client, tool, arguments).await;
    let text = result.content[0].as_text().unwrap().text.clone();
    assert_eq!(result.is_error, Some(true), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

fn segue(data: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_segue"))
        .args(["--ui", "en"])
        .args(arguments)
        .env("SEGUE_DATA", data)
        .env("SEGUE_KEYS", "none")
        .env("TZ", "Europe/Berlin")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn half_year() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    segue(folder.path(), &["simulate", data.to_str().unwrap()]);
    (folder, data)
}

#[test]
fn tools_say_exactly_what_they_take() {
    let data = TempDir::new().unwrap();
    assistant(data.path(), &[], async |client| {
        let tools = client.list_all_tools().await.unwrap();
        let mut names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
        names.sort_unstable();
        assert_eq!(names, ["draft_reply", "list_clients", "prepare_call", "read_trends", "review_transcript"]);
        for tool in &tools {
            assert!(tool.description.as_ref().is_some_and(|told| told.len() > 40), "{}", tool.name);
            let schema = tool.schema_as_json_value();
            assert_eq!(schema["type"], "object", "{schema}");
            for (name, property) in schema["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{}: {name} in {schema}", tool.name);
            }
        }
        let of = |name: &str| tools.iter().find(|tool| tool.name == name).unwrap();
        assert_eq!(of("prepare_call").schema_as_json_value()["required"], json!(["client"]));
        assert_eq!(of("review_transcript").schema_as_json_value()["additionalProperties"], json!(false));
        assert!(of("list_clients").output_schema.is_some());
        let about = client.peer_info().unwrap();
        assert!(about.instructions.as_ref().unwrap().contains("withheld"));
    });
}

#[test]
fn a_review_tells_figures_and_no_word_unless_the_user_said_so() {
    let data = TempDir::new().unwrap();
    let asked = |format: &str| json!({"text": CALL, "me": "Dana", "client": "Viktor", "agenda": ["Logo"], "format": format});
    for (flags, private, business) in
        [(&[][..], false, false), (&["--words", "business"], false, true), (&["--words", "all"], true, true)]
    {
        assistant(data.path(), flags, async |client| {
            let markdown = text(client, "review_transcript", asked("markdown")).await;
            assert!(markdown.starts_with("# ") && markdown.contains("Logo"), "{markdown}");
            let contract = text(client, "review_transcript", asked("json")).await;
            let debrief: Value = serde_json::from_str(&contract).unwrap();
            assert_eq!(debrief["schema"], "segue.debrief/1");
            assert_eq!(debrief["utterances"].as_array().unwrap().len(), 9);
            assert!(debrief["talk"]["total"]["personal"].as_f64().unwrap() > 1.0, "{contract}");
            assert_eq!(PRIVATE.iter().any(|word| contract.contains(word)), private, "{contract}");
            assert_eq!(PRIVATE.iter().any(|word| markdown.contains(word)), private, "{markdown}");
            assert_eq!(contract.contains("new address"), business, "{contract}");
        });
    }
}

#[test]
fn files_are_read_only_in_folders_that_the_user_named() {
    let (data, open, closed) = (TempDir::new().unwrap(), TempDir::new().unwrap(), TempDir::new().unwrap());
    let [mine, other] = [&open, &closed].map(|folder| folder.path().join("call.txt"));
    std::fs::write(&mine, CALL).unwrap();
    std::fs::write(&other, CALL).unwrap();
    let around = open.path().join("..").join(closed.path().file_name().unwrap()).join("call.txt");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&other, open.path().join("link.txt")).unwrap();
    let folder = open.path().to_str().unwrap();
    assistant(data.path(), &["--folder", folder], async |client| {
        assert!(text(client, "review_transcript", json!({"path": mine, "me": "Dana"})).await.starts_with("# "));
        for path in [other, around, open.path().join("link.txt"), PathBuf::from("/etc/passwd"), closed.path().join("none")] {
            let sentence = refused(client, "review_transcript", json!({"path": path})).await;
            assert!(sentence.contains("--folder"), "{sentence}");
        }
        let unknown = text(client, "review_transcript", json!({"path": mine, "format": "json"})).await;
        assert!(unknown.contains("who you are") && !unknown.contains("Dana") && !unknown.contains("Viktor"), "{unknown}");
        let sentence = refused(client, "review_transcript", json!({"text": CALL, "path": mine})).await;
        assert!(sentence.contains("either"), "{sentence}");
    });
    assistant(data.path(), &[], async |client| {
        refused(client, "review_transcript", json!({"path": mine})).await;
    });
}

#[test]
fn weeks_and_clients_in_figures_and_nothing_is_written() {
    let (_folder, data) = half_year();
    segue(&data, &["note", "Дмитрий", "--reason", "His xylophone teacher married a marmoset."]);
    let before = segue(&data, &["export"]);
    assert!(before.contains("xylophone"));
    assistant(&data, &[], async |client| {
        let listed = call(client, "list_clients", json!({})).await.structured_content.unwrap();
        let viktor = listed["clients"].as_array().unwrap().iter().find(|one| one["name"] == "Viktor").unwrap();
        assert!(viktor["calls"].as_u64().unwrap() > 10 && viktor["lang"] == "en", "{viktor}");
        let all = text(client, "read_trends", json!({})).await;
        assert!(all.contains("Viktor") && all.contains("Дмитрий") && !all.contains("xylophone"), "{all}");
        let one = text(client, "read_trends", json!({"client": "viktor", "weeks": 26})).await;
        assert!(one.contains("Viktor") && !one.contains("Дмитрий"), "{one}");
        let prepared =
            text(client, "prepare_call", json!({"client": "дмитрий", "agenda": ["Checkout"], "when": "2027-01-07T10:00"})).await;
        assert!(prepared.contains("Checkout") && prepared.contains("10:00"), "{prepared}");
        assert!(!prepared.contains("xylophone") && prepared.contains("withheld"), "{prepared}");
        let sentence = refused(client, "prepare_call", json!({"client": "Nobody"})).await;
        assert!(sentence.contains("Viktor"), "{sentence}");
        let sentence = refused(client, "prepare_call", json!({"client": "Viktor", "when": "soon"})).await;
        assert!(sentence.contains("when"), "{sentence}");
        let sentence = refused(client, "review_transcript", json!({"text": CALL, "client": "Viktor", "remember": true})).await;
        assert!(sentence.contains("--allow-writing"), "{sentence}");
        refused(client, "review_transcript", json!({"text": "\u{0}\u{1}"})).await;
    });
    assert_eq!(segue(&data, &["export"]), before);
}

#[test]
fn the_reason_of_an_announcement_in_my_own_words_is_withheld() {
    for (why, flags, reads) in [
        ("my mother has cancer and I look after her", &[][..], false),
        ("my mother has cancer and I look after her", &["--words", "business"], false),
        ("my mother has cancer and I look after her", &["--words", "all"], true),
        ("busy", &[], true),
        ("projects", &[], true),
        ("none", &[], true),
    ] {
        let data = TempDir::new().unwrap();
        segue(data.path(), &["client", "add", "Viktor"]);
        segue(data.path(), &["announce", "Viktor", "--why", why, "--minutes", "45"]);
        assistant(data.path(), flags, async |client| {
            let prepared = text(client, "prepare_call", json!({"client": "Viktor"})).await;
            assert_eq!(prepared.contains("in the user's own words, withheld"), !reads, "{why} {flags:?}: {prepared}");
            assert_eq!(prepared.contains("cancer"), reads && why.contains("cancer"), "{why} {flags:?}: {prepared}");
        });
    }
}

#[test]
fn figures_are_remembered_where_the_user_allows_it() {
    let data = TempDir::new().unwrap();
    assistant(data.path(), &["--allow-writing"], async |client| {
        refused(client, "review_transcript", json!({"text": CALL, "remember": true})).await;
        let asked = json!({"text": CALL, "me": "Dana", "client": "Viktor", "remember": true, "date": "2026-11-20"});
        text(client, "review_transcript", asked.clone()).await;
        text(client, "review_transcript", asked).await;
        let listed = call(client, "list_clients", json!({})).await.structured_content.unwrap();
        assert_eq!(listed["clients"][0]["calls"], 1, "{listed}");
        assert_eq!(listed["clients"][0]["last_call"], "2026-11-20");
    });
    let kept = segue(data.path(), &["export"]);
    assert!(PRIVATE.iter().all(|word| !kept.contains(word)), "{kept}");
}

#[test]
fn standard_output_carries_the_protocol_alone_and_hanging_up_is_no_error() {
    let data = TempDir::new().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_segue"))
        .args(["--ui", "en", "mcp"])
        .env("SEGUE_DATA", data.path())
        .env("SEGUE_KEYS", "none")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    let asked = json!({"name": "review_transcript", "arguments": {"text": CALL, "me": "Dana"}});
    let about = json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "by hand", "version": "1"}});
    let mut lines = Vec::new();
    for (id, method, params) in [(1, "initialize", about), (0, "notifications/initialized", json!({})), (2, "tools/call", asked)]
    {
        let mut message = json!({"jsonrpc": "2.0", "method": method, "params": params});
        if id > 0 {
            message["id"] = json!(id);
        }
        writeln!(to, "{message}").unwrap();
        if id > 0 {
            let mut line = String::new();
            from.read_line(&mut line).unwrap();
            lines.push(line);
        }
    }
    drop(to);
    let mut rest = String::new();
    from.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
    for (line, id) in lines.iter().zip(1..) {
        let message: Value = serde_json::from_str(line).unwrap();
        assert_eq!(message["id"], id, "{line}");
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn whoever_starts_it_by_hand_and_hangs_up_is_told_how_it_is_meant() {
    let output = Command::new(env!("CARGO_BIN_EXE_segue"))
        .args(["--ui", "en", "mcp"])
        .env("SEGUE_DATA", TempDir::new().unwrap().path())
        .env("SEGUE_KEYS", "none")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("docs/mcp.md"));
}

#[test]
fn a_message_is_answered_and_nothing_is_stored() {
    let (_folder, data) = half_year();
    let before = segue(&data, &["export"]);
    assistant(&data, &[], async |client| {
        let message = "Hi Dana, we had a lovely weekend at the lake with my sister. Can you send the invoice by Friday?";
        let drafts = text(client, "draft_reply", json!({ "message": message, "client": "Viktor", "me": "Dana" })).await;
        assert!(drafts.contains("invoice") && drafts.contains("Dana"), "{drafts}");
        refused(client, "draft_reply", json!({ "message": " " })).await;
    });
    assert_eq!(segue(&data, &["export"]), before);
}

/// "Our next call is after my chemo appointment on Thursday."
#[test]
fn when_we_talk_next_in_my_own_words_is_withheld() {
    for (flags, reads) in [(&[][..], false), (&["--words", "business"], false), (&["--words", "all"], true)] {
        let data = TempDir::new().unwrap();
        segue(data.path(), &["client", "add", "Agneta", "--minutes", "30", "--next", "after my chemo on Thursday"]);
        assistant(data.path(), flags, async |client| {
            let prepared = text(client, "prepare_call", json!({"client": "Agneta"})).await;
            let message = "Hi! The contract is signed, thank you. Talk soon!";
            let drafts = text(client, "draft_reply", json!({"message": message, "client": "Agneta"})).await;
            assert_eq!(prepared.contains("chemo"), reads, "{flags:?}: {prepared}");
            assert!(reads || !drafts.contains("chemo"), "{flags:?}: {drafts}");
        });
    }
}

/// A wrong argument was an error of the protocol in its own words, and weeks that cannot be were some others.
#[test]
fn an_argument_that_cannot_be_is_told_in_one_sentence() {
    let (_folder, data) = half_year();
    assistant(&data, &[], async |client| {
        for (tool, arguments, named) in [
            ("review_transcript", json!({"text": CALL, "minutes": "thirty"}), "`minutes` cannot have this value"),
            ("review_transcript", json!({"text": CALL, "minutes": -5}), "`minutes` cannot have this value"),
            ("review_transcript", json!({"text": CALL, "lang": "fr"}), "`lang` cannot have this value"),
            (
                "review_transcript",
                json!({"text": CALL, "speaker": "Dana"}),
                "there is no argument `speaker`; the arguments are `about`",
            ),
            ("prepare_call", json!({"client": "Viktor", "agenda": "Prices"}), "`agenda` cannot have this value"),
            ("prepare_call", json!({"agenda": ["Prices"]}), "`client` is needed"),
            ("prepare_call", json!({"client": 7}), "`client` cannot have this value"),
            ("read_trends", json!({"weeks": 0}), "`weeks` cannot have this value"),
            ("read_trends", json!({"weeks": 521}), "`weeks` cannot have this value"),
            ("draft_reply", json!({"message": ["Hi"]}), "`message` cannot have this value"),
        ] {
            let sentence = refused(client, tool, arguments).await;
            assert!(sentence.contains(named), "{sentence}");
        }
        let drafts = text(client, "draft_reply", json!({"message": "Where is the invoice?", "client": "Vikotr"})).await;
        assert!(drafts.contains("did you mean Viktor?"), "{drafts}");
    });
}

/// A name typed amiss became a client, who then "opened" what others said.
#[test]
fn a_call_is_not_remembered_for_somebody_who_is_not_in_it() {
    let data = TempDir::new().unwrap();
    let remember = |client: &str, kind: &str| json!({"text": CALL, "me": "Dana", "client": client, "kind": kind, "remember": true, "date": "2026-11-20"});
    assistant(data.path(), &["--allow-writing"], async |client| {
        let sentence = refused(client, "review_transcript", remember("Newperson", "client")).await;
        // Who is in it is told to whoever may read it.
        assert!(!sentence.contains("Viktor") && sentence.contains("segue client add Newperson"), "{sentence}");
        text(client, "review_transcript", remember("Acme Ltd", "group")).await;
        let listed = call(client, "list_clients", json!({})).await.structured_content.unwrap();
        let names: Vec<_> = listed["clients"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["Acme Ltd"]);
    });
    assistant(data.path(), &["--allow-writing", "--words", "business"], async |client| {
        let sentence = refused(client, "review_transcript", remember("Newperson", "client")).await;
        assert!(sentence.contains("Dana, Viktor"), "{sentence}");
    });
    segue(data.path(), &["client", "add", "Newperson"]);
    assistant(data.path(), &["--allow-writing"], async |client| {
        text(client, "review_transcript", remember("Newperson", "client")).await;
    });
}
