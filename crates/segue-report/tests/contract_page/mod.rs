//! The generated parts of `docs/debrief.md`: the tables of fields and the example.

use serde_json::Value;
use std::fmt::Write;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/debrief.md");

/// Fails if the page is not what it would be if it were written now; writes it if told to.
pub fn check(schema: &Value, example: &str) {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let fresh = replace(&page, "fields", &tables(schema));
    let fresh = replace(&fresh, "example", &format!("```json\n{example}```\n"));
    if std::env::var_os("SEGUE_BLESS").is_some() {
        std::fs::write(PAGE, fresh).unwrap();
    } else {
        assert!(page == fresh, "docs/debrief.md is out of date; run this test with SEGUE_BLESS=1");
    }
}

fn replace(page: &str, part: &str, content: &str) -> String {
    let (head, rest) = page.split_once(&format!("<!-- {part}: generated, do not edit -->\n")).unwrap();
    let (_, tail) = rest.split_once(&format!("<!-- end of {part} -->")).unwrap();
    format!("{head}<!-- {part}: generated, do not edit -->\n\n{content}\n<!-- end of {part} -->{tail}")
}

fn tables(schema: &Value) -> String {
    let mut out = table(schema, schema, "Debrief");
    for (name, def) in reached(schema) {
        if def["type"] == "object" {
            out.push('\n');
            out.push_str(&table(schema, def, def["title"].as_str().unwrap()));
        } else {
            let values = enumerated(def);
            write!(out, "\n### {name}\n\n{values}. {}\n", def["description"].as_str().unwrap()).unwrap();
        }
    }
    out
}

/// Definitions in the order in which fields lead to them.
fn reached(schema: &Value) -> Vec<(&str, &Value)> {
    let mut names: Vec<&str> = Vec::new();
    let mut open = vec![schema];
    while !open.is_empty() {
        let mut next = Vec::new();
        for def in open {
            for field in def["required"].as_array().into_iter().flatten() {
                let name = reference(&def["properties"][field.as_str().unwrap()]);
                if let Some(name) = name.filter(|name| !names.contains(name)) {
                    names.push(name);
                    next.push(&schema["$defs"][name]);
                }
            }
        }
        open = next;
    }
    assert_eq!(names.len(), schema["$defs"].as_object().unwrap().len(), "every definition is used");
    names.into_iter().map(|name| (name, &schema["$defs"][name])).collect()
}

/// The definition a field leads to, directly, as an item, or if it is not null.
fn reference(field: &Value) -> Option<&str> {
    let path = field.get("$ref").and_then(Value::as_str);
    path.and_then(|path| path.rsplit('/').next())
        .or_else(|| field.get("items").and_then(reference))
        .or_else(|| field["anyOf"].as_array()?.iter().find_map(reference))
}

fn table(root: &Value, def: &Value, title: &str) -> String {
    let mut out =
        format!("### {title}\n\n{}\n\n| field | type | meaning |\n| --- | --- | --- |\n", def["description"].as_str().unwrap());
    for name in def["required"].as_array().unwrap() {
        let field = &def["properties"][name.as_str().unwrap()];
        let meaning = field["description"].as_str().unwrap();
        writeln!(out, "| `{}` | {} | {meaning} |", name.as_str().unwrap(), kind(root, field)).unwrap();
    }
    out
}

/// The type of a field in words, with its range.
fn kind(root: &Value, field: &Value) -> String {
    if let Some(options) = field["anyOf"].as_array() {
        return format!("{} or null", kind(root, &options[0]));
    }
    if field.get("items").is_some() {
        return format!("list of {}", kind(root, &field["items"]));
    }
    if let Some(name) = reference(field) {
        let def = &root["$defs"][name];
        let title = def["title"].as_str().unwrap_or(name);
        return format!("[{title}](#{})", title.to_lowercase().replace(' ', "-"));
    }
    if let Some(word) = field.get("const") {
        return format!("`{word}`");
    }
    if field.get("enum").is_some() {
        return enumerated(field);
    }
    let (name, or_null) = match &field["type"] {
        Value::Array(types) => (types[0].as_str().unwrap(), " or null"),
        one => (one.as_str().unwrap(), ""),
    };
    let range = match (field.get("minimum"), field.get("maximum")) {
        (Some(least), Some(most)) => format!(" from {least} to {most}"),
        (Some(least), None) => format!(" from {least}"),
        _ => String::new(),
    };
    format!("{name}{range}{or_null}")
}

fn enumerated(field: &Value) -> String {
    let words = field["enum"].as_array().unwrap().iter();
    words.map(|word| word.as_str().map_or_else(|| "null".to_owned(), |word| format!("`{word}`"))).collect::<Vec<_>>().join(", ")
}
