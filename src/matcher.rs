//! Owners → the best-fitting owner → the results of its four fields. The only place that combines fields.

use crate::address::Address;
use crate::calibration;
use crate::choice::{Choice, OwnerChoice};
use crate::country::Country;
use crate::email::Email;
use crate::evidence::{Comparison, Field};
use crate::explain::Alignment;
use crate::name::{Aliases, Name};
use crate::owner::{AccountOwner, OwnerInformation, PostalAddress, given};
use crate::phone::Phone;
use crate::privacy::redacted_debug;

/// What a caller can choose about a match.
///
/// ```
/// use ownership_match::{Country, MatchOptions};
/// let options = MatchOptions::default().with_default_country(Country::GB);
/// assert_eq!(options.default_country(), Country::GB);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchOptions {
    default_country: Country,
    aliases: Aliases,
    owner_choice: OwnerChoice,
}

impl MatchOptions {
    /// Reads phones and address lines that name no country in this one. US by default.
    #[must_use]
    pub fn with_default_country(mut self, country: Country) -> MatchOptions {
        self.default_country = country;
        self
    }

    /// What is answered for an account with several owners. The one who fits best as a whole by default.
    #[must_use]
    pub fn with_owner_choice(mut self, choice: OwnerChoice) -> MatchOptions {
        self.owner_choice = choice;
        self
    }

    /// What is answered for an account with several owners.
    #[must_use]
    pub const fn owner_choice(&self) -> OwnerChoice {
        self.owner_choice
    }

    /// The country of phones and address lines that name none.
    #[must_use]
    pub const fn default_country(&self) -> Country {
        self.default_country
    }

    /// Reads the names of both sides with nicknames and other names that the tables do not hold.
    ///
    /// ```
    /// use ownership_match::{Aliases, MatchOptions};
    /// let mut aliases = Aliases::new();
    /// aliases.add_nickname("Bimbo", "Abimbola")?;
    /// let options = MatchOptions::default().with_aliases(aliases);
    /// assert!(!options.aliases().is_empty());
    /// # Ok::<(), ownership_match::AliasError>(())
    /// ```
    #[must_use]
    pub fn with_aliases(mut self, aliases: Aliases) -> MatchOptions {
        self.aliases = aliases;
        self
    }

    /// The nicknames and other names that the caller added.
    #[must_use]
    pub const fn aliases(&self) -> &Aliases {
        &self.aliases
    }
}

/// One field of one side: nothing where it is absent or blank, and no value where it is given, but only a placeholder such as
/// `N/A` or `000-000-0000`: missing data. This takes no more room than the value, which is read in its place: moving it costs as
/// much as looking up a word.
#[derive(Clone)]
pub(crate) struct Part<T>(Option<Option<T>>);

impl<T> Part<T> {
    /// Where the value of a field that is given is read.
    #[inline(always)]
    fn place(&mut self) -> &mut Option<T> {
        self.0.insert(None)
    }

    fn value(&self) -> Option<&T> {
        self.0.as_ref()?.as_ref()
    }

    fn is_given(&self) -> bool {
        self.0.is_some()
    }
}

