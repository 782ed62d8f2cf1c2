//! Lines of the user's own: added, replaced and banned, per client.

use crate::address;
use crate::check::{LineFault, as_message, change_in_words, check_words, names_a_call, without_slots};
use crate::language::{Entry, Form, Key, Language, kind_name, tone_name};
use crate::{Phrasebook, language};
use segue_core::{Address, Boundary, Client, Kind, Lang, Rung, Tone, tokens};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a user changes about the lines for one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// A new line.
    Add {
        /// What for.
        rung: Rung,
        /// Language.
        lang: Lang,
        /// Tone.
        tone: Tone,
        /// Kind of call.
        kind: Kind,
        /// Form of address it is for in Russian; without it the words decide, and a line that
        /// addresses nobody is for both.
        #[serde(default)]
        address: Option<Address>,
        /// The words, slots written `{next-item}`; at most 6 seconds of speech.
        text: String,
    },
    /// Other words for a line. In Russian, words with ты replace the form for ты only, and so with вы.
    Replace {
        /// Id of the line.
        id: String,
        /// The words, as in [`Change::Add`].
        text: String,
    },
    /// A line that is never to be offered.
    Ban {
        /// Id of the line.
        id: String,
    },
}

/// A change that cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.in_words(Lang::En))]
pub struct ChangeError {
    /// Which change, from 1.
    pub number: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

impl ChangeError {
    /// What is wrong and what to do, in a sentence for the user.
    pub fn in_words(&self, lang: Lang) -> String {
        change_in_words(self.number, &self.fault, lang)
    }
}

impl Phrasebook {
    /// This phrasebook with a client's changes, made in their order.
    ///
    /// # Errors
    /// [`ChangeError`] for the first change whose line is faulty ([`LineFault`] says how) or which
    /// names a line that does not exist. A ban of a line that is gone already is no error, so that
    /// changes outlive a new edition of the book.
    pub fn with_changes(&self, changes: &[Change]) -> Result<Self, ChangeError> {
        let mut book = self.clone();
        for (index, change) in changes.iter().enumerate() {
            book.make(change).map_err(|fault| ChangeError { number: index + 1, fault })?;
        }
        Ok(book)
    }

    /// This phrasebook with the lines that were wished for a client: own ones added in the client's
    /// language and tone, banned ones gone.
    ///
    /// # Errors
    /// As [`Phrasebook::with_changes`]; bans come first, then own lines in their order.
    pub fn for_client(&self, client: &Client) -> Result<Self, ChangeError> {
        let Boundary { kind, lang, tone, .. } = client.boundary;
        let bans = client.lines.banned.iter().map(|id| Change::Ban { id: id.clone() });
        let own = client.lines.own.iter().filter_map(|(name, text)| {
            let rung = Rung::ALL.into_iter().find(|rung| rung.name() == name)?;
            Some(Change::Add { rung, lang, tone, kind, address: None, text: text.clone() })
        });
        self.with_changes(&bans.chain(own).collect::<Vec<_>>())
    }

    /// [`Phrasebook::for_client`], or this phrasebook as it is where a wish no longer fits: that must not stop a call.
    #[must_use]
    pub fn for_client_or_as_is(&self, client: &Client) -> Self {
        self.for_client(client).unwrap_or_else(|_| self.clone())
    }

    /// The phrasebook for talk in writing: without lines that name the call they are said in. Words of the user's own, and those
    /// that announce how calls will be, stay.
    #[must_use]
    pub fn for_writing(&self) -> Self {
        let mut book = self.clone();
        for language in &mut book.languages {
            let names_call = |entry: &Entry| {
                let forms = entry.forms.iter().flatten();
                forms.into_iter().any(|form| names_a_call(&language.template(form), language.lang))
            };
            let stays = |entry: &Entry| entry.own || entry.key.rung == Rung::Announce || !names_call(entry);
            let kept: Vec<Entry> = language.entries.iter().filter(|entry| stays(entry)).cloned().collect();
            Arc::make_mut(language).entries = kept;
        }
        book
    }

