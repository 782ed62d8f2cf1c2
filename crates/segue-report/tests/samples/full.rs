//! A client call with everything in it.

use super::{Person, Turn, by, call, drift};
use segue_core::debrief::{
    AgendaResult, Cost, Debrief, Excuse, Feeding, FeedingKind, Note, NoteKind, Overrun, Parked, ParkedFate, PhaseSpan, ShownCue,
};
use segue_core::{Flag, Kind, Label, Lang, Phase, Role, Rung};

const DANA: Person = ("Dana", Role::Me);
const VIKTOR: Person = ("Viktor", Role::Client);

const TURNS: [Turn; 46] = [
    (1, 'f', "Hello, hello, can you hear me? I always press the wrong button.", &[]),
    (0, 'f', "Loud and clear. Good morning, Viktor.", &[]),
    (1, 's', "It has been raining flour here, I tell you. Four days of rain and nobody wants to walk to a bakery.", &[]),
    (0, 's', "Same here. The river is up to the second step.", &[]),
    (0, 'f', "Shall we start with the labels? I have three drafts to show you.", &[]),
    (1, 'b', "Yes, please. The printer wants the final files on Thursday, so we should choose one today if we can at all.", &[]),
    (
        0,
        'b',
        "The first keeps the rye ear from the old sign and sets the name in one line. The second has the ear inside the letter, \
              and the third drops it and works with the colour of the crust only. All three print in two colours.",
        &[],
    ),
    (
        1,
        'b',
        "The second is handsome. Will it still read on the small jam jars? They are forty millimetres and the glass is round.",
        &[],
    ),
    (0, 'b', "I tested it at thirty-six. The ear closes up a little, so I would open the counter and lose one grain.", &[]),
    (1, 'b', "Then the second, with one grain less. What does that mean for the paper bags?", &[]),
    (
        0,
        'b',
        "Nothing new: the bags take the one-colour version. I need the new address for the back, and the weight line has to be \
              at least three millimetres high.",
        &[],
    ),
    (
        1,
        'p',
        "The address, yes. That is a story by itself, you know, because of the flat. My sister has been living in it since her \
              separation and now her husband says the oven is his.",
        &[Flag::Disclosure],
    ),
    (0, 'p', "Oh no, really? The big oven? What did she say to him?", &[Flag::PersonalQuestion, Flag::Enthusiasm]),
    (
        1,
        'p',
        "She said nothing, she cried, and then our mother came and said everything. You know how mothers are. Is yours like that?",
        &[Flag::Disclosure, Flag::PersonalQuestion],
    ),
    (
        0,
        'p',
        "Ha, mine would have thrown the oven after him. We had something like it when my brother moved out.",
        &[Flag::Disclosure],
    ),
    (
        1,
        'p',
        "You see, that is why I can talk with you. My other designer never told me a thing about her family in three years.",
        &[],
    ),
    (0, 'p', "Families are complicated everywhere, I suppose.", &[]),
    (
        1,
        'p',
        "And the lawyer! He sends an invoice for every telephone call, even for the one in which he asked what to write on the invoice.",
        &[Flag::Disclosure],
    ),
    (0, 'f', "Viktor, can we put that aside for a moment? I need your decision on the weight line.", &[Flag::SteerBack]),
    (1, 'b', "Yes, sorry, the weight line. Three millimetres is fine, black, on the left.", &[Flag::Accepted]),
    (0, 'b', "Good. Then the files go to the printer tomorrow, and you get the proof by courier on Wednesday.", &[]),
    (1, 'b', "I would like two proofs, one on the brown paper. The last time brown made the red look like liver.", &[]),
    (0, 'b', "Two proofs then, the second is eighteen euros. I will put it on the March invoice.", &[]),
    (1, 'b', "About the shop window: we said spring, but the glazier has only the week after Easter.", &[]),
    (
        1,
        's',
        "Easter! Are you going away? We were in Rovinj once, the fish there, I tell you, on the stones by the harbour.",
        &[],
    ),
    (0, 's', "I love Rovinj! We took the little boat out to the island, the water was like glass.", &[Flag::Enthusiasm]),
    (1, 's', "The red island, yes. And the ice cream at the corner with the old man who sings.", &[]),
    (0, 's', "I remember him. He sang for an hour and sold nothing.", &[]),
    (1, 's', "Like my brother-in-law. He sings for an hour and pays nothing.", &[]),
    (1, 'b', "But the window. Can you have the drawing by the tenth, so that the glazier can cut the film?", &[Flag::SteerBack]),
    (0, 'b', "By the tenth, yes. I need the measures of both panes and a photograph straight from the front.", &[Flag::Accepted]),
    (
        1,
        'p',
        "I will send them tonight. Or tomorrow. I must tell you something: on Monday I go to hospital, the hip, two weeks, so from \
              Monday my wife signs everything.",
        &[Flag::WorkImpact, Flag::Disclosure],
    ),
    (0, 'p', "I am sorry to hear that, Viktor. Does she know about the proofs?", &[]),
    (1, 'b', "She will. Write to both of us, her address is on the last order.", &[]),
    (
        0,
        'b',
        "I will. Then let us fix the window before Monday: film in cream, the ear at eye height, opening hours on the door.",
        &[],
    ),
    (1, 'b', "Cream, yes. Opening hours smaller than you think. People who want bread find out when.", &[]),
    (
        1,
        'p',
        "My father used to say that. He died on this day, eleven years ago. I am not myself in this week, forgive me.",
        &[Flag::Serious, Flag::Disclosure],
    ),
    (0, 'p', "There is nothing to forgive. Shall we stop here for today, or would going on help?", &[]),
    (1, 'p', "No, no. Going on helps. He would have liked the second label.", &[]),
    (0, 'b', "Then I send the second label today with one grain less, and the window by the tenth.", &[]),
    (1, 'b', "And the invoice for the two proofs. Good.", &[]),
    (
        0,
        'f',
        "That is everything but the photographs for the web shop; we have gone a little over, so let us take those next time.",
        &[],
    ),
    (1, 's', "Next time I tell you about the singing ice cream man, there is a second part.", &[]),
    (0, 's', "I want to hear it. Thursday at ten?", &[]),
    (1, 'f', "Thursday at ten. Thank you, Dana.", &[Flag::SignOff]),
    (0, 'f', "Thank you, Viktor. All the best for Monday. Bye!", &[Flag::SignOff]),
];

