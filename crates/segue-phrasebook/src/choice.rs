//! Which line is offered: a small bandit without randomness.
//!
//! Lines come from pools: the kind of call in the tone asked, then in the nearest tones, then the
//! lines for clients. The first pool with a usable line is taken. Within it each line has a score:
//!
//! - **What worked.** The chance that business comes back after a line has a Beta distribution. The
//!   prior is Beta(3, 2): a line of the book is thought to work three times in five, with the weight
//!   of five tries. A return adds up to one success (less if it took long), saying it in vain one
//!   failure, a client who went curt two failures, and showing it without its being said half a
//!   failure, since it is probably not in my words.
//! - **What is not yet known.** One standard deviation is added, so that fresh lines get their turn.
//! - **What was heard lately.** A line of the last call loses 0.4, of the call before 0.28, and so on.
//! - **What it can name.** A line that names the next item, the next meeting or the parked topic, when
//!   there is one, gains a little, or much where that is its very point.
//!
//! The direct rung is never explored: a line with a good record with this client comes first,
//! otherwise the next in the book.

use crate::Phrasebook;
use crate::check::{promises_later, says_done, speaks_of_next};
use crate::language::{Entry, Form, Language, TONES};
use crate::memory::{LineMemory, LineRecord};
use crate::slots::{Filling, Slot};
use crate::spoken::{MOST_SECONDS, seconds_to_say};
use segue_core::{Kind, Line, LineRequest, Rung, Tone};

/// Successes and failures of the prior.
const PRIOR: (f64, f64) = (3.0, 2.0);
/// Standard deviations added for what is not yet known.
const CURIOSITY: f64 = 1.0;
/// Taken from a line of the last call.
const HEARD_LATELY: f64 = 0.4;
/// What is left of that one call later.
const FORGETTING: f64 = 0.7;
/// Seconds to the return that count as a whole success.
const PROMPT: f64 = 30.0;
/// Seconds after those at which a return counts half.
const SLOW: f64 = 90.0;
/// Failures that a client who went curt counts for.
const CURT: f64 = 2.0;
/// Failures that an unsaid line counts for.
const UNSAID: f64 = 0.5;
/// How much of the penalty for being heard lately decides between two direct lines that both work.
const DIRECT_FRESHNESS: f64 = 0.25;

impl Phrasebook {
    /// The line to offer now; `None` if every fitting line was used in this call or banned.
    ///
    /// Never one that was shown in this call, never one whose slots have no value or that would take
    /// more than [`MOST_SECONDS`] to say as filled, and none that promises a chat which is not agreed.
    /// The same request and memory give the same line.
    pub fn choose(&self, request: &LineRequest, memory: &LineMemory) -> Option<Line> {
        let language = self.language(request.lang);
        let filling = Filling::of(&request.slots, request.lang);
        pools(request).find_map(|(kind, tone)| best(language, request, &filling, memory, kind, tone))
    }
}

/// Kinds and tones in the order in which they are tried.
pub(crate) fn pools(request: &LineRequest) -> impl Iterator<Item = (Kind, Tone)> {
    let tones = nearest(request.tone);
    let own = tones.map(|tone| (request.kind, tone));
    let clients = tones.map(|tone| (Kind::Client, tone));
    own.into_iter().chain(clients.into_iter().filter(move |(kind, _)| request.kind != *kind))
}

/// The tones from the one asked to the one farthest from it; neutral leans to warm.
fn nearest(tone: Tone) -> [Tone; 3] {
    match tone {
        Tone::Warm => TONES,
        Tone::Neutral => [Tone::Neutral, Tone::Warm, Tone::Direct],
        Tone::Direct => [Tone::Direct, Tone::Neutral, Tone::Warm],
    }
}

