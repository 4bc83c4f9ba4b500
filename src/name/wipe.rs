//! Names are wiped when they are dropped.

use super::Name;
use zeroize::Zeroize;

impl Name {
    /// Overwrites the letters, and what was looked up about them.
    fn wipe(&mut self) {
        crate::privacy::wipe_text(&mut self.text);
        self.links.0.as_mut_slice().zeroize();
        if let Some(beside) = &mut self.beside {
            beside.original.zeroize();
            beside.unread.zeroize();
            beside.whole.zeroize();
            beside.number.zeroize();
            beside.which.zeroize();
        }
        for slot in &mut self.parties {
            slot.sketch.sounds.zeroize();
        }
        for word in &mut self.words {
            word.letters.zeroize();
            word.kin.zeroize();
            word.hint.zeroize();
            word.second.zeroize();
            word.meaning.zeroize();
        }
    }
}

impl Drop for Name {
    fn drop(&mut self) {
        self.wipe();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wiped_name_holds_no_letter() {
        for raw in [
            "Jenny Jane Rosen",
            "ПЕТР ИВАНОВ",
            "陳大文",
            "John Smith or Mary Jones and Anna Bell and Otto Kern and Ida Voss",
        ] {
            let mut name = Name::parse(raw).expect("a name");
            assert!(!name.text.is_empty());
            name.wipe();
            assert!(!name.text.spilled() && name.text.len() == name.text.inline_size(), "all of its room");
            assert!(name.text.iter().all(|&byte| byte == 0), "{raw}");
            assert!(name.original().unwrap_or_default().bytes().all(|byte| byte == 0));
            assert!(name.words.iter().all(|word| word.letters == 0 && word.kin == 0));
            assert!(name.parties.iter().all(|slot| slot.sketch.sounds == 0));
        }
    }
}
