//! Flags: from the model's outputs, and those that follow from label and words.

use crate::asked::asks_something_personal;
use crate::away::is_away;
use crate::bearing::{bears_on_the_work, is_happy};
use crate::despair::{Despair, InDespair};
use crate::figure::is_figure_of_speech;
use crate::grave_news::{GraveNews, grave_news};
use crate::hints::{Hints, Rule};
use crate::model::{Calibration, MODEL_FLAGS, SERIOUS};
use crate::reading::Said;
use crate::relief::{Joy, Relief};
use crate::upheaval::is_upheaval;
use crate::upset::is_upset;
use segue_core::{Flag, Flags, Label, Probabilities, Reading, Role};

/// Longest answer, in words, that counts as an enthusiastic follow-up rather than a story.
const FOLLOW_UP: usize = 14;

/// What is added to the logit from which a moment may be serious. The calibrated one finds four fifths of serious talk, and a bit
/// more than half of what it silences is; with this it finds three quarters, and three fifths are (calls not trained on).
const HUSH_MARGIN: f32 = 0.3;

/// What is taken from the logit from which something is serious: the calibrated one, that of the best F1, holds a miss no worse than a
/// false alarm. With it four fifths of serious talk are found, and three fifths of what is found is serious (calls not trained on).
pub(crate) const CARE_MARGIN: f32 = 0.8;

/// The same with the whole call in view, where threads find what single turns hide (figures in `serious.rs`); with the margin of live
/// talk a fifth more calls without anything serious are alarmed.
pub(crate) const WHOLE_CARE_MARGIN: f32 = 0.65;

/// What is taken from the logit from which a fact moves the work: a note too many is soon read over, a missed one costs a day. With it
/// 44% of such facts are noted and 46% of the notes are right, without it 34% and 57% (calls not trained on).
const MOVES_MARGIN: f32 = 0.5;

/// What is added to the calibrated logit to be sure of it. Of the humane lines that came of the calibrated one every second was astray,
/// of those that come of this one every fifth (calls not trained on).
const SURE_MARGIN: f32 = 1.75;

/// Where a way back is wanted at least so likely, what only may be serious silences nothing.
const RATHER_WANTED: f32 = 0.5;

/// The flags whose output reaches its threshold, that of something serious less `care`; what may be serious counts as upset.
pub(crate) fn from_logits(logits: &[f32], calibration: &Calibration, care: f32, wanted: f32) -> Flags {
    let margin = |flag| match flag {
        Flag::Serious => care,
        Flag::WorkImpact => MOVES_MARGIN,
        _ => 0.0,
    };
    let reached = MODEL_FLAGS.into_iter().zip(logits).zip(&calibration.flags).filter(|((flag, l), t)| **l >= **t - margin(*flag));
    let mut flags: Flags = reached.map(|((flag, _), _)| flag).collect();
    if logits[SERIOUS] >= calibration.flags[SERIOUS] + SURE_MARGIN {
        flags.insert(Flag::SurelySerious);
    }
    if logits[SERIOUS] >= calibration.hush + HUSH_MARGIN && wanted < RATHER_WANTED {
        flags.insert(Flag::Upset);
    }
    flags
}

/// What the words of an utterance tell by themselves.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one utterance")]
pub(crate) struct Wording {
    /// Flags that they set whatever the nets say.
    sets: Flags,
    news: Option<GraveNews>,
    relief: Option<Relief>,
    /// Grave words in fun: "I nearly died laughing".
    jests: bool,
    /// These, or good news; what follows upon a wedding may be grave all the same.
    cheerful: bool,
    /// It is said in the joy over good news.
    pub in_joy: bool,
    asks: bool,
    /// Somebody else asks something personal of me.
    asks_me: bool,
    follows_up: bool,
    /// Nothing is said: a picture, or a call that nobody took.
    pub is_silent: bool,
}

