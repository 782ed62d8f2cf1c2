//! Drafts of an answer, put together from the phrasebook's sentences.

mod answers;
mod head;
mod hours;
mod humane;
mod name;
mod paper;
mod words;

pub(crate) use head::named;
pub use segue_phrasebook::name_for_draft;

use crate::extent::Extent;
use crate::understand::{Despair, Mood, Understood};
use jiff::civil::DateTime;
use paper::Paper;
use segue_core::{Label, OfficeHours, Words, fingerprint};
use segue_phrasebook::{ReplyPart, ReplyVoice, reply_text};
use serde::{Deserialize, Serialize};

/// How drafts are to sound and what is known for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manners {
    /// Language, tone, form of address.
    pub voice: ReplyVoice,
    /// Mail or chat.
    pub extent: Extent,
    /// The client's name, for the greeting.
    pub client: Option<String>,
    /// My name, under a mail.
    pub me: Option<String>,
    /// When I answer, if that was agreed.
    pub office_hours: Option<OfficeHours>,
    /// When the message came, by my clock.
    pub sent: Option<DateTime>,
    /// When I answer it, by my clock.
    pub now: Option<DateTime>,
    /// When we talk next, as I would say it ("on Thursday").
    pub next_meeting: Option<String>,
    /// Subject of the mail that is answered.
    pub subject: Option<Words>,
}

impl Manners {
    /// Whether the message came outside my office hours; `None` where no hours were agreed or no time is known.
    pub fn outside_hours(&self) -> Option<bool> {
        Some(!self.office_hours.as_ref()?.contain(self.sent.or(self.now)?))
    }
}

/// What a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DraftKind {
    /// Answers what is asked, with places to fill in.
    Answering,
    /// Says when the answer comes.
    SayingWhen,
    /// The same with fewer words.
    Short,
    /// Acknowledges; nothing is asked.
    Acknowledging,
    /// Something serious: humane, and the work can wait.
    Humane,
    /// The same, with what was asked below, in no hurry.
    HumaneAndAnswering,
}

impl DraftKind {
    /// Which variant it takes, counted from that of the message: drafts that stand side by side take different ones.
    fn turn(self) -> u64 {
        match self {
            Self::Answering | Self::Acknowledging | Self::Humane => 0,
            Self::Short => 1,
            Self::SayingWhen | Self::HumaneAndAnswering => 2,
        }
    }

    /// Name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answering => "answering",
            Self::SayingWhen => "saying_when",
            Self::Short => "short",
            Self::Acknowledging => "acknowledging",
            Self::Humane => "humane",
            Self::HumaneAndAnswering => "humane_and_answering",
        }
    }
}

/// A draft: a proposal for the user to change and to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is.
    pub kind: DraftKind,
    /// Subject of a mail.
    pub subject: Option<Words>,
    /// The text; places to be filled in stand in square brackets.
    pub text: Words,
}

/// Two or three drafts; the same message gives the same drafts.
pub fn drafts(understood: &Understood, manners: &Manners) -> Vec<Draft> {
    let seed = fingerprint(0, understood.sentences.iter().flat_map(|one| one.text.as_str().bytes()));
    let writer = Writer { understood, manners, seed };
    let kinds: &[DraftKind] = match (understood.care, understood.asks.is_empty()) {
        // Whoever does not want to live gets no answers about the work, not even in no hurry.
        (true, _) if understood.despair == Some(Despair::Plain) => &[DraftKind::Humane, DraftKind::Short],
        (true, true) => &[DraftKind::Humane, DraftKind::Short],
        (true, false) => &[DraftKind::Humane, DraftKind::HumaneAndAnswering, DraftKind::Short],
        (false, true) => &[DraftKind::Acknowledging, DraftKind::Short],
        // At night the morning comes first.
        (false, false) if writer.is_late() => &[DraftKind::SayingWhen, DraftKind::Answering, DraftKind::Short],
        (false, false) => &[DraftKind::Answering, DraftKind::SayingWhen, DraftKind::Short],
    };
    kinds.iter().map(|&kind| writer.draft(kind)).collect()
}

