//! Notes to the client: a departure from the plan with its reason, and the invitation to the next
//! meeting; and the line of consent that is read out.

use crate::name::name_for_draft;
use crate::own_words::{OwnReason, after_a_colon, moment, own_reason};
use crate::slots::{capitalised, in_a_sentence};
use crate::sources;
use crate::wording::{Voice, Wording};
use fluent_bundle::FluentArgs;
use segue_core::{Address, AgendaItem, Lang, Tone, Words};
use std::sync::LazyLock;

static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(sources::NOTE_EN, sources::NOTE_RU));

/// A text ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Subject of a mail; `None` for a chat.
    pub subject: Option<String>,
    /// The text, paragraphs parted by an empty line.
    pub body: Words,
}

/// Where a note is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteLength {
    /// A mail with subject, greeting and closing.
    #[default]
    Mail,
    /// One paragraph for a chat.
    Chat,
}

/// How the call departed from the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Departure {
    /// It went on past the planned time.
    #[default]
    RanOver,
    /// It ended before.
    EndedEarly,
    /// More time than agreed went to other things.
    MoreChat,
    /// Some agenda items were not reached.
    ItemsLeft,
    /// The next call is moved.
    Moved,
}

/// Why it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The work needed it.
    Work,
    /// What the client told me mattered more.
    ClientsNews,
    /// The connection.
    Connection,
    /// Something on my side.
    Mine,
    /// In my words.
    Own(Words),
}

/// What the note about a departure says.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts about one call")]
pub struct OverrunNote {
    /// Language.
    pub lang: Lang,
    /// Tone.
    pub tone: Tone,
    /// Form of address in Russian.
    pub address: Address,
    /// The client's name.
    pub name: Option<String>,
    /// My name, under a mail.
    pub me: Option<String>,
    /// What happened.
    pub departure: Departure,
    /// By how many minutes; zero counts as not known.
    pub minutes: Option<u32>,
    /// Why.
    pub reason: Reason,
    /// True if it is an exception, and not what has become the rule: a client who hears "an exception" every time believes no word.
    pub exception: bool,
    /// True if it came from the client: nothing of it is mine to excuse.
    pub theirs: bool,
    /// True if what is usual is about to change by an announcement: nothing is promised of it.
    pub changes: bool,
    /// True if agenda items were left over it: the client wonders what becomes of them.
    pub left: bool,
    /// Minutes of a call as agreed.
    pub usual_minutes: Option<u32>,
    /// When we talk next, as one would say it ("on Thursday").
    pub next_meeting: Option<String>,
}

/// What the invitation says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invitation {
    /// Language.
    pub lang: Lang,
    /// Tone.
    pub tone: Tone,
    /// Form of address in Russian.
    pub address: Address,
    /// The client's name.
    pub name: Option<String>,
    /// My name, under the mail.
    pub me: Option<String>,
    /// When we talk, as one would say it ("on Thursday at ten").
    pub next_meeting: Option<String>,
    /// Agenda in order.
    pub agenda: Vec<AgendaItem>,
    /// Minutes of the call.
    pub minutes: Option<u32>,
    /// Minutes at the end kept free for other things.
    pub chat_at_end: Option<u32>,
}

/// What is kept of a call, so that the line of consent tells the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing, or figures only.
    #[default]
    Figures,
    /// Words about the work.
    BusinessWords,
    /// All words.
    AllWords,
}

impl Note {
    pub(crate) fn letter(subject: String, paragraphs: &[Vec<String>], bye: &str, me: Option<&str>) -> Self {
        let mut body: Vec<String> =
            paragraphs.iter().filter(|sentences| !sentences.is_empty()).map(|sentences| sentences.join(" ")).collect();
        // The comma of "Kind regards," only stands before a name.
        body.push(match me.and_then(in_a_sentence) {
            Some(me) => format!("{bye}\n{me}"),
            None => bye.trim_end_matches(',').to_owned(),
        });
        Self { subject: Some(subject), body: Words::new(body.join("\n\n")) }
    }
}

