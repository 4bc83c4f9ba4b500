//! A small service: from the webhook that says that the owners of an account were read, to a decision.
//!
//! ```sh
//! cargo run --example service
//! ```
//!
//! It reads the events of a folder (`events.jsonl`, as a webhook would receive them), retrieves accounts and customers from
//! its sub-folders (as a call to the payment provider would), and prints one line for each event. What it prints, and so what
//! a log would keep, holds no value that the bank reported.

use ownership_match::api::{Account, Customer, Event, MatchRequest, RefreshDecision, RefreshStatus};
use ownership_match::decision::{Outcome, Policy, Veto};
use ownership_match::{Clarity, Error, Field, Score};
use serde::de::DeserializeOwned;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where accounts and customers are retrieved. A real one calls the provider.
trait Provider {
    /// The account, with `expand[]=ownership`.
    fn account(&self, id: &str) -> io::Result<Account>;
    /// The customer.
    fn customer(&self, id: &str) -> io::Result<Customer>;
}

/// A folder with `accounts/ID.json` and `customers/ID.json`.
struct Folder(PathBuf);

impl Folder {
    fn read<T: DeserializeOwned>(&self, kind: &str, id: &str) -> io::Result<T> {
        // An id comes from outside: it must not lead out of the folder.
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "no id"));
        }
        let text = fs::read_to_string(self.0.join(kind).join(format!("{id}.json")))?;
        serde_json::from_str(&text).map_err(io::Error::from)
    }
}

impl Provider for Folder {
    fn account(&self, id: &str) -> io::Result<Account> {
        self.read("accounts", id)
    }

    fn customer(&self, id: &str) -> io::Result<Customer> {
        self.read("customers", id)
    }
}

/// What the service does with an event.
#[derive(Debug, PartialEq)]
enum Step {
    /// Not about a refresh that ended.
    Ignored,
    /// The answer, and what follows from it.
    Decided { outcome: Outcome, told: String },
    /// The owners cannot be had: what to do, and from when a refresh may be asked for again.
    Waiting { code: &'static str, hint: &'static str, from: Option<i64> },
    /// The request itself is wrong: the customer has to state something else.
    Refused { code: &'static str, hint: &'static str },
}

/// The policy of the service: the documented one, but another name is another person, and the phone may be unknown.
fn policy() -> Policy {
    let below = Score::new(30).unwrap_or(Score::MIN);
    Policy {
        vetoes: vec![Veto { field: Field::Name, below, outcome: Outcome::Cancel }],
        missing: ownership_match::decision::Without::LeftOut,
        ..Policy::default()
    }
}

/// One event → one step.
fn handle(event: &Event, provider: &impl Provider, policy: &Policy) -> io::Result<Step> {
    // The event is sent after a failure as well, and carries the account without its owners.
    let Some((announced, status)) = event.refreshed_ownership() else { return Ok(Step::Ignored) };
    if status == Some(&RefreshStatus::Pending) {
        return Ok(Step::Ignored);
    }
    let id = announced.id.as_deref().unwrap_or_default();
    let account = provider.account(id)?;
    let holder = account.account_holder.as_ref().and_then(|holder| holder.customer_id());
    let customer = holder.map(|id| provider.customer(id)).transpose()?;

    // With no type named the given side is the customer who linked the account.
    let answer = match MatchRequest::with_account_holder(&account, customer.as_ref()).answer() {
        Ok(answer) => answer,
        Err(error) => return Ok(refused(&error, &account, event.created.unwrap_or(0))),
    };
    let decision = answer.decide(policy);
    let mut told: Vec<String> = decision.reasons.iter().map(|reason| reason.code().to_owned()).collect();
    // How old the owners are is a question only where the last refresh brought none.
    told.extend(answer.notices().iter().map(|notice| notice.code().to_owned()));
    if answer.result().choice.clarity() == Clarity::Tied {
        told.push("owner.tied".to_owned());
    }
    for field in answer.explain().fields() {
        let score = field.result().match_score().map_or("missing".to_owned(), |score| score.to_string());
        let codes: Vec<_> = field.statements().map(|statement| statement.code()).collect();
        told.push(format!("{} {score} ({})", field.field().key(), codes.join(" ")));
    }
    Ok(Step::Decided { outcome: decision.outcome, told: told.join("; ") })
}

