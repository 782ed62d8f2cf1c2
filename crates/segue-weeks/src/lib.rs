//! Boundaries over weeks: whether they hold, what to try next, and what goes out to other tools.
//!
//! Everything here is a pure function of clients and remembered calls. No file is read or written, no
//! clock is asked: today's date comes in.
//!
//! - [`trend`] looks at some weeks: private talk, who opens and feeds it, overruns and their reasons,
//!   the holding index, exceptions against the allowance, which lines work, before and after an
//!   announcement, whether talk has become curt, and the next step with its reason.
//! - [`announcement_to`] makes four answers an announcement.
//! - [`prepare`] gathers what one wants to know and to send before a call.
//! - [`last_departure`] and [`departure_note`] find what wants its reason and write to the client; [`departure_on`] finds an
//!   earlier one, whose reason is for oneself.
//! - [`next_meetings`] and [`appointment`] read and write calendars, [`timesheet`] writes time entries,
//!   [`draft`] a mail.
//! - [`simulated`] makes up a half year to try all this with.

mod announced;
mod announcing;
mod calendar;
mod departure;
mod figures;
mod held;
mod holding;
mod lines;
mod mail;
mod next_step;
mod preparation;
mod simulated;
mod spoken_time;
mod timesheet;
mod trend;
mod warmth;
mod week;

pub use announced::{Announced, COMPARED, Stretch, announced};
pub use announcing::{announcement_to, keep_announcement};
pub use calendar::{Appointment, CalendarError, CalendarProblem, Meeting, Meetings, ProblemKind, appointment, next_meetings};
pub use departure::{
    NoteWishes, departure_note, departure_on, explained, last_departure, reason_in_words, reason_of, unexplained, usual_reason,
};
pub use figures::{Figures, Openers, median};
pub use held::{Judged, private, runs_over};
pub use holding::{ALLOWANCE_CALLS, Allowance, Holding, LOOK_BACK};
pub use lines::LineEffect;
pub use mail::draft;
pub use next_step::{NextStep, StepReason};
pub use preparation::{Preparation, PreparationWishes, prepare};
pub use simulated::simulated;
pub use spoken_time::{in_words, in_words_with_zone};
pub use timesheet::{TimeEntry, TimesheetFormat, Worker, time_entries, timesheet};
pub use trend::{ClientTrend, HALF_A_YEAR, Trend, WholeWeek, lately, trend};
pub use warmth::CoolSign;
pub use week::{Told, Week, WeekDeparture, monday};
