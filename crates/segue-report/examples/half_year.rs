//! Prints the page of a simulated half year: `cargo run -p segue-report --example half_year -- en > page.html`.

use jiff::civil::date;
use segue_core::Lang;

fn main() {
    let russian = std::env::args().nth(1).is_some_and(|lang| lang == "ru");
    let today = date(2026, 11, 24);
    let (clients, calls) = segue_weeks::simulated(7, today);
    let trend = segue_weeks::trend(&clients, &calls, today, segue_weeks::HALF_A_YEAR);
    print!("{}", segue_report::trend_html(&trend, if russian { Lang::Ru } else { Lang::En }, &|_| None));
}
