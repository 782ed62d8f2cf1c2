//! Drafts to somebody to whom something serious happened, or who does not want to live.

use super::paper::Paper;
use super::{DraftKind, Writer};
use segue_phrasebook::ReplyPart;

impl Writer<'_> {
    /// To somebody who does not want to live: not alone, help at any hour, a voice.
    pub(super) fn stay(&self, kind: DraftKind, paper: &mut Paper) {
        let call = (kind == DraftKind::Humane).then(|| self.say(ReplyPart::DespairCall, kind, &[])).flatten();
        paper.sentences([self.say(ReplyPart::Despair, kind, &[]), self.say(ReplyPart::DespairHelp, kind, &[])]);
        paper.sentences([call]);
    }

    /// Sympathy first; the work can wait, or its answers stand below.
    pub(super) fn care(&self, kind: DraftKind, paper: &mut Paper) {
        let hurt = self.understood.hurt.then(|| self.say(ReplyPart::Hurt, kind, &[])).flatten();
        paper.sentences([self.say(ReplyPart::Sorry, kind, &[]), hurt]);
        paper.sentences([self.work_gently(kind), self.dates_gently(kind), self.leaves(kind), self.between_us(kind)]);
        if self.understood.asks.is_empty() {
            return;
        }
        if kind == DraftKind::HumaneAndAnswering {
            paper.sentences([(!self.understood.holds).then(|| self.say(ReplyPart::AnswersBelow, kind, &[])).flatten()]);
            self.answers(kind, false, paper);
        } else if !self.understood.holds {
            paper.sentences([self.say(ReplyPart::AnswersWait, kind, &[])]);
        }
    }

    /// What becomes of the work: what they approved goes on, what has to hold is seen, and where they thank for all that
    /// was done nothing is left to move.
    pub(super) fn work_gently(&self, kind: DraftKind) -> Option<String> {
        let understood = self.understood;
        let over = understood.thanked && understood.asks.is_empty() && understood.dates.is_empty();
        let part = match () {
            () if understood.goes_ahead => return self.goes_ahead_gently(kind),
            () if understood.holds => ReplyPart::HoldsCare,
            () if over => ReplyPart::ThankedCare,
            () => ReplyPart::Move,
        };
        self.say(part, kind, &[])
    }
}
