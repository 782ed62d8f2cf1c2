//! Sound to utterances, all in memory.
