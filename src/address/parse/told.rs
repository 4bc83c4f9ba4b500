//! The countries that the words of a line tell of, where neither a name nor a postcode does.

use super::read::Ends;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};

/// The countries in which a line without a postcode may lie by its words: how it begins, what stands between its numbers, a city that no
/// other country has. The line is read in each of them as well.
pub(super) fn told_by_words(ends: &Ends) -> &'static [&'static str] {
    let lexemes = &ends.lexer.lexemes;
    let is = |lexeme: &Lexeme, words: &[&[u8]]| words.contains(&ends.lexer.bytes(lexeme));
    let [first, second, rest @ ..] = lexemes.as_slice() else { return &[] };
    if rest.is_empty() {
        return &[];
    }
    let number = |lexeme: &Lexeme| lexeme.is(DIGITS | MIXED);
    let flat = |three: &[Lexeme]| {
        matches!(ends.lexer.code(&three[1]), b"m" | b"lok") && number(&three[0]) && number(&three[2])
    };
    if first.is_word() && lexemes.windows(3).any(flat) {
        return &["PL"];
    }
    if crate::address::street::colombian::begins_at_corner(&ends.lexer, lexemes) {
        return &["CO"];
    }
    // `100 HAO`: the sign behind a house number.
    let sign = |two: &[Lexeme]| two[0].is(DIGITS) && ends.lexer.bytes(&two[1]) == b"hao";
    if lexemes.windows(2).any(sign) {
        return &["CN", "JP", "TW"];
    }
    // Cities that are known by their name: `AL BARSHA 1 DUBAI`, `HENNESSY ROAD KOWLOON`.
    if let Some(countries) = lexemes.iter().rev().find_map(|word| told_by_place(word, &ends.lexer)) {
        return countries;
    }
    // `BLK 748 ANG MO KIO AVENUE 3 #19-958`: block, floor and door in Singapore.
    let mark = |three: &[Lexeme]| is(&three[0], &[b"#"]) && three[1].is(DIGITS) && three[2].gap == Gap::Hyphen;
    if matches!(ends.lexer.code(first), b"blk" | b"block") && rest.windows(3).any(mark) {
        return &["SG"];
    }
    // `BLOCK 5 STREET 12 BUILDING 7`, `BUILDING 7 ROAD 4599 BLOCK 512`, `ZONE 55 STREET 850`, `VILLA 12`, `BLK 5 LOT 12`
    let numbered = |words: &[&[u8]]| lexemes.windows(2).any(|two| is(&two[0], words) && number(&two[1]));
    let block = numbered(&[b"block", b"blk", b"bldg", b"building"]);
    if block && numbered(&[b"lot"]) {
        return &["PH"];
    }
    let street = numbered(&[b"street", b"road", b"way"]);
    if street && (block || numbered(&[b"zone"])) || is(first, &[b"villa"]) {
        return &["AE", "BH", "KW", "OM", "QA"];
    }
    // `FLAT C, 14F`
    let floor =
        |word: &Lexeme| matches!(ends.lexer.bytes(word), [b'0'..=b'9', b'f'] | [b'0'..=b'9', b'0'..=b'9', b'f']);
    if lexemes.iter().any(floor) {
        return &["HK", "TW"];
    }
    // `AL BARSHA 1 SH`: a numbered quarter of the Emirates, where the line ends within its city.
    let quarter =
        |three: &[Lexeme]| is(&three[0], &[b"al"]) && three[1].is_word() && three[2].is(DIGITS) && three[2].len == 1;
    if rest.windows(3).any(quarter) || lexemes.iter().any(|word| is(word, &[b"jumeirah", b"jumeira"])) {
        return &["AE"];
    }
    // `DOOR NO 58/642 4TH CROSS`, `14/1 OM SAI CHS MG ROAD`: the house numbers of India and Sri Lanka, cut before their place.
    let number_of_house = is(second, &[b"no"]) && is(first, &[b"door", b"h", b"house", b"plot", b"flat"]);
    let slashed = |two: &[Lexeme]| number(&two[0]) && number(&two[1]) && two[1].gap == Gap::Slash;
    if number_of_house || slashed(&lexemes[..2]) || is(first, &[b"no"]) && slashed(&lexemes[1..3]) {
        return &["IN", "LK"];
    }
    if let Some(countries) = told_in_europe(ends) {
        return countries;
    }
    if is_spanish(ends) {
        return &SPANISH;
    }
    // `RUA AUGUSTA 44 2 FRT LISBOA`: the side of a floor.
    let side =
        |two: &[Lexeme]| number(&two[0]) && matches!(ends.lexer.code(&two[1]), b"esq" | b"dto" | b"frt" | b"fte");
    if lexemes.windows(2).any(side) {
        return &["PT"];
    }
    // `NO. 12 RIZAL STREET`, `ROOM 2580 BUILDING 26 NO. 308 HUAIHAI`: a mark before the house number, at the front or behind a flat.
    let mark = |at: usize| {
        ends.lexer.code(&lexemes[at]) == b"no"
            && lexemes.get(at + 1).is_some_and(number)
            && (at == 0 || at > 1 && number(&lexemes[at - 1]) && lexemes[at - 2].unit.is_some())
    };
    if (0..lexemes.len()).any(mark) {
        return &["CN", "HK", "PH", "TW"];
    }
    if !(first.is_word() && second.is_word() && rest.iter().any(|lexeme| lexeme.is(DIGITS))) {
        return &[];
    }
    let numbered = |words: &[&[u8]]| rest.windows(2).any(|two| is(&two[0], words) && two[1].is(DIGITS));
    match ends.lexer.code(first) {
        b"al" | b"pl" | b"os" | b"ul" => &["PL"],
        b"r" => &["PT", "BR"],
        _ if numbered(&[b"piano", b"scala"]) => &["IT"],
        _ if numbered(&[b"bl"]) && numbered(&[b"sc", b"ap"]) => &["RO"],
        _ => &[],
    }
}

