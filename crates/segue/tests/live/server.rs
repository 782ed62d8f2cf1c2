//! The real program with a data folder of its own, and a page that talks to it.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// Nothing in these tests takes longer, but for a call that is played.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// `segue live`, running.
pub struct Server {
    pub child: Child,
    pub port: u16,
    pub token: String,
}

/// A data folder, without a model of recognition.
pub fn data() -> TempDir {
    tempfile::tempdir().unwrap()
}

impl Server {
    /// Starts the program on a free port and waits for its address.
    pub fn start(data: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_segue"))
            .args(["--ui", "en", "live", "--no-open", "--port", "0"])
            .args(arguments)
            .env("SEGUE_DATA", data)
            .env("SEGUE_KEYS", "none")
            // No model of the user's own, wherever that is.
            .env("HOME", data)
            .env("XDG_DATA_HOME", data)
            .env("TZ", "Europe/Berlin")
            // A computer without sound, whatever this one has.
            .env("XDG_RUNTIME_DIR", data)
            .env("ALSA_CONFIG_PATH", "/dev/null")
            .env_remove("PULSE_SERVER")
            .env_remove("PULSE_RUNTIME_PATH")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let (place, token) = address.trim().split_once("/?token=").expect("an address with its token");
        let port = place.rsplit(':').next().unwrap().parse().unwrap();
        Self { child, port, token: token.to_owned() }
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Gives a command; the answer's status and body.
    pub fn command(&self, command: &Value) -> (u16, Value) {
        let agent = agent();
        let request = agent.post(self.at("/api/command")).header("authorization", format!("Bearer {}", self.token));
        let mut answer = request.send(command.to_string()).unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().map(|text| serde_json::from_str(&text).unwrap()).unwrap())
    }

    /// Gives a command that must succeed.
    pub fn does(&self, command: &Value) {
        let (status, answer) = self.command(command);
        assert!(status == 200 && answer["ok"] == true, "{command}: {status} {answer}");
    }

    /// Presses a key.
    pub fn press(&self, key: &str) {
        self.does(&json!({ "do": "key", "key": key }));
    }

    /// A document, with the token.
    pub fn document(&self, path: &str) -> (u16, String) {
        let mut answer = agent().get(self.at(path)).header("authorization", format!("Bearer {}", self.token)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    /// Opens a page: its WebSocket.
    pub fn page(&self) -> Page {
        let address = format!("ws://127.0.0.1:{}/api/events?token={}", self.port, self.token);
        let (socket, _) = tungstenite::connect(address).unwrap();
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            stream.set_nodelay(true).unwrap();
        }
        Page { socket }
    }

    /// Kills the program as a crash would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks the program to end; what it wrote to standard error.
    pub fn end(mut self) -> String {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(self.child.wait().unwrap().success());
        said
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A client that takes any status for an answer.
pub fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into()
}

/// A page.
pub struct Page {
    pub socket: WebSocket<MaybeTlsStream<TcpStream>>,
}

impl Page {
    /// The next state.
    pub fn state(&mut self) -> Value {
        loop {
            // An empty frame says that the program is there, and nothing else.
            if let Message::Text(text) = self.socket.read().unwrap()
                && !text.is_empty()
            {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }

    /// The first state that is as wanted.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let since = Instant::now();
        loop {
            let state = self.state();
            if wanted(&state) {
                return state;
            }
            assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
        }
    }

    /// Sends sound of a channel: samples from −1 to 1 at 16 kHz.
    pub fn sound(&mut self, channel: u8, samples: &[f32]) {
        let mut frame = vec![channel];
        frame.extend(samples.iter().flat_map(|sample| ((sample * 32_767.0) as i16).to_le_bytes()));
        self.socket.send(Message::Binary(frame.into())).unwrap();
    }
}
