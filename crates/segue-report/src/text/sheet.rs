//! Lines of a limited width with a margin.

use super::paint::Paint;
use crate::TextOptions;
use anstyle::Style;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, core::display_width};

/// Fewest and most columns that are used.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=200;
/// Longer lines tire the eye, however wide the terminal.
const MEASURE: usize = 100;
/// Below this width the margin is better spent on words.
const MARGIN_FROM: usize = 60;

/// A sheet being written.
pub(crate) struct Sheet {
    out: String,
    width: usize,
    margin: usize,
    /// How it is coloured.
    pub paint: Paint,
}

impl Sheet {
    /// An empty sheet of `width` columns.
    pub(crate) fn new(width: usize, paint: Paint) -> Self {
        let margin = if width < MARGIN_FROM { 0 } else { 2 };
        Self { out: String::new(), width, margin, paint }
    }

    /// Columns between the margins.
    pub(crate) fn columns(&self) -> usize {
        self.width - 2 * self.margin
    }

    /// Columns for reading: not more than make a good line.
    pub(crate) fn measure(&self) -> usize {
        self.columns().min(MEASURE)
    }

    /// An empty sheet as wide and as coloured as was asked for.
    pub(crate) fn of(options: TextOptions) -> Self {
        Self::new(options.width.clamp(*WIDTHS.start(), *WIDTHS.end()), Paint { colour: options.colour })
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A line as it is, already painted.
    pub(crate) fn line(&mut self, line: &str) {
        let line = line.trim_end();
        if !line.is_empty() {
            self.out.extend(std::iter::repeat_n(' ', self.margin));
            // No-break spaces have done their work once the lines are broken.
            self.out.push_str(&line.replace('\u{a0}', " "));
        }
        self.out.push('\n');
    }

    /// A paragraph over as many lines as it needs.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style) {
        self.hanging("", "", text, style);
    }

    /// A paragraph whose first line begins with `first` (already painted) and whose further lines
    /// are indented by `rest`.
    pub(crate) fn hanging(&mut self, first: &str, rest: &str, text: &str, style: Style) {
        let room = self.measure().saturating_sub(display_width(rest).max(display_width(first))).max(1);
        let lines = wrap(text, room);
        if lines.is_empty() {
            self.line(first);
        }
        for (n, line) in lines.iter().enumerate() {
            let painted = self.paint.paint(line, style);
            self.line(&format!("{}{painted}", if n == 0 { first } else { rest }));
        }
    }

    /// Everything written.
    pub(crate) fn finish(self) -> String {
        self.out
    }
}

/// Lines of at most `width` columns; numbers stay with their units.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().filter(|line| !line.is_empty()).map(std::borrow::Cow::into_owned).collect()
}

/// The text brought to a width by spaces in front.
pub(crate) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(display_width(text))))
}

/// The text brought to a width by spaces behind.
pub(crate) fn left(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(display_width(text))))
}
