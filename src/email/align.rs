//! Two emails part beside part.

use super::Email;
use super::mailbox::Mailbox;
use crate::evidence::{Evidence, Field};
use crate::explain::{Alignment, Part};

/// Aligns the pair of mailboxes that compares best.
pub(super) fn align(a: &Email, b: &Email) -> Alignment {
    let alone = |mailbox: &Mailbox| Email { first: mailbox.clone(), rare: None };
    let mut best: Option<(crate::Comparison, Email, Email)> = None;
    for left in a.mailboxes() {
        for right in b.mailboxes() {
            let (left, right) = (alone(left), alone(right));
            let comparison = left.compare(&right);
            if best.as_ref().is_none_or(|(held, ..)| comparison.score > held.score) {
                best = Some((comparison, left, right));
            }
        }
    }
    let mut alignment = Alignment::new(Field::Email);
    let Some((comparison, a, b)) = best else { return alignment };
    let text = |email: &Email, of: fn(&Email) -> &str| Some(of(email).to_owned());
    let tag = |email: &Email| email.tag().map(str::to_owned);
    if !a.is_readable() || !b.is_readable() {
        // A text that holds no mailbox has no parts.
        let whole = |email: &Email| if email.is_readable() { email.address() } else { email.local().to_owned() };
        alignment.push(Part::Whole, Some(whole(&a)), Some(whole(&b)));
        return alignment;
    }
    // Where the names are the same by the rules of one provider, they are shown by those rules.
    let same =
        comparison.reasons.contains(Evidence::EmailSameLocal) || comparison.reasons.contains(Evidence::EmailExact);
    let owner = if same { &a } else { &b };
    alignment.push(Part::Mailbox, text(&a, Email::local), text(owner, Email::local));
    alignment.push(Part::Tag, tag(&a), tag(&b));
    alignment.push(Part::Domain, text(&a, Email::domain), text(&b, Email::domain));
    alignment
}
