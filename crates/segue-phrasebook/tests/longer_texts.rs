//! The announcement, the notes and the line of consent: whole, in proportion, and true.

use segue_core::{Address, AgendaItem, Kind, Lang, Tone, Words};
use segue_phrasebook::{
    Announcement, Departure, Invitation, Keeping, Length, NewRule, NoteLength, OverrunNote, Reason, SAID, Welcome, Why,
    announcement, announcement_letter, announcement_was_said, consent_line, next_meeting_note, overrun_note, seconds_to_say,
};

const TONES: [Tone; 3] = [Tone::Warm, Tone::Neutral, Tone::Direct];

fn voices() -> impl Iterator<Item = (Lang, Address, Tone)> {
    [(Lang::En, Address::Vy), (Lang::Ru, Address::Ty), (Lang::Ru, Address::Vy)]
        .into_iter()
        .flat_map(|(lang, address)| TONES.map(|tone| (lang, address, tone)))
}

/// What no text may look like: a slot left open, a gap, an end that is none, the wrong address.
fn assert_whole(text: &str, lang: Lang, address: Address) {
    assert!(!text.contains(['{', '}', '$', '\u{2068}']), "{text}");
    assert!(!text.contains("  ") && !text.contains(" .") && !text.contains("..") && !text.contains(":."), "{text}");
    assert!(text.chars().next().is_some_and(char::is_uppercase), "{text}");
    assert_eq!(Lang::of_text(text), Some(lang), "{text}");
    let words: Vec<_> = text.to_lowercase().split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if lang == Lang::Ru {
        let ty = has(&["ты", "тебя", "тебе", "твоей", "давай", "скажи", "напиши", "пришли", "привет"]);
        let vy = has(&["вы", "вас", "вам", "вашей", "давайте", "скажите", "напишите", "пришлите", "здравствуйте"]);
        let other = if address == Address::Ty { vy } else { ty };
        assert!(!other, "{text}");
    }
}

fn announcements() -> Vec<Announcement> {
    let mut all = Vec::new();
    for (lang, address, tone) in voices() {
        let own = || Words::new(if lang == Lang::En { "we are moving house" } else { "мы переезжаем" });
        for why in [None, Some(Why::BusySeason), Some(Why::OtherProjects), Some(Why::Own(own()))] {
            for rule in [NewRule::WorkOnly, NewRule::ChatAtEnd, NewRule::Own(own())] {
                for minutes in [None, Some(0), Some(1), Some(45)] {
                    for welcome in [None, Some(Welcome::Hello), Some(Welcome::Own(own()))] {
                        let (why, rule) = (why.clone(), rule.clone());
                        all.push(Announcement { lang, tone, address, why, rule, minutes, welcome, ..Announcement::default() });
                    }
                }
            }
        }
    }
    all
}

/// A group heard what is said to one: that two have told each other of their lives, and a greeting to "Board".
#[test]
fn a_group_is_spoken_to_as_many() {
    for (lang, address, tone) in voices() {
        for rule in [NewRule::WorkOnly, NewRule::ChatAtEnd] {
            let (name, why, minutes) = (Some("Board".to_owned()), Some(Why::BusySeason), Some(45));
            let plan =
                Announcement { lang, tone, address, rule, name, why, minutes, kind: Kind::Group, ..Announcement::default() };
            let scripts = [Length::OneBreath, Length::HalfMinute, Length::Minute].map(|length| announcement(&plan, length));
            let letter = announcement_letter(&plan);
            for text in scripts.iter().map(String::as_str).chain([letter.body.as_str()]) {
                assert_whole(text, lang, Address::Vy);
                for one in ["Board", "each other", "друг другу", "Дело не в вас", "anything you did", "your life"]
                {
                    assert!(!text.contains(one), "{text}");
                }
            }
            assert!(scripts.iter().all(|script| announcement_was_said(script) >= SAID), "{scripts:?}");
        }
    }
}

