//! What is left of broken files.

use super::{Person, Turn, build};
use segue_core::debrief::Debrief;
use segue_core::{Kind, Lang, Problem, Role, Timing, Words};

const KIM: Person = ("Kim | <b>Ltd</b> & *Sons*", Role::Client);
const ME: Person = ("Émile_Ø", Role::Me);

/// Words that try to be markup, escape sequences and worse.
const TURNS: [Turn; 4] = [
    (0, 'b', "</script><script>alert(1)</script> & \"quotes\" 'single' <img src=x onerror=alert(1)>", &[]),
    (1, 'b', "# not a heading\n- not a list\n| not | a table | \u{1b}[31mnot red\u{1b}[0m", &[]),
    (0, 's', "**not bold** [not a link](https://example.invalid/) `not code` $not math$ \u{202e}not reversed", &[]),
    (1, 'b', "averyveryverylongwordthatnobodywouldeversayaloudbutthatafilemaycontainanywayandthatmustnotbreakthelayout", &[]),
];

/// A text file without times and with faults, full of hostile words.
pub fn debrief() -> Debrief {
    let timed: Vec<_> = TURNS.iter().enumerate().map(|(n, turn)| (n as f64 * 9.0, n as f64 * 9.0 + 7.5, *turn)).collect();
    let mut d = build("<notes> *draft* & `co`.txt", Lang::En, Kind::Client, Timing::Estimated, &[KIM, ME], &timed);
    d.headline = "Only four utterances could be read; <they> were *mostly* business.".into();
    // As under a keeping rule that drops words.
    d.utterances[2].text = Words::default();
    // As a careless builder might leave them: positions past the end, times that are none.
    d.utterances[3].end = f64::NAN;
    let mut lost = super::drift(&d, 2, 2, segue_core::Label::Smalltalk);
    lost.to = 99;
    lost.topic = "**not bold** [not a link](https://example.invalid/)".into();
    d.drifts = vec![lost];
    d.problems = vec![
        Problem { line: Some(3), what: "The time 00:61:00 is none; the line was read without it.".to_owned(), nameless: None },
        Problem {
            line: Some(17),
            what: "The file ends within a word; it may have been cut off. Export it again.".to_owned(),
            nameless: None,
        },
        Problem {
            line: None,
            what: "- The encoding is neither UTF-8 nor known; Windows-1251 was assumed.".to_owned(),
            nameless: None,
        },
    ];
    d
}

/// A file that yields nothing but problems.
pub fn empty() -> Debrief {
    let mut d = build("empty.vtt", Lang::En, Kind::Client, Timing::Spoken, &[], &[]);
    d.headline = "There was nothing to read in this file.".into();
    d.sittings.clear();
    d.problems = vec![Problem { line: None, what: "The file is empty.".to_owned(), nameless: None }];
    d
}
