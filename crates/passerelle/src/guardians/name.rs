use unicode_normalization::UnicodeNormalization as _;
use wording::names;

/// A person's name as they want it read: any script, NFC, one line, 1 to 120 characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonName(String);

/// Why a name isn't taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameRefusal {
    Empty,
    TooLong,
    /// Control characters, or marks that turn the direction of the text around them.
    Unprintable,
}

impl NameRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "guardians-name-empty",
            Self::TooLong => "guardians-name-too-long",
            Self::Unprintable => "guardians-name-unprintable",
        }
    }
}

impl PersonName {
    /// Reads what a person typed; blanks are folded to one.
    /// # Errors
    /// [`NameRefusal`].
    pub fn parse(typed: &str) -> Result<Self, NameRefusal> {
        if typed.len() > 4096 {
            return Err(NameRefusal::TooLong);
        }
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
        let turns = |symbol: char| matches!(symbol, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match name.chars().count() {
            _ if name.chars().any(|symbol| symbol.is_control() || turns(symbol) || symbol == '\u{fffd}') => {
                Err(NameRefusal::Unprintable)
            }
            0 => Err(NameRefusal::Empty),
            1..=120 if name.chars().any(char::is_alphanumeric) => Ok(Self(name)),
            1..=120 => Err(NameRefusal::Empty),
            _ => Err(NameRefusal::TooLong),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What lists sort by: French order of the name as it is written. Written down with every name.
    pub fn sort_key(&self) -> Vec<u8> {
        names::sort_key(&self.0, "")
    }

    /// What is searched: the name without case and accents. Written down with every name.
    pub fn search_key(&self) -> String {
        names::fold(&self.0)
    }
}
