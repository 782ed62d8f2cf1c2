//! Every format, in English and Russian, from files as those programs write them; and broken ones.

use segue_core::{Lang, Role, Source, Timing, Transcript};
use segue_transcript::{FileKind, ReadError, ReadOptions, read, sniff};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).expect(name)
}

fn options(me: &str, client: &str) -> ReadOptions {
    let some = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    ReadOptions { me: some(me), client: some(client), ..ReadOptions::default() }
}

struct Case {
    file: &'static str,
    me: &'static str,
    client: &'static str,
    source: Source,
    lang: Lang,
    timing: Timing,
    /// Speaker, role, start and words of the utterances that are checked.
    expected: &'static [(usize, &'static str, Role, f64, &'static str)],
    count: usize,
    problems: usize,
}

const CASES: &[Case] = &[
    Case {
        file: "zoom-en.vtt",
        me: "Dana",
        client: "",
        source: Source::Webvtt,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 6,
        problems: 0,
        expected: &[
            (0, "Dana Whitlock", Role::Me, 1.48, "Hi Viktor, can you hear me?"),
            (3, "Viktor Hale", Role::Client, 10.0, "Right. One thing: the prices are still last year's."),
            (4, "", Role::Unknown, 13.9, "And the footer too."),
        ],
    },
    Case {
        file: "teams-ru.vtt",
        me: "Anna",
        client: "",
        source: Source::Webvtt,
        lang: Lang::Ru,
        timing: Timing::Spoken,
        count: 4,
        problems: 0,
        expected: &[
            (0, "Анна Белова", Role::Me, 2.11, "Добрый день, Марат, слышно меня?"),
            (2, "Анна Белова", Role::Me, 9.2, "Ого. Тогда коротко: смета & сроки."),
        ],
    },
    Case {
        file: "classes-en.vtt",
        me: "Tom",
        client: "Priya",
        source: Source::Webvtt,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 2,
        problems: 1,
        expected: &[(0, "Priya", Role::Client, 1.0, "Good morning, everyone."), (1, "Tom", Role::Me, 4.5, "Is 3 < 5 here? Yes.")],
    },
    Case {
        file: "film-en.srt",
        me: "",
        client: "",
        source: Source::Srt,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 3,
        problems: 0,
        expected: &[
            (0, "", Role::Unknown, 1.0, "Good morning, Ruth."),
            (1, "", Role::Unknown, 2.7, "Morning. The invoice is wrong again, the second line."),
        ],
    },
    Case {
        file: "zvonok-ru.srt",
        me: "",
        client: "Олег",
        source: Source::Srt,
        lang: Lang::Ru,
        timing: Timing::Spoken,
        count: 3,
        problems: 0,
        expected: &[
            (1, "Нина", Role::Me, 2.3, "Ужасно, трясло всю дорогу. Ладно, по договору."),
            (2, "Олег", Role::Client, 6.4, "Давай. Пункт четыре: срок."),
        ],
    },
    Case {
        file: "otter-en.txt",
        me: "Dana",
        client: "",
        source: Source::Text,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 4,
        problems: 0,
        expected: &[
            (0, "Dana Whitlock", Role::Me, 3.0, "Hey, good to see you. Did the boxes arrive?"),
            (3, "Viktor Hale", Role::Client, 3760.0, "It is fine. Print it."),
        ],
    },
    Case {
        file: "rev-en.txt",
        me: "Speaker 1",
        client: "",
        source: Source::Text,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 3,
        problems: 0,
        expected: &[(1, "Speaker 2", Role::Client, 5.0, "Of course. Is it raining where you are?")],
    },
    Case {
        file: "descript-ru.txt",
        me: "Лена",
        client: "",
        source: Source::Text,
        lang: Lang::Ru,
        timing: Timing::Spoken,
        count: 4,
        problems: 0,
        expected: &[(2, "Лена", Role::Me, 8.0, "Видела, еле выехала. Давайте про каталог. Там две страницы без фото.")],
    },
    Case {
        file: "names-only-ru.txt",
        me: "",
        client: "",
        source: Source::Text,
        lang: Lang::Ru,
        timing: Timing::Estimated,
        count: 5,
        problems: 1,
        expected: &[
            (0, "Я", Role::Me, 0.0, "Здравствуйте, Ирина Львовна."),
            (1, "Ирина Львовна", Role::Client, 1.80, "Здравствуйте, голубчик. Как ваша спина?"),
        ],
    },
    Case {
        file: "zoom-chat-en.txt",
        me: "Dana",
        client: "",
        source: Source::Text,
        lang: Lang::En,
        timing: Timing::Chat,
        count: 3,
        problems: 0,
        expected: &[(1, "Viktor Hale", Role::Client, 29.0, "got it, thanks")],
    },
    Case {
        file: "openai-ru.json",
        me: "",
        client: "",
        source: Source::Whisper,
        lang: Lang::Ru,
        timing: Timing::Spoken,
        count: 3,
        problems: 0,
        expected: &[(2, "", Role::Unknown, 3.4, "Начнём с отчёта.")],
    },
    Case {
        file: "whispercpp-en.json",
        me: "",
        client: "",
        source: Source::Whisper,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 3,
        problems: 1,
        expected: &[(1, "Speaker 1", Role::Unknown, 2.24, "Morning. How is your mother?")],
    },
    Case {
        file: "whatsapp-android-ru.txt",
        me: "Ольга",
        client: "",
        source: Source::Whatsapp,
        lang: Lang::Ru,
        timing: Timing::Chat,
        count: 5,
        problems: 0,
        expected: &[
            (1, "Глеб Юрьев", Role::Client, 120.0, "Спасибо! Спят наконец 😂 а ёлка упала"),
            (2, "Ольга", Role::Me, 180.0, ""),
            (4, "Глеб Юрьев", Role::Client, 132_600.0, "вижу: сумма другая"),
        ],
    },
    Case {
        file: "whatsapp-ios-en.txt",
        me: "Dana",
        client: "",
        source: Source::Whatsapp,
        lang: Lang::En,
        timing: Timing::Chat,
        count: 4,
        problems: 0,
        expected: &[
            (1, "Viktor Hale", Role::Client, 97.0, "nice 👍 my dog ate the printout lol"),
            (2, "Viktor Hale", Role::Client, 116.0, ""),
            (3, "Dana", Role::Me, 1_737_957.0, "final files sent"),
        ],
    },
    Case {
        file: "telegram-ru.json",
        me: "Ольга",
        client: "",
        source: Source::Telegram,
        lang: Lang::Ru,
        timing: Timing::Chat,
        count: 3,
        problems: 1,
        expected: &[
            (1, "Ольга", Role::Me, 120.0, "Отлично, правки тут: figma.com/x жду"),
            (2, "Глеб Юрьев", Role::Client, 31_140.0, ""),
        ],
    },
    Case {
        file: "telegram-account-en.json",
        me: "",
        client: "Viktor",
        source: Source::Telegram,
        lang: Lang::En,
        timing: Timing::Chat,
        count: 2,
        problems: 0,
        expected: &[(0, "Viktor Hale", Role::Client, 0.0, "Is the draft ready?"), (1, "Dana", Role::Me, 300.0, "Today by five.")],
    },
    Case {
        file: "teams-docx-en.txt",
        me: "Dana",
        client: "",
        source: Source::Text,
        lang: Lang::En,
        timing: Timing::Spoken,
        count: 4,
        problems: 0,
        expected: &[
            (0, "Dana Weiss", Role::Me, 3.0, "Hi Viktor, can you hear me?"),
            (
                1,
                "Viktor Hale",
                Role::Client,
                7.0,
                "Yes. Sorry, the dog has just found the doorbell. 10:30 works for me, by the way.",
            ),
            (3, "Viktor Hale", Role::Client, 1678.0, "Three. Send it over."),
        ],
    },
    Case {
        file: "teams-docx-ru.txt",
        me: "",
        client: "Марат",
        source: Source::Text,
        lang: Lang::Ru,
        timing: Timing::Spoken,
        count: 4,
        problems: 0,
        expected: &[
            (0, "Анна Белова", Role::Me, 3.0, "Добрый день, Марат, слышно меня?"),
            (1, "Марат Гареев", Role::Client, 9.0, "Да. У нас тут снегом завалило двор. в 10:30 удобно, кстати."),
            (3, "Марат Гареев", Role::Client, 3760.0, "Пришлю завтра."),
        ],
    },
    Case {
        file: "telegram-copy-en.txt",
        me: "Dana",
        client: "",
        source: Source::Telegram,
        lang: Lang::En,
        timing: Timing::Chat,
        count: 4,
        problems: 0,
        expected: &[
            (0, "Dana Weiss", Role::Me, 0.0, "Morning! The draft is up. Tell me what you think"),
            (1, "Viktor Hale", Role::Client, 120.0, "Nice. My son wants one for his room"),
            (2, "Viktor Hale", Role::Client, 120.0, ""),
            (3, "Dana Weiss", Role::Me, 82_680.0, "Ha. So it is approved?"),
        ],
    },
    Case {
        file: "telegram-copy-ru.txt",
        me: "",
        client: "Глеб",
        source: Source::Telegram,
        lang: Lang::Ru,
        timing: Timing::Chat,
        count: 3,
        problems: 0,
        expected: &[
            (1, "Глеб Юрьев", Role::Client, 180.0, "Спасибо! Посмотрю: там было две суммы"),
            (2, "Ольга", Role::Me, 82_680.0, "Да, обе внутри"),
        ],
    },
    Case {
        file: "granola-en.txt",
        me: "Dana",
        client: "Viktor",
        source: Source::Text,
        lang: Lang::En,
        timing: Timing::Estimated,
        count: 4,
        problems: 1,
        expected: &[
            (0, "Them", Role::Client, 0.0, "Hey. Sorry, the train was late again."),
            (3, "Me", Role::Me, 11.95, "I can take it down a little. Note: the proof is from Monday."),
        ],
    },
    Case {
        file: "granola-ru.txt",
        me: "",
        client: "",
        source: Source::Text,
        lang: Lang::Ru,
        timing: Timing::Estimated,
        count: 4,
        problems: 1,
        expected: &[
            (1, "Системный звук", Role::Client, 1.80, "Да, слышно. Снег у нас по колено."),
            (2, "Микрофон", Role::Me, 5.15, "Ого. Тогда коротко про смету. Итог: две позиции лишние."),
        ],
    },
];

