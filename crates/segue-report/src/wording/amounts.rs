//! Numbers, durations and moments as people write them.
//!
//! A number and its unit are joined by a no-break space; formats that live among plain text replace
//! it by a common one once the lines are broken.

use super::{Message, Texts};
use segue_core::Lang;
use segue_core::debrief::Unit;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
/// Up to here seconds are worth saying beside minutes.
const SECONDS_MATTER: u64 = 10 * MINUTE;

impl Texts {
    /// A length of time: `45 s`, `2 min 5 s`, `12 min`, `1 h 05 min`.
    pub(crate) fn duration(&self, seconds: f64) -> String {
        let seconds = whole(seconds);
        if !(MINUTE..SECONDS_MATTER).contains(&seconds) || seconds.is_multiple_of(MINUTE) {
            return self.round_duration(seconds as f64);
        }
        let values = [("m", (seconds / MINUTE).into()), ("s", (seconds % MINUTE).into())];
        unbroken(&self.fill(Message::MinutesSeconds, values))
    }

    /// A length of time to the minute, or to the second below one: `45 s`, `2 min`, `1 h 05 min`.
    pub(crate) fn round_duration(&self, seconds: f64) -> String {
        let seconds = whole(seconds);
        let minutes = (seconds + MINUTE / 2) / MINUTE;
        unbroken(&if seconds < MINUTE {
            self.fill(Message::Seconds, [("s", seconds.into())])
        } else if minutes < HOUR / MINUTE {
            self.fill(Message::Minutes, [("m", minutes.into())])
        } else {
            self.fill(Message::Hours, [("h", (minutes / 60).into()), ("m", format!("{:02}", minutes % 60).into())])
        })
    }

    /// An amount of talk: a length of time to the minute, or a number of words.
    pub(crate) fn amount(&self, unit: Unit, amount: f64) -> String {
        match unit {
            Unit::Seconds => self.round_duration(amount),
            Unit::Words => self.words(amount),
        }
    }

    /// An amount of talk as exactly as a reader can use it.
    pub(crate) fn exact_amount(&self, unit: Unit, amount: f64) -> String {
        match unit {
            Unit::Seconds => self.duration(amount),
            Unit::Words => self.words(amount),
        }
    }

    fn words(&self, amount: f64) -> String {
        let n = whole(amount);
        unbroken(&self.fill(Message::Words, [("n", n.into()), ("shown", self.grouped(n).into())]))
    }

    /// A share from 0 to 1: `24%`, `24 %`. What is there is never rounded to nothing.
    pub(crate) fn percent(&self, share: f64) -> String {
        let hundred = if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 };
        let shown = if hundred > 0.0 && hundred < 0.5 { "<1".to_owned() } else { format!("{hundred:.0}") };
        unbroken(&self.fill(Message::Percent, [("n", shown.into())]))
    }

    /// A whole number with its thousands apart: `12,345`, `12 345`.
    pub(crate) fn grouped(&self, n: u64) -> String {
        let separator = match self.lang() {
            Lang::En => ",",
            Lang::Ru => "\u{a0}",
        };
        let digits = n.to_string();
        let head = digits.len() % 3;
        let groups = (head..digits.len()).step_by(3).map(|at| &digits[at..at + 3]);
        digits.get(..head).filter(|first| !first.is_empty()).into_iter().chain(groups).collect::<Vec<_>>().join(separator)
    }

    /// An amount of money: with cents below a hundred, whole above.
    pub(crate) fn decimal(&self, amount: f64) -> String {
        let cents = whole(amount * 100.0);
        if cents >= 10_000 { self.grouped((cents + 50) / 100) } else { self.to_the_cent(amount) }
    }

    /// An amount of money with its cents, if there are any.
    pub(crate) fn to_the_cent(&self, amount: f64) -> String {
        let cents = whole(amount * 100.0);
        if cents.is_multiple_of(100) {
            return self.grouped(cents / 100);
        }
        let point = match self.lang() {
            Lang::En => '.',
            Lang::Ru => ',',
        };
        format!("{}{point}{:02}", self.grouped(cents / 100), cents % 100)
    }
}

/// A moment of a call: `0:07`, `12:04`, `1:02:03`.
pub(crate) fn clock(seconds: f64) -> String {
    let seconds = if seconds.is_finite() { seconds.max(0.0) as u64 } else { 0 };
    let (h, m, s) = (seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// Rounded to the nearest whole; nothing for what is no amount.
fn whole(amount: f64) -> u64 {
    if amount.is_finite() { amount.max(0.0).round() as u64 } else { 0 }
}

/// A number and its unit that stay together at the end of a line.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn durations() {
        for (seconds, english, russian) in [
            (0.0, "0 s", "0 с"),
            (45.4, "45 s", "45 с"),
            (59.6, "1 min", "1 мин"),
            (125.0, "2 min 5 s", "2 мин 5 с"),
            (725.0, "12 min", "12 мин"),
            (3590.0, "1 h 00 min", "1 ч 00 мин"),
            (3900.0, "1 h 05 min", "1 ч 05 мин"),
            (-3.0, "0 s", "0 с"),
            (f64::NAN, "0 s", "0 с"),
        ] {
            assert_eq!(plain(&Texts::of(Lang::En).duration(seconds)), english);
            assert_eq!(plain(&Texts::of(Lang::Ru).duration(seconds)), russian);
        }
    }

    #[test]
    fn words_of_a_chat() {
        for (n, english, russian) in [
            (1.0, "1 word", "1 слово"),
            (3.0, "3 words", "3 слова"),
            (11.0, "11 words", "11 слов"),
            (1234.0, "1,234 words", "1 234 слова"),
        ] {
            assert_eq!(plain(&Texts::of(Lang::En).amount(Unit::Words, n)), english);
            assert_eq!(plain(&Texts::of(Lang::Ru).amount(Unit::Words, n)), russian);
        }
    }

    #[test]
    fn shares() {
        for (share, shown) in [(0.0, "0%"), (0.001, "<1%"), (0.244, "24%"), (1.0, "100%"), (f64::INFINITY, "0%")] {
            assert_eq!(Texts::of(Lang::En).percent(share), shown);
        }
        assert_eq!(plain(&Texts::of(Lang::Ru).percent(0.5)), "50 %");
    }

    #[test]
    fn moments_round_down_so_that_none_is_past_its_call() {
        for (seconds, shown) in [(7.9, "0:07"), (724.0, "12:04"), (3723.0, "1:02:03"), (-1.0, "0:00")] {
            assert_eq!(clock(seconds), shown);
        }
    }

    #[test]
    fn thousands_stand_apart() {
        for (n, shown) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678")] {
            assert_eq!(Texts::of(Lang::En).grouped(n), shown);
        }
    }
}
