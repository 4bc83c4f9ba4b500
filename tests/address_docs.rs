//! The page `docs/addresses-by-country.md` says what is read from one line of each country; this reads the lines again.

use ownership_match::{Address, AddressParts};
use std::collections::BTreeSet;
use std::path::Path;

/// The countries that the page has to show.
const COUNTRIES: [&str; 27] = [
    "US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "PT", "IT", "SE", "NO", "DK", "FI",
    "PL", "MX", "BR", "AR", "IN", "JP", "SG", "ZA",
];

fn told(parts: &AddressParts) -> String {
    let units: Vec<String> = parts
        .units
        .iter()
        .map(|unit| match &unit.designator {
            Some(designator) if *designator != unit.identifier => format!("{designator} {}", unit.identifier),
            _ => unit.identifier.clone(),
        })
        .collect();
    let code = match (&parts.postal_code, &parts.postal_code_detail) {
        (Some(code), Some(detail)) => Some(format!("{code}+{detail}")),
        (code, _) => code.clone(),
    };
    let street: Vec<&str> = [&parts.predirectional, &parts.thoroughfare, &parts.postdirectional]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let parts = [
        ("name", parts.name.clone()),
        ("number", parts.house_number.clone()),
        ("street", Some(street.join(" "))),
        ("unit", Some(units.join(", "))),
        ("route", parts.route.clone()),
        ("box", parts.po_box.clone()),
        ("city", parts.city.clone()),
        ("state", parts.state.clone()),
        ("code", code),
        ("country", Some(parts.country.clone().unwrap_or_else(|| "-".to_owned()))),
    ];
    let told = parts.iter().filter_map(|(key, text)| {
        let text = text.as_deref().filter(|text| !text.is_empty())?;
        Some(format!("{key} *{text}*"))
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn every_line_is_read_as_the_page_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/addresses-by-country.md");
    let page = std::fs::read_to_string(&path).expect("the page");
    let mut shown = BTreeSet::new();
    let mut fresh = String::new();
    for row in page.lines() {
        let cells: Vec<&str> = row.split(" | ").collect();
        let line = cells.get(1).and_then(|cell| cell.strip_prefix('`')?.strip_suffix('`'));
        match line {
            Some(line) => {
                let parts = Address::parse(line, None).expect("an address").parts();
                let label = cells[0].trim_start_matches("| ");
                let country = parts.country.clone().unwrap_or_else(|| "open".to_owned());
                assert!(label.starts_with(&country), "{label}: read as {country}: {line}");
                fresh.push_str(&format!("| {label} | `{line}` | {} |\n", told(&parts)));
                shown.insert(country);
            }
            None => fresh.push_str(&format!("{row}\n")),
        }
    }
    for country in COUNTRIES {
        assert!(shown.contains(country), "{country} has no line");
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, fresh).expect("the page is written");
    } else {
        assert!(page == fresh, "the page is stale: UPDATE_DOCS=1 cargo test --test address_docs");
    }
}
