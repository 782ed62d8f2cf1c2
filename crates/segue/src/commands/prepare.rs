//! `segue prepare`: before the next call.

use crate::cli::choices::PrepareFormat;
use crate::cli::{Clocks, Prepare};
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use jiff::Zoned;
use jiff::tz::TimeZone;
use segue_core::{AgendaItem, Lang};
use segue_phrasebook::moment;
use segue_weeks::{PreparationWishes, prepare};

/// Runs the command.
pub fn run(arguments: &Prepare, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let calls = memory.calls()?;
    let zone = arguments.zone.clone().unwrap_or_else(TimeZone::system);
    let now = Zoned::now().with_time_zone(zone.clone());
    let (when, clocks) = arguments.when.as_ref().map_or((None, Clocks::Once), |when| when.at(&zone));
    // Told is the clock of the zone that was asked for, or else of the place that was named.
    let when = when.map(|when| if arguments.zone.is_some() { when.with_time_zone(zone.clone()) } else { when });
    if let Some(remark) = when.as_ref().and_then(|when| odd_hour(when, clocks, screen.ui)) {
        screen.remark(&remark);
    }
    if when.as_ref().is_some_and(|when| *when < now) {
        screen.remark(screen.text("That time is past already; is the day right?", "Это время уже прошло; тот ли день указан?"));
    }
    let wishes = PreparationWishes {
        agenda: arguments.agenda.iter().filter_map(|text| AgendaItem::typed(text)).collect(),
        today: Some(now.date()),
        start: when,
        me: arguments.me.clone(),
        organizer: arguments.email.clone(),
    };
    let mut preparation = prepare(&client, &calls, &wishes, &zone);
    if arguments.manner.voice {
        let items: Vec<(String, String)> =
            preparation.agenda.iter().enumerate().map(|(n, item)| (format!("item-{}", n + 1), item.text.clone())).collect();
        let next = preparation.said.as_deref().and_then(|said| moment(said, client.boundary.lang));
        let mut private =
            vec![("name", Some(client.name.as_str())), ("me", arguments.me.as_deref()), ("next-meeting", next.as_deref())];
        private.extend(items.iter().map(|(name, text)| (name.as_str(), Some(text.as_str()))));
        letter::in_my_voice(&mut preparation.invitation, &private, &client, &arguments.manner, screen)?;
        if let Some(appointment) = &mut preparation.appointment {
            preparation.invitation.body.as_str().clone_into(&mut appointment.text);
        }
    }
    let now = now.timestamp();
    let text = match arguments.format {
        PrepareFormat::Text => segue_report::preparation_text(&preparation, &screen.layout(arguments.output.as_deref())),
        PrepareFormat::Md => segue_report::preparation_markdown(&preparation, screen.ui),
        PrepareFormat::Eml => {
            segue_weeks::draft(&preparation.invitation, arguments.email.as_deref().unwrap_or_default(), "", now)
        }
        PrepareFormat::Ics => {
            let appointment = preparation.appointment.as_ref().ok_or_else(|| ClientFailure::WhenIsIt(client.name.clone()))?;
            segue_weeks::appointment(appointment, now)
        }
    };
    screen.deliver(&text, arguments.output.as_deref())
}

/// What the clocks do in that hour, if it is not what whoever typed it may think.
fn odd_hour(when: &Zoned, clocks: Clocks, ui: Lang) -> Option<String> {
    let hour = when.strftime("%-H:%M");
    let offset = when.strftime("%:z");
    match (clocks, ui) {
        (Clocks::Once, _) => None,
        (Clocks::Never, Lang::En) => {
            Some(format!("The clocks go forward that night, so there is no such time; {hour} is used. Is that right?"))
        }
        (Clocks::Never, Lang::Ru) => {
            Some(format!("В этот час часы переводят вперёд, и такого времени нет; взято {hour}. Верно ли время?"))
        }
        (Clocks::Twice, Lang::En) => Some(format!(
            "The clocks go back that night, so that time comes twice; the first is used ({hour}{offset}). For the second, add its offset."
        )),
        (Clocks::Twice, Lang::Ru) => Some(format!(
            "В этот час часы переводят назад, и такое время бывает дважды; взято первое ({hour}{offset}). Для второго добавьте смещение."
        )),
    }
}
