//! Legal forms of several words at the end of the name of a business: `LIMITED LIABILITY COMPANY`, `A DELAWARE CORPORATION`.

use super::Item;
use super::tokens::{Token, Tokens};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// Forms that are spelled out, the longer before those that end like them, and the word of the tables that means the same.
const SPELLED_OUT: [(&[&str], &[u8]); 35] = [
    (&["professional", "limited", "liability", "company"], b"pllc"),
    (&["limited", "liability", "limited", "partnership"], b"lllp"),
    (&["limited", "liability", "company"], b"llc"),
    (&["limited", "liability", "co"], b"llc"),
    (&["limited", "liability", "partnership"], b"llp"),
    (&["ltd", "liability", "company"], b"llc"),
    (&["ltd", "liability", "co"], b"llc"),
    (&["ltd", "liability", "partnership"], b"llp"),
    (&["limited", "partnership"], b"lp"),
    (&["ltd", "partnership"], b"lp"),
    (&["public", "limited", "company"], b"plc"),
    (&["limited", "company"], b"ltd"),
    (&["general", "partnership"], b"gp"),
    (&["professional", "corporation"], b"pc"),
    (&["professional", "association"], b"pa"),
    (&["gesellschaft", "mit", "beschrankter", "haftung"], b"gmbh"),
    (&["spolka", "z", "o", "o"], b"zoo"),
    (&["spolka", "z", "ograniczona", "odpowiedzialnoscia"], b"zoo"),
    (&["spolka", "z", "oo"], b"zoo"),
    (&["sp", "z", "oo"], b"zoo"),
    (&["sp", "z", "o", "o"], b"zoo"),
    (&["s", "de", "rl"], b"srl"),
    (&["s", "de", "r", "l"], b"srl"),
    (&["kabushiki", "kaisha"], b"kk"),
    (&["kabushiki", "gaisha"], b"kk"),
    (&["godo", "kaisha"], b"gk"),
    (&["besloten", "vennootschap"], b"bv"),
    (&["naamloze", "vennootschap"], b"nv"),
    (&["sociedad", "anonima"], b"sa"),
    (&["sociedad", "limitada"], b"sl"),
    (&["societe", "anonyme"], b"sa"),
    (&["societe", "a", "responsabilite", "limitee"], b"sarl"),
    (&["societa", "per", "azioni"], b"spa"),
    (&["societa", "a", "responsabilita", "limitata"], b"srl"),
    (&["capital", "variable"], b"cv"),
];

/// The states whose law a firm may be of: those of one word, and the two words of the others.
const STATES: [&[u8]; 40] = [
    b"alabama",
    b"alaska",
    b"arizona",
    b"arkansas",
    b"california",
    b"colorado",
    b"connecticut",
    b"delaware",
    b"florida",
    b"georgia",
    b"hawaii",
    b"idaho",
    b"illinois",
    b"indiana",
    b"iowa",
    b"kansas",
    b"kentucky",
    b"louisiana",
    b"maine",
    b"maryland",
    b"massachusetts",
    b"michigan",
    b"minnesota",
    b"mississippi",
    b"missouri",
    b"montana",
    b"nebraska",
    b"nevada",
    b"ohio",
    b"oklahoma",
    b"oregon",
    b"pennsylvania",
    b"tennessee",
    b"texas",
    b"utah",
    b"vermont",
    b"virginia",
    b"washington",
    b"wisconsin",
    b"wyoming",
];
const NEW: [&[u8]; 4] = [b"york", b"jersey", b"mexico", b"hampshire"];
const NORTH_OR_SOUTH: [&[u8]; 2] = [b"carolina", b"dakota"];

/// Puts the short word of a form in the place of the form that is spelled out, and leaves out under which law it is.
pub(super) fn join_spelled_out(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let mut end = items.len();
    let mut spelled_out = false;
    // `SOCIEDAD ANONIMA DE CAPITAL VARIABLE` are two.
    for _ in 0..3 {
        while items[..end].last().is_some_and(|last| {
            last.entry.is(tables::LEGAL) && !is_last_of_form(tokens.word(last.token))
                || tokens.word(last.token) == b"de"
        }) {
            end -= 1;
        }
        let Some(&last) = items[..end].last() else { break };
        if !is_last_of_form(tokens.word(last.token)) {
            break;
        }
        let found = SPELLED_OUT.iter().find_map(|(words, short)| {
            let from = end.checked_sub(words.len()).filter(|&from| from > 0)?;
            let spelled =
                items[from..end].iter().zip(*words).all(|(item, word)| tokens.word(item.token) == word.as_bytes());
            spelled.then_some((from, *short))
        });
        let Some((from, short)) = found else { break };
        spelled_out = true;
        items[from].entry = tables::word(short);
        items.drain(from + 1..end);
        end = from;
    }
    drop_state(tokens, items, spelled_out);
}

/// Whether a form that is spelled out may end with a word.
fn is_last_of_form(word: &[u8]) -> bool {
    matches!(
        word,
        b"company"
            | b"co"
            | b"partnership"
            | b"corporation"
            | b"association"
            | b"haftung"
            | b"o"
            | b"oo"
            | b"rl"
            | b"l"
            | b"kaisha"
            | b"gaisha"
            | b"odpowiedzialnoscia"
            | b"vennootschap"
            | b"anonima"
            | b"limitada"
            | b"anonyme"
            | b"limitee"
            | b"azioni"
            | b"limitata"
            | b"variable"
    )
}

/// `OAK MILL, A LIMITED LIABILITY COMPANY`, `OAK MILL LLC, A DELAWARE LIMITED LIABILITY COMPANY`, as deeds have it: what the name
/// ends with before it stands there twice. An article without a comma, a form before it, or a state and a form that is spelled out
/// is a part of the name: Vitamin A LLC, Jose A Sa.
fn drop_state(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>, spelled_out: bool) {
    let Some(last) = items.len().checked_sub(1) else { return };
    if !items[last].entry.is(tables::LEGAL) {
        return;
    }
    let word = |at: usize| tokens.word(items[at].token);
    let state = |from: usize, to: usize| match to - from {
        0 => true,
        1 => STATES.contains(&word(from)),
        2 => match word(from) {
            b"new" => NEW.contains(&word(from + 1)),
            b"north" | b"south" => NORTH_OR_SOUTH.contains(&word(from + 1)),
            b"rhode" => word(from + 1) == b"island",
            b"west" => word(from + 1) == b"virginia",
            _ => false,
        },
        _ => false,
    };
    let article = |at: usize| at >= 1 && matches!(word(at), b"a" | b"an");
    let Some(at) = (1..=3).filter_map(|back| last.checked_sub(back)).find(|&at| article(at) && state(at + 1, last))
    else {
        return;
    };
    let before = items[..at].iter().rposition(Item::is_word);
    let twice = before.is_some_and(|before| before > 0 && items[before].entry.is(tables::LEGAL));
    let parted = matches!(items[at - 1].token, Token::Comma);
    if !(twice || parted || spelled_out && at + 1 < last) {
        return;
    }
    items.drain(at..if twice { items.len() } else { last });
}
