//! The desk at a clock that is moved on by hand: what happens over hours, in no time.

mod written;

use super::{Desk, Document, Message};
use crate::command::{Command, Sounding};
use crate::ears::{EarsNews, SoundIn, SystemEars};
use crate::happening::Happening;
use crate::state::Suggested;
use crate::texts::Say;
use segue_core::{Lang, Role, Speaker, Utterance, Words};
use segue_devices::Wanted;
use segue_store::{NoKeyStore, Store, StoreError};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use tokio::sync::watch;

fn store(folder: &Path) -> Store {
    Store::open(folder, &NoKeyStore).unwrap()
}

fn desk(folder: &Path) -> Desk {
    desk_with(store(folder)).unwrap()
}

fn desk_with(store: Store) -> Result<Desk, StoreError> {
    let sound = SoundIn::nowhere();
    let system = SystemEars::new(Wanted::default(), sound.clone(), channel().0);
    let out = watch::channel(Arc::from("{}")).0;
    Desk::new(store, Lang::En, Suggested::default(), None, sound, system, out)
}

fn command(command: Value) -> Command {
    serde_json::from_value(command).unwrap()
}

impl Desk {
    fn does(&mut self, asked: Value) {
        self.carry_out(command(asked)).unwrap();
    }

    /// A call of half an hour with Viktor.
    fn in_a_call(mut self, ears: &str) -> Self {
        self.does(json!({ "do": "begin", "client": "Viktor", "minutes": 30, "ears": ears }));
        self
    }

    /// The call runs five minutes over, and is closed.
    fn runs_over(&mut self) {
        self.take(key("next_item"));
        self.after(2100.0);
        self.take(key("end_call"));
        self.does(json!({ "do": "close" }));
    }

    fn after(&mut self, seconds: f64) {
        self.clock.skip(seconds);
        self.read_clock();
    }

    fn notices(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.happening, Happening::Notice { .. })).count()
    }

    fn hears(&mut self, number: u64, text: &str) {
        let speaker = Speaker { name: String::new(), role: Role::Client };
        let utterance = Utterance { start: 1.0, end: 2.0, speaker, text: Words::new(text) };
        self.take(Message::Ears(number, EarsNews::Heard(utterance)));
    }

    /// Seconds of the call that is over.
    fn lasted(&self) -> Option<f64> {
        self.over().map(|call| call.now().round())
    }
}

fn key(key: &str) -> Message {
    Message::Command(command(json!({ "do": "key", "key": key })), None)
}

#[test]
fn a_call_that_nobody_ended_ends_before_the_night() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.after(1500.0);
    desk.clock.pass(0.1, 50_000.0);
    // In the morning a key comes first: it finds the call over.
    desk.take(key("drifted"));
    assert_eq!((desk.lasted(), desk.ended_by_itself.clone()), (Some(1500.0), Some(Say::NobodyEnded)));
}

#[test]
fn a_short_sleep_is_not_swallowed_by_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    desk.hear_of(EarsNews::Speaking { role: Role::Client, on: true });
    let told = desk.notices();
    desk.clock.pass(0.1, 600.1);
    desk.note(Happening::Beat).unwrap();
    desk.take(key("drifted"));
    assert!(desk.lasted().is_none() && desk.clock.read() >= 600.0);
    assert!(desk.notices() > told, "the sleep was told");
    assert!(desk.entries.iter().any(|entry| entry.happening == Happening::Speaking { on: false }), "nobody speaks any more");
}

#[test]
fn a_look_at_the_clock_is_never_ahead_of_what_happens() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    for _ in 0..50 {
        desk.take(key("drifted"));
        let told = desk.entries.last().unwrap().at;
        assert_eq!(Some(desk.call.as_ref().unwrap().now()), Some(told), "as a replay will have it");
    }
}

