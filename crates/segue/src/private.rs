//! Files that are for the user alone: what segue writes holds what was said in private.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{Result, Write};
use std::path::Path;

/// Writes a file that nobody else on this machine may read, also where one stood that others could. What is no file, such as
/// a pipe, is left as it is.
pub fn write(path: &Path, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    #[cfg(unix)]
    if file.metadata()?.is_file() {
        // Some drives know no permissions; what is written there has none.
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600)).ok();
    }
    file.write_all(text.as_bytes())
}

/// Makes a folder, and those that it lies in, for the user alone; those that are there are left as they are.
pub fn make_folder(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
