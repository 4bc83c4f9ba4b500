//! What is wrong with a piece of JSON, in words that quote none of it.

use crate::Ending;
use serde::Deserialize;
use serde_json::error::Category;

/// What is wrong, and where. Values are never quoted: they may be personal data.
pub(crate) struct Problem {
    /// The stable code: `invalid_utf8`, `invalid_json`, `not_an_object`, `invalid_type`, `invalid_value`,
    /// `duplicate_key`, `line_too_long`, `nothing_given`, and for CSV `wrong_columns`, `open_quote`; `internal_error`.
    pub(crate) code: &'static str,
    /// A sentence without its full stop.
    pub(crate) message: String,
    /// The path of the key to blame, such as `owners[0].phone`.
    pub(crate) field: Option<String>,
    /// The line within the document, from 1, where it is known.
    pub(crate) line: Option<usize>,
}

impl Problem {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Problem {
        Problem { code, message: message.into(), field: None, line: None }
    }

    pub(crate) fn at_field(mut self, field: impl Into<String>) -> Problem {
        self.field = Some(field.into());
        self
    }

    /// The problem as a sentence for standard error: the file, the line and the field before the message.
    pub(crate) fn told_of(&self, file: &str) -> String {
        let line = self.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let field = self.field.as_deref().map(|field| format!(", field {field}")).unwrap_or_default();
        format!("{file}{line}{field}: {}", self.message)
    }
}

/// The lines of a file that could not be read: how many, and the first of them.
pub(crate) struct BadLines {
    file: String,
    all: u64,
    bad: u64,
    first: Option<String>,
}

impl BadLines {
    /// No bad lines yet.
    pub(crate) fn of(file: String) -> BadLines {
        BadLines { file, all: 0, bad: 0, first: None }
    }

    /// Counts a line.
    pub(crate) fn count(&mut self) {
        self.all += 1;
    }

    /// Counts a line that was counted as a bad one too.
    pub(crate) fn add(&mut self, line: u64, problem: &mut Problem) {
        self.bad += 1;
        // Within a line, the line of its JSON is always the first.
        problem.line = usize::try_from(line).ok();
        if self.first.is_none() {
            self.first = Some(problem.told_of(&self.file));
        }
    }

    /// How the run ends.
    pub(crate) fn ending(self) -> Ending {
        if self.bad == 0 { Ending::Good } else { Ending::BadLines(self.told()) }
    }

    /// The bad lines as a sentence for standard error.
    fn told(&self) -> String {
        let first = self.first.as_deref().unwrap_or(&self.file);
        format!("{first} ({} of {} lines could not be read)", self.bad, self.all)
    }
}

/// Reads a JSON object.
pub(crate) fn parse<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Problem> {
    let text = core::str::from_utf8(bytes).map_err(|error| {
        let mut problem = Problem::new("invalid_utf8", format!("not UTF-8 from byte {} on", error.valid_up_to() + 1));
        problem.line = Some(line_of(bytes, error.valid_up_to()));
        problem
    })?;
    if text.trim_ascii().is_empty() {
        return Err(Problem::new("invalid_json", "not JSON: there is nothing in it"));
    }
    if !text.trim_ascii_start().starts_with('{') {
        return Err(match serde_json::from_str::<serde::de::IgnoredAny>(text) {
            Ok(_) => Problem::new("not_an_object", "not a JSON object"),
            Err(error) => invalid_json(&error),
        });
    }
    // The path of a key is tracked only once something is known to be wrong.
    serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => wrong_data(&error, path_of::<T>(text)),
        Category::Io | Category::Syntax | Category::Eof => invalid_json(&error),
    })
}

/// Removes the byte order mark that some editors put before UTF-8.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn line_of(bytes: &[u8], position: usize) -> usize {
    1 + bytes[..position].iter().filter(|&&byte| byte == b'\n').count()
}

fn path_of<'de, T: Deserialize<'de>>(text: &'de str) -> Option<String> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let error = serde_path_to_error::deserialize::<_, T>(&mut deserializer).err()?;
    let path = error.path().to_string();
    (path != ".").then_some(path)
}

fn invalid_json(error: &serde_json::Error) -> Problem {
    let what = match error {
        error if error.is_eof() => "it ends too early",
        // The bound of the reader, which keeps hostile text from the stack.
        error if error.to_string().starts_with("recursion limit exceeded") => "lists and objects nested too deeply",
        _ => "a syntax error",
    };
    let mut problem = Problem::new("invalid_json", format!("not JSON: {what} at column {}", error.column()));
    problem.line = Some(error.line());
    problem
}

