//! `segue client`: who is remembered, and forgetting them.

use crate::cli::ClientAction;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;

/// Runs the command.
pub fn run(action: &ClientAction, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user()?;
    match action {
        ClientAction::List => {
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
                        "Nobody is remembered yet. Remember a call: segue review FILE --client NAME --remember",
                        "Пока никого. Запомнить созвон: segue review ФАЙЛ --client ИМЯ --remember",
                    )
                );
            }
            screen.print(&text).map_err(Failure::Screen)
        }
        ClientAction::Forget { name } => {
            let client = memory.client(name)?;
            let question = screen.text(
                "Forget this client and all calls with them? It cannot be undone.",
                "Забыть клиента и все созвоны с ним? Вернуть будет нельзя.",
            );
            if !screen.agrees_to_loss(&format!("{}: {question}", client.name)) {
                return Ok(());
            }
            memory.forget(name)?;
            screen.remark(&format!("{}: {}", client.name, screen.text("forgotten.", "больше не помню.")));
            Ok(())
        }
    }
}
