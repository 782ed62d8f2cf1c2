//! Which devices there are, and the way to them.

#[cfg(target_os = "linux")]
use crate::server;
use crate::{Device, DeviceError, Side, native};

/// Gets samples of one channel with their rate in Hz.
pub(crate) type Hear = Box<dyn Fn(&[f32], u32) + Send + Sync>;

/// A device that is listened to, until it is dropped.
pub(crate) trait Opened {
    /// Whether sound still comes from it, or would if there were any.
    fn lives(&self) -> bool;
}

/// A device together with the way to it.
pub(crate) struct Way {
    pub device: Device,
    pub to: To,
}

/// The way to a device.
pub(crate) enum To {
    /// The sound server, and the number that it gives the device.
    #[cfg(target_os = "linux")]
    Server(pulseaudio::Client, u32),
    Native(cpal::Device),
}

impl Way {
    /// Listens to the device.
    pub fn open(&self, hear: Hear) -> Result<Box<dyn Opened>, DeviceError> {
        Ok(match &self.to {
            #[cfg(target_os = "linux")]
            To::Server(client, index) => Box::new(server::open(client, *index, hear)?),
            To::Native(device) => Box::new(native::open(device, hear)?),
        })
    }
}

/// Where the devices are.
pub(crate) enum System {
    #[cfg(target_os = "linux")]
    Server(pulseaudio::Client),
    Native(cpal::Host),
}

impl System {
    /// The sound server where there is one, or else the system's own interface.
    pub fn find() -> Self {
        #[cfg(target_os = "linux")]
        if let Some(client) = server::find() {
            return Self::Server(client);
        }
        Self::Native(cpal::default_host())
    }

    /// The sound server, where it was not there before and is now.
    pub fn better(&self) -> Option<Self> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Native(_) => server::find().map(Self::Server),
            _ => None,
        }
    }

    /// The devices, with the ways to them; microphones first, the usual one of a side before the others.
    pub fn ways(&self) -> Result<Vec<Way>, DeviceError> {
        let mut ways = match self {
            #[cfg(target_os = "linux")]
            Self::Server(client) => server::ways(client)?,
            Self::Native(host) => native::ways(host)?,
        };
        // Without a microphone, a sound server calls a monitor the usual input; it hears the other side all the same.
        for side in Side::BOTH {
            let mut of_side: Vec<_> = ways.iter_mut().map(|way| &mut way.device).filter(|device| device.side == side).collect();
            if !of_side.iter().any(|device| device.usual)
                && let Some(first) = of_side.first_mut()
            {
                first.usual = true;
            }
        }
        ways.sort_by_key(|way| (way.device.side, !way.device.usual));
        Ok(ways)
    }
}
