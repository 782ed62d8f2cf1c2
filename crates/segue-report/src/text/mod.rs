//! The debrief for a terminal.

mod entries;
mod hours;
pub(crate) mod paint;
mod ribbon;
pub(crate) mod sheet;
mod table;

use crate::TextOptions;
use crate::axis::Axis;
use crate::letter::{Section, compose};
use crate::wording::Texts;
use paint::{HEADLINE, PLAIN, QUIET, TITLE};
use segue_core::Label;
use segue_core::debrief::Debrief;
use sheet::Sheet;

pub(crate) fn render(debrief: &Debrief, options: TextOptions) -> String {
    let texts = Texts::of(options.ui);
    let letter = compose(debrief, texts);
    let names = Label::ALL.map(|label| texts.label(label));
    let mut sheet = Sheet::of(options);

    sheet.paragraph(&letter.headline, HEADLINE);
    sheet.paragraph(&letter.facts.join(" · "), QUIET);
    for caveat in &letter.caveats {
        sheet.paragraph(caveat, QUIET);
    }
    if !debrief.utterances.is_empty() {
        sheet.blank();
        ribbon::draw(&mut sheet, debrief, &Axis::of(debrief), texts);
    }
    for section in &letter.sections {
        write(&mut sheet, section, &names);
    }
    sheet.finish()
}

fn write(sheet: &mut Sheet, section: &Section, names: &[String; 4]) {
    sheet.blank();
    sheet.paragraph(&section.title, TITLE);
    if !section.lead.is_empty() {
        sheet.paragraph(&section.lead.join(" "), PLAIN);
    }
    if let Some(table) = &section.table {
        sheet.blank();
        table::write(sheet, names, table);
    }
    hours::write(sheet, &section.hours);
    entries::write(sheet, &section.entries);
}
