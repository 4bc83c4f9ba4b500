//! Every word and every number of an address counts: with another in its place the address is never the same.

use ownership_match::Address;

/// Lines of many forms.
const LINES: [&str; 58] = [
    "354 Oyster Point Blvd Fl 1 South San Francisco CA 94080 US",
    "354 Oyster Point Blvd, Fl 1, South San Francisco, CA 94080-1912, USA",
    "12 Rose Park Ridge IL 60068",
    "82 Vesper Ave Apt 12-C Tacoma WA 98402",
    "82 Vesper Ave Bldg 4 Fl 2 Ste 1-12 Tacoma WA 98402",
    "PO Box 12 PO Box 99 Reno NV 89501",
    "12 Oak St PO Box 7 Reno NV 89501",
    "RR 2 Box 18 PO Box 5 Chester VT 05143",
    "HC 62 Box 15 Big Sandy MT 59520",
    "PSC 812 Box 3190 FPO AE 09627",
    "Unit 45013 Box 22 APO AP 96338",
    "C/O John Smith 12 Main St Reno NV 89501",
    "ATTN Accounting, 12 Main St, Reno NV 89501",
    "John Brown 12 Main St Dayton OH 45402",
    "Alder House, 12 Main St, Reno NV 89501",
    "12-A5 Main St Reno NV 89501",
    "12A-14B Main St Reno NV 89501",
    "100.5 Main St Reno NV 89501",
    "12 3/4 Main St Reno NV 89501",
    "12 3/41 Main St Reno NV 89501",
    "1935-37 Main St Reno NV 89501",
    "99999999999 Main St Reno NV 89501",
    "3O4 Main St Reno NV 89501",
    "N5W27083 Mequon Rd Germantown WI 53022",
    "N5 W27083 Mequon Rd Germantown WI 53022",
    "1455 E 3300 S Apt 3 Salt Lake City UT 84106",
    "1701 K St NW Washington DC 20006",
    "2300 US Highway 101 Salem OR 97304",
    "900 County Road 12 Loveland OH 45140",
    "500 I-10 N Beaumont TX 77702",
    "B12 Calle 3 Urb Villa Fontana Carolina PR 00983",
    "112-10 71st Rd Apt 5 Forest Hills NY 11375",
    "8-2-293-82-7 Road No 3 Hyderabad Telangana 500034 India",
    "8-2-A5 Road No 3 Hyderabad Telangana 500034 India",
    "903-1502 Pender St Vancouver BC V6E 2S1 Canada",
    "88 Rue Notre-Dame Ouest App 12 Trois-Rivieres QC G9A 4X1",
    "Flat 4 18 Harrow Weir Terrace London SW10 4QP",
    "Flat 7, Alder House, 22a Wharf Road, Bristol, BS1 6UW, United Kingdom",
    "36 Ashford Park Galway H91 E2K3 Ireland",
    "5/22 Wattlebird Cres Perth WA 6000 Australia",
    "27 Kauri Road Auckland 0626 New Zealand",
    "Lindenstr. 48 50674 Koeln Germany",
    "Mariahilfer Strasse 45/2/11 1060 Wien Austria",
    "12 bis Rue Haute 93200 Paris France",
    "Calle Mayor 14 1 11 28013 Madrid Spain",
    "Calle Mayor 14 Piso 3 Puerta B 28013 Madrid Spain",
    "Via Roma 5 int 7 20121 Milano MI Italy",
    "Kerkstraat 1 bis 4811 AB Breda Netherlands",
    "ul. Dluga 12 m. 4 31-146 Krakow Poland",
    "Storgatan 14 lgh 1102 903 26 Umea Sweden",
    "Vesterbrogade 112 3 tv 1620 Kobenhavn Denmark",
    "Rua das Flores 100 Apto 31 Recife PE 50030-230 Brazil",
    "Av Corrientes 1234 Piso 4 Dto B C1043AAZ Buenos Aires Argentina",
    "3-14-7-502 Minamidai Nakano-ku Tokyo 164-0014 Japan",
    "1-12-3 Shibuya Shibuya-ku Tokyo 150-0002 Japan",
    "Blk 218 Serangoon Ave 4 #05-12 Singapore 550218",
    "24 Loop Street Cape Town 8001 South Africa",
    "Unit 5 12 Long Lane Extension Estate Upper Village Little Town Big County 12345",
];

