//! `segue rehearse`: a talk with somebody chatty, and what each answer was worth.

use crate::cli::Rehearse;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use segue_core::{Lang, RehearsalRecord};
use segue_rehearsal::{Begun, Nobody, Person, Rehearsal, Temper, Wishes, begin, headline, nothing_to_steer, people, progress};
use std::io::{BufRead, IsTerminal};

/// Runs the command.
pub fn run(arguments: &Rehearse, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = arguments.client.as_deref().map(|name| memory.client(name)).transpose()?;
    let wishes = Wishes {
        client: client.as_ref(),
        with: arguments.with.as_deref(),
        lang: arguments.lang.map(Into::into),
        usual_lang: screen.ui,
        tone: arguments.tone.map(Into::into),
        seed: arguments.seed,
    };
    if arguments.list {
        return screen.print(&list(wishes.lang())).map_err(Failure::Screen);
    }
    let before = memory.store().rehearsals()?;
    let Begun { mut rehearsal, greeting, set_by } = begin(&wishes, &before, &memory.calls()?, screen.ui)
        .map_err(|Nobody(names)| Failure::NobodyToRehearse(arguments.with.clone().unwrap_or_default(), names))?;
    screen.remark(&introduction(rehearsal.person(), set_by.as_deref(), screen));
    tell(rehearsal.person(), &greeting, screen)?;
    talk(&mut rehearsal, screen)?;
    if rehearsal.turns().is_empty() {
        return Ok(());
    }
    let record = RehearsalRecord { at: jiff::Timestamp::now(), ..rehearsal.record() };
    screen.print(&feedback(&rehearsal, &record, &before, screen)).map_err(Failure::Screen)?;
    memory.store().save_rehearsal(client.as_ref().map_or("", |client| &client.name), &record)?;
    Ok(())
}

fn list(lang: Lang) -> String {
    let line = |person: &Person| format!("{:<16} {}. {}\n", person.id, person.name, person.about);
    people(lang).iter().map(line).collect()
}

fn introduction(person: &Person, set_by: Option<&str>, screen: &Screen) -> String {
    let agenda = person.agenda.join("; ");
    let set_by = set_by.map_or_else(String::new, |sentence| format!("{sentence}\n"));
    match screen.ui {
        Lang::En => format!(
            "{}. {}\n{set_by}Agenda: {agenda}\nType what you would say. An empty line shows what segue would offer; Ctrl-D ends.\n",
            person.name, person.about
        ),
        Lang::Ru => format!(
            "{}. {}\n{set_by}Повестка: {agenda}\nПишите то, что сказали бы. Пустая строка покажет, что предложила бы segue; Ctrl-D завершает.\n",
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
            let hint = hint.map_or_else(|| format!("({})", nothing_to_steer(screen.ui)), |line| format!("→ {}", line.text));
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
        text += &format!("  {}\n      {}\n", turn.mine.excerpt(14).as_str(), turn.marks(screen.ui).join(" · "));
        if let Some(better) = &turn.better {
            text += &format!("      → {}\n", better.text);
        }
    }
    let percent = |share: f64| (share * 100.0).round();
    let (private, warmth) = (percent(record.private_share), percent(f64::from(record.warmth)));
    text += &match screen.ui {
        Lang::En => format!(
            "\nPrivate talk: {private}% of all talk. Brought back: {}, well: {}; fed: {}. Warmth at the end: {warmth}%.\n",
            record.steered, record.steered_warmly, record.fed
        ),
        Lang::Ru => format!(
            "\nНе о деле: {private} % разговора. Возвращено к делу: {}, из них удачно: {}; подхвачено: {}. Расположение клиента в конце: {warmth} %.\n",
            record.steered, record.steered_warmly, record.fed
        ),
    };
    text += &progress(before, screen.ui).map_or_else(String::new, |sentence| sentence + "\n");
    text
}
