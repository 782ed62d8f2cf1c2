//! The figures of a call are kept for its client.

use super::look::Looked;
use super::when;
use crate::cli::Review;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, quoted};
use crate::screen::Screen;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use segue_core::{CallRecord, Client, Exception, Kept, Kind, Lang, fingerprint};
use segue_transcript::may_be_with;
use std::path::Path;

/// Whether a file was named by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Among {
    /// It was: what is kept of it is the last step, which can be taken back.
    Alone,
    /// It is one of several.
    Others,
}

/// Keeps the figures of the call for the client that was named; a new name is a new client. Gives the name, or nothing if the call
/// is older than calls with them are kept, or one of several files with the same talk, which is said.
pub(in crate::commands) fn remember(
    looked: &Looked,
    among: Among,
    arguments: &Review,
    screen: &Screen,
) -> Result<Option<String>, Failure> {
    let Looked { debrief, plan, known, .. } = looked;
    if let Some(client) = known.as_ref().filter(|client| client.keeping.what == Kept::Nothing) {
        return Err(ClientFailure::KeepsNothing(client.name.clone()).into());
    }
    if debrief.talk.total.total() == 0.0 {
        return Err(Failure::NothingSaid(looked.file.clone()));
    }
    let memory = Memory::of_user(screen)?;
    let client = if let Some(client) = known {
        client.clone()
    } else {
        let name = arguments.client.as_deref().unwrap_or_default();
        // A name typed amiss would be a client who never said a word.
        if let Some(names) = strangers(looked, name) {
            return Err(ClientFailure::NotInTheCall(name.to_owned(), names).into());
        }
        let boundary = plan.boundary.clone();
        let new = Client { boundary, about: plan.about.clone(), rate: plan.rate.clone(), ..Client::named(name) };
        match memory.add_client(&new) {
            // Whoever was added meanwhile is there.
            Err(Failure::Store(segue_store::StoreError::NameTaken)) => memory.client(name)?,
            added => added.map(|()| new)?,
        }
    };
    // A zone without a name cannot be remembered, and a day must be the same day when it is looked at.
    let zone = Some(TimeZone::system()).filter(|zone| zone.iana_name().is_some()).unwrap_or(TimeZone::UTC);
    let (started, day_only) = when::held(looked, arguments.date, &zone)?;
    let held = started.to_zoned(zone.clone()).date();
    if client.keeping.is_over(held, Zoned::now().date()) {
        screen.remark(&too_old(&client, held, screen.ui));
        return Ok(None);
    }
    let mut call = segue_call::remembered(debrief, plan);
    call.client.clone_from(&client.name);
    call.started = started;
    call.day_only = day_only;
    call.zone = zone.iana_name().unwrap_or_default().to_owned();
    // The same file of the same day counts once, however often it is reviewed; a chat by the day on which it begins, since whoever
    // exports it again has all of it once more.
    let begins = debrief.correspondence.as_ref().and_then(|chat| chat.first_day.parse().ok());
    call.id = identity(&debrief.file, &client.name, begins.unwrap_or_else(|| call.day()));
    let twin = memory.store().at_once(|| {
        let calls = memory.calls()?;
        let twin = calls.iter().find(|known| known.id != call.id && is_same_talk(known, &call)).cloned();
        // Among several, no undo would reach it alone.
        if twin.is_some() && among == Among::Others {
            return Ok(twin);
        }
        if let Some(before) = calls.iter().find(|known| known.id == call.id) {
            explained_before(&mut call, before);
        }
        memory.keep_call(&call)?;
        // What was announced in it need not be announced again.
        if call.announced
            && let Some(mut client) = memory.known(&client.name)?
            && client.due_announcement().is_some()
        {
            client.announced(call.day());
            memory.keep_client(&client)?;
        }
        Ok::<_, Failure>(twin)
    })?;
    if let Some(twin) = twin {
        screen.remark(&counted_already(&looked.file, &twin, among, screen.ui));
        if among == Among::Others {
            return Ok(None);
        }
    }
    Ok(Some(client.name))
}

/// Who is in the file, if nobody in it is called like that and names can be expected of it.
pub(in crate::commands) fn strangers(looked: &Looked, name: &str) -> Option<Vec<String>> {
    let names = || looked.debrief.talk.speakers.iter().map(|one| one.speaker.name.as_str());
    let expected = looked.plan.boundary.kind != Kind::Group && !may_be_with(name, names());
    expected.then(|| names().filter(|name| !name.trim().is_empty()).map(str::to_owned).collect())
}

/// True if two calls are one by their figures: nobody talks for just as long twice.
fn is_same_talk(a: &CallRecord, b: &CallRecord) -> bool {
    let figures = |call: &CallRecord| {
        let talk = call.total();
        [call.seconds, talk.business, talk.smalltalk, talk.personal, talk.framing]
    };
    let as_good_as_same = |(a, b): (f64, f64)| (a - b).abs() < 0.01;
    a.drifts.len() == b.drifts.len() && figures(a).into_iter().zip(figures(b)).all(as_good_as_same)
}

/// That the same call is remembered under another day or name.
fn counted_already(file: &Path, twin: &CallRecord, among: Among, ui: Lang) -> String {
    let (file, name, day) = (file.display(), &twin.client, twin.day());
    match (ui, among) {
        (Lang::En, Among::Others) => format!(
            "“{file}”: left out, since the same figures are already remembered for {day} ({name}). If it is another call, remember it by itself."
        ),
        (Lang::Ru, Among::Others) => format!(
            "«{file}»: пропущено, те же цифры уже сохранены за {day} ({name}). Если это другой разговор, сохраните его отдельно."
        ),
        (Lang::En, Among::Alone) => {
            format!(
                "“{file}”: the same figures are already remembered for {day} ({name}). If they are the same call, take this one back: segue undo"
            )
        }
        (Lang::Ru, Among::Alone) => {
            format!("«{file}»: те же цифры уже сохранены за {day} ({name}). Если это тот же разговор, отмените: segue undo")
        }
    }
}

/// That a call is older than calls with the client are kept.
fn too_old(client: &Client, held: Date, ui: Lang) -> String {
    let (name, days) = (&client.name, client.keeping.days.unwrap_or_default());
    match ui {
        Lang::En => format!(
            "{name}: nothing is remembered for {held}, because calls are kept for {days} days. To keep them longer: segue client edit {} --days 0",
            quoted(name)
        ),
        Lang::Ru => format!(
            "{name}: за {held} ничего не сохранено, потому что разговоры хранятся {days} дн. Хранить дольше: segue client edit {} --days 0",
            quoted(name)
        ),
    }
}

/// A number of its own for a call, the same whenever it is asked for.
fn identity(file: &str, client: &str, day: Date) -> i64 {
    let text = format!("{file}\n{}\n{day}", client.to_lowercase());
    (fingerprint(0, text.bytes()) >> 1).cast_signed()
}

/// What the user said of a call stays when its file is reviewed again.
fn explained_before(call: &mut CallRecord, before: &CallRecord) {
    for exception in &mut call.exceptions {
        if let Some(known) = before.exceptions.iter().find(|known| known.kind == exception.kind) {
            (exception.reason, exception.theirs, exception.note_sent) = (known.reason.clone(), known.theirs, known.note_sent);
        }
    }
    let found = |exception: &&Exception| call.exceptions.iter().any(|known| known.kind == exception.kind);
    let noted: Vec<_> = before.exceptions.iter().filter(|exception| !found(exception)).cloned().collect();
    call.exceptions.extend(noted);
}
