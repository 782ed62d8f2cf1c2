//! `segue announce`: a guided minute that becomes a script to say and a letter to send before.

mod answers;

use crate::cli::Announce;
use crate::cli::choices::LetterFormat;
use crate::commands::letter;
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure, quoted};
use crate::screen::Screen;
use crate::voice::Voice;
use answers::{answers, before, is_answered};
use jiff::Zoned;
use jiff::civil::Date;
use segue_core::{CallRecord, Client, Lang, Words};
use segue_phrasebook::{Announcement, Length, NewRule, Note, Welcome, Why, announcement, announcement_letter, own_words};
use segue_report::day_in_words;
use segue_weeks::{announcement_to, keep_announcement};

const LENGTHS: [Length; 3] = [Length::OneBreath, Length::HalfMinute, Length::Minute];

/// Runs the command.
pub fn run(arguments: &Announce, screen: &Screen) -> Result<(), Failure> {
    let memory = Memory::of_user(screen)?;
    let client = memory.client(&arguments.client)?;
    let today = Zoned::now().date();
    if let Some(said) = arguments.said {
        return note_said(&memory, &client, said.unwrap_or(today), screen);
    }
    let wishes = answers(arguments, &client, screen);
    let plan = announcement_to(&client, &wishes);
    let written = Written::of(&plan, arguments, screen)?;
    let length = arguments.length.map(Into::into).or_else(|| kept_length(&client)).unwrap_or(Length::HalfMinute);
    let script = written.script(length).to_owned();
    let width = screen.letter_width(arguments.output.as_deref());
    let text = match arguments.format {
        LetterFormat::Text => everything(&plan, &written, width, screen),
        format => letter::write(&written.letter, format, &client, width),
    };
    screen.deliver(&text, arguments.output.as_deref())?;
    // Looking at what was written, in whatever form, changes nothing.
    let known = before(&client) == Some(&wishes);
    let said_otherwise = arguments.length.is_some() || arguments.manner.voice;
    if !known {
        memory.change_client(&arguments.client, |client| {
            keep_announcement(client, &wishes, script, today);
            Ok(())
        })?;
        if !is_answered(arguments) && !screen.can_ask() && before(&client).is_none() {
            screen.remark(screen.text(
                "There was nobody to ask here, so: no reason given, work first, a chat at the end, a hello still welcome. To choose otherwise: --why, --change, --minutes, --welcome",
                "Спросить некого, поэтому причина не названа, сначала идёт дело, а приветствие и беседа в конце остаются. Иначе: --why, --change, --minutes, --welcome",
            ));
        }
    } else if said_otherwise && client.due_announcement().is_some() {
        memory.change_client(&arguments.client, |client| {
            client.announcement.iter_mut().for_each(|known| known.script.clone_from(&script));
            Ok(())
        })?;
    }
    let said = client.announcement.as_ref().filter(|_| known).and_then(|known| known.announced);
    screen.remark(&when_due(&client, said, screen));
    Ok(())
}

/// The length of what is kept, where it is the phrasebook's.
fn kept_length(client: &Client) -> Option<Length> {
    let plan = announcement_to(client, before(client)?);
    let script = &client.announcement.as_ref()?.script;
    LENGTHS.into_iter().find(|length| announcement(&plan, *length) == *script)
}

/// When the announcement is to be said, or that it was.
fn when_due(client: &Client, said: Option<Date>, screen: &Screen) -> String {
    let (name, shell) = (&client.name, quoted(&client.name));
    match (screen.ui, said) {
        (Lang::En, Some(day)) => format!("{name}: said on {}. Nothing was changed.", day_in_words(day, screen.ui)),
        (Lang::Ru, Some(day)) => format!("{name}: объявление уже сказано {}. Ничего не изменено.", day_in_words(day, screen.ui)),
        (Lang::En, None) => {
            format!("Due in the next call with {name}; it takes effect once it is said. Then: segue announce {shell} --said")
        }
        (Lang::Ru, None) => {
            format!(
                "{name}: объявление прозвучит в следующем разговоре и с него начнёт действовать. Когда скажете его: segue announce {shell} --said"
            )
        }
    }
}

