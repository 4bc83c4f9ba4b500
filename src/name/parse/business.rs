//! The words of a business: what shows that it is one, and its legal form.

use super::Draft;
use super::party::{Builder, Items};
use super::share::SURNAME_IN_USE;
use super::tokens::Token;
use crate::name::sketch::Sketch;
use crate::name::word::{self, BUSINESS, HYPHEN};
use crate::name::{MOST_PARTY_WORDS, PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// A surname of so many people (log2) that one word beside it is as likely a name with a slip as that of a firm.
const COMMON_SURNAME: u8 = 16;

/// Letters of the longest syllable of a name of China, Vietnam or Laos.
const LONGEST_OF_EAST: usize = 6;

/// A firm that is called by more of its partners ends with its form.
const MOST_PARTNERS: usize = 5;

impl Builder<'_> {
    /// Whether the words are those of a business.
    pub(super) fn is_business(&self, items: &[u8], draft: &Draft) -> bool {
        let words: SmallVec<[u8; 12]> = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        // `LUMIO AB (PUBL)` ends with its form.
        let ends = words.iter().rfind(|&&index| !self.item(index).aside).or(words.last());
        let (Some(&first), Some(&last)) = (words.first(), ends) else { return false };
        if draft.ampersand {
            return true;
        }
        if self.trade(&words, tables::FREQUENT_SURNAME).is_some_and(|trade| trade.is_surname(items, self))
            || self.is_given_for_trade(&words, items)
        {
            return false;
        }
        let plain = |index: &&u8| {
            let entry = self.item(**index).entry;
            !entry.is(tables::HONORIFIC | tables::POST_NOMINAL) && entry.generation == 0
        };
        let count = words.iter().filter(plain).count();
        // `MRS CHARITY JONES`
        let called = words.iter().copied().find(|&index| !self.is_title(index)).unwrap_or(first);
        let person_like = self.clearly_given(called) && count <= 3;
        // CHURCH, ROBERT: a word of a trade that is a surname as well is one beside a given name.
        let beside_given = |place: usize| {
            count <= 3 && words.iter().enumerate().any(|(other, &index)| other != place && self.clearly_given(index))
        };
        let eastern = words.iter().any(|&index| word::is_eastern(self.item(index).entry, self.word(index)));
        let mut numbers = 0;
        for (place, &index) in words.iter().enumerate() {
            let entry = self.item(index).entry;
            let is_name = entry.is_name();
            // Bar-Lev: a part of a double name shows no business.
            let hyphened = |index: Option<&u8>| {
                index.is_some_and(
                    |&index| matches!(self.item(index).token, Token::Word { flags, .. } if flags & HYPHEN != 0),
                )
            };
            if hyphened(Some(&index)) || hyphened(words.get(place + 1)) {
                continue;
            }
            // OU JIA, CO HENRY: a form that is a surname as well is one before a given name alone.
            let front = place == 0 && words.len() == 2 && entry.is(tables::LEGAL) && entry.surname > 0;
            if front && (self.item(last).entry.is_given() || self.item(last).entry.pinyin) {
                continue;
            }
            let strong = entry.is(tables::LEGAL) && self.word(index).len() >= 3 && !is_name;
            // `OOO VEKTOR`: in front, too, where it is nobody's name. Pao, Doo and Sia are.
            let in_front = matches!(
                self.word(index),
                b"ooo" | b"zao" | b"oao" | b"pjsc" | b"ojsc" | b"cjsc" | b"gmbh" | b"sarl" | b"uab" | b"cvba"
            );
            if strong && (place > 0 || in_front && words.len() > 1) {
                return true;
            }
            let surname = entry.is_surname() && !entry.is(tables::GENERIC) && beside_given(place);
            // NGUYEN THI HOA is no homeowners' association.
            let eastern_given = eastern && entry.is_given();
            if entry.is(tables::BUSINESS) && !surname && !eastern_given && (!is_name || !person_like) && words.len() > 1
            {
                let honorific_beside =
                    entry.is_surname() && place > 0 && words.len() == 2 && !entry.is(tables::GENERIC);
                if !honorific_beside || !is_name {
                    return true;
                }
            }
            numbers += usize::from(self.word(index).iter().any(u8::is_ascii_digit) && entry.generation == 0);
            let text = self.word(index);
            let trust = matches!(draft.role, Role::Trust | Role::FamilyTrust | Role::Trustee) && place == 0;
            let eastern_name = text == b"the" && place > 0 && eastern;
            // THE HONORABLE JUDITH BRACKETT; The Sir Francis Drake is an inn.
            let titled = text == b"the"
                && place == 0
                && words.get(1).is_some_and(|&next| self.item(next).entry.is(tables::ARTICLE))
                && words.len() > 3;
            // EARL "THE GOAT" MANIGAULT: what he is called beside his name; FERN HOLLOW (OF AUSTIN) is a firm.
            let nickname = self.item(index).aside && (text == b"the" || words.last() == Some(&last));
            if !trust
                && !nickname
                && !eastern_name
                && !titled
                && matches!(text, b"the" | b"of" | b"for" | b"at" | b"on" | b"by")
                && words.len() > 1
                && place + 1 < words.len()
            {
                return true;
            }
        }
        let weak = self.item(last).entry.is(tables::LEGAL)
            && count >= 2
            && !self.clearly_given(first)
            && !eastern
            && !items.iter().any(|&index| self.item(index).token == Token::Comma && index + 1 != last)
            && (!self.item(last).entry.is_surname() || words.len() >= 3 && !self.item(first).entry.is_given())
            && !self.item(last).entry.is_given()
            && self.item(last).entry.generation == 0
            && !self.item(last).entry.is(tables::POST_NOMINAL);
        // `NORA HARTLEY PC`, `NORA HARTLEY, P.A.`: the firm of one, by a form that is nobody's name or has stops; beside a degree it is
        // who practises.
        let form = self.item(last).entry;
        let of_one = words.len() >= 3
            && form.is(tables::LEGAL)
            && (form.given + form.surname == 0 || self.is_dotted(last))
            && !self.is_practice(last)
            && self.clearly_given(first)
            && self.word(last).len() == 2;
        // Digits in the place of letters (0LIVIA) are damage; numbers of their own are a business's.
        let whole_numbers = words.iter().any(|&index| self.word(index).iter().all(u8::is_ascii_digit));
        weak || of_one || (numbers > 0 && whole_numbers && !person_like && !self.clearly_given(last))
    }

    /// Henry Co, Guoxiong Ou: a frequent given name, or one of China, before a legal form that is a surname as well, and nothing
    /// else; of other words two firms of one form would be two people of one surname. Vang Pao, Chan Sau Mei: the same word behind a
    /// family name that stands first. Craig Allen Wood: a trade that is a surname as well, beside given names. Each may be a person.
    pub(super) fn may_be_person(&self, items: &[u8]) -> bool {
        if let [first, last] = *items {
            let (name, form) = (self.item(first).entry, self.item(last).entry);
            let named = self.item(first).is_word() && (name.is_given() || name.pinyin);
            if named && form.is(tables::LEGAL) && form.surname > 0 {
                return true;
            }
        }
        let words: SmallVec<[u8; 12]> = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        self.is_eastern_person(&words)
            || self.is_beside_surname(&words)
            || self.trade(&words, SURNAME_IN_USE).is_some_and(|trade| trade.may_be_surname(items, self))
    }

    /// `VANG PAO`, `CHAN SAU MEI`: a family name of the East and one or two names, of which some are legal forms elsewhere.
    fn is_eastern_person(&self, words: &[u8]) -> bool {
        let [family, names @ ..] = words else { return false };
        let first = self.item(*family).entry;
        let eastern = word::is_eastern(first, self.word(*family)) || first.pinyin || self.word(*family) == b"vang";
        let name = |index: &u8| {
            let entry = self.item(*index).entry;
            entry.class & !tables::LEGAL == 0
                && entry.given > 0
                && (2..=LONGEST_OF_EAST).contains(&self.word(*index).len())
        };
        eastern && first.class == 0 && (1..=2).contains(&names.len()) && names.iter().all(name)
    }

    /// `MARIA STEEL JOHNSON`: between a given name and a surname a trade that is a surname as well is hers.
    fn is_beside_surname(&self, words: &[u8]) -> bool {
        let [given, trade, surname] = *words else { return false };
        let (trade, surname) = (self.item(trade).entry, self.item(surname).entry);
        self.clearly_given(given)
            && trade.surname >= SURNAME_IN_USE
            && !trade.is(tables::GENERIC | tables::LEGAL)
            && surname.class == 0
            && surname.surname >= tables::FREQUENT_SURNAME
            && surname.is_clearly_surname()
    }

    /// `OKAFOR CHARITY`, `OKAFOR, CHARITY M`: behind a word that is none a word of firms that many more are called by, so that it may
    /// be a person. Gives the words with the surname behind: Jones Charity and Smith Charity have no surname in common.
    pub(super) fn with_given_of_trade(&self, items: &[u8]) -> Option<Items> {
        let names: Items = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        let [first, last, ref initial @ ..] = *names else { return None };
        let (name, given) = (self.item(first).entry, self.item(last).entry);
        // Oakfield HOA is one.
        let called = given.is(tables::BUSINESS) && given.is_clearly_given() && self.word(last).len() > 3;
        let surname = name.class == 0 && self.word(first).len() > 1;
        let initials = initial.len() <= 1 && initial.iter().all(|&index| self.word(index).len() == 1);
        (called && surname && initials).then(|| names[1..].iter().copied().chain([first]).collect())
    }

    /// `SMITH BARNES & HARTWELL`, `SMITH, BARNES & HARTWELL`: surnames alone, one of them behind the mark, may be those of the partners
    /// of a firm. Gives all of its words.
    pub(super) fn partners(&self, drafts: &[Draft]) -> Option<Items> {
        let [one, two] = drafts else { return None };
        let owners = one.role == Role::Owner && two.role == Role::Owner && two.joint && !two.for_clients;
        let words = |draft: &Draft| -> Items {
            draft.items.iter().copied().filter(|&index| self.item(index).is_word()).collect()
        };
        let (mut names, last) = (words(one), words(two));
        let surname = |index: &u8| {
            let entry = self.item(*index).entry;
            let trade = entry.class & !(tables::BUSINESS | tables::GENERIC) == 0;
            trade && entry.surname >= entry.given && self.word(*index).len() > 1
        };
        let firm = owners
            && last.len() == 1
            && (2..=MOST_PARTNERS).contains(&names.len())
            && names.iter().chain(&last).all(surname);
        names.extend(last);
        firm.then_some(names)
    }

    /// Dev Patel, PATEL DEV K: a word of many firms, which says nothing alone, that some people are called by, and a frequent surname;
    /// beside them an initial or a name at most, and titles.
    fn is_given_for_trade(&self, words: &[u8], items: &[u8]) -> bool {
        let plain: SmallVec<[u8; 12]> = words.iter().copied().filter(|&index| !self.is_title(index)).collect();
        let given = |index: u8| self.item(index).entry.is_given_for_firm();
        // JONES, CHARITY; Jones Charity is one.
        let behind_surname =
            |index: u8| given(index) || self.item(index).entry.is(tables::BUSINESS) && self.clearly_given(index);
        let surname =
            |index: u8| self.item(index).entry.surname >= tables::RARELY_GIVEN && self.item(index).entry.class == 0;
        let initial = |index: u8| self.word(index).len() == 1;
        let name =
            |index: &u8| initial(*index) || self.item(*index).entry.is_name() && self.item(*index).entry.class == 0;
        match *plain.as_slice() {
            // DEV R & PRIYA S PATEL
            [first, second] if given(first) && initial(second) => true,
            [first, ref between @ .., last] if given(first) && surname(last) => {
                between.len() <= 1 && between.iter().all(name)
            }
            [first, second, ref behind @ ..] if surname(first) && behind_surname(second) => {
                let comma = items.iter().any(|&index| self.item(index).token == Token::Comma);
                behind.len() <= 1 && behind.iter().all(name) && (comma || behind.iter().copied().any(initial))
            }
            _ => false,
        }
    }

    /// A title, a degree or a generational suffix that is nobody's name.
    fn is_title(&self, index: u8) -> bool {
        let entry = self.item(index).entry;
        let title = entry.is(tables::HONORIFIC | tables::POST_NOMINAL) && !entry.is(tables::AMBIGUOUS);
        title && !entry.is_name() || entry.generation > 0
    }

    /// The word of a trade that so many (log2) have as their surname as well, where it is the only one, and what stands beside it.
    fn trade(&self, words: &[u8], least: u8) -> Option<Trade> {
        let mut trade = Trade::default();
        let mut found = false;
        for &index in words {
            let (entry, text) = (self.item(index).entry, self.word(index));
            if self.is_title(index) {
                trade.signed = true;
            } else if text.len() == 1 {
                // `N AUSTIN CHURCH` is one in the north.
                trade.signed |= trade.at > 0 || !matches!(text, b"n" | b"s" | b"e" | b"w");
            } else if entry.is(tables::BUSINESS) && entry.surname >= least && !entry.is(tables::GENERIC | tables::LEGAL)
            {
                if found {
                    return None;
                }
                (found, trade.item, trade.place) = (true, index, trade.at);
                trade.common = entry.surname >= COMMON_SURNAME;
            } else if entry.is(tables::BUSINESS | tables::LEGAL) {
                return None;
            } else if entry.is_given() {
                trade.given += 1;
            } else if entry.class == 0 {
                trade.unknown +=
                    usize::from(entry.given < tables::RARELY_GIVEN && entry.surname < tables::RARELY_GIVEN);
                trade.others += 1;
            } else {
                return None;
            }
            trade.at += usize::from(text.len() > 1 && !self.is_title(index));
        }
        found.then_some(trade)
    }

    /// Whether the first word of a business is its legal form and nothing else.
    fn is_form_in_front(&self, first: u8) -> bool {
        let entry = self.item(first).entry;
        entry.is(tables::LEGAL) && !entry.is_name() && self.word(first).len() >= 2
    }

    /// Whether a word that is a name as well, or of a place, is the trade of a firm: Bluefen Law, Bluefen Law Group, City of Elmora;
    /// but not Law Brothers, Law & Prosser or Cedar City, which have no other name.
    fn is_trade_of(&self, words: &[u8], place: usize, draft: &Draft) -> bool {
        let is_trade = |index: &u8| self.item(*index).entry.is(tables::BUSINESS | tables::GENERIC);
        let (before, behind) = (&words[..place], &words[place + 1..]);
        match self.word(words[place]) {
            b"law" => !draft.ampersand && before.iter().any(|index| !is_trade(index)) && behind.iter().all(is_trade),
            b"city" | b"town" | b"township" | b"county" | b"village" | b"borough" => {
                matches!(behind, [of, rest @ ..] if self.word(*of) == b"of" && rest.iter().any(|index| !is_trade(index)))
            }
            _ => false,
        }
    }

    pub(super) fn business(&mut self, items: &Items, draft: &Draft) -> Option<PartySlot> {
        // What stands in parentheses behind the name is no part of it; `HARTWELL (HOLDINGS) LTD` and `OOO "ROMASHKA"` are names.
        let all: Items = items.iter().copied().filter(|&index| self.item(index).is_word()).collect();
        let end = all.iter().rposition(|&index| !self.item(index).aside).map_or(all.len(), |last| last + 1);
        let (inside, behind) = all.split_at(end);
        let form = |index: &u8| self.item(*index).entry.is(tables::LEGAL);
        let mut words: Items = if inside.iter().all(form) { all.clone() } else { inside.into() };
        if words.len() < all.len() {
            behind.iter().for_each(|&index| self.set_aside(self.word(index)));
        }
        // A legal form at the end; a name that is nothing else keeps it.
        let (mut legal, mut further) = (0, 0);
        while words.len() > 1 {
            let Some(&last) = words.last() else { break };
            let entry = self.item(last).entry;
            let linking = matches!(self.word(last), b"and" | b"de") && legal != 0;
            if !entry.is(tables::LEGAL) && !linking {
                break;
            }
            // The last form counts; those before it tell SA DE CV from CV.
            match entry.legal {
                0 => {}
                form if legal == 0 => legal = form,
                form => further = form,
            }
            words.pop();
        }
        // The form may stand in front: OOO Romashka, PT Astra, LLC Copperline.
        if legal == 0 && words.len() > 1 && self.is_form_in_front(words[0]) {
            legal = self.item(words[0]).entry.legal;
            words.remove(0);
        }
        let first = self.name.words.len();
        for (place, &index) in words.iter().enumerate() {
            if self.name.words.len() - first >= usize::from(MOST_PARTY_WORDS) {
                self.cut_short();
                break;
            }
            let text = self.word(index);
            if matches!(text, b"and" | b"the" | b"of") && words.len() > 1 {
                continue;
            }
            let trade = self.is_trade_of(&words, place, draft);
            self.push(index, if trade { BUSINESS } else { 0 });
        }
        // `MERIDIAN STAFFING SOLUTIONS OF`: the word before it ends the text, as far as it is kept.
        let behind = words.last().is_some_and(|&last| {
            matches!(self.word(last), b"and" | b"the" | b"of")
                && self.items.iter().rposition(super::Item::is_word) == Some(usize::from(last))
        });
        let fills = if word::fills_field(self.tokens.width()) { word::FILLS } else { 0 };
        if let Some(last) = self.name.words[first..].last_mut().filter(|_| behind) {
            last.flags |= word::LAST | fills;
        }
        if self.name.words.len() == first {
            words.iter().take(MOST_PARTY_WORDS.into()).for_each(|&index| self.push(index, 0));
        }
        Some(PartySlot {
            first: first as u8,
            count: (self.name.words.len() - first) as u8,
            aliases: 0,
            surname: UNSTATED,
            kind: PartyKind::Business,
            role: draft.role,
            generation: further,
            legal,
            alternative: false,
            sketch: Sketch::default(),
        })
    }
}

