//! `match`: an account and a given side → the documented ownership match.

use crate::Ending;
use crate::aliases;
use crate::args::{Format, MatchArgs};
use crate::failure::Failure;
use crate::input::{self, Document};
use crate::problem::Problem;
use crate::scored::FieldJson;
use crate::table::{self, printable};
use ownership_match::api::{Account, Customer, MatchAnswer, MatchRequest, MatchType, OwnershipMatch};
use ownership_match::decision::{Decision, Policy};
use ownership_match::{
    CALIBRATION, Choice, Country, Error, Explanation, Field, OwnerChoice, OwnerInformation, Results,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::{self, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) fn run(args: &MatchArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    let given = [args.customer.as_ref(), args.owner_information.as_ref()];
    let files = [Some(&args.account), args.policy.as_ref(), args.aliases.as_ref()];
    if files.into_iter().chain(given).flatten().filter(|path| input::is_standard(path)).count() > 1 {
        return Err(Failure::Usage("standard input can be read once: only one of the files can be -".to_owned()));
    }
    // A wrong policy is told before anything is matched.
    let policy = args.policy.as_deref().map(policy).transpose()?;
    let names = aliases::read(args.aliases.as_deref())?;
    match answer(args, names) {
        Ok(Matched { answer, explanation, input_hash }) => {
            let decision = policy.map(|policy| policy.decide(&answer.result().results));
            let id = args.id.clone().unwrap_or_else(|| format!("fcom_{input_hash:032x}"));
            let documented = answer.to_object(id, args.created.unwrap_or_else(now));
            match args.format {
                Format::Text => write_text(out, &answer, &documented, explanation.as_ref(), decision.as_ref()),
                Format::Json => write_json(out, &MatchJson::of(&documented, &answer, explanation, decision.as_ref())),
            }
            .map_err(|error| Failure::output("standard output", error))?;
            Ok(Ending::Good)
        }
        Err(Refusal::Failure(failure)) => Err(failure),
        Err(Refusal::Told { error, message }) => {
            if args.format == Format::Json {
                write_json(out, &Refused { error }).map_err(|error| Failure::output("standard output", error))?;
            }
            Err(Failure::Data(message))
        }
    }
}

/// Reads a policy.
fn policy(path: &Path) -> Result<Policy, Failure> {
    let text = input::text(path)?;
    let is_json = if input::is_standard(path) {
        text.trim_start().starts_with('{')
    } else {
        path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
    };
    let read = if is_json { Policy::from_json(&text) } else { Policy::from_toml(&text) };
    read.map_err(|error| Failure::Data(format!("{}, {error}", input::name(path))))
}

/// Why there is no answer.
enum Refusal {
    /// Nothing that JSON should tell.
    Failure(Failure),
    /// Told on standard error, and in JSON on standard output.
    Told {
        /// For standard output.
        error: ErrorJson,
        /// For standard error.
        message: String,
    },
}

impl Refusal {
    fn of_problem(problem: &Problem, path: &Path) -> Refusal {
        let message = problem.told_of(&input::name(path));
        let error = ErrorJson { code: problem.code, message: message.clone(), param: problem.field.clone() };
        Refusal::Told { error, message }
    }

    /// A refused request is told of the file that is to blame.
    fn of_error(error: &Error, args: &MatchArgs) -> Refusal {
        let given = args.customer.as_deref().or(args.owner_information.as_deref());
        let path = given.filter(|_| error.is_given_side()).unwrap_or(&args.account);
        let told = format!("{error}. {}", error.hint());
        let message = format!("{}: {told}", input::name(path));
        let param = error.param().map(str::to_owned);
        Refusal::Told { error: ErrorJson { code: error.code(), message: told, param }, message }
    }
}

#[derive(Serialize)]
struct Refused {
    error: ErrorJson,
}

#[derive(Serialize)]
struct ErrorJson {
    code: &'static str,
    message: String,
    param: Option<String>,
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<Document<T>, Refusal> {
    input::document(path).map_err(Refusal::Failure)?.map_err(|problem| Refusal::of_problem(&problem, path))
}

/// What came of the files.
struct Matched {
    answer: MatchAnswer,
    /// Where it is asked for.
    explanation: Option<Explanation>,
    /// A hash of the input.
    input_hash: u128,
}

/// Reads the files and matches.
fn answer(args: &MatchArgs, names: aliases::Read) -> Result<Matched, Refusal> {
    let account = read::<Account>(&args.account)?;
    let choice = if args.best_per_field { OwnerChoice::BestPerField } else { OwnerChoice::BestAsAWhole };
    let options = args.region.options(names.aliases).with_owner_choice(choice);
    let answer_to = |request: MatchRequest<'_>| {
        let request = request.with_options(options);
        let refused = |error: Error| Refusal::of_error(&error, args);
        let answer = request.answer().map_err(refused)?;
        let explanation = match args.telling {
            telling if telling.reveals() => Some(request.reveal().map_err(refused)?),
            telling if telling.explains() => Some(answer.explain()),
            _ => None,
        };
        Ok((answer, explanation))
    };
    let ((answer, explanation), given_bytes) = if let Some(path) = &args.customer {
        let customer = read::<Customer>(path)?;
        (answer_to(MatchRequest::with_customer(&account.value, &customer.value))?, customer.bytes)
    } else if let Some(path) = &args.owner_information {
        let given = read::<OwnerInformation>(path)?;
        (answer_to(MatchRequest::with_owner_information(&account.value, &given.value))?, given.bytes)
    } else {
        // No type is named: the account itself must carry its holder, as an expanded Customer.
        (answer_to(MatchRequest::with_account_holder(&account.value, None))?, Vec::new())
    };
    let mut parts = vec![&account.bytes[..], &given_bytes, CALIBRATION.as_bytes()];
    // Another question gets another id.
    if args.best_per_field {
        parts.push(b"best_per_field");
    }
    let region = args.region.country();
    if region != Country::default() {
        parts.extend([&b"region"[..], region.code().as_bytes()]);
    }
    if !names.text.is_empty() {
        parts.extend([&b"aliases"[..], names.text.as_bytes()]);
    }
    Ok(Matched { answer, explanation, input_hash: hash(&parts) })
}

/// FNV-1a of 128 bits over parts and their lengths: the same input gives the same id on every machine.
fn hash(parts: &[&[u8]]) -> u128 {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let mut take = |byte: u8| {
        hash ^= u128::from(byte);
        hash = hash.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    };
    for part in parts {
        (part.len() as u64).to_le_bytes().into_iter().chain(part.iter().copied()).for_each(&mut take);
    }
    hash
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs());
    since.ok().and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or(0)
}

