//! A panic: where segue broke off, and never why, since the message of one can quote the talk.

use segue_core::Lang;
use std::io::Write;
use std::panic::Location;

/// From here on a panic tells its place in the program alone.
pub fn tell_the_place_alone(ui: Lang) {
    std::panic::set_hook(Box::new(move |info| {
        // Where nobody hears it, there is nobody to tell: a hook that panics would end everything.
        let _ = writeln!(anstream::stderr(), "segue: {}", text(info.location(), ui));
    }));
}

/// The sentence.
fn text(place: Option<&Location<'_>>, ui: Lang) -> String {
    let place = place.map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
    match ui {
        Lang::En => {
            format!("segue failed through a fault of its own{place}. Please report this place; it holds no words of yours.")
        }
        Lang::Ru => format!("сбой по вине самой программы{place}. Сообщите, пожалуйста, об этом месте: ваших слов в нём нет."),
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use segue_core::Lang;
    use std::panic::Location;

    /// The message of a slice between letters quotes what was sliced.
    #[test]
    fn a_panic_tells_its_place_in_both_languages() {
        for ui in [Lang::En, Lang::Ru] {
            let told = text(Some(Location::caller()), ui);
            assert!(told.contains("panic.rs:"), "{told}");
            assert!(text(None, ui).len() > 20);
        }
    }
}