#[test]
fn a_long_silence_past_the_planned_end_is_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    for side in &mut desk.listening.sides {
        side.state = Sounding::On;
    }
    desk.after(1500.0);
    desk.hear_of(EarsNews::Speaking { role: Role::Client, on: true });
    desk.after(3000.0);
    assert_eq!(desk.lasted(), None, "somebody still talks");
    desk.hear_of(EarsNews::Speaking { role: Role::Client, on: false });
    desk.after(1700.0);
    assert_eq!(desk.lasted(), None, "not long enough");
    desk.after(200.0);
    assert_eq!((desk.lasted(), desk.ended_by_itself.clone()), (Some(4500.0), Some(Say::NobodyEnded)));
    // The journal tells the same.
    let journal = desk.store.journal().unwrap();
    assert!(journal.last().unwrap().contains("end_call"), "{journal:?}");
    drop(desk);
    let seconds = self::desk(folder.path()).cut_off.call().unwrap().cut_off.seconds;
    assert_eq!(Some(seconds.round()), Some(4500.0));
}

#[test]
fn where_nobody_is_heard_somebody_may_talk_for_hours() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.after(3.0 * 3600.0);
    assert_eq!(desk.lasted(), None);
    desk.after(2.0 * 3600.0);
    assert_eq!(desk.lasted(), Some(1800.0), "as long as was planned, for nobody knows better");
}

#[test]
fn a_call_left_at_its_debrief_is_closed_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut left = desk(folder.path()).in_a_call("none");
    left.after(600.0);
    left.take(key("end_call"));
    drop(left);
    let mut desk = desk(folder.path());
    desk.does(json!({ "do": "begin", "client": "Olga", "ears": "none" }));
    let calls = desk.store.calls().unwrap();
    assert_eq!((calls.len(), calls[0].client.as_str()), (1, "Viktor"));
    assert!(desk.store.journal_is_with("Olga").unwrap());
}

/// A call that was cut off after ten minutes.
fn cut_off(folder: &Path) {
    let mut desk = desk(folder).in_a_call("none");
    desk.after(600.0);
    desk.note(Happening::Beat).unwrap();
    desk.write_journal();
}

#[test]
fn a_call_cut_off_just_now_is_not_lost_to_the_next_and_an_old_one_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    cut_off(folder.path());
    let olga = || command(json!({ "do": "begin", "client": "Olga", "ears": "none" }));
    let mut desk = desk(folder.path());
    assert_eq!(desk.carry_out(olga()), Err(Say::CutOffWaits));
    // The same a day later.
    let mut journal = desk.store.journal().unwrap();
    let mut opening: Value = serde_json::from_str(&journal[0]).unwrap();
    opening["started"] = json!("2026-01-05T10:00:00+00:00[UTC]");
    journal[0] = opening.to_string();
    desk.store.begin_journal(&journal).unwrap();
    desk.find_cut_off().unwrap();
    desk.carry_out(olga()).unwrap();
    let calls = desk.store.calls().unwrap();
    assert_eq!((calls.len(), calls[0].seconds.round()), (1, 600.0));
}

/// The next client could be called only once the call that was cut off had been gone on with or forgotten.
#[test]
fn a_call_that_was_cut_off_ends_where_it_broke_off_when_it_is_settled() {
    let folder = tempfile::tempdir().unwrap();
    cut_off(folder.path());
    let mut desk = desk(folder.path());
    desk.does(json!({ "do": "settle" }));
    assert_eq!(desk.lasted().map(f64::round), Some(600.0));
    desk.does(json!({ "do": "close" }));
    desk.does(json!({ "do": "begin", "client": "Olga", "ears": "none" }));
    let calls = desk.store.calls().unwrap();
    assert_eq!((calls.len(), calls[0].seconds.round()), (1, 600.0));
    assert_eq!(desk.carry_out(command(json!({ "do": "settle" }))), Err(Say::CallRuns));
}

/// "Remembered." was the answer where nobody had been named, and the same sentence was kept twice.
#[test]
fn what_is_remembered_is_kept_once_and_only_for_somebody() {
    for (name, kept) in [("Viktor", true), ("", false)] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        desk.does(json!({ "do": "begin", "client": name, "ears": "none" }));
        let remember = || command(json!({ "do": "remember", "text": "nuts make her ill" }));
        for _ in 0..2 {
            assert_eq!(desk.carry_out(remember()).is_ok(), kept, "{name}");
        }
        let known = desk.known_as("Viktor").unwrap().map_or(0, |client| client.remembered.len());
        assert_eq!(known, usize::from(kept), "{name}");
    }
}

