//! Why many files at once were not, or not all, looked at.

use segue_core::Lang;

/// What many files lack.
#[derive(Debug)]
pub enum FilesFailure {
    /// Many debriefs need a folder to go into.
    NoFolder,
    /// There is nothing to look at.
    NothingThere,
    /// Some have a fault.
    SomeFailed {
        /// How many.
        failed: usize,
        /// How many were looked at.
        done: usize,
    },
}

impl FilesFailure {
    /// What went wrong and what to do next.
    pub fn text(&self, ui: Lang) -> String {
        match (self, ui) {
            (Self::NoFolder, Lang::En) => {
                "several debriefs need a folder to go into. Name one, new or not: --output FOLDER".into()
            }
            (Self::NoFolder, Lang::Ru) => {
                "для нескольких разборов нужна папка. Укажите её, новую или готовую: --output ПАПКА".into()
            }
            (Self::NothingThere, Lang::En) => "there are no transcripts, chats or recordings in that folder.".into(),
            (Self::NothingThere, Lang::Ru) => "в этой папке нет ни расшифровок, ни чатов, ни записей.".into(),
            (Self::SomeFailed { failed, done }, Lang::En) => format!("files that failed: {failed} (see above). Done: {done}."),
            (Self::SomeFailed { failed, done }, Lang::Ru) => {
                format!("файлов с ошибкой: {failed} (причины выше). Сделано: {done}.")
            }
        }
    }
}