#[test]
fn every_format_in_both_languages() {
    for case in CASES {
        let found = read(&fixture(case.file), &options(case.me, case.client)).unwrap_or_else(|e| panic!("{}: {e}", case.file));
        let problems: Vec<_> = found.problems.iter().map(|p| p.what.as_str()).collect();
        assert_eq!((found.source, found.lang, found.timing), (case.source, Some(case.lang), case.timing), "{}", case.file);
        let texts: Vec<_> = found.utterances.iter().map(|u| format!("{}: {}", u.speaker.name, u.text.as_str())).collect();
        assert_eq!(found.utterances.len(), case.count, "{} {texts:#?}", case.file);
        assert_eq!(found.problems.len(), case.problems, "{} {problems:?}", case.file);
        for &(index, speaker, role, start, words) in case.expected {
            let utterance = &found.utterances[index];
            assert_eq!(utterance.text.as_str(), words, "{} {index}", case.file);
            assert_eq!((utterance.speaker.name.as_str(), utterance.speaker.role), (speaker, role), "{} {index}", case.file);
            assert!((utterance.start - start).abs() < 0.02, "{} {index}: {} is not {start}", case.file, utterance.start);
        }
        for utterance in &found.utterances {
            assert!(utterance.end >= utterance.start && utterance.start >= 0.0);
        }
    }
}

