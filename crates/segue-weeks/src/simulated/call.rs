//! One simulated call.

use super::people::Person;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use segue_core::debrief::{FeedingKind, LabelAmounts, Unit};
use segue_core::{CallRecord, CueRecord, DriftRecord, Exception, ExceptionKind, Role, Rung, Tone};

/// Words a minute of talk, for chats.
const WORDS_A_MINUTE: f64 = 40.0;
/// Share of a call in which somebody speaks.
const SPEECH: f64 = 0.86;

/// The `n`th of `count` calls with somebody.
pub(super) fn simulate(person: &Person, n: usize, count: usize, day: Date, random: &mut fastrand::Rng) -> CallRecord {
    let along = n as f64 / (count.max(2) - 1) as f64;
    let near =
        |random: &mut fastrand::Rng, value: f64, spread: f64| (value * (1.0 + spread * (random.f64() - 0.5) * 2.0)).max(0.0);
    let planned = (person.minutes > 0.0).then_some(person.minutes * 60.0);
    let serious = person.serious == Some(n);
    let announced = person.announced == Some(n);
    let late = !serious && random.f64() < at(person.late, along);
    let overrun = if late { near(random, 600.0, 0.6) } else { (random.f64() - 0.8).max(0.0) * 400.0 };
    let seconds = match planned {
        Some(planned) if late => planned + overrun,
        Some(planned) => planned + overrun - near(random, 90.0, 1.0),
        None => near(random, 1500.0, 0.4),
    };

    let talk = seconds * SPEECH;
    let share = if serious { 0.55 } else { near(random, at(person.private, along), 0.25).min(0.8) };
    let private = talk * share;
    let greeting = near(random, at(person.greeting, along) * 60.0, 0.3).min(private);
    let closing = near(random, at(person.closing, along) * 60.0, 0.3).min(private - greeting);
    let middle = (private - greeting - closing).max(0.0);
    let (drifts, cues) = drifts(person, seconds, greeting, closing, middle, serious, along, random);

    let scale = if person.unit == Unit::Words { WORDS_A_MINUTE / 60.0 } else { 1.0 };
    let (amounts, said_by_client) = (talk * scale, if serious { 0.75 } else { 0.58 - 0.28 * cooling(person, along) });
    let personal = if serious { 0.9 } else { 0.45 };
    let of = |part: f64| LabelAmounts {
        business: amounts * (1.0 - share) * 0.92 * part,
        smalltalk: amounts * share * (1.0 - personal) * part,
        personal: amounts * share * personal * part,
        framing: amounts * (1.0 - share) * 0.08 * part,
        unmarked: 0.0,
    };
    let started = day.at(person.hour, 0, 0, 0).to_zoned(TimeZone::get(person.zone).unwrap_or(TimeZone::UTC));
    let started = started.map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp());
    let before = person.announced.is_some_and(|at| n < at);
    CallRecord {
        id: 0,
        client: person.name.into(),
        started,
        day_only: false,
        zone: person.zone.into(),
        seconds,
        planned,
        allowed_at_start: person.chat.0 * 60.0,
        allowed_at_end: person.chat.1 * 60.0,
        unit: person.unit,
        talk: vec![(Role::Me, of(1.0 - said_by_client)), (Role::Client, of(said_by_client))],
        greeting: if person.unit == Unit::Words { 0.0 } else { greeting },
        closing_chat: if person.unit == Unit::Words { 0.0 } else { closing },
        feeding: feeding(&drifts, person, before, random),
        drifts,
        cues,
        overrun,
        exceptions: exceptions(person, overrun, started, seconds, random),
        announced,
        serious,
        agenda: person.agenda.iter().map(|&item| (item.to_owned(), random.f64() < 1.0 - share)).collect(),
        rate: Some((person.rate.0, person.rate.1.into())),
    }
}

/// The value of a curve at a point of the half year.
fn at(points: &[f64], along: f64) -> f64 {
    let place = along.clamp(0.0, 1.0) * (points.len() - 1) as f64;
    let left = (place.floor() as usize).min(points.len() - 1);
    let right = (left + 1).min(points.len() - 1);
    points[left] + (points[right] - points[left]) * (place - left as f64)
}

