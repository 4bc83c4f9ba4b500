//! One party as tokens → the words of a person or a business.

use super::particle::{Ordered, is_particle};
use super::script::Script;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::sketch::Sketch;
use crate::name::word::{self, ALIAS, HYPHEN, INITIAL, PARTICLE, Word};
use crate::name::{Aliases, Beside, MOST_PARTY_WORDS, Name, PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name as tables;
use crate::text::whole;
use smallvec::SmallVec;

/// Words of another name in brackets.
const MOST_ALIASES: usize = 2;

// What stands beside a name and is not read as part of it, in `Beside::unread`.

/// Words or letters beyond those that are kept: [`Beside::whole`] tells them.
const FURTHER: u64 = 1 << 63;
/// A party is announced and not named.
const CUT: u64 = 1 << 62;
/// The firm of one professional: a little more than the person.
const PRACTICE: u64 = 1 << 61;

pub(super) type Items = SmallVec<[u8; 12]>;

/// A title that so many people (log2) have as a given name is one only where two names follow: Dona Rahman.
pub(super) const NAME_NOT_TITLE: u8 = 7;

/// Puts a name together.
pub(super) struct Builder<'t> {
    pub(super) tokens: &'t Tokens,
    pub(super) items: &'t [Item],
    pub(super) script: Option<Script>,
    pub(super) origins: SmallVec<[u32; 8]>,
    pub(super) aliases: &'t Aliases,
    /// What is read of the text, and what is not.
    texts: [&'t str; 2],
    pub(super) name: Name,
    pub(super) beside: Beside,
}

impl<'t> Builder<'t> {
    pub(super) fn new(
        tokens: &'t Tokens,
        items: &'t [Item],
        script: Option<Script>,
        head: &'t str,
        tail: &'t str,
        aliases: &'t Aliases,
    ) -> Builder<'t> {
        let foreign = script.is_some() && tokens.notes.transliterated
            || matches!(script, Some(Script::Hangul | Script::Greek | Script::Indic | Script::Abjad | Script::Kana));
        let script = script.filter(|_| foreign);
        let original = script.map(|_| {
            let words: Vec<String> = head.to_lowercase().split_whitespace().map(str::to_owned).collect();
            words.join(" ").into_boxed_str()
        });
        let origins = match script {
            Some(Script::Han) => head.chars().filter(|c| c.is_alphanumeric()).map(u32::from).collect(),
            _ => SmallVec::new(),
        };
        let mut builder = Builder {
            tokens,
            items,
            script,
            origins,
            aliases,
            texts: [head, tail],
            name: Name::empty(),
            beside: Beside { original, ..Beside::default() },
        };
        if !tail.is_empty() || tokens.cut {
            builder.cut_short();
        }
        builder
    }

    /// Not all of the text is kept: it equals only a text of the same letters.
    pub(super) fn cut_short(&mut self) {
        if self.beside.unread & FURTHER == 0 {
            self.beside.unread |= FURTHER;
            self.beside.whole = whole::digest_of(&self.texts);
        }
    }

    /// The text ends before the name of a party that it announces: it equals only a text that does the same.
    pub(super) fn cut(&mut self) {
        self.beside.unread |= CUT;
    }

    /// What stands beside the name and is no part of it, an account number: it equals only a text that has the same.
    pub(super) fn set_aside(&mut self, word: &[u8]) {
        let digits = word.iter().fold(0_u64, |number, byte| number.wrapping_mul(37).wrapping_add(u64::from(*byte)));
        self.beside.unread ^= (digits << 1) | 1;
    }

    /// The same of a number that says which trust or which account it is. A masked one does not say it.
    pub(super) fn set_number_aside(&mut self, word: &[u8]) {
        self.set_aside(word);
        if word.iter().all(u8::is_ascii_digit) {
            let value =
                word.iter().fold(0_u64, |value, digit| value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')));
            self.beside.number = value.wrapping_add(1);
        }
    }

    /// The same of what says which one of several trusts it is.
    pub(super) fn set_trust_aside(&mut self, word: &[u8], which: u16) {
        self.set_aside(word);
        self.beside.which = which;
    }

    pub(super) fn finish(mut self) -> Option<Name> {
        self.name.beside = (self.beside != Beside::default()).then(|| Box::new(self.beside));
        let Name { words, parties, .. } = &mut self.name;
        for slot in parties.iter_mut() {
            let first = usize::from(slot.first);
            let words = words.get(first..first + usize::from(slot.count)).unwrap_or(&[]);
            slot.sketch = Sketch::of(words);
        }
        (!self.name.parties.is_empty()).then_some(self.name)
    }

    /// Reads all parties; those that share the surname of a neighbour get it.
    pub(super) fn parties(&mut self, drafts: &[Draft]) {
        let mut previous: Option<usize> = None;
        let mut waiting: SmallVec<[usize; 4]> = SmallVec::new();
        for (at, draft) in drafts.iter().enumerate() {
            if draft.role == Role::Alias {
                self.other_surname(draft);
            }
            if !draft.joint {
                waiting.clear();
                previous = None;
            }
            let lists = self.lists(draft, drafts.get(at + 1).filter(|next| next.joint));
            let last = lists.len() - 1;
            let two = self.two_in_list(&draft.items).filter(|_| last == 0);
            // `KOFI MENSAH, KWAME BOATENG`: two, or one with two surnames; `VENUS, CARRIE KABE`: two, or one with her surname first.
            let short = |lists: &[Items]| matches!(lists, [one, two] if one.len() == 1 && two.len() > 1);
            let unclear = last == 1 && (lists.iter().any(|items| !self.clearly_given(items[0])) || short(&lists));
            for (place, items) in lists.into_iter().enumerate() {
                // `MILDRED VANCE, JOYCE VANCE POA`: who acts for another is the last.
                let acts = matches!(draft.role, Role::ActsFor | Role::Custodian | Role::Guardian);
                let role = if acts && place < last { Role::Owner } else { draft.role };
                // A lawyer holds the money of clients; of a firm it is still the account.
                let own = matches!(role, Role::Owner | Role::Trust | Role::Trustee);
                let role = if draft.for_clients && own { Role::Guardian } else { role };
                let Some(slot) = self.party(&items, draft, role) else { continue };
                self.name.parties.push(slot);
                let index = self.name.parties.len() - 1;
                let other = self.without_nothing(&items).or_else(|| self.without_profession(&items, role));
                if let Some(name) = other.or_else(|| self.with_titled_surname(&items)) {
                    let person = self.person(&name, role);
                    self.name.parties.extend(person.map(|slot| PartySlot { alternative: true, ..slot }));
                }
                if slot.kind == PartyKind::Business {
                    let name = if self.may_be_person(&items) { Some(items) } else { self.with_given_of_trade(&items) };
                    if let Some(name) = name.filter(|_| !draft.ampersand) {
                        let person = self.person(&name, role);
                        self.name.parties.extend(person.map(|slot| PartySlot { alternative: true, ..slot }));
                    }
                    waiting.clear();
                    previous = None;
                    continue;
                }
                if let Some(name) = self.without_osteopath(&items) {
                    let person = self.person(&name, role);
                    self.name.parties.extend(person.map(|slot| PartySlot { alternative: true, ..slot }));
                }
                if self.lacks_surname(&slot) {
                    match previous.filter(|_| waiting.is_empty()) {
                        Some(before) => self.inherit_back(index, before),
                        None => waiting.push(index),
                    }
                } else {
                    for lacking in waiting.drain(..).collect::<SmallVec<[usize; 4]>>() {
                        // `JOHNSMITH OR R DAVIS`: what is no given name may be all of a name.
                        let given = |word: &Word| word.is(INITIAL) || word.given > 0;
                        let whole = !self.name.words_of(&self.name.parties[lacking]).iter().any(given);
                        self.inherit(lacking, index, None, whole);
                    }
                    if draft.joint || drafts.iter().any(|other| other.joint) {
                        self.given_before(index, &drafts[..=at]);
                    }
                    if let Some(before) = previous {
                        self.given_behind(index, before);
                    }
                    previous = Some(index);
                }
            }
            for items in two.into_iter().flatten() {
                let person = self.person(&items, draft.role);
                self.name.parties.extend(person.map(|slot| PartySlot { alternative: true, ..slot }));
            }
            if unclear {
                let whole = self.person(&draft.items, draft.role);
                self.name.parties.extend(whole.map(|slot| PartySlot { alternative: true, ..slot }));
            }
        }
        if let Some(partners) = self.partners(drafts) {
            let firm = self.business(&partners, &drafts[0]);
            self.name.parties.extend(firm.map(|slot| PartySlot { alternative: true, ..slot }));
        }
    }

    pub(super) fn item(&self, index: u8) -> &'t Item {
        &self.items[usize::from(index)]
    }

    pub(super) fn word(&self, index: u8) -> &'t [u8] {
        self.tokens.word(self.item(index).token)
    }

    pub(super) fn clearly_given(&self, index: u8) -> bool {
        self.item(index).entry.is_clearly_given()
    }

    fn party(&mut self, items: &Items, draft: &Draft, role: Role) -> Option<PartySlot> {
        if self.is_business(items, draft) {
            return self.business(items, draft);
        }
        self.person(items, role)
    }

    pub(super) fn person(&mut self, items: &Items, role: Role) -> Option<PartySlot> {
        let mut aliases: Items = SmallVec::new();
        let mut generation = 0;
        let mut segments: SmallVec<[Items; 3]> = SmallVec::new();
        segments.push(SmallVec::new());
        for &index in items {
            let item = self.item(index);
            if matches!(item.token, Token::Comma | Token::Separator) {
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
        // A note in brackets: no other name.
        if aliases.len() > MOST_ALIASES || aliases.iter().any(|&index| self.word(index).iter().any(u8::is_ascii_digit))
        {
            aliases.drain(..).for_each(|index| self.set_aside(self.word(index)));
        }
        let total: usize = segments.iter().map(|segment| segment.len()).sum();
        let mut kept = total;
        for place in usize::from(self.is_surname_before_comma(&segments))..segments.len() {
            let others = kept - segments[place].len();
            self.strip(&mut segments[place], &mut generation, others, place);
            kept = others + segments[place].len();
        }
        segments.retain(|segment| !segment.is_empty());
        if let [before, behind] = segments.as_mut_slice() {
            if self.is_no_surname(before, behind) {
                before.append(behind);
                segments.pop();
            }
        }
        let practice = |index: &&u8| self.is_practice(**index);
        if items.iter().filter(practice).count() > segments.iter().flatten().filter(practice).count() {
            // A firm is not quite the person.
            self.beside.unread |= PRACTICE;
        }
        // A suffix amid the words stands behind the surname: HEARST JR WILLIAM.
        let mut stated: Option<usize> = None;
        let mut moved = 0;
        let mut surname: Items = SmallVec::new();
        let mut given: Items = SmallVec::new();
        if segments.len() >= 2 {
            surname.clone_from(&segments[0]);
            for segment in &segments[1..] {
                given.extend_from_slice(segment);
            }
            // LAAN VAN DER, KAREL; BERG, P. VAN DEN
            let behind = self.trailing_particles(&surname);
            surname.rotate_right(behind);
            let named = matches!(surname[..], [family] if self.is_called_by_particle(family, &given));
            let mac = usize::from(self.ends_with_mac(&surname, &given));
            let kept = given.len() - if named { 0 } else { self.trailing_particles(&given).max(mac) };
            surname.insert_many(0, given.drain(kept..));
            stated = Some(given.len());
        } else {
            given = segments.pop()?;
            let behind = self.trailing_particles(&given);
            let named = self.is_called_by_particle(given[0], &given[1..]);
            if behind > 0 && given.len() >= behind + 2 && !named && !self.clearly_given(given[0]) {
                // JONG MARIJKE DE: as DE JONG MARIJKE
                given.rotate_right(behind);
                moved = behind;
            }
            let inner = 1..given.len().saturating_sub(1);
            let plain = |place: &usize| self.is_plain_suffix(given[*place]);
            let found = inner.clone().find(plain).map(|place| (place, place == 1));
            let found =
                found.or_else(|| inner.clone().find(|&place| self.is_family_suffix(&given, place)).zip(Some(true)));
            if let Some((place, ends_surname)) = found {
                generation = self.item(given[place]).entry.generation;
                given.remove(place);
                if ends_surname {
                    surname.extend(given.drain(..place));
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
            if place >= usize::from(MOST_PARTY_WORDS) {
                self.cut_short();
                break;
            }
            let flags = if place < moved || self.is_particle(&order, place, stated) { PARTICLE } else { 0 };
            self.push(index, flags);
        }
        let count = self.name.words.len() - first;
        // An ampersand is no word.
        if count == 0 {
            return None;
        }
        super::pinyin::spread_pinyin(&mut self.name.words[first..], &self.name.text);
        for &index in &aliases {
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
            sketch: Sketch::default(),
        })
    }

    /// `CAROLYN E, SAVAGE`, `JOSEPH AROJO, B`: what stands before the comma ends with an initial, as no surname does, or is a given
    /// name and a surname before an initial.
    fn is_no_surname(&self, before: &[u8], behind: &[u8]) -> bool {
        let initial = |index: &u8| self.word(*index).len() == 1;
        match (before, behind) {
            ([first, .., last], _) if !initial(first) && initial(last) => {
                // `QUIST M, NORA`
                let entry = self.item(*first).entry;
                entry.surname <= entry.given
            }
            ([first, last], [only]) => initial(only) && self.clearly_given(*first) && !self.clearly_given(*last),
            _ => false,
        }
    }

    /// PHAM THI VAN, NGUYEN THI LA: behind a family name that stands first and a middle name, Van and La are given names of
    /// Vietnam.
    fn is_called_by_particle(&self, family: u8, names: &[u8]) -> bool {
        let [.., before, last] = names else { return false };
        matches!(self.word(*last), b"van" | b"la")
            && !self.item(*before).entry.is(tables::PARTICLE)
            && word::is_eastern(self.item(family).entry, self.word(family))
    }

    /// `DONALD, EVA MAC`: the surname in two words, and known as one.
    fn ends_with_mac(&self, surname: &[u8], given: &[u8]) -> bool {
        let ([family], [_, .., last]) = (surname, given) else { return false };
        let mac = self.word(*last);
        matches!(mac, b"mac" | b"mc")
            && self.word(*family).len() > 2
            && tables::word(&[mac, self.word(*family)].concat()).surname > 0
    }

    /// How many particles end the words, behind a word that is none. Registers that sort by the surname put them there.
    fn trailing_particles(&self, words: &[u8]) -> usize {
        let particle = |index: &&u8| {
            matches!(
                self.word(**index),
                b"van"
                    | b"vant"
                    | b"von"
                    | b"der"
                    | b"den"
                    | b"de"
                    | b"ter"
                    | b"ten"
                    | b"te"
                    | b"vom"
                    | b"zu"
                    | b"la"
                    | b"las"
                    | b"los"
                    | b"del"
                    | b"dos"
                    | b"di"
            )
        };
        let count = words.iter().rev().take_while(particle).count();
        if count < words.len() { count } else { 0 }
    }

    /// `PA` and `PC` beside a degree: a professional association or corporation.
    pub(super) fn is_practice(&self, index: u8) -> bool {
        matches!(self.word(index), b"pa" | b"pc") && self.items.iter().any(|item| item.entry.is(tables::POST_NOMINAL))
    }

    /// `PA` is one only where something says that it is no state and no form.
    pub(super) fn is_degree(&self, index: u8) -> bool {
        self.item(index).entry.is(tables::POST_NOMINAL) || self.word(index) == b"pa"
    }

    pub(super) fn is_hyphened(&self, index: u8) -> bool {
        matches!(self.item(index).token, Token::Word { flags, .. } if flags & HYPHEN != 0)
    }

    pub(super) fn is_dotted(&self, index: u8) -> bool {
        matches!(self.item(index).token, Token::Word { dotted: true, .. })
    }

    /// `SOUZA FILHO THIAGO`: what a suffix is behind a name ends a surname between that and a given name.
    fn is_family_suffix(&self, names: &[u8], place: usize) -> bool {
        let [before, suffix, behind] = [place - 1, place, place + 1].map(|place| self.item(names[place]).entry);
        suffix.generation != 0
            && self.word(names[place]).len() > 2
            // Junior may be a given name, and the second of two.
            && !suffix.is_given()
            && before.surname >= before.given
            && !self.clearly_given(names[0])
            && behind.given > behind.surname
    }

    pub(super) fn is_plain_suffix(&self, index: u8) -> bool {
        is_plain_suffix(self.word(index))
    }

    fn is_particle(&self, order: &[u8], place: usize, stated: Option<usize>) -> bool {
        is_particle(order.len(), place, stated, |place| {
            let Item { token, entry, .. } = *self.item(order[place]);
            let (text, hyphened) =
                (self.word(order[place]), matches!(token, Token::Word { flags, .. } if flags & HYPHEN != 0));
            Ordered {
                text,
                particle: entry.is(tables::PARTICLE),
                name: entry.is_name(),
                eastern: word::is_eastern(entry, text),
                surname: (entry.given == 0 || entry.is_clearly_surname()) && !entry.pinyin,
                given: entry.given > entry.surname + 2 && entry.surname <= tables::FREQUENT_SURNAME && !entry.pinyin,
                hyphened,
            }
        })
    }
}

/// Whether a word is a suffix beside a single name.
pub(super) fn is_plain_suffix(word: &[u8]) -> bool {
    matches!(word, b"jr" | b"sr" | b"jnr" | b"snr" | b"ii" | b"iii" | b"iv" | b"2nd" | b"3rd" | b"4th")
}

/// Whether a word behind a comma and a whole name is a degree, although it is a name as well.
pub(super) fn is_bachelor(word: &[u8]) -> bool {
    matches!(word, b"ba" | b"bs" | b"ab" | b"ma" | b"ms" | b"aud" | b"med")
}
