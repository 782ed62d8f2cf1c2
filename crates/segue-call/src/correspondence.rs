//! A chat over months and hours of the day.

use crate::labelled::Labelled;
use jiff::Span;
use jiff::civil::DateTime;
use segue_core::debrief::{By, Correspondence, Month, Sitting, Writer};
use segue_core::{Role, Timing};

/// Days from which on a chat is looked at by months.
const DAYS: f64 = 28.0;
/// Messages from which on months and hours say something.
const MESSAGES: usize = 30;
/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// The chat over months; `None` for a call, and where there is too little to see.
pub(crate) fn of(call: &Labelled<'_>, began: Option<DateTime>, timing: Timing, sittings: &[Sitting]) -> Option<Correspondence> {
    let began = began.filter(|_| timing == Timing::Chat)?;
    let utterances = call.utterances;
    // A file may have messages out of order.
    let first = utterances.iter().map(|utterance| utterance.start).fold(f64::INFINITY, f64::min);
    let last = utterances.iter().map(|utterance| utterance.start).fold(0.0, f64::max);
    if utterances.len() < MESSAGES || last - first < DAYS * DAY {
        return None;
    }
    let hours = call.plan.boundary.office_hours.as_ref();
    let (first, last) = (moment(began, first)?, moment(began, last)?);
    let mut months: Vec<Month> =
        (number(first)..=number(last)).map(|number| Month { month: name(number), ..Month::default() }).collect();
    let mut private = vec![(0_usize, 0_usize); months.len()];
    let mut writers: Vec<Writer> = Vec::new();
    for (i, utterance) in utterances.iter().enumerate() {
        let moment = moment(began, utterance.start)?;
        let place = (number(moment) - number(first)) as usize;
        let (month, words) = (&mut months[place], &mut private[place]);
        let reading = &call.readings[i];
        let count = utterance.text.count();
        month.messages += 1;
        month.serious += usize::from(reading.surely_serious());
        words.0 += if reading.label.is_private() { count } else { 0 };
        words.1 += count;
        if sittings.iter().any(|sitting| sitting.from == i) {
            match utterance.speaker.role {
                Role::Me => month.opened_by_me += 1,
                Role::Client | Role::Colleague => month.opened_by_others += 1,
                Role::Unknown => {}
            }
        }
        let writer = writer(&mut writers, call.by(i), hours.is_some());
        writer.hours[moment.hour() as usize] += 1;
        if let (Some(outside), Some(hours)) = (&mut writer.outside_hours, hours) {
            *outside += usize::from(!hours.contain(moment));
        }
    }
    for (month, (private, all)) in months.iter_mut().zip(private) {
        month.private_share = if all > 0 { private as f64 / all as f64 } else { 0.0 };
    }
    Some(Correspondence {
        first_day: first.date().to_string(),
        last_day: last.date().to_string(),
        months,
        office_hours: hours.map(ToString::to_string),
        writers,
    })
}

fn moment(began: DateTime, seconds: f64) -> Option<DateTime> {
    began.checked_add(Span::new().try_seconds(seconds as i64).ok()?).ok()
}

/// Months since the year 0.
fn number(moment: DateTime) -> i32 {
    i32::from(moment.year()) * 12 + i32::from(moment.month()) - 1
}

/// `2026-03`
fn name(number: i32) -> String {
    format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1)
}

fn writer(writers: &mut Vec<Writer>, speaker: By, hours_known: bool) -> &mut Writer {
    let place = writers.iter().position(|writer| writer.speaker == speaker).unwrap_or_else(|| {
        writers.push(Writer { speaker, hours: vec![0; 24], outside_hours: hours_known.then_some(0) });
        writers.len() - 1
    });
    &mut writers[place]
}
