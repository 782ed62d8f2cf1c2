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
pub(crate) struct Way<T> {
    pub device: Device,
    pub to: T,
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

    /// The devices; microphones first, the usual one of a side before the others.
    pub fn devices(&self) -> Result<Vec<Device>, DeviceError> {
        let mut devices: Vec<_> = match self {
            #[cfg(target_os = "linux")]
            Self::Server(client) => server::ways(client)?.into_iter().map(|way| way.device).collect(),
            Self::Native(host) => native::ways(host)?.into_iter().map(|way| way.device).collect(),
        };
        // Without a microphone, a sound server calls a monitor the usual input; it hears the other side all the same.
        for side in [Side::Me, Side::Other] {
            if !devices.iter().any(|device| device.side == side && device.usual)
                && let Some(first) = devices.iter_mut().find(|device| device.side == side)
            {
                first.usual = true;
            }
        }
        devices.sort_by_key(|device| (device.side == Side::Other, !device.usual));
        Ok(devices)
    }

    /// Listens to a device.
    pub fn open(&self, device: &Device, hear: Hear) -> Result<Box<dyn Opened>, DeviceError> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Server(client) => {
                let to = find(server::ways(client)?, device)?;
                Ok(Box::new(server::open(client, to, hear)?))
            }
            Self::Native(host) => {
                let to = find(native::ways(host)?, device)?;
                Ok(Box::new(native::open(&to, hear)?))
            }
        }
    }
}

fn find<T>(ways: Vec<Way<T>>, device: &Device) -> Result<T, DeviceError> {
    let found = ways.into_iter().find(|way| way.device.side == device.side && way.device.id == device.id);
    found.map(|way| way.to).ok_or(DeviceError::None)
}
