use serde::{Deserialize, Serialize};
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
///
/// Every field empty asks for everybody.
#[derive(Serialize, Deserialize, Default, Clone, PartialEq, Eq, Debug)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub grade: String,
    pub homeroom: String,
    pub counsellor: String,
    pub accounts: String,
    pub codes: String,
    /// The language spoken at home, as the roster has it.
    pub language: String,
    #[serde(skip_serializing)]
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
    pub language: Option<String>,
}

impl Asked {
    /// The names and values of what was asked, without empty parts and without the page.
    pub fn parts(&self) -> Vec<(&'static str, &str)> {
        let parts = [
            ("q", &self.q),
            ("grade", &self.grade),
            ("homeroom", &self.homeroom),
            ("counsellor", &self.counsellor),
            ("accounts", &self.accounts),
            ("codes", &self.codes),
            ("language", &self.language),
        ];
        parts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// The address of what was asked: of its first page, unless a page is named.
    pub fn address(&self, here: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.parts());
        if !self.page.is_empty() {
            query.append_pair("page", &self.page);
        }
        let query = query.finish();
        if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
    }

    /// Whether it asks for everybody.
    pub fn is_everybody(&self) -> bool {
        self.parts().is_empty()
    }
}

impl Criteria {
    /// What was asked, read; what isn't a choice counts as none.
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
            language: some(&asked.language),
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
