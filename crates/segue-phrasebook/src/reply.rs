//! Sentences of a reply to a client's message, several for each part, so that ten replies do not read the same.

use crate::own_words::moment;
use crate::slots::capitalised;
use crate::sources;
use crate::wording::{Voice, Wording};
use fluent_bundle::{FluentArgs, FluentValue};
use segue_core::{Address, Lang, Tone, tokens};
use std::collections::BTreeSet;
use std::sync::LazyLock;

static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(sources::REPLY_EN, sources::REPLY_RU));
static WORDS: LazyLock<[BTreeSet<String>; 2]> =
    LazyLock::new(|| [sources::REPLY_EN, sources::REPLY_RU].map(|file| tokens(file).into_iter().collect()));

/// Most variants of one part.
const MOST: u32 = 20;

/// How a reply sounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReplyVoice {
    /// Language.
    pub lang: Lang,
    /// Tone.
    pub tone: Tone,
    /// Form of address in Russian.
    pub address: Address,
}

/// A part of a reply. What is put into it comes by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplyPart {
    /// Greeting of a mail, with `name`.
    Hello,
    /// The same to nobody in particular.
    HelloNobody,
    /// Greeting of a chat, with `name`.
    HelloChat,
    /// The same to nobody in particular.
    HelloChatNobody,
    /// Greeting where something serious was told, with `name`.
    HelloCare,
    /// Sympathy for something serious.
    Sorry,
    /// I hurt them, beside something serious.
    Hurt,
    /// The work can wait.
    Move,
    /// What was asked can wait too.
    AnswersWait,
    /// What was asked, below and in no hurry.
    AnswersBelow,
    /// To somebody who does not want to live: not to be alone with it.
    Despair,
    /// The same: where help is at any hour.
    DespairHelp,
    /// The same: a call.
    DespairCall,
    /// To somebody whose words may mean that.
    Worried,
    /// Closing of a mail to both.
    ByeDespair,
    /// Closing of a mail where something serious was told.
    ByeCare,
    /// The same in a chat.
    CloseCare,
    /// A warm sentence for something hard.
    Hard,
    /// The same for something good.
    Good,
    /// To somebody whom what we made moved to tears, or made laugh.
    Moved,
    /// The same for a story.
    Plain,
    /// The same for a reproach.
    Guilt,
    /// To somebody who needs to be listened to.
    Lonely,
    /// To somebody who wants to be closer than work.
    Closer,
    /// To an invitation, with a place for yes or no.
    Invitation,
    /// The same beside a warm word for something else.
    Invited,
    /// To a present.
    Gift,
    /// To a question about my private life.
    Fishing,
    /// The same for praise.
    Flattery,
    /// Thanks for wishes.
    Wishes,
    /// To somebody who is unhappy with the work, with a place for what I will do.
    Displeased,
    /// To somebody who ends the work together, with a place for how I leave it.
    Parting,
    /// What is not to be done will not be.
    Leaves,
    /// The same where something serious was told.
    LeavesCare,
    /// The same beside something that "that" would be taken for.
    LeavesApart,
    /// What they told stays between us.
    BetweenUs,
    /// To whom something serious happened: the dates that have to hold are seen.
    HoldsCare,
    /// The same to somebody who thanks for all that was done and asks for nothing.
    ThankedCare,
    /// What was approved goes on, with a place for what and when.
    GoesAhead,
    /// The same where something serious was told, without a place.
    GoesAheadCare,
    /// The `dates` that were named where something serious was told.
    DatesCare,
    /// What was brought has come.
    GotIt,
    /// An answer to thanks.
    Welcome,
    /// A message came.
    Noted,
    /// An open door for the project.
    Project,
    /// A private fact moves the work.
    Moves,
    /// The same for something hard.
    MovesHard,
    /// A private fact moves the work, with `dates`.
    MovesDates,
    /// The answer to one ask, by the ask's kind.
    Answer(&'static str),
    /// Head of a list of answers.
    List,
    /// The place for an answer in a list, by kind.
    Slot(&'static str),
    /// An ask that is not to be repeated, by kind.
    About(&'static str),
    /// When the answer comes.
    Later,
    /// When something is done.
    LaterDo,
    /// When answers come to `count` asks.
    LaterMany,
    /// Outside my hours: back `opening`, answering `hours`.
    AfterHours,
    /// The same for something urgent.
    AfterHoursUrgent,
    /// It came outside my `hours`.
    HoursRule,
    /// A moment to come at `time`: `today`, `tomorrow`, `monday`.
    Opening(&'static str),
    /// When we talk, with `meeting`.
    Next,
    /// Closing of a chat.
    Close,
    /// The same where something hard was told.
    CloseGentle,
    /// Closing of a mail.
    Bye,
    /// Subject of a mail that had one.
    Subject,
    /// Subject of a mail that had none.
    SubjectNothing,
}

impl ReplyPart {
    fn name(self) -> String {
        let name = match self {
            Self::Hello => "hello",
            Self::HelloNobody => "hello-nobody",
            Self::HelloChat => "hello-chat",
            Self::HelloChatNobody => "hello-chat-nobody",
            Self::HelloCare => "hello-care",
            Self::Sorry => "sorry",
            Self::Hurt => "hurt",
            Self::Move => "move",
            Self::AnswersWait => "answers-wait",
            Self::AnswersBelow => "answers-below",
            Self::Despair => "despair",
            Self::DespairHelp => "despair-help",
            Self::DespairCall => "despair-call",
            Self::Worried => "worried",
            Self::ByeDespair => "bye-despair",
            Self::ByeCare => "bye-care",
            Self::CloseCare => "close-care",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Moved => "moved",
            Self::Plain => "plain",
            Self::Guilt => "guilt",
            Self::Lonely => "lonely",
            Self::Closer => "closer",
            Self::Invitation => "invitation",
            Self::Invited => "invited",
            Self::Gift => "gift",
            Self::Fishing => "fishing",
            Self::Flattery => "flattery",
            Self::Wishes => "wishes",
            Self::Displeased => "displeased",
            Self::Parting => "parting",
            Self::Leaves => "leaves",
            Self::LeavesCare => "leaves-care",
            Self::LeavesApart => "leaves-apart",
            Self::BetweenUs => "between-us",
            Self::HoldsCare => "holds-care",
            Self::ThankedCare => "thanked-care",
            Self::GoesAhead => "goes-ahead",
            Self::GoesAheadCare => "goes-ahead-care",
            Self::DatesCare => "dates-care",
            Self::GotIt => "got-it",
            Self::Welcome => "welcome",
            Self::Noted => "noted",
            Self::Project => "project",
            Self::Moves => "moves",
            Self::MovesHard => "moves-hard",
            Self::MovesDates => "moves-dates",
            Self::Answer(kind) => return format!("answer-{kind}"),
            Self::List => "list",
            Self::Slot(kind) => return format!("slot-{kind}"),
            Self::About(kind) => return format!("about-{kind}"),
            Self::Later => "later",
            Self::LaterDo => "later-do",
            Self::LaterMany => "later-many",
            Self::AfterHours => "after-hours",
            Self::AfterHoursUrgent => "after-hours-urgent",
            Self::HoursRule => "hours-rule",
            Self::Opening(day) => return format!("opening-{day}"),
            Self::Next => "next",
            Self::Close => "close",
            Self::CloseGentle => "close-gentle",
            Self::Bye => "bye",
            Self::Subject => "subject",
            Self::SubjectNothing => "subject-nothing",
        };
        name.to_owned()
    }

    /// What the choice of one of its variants is made from: it stays as it is, so that the same message gets the same reply.
    pub fn seed(self) -> String {
        match self {
            Self::Answer(kind) => format!("Answer(\"{kind}\")"),
            Self::Slot(kind) => format!("Slot(\"{kind}\")"),
            Self::About(kind) => format!("About(\"{kind}\")"),
            Self::Opening(day) => format!("Opening(\"{day}\")"),
            _ => self.name().split('-').map(capitalised).collect(),
        }
    }
}

/// The sentence of a part: which of its variants, `pick` decides. `None` if a value it needs is missing.
pub fn reply_text(part: ReplyPart, voice: ReplyVoice, pick: u64, values: &[(&'static str, &str)]) -> Option<String> {
    let (name, voice) = (part.name(), Voice { lang: voice.lang, tone: voice.tone, address: voice.address });
    let variants: Vec<String> =
        (1..=MOST).map(|number| format!("{name}-{number}")).take_while(|name| WORDING.has(name, voice)).collect();
    let chosen = variants.get((pick % variants.len().max(1) as u64) as usize)?;
    let mut args = FluentArgs::new();
    for &(name, value) in values {
        // A count is a number, so that "both" and plural forms can be right.
        let number = value.parse::<u32>().ok().filter(|_| name == "count");
        let meeting = if name == "meeting" { moment(value, voice.lang) } else { None };
        let text = || meeting.map_or_else(|| FluentValue::from(value), FluentValue::from);
        args.set(name, number.map_or_else(text, FluentValue::from));
    }
    let text = WORDING.text(chosen, voice, &args)?;
    Some(if matches!(part, ReplyPart::Opening(_)) { text } else { capitalised(&text) })
}

/// True if the sentences of replies have this word (as [`crate::tokens`] gives it) of themselves.
pub fn reply_has_word(lang: Lang, word: &str) -> bool {
    WORDS[lang as usize].contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: [(&str, &str); 7] = [
        ("name", "Alex"),
        ("dates", "3 May"),
        ("count", "3"),
        ("opening", "tomorrow at 9:00"),
        ("hours", "Mon–Fri 9:00–18:00"),
        ("time", "9:00"),
        ("meeting", "on Thursday"),
    ];

    fn voices() -> impl Iterator<Item = ReplyVoice> {
        let tones = [Tone::Warm, Tone::Neutral, Tone::Direct];
        [(Lang::En, Address::Vy), (Lang::Ru, Address::Ty), (Lang::Ru, Address::Vy)]
            .into_iter()
            .flat_map(move |(lang, address)| tones.map(|tone| ReplyVoice { lang, tone, address }))
    }

    fn parts() -> Vec<ReplyPart> {
        use ReplyPart::{
            AfterHours, AfterHoursUrgent, Answer, AnswersBelow, AnswersWait, BetweenUs, ByeCare, Close, CloseCare, CloseGentle,
            Closer, DatesCare, Despair, DespairCall, DespairHelp, Displeased, Fishing, Flattery, Gift, GoesAhead, GoesAheadCare,
            Good, GotIt, Guilt, Hard, HoldsCare, HoursRule, Hurt, Invitation, Invited, Later, LaterDo, LaterMany, Leaves,
            LeavesApart, LeavesCare, List, Lonely, Move, Moved, Moves, MovesDates, MovesHard, Next, Noted, Parting, Plain,
            Project, Sorry, ThankedCare, Welcome, Wishes, Worried,
        };
        let mut parts = vec![
            Despair,
            DespairHelp,
            DespairCall,
            Worried,
            Sorry,
            Hurt,
            Lonely,
            Closer,
            Invitation,
            Gift,
            Move,
            AnswersWait,
            AnswersBelow,
            ByeCare,
            CloseCare,
            Hard,
            Good,
            Moved,
            Plain,
            Guilt,
            Fishing,
            Flattery,
            Displeased,
            Parting,
            Leaves,
            LeavesCare,
            LeavesApart,
            GoesAhead,
            GoesAheadCare,
            BetweenUs,
            HoldsCare,
            ThankedCare,
            DatesCare,
            Invited,
            MovesHard,
            GotIt,
            Welcome,
            Noted,
            Project,
            Moves,
            MovesDates,
            List,
            Later,
            LaterDo,
            LaterMany,
            AfterHours,
            AfterHoursUrgent,
            HoursRule,
            Next,
            Close,
            CloseGentle,
            Wishes,
        ];
        parts.extend(["when", "price", "meet", "send", "do", "yes", "stop", "extra", "open"].map(Answer));
        parts
    }

    #[test]
    fn the_same_message_gets_the_same_reply_as_it_always_did() {
        for (part, seed) in [
            (ReplyPart::Sorry, "Sorry"),
            (ReplyPart::HelloChatNobody, "HelloChatNobody"),
            (ReplyPart::Answer("price"), "Answer(\"price\")"),
            (ReplyPart::Opening("today"), "Opening(\"today\")"),
        ] {
            assert_eq!(part.seed(), seed);
        }
    }

    #[test]
    fn every_part_has_variants_in_every_voice() {
        for voice in voices() {
            for part in parts() {
                let texts: BTreeSet<String> = (0..6)
                    .map(|pick| reply_text(part, voice, pick, &VALUES).unwrap_or_else(|| panic!("{part:?} {voice:?}")))
                    .collect();
                assert!(texts.len() >= 2, "{part:?} {voice:?}: {texts:?}");
            }
            let days = ["today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            for part in
                days.map(ReplyPart::Opening).into_iter().chain([ReplyPart::Hello, ReplyPart::Bye, ReplyPart::SubjectNothing])
            {
                assert!(reply_text(part, voice, 0, &VALUES).is_some(), "{part:?} {voice:?}");
            }
        }
    }

    /// No sentence gives away whether a man or a woman writes, mixes forms of address, or has wording that may hurt.
    #[test]
    fn sentences_fit_whoever_writes() {
        for voice in voices() {
            for part in parts() {
                for pick in 0..6 {
                    let text = reply_text(part, voice, pick, &VALUES).unwrap_or_default();
                    let words = tokens(&text);
                    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
                    if voice.lang == Lang::Ru {
                        assert!(
                            !has(&["рад", "рада", "готов", "готова", "получил", "получила", "сам", "сама", "должен", "должна"]),
                            "{text}"
                        );
                        let ty = has(&["ты", "тебя", "тебе", "тобой", "твой", "твоя", "твои", "скажи", "пиши", "береги"]);
                        let vy = has(&["вы", "вас", "вам", "вами", "ваш", "ваша", "ваши", "скажите", "пишите", "берегите"]);
                        assert!(if voice.address == Address::Ty { !vy } else { !ty }, "{voice:?} {text}");
                    }
                    assert!(!text.contains("  ") && !text.contains('{'), "{text}");
                }
            }
        }
    }
}
