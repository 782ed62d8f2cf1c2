//! Messages as they come: mails with all that hangs on them, pasted chats, plain text.

use jiff::civil::date;
use jiff::tz::TimeZone;
use segue_core::Lang;
use segue_reply::{Channel, MessageError, Wishes, read, said};

fn wishes() -> Wishes {
    Wishes { me: Some("Dana".into()), client: None, lang: None, channel: None, zone: TimeZone::fixed(jiff::tz::offset(1)) }
}

fn mail(headers: &str, body: &[u8]) -> Vec<u8> {
    let mut mail = format!("From: Viktor Lind <viktor@example.com>\r\nTo: dana@example.com\r\nSubject: The logo\r\nDate: Thu, 26 Nov 2026 21:40:00 +0000\r\nMIME-Version: 1.0\r\n{headers}\r\n\r\n").into_bytes();
    mail.extend_from_slice(body);
    mail
}

#[test]
fn a_mail_is_its_writers_own_words() {
    let body = b"Hi Dana,\r\n\r\ncould you send me the new version of the logo as a vector file by\r\nFriday at noon?\r\n\r\nBest regards,\r\nViktor Lind\r\nTea & Co\r\n\r\nOn Wed, 25 Nov 2026 at 10:00, Dana <dana@example.com> wrote:\r\n> Which format do you need?\r\n";
    let message = read(&mail("Content-Type: text/plain; charset=utf-8", body), &wishes()).unwrap();
    assert_eq!(message.channel, Channel::Mail);
    assert_eq!(message.from.as_deref(), Some("Viktor Lind"));
    assert_eq!(message.subject.as_ref().unwrap().as_str(), "The logo");
    assert_eq!(message.sent, Some(date(2026, 11, 26).at(22, 40, 0, 0)), "by my clock");
    assert_eq!(
        message.text.as_str(),
        "Hi Dana,\n\ncould you send me the new version of the logo as a vector file by Friday at noon?\n\nBest regards,"
    );
}

#[test]
fn old_encodings_of_russian_mails() {
    let words = "Добрый день! Пришлите, пожалуйста, счёт.";
    let old = words.replace('ё', "е");
    for (charset, encoding) in [("windows-1251", encoding_rs::WINDOWS_1251), ("koi8-r", encoding_rs::KOI8_R)] {
        let bytes = encoding.encode(&old).0.into_owned();
        let plain = mail(&format!("Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit"), &bytes);
        assert_eq!(read(&plain, &wishes()).unwrap().text.as_str(), old, "{charset}");
        let quoted: String = bytes
            .iter()
            .map(|b| format!("={b:02X}"))
            .collect::<Vec<_>>()
            .chunks(20)
            .map(<[String]>::concat)
            .collect::<Vec<_>>()
            .join("=\r\n");
        let quoted = mail(
            &format!("Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: quoted-printable"),
            quoted.as_bytes(),
        );
        assert_eq!(read(&quoted, &wishes()).unwrap().text.as_str(), old, "{charset}, quoted-printable");
    }
    // "Добрый день!" in base64.
    let base64 =
        mail("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", b"0JTQvtCx0YDRi9C5INC00LXQvdGMIQ==");
    let message = read(&base64, &wishes()).unwrap();
    assert_eq!((message.text.as_str(), message.lang), ("Добрый день!", Lang::Ru));
}

#[test]
fn nested_parts_and_pages() {
    let nested = b"--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nIs the file ready?\r\n--i\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Is the file <b>ready</b>?</p>\r\n--i--\r\n--o\r\nContent-Type: application/pdf; name=x.pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=x.pdf\r\n\r\nJVBERi0xLjQK\r\n--o--\r\n";
    let message = read(&mail("Content-Type: multipart/mixed; boundary=o", nested), &wishes()).unwrap();
    assert_eq!(message.text.as_str(), "Is the file ready?");
    let page = "<html><head><style>p{color:red}</style></head><body><div>Hi Dana,<br><br>is the &laquo;file&raquo; ready?</div><div class=\"gmail_signature\">Viktor, CEO</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon Dana wrote:</div><blockquote>Any news?</blockquote></div></body></html>";
    let message = read(&mail("Content-Type: text/html; charset=utf-8", page.as_bytes()), &wishes()).unwrap();
    assert!(message.text.as_str().contains("is the «file» ready?"), "{}", message.text.as_str());
    for gone in ["CEO", "Any news", "color"] {
        assert!(!message.text.as_str().contains(gone), "{gone}");
    }
    assert_eq!(read(page.as_bytes(), &wishes()).unwrap().channel, Channel::Mail, "a saved page");
}

