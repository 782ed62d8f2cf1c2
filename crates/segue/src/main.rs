//! `segue`: wiring only. What is typed is in `cli`, each subcommand is a file in `commands`, and
//! `message` is the one place where an error becomes a sentence and an exit code.

mod cli;
mod commands;
mod keyring;
mod memory;
mod message;
mod private;
mod screen;
mod voice;

use clap::CommandFactory;
use cli::{Cli, Command};
use message::Failure;
use screen::Screen;
use std::process::ExitCode;

fn main() -> ExitCode {
    let typed: Vec<_> = std::env::args_os().collect();
    let ui = screen::language(cli::asked_language(&typed));
    message::panic::tell_the_place_alone(ui);
    let cli = match cli::read(&typed, ui) {
        Ok(cli) => cli,
        Err(answer) => return message::typed::show(&answer, &typed, ui),
    };
    let screen = Screen::new(cli.ui.map(Into::into), cli.yes);
    match run(cli.command, &screen) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            screen.fail(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(command: Command, screen: &Screen) -> Result<(), Failure> {
    match command {
        Command::Review(arguments) => commands::review::run(&arguments, screen),
        Command::Live(arguments) => commands::live::run(&arguments, screen),
        Command::Rehearse(arguments) => commands::rehearse::run(&arguments, screen),
        Command::Reply(arguments) => commands::reply::run(&arguments, screen),
        Command::Announce(arguments) => commands::announce::run(&arguments, screen),
        Command::Prepare(arguments) => commands::prepare::run(&arguments, screen),
        Command::Voice(arguments) => commands::voice::run(&arguments, screen),
        Command::Client { action } => commands::client::run(&action, screen),
        Command::Trend(arguments) => commands::trend::run(&arguments, screen),
        Command::Note(arguments) => commands::note::run(&arguments, screen),
        Command::Timesheet(arguments) => commands::timesheet::run(&arguments, screen),
        Command::Undo => commands::store::undo(screen),
        Command::Privacy { encrypt } => commands::store::privacy(encrypt, screen),
        Command::Export(arguments) => commands::store::export(&arguments, screen),
        Command::Import { file } => commands::store::import(&file, screen),
        Command::Calendar(arguments) => commands::calendar::run(&arguments, screen),
        Command::Simulate(arguments) => commands::simulate::run(&arguments, screen),
        Command::Models { action } => commands::models::run(action, screen),
        Command::Devices { try_out } => commands::devices::run(try_out, screen),
        Command::Mcp(arguments) => commands::mcp::run(&arguments, screen),
        Command::Eval(arguments) => commands::eval::run(&arguments, screen),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "segue", &mut script);
            screen.print(&String::from_utf8_lossy(&script)).map_err(Failure::Screen)
        }
    }
}
