//! Generator of the tables of `src/tables/address`.
