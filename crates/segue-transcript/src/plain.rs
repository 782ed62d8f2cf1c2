//! Plain text with speakers and times, as Otter, Rev, Descript, Fireflies, Zoom, Meet and people write it.

use crate::raw::{Raw, clock_time};
use crate::subtitles::{collapse, name_end};
use crate::{Fault, Parsed};
use regex::Regex;
use segue_core::Timing;
use std::sync::LazyLock;

/// Seconds from which the first time of a file is a time of day and not of the call.
const TIME_OF_DAY: f64 = 3600.0;

const TIME: &str = r"(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)(?:\s?([AaPp])\.?[Mm]\.?)?";
const NAME: &str = r"(\p{L}[\p{L}\p{N}.'’()\- ]{0,46}?|[Ss]peaker \d+|[Сс]пикер \d+)";

/// The ways to write who speaks and when. The first capture of each kind is its time or name.
struct Form {
    pattern: Regex,
    time: Option<usize>,
    name: Option<usize>,
    words: Option<usize>,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let form =
        |pattern: String, time, name, words| Form { pattern: Regex::new(&pattern).expect("a fixed pattern"), time, name, words };
    vec![
        // 10:02:11 From Dana to Everyone: words
        form(
            format!(r"^{TIME}\s+(?:From|От)\s+{NAME}(?:\s+(?:to|To|для|кому)\s+[^:]+?)?\s*:\s*(.*)$"),
            Some(1),
            Some(3),
            Some(4),
        ),
        // [00:12] Dana: words   (00:12) Dana: words   00:12 Dana: words   00:12 - Dana: words
        form(format!(r"^[\[(]?{TIME}[\])]?\s*[-–—|]?\s*{NAME}:(?:\s+(.*))?$"), Some(1), Some(3), Some(4)),
        // Dana [00:12]: words   Dana (00:12): words   Dana 00:12: words
        form(format!(r"^{NAME}\s*[\[(]?{TIME}[\])]?\s*:(?:\s+(.*))?$"), Some(2), Some(1), Some(4)),
        // Dana  0:12   Dana (00:12)   Dana | 00:12      with the words below
        form(format!(r"^{NAME}\s*[,|–—-]?\s*[\[(]?{TIME}[\])]?$"), Some(2), Some(1), None),
        // [Dana] 10:02:11      with the words below
        form(format!(r"^\[{NAME}\]\s*{TIME}\s*(.*)$"), Some(2), Some(1), Some(4)),
        // 00:12 Dana      with the words below; checked last of the headings, since a sentence may look so
        form(format!(r"^[\[(]{TIME}[\])]\s*(.*)$"), Some(1), None, Some(3)),
        // 00:12 alone
        form(format!(r"^[\[(]?{TIME}[\])]?(?:\s*[-–—>]+\s*[\[(]?{TIME}[\])]?)?$"), Some(1), None, None),
    ]
});

pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut time = None;
    let mut after_heading = false;
    let mut blank = true;
    let prefixed = prefixed(text);
    for (i, line) in text.lines().enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim();
        // Otter signs its exports; nobody said that.
        if line.is_empty() || line.starts_with("Transcribed by http") {
            blank = true;
            continue;
        }
        if let Some(found) = heading(line) {
            time = found.time.or(time);
            if found.name.is_none() && found.words.is_none() {
                blank = true;
                after_heading = false;
                continue;
            }
            let speaker = found.name.unwrap_or_default();
            let text = found.words.unwrap_or_default();
            after_heading = text.is_empty();
            parsed.raws.push(Raw { line: i + 1, start: time.take(), speaker, text, ..Raw::default() });
        } else if let Some(end) = name_end(line).filter(|_| prefixed) {
            let raw = Raw {
                line: i + 1,
                start: time.take(),
                speaker: line[..end].trim().to_owned(),
                text: line[end + 1..].trim().to_owned(),
                ..Raw::default()
            };
            after_heading = raw.text.is_empty();
            parsed.raws.push(raw);
        } else if let Some(raw) =
            parsed.raws.last_mut().filter(|raw| after_heading || !blank || !raw.speaker.is_empty() && time.is_none())
        {
            if !raw.text.is_empty() {
                raw.text.push(' ');
            }
            raw.text.push_str(line);
            after_heading = false;
        } else if time.is_some() || !prefixed {
            // Words without a name: whoever speaks, they count.
            if time.is_some() || blank || parsed.raws.is_empty() {
                parsed.raws.push(Raw { line: i + 1, start: time.take(), text: line.to_owned(), ..Raw::default() });
            }
        } else {
            parsed.faults.push((Some(i + 1), Fault::Stray));
        }
        blank = false;
    }
    for raw in &mut parsed.raws {
        raw.text = collapse(&raw.text);
    }
    parsed.raws.retain(|raw| !raw.text.is_empty());
    set_times(&mut parsed);
    parsed
}

struct Heading {
    time: Option<f64>,
    name: Option<String>,
    words: Option<String>,
}

fn heading(line: &str) -> Option<Heading> {
    FORMS.iter().find_map(|form| {
        let found = form.pattern.captures(line)?;
        let part = |i: Option<usize>| i.and_then(|i| found.get(i)).map(|m| m.as_str().trim().to_owned());
        let after_noon = form.time.and_then(|i| found.get(i + 1)).map(|m| m.as_str().to_lowercase());
        let time = part(form.time)
            .and_then(|text| clock_time(&text.replace(',', ".")))
            .map(|seconds| hours(&found, form, seconds, after_noon));
        Some(Heading { time, name: part(form.name), words: part(form.words).filter(|w| !w.is_empty()) })
    })
}

/// Twelve-hour clocks; a time such as 9:15 AM is hours and minutes, where 9:15 alone is minutes.
fn hours(found: &regex::Captures<'_>, form: &Form, seconds: f64, half: Option<String>) -> f64 {
    let Some(half) = half else { return seconds };
    let written = form.time.and_then(|i| found.get(i)).map_or(0, |m| m.as_str().matches(':').count());
    let seconds = if written == 1 { seconds * 60.0 } else { seconds };
    let noon = 12.0 * 3600.0;
    match (half.as_str(), seconds >= noon) {
        ("p", false) => seconds + noon,
        ("a", true) => seconds - noon,
        _ => seconds,
    }
}

/// True if the lines of the file begin with a name and a colon, as a rule or by the same few names.
fn prefixed(text: &str) -> bool {
    let (mut lines, mut names) = (0_usize, Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()).take(2000) {
        lines += 1;
        if let Some(end) = name_end(line) {
            names.push(line[..end].trim());
        }
    }
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    all * 2 >= lines || (all >= 4 && names.len() * 2 <= all)
}

/// Times of day become seconds of the call; a file without times is estimated.
fn set_times(parsed: &mut Parsed) {
    let timed = parsed.raws.iter().filter(|raw| raw.start.is_some()).count();
    if timed == 0 {
        parsed.timing = Timing::Estimated;
        if !parsed.raws.is_empty() {
            parsed.faults.push((None, Fault::NoTimes));
        }
        return;
    }
    let first = parsed.raws.iter().find_map(|raw| raw.start).unwrap_or(0.0);
    let zero = if first >= TIME_OF_DAY { first } else { 0.0 };
    for raw in &mut parsed.raws {
        raw.start = raw.start.map(|start| start - zero);
    }
    // Minutes without seconds, or a time only now and then: fill the rest by estimate, silently.
    let mut clock = 0.0_f64;
    for raw in &mut parsed.raws {
        let start = raw.start.unwrap_or(clock);
        raw.start = Some(start);
        clock = start + crate::raw::estimate(&raw.text);
    }
}