/// The note to the client after a departure from the plan: what, why, and what holds from here.
pub fn overrun_note(note: &OverrunNote, length: NoteLength) -> Note {
    let voice = Voice { lang: note.lang, tone: note.tone, address: note.address };
    // Who did not end it does not say "I ended it".
    let plain = Voice { tone: if note.theirs { Tone::Direct } else { note.tone }, ..voice };
    let mut args = FluentArgs::new();
    set_text(&mut args, "name", note.name.as_deref().map(name_for_draft).as_deref());
    set_moment(&mut args, note.next_meeting.as_deref(), note.lang);
    set_minutes(&mut args, note.minutes);
    let own = match &note.reason {
        Reason::Own(words) => own_reason(words.as_str()),
        _ => OwnReason::Told(String::new()),
    };
    let (OwnReason::Told(reason) | OwnReason::Cause(reason)) = &own;
    args.set("reason", after_a_colon(reason));
    let say = |name: &str, args: &FluentArgs| WORDING.texts(&[name], voice, args);
    let what = WORDING.texts(&[departure_name(note.departure, args.get("minutes").is_some())], plain, &args);
    let why = match &note.reason {
        Reason::Own(_) if reason.is_empty() => Vec::new(),
        // It came from them, so it was not on my side.
        Reason::Mine if note.theirs => Vec::new(),
        Reason::Own(_) if matches!(own, OwnReason::Cause(_)) => say("because-of-own", &args),
        // In Russian a colon wants a small letter after it, and a name its capital: a sentence stands alone.
        Reason::Own(_) if note.lang == Lang::Ru && reason.starts_with(char::is_uppercase) => vec![reason.clone()],
        reason => say(reason_name(reason, note.departure), &args),
    };
    let mut usual = FluentArgs::new();
    set_minutes(&mut usual, note.usual_minutes);
    let again = match (note.exception, note.departure, usual.get("minutes").is_some()) {
        (_, Departure::MoreChat, _) if note.theirs => "next-plan",
        (_, _, true) if note.theirs => "next-minutes",
        (_, _, false) if note.theirs => "next-usual",
        (true, Departure::MoreChat, _) => "again-plan",
        (false, Departure::MoreChat, _) => "from-now-plan",
        (true, _, true) => "again-minutes",
        (true, _, false) => "again",
        (false, _, true) => "from-now-minutes",
        (false, _, false) => "from-now",
    };
    let meets = args.get("meeting").is_some();
    let meet = if meets { say("meet", &args) } else { Vec::new() };
    let left = note.left && matches!(note.departure, Departure::RanOver | Departure::MoreChat);
    let meet = if left { [say("left-first", &args), meet].concat() } else { meet };
    let next = match note.departure {
        Departure::RanOver | Departure::MoreChat | Departure::EndedEarly if note.changes => meet,
        Departure::RanOver | Departure::MoreChat | Departure::EndedEarly => [say(again, &usual), meet].concat(),
        Departure::ItemsLeft => [say("left-first", &args), meet].concat(),
        Departure::Moved => [say(if meets { "new-time" } else { "new-time-unknown" }, &args), say("plan-holds", &args)].concat(),
    };
    let named = args.get("name").is_some();
    if length == NoteLength::Chat {
        let hello = say(if named { "hello-chat" } else { "hello-chat-nobody" }, &args);
        return Note { subject: None, body: Words::new([hello, what, why, next].concat().join(" ")) };
    }
    let hello = say(if named { "hello" } else { "hello-nobody" }, &args);
    let thanks = if note.theirs { Vec::new() } else { say("thanks", &args) };
    let subject = if note.departure == Departure::Moved { "moved-subject" } else { "departure-subject" };
    let subject = say(subject, &args).concat();
    Note::letter(subject, &[hello, [what, why].concat(), next, thanks], &say("bye", &args).concat(), note.me.as_deref())
}

