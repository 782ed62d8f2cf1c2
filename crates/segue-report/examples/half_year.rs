//! A simulated half year: `cargo run -p segue-report --example half_year -- en > page.html`; with a
//! width as a second argument, as terminal text.

use jiff::civil::date;
use segue_core::Lang;
use segue_report::TextOptions;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let ui = if arguments.next().is_some_and(|lang| lang == "ru") { Lang::Ru } else { Lang::En };
    let today = date(2026, 11, 24);
    let (clients, mut calls) = segue_weeks::simulated(7, today);
    let width = arguments.next().and_then(|width| width.parse().ok());
    if let Some(only) = arguments.next() {
        calls.retain(|call| call.client == only);
    }
    let trend = segue_weeks::trend(&clients, &calls, today, segue_weeks::HALF_A_YEAR);
    print!(
        "{}",
        match width {
            Some(width) => segue_report::trend_text(&trend, &TextOptions { width, colour: false, ui }, &|_, _| None),
            None => segue_report::trend_html(&trend, ui, &|_, _| None),
        }
    );
}
