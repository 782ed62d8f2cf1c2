//! Seconds that voice activity takes for a minute of noise-like speech: `--example vad_cost FILE.wav`.
use segue_speech::vad::{Vad, VadSettings};
fn main() {
    let bytes = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let mut sound = segue_speech::decode::Sound::open(std::io::Cursor::new(bytes)).unwrap();
    let mut samples = Vec::new();
    let mut r: Option<segue_speech::resample::Resampler> = None;
    while let Some(b) = sound.next_block() {
        r.get_or_insert_with(|| segue_speech::resample::Resampler::new(b.rate)).push(&b.channels[0], &mut samples);
    }
    r.unwrap().finish(&mut samples);
    let t = std::time::Instant::now();
    let segs = Vad::segments(&samples, VadSettings::default()).unwrap();
    let e = t.elapsed().as_secs_f64();
    println!("{:.1}s sound {:.4}s  {:.1} µs/frame", samples.len() as f64 / 16000., e, e * 1e6 / (samples.len() as f64 / 512.));
    for s in segs { println!("{:.2} {:.2}", s.start(), s.end()); }
}
