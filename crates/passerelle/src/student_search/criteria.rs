use serde::Deserialize;
use wording::names;

/// With or without: a filter that asks one thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    With,
    Without,
}

impl Presence {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "with" => Some(Self::With),
            "without" => Some(Self::Without),
            _ => None,
        }
    }
}

/// The form as the address holds it. What isn't a choice counts as none.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub grade: String,
    pub homeroom: String,
    pub counsellor: String,
    pub accounts: String,
    pub codes: String,
    pub page: String,
}

/// What students are searched by; all of it must hold.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// Folded parts of the name, or figures of the number: each must stand somewhere.
    pub words: Vec<String>,
    pub grade: Option<String>,
    pub homeroom: Option<String>,
    pub counsellor: Option<uuid::Uuid>,
    pub accounts: Option<Presence>,
    pub codes: Option<Presence>,
}

impl Criteria {
    pub fn of(asked: &Asked) -> Self {
        let some = |text: &str| {
            Some(text.trim())
                .filter(|text| !text.is_empty() && text.len() <= 100 && !text.contains('\0'))
                .map(str::to_owned)
        };
        Self {
            words: words(&asked.q),
            grade: some(&asked.grade),
            homeroom: some(&asked.homeroom),
            counsellor: asked.counsellor.parse().ok(),
            accounts: Presence::parse(&asked.accounts),
            codes: Presence::parse(&asked.codes),
        }
    }
}

/// The parts of what was typed, folded as names are; at most eight. « 309 441 207 » is one number.
fn words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(200).collect();
    let figures: String = typed.chars().filter(|symbol| !symbol.is_whitespace() && *symbol != '-').collect();
    if !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![figures];
    }
    names::fold(&typed).split(' ').filter(|word| !word.is_empty()).take(8).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn what_is_typed_is_folded_into_words() {
        assert_eq!(words("  Tremblay, NOAH "), ["tremblay", "noah"]);
        assert_eq!(words("309 441 207"), ["309441207"]);
        assert_eq!(words("100%_"), ["100%_"]);
        assert!(words(" \u{0} ").is_empty());
    }
}
