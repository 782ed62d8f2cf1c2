//! `segue reply`: a client's message is read, understood and answered with drafts. Nothing is stored.

mod shown;
mod source;
mod stranger;

use crate::cli::{Reply, ReplyFormat};
use crate::memory::Memory;
use crate::message::{ClientFailure, Failure};
use crate::screen::Screen;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use segue_core::{Boundary, Client};
use segue_phrasebook::{Note, ReplyVoice};
use segue_reply::{Channel, Draft, Extent, Manners, Message, Understood, Wishes, address_of, drafts, understand};

/// Everything that is shown of one message.
struct Answer {
    message: Message,
    understood: Understood,
    manners: Manners,
    drafts: Vec<Draft>,
    /// A name that was given and is not remembered, and those that are.
    stranger: Option<(String, Vec<String>)>,
}

/// Runs the command.
pub fn run(arguments: &Reply, screen: &Screen) -> Result<(), Failure> {
    let answer = answer(source::bytes(arguments, screen)?, arguments, true, screen)?;
    if let Some(said) = answer.stranger.as_ref().and_then(|(name, others)| stranger::remark(name, others, screen.ui)) {
        screen.remark(&said);
    }
    let text = match arguments.format {
        ReplyFormat::Text => shown::text(&answer, &screen.layout(arguments.output.as_deref())),
        ReplyFormat::Md => shown::markdown(&answer, screen.ui),
        ReplyFormat::Json => shown::json(&answer),
        ReplyFormat::Eml => {
            let draft = answer.drafts.get(arguments.draft as usize - 1).or(answer.drafts.last());
            draft.map_or_else(String::new, mail)
        }
    };
    screen.deliver(&text, arguments.output.as_deref())
}

/// What there is to say of a message, as Markdown; with words of the user's own about the next call only where they may be told.
pub(super) fn as_markdown(message: Vec<u8>, arguments: &Reply, own_words: bool, screen: &Screen) -> Result<String, Failure> {
    let answer = answer(message, arguments, own_words, screen)?;
    let said = answer.stranger.as_ref().and_then(|(name, others)| stranger::remark(name, others, screen.ui));
    let markdown = shown::markdown(&answer, screen.ui);
    Ok(said.map_or_else(|| markdown.clone(), |said| format!("{}\n\n{said}\n", markdown.trim_end())))
}

/// Reads, understands and answers a message.
fn answer(bytes: Vec<u8>, arguments: &Reply, own_words: bool, screen: &Screen) -> Result<Answer, Failure> {
    let mut client = arguments.client.as_deref().map(|name| known_or_named(name, screen)).transpose()?;
    if let Some((client, _)) = client.as_mut().filter(|_| !own_words) {
        client.next_meeting = None;
    }
    let known = client.as_ref().filter(|(_, others)| others.is_none()).map(|(client, _)| client);
    let wishes = Wishes {
        me: arguments.me.clone(),
        client: client.as_ref().map(|(client, _)| client.name.clone()),
        lang: arguments.lang.map(Into::into),
        channel: arguments.way.map(Into::into),
        zone: TimeZone::system(),
    };
    let spoken = arguments.lang.map(Into::into).or(known.map(|client| client.boundary.lang));
    let message = source::message(bytes, &wishes, spoken, screen)?;
    let about = arguments.about.as_deref().or(known.map(|client| client.about.as_str())).unwrap_or_default();
    let understood = understand(&message, about);
    let manners = manners(arguments, client.as_ref().map(|(client, _)| client), known, &message);
    let drafts = drafts(&understood, &manners);
    let stranger = client.and_then(|(client, others)| Some((client.name, others?)));
    Ok(Answer { message, understood, manners, drafts, stranger })
}

/// The client of that name; where they are not remembered, who is. A name alone is enough to greet.
fn known_or_named(name: &str, screen: &Screen) -> Result<(Client, Option<Vec<String>>), Failure> {
    match Memory::of_user(screen)?.client(name) {
        Ok(client) => Ok((client, None)),
        Err(Failure::Client(ClientFailure::Unknown(_, others))) => Ok((Client::named(name.trim()), Some(others))),
        Err(other) => Err(other),
    }
}

fn manners(arguments: &Reply, client: Option<&Client>, known: Option<&Client>, message: &Message) -> Manners {
    let boundary = known.map_or_else(Boundary::default, |client| client.boundary.clone());
    let address = arguments.address.map(Into::into).or(known.map(|_| boundary.address));
    Manners {
        voice: ReplyVoice {
            lang: message.lang,
            tone: arguments.tone.map_or(boundary.tone, Into::into),
            address: address.unwrap_or_else(|| address_of(message)),
        },
        extent: if message.channel == Channel::Mail { Extent::Mail } else { Extent::Chat },
        client: client.map(|client| client.name.clone()).or_else(|| message.from.clone()),
        me: arguments.me.clone(),
        office_hours: boundary.office_hours,
        sent: arguments.at.or(message.sent),
        now: Some(arguments.at.unwrap_or_else(|| Zoned::now().datetime())),
        next_meeting: arguments.next.clone().or_else(|| known?.next_meeting.clone()),
        subject: message.subject.clone(),
    }
}

/// A draft that a mail program opens.
fn mail(draft: &Draft) -> String {
    segue_weeks::draft(
        &Note { subject: draft.subject.as_ref().map(|subject| subject.as_str().to_owned()), body: draft.text.clone() },
        "",
        "",
        Timestamp::now(),
    )
}
