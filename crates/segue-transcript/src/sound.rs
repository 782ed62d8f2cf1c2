//! Recordings, by the first bytes of their containers and codings.

/// True if the bytes begin as a file with sound (or a film) does.
pub(crate) fn is_sound(bytes: &[u8]) -> bool {
    let at = |from: usize, magic: &[u8]| bytes.get(from..from + magic.len()) == Some(magic);
    let riff = at(0, b"RIFF") || at(0, b"RF64") || at(0, b"RIFX");
    riff && (at(8, b"WAVE") || at(8, b"AVI "))
        || at(0, b"ID3") && bytes.get(3).is_some_and(|version| *version < 0x10)
        || at(0, b"OggS")
        || at(0, b"fLaC")
        || at(0, &[0x1a, 0x45, 0xdf, 0xa3]) // Matroska and WebM
        || at(4, b"ftyp") // MP4, M4A, MOV, 3GP
        || at(0, b"FORM") && (at(8, b"AIFF") || at(8, b"AIFC"))
        || at(0, b"caff")
        || at(0, b"#!AMR")
        || at(0, &[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]) // Windows Media
        || is_mpeg(bytes)
        || is_adts(bytes)
}

/// Bare MPEG sound, layer II or III: a frame, and where it ends the next one. Letters of old Russian
/// encodings can look like one frame (`я` is 0xff), hardly ever like two.
fn is_mpeg(bytes: &[u8]) -> bool {
    let Some(length) = mpeg_frame(bytes) else { return false };
    match bytes.get(length..) {
        Some(next) if next.len() >= 4 => mpeg_frame(next).is_some(),
        // A fragment shorter than two frames: sound only if it is no text.
        _ => !crate::encoding::looks_like_text(&bytes[4..]),
    }
}

/// Length in bytes of the MPEG frame that the bytes begin with.
fn mpeg_frame(bytes: &[u8]) -> Option<usize> {
    const RATES_V1_L3: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const RATES_V1_L2: [usize; 15] = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384];
    const RATES_V2: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    let [0xff, second, third, _] = *bytes.first_chunk::<4>()? else { return None };
    let (version, layer) = ((second >> 3) & 3, (second >> 1) & 3);
    if second & 0xe0 != 0xe0 || version == 1 || !matches!(layer, 1 | 2) {
        return None;
    }
    let rates = match (version, layer) {
        (3, 1) => RATES_V1_L3,
        (3, _) => RATES_V1_L2,
        _ => RATES_V2,
    };
    let kilobits = *rates.get(usize::from(third >> 4)).filter(|rate| **rate > 0)?;
    let halved = [4, 0, 2, 1][usize::from(version)];
    let hertz = [44_100, 48_000, 32_000].get(usize::from((third >> 2) & 3))? / halved;
    let samples = if version != 3 && layer == 1 { 72 } else { 144 };
    Some(samples * kilobits * 1000 / hertz + usize::from((third >> 1) & 1))
}

/// Bare AAC: a frame and the next one.
fn is_adts(bytes: &[u8]) -> bool {
    let frame = |bytes: &[u8]| -> Option<usize> {
        let head = bytes.first_chunk::<7>()?;
        let is_frame = head[0] == 0xff && head[1] & 0xf6 == 0xf0 && (head[2] >> 2) & 0xf < 13;
        let length = usize::from(head[3] & 3) << 11 | usize::from(head[4]) << 3 | usize::from(head[5] >> 5);
        (is_frame && length > 7).then_some(length)
    };
    frame(bytes).and_then(|length| bytes.get(length..)).and_then(frame).is_some()
}

#[cfg(test)]
mod tests {
    use super::is_sound;

    #[test]
    fn recordings_by_their_first_bytes() {
        let mp3 = [vec![0xff, 0xfb, 0x90, 0x64], vec![0; 413], vec![0xff, 0xfb, 0x90, 0x64, 0, 0]].concat();
        for (name, bytes) in [
            ("wav", b"RIFF\x24\0\0\0WAVEfmt ".as_slice()),
            ("mp3 with a tag", b"ID3\x04\0\0\0\0"),
            ("mp3", &mp3),
            ("ogg", b"OggS\0\x02"),
            ("flac", b"fLaC\0\0"),
            ("webm", b"\x1a\x45\xdf\xa3\x01"),
            ("m4a", b"\0\0\0\x20ftypM4A "),
            ("aiff", b"FORM\0\0\0\0AIFF"),
        ] {
            assert!(is_sound(bytes), "{name}");
        }
        let in_1251 = encoding_rs::WINDOWS_1251.encode("явление новое, я вам скажу, и вот почему").0.into_owned();
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("WEBVTT\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for text in [b"WEBVTT\n".as_slice(), b"ID3 is a tag", &in_1251, &utf16, b"", b"\xff"] {
            assert!(!is_sound(text));
        }
    }
}
