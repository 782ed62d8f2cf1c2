//! Debriefs to try the formats on, written by hand as the rest of segue would build them.
#![allow(dead_code, reason = "each test uses some of them")]

mod broken;
mod calm;
mod chat;
mod full;
mod long;
mod mono;
mod short;

use segue_core::debrief::{
    By, Correspondence, Debrief, DebriefUtterance, Drift, LabelAmounts, Month, SCHEMA, Sitting, SpeakerTalk, Talk, Unit, Writer,
};
use segue_core::{Flag, Kind, Label, Lang, Probabilities, Role, Timing, Words};

/// All samples with their names.
pub fn all() -> Vec<(&'static str, Debrief)> {
    vec![
        ("full", full::debrief()),
        ("chat", chat::debrief()),
        ("mono", mono::debrief()),
        ("calm", calm::debrief()),
        ("broken", broken::debrief()),
        ("empty", broken::empty()),
        ("short", short::debrief()),
        ("long", long::debrief()),
    ]
}

/// One sample by its name.
pub fn named(name: &str) -> Option<Debrief> {
    all().into_iter().find_map(|(known, debrief)| (known == name).then_some(debrief))
}

/// One turn: who of the people (by position), what kind of talk (`b`, `s`, `p` or `f`), the words, the flags.
pub type Turn = (usize, char, &'static str, &'static [Flag]);

/// Somebody in a call.
pub type Person = (&'static str, Role);

/// Words a second of a slow and thoughtful talk.
const PACE: f64 = 1.1;
/// Seconds between two turns.
const PAUSE: f64 = 0.6;

/// A call of these turns without any findings yet.
pub fn call(file: &str, lang: Lang, kind: Kind, people: &[Person], turns: &[Turn]) -> Debrief {
    let mut now = 0.0;
    let mut timed = Vec::new();
    for turn in turns {
        let seconds = Words::from(turn.2).count() as f64 / PACE;
        timed.push((now, now + seconds, *turn));
        now += seconds + PAUSE;
    }
    build(file, lang, kind, Timing::Spoken, people, &timed)
}

/// A debrief of turns with their times, talk counted, everything else empty.
pub fn build(file: &str, lang: Lang, kind: Kind, timing: Timing, people: &[Person], turns: &[(f64, f64, Turn)]) -> Debrief {
    let unit = if timing == Timing::Chat { Unit::Words } else { Unit::Seconds };
    let mut debrief = Debrief {
        schema: SCHEMA.to_owned(),
        file: file.to_owned(),
        lang,
        kind,
        timing,
        seconds: turns.last().map_or(0.0, |turn| turn.1),
        accompanied: false,
        announced: false,
        announcement_missed: false,
        headline: String::new(),
        utterances: Vec::new(),
        sittings: vec![Sitting { from: 0, to: turns.len().saturating_sub(1) }],
        phases: Vec::new(),
        drifts: Vec::new(),
        cues: Vec::new(),
        talk: Talk { unit, total: LabelAmounts::default(), speakers: Vec::new() },
        cost: None,
        feeding: Some(Vec::new()),
        parked: Vec::new(),
        agenda: Vec::new(),
        notes: Vec::new(),
        overrun: None,
        problems: Vec::new(),
        correspondence: None,
    };
    debrief.talk.speakers =
        people.iter().map(|&person| SpeakerTalk { speaker: by(person), amounts: LabelAmounts::default() }).collect();
    for (index, &(start, end, (who, label, words, flags))) in turns.iter().enumerate() {
        let label = label_of(label);
        let text = Words::from(words);
        let amount = if unit == Unit::Words { text.count() as f64 } else { end - start };
        debrief.talk.total.add(label, amount);
        debrief.talk.speakers[who].amounts.add(label, amount);
        let (speaker, role) = people[who];
        let mut probabilities = [0.03; 4];
        probabilities[label as usize] = 0.91;
        debrief.utterances.push(DebriefUtterance {
            index,
            start,
            end,
            speaker: speaker.to_owned(),
            role,
            text,
            label,
            live_label: label,
            probabilities: Probabilities::from_array(probabilities),
            flags: flags.iter().copied().collect(),
        });
    }
    debrief
}

/// Half a year of a chat in figures.
pub fn correspondence(me: Person, client: Person) -> Correspondence {
    let month = |month: &str, messages, private_share, opened_by_me, opened_by_others, serious| Month {
        month: month.to_owned(),
        messages,
        private_share,
        opened_by_me,
        opened_by_others,
        serious,
    };
    let hours = |most: usize, late: usize| {
        (0..24)
            .map(|hour| {
                if hour == most {
                    40
                } else if hour >= late {
                    9
                } else {
                    0
                }
            })
            .collect()
    };
    Correspondence {
        first_day: "2026-03-02".to_owned(),
        last_day: "2026-05-28".to_owned(),
        months: vec![
            month("2026-03", 120, 0.41, 4, 11, 0),
            month("2026-04", 0, 0.0, 0, 0, 0),
            month("2026-05", 61, 0.12, 6, 5, 2),
        ],
        office_hours: Some("mon-fri 9:00-18:00".to_owned()),
        writers: vec![
            Writer { speaker: by(me), hours: hours(10, 24), outside_hours: Some(0) },
            Writer { speaker: by(client), hours: hours(17, 21), outside_hours: Some(27) },
        ],
    }
}

/// Somebody as reports name them.
pub fn by((name, role): Person) -> By {
    By { role, name: name.to_owned() }
}

/// A drift over these utterances that nobody has been blamed or thanked for yet.
pub fn drift(debrief: &Debrief, from: usize, to: usize, label: Label) -> Drift {
    let within = &debrief.utterances[from..=to];
    let private = within.iter().filter(|u| u.label.is_private());
    let private = match debrief.talk.unit {
        Unit::Seconds => private.map(|u| u.end - u.start).sum(),
        Unit::Words => private.map(|u| u.text.count() as f64).sum(),
    };
    Drift {
        from,
        to,
        start: within[0].start,
        end: within[to - from].end,
        opened_by: None,
        returned_by: None,
        returned_with: None,
        returned_at: None,
        private,
        label,
        allowed: 0.0,
        excused: None,
        topic: within[0].text.excerpt(8),
    }
}

fn label_of(letter: char) -> Label {
    match letter {
        's' => Label::Smalltalk,
        'p' => Label::Personal,
        'f' => Label::Framing,
        _ => Label::Business,
    }
}
