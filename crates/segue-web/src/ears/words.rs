//! Pieces of speech become words, on a thread of their own.

use super::{EarsNews, MakeRecogniser, Start, span};
use crate::desk::Message;
use segue_core::{Lang, Role, Speaker, Utterance};
use segue_speech::listener::Clip;
use segue_speech::recognise::{Heard, Recogniser};
use segue_speech::same_words;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender};

/// The same words on both sides within so many seconds were said once.
const ONCE: f64 = 1.0;
/// Utterances of late that a new one is compared with.
const LATE: usize = 4;

/// What is to be done.
pub(super) enum Piece {
    /// Load the recogniser.
    GetReady { number: u64 },
    /// Recognise in advance what may be over: if it is, its words are known at once.
    Early { clip: Clip, start: Start },
    /// Recognise a piece of what is listened to.
    Said { clip: Clip, start: Start },
}

impl Piece {
    /// Seconds of speech in it.
    pub fn seconds(&self) -> f64 {
        match self {
            Self::GetReady { .. } => 0.0,
            Self::Early { clip, .. } | Self::Said { clip, .. } => clip.segment.end() - clip.segment.start(),
        }
    }

    fn number(&self) -> u64 {
        match self {
            Self::GetReady { number } => *number,
            Self::Early { start, .. } | Self::Said { start, .. } => start.number,
        }
    }
}

/// Recognises.
pub(super) struct Words {
    desk: Sender<Message>,
    /// What is listened to; nothing of what was before it counts.
    number: u64,
    late: VecDeque<Utterance>,
    early: Option<(Clip, Heard)>,
}

impl Words {
    pub fn new(desk: Sender<Message>) -> Self {
        Self { desk, number: 0, late: VecDeque::new(), early: None }
    }

    pub fn run(mut self, pieces: &Receiver<Piece>, make: MakeRecogniser) {
        let mut make = Some(make);
        let mut recogniser: Option<Box<dyn Recogniser>> = None;
        let mut newer = None;
        while let Some(piece) = newer.take().or_else(|| pieces.recv().ok()) {
            // What may be over gives way to anything that came after it.
            if matches!(piece, Piece::Early { .. }) {
                newer = pieces.try_recv().ok();
                if newer.is_some() {
                    continue;
                }
            }
            if self.number != piece.number() {
                self.number = piece.number();
                self.late.clear();
                self.early = None;
            }
            if let Some(make) = make.take() {
                recogniser = make();
            }
            let Some(recogniser) = &mut recogniser else {
                self.tell(EarsNews::Failed);
                continue;
            };
            match piece {
                Piece::GetReady { .. } => {}
                Piece::Early { clip, start } => {
                    self.early = recogniser.recognise(&clip.samples, start.lang).ok().map(|heard| (clip, heard));
                }
                Piece::Said { clip, start } => self.recognise(recogniser.as_mut(), &clip, start.lang, start.at),
            }
        }
    }

    fn recognise(&mut self, recogniser: &mut dyn Recogniser, clip: &Clip, lang: Lang, at: f64) {
        let known = self.early.take().filter(|(early, _)| early == clip).map(|(_, heard)| Ok(heard));
        let Ok(heard) = known.unwrap_or_else(|| recogniser.recognise(&clip.samples, lang)) else {
            self.tell(EarsNews::Failed);
            return;
        };
        let (start, end) = span(clip, at);
        let speaker = Speaker { name: String::new(), role: clip.role };
        let utterance = Utterance { start, end, speaker, text: heard.text };
        if utterance.text.is_empty() || self.heard_already(&utterance) {
            return;
        }
        self.late.push_back(utterance.clone());
        if self.late.len() > LATE {
            self.late.pop_front();
        }
        self.tell(EarsNews::Heard(utterance));
    }

    /// True if the other side said the same at the same time: it came over.
    fn heard_already(&self, new: &Utterance) -> bool {
        self.late.iter().any(|known| {
            known.speaker.role != new.speaker.role
                && new.speaker.role != Role::Unknown
                && (known.start - new.start).abs() <= ONCE
                && same_words(known.text.as_str(), new.text.as_str())
        })
    }

    fn tell(&self, news: EarsNews) {
        self.desk.send(Message::Ears(self.number, news)).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Words};
    use crate::desk::Message;
    use crate::ears::{EarsNews, Start};
    use segue_core::{Lang, Role};
    use segue_speech::SpeechError;
    use segue_speech::listener::Clip;
    use segue_speech::recognise::{Heard, Recogniser};
    use segue_speech::vad::Segment;
    use std::sync::mpsc::channel;

    /// Hears the same words each time.
    struct Same;

    impl Recogniser for Same {
        fn recognise(&mut self, _: &[f32], _: Lang) -> Result<Heard, SpeechError> {
            Ok(Heard { text: segue_core::Words::new("good morning to you"), confidence: 1.0, latin: false })
        }
    }

    #[test]
    fn what_one_call_heard_is_not_compared_with_the_next() {
        let (pieces, work) = channel();
        let (desk, told) = channel();
        for (number, role) in [(1, Role::Client), (1, Role::Me), (2, Role::Me)] {
            let clip = Clip { segment: Segment { from: 0, to: 16_000 }, role, samples: vec![0.0; 16_000] };
            pieces.send(Piece::Said { clip, start: Start { number, lang: Lang::En, at: 0.0, system: false } }).unwrap();
        }
        drop(pieces);
        Words::new(desk).run(&work, Box::new(|| Some(Box::new(Same))));
        let heard = told.try_iter().filter_map(|news| match news {
            Message::Ears(number, EarsNews::Heard(utterance)) => Some((number, utterance.speaker.role)),
            _ => None,
        });
        assert_eq!(heard.collect::<Vec<_>>(), [(1, Role::Client), (2, Role::Me)]);
    }
}
