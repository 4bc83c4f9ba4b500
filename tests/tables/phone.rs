//! Generator of the tables of `src/tables/phone`: numbering plans and area-code lengths as automata over digits.

use super::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const PLANS: &str = "data/phone_plans.tsv";
const AREAS: &str = "data/phone_areas.tsv";

/// The syntax of a pattern: sets of digits, sequences, alternatives and bounded repetitions are all the plans use.
enum Tree {
    Digits(u16),
    Sequence(Vec<Tree>),
    Options(Vec<Tree>),
    Repeat(Box<Tree>, usize, usize),
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn tree(pattern: &str) -> Tree {
        let mut reader = Reader { text: pattern.as_bytes(), at: 0 };
        let tree = reader.options();
        assert_eq!(reader.at, pattern.len(), "not read to its end: {pattern}");
        tree
    }

    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn skip(&mut self, expected: &str) -> bool {
        let found = self.text[self.at..].starts_with(expected.as_bytes());
        self.at += if found { expected.len() } else { 0 };
        found
    }

    fn number(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        std::str::from_utf8(&self.text[start..self.at]).expect("digits").parse().expect("a number")
    }

    fn options(&mut self) -> Tree {
        let mut options = vec![self.sequence()];
        while self.skip("|") {
            options.push(self.sequence());
        }
        Tree::Options(options)
    }

    fn sequence(&mut self) -> Tree {
        let mut parts = Vec::new();
        while !matches!(self.peek(), 0 | b'|' | b')') {
            let mut part = self.atom();
            loop {
                if self.skip("?") {
                    part = Tree::Repeat(Box::new(part), 0, 1);
                } else if self.skip("{") {
                    let low = self.number();
                    let high = if self.skip(",") { self.number() } else { low };
                    assert!(self.skip("}"));
                    part = Tree::Repeat(Box::new(part), low, high);
                } else {
                    break;
                }
            }
            parts.push(part);
        }
        Tree::Sequence(parts)
    }

    fn atom(&mut self) -> Tree {
        if self.skip("(?:") || self.skip("(") {
            let inner = self.options();
            assert!(self.skip(")"));
            return inner;
        }
        if self.skip("\\d") {
            return Tree::Digits(0x3ff);
        }
        if self.skip("[") {
            let mut set = 0;
            while !self.skip("]") {
                let first = self.peek() - b'0';
                self.at += 1;
                let last = if self.skip("-") {
                    self.at += 1;
                    self.text[self.at - 1] - b'0'
                } else {
                    first
                };
                assert!(first <= last && last <= 9);
                (first..=last).for_each(|digit| set |= 1 << digit);
            }
            return Tree::Digits(set);
        }
        let digit = self.peek();
        assert!(digit.is_ascii_digit(), "unknown syntax: {}", String::from_utf8_lossy(self.text));
        self.at += 1;
        Tree::Digits(1 << (digit - b'0'))
    }
}

/// A state of [`Loose`]: what is read on the way to which state, and where one may go without reading.
type LooseState = (Option<(u16, usize)>, Vec<usize>);

/// A nondeterministic automaton, built from its end: state 0 is the end.
#[derive(Default)]
struct Loose {
    states: Vec<LooseState>,
}

impl Loose {
    fn add(&mut self, read: Option<(u16, usize)>, free: Vec<usize>) -> usize {
        self.states.push((read, free));
        self.states.len() - 1
    }

    fn build(&mut self, tree: &Tree, end: usize) -> usize {
        match tree {
            Tree::Digits(set) => self.add(Some((*set, end)), Vec::new()),
            Tree::Sequence(parts) => parts.iter().rev().fold(end, |end, part| self.build(part, end)),
            Tree::Options(options) => {
                let starts = options.iter().map(|option| self.build(option, end)).collect();
                self.add(None, starts)
            }
            Tree::Repeat(inner, low, high) => {
                let mut start = end;
                for _ in *low..*high {
                    let inner = self.build(inner, start);
                    start = self.add(None, vec![inner, start]);
                }
                (0..*low).fold(start, |end, _| self.build(inner, end))
            }
        }
    }

