//! What an assistant asked for and may not have.

use super::system;
use segue_core::Lang;
use std::path::PathBuf;

/// Why an assistant does not get what it asked for.
#[derive(Debug)]
pub enum Refusal {
    /// Text and a path were given, or neither.
    TextOrPath,
    /// A path outside the folders that the user named.
    OutsideFolders(PathBuf),
    /// The user did not allow writing.
    Writing,
    /// Figures are remembered for a client, and none was named.
    NoClient,
    /// An argument that cannot be as it is.
    NotPossible(String),
    /// An argument that is needed.
    Missing(String),
    /// An argument that the tool does not know; those that it knows.
    NoSuchArgument(String, Vec<String>),
    /// segue broke off over it; why is not told, since that can quote the talk.
    Broke,
    /// It could not be served at all.
    Serving(String),
}

/// Why it may not, and what to do next.
pub(super) fn refusal_text(refusal: &Refusal, ui: Lang) -> String {
    let (english, russian) = match refusal {
        Refusal::TextOrPath => (
            "give either `text` (the whole transcript) or `path` (a file).".into(),
            "передайте либо `text` (весь текст разговора), либо `path` (файл).".into(),
        ),
        Refusal::OutsideFolders(path) => (
            format!(
                "“{}” is not in a folder that may be read; the user names one with: segue mcp --folder FOLDER.",
                path.display()
            ),
            format!("«{}» вне папок, которые можно читать; их называет пользователь: segue mcp --folder ПАПКА.", path.display()),
        ),
        Refusal::Serving(what) => (
            format!("the assistant cannot be served: {what}. This program is started by an assistant: see docs/mcp.md."),
            format!("связи с ассистентом нет: {}. Эту программу запускает ассистент: см. docs/mcp.md.", system::of_text(what)),
        ),
        Refusal::Broke => (
            "segue failed on this, through a fault of its own. Nothing else was affected; try another file or text.".into(),
            "при обработке произошёл сбой по вине segue. Остальное не пострадало; попробуйте другой файл или текст.".into(),
        ),
        Refusal::Writing => (
            "nothing may be remembered until the user allows it: segue mcp --allow-writing.".into(),
            "запоминать нельзя, пока пользователь не разрешит: segue mcp --allow-writing.".into(),
        ),
        Refusal::NoClient => (
            "figures are remembered for a client: name one in `client`.".into(),
            "цифры запоминаются для клиента: назовите его в `client`.".into(),
        ),
        Refusal::NotPossible(what) => (
            format!("`{what}` cannot have this value: see its description."),
            format!("`{what}`: такое значение не подходит, см. описание."),
        ),
        Refusal::Missing(what) => (format!("`{what}` is needed."), format!("нужен аргумент `{what}`.")),
        Refusal::NoSuchArgument(what, known) => {
            let known = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
            (
                format!("there is no argument `{what}`; the arguments are {known}."),
                format!("аргумента `{what}` нет; есть: {known}."),
            )
        }
    };
    if ui == Lang::En { english } else { russian }
}
