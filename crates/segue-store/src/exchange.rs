//! Everything out as JSON Lines, and in again.

use crate::event::{Event, NOBODY};
use crate::{Store, StoreError};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::io::{BufRead, Write};

/// The version of the format.
const VERSION: u32 = 1;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    segue: String,
    version: u32,
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
        line(serde_json::to_string(&Head { segue: "store".into(), version: VERSION })?)?;
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

    /// Takes in what was exported, as one step; what is there already is left alone.
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
        self.write(|| {
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
                if self.has(number, &event)? {
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
            Ok(done)
        })
    }

    /// True if the same event is there and holds.
    fn has(&self, client: i64, event: &Event) -> Result<bool, StoreError> {
        let mut query = self.database.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM events WHERE client = ? AND kind = ? AND subject = ? AND body = ? AND undone = 0)",
        )?;
        Ok(query.query_row(params![client, event.kind(), event.subject(), serde_json::to_string(event)?], |row| row.get(0))?)
    }
}
