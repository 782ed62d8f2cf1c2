//! Single sentences of a draft: for what is private, for a complaint, for what is left, goes ahead or moves.

use super::{DraftKind, Writer};
use crate::dates::lasts;
use crate::understand::Mood;
use segue_core::Words;
use segue_phrasebook::ReplyPart;

impl Writer<'_> {
    /// The one sentence for what is private.
    pub(super) fn warm_word(&self, kind: DraftKind) -> Option<String> {
        if self.understood.despair.is_some() {
            return self.say(ReplyPart::Worried, kind, &[]);
        }
        let mood = self.understood.mood?;
        let part = match mood {
            Mood::Guilt => ReplyPart::Guilt,
            Mood::Hard => ReplyPart::Hard,
            Mood::Good => ReplyPart::Good,
            Mood::Moved => ReplyPart::Moved,
            Mood::Lonely => ReplyPart::Lonely,
            Mood::Closer => ReplyPart::Closer,
            Mood::Invitation => ReplyPart::Invitation,
            Mood::Gift => ReplyPart::Gift,
            Mood::Fishing => ReplyPart::Fishing,
            Mood::Flattery => ReplyPart::Flattery,
            Mood::Wishes => ReplyPart::Wishes,
            // Thanks for telling come with the plan already.
            Mood::Plain if self.understood.moves_work => return None,
            Mood::Plain => ReplyPart::Plain,
        };
        self.say(part, kind, &[])
    }

    /// The one sentence that takes a complaint, or the end of the work together, seriously.
    pub(super) fn displeased(&self, kind: DraftKind) -> Option<String> {
        self.say(if self.understood.parting { ReplyPart::Parting } else { ReplyPart::Displeased }, kind, &[])
    }

    /// What is not to be done will not be.
    pub(super) fn leaves(&self, kind: DraftKind) -> Option<String> {
        if !self.understood.leaves {
            return None;
        }
        let understood = self.understood;
        let part = match () {
            () if understood.care => ReplyPart::LeavesCare,
            // "I won't do that" would be said of what I have just asked of them, or promised.
            () if understood.despair.is_some() || understood.displeased => ReplyPart::LeavesApart,
            () => ReplyPart::Leaves,
        };
        if self.is_gentle() { self.say_gently(part, kind) } else { self.say(part, kind, &[]) }
    }

    /// What is to stay between us does, but for the life of somebody, which no secret is worth.
    pub(super) fn between_us(&self, kind: DraftKind) -> Option<String> {
        let holds = self.understood.confidence && self.understood.despair.is_none();
        holds.then(|| self.say(ReplyPart::BetweenUs, kind, &[])).flatten()
    }

    /// The place for yes or no to an invitation, where the warm word is for something else.
    pub(super) fn invited(&self, kind: DraftKind) -> Option<String> {
        let understood = self.understood;
        let said = understood.mood == Some(Mood::Invitation) && understood.despair.is_none();
        let passed_over = said || understood.care || understood.despair.is_some() || understood.displeased;
        (understood.invites && !passed_over).then(|| self.say(ReplyPart::Invited, kind, &[])).flatten()
    }

    /// To whom something serious happened: what they approved goes on without them, and the dates they named.
    pub(super) fn goes_ahead_gently(&self, kind: DraftKind) -> Option<String> {
        self.understood.goes_ahead.then(|| self.say(ReplyPart::GoesAheadCare, kind, &[])).flatten()
    }

    /// How long they are away to whom something serious happened, in their words; of a day for the work nothing is said.
    pub(super) fn dates_gently(&self, kind: DraftKind) -> Option<String> {
        let lang = self.understood.lang;
        let dates = self.understood.dates.iter().map(Words::as_str).filter(|date| lasts(date, lang)).collect::<Vec<_>>();
        (!dates.is_empty()).then(|| self.say(ReplyPart::DatesCare, kind, &[("dates", &dates.join("; "))])).flatten()
    }

    /// The dates with which they end the work together.
    pub(super) fn dates_of_parting(&self, kind: DraftKind) -> Option<String> {
        let dates = self.understood.dates.iter().map(Words::as_str).collect::<Vec<_>>().join("; ");
        (!dates.is_empty()).then(|| self.say(ReplyPart::DatesCare, kind, &[("dates", &dates)])).flatten()
    }

    /// What was approved goes on.
    pub(super) fn goes_ahead(&self, kind: DraftKind) -> Option<String> {
        let goes = self.understood.goes_ahead && !self.understood.displeased;
        goes.then(|| self.say(ReplyPart::GoesAhead, kind, &[])).flatten()
    }

    /// What moves the work, with the dates that the message names.
    pub(super) fn moves(&self, kind: DraftKind) -> Option<String> {
        let dates = self.understood.dates.iter().map(Words::as_str).collect::<Vec<_>>().join("; ");
        if dates.is_empty() {
            // Who has it hard is not told that this helps with the plan.
            let hard = self.understood.mood == Some(Mood::Hard) || self.understood.despair.is_some();
            self.say(if hard { ReplyPart::MovesHard } else { ReplyPart::Moves }, kind, &[])
        } else {
            self.say(ReplyPart::MovesDates, kind, &[("dates", &dates)])
        }
    }
}
