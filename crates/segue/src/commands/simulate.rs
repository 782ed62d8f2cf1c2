//! `segue simulate`: half a year with six clients, made up.

use crate::cli::SimulateArgs;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::Zoned;

/// Runs the command.
pub fn run(arguments: &SimulateArgs, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::create(&arguments.folder)?;
    let today = arguments.today.unwrap_or_else(|| Zoned::now().date());
    let (clients, calls) = segue_weeks::simulated(arguments.seed, today);
    clients.iter().try_for_each(|client| memory.keep_client(client))?;
    calls.iter().try_for_each(|call| memory.keep_call(call))?;
    let folder = arguments.folder.display();
    screen.remark(&match screen.ui {
        segue_core::Lang::En => {
            format!(
                "{} clients and {} calls, all made up. Look at them: SEGUE_DATA={folder} segue trend",
                clients.len(),
                calls.len()
            )
        }
        segue_core::Lang::Ru => {
            format!(
                "Клиентов: {}, разговоров: {}, всё выдумано. Посмотреть: SEGUE_DATA={folder} segue trend",
                clients.len(),
                calls.len()
            )
        }
    });
    Ok(())
}