/// What a draft is written from.
struct Writer<'a> {
    understood: &'a Understood,
    manners: &'a Manners,
    seed: u64,
}

impl Writer<'_> {
    fn draft(&self, kind: DraftKind) -> Draft {
        let mut paper = Paper::new(self.manners.extent);
        self.greet(kind, &mut paper);
        match kind {
            DraftKind::Humane | DraftKind::Short if self.understood.despair == Some(Despair::Plain) => {
                self.stay(kind, &mut paper);
            }
            DraftKind::Humane | DraftKind::HumaneAndAnswering => self.care(kind, &mut paper),
            DraftKind::Short if self.understood.care => {
                paper.sentences([self.say(ReplyPart::Sorry, kind, &[]), self.work_gently(kind), self.between_us(kind)]);
            }
            DraftKind::Acknowledging => self.acknowledge(kind, &mut paper),
            DraftKind::Short if self.understood.asks.is_empty() => self.acknowledge(kind, &mut paper),
            DraftKind::Answering | DraftKind::SayingWhen | DraftKind::Short => self.reply(kind, &mut paper),
        }
        self.close(kind, &mut paper);
        Draft { kind, subject: self.subject(), text: Words::new(paper.finish()) }
    }

    /// A sentence of the phrasebook; which of its variants, the message and the draft decide.
    fn say(&self, part: ReplyPart, kind: DraftKind, values: &[(&'static str, &str)]) -> Option<String> {
        self.say_next(part, kind, 0, values)
    }

    /// The same, so many variants further on.
    fn say_next(&self, part: ReplyPart, kind: DraftKind, more: u64, values: &[(&'static str, &str)]) -> Option<String> {
        let pick = fingerprint(0, self.seed.to_le_bytes().into_iter().chain(part.seed().bytes()));
        // Two drafts of one message do not have the same sentence where there is another.
        let pick = ((pick ^ (pick >> 32)) & 0xffff) + kind.turn() + more;
        reply_text(part, self.manners.voice, pick, values)
    }

    fn greet(&self, kind: DraftKind, paper: &mut Paper) {
        let name = self.manners.client.as_deref().map(name_for_draft).filter(|name| !name.is_empty());
        let values: Vec<(&'static str, &str)> = name.iter().map(|name| ("name", name.as_str())).collect();
        let named = name.is_some();
        let part = match (self.manners.extent, self.understood.care) {
            (Extent::Chat, _) if kind == DraftKind::Short => return,
            (_, true) if named => ReplyPart::HelloCare,
            (Extent::Chat, true) => return,
            (Extent::Mail, true) => return paper.greeting(self.say_gently(ReplyPart::HelloNobody, kind)),
            (Extent::Mail, _) => {
                if named {
                    ReplyPart::Hello
                } else {
                    ReplyPart::HelloNobody
                }
            }
            (Extent::Chat, _) => {
                if named {
                    ReplyPart::HelloChat
                } else {
                    ReplyPart::HelloChatNobody
                }
            }
        };
        paper.greeting(self.say(part, kind, &values));
    }

    fn acknowledge(&self, kind: DraftKind, paper: &mut Paper) {
        let understood = self.understood;
        let warm = self.warm_word(kind);
        let fact = match (&warm, understood.moves_work) {
            _ if understood.displeased => self.displeased(kind),
            _ if understood.leaves || understood.goes_ahead || understood.confidence && !understood.moves_work => None,
            (_, true) => self.moves(kind),
            (_, false) if understood.brings => self.say(ReplyPart::GotIt, kind, &[]),
            (Some(_), false) => None,
            (None, false) if understood.thanks => self.say(ReplyPart::Welcome, kind, &[]),
            (None, false) => self.say(ReplyPart::Noted, kind, &[]),
        };
        let late = if understood.urgent { self.late(kind) } else { None };
        paper.sentences([
            warm.clone(),
            self.invited(kind),
            fact,
            self.leaves(kind),
            self.between_us(kind),
            self.goes_ahead(kind),
            late,
        ]);
        // A story without any business gets an open door for the work, not for more stories.
        let open = warm.is_some()
            && !understood.leaves
            && !understood.goes_ahead
            && !understood.moves_work
            && !understood.displeased
            && understood.despair.is_none();
        if kind == DraftKind::Acknowledging && open {
            paper.sentences([self.say(ReplyPart::Project, kind, &[])]);
        }
    }

    fn reply(&self, kind: DraftKind, paper: &mut Paper) {
        let warm = self.warm_word(kind);
        let brief = kind == DraftKind::Short;
        // In few words a warm one stays where it would be missed.
        let missed = self.understood.despair.is_some() || self.understood.mood.is_some_and(Mood::is_missed);
        // Whoever ends the work is thanked for telling once.
        let moves = if self.understood.parting { self.dates_of_parting(kind) } else { self.moves(kind) };
        let moves = moves.filter(|_| self.understood.moves_work && !brief);
        paper.sentences([warm.filter(|_| !brief || missed), self.invited(kind), moves]);
        let displeased = self.understood.displeased;
        paper.sentences([displeased.then(|| self.displeased(kind)).flatten()]);
        paper.sentences([self.leaves(kind), self.between_us(kind), self.goes_ahead(kind)]);
        let late = self.late(kind);
        match kind {
            DraftKind::Answering => {
                self.answers(kind, !displeased, paper);
                paper.sentences([self.hours_rule(kind)]);
            }
            _ if late.is_some() => paper.sentences([late]),
            DraftKind::Short if self.understood.asks.len() == 1 => self.answers(kind, !displeased, paper),
            _ => paper.sentences([self.later(kind)]),
        }
        if kind == DraftKind::SayingWhen
            && let Some(meeting) = self.manners.next_meeting.as_deref().map(str::trim).filter(|meeting| !meeting.is_empty())
        {
            paper.sentences([self.say(ReplyPart::Next, kind, &[("meeting", meeting)])]);
        }
    }

    /// Something personal is told and nobody knows whether it is good: no cheer.
    fn is_unsure(&self) -> bool {
        let personal = self.understood.sentences.iter().any(|one| one.label == Label::Personal);
        personal && !self.understood.goes_ahead && matches!(self.understood.mood, None | Some(Mood::Plain))
    }

    fn close(&self, kind: DraftKind, paper: &mut Paper) {
        let care = self.understood.care;
        match self.manners.extent {
            Extent::Mail => {
                let part = match () {
                    () if self.understood.despair.is_some() => ReplyPart::ByeDespair,
                    () if care => ReplyPart::ByeCare,
                    () => ReplyPart::Bye,
                };
                paper.bye(self.say(part, kind, &[]), self.manners.me.as_deref());
            }
            // What was asked last is what counts: a wish after it would end the talk.
            Extent::Chat if self.understood.despair.is_some() => {}
            Extent::Chat if care => paper.sentences([self.say(ReplyPart::CloseCare, kind, &[])]),
            // Nobody wishes a good day at midnight, to whoever complains, nor at the end of one line.
            Extent::Chat if kind == DraftKind::Short || self.is_late() || self.understood.displeased => {}
            Extent::Chat if matches!(self.understood.mood, Some(Mood::Guilt | Mood::Closer | Mood::Lonely)) => {}
            Extent::Chat if self.understood.mood == Some(Mood::Hard) || self.is_unsure() => {
                paper.sentences([self.say(ReplyPart::CloseGentle, kind, &[])]);
            }
            Extent::Chat => paper.sentences([self.say(ReplyPart::Close, kind, &[])]),
        }
    }

    fn subject(&self) -> Option<Words> {
        if self.manners.extent == Extent::Chat {
            return None;
        }
        let subject = self.manners.subject.as_ref().map(|subject| name::bare_subject(subject.as_str())).filter(|s| !s.is_empty());
        let voice = self.manners.voice;
        let text = match subject {
            Some(subject) => reply_text(ReplyPart::Subject, voice, 0, &[("subject", &subject)]),
            None => reply_text(ReplyPart::SubjectNothing, voice, 0, &[]),
        };
        text.map(Words::new)
    }
}
