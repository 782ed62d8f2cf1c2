//! `segue calendar`: the next meeting with each client, from a calendar file.

use crate::cli::CalendarArgs;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use segue_core::Lang;
use segue_weeks::{CalendarProblem, ProblemKind, in_words, next_meetings};

/// Runs the command.
pub fn run(arguments: &CalendarArgs, screen: &Screen) -> Result<(), Failure> {
    let path = &arguments.file;
    let bytes = super::read_file(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let memory = Memory::of_user(screen)?;
    let clients = memory.clients()?;
    let zone = arguments.zone.clone().unwrap_or_else(TimeZone::system);
    let found = next_meetings(&text, &clients, Timestamp::now(), &zone).map_err(|_| Failure::NoCalendar(path.clone()))?;
    for problem in &found.problems {
        screen.remark(&told(problem, screen.ui));
    }
    let mut report = String::new();
    for meeting in &found.next {
        let start = &meeting.start;
        let client = memory.change_client(&meeting.client, |client| {
            let today = Zoned::now().with_time_zone(zone.clone()).date();
            client.meets(Some(start), Some(in_words(start.datetime(), today, client.boundary.lang)));
            // A length that was agreed stays; the calendar only fills in what is not known.
            client.boundary.planned_minutes = client.boundary.planned_minutes.or(meeting.minutes.map(f64::from));
            Ok(())
        })?;
        report += &format!("{}  {}\n", start.strftime("%Y-%m-%d %H:%M"), client.name);
    }
    if found.next.is_empty() {
        screen.remark(&match screen.ui {
            Lang::En => format!("No upcoming meeting names one of your clients ({} events).", found.events),
            Lang::Ru => format!("Ни в одной будущей встрече нет имён ваших клиентов (событий: {}).", found.events),
        });
    }
    // A meeting under another name would be missed without a word.
    let without: Vec<_> =
        clients.iter().map(|client| &client.name).filter(|name| found.next.iter().all(|one| one.client != **name)).collect();
    if !found.next.is_empty() && !without.is_empty() {
        let names = without.into_iter().map(String::as_str).collect::<Vec<_>>().join(" · ");
        screen.remark(&match screen.ui {
            Lang::En => format!("No upcoming meeting found with: {names}"),
            Lang::Ru => format!("Будущих встреч не найдено: {names}"),
        });
    }
    screen.print(&report).map_err(Failure::Screen)
}

fn told(problem: &CalendarProblem, ui: Lang) -> String {
    let title = &problem.title;
    match (&problem.kind, ui) {
        (ProblemKind::NoStart, Lang::En) => format!("“{title}”: its start cannot be read; left out."),
        (ProblemKind::NoStart, Lang::Ru) => format!("«{title}»: начало не читается, пропущено."),
        (ProblemKind::UnknownZone(zone), Lang::En) => {
            format!("“{title}”: the time zone “{zone}” is not known; taken as yours. Please check the hour.")
        }
        (ProblemKind::UnknownZone(zone), Lang::Ru) => {
            format!("«{title}»: часовой пояс «{zone}» неизвестен, взят ваш. Проверьте час.")
        }
        (ProblemKind::BadRule, Lang::En) => format!("“{title}”: how it repeats cannot be read; only its first time was taken."),
        (ProblemKind::BadRule, Lang::Ru) => format!("«{title}»: правило повторения не читается, взят только первый раз."),
    }
}
