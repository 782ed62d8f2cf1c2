//! Who may come in: this machine's own page with the token, and nobody else.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Bytes of a token.
const TOKEN_BYTES: usize = 24;

/// What a request must show.
#[derive(Clone)]
pub(crate) struct Gate {
    token: Arc<str>,
    /// `127.0.0.1:PORT` and `localhost:PORT`.
    hosts: Arc<[String]>,
}

impl Gate {
    /// A gate for that port with a token drawn from the system's source of randomness.
    pub fn new(port: u16) -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; TOKEN_BYTES];
        getrandom::fill(&mut bytes)?;
        let token: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { token: token.into(), hosts: ["127.0.0.1", "localhost"].map(|host| format!("{host}:{port}")).into() })
    }

    /// The token.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// True if the request is addressed to this server by its own name and comes from its own page,
    /// or from no page at all. Else another page, or a name made to point here, could read or drive it.
    fn is_own(&self, headers: &HeaderMap) -> bool {
        let text = |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or("?"));
        let host = text(header::HOST).is_some_and(|host| self.hosts.iter().any(|own| own == host));
        let origin = text(header::ORIGIN)
            .is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|origin| self.hosts.iter().any(|own| own == origin)));
        host && origin
    }

    /// True if the request carries the token.
    fn admits(&self, request: &Request) -> bool {
        let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let query = request.uri().query().unwrap_or_default();
        let given = bearer
            .and_then(|value| value.strip_prefix("Bearer "))
            .or_else(|| query.split('&').find_map(|pair| pair.strip_prefix("token=")));
        given.is_some_and(|given| same(given.as_bytes(), self.token.as_bytes()))
    }
}

/// Compares without telling by its time how much was right.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

/// Refuses what is not from here, asks for the token where something private is, and puts the
/// headers of safety on every answer.
pub(crate) async fn guard(State(gate): State<Gate>, request: Request<Body>, next: Next) -> Response {
    let private = request.uri().path().starts_with("/api");
    let mut answer = if !gate.is_own(request.headers()) {
        (StatusCode::FORBIDDEN, "This address answers only to its own page.\n").into_response()
    } else if private && !gate.admits(&request) {
        (StatusCode::UNAUTHORIZED, "The token is missing or wrong: open the address that `segue live` printed.\n").into_response()
    } else {
        next.run(request).await
    };
    let host = gate.hosts.join(" ws://");
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self' ws://{host}; worker-src 'self'; frame-src 'self'; media-src 'self' blob:; \
         frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    );
    let headers = answer.headers_mut();
    // A document of its own brings a policy of its own.
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "microphone=(self), display-capture=(self), camera=(), geolocation=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::Gate;
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn only_its_own_name_and_its_own_page() {
        let gate = Gate::new(4711).unwrap();
        for (host, origin, admitted) in [
            ("127.0.0.1:4711", None, true),
            ("localhost:4711", Some("http://localhost:4711"), true),
            ("127.0.0.1:4711", Some("http://127.0.0.1:4711"), true),
            ("127.0.0.1", None, false),
            ("127.0.0.1:4712", None, false),
            ("evil.example:4711", None, false),
            ("127.0.0.1:4711", Some("http://evil.example"), false),
            ("127.0.0.1:4711", Some("https://127.0.0.1:4711"), false),
            ("127.0.0.1:4711", Some("null"), false),
            ("127.0.0.1:4711", Some("http://127.0.0.1:4712"), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
            }
            assert_eq!(gate.is_own(&headers), admitted, "{host} {origin:?}");
        }
    }

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (a, b) = (Gate::new(1).unwrap(), Gate::new(1).unwrap());
        assert!(a.token().len() == 48 && a.token() != b.token());
    }
}