/// The documented object, and beside its keys the owner, the notices and the calibration.
#[derive(Serialize)]
struct MatchJson<'a> {
    id: &'a Option<String>,
    object: &'static str,
    created: Option<i64>,
    customer: &'a Option<String>,
    financial_connections_account: &'a Option<String>,
    owner_information: &'a Option<OwnerInformation>,
    ownership: &'a Option<String>,
    results: ResultsJson,
    r#type: &'a Option<MatchType>,
    owner: Option<usize>,
    choice: Choice,
    /// Whose result each field has, where the best of each was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner_of: Option<OwnersJson>,
    /// How old the data is, where a notice makes that a question.
    #[serde(skip_serializing_if = "Option::is_none")]
    refreshed_at: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<&'a Decision>,
    calibration: &'static str,
}

/// 0-based indices of owners.
#[derive(Serialize)]
struct OwnersJson {
    name: Option<usize>,
    address: Option<usize>,
    email: Option<usize>,
    phone: Option<usize>,
}

impl OwnersJson {
    /// Where the best of each field was asked for.
    fn of(answer: &MatchAnswer) -> Option<OwnersJson> {
        let of = |field| answer.result().owner_of(field).filter(|_| answer.result().results.field(field).is_some());
        (answer.owner_choice() == OwnerChoice::BestPerField).then(|| OwnersJson {
            name: of(Field::Name),
            address: of(Field::Address),
            email: of(Field::Email),
            phone: of(Field::Phone),
        })
    }
}

