//! Answers, each in its place.

use super::head::{named_to, quoted};
use super::paper::Paper;
use super::{DraftKind, Writer};
use crate::understand::{Ask, AskKind, Mood};
use segue_core::Tone;
use segue_phrasebook::{ReplyPart, ReplyVoice, reply_text};

impl Writer<'_> {
    /// The answer to one ask, or a list with a place for each.
    pub(super) fn answers(&self, kind: DraftKind, head: bool, paper: &mut Paper) {
        let asks = &self.understood.asks;
        match asks.as_slice() {
            [] => {}
            // To whom something serious or hard happened, and to whoever complains, no request of theirs is given back,
            // and nothing is "gladly" done.
            [ask] if self.is_gentle() => paper.sentences([self.say_gently(ReplyPart::Answer(ask.kind.name()), kind)]),
            [ask] => paper.sentences([self.say(ReplyPart::Answer(ask.kind.name()), kind, &[])]),
            asks => {
                if head {
                    paper.sentences([self.say(ReplyPart::List, kind, &[])]);
                }
                let lines: Vec<String> =
                    asks.iter().enumerate().map(|(number, ask)| format!("{}. {}", number + 1, self.place(ask))).collect();
                paper.list(&lines);
            }
        }
    }

    /// A sentence without cheer.
    pub(super) fn say_gently(&self, part: ReplyPart, kind: DraftKind) -> Option<String> {
        let voice = ReplyVoice { tone: Tone::Neutral, ..self.manners.voice };
        reply_text(part, voice, kind.turn(), &[])
    }

    /// Nothing cheerful fits, nor the client's own request given back.
    pub(super) fn is_gentle(&self) -> bool {
        let understood = self.understood;
        understood.displeased || understood.care || understood.despair.is_some() || understood.mood == Some(Mood::Hard)
    }

    /// `“Could you send the invoice?” — [by when]`
    fn place(&self, ask: &Ask) -> String {
        let voice = self.manners.voice;
        let slot = reply_text(ReplyPart::Slot(ask.kind.name()), voice, 0, &[]).unwrap_or_default();
        let about = || reply_text(ReplyPart::About(ask.kind.name()), voice, 0, &[]).unwrap_or_default();
        let me = self.manners.me.as_deref();
        let name = ask.can_be_named.then(|| named_to(ask.text.as_str(), me)).filter(|name| !name.is_empty());
        let name = name.map_or_else(about, |name| quoted(&name, voice.lang));
        format!("{name} — {slot}")
    }

    /// When the answer comes.
    pub(super) fn later(&self, kind: DraftKind) -> Option<String> {
        let asks = &self.understood.asks;
        if let [ask] = asks.as_slice() {
            let is_work = matches!(ask.kind, AskKind::Do | AskKind::Send | AskKind::Stop);
            return self.say(if is_work { ReplyPart::LaterDo } else { ReplyPart::Later }, kind, &[]);
        }
        self.say(ReplyPart::LaterMany, kind, &[("count", &asks.len().to_string())])
    }
}
