//! Practice on the page: a rehearsal, judged at its end. Only its figures are kept.

use super::Desk;
use crate::state::{JudgedView, RehearsalView, SaidView};
use crate::texts::Say;
use segue_core::{Lang, RehearsalRecord, Words};
use segue_phrasebook::Phrasebook;
use segue_rehearsal::{Rehearsal, headline, next_person, people, times_with};

/// Longest answer that is taken in, in characters: more than anybody says in one breath.
const LONGEST: usize = 2000;

/// A rehearsal on the page.
pub(super) struct Practice {
    rehearsal: Rehearsal,
    client: String,
    said: Vec<SaidView>,
    hint: Option<String>,
    judged: bool,
}

impl Practice {
    /// As the page shows it. Answers are judged once it is over: nobody likes marks in mid-sentence.
    pub fn view(&self, language: Lang) -> RehearsalView {
        let person = self.rehearsal.person();
        let record = self.rehearsal.record();
        let mut said = self.said.clone();
        if self.judged {
            for (said, turn) in said.iter_mut().filter(|said| said.judged.is_some()).zip(self.rehearsal.turns()) {
                let better = turn.better.as_ref().map(|line| line.text.clone());
                said.judged = Some(JudgedView { what: Some(turn.what), warm: turn.warm, short: turn.short, better });
            }
        }
        RehearsalView {
            name: &person.name,
            about: &person.about,
            agenda: &person.agenda,
            said,
            hint: self.hint.clone(),
            headline: self.judged.then(|| headline(&record, language)),
            record,
        }
    }
}

impl Desk {
    /// Begins a rehearsal in the language of the page, or of the client.
    pub(super) fn rehearse(&mut self, client: &str, with: Option<&str>) -> Result<(), Say> {
        if self.call.is_some() {
            return Err(Say::CallRuns);
        }
        let client = self.store.client(client).map_err(|_| Say::CannotRead)?;
        let boundary = client.as_ref().map(|client| &client.boundary);
        let lang = boundary.map_or(self.language, |boundary| boundary.lang);
        let before = self.store.rehearsals().map_err(|_| Say::CannotRead)?;
        let wanted = with.and_then(|with| people(lang).iter().find(|person| person.id == with));
        let person = wanted.unwrap_or_else(|| next_person(lang, &before, boundary));
        let tone = boundary.map(|boundary| boundary.tone).unwrap_or_default();
        let usual = Phrasebook::built_in();
        let phrasebook = client.as_ref().map(|client| usual.for_client_or_as_is(client)).unwrap_or(usual);
        let (rehearsal, greeting) = Rehearsal::begin(person, lang, tone, phrasebook, times_with(person, &before));
        let said = vec![SaidView { text: Words::new(greeting), judged: None }];
        let client = client.map_or_else(String::new, |client| client.name);
        self.rehearsal = Some(Practice { rehearsal, client, said, hint: None, judged: false });
        Ok(())
    }

    /// Takes my answer; without words, shows what segue would say.
    pub(super) fn answer(&mut self, text: &str) -> Result<(), Say> {
        let practice = self.rehearsal.as_mut().filter(|practice| !practice.judged).ok_or(Say::NoRehearsal)?;
        let text: String = text.trim().chars().take(LONGEST).collect();
        if text.is_empty() {
            practice.hint = practice.rehearsal.hint().map(|line| line.text);
            return Ok(());
        }
        practice.hint = None;
        let reply = practice.rehearsal.answer(&text);
        practice.said.push(SaidView { text: Words::new(text), judged: Some(JudgedView::default()) });
        practice.said.push(SaidView { text: Words::new(reply), judged: None });
        if practice.rehearsal.over() { self.judge() } else { Ok(()) }
    }

    /// Ends the rehearsal, and keeps its figures.
    pub(super) fn judge(&mut self) -> Result<(), Say> {
        let practice = self.rehearsal.as_mut().filter(|practice| !practice.judged).ok_or(Say::NoRehearsal)?;
        if practice.rehearsal.turns().is_empty() {
            self.rehearsal = None;
            return Ok(());
        }
        practice.judged = true;
        let record = RehearsalRecord { at: jiff::Timestamp::now(), ..practice.rehearsal.record() };
        self.store.save_rehearsal(&practice.client, &record).map_err(|_| Say::CannotWrite)
    }
}
