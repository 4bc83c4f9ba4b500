//! One against many with a minimum: the comparison stops as soon as the mean can no longer reach it.
//!
//! Fields are compared from the cheapest to the dearest, and what is not compared yet counts 100 at most, so that what is
//! left out is certain to be below the minimum; what is not left out is compared in full, as by [`Record::compare`].

use crate::calibration::owner::MISSING;
use crate::evidence::Field;
use crate::matcher::{FieldResult, Results, weight};
use crate::privacy::redacted_debug;
use crate::record::{Part, Record};
use crate::{Address, Email, Name, Phone};

/// The fields in the order in which they are compared: the cheapest first (`cargo bench`, `compare_one_against_many`).
const ORDER: [Field; 4] = [Field::Phone, Field::Email, Field::Name, Field::Address];

/// The highest score that a field can have.
const HIGHEST: u32 = 100;

/// Records to be searched, one after the other, stored by columns: what is compared first lies close together, and the
/// rest of a record that falls below the minimum is never touched.
///
/// A candidate is named by its place, from 0, in the order in which it was added. The answers are those of comparing the
/// given side with every candidate by [`Record::compare`] and asking [`Results::mean`].
///
/// ```
/// use ownership_match::{AccountOwner, Candidates, MatchOptions, OwnerInformation, Record};
/// let options = MatchOptions::default();
/// let owner = |name: &str, phone: &str| {
///     let owner = AccountOwner { name: Some(name.into()), phone: Some(phone.into()), ..Default::default() };
///     Record::of_owner(&owner, &options)
/// };
/// let candidates: Candidates =
///     [owner("THOMAS QUILL", "646-717-0199"), owner("ROSEN, JENNIFER", "212-555-5555")].into_iter().collect();
///
/// let given = OwnerInformation { name: Some("Jenny Rosen".into()), phone: Some("+12125555555".into()), ..Default::default() };
/// let given = Record::of_given(&given, &options);
/// let best = candidates.best(&given, 70.0).expect("one of them fits");
/// assert_eq!((best.place, best.results.mean()), (1, Some(90.0)));
/// assert_eq!(candidates.at_least(&given, 70.0).count(), 1);
/// assert_eq!(candidates.at_least(&given, 0.0).count(), 2);
/// ```
#[derive(Clone, Default)]
pub struct Candidates {
    names: Vec<Part<Name>>,
    emails: Vec<Part<Email>>,
    phones: Vec<Part<Phone>>,
    addresses: Vec<Part<Address>>,
}

redacted_debug!(Candidates);

/// A candidate that reaches the minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Candidate {
    /// Its place among the candidates, from 0.
    pub place: usize,
    /// The results of its fields, as [`Record::compare`] gives them.
    pub results: Results,
}

impl Candidates {
    /// None yet.
    #[must_use]
    pub fn new() -> Candidates {
        Candidates::default()
    }

    /// None yet, with room for as many.
    #[must_use]
    pub fn with_capacity(records: usize) -> Candidates {
        Candidates {
            names: Vec::with_capacity(records),
            emails: Vec::with_capacity(records),
            phones: Vec::with_capacity(records),
            addresses: Vec::with_capacity(records),
        }
    }

