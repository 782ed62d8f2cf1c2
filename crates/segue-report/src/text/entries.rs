//! What happened, moment by moment: times in a column, words beside them.

use super::paint::{PLAIN, QUIET};
use super::sheet::{Sheet, right};
use crate::letter::Entry;
use textwrap::core::display_width;

/// Narrowest column of times.
const TIMES: usize = 5;

pub(super) fn write(sheet: &mut Sheet, entries: &[Entry]) {
    let moments = entries.iter().filter_map(|entry| entry.moment.as_ref()).map(|moment| display_width(&moment.text));
    let times = moments.max().map_or(0, |widest| widest.max(TIMES));
    for entry in entries {
        let when = entry.moment.as_ref().map_or("", |moment| moment.text.as_str());
        let paint = sheet.paint;
        let mark = match (entry.label, entry.done) {
            (Some(label), _) => format!("{} ", paint.blocks(label, 1)),
            (None, Some(done)) => if done { "[x] " } else { "[ ] " }.to_owned(),
            // A list without moments is told apart by dashes.
            (None, None) if times == 0 => "- ".to_owned(),
            (None, None) => String::new(),
        };
        let gap = if times > 0 { "  " } else { "" };
        let first = format!("{}{gap}{mark}", paint.paint(&right(when, times), QUIET));
        let rest = " ".repeat(display_width(&first));
        let style = if entry.quiet { QUIET } else { PLAIN };
        sheet.hanging(&first, &rest, &told(entry), style);
        if !entry.details.is_empty() {
            sheet.hanging(&rest, &rest, &entry.details.join(" "), QUIET);
        }
    }
}

/// What it was, with the words.
fn told(entry: &Entry) -> String {
    match (&entry.quote, entry.what.is_empty()) {
        (Some(quote), false) => format!("{}: {quote}", entry.what),
        (Some(quote), true) => quote.clone(),
        (None, _) => entry.what.clone(),
    }
}
