//! The boundary: what I agreed with this client, and the plan of one call.

use crate::{Address, AgendaItem, Kind, Lang, Learned, NewTerms, OfficeHours, Tone, Words};
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

    /// True if more chat was agreed than usual, and it leaves no time for the work.
    pub fn is_all_chat(&self) -> bool {
        let usual = Self::default();
        let chat = self.chat_at_start + self.chat_at_end;
        chat > usual.chat_at_start + usual.chat_at_end && self.planned_seconds().is_some_and(|planned| chat >= planned)
    }

    /// Small talk welcome at the start of this call, in seconds of speech: as agreed. What nobody changed is at most a tenth of a
    /// short call, but [`Boundary::GREETING_MIN`].
    pub fn greeting_chat(&self) -> f64 {
        let usual = Self::default().chat_at_start;
        let changed = (self.chat_at_start - usual).abs() > f64::EPSILON;
        match self.planned_seconds() {
            Some(planned) if !changed => usual.min((planned * Self::GREETING_SHARE).max(Self::GREETING_MIN)),
            _ => self.chat_at_start,
        }
    }

    /// Chat that ends this call, in seconds of speech: as agreed. What nobody changed is at most a [`Boundary::CLOSING_SHARE`]
    /// of a short call, but [`Boundary::CLOSING_MIN`].
    pub fn closing_chat(&self) -> f64 {
        let usual = Self::default().chat_at_end;
        let changed = (self.chat_at_end - usual).abs() > f64::EPSILON;
        match self.planned_seconds() {
            Some(planned) if !changed => usual.min((planned * Self::CLOSING_SHARE).max(Self::CLOSING_MIN)),
            _ => self.chat_at_end,
        }
    }

    /// The form of address of what is sent: a group is many.
    pub fn address_to_all(&self) -> Address {
        if self.kind == Kind::Group { Address::Vy } else { self.address }
    }

    /// The usual chat at the start as a share of the planned time of a short call.
    pub const GREETING_SHARE: f64 = 0.1;
    /// The least of it, in seconds of speech.
    pub const GREETING_MIN: f64 = 45.0;
    /// The usual chat at the end as a share of the planned time of a short call.
    pub const CLOSING_SHARE: f64 = 0.15;
    /// The least of it, in seconds of speech.
    pub const CLOSING_MIN: f64 = 60.0;
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

    /// The same for written talk, if it is a chat: nobody waits on the line, and the plan's minutes say nothing.
    pub fn grace_in(&self, chat: bool) -> f64 {
        if chat { self.grace.unwrap_or(Self::GRACE_MIN) } else { self.grace() }
    }
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
    pub parked: Vec<Words>,
    /// True if a new boundary is to be announced in this call.
    pub announcement_due: bool,
    /// What holds from the moment that it is announced in this call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_terms: Option<NewTerms>,
    /// Money an hour, to say what private talk cost.
    pub rate: Option<Rate>,
    /// What was put right in earlier calls.
    #[serde(skip_serializing_if = "Learned::is_empty")]
    pub learned: Learned,
}

impl Plan {
    /// The new boundary was announced: what it says holds.
    pub fn announced(&mut self) {
        if let Some(new) = self.new_terms.take() {
            new.hold(&mut self.boundary);
        }
    }

    /// The plan by which a call is judged, given whether the new boundary was announced in it.
    #[must_use]
    pub fn as_announced(&self, announced: bool) -> Self {
        let mut plan = self.clone();
        if announced {
            plan.announced();
        }
        plan
    }
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
        f.write_str("give one amount an hour with its currency, such as 60, \"60 €\" or \"$85\"")
    }
}

impl std::error::Error for NoRate {}

impl std::str::FromStr for Rate {
    type Err = NoRate;

