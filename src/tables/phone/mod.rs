//! Tables of the phone comparator.
