//! `compare`: one pair of values.

use crate::Ending;
use crate::args::{CompareArgs, FieldName, Format};
use crate::failure::Failure;
use crate::problem;
use crate::scored::FieldJson;
use crate::table;
use ownership_match::{
    Address, CALIBRATION, Comparison, Country, Email, Field, FieldResult, Name, Phone, PostalAddress,
};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) fn run(args: &CompareArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    let result = compare(args)?.map_or(FieldResult::Missing, FieldResult::Compared);
    write(out, args, result).map_err(|error| Failure::output("standard output", error))?;
    Ok(Ending::Good)
}

/// Compares the two values; `None` where one of them holds nothing.
fn compare(args: &CompareArgs) -> Result<Option<Comparison>, Failure> {
    fn both<T>(given: Option<T>, owner: Option<T>, compare: fn(&T, &T) -> Comparison) -> Option<Comparison> {
        Some(compare(&given?, &owner?))
    }
    let (given, owner, region) = (&args.given, &args.owner, Some(args.region.country()));
    Ok(match args.field {
        FieldName::Name => both(Name::parse(given), Name::parse(owner), Name::compare),
        FieldName::Email => both(Email::parse(given), Email::parse(owner), Email::compare),
        FieldName::Phone => both(Phone::parse(given, region), Phone::parse(owner, region), Phone::compare),
        FieldName::Address => {
            both(address(given, "GIVEN", region)?, address(owner, "OWNER", region)?, Address::compare)
        }
    })
}

/// Reads an address: a JSON object, or a line.
pub(crate) fn address(text: &str, argument: &str, region: Option<Country>) -> Result<Option<Address>, Failure> {
    if !text.trim_start().starts_with('{') {
        return Ok(Address::parse(text, region));
    }
    let parts: PostalAddress =
        problem::parse(text.as_bytes()).map_err(|problem| Failure::Data(problem.told_of(argument)))?;
    Ok(Address::from_parts(&parts))
}

#[derive(Serialize)]
struct ComparisonJson {
    field: &'static str,
    #[serde(flatten)]
    result: FieldJson,
    calibration: &'static str,
}

fn write(out: &mut impl Write, args: &CompareArgs, result: FieldResult) -> io::Result<()> {
    let field = Field::from(args.field);
    match args.format {
        Format::Text => {
            table::head(out)?;
            if result.missing_data() {
                return writeln!(out, "{:<8} missing  a value holds nothing: there is no score", field.key());
            }
            table::row(out, field, Some(result))
        }
        Format::Json => {
            let json = ComparisonJson { field: field.key(), result: result.into(), calibration: CALIBRATION };
            serde_json::to_writer(&mut *out, &json)?;
            writeln!(out)
        }
    }
}
