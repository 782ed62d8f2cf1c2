//! The tool `review_transcript`.

use super::May;
use crate::cli::{FormatArg, KindArg, LangArg, Review, money};
use crate::commands::{read_file, review};
use crate::message::{Failure, Refusal};
use crate::screen::Screen;
use jiff::civil::Date;
use schemars::JsonSchema;
use segue_core::Minutes;
use serde::Deserialize;
use std::path::PathBuf;

/// What is to be looked at. Either `text` or `path` is needed.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    /// The whole transcript or chat export as text.
    text: Option<String>,
    /// Path of a transcript, chat export or recording, in a folder that the user allowed.
    path: Option<PathBuf>,
    /// The user's name, as the transcript spells it.
    me: Option<String>,
    /// The client's name, as the transcript spells it; what was agreed with a known client is used.
    client: Option<String>,
    /// Kind of call; by default told by the number of people.
    kind: Option<Kind>,
    /// Language of the call; needed for a recording.
    lang: Option<Language>,
    /// Planned length in minutes, from 1 to 1440.
    #[schemars(range(min = 1, max = 1440))]
    minutes: Option<f64>,
    /// Agenda items in order.
    agenda: Vec<String>,
    /// The project in a sentence or two: talk about it is business.
    about: Option<String>,
    /// What an hour of the user's costs, such as "60 €" or "$85".
    rate: Option<String>,
    /// How to write the debrief.
    format: Format,
    /// Remember the call's figures, without words, for the trends. Needs `client`, and that the user allowed it.
    remember: bool,
    /// When the call was, as YYYY-MM-DD, for `remember`; by default the date of the file, or today.
    date: Option<String>,
}

/// Kind of call.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// The user and a client.
    Client,
    /// The user and colleagues.
    Internal,
    /// Three or more people.
    Group,
}

/// Language of a call.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Language {
    /// English.
    En,
    /// Russian.
    Ru,
}

/// How a debrief is written.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Format {
    /// Markdown, short.
    #[default]
    Markdown,
    /// JSON after the contract `segue.debrief/1`, with an entry an utterance.
    Json,
}

/// Looks at the call.
pub(super) fn run(request: Request, may: &May, screen: &Screen) -> Result<String, Failure> {
    if request.remember && !may.write {
        return Err(Failure::Assistant(Refusal::Writing));
    }
    let (bytes, file) = match (&request.text, &request.path) {
        (Some(text), None) => (text.clone().into_bytes(), PathBuf::from("text")),
        (None, Some(path)) => {
            let file = may.file(path)?;
            (read_file(&file)?, file)
        }
        _ => return Err(Failure::Assistant(Refusal::TextOrPath)),
    };
    let format = request.format;
    let remember = request.remember;
    let arguments = arguments(request, file.clone())?;
    if remember && arguments.client.as_ref().is_none_or(|name| name.trim().is_empty()) {
        return Err(Failure::Assistant(Refusal::NoClient));
    }
    review::has_come(&arguments)?;
    let looked = review::look(bytes, &file, &arguments, screen)?;
    if remember {
        review::remember(&looked, review::Among::Alone, &arguments, screen).map_err(|failure| may.told(failure))?;
    }
    let debrief = segue_call::withheld(looked.debrief, may.words, &looked.plan, screen.ui);
    Ok(match format {
        Format::Markdown => segue_report::markdown(&debrief, screen.ui),
        Format::Json => segue_report::json(&debrief),
    })
}

/// What was asked for, as it would be typed.
fn arguments(request: Request, file: PathBuf) -> Result<Review, Failure> {
    let not_possible = |what: &str| Failure::Assistant(Refusal::NotPossible(what.to_owned()));
    if request.minutes.is_some_and(|minutes| Minutes::try_from(minutes).is_err()) {
        return Err(not_possible("minutes"));
    }
    let rate = request.rate.as_deref().map(money).transpose().map_err(|_| not_possible("rate"))?;
    let date: Option<Date> = request.date.as_deref().map(str::parse).transpose().map_err(|_| not_possible("date"))?;
    Ok(Review {
        files: vec![file],
        me: request.me,
        client: request.client,
        kind: request.kind.map(|kind| match kind {
            Kind::Client => KindArg::Client,
            Kind::Internal => KindArg::Internal,
            Kind::Group => KindArg::Group,
        }),
        lang: request.lang.map(|lang| match lang {
            Language::En => LangArg::En,
            Language::Ru => LangArg::Ru,
        }),
        minutes: request.minutes,
        agenda: request.agenda,
        about: request.about,
        rate,
        remember: request.remember,
        date,
        quick: false,
        format: FormatArg::Json,
        output: None,
    })
}
