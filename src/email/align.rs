//! Two emails part beside part.

use super::Email;
use super::mailbox::Mailbox;
use crate::evidence::Field;
use crate::explain::{Alignment, Part};

/// Aligns the pair of mailboxes that compares best.
pub(super) fn align(a: &Email, b: &Email) -> Alignment {
    let alone = |mailbox: &Mailbox| Email { first: mailbox.clone(), rare: None };
    let mut best: Option<(crate::Score, Email, Email)> = None;
    for left in a.mailboxes() {
        for right in b.mailboxes() {
            let (left, right) = (alone(left), alone(right));
            let score = left.compare(&right).score;
            if best.as_ref().is_none_or(|(held, ..)| score > *held) {
                best = Some((score, left, right));
            }
        }
    }
    let mut alignment = Alignment::new(Field::Email);
    let Some((_, a, b)) = best else { return alignment };
    let text = |email: &Email, of: fn(&Email) -> &str| Some(of(email).to_owned());
    let tag = |email: &Email| email.tag().map(str::to_owned);
    if !a.is_readable() || !b.is_readable() {
        // A text that holds no mailbox has no parts.
        let whole = |email: &Email| if email.is_readable() { email.address() } else { email.local().to_owned() };
        alignment.push(Part::Whole, Some(whole(&a)), Some(whole(&b)));
        return alignment;
    }
    alignment.push(Part::Mailbox, text(&a, Email::local), text(&b, Email::local));
    alignment.push(Part::Tag, tag(&a), tag(&b));
    alignment.push(Part::Domain, text(&a, Email::domain), text(&b, Email::domain));
    alignment
}
