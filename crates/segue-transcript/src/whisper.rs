//! Whisper JSON in the shapes of `OpenAI` (and `whisperx`, `faster-whisper`) and whisper.cpp.

use crate::json::{self, Array};
use crate::raw::{Raw, clock_time};
use crate::subtitles::collapse;
use crate::{Fault, Parsed};
use segue_core::Lang;
use serde_json::Value;

pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed { lang: language(text), ..Parsed::default() };
    let Some(Array { items, cut }) = ["\"segments\"", "\"transcription\"", "\"utterances\""]
        .into_iter()
        .find_map(|key| json::array(text, key))
        .or_else(|| text.trim_start().starts_with('[').then(|| json::bare_array(text)))
    else {
        if let Some(words) = whole_text(text) {
            parsed.timing = segue_core::Timing::Estimated;
            parsed.faults.push((None, Fault::NoTimes));
            parsed.raws.push(Raw { line: 1, text: words, ..Raw::default() });
        }
        return parsed;
    };
    for (line, item) in items {
        let words = collapse(item["text"].as_str().or_else(|| item["transcript"].as_str()).unwrap_or_default());
        if words.is_empty() {
            parsed.faults.push((Some(line), Fault::NoWords));
            continue;
        }
        parsed.raws.push(Raw {
            line,
            start: time(&item, "start", "from"),
            end: time(&item, "end", "to"),
            speaker: speaker(&item),
            text: words,
            ..Raw::default()
        });
    }
    if let Some(line) = cut {
        parsed.faults.push((Some(line), Fault::Cut));
    }
    parsed
}

/// Seconds of a segment: `OpenAI` counts seconds, whisper.cpp milliseconds and clock times.
fn time(item: &Value, seconds: &str, side: &str) -> Option<f64> {
    item[seconds]
        .as_f64()
        .or_else(|| item["offsets"][side].as_f64().map(|milliseconds| milliseconds / 1000.0))
        .or_else(|| item["timestamps"][side].as_str().and_then(clock_time))
        .or_else(|| item[seconds].as_str().and_then(|text| text.parse().ok().or_else(|| clock_time(text))))
}

fn speaker(item: &Value) -> String {
    match &item["speaker"] {
        Value::String(name) => name.clone(),
        Value::Number(number) => format!("Speaker {number}"),
        _ => String::new(),
    }
}

/// The language that the file names.
fn language(text: &str) -> Option<Lang> {
    let named = json::string_after(text, "\"language\"")?;
    match named.as_str() {
        "ru" | "russian" | "Russian" => Some(Lang::Ru),
        "en" | "english" | "English" => Some(Lang::En),
        _ => None,
    }
}

fn whole_text(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    let words = collapse(value["text"].as_str()?);
    (!words.is_empty()).then_some(words)
}
