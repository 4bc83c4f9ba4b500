//! The tables of `docs/scoring.md` and `docs/limits.md`: written from the evidence, the calibration and the comparators.
//!
//! `UPDATE_DOCS=1 cargo test --test guide` writes them.

use ownership_match::{Address, CALIBRATION, Comparison, Country, Email, Evidence, Field, Name, Phone};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("the file is there")
}

/// Holds a page against what it should be, or writes it.
fn hold(page: &str, made: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(page), made).expect("the page can be written");
        return;
    }
    let held = read(page);
    for (held, made) in held.lines().zip(made.lines()) {
        assert_eq!(held, made, "{page}: UPDATE_DOCS=1 cargo test --test guide");
    }
    assert_eq!(held.lines().count(), made.lines().count(), "{page}: UPDATE_DOCS=1 cargo test --test guide");
}

/// Puts a text between `<!-- name -->` and `<!-- end -->`.
fn filled(page: &str, name: &str, text: &str) -> String {
    let begin = format!("<!-- {name} -->\n");
    let start = page.find(&begin).unwrap_or_else(|| panic!("the page has a place for {name}")) + begin.len();
    let end = start + page[start..].find("<!-- end -->").expect("the place has an end");
    format!("{}\n{}\n{}", &page[..start], text.trim_end(), &page[end..])
}

/// A constant of the calibration: its module, name, what it is worth as a cell of a table, and why.
struct Constant {
    module: String,
    name: String,
    worth: String,
    why: String,
}

/// Numbers by `module::NAME`, for expressions of other constants.
type Known = BTreeMap<String, i64>;

/// A number, the name of a constant, or a sum, difference or product of such.
fn evaluated(expression: &str, module: &str, known: &Known) -> Option<i64> {
    let expression = expression.trim();
    for (sign, operate) in
        [(" + ", (|a, b| a + b) as fn(i64, i64) -> i64), (" - ", |a, b| a - b), (" * ", |a, b| a * b)]
    {
        if let Some((before, behind)) = expression.rsplit_once(sign) {
            return Some(operate(evaluated(before, module, known)?, evaluated(behind, module, known)?));
        }
    }
    if let Ok(number) = expression.replace('_', "").parse() {
        return Some(number);
    }
    let (mut module, mut name) = (module, expression);
    while let Some(rest) = name.strip_prefix("super::") {
        module = module.rsplit_once("::").map_or("", |(parent, _)| parent);
        name = rest;
    }
    // What stands in a module, or is imported into it from those around it.
    loop {
        let path = if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
        match known.get(&path) {
            Some(number) => return Some(*number),
            None if module.is_empty() => return None,
            None => module = module.rsplit_once("::").map_or("", |(parent, _)| parent),
        }
    }
}

/// Permille of the scale as points.
fn points(permille: i64) -> String {
    match permille % 10 {
        0 => (permille / 10).to_string(),
        rest => format!("{}.{rest}", permille / 10),
    }
}

/// Reads the constants out of the text of the calibration; `rustfmt` has indented it by its modules.
fn calibration() -> Vec<Constant> {
    let text = read("src/calibration.rs");
    let mut constants = Vec::new();
    let mut known = Known::new();
    let (mut path, mut why, mut open) = (Vec::<&str>::new(), String::new(), String::new());
    for raw in text.lines() {
        let line = raw.trim();
        if !open.is_empty() {
            open = format!("{open} {line}");
        } else if let Some(more) = line.strip_prefix("/// ") {
            // Links of the source lead nowhere on a page.
            let more = more.replace("[`", "`").replace("`]", "`");
            why = format!("{why} {more}").trim().to_owned();
            continue;
        } else if let Some(module) = line.strip_prefix("pub(crate) mod ") {
            path.truncate((raw.len() - raw.trim_start().len()) / 4);
            path.push(module.trim_end_matches(" {"));
        } else if let Some(function) = line.strip_prefix("pub(crate) const fn ") {
            path.truncate((raw.len() - raw.trim_start().len()) / 4);
            let name = function.split('(').next().unwrap_or_default().to_owned();
            constants.push(Constant {
                module: path.join("::"),
                name,
                worth: "by its arguments".to_owned(),
                why: std::mem::take(&mut why),
            });
        } else if line.starts_with("pub(crate) const ") {
            path.truncate((raw.len() - raw.trim_start().len()) / 4);
            open = line.to_owned();
        }
        if open.is_empty() || !open.ends_with(';') {
            if open.is_empty() {
                why = String::new();
            }
            continue;
        }
        let whole = std::mem::take(&mut open);
        let constant = whole.trim_start_matches("pub(crate) const ").trim_end_matches(';');
        let (name, rest) = constant.split_once(": ").expect("a constant has a type");
        let (kind, value) = rest.split_once(" = ").expect("a constant has a value");
        let module = path.join("::");
        let key = |name: &str| if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
        let worth = if let Some(levels) = value.strip_prefix("level(") {
            let levels = levels.trim_end_matches(')').split(", ").map(|level| evaluated(level, &module, &known));
            let levels: Vec<i64> = levels.map(|level| level.expect("a level is a number")).collect();
            for (column, level) in ["private", "public", "elsewhere"].iter().zip(&levels) {
                known.insert(key(&format!("{name}.{column}")), *level);
            }
            levels.into_iter().map(points).collect::<Vec<_>>().join(" / ")
        } else if let Some(value) = evaluated(value, &module, &known) {
            known.insert(key(name), value);
            if kind == "i32" { points(value) } else { value.to_string() }
        } else {
            "in the source".to_owned()
        };
        constants.push(Constant { module, name: name.to_owned(), worth, why: std::mem::take(&mut why) });
    }
    constants
}

