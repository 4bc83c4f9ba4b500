//! What is read of one side of a match: its four fields, each given or not, and readable or not.

use crate::address::Address;
use crate::email::Email;
use crate::evidence::{Comparison, Field};
use crate::explain::Alignment;
use crate::matcher::{FieldResult, MatchOptions, Results};
use crate::name::Name;
use crate::owner::{AccountOwner, OwnerInformation, PostalAddress, given};
use crate::phone::Phone;
use crate::privacy::redacted_debug;

/// One field of one side: nothing where it is absent or blank, and no value where it is given, but only a placeholder such as
/// `N/A` or `000-000-0000`: missing data. This takes no more room than the value, which is read in its place: moving it costs as
/// much as looking up a word.
#[derive(Clone)]
pub(crate) struct Part<T>(Option<Option<T>>);

impl<T> Part<T> {
    /// Not a constant: that would be copied as a whole.
    #[inline(always)]
    pub(crate) fn not_given() -> Part<T> {
        Part(None)
    }

    /// Where the value of a field that is given is read.
    #[inline(always)]
    fn place(&mut self) -> &mut Option<T> {
        self.0.insert(None)
    }

    fn value(&self) -> Option<&T> {
        self.0.as_ref()?.as_ref()
    }

    pub(crate) fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// The result beside an account without owners.
    pub(crate) fn missing(&self) -> Option<FieldResult> {
        self.is_given().then_some(FieldResult::Missing)
    }

    /// The result beside the field of an owner; `None` where it is not given.
    #[inline]
    pub(crate) fn compare(&self, owner: &Part<T>, compare: fn(&T, &T) -> Comparison) -> Option<FieldResult> {
        let mut result = None;
        self.compare_into(owner, compare, &mut result);
        result
    }

    /// The same, written where it is kept.
    #[inline(always)]
    fn compare_into(&self, owner: &Part<T>, compare: fn(&T, &T) -> Comparison, result: &mut Option<FieldResult>) {
        match (&self.0, &owner.0) {
            (None, _) => {}
            (Some(Some(given)), Some(Some(owner))) => *result = Some(FieldResult::Compared(compare(given, owner))),
            _ => *result = Some(FieldResult::Missing),
        }
    }

    /// Both sides part beside part, where either can be read.
    fn align(&self, owner: &Part<T>, align: impl Fn(&T, &T) -> Alignment) -> Option<Alignment> {
        match (self.value(), owner.value()) {
            (None, None) => None,
            (Some(given), Some(owner)) => Some(align(given, owner)),
            (Some(given), None) => Some(align(given, given).only_given()),
            (None, Some(owner)) => Some(align(owner, owner).only_owner()),
        }
    }
}

impl Part<Name> {
    #[inline(always)]
    pub(crate) fn read_name(&mut self, text: &Option<String>, options: &MatchOptions) {
        if let Some(text) = given(text) {
            Name::read(self.place(), text, options.aliases());
        }
    }
}

impl Part<Email> {
    #[inline(always)]
    pub(crate) fn read_email(&mut self, text: &Option<String>) {
        if let Some(text) = given(text) {
            *self.place() = Email::parse(text);
        }
    }
}

impl Part<Phone> {
    /// A phone without a country code is read in the country of its own side's address.
    #[inline(always)]
    pub(crate) fn read_phone(&mut self, text: &Option<String>, address: &Part<Address>, options: &MatchOptions) {
        if let Some(text) = given(text) {
            let country = address.value().and_then(Address::country).unwrap_or(options.default_country());
            *self.place() = Phone::parse(text, Some(country));
        }
    }
}

impl Part<Address> {
    /// Reads an address in parts.
    #[inline(always)]
    pub(crate) fn read_parts(&mut self, parts: &Option<PostalAddress>) {
        if let Some(parts) = parts.as_ref().map(PostalAddress::parts).filter(|parts| parts.iter().any(Option::is_some))
        {
            Address::read_parts(self.place(), parts);
        }
    }

    /// Reads the address of an owner: its parts, or else its line.
    #[inline(always)]
    pub(crate) fn read_address(&mut self, owner: &AccountOwner, options: &MatchOptions) {
        self.read_parts(&owner.address);
        if !self.is_given() {
            if let Some(line) = given(&owner.raw_address) {
                Address::read(self.place(), line, Some(options.default_country()));
            }
        }
    }
}

/// One side of a match, read once and ready to be compared many times.
///
/// ```
/// use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, Record};
/// let options = MatchOptions::default();
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..Default::default() };
/// let owner = AccountOwner { name: Some("JENNY ROSEN".to_owned()), ..Default::default() };
/// let results = Record::of_given(&given, &options).compare(&Record::of_owner(&owner, &options));
/// assert_eq!(results.name.and_then(|result| result.match_score()).map(|score| score.get()), Some(100));
/// ```
#[derive(Clone)]
pub struct Record {
    pub(crate) name: Part<Name>,
    pub(crate) email: Part<Email>,
    pub(crate) phone: Part<Phone>,
    pub(crate) address: Part<Address>,
}

