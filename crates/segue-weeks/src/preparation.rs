//! Before the next call.

use crate::calendar::Appointment;
use crate::held::Judged;
use crate::spoken_time::in_words_with_zone;
use crate::trend::{ClientTrend, whole_trend};
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use segue_core::debrief::Unit;
use segue_core::{AgendaItem, Announcement, CallRecord, Client, Kind, fingerprint, minutes_set_aside, name_key, whole_minutes};
use segue_phrasebook::{Invitation, Note, appointment_title, next_meeting_note};

/// Minutes put into a calendar where no length was agreed.
const USUAL_MINUTES: f64 = segue_core::Boundary::USUAL_MINUTES;

/// What one wants to know and to send before a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Preparation<'a> {
    /// The client, what their calls show, and what to try.
    pub trend: ClientTrend<'a>,
    /// When the call is, if that is known.
    pub start: Option<Zoned>,
    /// How long it may take, minutes, if that was agreed.
    pub minutes: Option<u32>,
    /// Minutes at its end that the text to send keeps free.
    pub chat_at_end: Option<u32>,
    /// Agenda: what was asked for, then what was not reached last time.
    pub agenda: Vec<AgendaItem>,
    /// When the call is, as the invitation says it.
    pub said: Option<String>,
    /// The text to send: agenda and limit, nothing private.
    pub invitation: Note,
    /// The calendar entry; `None` while nobody knows when the call is.
    pub appointment: Option<Appointment>,
}

/// What is not known from the client's page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreparationWishes {
    /// Agenda of this call.
    pub agenda: Vec<AgendaItem>,
    /// What day it is, for telling this week from a later one; unknown counts as this week.
    pub today: Option<Date>,
    /// When it is, if not as the client's page says; the invitation names its zone.
    pub start: Option<Zoned>,
    /// My name, under the invitation.
    pub me: Option<String>,
    /// My mail address, as the organiser.
    pub organizer: Option<String>,
}

/// Prepares a call. Calls of other clients are left out; a next call of which no zone is known is one of `zone`.
pub fn prepare<'a>(client: &Client, calls: &'a [CallRecord], wishes: &PreparationWishes, zone: &TimeZone) -> Preparation<'a> {
    let own = Judged::with(client, calls);
    let agenda = agenda(&own, &wishes.agenda);
    // With whom one only writes, nobody agreed on a chat at the end of a call.
    let only_written = !own.is_empty() && own.iter().all(|one| one.call.unit == Unit::Words);
    let boundary = &client.boundary;
    let trend = whole_trend(client.clone(), own);
    // Room that something serious needs is offered at once; any other step is mine to announce first.
    let chat_at_end = if trend.is_serious_lately() { trend.next.chat_at_end() } else { boundary.closing_chat() };
    let start = wishes.start.clone().or_else(|| client.next_moment(zone));
    let minutes = boundary.planned_minutes.map(whole_minutes).filter(|minutes| *minutes > 0);
    let in_words = |at: &Zoned| in_words_with_zone(at, wishes.today.unwrap_or(at.date()), boundary.lang);
    let said = start.as_ref().map(in_words).or_else(|| client.next_meeting.clone());
    // A call is not all chat.
    let most = minutes.map_or(u32::MAX, |minutes| minutes.saturating_sub(1));
    let chat_at_end = Some(whole_minutes(chat_at_end / 60.0).min(most)).filter(|minutes| *minutes > 0 && !only_written);
    // Of the chat that the announcement is about to change nothing is promised; how long the call is stays as agreed until then.
    let new = client.new_terms().filter(|_| !trend.is_serious_lately());
    let chat_changes = new.is_some_and(|new| (new.after.chat_at_end - new.before.chat_at_end).abs() > f64::EPSILON);
    let invitation = next_meeting_note(&Invitation {
        lang: boundary.lang,
        tone: boundary.tone,
        address: boundary.address_to_all(),
        name: Some(client.name.clone()).filter(|_| boundary.kind != Kind::Group),
        me: wishes.me.clone(),
        next_meeting: said.clone(),
        agenda: agenda.clone(),
        minutes,
        chat_at_end: chat_at_end.filter(|_| !chat_changes),
    });
    let appointment = start.clone().map(|start| Appointment {
        title: appointment_title(boundary.lang, boundary.tone, boundary.address_to_all()),
        with: fingerprint(0, name_key(&client.name).bytes()),
        text: invitation.body.as_str().to_owned(),
        start,
        minutes: minutes.unwrap_or(whole_minutes(USUAL_MINUTES)),
        organizer: wishes.organizer.clone(),
    });
    Preparation { trend, start, minutes, chat_at_end, agenda, said, invitation, appointment }
}

