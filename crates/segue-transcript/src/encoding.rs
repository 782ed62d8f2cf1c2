//! Letters: UTF-8, UTF-16, and the old encodings of Russian and Western files.

use crate::Fault;
use crate::lines::LineCounter;
use crate::problems::Problems;
use chardetng::EncodingDetector;
use encoding_rs::{Encoding, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// One byte in so many may be a control character in a text.
const ODD_SHARE: usize = 20;
/// Bytes that the encoding is guessed from.
const GUESS_FROM: usize = 256 * 1024;
/// Bytes of UTF-16 that show in which half of a letter the small numbers stand.
const HALVES_FROM: usize = 4096;

/// The text of a file, and what was odd about its letters.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Problems) {
    let mut problems = Problems::default();
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding == UTF_8 => utf8(&bytes[mark..], &mut problems),
        Some((encoding, mark)) => whole(encoding, &bytes[mark..], &mut problems),
        None => match unmarked_utf16(bytes) {
            Some(encoding) => whole(encoding, bytes, &mut problems),
            None => utf8(bytes, &mut problems),
        },
    };
    // Zero bytes come from files that were not written to the end; they are no letters either.
    if let Some(zero) = memchr::memchr(0, text.as_bytes()) {
        problems.at(LineCounter::of(&text).line_at(zero), Fault::BadLetters);
    }
    (text, problems)
}

/// Everything in one encoding.
fn whole<'a>(encoding: &'static Encoding, bytes: &'a [u8], problems: &mut Problems) -> Cow<'a, str> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    if bad {
        let at = text.find('\u{fffd}').unwrap_or(text.len());
        // Only the last letter is broken: the file was cut.
        let fault = if text.len() - at <= '\u{fffd}'.len_utf8() { Fault::Cut } else { Fault::BadLetters };
        problems.at(LineCounter::of(&text).line_at(at), fault);
    }
    text
}

fn utf8<'a>(bytes: &'a [u8], problems: &mut Problems) -> Cow<'a, str> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error,
    };
    let valid = error.valid_up_to();
    if error.error_len().is_none()
        && let Ok(text) = std::str::from_utf8(&bytes[..valid])
    {
        // The last letter is cut in the middle.
        problems.at(LineCounter::of(text).line_at(valid), Fault::Cut);
        return Cow::Borrowed(text);
    }
    if is_utf8_on_the_whole(bytes, valid) {
        return Cow::Owned(mend(bytes, problems));
    }
    let line_start = memchr::memrchr(b'\n', &bytes[..valid]).map_or(0, |at| at + 1);
    let encoding = guess(&bytes[line_start..]);
    problems.of_file(Fault::OldEncoding(name(encoding)));
    whole(encoding, bytes, problems)
}

/// The encoding that bytes which are no UTF-8 are probably in.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(GUESS_FROM)], true);
    detector.guess(None, false)
}

/// The name that people know; KOI8-U is KOI8-R with Ukrainian letters.
fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == KOI8_U { KOI8_R.name() } else { encoding.name() }
}

/// True if letters of several bytes outnumber the bytes that are none by far.
fn is_utf8_on_the_whole(bytes: &[u8], valid_up_to: usize) -> bool {
    let before = &bytes[valid_up_to.saturating_sub(GUESS_FROM)..valid_up_to];
    let after = &bytes[valid_up_to..bytes.len().min(valid_up_to + GUESS_FROM)];
    let (mut good, mut bad) = (before.iter().filter(|byte| **byte >= 0xc0).count(), 0);
    for chunk in after.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 2 * bad
}

/// A UTF-8 file with bad places: lines in another encoding are converted, single bad bytes replaced.
fn mend(bytes: &[u8], problems: &mut Problems) -> String {
    let mut foreign_bytes = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if foreign_bytes.len() < GUESS_FROM && is_foreign(line) {
            foreign_bytes.extend_from_slice(line);
        }
    }
    let encoding = if foreign_bytes.is_empty() { WINDOWS_1252 } else { guess(&foreign_bytes) };
    let mut text = String::with_capacity(bytes.len());
    let mut stretch: Option<(u32, usize)> = None;
    let end_stretch = |stretch: &mut Option<(u32, usize)>, problems: &mut Problems| {
        if let Some((from, lines)) = stretch.take() {
            problems.at(from, Fault::OtherEncoding { name: name(encoding), lines });
        }
    };
    let mut number = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        number += 1;
        if let Ok(line) = std::str::from_utf8(line) {
            end_stretch(&mut stretch, problems);
            text.push_str(line);
        } else if is_foreign(line) {
            stretch = Some(stretch.map_or((number, 1), |(from, lines)| (from, lines + 1)));
            text.push_str(&encoding.decode_without_bom_handling(line).0);
        } else {
            end_stretch(&mut stretch, problems);
            problems.at(number, Fault::BadLetters);
            text.push_str(&String::from_utf8_lossy(line));
        }
    }
    end_stretch(&mut stretch, problems);
    text
}

