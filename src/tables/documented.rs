// @generated from data/documented-examples.json by `UPDATE_TABLES=1 cargo test --test tables`. Do not edit.

use crate::documented::{Example, Expected, Value};
use crate::evidence::Field;

/// Every documented example, in the order of the documentation: name, email, phone, address.
#[rustfmt::skip]
pub const EXAMPLES: &[Example] = &[
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Jenny Jane Rosen"), expected: Expected::Score { min: 100, max: 100 } },
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Jneny Jane Rosen"), expected: Expected::Score { min: 85, max: 99 } },
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Jenny Rosen"), expected: Expected::Score { min: 70, max: 84 } },
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Jennifer Rosen"), expected: Expected::Score { min: 60, max: 69 } },
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Mark Rosen"), expected: Expected::Score { min: 30, max: 59 } },
    Example { field: Field::Name, given: Value::Text("Jenny Jane Rosen"), owner: Value::Text("Mark Smith"), expected: Expected::Score { min: 0, max: 29 } },
    Example { field: Field::Name, given: Value::Text("Jenny Rosen"), owner: Value::Text("Jennifer Rosen"), expected: Expected::Score { min: 85, max: 85 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("jennyrosen@example.com"), expected: Expected::Score { min: 100, max: 100 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("jenny.rosen@example.com"), expected: Expected::Score { min: 85, max: 99 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("jennyrosen12345@example.com"), expected: Expected::Score { min: 70, max: 84 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("jennyrosen@test.com"), expected: Expected::Score { min: 65, max: 65 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("marksmith@example.com"), expected: Expected::Score { min: 30, max: 59 } },
    Example { field: Field::Email, given: Value::Text("jennyrosen@example.com"), owner: Value::Text("marksmith@test.com"), expected: Expected::Score { min: 0, max: 29 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("+12125555555"), expected: Expected::Score { min: 100, max: 100 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("(212) 555-5555"), expected: Expected::Score { min: 100, max: 100 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("212 555 5559"), expected: Expected::Score { min: 70, max: 99 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("212 555 555"), expected: Expected::Score { min: 70, max: 99 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("347 555 5555"), expected: Expected::Score { min: 50, max: 69 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("212 999 9999"), expected: Expected::Score { min: 20, max: 49 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Text("347 999 9999"), expected: Expected::Score { min: 0, max: 19 } },
    Example { field: Field::Phone, given: Value::Text("+1 212-555-5555"), owner: Value::Missing, expected: Expected::MissingData },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("354 Oyster Point Blvd."), Some("Fl. 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), expected: Expected::Score { min: 100, max: 100 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("354 Oyster Point Blvd."), None, Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), expected: Expected::Score { min: 85, max: 99 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("354 Oyster Point"), Some("Fl. 10"), Some("San Francisco"), Some("CA"), Some("94080"), Some("US")]), expected: Expected::Score { min: 70, max: 84 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("354 OP Blvd."), None, Some("South SF"), Some("CA"), Some("94080"), Some("US")]), expected: Expected::Score { min: 60, max: 69 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("510 Townsend St."), None, Some("San Francisco"), Some("CA"), Some("94103"), Some("US")]), expected: Expected::Score { min: 30, max: 59 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), Some("Fl 1"), Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Parts([Some("1 University Ave."), Some("Fl. 10"), Some("Toronto"), Some("ON"), Some("M5J 2P1"), Some("CA")]), expected: Expected::Score { min: 0, max: 29 } },
    Example { field: Field::Address, given: Value::Parts([Some("354 Oyster Point Blvd"), None, Some("South San Francisco"), Some("CA"), Some("94080"), Some("US")]), owner: Value::Text("354 Oyster Point Blvd South San Francisco, CA 94080 USA"), expected: Expected::Score { min: 100, max: 100 } },
];