impl Part<Address> {
    /// Reads the parts of an address; whether any of them is given.
    #[inline(always)]
    fn read_parts(&mut self, parts: &Option<PostalAddress>) -> bool {
        let Some(parts) = parts.as_ref().map(PostalAddress::parts) else { return false };
        let is_given = parts.iter().any(Option::is_some);
        if is_given {
            Address::read_parts(self.place(), parts);
        }
        is_given
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

redacted_debug!(Record);

/// What the given side states, and what was read of it. What is read of a name or an email follows from its text and the options.
type Beside<'a> = (&'a OwnerInformation, &'a Record);

impl Record {
    /// Reads the given side.
    // Inlined, as is the other: the record is made where the caller keeps it.
    #[inline(always)]
    #[must_use]
    pub fn of_given(information: &OwnerInformation, options: &MatchOptions) -> Record {
        let mut record = Record::not_given();
        record.address.read_parts(&information.address);
        record.read((&information.name, &information.email, &information.phone), options, None);
        record
    }

    /// Reads the owner side.
    #[inline(always)]
    #[must_use]
    pub fn of_owner(owner: &AccountOwner, options: &MatchOptions) -> Record {
        Record::of_owner_beside(owner, options, None)
    }

    /// The same beside the given side, which was read with the same options: a bank often has what the customer states, letter by
    /// letter.
    #[inline(always)]
    fn of_owner_beside(owner: &AccountOwner, options: &MatchOptions, beside: Option<Beside<'_>>) -> Record {
        let mut record = Record::not_given();
        if !record.address.read_parts(&owner.address) {
            if let Some(line) = given(&owner.raw_address) {
                Address::read(record.address.place(), line, Some(options.default_country));
            }
        }
        record.read((&owner.name, &owner.email, &owner.phone), options, beside);
        record
    }

    /// Not a constant: that would be copied as a whole.
    #[inline(always)]
    fn not_given() -> Record {
        Record { name: Part(None), email: Part(None), phone: Part(None), address: Part(None) }
    }

    /// Reads the fields beside the address.
    #[inline(always)]
    fn read(
        &mut self,
        (name, email, phone): (&Option<String>, &Option<String>, &Option<String>),
        options: &MatchOptions,
        beside: Option<Beside<'_>>,
    ) {
        if let Some(text) = given(name) {
            match beside.filter(|(stated, _)| stated.name == *name) {
                Some((_, record)) => self.name = record.name.clone(),
                None => Name::read(self.name.place(), text, &options.aliases),
            }
        }
        if let Some(text) = given(email) {
            match beside.filter(|(stated, _)| stated.email == *email) {
                Some((_, record)) => self.email = record.email.clone(),
                None => *self.email.place() = Email::parse(text),
            }
        }
        if let Some(text) = given(phone) {
            // A phone without a country code is read in the country of its own side's address.
            let country = self.address.value().and_then(Address::country).unwrap_or(options.default_country);
            *self.phone.place() = Phone::parse(text, Some(country));
        }
    }

    /// Compares the given side with an owner: a result for every field that the given side states.
    pub fn compare(&self, owner: &Record) -> Results {
        Results {
            name: compare_field(&self.name, &owner.name, Name::compare),
            email: compare_field(&self.email, &owner.email, Email::compare),
            phone: compare_field(&self.phone, &owner.phone, Phone::compare),
            address: compare_field(&self.address, &owner.address, Address::compare),
        }
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
            Field::Name => align(&self.name, &owner.name, Name::align),
            Field::Email => align(&self.email, &owner.email, Email::align),
            Field::Phone => align(&self.phone, &owner.phone, Phone::align),
            Field::Address => align(&self.address, &owner.address, Address::align),
        }
    }

    /// The results when the account has no owners: everything that is given is missing on the other side.
    pub(crate) fn compare_with_none(&self) -> Results {
        let missing = |is_given: bool| is_given.then_some(FieldResult::Missing);
        Results {
            name: missing(self.name.is_given()),
            email: missing(self.email.is_given()),
            phone: missing(self.phone.is_given()),
            address: missing(self.address.is_given()),
        }
    }
}

/// The result of one field; `None` where it is not given.
#[inline]
pub(crate) fn compare_field<T>(
    given: &Part<T>,
    owner: &Part<T>,
    compare: fn(&T, &T) -> Comparison,
) -> Option<FieldResult> {
    match (&given.0, &owner.0) {
        (None, _) => None,
        (Some(Some(given)), Some(Some(owner))) => Some(FieldResult::Compared(compare(given, owner))),
        _ => Some(FieldResult::Missing),
    }
}

/// The result of one field that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldResult {
    /// Both sides have the field: a score with its reasons.
    Compared(Comparison),
    /// Given, but missing on the owner side, or a placeholder on either: no score, never 0.
    Missing,
}

