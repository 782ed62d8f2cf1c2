//! What can be wrong with a file, in words for people.

use segue_core::{Lang, in_russian_quotes};

/// Something wrong that did not keep the rest from being read. Carries no words of the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Bytes that are no letters in the encoding of the file.
    BadLetters,
    /// The file was written in an old encoding, named here.
    OldEncoding(&'static str),
    /// Some lines of a UTF-8 file were written in another encoding.
    OtherEncoding {
        /// Name of that encoding.
        name: &'static str,
        /// Lines in a row.
        lines: usize,
    },
    /// A time that is missing or cannot be read; it was estimated.
    Time,
    /// A time before the start of the call; it was taken for the start.
    Negative,
    /// A start before the start of the utterance before it.
    Backwards,
    /// An end before the start.
    EndBeforeStart,
    /// A cue without words.
    NoWords,
    /// An end that cannot be read.
    EndTime,
    /// The file ends in the middle.
    Cut,
    /// Words that belong to no cue; they were added to the one before.
    Stray,
    /// Lines before the first speaker that are none's words.
    Heading,
    /// Something that cannot be read was left out.
    LeftOut,
    /// An object of JSON that cannot be read.
    BrokenJson,
    /// A message of a kind that the program could not export.
    Unsupported,
    /// No times in the file; they were estimated.
    NoTimes,
    /// Times only now and then; the others were estimated.
    FewTimes,
    /// Nothing tells days from months.
    DayOrMonth {
        /// True if the day was taken to come first.
        day_first: bool,
    },
    /// Days are told as today and yesterday.
    DayWords,
    /// The file names nobody.
    NoNames,
    /// The name given as mine or the client's is not in the file.
    UnknownName {
        /// The name that was given.
        name: String,
        /// The names in the file.
        known: Vec<String>,
    },
    /// The name given as mine or the client's fits several people.
    AmbiguousName {
        /// The name that was given.
        name: String,
        /// The names it fits.
        fitting: Vec<String>,
    },
    /// Somebody took another name during the call.
    Renamed {
        /// The name at first.
        old: String,
        /// The name since.
        new: String,
    },
    /// My name and the client's lead to the same person.
    SamePerson(String),
    /// All is said under one name, and it is mine.
    OnlyMe(String),
    /// Nobody told who I am; the names in the file.
    WhoAmI(Vec<String>),
    /// More than one chat in the file; this one was taken.
    SeveralChats {
        /// Name of the chat that was read.
        taken: String,
        /// Number of the others.
        others: usize,
    },
    /// Voice messages, of which a chat has no words.
    Sounds {
        /// How many.
        count: usize,
        /// How long they are together; 0 if the file does not tell.
        seconds: u64,
    },
    /// Calls that were held during a chat.
    Calls {
        /// How many.
        count: usize,
        /// How long they were together; 0 if the file does not tell.
        seconds: u64,
    },
    /// More places with the same fault than are listed.
    AndMore {
        /// Places that are not listed.
        count: usize,
        /// Their fault.
        like: Box<Fault>,
    },
}

