//! The lines of one language: parsed, found and filled.

use crate::said_line::{self, Sayable};
use crate::slots::{Filling, Slot, SlotSet, capitalised};
use crate::sources::Source;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Expression, InlineExpression, Message, Pattern, PatternElement};
use segue_core::{Address, Kind, Lang, Rung, Tone};
use std::sync::{Arc, OnceLock};
use unic_langid::LanguageIdentifier;

/// Attribute with the words for ты.
const TY: &str = "ty";
/// Attribute with the words for вы.
const VY: &str = "vy";
/// Attribute of a line that makes no sense for another kind of call.
const ONLY: &str = "only";

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub rung: Rung,
    pub kind: Kind,
    pub tone: Tone,
}

/// One line of the book.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// `en/park-client-warm-3`.
    pub id: String,
    pub key: Key,
    /// True if another kind of call must not borrow it.
    pub only: bool,
    /// True if the user wrote or changed it.
    pub own: bool,
    pub forms: [Option<Form>; 2],
}

/// The words of a line for one form of address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub message: String,
    pub attribute: Option<&'static str>,
    pub slots: SlotSet,
}

impl Entry {
    pub fn form(&self, address: Address) -> Option<&Form> {
        self.forms[address as usize].as_ref()
    }
}

type Bundle = FluentBundle<Arc<FluentResource>>;

/// The book of one language.
pub(crate) struct Language {
    pub lang: Lang,
    pub entries: Vec<Entry>,
    /// What is wrong with the sources.
    pub problems: Vec<String>,
    resources: Vec<Arc<FluentResource>>,
    bundle: Bundle,
    /// By what lines are known when they are said; made once they are asked for.
    sayables: OnceLock<Vec<Sayable>>,
}

impl Clone for Language {
    fn clone(&self) -> Self {
        Self {
            lang: self.lang,
            entries: self.entries.clone(),
            problems: self.problems.clone(),
            resources: self.resources.clone(),
            bundle: bundle_of(self.lang, &self.resources),
            // A copy is made to be changed.
            sayables: OnceLock::new(),
        }
    }
}

