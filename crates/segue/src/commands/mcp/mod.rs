//! `segue mcp`: a Model Context Protocol server over standard input and output.
//!
//! Each tool is a file with what it takes and what it does. An assistant may send elsewhere whatever it reads, so
//! `little` decides what it gets: figures, unless the user started the server with more.

mod asked;
mod clients;
mod draft_reply;
mod little;
mod prepare;
mod review;
mod trends;

use asked::Asked;

use crate::cli::Mcp;
use crate::message::{Failure, Refusal};
use crate::screen::Screen;
use rmcp::handler::server::wrapper::{Json, Parameters};
use rmcp::model::{Implementation, ServerCapabilities, ServerConfig};
use rmcp::{ServerHandler, ServiceExt, tool, tool_handler, tool_router};
use segue_core::{Kept, Lang};
use std::path::PathBuf;

/// What an assistant is told of this server before it uses it.
const INSTRUCTIONS: &str = "segue tells business talk from small talk and personal talk in client calls, in English and \
Russian, and helps its user keep calls to the work, warmly. The user's clients are real people: use what you read here \
for the user's question only, do not pass it on, and do not guess private matters from figures. Words of talks are \
withheld unless the user allowed them.";

/// Runs the command: serves until the assistant hangs up.
pub fn run(arguments: &Mcp, screen: &Screen) -> Result<(), Failure> {
    let serving = |error: &dyn std::fmt::Display| Failure::Assistant(Refusal::Serving(error.to_string()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(|error| serving(&error))?;
    let server = Server { may: May::of(arguments), ui: screen.ui };
    let served = runtime.block_on(async {
        let running = server.serve(rmcp::transport::stdio()).await.map_err(|error| serving(&error))?;
        running.waiting().await.map(|_| ()).map_err(|error| serving(&error))
    });
    // A read of standard input under way cannot be called off.
    runtime.shutdown_background();
    served
}

/// What the assistant may do.
#[derive(Clone)]
pub(super) struct May {
    /// Which words of a talk it may read.
    words: Kept,
    /// Folders whose files it may name.
    folders: Vec<PathBuf>,
    /// Whether it may have figures remembered.
    write: bool,
}

impl May {
    fn of(arguments: &Mcp) -> Self {
        // A folder that is not there lets nothing be read.
        let folders = arguments.folder.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        Self { words: arguments.words.into(), folders, write: arguments.allow_writing }
    }
}

/// The server.
#[derive(Clone)]
struct Server {
    may: May,
    ui: Lang,
}

impl Server {
    /// Runs a tool apart from the protocol, so that a long one does not hold it up. A failure is one sentence.
    async fn work<T: Send + 'static>(
        &self,
        tool: impl FnOnce(&May, &Screen) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, String> {
        let Self { may, ui } = self.clone();
        // Nobody is there to be asked: no question is answered with yes.
        let done = tokio::task::spawn_blocking(move || {
            let screen = Screen::new(Some(ui), false);
            tool(&may, &screen).map_err(|failure| failure.text(ui))
        });
        // What a panic says of itself can quote the talk.
        done.await.unwrap_or_else(|_| Err(Failure::Assistant(Refusal::Broke).text(ui)))
    }
}

#[tool_router]
impl Server {
    #[tool(
        title = "Review a call",
        description = "Look back at a client call: a transcript (WebVTT, SRT, Otter, plain \"Name: text\", Whisper JSON), a chat export (WhatsApp, Telegram) or, by path, a recording. Tells how much of it was business, small talk and personal talk, where it drifted and who opened it, where the user fed it, what it cost, which agenda items were reached, and the line that would have brought it back. Words of the talk are withheld unless the user allowed them.",
        annotations(read_only_hint = false, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn review_transcript(&self, Parameters(Asked(request)): Parameters<Asked<review::Request>>) -> Result<String, String> {
        self.work(move |may, screen| review::run(request?, may, screen)).await
    }

    #[tool(
        title = "Prepare a call",
        description = "Before the next call with a known client: the announcement that is due, what to try, how the last call went in figures, and an invitation with agenda and time limit that the user may send. As Markdown.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    async fn prepare_call(&self, Parameters(Asked(request)): Parameters<Asked<prepare::Request>>) -> Result<String, String> {
        self.work(move |may, screen| prepare::run(request?, may, screen)).await
    }

    #[tool(
        title = "Read trends",
        description = "Whether boundaries hold over weeks, for one client or all: private talk, who opens it, overruns, exceptions, which lines work, and the next step. As Markdown.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    async fn read_trends(&self, Parameters(Asked(request)): Parameters<Asked<trends::Request>>) -> Result<String, String> {
        self.work(move |may, screen| trends::run(&request?, may, screen)).await
    }

    #[tool(
        title = "Draft a reply",
        description = "Answer a client's message (text, a mail with headers, a pasted chat; English or Russian): what in it needs an answer, what one warm sentence and what care, and two or three drafts in the user's tone, with places in [brackets] for the user to fill in. As Markdown. Nothing is stored or sent.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    async fn draft_reply(&self, Parameters(Asked(request)): Parameters<Asked<draft_reply::Request>>) -> Result<String, String> {
        self.work(move |may, screen| draft_reply::run(request?, may, screen)).await
    }

    #[tool(
        title = "List clients",
        description = "Everybody whom segue remembers, with the number of calls and what was agreed.",
        annotations(read_only_hint = true, open_world_hint = false)
    )]
    async fn list_clients(&self) -> Result<Json<clients::Clients>, String> {
        self.work(|_, screen| clients::run(screen)).await.map(Json)
    }
}

#[tool_handler]
impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let about = Implementation::new("segue", env!("CARGO_PKG_VERSION")).with_title("segue");
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(about)
            .with_instructions(INSTRUCTIONS)
    }
}

#[cfg(test)]
mod tests {
    use super::{May, Server};
    use segue_core::{Kept, Lang};

    /// "task 3 panicked with message "… is not a char boundary; it is inside 'й' of `My mother's knee …`"".
    #[test]
    fn a_tool_that_breaks_says_nothing_of_the_talk() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for ui in [Lang::En, Lang::Ru] {
            let server = Server { may: May { words: Kept::Figures, folders: Vec::new(), write: false }, ui };
            let told = runtime.block_on(server.work(|_, _| -> Result<(), _> { panic!("her knee hurts") })).unwrap_err();
            assert!(told.len() > 20 && !told.contains("knee"), "{told}");
            assert_eq!(told.contains("segue failed"), ui == Lang::En, "{told}");
        }
    }
}
