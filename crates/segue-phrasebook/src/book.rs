//! The lines, from Fluent files built into the program.

use crate::LineMemory;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement};
use segue_core::{Address, Kind, Lang, Line, LineRequest, Rung, Slots, Tone};

/// A file of lines is broken; only possible for files that are not built in.
#[derive(Debug, thiserror::Error)]
pub enum PhrasebookError {
    /// Not Fluent.
    #[error("the lines of «{0}» are no valid Fluent")]
    Syntax(&'static str),
}

macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!("../lines/", $lang, "/amounts.ftl")),
            include_str!(concat!("../lines/", $lang, "/announce.ftl")),
            include_str!(concat!("../lines/", $lang, "/closing.ftl")),
            include_str!(concat!("../lines/", $lang, "/deflect.ftl")),
            include_str!(concat!("../lines/", $lang, "/direct.ftl")),
            include_str!(concat!("../lines/", $lang, "/feeding.ftl")),
            include_str!(concat!("../lines/", $lang, "/humane.ftl")),
            include_str!(concat!("../lines/", $lang, "/offline.ftl")),
            include_str!(concat!("../lines/", $lang, "/overrun.ftl")),
            include_str!(concat!("../lines/", $lang, "/park.ftl")),
            include_str!(concat!("../lines/", $lang, "/return.ftl")),
            include_str!(concat!("../lines/", $lang, "/sign_off.ftl")),
            include_str!(concat!("../lines/", $lang, "/time.ftl")),
        ]
    };
}

static ENGLISH: [&str; 13] = files!("en");
static RUSSIAN: [&str; 13] = files!("ru");

/// One line and when it fits.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    rung: Rung,
    kind: Kind,
    tone: Tone,
    slots: Vec<String>,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    entries: Vec<Entry>,
}

/// All lines of both languages.
pub struct Phrasebook {
    languages: [Language; 2],
}

impl Phrasebook {
    /// The lines built into the program.
    ///
    /// # Panics
    /// If a file built into the program is broken, which a test rules out.
    pub fn built_in() -> Self {
        let read = |lang, files| language(lang, files).expect("the built-in lines are sound");
        Self { languages: [read(Lang::En, &ENGLISH), read(Lang::Ru, &RUSSIAN)] }
    }

    /// The line that fits best, or `None` if none does: never one used in this call, none with a
    /// slot that has no value; the kind and tone asked for, else the nearest; among those the most
    /// promising with this client. The direct rung never tries things out.
    pub fn choose(&self, request: &LineRequest, memory: &LineMemory) -> Option<Line> {
        let language = &self.languages[request.lang as usize];
        let fits = |entry: &&Entry| {
            entry.rung == request.rung
                && (entry.kind == request.kind || entry.kind == Kind::Client)
                && entry.slots.iter().all(|slot| has(&request.slots, slot))
                && !memory.used_now(&full_id(request.lang, &entry.id))
        };
        let sober = request.rung == Rung::Direct;
        let rank = |entry: &Entry| {
            let kind = f64::from(u8::from(entry.kind != request.kind)) * 10.0;
            let tone = f64::from((entry.tone as i8 - request.tone as i8).unsigned_abs()) * 3.0;
            // A line that names the next step helps more than one that does not.
            let concrete = if entry.slots.iter().any(|slot| slot != "name") { 0.25 } else { 0.0 };
            memory.promise(&full_id(request.lang, &entry.id), sober) + concrete - kind - tone
        };
        let mut best: Option<(&Entry, f64)> = None;
        for entry in language.entries.iter().filter(fits) {
            let rank = rank(entry);
            if best.is_none_or(|(_, top)| rank > top) {
                best = Some((entry, rank));
            }
        }
        let (entry, _) = best?;
        Some(Line { id: full_id(request.lang, &entry.id), text: language.text(entry, request)? })
    }
}

impl Language {
    fn text(&self, entry: &Entry, request: &LineRequest) -> Option<String> {
        let message = self.bundle.get_message(&entry.id)?;
        let form = if request.address == Address::Ty { "ty" } else { "vy" };
        let pattern = message.get_attribute(form).map(|a| a.value()).or_else(|| message.value())?;
        let mut arguments = FluentArgs::new();
        let slots = &request.slots;
        let set = [
            ("topic", slots.topic.as_ref().map(|t| t.as_str().to_owned())),
            ("next-item", slots.next_item.clone()),
            ("next-meeting", slots.next_meeting.clone()),
            ("name", slots.name.clone()),
        ];
        for (name, value) in set {
            if let Some(value) = value {
                arguments.set(name, value);
            }
        }
        if let Some(minutes) = slots.minutes_left {
            arguments.set("minutes-left", minutes);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

fn full_id(lang: Lang, id: &str) -> String {
    format!("{}/{id}", lang.code())
}

fn has(slots: &Slots, slot: &str) -> bool {
    match slot {
        "topic" => slots.topic.is_some(),
        "next-item" => slots.next_item.is_some(),
        "next-meeting" => slots.next_meeting.is_some(),
        "name" => slots.name.is_some(),
        "minutes-left" => slots.minutes_left.is_some(),
        _ => false,
    }
}

fn language(lang: Lang, files: &[&'static str]) -> Result<Language, PhrasebookError> {
    let id = lang.code().parse().map_err(|_| PhrasebookError::Syntax("language"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let mut entries = Vec::new();
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).map_err(|_| PhrasebookError::Syntax(lang.code()))?;
        entries.extend(resource.entries().filter_map(entry));
        bundle.add_resource(resource).map_err(|_| PhrasebookError::Syntax(lang.code()))?;
    }
    Ok(Language { bundle, entries })
}

/// `park-client-warm-3` and the slots in it; terms and shared amounts are no lines.
fn entry(entry: &ast::Entry<&str>) -> Option<Entry> {
    let ast::Entry::Message(message) = entry else { return None };
    let mut parts = message.id.name.split('-');
    let rung = parts.next()?;
    let rung = Rung::ALL.into_iter().find(|known| known.name() == rung)?;
    let kind = match parts.next()? {
        "client" => Kind::Client,
        "internal" => Kind::Internal,
        "group" => Kind::Group,
        _ => return None,
    };
    let tone = match parts.next()? {
        "warm" => Tone::Warm,
        "neutral" => Tone::Neutral,
        "direct" => Tone::Direct,
        _ => return None,
    };
    let patterns = message.value.iter().chain(message.attributes.iter().map(|a| &a.value));
    let mut slots: Vec<String> = patterns.flat_map(|p| &p.elements).filter_map(slot).collect();
    slots.sort();
    slots.dedup();
    Some(Entry { id: message.id.name.to_owned(), rung, kind, tone, slots })
}

/// The slot that a placeable needs; the shared amounts need the minutes.
fn slot(element: &PatternElement<&str>) -> Option<String> {
    match element {
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(id.name.to_owned())
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::MessageReference { .. }) } => {
            Some("minutes-left".to_owned())
        }
        PatternElement::Placeable { .. } => Some("unknown".to_owned()),
        PatternElement::TextElement { .. } => None,
    }
}
