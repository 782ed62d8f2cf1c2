//! The figures of a call as they are told: one base and one amount of private talk, wherever it is told of.

use super::{Debrief, Excuse, LabelAmounts};

/// Less private talk than this is none, in seconds or words.
const NONE: f64 = 0.5;

impl Debrief {
    /// Talk that figures are told of: what was heard; of a call that nobody heard, all that its keys tell.
    pub fn told(&self) -> LabelAmounts {
        if self.talk.speakers.is_empty() { self.talk.total } else { self.talk.total.labelled() }
    }

    /// Private talk in which something serious was told; it is charged to nobody.
    pub fn serious_talk(&self) -> f64 {
        let serious = self.drifts.iter().filter(|drift| drift.excused == Some(Excuse::Serious));
        serious.map(|drift| drift.private).sum::<f64>().min(self.talk.total.private())
    }

    /// Private talk without what was serious.
    pub fn private_talk(&self) -> f64 {
        Some(self.talk.total.private() - self.serious_talk()).filter(|private| *private >= NONE).unwrap_or(0.0)
    }

    /// The same as a share of what is told of, 0 to 1; 0 without talk.
    pub fn private_share(&self) -> f64 {
        let told = self.told().total();
        if told > 0.0 { self.private_talk() / told } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use crate::debrief::{By, Debrief, Drift, Excuse, LabelAmounts, SpeakerTalk, Talk};
    use crate::{Label, Role, Words};

    /// One call had 18 % of private talk on its page and 29 % in its debrief, and the news of a lung was charged as private.
    #[test]
    fn one_call_has_one_share_of_private_talk() {
        let total = LabelAmounts { business: 95.0, personal: 39.0, unmarked: 85.0, ..LabelAmounts::default() };
        for (heard, excused, private, share) in [
            (true, None, 39.0, 39.0 / 134.0),
            (true, Some(Excuse::Serious), 14.0, 14.0 / 134.0),
            (true, Some(Excuse::Closing), 39.0, 39.0 / 134.0),
            (false, None, 39.0, 39.0 / 219.0),
        ] {
            let by = SpeakerTalk { speaker: By { role: Role::Me, name: String::new() }, amounts: total };
            let speakers = if heard { vec![by] } else { Vec::new() };
            let drift = Drift {
                from: 0,
                to: 0,
                start: 0.0,
                end: 25.0,
                opened_by: None,
                returned_by: None,
                returned_with: None,
                returned_at: None,
                private: 25.0,
                label: Label::Personal,
                allowed: 0.0,
                excused,
                topic: Words::default(),
            };
            let talk = Talk { total, speakers, ..Talk::default() };
            let debrief = Debrief { talk, drifts: vec![drift], ..Debrief::default() };
            assert!((debrief.private_talk() - private).abs() < 1e-9, "{heard} {excused:?}");
            assert!((debrief.private_share() - share).abs() < 1e-9, "{heard} {excused:?}");
        }
    }
}
