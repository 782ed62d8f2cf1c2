//! Why an answer is not used.

use segue_core::Lang;
use segue_phrasebook::LineFault;

/// Why an answer of the language model is not used.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It has no words.
    Empty,
    /// It is faulty as a line: too long to say, in wording that may hurt, there already…
    Line(LineFault),
    /// A line must be one line.
    MoreThanALine,
    /// It is much longer than the text.
    TooLong,
    /// It is much shorter than the text.
    TooShort,
    /// It is in another language.
    Language,
    /// It has the other form of address.
    Address,
    /// It lost or added a slot.
    Slots,
    /// A number that was not there.
    Number(String),
    /// A date that was not there.
    Date(String),
    /// A name that was not there.
    Name(String),
    /// Something stated that was not there.
    Claim(String),
    /// A number that was there is gone.
    Lost(String),
    /// A promise.
    Promise(String),
    /// An excuse that was not there.
    Excuse,
    /// It asks more than the text does.
    Asks,
    /// It invites more talk.
    AsksForMore(String),
    /// It brushes off.
    Curt,
    /// The label model takes it for private talk, or does not see it bring the talk back.
    Private,
    /// The announcement is no longer recognised as one.
    NotAnnounced,
}

impl Fault {
    /// The reason in a few words, to stand after "not used:".
    pub fn in_words(&self, lang: Lang) -> String {
        let quoted = |en: &str, ru: &str, what: &str| match lang {
            Lang::En => format!("{en} “{what}”"),
            Lang::Ru => format!("{ru} «{what}»"),
        };
        let (en, ru) = match self {
            Self::Line(fault) => return fault.in_words(lang),
            Self::Number(what) => return quoted("it adds the number", "добавлено число", what),
            Self::Date(what) => return quoted("it adds the date", "добавлена дата", what),
            Self::Name(what) => return quoted("it adds the name", "добавлено имя", what),
            Self::Claim(what) => return quoted("it states something new:", "утверждается новое:", what),
            Self::Lost(what) => return quoted("it leaves out", "пропало", what),
            Self::Promise(what) => return quoted("it promises something:", "обещание:", what),
            Self::AsksForMore(what) => return quoted("it invites more talk:", "приглашает говорить дальше:", what),
            Self::Empty => ("it has no words", "в нём нет слов"),
            Self::MoreThanALine => ("it is more than one line", "это больше одной реплики"),
            Self::TooLong => ("it is much longer than the text", "он намного длиннее текста"),
            Self::TooShort => ("it is much shorter than the text", "он намного короче текста"),
            Self::Language => ("it is in another language", "он на другом языке"),
            Self::Address => ("it has the other form of address", "в нём другое обращение"),
            Self::Slots => ("it changes what stands in braces", "изменено то, что в фигурных скобках"),
            Self::Excuse => ("it makes an excuse", "в нём отговорка"),
            Self::Asks => ("it asks more than the text does", "в нём больше вопросов, чем в тексте"),
            Self::Curt => ("it brushes off", "он отмахивается"),
            Self::Private => ("it does not lead back to the work", "он не ведёт к работе"),
            Self::NotAnnounced => ("the boundary is no longer named", "граница больше не названа"),
        };
        if lang == Lang::En { en } else { ru }.to_owned()
    }
}
