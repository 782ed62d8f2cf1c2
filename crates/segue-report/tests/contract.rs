//! The JSON is what `docs/debrief.schema.json` and `docs/debrief.md` say it is.
//!
//! With `SEGUE_BLESS=1` the generated parts of `docs/debrief.md` are written anew.

mod contract_page;
mod samples;

use segue_core::debrief::{Debrief, SCHEMA};
use segue_core::{Flag, Label, Phase, Rung};
use segue_report::json;
use serde_json::Value;

const SCHEMA_FILE: &str = include_str!("../../../docs/debrief.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA_FILE).unwrap()
}

fn parsed(debrief: &Debrief) -> Value {
    serde_json::from_str(&json(debrief)).unwrap()
}

/// The broken sample holds times that are none, on purpose; JSON has no word for them.
fn sound_samples() -> impl Iterator<Item = (&'static str, Debrief)> {
    samples::all().into_iter().filter(|(name, _)| *name != "broken")
}

#[test]
fn every_sample_keeps_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for (name, debrief) in sound_samples() {
        let errors: Vec<_> = validator.iter_errors(&parsed(&debrief)).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

/// Every object of the schema that describes an object of the JSON, paired with it.
fn described<'a>(schema: &'a Value, root: &'a Value, value: &'a Value, found: &mut Vec<(&'a Value, &'a Value)>) {
    let schema = match schema.get("$ref").and_then(Value::as_str) {
        Some(path) => root.pointer(&path[1..]).unwrap(),
        None => schema,
    };
    for option in schema["anyOf"].as_array().into_iter().flatten() {
        if !value.is_null() && option["type"] != "null" {
            described(option, root, value, found);
        }
    }
    match value {
        Value::Object(fields) if schema.get("properties").is_some() => {
            found.push((schema, value));
            for (name, field) in fields {
                described(&schema["properties"][name], root, field, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| described(&schema["items"], root, item, found)),
        _ => {}
    }
}

#[test]
fn the_schema_names_every_field_and_no_other() {
    let (schema, value) = (schema(), parsed(&samples::named("short").unwrap()));
    let mut found = Vec::new();
    described(&schema, &schema, &value, &mut found);
    let objects = schema["$defs"].as_object().unwrap().values().filter(|def| def["type"] == "object").count() + 1;
    let mut titles: Vec<_> = found.iter().map(|(def, _)| def["title"].as_str().unwrap()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), objects, "the short sample shows every object of the schema: {titles:?}");
    for (def, value) in found {
        let told: Vec<_> = def["properties"].as_object().unwrap().keys().collect();
        let given: Vec<_> = value.as_object().unwrap().keys().collect();
        assert_eq!(told, given, "{}", def["title"]);
        assert_eq!(def["required"].as_array().unwrap().len(), told.len(), "{}: every field is always there", def["title"]);
    }
}

#[test]
fn the_schema_knows_every_word() {
    let schema = schema();
    assert_eq!(schema["properties"]["schema"]["const"], SCHEMA);
    let words = |path: &str| -> Vec<String> {
        let list = schema.pointer(path).unwrap_or_else(|| panic!("{path}")).as_array().unwrap();
        list.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(words("/$defs/utterance/properties/flags/items/enum"), Flag::ALL.map(Flag::name));
    assert_eq!(words("/$defs/label/enum"), Label::ALL.map(Label::name));
    assert_eq!(words("/$defs/cue/properties/rung/enum"), Rung::ALL.map(Rung::name));
    let situations = words("/$defs/cue/properties/situation/enum");
    for rung in Rung::ALL {
        let situation = serde_json::to_value(rung.situation()).unwrap();
        assert!(situations.iter().any(|known| situation == known.as_str()), "{situation}");
    }
    let phases = words("/$defs/phase/properties/phase/enum");
    let last = [Phase::Greeting, Phase::Announcement, Phase::Business, Phase::ClosingChat, Phase::SignOff, Phase::Overrun];
    assert_eq!(phases, last.map(Phase::name));
}

#[test]
fn what_is_written_can_be_read_and_written_again() {
    for (name, debrief) in sound_samples() {
        let written = json(&debrief);
        let read: Debrief = serde_json::from_str(&written).unwrap();
        assert_eq!(json(&read), written, "{name}");
        assert_eq!(read.utterances.len(), debrief.utterances.len());
    }
}

#[test]
fn numbers_are_rounded_and_lines_are_items() {
    let mut debrief = samples::named("short").unwrap();
    debrief.seconds = 58.300_000_000_4;
    debrief.utterances[0].probabilities.business = 0.03;
    let written = json(&debrief);
    assert!(written.starts_with("{\n  \"schema\": \"segue.debrief/1\",\n"), "{written}");
    assert!(written.contains("\n  \"seconds\": 58.3,\n"));
    assert!(written.contains("\"business\": 0.03,"));
    let lines = written.lines().filter(|line| line.starts_with("    {\"index\": ") && line.contains("\"live_label\"")).count();
    assert_eq!(lines, debrief.utterances.len());
    assert!(json(&samples::named("calm").unwrap()).contains("\"drifts\": [],\n"));
}

#[test]
fn times_that_are_none_are_null() {
    assert_eq!(parsed(&samples::named("broken").unwrap())["utterances"][3]["end"], Value::Null);
}

#[test]
fn the_page_is_up_to_date() {
    contract_page::check(&schema(), &json(&samples::named("short").unwrap()));
}