/// What becomes of a request that is refused.
fn refused(error: &Error, account: &Account, now: i64) -> Step {
    let (code, hint) = (error.code(), error.hint());
    if error.is_given_side() || error.is_account_holder() {
        return Step::Refused { code, hint };
    }
    match account.can_refresh(now) {
        RefreshDecision::Allowed => Step::Waiting { code, hint, from: Some(now) },
        RefreshDecision::Blocked { from, .. } => Step::Waiting { code, hint, from },
    }
}

/// The line of a step: no value of the bank, and none of the customer.
fn line(step: &Step) -> String {
    match step {
        Step::Ignored => "ignored".to_owned(),
        Step::Decided { outcome, told } => format!("{}: {told}", outcome.code()),
        Step::Waiting { code, hint, from: Some(from) } => format!("waiting until {from}: {code}. {hint}"),
        Step::Waiting { code, hint, from: None } => format!("waiting: {code}. {hint}"),
        Step::Refused { code, hint } => format!("refused: {code}. {hint}"),
    }
}

fn run(folder: &Path) -> io::Result<()> {
    let provider = Folder(folder.to_owned());
    let policy = policy();
    policy.validate().map_err(io::Error::other)?;
    for text in BufReader::new(File::open(folder.join("events.jsonl"))?).lines() {
        let text = text?;
        match serde_json::from_str::<Event>(&text) {
            Ok(event) => {
                let id = event.id.clone().unwrap_or_default();
                match handle(&event, &provider, &policy) {
                    Ok(step) => println!("{id} {}", line(&step)),
                    Err(error) => println!("{id} not handled: {:?}", error.kind()),
                }
            }
            // The position says enough; what the event holds is nobody's business here.
            Err(error) => println!("an event cannot be read at column {}", error.column()),
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/service");
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from(samples), PathBuf::from);
    match run(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps() -> Vec<Step> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples/service");
        let events = fs::read_to_string(folder.join("events.jsonl")).expect("the samples are there");
        let events = events.lines().map(|text| serde_json::from_str::<Event>(text).expect("an event"));
        let provider = Folder(folder);
        events.map(|event| handle(&event, &provider, &policy()).expect("the samples can be read")).collect()
    }

    #[test]
    fn every_event_has_its_step() {
        let steps = steps();
        assert!(matches!(&steps[0], Step::Decided { outcome: Outcome::Proceed, .. }), "{:?}", steps[0]);
        let Step::Decided { told, .. } = &steps[1] else { panic!("earlier owners are matched: {:?}", steps[1]) };
        assert!(told.contains("ownership_refresh_failed") && told.contains("owners_incomplete"), "{told}");
        assert!(matches!(steps[2], Step::Waiting { code: "ownership_refresh_failed", from: Some(1_651_871_399), .. }));
        assert!(matches!(steps[3], Step::Waiting { code: "account_disconnected", from: None, .. }));
        assert_eq!(steps[4], Step::Ignored);
    }

    #[test]
    fn nothing_that_the_bank_reports_is_printed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples/service");
        let printed = steps().iter().map(line).collect::<Vec<_>>().join("\n").to_lowercase();
        let mut sought = 0;
        for account in ["fca_sample_refreshed", "fca_sample_earlier_owners"] {
            let account = Folder(folder.clone()).account(account).expect("a sample");
            let ownership = account.ownership.as_ref().and_then(|ownership| ownership.object()).expect("expanded");
            for owner in &ownership.owners.data {
                for value in [&owner.name, &owner.email, &owner.phone, &owner.raw_address].into_iter().flatten() {
                    for word in value.to_lowercase().split([' ', ',']).filter(|word| word.len() >= 4) {
                        assert!(!printed.contains(word), "{printed}");
                        sought += 1;
                    }
                }
            }
        }
        assert!(sought > 10, "{sought}");
    }

    #[test]
    fn an_id_does_not_lead_out_of_the_folder() {
        assert!(Folder(PathBuf::from("data")).account("../../etc/passwd").is_err());
    }
}
