//! The words of lines for somebody who looks back: what is filled in during a call is left open.

use crate::Phrasebook;
use segue_core::Address;
use std::collections::HashMap;

/// The words of lines, by id: with ты and with вы.
pub struct OpenWords(HashMap<String, [Option<String>; 2]>);

impl Phrasebook {
    /// The words of every line, with its slots left open.
    pub fn open_words(&self) -> OpenWords {
        let lines = self.lines().map(|line| (line.id, [line.ty, line.vy].map(|words| words.as_deref().map(open_slots))));
        OpenWords(lines.collect())
    }
}

impl OpenWords {
    /// The words of a line, in that form of address if there are two.
    pub fn line(&self, id: &str, address: Address) -> Option<String> {
        let [ty, vy] = self.0.get(id)?;
        if address == Address::Ty { ty.clone().or_else(|| vy.clone()) } else { vy.clone().or_else(|| ty.clone()) }
    }
}

/// "{next-item}" becomes "…".
fn open_slots(words: &str) -> String {
    let mut open = String::with_capacity(words.len());
    let mut inside = false;
    for c in words.chars() {
        match c {
            '{' => inside = true,
            '}' if inside => {
                inside = false;
                open.push('…');
            }
            _ if !inside => open.push(c),
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::open_slots;

    #[test]
    fn slots_stay_open() {
        assert_eq!(open_slots("Back to {next-item}, {name}?"), "Back to …, …?");
    }
}
