//! The live page: a server on this machine only, sound in, the state of the call out.
//!
//! `docs/live-api.md` is the contract with the page. One thread owns the call (`desk`), one follows
//! voice activity and one recognises words (`ears`); the server is thin. A call is a list of
//! happenings with their times (`happening`): the journal on disk is that list, and replaying it
//! gives the call again.
//!
//! Words of the talk go to the page, and to the disk only under the keeping rule; sound goes nowhere.

mod assets;
mod call;
mod card;
mod clock;
mod command;
mod desk;
mod ears;
mod gate;
mod happening;
mod lock;
mod note;
mod papers;
mod server;
mod state;
mod texts;

pub use ears::MakeRecogniser;
use gate::Gate;
use lock::Lock;
use segue_core::Lang;
pub use segue_devices::Wanted;
use segue_store::{Store, StoreError};
pub use state::Suggested;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// The live page could not be served.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    /// The port is taken, or the system allows none.
    #[error("the port cannot be opened: {0}")]
    Port(std::io::Error),
    /// What is remembered could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another live page is served.
    #[error("another live page is served")]
    InUse,
    /// The system refused a thread, a token or a socket.
    #[error("the system refused: {0}")]
    System(String),
}

/// What a live page needs.
pub struct Live {
    /// Port; `None` for the usual one, or any that is free if that is taken.
    pub port: Option<u16>,
    /// Language of the page.
    pub language: Lang,
    /// What was typed, to fill the start with.
    pub suggested: Suggested,
    /// Where clients and calls are remembered.
    pub store: Store,
    /// Name of the recogniser's model, if it is here.
    pub model: Option<String>,
    /// The devices of this computer to be listened to, where a call is to be heard by them.
    pub devices: Wanted,
    /// Makes the recogniser, when the first call is listened to.
    pub recogniser: MakeRecogniser,
}

/// The usual port: the browser remembers for it that the microphone may be used.
pub const USUAL_PORT: u16 = 4173;

/// Serves the live page until the program is told to stop (Ctrl-C, or SIGTERM). `ready` gets its
/// address, token included.
///
/// # Errors
/// [`LiveError`] if the port is taken, what is remembered cannot be read, or the system refuses.
pub fn serve(live: Live, ready: impl FnOnce(&str)) -> Result<(), LiveError> {
    let refused = |error: std::io::Error| LiveError::System(error.to_string());
    let _lock = Lock::take(live.store.folder()).map_err(refused)?.ok_or(LiveError::InUse)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().map_err(refused)?;
    let listener = runtime.block_on(listen(live.port)).map_err(LiveError::Port)?;
    let port = listener.local_addr().map_err(LiveError::Port)?.port();
    let gate = Gate::new(port).map_err(|error| LiveError::System(error.to_string()))?;

    let (to_desk, inbox) = mpsc::channel();
    let (out, states) = watch::channel(Arc::from("{}"));
    let sound = ears::open(to_desk.clone(), live.recogniser).map_err(refused)?;
    let system = ears::SystemEars::new(live.devices, sound.clone(), to_desk.clone());
    let desk = desk::Desk::new(live.store, live.language, live.suggested, live.model, sound.clone(), system, out)?;
    let at_desk = std::thread::Builder::new().name("desk".into()).spawn(move || desk.run(&inbox)).map_err(refused)?;

    let token = gate.token().to_owned();
    let house = server::House { desk: to_desk.clone(), sound, states, pages: Arc::new(AtomicU64::new(1)) };
    let router = server::router(house, gate);
    ready(&format!("http://127.0.0.1:{port}/?token={token}"));
    // Open pages would keep a graceful end waiting; they reconnect by themselves if there is a next time.
    runtime
        .block_on(async move {
            tokio::select! {
                served = axum::serve(listener, router) => served,
                () = told_to_stop() => Ok(()),
            }
        })
        .map_err(refused)?;
    to_desk.send(desk::Message::Stop).ok();
    at_desk.join().ok();
    Ok(())
}

/// True if a live page is served from this data folder.
///
/// # Errors
/// That its lock cannot be opened.
pub fn is_served(folder: &std::path::Path) -> std::io::Result<bool> {
    Ok(Lock::take(folder)?.is_none())
}

/// Opens a port on this machine's own address.
async fn listen(port: Option<u16>) -> std::io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match port {
        Some(port) => at(port).await,
        None => match at(USUAL_PORT).await {
            Ok(listener) => Ok(listener),
            Err(_) => at(0).await,
        },
    }
}

async fn told_to_stop() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}
