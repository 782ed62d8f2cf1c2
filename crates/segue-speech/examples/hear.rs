use segue_speech::{models::{Shelf, find}, recognise::{Recogniser, Whisper}, vad::{Vad, VadSettings}};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let lang = if args[2] == "ru" { segue_core::Lang::Ru } else { segue_core::Lang::En };
    let bytes = std::fs::read(&args[1]).unwrap();
    let mut sound = segue_speech::decode::Sound::open(std::io::Cursor::new(bytes)).unwrap();
    let mut samples = Vec::new();
    let mut r: Option<segue_speech::resample::Resampler> = None;
    while let Some(b) = sound.next_block() {
        r.get_or_insert_with(|| segue_speech::resample::Resampler::new(b.rate)).push(&b.channels[0], &mut samples);
    }
    r.unwrap().finish(&mut samples);
    let segs = Vad::segments(&samples, VadSettings::default()).unwrap();
    let mut w = Whisper::from_shelf(&Shelf::of_user().unwrap(), find("base").unwrap()).unwrap();
    for s in segs {
        let t = std::time::Instant::now();
        let h = w.recognise(&samples[s.from as usize..s.to as usize], lang).unwrap();
        println!("{:.2} {:.2} [{:.0} ms] {:.2} {}", s.start(), s.end(), t.elapsed().as_secs_f64() * 1e3, h.confidence, h.text.as_str());
    }
}
