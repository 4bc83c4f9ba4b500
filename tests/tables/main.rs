//! Makes the generated tables of `src/tables` from the files under `data/`, and checks that they are fresh.
//!
//! `UPDATE_TABLES=1 cargo test --test tables` writes them.

mod address;
mod address_roles;
mod documented;
mod email;
mod name;
mod phone;
mod support;
