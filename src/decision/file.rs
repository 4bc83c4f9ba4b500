//! Policies from TOML and JSON.

use super::error::Kind;
use super::{Policy, PolicyError};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

impl Policy {
    /// Reads a policy from TOML, and [validates](Policy::validate) it. What a file leaves out is as in the default policy.
    ///
    /// # Errors
    ///
    /// A text that is no TOML, a key that no policy has, a value that does not belong there, or a policy that cannot be
    /// meant so: each with its line, column and field.
    ///
    /// ```
    /// use ownership_match::decision::{Outcome, Policy, Without};
    ///
    /// let policy = Policy::from_toml(
    ///     r#"
    ///     missing = "left_out"
    ///     required = ["name"]
    ///
    ///     [weights]
    ///     name = 2
    ///
    ///     [[vetoes]]
    ///     field = "address"
    ///     below = 30
    ///     outcome = "step_up"
    ///     "#,
    /// )?;
    /// assert_eq!((policy.weights.name, policy.weights.phone, policy.missing), (2, 1, Without::LeftOut));
    /// assert_eq!(policy.vetoes[0].outcome, Outcome::StepUp);
    ///
    /// let error = Policy::from_toml("proceed_from = 70\nstep_up = 60").unwrap_err();
    /// assert_eq!((error.line(), error.field().as_deref()), (Some(2), Some("step_up")));
    /// # Ok::<(), ownership_match::decision::PolicyError>(())
    /// ```
    pub fn from_toml(text: &str) -> Result<Policy, PolicyError> {
        let text = without_mark(text);
        let unreadable = |error: &toml::de::Error, field: Option<String>| {
            let told = unread(field, error.message());
            match error.span() {
                Some(span) => told.at(place(text, span.start)),
                None => told,
            }
        };
        let deserializer = toml::Deserializer::parse(text).map_err(|error| unreadable(&error, None))?;
        let policy: Policy = serde_path_to_error::deserialize(deserializer)
            .map_err(|error| unreadable(error.inner(), path(error.path())))?;
        policy.validate().map_err(|error| {
            let found = blamed(&error).into_iter().find_map(|steps| {
                let stopped = Seek(&steps).deserialize(toml::Deserializer::parse(text).ok()?).err()?;
                stopped.span().filter(|_| stopped.message() == FOUND)
            });
            found.map_or(error.clone(), |span| error.at(place(text, span.start)))
        })?;
        Ok(policy)
    }

    /// Reads a policy from JSON, and [validates](Policy::validate) it. What a file leaves out is as in the default policy.
    ///
    /// # Errors
    ///
    /// As for [`from_toml`](Policy::from_toml).
    ///
    /// ```
    /// use ownership_match::decision::Policy;
    /// let policy = Policy::from_json(r#"{"proceed_from": 80}"#)?;
    /// assert_eq!(policy.proceed_from.get(), 80);
    /// let error = Policy::from_json("{\"proceed_from\":\n 101}").unwrap_err();
    /// assert_eq!((error.line(), error.field().as_deref()), (Some(2), Some("proceed_from")));
    /// # Ok::<(), ownership_match::decision::PolicyError>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Policy, PolicyError> {
        let text = without_mark(text);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let unreadable = |error: &serde_json::Error, field: Option<String>| {
            let said = error.to_string();
            let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
            unread(field, said).at((error.line(), error.column().max(1)))
        };
        if !text.trim_ascii_start().starts_with('{') {
            // A derived reader would take the items of a list by position.
            return Err(match serde_json::from_str::<serde::de::IgnoredAny>(text) {
                Ok(_) => unread(None, "a policy is a JSON object").at((1, 1)),
                Err(error) => unreadable(&error, None),
            });
        }
        let policy: Policy = serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| unreadable(error.inner(), path(error.path())))?;
        deserializer.end().map_err(|error| unreadable(&error, None))?;
        policy.validate().map_err(|error| {
            let found = blamed(&error).into_iter().find_map(|steps| {
                let stopped = Seek(&steps).deserialize(&mut serde_json::Deserializer::from_str(text)).err()?;
                stopped.to_string().starts_with(FOUND).then(|| (stopped.line(), stopped.column().max(1)))
            });
            found.map_or(error.clone(), |place| error.at(place))
        })?;
        Ok(policy)
    }
}

fn unread(field: Option<String>, said: &str) -> PolicyError {
    // The types of Rust and of serde mean nothing to who writes a policy.
    let mut message = said.lines().next().unwrap_or_default().to_owned();
    for (of_serde, plain) in [
        ("expected u16", "expected a whole number up to 65535"),
        ("expected a sequence", "expected a list"),
        ("invalid type: sequence", "invalid type: a list"),
        ("invalid type: map", "invalid type: an object"),
        (" as i128", ""),
        ("wanted string or table", "expected a text"),
    ] {
        message = message.replace(of_serde, plain);
    }
    // A key that stands twice is told of the object around it.
    let twice = message.strip_prefix("duplicate field `").and_then(|rest| rest.strip_suffix('`'));
    let field = match (field, twice) {
        (Some(around), Some(key)) => Some(format!("{around}.{key}")),
        (None, Some(key)) => Some(key.to_owned()),
        (field, None) => field,
    };
    PolicyError::new(Kind::Unreadable { field, message })
}

