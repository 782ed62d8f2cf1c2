//! Who speaks in plain text, where words look like headings: a time that is said, a label before a colon, a date.

use segue_core::{Role, Timing};
use segue_transcript::{ReadOptions, read};

type Turn = (&'static str, &'static str);

/// Name and words of every turn.
fn turns(text: &str) -> Vec<(String, String)> {
    let found = read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|e| panic!("{text}: {e}"));
    found.utterances.iter().map(|u| (u.speaker.name.clone(), u.text.as_str().to_owned())).collect()
}

fn all_are(cases: &[(&str, &str, &[Turn])]) {
    for (what, text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect();
        assert_eq!(turns(text), expected, "{what}");
    }
}

#[test]
fn the_head_of_a_teams_document_is_nobody() {
    let turns: &[Turn] = &[("Dana Weiss", "Hi."), ("Viktor Hale", "Hello."), ("Dana Weiss", "So.")];
    let said = [
        "Dana Weiss   0:03\nHi.\n\nViktor Hale   0:09\nHello.\n\nDana Weiss   0:12\nSo.\n",
        "Dana Weiss 0:03\nHi.\n\nViktor Hale 0:09\nHello.\n\nDana Weiss 0:12\nSo.\n",
    ];
    for head in [
        "Weekly sync-20260114_100210-Meeting Recording\nJanuary 14, 2026, 9:02AM\n28m 14s\n",
        "Weekly sync-20260114_100210-Meeting Recording\n14 January 2026, 09:02\n28m 14s\n",
        "Weekly sync\nWednesday, January 14, 2026 9:02 AM\n1h 2m 3s\n",
        "Еженедельная встреча-20260114_100210-Запись собрания\n14 января 2026 г., 9:02\n28 мин 14 с\n",
        "Встреча\n14.01.2026 9:02\n28 мин 14 с\n",
        "Weekly sync\n2026-01-14, 09:02\n28m 14s\n",
    ] {
        for said in said {
            let text = format!("{head}\n{said}");
            all_are(&[(head, &text, turns)]);
            let found = read(text.as_bytes(), &ReadOptions::default()).unwrap();
            let starts: Vec<f64> = found.utterances.iter().map(|u| u.start).collect();
            assert_eq!((found.timing, starts), (Timing::Spoken, vec![3.0, 9.0, 12.0]), "{text}");
        }
    }
}

