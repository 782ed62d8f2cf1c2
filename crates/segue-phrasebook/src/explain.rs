//! Why a line was chosen, in words.

use crate::choice::{Standing, standing, wish};
use crate::slots::Slot;
use crate::sources;
use crate::wording::{Voice, Wording};
use crate::{LineMemory, Phrasebook};
use fluent_bundle::FluentArgs;
use segue_core::{Lang, Line, LineRequest, Rung};
use std::sync::LazyLock;

static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(sources::EXPLAIN_EN, sources::EXPLAIN_RU));

impl Phrasebook {
    /// Why this line was chosen, for the user: what it did with this client, whether it comes from
    /// another tone or kind, and what it names. `client` is the client's name in the nominative,
    /// `lang` the language of the explanation, not of the line.
    pub fn explain(&self, line: &Line, request: &LineRequest, memory: &LineMemory, client: Option<&str>, lang: Lang) -> String {
        let voice = Voice::plain(lang);
        let mut args = FluentArgs::new();
        if let Some(client) = client {
            args.set("client", client);
        }
        let with = if client.is_some() { "with" } else { "with-nobody" };
        args.set("with", WORDING.text(with, voice, &args).unwrap_or_default());
        let Some((_, entry)) = self.find(&line.id) else {
            return WORDING.text("gone", voice, &args).unwrap_or_default();
        };
        let mut sentences = Vec::new();
        let mut say = |name: &str, args: &FluentArgs| sentences.extend(WORDING.text(name, voice, args));

        let record = memory.line(&line.id).filter(|record| record.recorded > 0);
        match record {
            Some(record) if record.returned > 0 => {
                args.set("returned", record.returned);
                args.set("n", record.said);
                args.set("seconds", record.mean_seconds_to_return().unwrap_or_default().round());
                let prompt = record.mean_seconds_to_return().is_some_and(|seconds| seconds >= 1.0);
                say(if prompt { "worked-in" } else { "worked" }, &args);
            }
            Some(record) if record.said > 0 => {
                args.set("n", record.said);
                say("not-yet", &args);
            }
            Some(record) => {
                args.set("n", record.recorded);
                say("shown-not-said", &args);
            }
            None => say("new", &args),
        }
        if let Some(record) = record.filter(|record| record.closed_up > 0) {
            args.set("n", record.closed_up);
            say("curt", &args);
        }
        if request.rung == Rung::Direct {
            let proven = standing(memory.line(&line.id)) == Standing::Proven;
            say(if proven { "best-known" } else { "first-direct" }, &args);
        }
        if entry.key.kind != request.kind {
            say("other-kind", &args);
        } else if entry.key.tone != request.tone {
            say("other-tone", &args);
        }
        let (slot, _) = wish(request.rung);
        if entry.form(request.address).is_some_and(|form| form.slots.has(slot)) {
            say(
                match slot {
                    Slot::NextMeeting => "names-meeting",
                    Slot::Topic => "names-topic",
                    Slot::MinutesLeft => "names-minutes",
                    Slot::NextItem | Slot::Name => "names-next-item",
                },
                &args,
            );
        }
        sentences.join(" ")
    }
}
