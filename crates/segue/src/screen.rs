//! The screen: its language, width and colours, questions and progress.

use crate::message::Failure;
use crate::private;
use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};
use segue_core::Lang;
use segue_report::TextOptions;
use std::fmt;
use std::io::{BufRead, IsTerminal, Write};
use std::time::Duration;

/// Part of a work that must be done before the time left is guessed from it.
const ENOUGH_TO_GUESS: f64 = 0.1;

/// Most columns in which a letter is read with ease.
const LETTER_WIDTH: usize = 100;

/// How to talk to whoever runs segue.
pub struct Screen {
    /// Language of segue's own words.
    pub ui: Lang,
    yes: bool,
    /// Where in a longer work this is; stands before each progress.
    place: String,
}

impl Screen {
    /// The language asked for, or that of the system.
    pub fn new(ui: Option<Lang>, yes: bool) -> Self {
        Self { ui: language(ui), yes, place: String::new() }
    }

    /// The same screen, at a place in a longer work that progress bars name.
    pub fn at(&self, place: String) -> Self {
        Self { place, ..*self }
    }

    /// One of two texts, by language.
    pub fn text<'a>(&self, en: &'a str, ru: &'a str) -> &'a str {
        match self.ui {
            Lang::En => en,
            Lang::Ru => ru,
        }
    }

    /// Columns of the terminal, or 100 where there is none.
    pub fn width(&self) -> usize {
        terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0))
    }

    /// Columns of a letter on a terminal; a file or another program gets it as it is to be sent.
    pub fn letter_width(&self, output: Option<&std::path::Path>) -> Option<usize> {
        let shown = output.is_none() && std::io::stdout().is_terminal();
        shown.then(|| self.width().min(LETTER_WIDTH))
    }

    /// Whether standard output shows colours: a terminal, and nobody asked for none.
    pub fn colour(&self) -> bool {
        anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
    }

    /// Prints to standard output; a reader that went away is no error.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn print(&self, text: &str) -> std::io::Result<()> {
        match std::io::stdout().lock().write_all(text.as_bytes()) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }

    /// A remark beside the output.
    pub fn remark(&self, text: &str) {
        anstream::eprintln!("{text}");
    }

    /// Says what went wrong and what to do.
    pub fn fail(&self, failure: &Failure) {
        anstream::eprintln!("segue: {}", failure.text(self.ui));
    }

    /// Says what went wrong with one of many.
    pub fn fail_at(&self, name: &str, failure: &Failure) {
        let text = failure.text(self.ui);
        if failure.names_file() { self.fail(failure) } else { anstream::eprintln!("segue: {name}: {text}") }
    }

    /// True if every question was answered with yes before it was asked.
    pub fn agrees_to_all(&self) -> bool {
        self.yes
    }

    /// True if somebody sits at a terminal and can answer.
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks before something is lost for good: only a yes in so many letters counts, or `--yes`.
    pub fn agrees_to_loss(&self, question: &str) -> bool {
        if self.yes {
            return true;
        }
        let question = format!("{question} {}", self.text("[y/N]", "[д/Н]"));
        self.ask(&question).is_some_and(|answer| answer.trim().to_lowercase().starts_with(['y', 'д']))
    }

    /// Asks a question that can be answered with yes. Without a terminal the answer is that of `--yes`.
    pub fn agrees(&self, question: &str) -> bool {
        if self.yes {
            return true;
        }
        if !self.can_ask() {
            return false;
        }
        anstream::eprint!("{question} {} ", self.text("[Y/n]", "[Д/н]"));
        typed(std::io::stdin().lock()).is_some_and(|answer| {
            let answer = answer.to_lowercase();
            answer.is_empty() || answer.starts_with(['y', 'д'])
        })
    }

    /// Asks a question that is answered in words; `None` where nobody can or does answer, or wants to be asked.
    pub fn ask(&self, question: &str) -> Option<String> {
        if self.yes || !self.can_ask() {
            return None;
        }
        anstream::eprint!("{question} ");
        typed(std::io::stdin().lock())
    }

    /// How a text is laid out that goes to a file, or to the screen if none is named.
    pub fn layout(&self, output: Option<&std::path::Path>) -> TextOptions {
        TextOptions { width: self.width(), colour: output.is_none() && self.colour(), ui: self.ui }
    }

    /// Writes a text to a file for the user alone, or to the screen if none is named.
    pub fn deliver(&self, text: &str, output: Option<&std::path::Path>) -> Result<(), Failure> {
        let Some(output) = output else { return self.print(text).map_err(Failure::Screen) };
        private::write(output, text).map_err(|error| Failure::Write(output.to_owned(), error))?;
        self.remark(&format!("{} {}", self.text("Written:", "Записано:"), output.display()));
        Ok(())
    }

    /// A progress bar on standard error, which begins empty and shows that work goes on; hidden where that is no terminal.
    pub fn progress(&self, total: u64, bytes: bool, what: &str) -> ProgressBar {
        // What has no length yet would be done.
        let bar = ProgressBar::new(total.max(1));
        let template = if bytes {
            "{spinner} {msg} {wide_bar} {bytes}/{total_bytes} {left}"
        } else {
            "{spinner} {msg} {wide_bar} {percent}% {left}"
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.with_key("left", time_left));
        bar.set_message(format!("{} {what}", self.place).trim_start().to_owned());
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }
}

/// A line that was typed, without what stands around it; `None` if the input was closed instead: that answers nothing.
fn typed(mut input: impl BufRead) -> Option<String> {
    let mut line = String::new();
    let read = input.read_line(&mut line).ok()?;
    (read > 0).then(|| line.trim().to_owned())
}

/// The time left of a work, once enough of it is done to tell.
fn time_left(state: &ProgressState, into: &mut dyn fmt::Write) {
    let done = f64::from(state.fraction());
    if let Some(left) = left(done, state.elapsed()) {
        // A screen that takes no more letters has its own trouble.
        let _ = write!(into, "{:#}", HumanDuration(left));
    }
}

/// What is left of a work of which that part took so long; nothing while that says little.
fn left(done: f64, took: Duration) -> Option<Duration> {
    (done >= ENOUGH_TO_GUESS).then(|| took.mul_f64((1.0 - done).max(0.0) / done))
}

/// The language of segue's own words: the one asked for, or that of the system.
pub fn language(asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(system_language)
}

fn system_language() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|value| value.to_lowercase().starts_with("ru")) { Lang::Ru } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::{left, typed};
    use std::time::Duration;

    /// Ctrl-D was a yes, and a model of 148 MB was fetched.
    #[test]
    fn a_closed_input_answers_nothing() {
        for (input, answer) in [("", None), ("\n", Some("")), (" n \r\ny\n", Some("n")), ("да", Some("да"))] {
            assert_eq!(typed(input.as_bytes()).as_deref(), answer, "{input:?}");
        }
    }

    /// A recording of six minutes' work began with "100% 0s", and a minute later 33 minutes were left of it.
    #[test]
    fn no_time_left_is_told_before_it_can_be_known() {
        for (done, took, told) in
            [(0.0, 0, None), (0.02, 75, None), (0.1, 30, Some(270)), (0.5, 60, Some(60)), (1.0, 90, Some(0))]
        {
            assert_eq!(
                left(done, Duration::from_secs(took)).map(|left| left.as_secs_f64().round()),
                told.map(f64::from),
                "{done}"
            );
        }
    }
}
