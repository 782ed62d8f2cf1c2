//! Minutes: how long a call or an item of its agenda may be, and how people type it.

use std::str::FromStr;

/// A minute, as it is written after a number. A lone "m" may be a metre.
const MINUTE: [&str; 9] = ["min", "mins", "minute", "minutes", "мин", "минута", "минуту", "минуты", "минут"];
/// An hour, likewise.
const HOUR: [&str; 9] = ["h", "hr", "hrs", "hour", "hours", "ч", "час", "часа", "часов"];
/// A second, likewise. Outside of brackets they are mostly how long something is: "Video 30 sec"; a lone "s" may be a model.
const SECOND: [&str; 9] = ["sec", "secs", "second", "seconds", "сек", "секунд", "секунда", "секунды", "секунду"];
/// Amounts in words.
const IN_WORDS: [(&str, f64); 7] = [
    ("half an hour", 30.0),
    ("half hour", 30.0),
    ("an hour", 60.0),
    ("a quarter of an hour", 15.0),
    ("полчаса", 30.0),
    ("четверть часа", 15.0),
    ("полтора часа", 90.0),
];
/// What before an amount only says how exact it is, or that it is one.
const ROUGHLY: [&str; 14] =
    ["about", "around", "approx.", "ca.", "max", "max.", "for", "~", "≈", "около", "примерно", "до", "макс.", "на"];

/// The minutes of a call, or those set aside for an item: one at least, a day at most.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Minutes(f64);

/// What is no such number of minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("give a number of minutes from 1 to 1440, such as 30 or \"half an hour\"")]
pub struct NoMinutes;

impl Minutes {
    /// The fewest.
    pub const LEAST: f64 = 1.0;
    /// The most: a day.
    pub const MOST: f64 = 1440.0;

    /// Rounded, as they are told.
    pub fn whole(self) -> u32 {
        whole_minutes(self.0)
    }
}

/// Any amount of minutes as it is told, rounded and a day at most; 0 for one that is less than half a minute, or no number.
pub fn whole_minutes(minutes: f64) -> u32 {
    if minutes.is_finite() { minutes.round().clamp(0.0, Minutes::MOST) as u32 } else { 0 }
}

impl TryFrom<f64> for Minutes {
    type Error = NoMinutes;

    fn try_from(minutes: f64) -> Result<Self, NoMinutes> {
        if (Self::LEAST..=Self::MOST).contains(&minutes) { Ok(Self(minutes)) } else { Err(NoMinutes) }
    }
}

impl From<Minutes> for f64 {
    fn from(minutes: Minutes) -> Self {
        minutes.0
    }
}

/// As they are typed where nothing but minutes is asked for: "30", "half an hour", "1 h 30", «полчаса».
impl FromStr for Minutes {
    type Err = NoMinutes;

    fn from_str(text: &str) -> Result<Self, NoMinutes> {
        amount(text.trim().trim_end_matches(['.', '!']), true).ok_or(NoMinutes).and_then(Self::try_from)
    }
}

/// The minutes that a text says, if it says nothing else. `bare` if a number alone means minutes.
pub(crate) fn amount(text: &str, bare: bool) -> Option<f64> {
    let text = text.trim().to_lowercase();
    let text = roughly(&text);
    if let Some((_, minutes)) = IN_WORDS.iter().find(|(words, _)| *words == text) {
        return Some(*minutes);
    }
    let (mut rest, mut minutes, mut unit) = (text, 0.0, "");
    while !rest.is_empty() {
        let (number, after) = number(rest)?;
        let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        rest = after.trim_start_matches(['.', ' ']);
        minutes += match word {
            _ if MINUTE.contains(&word) => number,
            _ if HOUR.contains(&word) => number * 60.0,
            _ if SECOND.contains(&word) && (bare || !unit.is_empty()) => number / 60.0,
            // "(10)", and the rest of "1 h 30".
            "" if rest.is_empty() && (HOUR.contains(&unit) || bare && unit.is_empty()) => number,
            _ => return None,
        };
        unit = word;
    }
    // Half a minute set aside is a minute, the least there is.
    let minutes = if SECOND.contains(&unit) && minutes > 0.0 { minutes.max(Minutes::LEAST) } else { minutes };
    Minutes::try_from(minutes).ok().map(f64::from)
}

/// Seconds and nothing else, in minutes.
pub(crate) fn seconds(text: &str) -> Option<f64> {
    text.contains(char::is_alphabetic).then(|| amount(text, true))?
}

fn roughly(text: &str) -> &str {
    let cut = ROUGHLY.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        (rest.starts_with([' ', '.']) || !word.ends_with(char::is_alphabetic)).then(|| rest.trim_start_matches([' ', '.']))
    });
    cut.unwrap_or(text)
}

/// The number in front, the greater of "5–10", and what follows it.
fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let number = digits.replace(',', ".").parse().ok()?;
    let rest = rest.trim_start();
    match rest.strip_prefix(['-', '–', '—']) {
        Some(to) => self::number(to.trim_start()),
        None => Some((number, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::Minutes;

    #[test]
    fn minutes_that_are_asked_for_are_understood_in_words() {
        for (typed, minutes) in [
            ("30", Some(30.0)),
            ("half an hour", Some(30.0)),
            ("Half an hour.", Some(30.0)),
            ("1 h 30", Some(90.0)),
            ("25 min", Some(25.0)),
            ("полчаса", Some(30.0)),
            ("25 минут", Some(25.0)),
            ("двадцать", None),
            ("as before", None),
            ("0", None),
            ("-5", None),
            ("9000", None),
            ("", None),
        ] {
            assert_eq!(typed.parse::<Minutes>().ok().map(f64::from), minutes, "{typed}");
        }
    }
}
