//! Debriefs that contradict themselves are shown as well as they can be, and never end in a panic.

mod samples;

use segue_core::debrief::{Debrief, Sitting};
use segue_core::{Lang, Timing, Words};
use segue_report::{TextOptions, html, json, markdown, text};

type Spoil = fn(&mut Debrief);

const WAYS: [(&str, Spoil); 9] = [
    ("no utterances, but everything else", |d| d.utterances.clear()),
    ("positions past the end", |d| d.drifts.iter_mut().for_each(|drift| (drift.from, drift.to) = (900, 950))),
    ("drifts that end before they begin", |d| d.drifts.iter_mut().for_each(|drift| (drift.from, drift.to) = (9, 3))),
    ("times that run backwards", |d| d.utterances.iter_mut().for_each(|u| (u.start, u.end) = (-u.start, -u.end))),
    ("times that are none", |d| d.utterances.iter_mut().for_each(|u| (u.start, u.end) = (f64::NAN, f64::INFINITY))),
    ("an endless call", |d| (d.seconds, d.talk.total.personal) = (f64::INFINITY, f64::INFINITY)),
    ("a chat with sittings out of order", |d| {
        d.timing = Timing::Chat;
        d.sittings = vec![Sitting { from: 7, to: 3 }, Sitting { from: 900, to: 2 }, Sitting { from: 0, to: 0 }];
    }),
    ("no words at all", |d| d.utterances.iter_mut().for_each(|u| u.text = Words::default())),
    ("negative talk", |d| (d.talk.total.business, d.talk.total.personal) = (-5.0, -1e300)),
];

#[test]
fn no_way_of_being_wrong_is_a_panic() {
    for (name, debrief) in samples::all() {
        for (way, spoil) in WAYS {
            let mut spoilt = debrief.clone();
            spoil(&mut spoilt);
            for ui in [Lang::En, Lang::Ru] {
                for colour in [false, true] {
                    assert!(!text(&spoilt, &TextOptions { width: 80, colour, ui }).is_empty(), "{name}: {way}");
                }
                assert!(html(&spoilt, ui).ends_with("</html>"), "{name}: {way}");
                assert!(markdown(&spoilt, ui).starts_with("# "), "{name}: {way}");
            }
            assert!(serde_json::from_str::<serde_json::Value>(&json(&spoilt)).is_ok(), "{name}: {way}");
        }
    }
}
