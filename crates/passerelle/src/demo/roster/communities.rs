//! The names of families as a French-language board in Canada has them.

mod africa;
mod americas;
mod asia;
mod canada;
mod europe;

pub(super) use canada::FRENCH;

/// Names that go together.
pub(super) struct Community {
    /// Of about a thousand students.
    pub(super) weight: usize,
    /// Spoken at home (BCP 47), with weights.
    pub(super) languages: Languages,
    pub(super) given: Names,
    pub(super) family: Names,
    /// Often the mother's and the father's name side by side.
    pub(super) two_family_names: bool,
    /// Not in Latin letters: mixed with nothing, and in the table of `romanized`.
    pub(super) own_script: bool,
}

type Languages = &'static [(&'static str, usize)];
type Names = &'static [&'static str];

impl Community {
    const fn one_family_name(weight: usize, languages: Languages, given: Names, family: Names) -> Community {
        Community { weight, languages, given, family, two_family_names: false, own_script: false }
    }

    const fn two_family_names(weight: usize, languages: Languages, given: Names, family: Names) -> Community {
        Community { weight, languages, given, family, two_family_names: true, own_script: false }
    }

    const fn own_script(weight: usize, languages: Languages, given: Names, family: Names) -> Community {
        Community { weight, languages, given, family, two_family_names: false, own_script: true }
    }
}

pub(super) const COMMUNITIES: &[Community] = &[
    canada::FRENCH,
    canada::ENGLISH,
    americas::HAITIAN,
    africa::MAGHREBI,
    africa::WEST_AFRICAN,
    africa::CENTRAL_AFRICAN,
    asia::LEVANTINE,
    asia::LEVANTINE_IN_ARABIC,
    asia::VIETNAMESE,
    asia::CHINESE,
    asia::CHINESE_IN_HAN,
    europe::PORTUGUESE,
    americas::LATIN_AMERICAN,
    europe::UKRAINIAN,
    europe::UKRAINIAN_IN_CYRILLIC,
    asia::INDIAN,
    asia::PUNJABI_IN_GURMUKHI,
    canada::FIRST_NATIONS,
    europe::EAST_EUROPEAN,
];
