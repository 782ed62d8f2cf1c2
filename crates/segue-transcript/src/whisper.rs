//! JSON of recognisers: `OpenAI`'s shape (also whisperx and faster-whisper), whisper.cpp's, lists of segments
//! (`AssemblyAI`, Deepgram, Fireflies), and of turns word by word (Recall).

use crate::Fault;
use crate::clock::clock_time;
use crate::found::Found;
use crate::invented;
use crate::json::{Piece, mended};
use crate::lines::LineCounter;
use segue_core::{Lang, Timing};
use serde::Deserialize;
use std::borrow::Cow;

/// Keys under which programs keep the list of what was said.
const LISTS: [&str; 6] = ["segments", "transcription", "utterances", "chunks", "sentences", "transcript"];
/// Keys of objects that programs wrap it in.
const WRAPPERS: [&str; 5] = ["results", "result", "data", "transcript", "response"];

/// Reads a file; a segment with words is one utterance.
pub(crate) fn parse(text: &str) -> Found {
    let mut found = Found::default();
    let mut lines = LineCounter::of(text);
    let Some(top) = Piece::first_of(text) else { return found };
    found.lang = language(top);
    if let Some(array) = list_in(top) {
        list(array, &mut lines, &mut found);
    } else if let Some(channels) = channels(top) {
        for (number, channel) in channels.iter().enumerate() {
            by_speaker(*channel, (channels.len() > 1).then_some(number), &mut lines, &mut found);
        }
        found.utterances.sort_by(|a, b| a.start.total_cmp(&b.start));
    } else if top.whole && text[top.at + top.text.len()..].trim_start().starts_with('{') {
        segments_in_lines(text, &mut found);
    } else if let Some(words) = top.member("text").and_then(Piece::string) {
        found.timing = Timing::Estimated;
        found.problems.of_file(Fault::NoTimes);
        found.push_spoken(lines.line_at(top.at), (None, None), "", &words);
    }
    found.in_seconds();
    invented::leave_out(&mut found);
    found
}

/// The list of what was said, wherever it is wrapped.
fn list_in(piece: Piece<'_>) -> Option<Piece<'_>> {
    if piece.is_array() {
        return Some(piece);
    }
    let direct = piece.parts().find(|(key, value)| LISTS.contains(key) && value.is_array());
    let wrapped = || piece.parts().filter(|(key, _)| WRAPPERS.contains(key)).find_map(|(_, value)| list_in(value));
    direct.map(|(_, array)| array).or_else(wrapped)
}

/// The words of each channel of a plain answer of Deepgram: its best reading of them.
fn channels(top: Piece<'_>) -> Option<Vec<Piece<'_>>> {
    let channels = top.member("results")?.member("channels").filter(|channels| channels.is_array())?;
    let words: Vec<Piece<'_>> = channels.parts().filter_map(|(_, channel)| best_words(channel)).collect();
    (!words.is_empty()).then_some(words)
}

fn best_words(channel: Piece<'_>) -> Option<Piece<'_>> {
    let (_, best) = channel.member("alternatives")?.parts().next()?;
    best.member("words").filter(|words| words.is_array())
}

/// Words one after another: an utterance ends where another speaks, or where a sentence is followed by silence.
fn by_speaker(words: Piece<'_>, channel: Option<usize>, lines: &mut LineCounter<'_>, found: &mut Found) {
    /// Silence in seconds after a sentence.
    const PAUSE: f64 = 0.8;
    let (mut said, mut name, mut span, mut line) = (String::new(), String::new(), (None, None), 0);
    for (_, item) in words.parts() {
        let Some(word) = item.parse::<Segment<'_>>() else { continue };
        let speaker = channel.map_or_else(|| word.name(), |number| format!("Speaker {number}"));
        let (start, end) = word.times();
        let silent = start.zip(span.1).is_some_and(|(start, end): (f64, f64)| start - end > PAUSE);
        if !said.is_empty() && (speaker != name || silent && said.trim_end().ends_with(['.', '?', '!', '…'])) {
            found.push_spoken(line, span, &name, &said);
            said.clear();
        }
        if said.is_empty() {
            (name, span.0, line) = (speaker, start, lines.line_at(item.at));
        }
        span.1 = end.or(start);
        said.push_str(word.text.as_deref().or(word.word.as_deref()).unwrap_or_default());
        said.push(' ');
    }
    if !said.is_empty() {
        found.push_spoken(line, span, &name, &said);
    }
}

/// One segment in any of the shapes; what is not there is null.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Segment<'a> {
    #[serde(borrow, alias = "transcript", alias = "sentence", alias = "punctuated_word")]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    word: Option<Cow<'a, str>>,
    #[serde(borrow, alias = "start_time", alias = "startTime", alias = "start_timestamp")]
    start: Option<Number<'a>>,
    #[serde(borrow, alias = "end_time", alias = "endTime", alias = "end_timestamp")]
    end: Option<Number<'a>>,
    offsets: Option<Offsets>,
    #[serde(borrow)]
    timestamps: Option<Stamps<'a>>,
    timestamp: Option<(Option<f64>, Option<f64>)>,
    #[serde(borrow, alias = "speaker_name")]
    speaker: Option<Number<'a>>,
    #[serde(borrow)]
    participant: Option<Participant<'a>>,
}

/// Who speaks, as Recall tells it.
#[derive(Deserialize)]
struct Participant<'a> {
    #[serde(borrow)]
    name: Option<Cow<'a, str>>,
}

/// Milliseconds as whisper.cpp counts them.
#[derive(Debug, Deserialize)]
struct Offsets {
    from: f64,
    to: f64,
}

/// Clock times as whisper.cpp writes them.
#[derive(Deserialize)]
struct Stamps<'a> {
    #[serde(borrow)]
    from: Cow<'a, str>,
    #[serde(borrow)]
    to: Cow<'a, str>,
}