/// How far a relationship has cooled that has no private talk left at all.
fn cooling(person: &Person, along: f64) -> f64 {
    if at(person.private, 1.0) < 0.05 { ((along - 0.75) / 0.1).clamp(0.0, 1.0) } else { 0.0 }
}

#[expect(clippy::too_many_arguments, reason = "the facts of one call, all of them needed")]
fn drifts(
    person: &Person,
    seconds: f64,
    greeting: f64,
    closing: f64,
    middle: f64,
    serious: bool,
    along: f64,
    random: &mut fastrand::Rng,
) -> (Vec<DriftRecord>, Vec<CueRecord>) {
    let scale = if person.unit == Unit::Words { WORDS_A_MINUTE / 60.0 } else { 1.0 };
    let (mut drifts, mut cues) = (Vec::new(), Vec::new());
    let count = ((middle / 150.0).ceil() as usize).clamp(usize::from(middle > 10.0), 5);
    let (from, to) = (greeting + 60.0, (seconds - closing - 120.0).max(greeting + 120.0));
    for n in 0..count {
        let length = middle / count as f64;
        let start = from + (to - from) * (n as f64 + random.f64() * 0.5) / count as f64;
        let by_me = random.f64() < person.mine;
        let excused = serious || length < 30.0;
        let cued = !excused && length > 40.0;
        let rung = [Rung::Park, Rung::Time, Rung::Direct][n.min(2)];
        let returned = random.f64() < 0.55 + 0.35 * along;
        drifts.push(DriftRecord {
            start,
            end: start + length / SPEECH,
            private: length * scale,
            opened_by: Some(if by_me { Role::Me } else { Role::Client }),
            returned_by: returned.then_some(Role::Me),
            allowed: 0.0,
            excused,
        });
        if cued && person.unit == Unit::Seconds {
            let tone = match person.tone {
                Tone::Warm => "warm",
                Tone::Neutral => "neutral",
                Tone::Direct => "direct",
            };
            cues.push(CueRecord {
                at: start + 40.0,
                line: format!("{}/{}-client-{tone}-{}", person.lang.code(), rung.name(), random.u8(1..=3)),
                rung: rung.name().into(),
                said: Some(random.f64() < 0.8),
                returned_after: returned.then(|| 8.0 + random.f64() * (70.0 - 45.0 * along)),
            });
        }
    }
    (drifts, cues)
}

fn feeding(drifts: &[DriftRecord], person: &Person, before: bool, random: &mut fastrand::Rng) -> Vec<(FeedingKind, u32)> {
    let likely = if before { person.mine + 0.3 } else { person.mine };
    let count = drifts.iter().filter(|drift| !drift.excused).count();
    let mut times = |kind| (kind, (0..count).filter(|_| random.f64() < likely).count() as u32);
    [times(FeedingKind::PersonalQuestion), times(FeedingKind::Disclosure), times(FeedingKind::Enthusiasm)]
        .into_iter()
        .chain([(FeedingKind::Opening, drifts.iter().filter(|d| !d.excused && d.opened_by == Some(Role::Me)).count() as u32)])
        .filter(|(_, times)| *times > 0)
        .collect()
}

fn exceptions(person: &Person, overrun: f64, started: Timestamp, seconds: f64, random: &mut fastrand::Rng) -> Vec<Exception> {
    if overrun <= segue_core::TIME_TOLERANCE || person.reasons.is_empty() {
        return Vec::new();
    }
    let (reason, kind, theirs) = *random.choice(person.reasons).unwrap_or(&("", ExceptionKind::Overrun, false));
    let sent = !reason.is_empty() && random.f64() < 0.7;
    let ended = started + (seconds as i64).seconds();
    let overrun_note =
        |kind| Exception { kind, seconds: overrun, reason: reason.into(), theirs, note_sent: sent.then(|| ended + 20.minutes()) };
    match kind {
        ExceptionKind::Overrun => vec![overrun_note(kind)],
        other => vec![overrun_note(other), overrun_note(ExceptionKind::Overrun)],
    }
}
