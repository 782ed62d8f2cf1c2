//! Pieces of speech become words, on a thread of their own.

use super::{EarsNews, MakeRecogniser, span};
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
    GetReady,
    /// Recognise in advance what may be over: if it is, its words are known at once.
    Early { clip: Clip, lang: Lang },
    /// Recognise a piece of a call that is listened to since second `at`.
    Said { clip: Clip, lang: Lang, at: f64 },
}

/// Recognises.
pub(super) struct Words {
    desk: Sender<Message>,
    late: VecDeque<Utterance>,
    early: Option<(Clip, Heard)>,
}

impl Words {
    pub fn new(desk: Sender<Message>) -> Self {
        Self { desk, late: VecDeque::new(), early: None }
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
            if let Some(make) = make.take() {
                recogniser = make();
            }
            let Some(recogniser) = &mut recogniser else {
                self.tell(EarsNews::Failed);
                continue;
            };
            match piece {
                Piece::GetReady => {}
                Piece::Early { clip, lang } => {
                    self.early = recogniser.recognise(&clip.samples, lang).ok().map(|heard| (clip, heard));
                }
                Piece::Said { clip, lang, at } => self.recognise(recogniser.as_mut(), &clip, lang, at),
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
        self.desk.send(Message::Ears(news)).ok();
    }
}
