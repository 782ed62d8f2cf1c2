//! A simulated half year, for trying things out and for looking at the pages: six clients, both
//! languages, 150 calls. The same seed and day give the same half year.

mod call;
mod people;

use jiff::ToSpan;
use jiff::civil::Date;
use people::{PEOPLE, Person};
use segue_core::{CallRecord, Client};

/// Weeks that are simulated.
const WEEKS: i64 = 26;

/// Clients and calls of the half year before `today`, calls in order of time. Call ids count from 1.
pub fn simulated(seed: u64, today: Date) -> (Vec<Client>, Vec<CallRecord>) {
    let mut random = fastrand::Rng::with_seed(seed);
    let first = crate::week::monday(today).saturating_sub((WEEKS - 1).weeks());
    let mut calls: Vec<CallRecord> = PEOPLE.iter().flat_map(|person| one_client(person, first, today, &mut random)).collect();
    calls.sort_by_key(|call| call.started);
    for (id, call) in (1..).zip(&mut calls) {
        call.id = id;
    }
    let said = |person: &Person| calls.iter().find(|call| call.announced && call.client == person.name).map(CallRecord::day);
    let clients = PEOPLE.iter().map(|person| person.client(first, today, said(person))).collect();
    (clients, calls)
}

/// Calls spread evenly over the days that are left for them, each on the client's own weekdays.
fn one_client(person: &Person, first: Date, today: Date, random: &mut fastrand::Rng) -> Vec<CallRecord> {
    let days: Vec<Date> = (0..WEEKS * 7)
        .map(|offset| first.saturating_add(offset.days()))
        .filter(|day| *day < today && person.weekdays.contains(&day.weekday()))
        .collect();
    let wanted = person.calls.min(days.len());
    let from = person.first_week * person.weekdays.len();
    let days = &days[from.min(days.len() - wanted)..];
    (0..wanted)
        .map(|n| {
            // There are at least as many days as calls, so that none is taken twice.
            let day = days[n * (days.len() - 1) / (wanted - 1).max(1)];
            call::simulate(person, n, wanted, day, random)
        })
        .collect()
}
