//! The chat that goes on: the one at the end, or one that was agreed in the midst of the work.

/// When it was agreed to chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreed {
    /// Before the end was near: there is work after it.
    Midway,
    /// With the end near.
    AtTheEnd,
}

/// A chat, from its first word or key to the work that goes on. Between two chats it is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Chat {
    /// Private seconds in it, what follows the goodbyes included.
    private: f64,
    /// Private seconds since the goodbyes.
    pub after_goodbyes: f64,
    /// When a key began it, if nothing was heard in it so far: it is as long as the clock says.
    from: Option<f64>,
    /// Whether it was agreed. The chat at the end needs no agreement of its own.
    pub agreed: Option<Agreed>,
    /// It was agreed before the greeting was over: what comes after greetings is still to come.
    pub greeting_waits: bool,
}

impl Chat {
    /// A key says that it goes on from here.
    pub fn begin(&mut self, at: f64) {
        if self.private == 0.0 {
            self.from.get_or_insert(at);
        }
    }

    /// Something was heard: from here on, words tell how long it is.
    pub fn is_heard(&mut self) {
        self.from = None;
    }

    /// So many private seconds were heard in it.
    pub fn hear(&mut self, private: f64) {
        self.private += private;
    }

    /// Private seconds of it, or all of it where nothing is heard.
    pub fn seconds(&self, now: f64) -> f64 {
        self.from.map_or(self.private, |from| now - from)
    }

    /// What nobody followed is no part of it.
    pub fn away(&mut self, seconds: f64, now: f64) {
        self.from = self.from.map(|from| (from + seconds).min(now));
    }
}
