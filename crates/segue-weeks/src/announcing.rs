//! From four answers to an announcement, and to the boundary that segue keeps to from then on.

use jiff::civil::Date;
use segue_core::{AnnouncementWishes, Boundary, Client, Minutes, NewTerms, Terms};
use segue_phrasebook::{Announcement, NewRule, Welcome, Why};

/// The announcement to a client, in their language and form of address.
pub fn announcement_to(client: &Client, wishes: &AnnouncementWishes) -> Announcement {
    let boundary = &client.boundary;
    Announcement {
        lang: boundary.lang,
        tone: wishes.tone.unwrap_or(boundary.tone),
        address: boundary.address,
        kind: boundary.kind,
        name: Some(client.name.clone()),
        me: wishes.me.clone(),
        why: why(&wishes.why),
        rule: change(&wishes.change),
        minutes: (wishes.minutes.or(boundary.planned_minutes))
            .and_then(|minutes| Minutes::try_from(minutes).ok())
            .map(Minutes::whole),
        welcome: welcome(&wishes.welcome),
    }
}

/// Writes an announcement down: it is due in the next call, and what it says of time and of chat holds once it is said.
pub fn keep_announcement(client: &mut Client, wishes: &AnnouncementWishes, script: String, today: Date) {
    let plan = announcement_to(client, wishes);
    let before = client.boundary.terms();
    let after = Terms {
        planned_minutes: plan.minutes.map(f64::from).or(before.planned_minutes),
        chat_at_end: match plan.rule {
            NewRule::WorkOnly => 0.0,
            NewRule::ChatAtEnd if before.chat_at_end <= 0.0 => Boundary::default().chat_at_end,
            NewRule::ChatAtEnd | NewRule::Own(_) => before.chat_at_end,
        },
    };
    client.announcement = Some(segue_core::Announcement {
        written: today,
        script,
        announced: None,
        wishes: Some(wishes.clone()),
        new_terms: Some(NewTerms { before, after }),
    });
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
    use super::{announcement_to, keep_announcement};
    use jiff::civil::{Date, date};
    use segue_core::{AnnouncementWishes, Client, Terms};
    use segue_phrasebook::{Length, NewRule, Welcome, Why, announcement};

    const WRITTEN: Date = date(2026, 11, 26);

    fn agreed(planned_minutes: Option<f64>, chat_at_end: f64) -> Client {
        let mut client = Client::named("Viktor");
        (client.boundary.planned_minutes, client.boundary.chat_at_end) = (planned_minutes, chat_at_end);
        client
    }

    #[test]
    fn what_is_not_answered_is_as_agreed() {
        let client = agreed(Some(45.0), 180.0);
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
        assert!(announcement(&plan, Length::OneBreath).contains("25"));
    }

    /// What was only written was agreed at once, and a note told the client that they had always had less time than they had.
    #[test]
    fn what_is_announced_holds_from_the_day_on_which_it_is_said() {
        let said = date(2026, 11, 30);
        for (change, minutes, before, after) in [
            ("work-only", Some(20.0), (Some(40.0), 180.0), (Some(20.0), 0.0)),
            ("work-only", None, (Some(40.0), 180.0), (Some(40.0), 0.0)),
            ("chat-at-end", Some(30.0), (None, 0.0), (Some(30.0), 180.0)),
            ("chat-at-end", None, (None, 300.0), (None, 300.0)),
            ("We start with the invoices.", None, (Some(40.0), 300.0), (Some(40.0), 300.0)),
        ] {
            let [before, after] = [before, after].map(|(planned_minutes, chat_at_end)| Terms { planned_minutes, chat_at_end });
            let mut client = agreed(before.planned_minutes, before.chat_at_end);
            let wishes = AnnouncementWishes { change: change.into(), minutes, ..AnnouncementWishes::default() };
            keep_announcement(&mut client, &wishes, String::new(), WRITTEN);
            assert_eq!(client.boundary.terms(), before, "{change}: only written");
            client.announced(said);
            assert_eq!(client.boundary.terms(), after, "{change}: said");
            assert_eq!(client.boundary_on(WRITTEN).terms(), before, "{change}: the days before");
            assert_eq!(client.boundary_on(said).terms(), after, "{change}: that day");
        }
    }

    /// What was agreed since is not agreed away by putting the day right.
    #[test]
    fn an_announcement_is_said_once_whatever_day_it_was() {
        let mut client = agreed(Some(40.0), 180.0);
        let wishes = AnnouncementWishes { minutes: Some(20.0), ..AnnouncementWishes::default() };
        keep_announcement(&mut client, &wishes, String::new(), WRITTEN);
        client.announced(date(2026, 11, 30));
        client.boundary.planned_minutes = Some(25.0);
        client.announced(date(2026, 11, 29));
        assert_eq!(client.boundary.planned_minutes, Some(25.0));
        assert_eq!(client.boundary_on(date(2026, 11, 29)).planned_minutes, Some(25.0));
        assert_eq!(client.boundary_on(date(2026, 11, 28)).planned_minutes, Some(40.0));
    }
}
