//! `segue rehearse`: a talk with somebody chatty, and what each answer was worth.

use crate::cli::Rehearse;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use segue_core::{Client, Lang, RehearsalRecord};
use segue_phrasebook::Phrasebook;
use segue_rehearsal::{Move, Person, Rehearsal, Temper, Turn, headline, next_person, people, times_with};
use std::io::{BufRead, IsTerminal};

/// Runs the command.
pub fn run(arguments: &Rehearse, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = arguments.client.as_deref().map(|name| memory.client(name)).transpose()?;
    let boundary = client.as_ref().map(|client| &client.boundary);
    let lang = arguments.lang.map(Into::into).or(boundary.map(|boundary| boundary.lang)).unwrap_or(screen.ui);
    if arguments.list {
        return screen.print(&list(lang)).map_err(Failure::Screen);
    }
    let tone = arguments.tone.map(Into::into).or(boundary.map(|boundary| boundary.tone)).unwrap_or_default();
    let before = memory.store().rehearsals()?;
    let person = person(arguments.with.as_deref(), lang, &before, client.as_ref())?;
    let times = times_with(person, &before);
    let phrasebook = Phrasebook::built_in();
    let phrasebook = match &client {
        Some(client) => phrasebook.for_client(client).map_err(Failure::OwnLine)?,
        None => phrasebook,
    };

    screen.remark(&introduction(person, screen));
    let (mut rehearsal, greeting) = Rehearsal::begin(person, lang, tone, phrasebook, arguments.seed.unwrap_or(times));
    tell(person, &greeting, screen)?;
    talk(&mut rehearsal, screen)?;
    if rehearsal.turns().is_empty() {
        return Ok(());
    }
    let record = RehearsalRecord { at: jiff::Timestamp::now(), ..rehearsal.record() };
    screen.print(&feedback(&rehearsal, &record, &before, screen)).map_err(Failure::Screen)?;
    memory.store().save_rehearsal(client.as_ref().map_or("", |client| &client.name), &record)?;
    Ok(())
}

/// The one that was asked for, or else the next one.
fn person(
    wanted: Option<&str>,
    lang: Lang,
    before: &[RehearsalRecord],
    client: Option<&Client>,
) -> Result<&'static Person, Failure> {
    let Some(wanted) = wanted else { return Ok(next_person(lang, before, client.map(|client| &client.boundary))) };
    let all = people(lang);
    let found = all.iter().find(|person| person.id.eq_ignore_ascii_case(wanted) || person.name.eq_ignore_ascii_case(wanted));
    let names = || all.iter().map(|person| person.id.as_str()).collect();
    found.ok_or_else(|| Failure::NobodyToRehearse(wanted.to_owned(), names()))
}

fn list(lang: Lang) -> String {
    let line = |person: &Person| format!("{:<16} {}. {}\n", person.id, person.name, person.about);
    people(lang).iter().map(line).collect()
}

fn introduction(person: &Person, screen: &Screen) -> String {
    let agenda = person.agenda.join("; ");
    match screen.ui {
        Lang::En => format!(
            "{}. {}\nAgenda: {agenda}\nType what you would say. An empty line shows what segue would offer; Ctrl-D ends.\n",
            person.name, person.about
        ),
        Lang::Ru => format!(
            "{}. {}\nПовестка: {agenda}\nПишите то, что сказали бы. Пустая строка покажет, что предложила бы segue; Ctrl-D завершает.\n",
            person.name, person.about
        ),
    }
}

fn tell(person: &Person, text: &str, screen: &Screen) -> Result<(), Failure> {
    // A pair names its speakers itself, but not in what everybody says.
    let named = person.temper == Temper::Pair && text.split(' ').next().is_some_and(|word| word.ends_with(':'));
    let said = if named { text.to_owned() } else { format!("{}: {text}", person.name) };
    let options = textwrap::Options::new(screen.width().min(100)).subsequent_indent("  ");
    screen.print(&format!("{}\n", textwrap::fill(&said, options))).map_err(Failure::Screen)
}

