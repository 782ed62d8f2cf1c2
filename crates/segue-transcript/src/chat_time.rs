//! Dates as phones write them: their order depends on the country of the phone.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Three numbers of a date in the order of the file, and a time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stamp {
    pub parts: [i32; 3],
    pub separator: char,
    pub hour: i8,
    pub minute: i8,
    pub second: i8,
    pub half_day: bool,
}

/// Order of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::enum_variant_names, reason = "they are read as phrases: the day comes first")]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    YearFirst,
}

impl Stamp {
    /// Seconds since the epoch, as if the phone were in UTC; only differences are used.
    pub fn seconds(&self, order: Order) -> Option<f64> {
        let [a, b, c] = self.parts;
        let (year, month, day) = match order {
            Order::DayFirst => (c, b, a),
            Order::MonthFirst => (c, a, b),
            Order::YearFirst => (a, b, c),
        };
        let year = if year < 100 { year + 2000 } else { year };
        let moment = DateTime::new(
            i16::try_from(year).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
            self.hour,
            self.minute,
            self.second,
            0,
        );
        Some(moment.ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second() as f64)
    }
}

/// The order of the dates of a whole file: a number above 12 decides; else the order in which time
/// does not run backwards; else the sign and the clock tell the country.
pub(crate) fn order(stamps: &[Stamp]) -> Order {
    if stamps.iter().any(|s| s.parts[0] > 31) {
        return Order::YearFirst;
    }
    if stamps.iter().any(|s| s.parts[0] > 12) {
        return Order::DayFirst;
    }
    if stamps.iter().any(|s| s.parts[1] > 12) {
        return Order::MonthFirst;
    }
    let backwards = |order| {
        let seconds: Vec<f64> = stamps.iter().filter_map(|s| s.seconds(order)).collect();
        seconds.windows(2).filter(|pair| pair[1] < pair[0]).count()
    };
    let (day, month) = (backwards(Order::DayFirst), backwards(Order::MonthFirst));
    let american = stamps.first().is_some_and(|s| s.separator == '/' && s.half_day);
    let month_first = month < day || (month == day && american);
    if month_first { Order::MonthFirst } else { Order::DayFirst }
}
