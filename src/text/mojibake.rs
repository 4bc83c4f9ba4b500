//! Text in a wrong encoding.

/// Undoes UTF-8 that was read as Latin-1 or Windows-1252 once: `JosÃ©` is `José`.
pub(crate) fn repair(raw: &str) -> Option<String> {
    if raw.is_ascii() || !(raw.contains(['Ã', 'Â', 'Å', 'Ä']) || raw.contains("â€")) {
        return None;
    }
    let mut bytes = Vec::with_capacity(raw.len());
    for c in raw.chars() {
        bytes.push(match c {
            '\0'..='\u{ff}' => c as u8,
            '€' => 0x80,
            '‚' => 0x82,
            'ƒ' => 0x83,
            '„' => 0x84,
            '…' => 0x85,
            '†' => 0x86,
            '‡' => 0x87,
            'ˆ' => 0x88,
            '‰' => 0x89,
            'Š' => 0x8a,
            '‹' => 0x8b,
            'Œ' => 0x8c,
            'Ž' => 0x8e,
            '‘' => 0x91,
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            '•' => 0x95,
            '–' => 0x96,
            '—' => 0x97,
            '˜' => 0x98,
            '™' => 0x99,
            'š' => 0x9a,
            '›' => 0x9b,
            'œ' => 0x9c,
            'ž' => 0x9e,
            'Ÿ' => 0x9f,
            _ => return None,
        });
    }
    String::from_utf8(bytes).ok().filter(|text| text.len() < raw.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mojibake_is_undone() {
        assert_eq!(repair("JosÃ© MuÃ±oz").as_deref(), Some("José Muñoz"));
        assert_eq!(repair("Oâ€™Brien").as_deref(), Some("O’Brien"));
        assert_eq!(repair("José Muñoz"), None);
        assert_eq!(repair("Ångström Ä"), None);
    }
}
