//! What can be wrong with a client, or with what was asked about one.

use jiff::civil::Date;
use segue_core::{Lang, in_russian_quotes};

/// Why a command could not do what was asked of a client.
#[derive(Debug)]
pub enum ClientFailure {
    /// A client needs a name.
    NoName,
    /// Nothing is to be kept of calls with this client.
    KeepsNothing(String),
    /// A live page has a call with the client who is to be forgotten.
    InCall,
    /// A call with the client goes on or waits, and would not be found under a new name.
    CallNotClosed,
    /// The chat that was agreed would take all of the call.
    AllChat,
    /// Nobody could be asked whether to forget.
    NothingForgotten,
    /// Nobody could be asked whether to take back what was done before a forgetting; that step.
    NothingTakenBack(String),
    /// A note was sent that gives no reason.
    NoReason(String),
    /// No client of that name; the names there are.
    Unknown(String, Vec<String>),
    /// The last call with this client went as planned.
    NoDeparture(String),
    /// No call of that day with this client departed from the plan.
    NoDepartureOn(String, Date),
    /// The reason of a departure of that day is to be given.
    ReasonWanted(String, Date),
    /// No announcement was written for this client.
    NoAnnouncement(String),
    /// A day that is still to come was given for what was said.
    NotYet,
    /// A call that is to be remembered was not held yet.
    NotHeld,
    /// No call with this client is remembered.
    NoCall(String),
    /// The last call with this client had no planned length to run over.
    NoPlan(String),
    /// The last talk with this client was written: nothing was planned of which a note could tell.
    OnlyWritten(String),
    /// No line of that name.
    NoSuchLine(String),
    /// The first day is after the last one.
    Backwards,
    /// Nobody in the call has the name of the client that it was to be remembered for, and no such client is known; the names.
    NotInTheCall(String, Vec<String>),
    /// A calendar entry needs a time.
    WhenIsIt(String),
}

/// A name as one types it into a shell.
pub fn quoted(name: &str) -> String {
    if !name.is_empty() && name.chars().all(char::is_alphanumeric) { name.to_owned() } else { format!("\"{name}\"") }
}

