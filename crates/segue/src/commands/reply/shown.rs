//! What is shown of a message and its drafts.

use super::Answer;
use segue_core::{Label, Lang};
use segue_reply::{Channel, Despair, DraftKind, Mood, Need, Sentence, faults};
use segue_report::TextOptions;
use serde_json::json;

/// Name and version of the contract.
const SCHEMA: &str = "segue.reply/1";

fn pick<'a>(ui: Lang, en: &'a str, ru: &'a str) -> &'a str {
    if ui == Lang::En { en } else { ru }
}

fn label(label: Label, ui: Lang) -> &'static str {
    match label {
        Label::Business => pick(ui, "business", "дело"),
        Label::Smalltalk => pick(ui, "small talk", "светская беседа"),
        Label::Personal => pick(ui, "personal", "личное"),
        Label::Framing => pick(ui, "framing", "обрамление"),
    }
}

fn need(need: Need, ui: Lang) -> &'static str {
    match need {
        Need::None => "",
        Need::Answer => pick(ui, "answer", "ответить"),
        Need::Warm => pick(ui, "warm word", "тёплое слово"),
        Need::Care => pick(ui, "care", "бережно"),
    }
}

fn title(kind: DraftKind, ui: Lang) -> &'static str {
    match kind {
        DraftKind::Answering => pick(ui, "Answering", "С ответом"),
        DraftKind::SayingWhen => pick(ui, "Saying when", "Сказать, когда"),
        DraftKind::Short => pick(ui, "In a few words", "Коротко"),
        DraftKind::Acknowledging => pick(ui, "Acknowledging", "Отозваться"),
        DraftKind::Humane => pick(ui, "Humane; the work can wait", "По-человечески; работа подождёт"),
        DraftKind::HumaneAndAnswering => pick(ui, "Humane, with answers in no hurry", "По-человечески, ответы не к спеху"),
    }
}

fn mood(mood: Mood, ui: Lang) -> &'static str {
    match mood {
        Mood::Guilt => pick(ui, "a reproach", "упрёк"),
        Mood::Hard => pick(ui, "something hard", "что-то трудное"),
        Mood::Good => pick(ui, "something good", "что-то хорошее"),
        Mood::Moved => pick(ui, "they are moved by your work", "растрогала ваша работа"),
        Mood::Lonely => pick(ui, "they need somebody to listen", "хочется, чтобы выслушали"),
        Mood::Closer => pick(ui, "they want to be closer than work", "хочется более близкого общения"),
        Mood::Invitation => pick(ui, "an invitation", "приглашение"),
        Mood::Gift => pick(ui, "a present", "подарок"),
        Mood::Fishing => pick(ui, "questions about you", "вопросы о вас"),
        Mood::Flattery => pick(ui, "praise of you", "похвала вам"),
        Mood::Wishes => pick(ui, "wishes for you", "пожелания вам"),
        Mood::Plain => pick(ui, "a story", "рассказ"),
    }
}

/// What matters more than any draft.
fn call_them(despair: Despair, ui: Lang) -> &'static str {
    match despair {
        Despair::Plain => pick(
            ui,
            "They may not want to live. A call now matters more than any draft; if you are afraid for their safety, call the emergency number.",
            "Похоже, человек не хочет жить. Звонок сейчас важнее любого письма; если есть опасность, звоните по номеру 112.",
        ),
        Despair::Possible => pick(
            ui,
            "This may mean that they do not want to live. If you are not sure, call them: that matters more than any draft.",
            "Это может значить, что человек не хочет жить. Если есть сомнения, позвоните: это важнее любого ответа.",
        ),
    }
}

/// What there is to know before one answers, a sentence each.
fn findings(answer: &Answer, ui: Lang) -> Vec<String> {
    let understood = &answer.understood;
    let mut all = Vec::new();
    if let Some(despair) = understood.despair {
        all.push(call_them(despair, ui).to_owned());
    } else if understood.care {
        all.push(
            pick(
                ui,
                "The message has serious news: the person first, no business.",
                "Сказано что-то серьёзное: сначала человек, не дела.",
            )
            .to_owned(),
        );
    }
    all.push(match understood.asks.len() {
        0 => pick(ui, "Nothing needs an answer.", "Отвечать не на что.").to_owned(),
        n => format!("{}: {n}", pick(ui, "Needs an answer", "Ждёт ответа")),
    });
    if let Some(found) = understood.mood.filter(|_| understood.despair.is_none()) {
        all.push(format!(
            "{}: {}.",
            pick(ui, "One warm sentence is enough", "Хватит одного тёплого предложения"),
            mood(found, ui)
        ));
    }
    if understood.moves_work {
        let dates: Vec<&str> = understood.dates.iter().map(segue_core::Words::as_str).collect();
        let what = pick(ui, "This changes the work", "Это меняет работу");
        all.push(if dates.is_empty() { format!("{what}.") } else { format!("{what}: {}.", dates.join("; ")) });
    }
    match (answer.manners.outside_hours(), &answer.manners.office_hours) {
        (Some(true), Some(hours)) => {
            let hours = hours.in_words(ui);
            all.push(format!("{} ({hours}).", pick(ui, "It came outside your office hours", "Пришло вне ваших рабочих часов")));
        }
        (Some(false), _) => all.push(pick(ui, "It came within your office hours.", "Пришло в ваши рабочие часы.").to_owned()),
        _ => {}
    }
    if let (true, Some(me)) = (answer.message.without_me, answer.manners.me.as_deref()) {
        all.push(match ui {
            Lang::En => format!("Nobody in the chat is called {me} (--me), so nothing in it counts as yours."),
            Lang::Ru => format!("В переписке нет имени «{me}» (--me), поэтому ни одно сообщение не считается вашим."),
        });
    }
    if answer.message.messages > 1 {
        all.push(format!(
            "{}: {}.",
            pick(ui, "Messages since you last answered", "Сообщений после вашего ответа"),
            answer.message.messages
        ));
    }
    if answer.message.wordless > 0 {
        all.push(format!(
            "{}: {}.",
            pick(
                ui,
                "Not readable here (voice messages, pictures, deleted), so look at them before you answer",
                "Без слов (голосовые, картинки, удалённые), их лучше открыть до ответа"
            ),
            answer.message.wordless
        ));
    }
    if answer.message.cut {
        all.push(pick(ui, "It was very long; its end was not read.", "Оно очень длинное, конец не прочитан.").to_owned());
    }
    all
}

