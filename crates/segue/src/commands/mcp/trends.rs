//! The tool `read_trends`.

use super::May;
use crate::memory::Memory;
use crate::message::{Failure, Refusal};
use crate::screen::Screen;
use jiff::Zoned;
use schemars::JsonSchema;
use segue_core::Address;
use segue_phrasebook::Phrasebook;
use serde::Deserialize;

/// Which trend.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// One client, in any case of letters; all of them without it.
    client: Option<String>,
    /// How many weeks to look back, from 1 to 520; by default half a year.
    #[schemars(range(min = 1, max = 520))]
    weeks: Option<u32>,
}

/// Reads the trend.
pub(super) fn run(request: &Request, may: &May, screen: &Screen) -> Result<String, Failure> {
    let (clients, mut calls) = may.remembered(screen)?;
    if let Some(name) = &request.client {
        let client = Memory::of_user(screen)?.client(name)?;
        calls.retain(|call| call.is_with(&client));
    }
    let weeks = request.weeks.unwrap_or(segue_weeks::HALF_A_YEAR);
    if !(1..=520).contains(&weeks) {
        return Err(Failure::Assistant(Refusal::NotPossible("weeks".to_owned())));
    }
    let trend = segue_weeks::trend(&clients, &calls, Zoned::now().date(), weeks);
    let book = Phrasebook::built_in();
    let line = |id: &str, address: Address| book.open_line(id, address);
    Ok(segue_report::trend_markdown(&trend, screen.ui, &line))
}
