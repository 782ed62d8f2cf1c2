//! `segue note`: the note about a departure from the plan, with its reason.

use crate::cli::NoteArgs;
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, quoted};
use crate::screen::Screen;
use jiff::Timestamp;
use jiff::civil::Date;
use segue_core::debrief::Unit;
use segue_core::{CallRecord, Client, Exception, ExceptionKind, Lang};
use segue_phrasebook::{Reason, moment, own_words};
use segue_weeks::{
    Allowance, Judged, NoteWishes, departure_note, departure_on, explained, last_departure, reason_in_words, reason_of,
};

/// Runs the command.
pub fn run(arguments: &NoteArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let calls = memory.calls()?;
    if let Some(day) = arguments.date {
        return explain(&client, &calls, day, arguments, (&memory, screen));
    }
    let (call, mut exception) = last_departure(&client, &calls).ok_or_else(|| nothing_to_explain(&client, &calls))?;
    if arguments.theirs {
        exception.theirs = true;
        if let Some(reason) = &arguments.reason {
            exception.reason = reason_in_words(reason, screen.ui);
        }
        memory.change_call(call.id, |call| explained(call, exception))?;
        screen.remark(screen.text(THEIRS.0, THEIRS.1));
        return Ok(());
    }
    let typed = arguments.reason.clone().or_else(|| ask(&client, call, &exception, screen));
    if let Some(text) = typed.filter(|text| !text.trim().is_empty()) {
        exception.reason = reason_in_words(&text, screen.ui);
    }
    let reason = reason_of(&exception.reason);
    // What was next before that call is not any more.
    let client = client.clone().after_call(&call.started.to_zoned(call.zone()));
    let wishes = NoteWishes {
        length: arguments.length.into(),
        tone: arguments.tone.map(Into::into),
        me: arguments.me.clone(),
        left: call.items_left().next().is_some(),
    };
    let allowance = Allowance::with(&client, &calls);
    let mut note = departure_note(&client, &exception, reason.clone(), allowance, &wishes);
    if arguments.manner.voice {
        let own = Some(own_words(&exception.reason)).filter(|_| matches!(reason_of(&exception.reason), Reason::Own(_)));
        let next = client.next_meeting.as_deref().and_then(|next| moment(next, client.boundary.lang));
        let private = [
            ("name", Some(client.name.as_str())),
            ("me", arguments.me.as_deref()),
            ("reason", own.as_deref()),
            ("next-meeting", next.as_deref()),
        ];
        letter::in_my_voice(&mut note, &private, &client, &arguments.manner, screen)?;
    }
    if arguments.sent && exception.reason.trim().is_empty() {
        return Err(ClientFailure::NoReason(client.name.clone()).into());
    }
    if arguments.sent {
        exception.note_sent = Some(Timestamp::now());
    }
    let width = screen.letter_width(arguments.output.as_deref());
    screen.deliver(&letter::write(&note, arguments.format, &client, width), arguments.output.as_deref())?;
    if reason == Reason::Work && Judged::of(call).within == Some(false) {
        screen.remark(&not_the_work_alone(call, screen));
    }
    if allowance.is_the_rule() {
        screen.remark(&no_exception(&client, allowance, screen.ui));
    }
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

/// That a departure counts for nothing, in English and Russian.
const THEIRS: (&str, &str) = ("Noted: it came from them and does not count.", "Записано: причина со стороны клиента, не в счёт.");

/// Keeps the reason of a departure of that day, without a note: after another call it would come too late to prepare anybody.
fn explain(
    client: &Client,
    calls: &[CallRecord],
    day: Date,
    arguments: &NoteArgs,
    (memory, screen): (&Memory, &Screen),
) -> Result<(), Failure> {
    let name = || client.name.clone();
    let (call, mut exception) = departure_on(client, calls, day).ok_or_else(|| ClientFailure::NoDepartureOn(name(), day))?;
    exception.theirs |= arguments.theirs;
    let asks = || if arguments.theirs { None } else { ask(client, call, &exception, screen) };
    let typed = arguments.reason.clone().or_else(asks);
    if let Some(text) = typed.filter(|text| !text.trim().is_empty()) {
        exception.reason = reason_in_words(&text, screen.ui);
    }
    if exception.reason.trim().is_empty() && !exception.theirs {
        return Err(ClientFailure::ReasonWanted(name(), day).into());
    }
    let theirs = exception.theirs;
    if explained(call, exception.clone()) != *call {
        memory.change_call(call.id, |call| explained(call, exception))?;
    }
    let is_last = last_departure(client, calls).is_some_and(|(last, _)| last.id == call.id);
    if theirs {
        screen.remark(screen.text(THEIRS.0, THEIRS.1));
    } else if is_last {
        screen.remark(&match screen.ui {
            Lang::En => format!("Noted. The note to the client: segue note {}", quoted(&client.name)),
            Lang::Ru => format!("Записано. Письмо клиенту: segue note {}", quoted(&client.name)),
        });
    } else {
        screen.remark(screen.text(
            "Noted, for you: the trend shows it. A note to the client is only about the last call.",
            "Записано для вас, в динамике это видно. Письмо клиенту бывает только о последнем разговоре.",
        ));
    }
    Ok(())
}

/// Why the last call with the client wants no note.
fn nothing_to_explain(client: &Client, calls: &[CallRecord]) -> ClientFailure {
    let name = client.name.clone();
    let last = calls.iter().filter(|call| call.is_with(client)).max_by_key(|call| (call.started, call.id));
    match last.map(Judged::of) {
        None => ClientFailure::NoCall(name),
        Some(last) if last.call.unit == Unit::Words => ClientFailure::OnlyWritten(name),
        Some(last) if last.call.planned.is_none() => ClientFailure::NoPlan(name),
        Some(_) => ClientFailure::NoDeparture(name),
    }
}

/// That the work is named as the reason of a call of which more was private than agreed.
fn not_the_work_alone(call: &CallRecord, screen: &Screen) -> String {
    let minutes = (Judged::of(call).outside / 60.0).round();
    match screen.ui {
        Lang::En => format!(
            "{minutes:.0} min of that call were private talk outside what was agreed. The note says that the work needed it; if the client may not see it so, give a reason in your own words: --reason \"…\""
        ),
        Lang::Ru => format!(
            "В том разговоре {minutes:.0} мин личного сверх условленного. Если клиент вряд ли согласится, что так было нужно по работе, назовите причину своими словами: --reason \"…\""
        ),
    }
}

/// That this is no exception any more, and what helps.
fn no_exception(client: &Client, allowance: Allowance, ui: Lang) -> String {
    let Allowance { used, allowed, calls } = allowance;
    match ui {
        Lang::En => format!(
            "Exceptions in the last calls: {used} of {calls}, with {allowed} allowed. So the note does not call this one an exception. What to try: segue prepare {}",
            quoted(&client.name)
        ),
        Lang::Ru => format!(
            "Исключений за последние разговоры: {used} из {calls}, допустимо {allowed}. Поэтому в письме это исключением не названо. Что попробовать: segue prepare {}",
            quoted(&client.name)
        ),
    }
}

/// Reasons to choose from, by their short names and as they are asked.
const REASONS: [(&str, &str, &str); 4] = [
    ("work", "the work needed it", "так было нужно по работе"),
    ("news", "what they told me mattered more", "то, о чём зашла речь, было важнее"),
    ("connection", "the connection", "связь"),
    ("mine", "something on my side", "причина с моей стороны"),
];

/// Asks for the reason, once: not if there is one already. The work is no reason for private talk.
fn ask(client: &Client, call: &CallRecord, exception: &Exception, screen: &Screen) -> Option<String> {
    if !exception.reason.trim().is_empty() {
        return None;
    }
    let minutes = (exception.seconds / 60.0).round();
    let (off, reasons) = match (exception.kind, screen.ui) {
        (ExceptionKind::PrivateTalk, Lang::En) => {
            (format!("{minutes:.0} min of private talk outside what was agreed"), &REASONS[1..])
        }
        (ExceptionKind::PrivateTalk, Lang::Ru) => (format!("{minutes:.0} мин личного сверх условленного"), &REASONS[1..]),
        (ExceptionKind::EndedEarly, Lang::En) => (format!("ended {minutes:.0} min early, with items left"), &REASONS[..]),
        (ExceptionKind::EndedEarly, Lang::Ru) => (format!("закончили на {minutes:.0} мин раньше, пройдено не всё"), &REASONS[..]),
        (ExceptionKind::ItemsLeft, Lang::En) => ("agenda items left".to_owned(), &REASONS[..]),
        (ExceptionKind::ItemsLeft, Lang::Ru) => ("пройдены не все пункты".to_owned(), &REASONS[..]),
        (_, Lang::En) => (format!("{minutes:.0} min off the plan"), &REASONS[..]),
        (_, Lang::Ru) => (format!("отступление на {minutes:.0} мин"), &REASONS[..]),
    };
    let mut question = format!("{}, {}: {off}. {}\n", client.name, call.day(), screen.text("Why?", "Почему?"));
    for (number, (_, english, russian)) in reasons.iter().enumerate() {
        question += &format!("  {} {}\n", number + 1, screen.text(english, russian));
    }
    question += screen.text("  or in your own words:", "  или своими словами:");
    let answer = screen.ask(&question)?;
    let chosen = answer.parse::<usize>().ok().and_then(|number| reasons.get(number.wrapping_sub(1)));
    Some(chosen.map_or(answer, |(name, ..)| (*name).to_owned()))
}