/// What is left of a file that is cut anywhere: a transcript or a typed refusal, never a panic, and
/// never more than the whole file holds.
#[test]
fn files_cut_anywhere_give_what_came_before() {
    for case in CASES {
        let bytes = fixture(case.file);
        let mut most = 0;
        for cut in (0..bytes.len()).step_by(7) {
            if let Ok(found) = read(&bytes[..cut], &ReadOptions::default()) {
                assert!(found.utterances.len() <= case.count + 1, "{} at {cut}", case.file);
                most = most.max(found.utterances.len());
            }
        }
        assert!(most + 1 >= case.count, "{}: {most}", case.file);
    }
}

#[test]
fn cut_json_is_named_with_its_line() {
    let text = String::from_utf8(fixture("openai-ru.json")).unwrap();
    let cut = text.find("\"id\": 2").unwrap() + 20;
    let found = read(&text.as_bytes()[..cut], &ReadOptions::default()).unwrap();
    assert_eq!(found.utterances.len(), 2);
    assert_eq!(found.problems[0].line, Some(5), "{:?}", found.problems);
}

fn words(transcript: &Transcript) -> Vec<&str> {
    transcript.utterances.iter().map(|u| u.text.as_str()).collect()
}

#[test]
fn old_russian_encodings_read_as_utf8_does() {
    let text = String::from_utf8(fixture("descript-ru.txt")).unwrap();
    let whole = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    for encoding in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_R] {
        let found = read(&encoding.encode(&text).0, &ReadOptions::default()).unwrap();
        assert_eq!(words(&found), words(&whole), "{}", encoding.name());
        assert!(found.problems.iter().any(|p| p.what.contains(&encoding.name()[..4])));
    }
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(words(&read(&wide, &ReadOptions::default()).unwrap()), words(&whole));
}

