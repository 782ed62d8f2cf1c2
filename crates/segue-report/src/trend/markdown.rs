//! The trend as Markdown with front matter, for notes.

use super::amounts::{day, holding_share, money, name};
use super::page::Book;
use super::sentences;
use super::wording::Say;
use crate::markdown::escape;
use crate::wording::{Texts, readable, sentence};
use segue_core::Lang;
use segue_weeks::{ClientTrend, Trend};

/// Exceptions that are listed.
const EXCEPTIONS: usize = 10;

pub(super) fn render(trend: &Trend, ui: Lang, book: Book) -> String {
    let texts = Texts::of(ui);
    let mut head = vec![
        ("from", trend.from.to_string()),
        ("to", trend.today.to_string()),
        ("calls", trend.figures.calls.to_string()),
        ("private_minutes", format!("{:.0}", trend.figures.private_minutes)),
        ("tags", "[segue, trend]".to_owned()),
    ];
    if let [only] = trend.clients.as_slice() {
        head.insert(0, ("client", quoted(&only.client.name)));
    }
    let mut blocks = vec![
        format!("# {}", escape(&sentences::headline(texts, trend))),
        format!("*{}*", escape(&sentences::facts(texts, trend).join(" · "))),
    ];
    blocks.extend(sentences::cost(texts, &trend.figures).map(|cost| escape(&cost)));
    if trend.clients.len() > 1 {
        for (title, told) in sentences::recent_weeks(texts, trend) {
            blocks.push(format!("## {}", escape(&texts.say(title))));
            blocks.push(list(told));
        }
    }
    for client in &trend.clients {
        blocks.push(format!("## {}", escape(&name(texts, &client.client.name))));
        blocks.extend(one(texts, client, book));
    }
    if trend.figures.calls > 0 {
        blocks.push(format!("*{}*", escape(&texts.say(Say::HoldingFormula))));
    }
    format!("{}{}\n", front_matter(&head), blocks.join("\n\n").replace('\u{a0}', " "))
}

fn one(texts: &Texts, client: &ClientTrend, book: Book) -> Vec<String> {
    let mut facts = vec![
        (Say::ClientsCall, sentences::now(texts, client)),
        (Say::ClientsHolding, holding_share(texts, client.holding)),
        (Say::ClientsExceptions, sentences::exceptions_of(texts, client)),
    ];
    if !client.figures.money.is_empty() {
        facts.push((Say::NumberCost, money(texts, &client.figures.money)));
    }
    let facts = facts.into_iter().map(|(head, value)| format!("{}: {value}", sentence(&texts.say(head))));
    let mut blocks = vec![list(facts)];
    blocks.push(format!("**{}.** {}", texts.say(Say::NextTitle), escape(&sentences::step(texts, client))));
    blocks.extend(
        [sentences::flexible(texts, client), sentences::curt(texts, client)].into_iter().flatten().map(|text| escape(&text)),
    );
    let who = sentences::who(texts, client);
    blocks.extend((!who.is_empty()).then(|| escape(&who.join(" "))));
    blocks.extend(sentences::returned(texts, &client.figures).map(|text| escape(&text)));
    blocks.extend(sentences::announced(texts, client).map(|text| escape(&text)));
    if !client.lines.is_empty() {
        blocks.push(format!("### {}", escape(&texts.say(Say::LinesTitle))));
        blocks.push(list(
            client.lines.iter().take(3).map(|effect| sentences::line(texts, effect, book, client.client.boundary.address)),
        ));
    }
    let (exceptions, more) = (sentences::exceptions(client), sentences::exceptions_more(texts, client, EXCEPTIONS));
    if !exceptions.is_empty() {
        blocks.push(format!("### {}", escape(&texts.say(Say::ExceptionsTitle))));
        blocks.push(list(exceptions.into_iter().take(EXCEPTIONS).map(|(date, exception)| {
            let (what, told) = sentences::exception(texts, exception);
            format!("{}: {what} ({told})", day(texts, date))
        })));
        blocks.extend(more.map(|text| escape(&text)));
    }
    blocks
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().map(|item| format!("- {}", escape(&item))).collect::<Vec<_>>().join("\n")
}

/// A note to a client: its lines stay lines.
pub(super) fn note(subject: &str, body: &str, client: &str, lang: Lang) -> String {
    let head = [
        ("client", quoted(client)),
        ("subject", quoted(subject)),
        ("lang", lang.code().to_owned()),
        ("tags", "[segue, note]".to_owned()),
    ];
    let paragraphs = body.split("\n\n").map(|paragraph| paragraph.lines().map(escape).collect::<Vec<_>>().join("  \n"));
    let title = if subject.is_empty() { String::new() } else { format!("# {}\n\n", escape(subject)) };
    format!("{}{title}{}\n", front_matter(&head), paragraphs.collect::<Vec<_>>().join("\n\n"))
}

/// The block that Obsidian, Jekyll, Hugo and others read as properties of a note.
pub(super) fn front_matter(fields: &[(&str, String)]) -> String {
    let fields: String = fields.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    format!("---\n{fields}---\n\n")
}

/// A text as YAML can only read as a text.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", readable(text).replace('\\', "\\\\").replace('"', "\\\""))
}
