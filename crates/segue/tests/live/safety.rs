//! Nobody else can read or drive the page, nothing leaves the machine, and nothing private is written.

use crate::server::{Server, agent, data};
use serde_json::json;

#[test]
fn only_its_own_page_with_the_token_is_answered() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let own = format!("127.0.0.1:{}", server.port);
    let bearer = format!("Bearer {}", server.token);
    let wrong = format!("Bearer {}", "0".repeat(48));
    for (path, headers, status) in [
        ("/", vec![], 200),
        ("/", vec![("host", "segue.evil.example")], 403),
        ("/", vec![("origin", "http://evil.example")], 403),
        ("/api/debrief.json", vec![], 401),
        ("/api/debrief.json", vec![("authorization", wrong.as_str())], 401),
        ("/api/debrief.json?token=wrong", vec![], 401),
        ("/api/debrief.json", vec![("authorization", bearer.as_str())], 404),
        ("/api/debrief.json", vec![("authorization", bearer.as_str()), ("host", "evil.example")], 403),
        ("/api/debrief.json", vec![("authorization", bearer.as_str()), ("origin", "http://evil.example")], 403),
        ("/api/debrief.json", vec![("authorization", bearer.as_str()), ("origin", "null")], 403),
        ("/api/nothing", vec![], 401),
        ("/api/privacy", vec![], 401),
        ("/api/trend.html?client=Viktor", vec![], 401),
        ("/api/announcement?client=Viktor", vec![("authorization", wrong.as_str())], 401),
        ("/api/preparation.ics?client=Viktor", vec![], 401),
        ("/api/departure?client=Viktor", vec![("authorization", bearer.as_str()), ("origin", "http://evil.example")], 403),
        ("/page/../Cargo.toml", vec![], 404),
        ("/page/%2e%2e/Cargo.toml", vec![], 404),
    ] {
        let request = headers.iter().fold(agent().get(server.at(path)), |request, (name, value)| request.header(*name, *value));
        let answer = request.call().unwrap();
        assert_eq!(answer.status().as_u16(), status, "{path} {headers:?}");
        let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
        assert_eq!((header("cache-control").as_str(), header("x-content-type-options").as_str()), ("no-store", "nosniff"));
        assert!(header("content-security-policy").starts_with("default-src 'none'; script-src 'self'"), "{path}");
        assert!(header("access-control-allow-origin").is_empty());
    }
    // Neither may another page open the events.
    for (origin, token, admitted) in [
        ("http://evil.example", server.token.as_str(), false),
        (&format!("http://{own}"), server.token.as_str(), true),
        (&format!("http://{own}"), "wrong", false),
    ] {
        let request = tungstenite::ClientRequestBuilder::new(format!("ws://{own}/api/events?token={token}").parse().unwrap())
            .with_header("Origin", origin);
        assert_eq!(tungstenite::connect(request).is_ok(), admitted, "{origin} {token}");
    }
    assert_eq!(server.end().lines().count(), 3, "no key store, no model, how to end: three remarks, and nothing else");
}

#[test]
fn a_second_program_and_a_taken_port_are_refused_in_words() {
    let folder = data();
    let server = Server::start(folder.path(), &[]);
    let start = |data: &std::path::Path, port: u16| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_segue"));
        command.args(["--ui", "en", "live", "--no-open", "--port", &port.to_string()]).env("SEGUE_DATA", data);
        command.env("SEGUE_KEYS", "none");
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = start(folder.path(), 0);
    assert!(code == Some(1) && said.contains("open already"), "{said}");
    let (code, said) = start(data().path(), server.port);
    assert!(code == Some(1) && said.contains("--port"), "{said}");
}

/// Sockets of a process: its local and remote addresses, from `/proc`.
#[cfg(target_os = "linux")]
fn sockets(process: u32) -> Vec<(String, String)> {
    let links = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap().flatten();
    let inodes: Vec<String> = links
        .filter_map(|link| Some(std::fs::read_link(link.path()).ok()?.to_string_lossy().into_owned()))
        .filter_map(|target| Some(target.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
        .collect();
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6"] {
        let text = std::fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        for row in text.lines().skip(1) {
            let fields: Vec<&str> = row.split_whitespace().collect();
            if inodes.iter().any(|inode| inode == fields[9]) {
                found.push((format!("{table} {}", fields[1]), fields[2].to_owned()));
            }
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
fn during_a_call_only_loopback_is_open_and_nothing_is_written_but_the_journal() {
    let data = data();
    let server = Server::start(data.path(), &[]);
    let mut page = server.page();
    server.does(&json!({ "do": "begin", "client": "Viktor", "ears": "browser", "lang": "en" }));
    for _ in 0..50 {
        page.sound(0, &[0.1; 640]);
        page.sound(1, &[0.1; 640]);
    }
    server.press("drifted");
    page.until("a drift", |state| !state["call"]["drifting"].is_null());
    let sockets = sockets(server.child.id());
    let loopback = "tcp 0100007F:";
    assert!(!sockets.is_empty());
    for (local, remote) in &sockets {
        assert!(local.starts_with(loopback), "{local} is not on loopback");
        let own = local.ends_with(&format!(":{:04X}", server.port));
        assert!(own && (remote.starts_with("0100007F:") || remote.starts_with("00000000:0000")), "{local} → {remote} goes out");
    }
    let mut files: Vec<_> =
        std::fs::read_dir(data.path()).unwrap().flatten().map(|f| f.file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["live.lock", "segue.db", "segue.db-shm", "segue.db-wal", "store.lock"]);
}
