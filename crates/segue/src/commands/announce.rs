//! `segue announce`: a guided minute that becomes a script to say and a letter to send before.

use crate::cli::Announce;
use crate::cli::choices::LetterFormat;
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, quoted};
use crate::screen::Screen;
use crate::voice::Voice;
use jiff::Zoned;
use segue_core::{Client, Lang, Words};
use segue_phrasebook::{Announcement, Length, NewRule, Note, Welcome, Why, announcement, announcement_letter};
use segue_weeks::{AnnouncementWishes, announcement_to, day, keep_announcement};

/// Runs the command.
pub fn run(arguments: &Announce, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let today = Zoned::now().date();
    if let Some(said) = arguments.said {
        if said.is_some_and(|said| said > today) {
            return Err(ClientFailure::NotYet.into());
        }
        memory.change_client(&arguments.client, |client| {
            let name = || client.name.clone();
            let calls = memory.calls()?;
            let first = calls.iter().filter(|call| call.is_with(client)).map(day).min();
            let written = client.announcement.as_ref().ok_or_else(|| ClientFailure::NoAnnouncement(name()))?.written;
            // What was said in an earlier call may be written down later; before all of them there was nothing to say.
            if said.is_some_and(|said| said < written && first.is_none_or(|first| said < first)) {
                return Err(ClientFailure::TooEarly(name()).into());
            }
            let Some(written) = &mut client.announcement else { return Ok(()) };
            written.announced = Some(said.unwrap_or(today));
            Ok(())
        })?;
        screen.remark(screen.text(
            "Noted. The next calls are measured against it: segue trend",
            "Записано. Следующие разговоры сравниваются с этим: segue trend",
        ));
        return Ok(());
    }
    let plan = plan(arguments, &client, screen);
    let written = Written::of(&plan, arguments, screen)?;
    let script = written.script(arguments.length.into()).to_owned();
    let text = match arguments.format {
        LetterFormat::Text => everything(&plan, &written, screen),
        format => letter::write(&written.letter, format, &client, screen),
    };
    screen.deliver(&text, arguments.output.as_deref())?;
    memory.change_client(&arguments.client, |client| {
        keep_announcement(client, &plan, script, today);
        Ok(())
    })?;
    screen.remark(&match screen.ui {
        Lang::En => {
            format!("Due in the next call with {}. Once it is said: segue announce {} --said", client.name, quoted(&client.name))
        }
        Lang::Ru => {
            format!(
                "{}: прозвучит в следующем разговоре. Когда скажете: segue announce {} --said",
                client.name,
                quoted(&client.name)
            )
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
            .ask(&format!(
                "{}{usual}:",
                screen.text("How long is each call from now on, in minutes?", "Сколько минут длится разговор?")
            ))?
            .parse()
            .ok()
    });
    let welcome_text = asked(
        &arguments.welcome,
        screen.text(
            "What stays welcome, besides important news?\n  1 a hello and a few words at the start\n  2 nothing more\n  or in your words:",
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
struct Written {
    scripts: [(Length, String); 3],
    letter: Note,
}

impl Written {
    /// Writes them, in the user's own manner if that is wanted.
    fn of(plan: &Announcement, arguments: &Announce, screen: &Screen) -> Result<Self, Failure> {
        let mut scripts =
            [Length::OneBreath, Length::HalfMinute, Length::Minute].map(|length| (length, announcement(plan, length)));
        let mut letter = announcement_letter(plan);
        if arguments.manner.voice {
            let voice = Voice::of(&arguments.manner.model)?;
            let mut texts: Vec<&str> = scripts.iter().map(|(_, script)| script.as_str()).collect();
            texts.push(letter.body.as_str());
            let mut said = voice.drafts(&texts, &private(plan), (plan.lang, plan.address), screen)?;
            letter.body = Words::new(said.pop().unwrap_or_default());
            for ((_, script), said) in scripts.iter_mut().zip(said) {
                *script = said;
            }
        }
        Ok(Self { scripts, letter })
    }

    fn script(&self, wanted: Length) -> &str {
        self.scripts.iter().find(|(length, _)| *length == wanted).map_or("", |(_, script)| script)
    }
}

/// What is not sent to a language model: names, and what the user said in words of their own.
fn private(plan: &Announcement) -> Vec<(&'static str, &str)> {
    let mut values: Vec<(&str, &str)> = Vec::new();
    values.extend(plan.name.as_deref().map(|name| ("name", name)));
    values.extend(plan.me.as_deref().map(|me| ("me", me)));
    if let Some(Why::Own(words)) = &plan.why {
        values.push(("why", words.as_str()));
    }
    if let NewRule::Own(words) = &plan.rule {
        values.push(("change", words.as_str()));
    }
    if let Some(Welcome::Own(words)) = &plan.welcome {
        values.push(("welcome", words.as_str()));
    }
    values
}

/// Everything for the terminal.
fn everything(plan: &Announcement, written: &Written, screen: &Screen) -> String {
    let title = |length| match length {
        Length::OneBreath => screen.text("In one breath", "На одном дыхании"),
        Length::HalfMinute => screen.text("In half a minute", "За полминуты"),
        Length::Minute => screen.text("In a minute", "За минуту"),
    };
    let mut text = String::new();
    if plan.rule == NewRule::ChatAtEnd && plan.minutes.is_none() {
        text += screen.text("(Say a length with --minutes to name it.)\n\n", "(Чтобы назвать длину, укажите --minutes.)\n\n");
    }
    let width = screen.width().min(100);
    for (length, script) in &written.scripts {
        text += &format!("{}\n\n{}\n\n", title(*length), letter::wrapped(script, width));
    }
    let letter = &written.letter;
    let subject = letter.subject.as_deref().unwrap_or_default();
    text += &format!(
        "{}\n\n{subject}\n\n{}\n",
        screen.text("To send before", "Отправить заранее"),
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
