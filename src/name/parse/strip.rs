//! Titles, degrees and suffixes at the ends of a name.

use super::Item;
use super::party::{Builder, Items, NAME_NOT_TITLE, is_bachelor};
use super::share::SURNAME_IN_USE;
use crate::name::word;
use crate::tables::name as tables;

impl Builder<'_> {
    /// Takes titles, academic and generational suffixes off both ends of a segment. `others` words stand elsewhere.
    pub(super) fn strip(&self, segment: &mut Items, generation: &mut u8, others: usize, place: usize) {
        let mut titled = false;
        while let Some(&first) = segment.first() {
            let entry = self.item(first).entry;
            let rest = segment.len() - 1;
            // A title that is also a name is one only where two words follow.
            let article = self.word(first) == b"the" && rest >= 1;
            let title = article
                || entry.is(tables::HONORIFIC)
                    && (rest + others >= 1)
                    && !self.is_surname_before_given(segment, others)
                    && (!(entry.is(tables::AMBIGUOUS) || entry.given >= NAME_NOT_TITLE)
                        // `MISS J A PROKOP`: before an initial, too, where hardly anybody has it for a name.
                        || rest >= 2 && matches!(self.word(first), b"miss" | b"mister" | b"sir" | b"rev" | b"shri" | b"doctor")
                        // `QUIST, LT GEN HAROLD`
                        || titled && rest >= 1 && rest + others >= 2 && self.item(segment[1]).entry.given > 0
                        || (rest >= 2
                            && !self.is_surname_of_one_name(segment)
                            && self.word(segment[1]).len() > 1
                            && (self.item(segment[1]).entry.given > 0 || rest >= 3)));
            if !title {
                break;
            }
            titled |= !article;
            segment.remove(0);
        }
        if segment.len() >= 3 && segment[1..].iter().any(|&index| self.is_inner_title(index)) {
            let last = segment.len() - 1;
            let mut place = 0;
            segment.retain(|index| {
                place += 1;
                place - 1 == last || !self.is_inner_title(*index)
            });
        }
        while let Some(&last) = segment.last() {
            let entry = self.item(last).entry;
            let rest = segment.len() - 1 + others;
            if others == 0 && place == 0 && self.is_surname_behind_given(segment) {
                break;
            }
            let alone = segment.len() == 1 && place > 0;
            let short = self.word(last).len() == 1;
            // Jun. is junior in German; Jun is a name.
            // In Vietnam Vi is one.
            let name = matches!(self.word(last), b"jun" | b"sen") && !self.is_dotted(last)
                || self.word(last) == b"vi"
                    && segment
                        .first()
                        .is_some_and(|&family| word::is_eastern(self.item(family).entry, self.word(family)));
            // `QUIST, NORA V`: behind a comma and one name it is an initial.
            let initial = short && (place > 0 && segment.len() == 2 || others == 0 && self.ends_with_given(segment));
            if entry.generation != 0
                && !name
                && !initial
                && (*generation == 0 || *generation == entry.generation)
                && rest >= if self.is_plain_suffix(last) { 1 } else { 2 }
            {
                *generation = entry.generation;
                segment.pop();
                continue;
            }
            let post_nominal = entry.is(tables::POST_NOMINAL) && rest >= if alone { 1 } else { 2 };
            // ERIK LUND MD PA: the firm of one professional.
            let practice = self.is_practice(last) && rest >= 2;
            let unknown = matches!(self.word(last), b"fnu" | b"lnu" | b"nfn" | b"nmn" | b"nmi") && rest >= 1;
            let title = entry.is(tables::HONORIFIC) && !entry.is(tables::AMBIGUOUS) && rest >= 2 && !entry.is_surname();
            // `NADIA PROKOP, DO`, `NADIA PROKOP D.O.`: a degree; without a mark it is the surname of Vietnam.
            let eastern =
                |item: &Item| word::is_eastern(item.entry, self.tokens.word(item.token)) && item.entry.class == 0;
            let osteopath = self.word(last) == b"do"
                && rest >= 2
                && (segment.len() == 1 && place > 0 || self.is_dotted(last))
                && !self.items.iter().any(eastern);
            // `NADIA PROKOP, B.A.`: Ba and Ma are names, but not behind a comma and a whole name.
            let bachelor = is_bachelor(self.word(last))
                && rest >= 2
                && segment.len() == 1
                && place > 0
                && self.items.iter().find(|item| item.is_word()).is_some_and(|first| first.entry.is_given())
                && !self.items.iter().any(eastern);
            if segment.len() >= 2 && rest >= 3 && self.is_certified(segment[segment.len() - 2], last) {
                segment.truncate(segment.len() - 2);
                continue;
            }
            if short || !(post_nominal || title || practice || unknown || osteopath || bachelor) {
                break;
            }
            segment.pop();
        }
    }

    /// `FNP-C`, `PA-C`, `SHRM-CP`: a degree of two parts that a hyphen joins.
    fn is_certified(&self, degree: u8, last: u8) -> bool {
        self.is_hyphened(last)
            && (self.is_degree(degree) && matches!(self.word(last), b"c" | b"bc")
                || tables::word(&[self.word(degree), self.word(last)].concat()).is(tables::POST_NOMINAL))
    }

    /// `SHEIKH ZAFAR I`, `BISHOP JR KEVIN R`: what is a title before two names is the surname before one, whatever initials and
    /// suffixes are there.
    fn is_surname_of_one_name(&self, segment: &[u8]) -> bool {
        let [first, rest @ ..] = segment else { return false };
        let name = |index: &&u8| self.word(**index).len() > 1 && self.item(**index).entry.generation == 0;
        self.item(*first).entry.surname >= SURNAME_IN_USE && rest.iter().filter(name).count() == 1
    }

    /// `PENG, WEI J`, `SENIOR, JESSICA L`: what is a degree, a title or a suffix elsewhere, alone before a comma behind which given
    /// names stand and no surname, where people have it.
    pub(super) fn is_surname_before_comma(&self, segments: &[Items]) -> bool {
        let [before, behind, ..] = segments else { return false };
        let ([only], Some((first, rest))) = (before.as_slice(), behind.split_first()) else { return false };
        let given = |index: &u8| self.word(*index).len() == 1 || self.clearly_given(*index);
        may_be_surname(self.word(*only), self.item(*only).entry.surname)
            && !self.is_plain_suffix(*only)
            && self.item(*first).entry.given > 0
            && self.item(*first).entry.given >= self.item(*first).entry.surname
            && self.item(*first).entry.class & (tables::HONORIFIC | tables::POST_NOMINAL) == 0
            && rest.iter().all(given)
    }

    /// `HERR ROSALIND`, `KUMARI PRIYA M`: a title in front of a given name alone is a surname, where people have it.
    fn is_surname_before_given(&self, segment: &[u8], others: usize) -> bool {
        let [first, given, behind @ ..] = segment else { return false };
        others == 0
            && may_be_surname(self.word(*first), self.item(*first).entry.surname)
            && self.clearly_given(*given)
            && behind.iter().all(|&index| self.word(index).len() == 1)
    }

    /// `JUAN M PENG`, `ROSALIND K SENIOR`: what is a degree, a title or a suffix behind a whole name is the surname of one that has no
    /// other, where people have it.
    fn is_surname_behind_given(&self, segment: &[u8]) -> bool {
        let [given, initials @ .., last] = segment else { return false };
        let (first, entry) = (self.item(*given).entry, self.item(*last).entry);
        // `JESSICA LYNN PENG`; John Henry Senior may have a son.
        let name = |index: u8| {
            let middle = self.item(index).entry;
            entry.generation == 0 && middle.is_given() && middle.given >= middle.surname
        };
        !initials.is_empty()
            && initials.iter().all(|&index| self.word(index).len() == 1 || name(index))
            && self.word(*given).len() > 1
            && first.given >= first.surname
            && entry.surname >= SURNAME_IN_USE
            && !self.is_plain_suffix(*last)
    }

    /// `QUIST NORA V`: the surname stands in front, so that an initial ends the name.
    fn ends_with_given(&self, segment: &[u8]) -> bool {
        let [first, .., given, _] = segment else { return false };
        let entry = self.item(*first).entry;
        self.clearly_given(*given) && entry.surname > entry.given && !entry.is_given()
    }

    /// Whether a word inside a segment is a title and nothing else: VICKERS MS MARGUERITE.
    fn is_inner_title(&self, index: u8) -> bool {
        let entry = self.item(index).entry;
        entry.is(tables::HONORIFIC) && !entry.is(tables::AMBIGUOUS) && !entry.is_name()
    }
}

/// Whether a title that so many people have as their surname (log2) may be one in front of a given name: `HERR ROSALIND`.
pub(super) fn may_be_surname(title: &[u8], surname: u8) -> bool {
    title.len() >= SHORTEST_TITLED_SURNAME && title != b"miss" && surname >= SURNAME_IN_USE
}

/// Letters of the shortest title that is met as a surname: Herr, Dame. Nobody writes his surname `DR`.
const SHORTEST_TITLED_SURNAME: usize = 4;
