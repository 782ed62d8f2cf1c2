//! How a call begins, and what is remembered of the client on the way.

use super::Desk;
use crate::call::Call;
use crate::card::tidy;
use crate::command::Begin;
use crate::happening::{Happening, Opening};
use crate::texts::Say;
use segue_core::{AgendaItem, Client, Consent, Ears, Minutes, Remembered, minutes_set_aside};

impl Desk {
    /// Begins a call.
    pub(super) fn begin(&mut self, begin: Begin) -> Result<(), Say> {
        if self.call.is_some() {
            return Err(Say::CallRuns);
        }
        self.leave_practice();
        let minutes = begin.minutes.filter(|&minutes| minutes != 0.0);
        if minutes.is_some_and(|minutes| Minutes::try_from(minutes).is_err()) {
            return Err(Say::MinutesOutOfRange);
        }
        self.put_away_cut_off()?;
        let mut client = self.store.at_once(|| {
            let mut client = self.known(&begin.client)?;
            let boundary = &mut client.boundary;
            // How long this one is to be is no agreement with somebody who has another.
            boundary.planned_minutes = boundary.planned_minutes.or(minutes);
            boundary.lang = begin.lang.unwrap_or(boundary.lang);
            boundary.kind = begin.kind.unwrap_or(boundary.kind);
            boundary.address = begin.address.unwrap_or(boundary.address);
            boundary.tone = begin.tone.unwrap_or(boundary.tone);
            client.next_meeting = begin.next_meeting.map_or(client.next_meeting, |meeting| tidy(&meeting));
            client.about = begin.about.map_or(client.about, |about| about.trim().to_owned());
            client.ears = Some(begin.ears.or(client.ears).unwrap_or_default());
            self.save(&client)?;
            Ok::<_, Say>(client)
        })?;
        self.recall()?;
        let ears = client.ears.unwrap_or_default();
        client.boundary.planned_minutes = minutes;
        let agenda: Vec<_> = begin.agenda.iter().filter_map(|text| AgendaItem::typed(text)).collect();
        let needed = minutes_set_aside(&agenda);
        let started = jiff::Zoned::now();
        let opening = Opening {
            memory: self.store.lines(&client.name).map_err(Say::unread)?,
            // The next call is the one after this.
            client: client.after_call(&started),
            agenda,
            started,
        };
        let first = serde_json::to_string(&opening).map_err(|_| Say::CannotWrite)?;
        self.store.begin_journal(&[first])?;
        self.sit_down_to(Call::new(opening), Vec::new(), 0.0);
        self.journal_fails = false;
        self.start_listening(ears);
        if let Some(minutes) = minutes.filter(|&minutes| needed > minutes) {
            self.tell(Say::AgendaTooLong(needed, minutes));
        }
        Ok(())
    }

    fn known(&self, name: &str) -> Result<Client, Say> {
        let name = tidy(name).unwrap_or_default();
        let known = if name.is_empty() { None } else { self.known_as(&name)? };
        Ok(known.unwrap_or_else(|| {
            let mut client = Client::named(name);
            client.boundary.lang = self.language;
            client
        }))
    }

    /// Remembers a client that has a name.
    pub(super) fn save(&self, client: &Client) -> Result<(), Say> {
        if client.name.is_empty() { Ok(()) } else { Ok(self.store.save_client(client)?) }
    }

    /// True if the client of a call was forgotten since it began, by another program: nothing brings them back.
    pub(super) fn was_forgotten(&self, name: &str) -> Result<bool, Say> {
        Ok(!name.is_empty() && !self.store.knows(name).map_err(Say::unread)?)
    }

    /// Changes what is remembered of the client of this call.
    pub(super) fn change_client(&mut self, change: impl FnOnce(&mut Client)) -> Result<(), Say> {
        let call = self.call.as_ref().ok_or(Say::NoCall)?;
        self.change_from(&call.opening().client, change)?;
        self.recall()
    }

    /// Changes the client of a call from how they are at this moment; whoever was forgotten since it began stays so.
    pub(super) fn change_from(&self, opening: &Client, change: impl FnOnce(&mut Client)) -> Result<(), Say> {
        self.store.at_once(|| {
            if self.was_forgotten(&opening.name)? {
                return Ok(());
            }
            let mut client = self.known_as(&opening.name)?.unwrap_or_else(|| opening.clone());
            change(&mut client);
            self.save(&client)
        })
    }

    /// Keeps the client's answer about listening; a no ends it, whether or not it can be written down.
    pub(super) fn consent(&mut self, given: bool, basis: &str) -> Result<(), Say> {
        let consent = Consent { basis: basis.trim().to_owned(), given, date: jiff::Zoned::now().date() };
        let ears = self.call.as_ref().filter(|call| !call.ended()).map_or(Ears::None, Call::ears);
        if given {
            self.change_client(|client| client.consent = Some(consent))?;
            self.note(Happening::Consent { given })?;
            self.start_listening(ears);
            return Ok(());
        }
        self.note(Happening::Consent { given })?;
        if ears != Ears::None {
            self.change_ears(Ears::None)?;
            self.tell(Say::NotListening);
        }
        self.change_client(|client| client.consent = Some(consent))
    }

    /// Keeps something that the client told me.
    pub(super) fn remember(&mut self, text: &str) -> Result<(), Say> {
        if text.is_empty() {
            return Ok(());
        }
        let name = &self.call.as_ref().ok_or(Say::NoCall)?.opening().client.name;
        if name.is_empty() || self.was_forgotten(name)? {
            return Err(Say::NobodyToKeepItFor);
        }
        let date = jiff::Zoned::now().date();
        self.change_client(|client| {
            if client.remembered.iter().any(|one| one.text == text) {
                return;
            }
            client.remembered.push(Remembered { date, text: text.to_owned() });
        })
    }
}
