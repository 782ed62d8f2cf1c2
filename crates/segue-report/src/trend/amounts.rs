//! Dates, shares and money of a trend as people write them.

use super::wording::Say;
use crate::wording::{Texts, readable};
use jiff::civil::{Date, Weekday};
use segue_core::debrief::Cost;
use segue_weeks::Holding;

/// `24 November 2026`, `24 ноября 2026`.
pub(super) fn date(texts: &Texts, date: Date) -> String {
    texts.fill(Say::Date, [("day", date.day().into()), ("month", date.month().into()), ("year", date.year().to_string().into())])
}

/// `24 Nov`, `24 нояб.`.
pub(super) fn day(texts: &Texts, date: Date) -> String {
    texts.fill(Say::Day, [("day", date.day().into()), ("month", date.month().into())]).replace(' ', "\u{a0}")
}

/// `Thursday`, `четверг`.
pub(super) fn weekday(texts: &Texts, weekday: Weekday) -> String {
    texts.fill(Say::Weekday, [("n", weekday.to_monday_one_offset().into())])
}

/// Minutes as a length of time.
pub(super) fn minutes(texts: &Texts, minutes: f64) -> String {
    texts.round_duration(minutes * 60.0)
}

/// How much less `now` is than `before`, as a share.
pub(super) fn less(texts: &Texts, before: f64, now: f64) -> String {
    texts.percent(((before - now) / before).max(0.0))
}

/// Sums in several currencies, which are never added up: `€1,234 + 56,000 ₽`.
pub(super) fn money(texts: &Texts, sums: &[(String, f64)]) -> String {
    // Cents of half a year would only pretend to be exact.
    let sums = sums
        .iter()
        .map(|(currency, amount)| texts.money(&Cost { minutes: 0.0, amount: amount.round(), currency: currency.clone() }));
    sums.collect::<Vec<_>>().join(" + ")
}

/// A holding index as a bare share, or a dash.
pub(super) fn holding_share(texts: &Texts, holding: Holding) -> String {
    holding.share().map_or_else(|| "–".to_owned(), |share| texts.percent(share))
}

/// A client's name; calls of nobody are those of an unknown voice.
pub(super) fn name(texts: &Texts, name: &str) -> String {
    let name = readable(name);
    if name.is_empty() { texts.say(crate::wording::Message::SpeakerUnknown) } else { name }
}