/// A trade that is a surname as well, and what stands beside it: initials and titles, which show a person, given names, other words.
#[derive(Default)]
struct Trade {
    /// The item, and how many names stand before it.
    item: u8,
    place: usize,
    /// How many words there are but for titles and initials.
    at: usize,
    given: usize,
    others: usize,
    /// Those of them that are hardly anybody's name.
    unknown: usize,
    signed: bool,
    /// So many have the surname that one name beside it may have a slip.
    common: bool,
}

impl Trade {
    /// Whether it is a surname: beside one given name alone, beside an initial or a title, before a comma (`WOOD, CRAIG ALLEN`).
    fn is_surname(&self, items: &[u8], builder: &Builder) -> bool {
        let at_end = self.place == 0 || self.place + 1 == self.at;
        let person = self.given == 1 || self.signed || self.is_before_comma(items, builder);
        at_end && matches!(self.given, 1 | 2) && self.others == 0 && person
    }

    /// Whether it may be one: beside one or two names, of which what shows a person allows one that hardly anybody has, as one with a
    /// slip is (`JORDAM A WOOD`), or beside one alone.
    fn may_be_surname(&self, items: &[u8], builder: &Builder) -> bool {
        let shown = self.signed || self.is_before_comma(items, builder);
        let names = self.given + self.others;
        // `WOOD JWNNIFER`
        let alone = self.common && names == 1;
        matches!(names, 1 | 2) && self.unknown <= usize::from(shown || alone) && (shown || alone || self.given > 0)
    }

    fn is_before_comma(&self, items: &[u8], builder: &Builder) -> bool {
        let place = items.iter().position(|&index| index == self.item);
        place.and_then(|place| items.get(place + 1)).is_some_and(|&next| builder.item(next).token == Token::Comma)
    }
}
