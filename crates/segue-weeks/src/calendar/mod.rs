//! Calendars: the invitation out, the next meetings in.

mod event;
mod meetings;

pub use event::{Appointment, appointment};
pub use meetings::{CalendarError, CalendarProblem, Meeting, Meetings, ProblemKind, next_meetings};
