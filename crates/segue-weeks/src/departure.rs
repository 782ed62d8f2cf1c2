//! The note to the client about a departure from the plan.

use crate::held::Judged;
use crate::holding::Allowance;
use crate::week::Told;
use jiff::civil::Date;
use segue_core::debrief::Unit;
use segue_core::{CallRecord, Client, Exception, ExceptionKind, Kind, Lang, Tone, Words, whole_minutes};
use segue_phrasebook::{Departure, Note, NoteLength, OverrunNote, Reason, overrun_note};
use std::cmp::Reverse;

/// How the note is to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoteWishes {
    /// Mail or chat.
    pub length: NoteLength,
    /// Tone; that of the boundary if none is wished.
    pub tone: Option<Tone>,
    /// My name, under a mail.
    pub me: Option<String>,
    /// Agenda items of the call were left.
    pub left: bool,
}

/// The departure of the last call with this client, if it departed: the call, and the exception as it
/// stands, also one that nobody noted, and one that came from them: it does not count, and may be told all the same. Notes are about the last call; after the next one they come too
/// late to prepare anybody. Where people write, nothing was planned of which a note could tell.
pub fn last_departure<'a>(client: &Client, calls: &'a [CallRecord]) -> Option<(&'a CallRecord, Exception)> {
    let own = calls.iter().filter(|call| call.is_with(client));
    let call = own.max_by_key(|call| (call.started, call.id))?;
    let departures = to_explain(&Judged::of(call)).cloned().collect::<Vec<_>>();
    // Mine first; and of those, what the client noticed most.
    Some((call, departures.into_iter().min_by_key(|exception| (exception.theirs, noticed(exception.kind)))?))
}

/// A departure of that day, so that its reason can be given also after other calls: one that has none yet before others, and an
/// overrun before all else of its call.
pub fn departure_on<'a>(client: &Client, calls: &'a [CallRecord], on: Date) -> Option<(&'a CallRecord, Exception)> {
    let own = calls.iter().filter(|call| call.is_with(client) && call.day() == on);
    let departures = own.flat_map(|call| {
        let judged = Judged::of(call);
        to_explain(&judged).map(|exception| (call, exception.clone())).collect::<Vec<_>>()
    });
    departures.min_by_key(|(call, exception)| {
        (Told::of(exception) != Told::Open, Reverse((call.started, call.id)), noticed(exception.kind))
    })
}

/// How soon a departure comes to the client's mind: the end first, since an overrun says most of why a call was long, and nobody
/// overlooks one that is over early; items that are left go with other things that took the time.
fn noticed(kind: ExceptionKind) -> u8 {
    match kind {
        ExceptionKind::Overrun => 0,
        ExceptionKind::EndedEarly => 1,
        ExceptionKind::ItemsLeft => 3,
        _ => 2,
    }
}

/// The day of the last of these calls, in order of time, that departed without a reason so far.
pub fn unexplained(calls: &[Judged]) -> Option<Date> {
    let open = |judged: &&Judged| to_explain(judged).any(|exception| counts(exception) && Told::of(exception) == Told::Open);
    // Nobody is asked for the reason where something serious was told: it is known.
    calls.iter().filter(|judged| !judged.call.serious).rfind(open).map(|judged| judged.day)
}

/// False for what crosses no boundary: it is told if one likes, and no trend presses for its reason.
fn counts(exception: &Exception) -> bool {
    !matches!(exception.kind, ExceptionKind::EndedEarly | ExceptionKind::ItemsLeft)
}

/// Departures of a call that can be explained, also those that came from them or that something serious brought with it: where people write, nothing was planned.
fn to_explain<'a>(judged: &'a Judged) -> impl Iterator<Item = &'a Exception> {
    let spoken = judged.call.unit == Unit::Seconds;
    judged.told().filter(move |exception| spoken || exception.kind != ExceptionKind::PrivateTalk)
}

/// The call with this departure in place of the same one without its reason. What came from them explains all of the call, until
/// that is taken back.
#[must_use]
pub fn explained(call: &CallRecord, exception: Exception) -> CallRecord {
    let mut call = call.clone();
    let theirs = exception.theirs;
    let before = if let Some(other) = call.exceptions.iter_mut().find(|other| other.kind == exception.kind) {
        std::mem::replace(other, exception).theirs
    } else {
        call.exceptions.push(exception);
        false
    };
    if theirs != before {
        call.exceptions.iter_mut().for_each(|other| other.theirs = theirs);
    }
    call
}

