//! `segue client show`.

use crate::cli::help;
use crate::memory::Memory;
use crate::message::Failure;
use crate::screen::Screen;
use jiff::Zoned;
use segue_core::{Client, Kept, Lang, Words};
use segue_report::{day_in_words, rate_in_words};
use segue_weeks::{Judged, announced};

/// Everything that is known of a client, a line each.
pub(super) fn show(client: &Client, memory: &Memory, screen: &Screen) -> Result<(), Failure> {
    let boundary = &client.boundary;
    let yes = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty());
    let minutes = |seconds: f64| format!("{} {}", trimmed(seconds / 60.0), screen.text("min", "мин"));
    let calls = memory.calls()?;
    let calls = Judged::with(client, &calls);
    let kept = match client.keeping.what {
        Kept::Nothing => screen.text("nothing", "ничего"),
        Kept::Figures => screen.text("figures only", "только цифры"),
        Kept::BusinessWords => screen.text("figures and words of business", "цифры и слова о деле"),
        Kept::Everything => screen.text("every word", "каждое слово"),
    };
    let days = client.keeping.days.map_or(String::new(), |days| format!(", {days} {}", screen.text("days", "дн.")));
    let consent = client.consent.as_ref().map(|consent| {
        let answer = if consent.given { screen.text("yes", "да") } else { screen.text("no", "нет") };
        [answer.to_owned(), consent.basis.clone(), day_in_words(consent.date, screen.ui)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    });
    // One that was heard in a call is known from the call alone where nobody had written it.
    let noted = client.announcement.as_ref().and_then(|announcement| announcement.announced);
    let said = announced(client, &calls, Zoned::now().date()).map(|announced| announced.date).or(noted);
    let due = client.due_announcement().map(|announcement| announcement.written);
    let announcement =
        [(screen.text("said on", "сказано"), said), (screen.text("due, written on", "ещё не сказано, написано"), due)];
    let announcement =
        announcement.into_iter().filter_map(|(what, day)| Some(format!("{what} {}", day_in_words(day?, screen.ui))));
    let announcement = announcement.collect::<Vec<_>>().join("; ");
    let terms = client.new_terms().map(|new| {
        let chat = minutes(new.after.chat_at_end);
        let planned = new.after.planned_minutes.map(|planned| format!("{}, ", minutes(planned * 60.0))).unwrap_or_default();
        format!("{planned}{} {chat}", screen.text("chat at the end", "беседа в конце"))
    });
    let learned = client.learned.business.len() + client.learned.private.len();
    let rows = [
        (screen.text("calls", "разговоров"), Some(calls.len().to_string())),
        (screen.text("kind", "какой разговор"), Some(word("kind", boundary.kind, screen))),
        (screen.text("language", "язык"), Some(word("lang", boundary.lang, screen))),
        (
            screen.text("address", "обращение"),
            Some(word("address", boundary.address, screen)).filter(|_| boundary.lang == Lang::Ru),
        ),
        (screen.text("tone", "тон"), Some(word("tone", boundary.tone, screen))),
        (screen.text("planned", "по плану"), boundary.planned_minutes.map(|planned| minutes(planned * 60.0))),
        (screen.text("chat at the start", "беседа в начале"), Some(minutes(boundary.chat_at_start))),
        (screen.text("chat at the end", "беседа в конце"), Some(minutes(boundary.chat_at_end))),
        (
            screen.text("before the first line", "запас до реплики"),
            Some(format!("{} {}", trimmed(boundary.grace()), screen.text("s", "с"))),
        ),
        (
            screen.text("exceptions in five calls", "исключений на пять разговоров"),
            Some(boundary.exceptions_per_five.to_string()),
        ),
        (screen.text("office hours", "часы ответа"), boundary.office_hours.as_ref().map(|hours| hours.in_words(screen.ui))),
        (screen.text("rate", "ставка"), client.rate.as_ref().map(|rate| rate_in_words(rate, screen.ui))),
        (screen.text("about", "о проекте"), yes(&client.about)),
        (screen.text("next", "следующий разговор"), client.next_meeting.clone()),
        (screen.text("listens through", "слушает через"), client.ears.map(|ears| word("ears", ears, screen))),
        (screen.text("kept", "хранится"), Some(format!("{kept}{days}"))),
        (screen.text("consent", "согласие"), consent),
        (screen.text("preferred lines", "любимые реплики"), yes(&client.lines.preferred.join(", "))),
        (screen.text("banned lines", "запрещённые реплики"), yes(&client.lines.banned.join(", "))),
        (
            screen.text("own lines", "свои реплики"),
            yes(&client.lines.own.iter().map(|(rung, line)| format!("{rung}: {line}")).collect::<Vec<_>>().join(" · ")),
        ),
        (screen.text("announcement", "объявление"), yes(&announcement)),
        (screen.text("once it is said", "когда будет сказано"), terms),
        (
            screen.text("corrected", "исправлено"),
            (learned > 0).then(|| {
                screen.text("words, as fingerprints: #", "слов, в виде отпечатков: #").replace('#', &learned.to_string())
            }),
        ),
        (screen.text("parked", "отложено"), yes(&client.parked.iter().map(Words::as_str).collect::<Vec<_>>().join(" · "))),
        (
            screen.text("remembered", "важное"),
            yes(&client
                .remembered
                .iter()
                .map(|one| format!("{}: {}", day_in_words(one.date, screen.ui), one.text))
                .collect::<Vec<_>>()
                .join(" · ")),
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

/// A choice: by the name under which it is typed, in Russian as the help explains it.
fn word(argument: &str, choice: impl serde::Serialize, screen: &Screen) -> String {
    let name = serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let russian = (screen.ui == Lang::Ru).then(|| help::text(None, &format!("{argument}={name}"))).flatten();
    russian.map_or(name, str::to_owned)
}

/// A number without needless zeros.
fn trimmed(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
