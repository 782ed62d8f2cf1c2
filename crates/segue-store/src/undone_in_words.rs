//! A step in words, for the command and the page that name it before it is taken back.

use crate::{Step, Undone};
use segue_core::Lang;

impl Undone {
    /// What the step was, and whom it was about.
    pub fn in_words(&self, lang: Lang) -> String {
        let (english, russian) = match self.step() {
            Step::Several => return self.whose(&self.how_many(lang)),
            Step::Clients => {
                return match lang {
                    Lang::En => format!("the changes to {}", many(self.clients, "client")),
                    Lang::Ru => format!("изменения в карточках клиентов ({})", self.clients),
                };
            }
            Step::Call => ("the call that was remembered", "запись о разговоре"),
            Step::CallAndClient => {
                ("the call that was remembered, and the client with it", "запись о разговоре, а с ней и карточка клиента")
            }
            Step::NewClient => ("the client", "добавление клиента"),
            Step::Noted => ("what was noted about a call", "пометка о разговоре"),
            Step::Rehearsal => ("the rehearsal", "репетиция"),
            Step::Client => ("the changes to the client", "изменения в карточке"),
            Step::Lines => ("what was learned about lines", "узнанное о репликах"),
        };
        self.whose(match lang {
            Lang::En => english,
            Lang::Ru => russian,
        })
    }

    /// The sentence that says that it was taken back.
    pub fn taken_back(&self, lang: Lang) -> String {
        taken_back(&self.in_words(lang), lang)
    }

    fn whose(&self, what: &str) -> String {
        self.client.as_ref().map_or_else(|| what.to_owned(), |name| format!("{name}: {what}"))
    }

    /// How many clients and calls it is about: an import, or several files that were remembered together. Who is named is not
    /// counted.
    fn how_many(&self, lang: Lang) -> String {
        let clients = if self.client.is_some() { 0 } else { self.clients };
        let counted = [(clients, "client", "карточки клиентов"), (self.calls, "call", "записи о разговорах")];
        let told = counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, english, russian)| match lang {
            Lang::En => many(count, english),
            Lang::Ru => format!("{russian} ({count})"),
        });
        told.collect::<Vec<_>>().join(", ")
    }
}

/// The sentence that says that a step was taken back, however it is told.
pub fn taken_back(told: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Taken back: {told}."),
        Lang::Ru => format!("Отменено: {told}."),
    }
}

/// The sentence that says that there is no step to take back.
pub fn nothing_to_take_back(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "There is nothing to take back.",
        Lang::Ru => "Отменять нечего.",
    }
}

/// So many of them, in English.
fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use crate::Undone;
    use segue_core::Lang;

    /// Half a year of six clients was "what was taken in of several clients", and three files of one client "the import" on the page.
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
                "6 clients, 128 calls",
                "карточки клиентов (6), записи о разговорах (128)",
            ),
            (Undone { clients: 2, gone: 1, ..step.clone() }, "2 clients", "карточки клиентов (2)"),
            (Undone { clients: 3, ..step.clone() }, "the changes to 3 clients", "изменения в карточках клиентов (3)"),
            (
                Undone { clients: 1, calls: 2, client: Some("Анна".into()), ..step.clone() },
                "Анна: 2 calls",
                "Анна: записи о разговорах (2)",
            ),
            (
                Undone { noted: 1, client: Some("Viktor".into()), ..step.clone() },
                "Viktor: what was noted about a call",
                "Viktor: пометка о разговоре",
            ),
        ] {
            assert_eq!([Lang::En, Lang::Ru].map(|lang| step.in_words(lang)), [english, russian]);
            assert_eq!(step.taken_back(Lang::En), format!("Taken back: {english}."));
        }
    }
}
