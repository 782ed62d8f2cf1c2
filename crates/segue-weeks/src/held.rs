//! Whether one call held: the two points it can earn, and its departures from the plan.

use jiff::civil::Date;
use segue_core::debrief::Unit;
use segue_core::{CallRecord, Client, Exception, ExceptionKind, TIME_TOLERANCE, seconds_to_say, talk_tolerance};

/// Seconds below which a call is none: begun by mistake, or nobody came.
const A_CALL: f64 = 30.0;

/// What is said of one call when weeks are looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged<'a> {
    /// The call.
    pub call: &'a CallRecord,
    /// Its day where it was held.
    pub day: Date,
    /// True if a new boundary was announced in it, as it was heard or noted.
    pub announced: bool,
    /// True if it tells of the boundary: nothing serious was told in it, something was heard or a key pressed, and it was no call of
    /// seconds.
    pub counts: bool,
    /// Private talk: seconds, or words in a chat.
    pub private: f64,
    /// Private talk outside the agreed chat at the start and the end, and not excused.
    pub outside: f64,
    /// Whether it ended on time; `None` if it does not count, nothing was planned or the delay came from them.
    pub on_time: Option<bool>,
    /// Whether private talk stayed within what was agreed; `None` if it does not count, or what was beyond came from them.
    pub within: Option<bool>,
    /// Departures from the plan that are mine to answer for: none in what held, and none at all if something serious was told.
    pub departures: Vec<Exception>,
    /// Departures that came from them: told, and counted for nothing.
    pub theirs: Vec<Exception>,
    /// Departures of a call in which something serious was told: nobody asks about them and they count for nothing, and may be
    /// told all the same.
    pub spared: Vec<Exception>,
    /// Agenda items left, and the time that was not used for them: the client noticed, so it is asked about and told. No boundary
    /// was crossed, so it counts for nothing.
    pub unfinished: Option<Exception>,
}

impl<'a> Judged<'a> {
    /// Looks at a call.
    pub fn of(call: &'a CallRecord) -> Self {
        let private = private(call);
        let outside = outside(call).min(private);
        let all = call.total().total();
        let counts = !call.serious && is_known(call);
        let late = call.exceptions.iter().any(|exception| exception.kind == ExceptionKind::Overrun && exception.theirs);
        let on_time = (counts && call.planned.is_some() && !late).then_some(!runs_over(call));
        let beyond = outside > talk_tolerance(all, call.unit);
        // That it ran over the clock knows, whatever was heard.
        let (mut theirs, mut departures) = departures(call, beyond);
        let mut unfinished = unfinished(call);
        let mut spared = Vec::new();
        if call.serious {
            spared.extend(departures.drain(..).chain(theirs.drain(..)).chain(unfinished.take()));
        }
        // What came from them explains all of the call.
        let within = (counts && (!beyond || theirs.is_empty())).then_some(!beyond);
        if within == Some(false) && departures.is_empty() {
            departures.push(open(ExceptionKind::PrivateTalk, in_seconds(outside, call.unit)));
        }
        let (day, announced) = (call.day(), call.announced);
        Self { call, day, announced, counts, private, outside, on_time, within, departures, theirs, spared, unfinished }
    }

    /// Looks at the calls with a client, in order of time.
    pub fn with(client: &Client, calls: &'a [CallRecord]) -> Vec<Self> {
        let mut own: Vec<Self> = calls.iter().filter(|call| call.is_with(client)).map(Self::of).collect();
        own.sort_by_key(|one| (one.call.started, one.call.id));
        // What was noted of a day was said in the call of that day.
        let noted = client.announcement.as_ref().and_then(|announcement| announcement.announced);
        if let Some(one) = own.iter_mut().find(|one| Some(one.day) == noted) {
            one.announced = true;
        }
        own
    }

    /// Every departure that a note can tell of: mine, theirs, and what counts for nothing.
    pub fn told(&self) -> impl Iterator<Item = &Exception> {
        self.departures.iter().chain(&self.theirs).chain(&self.spared).chain(&self.unfinished)
    }

    /// Points earned, of [`Self::possible`].
    pub fn earned(&self) -> u32 {
        [self.on_time, self.within].into_iter().flatten().map(u32::from).sum()
    }

