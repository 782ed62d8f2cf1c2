//! The client: what they say next, from what I did and from what was said before.

use crate::habits::{Habits, Policy};
use crate::judge::{Before, Move};
use crate::person::{Person, Replies, replies};
use segue_core::{Address, Lang, fingerprint, with_inner_quotes};
use std::collections::HashMap;
use std::iter;

/// Warmth at the beginning, from 0 to 1.
const WARMTH: f32 = 0.7;
/// What a warm answer adds.
const WARMS: f32 = 0.08;
/// Below this the client says only what must be said.
const COLD: f32 = 0.4;
/// What a way back costs that is neither warm nor gentle.
const FLAT: f32 = 0.1;
/// What bad news passed over costs.
const PASSED_OVER: f32 = 0.4;

/// What I did, with what the client may remember of it.
pub(crate) struct Done<'a> {
    pub what: Move,
    pub warm: bool,
    /// Warm, or at least gentle.
    pub kind: bool,
    /// My words, if I told something of my own.
    pub told: Option<&'a str>,
}

/// A client under way.
#[derive(Clone)]
#[expect(clippy::struct_excessive_bools, reason = "what has happened, each for itself")]
pub(crate) struct Client {
    person: &'static Person,
    lang: Lang,
    replies: &'static Replies,
    policy: Policy,
    seed: u64,
    used: HashMap<String, usize>,
    pub before: Before,
    pub warmth: f32,
    pub over: bool,
    /// The story under way and how much of it is told.
    story: Option<(usize, usize)>,
    next_story: usize,
    /// How often the way back was tried once more, in this story.
    pub insisted: u32,
    /// Answers about the work so far.
    answered: usize,
    since_story: u32,
    announced: bool,
    excused: bool,
    /// I told them a trouble of my own.
    spares_me: bool,
    news_told: bool,
    passed_over: bool,
    mine: Option<String>,
    pub parked: Vec<String>,
}

impl Client {
    pub fn new(person: &'static Person, lang: Lang, habits: Option<Habits>, seed: u64) -> Self {
        let first = seed as usize % person.stories.len().max(1);
        Self {
            person,
            lang,
            replies: replies(lang),
            policy: habits.map_or_else(|| Policy::of(person.temper), |habits| habits.policy(person.temper)),
            seed,
            used: HashMap::new(),
            before: Before::Greeting,
            warmth: WARMTH,
            over: false,
            story: None,
            next_story: first,
            insisted: 0,
            answered: 0,
            since_story: 0,
            announced: false,
            excused: false,
            spares_me: false,
            news_told: false,
            passed_over: false,
            mine: None,
            parked: Vec::new(),
        }
    }

    pub fn greeting(&self) -> String {
        let greetings = &self.person.greeting;
        greetings[self.seed as usize % greetings.len()].clone()
    }

