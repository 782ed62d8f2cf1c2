//! Whether an answer of the language model may be used.

use crate::fault::Fault;
use crate::phrases::added;
use crate::reading::Reading;
use crate::{Ask, facts};
use segue_core::{Address, Lang, Rung, tokens, verb_address};
use segue_phrasebook::{Change, Phrasebook, SAID, addresses, announcement_was_said, check_text, manner, promised, sounds_like};

/// A draft may be longer than its text by this factor and so many words.
const LONGER: (f64, usize) = (1.25, 5);
/// A draft that lost more than this share of its words lost its meaning.
const SHORTER: f64 = 0.4;

/// Checks a rephrased line as one that is to be offered on a rung. `book` is the client's: the answer must be no line
/// of it already. `change` is the line as it would be added to the client's own.
///
/// # Errors
/// The first [`Fault`].
pub fn check_line(answer: &str, ask: &Ask<'_>, rung: Rung, book: &Phrasebook, change: &Change) -> Result<(), Fault> {
    if answer.lines().filter(|line| !line.trim().is_empty()).count() > 1 {
        return Err(Fault::MoreThanALine);
    }
    if facts::foreign(answer, ask.lang) {
        return Err(Fault::Language);
    }
    let numbered = std::slice::from_ref(change);
    book.with_changes(numbered).map_err(|error| Fault::Line(error.fault))?;
    let steers = sounds_like(rung, &facts::without_slots(answer)) >= SAID;
    kept_to(answer, ask, steers)
}

/// Checks a rephrased script or letter.
///
/// # Errors
/// The first [`Fault`].
pub fn check_draft(answer: &str, ask: &Ask<'_>) -> Result<(), Fault> {
    let text = ask.text;
    let count = |text: &str| text.split_whitespace().count();
    let (words, given) = (count(answer), count(text));
    if words == 0 {
        return Err(Fault::Empty);
    }
    if words as f64 > given as f64 * LONGER.0 + LONGER.1 as f64 {
        return Err(Fault::TooLong);
    }
    if (words as f64) < given as f64 * SHORTER {
        return Err(Fault::TooShort);
    }
    let bare = facts::without_slots(answer);
    // What the text itself says is fine.
    match (check_text(&bare, ask.lang), check_text(&facts::without_slots(text), ask.lang)) {
        (Err(fault), given) if given.as_ref().err() != Some(&fault) => return Err(Fault::Line(fault)),
        _ => {}
    }
    if facts::foreign(answer, ask.lang) {
        return Err(Fault::Language);
    }
    if announcement_was_said(text) >= SAID && announcement_was_said(answer) < SAID {
        return Err(Fault::NotAnnounced);
    }
    kept_to(answer, ask, false)
}

/// What lines and drafts have in common: nothing added, nothing fed, the same address.
fn kept_to(answer: &str, ask: &Ask<'_>, steers: bool) -> Result<(), Fault> {
    let (text, lang) = (ask.text, ask.lang);
    let fault = facts::faulty(answer, text, lang)
        .or_else(|| new_promise(answer, text, lang).map(Fault::Promise))
        .or_else(|| (manner(answer).excuse && !manner(text).excuse).then_some(Fault::Excuse))
        .or_else(|| (answer.matches('?').count() > text.matches('?').count()).then_some(Fault::Asks))
        .or_else(|| added("more", lang, answer, text).map(Fault::AsksForMore))
        .or_else(|| other_address(answer, ask).then_some(Fault::Address))
        .or_else(|| manner(answer).brushes_off.then_some(Fault::Curt).filter(|_| !manner(text).brushes_off));
    if let Some(fault) = fault {
        return Err(fault);
    }
    let [read, given] = [answer, text].map(|text| Reading::of(&facts::without_slots(text), lang));
    if read.is_fine_beside(given, steers) { Ok(()) } else { Err(Fault::Private) }
}

fn new_promise(answer: &str, text: &str, lang: Lang) -> Option<String> {
    added("promise", lang, answer, text)
        .or_else(|| promised(answer, lang).filter(|phrase| promised(text, lang).as_ref() != Some(phrase)))
}

/// True if it says ты to whom one says вы, or the other way round.
fn other_address(answer: &str, ask: &Ask<'_>) -> bool {
    if ask.lang != Lang::Ru {
        return false;
    }
    let (ty, vy) = addresses(answer);
    let (given_ty, given_vy) = addresses(ask.text);
    let verb = |text: &str, address: Address| tokens(text).iter().any(|word| verb_address(word) == Some(address));
    match ask.address {
        Address::Vy => ty && !given_ty || verb(answer, Address::Ty) && !verb(ask.text, Address::Ty),
        Address::Ty => vy && !given_vy || verb(answer, Address::Vy) && !verb(ask.text, Address::Vy),
    }
}
