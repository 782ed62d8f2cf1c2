//! Clients between calls: remembered, changed, forgotten.

use super::Desk;
use crate::card::{Card, tidy};
use crate::command::Announce;
use crate::state::{ClientView, WrittenView};
use crate::texts::{ClientSay, Say};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use segue_core::{Boundary, CallRecord, Client, name_key};
use segue_phrasebook::announcement;
use segue_report::day_in_words;
use segue_weeks::{announcement_to, explained, keep_announcement, last_departure, reason_in_words};

impl Desk {
    /// Clients as the page shows them, the one changed last first.
    pub(super) fn client_views(&self) -> Vec<ClientView> {
        self.clients.iter().map(|client| self.client_view(client)).collect()
    }

    fn client_view(&self, client: &Client) -> ClientView {
        let unexplained = |(call, exception): (&CallRecord, segue_core::Exception)| {
            !call.serious && !exception.theirs && exception.note_sent.is_none()
        };
        let written = client.announcement.as_ref();
        ClientView {
            card: Card::of(client, self.language),
            ears: client.ears,
            calls: self.calls.iter().filter(|call| call.is_with(client)).count(),
            usual_grace: Boundary { grace: None, ..client.boundary.clone() }.grace(),
            next_call: client.next_moment(&TimeZone::system()).map(|at| at.with_time_zone(TimeZone::system()).datetime()),
            announcement_due: client.due_announcement().is_some(),
            announcement: written.map(|written| WrittenView {
                script: written.script.clone(),
                announced: written.announced,
                wishes: written.wishes.clone(),
            }),
            departure: last_departure(client, &self.calls).is_some_and(unexplained),
            parked: client.parked.clone(),
            remembered: client
                .remembered
                .iter()
                .map(|one| format!("{} ({})", one.text, day_in_words(one.date, self.language)))
                .collect(),
            left: self.left_last_time(client),
        }
    }

    fn left_last_time(&self, client: &Client) -> Vec<String> {
        let last = self.calls.iter().filter(|call| call.is_with(client)).max_by_key(|call| (call.started, call.id));
        last.into_iter().flat_map(CallRecord::items_left).map(str::to_owned).collect()
    }

    /// Remembers a new client, or changes one. What stands on the card as it was `seen` stays as it is by now.
    pub(super) fn keep_card(&mut self, was: Option<&str>, card: Card, seen: Option<&Card>) -> Result<(), Say> {
        self.between_calls()?;
        let name = tidy(&card.name).ok_or(ClientSay::NoName)?;
        self.store.at_once(|| {
            let before = match was {
                Some(was) => self.one(was)?,
                None if self.known_as(&name)?.is_some() => return Err(ClientSay::NameTaken.into()),
                None => {
                    let mut client = Client::named(&name);
                    client.boundary.lang = self.language;
                    client
                }
            };
            let card = match seen {
                Some(seen) => card.changed_since(seen, &Card::of(&before, self.language)),
                None => card,
            };
            let mut client = before.clone();
            card.fill(&mut client, Zoned::now().date())?;
            if let Some(was) = was.filter(|_| name != before.name) {
                if name_key(was) != name_key(&name) && self.store.journal_is_with(was)? {
                    return Err(ClientSay::CutOffWaits.into());
                }
                self.store.rename(was, &name)?;
                client.name = name;
            }
            self.store.save_client(&client)?;
            let newly: Vec<_> = client.lines.preferred.iter().filter(|id| !before.lines.preferred.contains(id)).collect();
            if !newly.is_empty() {
                let mut lines = self.store.lines(&client.name)?;
                newly.into_iter().for_each(|id| lines.prefer(id));
                self.store.save_lines(&client.name, &lines)?;
            }
            Ok::<_, Say>(())
        })?;
        self.recall()
    }

    /// Forgets a client for good, if the user is sure.
    pub(super) fn forget(&mut self, name: &str, sure: &str) -> Result<(), Say> {
        self.between_calls()?;
        if name_key(name) != name_key(sure) {
            return Err(ClientSay::NotSure.into());
        }
        self.store.forget(name)?;
        // The journal of a call with them is gone too.
        self.find_cut_off()?;
        if self.suggested.client.as_deref().is_some_and(|suggested| name_key(suggested) == name_key(name)) {
            self.suggested.client = None;
        }
        self.recall()
    }

    /// Writes an announcement.
    pub(super) fn announce(&mut self, asked: &Announce) -> Result<(), Say> {
        self.between_calls()?;
        self.store.at_once(|| {
            let mut client = self.one(&asked.client)?;
            let wishes = asked.into();
            let script = announcement(&announcement_to(&client, &wishes), asked.length.into());
            keep_announcement(&mut client, &wishes, script, Zoned::now().date());
            Ok::<_, Say>(self.store.save_client(&client)?)
        })?;
        self.recall()
    }

    /// An announcement was said.
    pub(super) fn announced(&mut self, name: &str, date: Option<Date>) -> Result<(), Say> {
        self.between_calls()?;
        self.store.at_once(|| {
            let mut client = self.one(name)?;
            if client.announcement.is_none() {
                return Err(ClientSay::NoAnnouncement.into());
            }
            client.announced(date.unwrap_or_else(|| Zoned::now().date()));
            Ok::<_, Say>(self.store.save_client(&client)?)
        })?;
        self.recall()
    }

    /// Why the last call with a client departed from the plan.
    pub(super) fn explain(&mut self, name: &str, reason: Option<&str>, theirs: Option<bool>, sent: bool) -> Result<(), Say> {
        self.between_calls()?;
        self.store.at_once(|| {
            let (client, calls) = (self.one(name)?, self.store.calls().map_err(Say::unread)?);
            let (call, mut exception) = last_departure(&client, &calls).ok_or(ClientSay::NoDeparture)?;
            if let Some(reason) = reason {
                exception.reason = reason_in_words(reason, self.language);
            }
            exception.theirs = theirs.unwrap_or(exception.theirs);
            if sent {
                exception.note_sent = Some(Timestamp::now());
            }
            Ok::<_, Say>(self.store.save_call(&explained(call, exception), None)?)
        })?;
        self.recall()
    }

    /// Reads anew what is remembered.
    pub(super) fn recall(&mut self) -> Result<(), Say> {
        self.clients = self.store.clients(&Zoned::now()).map_err(Say::unread)?;
        self.calls = self.store.calls().map_err(Say::unread)?;
        Ok(())
    }

    /// A client who is remembered.
    pub(super) fn one(&self, name: &str) -> Result<Client, Say> {
        self.known_as(name)?.ok_or(ClientSay::NoSuchClient.into())
    }

    /// The client of that name, as of now, if they are remembered.
    pub(super) fn known_as(&self, name: &str) -> Result<Option<Client>, Say> {
        self.store.client(name, &Zoned::now()).map_err(Say::unread)
    }

    /// A call under way knows its client as they were; they are changed before it or after it.
    pub(super) fn between_calls(&self) -> Result<(), Say> {
        if self.call.is_some() { Err(Say::CallRuns) } else { Ok(()) }
    }
}