    /// What the story under way is about.
    pub fn topic(&self) -> Option<&'static str> {
        self.story.map(|(story, _)| self.person.stories[story].topic.as_str())
    }

    /// True if what they tell is no laughing matter.
    pub fn hurts(&self) -> bool {
        self.before == Before::Story && self.story.is_some_and(|(story, _)| self.person.stories[story].hurts)
    }

    /// What they told so far of the story under way.
    pub fn told(&self) -> impl Iterator<Item = &'static str> {
        self.story.into_iter().flat_map(|(story, told)| {
            let story = &self.person.stories[story];
            iter::once(story.open.as_str()).chain(story.more[..told].iter().map(String::as_str))
        })
    }

    /// What they come to now that the work is done.
    pub fn promised(&self) -> Option<&str> {
        self.parked.last().filter(|_| self.before == Before::Promised).map(String::as_str)
    }

    /// The item of the agenda that is next.
    pub fn item(&self) -> &'static str {
        &self.person.agenda[self.answered.min(self.person.agenda.len() - 1)]
    }

    /// What they say to what I did.
    pub fn reply(&mut self, done: &Done<'_>) -> String {
        if done.warm {
            self.warmth = (self.warmth + WARMS).min(1.0);
        }
        if let Some(told) = done.told {
            self.mine = Some(told.to_owned());
        }
        let said = match (self.before, done.what) {
            (Before::News, what) => self.after_news(what),
            (_, Move::SignedOff) => self.goodbye(),
            (_, Move::Announced) => {
                self.before = Before::Boundary;
                self.announced = true;
                self.leave_story(false);
                vec![self.say("announced")]
            }
            (_, Move::Curt | Move::Mocked) => self.bruised(),
            (_, Move::Excused) => {
                self.excused = true;
                self.leave_story(false);
                self.before = Before::Business;
                vec![self.say("excuse")]
            }
            // Who has troubles of their own is told no more stories.
            (_, Move::Confided) => {
                self.spares_me = true;
                self.leave_story(true);
                self.before = Before::Business;
                vec![self.say("sorry")]
            }
            (Before::Boundary, _) if done.kind => {
                self.before = Before::Business;
                vec![self.say("reassured")]
            }
            (Before::Story | Before::Question, Move::Steered) => self.steered(done.kind),
            (Before::Story | Before::Question, _) => self.goes_on(done),
            (Before::Promised | Before::Closing, Move::Fed | Move::Listened | Move::Steered | Move::Business) => {
                self.last_words()
            }
            (_, Move::Fed) if self.story_left() && !self.cold() => {
                let mut said = self.follow(done);
                said.extend(self.open_story());
                said
            }
            (Before::Greeting, _) if self.person.news.is_none() && self.policy.opens => self.open_story(),
            _ => self.works(),
        };
        said.join(" ")
    }

    fn after_news(&mut self, what: Move) -> Vec<String> {
        match what {
            Move::Humane => {
                self.before = Before::Business;
                self.warmth = 1.0;
                vec![self.say("comforted")]
            }
            Move::Listened if !self.passed_over && self.person.news_more.is_some() => {
                self.passed_over = true;
                self.person.news_more.iter().cloned().collect()
            }
            _ if self.passed_over => {
                self.warmth = 0.0;
                self.over = true;
                vec![self.say("ignored_twice")]
            }
            _ => {
                self.passed_over = true;
                self.warmth -= PASSED_OVER;
                vec![self.say("ignored_news")]
            }
        }
    }

    /// Who was warm until now says that it hurts; who was cold already has nothing more to say.
    fn bruised(&mut self) -> Vec<String> {
        let (said, before) = if self.cold() { ("cold", Before::Business) } else { ("hurt", Before::Hurt) };
        self.warmth = (self.warmth - self.person.temper.bruises()).max(0.0);
        self.leave_story(false);
        self.before = before;
        vec![self.say(said)]
    }

    fn steered(&mut self, kind: bool) -> Vec<String> {
        // After an announcement they know why, and take the way back at once.
        let insists = if self.announced { 0 } else { self.policy.insists };
        if kind && self.insisted < insists && !self.cold() {
            self.insisted += 1;
            let mut said = vec![self.say("test")];
            said.extend(self.tell_on());
            return said;
        }
        if !kind {
            self.warmth = (self.warmth - FLAT).max(0.0);
        }
        let mut said = vec![self.say(if kind { "accept" } else { "flat" })];
        self.leave_story(kind);
        said.extend(self.works());
        said
    }

    /// The story goes on, since I fed it or only listened.
    fn goes_on(&mut self, done: &Done<'_>) -> Vec<String> {
        let mut said = self.follow(done);
        // Whoever talks little of themselves stops where nobody asks.
        if done.what != Move::Fed && self.story.is_some_and(|(_, told)| told + 1 >= self.policy.talks) {
            self.leave_story(false);
            said.extend(self.works());
            return said;
        }
        match self.tell_on() {
            Some(more) => said.push(more),
            None if self.before == Before::Story => {
                self.before = Before::Question;
                said.extend(self.story.map(|(story, _)| self.person.stories[story].ask.clone()));
            }
            None if self.story_left() => {
                self.leave_story(false);
                said.extend(self.open_story());
            }
            None => {
                self.leave_story(false);
                said.extend(self.works());
            }
        }
        said
    }

    fn follow(&mut self, done: &Done<'_>) -> Vec<String> {
        if done.told.is_some() { vec![self.say("follow")] } else { Vec::new() }
    }

    fn works(&mut self) -> Vec<String> {
        self.before = Before::Business;
        if let Some(news) = self.person.news.as_ref().filter(|_| self.answered == 1 && !self.news_told) {
            self.news_told = true;
            self.before = Before::News;
            return vec![news.clone()];
        }
        // What I told comes back, and so does an excuse, before the next story.
        if self.since_story >= self.policy.pause && !self.cold() && self.answered < self.person.business.len() {
            if std::mem::take(&mut self.excused) {
                return vec![self.say("excuse_later")];
            }
            if self.mine.is_some() && !self.announced {
                let said = self.say("remember");
                self.mine = None;
                self.before = Before::Question;
                return vec![said];
            }
            let again = self.policy.pause.max(if self.announced { 2 } else { 1 });
            if self.policy.opens
                && !self.spares_me
                && self.story_left()
                && self.since_story >= again
                && self.person.news.is_none()
            {
                let mut said = vec![self.say("link")];
                said.extend(self.open_story());
                return said;
            }
        }
        self.since_story += 1;
        match self.person.business.get(self.answered) {
            Some(answer) => {
                self.answered += 1;
                vec![if self.cold() { self.say("cold") } else { answer.clone() }]
            }
            None => self.close(),
        }
    }

    fn close(&mut self) -> Vec<String> {
        if self.parked.is_empty() || self.cold() {
            return self.goodbye();
        }
        self.before = Before::Promised;
        vec![self.say("parked")]
    }

    /// A chat that was promised for the end: a little more of the story, and then they go.
    fn last_words(&mut self) -> Vec<String> {
        self.before = Before::Closing;
        let topic = self.parked.pop();
        let story = topic.and_then(|topic| self.person.stories.iter().find(|story| story.topic == topic));
        match story.and_then(|story| story.more.last()) {
            Some(end) => vec![end.clone()],
            None => self.goodbye(),
        }
    }

    fn goodbye(&mut self) -> Vec<String> {
        self.over = true;
        vec![self.say(if self.cold() { "goodbye_cold" } else { "goodbye" })]
    }

    fn open_story(&mut self) -> Vec<String> {
        let story = self.next_story % self.person.stories.len();
        self.next_story += 1;
        self.story = Some((story, 0));
        self.insisted = 0;
        self.since_story = 0;
        self.before = Before::Story;
        vec![self.person.stories[story].open.clone()]
    }

    fn tell_on(&mut self) -> Option<String> {
        let (story, told) = self.story.as_mut()?;
        let more = self.person.stories[*story].more.get(*told).cloned();
        *told += usize::from(more.is_some());
        if more.is_some() {
            self.before = Before::Story;
        }
        more
    }

    fn leave_story(&mut self, parked: bool) {
        if let Some((story, _)) = self.story.take().filter(|_| parked) {
            self.parked.push(self.person.stories[story].topic.clone());
        }
        self.insisted = 0;
    }

    fn story_left(&self) -> bool {
        self.next_story < self.seed as usize % self.person.stories.len() + self.person.stories.len()
    }

    fn cold(&self) -> bool {
        self.warmth < COLD
    }

    /// One of the reactions of that name, another each time as long as there are any.
    fn say(&mut self, name: &str) -> String {
        let of = |temper: &str| self.replies.get(name).and_then(|all| all.get(temper));
        let familiar = self.person.address == Address::Ty;
        let own =
            of(self.person.temper.name()).filter(|_| !familiar || of("ty").is_none() || self.person.temper.name() == "pair");
        let usual = of("ty").filter(|_| familiar).or_else(|| of("any"));
        let all: Vec<&String> = own.into_iter().chain(usual).flatten().collect();
        let turn = self.used.entry(name.to_owned()).or_default();
        let own = own.map_or(0, Vec::len);
        // Their own way first, each beginning somewhere else.
        let (from, count) = if *turn < own { (0, own) } else { (own, all.len() - own) };
        // The seed and the name of the reaction say where to begin, so that two talks do not begin alike.
        let begin = fingerprint(self.seed as u8, name.bytes()) as usize % count.max(1);
        let place = from + (begin + *turn) % count.max(1);
        *turn = (*turn + 1) % all.len().max(1);
        let Some(text) = all.get(place) else { return String::new() };
        // Quoted within a sentence, my words have no full stop of their own.
        let mine = self.mine.as_deref().unwrap_or_default().trim_end_matches('.');
        let mine = &with_inner_quotes(mine, self.lang);
        let topic = self.parked.last().map_or("", String::as_str);
        text.replace("{topic}", topic).replace("{item}", self.item()).replace("{mine}", mine)
    }
}