    fn reach(&self, from: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let mut open: Vec<usize> = from.into_iter().collect();
        let mut found = BTreeSet::new();
        while let Some(state) = open.pop() {
            if found.insert(state) {
                open.extend(&self.states[state].1);
            }
        }
        found
    }
}

/// The smallest deterministic automaton of all patterns together: equal states are one. State 0 leads nowhere.
struct Automaton {
    states: Vec<(u8, [u16; 10])>,
    index: BTreeMap<(u8, [u16; 10]), u16>,
}

impl Automaton {
    fn new() -> Automaton {
        let dead = (0, [0; 10]);
        Automaton { states: vec![dead], index: BTreeMap::from([(dead, 0)]) }
    }

    fn state(&mut self, mark: u8, next: [u16; 10]) -> u16 {
        let states = &mut self.states;
        *self.index.entry((mark, next)).or_insert_with(|| {
            states.push((mark, next));
            u16::try_from(states.len() - 1).expect("fewer than 65,536 states")
        })
    }

    /// The state from which exactly the strings of a pattern lead to an accepting state. An empty pattern takes none.
    fn pattern(&mut self, pattern: &str) -> u16 {
        if pattern.is_empty() {
            return 0;
        }
        let mut loose = Loose::default();
        let end = loose.add(None, Vec::new());
        let start = loose.build(&Reader::tree(pattern), end);
        let start = loose.reach([start]);
        self.subset(&loose, start, &mut BTreeMap::new())
    }

    fn subset(&mut self, loose: &Loose, set: BTreeSet<usize>, known: &mut BTreeMap<BTreeSet<usize>, u16>) -> u16 {
        if let Some(&state) = known.get(&set) {
            return state;
        }
        let next = std::array::from_fn(|digit| {
            let read = set.iter().filter_map(|&state| loose.states[state].0);
            let following = loose.reach(read.filter(|(digits, _)| digits >> digit & 1 == 1).map(|(_, to)| to));
            if following.is_empty() { 0 } else { self.subset(loose, following, known) }
        });
        let state = self.state(u8::from(set.contains(&0)), next);
        known.insert(set, state);
        state
    }

    /// The state from which the longest known prefix of a number leads to its mark.
    fn prefixes(&mut self, marks: &BTreeMap<&str, u8>, prefix: &str) -> u16 {
        if marks.range(prefix..).next().is_none_or(|(key, _)| !key.starts_with(prefix)) {
            return 0;
        }
        let next = std::array::from_fn(|digit| self.prefixes(marks, &format!("{prefix}{digit}")));
        self.state(marks.get(prefix).copied().unwrap_or(0), next)
    }

    fn write(&self, name: &str, about: &str, body: &mut String) {
        let marks: Vec<String> = self.states.iter().map(|(mark, _)| mark.to_string()).collect();
        writeln!(body, "/// {about}: what each state says.\n#[rustfmt::skip]").expect("text");
        writeln!(body, "pub(super) static {name}_MARKS: [u8; {}] = [{}];\n", marks.len(), marks.join(","))
            .expect("text");
        writeln!(body, "/// {about}: from each state, where each digit leads.\n#[rustfmt::skip]").expect("text");
        writeln!(body, "pub(super) static {name}_STEPS: [[u16; 10]; {}] = [", marks.len()).expect("text");
        for row in self.states.chunks(8) {
            let cells: Vec<String> =
                row.iter().map(|(_, next)| format!("[{}]", next.map(|state| state.to_string()).join(","))).collect();
            writeln!(body, "{},", cells.join(",")).expect("text");
        }
        body.push_str("];\n\n");
    }
}

/// A set of lengths as bits.
fn lengths(cell: &str) -> u32 {
    cell.split_whitespace().fold(0, |bits, length| {
        let length: u32 = length.parse().expect("a length");
        assert!((1..=17).contains(&length) && bits >> length & 1 == 0, "{cell}");
        bits | 1 << length
    })
}

