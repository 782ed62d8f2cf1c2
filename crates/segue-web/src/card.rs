//! A client's card, as the page shows it and fills it in.

use crate::texts::{ChatField, ClientSay, LineList, Say};
use jiff::civil::Date;
use segue_core::{Address, Client, Consent, Kept, Kind, Lang, Minutes, Rung, Tone};
use segue_phrasebook::Phrasebook;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// What of a client is filled in by hand. What is not given is as with somebody new.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Card {
    /// Name.
    pub name: String,
    /// Language of calls and notes; that of the page if not given.
    pub lang: Option<Lang>,
    /// Kind of call.
    pub kind: Kind,
    /// Form of address in Russian.
    pub address: Address,
    /// Tone of lines and notes.
    pub tone: Tone,
    /// Planned minutes.
    pub minutes: Option<f64>,
    /// Minutes of chat welcome at the start.
    pub chat_at_start: f64,
    /// Minutes of chat agreed for the end.
    pub chat_at_end: f64,
    /// Seconds of private talk before the first line.
    pub grace: Option<f64>,
    /// Departures from the plan that are fine in five calls.
    pub exceptions: u32,
    /// When I answer messages, as one writes it; empty for no hours.
    pub hours: String,
    /// What an hour of mine costs, as one writes it.
    pub rate: String,
    /// The project in a sentence or two.
    pub about: String,
    /// When we talk next, as one would say it.
    pub next_meeting: Option<String>,
    /// Ids of lines to be preferred.
    pub preferred: Vec<String>,
    /// Ids of lines never to be offered.
    pub banned: Vec<String>,
    /// Lines of one's own: "park: Save that for me; I want to hear it at the end."
    pub own: Vec<String>,
    /// What is kept of a call.
    pub keeping: Kept,
    /// For how many days.
    pub days: Option<u32>,
    /// Whether listening is fine; nothing if that was not asked.
    pub consent: Option<ConsentCard>,
}

/// Whether listening is fine with the client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ConsentCard {
    /// True if it is.
    pub given: bool,
    /// On which ground, in the user's words.
    #[serde(default)]
    pub basis: String,
    /// Since when; today if not given.
    #[serde(default)]
    pub date: Option<Date>,
}

impl Default for Card {
    fn default() -> Self {
        let mut card = Self::of(&Client::default(), Lang::En);
        card.lang = None;
        card
    }
}

impl Card {
    /// The card of a client, hours in that language.
    pub fn of(client: &Client, lang: Lang) -> Self {
        let (boundary, lines) = (&client.boundary, &client.lines);
        Self {
            name: client.name.clone(),
            lang: Some(boundary.lang),
            kind: boundary.kind,
            address: boundary.address,
            tone: boundary.tone,
            minutes: boundary.planned_minutes,
            chat_at_start: boundary.chat_at_start / 60.0,
            chat_at_end: boundary.chat_at_end / 60.0,
            grace: boundary.grace,
            exceptions: boundary.exceptions_per_five,
            hours: boundary.office_hours.as_ref().map(|hours| hours.in_words(lang)).unwrap_or_default(),
            rate: client.rate.as_ref().map(ToString::to_string).unwrap_or_default(),
            about: client.about.clone(),
            next_meeting: client.next_meeting.clone(),
            preferred: lines.preferred.clone(),
            banned: lines.banned.clone(),
            own: lines.own.iter().map(|(rung, text)| format!("{rung}: {text}")).collect(),
            keeping: client.keeping.what,
            days: client.keeping.days,
            consent: client.consent.as_ref().map(|consent| ConsentCard {
                given: consent.given,
                basis: consent.basis.clone(),
                date: Some(consent.date),
            }),
        }
    }

    /// This card with what was changed on it since it was `seen`, and everything else as it is `now`: another page, or
    /// another program, may have changed the rest meanwhile.
    #[must_use]
    pub fn changed_since(self, seen: &Self, now: &Self) -> Self {
        fn later<T: PartialEq + Clone>(mine: T, seen: &T, now: &T) -> T {
            if mine == *seen { now.clone() } else { mine }
        }
        Self {
            name: later(self.name, &seen.name, &now.name),
            lang: later(self.lang, &seen.lang, &now.lang),
            kind: later(self.kind, &seen.kind, &now.kind),
            address: later(self.address, &seen.address, &now.address),
            tone: later(self.tone, &seen.tone, &now.tone),
            minutes: later(self.minutes, &seen.minutes, &now.minutes),
            chat_at_start: later(self.chat_at_start, &seen.chat_at_start, &now.chat_at_start),
            chat_at_end: later(self.chat_at_end, &seen.chat_at_end, &now.chat_at_end),
            grace: later(self.grace, &seen.grace, &now.grace),
            exceptions: later(self.exceptions, &seen.exceptions, &now.exceptions),
            hours: later(self.hours, &seen.hours, &now.hours),
            rate: later(self.rate, &seen.rate, &now.rate),
            about: later(self.about, &seen.about, &now.about),
            next_meeting: later(self.next_meeting, &seen.next_meeting, &now.next_meeting),
            preferred: later(self.preferred, &seen.preferred, &now.preferred),
            banned: later(self.banned, &seen.banned, &now.banned),
            own: later(self.own, &seen.own, &now.own),
            keeping: later(self.keeping, &seen.keeping, &now.keeping),
            days: later(self.days, &seen.days, &now.days),
            consent: later(self.consent, &seen.consent, &now.consent),
        }
    }

