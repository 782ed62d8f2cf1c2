//! Before a simulated call: `cargo run -p segue-report --example preparation -- NAME [md]`.

use jiff::civil::date;
use jiff::tz::TimeZone;
use segue_report::TextOptions;
use segue_weeks::PreparationWishes;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_else(|| "Viktor".into());
    let (clients, calls) = segue_weeks::simulated(7, date(2026, 11, 24));
    let Some(client) = clients.iter().find(|client| client.name == name) else { return };
    let wishes = PreparationWishes { me: Some("Dana".into()), ..PreparationWishes::default() };
    let preparation = segue_weeks::prepare(client, &calls, &wishes, &TimeZone::UTC);
    let ui = client.boundary.lang;
    match arguments.next() {
        Some(_) => print!("{}", segue_report::preparation_markdown(&preparation, ui)),
        None => print!("{}", segue_report::preparation_text(&preparation, &TextOptions { width: 80, colour: false, ui })),
    }
}
