//! Why a file cannot be read at all, in words for people.

use segue_core::{Lang, Source};

/// Nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub enum ReadError {
    /// No bytes, or only white space.
    Empty,
    /// A recording or a film: it is for the recogniser of speech.
    LooksLikeSound,
    /// Neither text nor sound.
    NotText,
    /// A file of another kind that may hold a transcript inside.
    OtherFormat(Wrapping),
    /// A mail: it is answered, not reviewed.
    Mail,
    /// Text without a single utterance.
    NothingReadable {
        /// What it was taken for.
        taken_for: Source,
    },
    /// Not a labelled call: its first line is no head.
    NotLabelled,
}

/// What a transcript may be wrapped in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// A ZIP archive, as `WhatsApp` on an iPhone sends it; also a Word document.
    Zip,
    /// A PDF document.
    Pdf,
    /// A web page.
    Html,
    /// A compressed file (gzip, 7z, RAR, xz, bzip2, Zstandard).
    Compressed,
}

impl ReadError {
    /// The sentences: what is wrong and what to do.
    pub fn text(&self, ui: Lang) -> String {
        let (english, russian) = match self {
            Self::Empty => ("the file is empty. Export the call again.", "файл пуст. Выгрузите разговор заново."),
            Self::LooksLikeSound => (
                "this is a recording, not a transcript. Use: segue review FILE --lang en",
                "это запись, а не текст разговора. Её нужно распознать.",
            ),
            Self::NotText => (
                "this is neither text nor sound that can be read. Give a transcript (vtt, srt, txt, json), a chat export or a recording.",
                "это не текст и не звук, которые можно прочитать. Нужен текст разговора (vtt, srt, txt, json), выгрузка чата или запись.",
            ),
            Self::Mail => (
                "this is mail, and a review is of calls and chats. Use: segue reply FILE",
                "это письмо, а разбираются звонки и чаты. Используйте: segue reply ФАЙЛ",
            ),
            Self::OtherFormat(Wrapping::Zip) => (
                "this is an archive or a Word document. Unpack it and give the text file inside, or save the document as plain text.",
                "это архив или документ Word. Распакуйте его и укажите текстовый файл внутри или сохраните документ как простой текст.",
            ),
            Self::OtherFormat(Wrapping::Pdf) => (
                "this is a PDF document. Export the transcript as text or VTT instead.",
                "это документ PDF. Выгрузите разговор как текст или VTT.",
            ),
            Self::OtherFormat(Wrapping::Html) => (
                "this is a web page. Export the chat or the transcript as JSON, text or VTT instead.",
                "это веб-страница. Выгрузите чат или разговор как JSON, текст или VTT.",
            ),
            Self::OtherFormat(Wrapping::Compressed) => (
                "this is a compressed file. Unpack it and give the file inside.",
                "это сжатый файл. Распакуйте его и укажите файл внутри.",
            ),
            Self::NothingReadable { taken_for: Source::Whisper } => (
                "this JSON has no list of what was said that segue knows. Export the transcript as VTT, SRT or text instead.",
                "в этом JSON нет списка сказанного в известном виде. Выгрузите разговор как VTT, SRT или текст.",
            ),
            Self::NothingReadable { .. } => (
                "nobody says anything in this file. Give a transcript with words in it, a chat export or a recording.",
                "в этом файле никто ничего не говорит. Нужен текст разговора со словами, выгрузка чата или запись.",
            ),
            Self::NotLabelled => (
                "this is not a labelled call: its first line is not the head of one. See the guide beside the calls.",
                "это не размеченный разговор: первая строка не его заголовок. См. руководство рядом с разговорами.",
            ),
        };
        if ui == Lang::En { english } else { russian }.to_owned()
    }
}