/// Many records stay in the caches together: `ci/speed` asks for 768 bytes at most.
#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Record>() <= 768);

redacted_debug!(Record);

impl Record {
    /// Reads the given side.
    // Inlined, as is the other: the record is made where the caller keeps it.
    #[inline(always)]
    #[must_use]
    pub fn of_given(information: &OwnerInformation, options: &MatchOptions) -> Record {
        let mut record = Record::not_given();
        record.address.read_parts(&information.address);
        record.read((&information.name, &information.email, &information.phone), options);
        record
    }

    /// Reads the owner side.
    #[inline(always)]
    #[must_use]
    pub fn of_owner(owner: &AccountOwner, options: &MatchOptions) -> Record {
        let mut record = Record::not_given();
        record.address.read_address(owner, options);
        record.read((&owner.name, &owner.email, &owner.phone), options);
        record
    }

    #[inline(always)]
    fn not_given() -> Record {
        let (name, email) = (Part::not_given(), Part::not_given());
        Record { name, email, phone: Part::not_given(), address: Part::not_given() }
    }

    /// Reads the fields beside the address.
    #[inline(always)]
    fn read(
        &mut self,
        (name, email, phone): (&Option<String>, &Option<String>, &Option<String>),
        options: &MatchOptions,
    ) {
        self.name.read_name(name, options);
        self.email.read_email(email);
        self.phone.read_phone(phone, &self.address, options);
    }

    /// Compares the given side with an owner: a result for every field that the given side states.
    pub fn compare(&self, owner: &Record) -> Results {
        let mut results = Results::default();
        self.name.compare_into(&owner.name, Name::compare, &mut results.name);
        self.email.compare_into(&owner.email, Email::compare, &mut results.email);
        self.phone.compare_into(&owner.phone, Phone::compare, &mut results.phone);
        self.address.compare_into(&owner.address, Address::compare, &mut results.address);
        results
    }

    /// Compares the given side with an owner, where its [mean](Results::mean) is the minimum or more (0 to 100); `None` where
    /// it is less, found as early as possible, or where nothing is given. The results are those of [`compare`](Record::compare).
    ///
    /// The search of many records is [`Candidates`](crate::Candidates).
    ///
    /// ```
    /// use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, Record};
    /// let options = MatchOptions::default();
    /// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..Default::default() };
    /// let owner = AccountOwner { name: Some("JENNIFER ROSEN".to_owned()), ..Default::default() };
    /// let (given, owner) = (Record::of_given(&given, &options), Record::of_owner(&owner, &options));
    /// assert_eq!(given.compare_at_least(&owner, 85.0), Some(given.compare(&owner)));
    /// assert_eq!(given.compare_at_least(&owner, 85.5), None);
    /// ```
    #[must_use]
    pub fn compare_at_least(&self, owner: &Record, minimum: f64) -> Option<Results> {
        crate::candidates::compare_at_least(self, owner, minimum)
    }

    /// Both sides of a field part beside part, `self` as the given one; `None` where neither can be read.
    ///
    /// It shows both values. An explanation that does not is [`Results::explain`].
    ///
    /// ```
    /// use ownership_match::{AccountOwner, Field, MatchOptions, OwnerInformation, Record};
    /// let options = MatchOptions::default();
    /// let given = OwnerInformation { phone: Some("212 555 5555".to_owned()), ..Default::default() };
    /// let owner = AccountOwner { phone: Some("+1 347-555-5555".to_owned()), ..Default::default() };
    /// let (given, owner) = (Record::of_given(&given, &options), Record::of_owner(&owner, &options));
    /// let alignment = given.align(&owner, Field::Phone).expect("both sides have a phone");
    /// assert_eq!(alignment.to_string(), "calling code  +1      = +1\narea code     212     ≠ 347\nnumber        5555555 = 5555555");
    /// ```
    #[must_use]
    pub fn align(&self, owner: &Record, field: Field) -> Option<Alignment> {
        match field {
            Field::Name => self.name.align(&owner.name, Name::align),
            Field::Email => self.email.align(&owner.email, Email::align),
            Field::Phone => self.phone.align(&owner.phone, Phone::align),
            Field::Address => self.address.align(&owner.address, Address::align),
        }
    }

    /// The results when the account has no owners: everything that is given is missing on the other side.
    pub(crate) fn compare_with_none(&self) -> Results {
        Results {
            name: self.name.missing(),
            email: self.email.missing(),
            phone: self.phone.missing(),
            address: self.address.missing(),
        }
    }
}
