use unicode_normalization::UnicodeNormalization as _;

/// What a member of the staff writes down of a decision: a few plain lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark(String);

/// Why a remark isn't taken; the page has the sentence for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RemarkRefusal {
    Empty,
    TooLong,
    /// Control characters, or marks that turn the direction of the text around them.
    Unprintable,
}

impl Remark {
    /// Reads what was typed: NFC, line ends as one sign, blanks around it gone; at most so many characters.
    /// # Errors
    /// [`RemarkRefusal`].
    pub fn parse(typed: &str, longest: usize) -> Result<Self, RemarkRefusal> {
        let text: String = typed.trim().replace("\r\n", "\n").replace('\t', " ").nfc().collect();
        let breaks = |symbol: char| {
            (symbol.is_control() && symbol != '\n')
                || matches!(symbol, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}')
        };
        match text.chars().count() {
            0 => Err(RemarkRefusal::Empty),
            count if count > longest => Err(RemarkRefusal::TooLong),
            _ if text.chars().any(breaks) => Err(RemarkRefusal::Unprintable),
            _ if !text.chars().any(char::is_alphanumeric) => Err(RemarkRefusal::Empty),
            _ => Ok(Self(text)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_a_few_plain_lines() {
        for (typed, answer) in [
            ("  Jugement du 3 mai.\r\nVoir le dossier. ", Ok("Jugement du 3 mai.\nVoir le dossier.")),
            ("e\u{301}cole", Ok("école")),
            ("", Err(RemarkRefusal::Empty)),
            (" \n ", Err(RemarkRefusal::Empty)),
            ("…", Err(RemarkRefusal::Empty)),
            ("a\u{0}b", Err(RemarkRefusal::Unprintable)),
            ("a\u{202e}b", Err(RemarkRefusal::Unprintable)),
            ("12345678901", Err(RemarkRefusal::TooLong)),
        ] {
            let longest = if answer == Err(RemarkRefusal::TooLong) { 10 } else { 500 };
            assert_eq!(
                Remark::parse(typed, longest).as_ref().map(Remark::as_str),
                answer.as_ref().map(|text| *text),
                "{typed:?}"
            );
        }
    }
}