/// True for a line that is no UTF-8 and has nothing of it: written in another encoding.
fn is_foreign(line: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in line.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    bad >= 3 && bad > 4 * good
}

/// Every second byte of Latin text in UTF-16 is zero, and of Russian text 4.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HALVES_FROM) / 2 * 2];
    if head.len() < 8 {
        return None;
    }
    // 0x20 is punctuation such as dashes and quotation marks.
    let high = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| matches!(b, 0 | 4 | 0x20)).count() * 2;
    let zeros = memchr::memchr_iter(0, head).count();
    if zeros * 20 < head.len() || zeros * 5 > head.len() * 3 {
        return None;
    }
    match (high(1) * 10 >= head.len() * 9, high(0) * 10 >= head.len() * 9) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
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
    use super::*;
    use encoding_rs::{IBM866, WINDOWS_1251};
    use segue_core::Lang;

    const TALK: &str = "Анна: Добрый день, слышно меня?\r\nВиктор: Да, отлично слышно, как выходные прошли?\r\n";

    fn problems_of(bytes: &[u8]) -> Vec<(Option<usize>, String)> {
        decode(bytes).1.into_list(Lang::En).into_iter().map(|p| (p.line, p.what)).collect()
    }

    #[test]
    fn russian_in_old_encodings_is_told_apart() {
        for (encoding, name) in [(WINDOWS_1251, "windows-1251"), (KOI8_R, "KOI8-R"), (IBM866, "IBM866")] {
            for text in [TALK.to_owned(), TALK.to_lowercase(), TALK.to_uppercase(), "да, хорошо\nну, привет\n".to_owned()]
            {
                let bytes = encoding.encode(&text).0;
                assert_eq!(decode(&bytes).0, text, "{name}");
                let what = &problems_of(&bytes)[0].1;
                assert!(what.contains(name), "{name}: {what}");
            }
        }
    }

    #[test]
    fn western_letters() {
        let text = "José: I'll be at the café — naïve, I know.\nZoë: Señor, “très” drôle.\n";
        assert_eq!(decode(&WINDOWS_1252.encode(text).0).0, text);
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        for text in [TALK, "Dana: hello there, can you hear me?\n"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&little).0, text);
            assert_eq!(decode(&big).0, text);
            assert_eq!(decode(&[&[0xff, 0xfe], little.as_slice()].concat()).0, text);
            assert_eq!(decode(&[&[0xfe, 0xff], big.as_slice()].concat()).0, text);
        }
    }

    #[test]
    fn a_cut_letter_is_no_other_encoding() {
        let bytes = TALK.trim_end().as_bytes();
        let (text, _) = decode(&bytes[..bytes.len() - 2]);
        assert!(text.ends_with("прошл"), "{text}");
        assert_eq!(problems_of(&bytes[..bytes.len() - 2]), [(Some(2), Fault::Cut.text(Lang::En))]);
    }

    #[test]
    fn a_stretch_in_another_encoding_is_converted_and_named() {
        let odd = WINDOWS_1251.encode("Виктор: а это вставили из старого файла\nВиктор: и это тоже\n").0;
        let bytes = [TALK.as_bytes(), &odd, TALK.as_bytes()].concat();
        assert!(decode(&bytes).0.contains("вставили из старого файла\nВиктор: и это тоже"));
        let expected = Fault::OtherEncoding { name: "windows-1251", lines: 2 }.text(Lang::En);
        assert_eq!(problems_of(&bytes), [(Some(3), expected)]);
    }

    #[test]
    fn a_bad_byte_costs_one_letter() {
        let mut bytes = TALK.as_bytes().to_vec();
        bytes[2] = 0xff;
        let (text, _) = decode(&bytes);
        assert!(text.contains("слышно меня"));
        assert_eq!(problems_of(&bytes), [(Some(1), Fault::BadLetters.text(Lang::En))]);
    }

    #[test]
    fn zero_bytes_are_named() {
        assert_eq!(problems_of(b"a\nb\0c\n")[0].0, Some(2));
    }
}
