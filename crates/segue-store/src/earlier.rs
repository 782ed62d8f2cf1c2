//! What earlier versions left as JSON files.

use crate::event::Event;
use crate::{Store, StoreError};
use segue_core::{CallRecord, Client};
use segue_phrasebook::LineMemory;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

const FILES: [&str; 3] = ["clients.json", "calls.json", "lines.json"];

impl Store {
    /// Takes in clients, calls and lines from files, all or nothing, and then removes the files.
    pub(crate) fn take_in_earlier(&self) -> Result<(), StoreError> {
        if !FILES.iter().any(|file| self.folder.join(file).exists()) {
            return Ok(());
        }
        let clients: Vec<Client> = self.earlier(FILES[0])?;
        let calls: Vec<CallRecord> = self.earlier(FILES[1])?;
        let lines: BTreeMap<String, LineMemory> = self.earlier(FILES[2])?;
        self.write(|| {
            for client in clients {
                let number = self.number_or_free(&client.name)?;
                self.append(number, &Event::Client(Box::new(client)))?;
            }
            for call in calls {
                let number = self.number_or_new(&call.client)?;
                self.append(number, &Event::Call(Box::new(call), None))?;
            }
            for (name, lines) in lines {
                let number = self.number_or_new(&name)?;
                self.append(number, &Event::Lines(Box::new(lines)))?;
            }
            Ok(())
        })?;
        // What was taken in is not one's own last step.
        self.next_step();
        Ok(FILES.into_iter().try_for_each(|file| crate::files::wipe(&self.folder.join(file)))?)
    }

    fn earlier<T: DeserializeOwned + Default>(&self, file: &str) -> Result<T, StoreError> {
        match std::fs::read(self.folder.join(file)) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(T::default()),
            Err(error) => Err(error.into()),
        }
    }
}
