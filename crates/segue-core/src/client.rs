//! A client and what is remembered of them between calls.

use crate::named_day::named_day;
use crate::{Announcement, Boundary, Learned, NewTerms, Rate, Words};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan, Zoned};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// How long before its time a call may begin and still be that one.
const BEGUN_EARLY: SignedDuration = SignedDuration::from_hours(1);

/// A client. Sensible without any of it but the name: `Client::named("Viktor")`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Client {
    /// Name, unique among the clients without regard to case.
    pub name: String,
    /// What I agreed with this client.
    pub boundary: Boundary,
    /// The project in a sentence or two: talk about it is business.
    pub about: String,
    /// Money an hour.
    pub rate: Option<Rate>,
    /// What is kept after a call, and for how long.
    pub keeping: Keeping,
    /// Lines preferred and banned with this client, by line id, and lines of my own.
    pub lines: LineWishes,
    /// On which ground this client's calls are listened to, once that was asked.
    pub consent: Option<Consent>,
    /// How segue listens to calls with this client; remembered from the last call.
    pub ears: Option<Ears>,
    /// When we talk next, as I would say it ("on Thursday").
    pub next_meeting: Option<String>,
    /// When we talk next, as a calendar knows it, by the clock of [`Self::next_zone`].
    pub next_call: Option<DateTime>,
    /// IANA name of the time zone of [`Self::next_call`]; empty if unknown (then that of this machine).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub next_zone: String,
    /// The announcement of the boundary, once one was written.
    pub announcement: Option<Announcement>,
    /// Topics parked in earlier calls that have not come back.
    pub parked: Vec<Words>,
    /// What this client told me that matters; only what I chose to keep.
    pub remembered: Vec<Remembered>,
    /// What I put right in debriefs: believed in the next call.
    #[serde(skip_serializing_if = "Learned::is_empty")]
    pub learned: Learned,
}

impl Client {
    /// A client of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The client as of now: a next call whose time has come is none any more, nor are the words for it, or words of a day that is past.
    #[must_use]
    pub fn as_of(mut self, now: &Zoned) -> Self {
        let past = match self.next_moment(now.time_zone()) {
            Some(at) => at <= *now,
            None => self.next_day(now.date()).is_some_and(|day| day < now.date()),
        };
        if past {
            self.meets(None, None);
        }
        self
    }

    /// The client in and after the call that began then: it was what had been the next one, if that was to be at about that time, or
    /// on that day by the words for it.
    #[must_use]
    pub fn after_call(mut self, began: &Zoned) -> Self {
        let was_it = match self.next_moment(began.time_zone()) {
            Some(at) => at.duration_since(began) <= BEGUN_EARLY,
            None => self.next_day(began.date()).is_some_and(|day| day <= began.date()),
        };
        if was_it {
            self.meets(None, None);
        }
        self
    }

    /// The day that the words for the next call name, if they name one.
    fn next_day(&self, near: Date) -> Option<Date> {
        named_day(self.next_meeting.as_deref()?, near)
    }

    /// When we talk next, wherever one is now: a time whose zone is not known is one of `here`.
    pub fn next_moment(&self, here: &TimeZone) -> Option<Zoned> {
        let zone = Some(&self.next_zone).filter(|name| !name.is_empty()).and_then(|name| TimeZone::get(name).ok());
        self.next_call?.to_zoned(zone.unwrap_or_else(|| here.clone())).ok()
    }

    /// We talk next at that moment, said in these words.
    pub fn meets(&mut self, at: Option<&Zoned>, words: Option<String>) {
        // A zone without a name cannot be remembered.
        let at = at.map(|at| if at.time_zone().iana_name().is_some() { at.clone() } else { at.with_time_zone(TimeZone::UTC) });
        self.next_zone = at.as_ref().and_then(|at| at.time_zone().iana_name()).unwrap_or_default().to_owned();
        (self.next_call, self.next_meeting) = (at.map(|at| at.datetime()), words);
    }

    /// The announcement that is to be said in the next call.
    pub fn due_announcement(&self) -> Option<&Announcement> {
        self.announcement.as_ref().filter(|announcement| announcement.announced.is_none())
    }

    /// What changes once the announcement that is due is said.
    pub fn new_terms(&self) -> Option<NewTerms> {
        self.due_announcement()?.new_terms
    }

    /// The announcement was said: what it says is agreed from that day on. One that was said already was said on another day.
    pub fn announced(&mut self, day: Date) {
        let Some(announcement) = &mut self.announcement else { return };
        let due = announcement.announced.replace(day).is_none();
        if let Some(new) = announcement.new_terms.as_mut().filter(|_| due) {
            let before = self.boundary.terms();
            new.hold(&mut self.boundary);
            *new = NewTerms { before, after: self.boundary.terms() };
        }
    }

    /// The boundary that held on a day: before the announcement was said, it was what had been agreed until then.
    pub fn boundary_on(&self, day: Date) -> Boundary {
        let announcement = self.announcement.as_ref().filter(|one| one.announced.is_some_and(|said| day < said));
        let back = announcement.and_then(|one| one.new_terms).map(|new| NewTerms { before: new.after, after: new.before });
        let mut boundary = self.boundary.clone();
        if let Some(back) = back {
            back.hold(&mut boundary);
        }
        boundary
    }

    /// True if this is the client's name, in whatever case.
    pub fn is_called(&self, name: &str) -> bool {
        name_key(&self.name) == name_key(name)
    }
}

