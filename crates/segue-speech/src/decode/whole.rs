//! Whether a file is whole, by the lengths that its container tells of its parts.
//!
//! Readers of these containers cannot tell a file that was cut from one that is over: an end in the middle of a part is an end.

use std::io::{Read, Result, Seek, SeekFrom};

/// False if the container tells that its end is missing. Where the file is read next is left open.
pub(super) fn is_whole(file: &mut (impl Read + Seek)) -> Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    match read_at::<8>(file, 0, length)? {
        Some([_, _, _, _, b'f', b't', b'y', b'p']) => mp4(file, length),
        Some([b'O', b'g', b'g', b'S', ..]) => ogg(file, length),
        Some([0x1a, 0x45, 0xdf, 0xa3, ..]) => matroska(file, length),
        _ => Ok(true),
    }
}

/// MP4 is a row of boxes that begin with their length; without `moov`, which often comes last, nothing can be read.
fn mp4(file: &mut (impl Read + Seek), length: u64) -> Result<bool> {
    let (mut at, mut index, mut cut) = (0, false, false);
    while let Some([a, b, c, d, kind @ ..]) = read_at::<8>(file, at, length)? {
        let size = match u32::from_be_bytes([a, b, c, d]) {
            0 => length - at,
            1 => read_at(file, at + 8, length)?.map_or(u64::MAX, u64::from_be_bytes),
            size => size.into(),
        };
        let end = at.saturating_add(size);
        cut = end > length;
        index |= &kind == b"moov" && !cut;
        if cut || size < 8 {
            break;
        }
        at = end;
    }
    Ok(index && !cut)
}

/// Ogg is a row of pages; the head of the last one tells how long that is.
fn ogg(file: &mut (impl Read + Seek), length: u64) -> Result<bool> {
    const HEAD: usize = 27;
    const LONGEST_PAGE: u64 = 27 + 255 + 255 * 255;
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(length.saturating_sub(LONGEST_PAGE)))?;
    file.read_to_end(&mut tail)?;
    let Some(last) = tail.windows(5).rposition(|five| five == b"OggS\0") else { return Ok(false) };
    let page = &tail[last..];
    let pieces = page.get(HEAD - 1).map_or(usize::MAX, |&count| HEAD + usize::from(count));
    let end = page.get(HEAD..pieces).map(|lengths| pieces + lengths.iter().map(|&piece| usize::from(piece)).sum::<usize>());
    Ok(end.is_some_and(|end| end <= page.len()))
}

/// Matroska and `WebM` are elements in elements; those that were written as they came do not tell their length, and what is in
/// them does.
fn matroska(file: &mut (impl Read + Seek), length: u64) -> Result<bool> {
    const SEGMENT: u64 = 0x1853_8067;
    const CLUSTER: u64 = 0x1f43_b675;
    let mut at = 0;
    while at < length {
        let Some((id, id_bytes)) = number(file, at, length)? else { break };
        let Some((size, size_bytes)) = number(file, at + id_bytes, length)? else { return Ok(false) };
        let content = at + id_bytes + size_bytes;
        // All bits but the one that tells how many bytes there are.
        let marker = 1 << (7 * size_bytes);
        let size = size - marker;
        at = match id {
            _ if size < marker - 1 => content.saturating_add(size),
            SEGMENT | CLUSTER => content,
            _ => break,
        };
    }
    Ok(at <= length)
}

/// A number of Matroska with its marker, and its bytes: as many as its first byte has leading zeros, and one.
fn number(file: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Option<(u64, u64)>> {
    let Some([first]) = read_at(file, at, length)? else { return Ok(None) };
    let bytes = u64::from(u8::leading_zeros(first)) + 1;
    if bytes > 8 {
        return Ok(None);
    }
    let mut value = u64::from(first);
    for next in 1..bytes {
        let Some([byte]) = read_at(file, at + next, length)? else { return Ok(None) };
        value = value << 8 | u64::from(byte);
    }
    Ok(Some((value, bytes)))
}

/// So many bytes, if the file has them there.
fn read_at<const COUNT: usize>(file: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Option<[u8; COUNT]>> {
    if at.saturating_add(COUNT as u64) > length {
        return Ok(None);
    }
    let mut bytes = [0; COUNT];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::is_whole;
    use std::io::Cursor;

    fn whole(file: &[u8]) -> bool {
        is_whole(&mut Cursor::new(file)).unwrap()
    }

    /// A box of MP4.
    fn boxed(kind: &[u8], content: usize) -> Vec<u8> {
        [&(8 + content as u32).to_be_bytes(), kind, &vec![7; content]].concat()
    }

    #[test]
    fn an_mp4_is_whole_if_its_boxes_are_and_its_index_is_there() {
        let [head, sound, index] = [(&b"ftyp"[..], 8), (b"mdat", 500), (b"moov", 90)].map(|(kind, size)| boxed(kind, size));
        let late = [&head[..], &sound, &index].concat();
        let early = [&head[..], &index, &sound].concat();
        let open = [&head[..], &index, b"\0\0\0\0mdat", &[7; 40]].concat();
        let long = [&head[..], &index, b"\0\0\0\x01mdat", &40_u64.to_be_bytes(), &[7; 24]].concat();
        for (name, file, expected) in [
            ("index behind", &late[..], true),
            ("index before", &early, true),
            ("length left open", &open, true),
            ("a long length", &long, true),
            ("a long length, cut", &long[..long.len() - 1], false),
            ("cut in the sound, index before", &early[..300], false),
            ("cut in the sound, index behind", &late[..300], false),
            ("cut in the index", &late[..late.len() - 1], false),
            ("the head alone", &head, false),
        ] {
            assert_eq!(whole(file), expected, "{name}");
        }
    }

    #[test]
    fn an_ogg_is_whole_if_its_last_page_is() {
        let page = [&b"OggS\0"[..], &[0; 21], &[2, 255, 20], &[7; 275]].concat();
        let two = page.repeat(2);
        for (name, file, expected) in [
            ("whole", &two[..], true),
            ("cut between pages", &page, true),
            ("cut in the sound", &two[..two.len() - 1], false),
            ("cut in a head", &two[..page.len() + 20], false),
            ("cut in the lengths", &two[..page.len() + 28], false),
        ] {
            assert_eq!(whole(file), expected, "{name}");
        }
        assert!(!whole(&[&page[..], &vec![0; 70_000]].concat()), "the rest never came");
    }

    #[test]
    fn a_webm_is_whole_if_its_last_element_is() {
        const HEAD: &[u8] = b"\x1a\x45\xdf\xa3\x82xx";
        const BLOCK: &[u8] = b"\xa3\x85block";
        let open = [HEAD, b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff", b"\x1f\x43\xb6\x75\xff", BLOCK, BLOCK].concat();
        let told = [HEAD, b"\x18\x53\x80\x67\x8e", BLOCK, BLOCK].concat();
        for (name, file, expected) in [
            ("lengths told", &told[..], true),
            ("lengths told, cut", &told[..told.len() - 7], false),
            ("as it came", &open, true),
            ("as it came, cut in a block", &open[..open.len() - 1], false),
            ("as it came, cut before a length", &open[..open.len() - 6], false),
            ("as it came, cut between blocks", &open[..open.len() - 7], true),
        ] {
            assert_eq!(whole(file), expected, "{name}");
        }
    }

    #[test]
    fn of_what_is_no_such_container_nothing_is_said() {
        for file in [&b""[..], b"RIFF\x24\0\0\0WAVE", b"fLaC", b"Ogg", b"\x1a\x45"] {
            assert!(whole(file));
        }
    }
}
