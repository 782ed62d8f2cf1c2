//! `segue live` from end to end: the real program, over HTTP and WebSocket as the page speaks to it.

mod keys;
mod safety;
mod server;
mod sound;
