//! What the page may do: show itself, and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A content security policy under which exactly this style sheet and this script run (none if it is
/// empty), and nothing can be loaded or sent.
pub(crate) fn policy(style: &str, script: &str) -> String {
    let script = if script.is_empty() { "none".to_owned() } else { hash(script) };
    format!("default-src 'none'; style-src '{}'; script-src '{script}'; base-uri 'none'; form-action 'none'", hash(style))
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