impl Wording {
    /// `plain` are the words as [`plain`](crate::tokens::plain) writes them.
    pub fn of(said: Said<'_>, plain: &str) -> Self {
        let words = plain.split_whitespace().count();
        let hints = Hints::of(plain);
        let moves = hints.has(Rule::Away) && is_away(plain)
            || hints.has(Rule::Upheaval) && is_upheaval(plain)
            || hints.has(Rule::Bearing) && bears_on_the_work(plain);
        let news = hints.has(Rule::Grave).then(|| grave_news(plain)).flatten();
        let jests = news.is_none() && hints.has(Rule::Figure) && is_figure_of_speech(plain);
        let cheerful = jests || news.is_none() && hints.has(Rule::Happy) && is_happy(plain);
        let told = [(Flag::Upset, !jests && hints.has(Rule::Upset) && is_upset(plain)), (Flag::WorkImpact, moves)];
        let lively = plain.contains(['?', '!']) || asks_on(plain);
        Self {
            sets: told.into_iter().filter_map(|(flag, holds)| holds.then_some(flag)).collect(),
            news,
            jests,
            cheerful,
            relief: hints.has(Rule::Relief).then(|| Relief::of(plain)).flatten(),
            in_joy: false,
            asks: asks(plain),
            asks_me: said.role != Role::Me && hints.has(Rule::Asked) && asks_something_personal(plain),
            is_silent: words == 0,
            follows_up: words > 0 && words <= FOLLOW_UP && lively && !said.goes_on,
        }
    }
}

/// What was said before in a call and is not over.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SoFar {
    joy: Joy,
    in_despair: InDespair,
}

impl Wording {
    /// What the words of the next utterance tell, after what was said before.
    /// `plain` are they as [`plain`](crate::tokens::plain) writes them.
    pub fn next(said: Said<'_>, plain: &str, before: &mut SoFar) -> Self {
        let mut wording = Self::of(said, plain);
        // My own despair is nobody's to call about here: it stays grave news.
        let despair = (said.role != Role::Me).then(|| before.in_despair.told(plain)).flatten();
        match despair {
            Some(Despair::Plain) => {
                (wording.news, wording.jests, wording.cheerful) = (Some(GraveNews::Fresh), false, false);
                wording.sets.insert(Flag::Despair);
            }
            // «Прощайте» may be no more than a goodbye: no line comes, and that is all.
            Some(Despair::Possible) => wording.sets.insert(Flag::Upset),
            None => {}
        }
        wording.after(&mut before.joy)
    }

    /// The same after good news, or not.
    fn after(self, joy: &mut Joy) -> Self {
        Self { in_joy: joy.goes_on(self.news.is_some(), self.jests || self.relief == Some(Relief::AllIsWell)), ..self }
    }

    /// True if nobody is to be consoled for it, whatever was told around it.
    pub fn is_glad(self) -> bool {
        self.in_joy || self.cheerful || self.relief.is_some() && self.news.is_none()
    }
}

/// Takes back what does not go with the label, and adds enthusiasm: a short answer in private talk
/// that asks on or exclaims.
pub(crate) fn complete(reading: &mut Reading, wording: Wording) {
    if wording.is_silent {
        return leave_unsaid(reading);
    }
    if reading.label == Label::Business {
        reading.flags.remove(Flag::Upset);
    }
    reading.flags |= wording.sets;
    match wording.news {
        Some(GraveNews::Fresh) => {
            if reading.label == Label::Business {
                (reading.label, reading.probabilities) = (Label::Personal, Probabilities::certain(Label::Personal));
            }
            reading.flags |= news_told();
        }
        Some(GraveNews::Recent) if reading.label != Label::Business => reading.flags |= news_told(),
        Some(GraveNews::Plain | GraveNews::Own) if reading.label != Label::Business => reading.flags.insert(Flag::Serious),
        None if wording.cheerful => {
            [Flag::Serious, Flag::SurelySerious, Flag::Upset].into_iter().for_each(|flag| reading.flags.remove(flag));
        }
        // It still belongs to what was feared, but nobody is to be consoled for it.
        None if wording.is_glad() => reading.flags.remove(Flag::SurelySerious),
        _ => {}
    }
    if wording.asks_me {
        (reading.label, reading.probabilities) = (Label::Personal, Probabilities::certain(Label::Personal));
        reading.flags.insert(Flag::PersonalQuestion);
    } else if !wording.asks {
        reading.flags.remove(Flag::PersonalQuestion);
    }
    if !reading.label.is_private() {
        reading.flags.remove(Flag::PersonalQuestion);
        if reading.label == Label::Business {
            reading.flags.remove(Flag::SignOff);
        }
        return;
    }
    if wording.follows_up && !reading.flags.has(Flag::Serious) {
        reading.flags.insert(Flag::Enthusiasm);
    }
}

