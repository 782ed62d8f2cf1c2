//! Who talked when, as it is drawn.

use super::Call;
use crate::state::Stretch;
use segue_core::{Label, Role};

/// Pieces of the ribbon nearer than this, in seconds, and alike are one.
const RIBBON_GAP: f64 = 2.0;

impl Call {
    /// Who talked when, and how it reads now; what is alike and near is one piece.
    pub(super) fn ribbon(&self) -> Vec<Stretch> {
        let mut ribbon: Vec<Stretch> = Vec::new();
        for (heard, reading) in self.utterances.iter().zip(&self.readings) {
            let piece = Stretch { start: heard.start, end: heard.end, role: heard.role, label: reading.label, open: false };
            let last = ribbon.iter_mut().rev().find(|known| known.role == piece.role);
            match last {
                Some(known) if known.label == piece.label && piece.start - known.end < RIBBON_GAP && piece.end > known.end => {
                    known.end = piece.end;
                }
                _ => ribbon.push(piece),
            }
        }
        // What keys told is known as well, where nothing was heard of it.
        let open = self.drift.as_ref().and_then(|drift| drift.marked).or(self.chat_since).map(|start| (start, self.now, true));
        let closed = self.marked.iter().map(|marked| (marked.start, marked.end, false));
        for (start, end, open) in closed.chain(open) {
            if !self.utterances.iter().any(|heard| heard.start < end && heard.end > start) {
                ribbon.push(Stretch { start, end, role: Role::Client, label: Label::Smalltalk, open });
            }
        }
        ribbon
    }
}

#[cfg(test)]
mod tests {
    use crate::call::Call;
    use crate::happening::{Entry, Happening, Opening};
    use segue_core::Client;
    use segue_core::session::Key;
    use segue_phrasebook::LineMemory;

    /// "Private talk so far: 0:00", in the middle of a drift that a key had marked.
    #[test]
    fn what_keys_tell_is_drawn() {
        let client = Client::named("Viktor");
        let mut call =
            Call::new(Opening { client, agenda: Vec::new(), memory: LineMemory::default(), started: jiff::Zoned::now() });
        assert!(call.ribbon().is_empty());
        let keys = [(10.0, Key::Drifted), (40.0, Key::Back), (100.0, Key::Drifted), (130.0, Key::AgreedChat), (150.0, Key::Back)];
        for (at, key) in keys {
            call.take(Entry { at, happening: Happening::Key { key } });
        }
        call.take(Entry { at: 200.0, happening: Happening::Key { key: Key::Drifted } });
        call.advance(230.0);
        let drawn: Vec<_> = call.ribbon().iter().map(|piece| (piece.start, piece.end, piece.open)).collect();
        assert_eq!(drawn, [(10.0, 40.0, false), (100.0, 150.0, false), (200.0, 230.0, true)]);
    }
}