impl ClientFailure {
    /// What went wrong and what to do next.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::NoName => ("a client needs a name.".into(), "клиенту нужно имя.".into()),
            Self::KeepsNothing(name) => (
                format!(
                    "nothing is kept of calls with {name}, as you chose. To keep figures: segue client edit {} --keep figures",
                    quoted(name)
                ),
                format!(
                    "по вашему решению о разговорах с клиентом {name} ничего не хранится. Хранить цифры: segue client edit {} --keep figures",
                    quoted(name)
                ),
            ),
            Self::InCall => (
                "the live page has a call with them that is not closed. Close it, or forget it there, and then forget them."
                    .into(),
                "на странице есть незакрытый разговор с этим клиентом. Закройте его или удалите там, потом забудьте клиента."
                    .into(),
            ),
            Self::CallNotClosed => (
                "a call with them is not closed yet and would not find them under another name. Close it first (segue live), then rename them."
                    .into(),
                "разговор с этим клиентом ещё не закрыт и под другим именем его потеряет. Сначала закройте разговор (segue live), потом меняйте имя."
                    .into(),
            ),
            Self::AllChat => (
                "the chat at the start and the end would take the whole call. Give fewer minutes of chat, or a longer call."
                    .into(),
                "беседа в начале и в конце заняла бы весь разговор. Отведите беседе меньше минут или сделайте разговор длиннее."
                    .into(),
            ),
            Self::NothingForgotten => (
                "nothing was forgotten: nobody could be asked. Without a terminal add --yes.".into(),
                "ничего не забыто: спросить некого. Без терминала добавьте --yes.".into(),
            ),
            Self::NothingTakenBack(step) => (
                format!(
                    "what was forgotten does not come back, and nothing was taken back. The step before it: {step}. To take that one back, add --yes."
                ),
                format!(
                    "забытое не вернуть, и ничего не отменено. Предыдущее действие: {step}. Чтобы отменить его, добавьте --yes."
                ),
            ),
            Self::Unknown(name, others) if others.is_empty() => (
                format!("there is no client “{name}”, and no other client yet. To see everything at work: segue simulate FOLDER"),
                format!(
                    "клиента {} нет, и других клиентов пока нет. Посмотреть всё в работе: segue simulate ПАПКА",
                    in_russian_quotes(name)
                ),
            ),
            Self::Unknown(name, others) => (
                format!("there is no client “{name}”. There are: {}.", others.join(", ")),
                format!("клиента {} нет. Есть: {}.", in_russian_quotes(name), others.join(", ")),
            ),
            Self::NoAnnouncement(name) => (
                format!("no announcement has been written for {name} yet. Write one with: segue announce {}", quoted(name)),
                format!("{name}: объявление ещё не написано. Написать: segue announce {}", quoted(name)),
            ),
            Self::NotYet => (
                "that day is still to come. Say when it was said: --said 2026-11-26, or --said for today.".into(),
                "этот день ещё не наступил. Укажите, когда это прозвучало: --said 2026-11-26 или просто --said, если сегодня."
                    .into(),
            ),
            Self::NoReason(_) | Self::NotHeld | Self::NoDepartureOn(..) | Self::ReasonWanted(..) => self.no_such_note(),
            Self::NoCall(_) | Self::NoPlan(_) | Self::OnlyWritten(_) | Self::NoDeparture(_) => self.no_note(),
            Self::NoSuchLine(id) => (
                format!(
                    "there is no line “{id}”. Names of lines, such as en/park-client-warm-1, are on the client's card: segue client page"
                ),
                format!(
                    "реплики «{id}» нет. Имена реплик, например ru/park-client-warm-1, есть в карточке клиента: segue client page"
                ),
            ),
            Self::Backwards => (
                "the first day is after the last one. Give --from before --to.".into(),
                "первый день позже последнего. Укажите в --from день раньше, чем в --to.".into(),
            ),
            Self::NotInTheCall(name, names) => not_in_the_call(name, names),
            Self::WhenIsIt(name) => (
                format!(
                    "when is the next call with {name}? Say --when 2026-11-26T10:00, or read your calendar: segue calendar FILE.ics"
                ),
                format!(
                    "{name}: когда следующий разговор? Укажите --when 2026-11-26T10:00 или прочтите календарь: segue calendar ФАЙЛ.ics"
                ),
            ),
        };
        if ui == Lang::En { english } else { russian }
    }

    /// What is to be told before a note can be written.
    fn no_such_note(&self) -> (String, String) {
        match self {
            Self::NoReason(name) => (
                format!("a note explains: give the reason first. segue note {} --reason \"…\" --sent", quoted(name)),
                format!("письмо объясняет: сначала назовите причину. segue note {} --reason \"…\" --sent", quoted(name)),
            ),
            Self::NotHeld => (
                "that day is still to come. Say when the call was: --date 2026-11-26".into(),
                "этот день ещё не наступил. Укажите, когда был разговор: --date 2026-11-26".into(),
            ),
            Self::NoDepartureOn(name, day) => (
                format!("no call with {name} on {day} needs explaining. To see which calls do: segue trend {}", quoted(name)),
                format!("{name}: за {day} объяснять нечего. Дни, где есть что объяснить: segue trend {}", quoted(name)),
            ),
            Self::ReasonWanted(name, day) => (
                format!("give the reason: segue note {} --date {day} --reason \"…\"", quoted(name)),
                format!("назовите причину: segue note {} --date {day} --reason \"…\"", quoted(name)),
            ),
            _ => Default::default(),
        }
    }

    /// Why the last call with somebody leaves nothing to explain in a note.
    fn no_note(&self) -> (String, String) {
        let (Self::NoCall(name) | Self::NoPlan(name) | Self::OnlyWritten(name) | Self::NoDeparture(name)) = self else {
            return Default::default();
        };
        match self {
            Self::NoCall(_) => (
                format!(
                    "no call with {name} is remembered yet. To remember one: segue review FILE --client {} --remember",
                    quoted(name)
                ),
                format!("{name}: разговоров в памяти ещё нет. Запомнить: segue review ФАЙЛ --client {} --remember", quoted(name)),
            ),
            Self::NoPlan(_) => (
                format!(
                    "the last call with {name} had no planned length, so it could not run over. To agree on one: segue client edit {} --minutes 30",
                    quoted(name)
                ),
                format!(
                    "{name}: у последнего разговора не было срока, объяснять нечего. Условиться о сроке: segue client edit {} --minutes 30",
                    quoted(name)
                ),
            ),
            Self::OnlyWritten(_) => (
                format!(
                    "your last contact with {name} was in writing, and notes are about calls. How much of it was private: segue trend {}",
                    quoted(name)
                ),
                format!(
                    "{name}: в последний раз вы переписывались, а такое письмо пишут о разговорах. Сколько было личного: segue trend {}",
                    quoted(name)
                ),
            ),
            _ => (
                format!(
                    "the last call with {name} went as planned; there is nothing to explain. For an earlier call, give its date: segue note {} --date 2026-10-20",
                    quoted(name)
                ),
                format!(
                    "{name}: последний разговор прошёл по плану, объяснять нечего. Для более раннего укажите дату: segue note {} --date 2026-10-20",
                    quoted(name)
                ),
            ),
        }
    }
}