/// The results in the order of the documented answer.
#[derive(Serialize)]
struct ResultsJson {
    name: Option<FieldJson>,
    address: Option<FieldJson>,
    email: Option<FieldJson>,
    phone: Option<FieldJson>,
}

impl From<Results> for ResultsJson {
    fn from(results: Results) -> ResultsJson {
        ResultsJson {
            name: results.name.map(FieldJson::from),
            address: results.address.map(FieldJson::from),
            email: results.email.map(FieldJson::from),
            phone: results.phone.map(FieldJson::from),
        }
    }
}

impl<'a> MatchJson<'a> {
    fn of(
        documented: &'a OwnershipMatch,
        answer: &MatchAnswer,
        explanation: Option<Explanation>,
        decision: Option<&'a Decision>,
    ) -> MatchJson<'a> {
        MatchJson {
            id: &documented.id,
            object: documented.object.name(),
            created: documented.created,
            customer: &documented.customer,
            financial_connections_account: &documented.financial_connections_account,
            owner_information: &documented.owner_information,
            ownership: &documented.ownership,
            results: answer.result().results.into(),
            r#type: &documented.match_type,
            owner: answer.result().owner,
            choice: answer.result().choice,
            owner_of: OwnersJson::of(answer),
            refreshed_at: answer.refreshed_at().filter(|_| !answer.notices().is_empty()),
            notices: answer.notices().iter().map(|notice| notice.code()).collect(),
            explanation,
            decision,
            calibration: CALIBRATION,
        }
    }
}

fn write_json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn write_text(
    out: &mut impl Write,
    answer: &MatchAnswer,
    documented: &OwnershipMatch,
    explanation: Option<&Explanation>,
    decision: Option<&Decision>,
) -> io::Result<()> {
    let shown = |id: &Option<String>| id.as_deref().map_or_else(|| "without id".to_owned(), printable);
    writeln!(out, "match     {}", shown(&documented.id))?;
    writeln!(out, "account   {}", shown(&documented.financial_connections_account))?;
    match &documented.match_type {
        Some(MatchType::Customer) => writeln!(out, "given     customer {}", shown(&documented.customer))?,
        _ => writeln!(out, "given     owner information")?,
    }
    let result = answer.result();
    let read = answer.refreshed_at().map(|at| format!(", read {}", table::time(at))).unwrap_or_default();
    match result.owner {
        Some(owner) => {
            writeln!(out, "owner     {} of {} fits best (index {owner}){read}", owner + 1, answer.owner_count())?;
        }
        None => writeln!(out, "owner     none: {}{read}", result.choice)?,
    }
    if answer.owner_count() > 1 {
        writeln!(out, "choice    {} ({})", result.choice, result.choice.clarity().code())?;
    }
    if answer.owner_choice() == OwnerChoice::BestPerField {
        for field in Field::ALL.into_iter().filter(|&field| result.results.field(field).is_some()) {
            if let Some(owner) = result.owner_of(field).filter(|&owner| Some(owner) != result.owner) {
                writeln!(out, "choice    the {} fits owner {} best", field.key(), owner + 1)?;
            }
        }
    }
    for notice in answer.notices() {
        writeln!(out, "notice    {} ({})", notice.sentence(), notice.code())?;
    }
    writeln!(out)?;
    match explanation {
        Some(explanation) => {
            let fields: Vec<String> = explanation.fields().iter().map(ToString::to_string).collect();
            writeln!(out, "{}", fields.join("\n\n"))?;
        }
        None => {
            table::head(out)?;
            for field in [Field::Name, Field::Address, Field::Email, Field::Phone] {
                table::row(out, field, result.results.field(field))?;
            }
        }
    }
    if let Some(decision) = decision {
        writeln!(out, "\ndecision: {decision}")?;
    }
    writeln!(out, "\ncalibration {CALIBRATION}")
}
