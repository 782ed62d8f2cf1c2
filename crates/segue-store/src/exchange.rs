//! Everything out as JSON Lines, and in again.

use crate::event::{Event, NOBODY};
use crate::{Store, StoreError};
use rusqlite::params;
use segue_core::{Boundary, Client};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead, Write};

/// The version of the format.
const VERSION: u32 = 1;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    segue: String,
    version: u32,
    /// How many lines follow, so that an end that is missing is noticed.
    #[serde(default)]
    events: Option<usize>,
}

/// Any other line: an event, and which of the export's clients it is about.
#[derive(Serialize, Deserialize)]
struct Row {
    client: i64,
    event: Event,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Events taken in.
    pub taken: usize,
    /// Events that were there already.
    pub known: usize,
    /// Lines that could not be taken in.
    pub problems: Vec<Problem>,
    /// Lines that should follow and do not: the end of the file is missing.
    pub missing: usize,
    /// Clients whose card here stays though the export has another, by name.
    pub kept: Vec<String>,
}

impl Imported {
    /// True if all of the export was understood.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty() && self.missing == 0
    }
}

/// What is there before anything is taken in, and is left alone.
struct There {
    /// Clients of whom more than the name is known.
    cards: HashSet<i64>,
    calls: HashSet<i64>,
    lines: HashSet<i64>,
}

impl There {
    fn has(&self, client: i64, event: &Event) -> bool {
        match event {
            Event::Client(_) => self.cards.contains(&client),
            Event::Call(record, _) => self.calls.contains(&record.id),
            Event::Lines(_) => self.lines.contains(&client),
            Event::Rehearsal(_) => false,
        }
    }
}

/// A line that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its number, from 1.
    pub line: usize,
}

impl Store {
    /// Writes everything that holds; how many events.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read, or `out` not written to.
    pub fn export(&self, out: &mut impl Write) -> Result<usize, StoreError> {
        let mut line = |value: String| writeln!(out, "{value}");
        let events = self.database.query_row("SELECT count(*) FROM events WHERE undone = 0", [], |row| row.get(0))?;
        line(serde_json::to_string(&Head { segue: "store".into(), version: VERSION, events: Some(events) })?)?;
        let mut query = self.database.prepare("SELECT client, body FROM events WHERE undone = 0 ORDER BY id")?;
        let rows = query.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let mut count = 0;
        for row in rows {
            let (client, body) = row?;
            line(serde_json::to_string(&Row { client, event: serde_json::from_str(&body)? })?)?;
            count += 1;
        }
        Ok(count)
    }

    /// Takes in what was exported, as one step; what is there already is left alone: the card of a client, a call with what was
    /// noted of it, what is known of lines.
    ///
    /// # Errors
    /// [`StoreError::NoExport`] if the first line is not that of an export, or is of a later version;
    /// that it cannot be read or written. Then nothing is taken in.
    pub fn import(&self, from: impl BufRead) -> Result<Imported, StoreError> {
        self.next_step();
        let mut lines = from.lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        let head: Head = serde_json::from_str(&first).map_err(|_| StoreError::NoExport)?;
        if head.segue != "store" || head.version > VERSION {
            return Err(StoreError::NoExport);
        }
        let mut done = Imported::default();
        let mut rows = Vec::new();
        // Who an export's client is, is told by the name they have in the end.
        let mut names: HashMap<i64, String> = HashMap::new();
        for (index, line) in lines.enumerate() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str(&line) {
                Ok(Row { client, event }) => {
                    if let Event::Client(card) = &event {
                        names.insert(client, card.name.clone());
                    }
                    rows.push((index + 2, client, event));
                }
                Err(_) => done.problems.push(Problem { line: index + 2 }),
            }
        }
        done.missing = head.events.unwrap_or(0).saturating_sub(rows.len() + done.problems.len());
        self.write(|| {
            let there = self.there()?;
            let mut others = BTreeMap::new();
            // The export's numbers of clients, and ours.
            let mut numbers = HashMap::from([(NOBODY, NOBODY)]);
            for (line, client, mut event) in rows {
                let name = names.get(&client);
                let number = match (numbers.get(&client), &event) {
                    (Some(&number), _) => number,
                    (None, Event::Client(card)) => self.number_or_free(name.unwrap_or(&card.name))?,
                    (None, Event::Call(record, _)) => self.number_or_new(name.unwrap_or(&record.client))?,
                    (None, Event::Lines(_) | Event::Rehearsal(_)) => {
                        done.problems.push(Problem { line });
                        continue;
                    }
                };
                numbers.insert(client, number);
                if let Event::Client(card) = &event {
                    others.insert(number, card.clone());
                }
                if there.has(number, &event) || self.has(number, &event)? {
                    done.known += 1;
                    continue;
                }
                if let (Event::Client(card), Some(name)) = (&mut event, name)
                    && self.number_of(&card.name)?.is_some_and(|other| other != number)
                {
                    // A name that they once had is another's here.
                    card.name.clone_from(name);
                }
                if self.has(number, &event)? {
                    done.known += 1;
                } else {
                    self.append(number, &event)?;
                    done.taken += 1;
                }
            }
            done.problems.sort_unstable_by_key(|problem| problem.line);
            for (_, other) in others.into_iter().filter(|(number, _)| there.cards.contains(number)) {
                let ours = self.card(&other.name)?;
                done.kept.extend(ours.filter(|ours| *ours != Client { name: ours.name.clone(), ..*other }).map(|ours| ours.name));
            }
            Ok(done)
        })
    }

    /// What is there.
    fn there(&self) -> Result<There, StoreError> {
        let mut query = self.database.prepare("SELECT id, body FROM clients")?;
        let rows = query.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let mut cards = HashSet::new();
        for row in rows {
            let (number, body) = row?;
            if !is_bare(&serde_json::from_str(&body)?) {
                cards.insert(number);
            }
        }
        let all = |query| -> Result<HashSet<i64>, StoreError> {
            let mut query = self.database.prepare(query)?;
            Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        Ok(There { cards, calls: all("SELECT id FROM calls")?, lines: all("SELECT client FROM lines")? })
    }

    /// True if the same event is there and holds.
    fn has(&self, client: i64, event: &Event) -> Result<bool, StoreError> {
        let mut query = self.database.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM events WHERE client = ? AND kind = ? AND subject = ? AND body = ? AND undone = 0)",
        )?;
        Ok(query.query_row(params![client, event.kind(), event.subject(), serde_json::to_string(event)?], |row| row.get(0))?)
    }
}

/// True if nothing is known of a client but the name, and in which language to talk.
fn is_bare(client: &Client) -> bool {
    let boundary = Boundary { lang: client.boundary.lang, ..Boundary::default() };
    *client == Client { boundary, ..Client::named(client.name.clone()) }
}
