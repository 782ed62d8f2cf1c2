//! What an assistant is given: little.

use super::May;
use crate::memory::Memory;
use crate::message::{Failure, Refusal};
use crate::screen::Screen;
use segue_core::{CallRecord, Client, Kept};
use segue_phrasebook::Reason;
use std::path::{Path, PathBuf};

impl May {
    /// The file behind a path, if it lies in a folder that the user named; links and `..` are followed first.
    pub fn file(&self, path: &Path) -> Result<PathBuf, Failure> {
        let outside = || Failure::Assistant(Refusal::OutsideFolders(path.to_owned()));
        // Whether a file is there outside of these folders is nobody's business either.
        let file = path.canonicalize().map_err(|_| outside())?;
        if self.folders.iter().any(|folder| file.starts_with(folder)) { Ok(file) } else { Err(outside()) }
    }

    /// Clients and calls as the assistant may know them.
    pub fn remembered(&self, screen: &Screen) -> Result<(Vec<Client>, Vec<CallRecord>), Failure> {
        let memory = Memory::of_user(screen)?;
        let (mut clients, mut calls) = (memory.clients()?, memory.calls()?);
        if self.words != Kept::Everything {
            clients.iter_mut().for_each(without_words);
            calls.iter_mut().for_each(|call| without_own_reasons(call, screen));
        }
        Ok((clients, calls))
    }
}

/// What a client told is theirs.
fn without_words(client: &mut Client) {
    client.parked.clear();
    client.remembered.clear();
}

/// A reason in one's own words can tell of somebody's life; the usual ones cannot.
fn without_own_reasons(call: &mut CallRecord, screen: &Screen) {
    for exception in call.exceptions.iter_mut().filter(|exception| !exception.reason.trim().is_empty()) {
        if matches!(segue_weeks::reason_of(&exception.reason), Reason::Own(_)) {
            screen.text("in the user's own words, withheld", "своими словами, не показано").clone_into(&mut exception.reason);
        }
    }
}
