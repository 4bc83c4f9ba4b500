//! One party as tokens → the words of a person or a business.

use super::parse::{Draft, Item};
use super::reading::readings;
use super::script::Script;
use super::tokens::{Token, Tokens};
use super::word::{self, ABJAD, ALIAS, HYPHEN, INITIAL, LAST, LEGAL, PARTICLE, SCRIPT, UMLAUT, Word, abbreviated};
use super::{Name, PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name as tables;
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;

/// Words that one party keeps. A business name of 140 characters has about 20.
pub(super) const MOST_PARTY_WORDS: usize = 20;
/// Numbers of the meanings of number words start here, above those of business words.
const NUMBERS: u16 = 20_000;

type Items = SmallVec<[u8; 12]>;

/// Puts a name together.
pub(super) struct Builder<'t> {
    tokens: &'t Tokens,
    items: &'t [Item],
    script: Option<Script>,
    umlauts: SmallVec<[u64; 4]>,
    origins: SmallVec<[u32; 8]>,
    name: Name,
}

impl<'t> Builder<'t> {
    pub(super) fn new(
        tokens: &'t Tokens,
        items: &'t [Item],
        script: Option<Script>,
        head: &str,
        tail: &str,
    ) -> Builder<'t> {
        let foreign =
            script.is_some() && tokens.notes.transliterated || matches!(script, Some(Script::Hangul | Script::Greek));
        let script = script.filter(|_| foreign);
        let original = script.map(|_| {
            let words: Vec<String> = head.to_lowercase().split_whitespace().map(str::to_owned).collect();
            words.join(" ").into_boxed_str()
        });
        let origins = match script {
            Some(Script::Han) => head.chars().filter(|c| c.is_alphanumeric()).map(u32::from).collect(),
            _ => SmallVec::new(),
        };
        let unread = if tail.is_empty() && !tokens.cut { 0 } else { fingerprint(tail).max(1) };
        Builder {
            tokens,
            items,
            script,
            umlauts: if tokens.notes.digraph { umlauts(head) } else { SmallVec::new() },
            origins,
            name: Name {
                text: SmallVec::new(),
                words: SmallVec::new(),
                links: SmallVec::new(),
                parties: SmallVec::new(),
                original,
                unread,
            },
        }
    }

    /// The text ends before the name of a party that it announces: it equals only a text that does the same.
    pub(super) fn cut(&mut self) {
        self.name.unread |= 1 << 62;
    }

    pub(super) fn finish(self) -> Option<Name> {
        (!self.name.parties.is_empty()).then_some(self.name)
    }

    /// Reads all parties; those that share the surname of a neighbour get it.
    pub(super) fn parties(&mut self, drafts: &[Draft]) {
        let mut previous: Option<usize> = None;
        let mut waiting: SmallVec<[usize; 4]> = SmallVec::new();
        for draft in drafts {
            if !draft.joint {
                waiting.clear();
                previous = None;
            }
            for items in self.lists(draft) {
                let Some(slot) = self.party(&items, draft) else { continue };
                self.name.parties.push(slot);
                let index = self.name.parties.len() - 1;
                if slot.kind == PartyKind::Business {
                    waiting.clear();
                    previous = None;
                    continue;
                }
                if self.lacks_surname(&slot) {
                    match previous.filter(|_| waiting.is_empty()) {
                        Some(before) => self.inherit_back(index, before),
                        None => waiting.push(index),
                    }
                } else {
                    for lacking in waiting.drain(..).collect::<SmallVec<[usize; 4]>>() {
                        self.inherit(lacking, index, None, false);
                    }
                    if draft.joint || drafts.iter().any(|other| other.joint) {
                        self.given_before(index, drafts);
                    }
                    previous = Some(index);
                }
            }
        }
    }

    /// A comma may separate people: `JOHN SMITH, JANE SMITH`. Gives one list of items for each.
    fn lists(&self, draft: &Draft) -> SmallVec<[Items; 2]> {
        let mut out: SmallVec<[Items; 2]> = SmallVec::new();
        let segments: SmallVec<[&[u8]; 4]> = draft
            .items
            .split(|&index| self.item(index).token == Token::Comma)
            .filter(|segment| !segment.is_empty())
            .collect();
        let full = |segment: &&[u8]| {
            segment.len() >= 2
                && self.clearly_given(segment[0])
                && segment.last().is_some_and(|&last| !self.clearly_given(last) && self.word(last).len() > 1)
        };
        if segments.len() >= 2 && segments.iter().all(full) && !self.is_business(&draft.items, draft) {
            out.extend(segments.iter().map(|segment| segment.iter().copied().collect::<Items>()));
        } else {
            out.push(draft.items.clone());
        }
        out
    }

    fn item(&self, index: u8) -> &'t Item {
        &self.items[usize::from(index)]
    }

    fn word(&self, index: u8) -> &'t [u8] {
        self.tokens.word(self.item(index).token)
    }

    fn clearly_given(&self, index: u8) -> bool {
        self.item(index).entry.is_clearly_given()
    }

    fn party(&mut self, items: &Items, draft: &Draft) -> Option<PartySlot> {
        if self.is_business(items, draft) {
            return self.business(items, draft);
        }
        self.person(items, draft.role)
    }

    /// Whether the words are those of a business.
    fn is_business(&self, items: &[u8], draft: &Draft) -> bool {
        let words: SmallVec<[u8; 12]> = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return false };
        if draft.ampersand {
            return true;
        }
        let person_like = self.clearly_given(first) && words.len() <= 3;
        let mut numbers = 0;
        for (place, &index) in words.iter().enumerate() {
            let entry = self.item(index).entry;
            let is_name = entry.is_name();
            let strong = entry.is(tables::LEGAL) && self.word(index).len() >= 3 && !is_name;
            if place > 0 && strong {
                return true;
            }
            if entry.is(tables::BUSINESS) && (!is_name || !person_like) && words.len() > 1 {
                let honorific_beside =
                    entry.is_surname() && place > 0 && words.len() == 2 && !entry.is(tables::GENERIC);
                if !honorific_beside || !is_name {
                    return true;
                }
            }
            numbers += usize::from(self.word(index).iter().any(u8::is_ascii_digit) && entry.generation == 0);
            let text = self.word(index);
            if matches!(text, b"the" | b"of" | b"for" | b"at" | b"on" | b"by")
                && words.len() > 1
                && place + 1 < words.len()
            {
                return true;
            }
        }
        let weak = self.item(last).entry.is(tables::LEGAL)
            && words.len() >= 2
            && !self.clearly_given(first)
            && !items.iter().any(|&index| self.item(index).token == Token::Comma && index + 1 != last)
            && (!self.item(last).entry.is_surname() || words.len() >= 3 && !self.item(first).entry.is_given())
            && !self.item(last).entry.is_given()
            && self.item(last).entry.generation == 0
            && !self.item(last).entry.is(tables::POST_NOMINAL);
        // Digits in the place of letters (0LIVIA) are damage; numbers of their own are a business's.
        let whole_numbers = words.iter().any(|&index| self.word(index).iter().all(u8::is_ascii_digit));
        weak || (numbers > 0 && whole_numbers && !person_like && !self.clearly_given(last))
    }

    fn business(&mut self, items: &Items, draft: &Draft) -> Option<PartySlot> {
        let mut words: Items =
            items.iter().copied().filter(|&index| self.item(index).is_word() && !self.item(index).aside).collect();
        if words.is_empty() {
            words = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        }
        // A legal form at the end; a name that is nothing else keeps it.
        let mut legal = 0;
        while words.len() > 1 {
            let Some(&last) = words.last() else { break };
            let entry = self.item(last).entry;
            let linking = matches!(self.word(last), b"and" | b"de") && legal != 0;
            if !entry.is(tables::LEGAL) && !linking {
                break;
            }
            if entry.is(tables::LEGAL) {
                legal = entry.legal;
            }
            words.pop();
        }
        let first = self.name.words.len();
        for (place, &index) in words.iter().enumerate() {
            if place >= MOST_PARTY_WORDS {
                self.name.unread |= 1 << 63;
                break;
            }
            let text = self.word(index);
            if matches!(text, b"and" | b"the" | b"of") && words.len() > 1 {
                continue;
            }
            self.push(index, 0);
        }
        if self.name.words.len() == first {
            words.iter().take(MOST_PARTY_WORDS).for_each(|&index| self.push(index, 0));
        }
        Some(PartySlot {
            first: first as u8,
            count: (self.name.words.len() - first) as u8,
            aliases: 0,
            surname: UNSTATED,
            kind: PartyKind::Business,
            role: draft.role,
            generation: 0,
            legal,
            alternative: false,
        })
    }

    fn person(&mut self, items: &Items, role: Role) -> Option<PartySlot> {
        let mut aliases: Items = SmallVec::new();
        let mut generation = 0;
        let mut segments: SmallVec<[Items; 3]> = SmallVec::new();
        segments.push(SmallVec::new());
        for &index in items {
            let item = self.item(index);
            if item.token == Token::Comma {
                segments.push(SmallVec::new());
            } else if item.aside {
                aliases.push(index);
            } else if let Some(segment) = segments.last_mut() {
                segment.push(index);
            }
        }
        if segments.iter().all(|segment| segment.is_empty()) {
            segments[0] = core::mem::take(&mut aliases);
        }
        if aliases.len() > 2 || aliases.iter().any(|&index| self.word(index).iter().any(u8::is_ascii_digit)) {
            aliases.clear();
        }
        let total: usize = segments.iter().map(|segment| segment.len()).sum();
        let mut kept = total;
        for place in 0..segments.len() {
            let others = kept - segments[place].len();
            self.strip(&mut segments[place], &mut generation, others, place);
            kept = others + segments[place].len();
        }
        segments.retain(|segment| !segment.is_empty());
        // A suffix amid the words stands behind the surname: HEARST JR WILLIAM.
        let mut stated: Option<usize> = None;
        let mut surname: Items = SmallVec::new();
        let mut given: Items = SmallVec::new();
        if segments.len() >= 2 {
            surname.clone_from(&segments[0]);
            for segment in &segments[1..] {
                given.extend_from_slice(segment);
            }
            stated = Some(given.len());
        } else {
            given = segments.pop()?;
            if let Some(place) = given
                .iter()
                .position(|&index| self.is_plain_suffix(index))
                .filter(|&place| place > 0 && place + 1 < given.len())
            {
                generation = self.item(given[place]).entry.generation;
                given.remove(place);
                if place == 1 {
                    let first = given.remove(0);
                    surname.push(first);
                    stated = Some(given.len());
                }
            }
        }
        if given.iter().chain(&surname).any(|&index| self.word(index).iter().any(u8::is_ascii_alphabetic)) {
            // Numbers beside a person are those of accounts.
            let number = |index: &u8| self.word(*index).iter().all(u8::is_ascii_digit);
            given.retain(|index| !number(index));
            surname.retain(|index| !number(index));
            stated = stated.map(|_| given.len());
        }
        let first = self.name.words.len();
        let count = given.len() + surname.len();
        if count == 0 {
            return None;
        }
        let order: Items = given.iter().chain(&surname).copied().collect();
        for (place, &index) in order.iter().enumerate() {
            if place >= MOST_PARTY_WORDS {
                self.name.unread |= 1 << 63;
                break;
            }
            let flags = if self.is_particle(&order, place, stated) { PARTICLE } else { 0 };
            self.push(index, flags);
        }
        let count = self.name.words.len() - first;
        for &index in aliases.iter().take(2) {
            self.push(index, ALIAS);
        }
        let stated = stated.filter(|&start| start > 0 && start < count);
        Some(PartySlot {
            first: first as u8,
            count: count as u8,
            aliases: (self.name.words.len() - first - count) as u8,
            surname: stated.map_or(UNSTATED, |start| start as u8),
            kind: PartyKind::Person,
            role,
            generation,
            legal: 0,
            alternative: false,
        })
    }

    fn is_plain_suffix(&self, index: u8) -> bool {
        matches!(self.word(index), b"jr" | b"sr" | b"jnr" | b"snr" | b"ii" | b"iii" | b"iv" | b"2nd" | b"3rd" | b"4th")
    }

    /// Takes titles, academic and generational suffixes off both ends of a segment. `others` words stand elsewhere.
    fn strip(&self, segment: &mut Items, generation: &mut u8, others: usize, place: usize) {
        while let Some(&first) = segment.first() {
            let entry = self.item(first).entry;
            let rest = segment.len() - 1;
            // A title that is also a name is one only where two words follow.
            let title = entry.is(tables::HONORIFIC)
                && (rest + others >= 1)
                && (!entry.is(tables::AMBIGUOUS)
                    || (rest >= 2 && self.word(segment[1]).len() > 1 && self.item(segment[1]).entry.is_given()));
            if !title {
                break;
            }
            segment.remove(0);
        }
        while let Some(&last) = segment.last() {
            let entry = self.item(last).entry;
            let rest = segment.len() - 1 + others;
            let alone = segment.len() == 1 && place > 0;
            let short = self.word(last).len() == 1;
            if entry.generation != 0 && *generation == 0 && rest >= if self.is_plain_suffix(last) { 1 } else { 2 } {
                *generation = entry.generation;
                segment.pop();
                continue;
            }
            let post_nominal = entry.is(tables::POST_NOMINAL) && rest >= if alone { 1 } else { 2 };
            let title = entry.is(tables::HONORIFIC) && !entry.is(tables::AMBIGUOUS) && rest >= 2 && !entry.is_surname();
            if short || !(post_nominal || title) {
                break;
            }
            segment.pop();
        }
    }

    /// Whether a word inside a name is a particle here: de, van, al … before another word, not as the first of two.
    fn is_particle(&self, order: &[u8], place: usize, stated: Option<usize>) -> bool {
        let entry = self.item(order[place]).entry;
        if !entry.is(tables::PARTICLE) || place + 1 >= order.len() {
            return false;
        }
        let end = stated.filter(|&start| place < start).unwrap_or(order.len());
        if place + 1 >= end {
            return false;
        }
        if self.word(order[place]).len() == 1 {
            // A letter: y and e between surnames, o before O'Brien's; otherwise an initial.
            return match self.word(order[place]) {
                b"y" | b"e" => {
                    place > 1
                        && self.word(order[place + 1]).len() > 1
                        && order.len() >= 4
                        && self.word(order[place - 1]).len() > 1
                }
                _ => false,
            };
        }
        if matches!(self.word(order[place]), b"mac" | b"mc" | b"fitz" | b"ben" | b"st" | b"ste" | b"san" | b"santa") {
            return false;
        }
        if place == 0 && stated != Some(0) {
            // VAN DER BERG JAN and AL-HARBI SALIM, but Van Morrison and Le Minh Duc.
            let hyphened =
                matches!(self.item(order[place + 1]).token, Token::Word { flags, .. } if flags & HYPHEN != 0);
            if hyphened && order.len() >= 3 {
                return true;
            }
            let mut run = 0;
            while run < order.len() && self.item(order[run]).entry.is(tables::PARTICLE) {
                run += 1;
            }
            return order.len() - run >= 2 && (run >= 2 || !entry.is_name());
        }
        true
    }

    /// What the tables say about the word after one.
    fn next_entry(&self, index: u8) -> Option<tables::Entry> {
        self.items[usize::from(index) + 1..].iter().find(|item| item.is_word()).map(|item| item.entry)
    }

    /// Appends a word to the name.
    fn push(&mut self, index: u8, flags: u16) {
        let item = self.item(index);
        let Token::Word { start, flags: written, dotted, .. } = item.token else { return };
        let text = self.word(index);
        let entry = match abbreviated(text, dotted, self.next_entry(index)) {
            Some(long) => tables::word(long),
            None => item.entry,
        };
        let mut flags = flags | (written & HYPHEN);
        if self.script.is_some() {
            flags |= SCRIPT;
        }
        if self.script == Some(Script::Abjad) {
            flags |= ABJAD;
        }
        if self.items.iter().rposition(Item::is_word) == Some(usize::from(index)) {
            flags |= LAST;
        }
        if self.umlauts.get(usize::from(start) / 64).is_some_and(|_| self.has_umlaut(index)) {
            flags |= UMLAUT;
        }
        if entry.is(tables::LEGAL) {
            flags |= LEGAL;
        }
        let mut word = word::word_of(entry, text, flags);
        if flags & ALIAS != 0 {
            word.flags &= !INITIAL;
        }
        if let Some(number) = number(text) {
            word.meaning = NUMBERS + number;
        }
        word.start = self.name.text.len() as u16;
        self.name.text.extend_from_slice(text);
        word.links = (self.name.links.len() as u16, entry.links().len() as u8);
        self.name.links.extend_from_slice(entry.links());
        if !self.origins.is_empty() && self.origins.len() == self.items.iter().filter(|item| item.is_word()).count() {
            let place = self.items[..usize::from(index)].iter().filter(|item| item.is_word()).count();
            word.origin = self.origins[place];
        }
        self.name.words.push(word);
    }

    /// Whether a word had a letter with two readings.
    fn has_umlaut(&self, index: u8) -> bool {
        let place = self.items[..usize::from(index)].iter().filter(|item| item.is_word()).count();
        self.umlauts.get(place / 64).is_some_and(|bits| bits & (1 << (place % 64)) != 0)
    }

    /// A single name, or one with initials: the surname of a neighbour is meant.
    fn lacks_surname(&self, slot: &PartySlot) -> bool {
        let words = self.name.words_of(slot);
        slot.surname == UNSTATED && words.iter().filter(|word| !word.is(INITIAL)).count() == 1
    }

    /// `MARTHA & PAUL JENNINGS`: the surname behind is meant for both.
    fn inherit(&mut self, lacking: usize, from: usize, surname: Option<(u8, u8)>, alternative: bool) {
        let source = self.name.parties[from];
        let range = surname.unwrap_or_else(|| {
            let words = self.name.words_of(&source);
            readings(words, source.surname)[0].surname
        });
        let target = self.name.parties[lacking];
        let own: SmallVec<[Word; 6]> = self.name.words_of(&target).iter().copied().collect();
        let taken: SmallVec<[Word; 6]> =
            self.name.words_of(&source)[usize::from(range.0)..usize::from(range.1)].iter().copied().collect();
        if self.name.words.len() + own.len() + taken.len() > 250 {
            return;
        }
        let slot = PartySlot {
            first: self.name.words.len() as u8,
            count: (own.len() + taken.len()) as u8,
            surname: own.len() as u8,
            aliases: 0,
            alternative,
            ..target
        };
        self.name.words.extend(own);
        self.name.words.extend(taken);
        if alternative {
            self.name.parties.push(slot);
        } else {
            self.name.parties[lacking] = slot;
        }
    }

    /// `JENNINGS MARTHA & PAUL`, `SMITH, JOHN & JANE`, `JOHN SMITH & JANE`: the surname before is meant for both.
    fn inherit_back(&mut self, lacking: usize, before: usize) {
        let source = self.name.parties[before];
        let words = self.name.words_of(&source);
        let all = readings(words, source.surname);
        let behind = all[0].surname;
        let Some(ahead) = all.iter().find(|reading| reading.reversed).map(|reading| reading.surname) else {
            return self.inherit(lacking, before, Some(behind), false);
        };
        let first_given = words.first().is_some_and(|word| word.is_clearly_given());
        let last_given = words.last().is_some_and(|word| word.is_clearly_given() || word.is(INITIAL));
        match (first_given, last_given) {
            (true, false) => self.inherit(lacking, before, Some(behind), false),
            (false, true) => self.inherit(lacking, before, Some(ahead), false),
            _ => {
                // Either may be the surname: both are kept.
                self.inherit(lacking, before, Some(ahead), true);
                self.inherit(lacking, before, Some(behind), false);
            }
        }
    }

    /// `MARY ANN & JOHN SMITH`: two given names before a party with a surname may be one person of that family.
    fn given_before(&mut self, index: usize, drafts: &[Draft]) {
        let Some(before) = index.checked_sub(1) else { return };
        if drafts.len() < 2 {
            return;
        }
        let slot = self.name.parties[before];
        if slot.kind != PartyKind::Person || slot.surname != UNSTATED || slot.role != self.name.parties[index].role {
            return;
        }
        let words = self.name.words_of(&slot);
        if words.len() == 2 && words.iter().all(|word| word.is_clearly_given()) {
            self.inherit(before, index, None, true);
        }
    }
}