impl Preparation<'_> {
    /// The minutes that are set aside for items, and the fewer ones that the call has for them.
    pub fn agenda_too_long(&self) -> Option<(f64, u32)> {
        let room = self.minutes?.saturating_sub(self.chat_at_end.unwrap_or(0));
        let needed = minutes_set_aside(&self.agenda);
        (needed > f64::from(room)).then_some((needed, room))
    }

    /// The announcement that is to be said in this call: none is, after something serious.
    pub fn announcement(&self) -> Option<&Announcement> {
        self.announcement_due().filter(|_| !self.trend.is_serious_lately())
    }

    /// True if an announcement is due and waits, since somebody who is in trouble has no need of new rules.
    pub fn announcement_waits(&self) -> bool {
        self.announcement_due().is_some() && self.announcement().is_none()
    }

    fn announcement_due(&self) -> Option<&Announcement> {
        self.trend.client.due_announcement()
    }
}

/// What was asked for, then what was not reached last time and is not asked for already.
fn agenda(calls: &[Judged], asked: &[AgendaItem]) -> Vec<AgendaItem> {
    let left = calls.last().into_iter().flat_map(|one| &one.call.agenda).filter(|(_, reached)| !reached);
    let mut agenda = asked.to_vec();
    for (text, _) in left {
        if !agenda.iter().any(|item| name_key(&item.text) == name_key(text)) {
            agenda.push(AgendaItem { text: text.clone(), minutes: None });
        }
    }
    agenda
}

#[cfg(test)]
mod tests {
    use super::{PreparationWishes, prepare};
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use segue_core::debrief::Unit;
    use segue_core::{AgendaItem, Announcement, AnnouncementWishes, Boundary, CallRecord, Client, Lang};

    #[test]
    fn a_call_is_never_all_chat() {
        for (minutes, agreed, chat) in
            [(1.0, 240.0, None), (3.0, 240.0, Some("The last 2 minutes")), (30.0, 180.0, Some("The last 3 minutes"))]
        {
            let boundary = Boundary { planned_minutes: Some(minutes), chat_at_end: agreed, ..Boundary::default() };
            let client = Client { boundary, ..Client::named("Viktor") };
            let text = prepare(&client, &[], &PreparationWishes::default(), &TimeZone::UTC).invitation.body;
            let said = text.as_str().contains("The last");
            assert!(said == chat.is_some() && chat.is_none_or(|chat| text.as_str().contains(chat)), "{minutes}");
        }
    }

    /// "We have 5 minutes" went on with "The last 3 minutes are for whatever else there is", and after bad news five of nine did.
    #[test]
    fn a_short_call_leaves_most_of_it_to_the_work() {
        for (minutes, agreed, serious, chat) in [
            (4.0, None, false, 1),
            (5.0, None, false, 1),
            (10.0, None, false, 2),
            (20.0, None, false, 3),
            (5.0, Some(240.0), false, 4),
            (4.0, None, true, 1),
            (5.0, None, true, 2),
            (9.0, None, true, 3),
            (12.0, None, true, 4),
            (30.0, None, true, 5),
        ] {
            let usual = Boundary { planned_minutes: Some(minutes), ..Boundary::default() };
            let boundary = Boundary { chat_at_end: agreed.unwrap_or(usual.chat_at_end), ..usual };
            let client = Client { boundary, ..Client::named("Viktor") };
            let calls = [CallRecord { client: "Viktor".into(), serious, ..CallRecord::default() }];
            let prepared = prepare(&client, &calls, &PreparationWishes::default(), &TimeZone::UTC);
            assert_eq!(prepared.chat_at_end, Some(chat), "{minutes} {agreed:?} {serious}");
        }
    }

    /// "The last 3 minutes are for whatever else there is" was written to somebody with whom there had only been a chat.
    #[test]
    fn with_whom_one_only_writes_no_chat_at_the_end_is_promised() {
        for (units, promised) in [(vec![Unit::Words], false), (vec![Unit::Words, Unit::Seconds], true), (vec![], true)] {
            let client = Client::named("Viktor");
            let of = |unit| CallRecord { client: "Viktor".into(), unit, ..CallRecord::default() };
            let calls: Vec<_> = units.into_iter().map(of).collect();
            let text = prepare(&client, &calls, &PreparationWishes::default(), &TimeZone::UTC).invitation.body;
            assert_eq!(text.as_str().contains("The last"), promised, "{}", text.as_str());
        }
    }

    /// Forty minutes of items were sent for a call of thirty, and nobody said a word.
    #[test]
    fn an_agenda_that_does_not_fit_is_known() {
        for (items, minutes, told) in [
            (vec!["Contract half an hour", "Layout (10)", "Invoice"], Some(30.0), Some((40.0, 28))),
            (vec!["Contract 29 min"], Some(30.0), Some((29.0, 28))),
            (vec!["Contract 28 min", "Invoice"], Some(30.0), None),
            (vec!["Contract", "Layout"], Some(30.0), None),
            (vec!["Contract 90 min"], None, None),
        ] {
            let boundary = Boundary { planned_minutes: minutes, chat_at_end: 120.0, ..Boundary::default() };
            let client = Client { boundary, ..Client::named("Viktor") };
            let agenda = items.iter().filter_map(|item| AgendaItem::typed(item)).collect();
            let wishes = PreparationWishes { agenda, ..PreparationWishes::default() };
            assert_eq!(prepare(&client, &[], &wishes, &TimeZone::UTC).agenda_too_long(), told, "{items:?}");
        }
    }