    /// Writes the card into a client; what does not stand on it stays. The name is another matter.
    ///
    /// # Errors
    /// A sentence about what cannot be as it was filled in; the client is to be thrown away then.
    pub fn fill(&self, client: &mut Client, today: Date) -> Result<(), Say> {
        let boundary = &mut client.boundary;
        let was_all_chat = boundary.is_all_chat();
        boundary.lang = self.lang.unwrap_or(boundary.lang);
        boundary.kind = self.kind;
        boundary.address = self.address;
        boundary.tone = self.tone;
        boundary.planned_minutes = within(self.minutes, &(Minutes::LEAST..=Minutes::MOST)).ok_or(Say::MinutesOutOfRange)?;
        let chat = |minutes, field| within(Some(minutes), &(0.0..=240.0)).flatten().ok_or(ClientSay::ChatOutOfRange(field));
        boundary.chat_at_start = chat(self.chat_at_start, ChatField::Start)? * 60.0;
        boundary.chat_at_end = chat(self.chat_at_end, ChatField::End)? * 60.0;
        // What was agreed long ago does not stand in the way of changing something else.
        if boundary.is_all_chat() && !was_all_chat {
            return Err(ClientSay::AllChat.into());
        }
        boundary.grace = within(self.grace, &(0.0..=600.0)).ok_or(ClientSay::GraceOutOfRange)?;
        boundary.exceptions_per_five = Some(self.exceptions).filter(|many| *many <= 5).ok_or(ClientSay::ExceptionsOutOfRange)?;
        let hours = self.hours.trim();
        boundary.office_hours = if hours.is_empty() { None } else { Some(hours.parse().map_err(|_| ClientSay::NoHours)?) };
        let rate = self.rate.trim();
        client.rate = if rate.is_empty() { None } else { Some(rate.parse().map_err(|_| ClientSay::NoRate)?) };
        self.about.trim().clone_into(&mut client.about);
        let next = self.next_meeting.as_deref().and_then(tidy);
        if next != client.next_meeting {
            // What a calendar knew is out of date.
            client.meets(None, next);
        }
        let known = client.lines.clone();
        client.lines.preferred = self.preferred.iter().filter_map(|id| tidy(id)).collect();
        client.lines.banned = self.banned.iter().filter_map(|id| tidy(id)).collect();
        client.lines.own = self.own.iter().map(|line| own_line(line).ok_or(ClientSay::NoRung)).collect::<Result<_, _>>()?;
        client.keeping.what = self.keeping;
        client.keeping.days = self.days.filter(|days| *days > 0);
        client.consent = self.consent.as_ref().map(|consent| Consent {
            given: consent.given,
            basis: consent.basis.trim().to_owned(),
            date: consent.date.unwrap_or(today),
        });
        let all = Phrasebook::built_in();
        let theirs = all.for_client(client).map_err(ClientSay::OwnLine)?;
        // Names of lines that are no more may stay; new ones are names of lines.
        let (lines, address) = (&client.lines, client.boundary.address);
        let is_none = |id: &str| [&all, &theirs].into_iter().all(|book| book.open_line(id, address).is_none());
        for (list, ids, before) in
            [(LineList::Preferred, &lines.preferred, &known.preferred), (LineList::Banned, &lines.banned, &known.banned)]
        {
            if let Some(id) = ids.iter().find(|id| !before.contains(id) && is_none(id)) {
                return Err(ClientSay::NoSuchLine(list, id.clone()).into());
            }
        }
        Ok(())
    }
}

/// The number if it is in range or there is none; `None` if it is out of range.
#[expect(clippy::option_option, reason = "whether it may be, and what it is")]
fn within(number: Option<f64>, range: &RangeInclusive<f64>) -> Option<Option<f64>> {
    number.is_none_or(|number| range.contains(&number)).then_some(number)
}

/// A rung and the words of one's own line.
fn own_line(text: &str) -> Option<(String, String)> {
    let (rung, line) = text.split_once(':').map(|(rung, line)| (rung.trim(), line.trim()))?;
    let known = Rung::ALL.iter().any(|known| known.name() == rung) && !line.is_empty();
    known.then(|| (rung.to_owned(), line.to_owned()))
}

