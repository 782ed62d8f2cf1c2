//! The sentences that the server says to the user, in both languages.

mod clients;

pub(crate) use clients::{ChatField, ClientSay, LineList};
use segue_core::Lang;
use segue_store::StoreError;

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Say {
    NoCall,
    CallRuns,
    NoDebrief,
    NoNote,
    NoMoment,
    NoRehearsal,
    NobodyOfThatName,
    NobodyToKeepItFor,
    NothingToResume,
    CannotWrite,
    CannotRead,
    MinutesOutOfRange,
    NoSuchPlace,
    NoModel,
    NoModelToPractise,
    NotHeardInPractice,
    NotOverYet,
    MicrophoneLost,
    OtherSideLost,
    MicrophoneBack,
    OtherSideBack,
    EarsFailed,
    NoMicrophone,
    NoSpeakers,
    SpeakersLost,
    NotListening,
    Slept(f64),
    WentOn(f64),
    GoesOn,
    EndedTooLongAgo,
    Discarded,
    NobodyEnded,
    CutOffWaits,
    CutOffUnreadable,
    Behind,
    /// The minutes of the items, and those of the call.
    AgendaTooLong(f64, f64),
    /// Between calls, about a client.
    Client(ClientSay),
}

impl Say {
    /// The field of a client's card that it is about, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::MinutesOutOfRange => Some("minutes"),
            Self::Client(say) => say.field(),
            _ => None,
        }
    }

    /// True if it tells that what is remembered could not be read or written.
    pub fn is_of_store(&self) -> bool {
        matches!(self, Self::CannotRead | Self::CannotWrite | Self::Client(ClientSay::StoreBusy))
    }

    /// What to say of an error that came while reading.
    pub fn unread(error: StoreError) -> Self {
        match Self::from(error) {
            Self::CannotWrite => Self::CannotRead,
            other => other,
        }
    }

    pub fn text(self, lang: Lang) -> String {
        let (english, russian) = match self {
            Self::NoCall => ("There is no call under way. Begin one first.", "Разговор не идёт. Сначала начните его."),
            Self::CallRuns => ("A call is under way already. End it first.", "Разговор уже идёт. Сначала завершите его."),
            Self::NoDebrief => ("There is no debrief to show.", "Разбора пока нет."),
            Self::NoNote => (
                "This was within what was agreed; the client needs no note about it.",
                "Это в пределах условленного: писать об этом клиенту незачем.",
            ),
            Self::NoMoment => ("It is not known yet when this call is.", "Пока неизвестно, когда этот разговор."),
            Self::NoRehearsal => ("There is no rehearsal under way.", "Репетиция не идёт."),
            Self::NobodyOfThatName => ("There is nobody by that name to practise with.", "С таким именем никого нет."),
            Self::NothingToResume => ("There is no call that was cut off.", "Прерванного разговора нет."),
            Self::CannotWrite => (
                "The data folder cannot be written to. The call goes on; check the disk and the folder.",
                "В папку с данными не пишется. Разговор продолжается; проверьте диск и папку.",
            ),
            Self::CannotRead => {
                ("Your data cannot be read. Check the data folder.", "Сохранённое не читается. Проверьте папку с данными.")
            }
            Self::MinutesOutOfRange => ("Give minutes from 1 to 1440, or none.", "Укажите от 1 до 1440 минут или ничего."),
            Self::NoSuchPlace => ("There is no such place in this call.", "Такого места в разговоре нет."),
            Self::NoModel => (
                "There is no model for recognising speech, so segue cannot listen. The keys, the clock and the agenda work. Fetch the model with: segue models fetch",
                "Модели для распознавания речи нет, поэтому слушать нечем. Клавиши, часы и повестка работают. Скачать модель: segue models fetch",
            ),
            Self::NoModelToPractise => (
                "There is no model for recognising speech. Type your answers, or fetch the model with: segue models fetch",
                "Модели для распознавания речи нет. Пишите ответы или скачайте модель: segue models fetch",
            ),
            Self::NotHeardInPractice => ("Listening failed. Type your answers.", "Слушать не получается. Пишите ответы."),
            Self::NotOverYet => ("The call is not over yet.", "Разговор ещё не окончен."),
            Self::MicrophoneLost => {
                ("The microphone was lost; the keys go on working.", "Микрофон пропал; клавиши продолжают работать.")
            }
            Self::OtherSideLost => (
                "The sound of the other side was lost; share it again. The keys go on working.",
                "Звук собеседника пропал; поделитесь им снова. Клавиши продолжают работать.",
            ),
            Self::MicrophoneBack => ("The microphone is back.", "Микрофон снова слышен."),
            Self::OtherSideBack => ("The sound of the other side is back.", "Собеседник снова слышен."),
            Self::EarsFailed => {
                ("Listening failed; the keys go on working.", "Слушать не получается; клавиши продолжают работать.")
            }
            Self::NoMicrophone => (
                "No microphone can be heard; segue keeps looking for one. The keys work.",
                "Микрофона на этом компьютере не слышно; segue продолжает его искать. Клавиши работают.",
            ),
            Self::NoSpeakers => (
                "This computer does not let segue hear what its speakers play, so the other side cannot be heard. Choose the browser to share the call's tab.",
                "Этот компьютер не даёт слышать то, что играют его динамики, поэтому собеседника не слышно. Выберите браузер и поделитесь вкладкой разговора.",
            ),
            Self::SpeakersLost => (
                "The sound of the speakers was lost; segue keeps looking for it. The keys go on working.",
                "Звук динамиков пропал; segue продолжает его искать. Клавиши продолжают работать.",
            ),
            Self::NotListening => (
                "Listening is off, as the client wished. The keys work.",
                "segue больше не слушает: так просит клиент. Клавиши работают.",
            ),
            Self::Behind => (
                "Recognition cannot keep up, so some speech is skipped. The keys work.",
                "Распознавание не успевает, часть речи пропущена. Клавиши работают.",
            ),
            Self::GoesOn => ("The call goes on.", "Разговор продолжается."),
            Self::EndedTooLongAgo => (
                "This call ended too long ago to go on with. Begin a new one.",
                "Этот разговор закончился слишком давно, продолжить его нельзя. Начните новый.",
            ),
            Self::Discarded => {
                ("The call is forgotten; nothing of it was kept.", "Разговор удалён, ничего из него не сохранилось.")
            }
            Self::NobodyEnded => (
                "Nobody ended this call, so it was ended at the last sign of it.",
                "Этот разговор никто не завершил, поэтому он закончен там, где ещё подавал признаки жизни.",
            ),
            Self::NobodyToKeepItFor => (
                "Nothing was kept: no client by that name is remembered.",
                "Ничего не сохранено: клиента с таким именем в памяти нет.",
            ),
            Self::CutOffWaits => (
                "A call that was cut off is still waiting above. Go on with it, end it or forget it first.",
                "Прерванный разговор ещё ждёт, он вверху. Сначала продолжите его, закончите или удалите.",
            ),
            Self::CutOffUnreadable => (
                "What was written down of a call that was cut off cannot be read by this version of segue. A newer one may read it; to begin another call, forget it above first.",
                "Запись прерванного разговора эта версия segue прочесть не может; возможно, прочтёт более новая. Чтобы начать другой разговор, сначала удалите её (она вверху).",
            ),
            Self::Slept(seconds) => return slept(seconds, lang),
            Self::WentOn(seconds) => return went_on(seconds, lang),
            Self::AgendaTooLong(needed, minutes) => return agenda_too_long(needed, minutes, lang),
            Self::Client(say) => return say.text(lang),
        };
        if lang == Lang::En { english.to_owned() } else { russian.to_owned() }
    }
}

fn slept(seconds: f64, lang: Lang) -> String {
    let minutes = (seconds / 60.0).round().max(1.0);
    match lang {
        Lang::En => format!("The computer slept for about {minutes:.0} min; the call goes on."),
        Lang::Ru => format!("Компьютер спал около {minutes:.0} мин; разговор продолжается."),
    }
}

fn went_on(seconds: f64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("segue was away for {seconds:.0} s; the call goes on."),
        Lang::Ru => format!("segue не работала {seconds:.0} с; разговор продолжается."),
    }
}

fn agenda_too_long(needed: f64, minutes: f64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("The agenda items take {needed:.0} min, and the call is {minutes:.0} min long."),
        Lang::Ru => format!("На пункты нужно {needed:.0} мин, а на разговор отведено {minutes:.0}."),
    }
}