    /// Points that could be earned: 0 to 2.
    pub fn possible(&self) -> u32 {
        [self.on_time, self.within].into_iter().flatten().count() as u32
    }

    /// True if every point was earned; `None` if there was none to earn.
    pub fn held(&self) -> Option<bool> {
        (self.possible() > 0).then(|| self.earned() == self.possible())
    }

    /// True if it departs from the plan, however often.
    pub fn departs(&self) -> bool {
        !self.departures.is_empty()
    }
}

/// Small talk and personal talk: seconds, or words in a chat.
pub fn private(call: &CallRecord) -> f64 {
    call.total().private()
}

/// Private talk outside what was agreed. Of a long greeting or closing only what is beyond counts, and once, whether it
/// was measured as a drift or by the clock.
fn outside(call: &CallRecord) -> f64 {
    let beyond = |spent: f64, allowed: f64| (spent - allowed).max(0.0);
    // Allowances are seconds of speech; words of a chat cannot be held against them.
    let at_edges = match call.unit {
        Unit::Seconds => beyond(call.greeting, call.allowed_at_start) + beyond(call.closing_chat, call.allowed_at_end),
        Unit::Words => 0.0,
    };
    let (mut middle, mut edges) = (0.0, 0.0);
    for drift in call.drifts.iter().filter(|drift| !drift.excused) {
        let at_start_or_end = drift.start < call.greeting || drift.start >= call.seconds - call.closing_chat;
        *(if at_start_or_end || drift.allowed > 0.0 { &mut edges } else { &mut middle }) += drift.private - drift.allowed;
    }
    middle + f64::max(edges, at_edges)
}

/// False if nothing is known of it: what nobody heard and no key followed is no call that held, nor is one that was over at once.
fn is_known(call: &CallRecord) -> bool {
    call.total().total() > 0.0 && (call.unit == Unit::Words || call.seconds >= A_CALL)
}

/// True if it ended later than anybody minds.
pub fn runs_over(call: &CallRecord) -> bool {
    call.overrun > TIME_TOLERANCE
}

/// What was noted, of theirs and of mine, and an overrun that nobody noted, with its reason still open. What held is no departure,
/// whatever was noted: a minute or two over are worth a word after the call, and no more.
fn departures(call: &CallRecord, beyond: bool) -> (Vec<Exception>, Vec<Exception>) {
    let noted = |kind| call.exceptions.iter().any(|exception| exception.kind == kind);
    let unnoted = (runs_over(call) && !noted(ExceptionKind::Overrun)).then(|| open(ExceptionKind::Overrun, call.overrun));
    let departs = |exception: &&Exception| match exception.kind {
        ExceptionKind::Overrun => runs_over(call),
        ExceptionKind::LongGreeting | ExceptionKind::LongClosing | ExceptionKind::AgreedChat | ExceptionKind::PrivateTalk => {
            beyond
        }
        ExceptionKind::EndedEarly | ExceptionKind::ItemsLeft => false,
        ExceptionKind::Moved => true,
    };
    call.exceptions.iter().filter(departs).cloned().chain(unnoted).partition(|exception| exception.theirs)
}

/// What of the agenda was left, and how much of the planned time with it, with the reason if one was noted. An overrun says more
/// than what was still left after it; and who has done all of it is free to go.
fn unfinished(call: &CallRecord) -> Option<Exception> {
    let left = call.agenda.iter().any(|(_, reached)| !reached);
    if !left || call.unit == Unit::Words || !is_known(call) || runs_over(call) {
        return None;
    }
    let early = call.planned.map(|planned| planned - call.seconds).filter(|&early| early > TIME_TOLERANCE);
    let kind = if early.is_some() { ExceptionKind::EndedEarly } else { ExceptionKind::ItemsLeft };
    let noted = call.exceptions.iter().find(|exception| exception.kind == kind).cloned();
    Some(Exception { seconds: early.unwrap_or(0.0), ..noted.unwrap_or_else(|| open(kind, 0.0)) })
}

/// A departure whose reason was not given.
fn open(kind: ExceptionKind, seconds: f64) -> Exception {
    Exception { kind, seconds, reason: String::new(), theirs: false, note_sent: None }
}

/// An amount of talk as seconds of speech, also where words are counted.
fn in_seconds(amount: f64, unit: Unit) -> f64 {
    if unit == Unit::Words { seconds_to_say(amount as usize) } else { amount }
}