#[test]
fn a_client_forgotten_during_the_call_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    store(folder.path()).forget("Viktor").unwrap();
    let remember = || command(json!({ "do": "remember", "text": "has a dog" }));
    assert_eq!(desk.carry_out(remember()), Err(Say::NobodyToKeepItFor));
    desk.take(key("end_call"));
    desk.does(json!({ "do": "close" }));
    assert!(!desk.store.knows("Viktor").unwrap() && desk.store.calls().unwrap().is_empty());
    assert_eq!(desk.store.journal().unwrap(), Vec::<String>::new());
}

#[test]
fn words_of_what_was_listened_to_before_are_nobodys() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    let before = desk.hearing;
    desk.does(json!({ "do": "ears", "ears": "system" }));
    let told = desk.entries.len();
    desk.hears(before, "from before");
    assert_eq!(desk.entries.len(), told);
    desk.hears(desk.hearing, "from now");
    assert_eq!(desk.entries.len(), told + 1);
}

#[test]
fn without_a_model_it_is_told_once_that_nothing_is_listened_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("browser");
    assert_eq!(desk.notices(), 1);
    desk.can_listen.model = Some("base".into());
    (0..3).for_each(|_| desk.take(Message::Ears(desk.hearing, EarsNews::Failed)));
    assert_eq!(desk.notices(), 2, "for every piece of speech the same");
}

/// A call that was ended, its debrief left open, was "cut off" at the next start, to be gone on with.
#[test]
fn what_waits_of_a_call_that_was_ended_is_its_debrief() {
    for ended in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let mut left = desk(folder.path()).in_a_call("none");
        left.after(600.0);
        if ended {
            left.take(key("end_call"));
        }
        left.write_journal();
        drop(left);
        assert_eq!(desk(folder.path()).cut_off.call().unwrap().cut_off.over, ended);
    }
}

/// Five minutes of an item in a call of two, and "4:59 left of 5 min" stood beside "1:59 left" without a word.
#[test]
fn an_agenda_longer_than_the_call_is_told_at_once() {
    for (agenda, minutes, told) in [
        (vec!["Logo 5 min"], 2, 1),
        (vec!["Договор — полчаса", "Макет (10)"], 30, 1),
        (vec!["Logo 5 min", "Invoice (25)"], 30, 0),
        (vec!["Logo", "Invoice"], 2, 0),
        (vec!["Logo 5 min"], 0, 0),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        desk.does(json!({ "do": "begin", "client": "Viktor", "minutes": minutes, "agenda": agenda, "ears": "none" }));
        assert_eq!(desk.notices(), told, "{agenda:?} in {minutes}");
    }
}

/// One click on "it came from them", and the last call "went as planned": no letter, and no way back.
#[test]
fn what_came_from_them_can_be_told_and_mended() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.runs_over();
    let wanted = crate::papers::DepartureWanted { client: "Viktor".into(), ..Default::default() };
    let told = |desk: &Desk| -> Value {
        serde_json::from_str(&desk.document(&Document::Departure(Box::new(wanted.clone()))).unwrap()).unwrap()
    };
    let theirs = |desk: &Desk| (told(desk)["theirs"] == true, told(desk)["reason"].as_str().unwrap().to_owned());
    for (answer, after) in [
        (json!({ "reason": "the child was ill", "theirs": true }), (true, "the child was ill")),
        // What is written or sent later is still theirs.
        (json!({ "reason": "the child had a cold" }), (true, "the child had a cold")),
        (json!({ "sent": true }), (true, "the child had a cold")),
        (json!({ "reason": "work", "theirs": false }), (false, "The work needed it.")),
    ] {
        let mut asked = json!({ "do": "explain", "client": "Viktor" });
        asked.as_object_mut().unwrap().extend(answer.as_object().unwrap().clone());
        desk.does(asked);
        assert_eq!(theirs(&desk), (after.0, after.1.to_owned()), "{answer}");
        assert!(told(&desk)["text"].as_str().unwrap().contains("Viktor"), "there is a letter");
    }
}

