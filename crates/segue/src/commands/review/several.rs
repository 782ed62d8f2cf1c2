//! Many files at once: a debrief each into a folder, and all side by side on the screen.

use super::look::Looked;
use super::{Among, bytes_of, look, remember, strangers, when, written};
use crate::cli::{FormatArg, Review};
use crate::message::{Failure, FilesFailure};
use crate::private;
use crate::screen::Screen;
use segue_core::debrief::Debrief;
use segue_core::{Lang, Timing};
use segue_report::CallLine;
use segue_transcript::{FileKind, ReadError, Wrapping, sniff};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file to look at.
struct File {
    path: PathBuf,
    /// Where it lies in the folder that was named; of a file that was named, its name.
    place: PathBuf,
    /// True if it was named itself, and did not just lie in a folder.
    named: bool,
}

/// Looks at all files, and at those in folders, in the order of their days. What cannot be read is told, and the rest is done.
pub(super) fn run(paths: &[PathBuf], arguments: &Review, screen: &Screen) -> Result<(), Failure> {
    let folder = arguments.output.as_deref();
    if folder.is_none() && arguments.format != FormatArg::Text {
        return Err(FilesFailure::NoFolder.into());
    }
    let files = files(paths, folder, screen);
    let (mut lines, mut failed, mut others, mut remembered) = (Vec::new(), 0, 0, Vec::new());
    let mut taken = HashSet::new();
    for (number, file) in files.iter().enumerate() {
        let name = file.place.display().to_string();
        let screen = screen.at(format!("{}/{} {name}", number + 1, files.len()));
        match look_at(file, arguments, &screen) {
            Ok(Some(looked)) => {
                let place = folder.map(|folder| own_place(folder, &file.place, arguments.format, &mut taken));
                if let Some(place) = &place {
                    place.parent().map_or(Ok(()), private::make_folder).map_err(|error| Failure::Write(place.clone(), error))?;
                    let text = written(&looked.debrief, arguments, &screen);
                    private::write(place, &text).map_err(|error| Failure::Write(place.clone(), error))?;
                }
                if arguments.remember {
                    match remember_known(&looked, arguments, &screen) {
                        Ok(client) => remembered.extend(client),
                        Err(failure) if failure.is_of_file() => {
                            failed += 1;
                            screen.fail_at(&name, &failure);
                        }
                        Err(failure) => return Err(failure),
                    }
                }
                let page = place.zip(folder).and_then(|(place, folder)| place.strip_prefix(folder).ok().map(Path::to_owned));
                lines.push(CallLine::of(&name, page.as_deref(), &looked.debrief));
            }
            Ok(None) => others += 1,
            Err(failure) if failure.is_of_file() => {
                failed += 1;
                screen.fail_at(&name, &failure);
            }
            Err(failure) => return Err(failure),
        }
    }
    deliver(&lines, arguments, screen)?;
    if let Some(name) = remembered.last() {
        screen.remark(&match screen.ui {
            Lang::En => format!("{name}: figures of {} remembered, no words. See: segue trend", remembered.len()),
            Lang::Ru => format!("{name}: сохранены цифры, без слов. Файлов: {}. Смотрите: segue trend", remembered.len()),
        });
    }
    if others > 0 {
        screen.remark(&match screen.ui {
            Lang::En => format!("Skipped, because they are not transcripts, chats or recordings: {others}."),
            Lang::Ru => format!("Пропущено, потому что это не разговоры: {others}."),
        });
    }
    match (failed, lines.is_empty()) {
        (0, false) => Ok(()),
        (0, true) => Err(FilesFailure::NothingThere.into()),
        _ => {
            Err(FilesFailure::SomeFailed { failed, done: if arguments.remember { remembered.len() } else { lines.len() } }.into())
        }
    }
}

