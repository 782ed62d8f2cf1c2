//! The ears: sound comes in from a page or the system, who speaks and what was said goes to the desk.
//!
//! Two threads: one follows voice activity, the other recognises words, so that long words never
//! keep the first from noticing a gap. No sound is kept longer than its words take.

mod channel;
mod system;
mod words;

use crate::command::Sounding;
use crate::desk::Message;
use crate::state::{ListeningView, SideView};
use channel::Channel;
use segue_core::{Ears, Lang, Role, Utterance};
use segue_speech::listener::{Clip, Listener};
use segue_speech::recognise::Recogniser;
use segue_speech::vad::{Segment, VadSettings};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};
pub(crate) use system::SystemEars;
use words::{Piece, Words};

/// Frames that may wait; more are dropped: sound that is late is of no use.
const FRAMES_WAIT: usize = 400;
/// Pieces of speech that may wait for recognition.
const PIECES_WAIT: usize = 12;
/// Time between two looks at channels from which nothing comes.
const BEAT: Duration = Duration::from_millis(40);

/// Makes a recogniser, when the first call is listened to.
pub type MakeRecogniser = Box<dyn FnOnce() -> Option<Box<dyn Recogniser>> + Send>;

/// News of the listening.
pub(crate) enum EarsNews {
    /// A side began or ceased to speak.
    Speaking { role: Role, on: bool },
    /// The sound of a channel comes, or does not any more.
    Sounding { channel: usize, on: bool },
    /// A device of this computer is not there; a reason as browsers name it.
    Missing { channel: usize, why: &'static str },
    /// Something was said, in seconds of the call.
    Heard(Utterance),
    /// Recognition does not keep up.
    Behind,
    /// Listening is not possible.
    Failed,
}

/// Where sound goes in.
#[derive(Clone)]
pub(crate) struct SoundIn(SyncSender<Sound>);

enum Sound {
    Frame { page: u64, channel: usize, samples: Vec<f32> },
    Gone { page: u64 },
    Start { lang: Lang, at: f64 },
    Stop,
}

impl SoundIn {
    /// Begins to listen at that second of the call.
    pub fn start(&self, lang: Lang, at: f64) {
        self.0.send(Sound::Start { lang, at }).ok();
    }

    /// Listens no more; what is not recognised yet is forgotten.
    pub fn stop(&self) {
        self.0.send(Sound::Stop).ok();
    }

    /// Takes sound of a page: samples from −1 to 1 at 16 kHz.
    pub fn frame(&self, page: u64, channel: usize, samples: Vec<f32>) {
        // A full queue means that nobody keeps up: late sound is of no use.
        self.0.try_send(Sound::Frame { page, channel, samples }).ok();
    }

