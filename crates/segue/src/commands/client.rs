//! `segue client`: who is remembered and what was agreed, and forgetting them.

use crate::cli::{Agreed, ClientAction, Live};
use crate::commands::live;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use segue_core::{Client, Kept, Lang};
use segue_phrasebook::Phrasebook;

/// Runs the command.
pub fn run(action: &ClientAction, screen: &Screen) -> Result<(), Failure> {
    if let ClientAction::Page { port, no_open } = action {
        return live::serve(&Live { port: *port, no_open: *no_open, ..Live::default() }, "#clients", screen);
    }
    let memory = Memory::of_user(screen)?;
    match action {
        ClientAction::Add { name, agreed } => {
            let name = &tidy(name)?;
            let mut client = Client::named(name.as_str());
            client.boundary.lang = screen.ui;
            memory.store().at_once(|| {
                fill(&mut client, agreed)?;
                memory.add_client(&client)?;
                prefer(&client, agreed, &memory)
            })?;
            tell(&client, screen.text("remembered.", "в памяти."), screen);
            Ok(())
        }
        ClientAction::List => list(&memory, screen),
        // Served above: the page opens what is remembered itself.
        ClientAction::Page { .. } => Ok(()),
        ClientAction::Show { name } => show(&memory.client(name)?, &memory, screen),
        ClientAction::Edit { name, agreed } => {
            let before = memory.client(name)?;
            let mut wished = before.clone();
            fill(&mut wished, agreed)?;
            if wished == before && agreed.prefer.is_empty() {
                tell(&before, screen.text("nothing to change.", "менять нечего."), screen);
                return Ok(());
            }
            if wished.keeping.days != before.keeping.days && !may_go(&wished, &memory, screen)? {
                return Ok(());
            }
            let client = memory.store().at_once(|| {
                let client = memory.change_client(name, |client| fill(client, agreed))?;
                prefer(&client, agreed, &memory)?;
                Ok::<_, Failure>(client)
            })?;
            tell(&client, screen.text("changed. Take it back with: segue undo", "изменено. Отменить: segue undo"), screen);
            Ok(())
        }
        ClientAction::Rename { name, new } => {
            let new = tidy(new)?;
            let client = memory.client(name)?;
            memory.store().rename(name, &new)?;
            tell(&client, &format!("→ {new}"), screen);
            Ok(())
        }
        ClientAction::Forget { name: None, .. } => {
            let question = screen.text(
                "Forget all calls and rehearsals with nobody in particular? It cannot be undone.",
                "Забыть все созвоны и репетиции, где клиент не указан? Вернуть будет нельзя.",
            );
            if sure(question, screen)? {
                not_in_a_call("", &memory)?;
                memory.store().forget_nobody()?;
                screen.remark(screen.text("Forgotten.", "Больше не помню."));
            }
            Ok(())
        }
        ClientAction::Forget { name: Some(name), words: true, .. } => {
            let client = memory.client(name)?;
            let question = screen.text(
                "Remove all words that were kept of calls with them? Figures stay. It cannot be undone.",
                "Убрать все сохранённые слова созвонов с ним? Цифры останутся. Вернуть будет нельзя.",
            );
            if sure(&format!("{}: {question}", client.name), screen)? {
                let calls = memory.store().drop_words(name)?;
                tell(&client, &format!("{}: {calls}.", screen.text("words removed, calls", "слова убраны, созвонов")), screen);
            }
            Ok(())
        }
        ClientAction::Forget { name: Some(name), .. } => {
            // Whoever was taken back with an undo is no client any more, and still stored.
            let client = match memory.client(name) {
                Err(Failure::Client(ClientFailure::Unknown(..))) if memory.store().knows(name)? => Client::named(name.trim()),
                client => client?,
            };
            let question = screen.text(
                "Forget this client and all calls with them? It cannot be undone.",
                "Забыть клиента и все созвоны с ним? Вернуть будет нельзя.",
            );
            if sure(&format!("{}: {question}", client.name), screen)? {
                not_in_a_call(name, &memory)?;
                memory.store().forget(name)?;
                tell(&client, screen.text("forgotten.", "больше не помню."), screen);
            }
            Ok(())
        }
    }
}

