//! Which devices there are.

use crate::{Device, DeviceError, Side};
use cpal::traits::{DeviceTrait, HostTrait};

/// What the speakers play has this ending in PulseAudio and PipeWire.
const MONITOR: &str = ".monitor";
/// Systems on which a device that plays can itself be listened to.
const LOOPBACK: bool = cfg!(any(windows, target_os = "macos"));

/// A device together with the way to it.
pub(crate) struct Way {
    pub device: Device,
    pub to: cpal::Device,
}

/// The devices of this computer that can be listened to; microphones first, the usual one of a side before the others.
///
/// # Errors
/// [`DeviceError`] if the system does not tell.
pub fn devices() -> Result<Vec<Device>, DeviceError> {
    Ok(ways(&cpal::default_host())?.into_iter().map(|way| way.device).collect())
}

/// The devices of a host, with the ways to them.
pub(crate) fn ways(host: &cpal::Host) -> Result<Vec<Way>, DeviceError> {
    let usual_in = host.default_input_device().and_then(|device| id(&device));
    let usual_out = host.default_output_device().and_then(|device| id(&device));
    let mut ways = Vec::new();
    for to in host.input_devices()? {
        let Some(id) = id(&to).filter(|id| is_sound(host, id)) else { continue };
        let monitor_of = id.strip_suffix(MONITOR);
        let side = if monitor_of.is_some() { Side::Other } else { Side::Me };
        let usual = match monitor_of {
            Some(speakers) => usual_out.as_deref() == Some(speakers),
            None => usual_in.as_ref() == Some(&id),
        };
        ways.push(way(to, id, side, usual));
    }
    if LOOPBACK {
        for to in host.output_devices()? {
            let Some(id) = id(&to) else { continue };
            let usual = usual_out.as_ref() == Some(&id);
            ways.push(way(to, id, Side::Other, usual));
        }
    }
    // Without a microphone, PulseAudio calls a monitor the usual input; it hears the other side all the same.
    for side in [Side::Me, Side::Other] {
        if !ways.iter().any(|way| way.device.side == side && way.device.usual)
            && let Some(first) = ways.iter_mut().find(|way| way.device.side == side)
        {
            first.device.usual = true;
        }
    }
    ways.sort_by_key(|way| (way.device.side == Side::Other, !way.device.usual));
    Ok(ways)
}

fn way(to: cpal::Device, id: String, side: Side, usual: bool) -> Way {
    let name = to.description().map_or_else(|_| id.clone(), |told| told.name().to_owned());
    Way { device: Device { id, name, side, usual }, to }
}

/// ALSA lists its plugins beside the cards; whoever talks needs neither silence nor a rate converter.
fn is_sound(host: &cpal::Host, id: &str) -> bool {
    let alsa = host.id().to_string() == "alsa";
    !alsa || id == "default" || id.starts_with("sysdefault:") || id.starts_with("plughw:")
}

fn id(device: &cpal::Device) -> Option<String> {
    device.id().ok().map(|id| id.id().to_owned())
}
