//! Phones are wiped when they are dropped.

use super::digits::Digits;
use super::number::Number;
use super::{Phone, Rest};
use zeroize::{DefaultIsZeroes, Zeroize};

impl DefaultIsZeroes for Digits {}
impl DefaultIsZeroes for Number {}

impl Drop for Phone {
    fn drop(&mut self) {
        self.first.zeroize();
    }
}

impl Drop for Rest {
    fn drop(&mut self) {
        self.others.as_mut_slice().zeroize();
        self.text.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wiped_number_holds_no_digit() {
        let mut phone = Phone::parse("+1 212 555 5555 x12", None).expect("a phone");
        assert!(!phone.national_number().is_empty());
        phone.first.zeroize();
        assert_eq!((phone.national_number(), phone.extension(), phone.calling_code()), (String::new(), None, None));
        assert!(phone.first.typed.is_empty());
    }
}