/// Nobody in a call is called as the client; who is in it, whoever may not read names is not told.
fn not_in_the_call(name: &str, names: &[String]) -> (String, String) {
    let (there, there_in_russian) = match names.join(", ") {
        none if none.is_empty() => Default::default(),
        names => (format!(" In the call: {names}."), format!(" В разговоре есть: {names}.")),
    };
    (
        format!(
            "not remembered: nobody in the call is called {name}, and no client has that name.{there} If {name} is in it all the same: segue client add {}",
            quoted(name)
        ),
        format!(
            "не сохранено: в разговоре никого не зовут {}, и такого клиента нет.{there_in_russian} Если это всё же клиент: segue client add {}",
            in_russian_quotes(name),
            quoted(name)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::ClientFailure;
    use crate::message::Failure;
    use jiff::civil::Date;
    use segue_core::Lang;

    /// A failure that was forgotten in the list of sentences was told with no words at all.
    #[test]
    fn every_failure_about_a_client_is_told_in_both_languages() {
        let name = || "Viktor".to_owned();
        for failure in [
            ClientFailure::NoName,
            ClientFailure::KeepsNothing(name()),
            ClientFailure::InCall,
            ClientFailure::CallNotClosed,
            ClientFailure::NothingForgotten,
            ClientFailure::NothingTakenBack(name()),
            ClientFailure::AllChat,
            ClientFailure::NoReason(name()),
            ClientFailure::Unknown(name(), Vec::new()),
            ClientFailure::Unknown(name(), vec!["Anna".into()]),
            ClientFailure::NoDeparture(name()),
            ClientFailure::NoDepartureOn(name(), Date::constant(2026, 10, 20)),
            ClientFailure::ReasonWanted(name(), Date::constant(2026, 10, 20)),
            ClientFailure::NoAnnouncement(name()),
            ClientFailure::NotYet,
            ClientFailure::NotHeld,
            ClientFailure::NoCall(name()),
            ClientFailure::NoPlan(name()),
            ClientFailure::OnlyWritten(name()),
            ClientFailure::NoSuchLine("nope".into()),
            ClientFailure::Backwards,
            ClientFailure::NotInTheCall(name(), vec!["Anna".into()]),
            ClientFailure::NotInTheCall(name(), Vec::new()),
            ClientFailure::WhenIsIt(name()),
        ] {
            let failure = Failure::from(failure);
            let (english, russian) = (failure.text(Lang::En), failure.text(Lang::Ru));
            assert!(english.len() > 10 && russian.len() > 10 && english != russian, "{failure:?}");
            assert_eq!(failure.exit_code(), 2);
        }
    }
}
