//! Speech that was not recognised: what a debrief says of it, and whether the rest is enough to measure a call by.

use crate::headline::amount;
use segue_core::debrief::Unit;
use segue_core::{Lang, Problem};

/// Share of speech that may be missing from a call that is measured all the same.
const MISSING: f64 = 0.1;
/// Seconds of it that are worth a word.
const A_WORD: f64 = 3.0;

/// Share of a call below which its speech is so little that the rest was not silence.
const HARDLY_ANY: f64 = 0.05;

/// True if so many seconds of speech are enough to tell what a call was like, where these were not recognised. `length` is that
/// of a live call in which no key was pressed: listening may have ended long before it. Where nothing at all was heard, there
/// is no part to tell from the whole.
pub fn heard_enough(heard: f64, skipped: f64, length: Option<f64>) -> bool {
    let hardly_any = |length: f64| heard > 0.0 && heard < HARDLY_ANY * length;
    skipped <= MISSING * (heard + skipped) && !length.is_some_and(hardly_any)
}

/// What was missed, for whoever reads the debrief.
pub(crate) fn problem(skipped: f64, ui: Lang) -> Option<Problem> {
    let missed = amount(skipped, Unit::Seconds, ui == Lang::En);
    let what = match ui {
        Lang::En => {
            format!(
                "About {missed} of speech went unrecognised, because recognition could not keep up. Everything here is about the rest."
            )
        }
        Lang::Ru => format!("Около {missed} речи не распознано: программа не успевала. Здесь учтено только остальное."),
    };
    (skipped >= A_WORD).then_some(Problem { line: None, what, nameless: None })
}

/// The headline of a call of which only a part was heard says so first.
pub(crate) fn headline(headline: String, partly: bool, ui: Lang) -> String {
    match (partly, ui) {
        (false, _) => headline,
        (true, Lang::En) => format!("Only part of this call was heard. {headline}"),
        (true, Lang::Ru) => format!("Слышна была только часть разговора. {headline}"),
    }
}