impl Language {
    /// Reads the files of a language. What cannot be read is left out and told in `problems`.
    pub fn parse(lang: Lang, sources: &[Source]) -> Self {
        let mut problems = Vec::new();
        let mut resources = Vec::new();
        for (name, text) in sources {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                problems.extend(errors.iter().map(|error| format!("{name}: {error}")));
                resource
            });
            resources.push(Arc::new(resource));
        }
        let bundle = bundle_of(lang, &resources);
        let mut language = Self { lang, entries: Vec::new(), problems, resources, bundle, sayables: OnceLock::new() };
        for resource in &language.resources {
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry
                    && let Some(key) = key_of(message.id.name)
                {
                    language.entries.push(language.entry_of(message, key));
                }
            }
        }
        language
    }

    /// The same with a message of the user's own, which must parse.
    pub fn add_message(&mut self, name: &str, text: &str) -> bool {
        let Ok(resource) = FluentResource::try_new(format!("{name} = {text}\n")) else { return false };
        let resource = Arc::new(resource);
        self.sayables.take();
        self.resources.push(Arc::clone(&resource));
        self.bundle.add_resource_overriding(resource);
        true
    }

    /// The form that a message without attributes is.
    pub fn plain_form(&self, message: &str) -> Form {
        let slots = self.pattern(message, None).map(|pattern| self.slots_of(pattern)).unwrap_or_default();
        Form { message: message.to_owned(), attribute: None, slots }
    }

    /// True if the book has a message that is no line, such as an amount that lines share.
    pub fn has_amount(&self, name: &str) -> bool {
        key_of(name).is_none() && self.bundle.has_message(name)
    }

    /// By what its lines are known when they are said.
    pub fn sayables(&self) -> &[Sayable] {
        self.sayables.get_or_init(|| said_line::sayables(self))
    }

    /// The line of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The line of an id, to be changed.
    pub fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.sayables.take();
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// The line with its slots filled; `None` if a value is missing.
    pub fn format(&self, form: &Form, filling: &Filling) -> Option<String> {
        if !form.slots.is_within(filling.present()) {
            return None;
        }
        let pattern = self.pattern(&form.message, form.attribute)?;
        let mut errors = Vec::new();
        let args = filling.args();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        errors.is_empty().then(|| capitalised(text.trim()))
    }

    /// The line with its slots open, as a user may write it: `Next: {next-item}.`
    pub fn template(&self, form: &Form) -> String {
        let Some(pattern) = self.pattern(&form.message, form.attribute) else { return String::new() };
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => {
                    if let Some(name) = name_in(expression) {
                        text.push('{');
                        text.push_str(name);
                        text.push('}');
                    }
                }
            }
        }
        text
    }

    fn entry_of(&self, message: &Message<&str>, key: Key) -> Entry {
        let has = |name: &str| message.attributes.iter().any(|attribute| attribute.id.name == name);
        let form = |attribute: &'static str| {
            let attribute = has(attribute).then_some(attribute);
            let pattern = self.pattern(message.id.name, attribute)?;
            Some(Form { message: message.id.name.to_owned(), attribute, slots: self.slots_of(pattern) })
        };
        Entry {
            id: format!("{}/{}", self.lang.code(), message.id.name),
            key,
            only: has(ONLY),
            own: false,
            forms: [form(TY), form(VY)],
        }
    }

    fn pattern(&self, message: &str, attribute: Option<&str>) -> Option<&Pattern<&str>> {
        let message = self.bundle.get_message(message)?;
        match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        }
    }

    /// The slots a pattern needs, also through the amounts it refers to.
    fn slots_of(&self, pattern: &Pattern<&str>) -> SlotSet {
        let mut set = SlotSet::default();
        self.collect_slots(pattern, &mut set);
        set
    }

    fn collect_slots(&self, pattern: &Pattern<&str>, set: &mut SlotSet) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    variants.iter().for_each(|variant| self.collect_slots(&variant.value, set));
                    selector
                }
            };
            match inline {
                InlineExpression::VariableReference { id } => {
                    if let Some(slot) = Slot::from_name(id.name) {
                        set.insert(slot);
                    }
                }
                InlineExpression::MessageReference { id, .. } => {
                    if let Some(amount) = self.pattern(id.name, None) {
                        self.collect_slots(amount, set);
                    }
                }
                _ => {}
            }
        }
    }
}

fn name_in<'a>(expression: &'a Expression<&str>) -> Option<&'a str> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id } | InlineExpression::MessageReference { id, .. }) => {
            Some(id.name)
        }
        _ => None,
    }
}

fn bundle_of(lang: Lang, resources: &[Arc<FluentResource>]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![locale(lang)]);
    // Lines are spoken or shown in one direction: isolation marks would only be in the way.
    bundle.set_use_isolating(false);
    for resource in resources {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// The locale whose plural forms a language uses.
pub(crate) fn locale(lang: Lang) -> LanguageIdentifier {
    lang.code().parse().unwrap_or_default()
}

/// What a line is for, by its name: `park-client-warm-3`.
pub(crate) fn key_of(name: &str) -> Option<Key> {
    let mut parts = name.splitn(4, '-');
    let (rung, kind, tone) = (parts.next()?, parts.next()?, parts.next()?);
    parts.next()?;
    Some(Key {
        rung: Rung::ALL.into_iter().find(|r| r.name() == rung)?,
        kind: KINDS.into_iter().find(|&k| kind_name(k) == kind)?,
        tone: TONES.into_iter().find(|&t| tone_name(t) == tone)?,
    })
}

/// All kinds of call.
pub(crate) const KINDS: [Kind; 3] = [Kind::Client, Kind::Internal, Kind::Group];
/// All tones, the warmest first.
pub(crate) const TONES: [Tone; 3] = [Tone::Warm, Tone::Neutral, Tone::Direct];

/// Name of a kind in ids.
pub(crate) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Client => "client",
        Kind::Internal => "internal",
        Kind::Group => "group",
    }
}

/// Name of a tone in ids.
pub(crate) fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Warm => "warm",
        Tone::Neutral => "neutral",
        Tone::Direct => "direct",
    }
}
