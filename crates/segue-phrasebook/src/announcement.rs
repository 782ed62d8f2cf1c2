//! The announcement of a new boundary: a script to say after the greetings and before business, in
//! three lengths, and a letter to send before.

use crate::addressed::speaks_of;
use crate::name::name_for_draft;
use crate::notes::Note;
use crate::own_words::{OwnReason, after_a_colon, is_sentence, own_reason, says_since_when};
use crate::slots::in_a_sentence;
use crate::sources;
use crate::wording::{Voice, Wording, as_sentence, with_an_end};
use fluent_bundle::FluentArgs;
use segue_core::{Address, Kind, Lang, Tone, Words};
use std::sync::LazyLock;

static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(sources::ANNOUNCEMENT_EN, sources::ANNOUNCEMENT_RU));

/// Why things change. Only what is true is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Work has picked up.
    BusySeason,
    /// I have other projects now.
    OtherProjects,
    /// What I choose to say, a sentence or two.
    Own(Words),
}

/// What changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NewRule {
    /// Calls are for the work.
    #[default]
    WorkOnly,
    /// Work first, a few minutes at the end for other things.
    ChatAtEnd,
    /// In my words, a sentence or two.
    Own(Words),
}

/// What stays welcome, beside important news, which always does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Welcome {
    /// A hello and a few words at the start.
    Hello,
    /// In my words, a sentence or two.
    Own(Words),
}

/// How long the script is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// Two or three short sentences, about 12 seconds.
    OneBreath,
    /// About 30 seconds.
    HalfMinute,
    /// About a minute.
    Minute,
}

/// What is to be announced, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Announcement {
    /// Language.
    pub lang: Lang,
    /// Tone.
    pub tone: Tone,
    /// Form of address in Russian; a group is spoken to as many.
    pub address: Address,
    /// To whom it is said and sent: a group has words of its own, and so have colleagues.
    pub kind: Kind,
    /// The client's name, for the greeting of the letter.
    pub name: Option<String>,
    /// My name, under the letter.
    pub me: Option<String>,
    /// Why; without it the announcement gives no reason.
    pub why: Option<Why>,
    /// What changes.
    pub rule: NewRule,
    /// Minutes of each call; zero counts as none.
    pub minutes: Option<u32>,
    /// What stays welcome.
    pub welcome: Option<Welcome>,
}

/// The script in this length. Personal sentences the user wrote stand in it as they are.
pub fn announcement(plan: &Announcement, length: Length) -> String {
    let says = Says::of(plan);
    match length {
        Length::OneBreath => [
            says.named("short-open"),
            says.why("short-"),
            says.rule("short-"),
            says.minutes("short-minutes"),
            says.named("short-news"),
        ]
        .concat(),
        Length::HalfMinute => [
            says.named("open"),
            says.why(""),
            says.rule(""),
            says.minutes("minutes"),
            says.welcome(),
            says.named("news"),
            says.named("ask"),
        ]
        .concat(),
        Length::Minute => [
            says.named("open"),
            says.named("shared"),
            says.why(""),
            says.rule(""),
            says.chat_at_end(),
            says.named("how"),
            says.minutes("minutes"),
            says.welcome(),
            says.named("news"),
            says.close(),
            says.named("ask"),
        ]
        .concat(),
    }
    .join(" ")
}

/// The same as a letter, to be sent before the call.
pub fn announcement_letter(plan: &Announcement) -> Note {
    let says = Says::of(plan);
    let greeting = if says.has_name { "letter-hello" } else { "letter-hello-nobody" };
    let paragraphs = [
        says.named(greeting),
        [says.named("letter-open"), says.why(""), says.rule(""), says.chat_at_end(), says.minutes("minutes")].concat(),
        [says.welcome(), says.named("news")].concat(),
        [says.close(), says.named("letter-ask")].concat(),
    ];
    Note::letter(says.named("letter-subject").concat(), &paragraphs, &says.named("letter-bye").concat(), plan.me.as_deref())
}

