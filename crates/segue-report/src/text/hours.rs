//! Hours of the day as a strip: a column an hour, the more the fuller.

use super::paint::QUIET;
use super::sheet::{Sheet, left};
use crate::letter::HoursOfDay;
use textwrap::core::display_width;

/// Signs from nothing to most; ASCII where the text is plain and may be pasted anywhere.
const PLAIN: [char; 9] = [' ', '.', ':', '-', '=', '+', '*', '#', '@'];
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Columns of the strip with its frame and axis.
const AXIS: usize = 30;

pub(super) fn write(sheet: &mut Sheet, hours: &[HoursOfDay]) {
    if hours.is_empty() {
        return;
    }
    sheet.blank();
    let room = sheet.measure().saturating_sub(AXIS);
    let head = hours.iter().map(|one| display_width(&one.name)).max().unwrap_or(0).min(room);
    let signs = if sheet.paint.colour { BLOCKS } else { PLAIN };
    for one in hours {
        let strip: String = one.counts.iter().map(|&count| signs[level(count, one.most)]).collect();
        let name: String = one.name.chars().take(head).collect();
        sheet.line(&format!("{}  |{strip}|", left(&name, head)));
    }
    let axis = format!("{}   0     6     12    18    24", " ".repeat(head));
    let axis = sheet.paint.paint(&axis, QUIET);
    sheet.line(&axis);
}

/// How full, 0 to 8; what is there is never nothing.
fn level(count: usize, most: usize) -> usize {
    if count == 0 || most == 0 { 0 } else { (count * 8).div_ceil(most).clamp(1, 8) }
}