/// A number, or a text in its place.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number<'a> {
    Value(f64),
    Text(#[serde(borrow)] Cow<'a, str>),
    /// Seconds since the start, beside a wall clock.
    Since {
        relative: f64,
    },
    Other(serde::de::IgnoredAny),
}

impl Number<'_> {
    fn seconds(&self) -> Option<f64> {
        match self {
            Self::Value(seconds) | Self::Since { relative: seconds } => Some(*seconds),
            Self::Text(text) => text.trim().parse().ok().or_else(|| clock_time(text)),
            Self::Other(_) => None,
        }
    }

    /// The name of a speaker; recognisers number them.
    fn name(&self) -> String {
        match self {
            Self::Value(number) => format!("Speaker {number}"),
            Self::Text(name) if name == "?" => String::new(),
            Self::Text(name) if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) => format!("Speaker {name}"),
            Self::Text(name) => name.clone().into_owned(),
            Self::Since { .. } | Self::Other(_) => String::new(),
        }
    }
}

impl Segment<'_> {
    fn times(&self) -> (Option<f64>, Option<f64>) {
        let side = |seconds: &Option<Number<'_>>, pair: Option<f64>, offset: Option<f64>, stamp: Option<&str>| {
            let number = seconds.as_ref().and_then(Number::seconds).or(pair);
            number.or(offset.map(|milliseconds| milliseconds / 1000.0)).or_else(|| stamp.and_then(clock_time))
        };
        let pair = self.timestamp.unwrap_or_default();
        let (offsets, stamps) = (self.offsets.as_ref(), self.timestamps.as_ref());
        (
            side(&self.start, pair.0, offsets.map(|o| o.from), stamps.map(|s| s.from.as_ref())),
            side(&self.end, pair.1, offsets.map(|o| o.to), stamps.map(|s| s.to.as_ref())),
        )
    }

    fn add(&self, line: u32, found: &mut Found) {
        let words = self.text.as_deref().unwrap_or_default();
        // A mark of tinydiarize for a change of speakers is no word.
        let words =
            if words.contains("[SPEAKER_TURN]") { Cow::Owned(words.replace("[SPEAKER_TURN]", " ")) } else { words.into() };
        found.push_spoken(line, self.times(), &self.name(), &words);
    }

    fn name(&self) -> String {
        let participant = || Some(self.participant.as_ref()?.name.as_deref()?.to_owned());
        self.speaker.as_ref().map(Number::name).or_else(participant).unwrap_or_default()
    }

    /// A turn that is given word by word only.
    fn add_words(&self, words: Piece<'_>, line: u32, found: &mut Found) {
        let words: Vec<Segment<'_>> = words.parts().filter_map(|(_, word)| word.parse()).collect();
        let said = words.iter().filter_map(|word| word.text.as_deref()).fold(String::new(), |said, word| said + word + " ");
        let (start, end) = (self.times().0, self.times().1);
        let first = words.first().and_then(|word| word.times().0);
        let last = words.last().and_then(|word| word.times().1.or(word.times().0));
        found.push_spoken(line, (start.or(first), end.or(last)), &self.name(), &said);
    }
}

fn list(array: Piece<'_>, lines: &mut LineCounter<'_>, found: &mut Found) {
    let is_segment = |piece: Piece<'_>| piece.parse::<Segment<'_>>().is_some_and(|s| s.text.is_some() && s.times().0.is_some());
    let mut items = array.parts();
    while let Some((_, item)) = items.next() {
        let line = lines.line_at(item.at);
        if !read(item, line, found) && (items.resume_after(item, is_segment) || item.whole) {
            found.problems.at(line, Fault::BrokenJson);
        }
    }
    if !array.whole {
        found.problems.at(lines.line_at(array.at + array.text.len()), Fault::Cut);
    }
}

/// Reads one segment; false if it is none.
fn read(item: Piece<'_>, line: u32, found: &mut Found) -> bool {
    if !item.whole {
        return false;
    }
    if let Some(segment) = item.parse::<Segment<'_>>() {
        match item.member("words").filter(|words| segment.text.is_none() && words.is_array()) {
            Some(words) => segment.add_words(words, line, found),
            None => segment.add(line, found),
        }
        return true;
    }
    match serde_json::from_str::<Segment<'_>>(&mended(item.text)) {
        Ok(segment) => segment.add(line, found),
        Err(_) => return false,
    }
    true
}

/// JSON Lines: a segment a line.
fn segments_in_lines(text: &str, found: &mut Found) {
    for (line, part) in crate::lines::Lines::of(text) {
        let Some(item) = Piece::first_of(part) else { continue };
        if !read(item, line, found) {
            found.problems.at(line, Fault::BrokenJson);
        }
    }
}

/// The language that the file names.
fn language(top: Piece<'_>) -> Option<Lang> {
    let named = top.member("language").or_else(|| top.member("result")?.member("language"))?.string()?;
    match named.to_lowercase().as_str() {
        "ru" | "russian" => Some(Lang::Ru),
        "en" | "english" => Some(Lang::En),
        _ => None,
    }
}
