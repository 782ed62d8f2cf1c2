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
        // What they approved goes on; nobody offers to move it.
        let work = self.goes_ahead_gently(kind).or_else(|| self.say(ReplyPart::Move, kind, &[]));
        paper.sentences([work, self.dates_gently(kind), self.leaves(kind)]);
        if self.understood.asks.is_empty() {
            return;
        }
        if kind == DraftKind::HumaneAndAnswering {
            paper.sentences([self.say(ReplyPart::AnswersBelow, kind, &[])]);
            self.answers(kind, false, paper);
        } else {
            paper.sentences([self.say(ReplyPart::AnswersWait, kind, &[])]);
        }
    }
}
