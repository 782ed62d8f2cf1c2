//! A file is read, understood and told of.

use super::when;
use crate::cli::Review;
use crate::commands::hear;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::Span;
use jiff::civil::{Date, DateTime};
use segue_call::ReviewOptions;
use segue_core::debrief::Debrief;
use segue_core::{Address, AgendaItem, Boundary, Client, Kind, Lang, Plan, Role, Timing, Transcript, address_counts, tokens};
use segue_phrasebook::{LineMemory, Phrasebook};
use segue_topic::Model;
use segue_transcript::{FileKind, ReadOptions};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Units of the progress bar.
const STEPS: f64 = 1000.0;
/// Utterances of a file above which whole sentences would take minutes and hundreds of megabytes.
const ENDLESS: usize = 50_000;

/// A call that was looked at.
pub(in crate::commands) struct Looked {
    pub debrief: Debrief,
    pub plan: Plan,
    /// The file, as it was named.
    pub(super) file: PathBuf,
    /// When a chat ended, by the clock of whoever exported it.
    pub(super) ended: Option<DateTime>,
    /// The client as remembered so far.
    pub known: Option<Client>,
}

/// Looks at a call: the bytes of a transcript, a chat or a recording, and the file that they come from.
pub(in crate::commands) fn look(bytes: Vec<u8>, file: &Path, arguments: &Review, screen: &Screen) -> Result<Looked, Failure> {
    let known = arguments.client.as_deref().and_then(|name| known(name, screen));
    // Nobody in a group bears its name.
    let group = known.as_ref().map(|client| client.boundary.kind).filter(|kind| *kind == Kind::Group);
    let transcript = if segue_transcript::sniff(&bytes) == FileKind::Sound {
        hear::recording(bytes, arguments.lang.map(Into::into), screen).map_err(|failure| failure.of(file))?
    } else {
        let options = ReadOptions {
            me: arguments.me.clone(),
            client: arguments.client.clone(),
            kind: arguments.kind.map(Into::into).or(group),
            lang: arguments.lang.map(Into::into),
            ui: screen.ui,
        };
        segue_transcript::read(&bytes, &options).map_err(|error| Failure::Read(file.to_owned(), error))?
    };
    let ended = ended(&transcript);
    let day = arguments.date.or(ended.map(DateTime::date)).unwrap_or_else(|| when::about(file));
    let plan = plan(&transcript, day, known.as_ref(), arguments, screen);
    let debrief = debrief(&transcript, file, &plan, known.as_ref(), arguments, screen);
    Ok(Looked { debrief, plan, file: file.to_owned(), ended, known })
}

/// What is remembered of the client; a review does without it where it cannot be read, and says so.
fn known(name: &str, screen: &Screen) -> Option<Client> {
    Memory::of_user(screen).and_then(|memory| memory.known(name)).unwrap_or_else(|failure| {
        let why = failure.text(screen.ui);
        screen.remark(&match screen.ui {
            Lang::En => format!("What you agreed with {name} could not be used: {why}"),
            Lang::Ru => format!("{name}: договорённости не учтены. Причина: {why}"),
        });
        None
    })
}

/// When a chat ended; files of calls do not tell.
fn ended(transcript: &Transcript) -> Option<DateTime> {
    let began = transcript.began.filter(|_| transcript.timing == Timing::Chat)?;
    let seconds = transcript.utterances.last()?.end;
    began.checked_add(Span::new().try_seconds(seconds as i64).ok()?).ok()
}

fn debrief(
    transcript: &Transcript,
    file: &Path,
    plan: &Plan,
    known: Option<&Client>,
    arguments: &Review,
    screen: &Screen,
) -> Debrief {
    let book = Phrasebook::built_in();
    let options = ReviewOptions {
        plan: plan.clone(),
        file: file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
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
fn plan(transcript: &Transcript, day: Date, known: Option<&Client>, arguments: &Review, screen: &Screen) -> Plan {
    let lang = arguments.lang.map(Into::into).or(transcript.lang).unwrap_or(screen.ui);
    let people = segue_transcript::people(&transcript.utterances);
    let kind = arguments.kind.map_or(if people > 2 { Kind::Group } else { Kind::Client }, Into::into);
    let usual = known.map(|client| client.boundary_on(day));
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
        agenda: arguments.agenda.iter().filter_map(|text| AgendaItem::typed(text)).collect(),
        rate: arguments.rate.clone().or_else(|| known?.rate.clone()),
        next_meeting: known.and_then(|client| client.next_meeting.clone()),
        parked: known.map(|client| client.parked.clone()).unwrap_or_default(),
        announcement_due: known.is_some_and(|client| client.due_announcement().is_some()),
        // A length that was typed is this call's, whatever is announced in it.
        new_terms: known.and_then(Client::new_terms).filter(|_| arguments.minutes.is_none()),
        learned: known.map(|client| client.learned.clone()).unwrap_or_default(),
    }
}

/// How the two address each other in Russian: what I say, or what is said at all, decides.
fn address(transcript: &Transcript, lang: Lang) -> Address {
    if lang != Lang::Ru {
        return Address::default();
    }
    let said = |mine: bool| {
        let said = transcript.utterances.iter().filter(|utterance| !mine || utterance.speaker.role == Role::Me);
        let counts = said.map(|utterance| address_counts(&tokens(utterance.text.as_str())));
        counts.fold((0, 0), |(ty, vy), (more_ty, more_vy)| (ty + more_ty, vy + more_vy))
    };
    let mine = said(true);
    Address::more_often(if mine == (0, 0) { said(false) } else { mine }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::address;
    use segue_core::{Address, Lang, Role, Source, Speaker, Timing, Transcript, Utterance, Words};

    /// A talk that said only «твоё» and «вашего» got вы.
    #[test]
    fn the_form_of_address_is_heard_in_every_form_of_the_pronouns() {
        for (said, address_heard) in [
            (&[(Role::Me, "Твоё мнение о твоём макете?")][..], Address::Ty),
            (&[(Role::Me, "Смотрю твои правки и твоих людей, вопрос о вашем")], Address::Ty),
            (&[(Role::Me, "Хорошо."), (Role::Client, "Жду твоего звонка.")], Address::Ty),
            (&[(Role::Me, "Жду ваших правок."), (Role::Client, "Ты торопишься.")], Address::Vy),
            (&[(Role::Me, "Хорошо.")], Address::Vy),
        ] {
            let utterances = said.iter().map(|&(role, text)| Utterance {
                start: 0.0,
                end: 1.0,
                speaker: Speaker { name: String::new(), role },
                text: Words::new(text),
            });
            let transcript = Transcript {
                source: Source::Text,
                lang: Some(Lang::Ru),
                timing: Timing::Spoken,
                began: None,
                utterances: utterances.collect(),
                problems: Vec::new(),
            };
            assert_eq!(address(&transcript, Lang::Ru), address_heard);
        }
    }
}
