//! Letters: UTF-8, UTF-16, and the old encodings of Russian and Western files.

use crate::Fault;
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Share of bytes that may be control characters in a text.
const ODD_SHARE: usize = 20;
/// Bytes that the encoding is guessed from.
const GUESS_FROM: usize = 256 * 1024;

/// The text of a file, and what was odd about its letters.
pub(crate) fn decode(bytes: &[u8]) -> (String, Vec<(Option<usize>, Fault)>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..], None);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return with(encoding, bytes, None);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), Vec::new()),
        // Cut in the middle of a letter, or a few bad bytes in a file that is UTF-8 otherwise.
        Err(error) if mostly_utf8(bytes, error.valid_up_to()) => with(UTF_8, bytes, None),
        Err(_) => {
            let mut detector = EncodingDetector::new();
            detector.feed(&bytes[..bytes.len().min(GUESS_FROM)], true);
            let encoding = detector.guess(None, false);
            with(encoding, bytes, Some(Fault::OldEncoding(encoding.name())))
        }
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8], fault: Option<Fault>) -> (String, Vec<(Option<usize>, Fault)>) {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let mut faults: Vec<_> = fault.into_iter().map(|fault| (None, fault)).collect();
    if bad {
        let line = text.lines().position(|line| line.contains('\u{fffd}')).map(|i| i + 1);
        faults.push((line, Fault::Letters));
    }
    (text.into_owned(), faults)
}

/// Every second byte of Latin text in UTF-16 is zero, and of Russian text 4.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512) / 2 * 2];
    if head.len() < 8 {
        return None;
    }
    let high = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| matches!(b, 0 | 4)).count() * 2;
    if !head.contains(&0) {
        return None;
    }
    if high(1) * 10 >= head.len() * 9 {
        Some(UTF_16LE)
    } else if high(0) * 10 >= head.len() * 9 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// True if valid sequences of several bytes outnumber the invalid bytes by far.
fn mostly_utf8(bytes: &[u8], valid_up_to: usize) -> bool {
    if bytes.len() - valid_up_to <= 3 && valid_up_to > 0 {
        return true;
    }
    let (mut good, mut bad, mut rest) = (0_usize, 0_usize, &bytes[..bytes.len().min(GUESS_FROM)]);
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                good += text.chars().filter(|c| !c.is_ascii()).count();
                break;
            }
            Err(error) => {
                let (valid, invalid) = rest.split_at(error.valid_up_to());
                good += valid.len() - valid.iter().filter(|b| b.is_ascii() || **b & 0xc0 == 0x80).count().min(valid.len());
                bad += 1;
                rest = &invalid[error.error_len().unwrap_or(invalid.len())..];
            }
        }
    }
    good > 4 * bad
}

/// False for binary files: many bytes that no text has.
pub(crate) fn looks_like_text(head: &[u8]) -> bool {
    if Encoding::for_bom(head).is_some() || unmarked_utf16(head).is_some() {
        return true;
    }
    let odd = head.iter().filter(|b| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    odd * ODD_SHARE <= head.len()
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::{IBM866, KOI8_R, WINDOWS_1251};

    #[test]
    fn russian_in_old_encodings() {
        let text = "Анна: добрый день, слышно меня?\nВиктор: да, отлично слышно, как выходные прошли?\n".repeat(4);
        for encoding in [WINDOWS_1251, KOI8_R, IBM866] {
            let bytes = encoding.encode(&text).0;
            // encoding_rs does not encode IBM866 losslessly in every build; skip what it cannot write.
            if encoding.decode_without_bom_handling(&bytes).0 != text {
                continue;
            }
            assert_eq!(decode(&bytes).0, text, "{}", encoding.name());
        }
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        let text = "Анна: привет, Zoom\n".repeat(3);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&little).0, text);
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode(&big).0, text);
    }

    #[test]
    fn a_cut_letter_is_no_other_encoding() {
        let bytes = "Привет".as_bytes();
        let (text, faults) = decode(&bytes[..bytes.len() - 1]);
        assert!(text.starts_with("Приве"));
        assert_eq!(faults.len(), 1);
    }
}
