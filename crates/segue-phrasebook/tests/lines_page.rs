//! `docs/lines.md` is what the phrasebook says.

use segue_phrasebook::Phrasebook;

#[test]
fn the_page_of_lines_is_current() {
    let page = include_str!("../../../docs/lines.md");
    assert!(
        page == Phrasebook::built_in().to_markdown(),
        "docs/lines.md is out of date: cargo run -p segue-phrasebook --example lines > docs/lines.md"
    );
}
