//! One line of a batch.

use super::id;
use crate::input::{Line, MAX_LENGTH};
use crate::problem::{self, Problem};
use crate::scored::ResultsJson;
use ownership_match::{AccountOwner, CALIBRATION, MatchOptions, OwnerInformation, match_owners};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::io::{self, Write};

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
struct Answer<'a> {
    id: Option<&'a RawValue>,
    owner: Option<usize>,
    results: ResultsJson,
    calibration: &'static str,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: Option<&'a RawValue>,
    line: u64,
    error: RefusedError<'a>,
}

#[derive(Serialize)]
struct RefusedError<'a> {
    code: &'static str,
    message: &'a str,
    field: Option<&'a str>,
}

/// Scores a line and writes the answer, or says what is wrong with the line.
pub(super) fn score(line: &Line<'_>, options: &MatchOptions, out: &mut impl Write) -> Result<io::Result<()>, Problem> {
    if line.is_cut {
        return Err(Problem::new("line_too_long", format!("the line is longer than {MAX_LENGTH} bytes")));
    }
    let request: Request<'_> = problem::parse(line.bytes)?;
    let given = request.owner_information.unwrap_or_default();
    let owners = request.owners.unwrap_or_default();
    let result = match_owners(&given, &owners, options);
    let results = result.results;
    if [results.name, results.email, results.phone, results.address].iter().all(Option::is_none) {
        let message = "nothing is given: none of name, email, phone and address";
        return Err(Problem::new("nothing_given", message).at_field("owner_information"));
    }
    let answer = Answer { id: request.id, owner: result.owner, results: results.into(), calibration: CALIBRATION };
    Ok(serde_json::to_writer(out, &answer).map_err(io::Error::from))
}

/// Writes what stands in the place of a line that could not be scored.
pub(super) fn write_problem(line: &Line<'_>, problem: &Problem, out: &mut impl Write) -> io::Result<()> {
    let error = RefusedError { code: problem.code, message: &problem.message, field: problem.field.as_deref() };
    serde_json::to_writer(out, &Refused { id: id::read(line.bytes), line: line.number, error })?;
    Ok(())
}
