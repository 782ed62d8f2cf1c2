//! `segue review`: a transcript, a chat or a recording becomes a debrief.

use crate::cli::{FormatArg, Review};
use crate::commands::hear;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use segue_call::ReviewOptions;
use segue_core::debrief::Debrief;
use segue_core::{
    Address, AgendaItem, Boundary, CallRecord, Client, Kept, Kind, Lang, Plan, Role, Timing, Transcript, fingerprint,
};
use segue_phrasebook::{LineMemory, Phrasebook};
use segue_topic::Model;
use segue_transcript::{FileKind, ReadOptions};
use segue_weeks::day;
use std::sync::Mutex;

/// Units of the progress bar.
const STEPS: f64 = 1000.0;
/// Utterances of a file above which whole sentences would take minutes and hundreds of megabytes.
const ENDLESS: usize = 50_000;

/// Runs the command.
pub fn run(arguments: &Review, screen: &Screen) -> Result<(), Failure> {
    has_come(arguments)?;
    let bytes =
        if arguments.file.as_os_str() == "-" { super::standard_input(u64::MAX)? } else { super::read_file(&arguments.file)? };
    let looked = look(bytes, arguments, screen)?;
    let debrief = &looked.debrief;
    let text = match arguments.format {
        FormatArg::Text => segue_report::text(debrief, &screen.layout(arguments.output.as_deref())),
        FormatArg::Html => segue_report::html(debrief, screen.ui),
        FormatArg::Md => segue_report::markdown(debrief, screen.ui),
        FormatArg::Json => segue_report::json(debrief),
    };
    screen.deliver(&text, arguments.output.as_deref())?;
    if arguments.remember {
        let name = remember(&looked, arguments, screen)?;
        let text =
            screen.text("figures remembered, no words. See: segue trend", "цифры сохранены, слова нет. Смотрите: segue trend");
        screen.remark(&format!("{name}: {text}"));
    }
    Ok(())
}

/// A call that is still to come was not held.
pub(super) fn has_come(arguments: &Review) -> Result<(), Failure> {
    match arguments.date {
        Some(date) if date > Zoned::now().date() => Err(ClientFailure::NotHeld.into()),
        _ => Ok(()),
    }
}

/// A call that was looked at.
pub(super) struct Looked {
    pub debrief: Debrief,
    pub plan: Plan,
    known: Option<Client>,
}

/// Looks at a call: the bytes of a transcript, a chat or a recording.
pub(super) fn look(bytes: Vec<u8>, arguments: &Review, screen: &Screen) -> Result<Looked, Failure> {
    let transcript = if segue_transcript::sniff(&bytes) == FileKind::Sound {
        hear::recording(bytes, arguments.lang.map(Into::into), screen)?
    } else {
        let options = ReadOptions {
            me: arguments.me.clone(),
            client: arguments.client.clone(),
            kind: arguments.kind.map(Into::into),
            lang: arguments.lang.map(Into::into),
            ui: screen.ui,
        };
        segue_transcript::read(&bytes, &options).map_err(|error| Failure::Read(arguments.file.clone(), error))?
    };
    let known = arguments.client.as_deref().and_then(|name| known(name, screen));
    let plan = plan(&transcript, known.as_ref(), arguments, screen);
    let debrief = debrief(&transcript, &plan, known.as_ref(), arguments, screen);
    Ok(Looked { debrief, plan, known })
}

/// What is remembered of the client; a review does without it where it cannot be read, and says so.
fn known(name: &str, screen: &Screen) -> Option<Client> {
    Memory::of_user(screen).and_then(|memory| memory.known(name)).unwrap_or_else(|failure| {
        let why = failure.text(screen.ui);
        screen.remark(&match screen.ui {
            Lang::En => format!("What you agreed with {name} is left out: {why}"),
            Lang::Ru => format!("{name}: договорённости не учтены. Причина: {why}"),
        });
        None
    })
}