/// The constants of some modules as a table.
fn constants(modules: &[&str]) -> String {
    let mut table = "| constant | points | what it is |\n|---|---:|---|\n".to_owned();
    for constant in calibration().iter().filter(|constant| modules.contains(&constant.module.as_str())) {
        let why = constant.why.replace('|', "\\|");
        writeln!(table, "| `{}` | {} | {why} |", constant.name, constant.worth).expect("a string takes all");
    }
    table
}

/// The evidence of a field as a table.
fn evidence(field: Field) -> String {
    let mut table = "| code | effect | in words |\n|---|---|---|\n".to_owned();
    for reason in Evidence::all(field) {
        let (code, effect) = (reason.code(), reason.effect().code());
        writeln!(table, "| `{code}` | {effect} | {} |", reason.sentence()).expect("a string takes all");
    }
    table
}

#[test]
fn scoring() {
    let mut page = read("docs/scoring.md");
    for field in Field::ALL {
        page = filled(&page, &format!("evidence {}", field.key()), &evidence(field));
    }
    page = filled(&page, "version", &format!("These are the figures of calibration `{CALIBRATION}`."));
    page = filled(&page, "weights owner", &constants(&["", "owner"]));
    page = filled(&page, "weights name", &constants(&["name"]));
    page = filled(&page, "weights email", &constants(&["email"]));
    page = filled(&page, "weights phone", &constants(&["phone"]));
    page = filled(&page, "weights address", &constants(&["address"]));
    page = filled(&page, "weights place", &constants(&["address::place"]));
    hold("docs/scoring.md", &page);
}

#[test]
fn every_constant_of_the_calibration_is_read_with_its_reason() {
    let constants = calibration();
    let declared =
        read("src/calibration.rs").lines().filter(|line| line.trim().starts_with("pub(crate) const ")).count();
    assert_eq!(constants.len(), declared);
    for constant in &constants {
        assert!(!constant.why.is_empty(), "{}::{} says why", constant.module, constant.name);
    }
    let worth = |module: &str, name: &str| {
        let found = constants.iter().find(|constant| constant.module == module && constant.name == name);
        found.map(|constant| constant.worth.as_str())
    };
    assert_eq!(worth("name", "NICKNAME"), Some("15"));
    assert_eq!(worth("name", "TWO_SLIPS"), Some("16"));
    assert_eq!(worth("email", "SAME"), Some("100 / 100 / 65"));
    assert_eq!(worth("phone", "LOCAL_COST"), Some("31"));
}

/// Both sides of a row, read and compared; addresses of both sides are lines.
fn compare(field: &str, given: &str, owner: &str) -> Option<Comparison> {
    let us = Some(Country::US);
    Some(match field {
        "name" => Name::parse(given)?.compare(&Name::parse(owner)?),
        "email" => Email::parse(given)?.compare(&Email::parse(owner)?),
        "phone" => Phone::parse(given, us)?.compare(&Phone::parse(owner, us)?),
        "address" => Address::parse(given, us)?.compare(&Address::parse(owner, us)?),
        _ => panic!("{field} is no field"),
    })
}

/// Rows `| field | given | owner | score | reasons | why |`: the score and the reasons are computed anew.
#[cfg(feature = "numbering-plan")]
#[test]
fn limits() {
    let page = read("docs/limits.md");
    let mut rows = 0;
    let made: Vec<String> = page
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            match cells[..] {
                [field @ ("name" | "email" | "phone" | "address"), given, owner, _, _, why] => {
                    rows += 1;
                    let found = compare(field, given.trim_matches('`'), owner.trim_matches('`'));
                    let (score, reasons) = match found {
                        Some(found) => {
                            let codes = found.reasons.codes().map(|code| format!("`{code}`"));
                            (found.score.to_string(), codes.collect::<Vec<_>>().join(" "))
                        }
                        None => ("∅".to_owned(), "missing data".to_owned()),
                    };
                    format!("| {field} | {given} | {owner} | {score} | {reasons} | {why} |")
                }
                _ => line.to_owned(),
            }
        })
        .collect();
    assert!(rows >= 20, "{rows} rows");
    hold("docs/limits.md", &(made.join("\n") + "\n"));
}