#[test]
fn words_that_begin_with_a_time_stay_in_their_turn() {
    all_are(&[
        (
            "names above times",
            "Dana  0:12\nWhen?\nViktor  0:20\nTomorrow.\n10:30 works for me\nDana  0:31\nв 10:30 удобно\n12:00 or 12:30?\n",
            &[("Dana", "When?"), ("Viktor", "Tomorrow. 10:30 works for me"), ("Dana", "в 10:30 удобно 12:00 or 12:30?")],
        ),
        (
            "words that are a time alone",
            "Dana  0:12\nWhen?\nViktor  0:20\n10:30\nDana  0:31\nMonday 10:30\nViktor  0:35\nGood.\n",
            &[("Dana", "When?"), ("Viktor", "10:30"), ("Dana", "Monday 10:30"), ("Viktor", "Good.")],
        ),
        (
            "times in brackets",
            "[00:12] Dana: When?\n[00:20] Viktor: Tomorrow.\n10:30 works for me\n[00:31] Dana: Fine.\n12:00 or 12:30?\n",
            &[("Dana", "When?"), ("Viktor", "Tomorrow. 10:30 works for me"), ("Dana", "Fine. 12:00 or 12:30?")],
        ),
        (
            "times without brackets and names",
            "00:12 Dana: When?\n00:20 Viktor: Tomorrow.\n10:30 works for me\n00:31 Dana: Fine.\n12:00 or 12:30?\n",
            &[("Dana", "When?"), ("Viktor", "Tomorrow. 10:30 works for me"), ("Dana", "Fine. 12:00 or 12:30?")],
        ),
        (
            "a clock on the wall",
            "10:02 Dana: When?\n10:03 Viktor: Tomorrow.\n10:30 works for me\n10:04 Dana: Fine.\n",
            &[("Dana", "When?"), ("Viktor", "Tomorrow. 10:30 works for me"), ("Dana", "Fine.")],
        ),
        (
            "names behind times",
            "00:12 Dana Weiss\nWhen?\n00:20 Viktor Hale\nTomorrow.\n10:30 works for me\n00:31 Dana Weiss\nFine.\n",
            &[("Dana Weiss", "When?"), ("Viktor Hale", "Tomorrow. 10:30 works for me"), ("Dana Weiss", "Fine.")],
        ),
        (
            "names behind times of day",
            "10:02 AM Dana Weiss\nWhen?\n10:04 AM Viktor Hale\n10:30 AM works for me\n10:05 AM Dana Weiss\nFine.\n",
            &[("Dana Weiss", "When?"), ("Viktor Hale", "10:30 AM works for me"), ("Dana Weiss", "Fine.")],
        ),
        (
            "times and words, nobody named",
            "0:12 When?\n0:20 Tomorrow.\n10:30 works for me\n0:31 Fine.\n1:05 Good.\n",
            &[("", "When?"), ("", "Tomorrow. 10:30 works for me"), ("", "Fine."), ("", "Good.")],
        ),
        (
            "times alone",
            "0:12\nWhen?\n0:20\n10:30 works for me\n0:31\nFine.\n",
            &[("", "When?"), ("", "10:30 works for me"), ("", "Fine.")],
        ),
        (
            "turns whose times may be said",
            "9:58 one\n10:30 two\n11:02 three\n12:40 four\n",
            &[("", "one"), ("", "two"), ("", "three"), ("", "four")],
        ),
        (
            "a nameless turn among named ones",
            "1:12 Dana: When?\n1:20 Viktor: Tomorrow.\n1:25 and on Monday\n1:31 Dana: Fine.\n",
            &[("Dana", "When?"), ("Viktor", "Tomorrow."), ("", "and on Monday"), ("Dana", "Fine.")],
        ),
    ]);
}

#[test]
fn labels_in_the_words_are_nobody() {
    all_are(&[
        (
            "first, second, third",
            "Dana: Three things.\nFirst: the logo.\nSecond: the bill.\nThird: the date.\nViktor: Fine.\nDana: Good.\n",
            &[
                ("Dana", "Three things. First: the logo. Second: the bill. Third: the date."),
                ("Viktor", "Fine."),
                ("Dana", "Good."),
            ],
        ),
        (
            "nobody speaks twice",
            "Dana: Three things.\nFirst: the logo.\nSecond: the bill.\nThird: the date.\nViktor: Fine.\n",
            &[("Dana", "Three things. First: the logo. Second: the bill. Third: the date."), ("Viktor", "Fine.")],
        ),
        (
            "labels that come again",
            "Анна: Начнём.\nИтог: смета готова.\nМарат: Да.\nВо-первых: сроки.\nАнна: Хорошо.\nИтог: ждём.\nМарат: Ждём.\n",
            &[
                ("Анна", "Начнём. Итог: смета готова."),
                ("Марат", "Да. Во-первых: сроки."),
                ("Анна", "Хорошо. Итог: ждём."),
                ("Марат", "Ждём."),
            ],
        ),
        (
            "a word of the talk",
            "Dana: So, the catalogue.\nCatalogue: forty pages.\nViktor: Long.\nDana: Yes.\nViktor: Well.\n",
            &[("Dana", "So, the catalogue. Catalogue: forty pages."), ("Viktor", "Long."), ("Dana", "Yes."), ("Viktor", "Well.")],
        ),
        (
            "more than a name",
            "Dana: Hi.\nViktor: Hi.\nThe main question: who pays?\nStep 2: the print.\nDana: Me.\nViktor: Good.\n",
            &[
                ("Dana", "Hi."),
                ("Viktor", "Hi. The main question: who pays? Step 2: the print."),
                ("Dana", "Me."),
                ("Viktor", "Good."),
            ],
        ),
        ("behind times", "[00:12] one\n[00:20] Note: two\n[00:31] three\n", &[("", "one"), ("", "Note: two"), ("", "three")]),
    ]);
}

