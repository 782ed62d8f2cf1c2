//! All lines and sample texts as Markdown, for human readers: `docs/lines.md`.

use crate::language::{KINDS, TONES, kind_name, tone_name};
use crate::{
    Announcement, Departure, Invitation, Keeping, Length, NewRule, Note, NoteLength, OverrunNote, Phrasebook, Reason, Welcome,
    Why, announcement, announcement_letter, consent_line, next_meeting_note, overrun_note,
};
use segue_core::{Address, AgendaItem, Kind, Lang, Rung, Tone};
use std::fmt::Write;

const HEAD: &str = "# The lines

Everything that segue may offer to say, as it stands in the phrasebook. Written by
`cargo run -p segue-phrasebook --example lines > docs/lines.md`; a test checks that it is current.

A line is named by the name above it and its number: line `3` under `en/park-client-warm` is
`en/park-client-warm-3`. Numbers of lines that are no more are not used again. Words in braces are filled in; a line is only offered if there is a value for
each of them. Russian lines that differ by form of address show ты first, then вы.

";

impl Phrasebook {
    /// All lines, and samples of the texts that are put together, as Markdown.
    pub fn to_markdown(&self) -> String {
        let mut page = HEAD.to_owned();
        for rung in Rung::ALL {
            let _ = writeln!(page, "## {}\n", title(rung));
            for lang in [Lang::En, Lang::Ru] {
                self.write_rung(&mut page, rung, lang);
            }
        }
        write_samples(&mut page);
        page
    }

    fn write_rung(&self, page: &mut String, rung: Rung, lang: Lang) {
        let prefix = format!("{}/{}", lang.code(), rung.name());
        for kind in KINDS {
            for tone in TONES {
                let lines: Vec<_> = self
                    .lines()
                    .filter(|line| (line.lang, line.rung, line.kind, line.tone) == (lang, rung, kind, tone))
                    .collect();
                if lines.is_empty() {
                    continue;
                }
                let _ = writeln!(page, "`{prefix}-{}-{}`\n", kind_name(kind), tone_name(tone));
                for line in lines {
                    let number = line.id.rsplit('-').next().unwrap_or_default();
                    let words = match (&line.ty, &line.vy) {
                        (Some(ty), Some(vy)) if ty != vy => format!("{ty} / {vy}"),
                        (Some(one), _) | (None, Some(one)) => one.clone(),
                        (None, None) => continue,
                    };
                    // No numbered list: where a line is no more, a renderer would count on and give a line the name of another.
                    let _ = writeln!(page, "- `{number}` {words}");
                }
                page.push('\n');
            }
        }
    }
}

fn title(rung: Rung) -> &'static str {
    match rung {
        Rung::Park => "park: put the topic aside, go to the next item",
        Rung::Time => "time: with a smile, time is money",
        Rung::Direct => "direct: back to the agenda",
        Rung::Offline => "offline: outside this call, for the sake of those present",
        Rung::Deflect => "deflect: hand a personal question back",
        Rung::Feeding => "feeding: a hint to me, not to be said",
        Rung::Humane => "humane: something serious was said",
        Rung::Stay => "stay: somebody may not want to live",
        Rung::Return => "return: back to what was put aside",
        Rung::SignOff => "sign_off: end the call",
        Rung::Announce => "announce: open the announcement",
        Rung::Closing => "closing: the time is nearly over",
        Rung::Overrun => "overrun: the time is over",
    }
}

fn write_samples(page: &mut String) {
    for (lang, address, name) in
        [(Lang::En, Address::Vy, "Viktor"), (Lang::Ru, Address::Ty, "Виктор"), (Lang::Ru, Address::Vy, "Виктор")]
    {
        let form = match (lang, address) {
            (Lang::En, _) => "English",
            (Lang::Ru, Address::Ty) => "Russian, ты",
            (Lang::Ru, Address::Vy) => "Russian, вы",
        };
        let _ = writeln!(page, "## Longer texts: {form}\n");
        for tone in TONES {
            write_announcements(page, lang, address, tone, name);
            write_notes(page, lang, address, tone, name);
        }
        let _ = writeln!(page, "### To read out before segue listens\n");
        for keeping in [Keeping::Figures, Keeping::BusinessWords, Keeping::AllWords] {
            let _ = writeln!(page, "- {}", consent_line(lang, address, keeping));
        }
        page.push('\n');
    }
}

fn write_announcements(page: &mut String, lang: Lang, address: Address, tone: Tone, name: &str) {
    let plan = Announcement {
        lang,
        tone,
        address,
        kind: Kind::Client,
        name: Some(name.to_owned()),
        me: None,
        why: Some(if tone == Tone::Neutral { Why::OtherProjects } else { Why::BusySeason }),
        rule: if tone == Tone::Warm { NewRule::ChatAtEnd } else { NewRule::WorkOnly },
        minutes: Some(45),
        welcome: Some(Welcome::Hello),
    };
    let _ = writeln!(page, "### Announcement, {}\n", tone_name(tone));
    for length in [Length::OneBreath, Length::HalfMinute, Length::Minute] {
        let _ = writeln!(page, "- {}", announcement(&plan, length));
    }
    page.push('\n');
    write_note(page, &announcement_letter(&plan));
}

fn write_notes(page: &mut String, lang: Lang, address: Address, tone: Tone, name: &str) {
    let (thursday, logo, budget) = match lang {
        Lang::En => ("on Thursday at ten", "the logo", "the budget for spring"),
        Lang::Ru => ("в четверг в десять", "логотип", "бюджет на весну"),
    };
    let note = OverrunNote {
        lang,
        tone,
        address,
        name: Some(name.to_owned()),
        me: None,
        departure: Departure::RanOver,
        minutes: Some(12),
        reason: Reason::Work,
        exception: true,
        theirs: false,
        changes: false,
        left: false,
        usual_minutes: Some(45),
        next_meeting: Some(thursday.to_owned()),
    };
    let _ = writeln!(page, "### Notes, {}\n", tone_name(tone));
    write_note(page, &overrun_note(&note, NoteLength::Mail));
    write_note(page, &overrun_note(&OverrunNote { exception: false, ..note.clone() }, NoteLength::Chat));
    for departure in [Departure::EndedEarly, Departure::MoreChat, Departure::ItemsLeft, Departure::Moved] {
        let reason = match departure {
            Departure::MoreChat => Reason::ClientsNews,
            Departure::ItemsLeft => Reason::Connection,
            _ => Reason::Mine,
        };
        write_note(page, &overrun_note(&OverrunNote { departure, reason, ..note.clone() }, NoteLength::Chat));
    }
    let item = |text: &str, minutes| AgendaItem { text: text.to_owned(), minutes };
    let invitation = Invitation {
        lang,
        tone,
        address,
        name: note.name,
        me: None,
        next_meeting: note.next_meeting,
        agenda: vec![item(logo, Some(15.0)), item(budget, None)],
        minutes: Some(45),
        chat_at_end: Some(5),
    };
    write_note(page, &next_meeting_note(&invitation));
}

fn write_note(page: &mut String, note: &Note) {
    if let Some(subject) = &note.subject {
        let _ = writeln!(page, "> **{subject}**\n>");
    }
    for line in note.body.as_str().lines() {
        let _ = writeln!(page, "{}", format!("> {line}").trim_end());
    }
    page.push('\n');
}