/// The country that a word tells: one of its great cities, or a custom of writing that it shares with no other.
fn told_by_place(word: &Lexeme, lexer: &Lexer) -> Option<&'static [&'static str]> {
    let text = lexer.bytes(word);
    Some(match text {
        // `GANGNAM-GU`, `TEHERAN-RO`, `KAWAGUCHI-SHI`: the words for places and streets stand behind a hyphen.
        b"gu" | b"ro" | b"daero" | b"gil" | b"dong" | b"ho" if word.gap == Gap::Hyphen => &["KR"],
        b"ku" | b"shi" | b"cho" | b"machi" | b"chome" if word.gap == Gap::Hyphen => &["JP"],
        // `23/F`
        b"f" if word.gap == Gap::Slash => &["HK"],
        b"dubai" | b"sharjah" | b"ajman" | b"dhabi" => &["AE"],
        b"doha" => &["QA"],
        b"hawalli" | b"salmiya" => &["KW"],
        b"manama" | b"muharraq" | b"riffa" => &["BH"],
        b"muscat" => &["OM"],
        b"riyadh" | b"jeddah" | b"dammam" => &["SA"],
        b"kowloon" | b"kln" | b"territories" => &["HK"],
        b"singapore" => &["SG"],
        // `서울특별시`
        _ if text.ends_with(b"teugbyeolsi") || text.ends_with(b"gwangyeogsi") => &["KR"],
        b"barangay" | b"brgy" | b"bgy" | b"makati" | b"quezon" | b"taguig" | b"pasig" | b"cebu" | b"davao"
        | b"paranaque" | b"manila" | b"cavite" => &["PH"],
        _ => return great_city(text),
    })
}

/// The country of one of the great cities of East Asia, which stand before the street there.
pub(in crate::address) fn great_city(text: &[u8]) -> Option<&'static [&'static str]> {
    Some(match text {
        b"seoul" | b"busan" | b"incheon" | b"daegu" | b"gwangju" | b"daejeon" | b"ulsan" | b"gyeonggi" => &["KR"],
        b"taipei" | b"taichung" | b"kaohsiung" | b"tainan" | b"taoyuan" | b"hsinchu" => &["TW"],
        b"shanghai" | b"beijing" | b"guangzhou" | b"shenzhen" | b"tianjin" | b"chongqing" | b"chengdu"
        | b"hangzhou" | b"wuhan" | b"nanjing" | b"suzhou" | b"guangdong" | b"zhejiang" | b"jiangsu" => &["CN"],
        b"tokyo" | b"osaka" | b"kyoto" | b"nagoya" | b"yokohama" => &["JP"],
        _ => return None,
    })
}

/// Countries where Spanish is written and whose lines read otherwise when the country is known.
const SPANISH: [&str; 6] = ["AR", "CL", "CO", "ES", "MX", "PE"];

/// Whether a line has units or houses as they are written where Spanish is: `3893 OF. 127`, `2708 PB`, `MZ. B LT. 10`, `JR. PUNO 12`,
/// `CALLE FLORIDA 2708 PISO 3`.
fn is_spanish(ends: &Ends) -> bool {
    let lexemes = &ends.lexer.lexemes;
    let code = |at: usize| lexemes.get(at).map_or(&[][..], |lexeme| ends.lexer.code(lexeme));
    let number = |at: usize| lexemes.get(at).is_some_and(|lexeme| lexeme.is(DIGITS | MIXED));
    let typed =
        matches!(code(0), b"av" | b"calle" | b"cl" | b"jr" | b"jiron" | b"pasaje" | b"psje" | b"mz" | b"manzana");
    (1..lexemes.len()).any(|at| match code(at) {
        b"of" | b"dpto" | b"depto" | b"piso" => number(at - 1) && number(at + 1),
        b"pb" => typed && number(at - 1),
        b"lt" | b"lte" | b"lote" => code(0) == b"mz" && number(at + 1),
        _ => false,
    }) || code(0) == b"jr" && !number(1) && (2..lexemes.len()).any(number)
}

/// `HAMEENKATU 11 B 40`, `KOIVUTIE 3 AS. 5` in Finland, `VACI UTCA 42. FSZT. 1`, `2. EM. 5.` in Hungary, `STR. LIPSCANI NR. 148` in
/// Romania.
fn told_in_europe(ends: &Ends) -> Option<&'static [&'static str]> {
    let lexemes = &ends.lexer.lexemes;
    let code = |at: usize| lexemes.get(at).map_or(&[][..], |lexeme| ends.lexer.code(lexeme));
    let number = |at: usize| lexemes.get(at).is_some_and(|lexeme| lexeme.is(DIGITS));
    (1..lexemes.len()).find_map(|at| {
        let near = number(at - 1) && number(at + 1);
        let street = || at.checked_sub(2).map_or(&[][..], |street| ends.lexer.bytes(&lexemes[street]));
        let finnish = || {
            let endings: [&[u8]; 6] = [b"katu", b"tie", b"kuja", b"polku", b"vagen", b"gatan"];
            endings.iter().any(|ending| street().ends_with(ending))
        };
        match code(at) {
            b"fszt" | b"em" if number(at + 1) && number(at - 1) => Some(&["HU"][..]),
            b"nr"
                if number(at + 1)
                    && matches!(code(0), b"str" | b"strada" | b"bd" | b"bdul" | b"calea" | b"aleea" | b"sos") =>
            {
                Some(&["RO"][..])
            }
            [b'a'..=b'h'] | b"as" if near && finnish() => Some(&["FI"][..]),
            _ => None,
        }
    })
}
