//! Whisper's text tokens as bytes, and its mel filters, for the model file.

use super::ModelError;
use std::io::{Cursor, Read};

/// Number of text tokens; the rest are special and whisper.cpp knows them.
const TEXT_TOKENS: usize = 50_257;

/// Bytes of the text tokens in order, read from a `tokenizer.json`.
///
/// # Errors
/// [`ModelError::Malformed`] if the file is not a byte-level tokeniser with all of Whisper's tokens.
pub(super) fn text_tokens(tokenizer: &[u8]) -> Result<Vec<Vec<u8>>, ModelError> {
    let json: serde_json::Value =
        serde_json::from_slice(tokenizer).map_err(|_| ModelError::Malformed("the tokeniser is not JSON"))?;
    let vocabulary = json["model"]["vocab"].as_object().ok_or(ModelError::Malformed("the tokeniser has no vocabulary"))?;
    let mut tokens = vec![None; TEXT_TOKENS];
    for (letters, id) in vocabulary {
        let id = id.as_u64().and_then(|id| usize::try_from(id).ok()).unwrap_or(usize::MAX);
        if let Some(slot) = tokens.get_mut(id) {
            *slot = letters.chars().map(byte_of).collect::<Option<Vec<u8>>>();
        }
    }
    tokens.into_iter().collect::<Option<_>>().ok_or(ModelError::Malformed("the vocabulary has gaps"))
}

/// The byte that a letter of a byte-level vocabulary stands for: printable Latin-1 stands for
/// itself, the others were moved to 256 and up in their order.
fn byte_of(letter: char) -> Option<u8> {
    let itself = |byte: &u8| matches!(byte, b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff);
    match u32::from(letter) {
        code @ 0..256 => u8::try_from(code).ok().filter(itself),
        code => (0..=255_u8).filter(|byte| !itself(byte)).nth(code as usize - 256),
    }
}

/// The 80 × 201 mel filters, from `NumPy`'s archive.
///
/// # Errors
/// [`ModelError::Malformed`] if the archive lacks them.
pub(super) fn mel_filters(archive: &[u8]) -> Result<Vec<f32>, ModelError> {
    let malformed = || ModelError::Malformed("the mel filters cannot be read");
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).map_err(|_| malformed())?;
    let mut bytes = Vec::new();
    archive.by_name("mel_80.npy").map_err(|_| malformed())?.read_to_end(&mut bytes)?;
    // Version 1 of the format: magic (6 bytes), version (2), length of the header (2), header, data.
    let header = usize::from(*bytes.get(8).ok_or_else(malformed)?) + 256 * usize::from(*bytes.get(9).ok_or_else(malformed)?);
    let data = bytes.get(10 + header..).ok_or_else(malformed)?;
    let filters: Vec<f32> = data.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
    (filters.len() == 80 * 201).then_some(filters).ok_or_else(malformed)
}

#[cfg(test)]
mod tests {
    use super::{byte_of, mel_filters};

    #[test]
    fn letters_of_a_byte_level_vocabulary() {
        for (letter, byte) in [('a', Some(b'a')), ('Ġ', Some(b' ')), ('Ċ', Some(b'\n')), ('Ð', Some(0xd0)), ('ł', Some(0xa0))]
        {
            assert_eq!(byte_of(letter), byte, "{letter}");
        }
        assert_eq!(byte_of('я'), None);
    }

    #[test]
    fn the_embedded_filters_are_whole() {
        let filters = mel_filters(crate::models::MEL_FILTERS).unwrap();
        assert!(filters.iter().all(|f| (0.0..0.1).contains(f)) && filters.iter().sum::<f32>() > 1.0);
    }
}