    /// Adds a record, and says at which place it stands.
    pub fn push(&mut self, record: Record) -> usize {
        let place = self.len();
        let Record { name, email, phone, address } = record;
        self.names.push(name);
        self.emails.push(email);
        self.phones.push(phone);
        self.addresses.push(address);
        place
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Compares the given side with the candidate at a place; `None` where there is none.
    #[must_use]
    pub fn compare(&self, given: &Record, place: usize) -> Option<Results> {
        (place < self.len()).then(|| {
            let mut results = Results::default();
            Field::ALL.into_iter().for_each(|field| results.set(field, self.side(place).compare(given, field)));
            results
        })
    }

    /// All candidates whose mean is the minimum or more (0 to 100), in the order of their places.
    ///
    /// None where nothing is given: there is no mean then.
    pub fn at_least<'a>(&'a self, given: &'a Record, minimum: f64) -> impl Iterator<Item = Candidate> + 'a {
        let stated = Stated::of(given);
        (0..self.len()).filter_map(move |place| {
            let results = stated.compare(self.side(place), |whole| stated.reaches(whole, minimum))?;
            Some(Candidate { place, results })
        })
    }

    /// The candidate who fits best as a whole, where its mean is the minimum or more (0 to 100). Who that is, is decided as
    /// among the owners of an account: ties go to the higher name, address, phone, email, then to the earlier place.
    ///
    /// The minimum rises with the best candidate so far, so that this compares less than [`at_least`](Candidates::at_least).
    #[must_use]
    pub fn best(&self, given: &Record, minimum: f64) -> Option<Candidate> {
        let stated = Stated::of(given);
        let mut best: Option<(u32, Candidate)> = None;
        for place in 0..self.len() {
            let reaches =
                |whole| stated.reaches(whole, minimum) && best.as_ref().is_none_or(|(held, _)| whole >= *held);
            if let Some(results) = stated.compare(self.side(place), reaches) {
                if best.as_ref().is_none_or(|(_, held)| results.rank() > held.results.rank()) {
                    best = Some((results.whole(), Candidate { place, results }));
                }
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    fn side(&self, place: usize) -> Side<'_> {
        Side {
            name: &self.names[place],
            email: &self.emails[place],
            phone: &self.phones[place],
            address: &self.addresses[place],
        }
    }
}

impl Extend<Record> for Candidates {
    fn extend<I: IntoIterator<Item = Record>>(&mut self, records: I) {
        for record in records {
            self.push(record);
        }
    }
}

impl FromIterator<Record> for Candidates {
    fn from_iter<I: IntoIterator<Item = Record>>(records: I) -> Candidates {
        let mut candidates = Candidates::new();
        candidates.extend(records);
        candidates
    }
}

/// Compares with one record, where its mean is the minimum or more.
pub(crate) fn compare_at_least(given: &Record, owner: &Record, minimum: f64) -> Option<Results> {
    let stated = Stated::of(given);
    let Record { name, email, phone, address } = owner;
    stated.compare(Side { name, email, phone, address }, |whole| stated.reaches(whole, minimum))
}

/// The parts of the other side, wherever they are stored.
#[derive(Clone, Copy)]
struct Side<'a> {
    name: &'a Part<Name>,
    email: &'a Part<Email>,
    phone: &'a Part<Phone>,
    address: &'a Part<Address>,
}

impl Side<'_> {
    fn compare(self, given: &Record, field: Field) -> Option<FieldResult> {
        match field {
            Field::Name => given.name.compare(self.name, Name::compare),
            Field::Email => given.email.compare(self.email, Email::compare),
            Field::Phone => given.phone.compare(self.phone, Phone::compare),
            Field::Address => given.address.compare(self.address, Address::compare),
        }
    }
}

/// The given side, and how much of its fields weighs what.
struct Stated<'a> {
    given: &'a Record,
    weights: u32,
}

impl<'a> Stated<'a> {
    fn of(given: &'a Record) -> Stated<'a> {
        Stated { given, weights: given.compare_with_none().weight() }
    }

    /// Whether the mean of a whole is the minimum or more: the very division of [`Results::mean`], which never falls when the
    /// whole rises, so that a bound that does not reach the minimum leaves out nothing that does. 0 of 0 is no number, and
    /// reaches nothing.
    fn reaches(&self, whole: u32, minimum: f64) -> bool {
        f64::from(whole) / f64::from(self.weights) >= minimum
    }

    /// Compares field by field; `None` as soon as the most that the whole can still become is not enough.
    fn compare(&self, owner: Side<'_>, is_enough: impl Fn(u32) -> bool) -> Option<Results> {
        let mut most = HIGHEST * self.weights;
        let mut results = Results::default();
        for field in ORDER {
            if !is_enough(most) {
                return None;
            }
            let Some(result) = owner.compare(self.given, field) else { continue };
            let score = result.match_score().map_or(MISSING, |score| u32::from(score.get()));
            most -= weight(field) * (HIGHEST - score);
            results.set(field, Some(result));
        }
        is_enough(most).then_some(results)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_for_every_field() {
        let Candidates { names, emails, phones, addresses } = Candidates::with_capacity(7);
        let room = [names.capacity(), emails.capacity(), phones.capacity(), addresses.capacity()];
        assert!(room.iter().all(|&records| records >= 7), "{room:?}");
    }
}
