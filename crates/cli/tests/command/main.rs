//! The built command: each sub-command with right, wrong, empty and binary input.
//!
//! What a pair scores is the matter of the library's tests; here only equal values have a known score.

mod aliases;
mod any_input;
mod batch;
mod batch_csv;
mod batch_run;
mod compare;
mod examples;
mod explain;
mod match_account;
mod normalize;
mod policy;
mod run;
mod schema;
mod usage;
