//! The debrief in the terminal.

mod samples;

use segue_core::Lang;
use segue_report::{TextOptions, text};
use unicode_width::UnicodeWidthStr;

fn plain(name: &str, width: usize, ui: Lang) -> String {
    text(&samples::named(name).unwrap(), &TextOptions { width, colour: false, ui })
}

#[test]
fn as_it_looks() {
    for (name, ui) in [
        ("full", Lang::En),
        ("chat", Lang::Ru),
        ("mono", Lang::En),
        ("calm", Lang::En),
        ("broken", Lang::En),
        ("empty", Lang::Ru),
    ] {
        for width in [60, 100] {
            insta::assert_snapshot!(format!("{name}-{width}"), plain(name, width, ui));
        }
    }
}

#[test]
fn as_it_looks_in_colour() {
    let options = TextOptions { width: 80, colour: true, ui: Lang::En };
    let shown = text(&samples::named("short").unwrap(), &options).replace('\u{1b}', "␛");
    insta::assert_snapshot!("short-colour", shown);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (name, debrief) in samples::all() {
        for ui in [Lang::En, Lang::Ru] {
            for width in [40, 59, 60, 80, 100, 137, 200] {
                for line in text(&debrief, &TextOptions { width, colour: false, ui }).lines() {
                    assert!(line.width() <= width, "{name} {ui:?} {width}: {} columns in {line}", line.width());
                }
            }
        }
    }
}

#[test]
fn unlikely_widths_are_taken_as_the_nearest_sensible() {
    assert_eq!(plain("mono", 0, Lang::En), plain("mono", 40, Lang::En));
    assert_eq!(plain("mono", usize::MAX, Lang::En), plain("mono", 200, Lang::En));
}

#[test]
fn plain_text_has_no_escape_sequences_and_no_odd_spaces() {
    for (name, debrief) in samples::all() {
        let shown = text(&debrief, &TextOptions { width: 80, colour: false, ui: Lang::Ru });
        let odd = shown.chars().find(|&c| c == '\u{a0}' || (c.is_control() && c != '\n'));
        assert_eq!(odd, None, "{name}");
    }
}

#[test]
fn colour_ends_on_its_line() {
    for (name, debrief) in samples::all() {
        for line in text(&debrief, &TextOptions { width: 60, colour: true, ui: Lang::En }).lines() {
            assert_eq!(line.matches("\u{1b}[0m").count() > 0, line.contains('\u{1b}'), "{name}: {line:?}");
            assert!(
                !line.contains('\u{1b}')
                    || line.ends_with("\u{1b}[0m")
                    || !line.rsplit("\u{1b}[0m").next().unwrap().contains('\u{1b}')
            );
        }
    }
}

/// Of a call in which the lines were shown, the debrief told which it would have shown, not which were said, and nothing of the
/// announcement.
#[test]
fn lines_that_were_shown_are_told_as_shown_and_said() {
    let mut debrief = samples::named("full").unwrap();
    debrief.cues[0].said = true;
    for (live, ui, there, gone) in [
        (true, Lang::En, ["Lines segue showed", "You said it.", "You announced the new boundary."], "would have shown"),
        (true, Lang::Ru, ["предлагала программа", "Вы её сказали.", "О новых правилах вы сказали."], "предложила бы"),
        (false, Lang::En, ["Lines segue would have shown", "You said as much yourself.", "You announced"], "segue showed"),
    ] {
        (debrief.accompanied, debrief.announced) = (live, true);
        let text = segue_report::markdown(&debrief, ui);
        assert!(there.iter().all(|words| text.contains(words)) && !text.contains(gone), "{text}");
    }
}

/// An announcement was due and not made, and the debrief said nothing of it; nor did it give the reason that had been asked for.
#[test]
fn what_was_due_and_not_said_and_why_it_ran_over_is_told() {
    let mut debrief = samples::named("full").unwrap();
    debrief.announcement_missed = true;
    debrief.overrun.as_mut().unwrap().reason = Some("the connection".into());
    for (ui, news, plain) in [
        (Lang::En, "after such news it can wait", "it waits for the next call"),
        (Lang::Ru, "после такой новости это подождёт", "это осталось на следующий разговор"),
    ] {
        let text = segue_report::markdown(&debrief, ui);
        let serious = debrief.notes.iter().any(|note| note.kind == segue_core::debrief::NoteKind::Serious);
        assert!(text.contains(if serious { news } else { plain }) && text.contains("? The connection."), "{text}");
    }
}
