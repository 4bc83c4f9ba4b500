//! `compare`: one pair of values.

use crate::Ending;
use crate::aliases;
use crate::args::{CompareArgs, FieldName, Format};
use crate::failure::Failure;
use crate::problem;
use crate::scored::FieldJson;
use crate::table;
use ownership_match::{
    Address, Alignment, CALIBRATION, Comparison, Country, Email, Field, FieldExplanation, FieldResult, Name, Phone,
    PostalAddress,
};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) fn run(args: &CompareArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    let (comparison, alignment) = compare(args)?;
    let result = comparison.map_or(FieldResult::Missing, FieldResult::Compared);
    let explanation = args.telling.explains().then(|| {
        let explanation = result.explain(args.field.into());
        match alignment {
            Some(alignment) => explanation.with_alignment(alignment),
            None => explanation,
        }
    });
    write(out, args, result, explanation).map_err(|error| Failure::output("standard output", error))?;
    Ok(Ending::Good)
}

/// Compares the two values; `None` where one of them holds nothing. Aligns them where that is asked for.
fn compare(args: &CompareArgs) -> Result<(Option<Comparison>, Option<Alignment>), Failure> {
    let reveals = args.telling.reveals();
    let both = |compared: Option<(Comparison, Alignment)>| match compared {
        Some((comparison, alignment)) => (Some(comparison), Some(alignment).filter(|_| reveals)),
        None => (None, None),
    };
    if args.aliases.is_some() && args.field != FieldName::Name {
        return Err(Failure::Usage("--aliases is of names: the other fields have none".to_owned()));
    }
    let aliases = aliases::read(args.aliases.as_deref())?.aliases;
    let (given, owner, region) = (&args.given, &args.owner, Some(args.region.country()));
    Ok(both(match args.field {
        FieldName::Name => {
            let read = |text: &str| Name::parse_with(text, &aliases);
            pair(read(given), read(owner), Name::compare, Name::align)
        }
        FieldName::Email => pair(Email::parse(given), Email::parse(owner), Email::compare, Email::align),
        FieldName::Phone => {
            pair(Phone::parse(given, region), Phone::parse(owner, region), Phone::compare, Phone::align)
        }
        FieldName::Address => {
            pair(address(given, "GIVEN", region)?, address(owner, "OWNER", region)?, Address::compare, Address::align)
        }
    }))
}

fn pair<T>(
    given: Option<T>,
    owner: Option<T>,
    compare: fn(&T, &T) -> Comparison,
    align: fn(&T, &T) -> Alignment,
) -> Option<(Comparison, Alignment)> {
    let (given, owner) = (given?, owner?);
    Some((compare(&given, &owner), align(&given, &owner)))
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
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<FieldExplanation>,
    calibration: &'static str,
}

fn write(
    out: &mut impl Write,
    args: &CompareArgs,
    result: FieldResult,
    explanation: Option<FieldExplanation>,
) -> io::Result<()> {
    let field = Field::from(args.field);
    match args.format {
        Format::Text => {
            if let Some(explanation) = explanation {
                return writeln!(out, "{explanation}");
            }
            table::head(out)?;
            if result.missing_data() {
                return writeln!(out, "{:<8} missing  a value holds nothing: there is no score", field.key());
            }
            table::row(out, field, Some(result))
        }
        Format::Json => {
            let json =
                ComparisonJson { field: field.key(), result: result.into(), explanation, calibration: CALIBRATION };
            serde_json::to_writer(&mut *out, &json)?;
            writeln!(out)
        }
    }
}
