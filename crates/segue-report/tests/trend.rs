//! The trend: nothing from outside is markup, and every format fits.

use jiff::civil::date;
use segue_core::{Lang, Role};
use segue_report::{TextOptions, trend_html, trend_markdown, trend_text};
use unicode_width::UnicodeWidthStr;

const HOSTILE: &str = "<script>alert(1)</script> \u{1b}[31m \"a\": #b";

#[test]
fn names_and_reasons_are_never_markup() {
    let today = date(2026, 11, 24);
    let (mut clients, mut calls) = segue_weeks::simulated(3, today);
    clients.iter_mut().for_each(|client| client.name = HOSTILE.into());
    for call in &mut calls {
        call.client = HOSTILE.into();
        call.exceptions.iter_mut().for_each(|exception| exception.reason = HOSTILE.into());
        call.cues.iter_mut().for_each(|cue| cue.line = HOSTILE.into());
    }
    let trend = segue_weeks::trend(&clients, &calls, today, 26);
    for lang in [Lang::En, Lang::Ru] {
        let page = trend_html(&trend, lang, &|_, _| None);
        assert!(!page.contains("<script") && page.contains("script-src 'none'"));
        let notes = trend_markdown(&trend, lang, &|_, _| None);
        assert!(
            notes.lines().all(|line| line.starts_with("client: ") || !line.replace("\\<", "").contains("<script")),
            "{notes}"
        );
        for text in [page, notes, trend_text(&trend, &TextOptions { width: 80, colour: false, ui: lang }, &|_, _| None)] {
            assert!(!text.contains('\u{1b}'));
        }
    }
}

#[test]
fn lines_fit_every_terminal() {
    let today = date(2026, 11, 24);
    let (clients, calls) = segue_weeks::simulated(7, today);
    let viktor: Vec<_> = calls.iter().filter(|call| call.client == "Viktor").cloned().collect();
    for (width, ui) in [(40, Lang::Ru), (60, Lang::En), (100, Lang::Ru), (200, Lang::En)] {
        for calls in [&calls, &viktor] {
            let trend = segue_weeks::trend(&clients, calls, today, 26);
            let text = trend_text(&trend, &TextOptions { width, colour: false, ui }, &|_, _| None);
            assert!(text.lines().all(|line| line.width() <= width), "{width}: {text}");
        }
    }
}

#[test]
fn calls_without_figures_draw_nothing_broken() {
    let today = date(2026, 11, 24);
    let mut odd =
        segue_core::CallRecord { client: String::new(), started: "2026-11-20T10:00:00Z".parse().unwrap(), ..Default::default() };
    odd.talk = vec![(Role::Unknown, segue_core::debrief::LabelAmounts { personal: f64::NAN, ..Default::default() })];
    let calls = [segue_core::CallRecord { id: 1, talk: Vec::new(), ..odd.clone() }, odd];
    let trend = segue_weeks::trend(&[], &calls, today, 26);
    let page = trend_html(&trend, Lang::En, &|_, _| None);
    assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
}

/// "Private talk takes 2 s a call so far", "holding 100%" and "It holds. Change nothing", of three calls of two seconds; and of calls that
/// nobody heard, that nothing was fed.
#[test]
fn of_calls_of_which_nothing_is_known_nothing_is_told() {
    let today = date(2026, 11, 24);
    let call = |id, seconds, personal| segue_core::CallRecord {
        id,
        client: "Viktor".into(),
        started: "2026-11-20T10:00:00Z".parse().unwrap(),
        seconds,
        planned: Some(1200.0),
        talk: vec![(Role::Unknown, segue_core::debrief::LabelAmounts { personal, ..Default::default() })],
        ..Default::default()
    };
    for calls in [
        [call(0, 2.0, 2.0), call(1, 2.0, 0.0), call(2, 8.0, 7.0)],
        [call(0, 900.0, 0.0), call(1, 1200.0, 0.0), call(2, 60.0, 0.0)],
    ] {
        let trend = segue_weeks::trend(&[], &calls, today, 26);
        for (ui, told, untold) in [
            (Lang::En, "there is nothing to show yet", ["100%", "It holds", "a call so far", "needed steering", "feed it", "0%"]),
            (
                Lang::Ru,
                "рассказать пока нечего",
                ["100 %", "Всё соблюдается", "Личное пока занимает", "не пришлось", "не поддерживали", "0 %"],
            ),
        ] {
            let text = trend_text(&trend, &TextOptions { width: 200, colour: false, ui }, &|_, _| None);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(told) && untold.iter().all(|words| !text.contains(words)), "{text}");
            let page = trend_html(&trend, ui, &|_, _| None);
            assert!(page.contains(told), "{page}");
        }
    }
}