    /// A page went away.
    pub fn gone(&self, page: u64) {
        self.0.send(Sound::Gone { page }).ok();
    }
}

/// Starts the threads of the ears.
pub(crate) fn open(desk: Sender<Message>, make: MakeRecogniser) -> std::io::Result<SoundIn> {
    let (sound, frames) = sync_channel(FRAMES_WAIT);
    let (pieces, work) = sync_channel(PIECES_WAIT);
    let news = desk.clone();
    std::thread::Builder::new().name("words".into()).spawn(move || Words::new(news).run(&work, make))?;
    std::thread::Builder::new().name("ears".into()).spawn(move || Follower { desk, pieces, hearing: None }.run(&frames))?;
    Ok(SoundIn(sound))
}

/// Follows voice activity.
struct Follower {
    desk: Sender<Message>,
    pieces: SyncSender<Piece>,
    hearing: Option<Hearing>,
}

/// A call that is listened to.
struct Hearing {
    lang: Lang,
    /// Second of the call at which listening began.
    at: f64,
    since: Instant,
    listener: Listener,
    channels: [Channel; 2],
    speaking: [bool; 2],
    /// What was given out in advance last, by side.
    early: [Option<Segment>; 2],
    behind: bool,
}

impl Follower {
    fn run(mut self, frames: &Receiver<Sound>) {
        loop {
            match frames.recv_timeout(BEAT) {
                Ok(Sound::Frame { page, channel, samples }) => {
                    if let Some(hearing) = &mut self.hearing
                        && let Some(channel) = hearing.channels.get_mut(channel)
                    {
                        channel.take(page, &samples, hearing.since.elapsed());
                    }
                }
                Ok(Sound::Gone { page }) => {
                    self.hearing.iter_mut().flat_map(|hearing| &mut hearing.channels).for_each(|channel| channel.page_gone(page));
                }
                Ok(Sound::Start { lang, at }) => self.start(lang, at),
                Ok(Sound::Stop) => self.hearing = None,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.listen();
        }
    }

    fn start(&mut self, lang: Lang, at: f64) {
        let hearing = |listener| Hearing {
            lang,
            at,
            since: Instant::now(),
            listener,
            channels: [Channel::default(), Channel::default()],
            speaking: [false; 2],
            early: [None; 2],
            behind: false,
        };
        self.hearing = Listener::live(VadSettings::default()).ok().map(hearing);
        if self.hearing.is_none() {
            self.tell(EarsNews::Failed);
        }
        // The recogniser is loaded before the first words come.
        self.pieces.try_send(Piece::GetReady).ok();
    }

    fn listen(&mut self) {
        let Some(hearing) = &mut self.hearing else { return };
        let elapsed = hearing.since.elapsed();
        let mut news = Vec::new();
        for (index, channel) in hearing.channels.iter_mut().enumerate() {
            if let Some(on) = channel.keep_up(elapsed) {
                news.push(EarsNews::Sounding { channel: index, on });
            }
        }
        let mut clips = Vec::new();
        let [mine, theirs] = &hearing.channels;
        let heard = hearing.listener.push(&[mine.ready(), theirs.ready()], &mut clips);
        hearing.channels.iter_mut().for_each(Channel::taken);
        if heard.is_err() {
            self.hearing = None;
            self.tell(EarsNews::Failed);
            return;
        }
        for (index, role) in [Role::Me, Role::Client].into_iter().enumerate() {
            let on = hearing.listener.speaking(role);
            if on != std::mem::replace(&mut hearing.speaking[index], on) {
                news.push(EarsNews::Speaking { role, on });
            }
        }
        // That somebody has finished is known before their words are: these may come at once.
        for news in news {
            self.desk.send(Message::Ears(news)).ok();
        }
        let (lang, at) = (hearing.lang, hearing.at);
        for (role, early) in [Role::Me, Role::Client].into_iter().zip(&mut hearing.early) {
            // Only its place is compared before its sound is copied out.
            if let Some(segment) = hearing.listener.perhaps_over(role)
                && *early != Some(segment)
                && let Some(clip) = hearing.listener.open_clip(role)
            {
                *early = Some(segment);
                // In advance, if there is nothing else to do.
                self.pieces.try_send(Piece::Early { clip, lang }).ok();
            }
        }
        for clip in clips {
            match self.pieces.try_send(Piece::Said { clip, lang, at }) {
                Ok(()) => hearing.behind = false,
                Err(TrySendError::Full(_)) if !std::mem::replace(&mut hearing.behind, true) => {
                    self.desk.send(Message::Ears(EarsNews::Behind)).ok();
                }
                Err(_) => {}
            }
        }
    }

    fn tell(&self, news: EarsNews) {
        self.desk.send(Message::Ears(news)).ok();
    }
}

/// What the pages and the ears say about the two channels.
#[derive(Clone, Default)]
pub(crate) struct Listening {
    pub sides: [Side; 2],
}

/// One channel.
#[derive(Clone, Default)]
pub(crate) struct Side {
    pub state: Sounding,
    pub speaking: bool,
    /// What the browser said last.
    pub message: String,
}

impl Listening {
    /// As the page shows it.
    pub fn view(&self, ears: Ears) -> ListeningView {
        if ears == Ears::None {
            return ListeningView::default();
        }
        let states = [&self.sides[0], &self.sides[1]].map(|side| side.state);
        let state = if states.contains(&Sounding::On) {
            Sounding::On
        } else if states.contains(&Sounding::Lost) {
            Sounding::Lost
        } else {
            Sounding::Off
        };
        let [me, other] = [&self.sides[0], &self.sides[1]].map(|side| SideView { state: side.state, speaking: side.speaking });
        let message = self.sides.iter().map(|side| side.message.as_str()).find(|message| !message.is_empty());
        ListeningView { state, me, other, message: message.unwrap_or_default().to_owned() }
    }
}

/// The clip as an utterance's place in the call.
fn span(clip: &Clip, at: f64) -> (f64, f64) {
    (at + clip.segment.start(), at + clip.segment.end())
}