    /// An amount with a currency before or after it, or none, as people write it: "60 €", "$1,200.50/h", «2 500 руб. в час».
    fn from_str(text: &str) -> Result<Self, NoRate> {
        let first = text.find(|c: char| c.is_ascii_digit()).ok_or(NoRate)?;
        let after = text.rfind(|c: char| c.is_ascii_digit()).ok_or(NoRate)? + 1;
        let per_hour = amount(&text[first..after]).ok_or(NoRate)?;
        let named = [&text[..first], without_hour(&text[after..])].map(|part| known_currency(part).ok_or(NoRate));
        let currency = match named {
            [Ok(before), Ok(after)] if before.is_empty() || before == after => after,
            [Ok(before), Ok(after)] if after.is_empty() => before,
            _ => return Err(NoRate),
        };
        Ok(Self { per_hour, currency })
    }
}

/// A number as people write it. Its last sign is a decimal one unless three digits follow it: those are thousands.
fn amount(text: &str) -> Option<f64> {
    let sign = |c: char| matches!(c, '.' | ',');
    let (whole, cents) = match text.rfind(sign).map(|at| (at, &text[at + 1..])) {
        Some((at, cents)) if cents.len() != 3 || text[..at].contains(sign) && !text[..at].contains(&text[at..=at]) => {
            (&text[..at], cents)
        }
        _ => (text, ""),
    };
    let mut groups = whole.split(|c: char| sign(c) || matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '_' | '\'' | '’'));
    let mut digits = groups.next()?.to_owned();
    let grouped = digits.len() <= 3;
    for group in groups {
        if !grouped || group.len() != 3 || digits.starts_with('0') {
            return None;
        }
        digits += group;
    }
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (plain(&digits) && plain(cents) && cents.len() <= 2).then(|| format!("{digits}.{cents}0").parse().ok())?
}

/// Ways to say that money is by the hour.
const AN_HOUR: [&str; 10] = ["/h", "/hr", "/hour", "/ч", "/ч.", "/час", "an hour", "per hour", "в час", "за час"];

fn without_hour(text: &str) -> &str {
    let text = text.trim();
    let small = text.to_lowercase().replace("/ ", "/");
    match AN_HOUR.iter().find(|end| small.ends_with(**end)) {
        // None of them has letters that are longer in one case than in the other.
        Some(_) if text.contains('/') => text.rsplit_once('/').map_or(text, |(before, _)| before),
        Some(end) => text.get(..text.len() - end.len()).unwrap_or(text),
        None => text,
    }
}

/// Names of currencies, each with the one that is shown.
const CURRENCIES: [(&str, &[&str]); 13] = [
    ("$", &["usd", "us$", "$us", "dollar", "dollars", "доллар", "доллара", "долларов", "долл"]),
    ("€", &["eur", "euro", "euros", "евро"]),
    ("₽", &["rub", "rur", "руб", "р", "рубль", "рубля", "рублей"]),
    ("£", &["gbp", "pound", "pounds", "фунт", "фунта", "фунтов"]),
    ("¥", &["jpy", "yen"]),
    ("₴", &["uah", "грн"]),
    ("₸", &["kzt", "тенге", "тг"]),
    ("₺", &["try", "tl"]),
    ("₹", &["inr"]),
    ("₪", &["ils", "nis"]),
    ("zł", &["pln", "zl"]),
    ("Kč", &["czk", "kč"]),
    ("kr", &["kr"]),
];

/// A currency under the one name that is shown; empty if none is named, `None` if it is none.
fn known_currency(text: &str) -> Option<String> {
    let text = text.trim();
    let small = text.trim_end_matches('.').to_lowercase();
    let known = CURRENCIES.iter().find(|(shown, names)| *shown == text || names.contains(&small.as_str()));
    let code = || (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| text.to_uppercase());
    // A dollar of another country, or a sign that few use.
    let sign = || {
        let money = |c: char| c == '$' || ('\u{20a0}'..='\u{20cf}').contains(&c);
        let one = text.chars().filter(|c| money(*c)).count() == 1 && text.chars().all(|c| money(c) || c.is_ascii_alphabetic());
        (one && text.chars().count() <= 3).then(|| text.to_owned())
    };
    match known {
        _ if text.is_empty() => Some(String::new()),
        Some((shown, _)) => Some((*shown).to_owned()),
        None => code().or_else(sign),
    }
}

