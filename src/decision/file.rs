//! Policies from TOML and JSON.

use super::error::Kind;
use super::{Policy, PolicyError};

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
        validated(policy, text, |line, key| {
            let line = line.trim_start().trim_start_matches('[').trim_start();
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
        })
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
        validated(policy, text, |line, key| line.contains(&format!("\"{key}\"")))
    }
}

fn unread(field: Option<String>, said: &str) -> PolicyError {
    // The types of Rust mean nothing to who writes a policy.
    let message =
        said.lines().next().unwrap_or_default().replace("expected u16", "expected a whole number up to 65535");
    PolicyError::new(Kind::Unreadable { field, message })
}

fn path(path: &serde_path_to_error::Path) -> Option<String> {
    let path = path.to_string();
    // `?` is a key that was not read to its end.
    (path != "." && !path.contains('?')).then_some(path)
}

/// Validates a policy that was read, and says in which line the key to blame stands.
fn validated(policy: Policy, text: &str, holds: impl Fn(&str, &str) -> bool) -> Result<Policy, PolicyError> {
    policy.validate().map_err(|error| {
        let field = error.field().unwrap_or_default();
        let (key, index) = match field.split_once('[') {
            // The veto to blame is the one that opens for the so-manieth time.
            Some((list, rest)) => (list, rest.split(']').next().and_then(|index| index.parse().ok()).unwrap_or(0)),
            None => (field.as_str(), 0),
        };
        let mut lines = text.lines().enumerate().filter(|(_, line)| holds(line, key));
        match lines.nth(index).or_else(|| text.lines().enumerate().find(|(_, line)| holds(line, key))) {
            Some((line, text)) => error.at((line + 1, 1 + text.len() - text.trim_start().len())),
            None => error,
        }
    })?;
    Ok(policy)
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
        refused(toml(&format!("{veto}{idle}")), 5, Some("vetoes[1].outcome"), "holds nothing");
        refused(toml(&veto.replace("30", "0")), 1, Some("vetoes[0].below"), "never speak");
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