/// The runs of letters and digits of a line: where each begins and ends.
fn lexemes(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        match (c.is_ascii_alphanumeric(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                found.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    found
}

/// Others of the same kind: digits for digits, letters for letters, the rest as it is.
fn others(lexeme: &str) -> Vec<String> {
    if lexeme.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return match lexeme.len() {
            1 => ["X", "J"].into_iter().filter(|other| !lexeme.eq_ignore_ascii_case(other)).map(String::from).collect(),
            _ => vec!["Zebulon".to_owned(), format!("{lexeme}wyck"), format!("Q{lexeme}")],
        };
    }
    let digit = |of: char, by: u8| char::from(b'0' + (of as u8 - b'0' + by) % 10);
    let changed = |place: Option<usize>, by: u8| -> String {
        let change = |(at, c): (usize, char)| if place == Some(at) && c.is_ascii_digit() { digit(c, by) } else { c };
        lexeme.chars().enumerate().map(change).collect()
    };
    let last = lexeme.rfind(|c: char| c.is_ascii_digit());
    let mut found = vec![changed(lexeme.find(|c: char| c.is_ascii_digit()), 1), changed(last, 1), changed(last, 5)];
    if lexeme.bytes().all(|byte| byte.is_ascii_digit()) {
        found.extend([format!("{lexeme}7"), format!("1{lexeme}"), format!("{lexeme}{lexeme}{lexeme}")]);
    }
    found
}

#[test]
fn another_word_or_number_is_another_address() {
    let mut equal = Vec::new();
    for line in LINES {
        let whole = Address::parse(line, None).expect("an address");
        assert_eq!(whole.compare(&whole).score.get(), 100, "{line}");
        for (from, to) in lexemes(line) {
            for other in others(&line[from..to]) {
                let changed = format!("{}{other}{}", &line[..from], &line[to..]);
                let Some(address) = Address::parse(&changed, None) else { continue };
                if whole.compare(&address).score.get() == 100 {
                    equal.push(format!("{line} = {changed}"));
                }
            }
        }
    }
    assert!(equal.is_empty(), "{} are the same:\n{}", equal.len(), equal.join("\n"));
}

/// Two numbers in a row that change places, or of which the second takes a digit of the first.
#[test]
fn numbers_parted_otherwise_are_another_address() {
    let mut equal = Vec::new();
    for line in LINES {
        let whole = Address::parse(line, None).expect("an address");
        for pair in lexemes(line).windows(2) {
            let [(a, b), (c, d)] = pair else { continue };
            let (first, gap, second) = (&line[*a..*b], &line[*b..*c], &line[*c..*d]);
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if !digits(first) || !digits(second) || first == second {
                continue;
            }
            let mut changed = vec![format!("{second}{gap}{first}")];
            if first.len() > 1 && !first.ends_with('0') {
                changed.push(format!("{}{gap}{}{second}", &first[..first.len() - 1], &first[first.len() - 1..]));
            }
            if second.len() > 1 && !second[1..].starts_with('0') {
                changed.push(format!("{first}{}{gap}{}", &second[..1], &second[1..]));
            }
            for changed in changed {
                let changed = format!("{}{changed}{}", &line[..*a], &line[*d..]);
                let Some(address) = Address::parse(&changed, None) else { continue };
                if whole.compare(&address).score.get() == 100 {
                    equal.push(format!("{line} = {changed}"));
                }
            }
        }
    }
    assert!(equal.is_empty(), "{} are the same:\n{}", equal.len(), equal.join("\n"));
}
