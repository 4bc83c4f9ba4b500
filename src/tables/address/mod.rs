//! Tables of the address comparator.
