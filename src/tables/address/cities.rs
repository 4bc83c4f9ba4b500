//! The places of the United States and the first three digits of their ZIP codes (GeoNames, CC BY 4.0).
//!
//! A name is kept as a bucket, a tag of 16 bits and a prefix: 150 KB instead of 300. A run of words that is no place is
//! taken for one in the right three digits once in millions of look-ups, and then only makes a city likelier to begin there.

use super::CityFit;

/// Where the entries of each bucket begin, then the entries: tag and prefix. All little-endian.
static CITIES: &[u8] = include_bytes!("cities.bin");

const BUCKETS: usize = 1 << 14;

/// FNV-1a, with its bits mixed once more: the upper bits choose the bucket, those below are the tag.
fn hash(name: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in name {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn start(bucket: usize) -> usize {
    CITIES.get(bucket * 2..bucket * 2 + 2).map_or(0, |bytes| usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
}

/// How a name in the words of addresses fits the first digits of a ZIP code, or a state.
pub(super) fn fit(name: &[u8], prefix: Option<u16>, state: u16) -> CityFit {
    let hash = hash(name);
    let bucket = (hash >> 50) as usize;
    let tag = ((hash >> 34) as u16).to_le_bytes();
    let entries = (BUCKETS + 1) * 2;
    let held = CITIES.get(entries + start(bucket) * 4..entries + start(bucket + 1) * 4).unwrap_or_default();
    let mut fit = CityFit::Unknown;
    for entry in held.chunks_exact(4).filter(|entry| entry[..2] == tag) {
        let of = u16::from_le_bytes([entry[2], entry[3]]);
        if prefix == Some(of) {
            return CityFit::Zip;
        }
        if super::zip_region(of) == Some(state) {
            fit = CityFit::State;
        }
    }
    fit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_fit_their_zip_code_and_their_state() {
        let california = super::super::region_of("US", "ca").expect("a state");
        assert_eq!(fit(b"s san francisco", Some(940), california), CityFit::Zip);
        assert_eq!(fit(b"s san francisco", Some(900), california), CityFit::State);
        assert_eq!(fit(b"san francisco", None, california), CityFit::State);
        assert_eq!(fit(b"boulevard south", Some(940), california), CityFit::Unknown);
        assert_eq!(fit(b"", None, california), CityFit::Unknown);
    }
}
