//! Prints all lines as Markdown: `cargo run -p segue-phrasebook --example lines > docs/lines.md`.

fn main() {
    print!("{}", segue_phrasebook::Phrasebook::built_in().to_markdown());
}