fn path(path: &serde_path_to_error::Path) -> Option<String> {
    let path = path.to_string();
    // `?` is a key that was not read to its end.
    (path != "." && !path.contains('?')).then_some(path)
}

/// The places of a text to blame for a policy that cannot be meant so; the first that is there counts.
fn blamed(error: &PolicyError) -> Vec<Vec<Step>> {
    match error.kind {
        // Dotted keys in TOML make a table that stands nowhere.
        Kind::NoWeight => vec![vec![Step::Key("weights")], vec![Step::Key("weights"), Step::Key("name")]],
        // One of the two may be the default one.
        Kind::Thresholds { .. } => vec![vec![Step::Key("step_up_from")], vec![Step::Key("proceed_from")]],
        Kind::RequiredTwice(index) => vec![vec![Step::Key("required"), Step::Item(index)]],
        Kind::VetoNeverSpeaks(index) => vec![vec![Step::Key("vetoes"), Step::Item(index), Step::Key("below")]],
        Kind::VetoHoldsNothing(index) => vec![vec![Step::Key("vetoes"), Step::Item(index), Step::Key("outcome")]],
        Kind::Unreadable { .. } => Vec::new(),
    }
}

/// A step into a text.
#[derive(Clone, Copy)]
enum Step {
    Key(&'static str),
    Item(usize),
}

/// What a reader that has found its place says, so that the format says where that is.
const FOUND: &str = "here it is";

/// Reads a text up to a place, and stops there with an error. Values know no place once they are read; errors do.
#[derive(Clone, Copy)]
struct Seek<'s>(&'s [Step]);

