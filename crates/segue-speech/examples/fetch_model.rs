//! Fetches a model to the user's shelf: `cargo run -p segue-speech --example fetch_model [NAME]`.

use segue_speech::models::{Shelf, find};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "base".into());
    let model = find(&name).ok_or("there is no model of that name")?;
    let mut last = String::new();
    let path = Shelf::of_user()?.fetch(model, |at| {
        let said = match at {
            segue_speech::models::Fetching::Bytes { done, total } => format!("{}%", done * 100 / total),
            other => format!("{other:?}"),
        };
        if said != last {
            eprintln!("{said}");
            last = said;
        }
    })?;
    println!("{}", path.display());
    Ok(())
}
