//! Hours of the day: a bar an hour, heights and numbers, so that no colour is needed.

use crate::letter::HoursOfDay;
use maud::{Markup, html};

/// Width of one hour and height of the highest bar, in units of the picture.
const HOUR: usize = 12;
const HEIGHT: usize = 40;

pub(super) fn write(hours: &[HoursOfDay]) -> Markup {
    html! {
        @for one in hours {
            figure class="hours" {
                figcaption { (one.title) }
                svg viewBox={ "0 0 " (HOUR * 24) " " (HEIGHT + 12) } role="img" aria-label=(one.title) {
                    line x1="0" x2=(HOUR * 24) y1=(HEIGHT) y2=(HEIGHT) {}
                    @for (hour, &count) in one.counts.iter().enumerate() {
                        @let height = height(count, one.most);
                        @if count > 0 {
                            rect x=(hour * HOUR + 1) width=(HOUR - 2) y=(HEIGHT - height) height=(height) {
                                title { (hour) ":00–" (hour + 1) ":00: " (count) }
                            }
                        }
                        @if hour % 6 == 0 { text x=(hour * HOUR) y=(HEIGHT + 9) { (hour) } }
                    }
                }
            }
        }
    }
}

/// What is there is never too low to be seen.
fn height(count: usize, most: usize) -> usize {
    if most == 0 { 0 } else { (count * (HEIGHT - 2)).div_ceil(most).max(1) }
}
