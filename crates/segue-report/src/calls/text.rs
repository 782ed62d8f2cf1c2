//! Several calls for a terminal: figures first, so that names may be of any length.

use super::{CallLine, legend, signs, sums};
use crate::TextOptions;
use crate::text::paint::{HEADLINE, PLAIN, QUIET};
use crate::text::sheet::{Sheet, right};
use crate::wording::{Message, Texts};
use textwrap::core::display_width;

/// Columns between two columns.
const GAP: &str = "  ";

pub(super) fn render(calls: &[CallLine], options: TextOptions) -> String {
    let texts = Texts::of(options.ui);
    let mut sheet = Sheet::of(options);
    for (number, sum) in sums(texts, calls).iter().enumerate() {
        sheet.paragraph(sum, if number == 0 { HEADLINE } else { PLAIN });
    }
    sheet.blank();
    let heads = [Message::CallsShare, Message::CallsPrivate, Message::CallsOf, Message::CallsDrifts].map(|head| texts.say(head));
    let rows: Vec<[String; 4]> = calls.iter().map(|call| figures(texts, call)).collect();
    let widths: [usize; 4] =
        std::array::from_fn(|at| rows.iter().chain([&heads]).map(|row| display_width(&row[at])).max().unwrap_or(0));
    let marks = calls.iter().map(|call| signs(call).len()).max().unwrap_or(0);
    let line = |figures: &[String; 4], mark: &str, name: &str| {
        let figures: Vec<String> = figures.iter().zip(widths).map(|(figure, width)| right(figure, width)).collect();
        format!("{}{GAP}{mark:marks$}{}{name}", figures.join(GAP), if marks > 0 { " " } else { "" })
    };
    let head = line(&heads, "", &texts.say(Message::CallsFile));
    sheet.line(&sheet.paint.paint(&head, QUIET));
    for (call, row) in calls.iter().zip(&rows) {
        sheet.line(&line(row, &signs(call), &call.name));
    }
    let legend = legend(texts, calls);
    if !legend.is_empty() {
        sheet.blank();
        legend.iter().for_each(|sign| sheet.hanging("", "  ", sign, QUIET));
    }
    sheet.finish()
}

fn figures(texts: &Texts, call: &CallLine) -> [String; 4] {
    [texts.percent(call.share()), call.amount(texts, call.private), call.amount(texts, call.total), call.drifts.to_string()]
}