/// The invitation to the next meeting, with agenda and limit; parked and private topics are not in it.
pub fn next_meeting_note(invitation: &Invitation) -> Note {
    let voice = Voice { lang: invitation.lang, tone: invitation.tone, address: invitation.address };
    let mut args = FluentArgs::new();
    set_text(&mut args, "name", invitation.name.as_deref().map(name_for_draft).as_deref());
    set_moment(&mut args, invitation.next_meeting.as_deref(), invitation.lang);
    let say = |name: &str, args: &FluentArgs| WORDING.texts(&[name], voice, args);
    let when = |name: &str| if args.get("meeting").is_some() { format!("{name}-when") } else { name.to_owned() };

    let items: Vec<String> = invitation.agenda.iter().filter_map(|item| item_text(item, voice)).collect();
    let mut agenda = say(&when(if items.is_empty() { "no-agenda" } else { "agenda" }), &args);
    if let Some(last) = agenda.last_mut().filter(|_| !items.is_empty()) {
        for (index, item) in items.iter().enumerate() {
            last.push_str(&format!("\n{}. {item}", index + 1));
        }
    }
    let timed = |name: &str, minutes: Option<u32>| {
        let mut args = FluentArgs::new();
        set_minutes(&mut args, minutes);
        if args.get("minutes").is_some() { say(name, &args) } else { Vec::new() }
    };
    let limit = [timed("limit", invitation.minutes), timed("chat-end", invitation.chat_at_end)].concat();
    let add = if items.is_empty() { Vec::new() } else { say("add", &args) };
    let hello = say(if args.get("name").is_some() { "hello" } else { "hello-nobody" }, &args);
    let subject = say(&when("invitation-subject"), &args).concat();
    Note::letter(subject, &[hello, agenda, limit, add], &say("bye", &args).concat(), invitation.me.as_deref())
}

/// What a calendar shows of a call: no time, since every calendar tells that of its own zone.
pub fn appointment_title(lang: Lang, tone: Tone, address: Address) -> String {
    WORDING.text("appointment-title", Voice { lang, tone, address }, &FluentArgs::new()).unwrap_or_default()
}

/// The line to read to the client before segue listens; true for what is kept.
pub fn consent_line(lang: Lang, address: Address, keeping: Keeping) -> String {
    let name = match keeping {
        Keeping::Figures => "consent-figures",
        Keeping::BusinessWords => "consent-business",
        Keeping::AllWords => "consent-everything",
    };
    WORDING.text(name, Voice { lang, tone: Tone::default(), address }, &FluentArgs::new()).unwrap_or_default()
}

fn item_text(item: &AgendaItem, voice: Voice) -> Option<String> {
    let text = capitalised(&item.text.split_whitespace().collect::<Vec<_>>().join(" "));
    if text.is_empty() {
        return None;
    }
    let mut args = FluentArgs::new();
    args.set("item", text.as_str());
    set_minutes(&mut args, item.minutes.filter(|m| m.is_finite()).map(|m| m.round().clamp(0.0, 1e4) as u32));
    if args.get("minutes").is_some() { WORDING.text("item-minutes", voice, &args) } else { Some(text) }
}

fn departure_name(departure: Departure, minutes: bool) -> &'static str {
    match (departure, minutes) {
        (Departure::RanOver, true) => "ran-over-minutes",
        (Departure::RanOver, false) => "ran-over",
        (Departure::EndedEarly, true) => "ended-early-minutes",
        (Departure::EndedEarly, false) => "ended-early",
        (Departure::MoreChat, true) => "more-chat-minutes",
        (Departure::MoreChat, false) => "more-chat",
        (Departure::ItemsLeft, _) => "items-left",
        (Departure::Moved, _) => "moved",
    }
}

fn reason_name(reason: &Reason, departure: Departure) -> &'static str {
    match reason {
        // A call that is moved has not been yet: nothing was needed in it, nothing was told.
        Reason::Work if departure == Departure::Moved => "because-move-work",
        Reason::ClientsNews if departure == Departure::Moved => "because-move-news",
        Reason::Work if departure == Departure::MoreChat => "because-chat-work",
        Reason::Work => "because-work",
        Reason::ClientsNews => "because-news",
        Reason::Connection => "because-connection",
        Reason::Mine => "because-mine",
        Reason::Own(_) => "because-own",
    }
}

fn set_text(args: &mut FluentArgs, name: &'static str, text: Option<&str>) {
    if let Some(text) = text.and_then(in_a_sentence) {
        args.set(name, text);
    }
}

fn set_moment(args: &mut FluentArgs, text: Option<&str>, lang: Lang) {
    if let Some(text) = text.and_then(|text| moment(text, lang)) {
        args.set("meeting", text);
    }
}

fn set_minutes(args: &mut FluentArgs, minutes: Option<u32>) {
    if let Some(minutes) = minutes.filter(|&minutes| minutes > 0) {
        args.set("minutes", minutes);
    }
}
