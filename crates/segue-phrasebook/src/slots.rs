//! Slots of a line and the values put into them.

use crate::name::name_for_draft;
use crate::own_words::moment;
use fluent_bundle::FluentArgs;
use segue_core::{Lang, Slots};

/// What can be put into a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// What the drift is about.
    Topic,
    /// Next agenda item.
    NextItem,
    /// Whole minutes left.
    MinutesLeft,
    /// When we talk next.
    NextMeeting,
    /// The client's name.
    Name,
}

impl Slot {
    /// All slots.
    pub const ALL: [Self; 5] = [Self::Topic, Self::NextItem, Self::MinutesLeft, Self::NextMeeting, Self::Name];

    /// Name in the text of a line: `topic`, `next-item`, `minutes-left`, `next-meeting`, `name`.
    pub fn name(self) -> &'static str {
        ["topic", "next-item", "minutes-left", "next-meeting", "name"][self as usize]
    }

    /// The slot of a name; underscores are taken for hyphens.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.replace('_', "-");
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }
}

/// A set of slots.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct SlotSet(u8);

impl SlotSet {
    pub fn insert(&mut self, slot: Slot) {
        self.0 |= 1 << slot as u8;
    }

    pub fn has(self, slot: Slot) -> bool {
        self.0 & (1 << slot as u8) != 0
    }

    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// Values made fit for the middle of a spoken sentence.
#[derive(Clone, Default)]
pub(crate) struct Filling {
    texts: [Option<String>; 5],
    minutes: Option<u32>,
}

impl Filling {
    /// Takes the values over: blanks and closing punctuation go, what is empty counts as missing,
    /// and so do zero minutes, which no line about time left can say.
    pub fn of(slots: &Slots, lang: Lang) -> Self {
        let mut texts: [Option<String>; 5] = Default::default();
        texts[Slot::Topic as usize] = slots.topic.as_ref().and_then(|topic| in_a_sentence(topic.as_str()));
        texts[Slot::NextItem as usize] = slots.next_item.as_deref().and_then(in_a_sentence);
        texts[Slot::NextMeeting as usize] = slots.next_meeting.as_deref().and_then(|meeting| moment(meeting, lang));
        texts[Slot::Name as usize] = slots.name.as_deref().and_then(|name| in_a_sentence(&name_for_draft(name)));
        Self { texts, minutes: slots.minutes_left.filter(|&minutes| minutes > 0) }
    }

    /// Values of three words each, for measuring a line as it is in the book.
    pub fn of_usual_length() -> Self {
        Self { texts: std::array::from_fn(|_| Some("xxx xxx xxx".to_owned())), minutes: Some(25) }
    }

    /// The slots that have a value.
    pub fn present(&self) -> SlotSet {
        let mut set = SlotSet::default();
        for slot in Slot::ALL {
            if self.texts[slot as usize].is_some() || (slot == Slot::MinutesLeft && self.minutes.is_some()) {
                set.insert(slot);
            }
        }
        set
    }

    pub fn args(&self) -> FluentArgs<'_> {
        let mut args = FluentArgs::new();
        for slot in Slot::ALL {
            if let Some(text) = &self.texts[slot as usize] {
                args.set(slot.name(), text.as_str());
            }
        }
        if let Some(minutes) = self.minutes {
            args.set(Slot::MinutesLeft.name(), minutes);
        }
        args
    }
}

/// A user's text so that a line can go on after it; `None` if nothing is left.
pub(crate) fn in_a_sentence(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…'));
    text.chars().any(char::is_alphanumeric).then(|| text.to_owned())
}

/// "Back to {next-item}" becomes "Back to …".
pub(crate) fn open(template: &str) -> String {
    let mut open = String::with_capacity(template.len());
    let mut inside = false;
    for c in template.chars() {
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

/// The text with a capital first letter.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_made_fit_for_a_sentence() {
        let cases = [
            (" the  new\nlogo. ", Some("the new logo")),
            ("Which one?", Some("Which one")),
            ("C++", Some("C++")),
            (" … ", None),
            ("", None),
        ];
        for (text, fit) in cases {
            assert_eq!(in_a_sentence(text).as_deref(), fit, "{text}");
        }
    }

    #[test]
    fn slots_stay_open() {
        assert_eq!(open("Back to {next-item}, {name}?"), "Back to …, …?");
    }

    #[test]
    fn empty_values_and_no_minutes_are_missing() {
        let slots = Slots { next_item: Some(" ".into()), minutes_left: Some(0), ..Slots::default() };
        assert_eq!(Filling::of(&slots, Lang::En).present(), SlotSet::default());
    }

    #[test]
    fn slots_have_names() {
        for slot in Slot::ALL {
            assert_eq!(Slot::from_name(slot.name()), Some(slot));
        }
        assert_eq!(Slot::from_name("next_item"), Some(Slot::NextItem));
        assert_eq!(Slot::from_name("weather"), None);
    }
}
