//! Scores customers against the owners of bank accounts, from the command line.

fn main() {}