impl Seek<'_> {
    fn stop<T, E: Error>(self) -> Result<T, E> {
        Err(E::custom(if self.0.is_empty() { FOUND } else { "it is elsewhere" }))
    }
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a policy")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.stop()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.stop()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.stop()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((&Step::Item(place), rest)) = self.0.split_first() else { return self.stop() };
        for _ in 0..place {
            items.next_element::<IgnoredAny>()?;
        }
        items.next_element_seed(Seek(rest)).map(|_| ())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Some((&Step::Key(sought), rest)) = self.0.split_first() else { return self.stop() };
        while let Some(key) = entries.next_key::<String>()? {
            if key == sought {
                return entries.next_value_seed(Seek(rest));
            }
            entries.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// Line and column, from 1, of a byte.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

/// Without the byte order mark that some editors put before UTF-8.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(result: Result<Policy, PolicyError>, line: usize, field: Option<&str>, part: &str) {
        let error = result.expect_err("the policy is wrong");
        assert_eq!((error.line(), error.field().as_deref()), (Some(line), field), "{error}");
        assert!(error.to_string().contains(part), "{error}");
        assert!(error.column().is_some());
    }

    #[test]
    fn what_is_wrong_with_toml_is_said_with_its_line_and_field() {
        let toml = Policy::from_toml;
        refused(toml("proceed_from = 70\nstep_up_from = = 3"), 2, None, "");
        refused(toml("\n[weights]\nnmae = 2"), 3, Some("weights.nmae"), "unknown field `nmae`, expected one of `name`");
        refused(toml("proceed_from = 101"), 1, Some("proceed_from"), "a whole number from 0 to 100");
        refused(toml("\nproceed_from = \"high\""), 2, Some("proceed_from"), "a whole number from 0 to 100");
        refused(toml("[weights]\nname = 0.5"), 2, Some("weights.name"), "a whole number up to 65535");
        refused(toml("missing = \"skip\""), 1, Some("missing"), "expected `zero` or `left_out`");
        refused(toml("required = [\"name\", \"fax\"]"), 1, Some("required[1]"), "unknown variant `fax`");
        refused(toml("[[vetoes]]\nfield = \"name\"\nbelow = 3\n"), 1, Some("vetoes[0]"), "missing field `outcome`");
        refused(toml("# step_up_from\nstep_up_from = 80"), 2, Some("step_up_from"), "must not be above");
        refused(toml("weights = { name = 0, email = 0, phone = 0, address = 0 }"), 1, Some("weights"), "above 0");
        let veto = "[[vetoes]]\nfield = \"name\"\nbelow = 30\noutcome = \"cancel\"\n";
        let idle = veto.replace("cancel", "proceed");
        refused(toml(&format!("{veto}{idle}")), 8, Some("vetoes[1].outcome"), "holds nothing");
        refused(toml(&veto.replace("30", "0")), 3, Some("vetoes[0].below"), "never speak");
        let same_line = |veto: &str| format!("vetoes = [{veto},\n{veto}]");
        let inline = same_line("{ field = \"name\", below = 30, outcome = \"cancel\" }");
        refused(toml(&inline.replacen("30", "0", 2).replacen("0,", "30,", 1)), 2, Some("vetoes[1].below"), "never");
        refused(
            toml("weights.name = 0\nweights.email = 0\nweights.phone = 0\nweights.address = 0"),
            1,
            Some("weights"),
            "above 0",
        );
        refused(toml("[\"weights\"]\nname = 0\nemail = 0\nphone = 0\naddress = 0"), 1, Some("weights"), "above 0");
        // The default one is above what the file says, so that is the line to mend.
        let below = "# step_up_from = 80 is nice\nproceed_from = 50";
        refused(toml(below), 2, Some("step_up_from"), "must not be above proceed_from (60 is above 50)");
        refused(toml("\nrequired = [\"name\",\n\"name\"]"), 3, Some("required[1]"), "required already");
    }

    /// A derived reader takes the items of a list by position: four numbers would become weights.
    #[test]
    fn lists_are_not_read_as_objects() {
        let (toml, json) = (Policy::from_toml, Policy::from_json);
        let said = "invalid type: a list, expected an object";
        refused(toml("\nweights = [1, 2, 3, 4]"), 2, Some("weights"), said);
        refused(toml("vetoes = [[\"name\", 30, \"cancel\"]]"), 1, Some("vetoes[0]"), said);
        refused(json("{\n\"weights\": [1, 2, 3, 4]}"), 2, Some("weights"), said);
        refused(json("{\"vetoes\": [[\"name\", 30, \"cancel\"]]}"), 1, Some("vetoes[0]"), said);
        assert!(serde_json::from_str::<Policy>("[]").is_err());
    }

    #[test]
    fn what_is_wrong_is_said_in_words_of_the_file() {
        let (toml, json) = (Policy::from_toml, Policy::from_json);
        refused(toml("vetoes = 3"), 1, Some("vetoes"), "expected a list");
        refused(toml("[vetoes]\nfield = \"name\""), 1, Some("vetoes"), "invalid type: an object, expected a list");
        refused(toml("missing = 0"), 1, Some("missing"), "expected a text");
        refused(
            toml("weights.name = 99999999999999999999"),
            1,
            Some("weights.name"),
            "`99999999999999999999`, expected a whole",
        );
        refused(json("{\"proceed_from\": 70,\n\"proceed_from\": 80}"), 2, Some("proceed_from"), "duplicate field");
        refused(json("{\"weights\": {\"name\": 1,\n\"name\": 2}}"), 2, Some("weights.name"), "duplicate field");
    }

    #[test]
    fn what_is_wrong_with_json_is_said_with_its_line_and_field() {
        let json = Policy::from_json;
        refused(json("{\"proceed_from\": 70"), 1, None, "EOF");
        refused(json("{} x"), 1, None, "trailing");
        refused(json("[1]"), 1, None, "a JSON object");
        refused(json("proceed"), 1, None, "expected");
        refused(json("{\n\"weights\": {\n\"nmae\": 2}}"), 3, Some("weights.nmae"), "unknown field");
        refused(json("{\"step_up_from\":\n\"x\"}"), 2, Some("step_up_from"), "a whole number from 0 to 100");
        refused(json("{\n\"step_up_from\": 71}"), 2, Some("step_up_from"), "must not be above");
        let one_line =
            json("{\"missing\": \"zero\", \"proceed_from\": 50, \"step_up_from\": 55}").expect_err("it is above");
        assert_eq!((one_line.line(), one_line.column()), (Some(1), Some(58)), "{one_line}");
        let veto = |below: u8| format!("{{\"field\": \"name\", \"below\": {below}, \"outcome\": \"cancel\"}}");
        let second = format!("{{\"vetoes\": [\n{},\n{}]}}", veto(30), veto(0));
        refused(json(&second), 3, Some("vetoes[1].below"), "never speak");
        refused(json("{\n\"proceed_from\": 50}"), 2, Some("step_up_from"), "(60 is above 50)");
    }

    /// Columns count from 1 in every line.
    #[test]
    fn what_is_wrong_is_found_in_its_column() {
        let column = |result: Result<Policy, PolicyError>| {
            let error = result.expect_err("the policy is wrong");
            (error.line(), error.column())
        };
        assert_eq!(column(Policy::from_toml("proceed_from = 101")), (Some(1), Some(16)));
        assert_eq!(column(Policy::from_toml("# ö\nproceed_from = 101")), (Some(2), Some(16)));
        let swapped = "missing = \"zero\"\n\n  step_up_from = 90";
        assert_eq!(column(Policy::from_toml(swapped)), (Some(3), Some(18)));
    }

    #[test]
    fn policies_are_read_back_as_they_were_written() {
        for policy in [Policy::default(), Policy::documented_to_the_letter()] {
            let text = serde_json::to_string(&policy).expect("a policy can be written");
            assert_eq!(Policy::from_json(&text), Ok(policy));
        }
        assert_eq!(Policy::from_toml(""), Ok(Policy::default()));
        assert_eq!(Policy::from_toml("\u{feff}"), Ok(Policy::default()));
        assert_eq!(Policy::from_json("{}"), Ok(Policy::default()));
    }
}
