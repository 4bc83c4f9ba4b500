//! What stands in place of a street or has a number of its own: boxes, rural and numbered routes.

use super::lex::{DIGITS, Gap, Lexer, MIXED, ROUTE};
use super::street::{Delivery, DeliveryKind, Reader};
use crate::tables::address::{self as tables, Word};

impl Reader<'_> {
    /// PO boxes, rural routes, boxes of the armed forces, general delivery.
    pub(super) fn delivery(&mut self) {
        let mut at = 0;
        while at < self.area.len() {
            if self.is_numeric(at) {
                at += 1;
                continue;
            }
            let kind_and_width = match (self.text(at), self.text(at + 1), self.text(at + 2)) {
                ("po" | "gpo", "box" | "drawer", _) | ("caixa", "postal", _) | ("casella", "postale", _) => {
                    Some((DeliveryKind::PoBox, 2))
                }
                ("p", "o", "box") | ("post", "office" | "ofc", "box") | ("apartado", "de", "correos") => {
                    Some((DeliveryKind::PoBox, 3))
                }
                ("p", "box", _) | ("apartado", "postal", _) | ("locked", "bag", _) | ("private", "bag", _) => {
                    Some((DeliveryKind::PoBox, 2))
                }
                ("pobox" | "pob" | "postfach" | "apartado" | "postbus" | "lockbox", _, _) => {
                    Some((DeliveryKind::PoBox, 1))
                }
                ("box" | "drawer" | "caller", _, _) if at == 0 => Some((DeliveryKind::PoBox, 1)),
                ("bp", _, _) if at == 0 || self.area[at].gap == Gap::Comma => Some((DeliveryKind::PoBox, 1)),
                // `1201 RR 620`: a ranch road of Texas.
                ("rr", _, _) if self.is_ranch_road(at) => None,
                ("rr" | "rfd", _, _) => Some((DeliveryKind::RuralRoute, 1)),
                ("rural", "route", _) | ("rural", "delivery", _) => Some((DeliveryKind::RuralRoute, 2)),
                ("road", _, _) if at == 0 => Some((DeliveryKind::RuralRoute, 1)),
                ("hc" | "hcr", _, _) => Some((DeliveryKind::HighwayContract, 1)),
                ("star" | "highway", "route" | "contract", _)
                    if self.is_numeric(at + 2) && self.text(at + 3) == "box" =>
                {
                    Some((DeliveryKind::HighwayContract, 2))
                }
                ("star", "route", _) => Some((DeliveryKind::HighwayContract, 2)),
                ("psc" | "cmr", _, _) => Some((DeliveryKind::Military, 1)),
                ("unit", _, "box") => Some((DeliveryKind::Military, 1)),
                ("general" | "gen", "delivery", _) => {
                    self.street.delivery = Some(Delivery { kind: DeliveryKind::General, route: None, number: None });
                    self.take(at, at + 2);
                    continue;
                }
                _ => None,
            };
            let Some((kind, width)) = kind_and_width else {
                at += 1;
                continue;
            };
            let mut end = at + width;
            if self.text(end) == "#" || self.text(end) == "no" {
                end += 1;
            }
            let single = self.area.get(end).is_some_and(|lexeme| self.ends.lexer.text(lexeme).len() == 1);
            if !(self.is_numeric(end) || single && kind == DeliveryKind::PoBox) {
                at += 1;
                continue;
            }
            let first = self.area[end];
            end += 1;
            let mut delivery = Delivery { kind, route: None, number: Some(first) };
            if kind != DeliveryKind::PoBox {
                delivery = Delivery { kind, route: Some(first), number: None };
                if self.text(end) == "box" && self.is_numeric(end + 1) {
                    delivery.number = Some(self.area[end + 1]);
                    end += 2;
                }
            }
            if self.street.delivery.is_none() {
                self.street.delivery = Some(delivery);
            }
            self.take(at, end);
        }
    }

    /// Whether `RR` at a place stands behind a house number, in Texas, without a box.
    fn is_ranch_road(&self, at: usize) -> bool {
        at > 0
            && self.is_numeric(at - 1)
            && self.is(at + 1, DIGITS)
            && self.text(at + 2) != "box"
            && tables::region_code(self.ends.region) == Some(("US", "tx"))
    }

    /// Numbered routes: `US HWY 41`, `COUNTY ROAD 12`, `SR 39`, `I-10`. Kind and number become words of the street.
    pub(super) fn routes(&mut self) {
        let mut at = 0;
        while at < self.area.len() {
            if self.is_numeric(at) {
                at += 1;
                continue;
            }
            let (written, width) = match (self.text(at), self.text(at + 1)) {
                ("us", "highway" | "route") => ("ushwy", 2),
                ("county" | "co", "road" | "route" | "highway") => ("cr", 2),
                ("state" | "street", "route" | "road" | "highway") if self.is(at + 2, DIGITS) => ("sr", 2),
                ("ranch", "road") => ("rm", 2),
                ("rr" | "rm", _) if self.is_ranch_road(at) => ("rm", 1),
                // `NC HIGHWAY 54`
                (state, "highway" | "route")
                    if at > 0
                        && self.is_numeric(at - 1)
                        && self.is(at + 2, DIGITS)
                        && state.len() == 2
                        && tables::region_of("US", state).is_some() =>
                {
                    ("sr", 2)
                }
                ("us", _) => ("ushwy", 1),
                ("cr" | "cord", _) => ("cr", 1),
                ("sr" | "sh", _) => ("sr", 1),
                ("i" | "interstate" | "ih", _) => ("interstate", 1),
                // `TX-16`
                (state, _)
                    if at > 0
                        && self.is_numeric(at - 1)
                        && self.is(at + 1, DIGITS)
                        && self.area[at + 1].gap == Gap::Hyphen
                        && state.len() == 2
                        && tables::region_of("US", state).is_some() =>
                {
                    ("sr", 1)
                }
                // `3928 VERMONT 122`, `300 NC 54`: the road of the state that the address lies in.
                (state, _)
                    if at == 1
                        && self.is_numeric(0)
                        && self.is(2, DIGITS)
                        && self.text(2).len() <= 3
                        && self.ends.region != 0
                        && tables::region_of("US", state) == Some(self.ends.region) =>
                {
                    ("sr", 1)
                }
                ("fm", _) => ("fm", 1),
                ("highway", _) => ("highway", 1),
                ("route", _) => ("route", 1),
                _ => {
                    at += 1;
                    continue;
                }
            };
            let number = at + width;
            if self.is(number, DIGITS | MIXED) && self.area[number].gap <= Gap::Hyphen {
                let gap = self.area[at].gap;
                self.area.drain(at..at + width - 1);
                self.area[at] = Lexer::table(written, gap, ROUTE | Word::SUFFIX);
                self.area[at + 1].classes = self.area[at + 1].classes & !MIXED | DIGITS | ROUTE;
                self.area[at + 1].gap = Gap::Blank;
                at += 1;
            }
            at += 1;
        }
    }
}
