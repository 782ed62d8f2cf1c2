//! Devices by the system's own interface: WASAPI, Core Audio, or ALSA where there is no sound server.
//!
//! On Windows and macOS a device that plays can itself be listened to; ALSA has no such thing.

use crate::system::{Hear, Opened, To, Way};
use crate::{Device, DeviceError, Side};
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{FromSample, Sample, SampleFormat, SizedSample, StreamConfig};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Systems on which a device that plays can be listened to.
const LOOPBACK: bool = cfg!(any(windows, target_os = "macos"));
/// The system has so long to begin.
const PATIENCE: Duration = Duration::from_secs(3);

/// The devices with the ways to them.
pub(crate) fn ways(host: &cpal::Host) -> Result<Vec<Way>, DeviceError> {
    let mut ways = Vec::new();
    let usual = host.default_input_device().and_then(|device| id(&device));
    for to in host.input_devices()? {
        ways.extend(way(to, Side::Me, usual.as_deref()));
    }
    if LOOPBACK {
        let usual = host.default_output_device().and_then(|device| id(&device));
        for to in host.output_devices()? {
            ways.extend(way(to, Side::Other, usual.as_deref()));
        }
    }
    Ok(ways)
}

fn way(to: cpal::Device, side: Side, usual: Option<&str>) -> Option<Way> {
    let id = id(&to).filter(|id| is_sound(id))?;
    let name = to.description().map_or_else(|_| id.clone(), |told| told.name().to_owned());
    Some(Way { device: Device { usual: usual == Some(&id), id, name, side }, to: To::Native(to) })
}

/// ALSA lists its plugins beside the cards; whoever talks needs neither silence nor a rate converter.
fn is_sound(id: &str) -> bool {
    !cfg!(target_os = "linux") || id == "default" || id.starts_with("sysdefault:") || id.starts_with("plughw:")
}

fn id(device: &cpal::Device) -> Option<String> {
    device.id().ok().map(|id| id.id().to_owned())
}

/// A device that is listened to.
pub(crate) struct Stream {
    /// Listens until it is dropped.
    _stream: cpal::Stream,
    broken: Arc<AtomicBool>,
}

impl Opened for Stream {
    fn lives(&self) -> bool {
        !self.broken.load(Ordering::Relaxed)
    }
}

/// Listens to a device.
pub(crate) fn open(to: &cpal::Device, hear: Hear) -> Result<Stream, DeviceError> {
    // A device that plays is listened to in the form in which it plays.
    let form = to.default_input_config().or_else(|_| to.default_output_config())?;
    let config = form.config();
    let broken = Arc::new(AtomicBool::new(false));
    let stream = match form.sample_format() {
        SampleFormat::F32 => build::<f32>(to, config, hear, &broken),
        SampleFormat::I16 => build::<i16>(to, config, hear, &broken),
        SampleFormat::I24 => build::<cpal::I24>(to, config, hear, &broken),
        SampleFormat::I32 => build::<i32>(to, config, hear, &broken),
        SampleFormat::U8 => build::<u8>(to, config, hear, &broken),
        SampleFormat::U16 => build::<u16>(to, config, hear, &broken),
        other => Err(DeviceError::System(format!("sound in the form {other} is not understood"))),
    }?;
    stream.play()?;
    Ok(Stream { _stream: stream, broken })
}

fn build<T: SizedSample>(
    to: &cpal::Device,
    config: StreamConfig,
    hear: Hear,
    broken: &Arc<AtomicBool>,
) -> Result<cpal::Stream, DeviceError>
where
    f32: FromSample<T>,
{
    let (channels, rate) = (usize::from(config.channels.max(1)), config.sample_rate);
    let mut one = Vec::new();
    let take = move |samples: &[T], _: &cpal::InputCallbackInfo| {
        one.clear();
        one.extend(samples.chunks_exact(channels).map(mean));
        hear(&one, rate);
    };
    let broken = Arc::clone(broken);
    let told = move |error: cpal::Error| {
        // These two do not end the stream.
        if !matches!(error.kind(), cpal::ErrorKind::Xrun | cpal::ErrorKind::RealtimeDenied) {
            broken.store(true, Ordering::Relaxed);
        }
    };
    Ok(to.build_input_stream(config, take, told, Some(PATIENCE))?)
}

/// All channels as one.
fn mean<T: Sample>(frame: &[T]) -> f32
where
    f32: FromSample<T>,
{
    frame.iter().map(|&sample| f32::from_sample(sample)).sum::<f32>() / frame.len() as f32
}

impl From<cpal::Error> for DeviceError {
    fn from(error: cpal::Error) -> Self {
        match error.kind() {
            cpal::ErrorKind::PermissionDenied => Self::Denied,
            cpal::ErrorKind::DeviceNotAvailable | cpal::ErrorKind::HostUnavailable => Self::None,
            _ => Self::System(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn channels_become_one() {
        assert!((mean(&[0.5_f32, -0.25]) - 0.125).abs() < 1e-6);
        assert!((mean(&[i16::MAX, i16::MAX]) - 1.0).abs() < 1e-3);
        assert!(mean(&[128_u8]).abs() < 1e-6);
    }
}
