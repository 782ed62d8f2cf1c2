//! Prints a sample, or a debrief from a JSON file, in one of the formats:
//! `cargo run -p segue-report --example sample -- html en full > page.html`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use segue_core::Lang;
use segue_core::debrief::Debrief;
use segue_report::{TextOptions, html, json, markdown, text};
use std::io::{self, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [format, ui, name, rest @ ..] = args.as_slice() else {
        return Err("usage: sample text|colour|html|md|json en|ru SAMPLE|FILE.json [WIDTH]".into());
    };
    let ui = if ui == "ru" { Lang::Ru } else { Lang::En };
    let debrief = match samples::named(name) {
        Some(debrief) => debrief,
        None => serde_json::from_str::<Debrief>(&std::fs::read_to_string(name)?)?,
    };
    let width = rest.first().map_or(Ok(100), |width| width.parse())?;
    let out = match format.as_str() {
        "text" => text(&debrief, &TextOptions { width, colour: false, ui }),
        "colour" => text(&debrief, &TextOptions { width, colour: true, ui }),
        "html" => html(&debrief, ui),
        "md" => markdown(&debrief, ui),
        _ => json(&debrief),
    };
    io::stdout().write_all(out.as_bytes())?;
    Ok(())
}