/// Notes that the announcement was said.
fn note_said(memory: &Memory, client: &Client, said: Date, screen: &Screen) -> Result<(), Failure> {
    if said > Zoned::now().date() {
        return Err(ClientFailure::NotYet.into());
    }
    memory.change_client(&client.name, |client| {
        if client.announcement.is_none() {
            return Err(ClientFailure::NoAnnouncement(client.name.clone()).into());
        }
        client.announced(said);
        Ok(())
    })?;
    screen.remark(screen.text(
        "Noted. The next calls are measured against it: segue trend",
        "Записано. Следующие разговоры сравниваются с этим: segue trend",
    ));
    // It may have been said before segue was there; or the day was typed amiss.
    let first = memory.calls()?.iter().filter(|call| call.is_with(client)).map(CallRecord::day).min();
    if client.announcement.as_ref().is_some_and(|known| said < known.written) && first.is_none_or(|first| said < first) {
        let day = day_in_words(said, screen.ui);
        screen.remark(&match screen.ui {
            Lang::En => format!("{day} is before the first call that is remembered. To give another day: --said DATE"),
            Lang::Ru => format!("{day} — это раньше первого разговора, который есть в памяти. Другой день: --said ДАТА"),
        });
    }
    Ok(())
}

/// All three lengths and the letter.
struct Written {
    scripts: [(Length, String); 3],
    letter: Note,
}

impl Written {
    /// Writes them, in the user's own manner if that is wanted.
    fn of(plan: &Announcement, arguments: &Announce, screen: &Screen) -> Result<Self, Failure> {
        let mut scripts = LENGTHS.map(|length| (length, announcement(plan, length)));
        let mut letter = announcement_letter(plan);
        if arguments.manner.voice {
            let voice = Voice::of(&arguments.manner.model)?;
            let mut texts: Vec<&str> = scripts.iter().map(|(_, script)| script.as_str()).collect();
            texts.push(letter.body.as_str());
            let private = private(plan);
            let private: Vec<(&str, &str)> = private.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let mut said = voice.drafts(&texts, &private, (plan.lang, plan.address), screen)?;
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
fn private(plan: &Announcement) -> Vec<(&'static str, String)> {
    let mut values: Vec<(&str, String)> = Vec::new();
    values.extend(plan.name.clone().map(|name| ("name", name)));
    values.extend(plan.me.clone().map(|me| ("me", me)));
    if let Some(Why::Own(words)) = &plan.why {
        values.push(("why", own_words(words.as_str())));
    }
    if let NewRule::Own(words) = &plan.rule {
        values.push(("change", own_words(words.as_str())));
    }
    if let Some(Welcome::Own(words)) = &plan.welcome {
        values.push(("welcome", own_words(words.as_str())));
    }
    values
}

/// Everything for the terminal.
fn everything(plan: &Announcement, written: &Written, width: Option<usize>, screen: &Screen) -> String {
    let title = |length| match length {
        Length::OneBreath => screen.text("In one breath", "На одном дыхании"),
        Length::HalfMinute => screen.text("In half a minute", "За полминуты"),
        Length::Minute => screen.text("In a minute", "За минуту"),
    };
    let mut text = String::new();
    if plan.rule == NewRule::ChatAtEnd && plan.minutes.is_none() {
        text += screen.text(
            "(To name the length of the call, add --minutes.)\n\n",
            "(Чтобы назвать длину разговора, укажите --minutes.)\n\n",
        );
    }
    for (length, script) in &written.scripts {
        text += &format!("{}\n\n{}\n\n", title(*length), letter::wrapped(script, width));
    }
    let letter = &written.letter;
    let subject = letter.subject.as_deref().unwrap_or_default();
    text += &format!(
        "{}\n\n{subject}\n\n{}\n",
        screen.text("To send beforehand", "Отправить заранее"),
        letter::wrapped(letter.body.as_str(), width)
    );
    text
}
