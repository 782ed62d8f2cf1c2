//! Asking over HTTP, with an end to every wait.

use segue_core::Lang;
use segue_voice::{Place, answer};
use std::time::Duration;

/// Longest answer that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// An OpenAI-compatible interface.
pub struct Client {
    place: Place,
    agent: ureq::Agent,
    key: Option<String>,
    patience: u64,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Not within so many seconds.
    Late(u64),
    /// Nobody is there.
    Unreachable(String),
    /// It answered with an error of HTTP.
    Refused(u16),
    /// It answered with something else than a chat completion.
    Unreadable,
}

impl Unanswered {
    /// The reason, to stand after a colon.
    pub fn in_words(&self, ui: Lang) -> String {
        let (en, ru) = match self {
            Self::Late(seconds) => (
                format!("the language model did not answer within {seconds} s; wait longer with --patience"),
                format!("языковая модель не ответила за {seconds} с; подождать дольше: --patience"),
            ),
            Self::Unreachable(why) => (
                format!("the language model cannot be reached ({why}); start it, or say where it is with --at"),
                format!(
                    "языковая модель недоступна ({}); запустите её или укажите адрес через --at",
                    crate::message::system::of_text(why)
                ),
            ),
            Self::Refused(404) => (
                "the language model is not there; check --model and --at".into(),
                "такой языковой модели там нет; проверьте --model и --at".into(),
            ),
            Self::Refused(401 | 403) => (
                "the language model wants an access key; set SEGUE_VOICE_KEY".into(),
                "языковой модели нужен ключ доступа; задайте SEGUE_VOICE_KEY".into(),
            ),
            Self::Refused(status) => (
                format!("the language model failed ({status}); try again later"),
                format!("языковая модель дала сбой ({status}); повторите позже"),
            ),
            Self::Unreadable => ("the language model gave no readable answer".into(), "ответ языковой модели не читается".into()),
        };
        if ui == Lang::En { en } else { ru }
    }
}

impl Client {
    /// A client for one place; the access key comes from the environment and goes nowhere else.
    pub fn new(place: Place, patience: u64) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(patience)))
            // What was shown goes where it was said to go: no redirects, and no proxy from the environment.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .http_status_as_error(false)
            .build()
            .into();
        let key = std::env::var("SEGUE_VOICE_KEY").ok().filter(|key| !key.is_empty());
        Self { place, agent, key, patience }
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Sends a request; gives the text of the answer.
    pub fn complete(&self, body: &str) -> Result<String, Unanswered> {
        let mut request = self.agent.post(self.place.completions()).header("Content-Type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        let failed = |error: ureq::Error| match error {
            ureq::Error::Timeout(_) => Unanswered::Late(self.patience),
            ureq::Error::BodyExceedsLimit(_) => Unanswered::Unreadable,
            other => Unanswered::Unreachable(other.to_string()),
        };
        let mut response = request.send(body).map_err(failed)?;
        if response.status() != 200 {
            return Err(Unanswered::Refused(response.status().as_u16()));
        }
        let text = response.body_mut().with_config().limit(LONGEST).read_to_string().map_err(failed)?;
        answer(&text).map_err(|_| Unanswered::Unreadable)
    }
}
