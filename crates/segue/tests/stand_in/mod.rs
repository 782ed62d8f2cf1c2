//! A stand-in for a language model: an OpenAI-compatible interface that says what it is told to.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::sync::{Arc, Mutex};
use std::thread;

/// What it does with a request.
#[derive(Clone)]
pub enum Reply {
    /// Answers with these words.
    Says(String),
    /// Answers with this body.
    Raw(String),
    /// Answers with an error.
    Status(u16),
    /// Sends elsewhere.
    Redirect(String),
    /// Takes the request, and never answers.
    Never,
    /// Takes the request, and hangs up.
    HangsUp,
}

/// A stand-in that listens.
pub struct StandIn {
    /// Its base address on loopback.
    pub address: String,
    port: u16,
    got: Arc<Mutex<Vec<(String, String)>>>,
}

impl StandIn {
    /// Starts one. `answer` gets the text to be rephrased and the number of the request, from 0.
    pub fn start(answer: impl Fn(&str, usize) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("0.0.0.0:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let got = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&got);
        thread::spawn(move || {
            let mut held = Vec::new();
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                // Several requests may come over one connection.
                while let Some((head, body)) = request(&stream) {
                    let number = seen.lock().unwrap().len();
                    let asked: Value = serde_json::from_str(&body).unwrap();
                    seen.lock().unwrap().push((head, body));
                    let reply = answer(asked["messages"][1]["content"].as_str().unwrap(), number);
                    let Some(bytes) = reply.bytes() else {
                        if matches!(reply, Reply::Never) {
                            held.push(stream.try_clone().unwrap());
                        }
                        break;
                    };
                    if stream.write_all(bytes.as_bytes()).is_err() {
                        break;
                    }
                }
            }
        });
        Self { address: format!("http://127.0.0.1:{port}/v1"), port, got }
    }

    /// Its address as others see this machine, if it has one.
    #[allow(dead_code)]
    pub fn remote_address(&self) -> Option<String> {
        // Nothing is sent: the system only says which address it would use.
        let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
        socket.connect("192.0.2.1:9").ok()?;
        let ip = socket.local_addr().ok()?.ip();
        (!ip.is_loopback() && !ip.is_unspecified()).then(|| format!("http://{ip}:{}/v1", self.port))
    }

    /// What it got, as JSON.
    pub fn bodies(&self) -> Vec<Value> {
        self.raw().iter().map(|body| serde_json::from_str(body).unwrap()).collect()
    }

    /// What it got, letter by letter.
    pub fn raw(&self) -> Vec<String> {
        self.got.lock().unwrap().iter().map(|(_, body)| body.clone()).collect()
    }

    /// The headers that it got.
    #[allow(dead_code)]
    pub fn heads(&self) -> Vec<String> {
        self.got.lock().unwrap().iter().map(|(head, _)| head.clone()).collect()
    }
}

impl Reply {
    fn bytes(&self) -> Option<String> {
        let with = |status: &str, more: &str, body: &str| {
            format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{more}Content-Length: {}\r\n\r\n{body}", body.len())
        };
        match self {
            Self::Says(words) => {
                let body = serde_json::json!({"choices": [{"message": {"role": "assistant", "content": words}}]});
                Some(with("200 OK", "", &body.to_string()))
            }
            Self::Raw(body) => Some(with("200 OK", "", body)),
            Self::Status(status) => Some(with(&format!("{status} Failed"), "", "{\"error\":{}}")),
            Self::Redirect(to) => Some(with("307 Elsewhere", &format!("Location: {to}\r\n"), "")),
            Self::Never | Self::HangsUp => None,
        }
    }
}

/// Head and body of the next request; `None` if no more comes.
fn request(stream: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok())?;
    let mut body = vec![0_u8; length];
    reader.read_exact(&mut body).ok()?;
    Some((head, String::from_utf8(body).unwrap()))
}
