//! Exports and copies that were once misread: each is read as its program means it, or refused by name.

use segue_core::{Lang, Source, Timing, Transcript};
use segue_transcript::{FileKind, ReadError, ReadOptions, read, sniff};

fn whole(text: &str) -> Transcript {
    read(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Every utterance as `name|start|words`.
fn said(transcript: &Transcript) -> Vec<String> {
    let row = |u: &segue_core::Utterance| format!("{}|{}|{}", u.speaker.name, (u.start * 10.0).round() / 10.0, u.text.as_str());
    transcript.utterances.iter().map(row).collect()
}

/// Every utterance as `name|words`.
fn words(text: &str) -> Vec<String> {
    whole(text).utterances.iter().map(|u| format!("{}|{}", u.speaker.name, u.text.as_str())).collect()
}

/// Problems with their lines; the one that asks who I am is left out.
fn problems(transcript: &Transcript) -> Vec<(Option<usize>, &str)> {
    let all = transcript.problems.iter().map(|problem| (problem.line, problem.what.as_str()));
    all.filter(|(_, what)| !what.contains("--me")).collect()
}

#[test]
fn json_of_recognisers_in_all_shapes() {
    let expected = ["A|0|Good morning, the draft is up.", "B|4|Thank you, I will look at it."];
    for (shape, text) in [
        (
            "milliseconds",
            r#"{"utterances":[{"start":0,"end":3000,"text":"Good morning, the draft is up.","speaker":"A"},{"start":4000,"end":7000,"text":"Thank you, I will look at it.","speaker":"B"}],"audio_duration":7}"#,
        ),
        (
            "whole seconds",
            r#"[{"start":0,"end":3,"text":"Good morning, the draft is up.","speaker":"A"},{"start":4,"end":7,"text":"Thank you, I will look at it.","speaker":"B"}]"#,
        ),
        (
            "under results",
            r#"{"metadata":{},"results":{"channels":[],"utterances":[{"start":0.0,"end":3.0,"transcript":"Good morning, the draft is up.","speaker":"A"},{"start":4.0,"end":7.5,"transcript":"Thank you, I will look at it.","speaker":"B"}]}}"#,
        ),
        (
            "clock times",
            r#"[{"sentence":"Good morning, the draft is up.","startTime":"00:00","endTime":"00:03","speaker_name":"A"},{"sentence":"Thank you, I will look at it.","startTime":"00:04","endTime":"00:07","speaker_name":"B"}]"#,
        ),
        (
            "words of a channel",
            r#"{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"all","words":[{"word":"good","punctuated_word":"Good","start":0.0,"end":0.2,"speaker":"A"},{"word":"morning","punctuated_word":"morning,","start":0.3,"end":0.6,"speaker":"A"},{"word":"the","punctuated_word":"the draft is up.","start":0.7,"end":2.6,"speaker":"A"},{"word":"thank","punctuated_word":"Thank you, I will","start":4.0,"end":5.2,"speaker":"B"},{"word":"look","punctuated_word":"look at it.","start":6.4,"end":7.0,"speaker":"B"}]}]}]}}"#,
        ),
        (
            "word by word",
            r#"{"transcript":[{"participant":{"name":"A"},"words":[{"text":"Good morning,","start_timestamp":{"relative":0.0}},{"text":"the draft is up.","start_timestamp":{"relative":1.2},"end_timestamp":{"relative":2.0}}]},{"participant":{"name":"B"},"words":[{"text":"Thank you, I will look at it.","start_timestamp":{"relative":4.0}}]}]}"#,
        ),
    ] {
        let found = whole(text);
        assert_eq!(said(&found), expected, "{shape}");
        assert!(found.utterances[1].end < 10.0, "{shape}");
        assert_eq!(problems(&found), [], "{shape}");
    }
}

#[test]
fn json_in_an_unknown_shape_says_so() {
    let error = read(br#"{"answers":[{"words":"hi"}]}"#, &ReadOptions::default()).unwrap_err();
    assert_eq!(error, ReadError::NothingReadable { taken_for: Source::Whisper });
    assert!(error.text(Lang::En).contains("JSON") && error.text(Lang::Ru).contains("JSON"));
}

#[test]
fn times_that_are_nowhere_are_told_once() {
    let rows: Vec<String> = (0..30).map(|i| format!(r#"{{"text":"part {i}","speaker":"A"}}"#)).collect();
    let found = whole(&format!("[{}]", rows.join(",")));
    assert_eq!(found.timing, Timing::Estimated);
    assert_eq!(problems(&found).len(), 1, "{:?}", found.problems);
}

#[test]
fn mail_is_refused_with_the_command_that_reads_it() {
    let outlook = "From: Tom Ashby <tom@acme.example>\nSent: Thursday, November 12, 2026 2:02 PM\nTo: Marta Keller <m@k.example>\nSubject: RE: Page\n\nCan the deposit be ten percent?\n";
    for text in [
        "From: =?utf-8?B?0J7Qu9C10LM=?= <o@x.example>\nTo: l@y.example\nSubject: x\nMIME-Version: 1.0\n\nКогда покажете?\n",
        "From a@b.example Thu Nov 12 14:02:05 2026\nFrom: Tom <a@b.example>\nTo: x@y.example\n\nHi\n",
        outlook,
        "Von: Braun, Helmut\nGesendet: Mittwoch\nAn: Weiss\nBetreff: CMS\n\nGuten Tag\n",
        "Лена, когда покажете?\n\n12.11.2026 11:00, Лена Гусева пишет:\n> Разделы готовы.\n",
        "От кого: Олег\nКому: Лена\nТема: Каталог\n\nКогда покажете?\n",
        "Лена, когда покажете?\n\n12.11.2026 Лена Гусева написала:\n> Разделы готовы.\n",
        "*From:* Tom\n*To:* Marta\n*Subject:* Page\n\nCan the deposit be ten percent?\n",
        "От: Олег\nОтправлено: 12 ноября 2026 г. 14:02\nКому: Лена\nТема: Каталог\n\nКогда покажете?\n",
    ] {
        assert_eq!(sniff(text.as_bytes()), FileKind::Mail, "{text}");
        let error = read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert!([Lang::En, Lang::Ru].into_iter().all(|ui| error.text(ui).contains("segue reply")), "{text}");
    }
    // The head of a transcript is no mail.
    assert_ne!(sniff("From: Zoom\nDate: 12.11.2026\n\nMarta: Hi m@k.example\nTom: Hello\n".as_bytes()), FileKind::Mail);
    assert_ne!(sniff("От: Марта\nОтправлено: 12.11.2026 14:02\n\nПишу на m@k.example\n".as_bytes()), FileKind::Mail);
    assert_eq!(words("Subject: Page\nDate: 12.11.2026\n\nMarta: Hi\nTom: Hello\nMarta: So\n").len(), 3);
}

#[test]
fn rolling_captions_say_every_line_once() {
    let rolling = "WEBVTT\nKind: captions\n\n00:00:00.160 --> 00:00:02.389 align:start\n \nhi<00:00:00.320><c> Tom</c>\n\n\
        00:00:02.389 --> 00:00:02.399\nhi Tom\n \n\n00:00:02.399 --> 00:00:05.030\nhi Tom\nlet's<00:00:02.560><c> look</c>\n\n\
        00:00:05.030 --> 00:00:05.040\nlet's look\n \n\n00:00:05.040 --> 00:00:08.030\nlet's look\n&gt;&gt; sure<00:00:05.560><c> yes</c>\n";
    assert_eq!(said(&whole(rolling)), ["|0.2|hi Tom", "|2.4|let's look", "|5|>> sure yes"]);
    // Who says the same again says it again.
    let again = "WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n00:03.000 --> 00:04.000\nYes.\n\n00:05.000 --> 00:06.000\nYes.\n";
    assert_eq!(whole(again).utterances.len(), 3);
}

#[test]
fn two_voices_in_a_cue_are_two_people() {
    let found = whole(
        "WEBVTT\n\n00:10.000 --> 00:14.000\n<v Marta>Is the invoice fine?</v>\n<v Tom>Yes, it is all paid.</v>\n\n\
         00:15.000 --> 00:18.000\n<v Tom>One line,</v> <v Marta>two people.</v>\n",
    );
    let expected = ["Marta|10|Is the invoice fine?", "Tom|12|Yes, it is all paid.", "Tom|15|One line,", "Marta|16.4|two people."];
    assert_eq!(said(&found), expected);
    assert_eq!(problems(&found), []);
}

#[test]
fn a_time_of_a_cue_that_cannot_be_read_is_named() {
    for times in ["00:00:09.000 --> oops", "oops --> 00:00:09.000", "00:00:01.000 -->"] {
        let found = whole(&format!("WEBVTT\n\n{times}\nhi\n\n00:10.000 --> 00:12.000\nhello\n"));
        let named = problems(&found).iter().filter(|(line, _)| *line == Some(3)).count();
        assert_eq!((found.utterances.len(), named), (2, 1), "{times} {:?}", found.problems);
    }
}

#[test]
fn what_whatsapp_writes_itself_is_nobodys_words() {
    for (chat, expected) in [
        (
            "12.11.2026, 09:00 - Группа «Сайт: этап 2» создана пользователем Лена Гусева\n\
             12.11.2026, 09:01 - Олег: Когда сдача?\n12.11.2026, 09:02 - Лена Гусева: В пятницу\n\
             12.11.2026, 09:03 - Олег изменил(-а) тему на «Сайт: этап 3»\n",
            &["Олег|Когда сдача?", "Лена Гусева|В пятницу"][..],
        ),
        (
            "12.11.26, 09:00 - Marta hat die Gruppe „Launch: Phase 2“ erstellt.\n12.11.26, 09:01 - Tom: <Medien ausgeschlossen>\n\
             12.11.26, 09:02 - Tom: Diese Nachricht wurde gelöscht.\n12.11.26, 09:03 - Marta: Plan.pdf (Datei angehängt)\nHier: der Plan\n\
             12.11.26, 09:04 - Marta hat den Betreff zu „Launch: Phase 3“ geändert.\n12.11.26, 09:05 - Marta: Verpasster Videoanruf\n\
             12.11.26, 09:06 - Tom: Danke <Diese Nachricht wurde bearbeitet.>\n12.11.26, 09:07 - Verpasster Sprachanruf\n",
            &["Tom|", "Tom|", "Marta|Hier: der Plan", "Marta|", "Tom|Danke"],
        ),
        (
            "12.11.26, 09:01 - Tom: Ich habe den Verpasser hinzugefügt\n12.11.26, 09:02 - Marta: She left and changed the plan: fine\n",
            &["Tom|Ich habe den Verpasser hinzugefügt", "Marta|She left and changed the plan: fine"],
        ),
    ] {
        assert_eq!(words(chat), expected, "{chat}");
    }
}

#[test]
fn copies_of_chats_with_the_name_above() {
    for (program, text, expected) in [
        (
            "Discord, words for days",
            "Marta — Yesterday at 10:12 PM\nIs the invoice fine?\nand the deposit\nTom — Yesterday at 10:14 PM\nYes (edited)\n\
             [10:15 PM]\nBoth paid\nMarta — Today at 9:02 AM\nThanks: all of you\n",
            &[
                "Marta|0|Is the invoice fine? and the deposit",
                "Tom|120|Yes",
                "Tom|180|Both paid",
                "Marta|39000|Thanks: all of you",
            ][..],
        ),
        (
            "Discord, dates",
            "Марта — 12.11.2026 22:12\nСчёт верный?\nТом — 12.11.2026 22:14\nДа\nМарта — 13.11.2026 9:02\nСпасибо\n",
            &["Марта|0|Счёт верный?", "Том|120|Да", "Марта|39000|Спасибо"],
        ),
        (
            "an export of Discord",
            "==============================================================\nGuild: Direct Messages\nChannel: Tom\n\
             ==============================================================\n\n[12/11/2026 14:02] Marta Keller\nIs it fine?\n\n\
             [13/11/2026 14:02] Tom\nYes\n\n{Reactions}\n👍 (2)\n\n==============================================================\n\
             Exported 2 message(s)\n==============================================================\n",
            &["Marta Keller|0|Is it fine?", "Tom|86400|Yes"],
        ),
        (
            "Slack",
            "Tom Ashby\n  9:14 PM\nThe link is broken\n9:15\n502 again\n:white_check_mark:\n2\nMarta Keller\n  9:20 PM\n\
             On it (edited) \n3 replies\nLast reply today at 9:40 PM\nTom Ashby\n  9:41 PM\nWorks now\nimage.png\n",
            &["Tom Ashby|0|The link is broken", "Tom Ashby|60|502 again", "Marta Keller|360|On it", "Tom Ashby|1620|Works now"],
        ),
        (
            "iMessage",
            "Nov 12, 2026  2:02:05 PM\nMarta Keller\nIs it fine?\n\nNov 12, 2026  2:02:09 PM (Read by you after 1 hour)\nTom\nYes\n",
            &["Marta Keller|0|Is it fine?", "Tom|4|Yes"],
        ),
        (
            "Signal",
            "From: Marta\nSent: Thu, 12 Nov 2026 14:02:05 +0100\n\nIs it fine?\n\nFrom: Tom\nSent: Thu, 12 Nov 2026 14:03:05 +0100\n\nYes\n",
            &["Marta|0|Is it fine?", "Tom|60|Yes"],
        ),
        (
            "Signal, with more above the words",
            "From: Marta\nType: incoming\nSent: Thu, 12 Nov 2026 14:02:05 +0000\nReceived: Thu, 12 Nov 2026 14:02:06 +0000\n\nIs it fine?\n\n\
             From: Tom\nType: outgoing\nSent: Thu, 12 Nov 2026 14:03:05 +0000\n\nYes\n",
            &["Marta|0|Is it fine?", "Tom|60|Yes"],
        ),
        (
            "JSON of Messenger",
            r#"{"participants":[{"name":"Marta"},{"name":"\u00d0\u00a2\u00d0\u00be\u00d0\u00bc"}],"messages":[
{"sender_name":"\u00d0\u00a2\u00d0\u00be\u00d0\u00bc","timestamp_ms":1794492185000,"content":"\u00d0\u0094\u00d0\u00b0","is_geoblocked_for_viewer":false},
{"sender_name":"Marta","timestamp_ms":1794492125000,"content":"Is it fine?"}],"title":"Marta"}"#,
            &["Marta|0|Is it fine?", "Том|60|Да"],
        ),
        (
            "Telegram in English",
            "Marta, [Nov 12, 2026 at 2:02:05 PM]:\nIs it fine?\n\nTom, [Nov 12, 2026 at 2:02:09 PM]:\nYes\n",
            &["Marta|0|Is it fine?", "Tom|4|Yes"],
        ),
        (
            "JSON of Slack",
            r#"[{"type":"message","user":"U1","text":"Is it <https://x.example|fine>, <@U2>?","ts":"1794492125.000000","user_profile":{"real_name":"Marta"}},
{"type":"message","subtype":"channel_join","user":"U2","text":"<@U2> has joined the channel","ts":"1794492126.000000"},
{"type":"message","user":"U2","text":"Yes &amp; paid","ts":"1794492129.000000","user_profile":{"real_name":"Tom"}},
{"type":"message","user":"U2","text":"now","ts":"1794492130.000000"}]"#,
            &["Marta|0|Is it fine, Tom?", "Tom|4|Yes & paid", "Tom|5|now"],
        ),
    ] {
        let found = whole(text);
        assert_eq!(said(&found), expected, "{program}");
        assert_eq!(found.timing, Timing::Chat, "{program}");
        let of_days = problems(&found).iter().filter(|(_, what)| what.contains("“today”")).count();
        assert_eq!((of_days, problems(&found).len() - of_days), (usize::from(text.contains("Today")), 0), "{program}");
    }
}

#[test]
fn speakers_in_every_writing() {
    let expected = ["Marta Keller|Is it fine?", "Tom|Yes, paid.", "Marta Keller|Thanks: and now?", "Tom|Tomorrow."];
    for text in [
        "**Marta Keller [00:12]:** Is it fine?\n**Tom [00:20]:** Yes, paid.\n**Marta Keller [00:31]:** Thanks: and now?\n**Tom [00:42]:** Tomorrow.\n",
        "**[00:12] Marta Keller:** Is it fine?\n**[00:20] Tom:** Yes, paid.\n**[00:31] Marta Keller:** Thanks: and now?\n**[00:42] Tom:** Tomorrow.\n",
        "\"Marta Keller (00:12)\": Is it fine?\n\"Tom (00:20)\": Yes, paid.\n\"Marta Keller (00:31)\": Thanks: and now?\n\"Tom (00:42)\": Tomorrow.\n",
        "<Marta Keller> Is it fine?\n<Tom> Yes, paid.\n<Marta Keller> Thanks: and now?\n<Tom> Tomorrow.\n",
        "[00:12] <Marta Keller> Is it fine?\n[00:20] <Tom> Yes, paid.\n[00:31] <Marta Keller> Thanks: and now?\n[00:42] <Tom> Tomorrow.\n",
        "Marta Keller 00:12 Is it fine?\nTom 00:20 Yes, paid.\nMarta Keller 00:31 Thanks: and now?\nTom 00:42 Tomorrow.\n",
        "Marta Keller 00:12 - 00:19: Is it fine?\nTom 00:20 - 00:30: Yes, paid.\nMarta Keller 00:31 - 00:35: Thanks: and now?\nTom 00:42 - 00:45: Tomorrow.\n",
        "1. Marta Keller: Is it fine?\n2. Tom: Yes, paid.\n3. Marta Keller: Thanks: and now?\n4. Tom: Tomorrow.\n",
        "Marta Keller — Is it fine?\nTom — Yes, paid.\nMarta Keller — Thanks: and now?\nTom — Tomorrow.\n",
        "Start,End,Speaker,Text\n00:00:12.000,00:00:19.000,Marta Keller,\"Is it fine?\"\n00:00:20.000,00:00:30.000,Tom,\"Yes, paid.\"\n00:00:31.000,00:00:35.000,Marta Keller,Thanks: and now?\n00:00:42.000,00:00:45.000,Tom,Tomorrow.\n",
        "\u{feff}Спикер;Время;Текст\r\nMarta Keller;00:00:12;\"Is it fine?\"\r\nTom;00:00:20;Yes, paid.\r\nMarta Keller;00:00:31;Thanks: and now?\r\nTom;00:00:42;Tomorrow.\r\n",
        "start\tend\tspeaker\ttext\n12000\t19000\tMarta Keller\tIs it fine?\n20000\t30000\tTom\tYes, paid.\n31000\t35000\tMarta Keller\tThanks: and now?\n42000\t45000\tTom\tTomorrow.\n",
        "00:12\tMarta Keller\tIs it fine?\n00:20\tTom\tYes, paid.\n00:31\tMarta Keller\tThanks: and now?\n00:42\tTom\tTomorrow.\n",
        "Page-20261112-Meeting Recording\nNovember 12, 2026, 2:02PM\n5m 12s\n\nMarta Keller started transcription\n\nMarta Keller\n0 minutes 12 seconds\nIs it fine?\n\nTom\n0 minutes 20 seconds\nYes, paid.\n\nMarta Keller\n0 minutes 31 seconds\nThanks: and now?\n\nTom\n0 minutes 42 seconds\nTomorrow.\n",
        "_Marta Keller_: Is it fine?\n> **Tom:** Yes, paid.\n- Marta Keller: Thanks: and now?\n1) Tom: Tomorrow.\n",
        "@0:12 - Marta Keller (keller.example)\nIs it fine?\n\n@0:20 - Tom\nYes, paid.\n\n@0:31 - Marta Keller (keller.example)\nThanks: and now?\n\n@0:42 - Tom\nTomorrow.\n",
        "0:12 - Marta Keller (Keller Ltd)\nIs it fine?\n\n0:20 - Tom (Ashby)\nYes, paid.\n\n0:31 - Marta Keller (Keller Ltd)\nThanks: and now?\n\n0:42 - Tom (Ashby)\nTomorrow.\n",
        "<b>Marta Keller</b>: Is it fine?\n<b>Tom</b>: Yes, paid.\n<b>Marta Keller</b>: Thanks: and now?\n<b>Tom</b>: Tomorrow.\n",
    ] {
        assert_eq!(words(text), expected, "{text}");
        let found = whole(text);
        let timed = text.contains("12");
        assert_eq!(found.timing != Timing::Estimated, timed, "{text} {:?}", found.problems);
        let lasts = found.utterances[3].start - found.utterances[0].start;
        assert!(!timed || (lasts - 30.0).abs() < 0.01, "{text} {:?}", said(&found));
    }
}

/// The letters and the dashes stayed in every quotation.
#[test]
fn questions_and_answers_and_dialogues_lose_their_signs() {
    for (text, expected) in [
        ("Q. Is it fine?\nA. Yes.\nQ. And now?\nA. Tomorrow.\n", ["Q|Is it fine?", "A|Yes.", "Q|And now?", "A|Tomorrow."]),
        ("В. Готово?\nО. Да.\nВ. А счёт?\nО. Завтра.\n", ["В|Готово?", "О|Да.", "В|А счёт?", "О|Завтра."]),
        ("— Готово?\n— Да.\n— А счёт?\n— Завтра.\n", ["|Готово?", "|Да.", "|А счёт?", "|Завтра."]),
        ("– Is it fine?\n– Yes.\n– And now?\n– Tomorrow.\n", ["|Is it fine?", "|Yes.", "|And now?", "|Tomorrow."]),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn prose_has_no_speakers() {
    for text in [
        "P.S. — the logo is late.\nParis — a city.\nP.S. — the sign too.\nMonday — we meet.\n",
        "1. Budget: five hundred.\n2. Deadline: Friday.\n3. Budget: still five hundred.\n",
        "Title — a page\nWe spoke of the page, and Tom 10:30 came.\nThe page — it is fine.\nThen nothing at all.\n",
        "The text, the speaker, and more\nof the same, and so on\n",
    ] {
        assert!(whole(text).utterances.iter().all(|u| u.speaker.name.is_empty()), "{text} {:?}", words(text));
    }
}

#[test]
fn rich_text_loses_nothing() {
    let head = r"{\rtf1\ansi\ansicpg1251{\fonttbl\f0 Times;}{\*\generator x;}\f0 ";
    let text = head.to_owned()
        + r"{\b \'cb\'e5\'ed\'e0}: \u1044?\u1072?, \'e4\'e0\par Tom\~Ashby: Yes \{now\} \emdash  so\par"
        + "\n"
        + r"\'cb\'e5\'ed\'e0: \'e4\'e0\line}";
    assert_eq!(words(&text), ["Лена|Да, да", "Tom Ashby|Yes {now} — so", "Лена|да"]);
    assert_eq!(words("{\\rtf1\\ansi Marta: Hi\\par\nTom: Yes\\par\nMarta: So}"), ["Marta|Hi", "Tom|Yes", "Marta|So"]);
}

#[test]
fn a_web_page_of_telegram_is_a_chat() {
    let message = |class: &str, time: &str, rest: &str| {
        format!(
            "<div class=\"message {class}\" id=\"m\"><div class=\"body\"><div class=\"pull_right date details\" title=\"12.11.2026 {time} UTC+01:00\">\n</div>{rest}</div></div>\n"
        )
    };
    let page = [
        "<!DOCTYPE html><html><body><div class=\"page_wrap\"><div class=\"page_body chat_page\"><div class=\"history\">\n",
        "<div class=\"message service\" id=\"m-1\"><div class=\"body details\">12 November 2026</div></div>\n",
        &message(
            "default clearfix",
            "14:02:05",
            "<div class=\"from_name\">\nMarta \n</div><div class=\"text\">\nIs it <b>fine</b>,<br>R&amp;D?\n</div>",
        ),
        &message(
            "default clearfix joined",
            "14:02:09",
            "<div class=\"forwarded body\"><div class=\"from_name\">Ann</div><div class=\"text\">The plan</div></div>",
        ),
        &message("default clearfix", "14:03:05", "<div class=\"from_name\">Tom</div><div class=\"media_wrap\"></div>"),
        "</div></div></div></body></html>",
    ]
    .concat();
    assert_eq!(sniff(page.as_bytes()), FileKind::TelegramPage);
    let found = whole(&page);
    assert_eq!(said(&found), ["Marta|0|Is it fine, R&D?", "Marta|4|The plan", "Tom|60|"]);
    assert_eq!((found.source, problems(&found)), (Source::Telegram, vec![]));
}

/// A call over midnight lasted a day, and the hours before the first words of one cut out of a stream were counted as the call.
#[test]
fn times_count_from_the_first_words_whatever_the_clock() {
    let cues = |times: &[(&str, &str)]| {
        let cue = |(from, to): &(&str, &str)| format!("{from}.000 --> {to}.000\nDana: the oven list is final\n\n");
        format!("WEBVTT\n\n{}", times.iter().map(cue).collect::<String>())
    };
    let table = "start,end,speaker,text\n84600,84604,Dana,the oven list\n84610,84614,Viktor,two of them\n";
    let json = r#"[{"start":86390.5,"end":86401.5,"text":"the oven list","speaker":"A"},{"start":10.5,"end":14,"text":"two of them","speaker":"B"}]"#;
    for (text, expected, faults) in [
        (cues(&[("23:54:10", "23:54:18"), ("23:59:58", "00:00:03"), ("00:06:00", "00:06:08")]), vec![0.0, 348.0, 710.0], 0),
        (cues(&[("23:59:50", "23:59:58"), ("00:00:01", "00:00:03"), ("23:59:59", "00:00:04")]), vec![0.0, 11.0, 9.0], 1),
        (cues(&[("23:40:00", "23:40:04"), ("24:20:01", "24:20:08")]), vec![0.0, 2401.0], 0),
        (cues(&[("00:45:00", "00:45:04"), ("00:46:00", "00:46:08")]), vec![0.0, 60.0], 0),
        (cues(&[("00:09:00", "00:09:04"), ("00:10:00", "00:10:08")]), vec![540.0, 600.0], 0),
        (cues(&[("00:00:01", "00:00:04"), ("99:10:00", "99:10:08"), ("00:00:09", "00:00:12")]), vec![1.0, 357_000.0, 9.0], 1),
        (
            "[23:54:10] Dana: hi there\n[00:06:00] Viktor: good night\n[00:06:10] Dana: good night\n".into(),
            vec![0.0, 710.0, 720.0],
            0,
        ),
        (table.into(), vec![0.0, 10.0], 0),
        (json.into(), vec![0.0, 20.0], 0),
    ] {
        let found = whole(&text);
        assert_eq!(found.utterances.iter().map(|u| u.start).collect::<Vec<_>>(), expected, "{text}");
        assert_eq!(problems(&found).len(), faults, "{text}: {:?}", found.problems);
        assert!(found.utterances.iter().all(|u| u.end >= u.start && u.end < u.start + 15.0), "{text}");
    }
}

/// Notes of a phone in Spanish, Portuguese or French were words of the client, and voice messages and calls were gone without a word.
#[test]
fn notes_of_a_phone_in_any_language_are_nobodys_words_and_what_was_said_aloud_is_counted() {
    let ios = "[11/3/26, 0:58:11] Tía Rosa: \u{200e}Los mensajes y las llamadas están cifrados de extremo a extremo.\n\
               [11/3/26, 23:58:11] Tía Rosa: hello Mark\n[12/3/26, 0:02:00] Mark: \u{200e}audio omitido\n\
               [12/3/26, 0:03:11] Tía Rosa: \u{200e}imagen omitida\n[12/3/26, 0:06:00] Tía Rosa: Se eliminó este mensaje.\n\
               [12/3/26, 0:07:00] Mark: \u{200e}Llamada de voz, \u{200e}6 min\n[12/3/26, 0:09:00] Mark: cotton or polyester?\n";
    let android = "11/03/2026 09:12 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.\n\
                   11/03/2026 09:12 - Dona Lu: Hi Phil\n11/03/2026 09:15 - Dona Lu: <Mídia oculta>\n\
                   11/03/2026 09:20 - Phil: Mensagem apagada\n11/03/2026 09:21 - Phil: PTT-20260311-WA0001.opus (arquivo anexado)\n\
                   11/03/2026 09:25 - Phil: do you need it before the 20th?\n";
    for (text, expected, unheard) in [
        (ios, ["Tía Rosa|hello Mark", "Mark|cotton or polyester?"], 2),
        (android, ["Dona Lu|Hi Phil", "Phil|do you need it before the 20th?"], 1),
    ] {
        let said: Vec<String> = words(text).into_iter().filter(|row| !row.ends_with('|')).collect();
        assert_eq!(said, expected);
        let found = whole(text);
        let heard = |what: &&str| what.contains("voice message") || what.contains("call was held");
        assert_eq!(problems(&found).iter().filter(|(_, what)| heard(what)).count(), unheard, "{:?}", found.problems);
    }
}

#[test]
fn voice_messages_and_calls_of_telegram_are_named() {
    let json = r#"{"name":"Zina","type":"personal_chat","id":1,"messages":[
{"id":1,"type":"message","date":"2026-02-10T10:00:00","from":"Zina","from_id":"user1","text":"Hello"},
{"id":2,"type":"service","date":"2026-02-10T10:21:00","actor":"Zina","action":"phone_call","duration_seconds":340,"text":""},
{"id":3,"type":"service","date":"2026-02-10T10:22:00","actor":"Zina","action":"phone_call","discard_reason":"missed","text":""},
{"id":4,"type":"message","date":"2026-02-10T10:40:00","from":"Zina","from_id":"user1","media_type":"voice_message","duration_seconds":62,"text":""}]}"#;
    let found = whole(json);
    let told: Vec<&str> = problems(&found).into_iter().map(|(_, what)| what).collect();
    assert_eq!(
        told,
        [
            "Not heard: 1 voice message (1 min). Only what was written is counted.",
            "During this chat 1 call was held (6 min); the file has none of what was said there.",
        ]
    );
    let copy = "Zina, [14.01.2026 10:02]\n[ Голосовое сообщение ]\n\nDana, [14.01.2026 10:03]\n[Antwort auf Zina]\nIch höre\n";
    let found = whole(copy);
    assert_eq!(found.utterances[1].text.as_str(), "Ich höre");
    assert!(problems(&found).iter().any(|(_, what)| what.contains("1 voice message.")), "{:?}", found.problems);
}