/// For the terminal.
pub(super) fn text(answer: &Answer, options: &TextOptions) -> String {
    let ui = options.ui;
    let width = options.width.clamp(30, 100);
    let mut out = String::new();
    for line in findings(answer, ui) {
        out += &format!("{}\n", textwrap::fill(&line, width));
    }
    out.push('\n');
    let rows: Vec<(String, &Sentence)> = answer
        .understood
        .sentences
        .iter()
        .map(|one| {
            let need = need(one.need, ui);
            let gap = if need.is_empty() { "" } else { " · " };
            (format!("{}{gap}{need}", label(one.label, ui)), one)
        })
        .collect();
    let head = rows.iter().map(|(mark, _)| mark.chars().count()).max().unwrap_or_default();
    for (mark, sentence) in rows {
        let first = format!("  {mark}{}  ", " ".repeat(head - mark.chars().count()));
        let rest = " ".repeat(head + 4);
        let wrap = textwrap::Options::new(width).initial_indent(&first).subsequent_indent(&rest);
        out += &format!("{}\n", textwrap::fill(sentence.text.as_str(), wrap));
    }
    for (number, draft) in answer.drafts.iter().enumerate() {
        out += &format!("\n{}. {}\n\n", number + 1, title(draft.kind, ui));
        for line in draft.text.as_str().lines() {
            let wrap = textwrap::Options::new(width).initial_indent("    ").subsequent_indent("    ");
            out += &format!("{}\n", if line.is_empty() { String::new() } else { textwrap::fill(line, wrap) });
        }
    }
    out
}

/// For notes.
pub(super) fn markdown(answer: &Answer, ui: Lang) -> String {
    let mut out = String::new();
    findings(answer, ui).iter().for_each(|line| out += &format!("- {}\n", escaped(line)));
    let (sentence, what, needs) =
        (pick(ui, "Sentence", "Предложение"), pick(ui, "Label", "Что это"), pick(ui, "Needs", "Что нужно"));
    out += &format!("\n| {sentence} | {what} | {needs} |\n| --- | --- | --- |\n");
    for one in &answer.understood.sentences {
        out += &format!("| {} | {} | {} |\n", escaped(one.text.as_str()), label(one.label, ui), need(one.need, ui));
    }
    for (number, draft) in answer.drafts.iter().enumerate() {
        out += &format!("\n## {}. {}\n\n", number + 1, title(draft.kind, ui));
        for line in draft.text.as_str().lines() {
            // A line of a chat stays a line.
            out += &format!("> {}\n", escaped(line));
        }
    }
    out
}

/// Words of a message that would be taken for marks of Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '<' | '>' | '`' | '[' | ']' | '#' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// For programs.
pub(super) fn json(answer: &Answer) -> String {
    let (message, understood, manners) = (&answer.message, &answer.understood, &answer.manners);
    let drafts: Vec<_> = answer
        .drafts
        .iter()
        .map(|draft| {
            // Names and a day that I put in myself repeat nothing.
            let mine = [manners.client.as_deref(), manners.me.as_deref(), manners.next_meeting.as_deref()]
                .map(Option::unwrap_or_default)
                .join(" ");
            let found = faults(draft, understood, manners.extent, Some(&mine));
            json!({
                "kind": draft.kind,
                "subject": draft.subject,
                "text": draft.text,
                "faults": found,
            })
        })
        .collect();
    let channel = match message.channel {
        Channel::Mail => "mail",
        Channel::Chat => "chat",
        Channel::Voice => "voice",
    };
    let whole = json!({
        "schema": SCHEMA,
        "lang": message.lang,
        "channel": channel,
        "from": message.from,
        "subject": message.subject,
        "sent": manners.sent.map(|sent| sent.to_string()),
        "outside_hours": manners.outside_hours(),
        "messages": message.messages,
        "wordless": message.wordless,
        "cut": message.cut,
        "sentences": understood.sentences,
        "asks": understood.asks,
        "mood": understood.mood,
        "warm": understood.warm(),
        "care": understood.care,
        "despair": understood.despair,
        "moves_work": understood.moves_work,
        "dates": understood.dates,
        "fishing": understood.fishing,
        "urgent": understood.urgent,
        "drafts": drafts,
    });
    // Keys are strings and memory takes every byte: this cannot fail.
    format!("{}\n", serde_json::to_string_pretty(&whole).unwrap_or_default())
}
