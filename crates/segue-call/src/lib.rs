//! A call under way or over: understanding, session and lines together.

mod again;
mod aside;
mod companion;
mod correspondence;
mod drifts;
mod excuse;
mod facts;
mod feeding;
mod headline;
mod labelled;
mod left_open;
mod notes;
mod opening;
mod outcome;
mod over;
mod put_aside;
mod question;
mod remembered;
mod review;
mod room;
mod sittings;
mod talk;
mod unrecognised;
mod way_back;
mod withheld;

pub use companion::{Advice, Companion, Recognised, ToBringBack, Understanding, setting, weigh, weight};
pub use notes::is_another_matter;
pub use over::{CallOver, Marked, debrief};
pub use remembered::remembered;
pub use review::{ReviewOptions, knows_me, review, review_with, said};
pub use sittings::{SITTING_GAP, sittings};
pub use unrecognised::heard_enough;
pub use withheld::withheld;
