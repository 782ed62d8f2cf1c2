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
use segue_core::session::Floor;
use segue_core::{Ears, Lang, Role, Utterance};
use segue_speech::listener::{Clip, Listener};
use segue_speech::recognise::Recogniser;
use segue_speech::vad::{Segment, VadSettings};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};
use system::SYSTEM;
pub(crate) use system::SystemEars;
use words::{Current, Piece, Words};

/// Frames that may wait; more are dropped: sound that is late is of no use.
const FRAMES_WAIT: usize = 400;
/// Pieces of speech that may wait for recognition.
const PIECES_WAIT: usize = 12;
/// After so long without a look at the channels everything stood still.
const STOOD_STILL: Duration = Duration::from_secs(5);
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
    /// Recognition does not keep up: so many seconds of speech are skipped, the first of several or not.
    Behind { seconds: f64, first: bool },
    /// Listening is not possible.
    Failed,
}

/// Where sound goes in.
#[derive(Clone)]
pub(crate) struct SoundIn(SyncSender<Sound>);

/// What is to be heard.
#[derive(Clone, Copy)]
pub(crate) struct Start {
    /// Its number: news of what was heard before are nobody's any more.
    pub number: u64,
    pub lang: Lang,
    /// Second of the call at which listening begins.
    pub at: f64,
    /// Whether this computer is heard, or the pages; never both.
    pub system: bool,
}

enum Sound {
    Frame { page: u64, channel: usize, samples: Vec<f32> },
    Gone { page: u64 },
    Start(Start),
    Stop,
}

