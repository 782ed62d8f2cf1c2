//! Lines of the user's own: what is taken, what is refused, and how that is said.

use segue_core::{Address, Kind, Lang, LineRequest, Rung, Slots, Tone};
use segue_phrasebook::{Change, LineFault, LineMemory, Phrasebook};

fn add(lang: Lang, address: Option<Address>, text: &str) -> Change {
    Change::Add { rung: Rung::Park, lang, tone: Tone::Warm, kind: Kind::Client, address, text: text.to_owned() }
}

fn replace(id: &str, text: &str) -> Change {
    Change::Replace { id: id.to_owned(), text: text.to_owned() }
}

fn fault(change: &Change) -> LineFault {
    match Phrasebook::built_in().with_changes(std::slice::from_ref(change)) {
        Ok(_) => panic!("{change:?} was taken"),
        Err(error) => error.fault,
    }
}

#[test]
fn faulty_lines_are_refused_with_the_reason() {
    let en = |text: &str| fault(&add(Lang::En, None, text));
    let ru = |text: &str| fault(&add(Lang::Ru, None, text));
    assert_eq!(en(" … "), LineFault::Empty);
    assert!(matches!(en(&"word ".repeat(20)), LineFault::TooLong { words: 6, .. }));
    assert_eq!(en("Let's see {weather}."), LineFault::UnknownSlot { slot: "weather".into() });
    for braces in ["Now {next-item", "Now next}", "Now {}", "Now {{topic}}"] {
        assert_eq!(en(braces), LineFault::Braces, "{braces}");
    }
    assert_eq!(en("Давайте вернёмся к делу."), LineFault::WrongLanguage { lang: Lang::En });
    assert_eq!(ru("Back to the work."), LineFault::WrongLanguage { lang: Lang::Ru });
    assert_eq!(ru("Давай вернёмся к вашему плану."), LineFault::MixedAddress);
    assert_eq!(fault(&add(Lang::Ru, Some(Address::Vy), "Давай потом, ладно?")), LineFault::OtherAddress { wanted: Address::Vy });
    assert_eq!(en("No more small talk, please."), LineFault::Wording { phrase: "small talk".into() });
    assert_eq!(ru("Хватит этой болтовни."), LineFault::Wording { phrase: "болтовн".into() });
    assert_eq!(en("Tell me on Thursday, okay?"), LineFault::Promise { phrase: "thursday".into() });
    assert_eq!(
        en("can we keep that for the end? i need you for something first"),
        LineFault::Duplicate { id: "en/park-client-warm-1".into() }
    );
    assert_eq!(fault(&replace("en/nothing-1", "Later.")), LineFault::UnknownLine { id: "en/nothing-1".into() });
}

#[test]
fn the_fault_is_told_in_both_languages() {
    let changes = [Change::Ban { id: "en/park-client-warm-1".into() }, add(Lang::En, None, "Now {weather}.")];
    let Err(error) = Phrasebook::built_in().with_changes(&changes) else { panic!("taken") };
    assert_eq!(
        error.to_string(),
        "Change 2: There is no blank called “weather”. The blanks are: {topic}, {next-item}, {minutes-left}, {next-meeting}, {name}."
    );
    assert!(error.in_words(Lang::Ru).starts_with("Изменение 2: Подстановки «weather» нет."));
    let faults = [
        LineFault::Empty,
        LineFault::TooLong { seconds: 7.26, words: 2 },
        LineFault::Braces,
        LineFault::WrongLanguage { lang: Lang::Ru },
        LineFault::MixedAddress,
        LineFault::OtherAddress { wanted: Address::Ty },
        LineFault::Wording { phrase: "x".into() },
        LineFault::Promise { phrase: "x".into() },
        LineFault::Duplicate { id: "x".into() },
        LineFault::UnknownLine { id: "x".into() },
    ];
    for fault in faults {
        for lang in [Lang::En, Lang::Ru] {
            let words = fault.in_words(lang);
            assert!(words.len() > 10 && !words.contains('$') && !words.contains("  "), "{words}");
        }
    }
    assert!(LineFault::TooLong { seconds: 7.26, words: 2 }.in_words(Lang::Ru).contains("около 7.3 с"));
}