/// A text with single spaces; `None` if there is none.
pub(crate) fn tidy(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::Card;
    use crate::texts::{ChatField, ClientSay, LineList, Say};
    use segue_core::{Client, Lang, Tone};

    const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

    #[test]
    fn a_card_that_is_filled_in_and_shown_again_is_the_same() {
        let card: Card = serde_json::from_str(
            r#"{"name":"Viktor","lang":"en","kind":"group","tone":"direct","minutes":45,"chat_at_start":1.5,"chat_at_end":5,
                "grace":30,"exceptions":2,"hours":"Mon–Fri 9:00–18:00","rate":"60 €","about":"A shop","next_meeting":"on Thursday","preferred":["en/park-client-warm-1"],
                "banned":["en/park-client-warm-2"],"own":["park: The dog waits for dessert."],"keeping":"business-words","days":90,
                "consent":{"given":true,"basis":"said yes","date":"2026-11-01"}}"#,
        )
        .unwrap();
        let mut client = Client::named("Viktor");
        client.parked = vec!["the dog".into()];
        card.fill(&mut client, TODAY).unwrap();
        assert_eq!(Card::of(&client, Lang::En), card);
        assert_eq!(client.parked.len(), 1, "what does not stand on the card stays");
        assert_eq!(client.rate.unwrap().to_string(), "60 €");
    }

    #[test]
    fn a_name_is_enough() {
        let card: Card = serde_json::from_str(r#"{"name":"Viktor"}"#).unwrap();
        let mut client = Client::named("Viktor");
        card.fill(&mut client, TODAY).unwrap();
        assert_eq!(client, Client::named("Viktor"));
    }

    #[test]
    fn what_cannot_be_is_said() {
        for (fault, said) in [
            (r#""minutes":0"#, Say::MinutesOutOfRange),
            (r#""chat_at_end":241"#, ClientSay::ChatOutOfRange(ChatField::End).into()),
            (r#""grace":-1"#, ClientSay::GraceOutOfRange.into()),
            (r#""minutes":30,"chat_at_end":45"#, ClientSay::AllChat.into()),
            (r#""hours":"whenever""#, ClientSay::NoHours.into()),
            (r#""exceptions":6"#, ClientSay::ExceptionsOutOfRange.into()),
            (r#""rate":"much""#, ClientSay::NoRate.into()),
            (r#""own":["sing: la la"]"#, ClientSay::NoRung.into()),
            (r#""preferred":["blah-1"]"#, ClientSay::NoSuchLine(LineList::Preferred, "blah-1".into()).into()),
            (r#""banned":["en/park-client-warm-1","blah-2"]"#, ClientSay::NoSuchLine(LineList::Banned, "blah-2".into()).into()),
        ] {
            let card: Card = serde_json::from_str(&format!(r#"{{"name":"Viktor",{fault}}}"#)).unwrap();
            assert_eq!(card.fill(&mut Client::named("Viktor"), TODAY), Err(said), "{fault}");
        }
    }

    /// A line that the phrasebook has no more kept a card from being changed.
    #[test]
    fn a_line_that_is_no_more_stays_on_the_card() {
        let mut client = Client::named("Viktor");
        client.lines.preferred = vec!["en/park-client-warm-0".into()];
        let card = Card { tone: Tone::Direct, ..Card::of(&client, Lang::En) };
        card.fill(&mut client, TODAY).unwrap();
        assert_eq!((client.boundary.tone, client.lines.preferred.len()), (Tone::Direct, 1));
    }

    /// The second of two pages that were open took back what the first had saved.
    #[test]
    fn what_was_not_changed_on_a_card_stays_as_it_is_by_now() {
        let seen = Card { name: "Ines".into(), ..Card::default() };
        let now = Card { next_meeting: Some("on Wednesday".into()), tone: Tone::Neutral, minutes: Some(40.0), ..seen.clone() };
        let mine = Card { rate: "70".into(), minutes: Some(50.0), ..seen.clone() };
        let both = Card { rate: "70".into(), minutes: Some(50.0), ..now.clone() };
        assert_eq!(mine.changed_since(&seen, &now), both);
        assert_eq!(seen.clone().changed_since(&seen, &now), now);
        let emptied = Card { next_meeting: None, ..now.clone() };
        assert_eq!(emptied.clone().changed_since(&now, &now), emptied, "what is taken away is a change");
    }

    #[test]
    fn hours_are_in_the_language_of_the_page() {
        let mut client = Client::named("Анна");
        for (typed, lang, shown) in
            [("пн-пт 10-19", Lang::Ru, "пн–пт 10:00–19:00"), ("mon-fri 10-19", Lang::En, "Mon–Fri 10:00–19:00")]
        {
            Card { hours: typed.into(), ..Card::default() }.fill(&mut client, TODAY).unwrap();
            assert_eq!(Card::of(&client, lang).hours, shown);
            Card::of(&client, lang).fill(&mut client, TODAY).unwrap();
            assert_eq!(Card::of(&client, lang).hours, shown, "shown and kept again");
        }
    }
}
