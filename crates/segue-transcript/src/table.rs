//! Tables with a head: `Start,End,Speaker,Text` with commas, semicolons or tabs, as spreadsheets and recognisers save them.

use crate::chat_date::{self, Stamp};
use crate::clock::Clock;
use crate::found::Found;
use crate::heading::When;
use crate::{timeline, whatsapp};
use segue_core::Timing;

/// Heads of columns, small letters.
const SPEAKER: [&str; 13] = [
    "speaker",
    "speaker name",
    "speaker_name",
    "name",
    "who",
    "author",
    "participant",
    "спикер",
    "говорящий",
    "кто",
    "имя",
    "автор",
    "участник",
];
const TEXT: [&str; 12] = [
    "text",
    "transcript",
    "words",
    "message",
    "utterance",
    "content",
    "sentence",
    "текст",
    "реплика",
    "слова",
    "сообщение",
    "содержание",
];
const START: [&str; 14] = [
    "start",
    "start time",
    "start_time",
    "starttime",
    "time",
    "timestamp",
    "begin",
    "from",
    "date",
    "время",
    "начало",
    "таймкод",
    "тайм-код",
    "дата",
];
const END: [&str; 8] = ["end", "end time", "end_time", "endtime", "to", "stop", "конец", "окончание"];

/// Which column has what.
struct Columns {
    sign: char,
    text: usize,
    speaker: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

/// Reads a table, a row is one utterance; `None` if the text does not begin with a head.
pub(crate) fn parse(text: &str) -> Option<Found> {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut line = 1;
    let columns = ['\t', ';', ','].into_iter().find_map(|sign| Columns::of(&row(&mut { rest }, sign, &mut { line }), sign))?;
    row(&mut rest, columns.sign, &mut line);
    let mut table = Table::default();
    while !rest.is_empty() {
        let number = line;
        let cells = row(&mut rest, columns.sign, &mut line);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            table.add(number, &columns, &cells);
        }
    }
    Some(table.finish())
}

impl Columns {
    fn of(head: &[String], sign: char) -> Option<Self> {
        let head: Vec<String> = head.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let column = |names: &[&str]| head.iter().position(|cell| names.contains(&cell.as_str()));
        let (text, speaker, start) = (column(&TEXT)?, column(&SPEAKER), column(&START));
        (speaker.is_some() || start.is_some()).then(|| Self { sign, text, speaker, start, end: column(&END) })
    }
}

/// Rows, with the forms in which their times may be written.
#[derive(Default)]
struct Table {
    found: Found,
    clocks: Vec<Option<When>>,
    stamps: Vec<Option<Stamp>>,
}

impl Table {
    fn add(&mut self, line: u32, columns: &Columns, cells: &[String]) {
        let cell = |column: Option<usize>| column.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let (start, end) = (cell(columns.start), cell(columns.end));
        let seconds = |cell: &str| cell.replace(',', ".").parse::<f64>().ok();
        let before = self.found.utterances.len();
        self.found.push_spoken(line, (seconds(start), seconds(end)), cell(columns.speaker), cell(Some(columns.text)));
        if self.found.utterances.len() > before {
            let clock = |cell: &str| Clock::begin(cell).filter(|(_, rest)| rest.trim().is_empty()).map(|(clock, _)| clock);
            self.clocks.push(clock(start).map(|start| When { start, end: clock(end), bare: false }));
            self.stamps.push(whatsapp::moment(start).and_then(|(stamp, _)| stamp));
        }
    }

    fn finish(mut self) -> Found {
        if self.stamps.iter().any(Option::is_some) {
            self.found.timing = Timing::Chat;
            chat_date::set_times(&mut self.found, &self.stamps);
        } else if self.found.utterances.iter().all(|utterance| utterance.start.is_nan()) {
            timeline::lay(&mut self.found, &self.clocks, false, false);
        } else {
            self.found.in_seconds();
        }
        self.found
    }
}

/// Cells of the next row; a cell in quotation marks may hold signs and line ends.
fn row(rest: &mut &str, sign: char, line: &mut u32) -> Vec<String> {
    let mut cells = Vec::new();
    loop {
        let (cell, after) = quoted(rest, sign).unwrap_or_else(|| {
            let end = rest.find([sign, '\n', '\r']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        *line = line.saturating_add(u32::try_from(cell.matches('\n').count()).unwrap_or(0));
        cells.push(cell);
        if let Some(after) = after.strip_prefix(sign) {
            *rest = after;
            continue;
        }
        *line = line.saturating_add(1);
        *rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or(after);
        return cells;
    }
}

/// A cell in quotation marks, in which two stand for one; `None` if it is none or does not end.
fn quoted(text: &str, sign: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None if after.is_empty() || after.starts_with([sign, '\n', '\r']) => return Some((cell, after)),
            None => return None,
        }
    }
}