#[test]
fn what_is_no_transcript_is_refused_by_name() {
    for (bytes, expected) in [
        (&b""[..], ReadError::Empty),
        (b" \r\n\t ", ReadError::Empty),
        (b"\0\x01\x02\x03\x04binary\0\0\x05\x06", ReadError::NotText),
        (b"RIFF\x10\0\0\0WAVEfmt ", ReadError::LooksLikeSound),
        (b"OggS\0\x02", ReadError::LooksLikeSound),
        (b"WEBVTT\n\n", ReadError::NothingReadable { taken_for: Source::Webvtt }),
        (b"{}", ReadError::NothingReadable { taken_for: Source::Whisper }),
    ] {
        assert_eq!(read(bytes, &ReadOptions::default()).unwrap_err(), expected);
    }
    // A text file called .wav is known by its content.
    assert_eq!(sniff(b"Dana: hello"), FileKind::Text);
}

#[test]
fn a_name_that_nobody_has_is_said() {
    let found = read(&fixture("zoom-en.vtt"), &options("Gertrude", "")).unwrap();
    assert!(found.problems.iter().any(|p| p.what.contains("Gertrude") && p.what.contains("Viktor Hale")), "{:?}", found.problems);
}

#[test]
fn times_that_run_backwards_are_named_and_kept_in_order() {
    let text =
        "WEBVTT\n\n00:10.000 --> 00:12.000\nA: one\n\n00:05.000 --> 00:06.000\nB: two\n\n00:20.000 --> 00:19.000\nA: three\n";
    let found = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(found.utterances.iter().map(|u| u.start).collect::<Vec<_>>(), [10.0, 5.0, 20.0]);
    let lines: Vec<_> = found.problems.iter().filter_map(|p| p.line).collect();
    assert_eq!(lines, [6, 9]);
}

/// The story came before its beginning, and was led back from before it was told.
#[test]
fn numbered_cues_in_another_order_are_read_by_their_numbers() {
    let cue = |number: u32, start: u32, words: &str| {
        format!("{number}\n00:00:{start:02},000 --> 00:00:{:02},000\nLev: {words}\n\n", start + 4)
    };
    for (cues, order) in [
        ([cue(3, 20, "three"), cue(1, 1, "one"), cue(2, 7, "two")], ["one", "two", "three"]),
        // Two recordings one after the other, and times that contradict the numbers.
        ([cue(1, 20, "one"), cue(2, 30, "two"), cue(1, 5, "again")], ["one", "two", "again"]),
        ([cue(3, 1, "three"), cue(1, 20, "one"), cue(2, 7, "two")], ["three", "one", "two"]),
    ] {
        let found = read(cues.concat().as_bytes(), &options("Lev", "")).unwrap();
        assert_eq!(words(&found), order);
    }
}