#[test]
fn who_speaks_once_is_somebody() {
    let text = |name: &str| format!("Dana: Hi.\nViktor: Hello.\n{name}: Sorry, I am late.\nDana: No matter.\nViktor: Well.\n");
    for name in [
        "Priya",
        "Марк",
        "Anna Belova",
        "Jean-Luc",
        "Operator",
        "Speaker 3",
        "Мария (бухгалтерия)",
        "Mark",
        "Dr. Hale",
        "Гость",
        "SPEAKER_02",
    ] {
        let found = turns(&text(name));
        assert_eq!(found.len(), 5, "{name}: {found:?}");
        assert_eq!(found[2], (name.to_owned(), "Sorry, I am late.".to_owned()));
    }
    all_are(&[
        (
            "people without names",
            "First: Hi.\nSecond: Hi.\nFirst: So.\nSecond: Yes.\nFirst: Well.\nSecond: Bye.\n",
            &[("First", "Hi."), ("Second", "Hi."), ("First", "So."), ("Second", "Yes."), ("First", "Well."), ("Second", "Bye.")],
        ),
        (
            "questions and answers",
            "Question: Who?\nAnswer: Me.\nQuestion: Why?\nAnswer: So.\n",
            &[("Question", "Who?"), ("Answer", "Me."), ("Question", "Why?"), ("Answer", "So.")],
        ),
        (
            "nobody speaks twice",
            "Dana: Hi.\nViktor: Hello.\nAnna: Hi.\n",
            &[("Dana", "Hi."), ("Viktor", "Hello."), ("Anna", "Hi.")],
        ),
    ]);
}

#[test]
fn messages_copied_on_a_phone_have_their_writers() {
    all_are(&[(
        "names above words",
        "Dana Weiss:\nThe draft is up.\nTell me what you think\n\nViktor Hale:\nNice.\n\nMy son wants one\n",
        &[("Dana Weiss", "The draft is up. Tell me what you think"), ("Viktor Hale", "Nice. My son wants one")],
    )]);
}

#[test]
fn messages_copied_out_of_telegram_are_a_chat_with_times() {
    let options = ReadOptions { me: Some("Dana".into()), ..ReadOptions::default() };
    for text in [
        "Dana Weiss, [14.01.2026 10:02]\nHi.\n\nViktor Hale, [14.01.2026 10:04]\nHello: fine\n",
        "\n\u{feff}Dana Weiss, [14.01.2026, 10:02:00]:\nHi.\nViktor Hale, [14.01.2026, 10:04:00]:\nHello: fine",
        "The logo\nDana Weiss, [14.01.26 10:02]\nHi.\n\nViktor Hale, [14.01.26 10:04]\n[В ответ на Dana Weiss]\nHello: fine\n",
        "[14.01.2026 10:02] Dana Weiss: Hi.\n[14.01.2026 10:04] Viktor Hale: Hello: fine\n",
    ] {
        let found = read(text.as_bytes(), &options).unwrap();
        let said: Vec<_> = found.utterances.iter().map(|u| (u.speaker.role, u.start, u.text.as_str())).collect();
        assert_eq!(said, [(Role::Me, 0.0, "Hi."), (Role::Client, 120.0, "Hello: fine")], "{text}");
        assert_eq!((found.timing, found.began.unwrap().to_string().as_str()), (Timing::Chat, "2026-01-14T10:02:00"), "{text}");
    }
}

