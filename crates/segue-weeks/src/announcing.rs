//! From four answers to an announcement, and to the boundary that segue keeps to from then on.

use jiff::civil::Date;
use segue_core::{Boundary, Client, Kind, Tone};
use segue_phrasebook::{Announcement, NewRule, Welcome, Why};

/// Planned minutes that can be announced.
const MINUTES: std::ops::RangeInclusive<f64> = 1.0..=1440.0;

/// The answers: short names, or one's own words; empty for what is usual.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnouncementWishes {
    /// Why things change: `busy`, `projects`, `none`, or in my words.
    pub why: String,
    /// What changes: `chat-at-end`, `work-only`, or in my words.
    pub change: String,
    /// How long each call is from now on, minutes; as agreed if not given.
    pub minutes: Option<f64>,
    /// What stays welcome beside important news: `hello`, `none`, or in my words.
    pub welcome: String,
    /// Tone; that of the boundary if none is wished.
    pub tone: Option<Tone>,
    /// My name, under the letter.
    pub me: Option<String>,
}

/// The announcement to a client, in their language and form of address.
pub fn announcement_to(client: &Client, wishes: &AnnouncementWishes) -> Announcement {
    let boundary = &client.boundary;
    Announcement {
        lang: boundary.lang,
        tone: wishes.tone.unwrap_or(boundary.tone),
        address: boundary.address,
        group: boundary.kind == Kind::Group,
        name: Some(client.name.clone()),
        me: wishes.me.clone(),
        why: why(&wishes.why),
        rule: change(&wishes.change),
        minutes: (wishes.minutes.or(boundary.planned_minutes))
            .filter(|minutes| MINUTES.contains(minutes))
            .map(|minutes| minutes.round() as u32),
        welcome: welcome(&wishes.welcome),
    }
}

/// Writes an announcement down: it is due in the next call, and what it says of time and of chat is agreed.
pub fn keep_announcement(client: &mut Client, plan: &Announcement, script: String, today: Date) {
    let boundary = &mut client.boundary;
    boundary.planned_minutes = plan.minutes.map(f64::from).or(boundary.planned_minutes);
    boundary.chat_at_end = match plan.rule {
        NewRule::WorkOnly => 0.0,
        NewRule::ChatAtEnd if boundary.chat_at_end <= 0.0 => Boundary::default().chat_at_end,
        NewRule::ChatAtEnd | NewRule::Own(_) => boundary.chat_at_end,
    };
    client.announcement = Some(segue_core::Announcement { written: today, script, announced: None });
}

fn why(text: &str) -> Option<Why> {
    match text.trim() {
        "" | "none" => None,
        "busy" => Some(Why::BusySeason),
        "projects" => Some(Why::OtherProjects),
        own => Some(Why::Own(own.into())),
    }
}

fn change(text: &str) -> NewRule {
    match text.trim() {
        "work-only" => NewRule::WorkOnly,
        "" | "chat-at-end" => NewRule::ChatAtEnd,
        own => NewRule::Own(own.into()),
    }
}

fn welcome(text: &str) -> Option<Welcome> {
    match text.trim() {
        "none" => None,
        "" | "hello" => Some(Welcome::Hello),
        own => Some(Welcome::Own(own.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::{AnnouncementWishes, announcement_to, keep_announcement};
    use segue_core::Client;
    use segue_phrasebook::{Length, NewRule, Welcome, Why, announcement};

    #[test]
    fn what_is_not_answered_is_as_agreed_and_what_is_announced_is_agreed() {
        let mut client = Client::named("Viktor");
        client.boundary.planned_minutes = Some(45.0);
        let plan = announcement_to(&client, &AnnouncementWishes::default());
        assert_eq!((plan.minutes, plan.why.clone(), plan.rule.clone()), (Some(45), None, NewRule::ChatAtEnd));
        let wishes = AnnouncementWishes {
            why: "My son was born.".into(),
            change: "work-only".into(),
            minutes: Some(25.0),
            welcome: "none".into(),
            ..AnnouncementWishes::default()
        };
        let plan = announcement_to(&client, &wishes);
        assert_eq!(plan.why, Some(Why::Own("My son was born.".into())));
        assert!(plan.rule == NewRule::WorkOnly && plan.welcome != Some(Welcome::Hello));
        keep_announcement(&mut client, &plan, announcement(&plan, Length::OneBreath), jiff::civil::date(2026, 11, 26));
        assert_eq!(client.boundary.planned_minutes, Some(25.0));
        assert!(client.announcement.unwrap().script.contains("25"));
    }

    #[test]
    fn chat_at_the_end_is_agreed_as_it_was_announced() {
        for (change, before, after) in [
            ("work-only", 180.0, 0.0),
            ("chat-at-end", 0.0, 180.0),
            ("chat-at-end", 300.0, 300.0),
            ("We start with the invoices.", 300.0, 300.0),
        ] {
            let mut client = Client::named("Viktor");
            client.boundary.chat_at_end = before;
            let plan = announcement_to(&client, &AnnouncementWishes { change: change.into(), ..AnnouncementWishes::default() });
            keep_announcement(&mut client, &plan, String::new(), jiff::civil::date(2026, 11, 26));
            assert!((client.boundary.chat_at_end - after).abs() < 1e-9, "{change}: {}", client.boundary.chat_at_end);
        }
    }
}