/// The note about a departure, in the client's language. It calls an exception only what still is one by the allowance, this
/// call included.
pub fn departure_note(client: &Client, exception: &Exception, reason: Reason, allowance: Allowance, wishes: &NoteWishes) -> Note {
    let boundary = &client.boundary;
    let departure = match exception.kind {
        ExceptionKind::Overrun => Departure::RanOver,
        ExceptionKind::LongGreeting | ExceptionKind::LongClosing | ExceptionKind::AgreedChat | ExceptionKind::PrivateTalk => {
            Departure::MoreChat
        }
        ExceptionKind::EndedEarly => Departure::EndedEarly,
        ExceptionKind::ItemsLeft => Departure::ItemsLeft,
        ExceptionKind::Moved => Departure::Moved,
    };
    overrun_note(
        &OverrunNote {
            lang: boundary.lang,
            tone: wishes.tone.unwrap_or(boundary.tone),
            address: boundary.address_to_all(),
            name: Some(client.name.clone()).filter(|_| boundary.kind != Kind::Group),
            me: wishes.me.clone(),
            departure,
            minutes: Some(whole_minutes(exception.seconds / 60.0)).filter(|minutes| *minutes > 0),
            reason,
            exception: !allowance.is_the_rule() || allowance.is_single(),
            theirs: exception.theirs,
            changes: client.new_terms().is_some_and(|new| new.after != new.before),
            left: wishes.left,
            usual_minutes: boundary.planned_minutes.map(whole_minutes),
            next_meeting: client.next_meeting.clone(),
        },
        wishes.length,
    )
}

/// Reasons that most departures have: the short name to type, and the sentence that is remembered.
static USUAL: [(&str, Reason, &str, &str); 4] = [
    ("work", Reason::Work, "The work needed it.", "Так было нужно по работе."),
    ("news", Reason::ClientsNews, "What they told me mattered more.", "То, о чём зашла речь, было важнее."),
    ("connection", Reason::Connection, "The connection.", "Связь."),
    ("mine", Reason::Mine, "Something on my side.", "Причина с моей стороны."),
];

/// Sentences that earlier versions remembered, each with the short name of its reason.
const EARLIER: [(&str, &str); 3] =
    [("What they told mattered more.", "news"), ("Причина во мне.", "mine"), ("Того требовало дело.", "work")];

/// A usual reason, by its short name or its sentence in either language.
fn usual(text: &str) -> Option<&'static (&'static str, Reason, &'static str, &'static str)> {
    let text = EARLIER.iter().find(|(sentence, _)| *sentence == text).map_or(text, |(_, name)| *name);
    USUAL.iter().find(|(name, _, english, russian)| [*name, *english, *russian].contains(&text))
}

/// The short name of a reason as it is remembered, if it is a usual one.
pub fn usual_reason(text: &str) -> Option<&'static str> {
    usual(text.trim()).map(|(name, ..)| *name)
}

/// A reason as it was typed or is remembered: a short name, its sentence in either language, or one's own words.
pub fn reason_of(text: &str) -> Reason {
    let text = text.trim();
    usual(text).map_or_else(|| Reason::Own(Words::new(text)), |(_, reason, ..)| reason.clone())
}

/// The reason as it is remembered and shown: a usual one is its sentence in this language, whatever language it was given in; own
/// words stay.
pub fn reason_in_words(text: &str, ui: Lang) -> String {
    let text = text.trim();
    match usual(text) {
        Some((_, _, english, russian)) => if ui == Lang::En { *english } else { *russian }.to_owned(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{explained, reason_in_words, reason_of};
    use segue_core::{CallRecord, Exception, ExceptionKind, Lang};
    use segue_phrasebook::Reason;

    #[test]
    fn a_usual_reason_is_known_again_in_both_languages() {
        for ui in [Lang::En, Lang::Ru] {
            assert_eq!(reason_of(&reason_in_words(" connection ", ui)), Reason::Connection);
        }
        assert_eq!(reason_of("What they told mattered more."), Reason::ClientsNews);
        assert_eq!(reason_of("Причина во мне."), Reason::Mine);
        assert_eq!(reason_of("Того требовало дело."), Reason::Work);
        assert_eq!(reason_of("the dog ate it"), Reason::Own("the dog ate it".into()));
    }

    /// Of two departures that came from them, neither could be made one's own again.
    #[test]
    fn that_it_came_from_them_is_taken_back_for_all_of_the_call() {
        let exception = |kind, theirs| Exception { kind, seconds: 300.0, reason: String::new(), theirs, note_sent: None };
        let kinds = [ExceptionKind::Overrun, ExceptionKind::AgreedChat];
        let call = CallRecord { exceptions: kinds.map(|kind| exception(kind, false)).into(), ..CallRecord::default() };
        let all = |call: &CallRecord| call.exceptions.iter().map(|one| one.theirs).collect::<Vec<_>>();
        let theirs = explained(&call, exception(kinds[0], true));
        assert_eq!(all(&theirs), [true, true]);
        assert_eq!(all(&explained(&theirs, exception(kinds[1], false))), [false, false]);
    }

    /// «дольше на 21 мин: What they told me mattered more.»
    #[test]
    fn a_usual_reason_is_shown_in_the_language_of_whoever_looks() {
        for remembered in
            ["news", "What they told me mattered more.", "What they told mattered more.", "То, о чём зашла речь, было важнее."]
        {
            assert_eq!(reason_in_words(remembered, Lang::Ru), "То, о чём зашла речь, было важнее.");
            assert_eq!(reason_in_words(remembered, Lang::En), "What they told me mattered more.");
        }
        assert_eq!(reason_in_words("the dog ate it", Lang::Ru), "the dog ate it");
    }
}