#[test]
fn both_sides_of_a_granola_copy_are_known() {
    let all = [("System audio", "Hi."), ("Microphone", "Hello."), ("System audio", "So.")];
    all_are(&[
        ("behind times", "00:03 System audio\nHi.\n00:07 Microphone\nHello.\n00:09 System audio\nSo.\n", &all),
        ("above times", "System audio\n0:03\nHi.\n\nMicrophone\n0:07\nHello.\n\nSystem audio\n0:09\nSo.\n", &all),
        ("beside times", "[00:03] System audio: Hi.\n[00:07] Microphone: Hello.\n[00:09] System audio: So.\n", &all),
    ]);
    for (me, them) in [("Me", "Them"), ("Microphone", "System audio"), ("**Me**", "**Them**"), ("Микрофон", "Системный звук")]
    {
        let text = format!("{them}: Hi.\n{me}: Hello.\n{them}: So.\n{me}: Yes.\n");
        for client in [None, Some("Viktor".to_owned())] {
            let options = ReadOptions { client, ..ReadOptions::default() };
            let found = read(text.as_bytes(), &options).unwrap();
            let roles: Vec<_> = found.utterances.iter().map(|u| u.speaker.role).collect();
            assert_eq!(roles, [Role::Client, Role::Me, Role::Client, Role::Me], "{text}");
            assert_eq!(found.problems.len(), 1, "only the times: {:?}", found.problems);
        }
    }
}

/// Two lines with dashes in one caption were one utterance of nobody, and nobody made a group of a call of two.
#[test]
fn dashes_in_one_caption_are_two_people_and_nobody_is_none_of_those_named() {
    let srt = "1\n00:00:01,000 --> 00:00:05,500\n- Morning, is the kiln fixed?\n- Nearly, the element\n  comes at noon.\n\n\
               2\n00:00:06,000 --> 00:00:09,000\n<i>MARGUERITE:</i> Then the mugs ship on Monday?\n\n\
               3\n00:00:10,000 --> 00:00:12,000\nJO: Monday, yes.\n\n4\n00:00:13,000 --> 00:00:14,000\nMARGUERITE: Good.\n\n\
               5\n00:00:15,000 --> 00:00:16,000\nJO: And the lids?\n\n6\n00:00:17,000 --> 00:00:18,000\n- so - be it\n";
    let found = read(srt.as_bytes(), &ReadOptions { me: Some("Jo".into()), ..ReadOptions::default() }).unwrap();
    let words: Vec<&str> = found.utterances.iter().map(|u| u.text.as_str()).collect();
    assert_eq!(words[..2], ["Morning, is the kiln fixed?", "Nearly, the element comes at noon."]);
    assert_eq!(words[6], "- so - be it");
    assert!(found.utterances[0].end <= found.utterances[1].start && found.utterances[1].end <= 5.5);
    assert_eq!(segue_transcript::people(&found.utterances), 2);
}

/// "1:" and "2:" were words of the talk.
#[test]
fn numbers_before_colons_are_people_if_they_hold_the_talk() {
    let talk = "1: Hello, the scarecrow festival.\n2: Forty-one, the mayor wants one too.\n1: The mayor!\n2: Straw: bales or loose?\n1: Bales, thirty.\n";
    let found = read(talk.as_bytes(), &ReadOptions { me: Some("2".into()), ..ReadOptions::default() }).unwrap();
    let said: Vec<(&str, Role)> = found.utterances.iter().map(|u| (u.speaker.name.as_str(), u.speaker.role)).collect();
    assert_eq!(said[..2], [("1", Role::Client), ("2", Role::Me)]);
    assert_eq!(found.utterances[3].text.as_str(), "Straw: bales or loose?");
    let list = "Dana: three things today\n1: the logo\n2: the price\n3: the date\nViktor: yes\nDana: good\nViktor: fine\n";
    let found = read(list.as_bytes(), &ReadOptions::default()).unwrap();
    assert!(found.utterances.iter().all(|u| u.speaker.name.len() > 2), "{:?}", found.utterances);
}

/// A child at the door, "Unknown Speaker" to the program, made a group of a call of two.
#[test]
fn a_voice_that_the_program_does_not_know_makes_no_group() {
    for (third, people) in [("Unknown Speaker", 2), ("Неизвестный говорящий", 2), ("Jago's sister", 3)] {
        let file = format!(
            "Morwenna: Hi, are the wheels done?\n{third}: Where's the charger?\nJago: Two of four.\nMorwenna: Good.\nJago: Yes.\n{third}: Thanks.\n"
        );
        let found = read(file.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(segue_transcript::people(&found.utterances), people, "{third}");
    }
}
