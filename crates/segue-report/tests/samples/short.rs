//! As little as shows every part of the contract; the example of `docs/debrief.md`.

use super::{Person, Turn, build, by, correspondence, drift};
use segue_core::debrief::{
    AgendaResult, Cost, Debrief, Feeding, FeedingKind, Note, NoteKind, Overrun, Parked, ParkedFate, PhaseSpan, ShownCue,
};
use segue_core::{Flag, Kind, Label, Lang, Phase, Problem, Role, Rung, Timing};

const MAYA: Person = ("Maya", Role::Me);
const JONAS: Person = ("Jonas", Role::Client);

const TURNS: [(f64, f64, Turn); 6] = [
    (0.0, 2.4, (1, 'f', "Hi Maya, shall we go through the shop page?", &[])),
    (2.9, 6.2, (0, 'b', "Yes. The new prices are in; two of them need your word.", &[])),
    (
        6.8,
        31.0,
        (1, 'p', "Before that, I am moving out on Friday, so I am offline until Monday.", &[Flag::Disclosure, Flag::WorkImpact]),
    ),
    (31.5, 34.0, (0, 'p', "Oh! Where are you moving to?", &[Flag::PersonalQuestion, Flag::Enthusiasm])),
    (34.4, 52.0, (1, 'p', "To my sister's for now, it is a long story.", &[Flag::Disclosure])),
    (52.6, 58.3, (0, 'f', "I would like to hear it at the end. First, which of the two prices stays?", &[Flag::SteerBack])),
];

pub fn debrief() -> Debrief {
    let mut d = build("shop-page.vtt", Lang::En, Kind::Client, Timing::Spoken, &[MAYA, JONAS], &TURNS);
    d.headline = "Most of this minute went to a move; you asked on, and then led back.".into();
    let mut moving = drift(&d, 2, 4, Label::Personal);
    moving.opened_by = Some(by(JONAS));
    moving.returned_by = Some(by(MAYA));
    moving.returned_at = Some(5);
    moving.returned_with = Some(d.utterances[5].text.clone());
    d.drifts = vec![moving];
    d.phases = vec![
        PhaseSpan { phase: Phase::Greeting, start: 0.0, end: 2.4 },
        PhaseSpan { phase: Phase::Business, start: 2.9, end: 58.3 },
    ];
    d.cues = vec![ShownCue {
        at: 34.2,
        after: 3,
        situation: Rung::Park.situation(),
        rung: Rung::Park,
        line: "en/park-client-warm-1".to_owned(),
        said: true,
        declined: false,
        text: "Interesting! Can we put that aside for the end? I need your word on two prices.".to_owned(),
        returned_after: Some(18.4),
    }];
    let private = d.talk.total.smalltalk + d.talk.total.personal;
    d.cost = Some(Cost { minutes: private / 60.0, amount: private / 60.0, currency: "€".to_owned() });
    d.feeding =
        Some(vec![Feeding { kind: FeedingKind::PersonalQuestion, index: 3, at: 31.5, text: d.utterances[3].text.clone() }]);
    d.parked = vec![Parked { index: 4, at: 34.4, topic: "the move to the sister".into(), fate: ParkedFate::Parked }];
    d.agenda = vec![
        AgendaResult { text: "Prices".to_owned(), reached_at: Some(2.9), index: Some(1) },
        AgendaResult { text: "Photographs".to_owned(), reached_at: None, index: None },
    ];
    d.notes = vec![Note { index: 2, at: 6.8, kind: NoteKind::WorkImpact, by: by(JONAS), text: d.utterances[2].text.clone() }];
    d.overrun = Some(Overrun { planned: 50.0, seconds: 8.3, private, reason: None });
    d.correspondence = Some(correspondence(MAYA, JONAS));
    d.problems = vec![Problem {
        line: Some(21),
        what: "The cue has no end time; the start of the next was taken.".to_owned(),
        nameless: None,
    }];
    d
}
