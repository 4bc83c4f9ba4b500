//! The local part and the domain of a mailbox become what comparing asks for.

use super::{
    DOTS_IGNORED, Ends, FOREIGN, FOREIGN_DOMAIN, Foreign, HAS_FORMS, LOOK_ALIKE, Mailbox, More, PLAIN, REPAIRED_DOTS,
    ROLE, TAG_IGNORED, UNREADABLE, UNUSUAL,
};
use crate::email::distant::Sketch;
use crate::email::domain;
use crate::email::given_names::has_forms;
use crate::email::letters::{self, Script};
use crate::email::pieces::{Dots, Draft, INLINE, Kinds, MAX_LOCAL, MAX_PARTS, Parts, Runs, push_written};
use crate::tables::email::{self as tables, Certainty, NO_PROVIDER, rule};

impl Mailbox {
    /// Prepares a mailbox from lower-case NFC text. `flags` says what the reader noticed.
    pub(in crate::email) fn new(local: &str, domain_text: &str, flags: u16) -> Mailbox {
        Mailbox::of(local, domain_text, flags, Kinds::of(local.as_bytes()), u64::MAX)
    }

    /// The same where it is known what the bytes of the local part are, and which of the first 64 of the domain may be dots.
    pub(in crate::email) fn of(
        local: &str,
        domain_text: &str,
        flags: u16,
        mut kinds: Kinds,
        mut signs: u64,
    ) -> Mailbox {
        let has_foreign_domain = !domain_text.is_ascii();
        let ascii = if has_foreign_domain { domain::ascii_form(domain_text) } else { domain_text.into() };
        let mut domain_form: &str = &ascii;
        let mut local = local;
        let mut flags = flags;
        let (mut provider_number, mut domain_key) = tables::provider_of(domain_form);
        let mut user_domain_tag = None;
        if provider_number == NO_PROVIDER {
            // Fastmail: tag@user.fastmail.com is user@fastmail.com.
            if let Some((user, parent)) = domain_form
                .bytes()
                .position(|byte| byte == b'.')
                .map(|dot| (&domain_form[..dot], &domain_form[dot + 1..]))
            {
                let (number, parent_key) = tables::provider_of(parent);
                if tables::provider(number).is_some_and(|provider| provider.subdomain == Certainty::Documented)
                    && !matches!(user, "" | "www" | "mail")
                {
                    (provider_number, domain_key) = (number, parent_key);
                    user_domain_tag = Some(local);
                    local = user;
                    kinds = Kinds::of(user.as_bytes());
                    (domain_form, signs) = (parent, u64::MAX);
                }
            }
        }
        let provider = tables::provider(provider_number);
        let rules = tables::rules(provider_number);

        // A tag at the very beginning would leave an empty name: then it is none.
        let (base, mut tag) = match kinds.find(local.as_bytes(), b'+') {
            Some(at) if at > 0 => local.split_at(at),
            _ => (local, ""),
        };
        if local.len() > MAX_LOCAL && base.len() <= MAX_LOCAL {
            // Only the tag is too long to be told apart.
            kinds = Kinds::of(base.as_bytes());
        }
        if provider.is_some_and(|provider| provider.plus == Certainty::Documented) {
            flags |= TAG_IGNORED;
        }
        if let Some(user_tag) = user_domain_tag {
            tag = user_tag;
        }
        let mut more: Option<Box<More>> = None;
        if has_foreign_domain {
            flags |= FOREIGN_DOMAIN;
        }
        let folded;
        let folded_base = if base.is_ascii() {
            base
        } else {
            let (text, script) = letters::fold_local(base);
            folded = text;
            flags |= FOREIGN;
            if script == Script::Mixed {
                flags |= LOOK_ALIKE;
            }
            kinds = Kinds::of(folded.as_bytes());
            &folded
        };
        if has_foreign_domain || flags & FOREIGN != 0 {
            let (domain_text, local) =
                (if has_foreign_domain { domain_text } else { "" }, if flags & FOREIGN != 0 { base } else { "" });
            let foreign = Foreign {
                local: local.into(),
                digraph: letters::second_reading(local).into(),
                domain: letters::looks_like(domain_text).into(),
                domain_digraph: letters::second_reading(domain_text).into(),
            };
            more = Some(Box::new(More { foreign, ..More::default() }));
        }
        let kinds = kinds.first(folded_base.len());
        let mut text = Draft::new();
        let mut ends = Ends::default();
        flags |= match push_written(&mut text, folded_base.as_bytes(), kinds, rules & rule::IGNORES_DOTS != 0) {
            Dots::Usual => 0,
            Dots::Ignored => DOTS_IGNORED,
            Dots::Odd => REPAIRED_DOTS,
        };
        ends.written = text.len as u16;
        ends.domain = text.push(domain_form.as_bytes());
        let (registrable, brand) = domain::registrable(domain_form, if has_foreign_domain { u64::MAX } else { signs });
        ends.brand_start = ends.written + registrable.start as u16;
        ends.brand = ends.written + brand.end as u16;
        // A part is a run of letters; the last one takes the rest.
        let (mut parts, mut part_ends, mut part_end) = (0, [0; MAX_PARTS], 0);
        for run in Runs(kinds.letters) {
            part_end += run.len() as u8;
            let part = parts.min(MAX_PARTS - 1);
            part_ends[part] = part_end;
            parts = part + 1;
        }
        let letter_count = u16::from(part_end);
        let digit_count = Runs(kinds.digits).map(|run| run.len() as u16).sum::<u16>();
        if kinds.is_in_order() && ends.written == letter_count + digit_count {
            (ends.letters, ends.digits) = (letter_count, ends.written);
        } else {
            ends.letters_start = ends.domain;
            let bytes = folded_base.as_bytes();
            for run in Runs(kinds.letters) {
                text.push(&bytes[run]);
            }
            ends.letters = text.len as u16;
            for run in Runs(kinds.digits) {
                text.push(&bytes[run]);
            }
            ends.digits = text.len as u16;
        }
        ends.meant_start = text.len as u16;
        ends.meant = ends.meant_start;
        if provider.is_none() {
            // No top-level domain in Latin letters ends in a digit: `com1` is a slip of `com`.
            let suffix = domain_form.get(brand.end + 1..).unwrap_or_default();
            let letters = suffix.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if let Some(meant) = tables::meant_suffix(suffix) {
                ends.meant = text.push(meant.as_bytes());
            } else if letters < suffix.len() && letters > 0 && !suffix.contains("--") {
                ends.meant = text.push(&suffix.as_bytes()[..letters]);
            }
        }
        if user_domain_tag.is_some() {
            text.push(b"+");
        }
        ends.tag = text.push(tag.as_bytes());
        let letters = text.slice(ends.letters_start, ends.letters);
        if digit_count <= 2 && tables::is_role(letters) {
            flags |= ROLE;
        }
        // A hyphen may begin a tag; without one the rule has nothing to say.
        let may_be_tagged = rules & rule::HYPHEN_TAGS != 0 && base.contains('-');
        let is_public = rules & (rule::RELAY | rule::DISPOSABLE) == 0;
        if letters.len() >= 2 && flags & UNUSUAL == 0 && is_public && !may_be_tagged {
            flags |= PLAIN;
        }
        if parts == 1 && has_forms(letters) {
            flags |= HAS_FORMS;
        }
        let ends_of_parts = (parts > 1).then(|| {
            letters
                .split_at_checked(usize::from(part_ends[0]))
                .zip(letters.split_at_checked(usize::from(part_ends[parts - 2])))
        });
        let sketch = Sketch::of(letters, ends_of_parts.flatten().map(|((first, _), (_, last))| (first, last)));
        if text.len > INLINE {
            more.get_or_insert_default().text = text.long;
        }
        Mailbox {
            text: text.inline,
            parts: Parts::ALL[parts],
            provider: provider_number,
            more,
            sketch,
            domain_key,
            ends,
            flags,
            rules,
            part_ends,
        }
    }

    /// A text that holds no mailbox; it keeps its letters for the case that only the at sign is missing.
    pub(in crate::email) fn unreadable(text: &str, flags: u16) -> Mailbox {
        let mut mailbox = Mailbox::new("", "", flags | UNREADABLE);
        let mut draft = Draft::new();
        let end = draft.push(letters::looks_like(text).as_bytes());
        mailbox.ends = Ends {
            written: end,
            domain: end,
            brand_start: end,
            brand: end,
            letters_start: end,
            letters: end,
            digits: end,
            meant_start: end,
            meant: end,
            tag: end,
        };
        mailbox.text = draft.inline;
        if draft.len > INLINE {
            mailbox.more.get_or_insert_default().text = draft.long;
        }
        if !text.is_ascii() {
            mailbox.more.get_or_insert_default().foreign.local = text.into();
        }
        mailbox
    }
}
