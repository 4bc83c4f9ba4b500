//! Owners → the best-fitting owner → the results of its four fields. The only place that combines fields.

use crate::address::Address;
use crate::calibration;
use crate::choice::{Choice, OwnerChoice};
use crate::country::Country;
use crate::email::Email;
use crate::evidence::{Comparison, Field};
use crate::name::{Aliases, Name};
use crate::owner::{AccountOwner, OwnerInformation};
use crate::phone::Phone;
use crate::record::Part;
use smallvec::SmallVec;

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
    let (all, nobody) = compare_all(given, owners, options);
    let mut choice = Choice::new(nobody.weight());
    let mut best: Option<Results> = None;
    let mut highest: [Option<(FieldResult, usize)>; 4] = [None; 4];
    for (index, results) in all.into_iter().enumerate() {
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

/// The results of all owners, and those of an account without any. One field after the other and not one owner after the other: the
/// code that reads a field is as large as what a processor keeps at hand, and serves both sides while it is there.
fn compare_all(
    given: &OwnerInformation,
    owners: &[AccountOwner],
    options: &MatchOptions,
) -> (SmallVec<[Results; 1]>, Results) {
    let mut all = SmallVec::<[Results; 1]>::from_elem(Results::default(), owners.len());
    let mut nobody = Results::default();
    compare_places(given, owners, options, &mut all, &mut nobody);
    let read_name = |part: &mut Part<Name>, text: &Option<String>| part.read_name(text, options);
    let names = owners.iter().map(|owner| &owner.name);
    nobody.name = compare_texts(&given.name, names, read_name, Name::compare, |at, result| all[at].name = result);
    let emails = owners.iter().map(|owner| &owner.email);
    nobody.email =
        compare_texts(&given.email, emails, Part::read_email, Email::compare, |at, result| all[at].email = result);
    (all, nobody)
}

/// Addresses and phones: a phone without a country code is read in the country of its own side's address.
fn compare_places(
    given: &OwnerInformation,
    owners: &[AccountOwner],
    options: &MatchOptions,
    all: &mut [Results],
    nobody: &mut Results,
) {
    let (mut address, mut phone) = (Part::not_given(), Part::not_given());
    address.read_parts(&given.address);
    phone.read_phone(&given.phone, &address, options);
    (nobody.address, nobody.phone) = (address.missing(), phone.missing());
    if !address.is_given() && !phone.is_given() {
        return;
    }
    for (owner, results) in owners.iter().zip(all) {
        let (mut other, mut number) = (Part::not_given(), Part::not_given());
        other.read_address(owner, options);
        results.address = address.compare(&other, Address::compare);
        if phone.is_given() {
            number.read_phone(&owner.phone, &other, options);
            results.phone = phone.compare(&number, Phone::compare);
        }
    }
}

/// A field whose value follows from its text and the options. Gives the result beside an account without owners.
#[inline]
fn compare_texts<'t, T>(
    text: &Option<String>,
    texts: impl Iterator<Item = &'t Option<String>>,
    read: impl Fn(&mut Part<T>, &Option<String>),
    compare: fn(&T, &T) -> Comparison,
    mut take: impl FnMut(usize, Option<FieldResult>),
) -> Option<FieldResult> {
    let mut given = Part::not_given();
    read(&mut given, text);
    if given.is_given() {
        for (at, other) in texts.enumerate() {
            // A bank often has what the customer states, letter by letter.
            if other == text {
                take(at, given.compare(&given, compare));
                continue;
            }
            let mut owner = Part::not_given();
            read(&mut owner, other);
            take(at, given.compare(&owner, compare));
        }
    }
    given.missing()
}

/// Whether a result has the higher score; any score is higher than none.
fn beats(result: FieldResult, held: FieldResult) -> bool {
    result.match_score() > held.match_score()
}