impl FieldResult {
    /// The score, or `None` where data is missing.
    #[must_use]
    pub fn match_score(self) -> Option<crate::Score> {
        self.comparison().map(|comparison| comparison.score)
    }

    /// The comparison, or `None` where data is missing.
    #[must_use]
    pub const fn comparison(self) -> Option<Comparison> {
        match self {
            FieldResult::Compared(comparison) => Some(comparison),
            FieldResult::Missing => None,
        }
    }

    /// Whether the field was given but could not be compared.
    #[must_use]
    pub const fn missing_data(self) -> bool {
        matches!(self, FieldResult::Missing)
    }
}

/// The results of the four fields; `None` where the given side did not state the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Results {
    /// Result of the name.
    pub name: Option<FieldResult>,
    /// Result of the email.
    pub email: Option<FieldResult>,
    /// Result of the phone.
    pub phone: Option<FieldResult>,
    /// Result of the address.
    pub address: Option<FieldResult>,
}

impl Results {
    /// The result of a field.
    #[must_use]
    pub const fn field(&self, field: Field) -> Option<FieldResult> {
        match field {
            Field::Name => self.name,
            Field::Email => self.email,
            Field::Phone => self.phone,
            Field::Address => self.address,
        }
    }

    /// How much the given fields weigh together when the owner is chosen.
    pub(crate) fn weight(&self) -> u32 {
        Field::ALL.into_iter().filter(|&field| self.field(field).is_some()).map(weight).sum()
    }

    /// How well the owner fits as a whole: sums of the given fields, weighed, a missing one counted as
    /// [`MISSING`](calibration::owner::MISSING). Every owner has the same given fields, so sums order like means.
    pub(crate) fn whole(&self) -> u32 {
        Field::ALL
            .into_iter()
            .filter_map(|field| {
                let result = self.field(field)?;
                let score = result.match_score().map_or(calibration::owner::MISSING, |score| u32::from(score.get()));
                Some(weight(field) * score)
            })
            .sum()
    }

    /// How well the owner fits as a whole, 0 to 100: the mean over the given fields, name counted twice, a missing field
    /// counted as 50; `None` where nothing is given.
    ///
    /// ```
    /// use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
    /// let given = OwnerInformation { name: Some("Jenny Rosen".into()), phone: Some("+12125555555".into()), ..Default::default() };
    /// let owner = AccountOwner { name: Some("JENNY ROSEN".into()), ..Default::default() };
    /// let mean = match_owners(&given, &[owner], &MatchOptions::default()).results.mean();
    /// assert_eq!(mean, Some((2.0 * 100.0 + 50.0) / 3.0));
    /// ```
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let weights = self.weight();
        (weights > 0).then(|| f64::from(self.whole()) / f64::from(weights))
    }

    /// What decides between owners: the whole, then name, address, phone, email.
    pub(crate) fn rank(&self) -> (u32, [Option<u8>; 4]) {
        let tie_breakers = [self.name, self.address, self.phone, self.email]
            .map(|result| result.and_then(FieldResult::match_score).map(crate::Score::get));
        (self.whole(), tie_breakers)
    }

    pub(crate) fn set(&mut self, field: Field, result: Option<FieldResult>) {
        match field {
            Field::Name => self.name = result,
            Field::Email => self.email = result,
            Field::Phone => self.phone = result,
            Field::Address => self.address = result,
        }
    }
}

/// Aligns what both sides have, or shows the one side that has something.
fn align<T>(given: &Part<T>, owner: &Part<T>, align: impl Fn(&T, &T) -> Alignment) -> Option<Alignment> {
    match (given.value(), owner.value()) {
        (Some(given), Some(owner)) => Some(align(given, owner)),
        (Some(given), None) => Some(align(given, given).only_given()),
        (None, Some(owner)) => Some(align(owner, owner).only_owner()),
        (None, None) => None,
    }
}

/// How much a field weighs when the owner is chosen.
pub(crate) const fn weight(field: Field) -> u32 {
    match field {
        Field::Name => calibration::owner::NAME_WEIGHT,
        Field::Email | Field::Phone | Field::Address => calibration::owner::OTHER_WEIGHT,
    }
}