    fn make(&mut self, change: &Change) -> Result<(), LineFault> {
        match change {
            Change::Add { rung, lang, tone, kind, address, text } => {
                let key = Key { rung: *rung, kind: *kind, tone: *tone };
                Arc::make_mut(&mut self.languages[*lang as usize]).add(key, *address, text)
            }
            Change::Replace { id, text } => self.language_of(id)?.replace(id, text),
            Change::Ban { id } => {
                if let Ok(language) = self.language_of(id) {
                    language.entries.retain(|entry| entry.id != *id);
                }
                Ok(())
            }
        }
    }

    fn language_of(&mut self, id: &str) -> Result<&mut Language, LineFault> {
        self.languages
            .iter_mut()
            .find(|language| language.entry(id).is_some())
            .map(Arc::make_mut)
            .ok_or_else(|| LineFault::UnknownLine { id: id.to_owned() })
    }
}

impl Language {
    fn add(&mut self, key: Key, wanted: Option<Address>, text: &str) -> Result<(), LineFault> {
        let mark = fingerprint(text);
        let message = format!("{}-{}-{}-own-{mark:016x}", key.rung.name(), kind_name(key.kind), tone_name(key.tone));
        let id = format!("{}/{message}", self.lang.code());
        let (form, found) = self.own_form(&message, text, None)?;
        if let (Some(wanted), Some(found)) = (wanted, found)
            && wanted != found
        {
            return Err(LineFault::OtherAddress { wanted });
        }
        let address = wanted.or(found);
        let forms = [Address::Ty, Address::Vy].map(|one| address.is_none_or(|a| a == one).then(|| form.clone()));
        self.entries.push(Entry { id, key, only: false, own: true, forms });
        Ok(())
    }

    fn replace(&mut self, id: &str, text: &str) -> Result<(), LineFault> {
        let message = format!("{}-own-{:016x}", id.split_once('/').map_or(id, |(_, name)| name), fingerprint(text));
        let (form, found) = self.own_form(&message, text, Some(id))?;
        if let Some(entry) = self.entry_mut(id) {
            for address in [Address::Ty, Address::Vy] {
                if found.is_none_or(|found| found == address) {
                    entry.forms[address as usize] = Some(form.clone());
                }
            }
            entry.own = true;
        }
        Ok(())
    }

    /// Checks a text of the user's own and takes it into the bundle.
    fn own_form(&mut self, message: &str, text: &str, replaces: Option<&str>) -> Result<(Form, Option<Address>), LineFault> {
        let source = as_message(text, self)?;
        // Kept under its name only if it passes: a faulty line must leave no trace.
        let mut trial = self.clone();
        if !trial.add_message(message, &source) {
            return Err(LineFault::Braces);
        }
        let form = trial.plain_form(message);
        let template = trial.template(&form);
        check_words(&template, &trial, &form)?;
        if let Some(same) = trial.same_line(&template, replaces) {
            return Err(LineFault::Duplicate { id: same });
        }
        let found = match address::of(&without_slots(&template)) {
            (true, false) if self.lang == Lang::Ru => Some(Address::Ty),
            (false, true) if self.lang == Lang::Ru => Some(Address::Vy),
            _ => None,
        };
        *self = trial;
        Ok((form, found))
    }

    /// The id of a line with the same words.
    fn same_line(&self, template: &str, except: Option<&str>) -> Option<String> {
        let wanted = tokens(template);
        self.entries
            .iter()
            .filter(|entry| Some(entry.id.as_str()) != except)
            .find(|entry: &&language::Entry| entry.forms.iter().flatten().any(|form| tokens(&self.template(form)) == wanted))
            .map(|entry| entry.id.clone())
    }
}

/// A number that stays the same for the same words, so that a line keeps its id and what was learned
/// of it whatever else changes.
fn fingerprint(text: &str) -> u64 {
    segue_core::fingerprint(0, tokens(text).join(" ").bytes())
}