struct Says<'a> {
    plan: &'a Announcement,
    voice: Voice,
    args: FluentArgs<'a>,
    has_name: bool,
}

impl<'a> Says<'a> {
    fn of(plan: &'a Announcement) -> Self {
        let mut args = FluentArgs::new();
        let name =
            plan.name.as_deref().filter(|_| plan.kind != Kind::Group).and_then(|name| in_a_sentence(&name_for_draft(name)));
        let has_name = name.is_some();
        if let Some(name) = name {
            args.set("name", name);
        }
        if let Some(minutes) = plan.minutes.filter(|&minutes| minutes > 0) {
            args.set("minutes", minutes);
        }
        let address = if plan.kind == Kind::Group { Address::Vy } else { plan.address };
        let voice = Voice { lang: plan.lang, tone: plan.tone, address };
        Self { plan, voice, args, has_name }
    }

    /// The sentence of that name; for a group and for colleagues their own, where that is another.
    fn named(&self, name: &str) -> Vec<String> {
        let own = match self.plan.kind {
            Kind::Client => None,
            Kind::Internal => WORDING.text(&format!("{name}-internal"), self.voice, &self.args),
            Kind::Group => WORDING.text(&format!("{name}-group"), self.voice, &self.args),
        };
        own.or_else(|| WORDING.text(name, self.voice, &self.args)).into_iter().collect()
    }

    fn why(&self, length: &str) -> Vec<String> {
        match &self.plan.why {
            Some(Why::BusySeason) => self.named(&format!("{length}busy")),
            Some(Why::OtherProjects) => self.named(&format!("{length}projects")),
            Some(Why::Own(words)) => self.own_reason(words),
            None => Vec::new(),
        }
    }

    /// That it is not about them; where the reason is, that would be no kindness but untrue.
    fn close(&self) -> Vec<String> {
        let name = self.plan.name.as_deref().map(name_for_draft);
        match &self.plan.why {
            Some(Why::Own(words)) if speaks_of(words.as_str(), name.as_deref(), self.plan.kind == Kind::Group) => Vec::new(),
            _ => self.named("close"),
        }
    }

    fn rule(&self, length: &str) -> Vec<String> {
        match &self.plan.rule {
            NewRule::WorkOnly => self.named(&format!("{length}change")),
            NewRule::ChatAtEnd => self.named(&format!("{length}end")),
            NewRule::Own(words) => self.own("change-own", words),
        }
    }

    fn chat_at_end(&self) -> Vec<String> {
        if self.plan.rule == NewRule::ChatAtEnd { self.named("chat") } else { Vec::new() }
    }

    fn minutes(&self, name: &str) -> Vec<String> {
        if self.args.get("minutes").is_some() { self.named(name) } else { Vec::new() }
    }

    fn welcome(&self) -> Vec<String> {
        match &self.plan.welcome {
            Some(Welcome::Hello) => self.named("hello"),
            Some(Welcome::Own(words)) => self.own("welcome-own", words),
            None => Vec::new(),
        }
    }

    /// Words of the user's own: a sentence stands by itself, a few words ("no calls after five") stand after others.
    fn own(&self, name: &str, words: &Words) -> Vec<String> {
        let text = with_an_end(words.as_str());
        if text.is_empty() || is_sentence(words.as_str()) || says_since_when(&text) {
            return as_sentence(&text).into_iter().collect();
        }
        let mut args = FluentArgs::new();
        args.set("words", after_a_colon(&text));
        WORDING.texts(&[name], self.voice, &args)
    }

    fn own_reason(&self, words: &Words) -> Vec<String> {
        match own_reason(words.as_str()) {
            OwnReason::Told(told) => as_sentence(&told).into_iter().collect(),
            OwnReason::Cause(cause) => {
                let mut args = FluentArgs::new();
                args.set("words", cause);
                WORDING.texts(&["why-cause"], self.voice, &args)
            }
        }
    }
}