/// Keeps the figures of the call for the client that was named; a new name is a new client. Gives the name.
pub(super) fn remember(looked: &Looked, arguments: &Review, screen: &Screen) -> Result<String, Failure> {
    let Looked { debrief, plan, known } = looked;
    if let Some(client) = known.as_ref().filter(|client| client.keeping.what == Kept::Nothing) {
        return Err(ClientFailure::KeepsNothing(client.name.clone()).into());
    }
    let memory = Memory::of_user(screen)?;
    let client = if let Some(client) = known {
        client.clone()
    } else {
        let name = arguments.client.as_deref().unwrap_or_default();
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
    let started = if let Some(date) = arguments.date {
        let noon = date.at(12, 0, 0, 0).to_zoned(zone.clone());
        noon.map_err(|_| ClientFailure::NotHeld)?.timestamp()
    } else {
        // A file is written when the call is over; that of a chat, whenever it was exported.
        let over = written(&arguments.file).unwrap_or_else(Timestamp::now);
        let length = if debrief.timing == Timing::Chat { 0.0 } else { debrief.seconds };
        over.checked_sub(SignedDuration::from_secs_f64(length)).unwrap_or(over)
    };
    let mut call = segue_call::remembered(debrief, plan);
    call.client.clone_from(&client.name);
    call.started = started;
    call.day_only = arguments.date.is_some();
    call.zone = zone.iana_name().unwrap_or_default().to_owned();
    // The same file of the same day counts once, however often it is reviewed.
    call.id = identity(&debrief.file, &client.name, day(&call));
    memory.store().at_once(|| {
        if let Some(before) = memory.calls()?.into_iter().find(|known| known.id == call.id) {
            explained_before(&mut call, &before);
        }
        memory.keep_call(&call)?;
        // What was announced in it need not be announced again.
        if call.announced
            && let Some(mut client) = memory.known(&client.name)?
            && let Some(written) = client.announcement.as_mut().filter(|written| written.announced.is_none())
        {
            written.announced = Some(day(&call));
            memory.keep_client(&client)?;
        }
        Ok::<_, Failure>(())
    })?;
    Ok(client.name)
}

/// When a file was last written.
fn written(path: &std::path::Path) -> Option<Timestamp> {
    Timestamp::try_from(std::fs::metadata(path).ok()?.modified().ok()?).ok()
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
}

fn debrief(transcript: &Transcript, plan: &Plan, known: Option<&Client>, arguments: &Review, screen: &Screen) -> Debrief {
    let book = Phrasebook::built_in();
    let options = ReviewOptions {
        plan: plan.clone(),
        file: arguments.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        ui: screen.ui,
        phrasebook: known.map(|client| book.for_client_or_as_is(client)).unwrap_or(book),
        memory: LineMemory::default(),
    };
    let endless = transcript.utterances.len() > ENDLESS;
    if endless && !arguments.quick {
        screen.remark(screen.text(
            "More than 50,000 utterances: understood by their words alone, as with --quick.",
            "Больше 50 000 реплик: разбираю только по словам, как с --quick.",
        ));
    }
    let model = if arguments.quick || endless { Model::quick() } else { Model::embedded() };
    let bar = screen.progress(STEPS as u64, false, screen.text("Understanding", "Разбираю"));
    let done = Mutex::new(0.0);
    let debrief = segue_call::review(transcript, options, model, &|part| {
        if let Ok(mut done) = done.lock() {
            *done += part;
            bar.set_position((*done * STEPS) as u64);
        }
    });
    bar.finish_and_clear();
    debrief
}

/// The plan: what was typed, what is known of the client, and what the transcript itself shows.
fn plan(transcript: &Transcript, known: Option<&Client>, arguments: &Review, screen: &Screen) -> Plan {
    let lang = arguments.lang.map(Into::into).or(transcript.lang).unwrap_or(screen.ui);
    let people = {
        let mut names: Vec<&str> = transcript.utterances.iter().map(|u| u.speaker.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    };
    let kind = arguments.kind.map_or(if people > 2 { Kind::Group } else { Kind::Client }, Into::into);
    let usual = known.map(|client| client.boundary.clone());
    Plan {
        boundary: Boundary {
            kind: arguments.kind.map_or(usual.as_ref().map_or(kind, |usual| usual.kind), Into::into),
            lang,
            address: usual.as_ref().map_or_else(|| address(transcript, lang), |usual| usual.address),
            planned_minutes: arguments.minutes.or(usual.as_ref().and_then(|usual| usual.planned_minutes)),
            ..usual.unwrap_or_default()
        },
        me: arguments.me.clone(),
        client: arguments.client.clone(),
        about: arguments.about.clone().or_else(|| Some(known?.about.clone())).unwrap_or_default(),
        agenda: arguments.agenda.iter().map(|text| AgendaItem { text: text.clone(), minutes: None }).collect(),
        rate: arguments.rate.clone().or_else(|| known?.rate.clone()),
        next_meeting: known.and_then(|client| client.next_meeting.clone()),
        parked: known.map(|client| client.parked.clone()).unwrap_or_default(),
        announcement_due: known
            .and_then(|client| client.announcement.as_ref())
            .is_some_and(|written| written.announced.is_none()),
        learned: known.map(|client| client.learned.clone()).unwrap_or_default(),
    }
}

/// How the two address each other in Russian: what I say, or what is said at all, decides.
fn address(transcript: &Transcript, lang: Lang) -> Address {
    if lang != Lang::Ru {
        return Address::default();
    }
    const TY: [&str; 6] = ["ты", "тебя", "тебе", "твой", "твоя", "тобой"];
    const VY: [&str; 6] = ["вы", "вас", "вам", "ваш", "ваша", "вами"];
    let count = |forms: [&str; 6], mine: bool| -> usize {
        let said = transcript.utterances.iter().filter(|u| !mine || u.speaker.role == Role::Me);
        said.flat_map(|u| u.text.as_str().split(|c: char| !c.is_alphabetic()))
            .filter(|w| forms.contains(&w.to_lowercase().as_str()))
            .count()
    };
    let of_me = (count(TY, true), count(VY, true));
    let (ty, vy) = if of_me == (0, 0) { (count(TY, false), count(VY, false)) } else { of_me };
    if ty > vy { Address::Ty } else { Address::Vy }
}
