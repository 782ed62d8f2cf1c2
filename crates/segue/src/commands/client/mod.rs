//! `segue client`: who is remembered and what was agreed, and forgetting them.

mod show;

use crate::cli::{Agreed, ClientAction, Live};
use crate::commands::live;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use segue_core::{Client, Lang, name_key};
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
        ClientAction::Show { name } => show::show(&memory.client(name)?, &memory, screen),
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
            // A call that began under the old name would find nobody to belong to.
            if name_key(name) != name_key(&new) && memory.store().journal_is_with(name)? {
                return Err(ClientFailure::CallNotClosed.into());
            }
            memory.store().rename(name, &new)?;
            tell(&client, &format!("→ {new}"), screen);
            Ok(())
        }
        ClientAction::Forget { name: None, .. } => {
            let question = screen.text(
                "Forget all calls and rehearsals with nobody in particular? It cannot be undone.",
                "Забыть все разговоры и репетиции, где клиент не указан? Вернуть будет нельзя.",
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
                "Убрать все сохранённые слова разговоров с этим клиентом? Цифры останутся. Вернуть будет нельзя.",
            );
            if sure(&format!("{}: {question}", client.name), screen)? {
                let calls = memory.store().drop_words(name)?;
                tell(&client, &format!("{}: {calls}.", screen.text("words removed, calls", "слова убраны, разговоров")), screen);
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
                "Забыть клиента и все разговоры с ним? Вернуть будет нельзя.",
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
        Lang::Ru => format!("{}: разговоры старше этого исчезнут: {calls}. Вернуть будет нельзя.", client.name),
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
        text += &format!("{} · {}: {count}\n", client.name, screen.text("calls", "разговоров"));
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
