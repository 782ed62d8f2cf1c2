//! Reading arrays out of JSON that may be cut in the middle.

use serde_json::Value;

/// The items of an array with their lines, and the line at which the file broke off, if it did.
pub(crate) struct Array {
    pub items: Vec<(usize, Value)>,
    pub cut: Option<usize>,
}

/// The array that follows a key (given with its quotes) where it first occurs with an array behind it.
pub(crate) fn array(text: &str, key: &str) -> Option<Array> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find(key)?;
        let rest = text[at + key.len()..].trim_start();
        if let Some(value) = rest.strip_prefix(':').map(str::trim_start)
            && value.starts_with('[')
        {
            return Some(items(text, text.len() - value.len() + 1));
        }
        from = at + key.len();
    }
}

/// A file that is an array itself.
pub(crate) fn bare_array(text: &str) -> Array {
    items(text, text.find('[').map_or(text.len(), |at| at + 1))
}

fn items(text: &str, from: usize) -> Array {
    let mut found = Array { items: Vec::new(), cut: None };
    let (mut at, mut line) = (from, 1 + text[..from].matches('\n').count());
    loop {
        let skipped = text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        line += text[at..at + skipped].matches('\n').count();
        at += skipped;
        if text[at..].starts_with(']') {
            return found;
        }
        let mut stream = serde_json::Deserializer::from_str(&text[at..]).into_iter::<Value>();
        let Some(Ok(value)) = stream.next() else {
            found.cut = Some(line);
            return found;
        };
        let read = stream.byte_offset();
        found.items.push((line, value));
        line += text[at..at + read].matches('\n').count();
        at += read;
    }
}

/// The string that follows a key, where it first occurs with a string behind it.
pub(crate) fn string_after(text: &str, key: &str) -> Option<String> {
    let at = text.find(key)? + key.len();
    let value = text[at..].trim_start().strip_prefix(':')?.trim_start();
    let mut stream = serde_json::Deserializer::from_str(value).into_iter::<Value>();
    stream.next()?.ok()?.as_str().map(str::to_owned)
}
