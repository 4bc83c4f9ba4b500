//! Tables of the name comparator.
