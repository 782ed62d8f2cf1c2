//! `segue voice`: a client's lines in one's own manner, prepared before the call and taken one by one.

use crate::cli::VoiceArgs;
use crate::memory::Memory;
use crate::message::{Failure, NotAsked};
use crate::screen::Screen;
use crate::voice::{Stays, Voice};
use segue_core::{Client, Kind, Lang, LineRequest, Rung, Slots, Words};
use segue_phrasebook::{Change, LineMemory, Phrasebook};
use segue_voice::{Ask, Shape, check_line};

/// Runs the command.
pub fn run(arguments: &VoiceArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let voice = Voice::of(&arguments.model)?;
    let mut book = Phrasebook::built_in().for_client(&client).map_err(Failure::OwnLine)?;
    let rungs = if arguments.rung.is_empty() { usual(client.boundary.kind) } else { arguments.rung.clone() };
    let lines = lines(&client, &book, &memory.store().lines(&client.name)?, &rungs, usize::from(arguments.each));
    let boundary = &client.boundary;
    let (lang, address, samples) = (boundary.lang, boundary.address, voice.samples());
    let asks: Vec<Ask<'_>> = lines.iter().map(|(_, text)| Ask { shape: Shape::Line, lang, address, text, samples }).collect();
    let answers = voice.ask(&asks, screen)?;
    if let Some(Err(why)) = answers.first().filter(|_| answers.iter().all(Result::is_err)) {
        return Err(Failure::Voice(NotAsked::Unanswered(why.clone())));
    }
    let mut taken = Vec::new();
    for (((rung, text), ask), answer) in lines.iter().zip(&asks).zip(answers) {
        let checked = answer.map_err(Stays::Unanswered).and_then(|answer| {
            let change = own(&client, *rung, &answer);
            check_line(&answer, ask, *rung, &book, &change).map(|()| (answer, change)).map_err(Stays::Faulty)
        });
        screen.print(&format!("{}: {text}\n", rung.name())).map_err(Failure::Screen)?;
        match checked {
            Ok((answer, change)) => {
                screen.print(&format!("  → {answer}\n")).map_err(Failure::Screen)?;
                if screen.agrees(screen.text("Take it into this client's lines?", "Взять в реплики этого клиента?"))
                {
                    taken.push((rung.name().to_owned(), answer));
                    book = book.with_changes(&[change]).map_err(Failure::OwnLine)?;
                }
            }
            Err(why) => {
                let not_used = screen.text("not used", "не годится");
                screen.print(&format!("  {not_used}: {}\n", why.in_words(screen.ui))).map_err(Failure::Screen)?;
            }
        }
    }
    let count = taken.len();
    if count > 0 {
        memory.change_client(&arguments.client, |client| {
            client.lines.own.extend(taken);
            Ok(())
        })?;
    }
    screen.remark(&match screen.ui {
        Lang::En if count > 0 => format!("{}: {count} lines taken. Take them back with: segue undo", client.name),
        Lang::Ru if count > 0 => format!("{}: взято реплик: {count}. Отменить: segue undo", client.name),
        Lang::En => format!("{}: no line taken.", client.name),
        Lang::Ru => format!("{}: ничего не взято.", client.name),
    });
    Ok(())
}

/// Rungs that steer and close a call of this kind.
fn usual(kind: Kind) -> Vec<Rung> {
    let third = if kind == Kind::Group { Rung::Offline } else { Rung::Deflect };
    vec![Rung::Park, Rung::Time, Rung::Direct, third, Rung::SignOff, Rung::Closing]
}

/// The lines that would be offered first, with their slots open.
fn lines(client: &Client, book: &Phrasebook, known: &LineMemory, rungs: &[Rung], each: usize) -> Vec<(Rung, String)> {
    let boundary = &client.boundary;
    let mut memory = known.clone();
    memory.next_call();
    // Values only decide which lines fit; what is sent has its slots open.
    let slots = Slots {
        topic: Some(Words::new("topic")),
        next_item: Some("item".into()),
        minutes_left: Some(5),
        next_meeting: Some("later".into()),
        name: Some("name".into()),
    };
    let mut lines = Vec::new();
    for &rung in rungs {
        let request = LineRequest {
            rung,
            kind: boundary.kind,
            lang: boundary.lang,
            tone: boundary.tone,
            address: boundary.address,
            slots: slots.clone(),
            chat_at_end: boundary.chat_at_end > 0.0,
            nothing_next: false,
        };
        let mut found = 0;
        while found < each
            && let Some(line) = book.choose(&request, &memory)
        {
            memory.shown(&line.id, rung);
            // What is the user's own already needs no rephrasing.
            if let Some(template) = book.template(&line.id, boundary.address).filter(|_| !book.is_own(&line.id)) {
                lines.push((rung, template));
                found += 1;
            }
        }
    }
    lines
}

/// The line as one of the client's own.
fn own(client: &Client, rung: Rung, text: &str) -> Change {
    let boundary = &client.boundary;
    Change::Add { rung, lang: boundary.lang, tone: boundary.tone, kind: boundary.kind, address: None, text: text.to_owned() }
}
