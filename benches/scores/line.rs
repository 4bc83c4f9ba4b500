//! A line of JSON in, a line of scores out, as `batch` does, beside `serde_json` that only reads the same line.

use crate::common;
// What `batch` writes, and not a likeness of it.
#[path = "../../crates/cli/src/batch/written.rs"]
mod written;

use criterion::{Criterion, Throughput};
use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
use serde::Deserialize;
use serde_json::json;
use std::borrow::Cow;
use std::hint::black_box;
use written::write_line;

/// A text of the line itself, wherever nothing in it is escaped.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
struct Borrowed<'a> {
    #[serde(borrow)]
    id: Option<Text<'a>>,
    #[serde(borrow)]
    owner_information: BorrowedGiven<'a>,
    #[serde(borrow)]
    owners: Vec<BorrowedOwner<'a>>,
}

#[derive(Deserialize)]
struct BorrowedGiven<'a> {
    #[serde(borrow)]
    name: Option<Text<'a>>,
    #[serde(borrow)]
    email: Option<Text<'a>>,
    #[serde(borrow)]
    phone: Option<Text<'a>>,
    #[serde(borrow)]
    address: Option<BorrowedAddress<'a>>,
}

#[derive(Deserialize)]
struct BorrowedAddress<'a> {
    #[serde(borrow)]
    line1: Option<Text<'a>>,
    #[serde(borrow)]
    line2: Option<Text<'a>>,
    #[serde(borrow)]
    city: Option<Text<'a>>,
    #[serde(borrow)]
    state: Option<Text<'a>>,
    #[serde(borrow)]
    postal_code: Option<Text<'a>>,
    #[serde(borrow)]
    country: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct BorrowedOwner<'a> {
    #[serde(borrow)]
    name: Option<Text<'a>>,
    #[serde(borrow)]
    email: Option<Text<'a>>,
    #[serde(borrow)]
    phone: Option<Text<'a>>,
    #[serde(borrow)]
    raw_address: Option<Text<'a>>,
}

/// The bytes of all texts of a line, so that nothing of the reading can be left out.
fn read(line: &str) -> usize {
    let Borrowed { id, owner_information: given, owners } = serde_json::from_str(line).expect("a line");
    let length = |text: &Option<Text<'_>>| text.as_ref().map_or(0, |text| text.0.len());
    let address = given.address.as_ref().map_or(0, |address| {
        [&address.line1, &address.line2, &address.city, &address.state, &address.postal_code, &address.country]
            .into_iter()
            .map(length)
            .sum()
    });
    let owner = |owner: &BorrowedOwner<'_>| {
        [&owner.name, &owner.email, &owner.phone, &owner.raw_address].into_iter().map(length).sum::<usize>()
    };
    let given = [&given.name, &given.email, &given.phone].into_iter().map(length).sum::<usize>();
    length(&id) + given + address + owners.iter().map(owner).sum::<usize>()
}

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    id: Option<Text<'a>>,
    owner_information: Option<OwnerInformation>,
    owners: Option<Vec<AccountOwner>>,
}

fn score(line: &str, options: &MatchOptions, out: &mut Vec<u8>) {
    let request: Request<'_> = serde_json::from_str(line).expect("a line");
    let given = request.owner_information.unwrap_or_default();
    let result = match_owners(&given, &request.owners.unwrap_or_default(), options);
    let id = serde_json::to_string(&request.id.as_ref().map(|id| &*id.0)).expect("memory can be written");
    write_line(id.as_bytes(), &result, None, out);
}

pub(crate) fn json_line(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let options = MatchOptions::default();
    let lines: Vec<String> = pairs
        .iter()
        .enumerate()
        .map(|(number, pair)| {
            let owner = json!({
                "name": pair.owner.name, "email": pair.owner.email, "phone": pair.owner.phone,
                "raw_address": pair.owner.raw_address,
            });
            json!({"id": number.to_string(), "owner_information": pair.given, "owners": [owner]}).to_string()
        })
        .collect();
    for (pair, line) in pairs.iter().zip(&lines) {
        let mut out = Vec::new();
        score(line, &options, &mut out);
        let told: serde_json::Value = serde_json::from_slice(&out).expect("an answer");
        let results = match_owners(&pair.given, std::slice::from_ref(&pair.owner), &options).results;
        let name = results.name.and_then(|result| result.match_score()).map(|score| score.get());
        assert_eq!(told["results"]["name"]["match_score"], json!(name), "the line says what the library says");
        assert!(read(line) > 100, "all texts are read");
    }
    let mut group = criterion.benchmark_group("json_line");
    common::yardstick(&mut group, &common::lower_names(&pairs));
    group.throughput(Throughput::Elements(lines.len() as u64));
    group.bench_function("serde_json_borrowed", |bencher| {
        bencher.iter(|| lines.iter().map(|line| read(black_box(line))).sum::<usize>());
    });
    group.bench_function("serde_json_value", |bencher| {
        bencher.iter(|| lines.iter().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()).count());
    });
    group.bench_function("ownership_match", |bencher| {
        let mut out = Vec::new();
        bencher.iter(|| {
            out.clear();
            lines.iter().for_each(|line| score(black_box(line), &options, &mut out));
            out.len()
        });
    });
    group.finish();
}
