//! Colours and block characters of labels.

use anstyle::{Ansi256Color, Style};
use segue_core::Label;

/// The sentence at the top.
pub(crate) const HEADLINE: Style = Style::new().bold();
/// The title of a section.
pub(crate) const TITLE: Style = Style::new().bold();
/// What may be passed over.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// What stands in no need of any style.
pub(crate) const PLAIN: Style = Style::new();

/// Paints or leaves plain.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    /// Whether escape sequences are welcome.
    pub colour: bool,
}

impl Paint {
    /// The text in a style, or plain.
    pub(crate) fn paint(self, text: &str, style: Style) -> String {
        if self.colour && style != PLAIN && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// The character that stands for a label: block characters of different shades where there is
    /// colour, ASCII where the text is plain and may be pasted anywhere.
    pub(crate) fn block(self, label: Label) -> char {
        let blocks = if self.colour { ['█', '▓', '▒', '░'] } else { ['-', 'o', '#', '.'] };
        blocks[label as usize]
    }

    /// The character that marks a cue.
    pub(crate) fn cue(self) -> char {
        if self.colour { '▲' } else { '^' }
    }

    /// One or more blocks of a label.
    pub(crate) fn blocks(self, label: Label, count: usize) -> String {
        self.paint(&self.block(label).to_string().repeat(count), colour_of(label))
    }
}

/// Blue, gold, plum and grey: told apart with every kind of colour vision, and of a middle lightness
/// that holds on dark and on light terminals.
fn colour_of(label: Label) -> Style {
    let code = match label {
        Label::Business => 67,
        Label::Smalltalk => 136,
        Label::Personal => 169,
        Label::Framing => 245,
    };
    Style::new().fg_color(Some(Ansi256Color(code).into()))
}
