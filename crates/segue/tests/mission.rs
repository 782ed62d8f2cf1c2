//! One short case for every row of what segue is for, through the binary. The closing chat, the clock and the moment of the
//! announcement need a call under way: `segue-core/tests/session.rs`; practice talks back: `rehearse.rs`.

use serde_json::Value;
use std::process::Command;
use tempfile::TempDir;

const ABOUT: &str = "Website for a bakery: homepage, photos, online shop, invoice";

/// Turns of plain work, of plain private talk that the client tells, and of talk that I feed.
const GREETING: [(&str, &str); 2] = [("Dana", "Hi Viktor, can you hear me?"), ("Viktor", "Hi Dana, yes, loud and clear.")];
const WORK: [(&str, &str); 6] = [
    ("Dana", "So, the new homepage is on the test server, with the photos you sent me last week."),
    ("Viktor", "I saw it, the menu still has the old prices, and the button for the online shop does not work on my phone."),
    ("Dana", "I'll fix the button today. For the prices I need the new list from you, as a spreadsheet if possible."),
    ("Viktor", "Okay, I'll send the price list this afternoon. What about the product pages for the cakes?"),
    ("Dana", "They are half done. The texts are missing for six cakes, and two photos are too small for the page."),
    ("Viktor", "Then please take the photos from the old catalogue, and I'll ask Maria to write the texts by Friday."),
];
const STORY: [(&str, &str); 8] = [
    ("Viktor", "You know, my daughter got married on Saturday, the whole family was there, we danced until four in the morning."),
    ("Dana", "Oh, nice."),
    (
        "Viktor",
        "My wife cried through the whole ceremony, and my brother gave a speech about how she learned to swim as a little girl.",
    ),
    ("Dana", "Mhm."),
    (
        "Viktor",
        "And her husband is a lovely boy, they met on holiday in Greece, now they want to buy a house and have children soon.",
    ),
    ("Dana", "I see."),
    (
        "Viktor",
        "My mother is eighty-two, she danced too, she told everybody about her own wedding in the village sixty years ago.",
    ),
    ("Viktor", "And then on Sunday we all had breakfast in the garden, my cousins, the neighbours, the children with the dog."),
];

fn call(parts: &[&[(&str, &str)]]) -> String {
    parts.concat().iter().map(|(who, words)| format!("{who}: {words}\n")).collect()
}

/// A computer of its own.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn segue(&self, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_segue"));
        let data = self.0.path().join("data");
        command
            .env("SEGUE_DATA", data)
            .env("SEGUE_KEYS", "none")
            .env("SEGUE_UI", "en")
            .env("TZ", "Europe/Berlin")
            .env("NO_COLOR", "1");
        let output = command.args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn review(&self, parts: &[&[(&str, &str)]], more: &[&str]) -> Value {
        let file = self.0.path().join("call.txt");
        std::fs::write(&file, call(parts)).unwrap();
        let usual = ["review", file.to_str().unwrap(), "--me", "Dana", "--about", ABOUT, "--minutes", "10", "--format", "json"];
        serde_json::from_str(&self.segue(&[&usual, more].concat())).unwrap()
    }
}