#[test]
fn announcements_are_whole_with_every_choice() {
    for plan in announcements() {
        for length in [Length::OneBreath, Length::HalfMinute, Length::Minute] {
            let script = announcement(&plan, length);
            assert_whole(&script, plan.lang, plan.address);
            if plan.minutes == Some(45) {
                assert!(script.contains("45 "), "{script}");
            }
            if plan.minutes == Some(1) {
                assert!(!script.contains("1 minutes") && !script.contains("1 минут "), "{script}");
            }
        }
        let letter = announcement_letter(&plan);
        assert!(letter.subject.is_some_and(|subject| !subject.is_empty()));
        assert_whole(letter.body.as_str(), plan.lang, plan.address);
    }
}

#[test]
fn announcements_are_as_long_as_they_say() {
    for plan in announcements().into_iter().filter(|plan| plan.why.is_some() && plan.minutes == Some(45)) {
        let seconds = |length| seconds_to_say(&announcement(&plan, length));
        let (breath, half, minute) = (seconds(Length::OneBreath), seconds(Length::HalfMinute), seconds(Length::Minute));
        assert!(breath <= 15.5, "{breath} {plan:?}");
        assert!((15.0..=45.0).contains(&half) && half > breath, "{half} {plan:?}");
        assert!((28.0..=66.0).contains(&minute) && minute > half, "{minute} {plan:?}");
    }
}

#[test]
fn important_news_stays_welcome_in_every_announcement() {
    for plan in announcements() {
        let word = if plan.lang == Lang::En { "tell me" } else { "скаж" };
        for length in [Length::OneBreath, Length::HalfMinute, Length::Minute] {
            assert!(announcement(&plan, length).contains(word));
        }
    }
}

#[test]
fn own_reasons_stay_out_of_debug() {
    let plan = Announcement { why: Some(Why::Own(Words::new("secret"))), ..Announcement::default() };
    assert!(!format!("{plan:?} {:?}", announcement_letter(&plan)).contains("secret"));
}

#[test]
fn every_note_is_whole_and_gives_its_reason() {
    let mut seen = std::collections::BTreeSet::new();
    for (lang, address, tone) in voices() {
        let own = Words::new(if lang == Lang::En {
            "the printer needed an answer"
        } else {
            "типография ждала ответа"
        });
        let reasons = [Reason::Work, Reason::ClientsNews, Reason::Connection, Reason::Mine, Reason::Own(own)];
        let departures = [Departure::RanOver, Departure::EndedEarly, Departure::MoreChat, Departure::ItemsLeft, Departure::Moved];
        for departure in departures {
            for reason in &reasons {
                for (filled, minutes, exception) in [
                    (false, None, true),
                    (false, None, false),
                    (true, Some(1), true),
                    (true, Some(12), true),
                    (true, Some(12), false),
                ] {
                    let text = |en: &str, ru: &str| filled.then(|| if lang == Lang::En { en } else { ru }.to_owned());
                    let note = OverrunNote {
                        lang,
                        tone,
                        address,
                        name: text("Viktor", "Виктор"),
                        me: text("Dana", "Дана"),
                        departure,
                        minutes,
                        reason: reason.clone(),
                        exception,
                        theirs: false,
                        changes: false,
                        left: false,
                        usual_minutes: minutes.map(|m| m + 30),
                        next_meeting: text("on Thursday", "в четверг"),
                    };
                    for length in [NoteLength::Mail, NoteLength::Chat] {
                        let written = overrun_note(&note, length);
                        assert_eq!(written.subject.is_some(), length == NoteLength::Mail);
                        let body = written.body.as_str();
                        assert_whole(body, lang, address);
                        assert!(body.to_lowercase().contains(if lang == Lang::En { "reason" } else { "причина" }), "{body}");
                        assert_eq!(filled, body.contains(if lang == Lang::En { "Thursday" } else { "четверг" }), "{body}");
                        if length == NoteLength::Chat {
                            assert!(!body.contains('\n'));
                        }
                        if filled {
                            seen.insert(body.to_owned());
                        }
                    }
                }
            }
        }
    }
    // Tones, languages and lengths really differ.
    assert!(seen.len() > 500, "{}", seen.len());
}

