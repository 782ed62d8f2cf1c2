//! Before the next call.

use crate::calendar::Appointment;
use crate::held::Judged;
use crate::spoken_time::in_words;
use crate::trend::{ClientTrend, whole_trend};
use jiff::Zoned;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use segue_core::{AgendaItem, Announcement, CallRecord, Client, Kind};
use segue_phrasebook::{Invitation, Note, next_meeting_note};

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
    /// When it is, if not as the client's page says.
    pub start: Option<jiff::civil::DateTime>,
    /// My name, under the invitation.
    pub me: Option<String>,
    /// My mail address, as the organiser.
    pub organizer: Option<String>,
}

/// Prepares a call. Calls of other clients are left out; a time without a zone is one of `zone`.
pub fn prepare<'a>(client: &Client, calls: &'a [CallRecord], wishes: &PreparationWishes, zone: &TimeZone) -> Preparation<'a> {
    let own = Judged::with(client, calls);
    let agenda = agenda(&own, &wishes.agenda);
    let boundary = &client.boundary;
    let start = wishes.start.or(client.next_call).and_then(|civil| civil.to_zoned(zone.clone()).ok());
    let whole = |minutes: f64| if minutes.is_finite() { minutes.round().clamp(0.0, 1440.0) as u32 } else { 0 };
    let minutes = boundary.planned_minutes.map(whole).filter(|minutes| *minutes > 0);
    let in_words = |time: DateTime| in_words(time, wishes.today.unwrap_or(time.date()), boundary.lang);
    // Told is the hour that the clocks will show: one that they leave out is not.
    let told = start.as_ref().map(|start| in_words(start.datetime()));
    let said = if wishes.start.is_some() { told } else { client.next_meeting.clone().or(told) };
    // A call is not all chat.
    let most = minutes.map_or(u32::MAX, |minutes| minutes.saturating_sub(1));
    let invitation = next_meeting_note(&Invitation {
        lang: boundary.lang,
        tone: boundary.tone,
        address: boundary.address_to_all(),
        name: Some(client.name.clone()).filter(|_| boundary.kind != Kind::Group),
        me: wishes.me.clone(),
        next_meeting: said.clone(),
        agenda: agenda.clone(),
        minutes,
        chat_at_end: Some(whole(boundary.chat_at_end / 60.0).min(most)).filter(|minutes| *minutes > 0),
    });
    let appointment = start.clone().map(|start| Appointment {
        title: invitation.subject.clone().unwrap_or_default(),
        text: invitation.body.as_str().to_owned(),
        start,
        minutes: minutes.unwrap_or(whole(USUAL_MINUTES)),
        organizer: wishes.organizer.clone(),
    });
    Preparation { trend: whole_trend(client.clone(), own), start, minutes, agenda, said, invitation, appointment }
}

impl Preparation<'_> {
    /// The announcement that is to be said in this call.
    pub fn announcement(&self) -> Option<&Announcement> {
        self.trend.client.announcement.as_ref().filter(|announcement| announcement.announced.is_none())
    }
}

/// What was asked for, then what was not reached last time and is not asked for already.
fn agenda(calls: &[Judged], asked: &[AgendaItem]) -> Vec<AgendaItem> {
    let left = calls.last().into_iter().flat_map(|one| &one.call.agenda).filter(|(_, reached)| !reached);
    let mut agenda = asked.to_vec();
    for (text, _) in left {
        if !agenda.iter().any(|item| item.text.trim().eq_ignore_ascii_case(text.trim())) {
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
    use segue_core::{Boundary, Client};

    #[test]
    fn a_call_is_never_all_chat() {
        for (minutes, chat) in [(1.0, None), (3.0, Some("The last 2 minutes")), (30.0, Some("The last 3 minutes"))] {
            let boundary = Boundary { planned_minutes: Some(minutes), chat_at_end: 180.0, ..Boundary::default() };
            let client = Client { boundary, ..Client::named("Viktor") };
            let text = prepare(&client, &[], &PreparationWishes::default(), &TimeZone::UTC).invitation.body;
            let said = text.as_str().contains("The last");
            assert!(said == chat.is_some() && chat.is_none_or(|chat| text.as_str().contains(chat)), "{minutes}");
        }
    }

    #[test]
    fn an_hour_that_the_clocks_leave_out_is_told_as_they_will_show_it() {
        let wishes = PreparationWishes { start: Some(date(2027, 3, 28).at(1, 30, 0, 0)), ..PreparationWishes::default() };
        let london = TimeZone::get("Europe/London").unwrap();
        let prepared = prepare(&Client::named("Viktor"), &[], &wishes, &london);
        let hour = prepared.start.as_ref().map(|start| start.strftime("%-H:%M").to_string());
        assert_eq!(hour.as_deref(), Some("2:30"));
        assert!(prepared.said.is_some_and(|said| said.contains("2:30")));
    }
}