/// A live page goes on writing of the call that it has, and would bring the client back.
fn not_in_a_call(name: &str, memory: &Memory) -> Result<(), Failure> {
    let store = memory.store();
    let served = segue_web::is_served(store.folder()).map_err(segue_store::StoreError::from)?;
    if served && store.journal_is_with(name)? { Err(ClientFailure::InCall.into()) } else { Ok(()) }
}

/// A name in one line, with single spaces.
fn tidy(name: &str) -> Result<String, Failure> {
    let name = name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let name = name.collect::<Vec<_>>().join(" ");
    if name.is_empty() { Err(ClientFailure::NoName.into()) } else { Ok(name) }
}

/// Asks before a new number of days removes calls for good; what goes so, no undo brings back.
fn may_go(client: &Client, memory: &Memory, screen: &Screen) -> Result<bool, Failure> {
    let calls = memory.store().expiring(client, jiff::Zoned::now().date())?;
    let question = match screen.ui {
        Lang::En => format!("{}: calls older than that go for good: {calls}. It cannot be undone.", client.name),
        Lang::Ru => format!("{}: созвоны старше этого исчезнут: {calls}. Вернуть будет нельзя.", client.name),
    };
    Ok(calls == 0 || sure(&question, screen)?)
}

/// Asks whether to forget for good. Whoever is not asked, in a script say, must not think that it was done.
fn sure(question: &str, screen: &Screen) -> Result<bool, Failure> {
    if screen.agrees_to_loss(question) {
        return Ok(true);
    }
    if !screen.can_ask() {
        return Err(ClientFailure::NothingForgotten.into());
    }
    screen.remark(screen.text("Nothing was forgotten.", "Ничего не забыто."));
    Ok(false)
}

/// Takes over what was typed, unless a line of one's own has a fault.
fn fill(client: &mut Client, agreed: &Agreed) -> Result<(), Failure> {
    let book = Phrasebook::built_in();
    if let Some(id) = agreed.prefer.iter().chain(&agreed.ban).find(|id| book.open_line(id, client.boundary.address).is_none()) {
        return Err(ClientFailure::NoSuchLine(id.clone()).into());
    }
    agreed.change(client);
    book.for_client(client).map_err(Failure::OwnLine)?;
    // What was agreed long ago does not stand in the way of changing something else.
    if client.boundary.is_all_chat() && agreed.is_about_time() {
        return Err(ClientFailure::AllChat.into());
    }
    Ok(())
}

/// Lines that are preferred count as known to work.
fn prefer(client: &Client, agreed: &Agreed, memory: &Memory) -> Result<(), Failure> {
    if !agreed.prefer.is_empty() {
        let mut lines = memory.store().lines(&client.name)?;
        agreed.prefer.iter().for_each(|id| lines.prefer(id));
        memory.store().save_lines(&client.name, &lines)?;
    }
    Ok(())
}

fn tell(client: &Client, what: &str, screen: &Screen) {
    screen.remark(&format!("{}: {what}", client.name));
}

fn list(memory: &Memory, screen: &Screen) -> Result<(), Failure> {
    let (clients, calls) = (memory.clients()?, memory.calls()?);
    let mut text = String::new();
    for client in &clients {
        let count = calls.iter().filter(|call| call.is_with(client)).count();
        text += &format!("{} · {}: {count}\n", client.name, screen.text("calls", "созвонов"));
    }
    if clients.is_empty() {
        text = format!(
            "{}\n",
            screen.text(
                "Nobody is remembered yet. Remember somebody: segue client add NAME",
                "Пока никого. Запомнить клиента: segue client add ИМЯ",
            )
        );
    }
    screen.print(&text).map_err(Failure::Screen)
}

