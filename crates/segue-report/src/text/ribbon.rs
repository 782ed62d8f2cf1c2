//! The call in one line.

use super::paint::{PLAIN, Paint, QUIET};
use super::sheet::{Sheet, right};
use crate::axis::{Axis, Span};
use crate::letter::moment_text;
use crate::wording::{Message, Texts};
use segue_core::debrief::Debrief;
use segue_core::{Label, Timing};
use textwrap::core::display_width;

/// Speech shorter than this share of a cell is still seen as speech.
const LEAST: f64 = 1e-6;

pub(super) fn draw(sheet: &mut Sheet, debrief: &Debrief, axis: &Axis, texts: &Texts) {
    let paint = sheet.paint;
    let columns = sheet.columns();
    let cells = cells(debrief, axis, columns);
    sheet.line(&strip(&cells, paint));
    if !debrief.cues.is_empty() {
        let mut marks = vec![' '; columns];
        for cue in &debrief.cues {
            marks[cell_of(axis.moment(cue.at, cue.after), columns)] = paint.cue();
        }
        sheet.line(&marks.into_iter().collect::<String>());
    }
    sheet.line(&paint.paint(&ends(debrief, texts, columns), QUIET));
    legend(sheet, debrief, &cells, texts);
}

/// What each cell shows: the label with the most talk in it, or silence.
fn cells(debrief: &Debrief, axis: &Axis, columns: usize) -> Vec<Option<Label>> {
    let mut talk = vec![[0.0_f64; 4]; columns];
    for (index, utterance) in debrief.utterances.iter().enumerate() {
        let Span { from, to } = axis.span(index);
        for (cell, amounts) in talk.iter_mut().enumerate().take(cell_of(to, columns) + 1).skip(cell_of(from, columns)) {
            let (left, right) = (cell as f64 / columns as f64, (cell + 1) as f64 / columns as f64);
            amounts[utterance.label as usize] += (to.min(right) - from.max(left)).max(LEAST / columns as f64);
        }
    }
    talk.into_iter().map(loudest).collect()
}

/// Small talk and personal talk count together against the rest, so that a mixed drift is seen.
fn loudest(amounts: [f64; 4]) -> Option<Label> {
    let louder = |a: Label, b: Label| if amounts[b as usize] > amounts[a as usize] { b } else { a };
    let private = louder(Label::Smalltalk, Label::Personal);
    let other = louder(Label::Business, Label::Framing);
    let sum: f64 = Label::ALL.into_iter().filter(|label| label.is_private()).map(|label| amounts[label as usize]).sum();
    let most = if sum > amounts[other as usize] { private } else { other };
    (amounts[most as usize] > 0.0).then_some(most)
}

fn cell_of(at: f64, columns: usize) -> usize {
    ((at * columns as f64) as usize).min(columns - 1)
}

/// The cells, neighbours of one label painted together.
fn strip(cells: &[Option<Label>], paint: Paint) -> String {
    let runs = cells.chunk_by(|a, b| a == b);
    runs.map(|run| match run[0] {
        Some(label) => paint.blocks(label, run.len()),
        None => " ".repeat(run.len()),
    })
    .collect()
}

/// Start and end of the call under the ends of the ribbon.
fn ends(debrief: &Debrief, texts: &Texts, columns: usize) -> String {
    let last = debrief.utterances.len().saturating_sub(1);
    let end = debrief.utterances.iter().map(|u| u.end).fold(debrief.seconds, f64::max);
    let start = moment_text(debrief, texts, 0.0, 0);
    let end = moment_text(debrief, texts, end, last);
    if debrief.timing == Timing::Chat && last == 0 {
        return start;
    }
    let room = columns.saturating_sub(display_width(&start));
    format!("{start}{}", right(&end, room))
}

/// What the characters mean; only those that are there.
fn legend(sheet: &mut Sheet, debrief: &Debrief, cells: &[Option<Label>], texts: &Texts) {
    let paint = sheet.paint;
    let used = |label: &Label| cells.contains(&Some(*label));
    let mut parts: Vec<String> = Label::ALL
        .into_iter()
        .filter(used)
        .map(|label| format!("{}\u{a0}{}", paint.blocks(label, 1), texts.label(label).replace(' ', "\u{a0}")))
        .collect();
    if !debrief.cues.is_empty() {
        parts.push(format!("{}\u{a0}{}", paint.cue(), texts.of_lines(Message::LegendCue, debrief)));
    }
    sheet.paragraph(&parts.join("  "), PLAIN);
}
