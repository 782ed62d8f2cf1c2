//! Labels as fills: a colour and a pattern, so that they are told apart in black and white too.

use maud::{Markup, html};
use segue_core::Label;

/// The fills, once a page; everything drawn refers to them through the style sheet.
pub(crate) fn definitions() -> Markup {
    html! {
        svg class="fills" width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                // Small talk: slanting stripes.
                pattern id="fill-smalltalk" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect class="ground smalltalk" width="6" height="6" {}
                    rect class="relief" width="2" height="6" {}
                }
                // Personal: dots.
                pattern id="fill-personal" width="6" height="6" patternUnits="userSpaceOnUse" {
                    rect class="ground personal" width="6" height="6" {}
                    circle class="relief" cx="1.5" cy="1.5" r="1.1" {}
                    circle class="relief" cx="4.5" cy="4.5" r="1.1" {}
                }
                // Framing: fine level lines.
                pattern id="fill-framing" width="4" height="4" patternUnits="userSpaceOnUse" {
                    rect class="ground framing" width="4" height="4" {}
                    rect class="relief" width="4" height="2" {}
                }
            }
        }
    }
}

/// A small sample of a label's fill, beside its name.
pub(super) fn swatch(label: Label) -> Markup {
    html! {
        svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false" {
            rect class={ "talk " (label.name()) } width="14" height="14" rx="2" {}
        }
    }
}

/// A share of the axis or of a bar as SVG takes it.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}
