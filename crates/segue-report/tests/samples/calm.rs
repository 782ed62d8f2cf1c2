//! A group call in which nothing needed steering.

use super::{Person, Turn, call};
use segue_core::debrief::{AgendaResult, Debrief};
use segue_core::{Kind, Lang, Role};

const PEOPLE: [Person; 4] = [("Ines", Role::Me), ("Tomasz", Role::Client), ("Wen", Role::Client), ("Abiodun", Role::Colleague)];

const TURNS: [Turn; 11] = [
    (1, 'f', "Good morning everybody, are we all here?", &[]),
    (2, 's', "Good morning! Sunny for once.", &[]),
    (0, 'f', "Let us begin. First the import, then the sizes.", &[]),
    (
        3,
        'b',
        "The import runs every hour now. Two suppliers send their files in the old format, and I have written to both.",
        &[],
    ),
    (1, 'b', "How many products are affected by it?", &[]),
    (3, 'b', "Forty-one of nine hundred, all of them gloves.", &[]),
    (2, 'b', "Gloves can wait until the end of the month. Sizes cannot: we sold three of a size that does not exist.", &[]),
    (0, 'b', "I have the fix for the sizes on the staging shop. Wen, could you try it with the three orders today?", &[]),
    (2, 'b', "Yes, before lunch.", &[]),
    (0, 'b', "Then it goes live tomorrow at nine, and I write a note to the three customers.", &[]),
    (1, 'f', "Lovely, that was quick. Until Monday!", &[]),
];

pub fn debrief() -> Debrief {
    let mut d = call("monday.srt", Lang::En, Kind::Group, &PEOPLE, &TURNS);
    d.headline = "Two decisions in three minutes, and nothing in the way of them.".into();
    let reached = |text: &str, index: usize| AgendaResult {
        text: text.to_owned(),
        reached_at: Some(d.utterances[index].start),
        index: Some(index),
    };
    d.agenda = vec![reached("Import", 3), reached("Sizes", 6)];
    d
}