fn situations(debrief: &Value) -> Vec<&str> {
    debrief["cues"].as_array().unwrap().iter().map(|cue| cue["situation"].as_str().unwrap()).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn q_business_is_told_from_private_talk_per_utterance_and_speaker() {
    let debrief = Desk::new().review(&[&GREETING, &WORK, &STORY, &WORK], &[]);
    let labels: Vec<&str> = debrief["utterances"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap()).collect();
    let private = |label: &&str| matches!(*label, "personal" | "smalltalk");
    // "So, the new homepage …" opens the list and the work at once.
    assert!(labels[3..8].iter().all(|label| *label == "business"), "{labels:?}");
    assert!(labels[8..16].iter().filter(|label| private(label)).count() >= 7, "{labels:?}");
    assert!(labels[17..22].iter().all(|label| *label == "business"), "{labels:?}");
    let speakers = debrief["talk"]["speakers"].as_array().unwrap();
    let of =
        |role: &str| speakers.iter().find(|one| one["speaker"]["role"] == role).unwrap()["amounts"]["personal"].as_f64().unwrap();
    assert!(of("client") > 4.0 * of("me"));
}

#[test]
fn q_where_i_feed_it_is_shown() {
    let feeding: [(&str, &str); 6] = [
        ("Viktor", "My daughter got married on Saturday, we danced until four in the morning."),
        ("Dana", "Really? How lovely! What did she wear?"),
        ("Viktor", "A dress of her grandmother's, my wife cried when she saw it."),
        ("Dana", "My husband and I only had twelve guests, my mother still has not forgiven me for that."),
        ("Viktor", "And her husband is a lovely boy, they met on holiday in Greece."),
        ("Dana", "How did they meet? Tell me everything!"),
    ];
    let debrief = Desk::new().review(&[&GREETING, &WORK, &feeding, &WORK], &[]);
    let feeding = debrief["feeding"].as_array().unwrap();
    assert!(feeding.len() >= 3 && feeding.iter().all(|one| one["index"].as_u64().unwrap() % 2 == 1), "{feeding:?}");
}

#[test]
fn row_1_what_it_costs() {
    let debrief = Desk::new().review(&[&GREETING, &WORK, &STORY, &WORK], &["--rate", "60 €", "--agenda", "Domain transfer"]);
    let (minutes, amount) = (number(&debrief["cost"]["minutes"]), number(&debrief["cost"]["amount"]));
    assert!(minutes > 0.5 && (amount - minutes).abs() < 0.05 && debrief["cost"]["currency"] == "€", "{}", debrief["cost"]);
    assert!(debrief["agenda"][0]["reached_at"].is_null(), "a decision that was not reached");
}

#[test]
fn rows_2_and_6_the_tone_fits_the_person() {
    let desk = Desk::new();
    for (name, more) in [("Viktor", ["--tone", "warm"]), ("Vera", ["--tone", "direct"])] {
        desk.segue(&[&["client", "add", name], &more[..]].concat());
    }
    let line = |client: &str| {
        desk.review(&[&GREETING, &WORK, &STORY], &["--client", client])["cues"][0]["line"].as_str().unwrap().to_owned()
    };
    assert!(line("Viktor").contains("-warm-"), "{}", line("Viktor"));
    assert!(line("Vera").contains("-direct-"), "{}", line("Vera"));
}

#[test]
fn row_3_one_line_parks_the_topic_and_names_the_next_item() {
    let debrief = Desk::new().review(&[&GREETING, &WORK, &STORY, &WORK], &["--agenda", "Domain transfer"]);
    assert_eq!(situations(&debrief).first(), Some(&"park"), "{}", debrief["cues"]);
    let text = debrief["cues"][0]["text"].as_str().unwrap();
    assert!(text.contains("Domain transfer"), "{text}");
    let after = debrief["cues"][0]["after"].as_u64().unwrap();
    assert!((8..16).contains(&after), "inside the story: {after}");
}

#[test]
fn row_5_a_group_goes_straight_to_the_agenda_or_offline() {
    let others = [("Maria", "I can do the texts."), ("Pavel", "And I will look at the shop.")];
    let debrief = Desk::new().review(&[&GREETING, &WORK, &others, &STORY, &WORK], &["--kind", "group"]);
    assert!(matches!(situations(&debrief).first(), Some(&("offline" | "direct"))), "{:?}", situations(&debrief));
}

#[test]
fn row_7_a_personal_question_to_me_gets_a_deflection() {
    let questions: [(&str, &str); 5] = [
        ("Viktor", "By the way, my daughter got married on Saturday, the whole family was there and we danced all night."),
        ("Dana", "Oh, nice."),
        ("Viktor", "And you, are you married? Do you have children yourself?"),
        ("Dana", "Hm."),
        ("Viktor", "Come on, do you have a boyfriend? Don't you want a family?"),
    ];
    let debrief = Desk::new().review(&[&GREETING, &WORK, &questions, &WORK], &[]);
    assert_eq!(situations(&debrief), ["deflect"], "{}", debrief["cues"]);
}

#[test]
fn row_10_serious_news_silences_steering_and_a_fact_that_moves_the_work_is_noted() {
    let news: [(&str, &str); 6] = [
        ("Viktor", "Sorry, I have to tell you something. My father died last night."),
        ("Dana", "Oh no. I'm so sorry, Viktor."),
        ("Viktor", "He had a heart attack in the kitchen, my mother found him, and the ambulance came too late."),
        ("Dana", "How terrible. How is your mother?"),
        ("Viktor", "She doesn't speak. My sister is with her, we all cried the whole night, I don't know what to do."),
        ("Viktor", "I can't believe that he is gone, we talked on the phone the evening before."),
    ];
    let debrief = Desk::new().review(&[&GREETING, &WORK, &news, &WORK], &[]);
    assert_eq!(situations(&debrief), ["humane"], "{}", debrief["cues"]);
    let moved: [(&str, &str); 3] = [
        ("Viktor", "One more thing, I'm in hospital from Monday for my knee, so I can't sign off the draft next week."),
        ("Dana", "Okay, thank you for telling me."),
        ("Viktor", "They say that I'll be in hospital for ten days and can't work before the twentieth."),
    ];
    let debrief = Desk::new().review(&[&GREETING, &WORK, &moved, &WORK], &[]);
    assert!(
        debrief["notes"].as_array().unwrap().iter().any(|note| note.to_string().contains("hospital")),
        "{}",
        debrief["notes"]
    );
    assert!(situations(&debrief).iter().all(|situation| *situation == "humane"), "{}", debrief["cues"]);
}

#[test]
fn rows_8_9_10_and_12_the_words_around_a_call() {
    let desk = Desk::new();
    desk.segue(&["simulate", desk.0.path().join("data").to_str().unwrap(), "--today", "2026-11-24"]);
    // 9 and 10: the announcement, due until it is said.
    let script = desk.segue(&["--yes", "announce", "Viktor", "--why", "busy", "--minutes", "45"]);
    assert!(script.contains("45 minutes"), "{script}");
    desk.segue(&["announce", "Viktor", "--said", "2026-11-26"]);
    assert!(desk.segue(&["client", "show", "Viktor"]).contains("said on 26 November 2026"));
    // 8: planned length and agenda where the client sees them too.
    let calendar =
        desk.segue(&["prepare", "Viktor", "--when", "2026-12-01T10:00", "--agenda", "Domain transfer", "--format", "ics"]);
    assert!(
        calendar.contains("BEGIN:VEVENT") && calendar.contains("Domain transfer") && calendar.contains("DTEND:20261201T094500Z"),
        "{calendar}"
    );
    // 12: the note that explains a departure, with its reason.
    let note = desk.segue(&["note", "Дмитрий", "--reason", "The server was down."]);
    assert!(note.contains("server was down"), "{note}");
}

#[test]
fn row_11_and_weeks_flexibility_that_became_the_rule_is_said() {
    let desk = Desk::new();
    let half_year = desk.0.path().join("data");
    desk.segue(&["simulate", half_year.to_str().unwrap(), "--today", "2026-11-24"]);
    let trend = desk.segue(&["trend", "--to", "2026-11-24"]);
    assert!(trend.contains("Exceptions in the last 5 calls: 5, with 1 allowed. Flexibility has become the rule."), "{trend}");
    let one = desk.segue(&["trend", "Viktor", "--to", "2026-11-24"]);
    assert!(one.contains("Holding: 90%") && one.contains("Next step"), "{one}");
}
