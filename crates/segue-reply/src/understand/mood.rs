//! The tone of what is private in a message.

use super::joy::{self, Tears};
use super::tone::Read;
use crate::patterns::Heard;
use segue_core::Label;
use serde::{Deserialize, Serialize};

/// The tone of what is private in a message; the first that holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mood {
    /// A reproach that I am less close than before.
    Guilt,
    /// Something hard, not grave.
    Hard,
    /// Something good.
    Good,
    /// What we made moved somebody to tears, or made them laugh.
    Moved,
    /// They need somebody who listens.
    Lonely,
    /// They want to be closer than work: my private number, a date.
    Closer,
    /// An invitation.
    Invitation,
    /// A present.
    Gift,
    /// A question about my private life.
    Fishing,
    /// Praise of me as a person.
    Flattery,
    /// Wishes: a birthday, a feast, health.
    Wishes,
    /// A story, neither good nor hard.
    Plain,
}

impl Mood {
    /// True if a warm word for it would be missed also in the shortest answer.
    pub(crate) fn is_missed(self) -> bool {
        !matches!(self, Self::Fishing | Self::Flattery | Self::Wishes | Self::Plain)
    }
}

/// What somebody wants of me as a person, and not of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    Lonely,
    Closer,
    Invitation,
    Gift,
}

impl Closeness {
    /// Coffee to discuss the contract and a parcel with samples are work.
    pub(super) fn in_words(heard: &Heard, label: Label) -> Option<Self> {
        let work = is_work(heard, label);
        match () {
            () if heard.has("lonely") => Some(Self::Lonely),
            () if heard.has("closer") => Some(Self::Closer),
            () if Self::invites(heard, label) => Some(Self::Invitation),
            () if heard.has("gift") && !work => Some(Self::Gift),
            () => None,
        }
    }

    /// An invitation that is not to work.
    pub(super) fn invites(heard: &Heard, label: Label) -> bool {
        heard.has("invitation") && !is_work(heard, label)
    }

    fn mood(self) -> Mood {
        match self {
            Self::Lonely => Mood::Lonely,
            Self::Closer => Mood::Closer,
            Self::Invitation => Mood::Invitation,
            Self::Gift => Mood::Gift,
        }
    }
}

/// Work is spoken of, and no leisure.
fn is_work(heard: &Heard, label: Label) -> bool {
    heard.has("business") || !label.is_private() && !heard.has("leisure")
}

/// Where tears may as well be glad, by the sentence beside them, nobody says whether they are: they are met with
/// neither pity nor cheer. So are glad ones where grief is told of besides.
pub(super) fn leave_tears_open(read: &mut [Read]) {
    let grief = read.iter().any(|one| one.care || one.despair.is_some() || joy::is_grief(&one.heard));
    let glad: Vec<bool> = read.iter().map(|one| joy::is_glad(&one.heard) && !one.blow).collect();
    for (index, one) in read.iter_mut().enumerate() {
        let beside = index.checked_sub(1).is_some_and(|before| glad[before]) || glad.get(index + 1) == Some(&true);
        let may_be_glad = !grief && beside && one.tears.is_none() && joy::tears_may_be_glad(&one.heard);
        if may_be_glad || grief && one.tears.is_some() {
            one.open_tears = true;
            one.tears = None;
            one.blow = false;
            one.grave = false;
        }
    }
}

/// The tone of all that is private.
pub(super) fn mood(read: &[Read]) -> Option<Mood> {
    let private: Vec<&Read> = read.iter().filter(|one| one.warm() || one.wishes).collect();
    if private.is_empty() {
        return None;
    }
    // How I am is no news of theirs, nor is a wish.
    let concern = read.iter().any(|one| one.of_me);
    let theirs = |one: &Read| ["kin", "own", "self"].into_iter().any(|section| one.heard.has(section));
    let of_me = |one: &Read| one.of_me || concern && (one.question || one.heard.begins("hopes")) && !theirs(one);
    let told = private
        .iter()
        .filter(|one| (one.label.is_private() || one.healed || one.blow || one.tears.is_some()) && !of_me(one) && !one.wishes);
    // Whoever is tired after a birth is happy, if nothing else is the matter.
    let born = read.iter().any(|one| one.birth) && !read.iter().any(|one| one.care || one.blow || joy::is_grief(&one.heard));
    let hard_of = |one: &Read| one.hard_words().saturating_sub(if born { one.heard.count("weary") } else { 0 });
    let (hard, good) = told.fold((0, 0), |(hard, good), one| (hard + hard_of(one), good + one.good_words()));
    let moved = private.iter().any(|one| one.tears == Some(Tears::Moved));
    let closeness = private.iter().filter_map(|one| one.closeness).min();
    Some(match () {
        () if private.iter().any(|one| one.guilt) => Mood::Guilt,
        () if closeness == Some(Closeness::Lonely) => Mood::Lonely,
        // What may be serious is met with sympathy, unless it is plainly good.
        () if private.iter().any(|one| one.blow) && hard >= good => Mood::Hard,
        () if hard > 2 * good
            || good == 0 && private.iter().any(|one| one.grave && !of_me(one) && !one.flattery && one.closeness.is_none()) =>
        {
            Mood::Hard
        }
        // What is only told as a reason to leave something is no moment for congratulations.
        () if good > hard && read.iter().any(|one| one.heard.has("asked not")) => Mood::Plain,
        () if good > hard && (hard == 0 || good > 2 * hard) => Mood::Good,
        () if moved && hard == 0 => Mood::Moved,
        // Both at once: congratulations would be as wrong as pity.
        () if good > 0 => Mood::Plain,
        () if closeness.is_some() => closeness.map_or(Mood::Plain, Closeness::mood),
        () if private.iter().any(|one| one.wishes) => Mood::Wishes,
        () if private.iter().any(|one| one.fishing || one.of_me) => Mood::Fishing,
        () if private.iter().any(|one| one.flattery) => Mood::Flattery,
        // Of the work alone there is no story to thank for.
        () if private.iter().all(|one| !one.label.is_private()) || read.iter().any(|one| one.goes_ahead) => return None,
        () => Mood::Plain,
    })
}
