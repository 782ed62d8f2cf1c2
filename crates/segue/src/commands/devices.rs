//! `segue devices`: what of this computer can be listened to.

use crate::message::Failure;
use crate::screen::Screen;
use segue_devices::{Device, Heard, Side, Wanted};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Length of a trial in seconds.
const TRIAL: u64 = 5;
/// Quieter than this, from 0 to 1, nothing was heard.
const STILL: f32 = 0.01;

/// Runs the command.
pub fn run(try_out: bool, screen: &Screen) -> Result<(), Failure> {
    let devices = segue_devices::devices().unwrap_or_default();
    if devices.is_empty() {
        return Err(Failure::NoDevices);
    }
    screen.print(&list(&devices, screen)).map_err(Failure::Screen)?;
    if try_out {
        screen.print(&trial(screen)).map_err(Failure::Screen)?;
    }
    Ok(())
}

fn list(devices: &[Device], screen: &Screen) -> String {
    let mut text = String::new();
    for (side, title, nothing) in [
        (Side::Me, screen.text("Microphones (me)", "Микрофоны (я)"), screen.text("none was found", "не нашлось")),
        (
            Side::Other,
            screen.text("What the speakers play (the other side)", "Что играют динамики (собеседник)"),
            screen.text(
                "segue cannot hear it on this system; share the call's tab in the browser instead",
                "в этой системе не слышно; поделитесь вкладкой разговора в браузере",
            ),
        ),
    ] {
        text += &format!("{title}\n");
        let mut none = true;
        for device in devices.iter().filter(|device| device.side == side) {
            none = false;
            let usual = if device.usual { screen.text(" (used now)", " (используется сейчас)") } else { "" };
            text += &format!("  {}{usual}\n      {}\n", device.name, device.id);
        }
        if none {
            text += &format!("  {nothing}\n");
        }
    }
    text
}

/// Listens for a while; the loudest of each side, from 0 to 1, is what there is to tell.
fn trial(screen: &Screen) -> String {
    screen.remark(screen.text(
        "Say something, and let something play. Nothing is kept.",
        "Скажите что-нибудь и включите какой-нибудь звук. Ничего не сохраняется.",
    ));
    let loudest = Arc::new(Mutex::new([None::<f32>; 2]));
    let heard = Arc::clone(&loudest);
    let listening = segue_devices::listen(Wanted::default(), move |side, sound| {
        if let Heard::Sound { samples, .. } = sound {
            let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
            let before = heard[side as usize].get_or_insert(0.0);
            *before = samples.iter().fold(*before, |loudest, sample| loudest.max(sample.abs()));
        }
    });
    let bar = screen.progress(TRIAL * 10, false, "");
    for _ in 0..TRIAL * 10 {
        std::thread::sleep(Duration::from_millis(100));
        bar.inc(1);
    }
    bar.finish_and_clear();
    drop(listening);
    let loudest = *loudest.lock().unwrap_or_else(PoisonError::into_inner);
    let sides = [screen.text("me", "я"), screen.text("the other side", "собеседник")];
    let told = sides.iter().zip(loudest).map(|(side, loudest)| {
        let what = match loudest {
            None => screen.text("no sound", "звука нет"),
            Some(level) if level < STILL => screen.text("silent", "тихо"),
            Some(_) => screen.text("heard", "слышно"),
        };
        format!("{side}: {what}\n")
    });
    told.collect()
}
