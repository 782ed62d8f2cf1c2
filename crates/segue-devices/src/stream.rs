//! The sound of one device as it comes, in one channel.

use crate::{DeviceError, system::Way};
use cpal::traits::{DeviceTrait, StreamTrait};
use cpal::{BufferSize, FromSample, Sample, SampleFormat, SizedSample, StreamConfig, SupportedBufferSize};
use std::time::Duration;

/// Sound comes in pieces of so many milliseconds, where the system can be asked for it.
const PIECE_MS: u32 = 20;
/// The system has so long to begin.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens a device: `sound` gets its samples, of one channel, with their rate in Hz; `broken` is told once it ends.
pub(crate) fn open(
    way: &Way,
    sound: impl FnMut(&[f32], u32) + Send + 'static,
    broken: impl FnMut(DeviceError) + Send + 'static,
) -> Result<cpal::Stream, DeviceError> {
    // A device that plays is listened to in the form in which it plays.
    let form = way.to.default_input_config().or_else(|_| way.to.default_output_config())?;
    let mut config = form.config();
    let piece = config.sample_rate * PIECE_MS / 1000;
    if let SupportedBufferSize::Range { min, max } = *form.buffer_size()
        && cfg!(target_os = "linux")
        && (min..=max).contains(&piece)
    {
        config.buffer_size = BufferSize::Fixed(piece);
    }
    let stream = match form.sample_format() {
        SampleFormat::F32 => build::<f32>(way, config, sound, broken),
        SampleFormat::I16 => build::<i16>(way, config, sound, broken),
        SampleFormat::I24 => build::<cpal::I24>(way, config, sound, broken),
        SampleFormat::I32 => build::<i32>(way, config, sound, broken),
        SampleFormat::U8 => build::<u8>(way, config, sound, broken),
        SampleFormat::U16 => build::<u16>(way, config, sound, broken),
        other => Err(DeviceError::System(format!("sound in the form {other} is not understood"))),
    }?;
    stream.play()?;
    Ok(stream)
}

fn build<T: SizedSample>(
    way: &Way,
    config: StreamConfig,
    mut sound: impl FnMut(&[f32], u32) + Send + 'static,
    mut broken: impl FnMut(DeviceError) + Send + 'static,
) -> Result<cpal::Stream, DeviceError>
where
    f32: FromSample<T>,
{
    let (channels, rate) = (usize::from(config.channels.max(1)), config.sample_rate);
    let mut one = Vec::new();
    let take = move |samples: &[T], _: &cpal::InputCallbackInfo| {
        one.clear();
        one.extend(samples.chunks_exact(channels).map(mean));
        sound(&one, rate);
    };
    let told = move |error: cpal::Error| {
        // These two do not end the stream.
        if !matches!(error.kind(), cpal::ErrorKind::Xrun | cpal::ErrorKind::RealtimeDenied) {
            broken(error.into());
        }
    };
    Ok(way.to.build_input_stream(config, take, told, Some(PATIENCE))?)
}

/// All channels as one.
fn mean<T: Sample>(frame: &[T]) -> f32
where
    f32: FromSample<T>,
{
    frame.iter().map(|&sample| f32::from_sample(sample)).sum::<f32>() / frame.len() as f32
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
