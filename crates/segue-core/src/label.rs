//! Labels, probabilities and flags of an utterance.

use serde::{Deserialize, Serialize};
use std::ops::{BitOr, BitOrAssign};

/// What an utterance does in its thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// The work, including the client's own business.
    #[default]
    Business,
    /// Light social talk without intimacy.
    Smalltalk,
    /// Private life.
    Personal,
    /// Greetings, goodbyes, time checks, steering, "can you hear me".
    Framing,
}

impl Label {
    /// All labels, in the order of [`Probabilities`].
    pub const ALL: [Self; 4] = [Self::Business, Self::Smalltalk, Self::Personal, Self::Framing];

    /// Name used in files.
    pub fn name(self) -> &'static str {
        ["business", "smalltalk", "personal", "framing"][self as usize]
    }

    /// Small talk or personal: what a drift is made of.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Smalltalk | Self::Personal)
    }
}

/// Calibrated probabilities of the four labels; they add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Probabilities {
    /// Of [`Label::Business`].
    pub business: f32,
    /// Of [`Label::Smalltalk`].
    pub smalltalk: f32,
    /// Of [`Label::Personal`].
    pub personal: f32,
    /// Of [`Label::Framing`].
    pub framing: f32,
}

impl Probabilities {
    /// From an array in the order of [`Label::ALL`].
    pub fn from_array([business, smalltalk, personal, framing]: [f32; 4]) -> Self {
        Self { business, smalltalk, personal, framing }
    }

    /// All weight on one label: a human's word, or a marked stretch.
    pub fn certain(label: Label) -> Self {
        let mut all = [0.0; 4];
        all[label as usize] = 1.0;
        Self::from_array(all)
    }

    /// Probability of small talk or personal talk together.
    pub fn private(self) -> f32 {
        self.smalltalk + self.personal
    }

    /// True if an utterance that was given this label is private or may well be: where words of business are kept, its are not.
    pub fn may_be_private(self, label: Label) -> bool {
        /// Probability of private talk from which it is in doubt.
        const DOUBT: f32 = 0.2;
        label.is_private() || self.private() >= DOUBT
    }
}

/// Something that an utterance does besides its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Flag {
    /// Asks the other about private life.
    PersonalQuestion,
    /// Reveals something private of the speaker's own.
    Disclosure,
    /// Illness, death, divorce, crisis: never to be brushed off.
    Serious,
    /// A private fact that changes the work.
    WorkImpact,
    /// Tries to return to business.
    SteerBack,
    /// Takes up a steer.
    Accepted,
    /// Passes over a steer.
    Ignored,
    /// Ends the call.
    SignOff,
    /// An answer that feeds private talk.
    Enthusiasm,
    /// Announces a new boundary.
    Announcement,
    /// Perhaps serious, tears, or anger at the other: a moment in which no line helps. Weaker than
    /// [`Flag::Serious`]: it silences lines for a moment, not for the thread.
    Upset,
    /// Business is settled and the call is being wrapped up.
    WrapUp,
    /// Something serious beyond doubt: reason enough for the humane line, for a note, and for leaving a call out of the trend. Goes
    /// with [`Flag::Serious`].
    SurelySerious,
    /// Somebody says that they do not want to live: work, time and steering are nothing beside it. Goes with
    /// [`Flag::SurelySerious`].
    Despair,
}

impl Flag {
    /// All flags, in the order of their bits.
    pub const ALL: [Self; 14] = [
        Self::PersonalQuestion,
        Self::Disclosure,
        Self::Serious,
        Self::WorkImpact,
        Self::SteerBack,
        Self::Accepted,
        Self::Ignored,
        Self::SignOff,
        Self::Enthusiasm,
        Self::Announcement,
        Self::Upset,
        Self::WrapUp,
        Self::SurelySerious,
        Self::Despair,
    ];

    /// Name used in files.
    pub fn name(self) -> &'static str {
        [
            "personal_question",
            "disclosure",
            "serious",
            "work_impact",
            "steer_back",
            "accepted",
            "ignored",
            "sign_off",
            "enthusiasm",
            "announcement",
            "upset",
            "wrap_up",
            "surely_serious",
            "despair",
        ][self as usize]
    }
}

