//! The documented examples: `data/documented-examples.json` → `src/tables/documented.rs`.

use super::support;
use serde_json::Value;
use std::fmt::Write as _;

const SOURCE: &str = "data/documented-examples.json";

fn side(value: &Value) -> String {
    match value {
        Value::String(text) => format!("Value::Text({text:?})"),
        Value::Object(parts) => {
            let parts = ["line1", "line2", "city", "state", "postal_code", "country"]
                .map(|key| parts[key].as_str().map_or("None".to_owned(), |text| format!("Some({text:?})")));
            format!("Value::Parts([{}])", parts.join(", "))
        }
        _ => "Value::Missing".to_owned(),
    }
}

#[test]
fn documented_examples() {
    let data: Value = serde_json::from_str(&support::read(SOURCE)).expect("the examples are JSON");
    let mut body = String::from(
        "use crate::documented::{Example, Expected, Value};\nuse crate::evidence::Field;\n\n\
         /// Every documented example, in the order of the documentation: name, email, phone, address.\n\
         #[rustfmt::skip]\npub const EXAMPLES: &[Example] = &[\n",
    );
    for (key, field) in [("name", "Name"), ("email", "Email"), ("phone", "Phone"), ("address", "Address")] {
        for row in data[key].as_array().expect("a list of examples") {
            let owner = row.get("owner_raw").unwrap_or(&row["owner"]);
            let expected = if row["missing_data"] == true {
                "Expected::MissingData".to_owned()
            } else {
                let bound = |end: &str| row.get("exactly").unwrap_or(&row[end]).as_u64().expect("a score");
                format!("Expected::Score {{ min: {}, max: {} }}", bound("min"), bound("max"))
            };
            writeln!(
                body,
                "    Example {{ field: Field::{field}, given: {}, owner: {}, expected: {expected} }},",
                side(&row["given"]),
                side(owner),
            )
            .expect("a string takes any text");
        }
    }
    body.push_str("];\n");
    support::emit("src/tables/documented.rs", &[SOURCE], &body);
}
