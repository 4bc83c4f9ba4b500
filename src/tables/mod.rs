//! Generated tables, one per file under `data/`, and their typed look-ups. `tests/tables` makes and checks them.

pub(crate) mod address;
mod beginnings;
pub(crate) mod documented;
pub(crate) mod email;
pub(crate) mod name;
pub(crate) mod phone;
