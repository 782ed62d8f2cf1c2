//! Text → label probabilities and flags, live (past only) or with the whole call in view.
//!
//! The model is embedded. Words have vectors distilled from a multilingual teacher; whole sentences are
//! understood by an encoder cut out of two teachers; recurrent layers over the turns read both.

mod asked;
mod away;
mod bearing;
mod despair;
pub mod features;
mod figure;
mod flags;
mod grave;
mod grave_news;
mod hints;
mod message;
mod model;
mod net;
mod phrases;
pub mod project;
mod reading;
pub mod relation;
mod relief;
pub mod sentence;
mod serious;
mod tensors;
pub mod tokens;
mod upheaval;
mod upset;

pub use away::{tells_absence, tells_hindrance};
pub use despair::DESPAIR_PHRASES;
pub use grave::grave_words;
pub use grave_news::tells_grave_news;
pub use message::{SentenceReading, read_message};
pub use model::{FORMAT, MODEL_FLAGS, Model, ModelError};
pub use reading::{Live, LiveReader, LiveReading, Said, Setting, read_both, read_both_watched};
pub use sentence::Progress;