#[test]
fn a_moved_call_is_not_told_of_as_if_it_had_been() {
    for (lang, address, tone) in voices() {
        for reason in [Reason::Work, Reason::ClientsNews] {
            let note = OverrunNote {
                lang,
                tone,
                address,
                name: Some(if lang == Lang::En { "Viktor Lind" } else { "Виктор Линд" }.to_owned()),
                me: None,
                departure: Departure::Moved,
                minutes: None,
                reason,
                exception: true,
                theirs: false,
                changes: false,
                left: false,
                usual_minutes: None,
                next_meeting: None,
            };
            let written = overrun_note(&note, NoteLength::Mail);
            let (subject, body) = (written.subject.unwrap(), written.body.as_str().to_owned());
            let past = if lang == Lang::En {
                ["last call", "needed", "mattered"]
            } else {
                ["прошл", "было нужно", "было важнее"]
            };
            assert!(!past.iter().any(|word| subject.to_lowercase().contains(word) || body.contains(word)), "{subject} {body}");
            // And whoever is written to is called as one greets.
            assert!(!body.contains("Lind") && !body.contains("Линд"), "{body}");
        }
    }
}

#[test]
fn the_invitation_has_agenda_and_limit() {
    for (lang, address, tone) in voices() {
        let text = |en: &str, ru: &str| if lang == Lang::En { en } else { ru }.to_owned();
        let item = |text: String, minutes| AgendaItem { text, minutes };
        let agenda = vec![
            item(text("the logo", "логотип"), Some(15.0)),
            item(text("budget", "бюджет"), None),
            item(text("colours", "цвета"), Some(f64::NAN)),
            item(" ".into(), None),
        ];
        for (when, agenda) in [(Some(text("on Thursday", "в четверг")), agenda), (None, Vec::new())] {
            let invitation = Invitation {
                lang,
                tone,
                address,
                name: when.clone().map(|_| text("Viktor", "Виктор")),
                me: Some(text("Dana", "Дана")),
                next_meeting: when.clone(),
                minutes: Some(45),
                chat_at_end: Some(1),
                agenda,
            };
            let note = next_meeting_note(&invitation);
            let body = note.body.as_str();
            assert_whole(body, lang, address);
            assert!(body.contains("45 ") && body.ends_with(&text("Dana", "Дана")), "{body}");
            // «Последняя 1 минута — на всё остальное».
            let last = text("The last minute is", "Последняя минута —");
            assert!(body.contains(&last), "{body}");
            assert_eq!(
                when.is_some(),
                body.contains(&text(
                    "\n1. The logo (15 minutes)\n2. Budget\n3. Colours",
                    "\n1. Логотип (15 минут)\n2. Бюджет\n3. Цвета"
                )),
                "{body}"
            );
        }
    }
}

#[test]
fn consent_says_what_is_kept_and_asks() {
    for (lang, address, _) in voices() {
        let lines =
            [Keeping::Figures, Keeping::BusinessWords, Keeping::AllWords].map(|keeping| consent_line(lang, address, keeping));
        for line in &lines {
            assert_whole(line, lang, address);
            assert!(line.ends_with('?'), "{line}");
            assert!(line.contains(if lang == Lang::En { "No sound is recorded" } else { "Звук не записывается" }), "{line}");
        }
        let text = if lang == Lang::En { "text" } else { "текстом" };
        assert_eq!(lines.map(|line| line.contains(text)), [false, true, true]);
    }
}

/// «Причина: Заговорились» had a capital after the colon; a name would lose one if all were made small.
#[test]
fn a_reason_in_own_russian_words_begins_as_a_sentence_or_goes_on_with_one() {
    for (reason, said) in [
        ("Заговорились о даче", "чем собирались. Заговорились о даче. "),
        ("Виктор заболел.", "чем собирались. Виктор заболел. "),
        ("болезнь сына", "чем собирались. Причина: болезнь сына. "),
    ] {
        let note = OverrunNote {
            lang: Lang::Ru,
            tone: Tone::Warm,
            address: Address::Vy,
            name: None,
            me: None,
            departure: Departure::RanOver,
            minutes: Some(10),
            reason: Reason::Own(Words::new(reason)),
            exception: true,
            theirs: false,
            changes: false,
            left: false,
            usual_minutes: None,
            next_meeting: None,
        };
        let chat = overrun_note(&note, NoteLength::Chat).body;
        assert!(chat.as_str().contains(said), "{}", chat.as_str());
    }
}