/// Everything that is known of a client, a line each.
fn show(client: &Client, memory: &Memory, screen: &Screen) -> Result<(), Failure> {
    let boundary = &client.boundary;
    let yes = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let minutes = |seconds: f64| format!("{} {}", trimmed(seconds / 60.0), screen.text("min", "мин"));
    let calls = memory.calls()?.iter().filter(|call| call.is_with(client)).count();
    let kept = match client.keeping.what {
        Kept::Nothing => screen.text("nothing", "ничего"),
        Kept::Figures => screen.text("figures only", "только цифры"),
        Kept::BusinessWords => screen.text("figures and words of business", "цифры и слова о деле"),
        Kept::Everything => screen.text("every word", "каждое слово"),
    };
    let days = client.keeping.days.map_or(String::new(), |days| format!(", {days} {}", screen.text("days", "дн.")));
    let consent = client.consent.as_ref().map(|consent| {
        let answer = if consent.given { screen.text("yes", "да") } else { screen.text("no", "нет") };
        [answer.to_owned(), consent.basis.clone(), consent.date.to_string()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    let announcement = client.announcement.as_ref().map(|announcement| match announcement.announced {
        Some(date) => format!("{} {date}", screen.text("said", "сказано")),
        None => format!("{} {}", screen.text("due, written", "ждёт, написано"), announcement.written),
    });
    let learned = client.learned.business.len() + client.learned.private.len();
    let rows = [
        (screen.text("calls", "созвонов"), Some(calls.to_string())),
        (screen.text("kind", "какой созвон"), Some(word(boundary.kind))),
        (screen.text("language", "язык"), Some(word(boundary.lang))),
        (screen.text("address", "обращение"), Some(word(boundary.address)).filter(|_| boundary.lang == Lang::Ru)),
        (screen.text("tone", "тон"), Some(word(boundary.tone))),
        (screen.text("planned", "по плану"), boundary.planned_minutes.map(|planned| minutes(planned * 60.0))),
        (screen.text("chat at the start", "беседа в начале"), Some(minutes(boundary.chat_at_start))),
        (screen.text("chat at the end", "беседа в конце"), Some(minutes(boundary.chat_at_end))),
        (screen.text("grace", "запас до подсказки"), Some(format!("{} {}", trimmed(boundary.grace()), screen.text("s", "с")))),
        (screen.text("exceptions in five calls", "исключений на пять созвонов"), Some(boundary.exceptions_per_five.to_string())),
        (screen.text("office hours", "часы ответа"), boundary.office_hours.as_ref().map(|hours| hours.in_words(screen.ui))),
        (screen.text("rate", "ставка"), client.rate.as_ref().map(ToString::to_string)),
        (screen.text("about", "о проекте"), yes(&client.about)),
        (screen.text("next", "дальше"), client.next_meeting.clone()),
        (screen.text("listens by", "слушает через"), client.ears.map(word)),
        (screen.text("kept", "хранится"), Some(format!("{kept}{days}"))),
        (screen.text("consent", "согласие"), consent),
        (screen.text("preferred lines", "любимые реплики"), yes(&client.lines.preferred.join(", "))),
        (screen.text("banned lines", "запрещённые реплики"), yes(&client.lines.banned.join(", "))),
        (
            screen.text("own lines", "свои реплики"),
            yes(&client.lines.own.iter().map(|(rung, line)| format!("{rung}: {line}")).collect::<Vec<_>>().join(" · ")),
        ),
        (screen.text("announcement", "объявление"), announcement),
        (
            screen.text("put right", "исправлено"),
            (learned > 0).then(|| format!("{learned} {}", screen.text("words, as fingerprints", "слов, в виде отпечатков"))),
        ),
        (screen.text("parked", "отложено"), yes(&client.parked.join(" · "))),
        (
            screen.text("remembered", "важное"),
            yes(&client.remembered.iter().map(|one| format!("{} {}", one.date, one.text)).collect::<Vec<_>>().join(" · ")),
        ),
    ];
    let width = rows.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let mut text = format!("{}\n", client.name);
    for (name, value) in rows.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        let gap = " ".repeat(width - name.chars().count());
        text += &format!("  {name}{gap}  {}\n", value.trim_end());
    }
    screen.print(&text).map_err(Failure::Screen)
}

/// A choice by the name under which it is typed.
fn word(choice: impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A number without needless zeros.
fn trimmed(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