impl Fault {
    /// The sentence in the language of the user: what is wrong and what was done or is to do.
    pub fn text(&self, ui: Lang) -> String {
        match ui {
            Lang::En => self.english(),
            Lang::Ru => self.russian(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::BadLetters => {
                "Some characters here could not be read and were replaced; if words look wrong, save the file as UTF-8.".into()
            }
            Self::OldEncoding(name) => format!("The file is written in {name}, not in UTF-8; it was converted."),
            Self::OtherEncoding { name, lines } => {
                if *lines == 1 {
                    format!("This line is written in {name}, unlike the rest of the file; it was converted.")
                } else {
                    format!("From here on {lines} lines are written in {name}, unlike the rest of the file; they were converted.")
                }
            }
            Self::Time => "The time is missing or cannot be read; it was estimated from its neighbours.".into(),
            Self::Negative => "The time is before the start of the call; the start was used.".into(),
            Self::Backwards => "The time runs backwards here; the order of the file was kept.".into(),
            Self::EndBeforeStart => "The end is before the start; the start was used as the end.".into(),
            Self::NoWords => "There are no words here; the entry was left out.".into(),
            Self::EndTime => "The end of this entry cannot be read; it was estimated from the words.".into(),
            Self::Cut => "The file breaks off here; what came before was read. Export it again if the end matters.".into(),
            Self::Stray => "These words belong to no entry; they were added to the one before.".into(),
            Self::Heading => "The lines before the first speaker were taken for a heading and left out.".into(),
            Self::LeftOut => "This cannot be read as part of the talk and was left out.".into(),
            Self::BrokenJson => "This part of the JSON is damaged and was left out.".into(),
            Self::Unsupported => "Telegram could not export this message, so it was left out.".into(),
            Self::NoTimes => "The file has no times; they were estimated from the number of words.".into(),
            Self::FewTimes => "The file gives a time only now and then; the others were estimated from the words.".into(),
            Self::DayOrMonth { day_first } => {
                let (taken, other) = if *day_first { ("day before month", "month") } else { ("month before day", "day") };
                format!(
                    "Nothing in the file shows which number is the day and which the month; {taken} was assumed. If gaps look wrong, the {other} comes first."
                )
            }
            Self::DayWords => {
                "The file says “today” or “yesterday” instead of a date; gaps between such days may be longer.".into()
            }
            Self::NoNames => "The file does not say who speaks, so nobody can be told apart.".into(),
            Self::UnknownName { name, known } => {
                format!("Nobody in the file is called “{name}”. The names are: {}.", known.join(", "))
            }
            Self::AmbiguousName { name, fitting } => {
                format!("“{name}” fits several people: {}. Give the name in full.", fitting.join(", "))
            }
            Self::Renamed { old, new } => {
                format!(
                    "“{old}” falls silent where “{new}” begins: they were taken for one person. If they are two, say --kind group."
                )
            }
            Self::SamePerson(name) => format!("Your name and the client's both lead to “{name}”. Give one of them differently."),
            Self::OnlyMe(name) => format!(
                "Everything here is said under one name, “{name}”, so all of it counts as yours. If two people have that name, give them different names in the file."
            ),
            Self::WhoAmI(known) => format!("It is not known who you are; say it with --me. The names are: {}.", known.join(", ")),
            Self::SeveralChats { taken, others } => {
                let chats = if *others == 1 { "one more chat".to_owned() } else { format!("{others} more chats") };
                format!("The file holds {chats}; “{taken}” was read. Choose another with --client.")
            }
            Self::Sounds { count, seconds } => {
                let were = if *count == 1 { "1 voice message" } else { &format!("{count} voice messages") };
                let length = length(*seconds, ["min", "s"]);
                format!("Not heard: {were}{length}. Only what was written is counted.")
            }
            Self::Calls { count, seconds } => {
                let calls = if *count == 1 { "1 call was" } else { &format!("{count} calls were") };
                let length = length(*seconds, ["min", "s"]);
                format!("During this chat {calls} held{length}; the file has none of what was said there.")
            }
            Self::AndMore { count, like } => {
                let have = if *count == 1 { "One more place has".to_owned() } else { format!("{count} more places have") };
                format!("{have} the same fault from here on: {}", like.english())
            }
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::BadLetters => {
                "Часть байтов здесь не буквы и заменена; если слова выглядят странно, сохраните файл в UTF-8.".into()
            }
            Self::OldEncoding(name) => format!("Файл в кодировке {name}, а не UTF-8; он преобразован."),
            Self::OtherEncoding { name, lines } => {
                format!("С этой строки в кодировке {name}, а не в той, что весь файл, строк: {lines}; они преобразованы.")
            }
            Self::Time => "Времени нет или оно не читается; оно оценено по соседним репликам.".into(),
            Self::Negative => "Время раньше начала разговора; взято начало.".into(),
            Self::Backwards => "Время здесь идёт назад; порядок файла сохранён.".into(),
            Self::EndBeforeStart => "Конец раньше начала; концом взято начало.".into(),
            Self::NoWords => "Здесь нет слов; реплика пропущена.".into(),
            Self::EndTime => "Конец этой реплики не читается; он оценён по словам.".into(),
            Self::Cut => "Файл здесь обрывается; всё до этого места прочитано. Если важен конец, выгрузите файл заново.".into(),
            Self::Stray => "Эти слова не относятся ни к одной реплике; они добавлены к предыдущей.".into(),
            Self::Heading => "Строки до первого говорящего приняты за заголовок и пропущены.".into(),
            Self::LeftOut => "Это не читается как часть разговора и пропущено.".into(),
            Self::BrokenJson => "Эта часть JSON повреждена и пропущена.".into(),
            Self::Unsupported => "Telegram не смог выгрузить это сообщение; оно пропущено.".into(),
            Self::NoTimes => "В файле нет времени; оно оценено по числу слов.".into(),
            Self::FewTimes => "Время в файле указано лишь изредка; остальное оценено по числу слов.".into(),
            Self::DayOrMonth { day_first } => {
                let (taken, other) = if *day_first {
                    ("день, затем месяц", "месяц")
                } else {
                    ("месяц, затем день", "день")
                };
                format!(
                    "По файлу не отличить день от месяца; принято: {taken}. Если перерывы выглядят неверно, первым идёт {other}."
                )
            }
            Self::DayWords => "В файле вместо дат «сегодня» или «вчера»; перерывы между такими днями могут быть длиннее.".into(),
            Self::NoNames => "В файле не сказано, кто говорит, поэтому говорящих не различить.".into(),
            Self::UnknownName { name, known } => {
                format!("В файле никого не зовут {}. Имена: {}.", in_russian_quotes(name), known.join(", "))
            }
            Self::AmbiguousName { name, fitting } => {
                format!("Имя {} подходит нескольким: {}. Укажите его полностью.", in_russian_quotes(name), fitting.join(", "))
            }
            Self::Renamed { old, new } => {
                let (old, new) = (in_russian_quotes(old), in_russian_quotes(new));
                format!(
                    "{old} умолкает там, где начинает {new}: принято, что это один человек. Если их двое, укажите --kind group."
                )
            }
            Self::SamePerson(name) => {
                format!(
                    "И ваше имя, и имя клиента указывают на одного человека: {}. Укажите одно из них иначе.",
                    in_russian_quotes(name)
                )
            }
            Self::OnlyMe(name) => format!(
                "Всё здесь сказано под одним именем, {}, и потому считается вашим. Если так зовут двоих, дайте им в файле разные имена.",
                in_russian_quotes(name)
            ),
            Self::WhoAmI(known) => format!("Неизвестно, кто здесь вы; укажите --me. Имена: {}.", known.join(", ")),
            Self::SeveralChats { taken, others } => {
                format!("Других чатов в файле: {others}; прочитан «{taken}». Другой можно выбрать через --client.")
            }
            Self::Sounds { count, seconds } => {
                let length = length(*seconds, ["мин", "с"]);
                format!("Голосовые сообщения не прослушаны: {count}{length}. Учтено только написанное.")
            }
            Self::Calls { count, seconds } => {
                let length = length(*seconds, ["мин", "с"]);
                format!("Звонков за время переписки: {count}{length}; того, что в них говорили, в файле нет.")
            }
            Self::AndMore { count, like } => format!("Отсюда и далее мест с той же ошибкой: {count}. {}", like.russian()),
        }
    }
}

/// A length in brackets, to the minute; nothing if it is not known.
fn length(seconds: u64, [minutes, shorter]: [&str; 2]) -> String {
    match seconds {
        0 => String::new(),
        1..60 => format!(" ({seconds} {shorter})"),
        _ => format!(" ({} {minutes})", (seconds + 30) / 60),
    }
}