/// What serde says of a value, without the value: `invalid type: string "Jenny", expected a boolean` quotes it.
fn wrong_data(error: &serde_json::Error, field: Option<String>) -> Problem {
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    // What is expected comes from this program and stands last, so nothing of the value is behind its comma.
    let expected = said.rsplit_once(", expected ").map(|(_, expected)| expected);
    let mut problem = if let (Some(rest), Some(expected)) = (said.strip_prefix("invalid type: "), expected) {
        let found = rest.split(['`', '"', ',']).next().unwrap_or_default().trim_end();
        Problem::new("invalid_type", format!("{} where {} belongs", kind(found), kind(expected)))
    } else if let (true, Some(expected)) = (said.starts_with("invalid value: "), expected) {
        Problem::new("invalid_value", format!("a value that does not belong there, expected {}", kind(expected)))
    } else if let Some(key) = said.strip_prefix("duplicate field `").and_then(|rest| rest.strip_suffix('`')) {
        // Only keys that are read can be there twice, so the name of one is that of a field.
        let around = field.map(|around| format!("{around}.")).unwrap_or_default();
        let mut problem = Problem::new("duplicate_key", "a key stands twice").at_field(format!("{around}{key}"));
        problem.line = Some(error.line());
        return problem;
    } else {
        Problem::new("invalid_value", "a value that cannot be read")
    };
    problem.field = field;
    problem.line = Some(error.line());
    problem
}

/// serde's word for a kind of value → JSON's.
fn kind(word: &str) -> &str {
    match word {
        "string" | "a string" | "a borrowed string" | "str" => "a text",
        "integer" | "floating point" | "number" => "a number",
        "i64" => "a whole number",
        "u8" => "a number from 0 to 255",
        "boolean" | "a boolean" => "true or false",
        "null" => "null",
        "map" | "an object" => "an object",
        "sequence" | "a sequence" => "a list",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ownership_match::OwnerInformation;

    fn problem(text: &[u8]) -> Problem {
        parse::<OwnerInformation>(text).expect_err("the text is wrong")
    }

    #[test]
    fn problems_say_where_and_quote_nothing() {
        for (text, code, field) in [
            (&b"\xff"[..], "invalid_utf8", None),
            (b"{\"name\": \"Jen\xff\"}", "invalid_utf8", None),
            (b"", "invalid_json", None),
            (b"Jenny", "invalid_json", None),
            (b"{\"name\": \"Jenny\"", "invalid_json", None),
            (b"{\"name\": \"Jenny\"} Jenny", "invalid_json", None),
            (b"[\"Jenny\"]", "not_an_object", None),
            (b"\"Jenny\"", "not_an_object", None),
            (b"{\"name\": [\"Jenny\"]}", "invalid_type", Some("name")),
            (b"{\"name\": \"a\", \"name\": \"Jenny\"}", "duplicate_key", Some("name")),
            (b"{\"address\": {\"city\": \"Jenny\", \"city\": \"Jenny\"}}", "duplicate_key", Some("address.city")),
            (b"{\"address\": \"Jenny, expected Jenny\"}", "invalid_type", Some("address")),
            (b"{\"address\": [\"Jenny\"]}", "invalid_type", Some("address")),
            (b"{\"address\": {\"line1\": 1234}}", "invalid_type", Some("address.line1")),
        ] {
            let problem = problem(text);
            assert_eq!((problem.code, problem.field.as_deref()), (code, field), "{}", problem.message);
            let told = problem.told_of("info.json");
            assert!(!told.contains("Jenny") && !told.contains("1234"), "{told}");
        }
    }

    #[test]
    fn messages_are_plain_words() {
        let told = problem(b"{\n\"address\": {\"line1\": 1234}}").told_of("info.json");
        assert_eq!(told, "info.json, line 2, field address.line1: a number where a text belongs");
        assert_eq!(problem(b" \n").told_of("info.json"), "info.json: not JSON: there is nothing in it");
        let deep = format!("{{\"balance\": {}", "[".repeat(5000));
        let told = parse::<ownership_match::api::Account>(deep.as_bytes()).err().map(|problem| problem.message);
        assert!(told.is_some_and(|told| told.contains("nested too deeply")));
    }
}