/// Keeps the figures of a call for the client who is in it: among many, nobody would see that one is somebody else's. Where
/// clients go by the name of their firm, the user says so with a yes to all.
fn remember_known(looked: &Looked, arguments: &Review, screen: &Screen) -> Result<Option<String>, Failure> {
    let known = looked.known.as_ref().filter(|_| !screen.agrees_to_all());
    match known.and_then(|client| Some((client, strangers(looked, &client.name)?))) {
        Some((client, names)) => Err(Failure::NotInFile(looked.file.clone(), client.name.clone(), names)),
        None => remember(looked, Among::Others, arguments, screen),
    }
}

/// Looks at one; nothing if it only lay about and is no transcript.
fn look_at(file: &File, arguments: &Review, screen: &Screen) -> Result<Option<Looked>, Failure> {
    let bytes = bytes_of(&file.path)?;
    if !file.named && matches!(sniff(&bytes), FileKind::Empty | FileKind::NotText) {
        return Ok(None);
    }
    match look(bytes, &file.path, arguments, screen) {
        // Debriefs that were written there, too.
        Err(Failure::Read(_, ReadError::OtherFormat(Wrapping::Html))) if !file.named => Ok(None),
        looked => looked.map(|looked| Some(looked).filter(|looked| file.named || is_talk(&looked.debrief))),
    }
}

/// A text that lies in a folder and gives neither times nor names is hardly a talk.
fn is_talk(debrief: &Debrief) -> bool {
    debrief.timing != Timing::Estimated || debrief.utterances.iter().any(|utterance| !utterance.speaker.is_empty())
}

/// All side by side: on the screen, and beside the pages as a page.
fn deliver(lines: &[CallLine], arguments: &Review, screen: &Screen) -> Result<(), Failure> {
    if lines.is_empty() {
        return Ok(());
    }
    screen.print(&segue_report::calls_text(lines, &screen.layout(None))).map_err(Failure::Screen)?;
    let Some(folder) = &arguments.output else { return Ok(()) };
    if arguments.format == FormatArg::Html {
        let index = folder.join("index.html");
        return screen.deliver(&segue_report::calls_html(lines, screen.ui), Some(&index));
    }
    screen.remark(&format!("{} {}", screen.text("Written:", "Записано:"), folder.display()));
    Ok(())
}

/// The files that were named, and those in folders that were named, by day and name; hidden ones and what segue writes are left out.
fn files(paths: &[PathBuf], output: Option<&Path>, screen: &Screen) -> Vec<File> {
    let written = output.and_then(|folder| folder.canonicalize().ok());
    let is_ours = |entry: &DirEntry| written.is_some() && entry.path().canonicalize().ok() == written;
    let is_hidden = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let place = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            files.push(File { path: path.clone(), place, named: true });
            continue;
        }
        for entry in WalkDir::new(path).into_iter().filter_entry(|entry| !is_hidden(entry) && !is_ours(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let place = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_owned();
                    files.push(File { path: entry.into_path(), place, named: false });
                }
                Ok(_) => {}
                Err(error) => {
                    let place = error.path().unwrap_or(path).to_owned();
                    screen.fail(&Failure::Open(place, error.into()));
                }
            }
        }
    }
    files.sort_by_cached_key(|file| (when::about(&file.path), file.path.clone()));
    files
}

/// Where the debrief of a file goes: as the file lies, under its whole name, and never over another one of this time.
fn own_place(folder: &Path, place: &Path, format: FormatArg, taken: &mut HashSet<PathBuf>) -> PathBuf {
    let ending = match format {
        FormatArg::Text => "txt",
        FormatArg::Html => "html",
        FormatArg::Md => "md",
        FormatArg::Json => "json",
    };
    let place = folder.join(place);
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = |number: usize| if number == 1 { format!("{name}.{ending}") } else { format!("{name} ({number}).{ending}") };
    let mut own = (1..=taken.len() + 1).map(|number| place.with_file_name(numbered(number)));
    let own = own.find(|own| !taken.contains(own)).unwrap_or_else(|| place.clone());
    taken.insert(own.clone());
    own
}
