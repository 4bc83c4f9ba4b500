//! How the post office boxes and routes of two addresses stand to each other.

use crate::address::{Address, Delivery};

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
            0 if a.deliveries().any(|of| b.deliveries().any(|with| is_part_of_site((a, of), (b, with)))) => {
                Boxes::SharedOneMore
            }
            0 => Boxes::Different,
            shared if shared == counts.0 && shared == counts.1 => Boxes::Same,
            shared if shared == counts.0.min(counts.1) => Boxes::SharedOneMore,
            _ => Boxes::SharedOther,
        }
    }
}

/// `SITE 12 BOX 8 RR 1` and `BOX 8 RR 1`, or `SITE 12 BOX 8`: whether one names a part of the other, where boxes stand at sites.
fn is_part_of_site((a, of): (&Address, &Delivery), (b, with): (&Address, &Delivery)) -> bool {
    let (x, y) = (a.written(of.number), b.written(with.number));
    let (p, q) = (a.written(of.route), b.written(with.route));
    let box_of = |number: &[u8]| number.iter().position(|&byte| byte == b'-');
    let same_box = match (box_of(x), box_of(y)) {
        (Some(_), Some(_)) => x == y,
        (Some(at), None) => &x[at + 1..] == y,
        (None, Some(at)) => &y[at + 1..] == x,
        (None, None) => false,
    };
    of.kind == with.kind && same_box && (p == q || p.is_empty() || q.is_empty())
}
