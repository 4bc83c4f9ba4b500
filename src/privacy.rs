//! Personal data never reaches a log by accident: `Debug` of whatever holds it prints the type and nothing else.
//!
//! With the feature `zeroize` the prepared values (names, emails, phones, addresses, and so records) overwrite their buffers
//! when they are dropped (`src/<field>/wipe.rs`). That costs about 120 ns for a record of four fields, 0.18 of a
//! `strsim::jaro_winkler` on the two names of a pair, on every record that is dropped: too much for a portfolio of millions
//! that nobody can read the memory of, so it is off by default. It reaches what a value holds when it is dropped. It does not
//! reach copies that moving a value leaves on the stack, buffers that grew while a value was read, or the caller's own texts.

/// Implements `Debug` as the bare type name for types that hold personal data.
macro_rules! redacted_debug {
    ($($type:ident),+) => {$(
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(stringify!($type)).finish_non_exhaustive()
            }
        }
    )+};
}

pub(crate) use redacted_debug;

/// Overwrites the letters of a text, and the whole room that it has within its value: what grew out of it has left its
/// beginning there.
#[cfg(feature = "zeroize")]
pub(crate) fn wipe_text<const ROOM: usize>(text: &mut smallvec::SmallVec<[u8; ROOM]>) {
    use zeroize::Zeroize;
    text.as_mut_slice().zeroize();
    *text = smallvec::SmallVec::from([0; ROOM]);
    // Once more, in a way that the compiler may not leave out of what is dropped next.
    text.as_mut_slice().zeroize();
}
