//! Short keys found by one hash: what is not held, as most words are not, costs one probe.

/// The longest key of any table here; longer text is not looked up.
pub(super) const LONGEST_KEY: usize = 32;

/// Keys with a value each, and the slots that lead to them.
pub(super) struct Index<V: 'static> {
    /// By hash: the position of a row plus one, or 0; a power of two, at least twice as many as rows.
    pub(super) slots: &'static [u16],
    /// The rows.
    pub(super) rows: &'static [(&'static str, V)],
}

impl<V: Copy> Index<V> {
    /// The value of a key.
    pub(super) fn get(&self, key: &[u8]) -> Option<V> {
        self.get_hashed(key, hash(key))
    }

    /// The value of a key whose hash is known.
    pub(super) fn get_hashed(&self, key: &[u8], hash: u32) -> Option<V> {
        if key.len() > LONGEST_KEY {
            return None;
        }
        let mut place = hash as usize;
        // A free slot ends every run.
        loop {
            place &= self.slots.len() - 1;
            let (held, value) = self.rows.get(usize::from(self.slots[place]).checked_sub(1)?)?;
            if held.as_bytes() == key {
                return Some(*value);
            }
            place += 1;
        }
    }
}

/// A hash of the first and the last eight bytes; what they leave open is decided on the key itself.
pub(super) fn hash(key: &[u8]) -> u32 {
    let four = |bytes: &[u8]| u64::from(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
    let eight = |bytes: &[u8]| four(bytes) | four(&bytes[4..]) << 32;
    let (first, last) = match key {
        [] => (0, 0),
        [.., last] if key.len() < 4 => (u64::from(key[0]) | u64::from(key[key.len() / 2]) << 8, u64::from(*last)),
        _ if key.len() < 8 => (four(key), four(&key[key.len() - 4..])),
        _ => (eight(key), eight(&key[key.len() - 8..])),
    };
    let mixed = (first ^ (key.len() as u64) << 59).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ last;
    (mixed.wrapping_mul(0xff51_afd7_ed55_8ccd) >> 32) as u32
}
