//! Devices by the sound server of Linux: `PulseAudio`, or `PipeWire` in its place. What the speakers play is
//! heard by their monitors.
//!
//! Asked by its own protocol: it must give small pieces without losing larger ones, and must not move a
//! stream from the speakers to the microphone when devices come and go.

use crate::system::{Hear, Opened, To, Way};
use crate::{Device, DeviceError, Side};
use futures::executor::block_on;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{ChannelMap, PulseError, RecordStreamParams, SampleFormat, SampleSpec};
use pulseaudio::{Client, ClientError, RecordStream};
use std::sync::mpsc::channel;
use std::time::Duration;

/// Sound is asked for at so many samples a second, in one channel.
const RATE: u32 = 16_000;
/// Bytes of a sample.
const WIDTH: usize = size_of::<f32>();
/// Sound comes in pieces of so many milliseconds.
const PIECE_MS: u32 = 20;
/// The server has so long to answer at first.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks for the server; `None` if there is none.
pub(crate) fn find() -> Option<Client> {
    pulseaudio::socket_path_from_env()?;
    let (answer, answered) = channel();
    // A server that hangs must not hang segue.
    std::thread::Builder::new().name("sound server".into()).spawn(move || answer.send(Client::from_env(c"segue"))).ok()?;
    answered.recv_timeout(PATIENCE).ok()?.ok()
}

/// The devices with the ways to them.
pub(crate) fn ways(client: &Client) -> Result<Vec<Way>, DeviceError> {
    let server = block_on(client.server_info())?;
    let sources = block_on(client.list_sources())?;
    let ways = sources.into_iter().map(|source| {
        let speakers = source.monitor_of_sink_name.as_ref();
        let (side, usual) = match speakers {
            Some(speakers) => (Side::Other, server.default_sink_name.as_ref() == Some(speakers)),
            None => (Side::Me, server.default_source_name.as_ref() == Some(&source.name)),
        };
        let name = source.description.as_ref().unwrap_or(&source.name).to_string_lossy().into_owned();
        let id = source.name.to_string_lossy().into_owned();
        Way { device: Device { id, name, side, usual }, to: To::Server(client.clone(), source.index) }
    });
    Ok(ways.collect())
}

/// A device that is listened to, until it is dropped.
pub(crate) struct Stream(RecordStream);

impl Opened for Stream {
    fn lives(&self) -> bool {
        block_on(self.0.timing_info()).is_ok()
    }
}

/// Listens to a device.
pub(crate) fn open(client: &Client, index: u32, hear: Hear) -> Result<Stream, DeviceError> {
    let parameters = RecordStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: RATE },
        channel_map: ChannelMap::mono(),
        source_index: Some(index),
        buffer_attr: BufferAttr { fragment_size: RATE / 1000 * PIECE_MS * WIDTH as u32, ..BufferAttr::default() },
        flags: StreamFlags { adjust_latency: true, no_move: true, ..StreamFlags::default() },
        ..RecordStreamParams::default()
    };
    let mut samples = Vec::new();
    let take = move |bytes: &[u8]| {
        let (whole, _) = bytes.as_chunks::<WIDTH>();
        samples.clear();
        samples.extend(whole.iter().map(|&sample| f32::from_le_bytes(sample)));
        hear(&samples, RATE);
    };
    Ok(Stream(block_on(client.create_record_stream(parameters, take))?))
}

impl From<ClientError> for DeviceError {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::ServerError(PulseError::AccessDenied) => Self::Denied,
            ClientError::ServerError(PulseError::NoEntity) | ClientError::ServerUnavailable => Self::None,
            other => Self::System(other.to_string()),
        }
    }
}
