//! Fetching a file over HTTP, going on where an earlier try ended.

use super::{Fetching, ModelError};
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::time::Duration;

/// No answer for so long means that the source cannot be reached.
const PATIENCE: Duration = Duration::from_secs(15);

/// Fetches `total` bytes from an address into `partial`, from the byte on that it ends at.
///
/// # Errors
/// [`ModelError::Unreachable`] if the source does not answer, refuses, or breaks off.
pub(super) fn download(address: &str, total: u64, partial: &Path, progress: &mut dyn FnMut(Fetching)) -> Result<(), ModelError> {
    let mut file = File::options().create(true).append(true).read(true).open(partial)?;
    let mut done = file.seek(std::io::SeekFrom::End(0))?;
    if done > total {
        file.set_len(0)?;
        done = 0;
    }
    progress(Fetching::Bytes { done, total });
    if done == total {
        return Ok(());
    }
    let unreachable = |error: &dyn std::fmt::Display| ModelError::Unreachable(error.to_string());
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_resolve(Some(PATIENCE))
        .timeout_connect(Some(PATIENCE))
        .timeout_recv_response(Some(PATIENCE))
        .build()
        .into();
    let answer = agent.get(address).header("Range", format!("bytes={done}-")).call().map_err(|error| unreachable(&error))?;
    if answer.status() != 206 && done > 0 {
        // The source sends the whole file again.
        file.set_len(0)?;
        done = 0;
    }
    let mut body = answer.into_body().into_reader();
    let mut block = vec![0; 1 << 16];
    while done < total {
        let read = body.read(&mut block).map_err(|error| unreachable(&error))?;
        if read == 0 {
            return Err(ModelError::Unreachable("the source broke off".into()));
        }
        file.write_all(&block[..read])?;
        done += read as u64;
        progress(Fetching::Bytes { done, total });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Fetching, download};
    use crate::models::ModelError;
    use std::io::{BufRead, BufReader, Write};
    use std::net::TcpListener;
    use std::path::Path;

    /// Serves `content` once on the loopback address; honours a range if told to.
    fn serve(content: &'static [u8], ranges: bool, sent: usize) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/file", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let from = BufReader::new(stream.try_clone().unwrap())
                .lines()
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty())
                .filter_map(|line| line.to_lowercase().strip_prefix("range: bytes=")?.trim_end_matches('-').parse().ok())
                .last()
                .filter(|_| ranges)
                .unwrap_or(0);
            let status = if ranges { "206 Partial Content" } else { "200 OK" };
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", content.len() - from).unwrap();
            stream.write_all(&content[from..content.len().min(sent)]).unwrap();
        });
        address
    }

    fn fetched(address: &str, path: &Path) -> (Result<(), ModelError>, Vec<u64>) {
        let mut seen = Vec::new();
        let result = download(address, 10, path, &mut |at| {
            if let Fetching::Bytes { done, .. } = at {
                seen.push(done);
            }
        });
        (result, seen)
    }

    #[test]
    fn goes_on_where_it_broke_off() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.part");
        let (broken, _) = fetched(&serve(b"0123456789", true, 4), &path);
        assert!(matches!(broken, Err(ModelError::Unreachable(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"0123");
        let (whole, seen) = fetched(&serve(b"0123456789", true, 10), &path);
        assert!(whole.is_ok() && seen.first() == Some(&4) && seen.last() == Some(&10), "{seen:?}");
        assert_eq!(std::fs::read(&path).unwrap(), b"0123456789");
    }

    #[test]
    fn begins_anew_where_the_source_knows_no_ranges() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.part");
        std::fs::write(&path, b"xyz").unwrap();
        assert!(fetched(&serve(b"0123456789", false, 10), &path).0.is_ok());
        assert_eq!(std::fs::read(&path).unwrap(), b"0123456789");
    }

    #[test]
    fn nobody_there_is_said_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let (result, _) = fetched("http://127.0.0.1:9/file", &folder.path().join("file.part"));
        assert!(matches!(result, Err(ModelError::Unreachable(_))));
    }
}
