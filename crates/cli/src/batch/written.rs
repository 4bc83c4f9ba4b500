//! The results of a row as JSON, written as they are: keys, bands and codes hold nothing that JSON escapes, and `serde_json` looks
//! at each of their letters, which is a fifth of all work of a line.

use ownership_match::{CALIBRATION, FieldResult, MatchResult, Results};

/// Writes the line of a scored row: its id and, where it passes through, its input, both as JSON already.
pub(crate) fn write_line(id: &[u8], result: &MatchResult, input: Option<&[u8]>, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(id);
    out.extend_from_slice(b",\"owner\":");
    write_number(result.owner, out);
    out.extend_from_slice(b",\"results\":");
    write_results(&result.results, out);
    out.extend_from_slice(b",\"calibration\":\"");
    out.extend_from_slice(CALIBRATION.as_bytes());
    out.push(b'"');
    if let Some(input) = input {
        out.extend_from_slice(b",\"input\":");
        out.extend_from_slice(input);
    }
    out.extend_from_slice(b"}\n");
}

/// Writes the results of the four fields in the order of the documented input.
fn write_results(results: &Results, out: &mut Vec<u8>) {
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
fn write_number(number: Option<usize>, out: &mut Vec<u8>) {
    let Some(number) = number else { return out.extend_from_slice(b"null") };
    if number >= 10 {
        write_number(Some(number / 10), out);
    }
    out.push(b'0' + (number % 10) as u8);
}
