//! `segue announce`: a guided minute that becomes a script to say and a letter to send before.

use crate::cli::Announce;
use crate::cli::choices::LetterFormat;
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::Zoned;
use segue_core::{Client, Lang};
use segue_phrasebook::{Announcement, Length, NewRule, announcement, announcement_letter};
use segue_weeks::{AnnouncementWishes, announcement_to, keep_announcement};

/// Runs the command.
pub fn run(arguments: &Announce, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let mut client = memory.client(&arguments.client)?;
    let today = Zoned::now().date();
    if let Some(said) = arguments.said {
        let written = client.announcement.as_mut().ok_or_else(|| Failure::NoAnnouncement(arguments.client.clone()))?;
        written.announced = Some(said.unwrap_or(today));
        memory.keep_client(&client)?;
        screen.remark(screen.text(
            "Noted. The next calls are measured against it: segue trend",
            "Записано. Следующие разговоры сравниваются с этим: segue trend",
        ));
        return Ok(());
    }
    let plan = plan(arguments, &client, screen);
    let text = match arguments.format {
        LetterFormat::Text => everything(&plan, screen),
        format => letter::write(&announcement_letter(&plan), format, &client, screen),
    };
    keep_announcement(&mut client, &plan, arguments.length.into(), today);
    memory.keep_client(&client)?;
    screen.deliver(&text, arguments.output.as_deref())?;
    screen.remark(&match screen.ui {
        Lang::En => format!("Due in the next call with {}. Once it is said: segue announce {} --said", client.name, client.name),
        Lang::Ru => {
            format!("{}: прозвучит в следующем разговоре. Когда скажете: segue announce {} --said", client.name, client.name)
        }
    });
    Ok(())
}

/// What was typed, then what is answered, then what is sensible.
fn plan(arguments: &Announce, client: &Client, screen: &Screen) -> Announcement {
    let boundary = &client.boundary;
    let asked = |flag: &Option<String>, question: &str, answers: &[&str], other: &str| {
        flag.clone().or_else(|| screen.ask(question).map(|answer| chosen(&answer, answers))).unwrap_or_else(|| other.to_owned())
    };
    let why_text = asked(
        &arguments.why,
        screen.text(
            "Why do things change?\n  1 work has picked up\n  2 other projects need time\n  3 give no reason\n  or in your words, as you would say it:",
            "Почему всё меняется?\n  1 работы стало больше\n  2 появились другие проекты\n  3 причину не называть\n  или своими словами, как сказали бы вслух:",
        ),
        &["busy", "projects", "none"],
        "none",
    );
    let change_text = asked(
        &arguments.change,
        screen.text(
            "What changes?\n  1 the work first, a few minutes at the end for everything else\n  2 calls are for the work\n  or in your words:",
            "Что меняется?\n  1 сначала дело, в конце несколько минут на остальное\n  2 разговоры только о деле\n  или своими словами:",
        ),
        &["chat-at-end", "work-only"],
        "chat-at-end",
    );
    let usual = boundary.planned_minutes.map_or_else(String::new, |minutes| format!(" [{minutes:.0}]"));
    let minutes = arguments.minutes.or_else(|| {
        screen
            .ask(&format!("{}{usual}:", screen.text("How many minutes is a call?", "Сколько минут длится разговор?")))?
            .parse()
            .ok()
    });
    let welcome_text = asked(
        &arguments.welcome,
        screen.text(
            "What stays welcome, beside important news?\n  1 a hello and a few words at the start\n  2 nothing more\n  or in your words:",
            "Чему вы по-прежнему рады, кроме важных новостей?\n  1 приветствию и паре слов в начале\n  2 больше ничему\n  или своими словами:",
        ),
        &["hello", "none"],
        "hello",
    );
    let wishes = AnnouncementWishes {
        why: why_text,
        change: change_text,
        minutes,
        welcome: welcome_text,
        tone: arguments.tone.map(Into::into),
        me: arguments.me.clone(),
    };
    announcement_to(client, &wishes)
}

/// The answer behind a number; the first one for an empty answer; otherwise what was said.
fn chosen(answer: &str, answers: &[&str]) -> String {
    match answer.parse::<usize>() {
        Ok(number) if (1..=answers.len()).contains(&number) => answers[number - 1].to_owned(),
        _ if answer.is_empty() => answers[0].to_owned(),
        _ => answer.to_owned(),
    }
}

/// All three lengths and the letter.
fn everything(plan: &Announcement, screen: &Screen) -> String {
    let title = |en, ru| screen.text(en, ru);
    let lengths = [
        (Length::OneBreath, title("In one breath", "На одном дыхании")),
        (Length::HalfMinute, title("In half a minute", "За полминуты")),
        (Length::Minute, title("In a minute", "За минуту")),
    ];
    let mut text = String::new();
    if plan.rule == NewRule::ChatAtEnd && plan.minutes.is_none() {
        text += title("(Say a length with --minutes to name it.)\n\n", "(Чтобы назвать длину, укажите --minutes.)\n\n");
    }
    let width = screen.width().min(100);
    for (length, name) in lengths {
        text += &format!("{name}\n\n{}\n\n", letter::wrapped(&announcement(plan, length), width));
    }
    let letter = announcement_letter(plan);
    let subject = letter.subject.as_deref().unwrap_or_default();
    text += &format!(
        "{}\n\n{subject}\n\n{}\n",
        title("To send before", "Отправить заранее"),
        letter::wrapped(letter.body.as_str(), width)
    );
    text
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn answers_by_number_or_in_words() {
        for (answer, meant) in [("", "busy"), ("2", "none"), ("3", "3"), ("I moved.", "I moved.")] {
            assert_eq!(chosen(answer, &["busy", "none"]), meant);
        }
    }
}
