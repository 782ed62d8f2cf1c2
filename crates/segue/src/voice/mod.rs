//! A language model that the user runs, asked to rephrase. Off unless asked for; nothing goes to a remote address
//! before the user has seen the exact text and agreed; every answer is checked, or the text stays as it was.

mod client;

use crate::cli::VoiceModel;
use crate::message::{Failure, NotAsked};
use crate::screen::Screen;
use client::Client;
pub use client::Unanswered;
use segue_core::{Address, Lang};
use segue_phrasebook::name_for_draft;
use segue_voice::{Ask, Fault, Masked, Place, Shape, check_draft};

/// Where one's own manner comes from.
pub struct Voice {
    client: Client,
    model: String,
    samples: Vec<String>,
}

/// Why a text stays as it was.
pub enum Stays {
    /// The model gave no answer.
    Unanswered(Unanswered),
    /// Its answer may not be used.
    Faulty(Fault),
}

impl Stays {
    /// The reason, to stand after a colon.
    pub fn in_words(&self, ui: Lang) -> String {
        match self {
            Self::Unanswered(why) => why.in_words(ui),
            Self::Faulty(fault) => fault.in_words(ui),
        }
    }
}

impl Voice {
    /// The voice that was asked for. Nothing is sent yet.
    pub fn of(wanted: &VoiceModel) -> Result<Self, Failure> {
        let place = Place::parse(&wanted.at).map_err(|_| Failure::Voice(NotAsked::NoPlace(wanted.at.clone())))?;
        let model = wanted.model.clone().filter(|name| !name.trim().is_empty()).ok_or(Failure::Voice(NotAsked::WhichModel))?;
        let samples = match &wanted.samples {
            Some(path) => samples(&String::from_utf8_lossy(&crate::commands::read_file(path)?)),
            None => Vec::new(),
        };
        Ok(Self { client: Client::new(place, wanted.patience), model, samples })
    }

    /// What the user wrote, for the manner of it.
    pub fn samples(&self) -> &[String] {
        &self.samples
    }

    /// Asks for each of these, unless the user does not want it sent. Each answer is as the model gave it.
    pub fn ask(&self, asks: &[Ask<'_>], screen: &Screen) -> Result<Vec<Result<String, Unanswered>>, Failure> {
        let bodies: Vec<String> = asks.iter().map(|ask| ask.body(&self.model)).collect();
        if !self.client.place().is_local() {
            self.show(&bodies, screen);
        }
        if !self.client.place().is_local() && !screen.agrees_to_loss(&question(bodies.len(), screen)) {
            return Err(Failure::Voice(NotAsked::NotSent));
        }
        let bar = screen.progress(bodies.len() as u64, false, screen.text("Rephrasing", "Пишу по-вашему"));
        let mut answers = Vec::new();
        for body in &bodies {
            let answer = self.client.complete(body);
            // Whoever did not answer once in time, or is not there, will not for the next one either.
            let gone = matches!(answer, Err(Unanswered::Late(_) | Unanswered::Unreachable(_)));
            answers.push(answer);
            bar.inc(1);
            if gone {
                break;
            }
        }
        bar.finish_and_clear();
        if let Some(Err(last)) = answers.last().cloned() {
            answers.resize(bodies.len(), Err(last));
        }
        Ok(answers)
    }

    /// Texts of one client, each in one's own manner, or as it was where that may not be used; the reason is told.
    /// `private` is left out of what is sent: slots by name.
    pub fn drafts(
        &self,
        texts: &[&str],
        private: &[(&str, &str)],
        (lang, address): (Lang, Address),
        screen: &Screen,
    ) -> Result<Vec<String>, Failure> {
        let names = names(private);
        let private: Vec<(&str, &str)> = private.iter().copied().filter(|(name, _)| *name != NAME).collect();
        let private: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).chain(private).collect();
        let masked: Vec<Masked> = texts.iter().map(|text| Masked::of(text, &private)).collect();
        let ask = |masked| Ask { shape: Shape::Draft, lang, address, text: Masked::text(masked), samples: &self.samples };
        let asks: Vec<Ask<'_>> = masked.iter().map(ask).collect();
        let answers = self.ask(&asks, screen)?;
        let mut result = Vec::new();
        for (number, answer) in answers.into_iter().enumerate() {
            let checked = answer.map_err(Stays::Unanswered).and_then(|answer| {
                check_draft(&answer, &asks[number]).map(|()| masked[number].fill(&answer)).map_err(Stays::Faulty)
            });
            result.push(checked.unwrap_or_else(|why| {
                let stays = screen.text("The text stays as it was", "Текст остался прежним");
                screen.remark(&format!("{stays}: {}.", why.in_words(screen.ui).trim_end_matches('.')));
                texts[number].to_owned()
            }));
        }
        Ok(result)
    }

    /// Shows word for word what would be sent.
    fn show(&self, bodies: &[String], screen: &Screen) {
        let to = self.client.place().completions();
        screen.remark(&format!("{} {to}:", screen.text("This would be sent to", "Это будет отправлено на")));
        bodies.iter().for_each(|body| screen.remark(body));
    }
}

/// The slot of the client's name.
const NAME: &str = "name";

/// The client's name as letters have it, and in full: neither is sent.
fn names(private: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let full = private.iter().filter(|(name, _)| *name == NAME);
    full.flat_map(|(_, full)| [(NAME, name_for_draft(full)), ("full-name", (*full).to_owned())]).collect()
}

fn question(count: usize, screen: &Screen) -> String {
    match screen.ui {
        Lang::En => format!("Send {count} of these, as shown? What is sent can be kept there."),
        Lang::Ru => format!("Отправить как показано (запросов: {count})? Там отправленное могут сохранить."),
    }
}

/// A sample a paragraph.
fn samples(text: &str) -> Vec<String> {
    let tidy = |paragraph: &str| paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    text.replace("\r\n", "\n").split("\n\n").map(tidy).filter(|sample| !sample.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::names;
    use segue_voice::Masked;

    #[test]
    fn the_name_is_left_out_in_full_and_as_one_greets() {
        let names = names(&[("name", "Viktor Lind"), ("me", "Dana")]);
        let private: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let masked = Masked::of("Hi Viktor! The desk of Viktor Lind called.", &private);
        assert_eq!(masked.text(), "Hi {name}! The desk of {full-name} called.");
    }
}
