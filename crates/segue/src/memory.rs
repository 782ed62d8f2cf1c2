//! The store of the user, and finding clients in it.

use crate::keyring::Keyring;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use jiff::Zoned;
use segue_core::{CallRecord, Client};
use segue_store::{NoKeyStore, Opening, Protection, Store, StoreError, Why};
use std::path::{Path, PathBuf};

/// What is remembered of clients and calls.
pub struct Memory {
    store: Store,
}

impl Memory {
    /// The memory of the user. Calls whose days are over go now. What happened to its protection is
    /// said once, when it happens.
    pub fn of_user(screen: &Screen) -> Result<Self, Failure> {
        let store = Store::open(&Self::folder()?, &Keyring::of_user(screen))?;
        match (store.opening(), store.protection()) {
            (Opening::TakenOver, _) => screen.remark(screen.text(
                "Your data is encrypted from now on; its key is in this system's key store. To read it on another machine you need an export: segue export --output FILE",
                "Данные теперь зашифрованы; ключ в хранилище ключей системы. Чтобы прочесть их на другом компьютере, нужна выгрузка: segue export --output ФАЙЛ",
            )),
            (_, Protection::Plain(Why::KeyStoreShut)) => screen.remark(screen.text(
                "This system's key store did not open, so what is remembered stays NOT encrypted for now. To stop being asked: segue privacy --encrypt no",
                "Хранилище ключей системы не открылось, поэтому данные пока НЕ зашифрованы. Чтобы больше не спрашивать: segue privacy --encrypt no",
            )),
            (Opening::New, Protection::Plain(_)) => screen.remark(screen.text(
                "No key store answers on this system, so what is remembered is readable by you alone but NOT encrypted. More: segue privacy",
                "Хранилище ключей системы не отвечает, поэтому данные читаются только вами, но НЕ зашифрованы. Подробнее: segue privacy",
            )),
            _ => {}
        }
        store.expire(jiff::Zoned::now().date())?;
        Ok(Self { store })
    }

    /// Encrypts it, or takes the encryption away, and keeps to that from now on.
    pub fn protect(self, encrypted: bool, screen: &Screen) -> Result<Self, Failure> {
        Ok(Self { store: self.store.protect(encrypted, &Keyring::of_user(screen))? })
    }

    /// The folder of the user's memory: the one that `SEGUE_DATA` names, or the system's for data.
    pub fn folder() -> Result<PathBuf, Failure> {
        if let Some(folder) = std::env::var_os("SEGUE_DATA").filter(|folder| !folder.is_empty()) {
            return Ok(folder.into());
        }
        let app = AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "segue".into() };
        Ok(choose_app_strategy(app).map_err(|_| Failure::NoMemory)?.data_dir())
    }

    /// A memory in a folder that is empty or not there yet, for what is made up: it needs no encryption.
    pub fn create(folder: &Path) -> Result<Self, Failure> {
        if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(Failure::NotEmpty(folder.to_owned()));
        }
        Ok(Self { store: Store::open(folder, &NoKeyStore)?.protect(false, &NoKeyStore)? })
    }

    /// The store itself.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The store itself, for good.
    pub fn into_store(self) -> Store {
        self.store
    }

    /// The client of that name, if there is one.
    pub fn known(&self, name: &str) -> Result<Option<Client>, Failure> {
        Ok(self.store.client(name, &Zoned::now())?)
    }

    /// All clients.
    pub fn clients(&self) -> Result<Vec<Client>, Failure> {
        Ok(self.store.clients(&Zoned::now())?)
    }

    /// A client by name, without regard to case.
    pub fn client(&self, name: &str) -> Result<Client, Failure> {
        if let Some(client) = self.known(name)? {
            return Ok(client);
        }
        let others = self.clients()?.into_iter().map(|one| one.name).collect();
        Err(ClientFailure::Unknown(name.to_owned(), others).into())
    }

    /// All calls.
    pub fn calls(&self) -> Result<Vec<CallRecord>, Failure> {
        Ok(self.store.calls()?)
    }

    /// Writes a client down as they are now.
    pub fn keep_client(&self, client: &Client) -> Result<(), Failure> {
        Ok(self.store.save_client(client)?)
    }

    /// Writes a new client down, unless there is one of that name.
    pub fn add_client(&self, client: &Client) -> Result<(), Failure> {
        self.store.at_once(|| match self.known(&client.name)? {
            Some(_) => Err(Failure::Store(StoreError::NameTaken)),
            None => self.keep_client(client),
        })
    }

    /// Changes a client from how they are at this moment: what another program changed meanwhile stays.
    pub fn change_client(&self, name: &str, change: impl FnOnce(&mut Client) -> Result<(), Failure>) -> Result<Client, Failure> {
        self.store.at_once(|| {
            let mut client = self.client(name)?;
            change(&mut client)?;
            self.keep_client(&client)?;
            Ok(client)
        })
    }

    /// Writes a call down as it is now.
    pub fn keep_call(&self, call: &CallRecord) -> Result<(), Failure> {
        Ok(self.store.save_call(call, None)?)
    }

    /// Changes a call from how it is at this moment, if it is still there.
    pub fn change_call(&self, id: i64, change: impl FnOnce(&CallRecord) -> CallRecord) -> Result<(), Failure> {
        self.store.at_once(|| match self.calls()?.iter().find(|call| call.id == id) {
            Some(call) => self.keep_call(&change(call)),
            None => Ok(()),
        })
    }
}
