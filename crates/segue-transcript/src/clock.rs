//! Times as programs write them: `1:02:03.4`, `02:03,4`, `2:03`, `10:02 AM`.

/// A time found in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clock {
    /// The numbers from the largest unit, e.g. hours, minutes, seconds; the last may have a fraction.
    parts: [f64; 3],
    /// Two or three.
    count: u8,
    /// AM or PM stood behind it: a time of day.
    pub half_day: Option<Half>,
}

/// Half of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// Before noon.
    Am,
    /// After noon.
    Pm,
}

impl Clock {
    /// Seconds; a time of two parts is minutes and seconds, unless a half of the day says otherwise.
    pub fn seconds(self) -> f64 {
        if self.half_day.is_some() || self.count == 3 { self.day_seconds() } else { self.parts[0] * 60.0 + self.parts[1] }
    }

    /// Seconds if the first part is hours, as on a wall clock.
    pub fn day_seconds(self) -> f64 {
        let hours = match self.half_day {
            Some(Half::Am) if self.parts[0] >= 12.0 => self.parts[0] - 12.0,
            Some(Half::Pm) if self.parts[0] < 12.0 => self.parts[0] + 12.0,
            _ => self.parts[0],
        };
        hours * 3600.0 + self.parts[1] * 60.0 + self.parts[2]
    }

    /// True if there are hours, minutes and seconds.
    pub fn is_full(self) -> bool {
        self.count == 3
    }

    /// True if it can be a time of day.
    pub fn fits_a_day(self) -> bool {
        self.parts[0] < 24.0 && self.parts[1] < 60.0 && self.parts[2] < 60.0 && self.parts[..2].iter().all(|p| p.fract() == 0.0)
    }

    /// True if people write so in a sentence: hours and minutes of a day.
    pub fn may_be_said(self) -> bool {
        self.count == 2 && self.fits_a_day() && self.parts[0] >= 1.0
    }

    /// Reads a text that is a length in words, to the second, and nothing else: `1 hour 2 minutes 5 seconds` as Teams writes.
    pub fn spelled(text: &str) -> Option<Self> {
        const UNITS: [[&str; 2]; 3] = [["hour", "час"], ["minute", "минут"], ["second", "секунд"]];
        let mut parts = [0.0; 3];
        let (mut words, mut from) = (text.split_whitespace(), 0);
        let mut pairs = 0;
        while let Some(number) = words.next() {
            let (number, unit) = (number.parse::<u16>().ok()?, words.next()?);
            let at = (from..UNITS.len()).find(|at| UNITS[*at].iter().any(|name| unit.starts_with(name)))?;
            parts[at] = f64::from(number);
            (from, pairs) = (at + 1, pairs + 1);
        }
        (pairs >= 2 && from == UNITS.len()).then_some(Self { parts, count: 3, half_day: None })
    }

    /// Reads a time that the text begins with; gives what is left of the text.
    pub fn begin(text: &str) -> Option<(Self, &str)> {
        let mut parts = [0.0; 3];
        let mut count = 0;
        let mut rest = text;
        loop {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            if digits == 0 || digits > 4 || (count > 0 && digits > 2) {
                return None;
            }
            parts[count] = rest[..digits].parse().ok()?;
            count += 1;
            rest = &rest[digits..];
            match rest.strip_prefix(':') {
                Some(after) if count < 3 && after.starts_with(|c: char| c.is_ascii_digit()) => rest = after,
                _ => break,
            }
        }
        if count < 2 {
            return None;
        }
        // A fraction of the last part: a comma in SubRip, a point elsewhere.
        if let Some(after) = rest.strip_prefix(['.', ',']) {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            if (1..=9).contains(&digits) {
                parts[count - 1] += after[..digits].parse::<f64>().ok()? / 10_f64.powi(i32::try_from(digits).ok()?);
                rest = &after[digits..];
            }
        }
        let (half_day, rest) = half(rest).map_or((None, rest), |(half, rest)| (Some(half), rest));
        // Part of a longer number or word is no time.
        if rest.starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        Some((Self { parts, count: u8::try_from(count).ok()?, half_day }, rest))
    }
}

/// AM or PM, as English, Spanish and Russian phones write them, with or without points and a space before.
fn half(text: &str) -> Option<(Half, &str)> {
    const FORMS: [(&str, Half); 8] = [
        ("am", Half::Am),
        ("pm", Half::Pm),
        ("a.m.", Half::Am),
        ("p.m.", Half::Pm),
        ("a. m.", Half::Am),
        ("p. m.", Half::Pm),
        ("дп", Half::Am),
        ("пп", Half::Pm),
    ];
    let after = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    FORMS.into_iter().find_map(|(form, half)| {
        let length = form.len();
        let found = after.get(..length)?;
        let rest = &after[length..];
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
        (ends && found.to_lowercase() == form).then_some((half, rest))
    })
}

/// Seconds of a text that is a time and nothing else; a minus is kept.
pub(crate) fn clock_time(text: &str) -> Option<f64> {
    let text = text.trim();
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |text| (-1.0, text));
    let (clock, rest) = Clock::begin(text)?;
    rest.is_empty().then(|| sign * clock.seconds())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_programs_write_them() {
        for (text, seconds) in [
            ("00:01:02.500", Some(62.5)),
            ("1:02", Some(62.0)),
            ("00:00:01,25", Some(1.25)),
            (" 100:00:00.000 ", Some(360_000.0)),
            ("-00:00:01.000", Some(-1.0)),
            ("0:0:3.209", Some(3.209)),
            ("10:02 AM", Some(36_120.0)),
            ("12:30 am", Some(1800.0)),
            ("9:15 p. m.", Some(76_500.0)),
            ("9:15:03\u{202f}PM", Some(76_503.0)),
            ("12", None),
            ("a:b", None),
            ("1::2", None),
            ("10:300", None),
            ("1:02x", None),
            ("", None),
        ] {
            assert_eq!(clock_time(text), seconds, "{text}");
        }
    }
}
