//! What is said between calls, about clients.

use segue_core::{Lang, Rung};
use segue_phrasebook::ChangeError;
use segue_store::StoreError;

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ClientSay {
    NoName,
    NameTaken,
    NoSuchClient,
    NotSure,
    StoreBusy,
    ChatOutOfRange(ChatField),
    AllChat,
    NoHours,
    GraceOutOfRange,
    ExceptionsOutOfRange,
    NoRate,
    NoRung,
    NoSuchLine(LineList, String),
    NotLast,
    NoAnnouncement,
    NoDeparture,
    CutOffWaits,
    OwnLine(ChangeError),
}

/// Where on a card minutes of chat stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChatField {
    Start,
    End,
}

/// A list of lines on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineList {
    Preferred,
    Banned,
}

impl ClientSay {
    /// The field of the card that it is about, by its name there; nothing if it is about none.
    pub fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoName | Self::NameTaken => "name",
            Self::ChatOutOfRange(ChatField::Start) => "chat_at_start",
            Self::ChatOutOfRange(ChatField::End) | Self::AllChat => "chat_at_end",
            Self::NoHours => "hours",
            Self::GraceOutOfRange => "grace",
            Self::ExceptionsOutOfRange => "exceptions",
            Self::NoRate => "rate",
            Self::NoRung | Self::OwnLine(_) => "own",
            Self::NoSuchLine(LineList::Preferred, _) => "preferred",
            Self::NoSuchLine(LineList::Banned, _) => "banned",
            _ => return None,
        })
    }

    pub fn text(self, lang: Lang) -> String {
        let (english, russian) = match self {
            Self::NoName => ("A client needs a name.", "Клиенту нужно имя."),
            Self::NameTaken => ("Another client has that name already.", "Другой клиент уже носит это имя."),
            Self::NoSuchClient => ("There is no such client.", "Такого клиента нет."),
            Self::NotSure => {
                ("Type the client's name to forget them for good.", "Чтобы забыть клиента навсегда, введите его имя.")
            }
            Self::StoreBusy => (
                "Another segue is using your data. Wait until it is done, or close it, then try again.",
                "С вашими данными сейчас работает другая segue. Подождите, пока она закончит, или завершите её и повторите.",
            ),
            Self::ChatOutOfRange(_) => ("Give minutes of chat from 0 to 240.", "Укажите от 0 до 240 минут беседы."),
            Self::AllChat => (
                "The chat at the start and the end would take the whole call. Give fewer minutes of chat, or a longer call.",
                "Беседа в начале и в конце заняла бы весь разговор. Отведите беседе меньше минут или сделайте разговор длиннее.",
            ),
            Self::NoHours => (
                "Give office hours as days and hours, such as “mon-fri 9-18”, or nothing.",
                "Укажите дни и часы, когда вы отвечаете, например «пн-пт 9-18», или оставьте поле пустым.",
            ),
            Self::GraceOutOfRange => ("Give seconds from 0 to 600, or none.", "Укажите от 0 до 600 секунд или ничего."),
            Self::ExceptionsOutOfRange => {
                ("Give 0 to 5 exceptions in five calls.", "Укажите от 0 до 5 исключений на пять разговоров.")
            }
            Self::NoRate => {
                ("Give an amount per hour, such as 60, 60 € or $85.", "Укажите сумму за час, например 60, 60 € или 2500 ₽.")
            }
            Self::NoRung => {
                let names = Rung::ALL.map(Rung::name).join(", ");
                return match lang {
                    Lang::En => format!("Begin each line of your own with its moment and a colon: {names}."),
                    Lang::Ru => format!("Начните каждую свою реплику с момента и двоеточия: {names}."),
                };
            }
            Self::NoSuchLine(_, id) => {
                return match lang {
                    Lang::En => {
                        format!("There is no line “{id}”. “All lines and their names” on the card shows which there are.")
                    }
                    Lang::Ru => {
                        format!("Реплики «{id}» нет. Какие есть, видно по ссылке «Все реплики и их имена» в карточке.")
                    }
                };
            }
            Self::NotLast => (
                "Something else has been done since. See what the last step is now.",
                "С тех пор сделано что-то ещё. Посмотрите, какое действие теперь последнее.",
            ),
            Self::OwnLine(fault) => return fault.in_words(lang),
            Self::NoAnnouncement => {
                ("No announcement has been written for this client yet.", "Объявление этому клиенту ещё не написано.")
            }
            Self::NoDeparture => (
                "The last call with this client went as planned; there is nothing to explain.",
                "Последний разговор с этим клиентом прошёл по плану, объяснять нечего.",
            ),
            Self::CutOffWaits => (
                "A call with this client was cut off. Go on with it or forget it first.",
                "Разговор с этим клиентом прервался. Сначала продолжите его или забудьте.",
            ),
        };
        if lang == Lang::En { english.to_owned() } else { russian.to_owned() }
    }
}

impl From<ClientSay> for super::Say {
    fn from(say: ClientSay) -> Self {
        Self::Client(say)
    }
}

impl From<StoreError> for super::Say {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoSuchClient => ClientSay::NoSuchClient.into(),
            StoreError::NameTaken => ClientSay::NameTaken.into(),
            StoreError::Busy => ClientSay::StoreBusy.into(),
            _ => Self::CannotWrite,
        }
    }
}