#[test]
fn an_own_line_is_offered_and_keeps_its_id() {
    let text = "Keep that for me, please; now {next-item}, you have {minutes}.";
    let book = Phrasebook::built_in().with_changes(&[add(Lang::En, None, text)]).unwrap();
    let line = book.lines().find(|line| line.own).unwrap();
    assert_eq!(line.vy.as_deref(), Some(text));
    let slots = Slots { next_item: Some("the logo".into()), minutes_left: Some(1), ..Slots::default() };
    assert_eq!(
        book.fill(&line.id, Address::Vy, &slots).unwrap().text,
        "Keep that for me, please; now the logo, you have 1 minute."
    );
    let again =
        Phrasebook::built_in().with_changes(&[add(Lang::En, None, "One more, then work."), add(Lang::En, None, text)]).unwrap();
    assert!(again.fill(&line.id, Address::Vy, &slots).is_some());
}

#[test]
fn russian_lines_go_to_the_form_of_address_they_use() {
    let cases = [
        ("Слушай, потом, ладно?", None, (true, false)),
        ("Слушайте, потом, ладно?", None, (false, true)),
        ("Потом, ладно?", None, (true, true)),
        ("Потом, ладно?", Some(Address::Ty), (true, false)),
    ];
    for (text, address, forms) in cases {
        let book = Phrasebook::built_in().with_changes(&[add(Lang::Ru, address, text)]).unwrap();
        let line = book.lines().find(|line| line.own).unwrap();
        assert_eq!((line.ty.is_some(), line.vy.is_some()), forms, "{text}");
    }
}

#[test]
fn a_line_is_replaced_for_the_address_it_uses_and_twice_over() {
    let id = "ru/park-client-warm-1";
    let book = Phrasebook::built_in()
        .with_changes(&[replace(id, "Давай потом про это, ага?"), replace(id, "Давай попозже про это, ага?")])
        .unwrap();
    let line = book.lines().find(|line| line.id == id).unwrap();
    assert_eq!(line.ty.as_deref(), Some("Давай попозже про это, ага?"));
    assert!(line.vy.is_some_and(|vy| vy.starts_with("Давайте оставим")) && line.own);
    // A change on a book that is changed already.
    let later = book.with_changes(&[replace(id, "Это на потом, угу?")]).unwrap();
    let line = later.lines().find(|line| line.id == id).unwrap();
    assert_eq!((line.ty.as_deref(), line.vy.as_deref()), (Some("Это на потом, угу?"), Some("Это на потом, угу?")));
}

#[test]
fn what_is_banned_is_gone_and_a_ban_outlives_its_line() {
    let ids: Vec<_> = Phrasebook::built_in().lines().map(|line| line.id).filter(|id| id.starts_with("en/humane")).collect();
    let mut bans: Vec<_> = ids.iter().map(|id| Change::Ban { id: id.clone() }).collect();
    bans.push(Change::Ban { id: "en/humane-of-an-older-edition".into() });
    let book = Phrasebook::built_in().with_changes(&bans).unwrap();
    let request = LineRequest {
        rung: Rung::Humane,
        kind: Kind::Client,
        lang: Lang::En,
        tone: Tone::Warm,
        address: Address::Vy,
        slots: Slots::default(),
        chat_at_end: true,
        nothing_next: false,
    };
    assert_eq!(book.choose(&request, &LineMemory::default()), None);
    assert!(Phrasebook::built_in().choose(&request, &LineMemory::default()).is_some());
}

#[test]
fn changes_are_readable_in_files() {
    let file = r#"[{"change":"add","rung":"sign_off","lang":"ru","tone":"direct","kind":"client","text":"Всё, пока!"},
        {"change":"replace","id":"en/park-client-warm-1","text":"Later, all right?"},
        {"change":"ban","id":"en/park-client-warm-2"}]"#;
    let changes: Vec<Change> = serde_json::from_str(file).unwrap();
    assert!(Phrasebook::built_in().with_changes(&changes).is_ok());
    let again: Vec<Change> = serde_json::from_str(&serde_json::to_string(&changes).unwrap()).unwrap();
    assert_eq!(again, changes);
}