/// A set of flags; in files a list of names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Flag>", into = "Vec<Flag>")]
pub struct Flags(u16);

impl Flags {
    /// No flag.
    pub const NONE: Self = Self(0);

    /// True if the flag is in the set.
    pub fn has(self, flag: Flag) -> bool {
        self.0 & (1 << flag as u8) != 0
    }

    /// Adds a flag.
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u8;
    }

    /// Takes a flag away.
    pub fn remove(&mut self, flag: Flag) {
        self.0 &= !(1 << flag as u8);
    }

    /// The flags in the set, in the order of [`Flag::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(move |&f| self.has(f))
    }
}

impl From<Flag> for Flags {
    fn from(flag: Flag) -> Self {
        Self(1 << flag as u8)
    }
}

impl BitOr for Flags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<T: IntoIterator<Item = Flag>>(flags: T) -> Self {
        let mut set = Self::NONE;
        for flag in flags {
            set.insert(flag);
        }
        set
    }
}

impl From<Vec<Flag>> for Flags {
    fn from(flags: Vec<Flag>) -> Self {
        flags.into_iter().collect()
    }
}

impl From<Flags> for Vec<Flag> {
    fn from(flags: Flags) -> Self {
        flags.iter().collect()
    }
}

/// What is understood of one utterance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The decided label; usually the most probable one, but a smoothed decision may differ.
    pub label: Label,
    /// Calibrated probabilities.
    pub probabilities: Probabilities,
    /// Flags found.
    pub flags: Flags,
    /// How likely it stands in a drift that a kind person would lead back from, 0 to 1. `None` where somebody vouches for the
    /// label: nothing more is known, and the session decides by its rules alone.
    pub wanted: Option<f32>,
}

impl Reading {
    /// A reading that somebody vouches for.
    pub fn certain(label: Label, flags: Flags) -> Self {
        Self { label, probabilities: Probabilities::certain(label), flags, wanted: None }
    }

    /// Something serious beyond doubt, in talk and not in the work itself: client work about grave things (a hospice, an obituary)
    /// is no confidence.
    pub fn surely_serious(&self) -> bool {
        let vouched_for = self.wanted.is_none();
        let sure = self.flags.has(Flag::SurelySerious) || (vouched_for && self.flags.has(Flag::Serious));
        sure && self.label != Label::Business
    }

    /// A steer, and not words that the model takes for private after all.
    pub fn leads_back(&self) -> bool {
        self.flags.has(Flag::SteerBack) && !self.label.is_private()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surely_serious_is_what_is_sure_or_vouched_for_and_no_work() {
        use Flag::{Serious, SurelySerious};
        for (label, flags, vouched_for, sure) in [
            (Label::Personal, vec![Serious], false, false),
            (Label::Personal, vec![Serious, SurelySerious], false, true),
            (Label::Personal, vec![Serious], true, true),
            (Label::Framing, vec![Serious, SurelySerious], false, true),
            (Label::Business, vec![Serious, SurelySerious], false, false),
            (Label::Business, vec![Serious], true, false),
            (Label::Personal, vec![], true, false),
        ] {
            let wanted = if vouched_for { None } else { Some(0.5) };
            let reading = Reading { wanted, ..Reading::certain(label, flags.iter().copied().collect()) };
            assert_eq!(reading.surely_serious(), sure, "{label:?} {flags:?} {vouched_for}");
        }
    }

    #[test]
    fn flags_are_a_list_of_names_in_files() {
        let flags: Flags = [Flag::SignOff, Flag::Serious].into_iter().collect();
        assert_eq!(serde_json::to_string(&flags).unwrap(), r#"["serious","sign_off"]"#);
        assert_eq!(serde_json::from_str::<Flags>(r#"["sign_off","serious"]"#).unwrap(), flags);
        for flag in Flag::ALL {
            assert_eq!(serde_json::to_string(&flag).unwrap(), format!("\"{}\"", flag.name()));
        }
    }
}
