//! Everything that is said of some weeks, per client and over all.

use crate::announced::{Announced, COMPARED, announced};
use crate::figures::Figures;
use crate::held::Judged;
use crate::holding::{Allowance, Holding};
use crate::lines::{LineEffect, line_effects};
use crate::next_step::{NextStep, StepReason, next_step};
use crate::warmth::{CoolSign, cooled};
use crate::week::{Week, monday, weeks};
use jiff::ToSpan;
use jiff::civil::Date;
use segue_core::{CallRecord, Client, name_key};
use std::collections::BTreeMap;

/// Weeks that a trend shows unless asked otherwise: half a year.
pub const HALF_A_YEAR: u32 = 26;

/// Some weeks with all clients.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend<'a> {
    /// The first day shown, a Monday.
    pub from: Date,
    /// Today.
    pub today: Date,
    /// One entry a client with calls, those with most private talk first.
    pub clients: Vec<ClientTrend<'a>>,
    /// All clients together.
    pub figures: Figures,
    /// All clients together, week by week, also those without a call.
    pub weeks: Vec<WholeWeek>,
}

/// A week with all clients.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeWeek {
    /// Its Monday.
    pub monday: Date,
    /// Its figures.
    pub figures: Figures,
    /// Points earned and possible in it.
    pub holding: Holding,
}

/// Some weeks with one client.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientTrend<'a> {
    /// The client as they are known today.
    pub client: Client,
    /// Calls in order of time.
    pub calls: Vec<Judged<'a>>,
    /// Their figures.
    pub figures: Figures,
    /// Figures of the last five of them, which say how it is now.
    pub now: Figures,
    /// Figures of the first five; `None` unless there are ten, so that no call is in both.
    pub first: Option<Figures>,
    /// How the boundary holds.
    pub holding: Holding,
    /// The holding index after each call.
    pub holding_so_far: Vec<Holding>,
    /// Exceptions against the allowance.
    pub allowance: Allowance,
    /// Weeks with calls.
    pub weeks: Vec<Week>,
    /// Which lines work.
    pub lines: Vec<LineEffect>,
    /// Signs that talk has become curt; `None` if it has not.
    pub cooled: Option<Vec<CoolSign>>,
    /// Before and after the announcement, if there was one; also calls outside the weeks shown.
    pub announced: Option<Announced>,
    /// What to try next.
    pub next: NextStep,
}

/// Looks at the calls of the last `weeks` weeks (at least one), today's included. Calls of clients
/// who are not known, or of nobody, are shown under their name with the default boundary; calls after
/// today are left out. What was before and after an announcement is told of all calls up to today: an
/// old one would else be compared with calls long after it.
pub fn trend<'a>(clients: &[Client], calls: &'a [CallRecord], today: Date, weeks_back: u32) -> Trend<'a> {
    let from = monday(today).saturating_sub(i64::from(weeks_back.max(1) - 1).weeks());
    let mut judged: Vec<Judged> = calls.iter().map(Judged::of).filter(|one| one.day <= today).collect();
    judged.sort_by_key(|one| (one.call.started, one.call.id));

    let shown: Vec<&Judged> = judged.iter().filter(|one| one.day >= from).collect();
    let figures = Figures::of(shown.iter().copied());
    let weeks = whole_weeks(&shown, from, today);
    let mut by_client = BTreeMap::<String, Vec<Judged>>::new();
    for one in judged {
        by_client.entry(name_key(&one.call.client)).or_default().push(one);
    }
    let mut clients: Vec<ClientTrend> =
        by_client.into_values().filter_map(|calls| of_client(clients, calls, from, today)).collect();
    clients.sort_by(|a, b| {
        let minutes = |one: &ClientTrend| one.figures.private_minutes;
        minutes(b).total_cmp(&minutes(a)).then_with(|| a.client.name.cmp(&b.client.name))
    });
    Trend { from, today, clients, figures, weeks }
}

