//! Prints the loudness of both sides twice a second.
use segue_devices::{Heard, Wanted, devices, listen};
use std::time::Duration;
fn main() {
    let since = std::time::Instant::now();
    for device in devices().unwrap_or_default() { println!("{device:?}"); }
    let _listening = listen(Wanted::default(), move |side, heard| match heard {
        Heard::Sound { samples, rate } => println!("{} {side:?} {rate} {} {:.3}", since.elapsed().as_millis(), samples.len(), samples.iter().fold(0.0f32, |a, b| a.max(b.abs()))),
        other => println!("{side:?} {other:?}"),
    });
    std::thread::sleep(Duration::from_secs(8));
}
