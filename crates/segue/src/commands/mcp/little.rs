//! What an assistant is given: little.

use super::May;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, Refusal};
use crate::screen::Screen;
use segue_core::{AnnouncementWishes, CallRecord, Client, Kept, Tone};
use segue_phrasebook::{Announcement, Length, Reason, announcement};
use segue_weeks::announcement_to;
use std::path::{Path, PathBuf};

/// Numbers of an announcement that are tried as its minutes.
const MINUTES: usize = 3;

impl May {
    /// The file behind a path, if it lies in a folder that the user named; links and `..` are followed first.
    pub fn file(&self, path: &Path) -> Result<PathBuf, Failure> {
        let outside = || Failure::Assistant(Refusal::OutsideFolders(path.to_owned()));
        // Whether a file is there outside of these folders is nobody's business either.
        let file = path.canonicalize().map_err(|_| outside())?;
        if self.folders.iter().any(|folder| file.starts_with(folder)) { Ok(file) } else { Err(outside()) }
    }

    /// Why a call was not remembered, as the assistant may know it: without who is in the call, where it may not read that.
    pub fn told(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Client(ClientFailure::NotInTheCall(name, _)) if !self.reads_names() => {
                ClientFailure::NotInTheCall(name, Vec::new()).into()
            }
            other => other,
        }
    }

    /// True if it may read who speaks in a call, also beside those whom the user named.
    fn reads_names(&self) -> bool {
        matches!(self.words, Kept::BusinessWords | Kept::Everything)
    }

    /// Clients and calls as the assistant may know them.
    pub fn remembered(&self, screen: &Screen) -> Result<(Vec<Client>, Vec<CallRecord>), Failure> {
        let memory = Memory::of_user(screen)?;
        let (mut clients, mut calls) = (memory.clients()?, memory.calls()?);
        if self.words != Kept::Everything {
            clients.iter_mut().for_each(|client| without_words(client, screen));
            calls.iter_mut().for_each(|call| without_own_reasons(call, screen));
        }
        Ok((clients, calls))
    }
}

/// What a client told is theirs, and so is the reason that I tell them. When we talk next stays as a calendar has it; in my words
/// it can tell more than a time.
fn without_words(client: &mut Client, screen: &Screen) {
    client.next_meeting = None;
    client.parked.clear();
    client.remembered.clear();
    let usual = client.announcement.as_ref().is_none_or(|announcement| is_usual(client, &announcement.script));
    if let Some(announcement) = client.announcement.as_mut().filter(|_| !usual) {
        screen.text("in the user's own words, withheld", "своими словами, не показано").clone_into(&mut announcement.script);
    }
}

/// True if an announcement is the phrasebook's, word for word; whatever was changed in it is my own.
fn is_usual(client: &Client, script: &str) -> bool {
    let said = script.trim();
    let lengths = [Length::OneBreath, Length::HalfMinute, Length::Minute];
    // Minutes may have been agreed anew since.
    let minutes = said.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<u32>().ok());
    let minutes: Vec<Option<u32>> = minutes.map(Some).chain([None]).take(MINUTES).collect();
    let changes = ["work-only", "chat-at-end"];
    [Tone::Warm, Tone::Neutral, Tone::Direct].into_iter().any(|tone| {
        ["none", "busy", "projects"].into_iter().any(|why| {
            changes.into_iter().flat_map(|change| ["none", "hello"].map(|welcome| (change, welcome))).any(|(change, welcome)| {
                let [why, change, welcome] = [why, change, welcome].map(str::to_owned);
                let wishes = AnnouncementWishes { why, change, welcome, tone: Some(tone), ..AnnouncementWishes::default() };
                let plan = announcement_to(client, &wishes);
                minutes.iter().any(|&minutes| {
                    let plan = Announcement { minutes, ..plan.clone() };
                    said.is_empty() || lengths.into_iter().any(|length| announcement(&plan, length).trim() == said)
                })
            })
        })
    })
}

/// A reason in one's own words can tell of somebody's life; the usual ones cannot.
fn without_own_reasons(call: &mut CallRecord, screen: &Screen) {
    for exception in call.exceptions.iter_mut().filter(|exception| !exception.reason.trim().is_empty()) {
        if matches!(segue_weeks::reason_of(&exception.reason), Reason::Own(_)) {
            screen.text("in the user's own words, withheld", "своими словами, не показано").clone_into(&mut exception.reason);
        }
    }
}