/// A currency as it was written under the one name by which it is summed up and shown; as it is if it is none.
pub fn currency(text: &str) -> String {
    known_currency(without_hour(text)).unwrap_or_else(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Boundary, Rate, currency};

    /// "We have 30 minutes. The last 29 minutes are for whatever else there is."
    #[test]
    fn a_call_is_not_all_chat() {
        for (minutes, start, end, all_chat) in [
            (Some(30.0), 2.0, 45.0, true),
            (Some(30.0), 15.0, 15.0, true),
            (Some(30.0), 2.0, 20.0, false),
            // The usual chat is no reason to refuse a short call.
            (Some(3.0), 2.0, 3.0, false),
            (None, 60.0, 60.0, false),
        ] {
            let boundary = Boundary {
                planned_minutes: minutes,
                chat_at_start: start * 60.0,
                chat_at_end: end * 60.0,
                ..Boundary::default()
            };
            assert_eq!(boundary.is_all_chat(), all_chat, "{minutes:?} {start} {end}");
        }
    }

    /// Two minutes of a call of seven were "the greeting".
    #[test]
    fn a_short_call_has_a_short_greeting() {
        for (minutes, agreed, welcome) in [
            (Some(60.0), 120.0, 120.0),
            (Some(20.0), 120.0, 120.0),
            (Some(10.0), 120.0, 60.0),
            (Some(5.0), 120.0, 45.0),
            (Some(10.0), 180.0, 180.0),
            (Some(10.0), 30.0, 30.0),
            (None, 120.0, 120.0),
        ] {
            let boundary = Boundary { planned_minutes: minutes, chat_at_start: agreed, ..Boundary::default() };
            assert!((boundary.greeting_chat() - welcome).abs() < 1e-9, "{minutes:?} {agreed}");
        }
    }

    #[test]
    fn money_as_people_write_it() {
        for (text, per_hour, currency, written) in [
            ("60", 60.0, "", "60"),
            ("60 €", 60.0, "€", "60 €"),
            ("$85", 85.0, "$", "85 $"),
            ("2 500 ₽", 2500.0, "₽", "2500 ₽"),
            ("1,200 USD", 1200.0, "$", "1200 $"),
            ("45,5 EUR", 45.5, "€", "45.5 €"),
            ("90 CHF", 90.0, "CHF", "90 CHF"),
            ("70 kr", 70.0, "kr", "70 kr"),
        ] {
            let rate: Rate = text.parse().unwrap();
            assert_eq!((rate.per_hour, rate.currency.as_str()), (per_hour, currency), "{text}");
            assert_eq!(rate.to_string(), written);
            assert_eq!(written.parse::<Rate>().unwrap(), rate);
        }
        for text in ["many", "-5", "−5 €", "-5 €", "€ -5", "60 € + VAT", "60-80 €", "60 12", "1.2.3", "80 $ €", ""]
        {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }

    #[test]
    fn one_currency_has_one_name() {
        for (shown, texts) in [
            ("80 $", &["$80", "80 USD", "80 usd", "80 US$", "80 $ per hour", "80$/h", "80 dollars an hour", "$ 80 / hour"][..]),
            ("60 €", &["60 €", "60 EUR", "€60", "60 евро в час", "60,00 €"]),
            ("3000 ₽", &["3000 ₽", "3000 руб", "3000 RUB", "3 000 руб.", "3 000 р./час", "3'000 рублей"]),
        ] {
            for text in texts {
                assert_eq!(text.parse::<Rate>().map(|rate| rate.to_string()).as_deref(), Ok(shown), "{text}");
            }
        }
        assert_eq!(["USD", " us$ ", "$ per hour", "€ + VAT", ""].map(currency), ["$", "$", "$", "€ + VAT", ""]);
    }

    #[test]
    fn thousands_are_read_as_people_write_them() {
        for (text, per_hour) in [
            ("1.200 €", 1200.0),
            ("€1,234.50", 1234.5),
            ("1.234,50 €", 1234.5),
            ("1,234,567 ₽", 1_234_567.0),
            ("1.20 €", 1.2),
            ("0,5 €", 0.5),
        ] {
            assert_eq!(text.parse::<Rate>().map(|rate| rate.per_hour), Ok(per_hour), "{text}");
        }
    }
}
