//! Personal data never reaches a log by accident: `Debug` of whatever holds it prints the type and nothing else.

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
