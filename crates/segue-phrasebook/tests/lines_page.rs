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

/// Numbers of lines have gaps; a numbered list is counted on from its first, and who banned line 5 banned its neighbour.
#[test]
fn every_line_stands_under_its_number_whatever_was_taken_out_before_it() {
    let book = Phrasebook::built_in();
    let page = book.to_markdown();
    let lines: Vec<_> = page.lines().collect();
    for line in book.lines() {
        let (family, number) = line.id.rsplit_once('-').unwrap();
        let at = lines.iter().position(|row| *row == format!("`{family}`")).unwrap();
        let listed = lines[at + 2..].iter().take_while(|row| !row.is_empty());
        assert_eq!(listed.filter(|row| row.starts_with(&format!("- `{number}` "))).count(), 1, "{}", line.id);
    }
}