/// A name as names are compared: without regard to case, to spaces around it, and to whether an accent is a sign of its own, as in
/// the names of files on a Mac.
pub fn name_key(name: &str) -> String {
    name.nfc().collect::<String>().trim().to_lowercase()
}

/// What is kept after a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// No figures and no words of a call; only what the user did with the client's card during it, an announcement say.
    Nothing,
    /// Who spoke when and with which label; no words.
    #[default]
    Figures,
    /// Figures, and the words of business and framing.
    BusinessWords,
    /// Every word.
    Everything,
}

/// What is kept after a call, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keeping {
    /// What.
    pub what: Kept,
    /// Days after which a call is removed; `None` to keep it until it is forgotten.
    pub days: Option<u32>,
}

impl Keeping {
    /// True if a call of that day is kept no longer.
    pub fn is_over(&self, day: Date, today: Date) -> bool {
        self.days.and_then(|days| day.checked_add(i64::from(days).days()).ok()).is_some_and(|last| last < today)
    }
}

/// Lines for one client.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineWishes {
    /// Ids of lines to be preferred.
    pub preferred: Vec<String>,
    /// Ids of lines never to be offered.
    pub banned: Vec<String>,
    /// Lines of my own: a rung by its name ("park") and the words.
    pub own: Vec<(String, String)>,
}

/// On which ground calls are listened to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consent {
    /// In my words: "said yes on the call", "in the contract", "only my own microphone".
    pub basis: String,
    /// True if listening is fine.
    pub given: bool,
    /// When it was asked.
    pub date: Date,
}

/// How segue listens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ears {
    /// Microphone and a shared tab, in the browser.
    Browser,
    /// Microphone and the monitor of the speakers, natively.
    System,
    /// Not at all: keys only.
    #[default]
    None,
}

/// Something worth keeping that a client told me; `Debug` counts the words only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// When.
    pub date: Date,
    /// What, in my words.
    pub text: String,
}

impl fmt::Debug for Remembered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remembered").field("date", &self.date).field("text", &Words::new(self.text.as_str())).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Client;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    /// Two clients in the list looked the same: one had been typed, the other was the name of a folder.
    #[test]
    fn one_name_is_one_client_however_its_accents_are_written() {
        for (typed, of_a_file) in [("Chloé-Zoë", "CHLOE\u{301}-ZOE\u{308} "), ("Андрей", "Андреи\u{306}")] {
            assert!(Client::named(typed).is_called(of_a_file), "{typed}");
        }
        assert!(!Client::named("Chloé").is_called("Chloe"));
    }

    /// «Talk to you on 3 December at 11!» was offered on the 8th, and at the end of the call of the 3rd.
    #[test]
    fn a_day_that_is_past_is_no_next_call_nor_is_that_of_the_call_itself() {
        let at = |day, hour| date(2026, 12, day).at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        for words in ["on 3 December at 11", "3 декабря в 11"] {
            let client = Client { next_meeting: Some(words.into()), ..Client::named("Bruno") };
            for (day, known, after) in [(1, true, true), (3, true, false), (8, false, false)] {
                assert_eq!(client.clone().as_of(&at(day, 9)).next_meeting.is_some(), known, "{words} {day}");
                assert_eq!(client.clone().after_call(&at(day, 11)).next_meeting.is_some(), after, "{words} {day}");
            }
        }
        let mut client = Client::named("Bruno");
        for (next, after) in [(11, false), (12, false), (16, true)] {
            client.meets(Some(&at(3, next)), Some("today".into()));
            assert_eq!(client.clone().after_call(&at(3, 11)).next_meeting.is_some(), after, "{next}");
        }
        client.meets(None, Some("on Thursdays".into()));
        assert!(client.as_of(&at(8, 9)).after_call(&at(8, 9)).next_meeting.is_some());
    }

    /// A call noted at eleven in Moscow was one at eleven wherever the laptop was opened next.
    #[test]
    fn a_next_call_is_a_moment_wherever_one_is() {
        let zone = |name| TimeZone::get(name).unwrap();
        let at = date(2026, 12, 1).at(11, 0, 0, 0).to_zoned(zone("Europe/Moscow")).unwrap();
        let mut client = Client::named("Anna");
        client.meets(Some(&at), Some("on Tuesday at 11:00".into()));
        for here in ["UTC", "America/New_York", "Europe/Moscow"] {
            assert_eq!(client.next_moment(&zone(here)).map(|next| next.timestamp()), Some(at.timestamp()), "{here}");
            let now = at.with_time_zone(zone(here));
            assert!(client.clone().as_of(&now.saturating_sub(jiff::SignedDuration::from_mins(1))).next_call.is_some(), "{here}");
            let past = client.clone().as_of(&now);
            assert_eq!((past.next_call, past.next_meeting, past.next_zone.as_str()), (None, None, ""), "{here}");
        }
        // Known before zones were: by the clock of this machine.
        client.next_zone.clear();
        let here = client.next_moment(&zone("Asia/Tokyo")).map(|next| next.datetime());
        assert_eq!(here, client.next_call);
        // A zone without a name is none that could be found again.
        client.meets(Some(&at.with_time_zone(TimeZone::fixed(jiff::tz::offset(5)))), None);
        assert_eq!(client.next_moment(&zone("UTC")).map(|next| next.timestamp()), Some(at.timestamp()));
    }
}