/// Where nothing is said, nobody is private or at work, and nothing begins.
pub(crate) fn leave_unsaid(reading: &mut Reading) {
    (reading.label, reading.probabilities) = (Label::Framing, Probabilities::certain(Label::Framing));
    reading.flags = Flags::NONE;
}

/// Of whoever tells grave news: it is their own, and worth a note.
fn news_told() -> Flags {
    Flags::from_iter([Flag::Serious, Flag::SurelySerious, Flag::Disclosure])
}

/// A question by its mark; where nobody wrote marks (as recognisers do), by its words.
fn asks(text: &str) -> bool {
    if text.contains('?') {
        return true;
    }
    let marked = text.contains(['.', ',', '!', '…']);
    !marked && text.split_whitespace().any(is_asking)
}

/// A word that questions are asked with.
fn is_asking(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "what"
            | "how"
            | "when"
            | "where"
            | "why"
            | "which"
            | "are"
            | "is"
            | "do"
            | "does"
            | "did"
            | "have"
            | "has"
            | "will"
            | "would"
            | "can"
            | "кто"
            | "что"
            | "чем"
            | "как"
            | "какой"
            | "какая"
            | "когда"
            | "где"
            | "куда"
            | "почему"
            | "зачем"
            | "сколько"
            | "разве"
            | "ли"
            | "неужели"
            | "чего"
            | "чья"
    )
}

/// Follow-ups that invite the other to go on, as recognisers write them, without signs.
fn asks_on(text: &str) -> bool {
    const STARTS: [&str; 21] = [
        "really",
        "no way",
        "wow",
        "oh my",
        "tell me",
        "and then",
        "what happened",
        "how was",
        "so what",
        "amazing",
        "lovely",
        "how lovely",
        "серьезно",
        "да ладно",
        "ого",
        "ух ты",
        "и что",
        "а дальше",
        "расскажи",
        "ничего себе",
        "как здорово",
    ];
    let text = text.trim_start();
    STARTS.iter().any(|start| text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::plain;

    /// "I am in hospital from Monday, so sign-off moves" is business that rests on a private fact; its flag was taken away, and with it
    /// the note.
    #[test]
    fn a_fact_that_moves_the_work_stays_so_in_business() {
        for (label, asks) in [(Label::Business, false), (Label::Framing, false), (Label::Personal, true)] {
            let flags = [Flag::WorkImpact, Flag::PersonalQuestion].into_iter().collect();
            let mut reading = Reading { wanted: Some(0.1), ..Reading::certain(label, flags) };
            let said = Said { role: Role::Client, goes_on: false, text: "so I am away from Monday, would you wait?" };
            complete(&mut reading, Wording::of(said, &plain(said.text)));
            assert!(reading.flags.has(Flag::WorkImpact), "{label:?}");
            assert_eq!(reading.flags.has(Flag::PersonalQuestion), asks, "{label:?}");
        }
    }

    /// "All clear!" was met with "I'm so sorry. Shall we stop here?".
    #[test]
    fn good_news_about_what_was_feared_is_not_surely_serious() {
        for (text, sure) in [
            ("All clear! I can breathe again.", false),
            ("Всё чисто! Выдохнула. Вечером торт ем", false),
            ("They found something on the scan.", true),
            ("Боюсь я этого обследования, если честно", true),
            // Of two pieces of news the grave one counts.
            ("Mine came back clean, but my mother died last night.", true),
            ("У меня всё чисто, а вчера умерла мама.", true),
        ] {
            let flags = [Flag::Serious, Flag::SurelySerious].into_iter().collect();
            let mut reading = Reading { wanted: Some(0.1), ..Reading::certain(Label::Personal, flags) };
            let said = Said { role: Role::Client, goes_on: false, text };
            complete(&mut reading, Wording::of(said, &plain(text)));
            assert_eq!(reading.flags.has(Flag::SurelySerious), sure, "{text}");
            assert!(reading.flags.has(Flag::Serious), "{text}: nothing steers in it");
        }
    }
}
