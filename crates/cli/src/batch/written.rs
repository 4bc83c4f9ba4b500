//! The results of a row as JSON, written as they are: keys, bands and codes hold nothing that JSON escapes, and `serde_json` looks
//! at each of their letters, which is a fifth of all work of a line.

use ownership_match::{FieldResult, Results};

/// Writes the results of the four fields in the order of the documented input.
pub(crate) fn write_results(results: &Results, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"name\":");
    write_field(results.name, out);
    out.extend_from_slice(b",\"email\":");
    write_field(results.email, out);
    out.extend_from_slice(b",\"phone\":");
    write_field(results.phone, out);
    out.extend_from_slice(b",\"address\":");
    write_field(results.address, out);
    out.push(b'}');
}

fn write_field(result: Option<FieldResult>, out: &mut Vec<u8>) {
    let Some(result) = result else { return out.extend_from_slice(b"null") };
    out.extend_from_slice(b"{\"match_score\":");
    write_number(result.match_score().map(|score| usize::from(score.get())), out);
    out.extend_from_slice(if result.missing_data() { b",\"missing_data\":true" } else { b",\"missing_data\":false" });
    let Some(comparison) = result.comparison() else {
        return out.extend_from_slice(b",\"interpretation\":null,\"reasons\":[]}");
    };
    out.extend_from_slice(b",\"interpretation\":\"");
    out.extend_from_slice(comparison.interpretation().code().as_bytes());
    out.extend_from_slice(b"\",\"reasons\":[");
    let mut between = false;
    for code in comparison.reasons.codes() {
        out.extend_from_slice(if between { b",\"" } else { b"\"" });
        out.extend_from_slice(code.as_bytes());
        out.push(b'"');
        between = true;
    }
    out.extend_from_slice(b"]}");
}

/// Writes a number in decimal digits, and nothing as `null`.
pub(crate) fn write_number(number: Option<usize>, out: &mut Vec<u8>) {
    let Some(number) = number else { return out.extend_from_slice(b"null") };
    if number >= 10 {
        write_number(Some(number / 10), out);
    }
    out.push(b'0' + (number % 10) as u8);
}
