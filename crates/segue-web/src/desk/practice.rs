//! Practice on the page: a rehearsal, in writing or by voice, judged at its end. Only its figures are kept.

use super::Desk;
use crate::command::Sounding;
use crate::ears::{EarsNews, Start};
use crate::state::{JudgedView, ListeningView, RehearsalView, SaidView};
use crate::texts::Say;
use segue_core::{Ears, Lang, RehearsalRecord, Role, Words};
use segue_rehearsal::{Begun, Rehearsal, Wishes, begin, headline, nothing_to_steer, progress};

/// Longest answer that is taken in, in characters: more than anybody says in one breath.
const LONGEST: usize = 2000;

/// A rehearsal on the page.
pub(super) struct Practice {
    rehearsal: Rehearsal,
    client: String,
    /// By which figures of the client they are set.
    set_by: Option<String>,
    before: Vec<RehearsalRecord>,
    said: Vec<SaidView>,
    hint: Option<String>,
    /// A line was asked for, and there is nothing to steer.
    nothing: bool,
    /// What was heard of me since my last answer; `None` unless my answers are heard.
    heard: Option<Vec<Words>>,
    notice: Option<Say>,
    judged: bool,
}

impl Practice {
    /// How this rehearsal listens: my microphone in the browser, or not at all.
    pub fn ears(&self) -> Ears {
        if self.heard.is_some() { Ears::Browser } else { Ears::None }
    }

    /// As the page shows it. Answers are judged once it is over: nobody likes marks in mid-sentence.
    pub fn view(&self, language: Lang, listening: ListeningView) -> RehearsalView {
        let person = self.rehearsal.person();
        let record = self.rehearsal.record();
        let mut said = self.said.clone();
        if self.judged {
            for (said, turn) in said.iter_mut().filter(|said| said.judged.is_some()).zip(self.rehearsal.turns()) {
                let better = turn.better.as_ref().map(|line| line.text.clone());
                said.judged = Some(JudgedView { marks: turn.marks(language), better });
            }
        }
        RehearsalView {
            client: self.client.clone(),
            name: &person.name,
            about: &person.about,
            agenda: &person.agenda,
            set_by: self.set_by.clone(),
            progress: progress(&self.before, language).filter(|_| self.judged),
            said,
            lang: self.rehearsal.lang(),
            listening: self.heard.is_some().then_some(listening),
            heard: self.heard.clone().unwrap_or_default(),
            notice: self.notice.clone().map(|say| say.text(language)),
            hint: self.hint.clone(),
            nothing: self.nothing.then(|| nothing_to_steer(language)),
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
        let client = self.known_as(client)?;
        let before = self.store.rehearsals().map_err(Say::unread)?;
        let calls = self.store.calls().map_err(Say::unread)?;
        let wishes = Wishes { client: client.as_ref(), with, usual_lang: self.language, ..Wishes::default() };
        let begun = begin(&wishes, &before, &calls, self.language).map_err(|_| Say::NobodyOfThatName)?;
        let Begun { rehearsal, greeting, set_by } = begun;
        let said = vec![SaidView { text: Words::new(greeting), judged: None }];
        let client = client.map_or_else(String::new, |client| client.name);
        self.leave_practice();
        self.rehearsal = Some(Practice {
            rehearsal,
            client,
            set_by,
            before,
            said,
            hint: None,
            nothing: false,
            heard: None,
            notice: None,
            judged: false,
        });
        Ok(())
    }

    /// Takes my answer; without words, shows what segue would say.
    pub(super) fn answer(&mut self, text: &str) -> Result<(), Say> {
        let practice = self.rehearsal.as_mut().filter(|practice| !practice.judged).ok_or(Say::NoRehearsal)?;
        let text: String = text.trim().chars().take(LONGEST).collect();
        if text.is_empty() {
            practice.hint = practice.rehearsal.hint().map(|line| line.text);
            practice.nothing = practice.hint.is_none();
            return Ok(());
        }
        practice.hint = None;
        practice.nothing = false;
        practice.heard.iter_mut().for_each(Vec::clear);
        let reply = practice.rehearsal.answer(&text);
        practice.said.push(SaidView { text: Words::new(text), judged: Some(JudgedView::default()) });
        practice.said.push(SaidView { text: Words::new(reply), judged: None });
        if practice.rehearsal.over() { self.judge() } else { Ok(()) }
    }

    /// Ends the rehearsal, and keeps its figures.
    pub(super) fn judge(&mut self) -> Result<(), Say> {
        let practice = self.rehearsal.as_mut().filter(|practice| !practice.judged).ok_or(Say::NoRehearsal)?;
        if practice.rehearsal.turns().is_empty() {
            self.leave_practice();
            return Ok(());
        }
        practice.judged = true;
        practice.heard = None;
        self.sound.stop();
        let record = RehearsalRecord { at: jiff::Timestamp::now(), ..practice.rehearsal.record() };
        Ok(self.store.save_rehearsal(&practice.client, &record)?)
    }

    /// Hears my answers from now on, or no more. They are written down as a draft: nothing is said before I send it.
    pub(super) fn hear_me(&mut self, on: bool) -> Result<(), Say> {
        let practice = self.rehearsal.as_mut().filter(|practice| !practice.judged).ok_or(Say::NoRehearsal)?;
        practice.notice = None;
        if on && self.can_listen.model.is_none() {
            return Err(Say::NoModelToPractise);
        }
        if on == practice.heard.is_some() {
            return Ok(());
        }
        practice.heard = on.then(Vec::new);
        let lang = practice.rehearsal.lang();
        self.stop_listening();
        if on {
            self.sound.start(Start { number: self.hearing, lang, at: 0.0, system: false });
        }
        Ok(())
    }

    /// Leaves the rehearsal; nothing is heard any more.
    pub(super) fn leave_practice(&mut self) {
        if self.rehearsal.take().is_some_and(|practice| practice.heard.is_some()) {
            self.stop_listening();
        }
    }

    /// Takes in what the ears tell while I practise: only my own voice counts.
    pub(super) fn hear_in_practice(&mut self, news: EarsNews) {
        let Some(practice) = self.rehearsal.as_mut().filter(|practice| practice.heard.is_some()) else { return };
        let side = &mut self.listening.sides[0];
        match news {
            EarsNews::Heard(said) if said.speaker.role == Role::Me => {
                practice.heard.iter_mut().for_each(|all| all.push(said.text.clone()));
            }
            EarsNews::Speaking { role: Role::Me, on } => side.speaking = on,
            EarsNews::Sounding { channel: 0, on } => {
                side.state = if on { Sounding::On } else { Sounding::Lost };
                if on {
                    side.message.clear();
                }
            }
            EarsNews::Failed => practice.notice = Some(Say::NotHeardInPractice),
            EarsNews::Behind { .. }
            | EarsNews::Missing { .. }
            | EarsNews::Heard(_)
            | EarsNews::Speaking { .. }
            | EarsNews::Sounding { .. } => return,
        }
        self.published.dirty = true;
    }
}