/// A number of the letters that were not read.
fn fingerprint(tail: &str) -> u64 {
    tail.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Which words of a text have a letter with two readings, by their place.
fn umlauts(head: &str) -> SmallVec<[u64; 4]> {
    let mut out: SmallVec<[u64; 4]> = SmallVec::new();
    let mut place = 0;
    for piece in head.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '`' | '\u{300}'..='\u{36f}')))
    {
        if piece.is_empty() {
            continue;
        }
        if fold(piece, Reading::Plain, |_| ()).digraph {
            let slot: usize = place / 64;
            if out.len() <= slot {
                out.resize(slot + 1, 0);
            }
            out[slot] |= 1 << (place % 64);
        }
        place += 1;
    }
    out
}

/// The number that a word says: digits, number words, ordinals.
fn number(word: &[u8]) -> Option<u16> {
    const WORDS: [(&[u8], u16); 30] = [
        (b"one", 1),
        (b"two", 2),
        (b"three", 3),
        (b"four", 4),
        (b"five", 5),
        (b"six", 6),
        (b"seven", 7),
        (b"eight", 8),
        (b"nine", 9),
        (b"ten", 10),
        (b"eleven", 11),
        (b"twelve", 12),
        (b"first", 1),
        (b"second", 2),
        (b"third", 3),
        (b"fourth", 4),
        (b"fifth", 5),
        (b"sixth", 6),
        (b"seventh", 7),
        (b"eighth", 8),
        (b"ninth", 9),
        (b"tenth", 10),
        (b"1st", 1),
        (b"2nd", 2),
        (b"3rd", 3),
        (b"4th", 4),
        (b"5th", 5),
        (b"twenty", 20),
        (b"fifty", 50),
        (b"hundred", 100),
    ];
    if let Some(&(_, number)) = WORDS.iter().find(|(text, _)| *text == word) {
        return Some(number);
    }
    if word.len() <= 4 && word.iter().all(u8::is_ascii_digit) {
        return Some(word.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')));
    }
    None
}
