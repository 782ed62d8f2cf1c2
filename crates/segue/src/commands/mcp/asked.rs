//! What an assistant asks, where it cannot be: one sentence, not an error of the protocol.

use crate::message::{Failure, Refusal};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The arguments of a tool, or why they cannot be.
pub struct Asked<T>(pub Result<T, Failure>);

impl<'de, T: DeserializeOwned + JsonSchema> Deserialize<'de> for Asked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Map::deserialize(deserializer)?;
        Ok(Self(read(&given).map_err(|()| Failure::Assistant(refusal::<T>(&given)))))
    }
}

impl<T: JsonSchema> JsonSchema for Asked<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

fn read<T: DeserializeOwned>(given: &Map<String, Value>) -> Result<T, ()> {
    serde_json::from_value(Value::Object(given.clone())).map_err(|_| ())
}

/// Which argument it is: one that the tool does not know, one that is missing, or one that cannot be as it is.
fn refusal<T: DeserializeOwned + JsonSchema>(given: &Map<String, Value>) -> Refusal {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let known: Vec<String> =
        schema.get("properties").and_then(Value::as_object).map(|known| known.keys().cloned().collect()).unwrap_or_default();
    if let Some(stranger) = given.keys().find(|name| !known.contains(name)) {
        return Refusal::NoSuchArgument(stranger.clone(), known);
    }
    let needed: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    if let Some(missing) = needed.iter().find(|name| !given.contains_key(**name)) {
        return Refusal::Missing((*missing).to_owned());
    }
    // What is needed beside it can be anything that is text.
    let alone = |name: &String| {
        let mut alone: Map<String, Value> = needed.iter().map(|needed| ((*needed).to_owned(), Value::from("-"))).collect();
        alone.insert(name.clone(), given[name].clone());
        read::<T>(&alone).is_err()
    };
    Refusal::NotPossible(given.keys().find(|name| alone(name)).cloned().unwrap_or_default())
}