pub fn debrief() -> Debrief {
    let mut d = call("bakery-labels.vtt", Lang::En, Kind::Client, &[DANA, VIKTOR], &TURNS);
    d.headline =
        "The oven and Rovinj took three and a half minutes of the call; you asked about both, and one sentence of yours \
                  brought it back."
            .to_owned();
    let at = |index: usize| d.utterances[index].start;
    let end = |index: usize| d.utterances[index].end;

    let mut greeting = drift(&d, 2, 3, Label::Smalltalk);
    greeting.opened_by = Some(by(VIKTOR));
    greeting.excused = Some(Excuse::Greeting);
    let mut oven = drift(&d, 11, 17, Label::Personal);
    oven.opened_by = Some(by(VIKTOR));
    oven.returned_by = Some(by(DANA));
    oven.returned_at = Some(18);
    oven.returned_with = Some(d.utterances[18].text.clone());
    let mut easter = drift(&d, 24, 28, Label::Smalltalk);
    easter.opened_by = Some(by(VIKTOR));
    easter.returned_by = Some(by(VIKTOR));
    easter.returned_at = Some(29);
    easter.returned_with = Some(d.utterances[29].text.clone());
    let mut hospital = drift(&d, 31, 32, Label::Personal);
    hospital.opened_by = Some(by(VIKTOR));
    hospital.excused = Some(Excuse::WorkImpact);
    let mut father = drift(&d, 36, 38, Label::Personal);
    father.opened_by = Some(by(VIKTOR));
    father.excused = Some(Excuse::Serious);
    let mut farewell = drift(&d, 42, 43, Label::Smalltalk);
    farewell.opened_by = Some(by(VIKTOR));
    farewell.excused = Some(Excuse::Closing);

    let cue = |after: usize, rung: Rung, text: &str, returned_after: Option<f64>| ShownCue {
        at: end(after) + 0.5,
        after,
        situation: rung.situation(),
        rung,
        line: "en/park-client-warm-1".to_owned(),
        said: returned_after.is_some(),
        declined: false,
        text: text.to_owned(),
        returned_after,
    };
    let cues = vec![
        cue(12, Rung::Feeding, "Let this one end; don't ask back.", Some(121.0)),
        cue(13, Rung::Park, "Interesting! Can we put that aside for a bit? I need your decision on the weight line.", Some(74.2)),
        cue(27, Rung::Time, "I'm sure you don't want to pay me to chatter. Back to the window!", Some(14.0)),
        cue(36, Rung::Humane, "I'm so sorry. Shall we stop here, or would going on help?", None),
        cue(40, Rung::Closing, "We have two minutes left; shall we settle what is open?", None),
    ];
    let feeding = [(FeedingKind::PersonalQuestion, 12), (FeedingKind::Disclosure, 14), (FeedingKind::Enthusiasm, 25)];
    let feeding = feeding.map(|(kind, index)| Feeding { kind, index, at: at(index), text: d.utterances[index].text.excerpt(12) });
    let parked = vec![
        Parked { index: 11, at: at(11), topic: "the oven and the separation".into(), fate: ParkedFate::Parked },
        Parked { index: 24, at: at(24), topic: "Easter in Rovinj".into(), fate: ParkedFate::Returned },
        Parked { index: 42, at: at(42), topic: "the singing ice cream man, second part".into(), fate: ParkedFate::Lost },
    ];
    let reached = |text: &str, index: Option<usize>| AgendaResult { text: text.to_owned(), reached_at: index.map(at), index };
    let agenda = vec![
        reached("Choose one of the three labels", Some(5)),
        reached("Paper bags: address and weight line", Some(9)),
        reached("Shop window for spring", Some(23)),
        reached("Photographs for the web shop", None),
    ];
    let note =
        |kind, index: usize| Note { index, at: at(index), kind, by: by(VIKTOR), text: d.utterances[index].text.excerpt(25) };
    let notes = vec![note(NoteKind::WorkImpact, 31), note(NoteKind::Serious, 36)];
    let phase = |phase, from: usize, to: usize| PhaseSpan { phase, start: at(from), end: end(to) };
    let phases = vec![
        phase(Phase::Greeting, 0, 3),
        phase(Phase::Business, 4, 39),
        phase(Phase::Overrun, 40, 41),
        phase(Phase::ClosingChat, 42, 43),
        phase(Phase::SignOff, 44, 45),
    ];
    let private = d.talk.total.smalltalk + d.talk.total.personal;
    let planned = 9.0 * 60.0;

    d.overrun = Some(Overrun { planned, seconds: d.seconds - planned, private, reason: None });
    d.cost = Some(Cost { minutes: private / 60.0, amount: private / 3600.0 * 72.0, currency: "€".to_owned() });
    d.drifts = vec![greeting, oven, easter, hospital, father, farewell];
    d.cues = cues;
    d.feeding = Some(feeding.into());
    d.parked = parked;
    d.agenda = agenda;
    d.notes = notes;
    d.phases = phases;
    d
}