/// Figures of the last five calls with a client: how it is now.
pub fn lately(client: &Client, calls: &[CallRecord]) -> Figures {
    let own = Judged::with(client, calls);
    Figures::of(&own[own.len().saturating_sub(COMPARED)..])
}

/// The calls of one client from that day on, in order of time; `None` if there are none.
fn of_client<'a>(clients: &[Client], mut calls: Vec<Judged<'a>>, from: Date, today: Date) -> Option<ClientTrend<'a>> {
    let name = calls.first()?.call.client.trim();
    let client = clients.iter().find(|client| client.is_called(name)).cloned().unwrap_or_else(|| Client::named(name));
    let announced = announced(&client, &calls, today);
    calls.retain(|one| one.day >= from);
    (!calls.is_empty()).then(|| client_trend(client, calls, announced))
}

/// Looks at all calls of one client, in order of time; there may be none.
pub(crate) fn whole_trend(client: Client, calls: Vec<Judged<'_>>) -> ClientTrend<'_> {
    let announced = announced(&client, &calls, Date::MAX);
    client_trend(client, calls, announced)
}

fn client_trend(client: Client, mut calls: Vec<Judged<'_>>, announced: Option<Announced>) -> ClientTrend<'_> {
    let said = announced.as_ref().map(|announced| announced.date);
    // What was noted of a day was said in the call of that day.
    if !calls.iter().any(|one| one.announced && Some(one.day) == said)
        && let Some(one) = calls.iter_mut().find(|one| Some(one.day) == said)
    {
        one.announced = true;
    }
    let cooled = cooled(&calls, said);
    ClientTrend {
        figures: Figures::of(&calls),
        now: Figures::of(&calls[calls.len().saturating_sub(COMPARED)..]),
        first: (calls.len() >= 2 * COMPARED).then(|| Figures::of(&calls[..COMPARED])),
        holding: Holding::of(&calls),
        holding_so_far: (1..=calls.len()).map(|upto| Holding::of(&calls[..upto])).collect(),
        allowance: Allowance::of(&calls, client.boundary.exceptions_per_five),
        weeks: weeks(&calls),
        lines: line_effects(&calls),
        announced,
        next: next_step(&client, &calls, cooled.is_some()),
        cooled,
        client,
        calls,
    }
}

fn whole_weeks(calls: &[&Judged], from: Date, today: Date) -> Vec<WholeWeek> {
    let mut weeks = Vec::new();
    let mut start = from;
    while start <= today {
        let end = start.saturating_add(1.week());
        let within: Vec<&Judged> = calls.iter().copied().filter(|one| one.day >= start && one.day < end).collect();
        let earned = within.iter().map(|one| one.earned()).sum();
        let possible = within.iter().map(|one| one.possible()).sum();
        weeks.push(WholeWeek {
            monday: start,
            figures: Figures::of(within.iter().copied()),
            holding: Holding { earned, possible },
        });
        if end == start {
            break;
        }
        start = end;
    }
    weeks
}

impl ClientTrend<'_> {
    /// True if something serious was told in the last calls: they need room, and nothing else.
    pub fn is_serious_lately(&self) -> bool {
        self.next.reason == StepReason::Serious
    }
}

impl Trend<'_> {
    /// Minutes of private talk a call in the first third of the weeks and in the last; `None` unless
    /// each has at least three spoken calls.
    pub fn before_and_now(&self) -> Option<(f64, f64)> {
        let third = self.weeks.len() / 3;
        let mean = |weeks: &[WholeWeek]| {
            let calls: usize = weeks.iter().map(|week| week.figures.spoken).sum();
            let minutes: f64 = weeks.iter().map(|week| week.figures.private_minutes).sum();
            (calls >= 3).then(|| minutes / calls as f64)
        };
        Some((mean(&self.weeks[..third])?, mean(&self.weeks[self.weeks.len() - third..])?))
    }
}