fn talk(rehearsal: &mut Rehearsal, screen: &Screen) -> Result<(), Failure> {
    let stdin = std::io::stdin();
    let typed = stdin.is_terminal();
    let me = screen.text("you", "вы");
    while !rehearsal.over() {
        if typed {
            screen.print(&format!("{me}: ")).map_err(Failure::Screen)?;
            std::io::Write::flush(&mut std::io::stdout()).map_err(Failure::Screen)?;
        }
        let mut mine = String::new();
        let read = stdin.lock().read_line(&mut mine).map_err(Failure::Screen)?;
        if read == 0 {
            break;
        }
        let mine = mine.trim();
        if mine.is_empty() {
            let hint = rehearsal.hint();
            let nothing =
                screen.text("(nothing to steer here; talk about the work)", "(здесь возвращать нечего; говорите о деле)");
            let hint = hint.map_or_else(|| nothing.to_owned(), |line| format!("→ {}", line.text));
            screen.print(&format!("{hint}\n")).map_err(Failure::Screen)?;
            continue;
        }
        if !typed {
            screen.print(&format!("{me}: {mine}\n")).map_err(Failure::Screen)?;
        }
        let reply = rehearsal.answer(mine);
        tell(rehearsal.person(), &reply, screen)?;
    }
    Ok(())
}

fn feedback(rehearsal: &Rehearsal, record: &RehearsalRecord, before: &[RehearsalRecord], screen: &Screen) -> String {
    let mut text = format!("\n{}\n\n", headline(record, screen.ui));
    for turn in rehearsal.turns() {
        text += &format!("  {}\n      {}\n", turn.mine.excerpt(14).as_str(), marks(turn, screen).join(" · "));
        if let Some(better) = &turn.better {
            text += &format!("      → {}\n", better.text);
        }
    }
    let percent = |share: f64| (share * 100.0).round();
    let (private, warmth) = (percent(record.private_share), percent(f64::from(record.warmth)));
    text += &match screen.ui {
        Lang::En => format!(
            "\nOff the work: {private} % of the talk. Brought back {} times, {} warmly; fed {} times. Warmth at the end: {warmth} %.\n",
            record.steered, record.steered_warmly, record.fed
        ),
        Lang::Ru => format!(
            "\nНе по делу: {private} % разговора. Возвращено к делу: {}, из них тепло: {}; подхвачено: {}. Тепло в конце: {warmth} %.\n",
            record.steered, record.steered_warmly, record.fed
        ),
    };
    if let Some(last) = before.last() {
        let last = percent(last.private_share);
        text += &match screen.ui {
            Lang::En => format!("Rehearsals so far: {}. Off the work last time: {last} %.\n", before.len() + 1),
            Lang::Ru => format!("Всего репетиций: {}. Не по делу в прошлый раз: {last} %.\n", before.len() + 1),
        };
    }
    text
}

/// What an answer was, in words.
fn marks<'a>(turn: &Turn, screen: &'a Screen) -> Vec<&'a str> {
    let what = match turn.what {
        Move::Humane => screen.text("humane", "по-человечески"),
        Move::PassedOver => screen.text("bad news passed over", "беда осталась без ответа"),
        Move::Announced => screen.text("new boundary announced", "новая граница объявлена"),
        Move::Steered => screen.text("back to the work", "к делу"),
        Move::Fed => screen.text("feeds it", "подпитывает"),
        Move::Curt => screen.text("brushes off", "отмахивается"),
        Move::Excused => screen.text("an excuse: it can come out", "отговорка: может всплыть"),
        Move::Business => screen.text("about the work", "о деле"),
        Move::Listened => screen.text("listens", "слушает"),
        Move::SignedOff => screen.text("goodbye", "прощание"),
    };
    let mut marks = vec![what];
    if turn.warm {
        marks.push(screen.text("warm", "тепло"));
    } else if turn.private && matches!(turn.what, Move::Steered | Move::Listened) {
        marks.push(screen.text("no warm word", "без тёплого слова"));
    }
    if !turn.short {
        marks.push(screen.text("long", "длинно"));
    }
    if turn.private && !turn.handed_back && turn.what != Move::Fed {
        marks.push(screen.text("the turn stays with them", "ход остался у клиента"));
    }
    marks
}
