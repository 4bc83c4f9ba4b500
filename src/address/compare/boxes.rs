//! How the post office boxes and routes of two addresses stand to each other.

use crate::address::Address;

/// How the boxes of two addresses stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Boxes {
    None,
    Same,
    Different,
    OneSide,
    /// One box is the same, and one side has another as well.
    SharedOneMore,
    /// One box is the same, and each side has another as well.
    SharedOther,
}

impl Boxes {
    pub(super) fn of(a: &Address, b: &Address) -> Boxes {
        // A second box stands behind a first.
        if a.delivery.is_none() && b.delivery.is_none() {
            return Boxes::None;
        }
        let counts = (a.deliveries().count(), b.deliveries().count());
        if counts.0 == 0 || counts.1 == 0 {
            return if counts == (0, 0) { Boxes::None } else { Boxes::OneSide };
        }
        let shared = a.deliveries().filter(|of| b.deliveries().any(|with| a.has_same_box(of, b, with))).count();
        match shared {
            0 => Boxes::Different,
            shared if shared == counts.0 && shared == counts.1 => Boxes::Same,
            shared if shared == counts.0.min(counts.1) => Boxes::SharedOneMore,
            _ => Boxes::SharedOther,
        }
    }
}
