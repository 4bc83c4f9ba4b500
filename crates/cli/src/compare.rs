//! `compare`: one pair of values.

use crate::Ending;
use crate::aliases;
use crate::args::{CompareArgs, FieldName, Format};
use crate::failure::Failure;
use crate::problem;
use crate::scored::FieldJson;
use crate::table;
use ownership_match::{AccountOwner, CALIBRATION, Field, FieldExplanation, FieldResult, PostalAddress, Record};
use serde::Serialize;
use std::io::{self, Write};

pub(crate) fn run(args: &CompareArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    if args.aliases.is_some() && args.field != FieldName::Name {
        return Err(Failure::Usage("--aliases is of names: the other fields have none".to_owned()));
    }
    let options = args.region.options(aliases::read(args.aliases.as_deref())?.aliases);
    let read = |text, argument| Ok(Record::of_owner(&side(args.field, text, argument)?, &options));
    let (given, owner) = (read(&args.given, "GIVEN")?, read(&args.owner, "OWNER")?);
    let field = Field::from(args.field);
    // A value that is blank is one that holds nothing.
    let result = given.compare(&owner).field(field).unwrap_or(FieldResult::Missing);
    let explanation = args.telling.explains().then(|| {
        let explanation = result.explain(field);
        match given.align(&owner, field).filter(|_| args.telling.reveals()) {
            Some(alignment) => explanation.with_alignment(alignment),
            None => explanation,
        }
    });
    write(out, args, result, explanation).map_err(|error| Failure::output("standard output", error))?;
    Ok(Ending::Good)
}

/// One value as the only one of its side. Either side may be a line here, which only the bank's can be elsewhere.
fn side(field: FieldName, text: &str, argument: &str) -> Result<AccountOwner, Failure> {
    let (value, nobody) = (Some(text.to_owned()), AccountOwner::default());
    Ok(match field {
        FieldName::Name => AccountOwner { name: value, ..nobody },
        FieldName::Email => AccountOwner { email: value, ..nobody },
        FieldName::Phone => AccountOwner { phone: value, ..nobody },
        FieldName::Address if text.trim_start().starts_with('{') => {
            let parts: PostalAddress =
                problem::parse(text.as_bytes()).map_err(|problem| Failure::Data(problem.told_of(argument)))?;
            AccountOwner { address: Some(parts), ..nobody }
        }
        FieldName::Address => AccountOwner { raw_address: value, ..nobody },
    })
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
