//! A row that is a line of JSON.

use super::id;
use super::row::{Score, nothing_given};
use super::written::write_line;
use crate::problem::{self, Problem};
use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// What a line holds; other keys are ignored.
#[derive(Deserialize)]
struct Request<'a> {
    /// Anything, given back as it is written.
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    owner_information: Option<OwnerInformation>,
    owners: Option<Vec<AccountOwner>>,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: Option<&'a RawValue>,
    line: u64,
    error: RefusedError<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct RefusedError<'a> {
    code: &'static str,
    message: &'a str,
    field: Option<&'a str>,
}

/// Scores a line; `write` says whether the answer is to be written, with the line itself where it passes through.
pub(super) fn score(
    text: &[u8],
    options: &MatchOptions,
    passes_through: bool,
    is_wanted: impl Fn(&Score) -> bool,
    out: &mut Vec<u8>,
) -> Result<Score, Problem> {
    let request: Request<'_> = problem::parse(text)?;
    let given = request.owner_information.unwrap_or_default();
    let owners = request.owners.unwrap_or_default();
    let result = match_owners(&given, &owners, options);
    let score = Score { results: result.results, is_replaced: false };
    if score.is_empty() {
        return Err(nothing_given().at_field("owner_information"));
    }
    if is_wanted(&score) {
        let input = if passes_through { whole(text) } else { None };
        let id = request.id.map_or("null", RawValue::get).as_bytes();
        write_line(id, &result, input.map(|line| line.get().as_bytes()), out);
    }
    Ok(score)
}

/// Writes what stands in the place of a line that could not be scored.
pub(super) fn write_problem(text: &[u8], line: u64, problem: &Problem, passes_through: bool, out: &mut Vec<u8>) {
    let error = RefusedError { code: problem.code, message: &problem.message, field: problem.field.as_deref() };
    let input = if passes_through { whole(text) } else { None };
    write(&Refused { id: id::read(text), line, error, input }, out);
}

/// A line as one value, where it is one.
fn whole(text: &[u8]) -> Option<&RawValue> {
    serde_json::from_slice(text).ok()
}

fn write(line: &impl Serialize, out: &mut Vec<u8>) {
    // Neither a map with keys that are no text nor an output that can fail is here, so that nothing is left to go wrong.
    if serde_json::to_writer(&mut *out, line).is_ok() {
        out.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::super::written::write_line;
    use crate::scored::FieldJson;
    use ownership_match::{
        AccountOwner, CALIBRATION, FieldResult, MatchOptions, MatchResult, OwnerInformation, match_owners,
    };
    use serde_json::{Value, json};

    /// As `serde_json` writes it.
    fn by_serde(result: &MatchResult) -> Value {
        let field = |result: Option<FieldResult>| json!(result.map(FieldJson::from));
        let results = &result.results;
        let results = json!({
            "name": field(results.name), "email": field(results.email), "phone": field(results.phone),
            "address": field(results.address),
        });
        json!({"id": 7, "owner": result.owner, "results": results, "calibration": CALIBRATION, "input": {"id": 7}})
    }

    #[test]
    fn lines_are_what_serde_writes() {
        let text = |text: &str| Some(text.to_owned());
        let given = OwnerInformation {
            name: text("Jenny Rosen"),
            email: text("jenny.rosen@example.com"),
            phone: text("+14155550123"),
            ..OwnerInformation::default()
        };
        let owners = [
            AccountOwner::default(),
            AccountOwner { name: text("JENNIFER ROSEN"), ..AccountOwner::default() },
            AccountOwner { name: text("JENNY ROSEN"), email: text("jrosen@example.com"), ..AccountOwner::default() },
            AccountOwner { name: text("Mary Jones"), phone: text("415 555 0123"), ..AccountOwner::default() },
        ];
        for given in [&given, &OwnerInformation::default()] {
            for owner in &owners {
                let mut result = match_owners(given, std::slice::from_ref(owner), &MatchOptions::default());
                for place in [result.owner, Some(10), Some(12_345)] {
                    result.owner = place;
                    let mut out = Vec::new();
                    write_line(b"7", &result, Some(b"{\"id\":7}"), &mut out);
                    assert!(!out.contains(&b' '), "nothing between the parts");
                    let written: Value = serde_json::from_slice(&out).expect("JSON");
                    assert_eq!(written, by_serde(&result));
                }
            }
        }
    }
}
