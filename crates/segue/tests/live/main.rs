//! `segue live` from end to end: the real program, over HTTP and WebSocket as the page speaks to it.

mod clients;
#[path = "../files/mod.rs"]
mod files;
mod keys;
mod safety;
mod server;
