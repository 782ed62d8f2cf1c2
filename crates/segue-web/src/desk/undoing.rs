//! The last step: named before it is taken back, and told once it is.

use super::Desk;
use crate::state::{Screen, StepView};
use crate::texts::{ClientSay, Say};
use segue_core::Lang;
use segue_store::{Step, Undone};

impl Desk {
    /// The last step, for the pages of clients; none where it cannot be told.
    pub(super) fn last_step(&self, screen: Screen) -> Option<StepView> {
        let last = self.store.last_step().ok().flatten().filter(|_| screen == Screen::Start)?;
        let several = matches!(last.step(), Step::Several | Step::Clients);
        Some(StepView { what: in_words(&last, self.language), several, forgotten: last.forgotten_since, at: last.at })
    }

    /// Takes back the last step, if it is still the one of that moment; what was taken back, in a sentence.
    pub(super) fn undo(&mut self, of: Option<&str>) -> Result<String, Say> {
        self.between_calls()?;
        let undone = self.store.at_once(|| {
            let last = self.store.last_step()?;
            if of.is_some_and(|of| last.is_none_or(|last| last.at != of)) {
                return Err(Say::from(ClientSay::NotLast));
            }
            Ok(self.store.undo()?)
        })?;
        self.recall()?;
        Ok(undone_in_words(undone.as_ref(), self.language))
    }
}

fn undone_in_words(undone: Option<&Undone>, lang: Lang) -> String {
    match (undone, lang) {
        (None, Lang::En) => "There is nothing to take back.".to_owned(),
        (None, Lang::Ru) => "Отменять нечего.".to_owned(),
        (Some(undone), Lang::En) => format!("Taken back: {}.", in_words(undone, lang)),
        (Some(undone), Lang::Ru) => format!("Отменено: {}.", in_words(undone, lang)),
    }
}

/// What a step was, and whom it was about.
fn in_words(step: &Undone, lang: Lang) -> String {
    let text = |english: &str, russian: &str| if lang == Lang::En { english.to_owned() } else { russian.to_owned() };
    let what = match step.step() {
        Step::Several => format!("{} {}", text("the import:", "загруженное:"), all_of(step, lang)),
        Step::Clients => format!("{} {}", text("changes to", "изменения:"), all_of(step, lang)),
        Step::Call => text("the call that was remembered", "запись о разговоре"),
        Step::CallAndClient => {
            text("the call that was remembered, and the client with it", "запись о разговоре, а с ней и карточка клиента")
        }
        Step::NewClient => text("the client", "добавление клиента"),
        Step::Noted => text("what was noted about a call", "пометка о разговоре"),
        Step::Rehearsal => text("the rehearsal", "репетиция"),
        Step::Client => text("the changes to the client", "изменения в карточке"),
        Step::Lines => text("what was learned about lines", "узнанное о репликах"),
    };
    step.client.as_ref().map_or_else(|| what.clone(), |name| format!("{name}: {what}"))
}

/// How many clients and calls a step is about.
fn all_of(step: &Undone, lang: Lang) -> String {
    let some =
        [(step.clients, "client", "клиентов"), (step.calls, "call", "разговоров")].into_iter().filter(|(count, ..)| *count > 0);
    let told = some.map(|(count, english, russian)| match lang {
        Lang::En => format!("{count} {english}{}", if count == 1 { "" } else { "s" }),
        Lang::Ru => format!("{russian} {count}"),
    });
    told.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{in_words, undone_in_words};
    use segue_core::Lang;
    use segue_store::Undone;

    /// Half a year of six clients was "what was taken in of several clients".
    #[test]
    fn a_step_is_told_with_how_much_it_is() {
        let step = Undone {
            at: String::new(),
            client: None,
            clients: 0,
            calls: 0,
            noted: 0,
            rehearsals: 0,
            gone: 0,
            forgotten_since: false,
        };
        for (step, english, russian) in [
            (
                Undone { clients: 6, calls: 128, gone: 6, ..step.clone() },
                "the import: 6 clients, 128 calls",
                "загруженное: клиентов 6, разговоров 128",
            ),
            (Undone { clients: 3, ..step.clone() }, "changes to 3 clients", "изменения: клиентов 3"),
            (
                Undone { clients: 1, calls: 2, client: Some("Анна".into()), ..step.clone() },
                "Анна: the import: 1 client, 2 calls",
                "Анна: загруженное: клиентов 1, разговоров 2",
            ),
            (
                Undone { noted: 1, client: Some("Viktor".into()), ..step.clone() },
                "Viktor: what was noted about a call",
                "Viktor: пометка о разговоре",
            ),
        ] {
            assert_eq!([Lang::En, Lang::Ru].map(|lang| in_words(&step, lang)), [english, russian]);
        }
        assert_eq!(undone_in_words(None, Lang::Ru), "Отменять нечего.");
    }
}
