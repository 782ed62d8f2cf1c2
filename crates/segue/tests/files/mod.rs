//! What the files of a data folder hold.

use std::path::Path;

/// True if these words stand in any file of a data folder.
pub fn written(folder: &Path, words: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().flatten().filter(|file| file.path().is_file());
    files.into_iter().any(|file| {
        let bytes = std::fs::read(file.path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}
