//! Both sides listened to, through everything that happens to devices in an hour: unplugged, plugged in
//! again, headphones instead of speakers.

use crate::system::{Opened, System};
use crate::{Device, DeviceError, Side};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Time between two signs of life.
const BEAT: Duration = Duration::from_millis(500);
/// The devices have so long to be let go.
const PATIENCE: Duration = Duration::from_millis(300);
/// A sound server that takes longer to answer hangs.
const HANGS: Duration = Duration::from_secs(1);
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

impl Wanted {
    /// The wanted one of these devices.
    pub fn of<'a>(&self, side: Side, devices: &'a [Device]) -> Option<&'a Device> {
        let id = if side == Side::Me { &self.microphone } else { &self.speakers };
        let mut of_side = devices.iter().filter(|device| device.side == side);
        of_side.find(|device| id.as_ref().map_or(device.usual, |id| device.id == *id))
    }
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
    /// Its end is the end of listening.
    going_on: Option<Sender<()>>,
    /// Nobody wants to hear any more.
    over: Arc<AtomicBool>,
    /// Ends with the thread.
    running: Receiver<()>,
}

/// Begins to listen. `hear` is called from threads of the system: it must not wait.
///
/// # Errors
/// If the system allows no thread.
pub fn listen(wanted: Wanted, hear: impl Fn(Side, Heard<'_>) + Send + Sync + 'static) -> std::io::Result<Listening> {
    let (going_on, end) = channel();
    let (runs, running) = channel::<()>();
    let over = Arc::new(AtomicBool::new(false));
    let deaf = Arc::clone(&over);
    let hear = move |side: Side, heard: Heard<'_>| {
        if !deaf.load(Relaxed) {
            hear(side, heard);
        }
    };
    let listen = move || {
        Listener { wanted, hear: Arc::new(hear), known: Vec::new(), open: [None, None], server_hangs: false }.run(&end);
        drop(runs);
    };
    std::thread::Builder::new().name("devices".into()).spawn(listen)?;
    Ok(Listening { going_on: Some(going_on), over, running })
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.over.store(true, Relaxed);
        self.going_on = None;
        // The devices are let go before they are opened again, unless the system hangs: nobody waits for that.
        self.running.recv_timeout(PATIENCE).ok();
    }
}

type Hear = dyn Fn(Side, Heard<'_>) + Send + Sync;

struct Listener {
    wanted: Wanted,
    hear: Arc<Hear>,
    known: Vec<Device>,
    open: [Option<Box<dyn Opened>>; 2],
    /// The sound server takes too long to say that it is there: it is not asked again.
    server_hangs: bool,
}

impl Listener {
    fn run(mut self, end: &Receiver<()>) {
        let mut system = System::find();
        for beat in 0_u32.. {
            if beat % LOOK == 0 {
                self.look(&mut system);
            }
            if end.recv_timeout(BEAT) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            for (side, open) in Side::BOTH.into_iter().zip(&mut self.open) {
                *open = open.take().filter(|open| open.lives());
                if open.is_some() {
                    (self.hear)(side, Heard::Alive);
                }
            }
        }
    }

    /// Looks which devices there are, and listens to those that are wanted.
    fn look(&mut self, system: &mut System) {
        // A sound server that is started anew is not there for a moment; without it one does not hear the other side.
        if !self.server_hangs {
            let asked = Instant::now();
            if let Some(server) = system.better() {
                *system = server;
                self.open = [None, None];
            }
            self.server_hangs = asked.elapsed() > HANGS;
        }
        let ways = system.ways().or_else(|_| {
            // The sound server was started anew, perhaps.
            *system = System::find();
            system.ways()
        });
        let ways = ways.unwrap_or_default();
        let found: Vec<_> = ways.iter().map(|way| way.device.clone()).collect();
        for (side, open) in Side::BOTH.into_iter().zip(&mut self.open) {
            let wanted = self.wanted.of(side, &found);
            if wanted != self.wanted.of(side, &self.known) {
                *open = None;
            }
            if open.is_some() {
                continue;
            }
            let hear = Arc::clone(&self.hear);
            let sound = Box::new(move |samples: &[f32], rate| hear(side, Heard::Sound { samples, rate }));
            let way = wanted.and_then(|wanted| ways.iter().find(|way| way.device == *wanted));
            match way.ok_or(DeviceError::None).and_then(|way| way.open(sound)) {
                Ok(opened) => *open = Some(opened),
                Err(error) => (self.hear)(side, Heard::Missing(&error)),
            }
        }
        self.known = found;
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;
    use crate::{Device, Side};

    fn device(id: &str, side: Side, usual: bool) -> Device {
        Device { id: id.into(), name: id.to_uppercase(), side, usual }
    }

    #[test]
    fn the_usual_device_unless_another_is_wanted() {
        let devices =
            [device("built-in", Side::Me, true), device("headset", Side::Me, false), device("speakers", Side::Other, true)];
        let id = |wanted: &Wanted, side| wanted.of(side, &devices).map(|device| device.id.as_str());
        let mut wanted = Wanted::default();
        assert_eq!((id(&wanted, Side::Me), id(&wanted, Side::Other)), (Some("built-in"), Some("speakers")));
        wanted.microphone = Some("headset".into());
        wanted.speakers = Some("headset".into());
        // What hears me is never taken for the other side.
        assert_eq!((id(&wanted, Side::Me), id(&wanted, Side::Other)), (Some("headset"), None));
    }
}