/// "Dr. Amara joined" was said by nobody known, and sixteen minutes were nine that began at nine.
#[test]
fn who_came_and_went_is_nobodys_words_and_tells_hours() {
    for (text, said) in [
        (
            "Teams meeting chat\n[09:00] Host started the meeting\n[09:02] Dr. Amara joined\n[09:03] Dr. Amara: Good morning, the camels.\n\
             [09:04] Lotte: Good morning! First the calendar.\n[09:15] Dr. Amara left\n[09:16] Lotte: See you!\n",
            ["Good morning, the camels.", "Good morning! First the calendar.", "See you!"],
        ),
        (
            "[09:02] Амара Дин вошла\n[09:03] Амара Дин: Доброе утро, верблюды.\n[09:04] Лотта: Доброе утро! Сначала календарь.\n\
             [09:15] Амара Дин вышла\n[09:16] Лотта: До встречи!\n",
            ["Доброе утро, верблюды.", "Доброе утро! Сначала календарь.", "До встречи!"],
        ),
    ] {
        let found = read(text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(words(&found), said);
        let starts: Vec<f64> = found.utterances.iter().map(|u| u.start).collect();
        assert_eq!(starts, [0.0, 60.0, 780.0], "{text}");
    }
    let nameless =
        read(b"[00:02] So the door was open.\n[00:12] He left\n[00:19] And the dog?\n", &ReadOptions::default()).unwrap();
    assert_eq!(words(&nameless), ["So the door was open.", "He left", "And the dog?"]);
}

/// A program's advertisement was the client's goodbye, and Whisper's was six seconds of private talk.
#[test]
fn advertisements_and_what_a_recogniser_invents_are_nobodys_words() {
    let copied = "Kiln follow-up\nRecorded with tl;dv — https://tldv.io/app/meetings/6541\n\n00:00 Noor: The contract, did you sign it?\n\
                  00:05 Edda: Signed, but I want brick.\n00:48 Edda: The second is good. Bye!\n\nGet your own AI notetaker: tldv.io\n";
    let found = read(copied.as_bytes(), &options("Noor", "Edda")).unwrap();
    assert_eq!(words(&found), ["The contract, did you sign it?", "Signed, but I want brick.", "The second is good. Bye!"]);
    let heard = r#"{"language":"en","segments":[{"start":0.0,"end":4.0,"text":" The jacks, three of them stick."},
        {"start":4.0,"end":9.0,"text":" Thank you for watching! Please subscribe to my channel."},
        {"start":9.0,"end":12.0,"text":" Well, the twentieth then."}]}"#;
    let found = read(heard.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(words(&found), ["The jacks, three of them stick.", "Well, the twentieth then."]);
}

/// Two people of one name were both taken for me, without a remark.
#[test]
fn that_all_is_said_under_my_name_is_told() {
    let turns = |names: [&str; 4]| names.map(|name| format!("{name}: About the tiles, do you want the cobalt?\n")).concat();
    for (names, told) in [(["Maria"; 4], true), (["Maria", "Anna", "Maria", "Anna"], false)] {
        let found = read(turns(names).as_bytes(), &options("Maria", "")).unwrap();
        assert_eq!(found.problems.iter().any(|problem| problem.what.contains("under one name")), told, "{:?}", found.problems);
    }
}

proptest::proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600)) {
        let _ = read(&bytes, &ReadOptions::default());
    }

    #[test]
    fn changed_files_never_panic(which in 0..CASES.len(), at in 0.0..1.0f64, with in proptest::collection::vec(proptest::num::u8::ANY, 0..12)) {
        let mut bytes = fixture(CASES[which].file);
        let from = ((bytes.len() as f64) * at) as usize;
        let to = (from + with.len()).min(bytes.len());
        bytes.splice(from..to, with);
        if let Ok(found) = read(&bytes, &options("Dana", "Viktor")) {
            for utterance in &found.utterances {
                proptest::prop_assert!(utterance.end >= utterance.start && utterance.start >= 0.0);
            }
        }
    }
}