/// A hello was asked for, and the half-minute script, the one that is kept, had no word of it.
#[test]
fn what_stays_welcome_stands_in_the_script_that_is_kept() {
    for (lang, own, hello) in [(Lang::En, "news of the garden", "hello"), (Lang::Ru, "новости о саде", "в начале")]
    {
        for welcome in [Welcome::Hello, Welcome::Own(Words::new(own))] {
            let said = if welcome == Welcome::Hello { hello } else { own };
            let plan = Announcement { lang, welcome: Some(welcome.clone()), ..Announcement::default() };
            for length in [Length::HalfMinute, Length::Minute] {
                let script = announcement(&plan, length);
                assert!(script.contains(said), "{script}");
            }
        }
    }
}

/// "…and I'll watch the clock. News of the garden. If something is going on…"; "Because I've got a new baby."
#[test]
fn own_words_of_an_announcement_are_sentences_whether_they_were_typed_as_one_or_not() {
    for (lang, why, change, welcome, said) in [
        (
            Lang::En,
            "because I've got a new baby",
            "No calls after 5 pm",
            "news of the garden",
            ["I've got a new baby. ", "From now on: no calls after 5 pm. ", "What stays as it was: news of the garden. "],
        ),
        (
            Lang::En,
            "My daughter starts school.",
            "We start with the invoices.",
            "A hello is still welcome",
            ["My daughter starts school. ", "We start with the invoices. ", "A hello is still welcome. "],
        ),
        (
            Lang::En,
            "because of my new job",
            "from now on we'll start on the dot",
            "Viktor's jokes",
            [
                "I need to make a change because of my new job. ",
                "From now on we'll start on the dot. ",
                "What stays as it was: Viktor's jokes. ",
            ],
        ),
        (
            Lang::Ru,
            "потому что жена попросила",
            "никаких созвонов после пяти",
            "Расскажи про сына",
            ["Жена попросила. ", "Теперь так: никаких созвонов после пяти. ", "А это остаётся как раньше: расскажи про сына. "],
        ),
        (
            Lang::Ru,
            "из-за новой работы",
            "теперь начинаем с дела",
            "Новости о саде.",
            ["Кое-что меняется из-за новой работы. ", "Теперь начинаем с дела. ", "Новости о саде. "],
        ),
    ] {
        let plan = Announcement {
            lang,
            address: Address::Ty,
            why: Some(Why::Own(Words::new(why))),
            rule: NewRule::Own(Words::new(change)),
            welcome: Some(Welcome::Own(Words::new(welcome))),
            ..Announcement::default()
        };
        let script = announcement(&plan, Length::Minute);
        for said in said {
            assert!(script.contains(said), "{said}: {script}");
        }
    }
}

/// "You call me at night and I can't sleep. … It isn't about anything you did."
#[test]
fn a_reason_that_is_about_them_is_not_taken_back() {
    let cases = [
        (Lang::En, "because you call me at night and I can't sleep", true),
        (Lang::En, "Mrs Achebe's stories take half of each call", true),
        (Lang::En, "because my evenings are taken", false),
        (Lang::Ru, "потому что вы звоните мне по ночам", true),
        (Lang::Ru, "потому что звонишь мне по ночам", true),
        (Lang::Ru, "потому что у меня родился сын", false),
    ];
    for (lang, why, about_them) in cases {
        for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
            let own = Some(Why::Own(Words::new(why)));
            let plan = Announcement { lang, tone, name: Some("Mrs Achebe".into()), why: own, ..Announcement::default() };
            for text in [announcement(&plan, Length::Minute), announcement_letter(&plan).body.as_str().to_owned()] {
                let denied = ["anything you did", "Дело не в"].iter().any(|denial| text.contains(denial));
                assert_eq!(denied, !about_them, "{why}: {text}");
            }
        }
    }
}