/// One call of two minutes with somebody who has forty-five, and all invitations and notes went by two.
#[test]
fn a_shorter_call_once_is_no_new_agreement() {
    for (agreed, minutes, card) in
        [(Some(45.0), 2, Some(45.0)), (Some(45.0), 0, Some(45.0)), (None, 20, Some(20.0)), (None, 0, None)]
    {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = desk(folder.path());
        let mut client = segue_core::Client::named("Viktor");
        client.boundary.planned_minutes = agreed;
        desk.save(&client).unwrap();
        desk.does(json!({ "do": "begin", "client": "Viktor", "minutes": minutes, "ears": "none" }));
        let planned = desk.call.as_ref().unwrap().opening().client.boundary.planned_minutes;
        assert_eq!(planned, Some(f64::from(minutes)).filter(|minutes| *minutes > 0.0), "{agreed:?} {minutes}");
        let known = || desk.known_as("Viktor").unwrap().unwrap().boundary.planned_minutes;
        assert_eq!(known(), card, "{agreed:?} {minutes}");
        desk.does(json!({ "do": "remember", "text": "likes mornings" }));
        desk.take(key("end_call"));
        desk.does(json!({ "do": "close" }));
        assert_eq!(desk.known_as("Viktor").unwrap().unwrap().boundary.planned_minutes, card, "{agreed:?} {minutes}");
    }
}

/// A slip of two keys, and the call was over while the client was still on the line.
#[test]
fn a_call_ended_by_mistake_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.after(60.0);
    desk.take(key("drifted"));
    desk.take(key("park"));
    desk.take(key("end_call"));
    assert!(desk.lasted().is_some() && desk.may_go_on());
    desk.does(json!({ "do": "name", "parked": 0, "topic": "the vicar's ladder" }));
    desk.does(json!({ "do": "resume" }));
    let call = desk.call.as_ref().unwrap();
    assert!(!call.ended() && call.now() >= 60.0);
    assert_eq!(call.parked()[0].topic.as_str(), "the vicar's ladder", "what was said of it since stays");
    assert_eq!(desk.carry_out(command(json!({ "do": "resume" }))), Err(Say::CallRuns));
    // The journal knows nothing of the end either.
    drop(desk);
    let mut desk = self::desk(folder.path());
    assert!(!desk.cut_off.call().unwrap().cut_off.over);
    desk.does(json!({ "do": "resume" }));
    desk.take(key("end_call"));
    desk.does(json!({ "do": "close" }));
    assert_eq!(desk.carry_out(command(json!({ "do": "resume" }))), Err(Say::NothingToResume), "what is closed is closed");
}

/// After half an hour nobody is on the line any more, nor where nobody ended the call.
#[test]
fn a_call_long_over_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.after(60.0);
    desk.end_unasked(None);
    assert_eq!(desk.carry_out(command(json!({ "do": "resume" }))), Err(Say::EndedTooLongAgo));
    assert!(desk.lasted().is_some(), "its debrief stays");
}

/// Sleep of the computer was time of the talk.
#[test]
fn the_journal_knows_when_nobody_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = desk(folder.path()).in_a_call("none");
    desk.clock.pass(0.1, 600.1);
    desk.read_clock();
    let away = |desk: &Desk| -> Vec<f64> {
        let seconds =
            |happening: &Happening| if let Happening::Away { seconds } = happening { Some(seconds.round()) } else { None };
        desk.entries.iter().filter_map(|entry| seconds(&entry.happening)).collect()
    };
    assert_eq!(away(&desk), [600.0]);
    desk.write_journal();
    drop(desk);
    let mut desk = self::desk(folder.path());
    desk.does(json!({ "do": "resume" }));
    assert_eq!(away(&desk).len(), 2, "and that the program was gone");
}

/// One click beside "Go on with it", and the call was gone without a question or a word.
#[test]
fn forgetting_a_call_that_was_cut_off_is_told() {
    for (lang, told) in
        [("en", "The call is forgotten; nothing of it was kept."), ("ru", "Разговор удалён, ничего из него не сохранилось.")]
    {
        let folder = tempfile::tempdir().unwrap();
        let mut cut_off = desk(folder.path()).in_a_call("none");
        cut_off.write_journal();
        drop(cut_off);
        let mut desk = desk(folder.path());
        desk.does(json!({ "do": "language", "lang": lang }));
        assert_eq!(desk.command(command(json!({ "do": "discard" }))), Ok(told.to_owned()));
        assert!(desk.store.journal().unwrap().is_empty());
    }
}
