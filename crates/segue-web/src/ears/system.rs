//! The sound of this computer itself: its microphone, and what its speakers play.

use super::{EarsNews, SoundIn};
use crate::desk::Message;
use crate::state::SystemView;
use segue_devices::{DeviceError, Heard, Listening, Side, Wanted, devices, listen};
use segue_speech::resample::Resampler;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The number that stands for this computer where pages have theirs.
pub(super) const SYSTEM: u64 = 0;
/// Devices that came or went are noticed within so long.
const LOOKS: Duration = Duration::from_secs(3);

/// The ears of this computer.
pub(crate) struct SystemEars {
    wanted: Wanted,
    sound: SoundIn,
    desk: Sender<Message>,
    open: Option<Listening>,
    looked: Instant,
    looking: Arc<AtomicBool>,
}

impl SystemEars {
    /// Ears that listen to the wanted devices, once they are opened.
    pub fn new(wanted: Wanted, sound: SoundIn, desk: Sender<Message>) -> Self {
        Self { wanted, sound, desk, open: None, looked: Instant::now(), looking: Arc::default() }
    }

    /// The devices that would be listened to, by name.
    pub fn look(&self) -> SystemView {
        look(&self.wanted)
    }

    /// Looks for the devices again, if the last look is old; what is there comes to the desk by itself,
    /// since a sound server may take its time.
    pub fn look_again(&mut self) {
        if self.looked.elapsed() < LOOKS || self.looking.swap(true, Relaxed) {
            return;
        }
        self.looked = Instant::now();
        let (wanted, desk, looking) = (self.wanted.clone(), self.desk.clone(), self.looking.clone());
        let look = move || {
            desk.send(Message::Devices(look(&wanted))).ok();
            looking.store(false, Relaxed);
        };
        if std::thread::Builder::new().name("devices".into()).spawn(look).is_err() {
            self.looking.store(false, Relaxed);
        }
    }

    /// Begins to listen; the number goes with the news.
    pub fn open(&mut self, number: u64) {
        self.open = listen_to(number, self.wanted.clone(), self.sound.clone(), self.desk.clone());
    }

    /// Listens no more. Its last pieces are not taken for those of whatever listens next.
    pub fn close(&mut self) {
        if self.open.take().is_some() {
            self.sound.gone(SYSTEM);
        }
    }

    /// Whether they listen.
    pub fn are_open(&self) -> bool {
        self.open.is_some()
    }
}

fn look(wanted: &Wanted) -> SystemView {
    let devices = devices().unwrap_or_default();
    let name = |side| wanted.of(side, &devices).map(|device| device.name.clone());
    SystemView { me: name(Side::Me), other: name(Side::Other) }
}

/// Listens until the result is dropped. `None` if that cannot even begin.
fn listen_to(number: u64, wanted: Wanted, sound: SoundIn, desk: Sender<Message>) -> Option<Listening> {
    let resamplers = [const { Mutex::new(None) }, const { Mutex::new(None) }];
    let hear = move |side: Side, heard: Heard<'_>| {
        let channel = side as usize;
        match heard {
            Heard::Sound { samples, rate } => {
                let mut resampler = resamplers[channel].lock().unwrap_or_else(PoisonError::into_inner);
                let resampler = fitting(&mut resampler, rate);
                let mut ready = Vec::with_capacity(samples.len());
                resampler.push(samples, &mut ready);
                sound.frame(SYSTEM, channel, ready);
            }
            // No samples are a sign of life all the same.
            Heard::Alive => sound.frame(SYSTEM, channel, Vec::new()),
            Heard::Missing(error) => {
                let why = if *error == DeviceError::Denied { "NotAllowedError" } else { "NotFoundError" };
                desk.send(Message::Ears(number, EarsNews::Missing { channel, why })).ok();
            }
        }
    };
    listen(wanted, hear).ok()
}

/// The resampler for a rate; another rate than before means another device.
fn fitting(known: &mut Option<Resampler>, rate: u32) -> &mut Resampler {
    known.take_if(|known| known.rate() != rate);
    known.get_or_insert_with(|| Resampler::new(rate))
}
