//! Emails are wiped when they are dropped.

use super::Rare;
use super::mailbox::Mailbox;
use zeroize::Zeroize;

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.wipe();
    }
}

impl Drop for Rare {
    fn drop(&mut self) {
        self.cut.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use crate::Email;

    #[test]
    fn a_wiped_mailbox_holds_no_letter() {
        for raw in ["jenny.rosen+bank@mail.example.co.uk", "jénny@bücher.de", "call me, please"] {
            let mut email = Email::parse(raw).expect("an email");
            assert!(!email.address().replace('@', "").is_empty());
            email.first.wipe();
            let left: Vec<u8> = email.address().bytes().filter(|byte| !matches!(byte, 0 | b'@')).collect();
            assert!(left.is_empty(), "{raw}: {left:?}");
        }
    }
}