/// The answer for one customer and the owners of one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[must_use]
pub struct MatchResult {
    /// 0-based index of the owner who fits best as a whole; `None` when the account has no owners.
    pub owner: Option<usize>,
    /// The results of that owner; with [`OwnerChoice::BestPerField`] the best of each field.
    pub results: Results,
    /// How clear the choice of the owner was.
    pub choice: Choice,
    /// Whose result each field has, where it is another owner's than that of `owner`.
    others: [Option<usize>; 4],
}

impl MatchResult {
    /// 0-based index of the owner whose result a field has: [`owner`](MatchResult::owner), unless the best of each field was
    /// asked for and somebody else's is better.
    ///
    /// ```
    /// use ownership_match::{AccountOwner, Field, MatchOptions, OwnerChoice, OwnerInformation, match_owners};
    /// let text = |text: &str| Some(text.to_owned());
    /// let given = OwnerInformation { name: text("Jenny Rosen"), phone: text("+1 212 555 5555"), ..Default::default() };
    /// let owners = [
    ///     AccountOwner { name: text("JENNY ROSEN"), ..Default::default() },
    ///     AccountOwner { name: text("THOMAS QUILL"), phone: text("212-555-5555"), ..Default::default() },
    /// ];
    /// let options = MatchOptions::default().with_owner_choice(OwnerChoice::BestPerField);
    /// let answer = match_owners(&given, &owners, &options);
    /// assert_eq!((answer.owner_of(Field::Name), answer.owner_of(Field::Phone)), (Some(0), Some(1)));
    /// ```
    #[must_use]
    pub fn owner_of(&self, field: Field) -> Option<usize> {
        self.others[field as usize].or(self.owner)
    }
}

/// Scores a customer against the owners of an account: the answer is for the one owner who fits best as a whole.
///
/// As a whole: the mean over the given fields, name counted twice, a missing field counted as 50; ties go to the higher
/// name, address, phone, email, then to the earlier owner. [`MatchResult::choice`] says how clear that was.
///
/// With [`OwnerChoice::BestPerField`] each field has the best result of any owner instead.
pub fn match_owners(given: &OwnerInformation, owners: &[AccountOwner], options: &MatchOptions) -> MatchResult {
    let stated = given;
    let given = Record::of_given(stated, options);
    let nobody = given.compare_with_none();
    let mut choice = Choice::new(nobody.weight());
    let mut best: Option<Results> = None;
    let mut highest: [Option<(FieldResult, usize)>; 4] = [None; 4];
    for (index, owner) in owners.iter().enumerate() {
        let results = given.compare(&Record::of_owner_beside(owner, options, Some((stated, &given))));
        let is_best = best.is_none_or(|held| results.rank() > held.rank());
        choice.take(index, results.whole(), is_best);
        if is_best {
            best = Some(results);
        }
        if options.owner_choice == OwnerChoice::BestPerField {
            for field in Field::ALL {
                let held = &mut highest[field as usize];
                let found = results.field(field).filter(|result| result.match_score().is_some());
                if let Some(found) = found.filter(|found| held.is_none_or(|held| beats(*found, held.0))) {
                    *held = Some((found, index));
                }
            }
        }
    }
    let mut answer = MatchResult { owner: choice.owner(), results: best.unwrap_or(nobody), choice, others: [None; 4] };
    for field in Field::ALL {
        // The owner who fits best as a whole keeps a field in which nobody is better.
        if let Some((found, owner)) = highest[field as usize] {
            if answer.results.field(field).is_none_or(|own| beats(found, own)) {
                answer.results.set(field, Some(found));
                answer.others[field as usize] = Some(owner);
            }
        }
    }
    answer
}

/// Whether a result has the higher score; any score is higher than none.
fn beats(result: FieldResult, held: FieldResult) -> bool {
    result.match_score() > held.match_score()
}