    /// «логотип» was asked for, «Логотип» was left from last time, and both stood in the invitation.
    #[test]
    fn what_is_asked_for_again_stands_in_the_agenda_once() {
        let left = vec![("Логотип".into(), false), ("Invoice".into(), false), ("Смета".into(), false), ("Map".into(), true)];
        let calls = [CallRecord { client: "Viktor".into(), agenda: left, ..CallRecord::default() }];
        let agenda = ["логотип", "INVOICE "].iter().filter_map(|item| AgendaItem::typed(item)).collect();
        let wishes = PreparationWishes { agenda, ..PreparationWishes::default() };
        let client = Client::named("Viktor");
        let prepared = prepare(&client, &calls, &wishes, &TimeZone::UTC);
        let agenda: Vec<_> = prepared.agenda.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(agenda, ["логотип", "INVOICE", "Смета"]);
    }

    /// Whose family was falling apart heard a new rule first, beside the advice to let them speak; and three minutes for it.
    #[test]
    fn after_something_serious_the_announcement_waits_and_the_letter_gives_room() {
        let announcement =
            Announcement { written: date(2026, 11, 1), script: "The work first.".into(), ..Announcement::default() };
        let client = Client { announcement: Some(announcement), ..Client::named("Viktor") };
        for (serious, minutes) in [(true, "The last 5 minutes"), (false, "The last 3 minutes")] {
            let calls = [CallRecord { client: "Viktor".into(), serious, ..CallRecord::default() }];
            let prepared = prepare(&client, &calls, &PreparationWishes::default(), &TimeZone::UTC);
            assert_eq!((prepared.announcement().is_none(), prepared.announcement_waits()), (serious, serious));
            assert!(prepared.invitation.body.as_str().contains(minutes), "{}", prepared.invitation.body.as_str());
        }
    }

    /// "The last 3 minutes are free" was all that was said of the time while an announcement was due: the limit was gone.
    #[test]
    fn the_invitation_keeps_its_limit_until_the_new_one_is_announced() {
        for minutes in [20.0, 25.0] {
            for (lang, limit) in [(Lang::En, "20 minutes"), (Lang::Ru, "20 минут")] {
                let boundary = Boundary { lang, planned_minutes: Some(20.0), ..Boundary::default() };
                let mut client = Client { boundary, ..Client::named("Imke") };
                let wishes = AnnouncementWishes { minutes: Some(minutes), ..AnnouncementWishes::default() };
                crate::keep_announcement(&mut client, &wishes, "The work first.".into(), date(2026, 11, 1));
                let body = prepare(&client, &[], &PreparationWishes::default(), &TimeZone::UTC).invitation.body;
                assert!(body.as_str().contains(limit), "{minutes} {}", body.as_str());
            }
        }
    }

    /// The entry stood at 17:00 in the client's calendar and was titled "at 9:00"; the mail named no zone.
    #[test]
    fn the_invitation_names_the_zone_and_the_calendar_entry_no_time() {
        let start = |zone: &str| date(2027, 3, 1).at(9, 0, 0, 0).to_zoned(TimeZone::get(zone).unwrap()).unwrap();
        for (noted, wished, expected) in [
            (None, Some(start("Asia/Kolkata")), Some("9:00 (UTC+5:30)")),
            (Some(start("Europe/Moscow")), None, Some("9:00 (UTC+3)")),
            (Some(start("Europe/Moscow")), Some(start("America/New_York")), Some("9:00 (UTC-5)")),
            (None, None, None),
        ] {
            for lang in [Lang::En, Lang::Ru] {
                let mut client = Client { boundary: Boundary { lang, ..Boundary::default() }, ..Client::named("Viktor") };
                client.meets(noted.as_ref(), Some("in words of another zone".into()).filter(|_| noted.is_some()));
                let wishes = PreparationWishes { start: wished.clone(), ..PreparationWishes::default() };
                let prepared = prepare(&client, &[], &wishes, &TimeZone::UTC);
                let (body, subject) = (prepared.invitation.body.as_str(), prepared.invitation.subject.unwrap());
                assert_eq!(
                    prepared.start.map(|start| start.timestamp()),
                    wished.as_ref().or(noted.as_ref()).map(jiff::Zoned::timestamp)
                );
                assert!(expected.is_none_or(|expected| body.contains(expected) && subject.contains(expected)), "{body}");
                if let Some(entry) = prepared.appointment {
                    assert!(
                        !entry.title.is_empty() && !entry.title.contains(':') && entry.text.contains("UTC"),
                        "{}",
                        entry.title
                    );
                }
            }
        }
    }
}
