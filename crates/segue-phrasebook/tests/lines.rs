//! Every built-in line in every filling: complete, short enough to be said, kind.

use segue_core::{Address, Kind, Lang, LineRequest, Rung, Slots, Tone, Words};
use segue_phrasebook::{LineMemory, Phrasebook};

/// Longest a line may take to say, in seconds.
const LONGEST: f64 = 6.0;
const WORDS_PER_SECOND: f64 = 2.6;

const FORBIDDEN: [&str; 16] = [
    "chit-chat",
    "chitchat",
    "small talk",
    "gossip",
    "unprofessional",
    "waste",
    "your fault",
    "honestly",
    "obviously",
    "per my",
    "болтовн",
    "сплетн",
    "непрофессионал",
    "трата времени",
    "сам винов",
    "светской бесед",
];

fn all_requests() -> Vec<LineRequest> {
    let slot_sets = [
        Slots::default(),
        Slots {
            topic: Some(Words::new("отпуск")),
            next_item: Some("the logo".into()),
            minutes_left: Some(5),
            next_meeting: Some("on Thursday".into()),
            name: Some("Viktor".into()),
        },
    ];
    let mut requests = Vec::new();
    for rung in Rung::ALL {
        for kind in [Kind::Client, Kind::Internal, Kind::Group] {
            for lang in [Lang::En, Lang::Ru] {
                for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
                    for address in [Address::Ty, Address::Vy] {
                        for slots in &slot_sets {
                            requests.push(LineRequest { rung, kind, lang, tone, address, slots: slots.clone() });
                        }
                    }
                }
            }
        }
    }
    requests
}

/// Lines offered one after another until none is left.
fn lines(book: &Phrasebook, request: &LineRequest) -> Vec<segue_core::Line> {
    let mut memory = LineMemory::default();
    let mut found = Vec::new();
    while let Some(line) = book.choose(request, &memory) {
        memory.shown(&line.id, request.rung);
        found.push(line);
    }
    found
}

#[test]
fn every_line_is_whole_short_and_kind() {
    let book = Phrasebook::built_in();
    for request in all_requests() {
        for line in lines(&book, &request) {
            assert!(!line.text.contains(['{', '}', '$']), "{}: {}", line.id, line.text);
            assert!(!line.text.trim().is_empty(), "{}", line.id);
            let seconds = line.text.split_whitespace().count() as f64 / WORDS_PER_SECOND + 0.35;
            let limit = if request.rung == Rung::Announce { 4.0 * LONGEST } else { LONGEST + 1.2 };
            assert!(seconds <= limit, "{} takes {seconds:.1} s: {}", line.id, line.text);
            let lower = line.text.to_lowercase();
            assert!(!FORBIDDEN.iter().any(|word| lower.contains(word)), "{}: {}", line.id, line.text);
        }
    }
}

#[test]
fn every_rung_has_lines_and_the_frequent_ones_have_eight() {
    let book = Phrasebook::built_in();
    for request in all_requests().into_iter().filter(|r| r.kind == Kind::Client) {
        let found = lines(&book, &request).len();
        let needs_more = request.slots == Slots::default()
            && matches!(request.rung, Rung::Return | Rung::Closing | Rung::SignOff | Rung::Feeding);
        let frequent = matches!(request.rung, Rung::Park | Rung::Time | Rung::Direct | Rung::Deflect | Rung::Humane);
        let least = if frequent {
            8
        } else if needs_more {
            1
        } else {
            3
        };
        assert!(found >= least, "{:?} {:?} {:?}: {found}", request.rung, request.lang, request.tone);
    }
}

#[test]
fn no_line_comes_twice_and_the_choice_is_the_same_each_time() {
    let book = Phrasebook::built_in();
    for request in all_requests().into_iter().step_by(7) {
        let first = lines(&book, &request);
        let mut ids: Vec<_> = first.iter().map(|line| line.id.clone()).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), first.len());
        assert_eq!(first, lines(&Phrasebook::built_in(), &request));
    }
}

#[test]
fn a_next_meeting_is_only_promised_if_there_is_one() {
    let book = Phrasebook::built_in();
    let request = LineRequest {
        rung: Rung::SignOff,
        kind: Kind::Client,
        lang: Lang::En,
        tone: Tone::Warm,
        address: Address::Vy,
        slots: Slots::default(),
    };
    for line in lines(&book, &request) {
        assert!(!line.text.contains("next week") && !line.text.contains("Thursday"), "{}", line.text);
    }
}
