//! The boundary: what I agreed with this client, and the plan of one call.

use crate::{Address, Kind, Lang, Learned, OfficeHours, Tone};
use serde::{Deserialize, Serialize};

/// What I agreed with a client. Sensible without any of it: `Boundary::default()`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Boundary {
    /// Kind of call.
    pub kind: Kind,
    /// Language of the lines.
    pub lang: Lang,
    /// Tone of the lines.
    pub tone: Tone,
    /// Form of address in Russian.
    pub address: Address,
    /// Planned length in minutes; `None` if nothing was agreed.
    pub planned_minutes: Option<f64>,
    /// Small talk welcome at the start, seconds of speech.
    pub chat_at_start: f64,
    /// Chat agreed for the end, seconds of speech.
    pub chat_at_end: f64,
    /// Seconds of private speech before the first cue; `None` for the default of [`Boundary::grace`].
    pub grace: Option<f64>,
    /// Departures from the plan that are fine in five calls.
    pub exceptions_per_five: u32,
    /// When I answer messages; `None` if nothing was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_hours: Option<OfficeHours>,
}

impl Default for Boundary {
    fn default() -> Self {
        Self {
            kind: Kind::Client,
            lang: Lang::En,
            tone: Tone::Warm,
            address: Address::Vy,
            planned_minutes: None,
            chat_at_start: 120.0,
            chat_at_end: 180.0,
            grace: None,
            exceptions_per_five: 1,
            office_hours: None,
        }
    }
}

impl Boundary {
    /// Planned length in seconds, if one was agreed.
    pub fn planned_seconds(&self) -> Option<f64> {
        self.planned_minutes.map(|minutes| minutes * 60.0)
    }

    /// Shortest grace in seconds of speech.
    pub const GRACE_MIN: f64 = 15.0;
    /// Longest default grace in seconds of speech.
    pub const GRACE_MAX: f64 = 120.0;
    /// Default grace as a share of the planned time.
    pub const GRACE_SHARE: f64 = 0.04;
    /// Planned minutes assumed for the grace when nothing was agreed.
    pub const USUAL_MINUTES: f64 = 30.0;

    /// Seconds of private speech that may pass before the first cue of a drift: what was set for
    /// this client, or 4% of the planned time within 15 seconds and two minutes.
    pub fn grace(&self) -> f64 {
        self.grace.unwrap_or_else(|| {
            let planned = self.planned_minutes.unwrap_or(Self::USUAL_MINUTES) * 60.0;
            (planned * Self::GRACE_SHARE).clamp(Self::GRACE_MIN, Self::GRACE_MAX)
        })
    }
}

/// One item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// What it is about, in the user's words.
    pub text: String,
    /// Minutes set aside for it, if any.
    pub minutes: Option<f64>,
}

/// The plan of one call: the boundary with this client and what is particular to today.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// The boundary that holds.
    pub boundary: Boundary,
    /// My name as the transcript spells it, if known.
    pub me: Option<String>,
    /// The client's name, if known.
    pub client: Option<String>,
    /// The project in a sentence or two: talk about it is business.
    pub about: String,
    /// Agenda in order.
    pub agenda: Vec<AgendaItem>,
    /// When we talk next, as the user would say it ("on Thursday"); lines may only promise it if set.
    pub next_meeting: Option<String>,
    /// Topics parked in earlier calls.
    pub parked: Vec<String>,
    /// True if a new boundary is to be announced in this call.
    pub announcement_due: bool,
    /// Money an hour, to say what private talk cost.
    pub rate: Option<Rate>,
    /// What was put right in earlier calls.
    #[serde(skip_serializing_if = "Learned::is_empty")]
    pub learned: Learned,
}

/// Money an hour.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// Amount an hour, not negative.
    pub per_hour: f64,
    /// Currency as the user writes it ("€", "USD", "₽"); may be empty.
    pub currency: String,
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let amount = (self.per_hour * 100.0).round() / 100.0;
        write!(f, "{}", format!("{amount} {}", self.currency).trim_end())
    }
}

/// This is no amount an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRate;

impl std::fmt::Display for NoRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("give an amount an hour, such as 60, \"60 €\" or \"$85\"")
    }
}

impl std::error::Error for NoRate {}

impl std::str::FromStr for Rate {
    type Err = NoRate;

    /// An amount with a currency before or after it, or none.
    fn from_str(text: &str) -> Result<Self, NoRate> {
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '_');
        let number: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let currency = text.trim_matches(is_number).trim_end_matches("/h").trim().to_owned();
        // A comma with exactly three digits after it groups thousands, any other is a decimal sign.
        let number = match number.rsplit_once(',') {
            Some((whole, part)) if part.len() == 3 => format!("{whole}{part}"),
            _ => number.replace(',', "."),
        };
        let per_hour: f64 = number.parse().map_err(|_| NoRate)?;
        if currency.contains(|c: char| c.is_ascii_digit()) || text.trim_start().starts_with('-') {
            return Err(NoRate);
        }
        Ok(Self { per_hour, currency })
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn money_as_people_write_it() {
        for (text, per_hour, currency, written) in [
            ("60", 60.0, "", "60"),
            ("60 €", 60.0, "€", "60 €"),
            ("$85", 85.0, "$", "85 $"),
            ("2 500 ₽", 2500.0, "₽", "2500 ₽"),
            ("1,200 USD", 1200.0, "USD", "1200 USD"),
            ("45,5 EUR", 45.5, "EUR", "45.5 EUR"),
        ] {
            let rate: Rate = text.parse().unwrap();
            assert_eq!((rate.per_hour, rate.currency.as_str()), (per_hour, currency), "{text}");
            assert_eq!(rate.to_string(), written);
            assert_eq!(written.parse::<Rate>().unwrap(), rate);
        }
        assert!("many".parse::<Rate>().is_err());
        assert!("-5".parse::<Rate>().is_err());
    }
}
