//! The person of a plain name, and the surname that stands before its comma.

use crate::name::sketch::Sketch;
use crate::name::word::Word;
use crate::name::{Name, PartyKind, PartySlot, Role, UNSTATED};

/// Puts the words before a comma behind the others.
pub(super) fn put_behind(name: &mut Name, ahead: usize) {
    let Some(front) = name.words.get(ahead).copied() else { return };
    let (letters, links) = (front.start, front.first_link);
    let (all_letters, all_links) = (name.text.len() as u16, name.links.len() as u16);
    name.text.rotate_left(usize::from(letters));
    name.links.rotate_left(usize::from(links));
    name.words.rotate_left(ahead);
    let parted = name.words.len() - ahead;
    for word in &mut name.words[..parted] {
        (word.start, word.first_link) = (word.start - letters, word.first_link - links);
    }
    for word in &mut name.words[parted..] {
        (word.start, word.first_link) = (word.start + all_letters - letters, word.first_link + all_links - links);
    }
}

/// A person: the words, how many stand before them, where a comma says that the surname starts, and the suffix.
#[inline(always)]
pub(super) fn slot(words: &[Word], first: usize, stated: Option<usize>, generation: u8) -> PartySlot {
    PartySlot {
        first: first as u8,
        count: words.len() as u8,
        aliases: 0,
        surname: stated.map_or(UNSTATED, |start| start as u8),
        kind: PartyKind::Person,
        role: Role::Owner,
        generation,
        legal: 0,
        alternative: false,
        sketch: Sketch::of(words),
    }
}
