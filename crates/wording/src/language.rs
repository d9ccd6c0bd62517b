use std::fmt;

/// The languages that the portal speaks. French is the one given when nothing else is preferred.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    #[default]
    French,
    English,
}

impl Language {
    /// Both, French first.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The BCP 47 tag as it stands in cookies, columns and `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language whose tag this is, also with a region (`fr-CA`); none for other languages.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The other one: where the language link of a page leads.
    pub const fn other(self) -> Self {
        match self {
            Self::French => Self::English,
            Self::English => Self::French,
        }
    }

    /// What a browser prefers (RFC 9110, section 12.5.4). One that puts English before French gets
    /// English, every other French; at most 1,024 bytes of the header are looked at.
    pub fn preferred(accept_language: &str) -> Self {
        let header = accept_language.get(..1024).unwrap_or(accept_language);
        let mut best = (Self::French, 0.0_f32);
        for range in header.split(',').take(32) {
            let mut parts = range.trim().split(';');
            let Some(language) = parts.next().and_then(|tag| Self::from_tag(tag.trim())) else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q=")?.trim().parse::<f32>().ok())
                .unwrap_or(1.0);
            if weight > best.1 {
                best = (language, weight);
            }
        }
        best.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