fn best(
    language: &Language,
    request: &LineRequest,
    filling: &Filling,
    memory: &LineMemory,
    kind: Kind,
    tone: Tone,
) -> Option<Line> {
    let mut found: Option<(f64, Line)> = None;
    for entry in &language.entries {
        let fits = entry.key.rung == request.rung && entry.key.kind == kind && entry.key.tone == tone;
        if !fits || (entry.only && kind != request.kind) || memory.used_now(&entry.id) {
            continue;
        }
        let Some(form) = entry.form(request.address) else { continue };
        // Words of the user's own are the user's.
        if !entry.own && says_what_is_not(language, form, request) {
            continue;
        }
        let score = score(entry, request, filling, memory);
        // Only a better line is worth filling; of equals the first in the book stays.
        if found.as_ref().is_some_and(|(best, _)| *best >= score) {
            continue;
        }
        if let Some(text) = language.format(form, filling).filter(|text| seconds_to_say(text) <= MOST_SECONDS) {
            found = Some((score, Line { id: entry.id.clone(), text }));
        }
    }
    found.map(|(_, line)| line)
}

/// What is put aside for the end needs an end that is agreed, a next item one that comes, and work that is done an agenda without
/// one.
fn says_what_is_not(language: &Language, form: &Form, request: &LineRequest) -> bool {
    let unkept = request.rung == Rung::Park && !request.chat_at_end;
    let nothing_next = request.rung.steers() && request.nothing_next;
    let names_item = form.slots.has(Slot::NextItem);
    let work_waits = request.rung == Rung::Return && request.slots.next_item.is_some();
    work_waits && says_done(&language.template(form), language.lang)
        || unkept && promises_later(&language.template(form), language.lang)
        || nothing_next && speaks_of_next(&language.template(form), language.lang, names_item)
}

fn score(entry: &Entry, request: &LineRequest, filling: &Filling, memory: &LineMemory) -> f64 {
    let belief = Belief::of(memory.line(&entry.id));
    let lately = memory
        .calls_since(&entry.id)
        .map_or(0.0, |calls| HEARD_LATELY * FORGETTING.powi(calls.saturating_sub(1).min(64).cast_signed()));
    let (slot, gain) = wish(request.rung);
    let names = entry.form(request.address).is_some_and(|form| form.slots.has(slot)) && filling.present().has(slot);
    let gain = if names { gain } else { 0.0 };
    if request.rung == Rung::Direct {
        return match belief.standing() {
            Standing::Proven => 2.0 + belief.mean - DIRECT_FRESHNESS * lately,
            Standing::Untried => 1.0 + gain,
            Standing::Failed => belief.mean,
        };
    }
    belief.mean + CURIOSITY * belief.deviation + gain - lately
}

/// The slot that a line of this rung had better name, and what that is worth.
pub(crate) fn wish(rung: Rung) -> (Slot, f64) {
    match rung {
        Rung::SignOff => (Slot::NextMeeting, 0.5),
        Rung::Return => (Slot::Topic, 0.3),
        Rung::Closing => (Slot::MinutesLeft, 0.1),
        Rung::Overrun => (Slot::NextMeeting, 0.1),
        _ => (Slot::NextItem, 0.1),
    }
}

/// What is believed of a line.
struct Belief {
    mean: f64,
    deviation: f64,
    tried: bool,
}

/// How a line stands that must not be experimented with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Proven,
    Untried,
    Failed,
}

impl Belief {
    fn of(record: Option<&LineRecord>) -> Self {
        let (mut works, mut fails) = PRIOR;
        if let Some(record) = record {
            let returned = f64::from(record.returned);
            let credit = record.mean_seconds_to_return().map_or(0.0, |mean| (1.0 - 0.5 * (mean - PROMPT) / SLOW).clamp(0.5, 1.0));
            works += returned * credit;
            fails += returned * (1.0 - credit)
                + f64::from(record.said.saturating_sub(record.returned))
                + CURT * f64::from(record.closed_up)
                + UNSAID * f64::from(record.recorded.saturating_sub(record.said));
        }
        let tries = works + fails;
        Self {
            mean: works / tries,
            deviation: (works * fails / (tries * tries * (tries + 1.0))).sqrt(),
            tried: record.is_some_and(|record| record.recorded > 0),
        }
    }

    fn standing(&self) -> Standing {
        let prior = PRIOR.0 / (PRIOR.0 + PRIOR.1);
        match self.tried {
            false => Standing::Untried,
            true if self.mean >= prior => Standing::Proven,
            true => Standing::Failed,
        }
    }
}

/// How a line stands with this client.
pub(crate) fn standing(record: Option<&LineRecord>) -> Standing {
    Belief::of(record).standing()
}
