//! Before and after the announcement.

use crate::figures::Figures;
use crate::held::Judged;
use crate::holding::Holding;
use jiff::civil::Date;
use segue_core::Client;

/// Calls before and after that are compared.
pub const COMPARED: usize = 5;

/// The calls before an announcement beside the first ones after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Announced {
    /// When it was said.
    pub date: Date,
    /// The last calls before, five at most.
    pub before: Stretch,
    /// The first calls after, five at most; the call of the announcement itself is in neither.
    pub after: Stretch,
}

/// Some calls in a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stretch {
    /// Their figures.
    pub figures: Figures,
    /// How they held.
    pub holding: Holding,
}

impl Announced {
    /// True if there are calls on both sides to compare.
    pub fn compares(&self) -> bool {
        self.before.figures.calls > 0 && self.after.figures.calls > 0
    }
}

impl Stretch {
    fn of(calls: &[Judged]) -> Self {
        Self { figures: Figures::of(calls), holding: Holding::of(calls) }
    }
}

/// The last announcement among these calls, which are all there are and in order of time, or the one
/// the client's page knows of; what is noted for a day after `today` was not said yet.
pub fn announced(client: &Client, calls: &[Judged], today: Date) -> Option<Announced> {
    let told = calls.iter().rposition(|judged| judged.call.announced);
    let noted = client.announcement.as_ref().and_then(|announcement| announcement.announced).filter(|date| *date <= today);
    let (date, before, after) = match (told, noted) {
        (Some(at), noted) if noted.is_none_or(|date| date <= calls[at].day) => (calls[at].day, &calls[..at], &calls[at + 1..]),
        (_, Some(date)) => {
            let before = calls.partition_point(|judged| judged.day < date);
            let after = calls.partition_point(|judged| judged.day <= date);
            (date, &calls[..before], &calls[after..])
        }
        (_, None) => return None,
    };
    let before = &before[before.len().saturating_sub(COMPARED)..];
    let after = &after[..after.len().min(COMPARED)];
    Some(Announced { date, before: Stretch::of(before), after: Stretch::of(after) })
}
