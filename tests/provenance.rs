//! Every table says where it comes from, under which licence, since when, and what makes a row of it.

use std::path::Path;

#[test]
fn every_table_names_its_source_licence_date_and_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notice = std::fs::read_to_string(root.join("NOTICE")).expect("the notice is there");
    let mut seen = 0;
    for entry in std::fs::read_dir(root.join("data")).expect("the tables are there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "tsv") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).expect("a table is text");
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let header: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        let value = |key: &str| {
            let start = format!("# {key}: ");
            let found = header.iter().find_map(|line| line.strip_prefix(&start));
            found.unwrap_or_else(|| panic!("{name} names its {key}"))
        };
        let (source, licence, date) = (value("source"), value("licence"), value("date"));
        assert!(source.len() > 10 && value("rule").len() > 10, "{name}");
        assert!(date.len() == 10 && date.starts_with("20"), "{name}: {date} is no date");
        // A licence of others that asks for attribution is told in the notice with the file.
        if ["Apache-2.0", "CC BY", "MIT (", "BSD"]
            .iter()
            .any(|asks| licence.replace("MIT OR Apache-2.0", "").contains(asks))
        {
            assert!(notice.contains(&format!("data/{name}")), "NOTICE names data/{name}, licence {licence}");
        }
    }
    println!("{seen} tables name their source, licence, date and rule");
    assert!(seen >= 20, "{seen} tables");
}
