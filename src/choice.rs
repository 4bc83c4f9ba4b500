//! How the answer is chosen among several owners, and how clear the choice was.

use crate::calibration::owner as points;
use crate::decision::Mean;
use core::fmt;

/// What is answered for an account with several owners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OwnerChoice {
    /// The results of the one owner who fits best as a whole.
    #[default]
    BestAsAWhole,
    /// For each field the best result of any owner. The scores may belong to different people, so they say that each value
    /// is known to the account, and not that one owner has them all.
    BestPerField,
}

/// How clear the choice of the owner was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Clarity {
    /// The account has no owners.
    NoOwner,
    /// The account has one owner.
    OnlyOwner,
    /// Another owner fits exactly as well as a whole; a tie-break decided.
    Tied,
    /// Another owner fits almost as well: less than ten points behind, the width of the narrowest band below the top.
    Close,
    /// Every other owner is ten points behind or more.
    Clear,
}

impl Clarity {
    /// The stable code: `no_owner`, `only_owner`, `tied`, `close`, `clear`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Clarity::NoOwner => "no_owner",
            Clarity::OnlyOwner => "only_owner",
            Clarity::Tied => "tied",
            Clarity::Close => "close",
            Clarity::Clear => "clear",
        }
    }
}

/// The owner who fits best as a whole, and how far behind the next one is. `Display` says it in words.
///
/// ```
/// use ownership_match::{AccountOwner, Clarity, MatchOptions, OwnerInformation, match_owners};
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..Default::default() };
/// let owner = |name: &str| AccountOwner { name: Some(name.to_owned()), ..Default::default() };
/// let answer = match_owners(&given, &[owner("JENNY ROSEN"), owner("JENNIFER ROSEN")], &MatchOptions::default());
/// assert_eq!(answer.choice.clarity(), Clarity::Clear);
/// assert_eq!(answer.choice.runner_up(), Some(1));
/// assert_eq!(answer.choice.lead().map(|lead| lead.to_string()).as_deref(), Some("15"));
/// assert_eq!(answer.choice.to_string(), "owner 1 of 2 fits best, 15 points ahead of owner 2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    best: Option<Candidate>,
    runner_up: Option<Candidate>,
    /// How many owners there are.
    owners: usize,
    /// The sum of the weights of the given fields, by which `whole` is divided.
    weight: u32,
}

/// An owner with the sum that says how well they fit as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Candidate {
    owner: usize,
    whole: u32,
}

impl Choice {
    /// Nobody yet.
    pub(crate) const fn new(weight: u32) -> Choice {
        Choice { best: None, runner_up: None, owners: 0, weight }
    }

    /// Takes an owner into account; `is_best` says that they take the place of the best one so far.
    pub(crate) fn take(&mut self, owner: usize, whole: u32, is_best: bool) {
        let candidate = Some(Candidate { owner, whole });
        self.owners += 1;
        if is_best {
            self.runner_up = self.best;
            self.best = candidate;
        } else if self.runner_up.is_none_or(|held| whole > held.whole) {
            self.runner_up = candidate;
        }
    }

    /// 0-based index of the owner who fits best as a whole; `None` when the account has no owners.
    #[must_use]
    pub fn owner(&self) -> Option<usize> {
        self.best.map(|best| best.owner)
    }

    /// 0-based index of the owner who comes next; `None` when there is no other.
    #[must_use]
    pub fn runner_up(&self) -> Option<usize> {
        self.runner_up.map(|next| next.owner)
    }

    /// How well the best owner fits as a whole: the mean over the given fields, 0 to 100, name counted twice, a missing
    /// field counted as 50.
    #[must_use]
    pub fn whole(&self) -> Option<Mean> {
        self.mean(self.best?.whole)
    }

    /// By how many points of that mean the next owner is behind.
    #[must_use]
    pub fn lead(&self) -> Option<Mean> {
        self.mean(self.best?.whole - self.runner_up?.whole)
    }

    /// How clear the choice was.
    #[must_use]
    pub fn clarity(&self) -> Clarity {
        match (self.best, self.lead()) {
            (None, _) => Clarity::NoOwner,
            (Some(_), Some(lead)) if lead.reaches(points::CLEAR) => Clarity::Clear,
            (Some(_), Some(lead)) if lead.sum > 0 => Clarity::Close,
            (Some(_), Some(_)) => Clarity::Tied,
            // With nothing given there is no mean, and nothing that tells owners apart.
            (Some(_), None) if self.runner_up.is_some() => Clarity::Tied,
            (Some(_), None) => Clarity::OnlyOwner,
        }
    }

    fn mean(&self, sum: u32) -> Option<Mean> {
        (self.weight > 0).then_some(Mean { sum, weight: self.weight })
    }
}

impl fmt::Display for Choice {
    /// Owners are counted from 1.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(best) = self.best else { return f.write_str("there is no owner to compare with") };
        let (best, owners) = (best.owner + 1, self.owners);
        let next = self.runner_up.map_or(0, |next| next.owner + 1);
        match self.lead().filter(|lead| lead.sum > 0) {
            Some(lead) => write!(f, "owner {best} of {owners} fits best, {lead} points ahead of owner {next}"),
            None if next > 0 => write!(f, "owner {best} of {owners} fits best, no better than owner {next} as a whole"),
            None => f.write_str("the account has one owner"),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Choice {
    /// `{"clarity", "runner_up", "lead"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut object = serializer.serialize_struct("Choice", 3)?;
        object.serialize_field("clarity", self.clarity().code())?;
        object.serialize_field("runner_up", &self.runner_up())?;
        object.serialize_field("lead", &self.lead())?;
        object.end()
    }
}
