//! One channel of sound: nobody can say who speaks.

use super::{Person, Turn, call, drift};
use segue_core::debrief::{Debrief, Excuse};
use segue_core::{Kind, Label, Lang, Role};

const SOMEBODY: Person = ("", Role::Unknown);

const TURNS: [Turn; 12] = [
    (0, 'f', "hello can you hear me yes good morning", &[]),
    (0, 's', "how was the train oh late as ever but there was coffee", &[]),
    (0, 'b', "so the quarterly figures are in and the second warehouse is twelve percent over what we had planned", &[]),
    (0, 'b', "that is the heating and the night shift i have put both into the table on page four", &[]),
    (0, 'p', "speaking of nights my daughter has not slept since she got the puppy and neither have we", &[]),
    (0, 'p', "oh what is it called", &[]),
    (0, 'p', "biscuit and he eats the skirting boards we have pulled two nails out of him i mean out of his basket", &[]),
    (0, 'p', "ours did that with the door of the car you have no idea what that costs", &[]),
    (0, 'f', "right back to page four shall we", &[]),
    (0, 'b', "page four so if we move the night shift to the first warehouse we are under again by may", &[]),
    (0, 'b', "then do that and send me the new table", &[]),
    (0, 'f', "will do bye bye", &[]),
];

pub fn debrief() -> Debrief {
    let mut d = call("memo 14.m4a", Lang::En, Kind::Internal, &[SOMEBODY], &TURNS);
    d.headline = "The puppy took two minutes of the warehouse.".into();
    let mut train = drift(&d, 1, 1, Label::Smalltalk);
    train.excused = Some(Excuse::Greeting);
    let mut puppy = drift(&d, 4, 7, Label::Personal);
    puppy.returned_at = Some(8);
    puppy.returned_with = Some(d.utterances[8].text.clone());
    d.drifts = vec![train, puppy];
    d.feeding = None;
    d
}