impl SoundIn {
    /// Begins to listen.
    pub fn start(&self, start: Start) {
        self.0.send(Sound::Start(start)).ok();
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

    /// A place where sound goes in and nobody listens.
    #[cfg(test)]
    pub fn nowhere() -> Self {
        Self(sync_channel(1).0)
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
    let current = Current::default();
    let mut words = Words::new(desk.clone(), current.clone());
    let follower = Follower { desk, pieces, current, hearing: None };
    std::thread::Builder::new().name("words".into()).spawn(move || words.run(&work, make))?;
    std::thread::Builder::new().name("ears".into()).spawn(move || follower.run(&frames))?;
    Ok(SoundIn(sound))
}

/// Follows voice activity.
struct Follower {
    desk: Sender<Message>,
    pieces: SyncSender<Piece>,
    current: Current,
    hearing: Option<Hearing>,
}

/// A call that is listened to.
struct Hearing {
    start: Start,
    since: Instant,
    /// How long it had lasted when it was looked at last.
    looked: Duration,
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
            let sound = frames.recv_timeout(BEAT);
            self.notice_sleep();
            match sound {
                Ok(Sound::Frame { page, channel, samples }) => self.take(page, channel, &samples),
                Ok(Sound::Gone { page }) => {
                    self.hearing.iter_mut().flat_map(|hearing| &mut hearing.channels).for_each(|channel| channel.page_gone(page));
                }
                Ok(Sound::Start(start)) => self.start(start),
                Ok(Sound::Stop) => self.stop(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.listen();
        }
    }

    /// Takes sound, unless it is of those that are not listened to: a page's last frames do not keep this computer out.
    fn take(&mut self, page: u64, channel: usize, samples: &[f32]) {
        if let Some(hearing) = &mut self.hearing
            && hearing.start.system == (page == SYSTEM)
            && let Some(channel) = hearing.channels.get_mut(channel)
        {
            channel.take(page, samples, hearing.since.elapsed());
        }
    }

    /// Where nothing was heard for long, since the computer slept say, listening begins anew: a whole night of silence is
    /// not put in its place.
    fn notice_sleep(&mut self) {
        let Some(hearing) = &mut self.hearing else { return };
        let elapsed = hearing.since.elapsed();
        if elapsed.saturating_sub(std::mem::replace(&mut hearing.looked, elapsed)) < STOOD_STILL {
            return;
        }
        let start = Start { at: hearing.start.at + elapsed.as_secs_f64(), ..hearing.start };
        for (role, on) in [Role::Me, Role::Client].into_iter().zip(hearing.speaking) {
            if on {
                self.tell(start.number, EarsNews::Speaking { role, on: false });
            }
        }
        self.start(start);
    }

    /// Listens no more. A queue that is full need not be told: what waits in it is of nothing that is listened to.
    fn stop(&mut self) {
        self.hearing = None;
        self.current.set(0);
        self.pieces.try_send(Piece::Forget).ok();
    }

    fn start(&mut self, start: Start) {
        self.current.set(start.number);
        let hearing = |listener| Hearing {
            start,
            since: Instant::now(),
            looked: Duration::ZERO,
            listener,
            channels: [Channel::default(), Channel::default()],
            speaking: [false; 2],
            early: [None; 2],
            behind: false,
        };
        self.hearing = Listener::live(VadSettings::default()).ok().map(hearing);
        if self.hearing.is_none() {
            self.tell(start.number, EarsNews::Failed);
        }
        // The recogniser is loaded before the first words come.
        self.pieces.try_send(Piece::GetReady { number: start.number }).ok();
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
        let start = hearing.start;
        if heard.is_err() {
            self.hearing = None;
            self.tell(start.number, EarsNews::Failed);
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
            self.desk.send(Message::Ears(start.number, news)).ok();
        }
        for (role, early) in [Role::Me, Role::Client].into_iter().zip(&mut hearing.early) {
            // Only its place is compared before its sound is copied out.
            if let Some(segment) = hearing.listener.perhaps_over(role)
                && *early != Some(segment)
                && let Some(clip) = hearing.listener.open_clip(role)
            {
                *early = Some(segment);
                // In advance, if there is nothing else to do.
                self.pieces.try_send(Piece::Early { clip, start }).ok();
            }
        }
        for clip in clips {
            match self.pieces.try_send(Piece::Said { clip, start }) {
                Ok(()) => hearing.behind = false,
                Err(TrySendError::Full(piece)) => {
                    let first = !std::mem::replace(&mut hearing.behind, true);
                    let behind = EarsNews::Behind { seconds: piece.seconds(), first };
                    self.desk.send(Message::Ears(start.number, behind)).ok();
                }
                Err(TrySendError::Disconnected(_)) => {}
            }
        }
    }

    fn tell(&self, number: u64, news: EarsNews) {
        self.desk.send(Message::Ears(number, news)).ok();
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
    /// Second of the call at which it was noticed that this side speaks, if it does.
    pub began: f64,
    /// What the browser said last.
    pub message: String,
}

impl Listening {
    /// Who has the floor now that it is known what was said until `end`, in seconds of the call.
    pub fn floor_after(&self, end: f64) -> Floor {
        let sides = [Role::Me, Role::Client].into_iter().zip(&self.sides);
        Floor::after(end, sides.filter(|(_, side)| side.speaking).map(|(role, side)| (role, side.began)))
    }

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

#[cfg(test)]
mod tests {
    use super::{Current, EarsNews, Follower, Piece, SYSTEM, Start};
    use crate::desk::Message;
    use segue_core::{Lang, Role};
    use std::sync::mpsc::{Receiver, channel, sync_channel};
    use std::time::{Duration, Instant};

    fn follower(system: bool) -> (Follower, Receiver<Message>) {
        let (desk, told) = channel();
        let mut follower = Follower { desk, pieces: sync_channel(1).0, current: Current::default(), hearing: None };
        follower.start(Start { number: 7, lang: Lang::En, at: 100.0, system });
        (follower, told)
    }

    #[test]
    fn late_frames_of_a_page_do_not_keep_this_computer_out() {
        let (mut follower, _told) = follower(true);
        follower.take(3, 0, &[0.1; 320]);
        assert!(follower.hearing.as_ref().unwrap().channels[0].ready().is_empty());
        follower.take(SYSTEM, 0, &[0.1; 320]);
        assert!(follower.hearing.as_ref().unwrap().channels[0].ready().ends_with(&[0.1; 320]));
    }

    #[test]
    fn who_recognises_is_told_that_nothing_is_listened_to_any_more() {
        let (mut follower, _told) = follower(false);
        let (pieces, work) = sync_channel(1);
        follower.pieces = pieces;
        follower.stop();
        assert!(follower.hearing.is_none() && follower.current.is(0));
        assert!(matches!(work.try_recv(), Ok(Piece::Forget)));
    }

    #[test]
    fn after_a_night_listening_begins_anew_and_no_silence_is_put_in_its_place() {
        let (mut follower, told) = follower(false);
        let hearing = follower.hearing.as_mut().unwrap();
        // Some computers have not run for a night yet.
        hearing.since = Instant::now().checked_sub(Duration::from_secs(8)).unwrap();
        hearing.speaking = [false, true];
        follower.notice_sleep();
        follower.take(3, 0, &[0.1; 320]);
        follower.listen();
        let hearing = follower.hearing.as_ref().unwrap();
        assert!((108.0..110.0).contains(&hearing.start.at), "{}", hearing.start.at);
        assert!(hearing.since.elapsed() < Duration::from_secs(5));
        let ceased = |news| matches!(news, Message::Ears(7, EarsNews::Speaking { role: Role::Client, on: false }));
        assert!(told.try_iter().any(ceased), "nobody is left speaking");
    }
}