#[test]
fn a_mail_of_quotes_only_says_so() {
    let quoted =
        mail("Content-Type: text/plain", b"On Wed, 25 Nov 2026 at 10:00, Dana <dana@example.com> wrote:\r\n> Any news?\r\n");
    assert_eq!(read(&quoted, &wishes()), Err(MessageError::OnlyQuoted));
    for (bytes, error) in [
        (&b""[..], MessageError::Empty),
        (b" \n\t", MessageError::Empty),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", MessageError::NotText),
        (b"PK\x03\x04\x14\0\0\0\0\0", MessageError::NotText),
        (b"RIFF\x24\0\0\0WAVEfmt ", MessageError::Sound),
        (b"OggS\0\x02\0\0\0\0\0\0\0\0", MessageError::Sound),
    ] {
        assert_eq!(read(bytes, &wishes()), Err(error), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn pasted_chats_are_what_the_client_wrote_last() {
    let whatsapp = "[25.11.2026, 10:00:00] Viktor: Old one\n[25.11.2026, 10:05:00] Dana: Yes?\n[25.11.2026, 23:15:03] Viktor: Hi\n[25.11.2026, 23:16:00] Viktor: is the file ready?\n";
    let message = read(whatsapp.as_bytes(), &wishes()).unwrap();
    assert_eq!(message.text.as_str(), "Hi\nis the file ready?");
    assert_eq!((message.messages, message.from.as_deref()), (2, Some("Viktor")));
    assert_eq!(message.sent, Some(date(2026, 11, 25).at(23, 16, 0, 0)));

    let telegram = "Dana, [25.11.2026 10:05]\nДа?\n\nАнна Петрова, [26.11.2026 23:05]\nПривет!\nСкинь счёт\n\nАнна Петрова, [26.11.2026 23:06]\nплиз\n";
    let message = read(telegram.as_bytes(), &wishes()).unwrap();
    assert_eq!(message.text.as_str(), "Привет!\nСкинь счёт\nплиз");
    assert_eq!((message.channel, message.messages, message.from.as_deref()), (Channel::Chat, 2, Some("Анна Петрова")));
    assert_eq!(message.sent, Some(date(2026, 11, 26).at(23, 6, 0, 0)));

    let american = "Dana, [11/25/2026 10:05 AM]\nYes?\n\nAnna, [11/26/2026 11:05 PM]\n[In reply to Dana]\nis it ready?\n";
    let message = read(american.as_bytes(), &wishes()).unwrap();
    assert_eq!((message.text.as_str(), message.from.as_deref()), ("is it ready?", Some("Anna")));
    assert_eq!(message.sent, Some(date(2026, 11, 26).at(23, 5, 0, 0)));
}

#[test]
fn plain_text_is_a_chat_or_a_mail_by_its_form() {
    for (text, channel) in [
        ("is the file ready?", Channel::Chat),
        ("Hi Dana,\n\nis the file ready?\n\nBest regards,\nViktor", Channel::Mail),
        ("Добрый день!\nГотов ли файл?\nС уважением,\nВиктор", Channel::Mail),
    ] {
        assert_eq!(read(text.as_bytes(), &wishes()).unwrap().channel, channel, "{text}");
    }
    assert_eq!(said("hello there", &wishes()).unwrap().channel, Channel::Voice);
}

#[test]
fn a_very_long_message_is_cut_at_a_word_and_says_so() {
    let message = read("слово ".repeat(20_000).as_bytes(), &wishes()).unwrap();
    assert!(message.cut && message.text.as_str().ends_with("слово") && message.text.as_str().chars().count() <= 40_000);
}

#[test]
fn words_never_show_in_debug() {
    let message = read(&mail("Content-Type: text/plain", b"my secret"), &wishes()).unwrap();
    assert!(!format!("{message:?}").contains("secret") && !format!("{message:?}").contains("logo"));
}

#[test]
fn thanks_near_the_top_of_a_chat_close_nothing() {
    for text in [
        "hi\nthanks\nmy dad died last night\ni cant make the call",
        "Привет\nСпасибо\nУмер папа\nсозвон не смогу",
        "Thanks\nMum is gone",
    ] {
        let message = read(text.as_bytes(), &wishes()).unwrap();
        assert_eq!((message.text.as_str(), message.channel), (text, Channel::Chat));
    }
    let chat = Wishes { channel: Some(Channel::Chat), ..wishes() };
    let text = "See below\nBest regards,\nViktor Lind";
    assert_eq!(read(text.as_bytes(), &chat).unwrap().text.as_str(), text, "nothing is cut off a chat");
}

#[test]
fn pages_are_parted_where_they_are_seen_parted() {
    let page = "<html><body><div>The logo is fine.</div><div>When is the site ready?</div><ul><li>the font</li><li>the price</li></ul><div>Could you send<br>the invoice?</div><blockquote>Old words</blockquote><div>And what does the page cost?</div><div class=\"gmail_signature\">Viktor, CEO</div></body></html>";
    let message = read(&mail("Content-Type: text/html; charset=utf-8", page.as_bytes()), &wishes()).unwrap();
    let lines: Vec<&str> = message.text.as_str().lines().filter(|line| !line.is_empty()).collect();
    let expected = [
        "The logo is fine.",
        "When is the site ready?",
        "- the font",
        "- the price",
        "Could you send the invoice?",
        "And what does the page cost?",
    ];
    assert_eq!(lines, expected);
}

/// A name stands on a terminal, which obeys more than letters.
#[test]
fn names_and_subjects_have_no_marks_for_terminals() {
    for (from, subject, name, about) in [
        (
            "=?utf-8?B?G1szMW1WaWt0b3IbWzBtCkxpbmQ=?=",
            "=?utf-8?B?TG9nbxtdMDtwd25lZAcKTm93?=",
            "[31mViktor[0m Lind",
            "Logo]0;pwned Now",
        ),
        ("=?utf-8?B?4oCuVmlrdG9y?=", "=?utf-8?B?wptMb2dv?=", "Viktor", "Logo"),
    ] {
        let mail = format!(
            "From: {from} <v@example.com>\r\nTo: d@example.com\r\nSubject: {subject}\r\nDate: Thu, 26 Nov 2026 21:40:00 +0000\r\n\r\nIs it ready?\r\n"
        );
        let message = read(mail.as_bytes(), &wishes()).unwrap();
        assert_eq!(message.from.as_deref(), Some(name));
        assert_eq!(message.subject.as_ref().unwrap().as_str(), about);
    }
}

#[test]
fn in_a_group_what_others_say_between_answers_nothing() {
    let group = "[25.11.2026, 09:00:00] Viktor: Old one\n[25.11.2026, 09:05:00] Dana: Yes?\n[25.11.2026, 10:00:00] Viktor: What does the page cost?\n[25.11.2026, 10:01:00] Ben: Good question\n[25.11.2026, 10:02:00] Viktor: And when is it ready?\n[25.11.2026, 10:03:00] Ben: yes\n";
    let client = |me: Option<&str>| Wishes { me: me.map(str::to_owned), client: Some("Viktor".into()), ..wishes() };
    for (me, text, without_me) in [
        (Some("Dana"), "What does the page cost?\nAnd when is it ready?", false),
        (Some("Nobody there"), "Old one\nWhat does the page cost?\nAnd when is it ready?", true),
        (None, "And when is it ready?", false),
    ] {
        let message = read(group.as_bytes(), &client(me)).unwrap();
        assert_eq!((message.text.as_str(), message.without_me), (text, without_me), "{me:?}");
    }
    let two = "[25.11.2026, 09:00:00] Viktor: Old one\n[25.11.2026, 09:05:00] D. H.: Yes?\n[25.11.2026, 10:00:00] Viktor: And when is it ready?\n";
    let message = read(two.as_bytes(), &client(Some("Dana"))).unwrap();
    assert_eq!((message.text.as_str(), message.without_me), ("And when is it ready?", false), "of two, I am the other");
}

/// My own lines are never the client's, however a chat was pasted.
#[test]
fn chats_with_names_before_the_lines_are_parted_by_them() {
    for (me, client, chat, text) in [
        (Some("Дана"), None, "Олег: Сайт готов?\nДана: Почти\nОлег: А счёт?", "А счёт?"),
        (None, Some("Олег"), "Олег: Сайт готов?\nДана: Почти\nОлег: А счёт?", "А счёт?"),
        (Some("Dana"), None, "Oleg: Is it ready?\nDana: Almost\nOleg: And the invoice?", "And the invoice?"),
        (
            Some("Dana"),
            None,
            "Oleg  10:02 AM\nIs the site ready?\nDana  10:05 AM\nAlmost\nOleg  10:07 AM\nAnd the invoice?",
            "And the invoice?",
        ),
        (
            Some("Dana"),
            None,
            "Oleg — Today at 10:02 AM\nIs the site ready?\nDana — Today at 10:05 AM\nAlmost\nOleg — Today at 10:07 AM\nAnd the invoice?",
            "And the invoice?",
        ),
        (
            Some("Дана"),
            None,
            "Олег — 25.11.2026 10:02\nГотово?\nДана — 25.11.2026 10:05\nПочти\nОлег — вчера в 10:07\nА счёт?",
            "А счёт?",
        ),
        // Tasks that a client writes to two people are no chat.
        (
            Some("Dana"),
            Some("Viktor"),
            "Dana: the logo please\nJonas: the texts please",
            "Dana: the logo please\nJonas: the texts please",
        ),
        (Some("Dana"), None, "Price: 100\nDate: Monday", "Price: 100\nDate: Monday"),
    ] {
        let wishes = Wishes { me: me.map(str::to_owned), client: client.map(str::to_owned), ..wishes() };
        assert_eq!(read(chat.as_bytes(), &wishes).unwrap().text.as_str(), text, "{chat}");
    }
}

/// Its headers stood in the message as words of the client's.
#[test]
fn a_mail_copied_with_german_headers_is_its_body() {
    let copied = "Von: Viktor\nGesendet: Montag\nAn: Dana\nBetreff: Logo\n\nIs the file ready?\n";
    let message = read(copied.as_bytes(), &wishes()).unwrap();
    assert_eq!((message.channel, message.text.as_str()), (Channel::Mail, "Is the file ready?"));
}

/// What is forwarded is what the client sent.
#[test]
fn forwarded_mails_are_read() {
    let ask = "Can you ask the designer for the photos in 300 dpi by Friday?";
    for (own, below) in [
        (
            "FYI\n\n",
            "---------- Forwarded message ---------\nFrom: Print <p@example.com>\nDate: Mon, 23 Nov 2026\nSubject: Photos\nTo: <v@example.com>\n\n",
        ),
        (
            "",
            "---------- Forwarded message ---------\nFrom: Print <p@example.com>\nDate: Mon, 23 Nov 2026\nSubject: Photos\nTo: <v@example.com>\n\n",
        ),
        ("FYI\n\n", "From: Print\nSent: Monday\nTo: Viktor\nSubject: Photos\n\n"),
        ("", "From: Print\nSent: Monday\nTo: Viktor\nSubject: Photos\n\n"),
        ("Для сведения\n\n", "-------- Пересылаемое сообщение --------\n25.11.2026, 10:00, \"Print\" <p@example.com>:\n\n"),
    ] {
        let body = format!("{own}{below}{ask}\n");
        for bytes in [mail("Content-Type: text/plain; charset=utf-8", body.as_bytes()), body.clone().into_bytes()] {
            let text = read(&bytes, &wishes()).unwrap().text.as_str().to_owned();
            assert!(text.contains(ask) && !text.contains("Photos") && text.starts_with(own.trim()), "{body}: {text}");
        }
    }
    let apple = format!("Begin forwarded message:\n\n> From: Print <p@example.com>\n> Subject: Photos\n> \n> {ask}\n");
    assert_eq!(read(apple.as_bytes(), &wishes()).unwrap().text.as_str(), ask);
    // An answer over what it quotes stays an answer.
    let answer = "Yes, do it.\n\nFrom: Dana\nSent: Monday\nTo: Viktor\nSubject: Logo\n\nCan I send it?\n";
    assert_eq!(read(answer.as_bytes(), &wishes()).unwrap().text.as_str(), "Yes, do it.");
}
