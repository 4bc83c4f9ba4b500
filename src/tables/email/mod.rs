//! Tables of the email comparator.
