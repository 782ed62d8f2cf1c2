//! Both sides listened to, through everything that happens to devices in an hour: unplugged, plugged in
//! again, headphones instead of speakers.

use crate::system::{Way, ways};
use crate::{DeviceError, Side, stream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Time between two signs of life.
const BEAT: Duration = Duration::from_millis(500);
/// Beats between two looks at which devices there are.
const LOOK: u32 = 4;

/// Which devices to listen to, by their id; `None` for the one that the system uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For me.
    pub microphone: Option<String>,
    /// For the other side.
    pub speakers: Option<String>,
}

/// What comes of listening.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Heard<'a> {
    /// Samples from −1 to 1, of one channel, at `rate` Hz.
    Sound {
        /// The samples.
        samples: &'a [f32],
        /// Samples a second.
        rate: u32,
    },
    /// The device is there; some give no samples while all is still.
    Alive,
    /// The device is not there, or not any more. It is looked for on and on.
    Missing(&'a DeviceError),
}

/// Listens until it is dropped.
#[derive(Debug)]
pub struct Listening {
    control: Sender<Control>,
    thread: Option<std::thread::JoinHandle<()>>,
}

enum Control {
    Stop,
    /// The stream of that number broke.
    Broken(Side, u64),
}

/// Begins to listen. `hear` is called from threads of the system: it must not wait.
///
/// # Errors
/// If the system allows no thread.
pub fn listen(wanted: Wanted, hear: impl Fn(Side, Heard<'_>) + Send + Sync + 'static) -> std::io::Result<Listening> {
    let (control, news) = channel();
    let listener = Listener { wanted, hear: Arc::new(hear), control: control.clone(), number: 0 };
    let thread = std::thread::Builder::new().name("devices".into()).spawn(move || listener.run(&news))?;
    Ok(Listening { control, thread: Some(thread) })
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.control.send(Control::Stop).ok();
        self.thread.take().map(std::thread::JoinHandle::join);
    }
}

type Hear = dyn Fn(Side, Heard<'_>) + Send + Sync;

struct Listener {
    wanted: Wanted,
    hear: Arc<Hear>,
    control: Sender<Control>,
    number: u64,
}

/// A device that is listened to.
struct Open {
    number: u64,
    /// Listens until it is dropped.
    _stream: cpal::Stream,
}

impl Listener {
    fn run(mut self, news: &Receiver<Control>) {
        let mut host = cpal::default_host();
        let mut open: [Option<Open>; 2] = [None, None];
        let mut known = Vec::new();
        let mut beats = 0;
        loop {
            if beats % LOOK == 0 {
                let found = ways(&host).or_else(|_| {
                    // The sound server was started anew, perhaps.
                    host = cpal::default_host();
                    ways(&host)
                });
                let found = found.unwrap_or_default();
                let devices: Vec<_> = found.iter().map(|way| way.device.clone()).collect();
                // Where devices come and go, sound servers move streams to others as they see fit, and the one of
                // the speakers could end at the microphone: both are opened anew.
                if devices != known {
                    open = [None, None];
                    known = devices;
                }
                for (side, open) in [Side::Me, Side::Other].into_iter().zip(&mut open) {
                    self.follow(side, &found, open);
                }
            }
            beats += 1;
            match news.recv_timeout(BEAT) {
                Ok(Control::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Control::Broken(side, number)) => {
                    let open = &mut open[usize::from(side == Side::Other)];
                    if open.as_ref().is_some_and(|open| open.number == number) {
                        *open = None;
                        beats = 0;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            for (side, open) in [Side::Me, Side::Other].into_iter().zip(&open) {
                if open.is_some() {
                    (self.hear)(side, Heard::Alive);
                }
            }
        }
    }

    /// Listens to the device that is wanted, if nothing is listened to.
    fn follow(&mut self, side: Side, found: &[Way], open: &mut Option<Open>) {
        let wanted = if side == Side::Me { &self.wanted.microphone } else { &self.wanted.speakers };
        let way = found.iter().filter(|way| way.device.side == side).find(|way| match wanted {
            Some(id) => way.device.id == *id,
            None => way.device.usual,
        });
        let Some(way) = way else {
            *open = None;
            (self.hear)(side, Heard::Missing(&DeviceError::None));
            return;
        };
        if open.is_some() {
            return;
        }
        match self.open(side, way) {
            Ok(opened) => *open = Some(opened),
            Err(error) => (self.hear)(side, Heard::Missing(&error)),
        }
    }

    fn open(&mut self, side: Side, way: &Way) -> Result<Open, DeviceError> {
        self.number += 1;
        let (number, hear, control) = (self.number, Arc::clone(&self.hear), self.control.clone());
        let sound = move |samples: &[f32], rate: u32| hear(side, Heard::Sound { samples, rate });
        let broken = move |_| drop(control.send(Control::Broken(side, number)));
        let stream = stream::open(way, sound, broken)?;
        Ok(Open { number, _stream: stream })
    }
}
