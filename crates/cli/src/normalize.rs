//! `normalize`: what the library understood of a value.

use crate::Ending;
use crate::args::{FieldName, NormalizeArgs};
use crate::failure::Failure;
use crate::input::{self, Line, Lines, MAX_LENGTH};
use crate::problem::{self, BadLines, Problem};
use crate::understood::Understood;
use ownership_match::api::Expandable;
use ownership_match::{Country, PostalAddress};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

pub(crate) fn run(args: &NormalizeArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    if let Some(path) = &args.jsonl {
        return lines(path, args, out);
    }
    let text = args.value.as_deref().unwrap_or_default();
    let region = Some(args.region.unwrap_or_default());
    let value = if args.field == FieldName::Address && text.trim_start().starts_with('{') {
        let parts: PostalAddress =
            problem::parse(text.as_bytes()).map_err(|problem| Failure::Data(problem.told_of("VALUE")))?;
        Understood::of_parts(&parts)
    } else {
        Understood::of_text(args.field.into(), text, region)
    };
    serde_json::to_writer_pretty(&mut *out, &value)
        .map_err(std::io::Error::from)
        .and_then(|()| writeln!(out))
        .map_err(|error| Failure::output("standard output", error))?;
    Ok(Ending::Good)
}

/// One line of input.
#[derive(Deserialize)]
struct Request<'a> {
    /// A text, or an address in parts.
    value: Option<Expandable<PostalAddress>>,
    #[serde(borrow)]
    region: Option<Cow<'a, str>>,
}

/// What stands in the place of a line that cannot be read.
#[derive(Serialize)]
struct BadLine<'a> {
    line: u64,
    error: BadLineError<'a>,
}

#[derive(Serialize)]
struct BadLineError<'a> {
    code: &'static str,
    message: &'a str,
    field: Option<&'a str>,
}

fn lines(path: &Path, args: &NormalizeArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    let mut lines = Lines::new(input::open(path)?);
    let mut bad = BadLines::of(input::name(path));
    while let Some(line) = lines.next_line().map_err(|error| input::unreadable(path, &error))? {
        bad.count();
        let written = match of_line(&line, args) {
            Ok(value) => serde_json::to_writer(&mut *out, &value),
            Err(mut problem) => {
                bad.add(line.number, &mut problem);
                let error =
                    BadLineError { code: problem.code, message: &problem.message, field: problem.field.as_deref() };
                serde_json::to_writer(&mut *out, &BadLine { line: line.number, error })
            }
        };
        written
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(out))
            .map_err(|error| Failure::output("standard output", error))?;
    }
    Ok(bad.ending())
}

fn of_line(line: &Line<'_>, args: &NormalizeArgs) -> Result<Understood, Problem> {
    if line.is_cut {
        return Err(Problem::new("line_too_long", format!("the line is longer than {MAX_LENGTH} bytes")));
    }
    let request: Request<'_> = problem::parse(line.bytes)?;
    let region = match request.region.as_deref().map(str::trim).filter(|region| !region.is_empty()) {
        None => args.region,
        Some(code) => Some(Country::new(code).ok_or_else(|| {
            Problem::new("invalid_value", "a country is a two-letter code such as US").at_field("region")
        })?),
    };
    match request.value {
        None => Ok(Understood::of_text(args.field.into(), "", region)),
        Some(Expandable::Id(text)) => Ok(Understood::of_text(args.field.into(), &text, region)),
        Some(Expandable::Object(parts)) if args.field == FieldName::Address => Ok(Understood::of_parts(&parts)),
        Some(Expandable::Object(_)) => {
            Err(Problem::new("invalid_type", "an object where a text belongs").at_field("value"))
        }
    }
}