/// A colleague was told that they get what they came for, and that good work is done for them.
#[test]
fn a_colleague_is_not_spoken_to_as_a_client() {
    for (lang, address, tone) in voices() {
        let plan = Announcement { lang, tone, address, kind: Kind::Internal, minutes: Some(15), ..Announcement::default() };
        for text in [announcement(&plan, Length::Minute), announcement_letter(&plan).body.as_str().to_owned()] {
            assert_whole(&text, lang, address);
            for client in [
                "you came for",
                "you need",
                "good work for you",
                "how I run",
                "your life",
                "тебе нужно",
                "вам нужно",
                "полезен",
                "работу для",
            ] {
                assert!(!text.contains(client), "{client}: {text}");
            }
        }
    }
}

/// "Our next call is On Thursday", "The reason: Your cat.", "The reason: because her boiler broke."
#[test]
fn what_was_typed_into_a_form_goes_on_in_the_sentence_of_a_note() {
    for (lang, reason, meeting, said) in [
        (Lang::En, "Your cat.", "On Thursday", ["The reason: your cat. ", "Our next call is on Thursday."]),
        (
            Lang::En,
            "because her boiler broke",
            "Tomorrow at 3",
            ["The reason: her boiler broke. ", "Our next call is tomorrow at 3."],
        ),
        (Lang::En, "Because Viktor was ill", "Monday", ["The reason: Viktor was ill. ", "Our next call is Monday."]),
        (Lang::Ru, "потому что зависла связь", "Четверг, 15:00", ["Причина: зависла связь. ", "Поговорим в четверг в 15:00."]),
        (Lang::Ru, "Из-за снега", "Вторник", ["Так вышло из-за снега. ", "Поговорим во вторник."]),
    ] {
        let note = OverrunNote {
            lang,
            tone: Tone::Warm,
            address: Address::Vy,
            name: None,
            me: None,
            departure: Departure::RanOver,
            minutes: Some(10),
            reason: Reason::Own(Words::new(reason)),
            exception: true,
            theirs: false,
            changes: false,
            left: false,
            usual_minutes: Some(30),
            next_meeting: Some(meeting.to_owned()),
        };
        let chat = overrun_note(&note, NoteLength::Chat).body;
        for said in said {
            assert!(chat.as_str().contains(said), "{}", chat.as_str());
        }
        // Of three items that the overrun had left nobody spoke.
        let left = overrun_note(&OverrunNote { left: true, ..note.clone() }, NoteLength::Chat).body;
        let first = if lang == Lang::En {
            "What we didn't get to comes first next time. "
        } else {
            "С того, что не успели, в следующий раз и начнём. "
        };
        assert!(left.as_str().contains(first) && !chat.as_str().contains(first), "{}", left.as_str());
    }
}

/// "A matter came up that could not wait", of which nobody knew; and an apology for what came from the client.
#[test]
fn a_note_invents_no_reason_and_excuses_nothing_of_theirs() {
    for (lang, invented, excuses) in [
        (Lang::En, ["wait", "urgent"], ["exception", "bearing", "understanding", "my side", "I ended"]),
        (Lang::Ru, ["подождать", "срочн"], ["исключени", "терпение", "понимание", "моей стороне", "пришлось"]),
    ] {
        for tone in [Tone::Warm, Tone::Neutral, Tone::Direct] {
            for departure in [Departure::RanOver, Departure::EndedEarly, Departure::MoreChat, Departure::ItemsLeft] {
                for (length, theirs) in [(NoteLength::Mail, false), (NoteLength::Mail, true), (NoteLength::Chat, true)] {
                    let note = OverrunNote {
                        lang,
                        tone,
                        address: Address::Vy,
                        name: None,
                        me: None,
                        departure,
                        minutes: Some(12),
                        reason: Reason::Mine,
                        exception: true,
                        theirs,
                        changes: false,
                        left: false,
                        usual_minutes: Some(30),
                        next_meeting: None,
                    };
                    let text = overrun_note(&note, length).body.as_str().to_owned();
                    assert!(invented.iter().all(|word| !text.contains(word)), "{text}");
                    assert!(!theirs || excuses.iter().all(|word| !text.contains(word)), "{text}");
                }
            }
        }
    }
}
