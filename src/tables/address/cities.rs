//! The places of the United States and the first three digits of their ZIP codes (GeoNames, CC BY 4.0).
//!
//! A name is kept as a bucket, a tag of 16 bits and a prefix: 150 KB instead of 300. A run of words that is no place is
//! taken for one in the right three digits once in millions of look-ups, and then only makes a city likelier to begin there.

use super::CityFit;

/// Where the entries of each bucket begin, then the entries: tag and prefix. All little-endian.
static CITIES: [u8; include_bytes!("cities.bin").len()] = *include_bytes!("cities.bin");

const BUCKETS: usize = 1 << 14;

/// Where the entries of a bucket begin and where they end.
#[inline(always)]
fn range(bucket: usize) -> (usize, usize) {
    let bytes = CITIES.get(bucket * 2..).and_then(<[u8]>::first_chunk);
    bytes.map_or((0, 0), |&[a, b, c, d]| (u16::from_le_bytes([a, b]).into(), u16::from_le_bytes([c, d]).into()))
}

/// How a name fits the first digits of a ZIP code, or a state. The upper bits of its hash choose the bucket, those below are
/// the tag.
#[inline(always)]
pub(super) fn fit(hash: u64, prefix: Option<u16>, state: u16) -> CityFit {
    let bucket = (hash >> 50) as usize;
    let tag = (hash >> 34) as u16;
    let entries = (BUCKETS + 1) * 2;
    let (from, to) = range(bucket);
    let mut fit = CityFit::Unknown;
    for entry in CITIES.get(entries + from * 4..entries + to * 4).unwrap_or_default().chunks_exact(4) {
        let &[low, high, of_low, of_high] = entry else { break };
        // Most names are no place.
        if u16::from_le_bytes([low, high]) != tag {
            continue;
        }
        let found = u16::from_le_bytes([of_low, of_high]);
        if prefix == Some(found) {
            return CityFit::Zip;
        }
        if super::zip_region(found) == Some(state) {
            fit = CityFit::State;
        }
    }
    fit
}

#[cfg(test)]
mod tests {
    use super::super::{NO_CITY, city_hash, hash};
    use super::*;

    #[test]
    fn places_fit_their_zip_code_and_their_state() {
        let california = super::super::region_of("US", "ca").expect("a state");
        let fit = |name: &str, prefix: Option<u16>| {
            let words = name.split_whitespace().rev();
            fit(words.fold(NO_CITY, |rest, word| city_hash(rest, hash(word.as_bytes()) as u32)), prefix, california)
        };
        assert_eq!(fit("s san francisco", Some(940)), CityFit::Zip);
        assert_eq!(fit("s san francisco", Some(900)), CityFit::State);
        assert_eq!(fit("san francisco", None), CityFit::State);
        assert_eq!(fit("boulevard south", Some(940)), CityFit::Unknown);
        assert_eq!(fit("", None), CityFit::Unknown);
    }
}
