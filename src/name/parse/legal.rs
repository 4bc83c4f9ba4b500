//! Legal forms of several words at the end of the name of a business: `LIMITED LIABILITY COMPANY`, `A DELAWARE CORPORATION`; and
//! what registers that sort by the name put behind it.

use super::Item;
use super::tokens::{Token, Tokens};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// Words of an article and the longest state, `DISTRICT OF COLUMBIA`, that is met before a form.
const MOST_WORDS: usize = 4;

/// `BAKERSFIELD, CITY OF`, `COPPER KETTLE, THE`: puts what stands behind a name in front, where it belongs.
pub(super) fn turn_front(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let word = |item: &Item| tokens.word(item.token);
    let comma = |item: Option<&Item>| item.is_some_and(|item| item.token == Token::Comma);
    let behind = match items.as_slice() {
        [.., place, of]
            if word(of) == b"of"
                && matches!(word(place), b"city" | b"town" | b"township" | b"village" | b"borough" | b"county") =>
        {
            2
        }
        [.., before, the] if word(the) == b"the" && before.token == Token::Comma => 1,
        _ => return,
    };
    let end = items.len() - behind;
    let name = end - usize::from(comma(items[..end].last()));
    // Nothing else stands there: several words of a firm may go on with a name that was cut.
    let firm = |item: &Item| item.entry.shows_firm();
    let whole = (1..=MOST_WORDS).contains(&name) && items[..name].iter().all(|item| item.is_word() && !item.aside);
    let place = behind == 1 || !items[..name].iter().any(firm);
    // `NORA QUIST, THE` may go on with her trust.
    let person = behind == 1 && name > 1 && items[0].entry.is_clearly_given() && !items[..name].iter().any(firm);
    if whole && place && !person {
        items.rotate_right(behind);
        items.truncate(name + behind);
    }
}

/// Puts the short word of a form in the place of the form that is spelled out, and leaves out under which law it is.
pub(super) fn join_spelled_out(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let mut end = items.len();
    let mut spelled_out = false;
    // `SOCIEDAD ANONIMA DE CAPITAL VARIABLE` are two.
    for _ in 0..3 {
        while items[..end].last().is_some_and(|last| {
            last.entry.is(tables::LEGAL) && !tables::ends_form(tokens.word(last.token))
                || tokens.word(last.token) == b"de"
        }) {
            end -= 1;
        }
        let Some(&last) = items[..end].last() else { break };
        if !tables::ends_form(tokens.word(last.token)) {
            break;
        }
        let found = tables::spelled_out_forms().iter().find_map(|(words, short)| {
            let from = end.checked_sub(words.len()).filter(|&from| from > 0)?;
            let spelled = items[from..end].iter().map(|item| tokens.word(item.token)).eq(words.iter().copied());
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

/// `OAK MILL, A LIMITED LIABILITY COMPANY`, `OAK MILL LLC, A DELAWARE LIMITED LIABILITY COMPANY`, as deeds have it: what the name
/// ends with before it stands there twice. An article without a comma, a form before it, or a state and a form that is spelled out
/// is a part of the name: Vitamin A LLC, Jose A Sa.
fn drop_state(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>, spelled_out: bool) {
    let Some(last) = items.len().checked_sub(1) else { return };
    if !items[last].entry.is(tables::LEGAL) {
        return;
    }
    let word = |at: usize| tokens.word(items[at].token);
    let state = |from: usize, to: usize| {
        from == to || tables::us_states().iter().any(|state| (from..to).map(word).eq(state.iter().copied()))
    };
    let article = |at: usize| at >= 1 && matches!(word(at), b"a" | b"an");
    let Some(at) =
        (1..=MOST_WORDS).filter_map(|back| last.checked_sub(back)).find(|&at| article(at) && state(at + 1, last))
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
