//! Emails are wiped when they are dropped.

use super::Rare;
use super::distant::Sketch;
use super::mailbox::Mailbox;
use zeroize::{DefaultIsZeroes, Zeroize};

impl DefaultIsZeroes for Sketch {}

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

    /// Dropping a list drops what is in it, and not what stood behind its end before.
    #[test]
    fn no_mailbox_is_left_behind_the_end_of_a_list() {
        for raw in ["a@example.com; zyx@example.org", "a@b.co, z@b.co, k@b.co, k@b.co", "z@b.co; a@b.co; m@b.co"] {
            let email = Email::parse(raw).expect("an email");
            let others = &email.rare.as_ref().expect("several mailboxes").others;
            assert!(!others.is_empty());
            assert_eq!(others.capacity(), others.len(), "{raw}");
        }
    }

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
