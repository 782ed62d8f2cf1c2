//! Pieces of speech become words, on a thread of their own.

use super::{EarsNews, MakeRecogniser, Start, span};
use crate::desk::Message;
use segue_core::{Lang, Role, Speaker, Utterance};
use segue_speech::listener::Clip;
use segue_speech::recognise::{Heard, Recogniser};
use segue_speech::same_words;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender};

/// The same words on both sides within so many seconds were said once.
const ONCE: f64 = 1.0;
/// Utterances of late that a new one is compared with.
const LATE: usize = 4;

/// The number of what is listened to now; 0 where nothing is. What belongs to another is not recognised any more.
#[derive(Clone, Default)]
pub(super) struct Current(Arc<AtomicU64>);

impl Current {
    pub fn set(&self, number: u64) {
        self.0.store(number, Ordering::Relaxed);
    }

    pub fn is(&self, number: u64) -> bool {
        self.0.load(Ordering::Relaxed) == number
    }
}

/// What is to be done.
pub(super) enum Piece {
    /// Nothing is listened to any more: what was heard is forgotten.
    Forget,
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
            Self::Forget | Self::GetReady { .. } => 0.0,
            Self::Early { clip, .. } | Self::Said { clip, .. } => clip.segment.end() - clip.segment.start(),
        }
    }

    fn number(&self) -> u64 {
        match self {
            Self::Forget => 0,
            Self::GetReady { number } => *number,
            Self::Early { start, .. } | Self::Said { start, .. } => start.number,
        }
    }
}

/// Recognises.
pub(super) struct Words {
    desk: Sender<Message>,
    current: Current,
    /// What was listened to last; nothing of what was before it counts.
    number: u64,
    late: VecDeque<Utterance>,
    early: Option<(Clip, Heard)>,
}

impl Words {
    pub fn new(desk: Sender<Message>, current: Current) -> Self {
        Self { desk, current, number: 0, late: VecDeque::new(), early: None }
    }

    pub fn run(&mut self, pieces: &Receiver<Piece>, make: MakeRecogniser) {
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
            if self.number != piece.number() || !self.current.is(self.number) {
                (self.number, self.early) = (piece.number(), None);
                self.late.clear();
            }
            // What waited when the listening ended goes unheard.
            if matches!(piece, Piece::Forget) || !self.current.is(self.number) {
                continue;
            }
            if let Some(make) = make.take() {
                recogniser = make();
            }
            let Some(recogniser) = &mut recogniser else {
                self.tell(EarsNews::Failed);
                continue;
            };
            match piece {
                Piece::Forget | Piece::GetReady { .. } => {}
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
    use super::{Current, Piece, Words};
    use crate::desk::Message;
    use crate::ears::{EarsNews, Start};
    use segue_core::{Lang, Role};
    use segue_speech::SpeechError;
    use segue_speech::listener::Clip;
    use segue_speech::recognise::{Heard, Recogniser};
    use segue_speech::vad::Segment;
    use std::sync::mpsc::{Receiver, channel, sync_channel};

    /// Hears the same words each time.
    struct Same;

    impl Recogniser for Same {
        fn recognise(&mut self, _: &[f32], _: Lang) -> Result<Heard, SpeechError> {
            Ok(Heard { text: segue_core::Words::new("good morning to you"), confidence: 1.0, latin: false })
        }
    }

    fn clip(role: Role) -> Clip {
        Clip { segment: Segment { from: 0, to: 16_000 }, role, samples: vec![0.0; 16_000] }
    }

    fn said(number: u64, role: Role) -> Piece {
        Piece::Said { clip: clip(role), start: Start { number, lang: Lang::En, at: 0.0, system: false } }
    }

    fn heard(told: &Receiver<Message>) -> Vec<(u64, Role)> {
        let heard = told.try_iter().filter_map(|news| match news {
            Message::Ears(number, EarsNews::Heard(utterance)) => Some((number, utterance.speaker.role)),
            _ => None,
        });
        heard.collect()
    }

    #[test]
    fn what_one_call_heard_is_not_compared_with_the_next() {
        // A piece is taken only once the one before it is done.
        let (pieces, work) = sync_channel(0);
        let (desk, told) = channel();
        let current = Current::default();
        current.set(1);
        let mut words = Words::new(desk, current.clone());
        let thread = std::thread::spawn(move || words.run(&work, Box::new(|| Some(Box::new(Same)))));
        for piece in [said(1, Role::Client), said(1, Role::Me), Piece::GetReady { number: 1 }] {
            pieces.send(piece).unwrap();
        }
        current.set(2);
        pieces.send(said(2, Role::Me)).unwrap();
        drop(pieces);
        thread.join().unwrap();
        assert_eq!(heard(&told), [(1, Role::Client), (2, Role::Me)]);
    }

    /// After "Listens no more" up to twelve pieces were still recognised, and the last sound and words stayed until another call.
    #[test]
    fn once_nothing_is_listened_to_what_waits_is_not_recognised_and_what_was_heard_is_gone() {
        let forget: fn() -> Piece = || Piece::Forget;
        // Where the queue was full, what waited in it does the same.
        for last in [forget, || said(1, Role::Me)] {
            let (pieces, work) = channel();
            let (desk, told) = channel();
            let current = Current::default();
            let mut words = Words::new(desk, current.clone());
            words.number = 1;
            let utterance = segue_core::Utterance {
                start: 0.0,
                end: 1.0,
                speaker: segue_core::Speaker { name: String::new(), role: Role::Client },
                text: segue_core::Words::new("good morning"),
            };
            words.late.push_back(utterance);
            let known = Same.recognise(&[], Lang::En).unwrap();
            words.early = Some((clip(Role::Client), known));
            for piece in [said(1, Role::Client), last()] {
                pieces.send(piece).unwrap();
            }
            drop(pieces);
            words.run(&work, Box::new(|| Some(Box::new(Same))));
            assert!(heard(&told).is_empty());
            assert!(words.late.is_empty() && words.early.is_none());
        }
    }
}
