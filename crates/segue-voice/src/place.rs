//! Where the language model is asked.

use http::Uri;
use std::net::IpAddr;

/// The address of an OpenAI-compatible interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    base: String,
    local: bool,
}

/// An address that is none of an OpenAI-compatible interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace;

impl Place {
    /// Where Ollama listens.
    pub const OLLAMA: &'static str = "http://127.0.0.1:11434/v1";

    /// Reads a base address such as [`Place::OLLAMA`].
    ///
    /// # Errors
    /// [`NoPlace`] if it is no address of http or https.
    pub fn parse(base: &str) -> Result<Self, NoPlace> {
        let base = base.trim().trim_end_matches('/');
        let uri: Uri = base.parse().map_err(|_| NoPlace)?;
        let known = matches!(uri.scheme_str(), Some("http" | "https"));
        let host = uri.host().filter(|host| known && !host.is_empty() && uri.query().is_none()).ok_or(NoPlace)?;
        // Only what cannot be anywhere else counts as local, whatever a name server says.
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let local = host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        Ok(Self { base: base.to_owned(), local })
    }

    /// True if it is on this machine.
    pub fn is_local(&self) -> bool {
        self.local
    }

    /// Where a chat completion is asked for.
    pub fn completions(&self) -> String {
        format!("{}/chat/completions", self.base)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn only_loopback_is_local() {
        for (address, local) in [
            (Place::OLLAMA, Some(true)),
            ("http://localhost:8080/v1/", Some(true)),
            ("http://[::1]:8080", Some(true)),
            ("http://127.8.9.1/v1", Some(true)),
            ("https://api.example.org/v1", Some(false)),
            ("http://192.168.1.5:11434/v1", Some(false)),
            ("http://127.0.0.1@example.org/v1", Some(false)),
            ("http://127.0.0.1.example.org/v1", Some(false)),
            ("http://localhost.example.org", Some(false)),
            ("ftp://127.0.0.1/v1", None),
            ("127.0.0.1:11434", None),
            ("ollama", None),
            ("", None),
        ] {
            assert_eq!(Place::parse(address).ok().map(|place| place.is_local()), local, "{address}");
        }
        assert_eq!(Place::parse("http://localhost/v1/").unwrap().completions(), "http://localhost/v1/chat/completions");
    }
}
