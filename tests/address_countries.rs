//! A structured address of each country, written as a line in the usual ways of that country, is the same address.

use ownership_match::{Address, PostalAddress};

/// Country, its name, the order of the last line (`p` postcode, `c` city, `r` region), region, addresses: street, city, postcode.
type Row = (&'static str, &'static str, &'static str, &'static str, [(&'static str, &'static str, &'static str); 3]);

const COUNTRIES: [Row; 26] = [
    (
        "US",
        "USA",
        "c, r p",
        "OR",
        [
            ("410 NW Birch St", "Portland", "97209"),
            ("88 Lark Ave", "Salem", "97301"),
            ("7 Mill Creek Rd Apt 2", "Bend", "97701"),
        ],
    ),
    (
        "CA",
        "Canada",
        "c r p",
        "ON",
        [
            ("55 Larch Ave", "Ottawa", "K1P 5M7"),
            ("802 Dunlop St", "Guelph", "N1G 2W1"),
            ("14 Mill St Unit 3", "London", "N6A 1B2"),
        ],
    ),
    (
        "GB",
        "United Kingdom",
        "c p",
        "",
        [
            ("18 Harrow Lane", "Leeds", "LS6 3HN"),
            ("4 Mill Road", "Bath", "BA1 5NW"),
            ("Flat 2 31 Park Street", "Bristol", "BS1 5NH"),
        ],
    ),
    (
        "IE",
        "Ireland",
        "c p",
        "",
        [
            ("18 Patrick Street", "Cork", "T12 X8KR"),
            ("4 Mill Road", "Galway", "H91 K2T5"),
            ("31 Bridge Street", "Sligo", "F91 E2R0"),
        ],
    ),
    (
        "AU",
        "Australia",
        "c r p",
        "VIC",
        [
            ("18 Wattle Street", "Geelong", "3220"),
            ("5/22 Mill Road", "Bendigo", "3550"),
            ("31 Park Avenue", "Ballarat", "3350"),
        ],
    ),
    (
        "NZ",
        "New Zealand",
        "c p",
        "",
        [
            ("14 Tui Road", "Auckland", "1025"),
            ("2/82 Rimu Street", "Wellington", "6012"),
            ("40 Queen Street", "Dunedin", "9016"),
        ],
    ),
    (
        "DE",
        "Germany",
        "p c",
        "",
        [
            ("Lindenstr. 48", "Köln", "50674"),
            ("Am Markt 7", "Bremen", "28195"),
            ("Goethestraße 12a", "Kassel", "34119"),
        ],
    ),
    (
        "AT",
        "Austria",
        "p c",
        "",
        [("Lindengasse 15/9", "Wien", "1070"), ("Hauptplatz 7", "Graz", "8010"), ("Mozartstraße 12", "Linz", "4020")],
    ),
    (
        "CH",
        "Switzerland",
        "p c",
        "",
        [
            ("Bahnhofstrasse 10", "Bern", "3011"),
            ("Chemin des Vignes 4", "Lausanne", "1004"),
            ("Seeweg 3", "Thun", "3600"),
        ],
    ),
    (
        "FR",
        "France",
        "p c",
        "",
        [
            ("14 rue Pasteur", "Nantes", "44000"),
            ("7 bis chemin du Lac", "Annecy", "74000"),
            ("25 avenue Foch", "Metz", "57000"),
        ],
    ),
    (
        "BE",
        "Belgium",
        "p c",
        "",
        [
            ("Rue du Midi 31", "Bruxelles", "1000"),
            ("Kerkstraat 8", "Gent", "9000"),
            ("Stationsstraat 14", "Leuven", "3000"),
        ],
    ),
    (
        "NL",
        "Netherlands",
        "p c",
        "",
        [
            ("Keizersgracht 20", "Amsterdam", "1015 CN"),
            ("Dorpsstraat 8", "Utrecht", "3522 KL"),
            ("Molenweg 14", "Zwolle", "8011 AB"),
        ],
    ),
    (
        "ES",
        "Spain",
        "p c",
        "",
        [
            ("Calle Mayor 8", "Burgos", "09001"),
            ("Avenida de la Paz 22", "Soria", "42003"),
            ("Plaza de los Olmos 3", "Sevilla", "41003"),
        ],
    ),
    (
        "PT",
        "Portugal",
        "p c",
        "",
        [
            ("Rua Augusta 20", "Lisboa", "1100-053"),
            ("Avenida Central 45", "Braga", "4710-251"),
            ("Travessa do Sol 3", "Faro", "8000-120"),
        ],
    ),
    (
        "IT",
        "Italy",
        "p c r",
        "TO",
        [
            ("Via Roma 12", "Torino", "10121"),
            ("Corso Francia 8", "Rivoli", "10098"),
            ("Piazza Duomo 3", "Chieri", "10023"),
        ],
    ),
    (
        "SE",
        "Sweden",
        "p c",
        "",
        [("Storgatan 4", "Umeå", "903 26"), ("Kungsgatan 18", "Malmö", "211 49"), ("Björkvägen 7", "Lund", "222 20")],
    ),
    (
        "NO",
        "Norway",
        "p c",
        "",
        [("Storgata 12", "Bergen", "5003"), ("Bjørkeveien 7", "Bodø", "8006"), ("Kirkegata 3", "Hamar", "2317")],
    ),
    (
        "DK",
        "Denmark",
        "p c",
        "",
        [("Vestergade 18", "Aarhus", "8000"), ("Nørregade 7", "Odense", "5000"), ("Møllevej 3", "Randers", "8900")],
    ),
    (
        "FI",
        "Finland",
        "p c",
        "",
        [
            ("Mannerheimintie 5", "Helsinki", "00100"),
            ("Kauppakatu 8 B 3", "Tampere", "33200"),
            ("Koulukatu 14", "Oulu", "90100"),
        ],
    ),
    (
        "PL",
        "Poland",
        "p c",
        "",
        [
            ("ul. Legnicka 19/4", "Wrocław", "50-301"),
            ("ul. Długa 7", "Gdańsk", "80-827"),
            ("Aleja Pokoju 33", "Kraków", "31-548"),
        ],
    ),
    (
        "MX",
        "Mexico",
        "p c, r",
        "JAL",
        [
            ("Calle Hidalgo 12", "Guadalajara", "44100"),
            ("Av. Juárez 40 Int 5", "Zapopan", "45100"),
            ("Privada Olivos 3", "Tonalá", "45400"),
        ],
    ),
    (
        "BR",
        "Brazil",
        "c r p",
        "SP",
        [
            ("Rua Vergueiro 500", "São Paulo", "01504-001"),
            ("Avenida Brasil 1200", "Campinas", "13092-110"),
            ("Travessa Sul 3", "Santos", "11010-000"),
        ],
    ),
    (
        "AR",
        "Argentina",
        "p c",
        "",
        [
            ("San Martín 640", "Rosario", "2000"),
            ("Belgrano 1450", "Mendoza", "5500"),
            ("Av. Colón 210", "Córdoba", "5000"),
        ],
    ),
    (
        "IN",
        "India",
        "c r p",
        "KA",
        [
            ("14 Church Street", "Bangalore", "560001"),
            ("22 Temple Road", "Mysore", "570002"),
            ("7 Market Road", "Hubli", "580020"),
        ],
    ),
    (
        "SG",
        "Singapore",
        "c p",
        "",
        [
            ("31 Holland Road", "Singapore", "278967"),
            ("12 Orchard Road #03-01", "Singapore", "238826"),
            ("9 Farrer Road", "Singapore", "268817"),
        ],
    ),
    (
        "ZA",
        "South Africa",
        "c p",
        "",
        [
            ("31 Protea Road", "Bloemfontein", "9301"),
            ("9 Loop Street", "Cape Town", "8001"),
            ("204 Kerk Street", "Pretoria", "0002"),
        ],
    ),
];

fn last_line(order: &str, city: &str, region: &str, postcode: &str) -> String {
    let mut line = String::new();
    for sign in order.chars() {
        match sign {
            'p' => line.push_str(postcode),
            'c' => line.push_str(city),
            'r' => line.push_str(region),
            other => line.push(other),
        }
    }
    line
}

#[test]
fn a_line_in_the_form_of_its_country_is_the_same_address() {
    let (mut misses, mut lines_read) = (Vec::new(), 0);
    for (code, name, order, region, addresses) in COUNTRIES {
        for (street, city, postcode) in addresses {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let given = Address::from_parts(&PostalAddress {
                line1: some(street),
                city: some(city),
                state: some(region),
                postal_code: some(postcode),
                country: some(code),
                ..PostalAddress::default()
            })
            .expect("an address");
            let last = last_line(order, city, region, postcode);
            // With the country named the value is the same; without it another reading may say so, which is 99 at most.
            for (line, least) in [
                (format!("{street}, {last}, {name}"), 100),
                (format!("{street}\n{last}\n{name}"), 100),
                (format!("{street} {last} {name}"), 99),
                (format!("{street}, {last}"), 99),
                (format!("{street} {last}"), 99),
            ] {
                for line in [line.to_uppercase(), line] {
                    lines_read += 1;
                    let owner = Address::parse(&line, None).expect("an address");
                    let comparison = given.compare(&owner);
                    if comparison.score.get() < least {
                        let codes: Vec<_> = comparison.reasons.codes().collect();
                        misses.push(format!(
                            "{code} {} < {least}: {line:?} {}",
                            comparison.score.get(),
                            codes.join(" ")
                        ));
                    }
                }
            }
        }
    }
    println!("countries: {} of {lines_read} lines", lines_read - misses.len());
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
