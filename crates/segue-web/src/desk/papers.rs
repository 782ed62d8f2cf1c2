//! Documents about weeks: trends, what is stored, announcements, preparations, notes.

use super::{Desk, Document};
use crate::papers::{DepartureWanted, PreparationWanted};
use crate::texts::{ClientSay, Say};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use segue_core::{Address, AgendaItem};
use segue_phrasebook::{Length, NoteLength, Phrasebook, announcement, announcement_letter};
use segue_store::{Kind, Protection, Why};
use segue_weeks::{
    Allowance, NoteWishes, Preparation, PreparationWishes, announcement_to, departure_note, last_departure, reason_in_words,
    reason_of,
};
use serde_json::json;

impl Desk {
    /// A document.
    ///
    /// # Errors
    /// What to say where there is none, or where what is remembered cannot be read.
    pub(super) fn document(&self, document: &Document) -> Result<String, Say> {
        match document {
            Document::Trend { client } => self.trend(client.as_deref()),
            Document::Lines { client } => self.lines(client),
            Document::Privacy => self.privacy(),
            Document::Announcement(asked) => {
                let plan = announcement_to(&self.one(&asked.client)?, &asked.as_ref().into());
                let letter = announcement_letter(&plan);
                let scripts = [Length::OneBreath, Length::HalfMinute, Length::Minute].map(|length| announcement(&plan, length));
                Ok(json!({ "scripts": scripts, "subject": letter.subject, "letter": letter.body.as_str() }).to_string())
            }
            Document::Preparation(wanted) => self.prepared(wanted, |preparation| {
                let (title, parts) = segue_report::preparation_parts(preparation, self.language);
                let Preparation { invitation, appointment, .. } = preparation;
                let invited = json!({ "title": title, "parts": parts, "subject": invitation.subject, "invitation": invitation.body.as_str(), "dated": appointment.is_some() });
                Ok(invited.to_string())
            }),
            Document::Calendar(wanted) => self.prepared(wanted, |preparation| {
                let appointment = preparation.appointment.as_ref().ok_or(Say::NoMoment)?;
                Ok(segue_weeks::appointment(appointment, Timestamp::now()))
            }),
            Document::Departure(wanted) => self.departure(wanted),
            of_the_call => self.document_of_call(of_the_call),
        }
    }

    fn trend(&self, client: Option<&str>) -> Result<String, Say> {
        let clients = self.store.clients(&Zoned::now()).map_err(Say::unread)?;
        let mut calls = self.store.calls().map_err(Say::unread)?;
        if let Some(name) = client {
            let client = self.one(name)?;
            calls.retain(|call| call.is_with(&client));
        }
        let trend = segue_weeks::trend(&clients, &calls, Zoned::now().date(), segue_weeks::HALF_A_YEAR);
        let words = Phrasebook::built_in();
        let line = |id: &str, address: Address| words.open_line(id, address);
        Ok(segue_report::trend_html(&trend, self.language, &line))
    }

    /// Every line that may be offered to a client, their own too, beside its name.
    fn lines(&self, client: &str) -> Result<String, Say> {
        let client = self.one(client)?;
        let (lang, address) = (client.boundary.lang, client.boundary.address);
        let book = Phrasebook::built_in().for_client_or_as_is(&client);
        let all = book.lines().filter(|line| line.lang == lang);
        let told = all.filter_map(|line| Some(format!("{}\n    {}\n", line.id, book.open_line(&line.id, address)?)));
        Ok(told.collect())
    }

    fn privacy(&self) -> Result<String, Say> {
        let held = self.store.privacy().map_err(Say::unread)?.into_iter().map(|one| {
            json!({ "kind": kind_name(one.kind), "client": one.client, "count": one.count, "bytes": one.bytes, "days": one.days })
        });
        let protection = match self.store.protection() {
            Protection::Encrypted => "encrypted",
            Protection::Plain(Why::Chosen) => "chosen",
            Protection::Plain(Why::NoKeyStore) => "no_key_store",
            Protection::Plain(Why::KeyStoreShut) => "key_store_shut",
            Protection::Plain(Why::NotNow) => "not_now",
        };
        let path = self.store.path().display().to_string();
        Ok(json!({ "path": path, "protection": protection, "held": held.collect::<Vec<_>>() }).to_string())
    }

    fn prepared(
        &self,
        wanted: &PreparationWanted,
        write: impl FnOnce(&Preparation) -> Result<String, Say>,
    ) -> Result<String, Say> {
        let client = self.one(&wanted.client)?;
        let calls = self.store.calls().map_err(Say::unread)?;
        let agenda = wanted.agenda.lines().filter_map(AgendaItem::typed);
        let wishes = PreparationWishes {
            agenda: agenda.collect(),
            today: Some(jiff::Zoned::now().date()),
            start: wanted.when.and_then(|when| when.to_zoned(TimeZone::system()).ok()),
            me: wanted.me.clone(),
            organizer: None,
        };
        write(&segue_weeks::prepare(&client, &calls, &wishes, &TimeZone::system()))
    }

    fn departure(&self, wanted: &DepartureWanted) -> Result<String, Say> {
        let client = self.one(&wanted.client)?;
        let (call, exception) = last_departure(&client, &self.calls).ok_or(ClientSay::NoDeparture)?;
        let client = client.after_call(&call.started.to_zoned(call.zone()));
        let length = if wanted.is_chat() { NoteLength::Chat } else { NoteLength::Mail };
        let wishes = NoteWishes { length, tone: wanted.tone, me: wanted.me.clone(), left: call.items_left().next().is_some() };
        let note =
            departure_note(&client, &exception, reason_of(&exception.reason), Allowance::with(&client, &self.calls), &wishes);
        let subject = note.subject.map(|subject| format!("{subject}\n\n")).unwrap_or_default();
        let told = json!({
            "day": call.day(), "kind": exception.kind, "seconds": exception.seconds, "reason": reason_in_words(&exception.reason, self.language),
            "usual": segue_weeks::usual_reason(exception.reason.as_str()), "theirs": exception.theirs, "sent": exception.note_sent.is_some(), "text": format!("{subject}{}", note.body.as_str()),
        });
        Ok(told.to_string())
    }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Client => "client",
        Kind::Figures => "figures",
        Kind::Words => "words",
        Kind::Lines => "lines",
        Kind::Rehearsals => "rehearsals",
        Kind::History => "history",
        Kind::Journal => "journal",
    }
}
