//! `segue note`: the note about a departure from the plan, with its reason.

use crate::cli::NoteArgs;
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, quoted};
use crate::screen::Screen;
use jiff::Timestamp;
use segue_core::{CallRecord, Client, Exception, Lang};
use segue_phrasebook::Reason;
use segue_weeks::{Judged, NoteWishes, day, departure_note, explained, last_departure, reason_in_words, reason_of};

/// Runs the command.
pub fn run(arguments: &NoteArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let calls = memory.calls()?;
    let (call, mut exception) = last_departure(&client, &calls).ok_or_else(|| nothing_to_explain(&client, &calls))?;
    if arguments.theirs {
        exception.theirs = true;
        if let Some(reason) = &arguments.reason {
            exception.reason = reason_in_words(reason, screen.ui);
        }
        memory.change_call(call.id, |call| explained(call, exception))?;
        screen.remark(
            screen.text("Noted: it came from them and does not count.", "Записано: причина со стороны клиента, не в счёт."),
        );
        return Ok(());
    }
    let typed = arguments.reason.clone().or_else(|| ask(&client, call, &exception, screen));
    if let Some(text) = typed.filter(|text| !text.trim().is_empty()) {
        exception.reason = reason_in_words(&text, screen.ui);
    }
    let reason = reason_of(&exception.reason);
    let wishes = NoteWishes { length: arguments.length.into(), tone: arguments.tone.map(Into::into), me: arguments.me.clone() };
    let mut note = departure_note(&client, &exception, reason, &wishes);
    if arguments.manner.voice {
        let private = [
            ("name", Some(client.name.as_str())),
            ("me", arguments.me.as_deref()),
            ("reason", Some(exception.reason.as_str()).filter(|text| matches!(reason_of(text), Reason::Own(_)))),
            ("next-meeting", client.next_meeting.as_deref()),
        ];
        letter::in_my_voice(&mut note, &private, &client, &arguments.manner, screen)?;
    }
    if arguments.sent && exception.reason.trim().is_empty() {
        return Err(ClientFailure::NoReason(client.name.clone()).into());
    }
    if arguments.sent {
        exception.note_sent = Some(Timestamp::now());
    }
    screen.deliver(&letter::write(&note, arguments.format, &client, screen), arguments.output.as_deref())?;
    // Looking at the note alone is no step to take back.
    if explained(call, exception.clone()) != *call {
        memory.change_call(call.id, |call| explained(call, exception))?;
    }
    if !arguments.sent {
        screen.remark(&match screen.ui {
            Lang::En => format!("Once the client has it: segue note {} --sent", quoted(&client.name)),
            Lang::Ru => format!("Когда отправите: segue note {} --sent", quoted(&client.name)),
        });
    }
    Ok(())
}

/// Why the last call with the client wants no note.
fn nothing_to_explain(client: &Client, calls: &[CallRecord]) -> ClientFailure {
    let name = client.name.clone();
    let last = calls.iter().filter(|call| call.is_with(client)).max_by_key(|call| (call.started, call.id));
    match last.map(Judged::of) {
        None => ClientFailure::NoCall(name),
        Some(last) if last.call.planned.is_none() => ClientFailure::NoPlan(name),
        Some(last) if last.within == Some(false) => ClientFailure::OnlyPrivate(name),
        Some(_) => ClientFailure::NoDeparture(name),
    }
}

/// Asks for the reason, once: not if there is one already.
fn ask(client: &Client, call: &CallRecord, exception: &Exception, screen: &Screen) -> Option<String> {
    if !exception.reason.trim().is_empty() {
        return None;
    }
    let minutes = (exception.seconds / 60.0).round();
    let question = match screen.ui {
        Lang::En => format!(
            "{}, {}: {minutes:.0} minutes off the plan. Why?\n  1 the work needed it\n  2 what they told me mattered more\n  3 the connection\n  4 something on my side\n  or in your words:",
            client.name,
            day(call)
        ),
        Lang::Ru => format!(
            "{}, {}: отступление на {minutes:.0} мин. Почему?\n  1 того требовало дело\n  2 рассказанное было важнее\n  3 связь\n  4 причина с моей стороны\n  или своими словами:",
            client.name,
            day(call)
        ),
    };
    let answer = screen.ask(&question)?;
    let known = ["work", "news", "connection", "mine"];
    Some(
        answer.parse::<usize>().ok().and_then(|number| known.get(number.wrapping_sub(1))).map_or(answer, |&name| name.to_owned()),
    )
}