#[test]
fn phone_plans() {
    let mut shapes = Automaton::new();
    let mut areas = Automaton::new();
    let mut area_marks: BTreeMap<u16, BTreeMap<&str, u8>> = BTreeMap::new();
    let area_rows = support::rows(AREAS);
    for row in &area_rows {
        let (code, length): (u16, u8) = (row[0].parse().expect("a code"), row[2].parse().expect("a length"));
        assert!((1..=7).contains(&length), "{row:?}");
        let twice = area_marks.entry(code).or_default().insert(&row[1], length);
        assert!(twice.is_none(), "{row:?} twice");
    }
    let rows = support::rows(PLANS);
    let mut valid: BTreeMap<u16, String> = BTreeMap::new();
    for row in &rows {
        let all = valid.entry(row[1].parse().expect("a code")).or_default();
        if !all.is_empty() {
            all.push('|');
        }
        all.push_str(&row[12]);
    }
    let mut plans = String::new();
    let valid: BTreeMap<u16, u16> = valid.iter().map(|(&code, all)| (code, shapes.pattern(all))).collect();
    let areas_of: BTreeMap<u16, u16> =
        area_marks.iter().map(|(&code, marks)| (code, areas.prefixes(marks, ""))).collect();
    let mut codes = [0_u16; 1000];
    let mut regions = [0_u16; 26 * 26];
    for (index, row) in rows.iter().enumerate() {
        let place = u16::try_from(index + 1).expect("few plans");
        let code: u16 = row[1].parse().expect("a code");
        let rank: usize = row[2].parse().expect("a rank");
        if rank == 0 {
            assert_eq!(codes[usize::from(code)], 0, "{row:?}: two main regions");
            codes[usize::from(code)] = place;
        }
        assert_ne!(codes[usize::from(code)], 0, "{row:?}: the main region comes first");
        if let [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] = row[0].as_bytes() {
            let slot = &mut regions[usize::from(a - b'A') * 26 + usize::from(b - b'A')];
            assert_eq!(*slot, 0, "{row:?} twice");
            *slot = place;
        } else {
            assert_eq!(row[0], "001", "not a region");
        }
        let trunks: Vec<&str> = row[4].split_whitespace().collect();
        assert!(trunks.iter().chain([&row[3].as_str()]).all(|trunk| trunk.bytes().all(|byte| byte.is_ascii_digit())));
        writeln!(
            plans,
            "    Plan {{ calling_code: {code}, national: {:?}, trunks: &{trunks:?}, local: {}, before: {:?}, special: {}, \
             idd: {}, lengths: {}, local_lengths: {}, general: {}, valid: {}, areas: {} }}, // {}",
            row[3],
            shapes.pattern(&row[5]),
            row[6],
            row[7] == "1",
            shapes.pattern(&row[8]),
            lengths(&row[9]),
            lengths(&row[10]),
            shapes.pattern(&row[11]),
            valid[&code],
            areas_of.get(&code).copied().unwrap_or(0),
            row[0],
        )
        .expect("a string takes any text");
    }
    for code in area_marks.keys() {
        assert_ne!(codes[usize::from(*code)], 0, "{code}: areas of an unknown calling code");
    }
    let mut body = format!(
        "use super::Plan;\n\n/// Every region's plan, the main region of a calling code first.\n#[rustfmt::skip]\n\
         pub(super) static PLANS: [Plan; {}] = [\n{plans}];\n\n\
         /// By calling code, the place of its main plan, counted from 1; 0 for a code that is not in use.\n#[rustfmt::skip]\n\
         pub(super) static CODES: [u16; 1000] = {codes:?};\n\n\
         /// By the two letters of a region, the place of its plan, counted from 1.\n#[rustfmt::skip]\n\
         pub(super) static REGIONS: [u16; 676] = {regions:?};\n\n",
        rows.len(),
    );
    shapes.write("SHAPE", "Shapes of numbers", &mut body);
    areas.write("AREA", "Lengths of area codes", &mut body);
    body.truncate(body.trim_end().len());
    body.push('\n');
    println!("{} states of shapes, {} of areas", shapes.states.len(), areas.states.len());
    support::emit("src/tables/phone/plan.rs", &[PLANS, AREAS], &body);
}
