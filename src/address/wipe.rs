//! Addresses are wiped when they are dropped.

use super::Address;
use super::number::HouseNumber;
use super::postcode::Postcode;
use crate::address::compare::outline::Names;
use zeroize::{DefaultIsZeroes, Zeroize};

impl DefaultIsZeroes for HouseNumber {}
impl DefaultIsZeroes for Postcode {}
impl DefaultIsZeroes for Names {}

impl Address {
    /// Overwrites the spelling of everything, the numbers, the hashes and the letters of the words. What remains says how many
    /// words there were, and which country and region.
    fn wipe(&mut self) {
        crate::privacy::wipe_text(&mut self.text);
        self.number.zeroize();
        self.postcode.zeroize();
        if let Some(more) = &mut self.more {
            more.cut_word.zeroize();
        }
        self.names.zeroize();
        for token in &mut self.tokens {
            token.hash.zeroize();
            token.letters.zeroize();
        }
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // Further readings are addresses themselves.
        self.wipe();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wiped_address_holds_no_letter() {
        for raw in [
            "354 Oyster Point Blvd Fl 1, South San Francisco, CA 94080-1234",
            "Lindenstr. 48, 50674 Koeln",
            "PO Box 12 Reno NV",
        ] {
            let mut address = Address::parse(raw, None).expect("an address");
            assert!(!address.text.is_empty());
            address.wipe();
            assert!(address.text.iter().all(|&byte| byte == 0), "{raw}");
            assert!(!address.text.spilled() && address.text.len() == address.text.inline_size(), "all of its room");
            assert!(address.postcode.is_empty() && !address.number.is_some());
            assert!(address.tokens.iter().all(|token| token.hash == 0 && token.letters == 0));
        }
    }
}
