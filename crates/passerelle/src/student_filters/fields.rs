use super::{Asked, Criteria, store::Choices};
use crate::web::Frame;

/// A choice of a filter: its value, what it is called, whether it is chosen.
pub struct FilterOption {
    pub value: String,
    pub name: String,
    pub chosen: bool,
}

/// A filter that is on: what it says, and the address without it.
pub struct Chip {
    pub name: String,
    pub without: String,
}

/// The fields of a form that chooses students, with what was asked in them.
pub struct Fields {
    pub asked: Asked,
    pub grades: Vec<FilterOption>,
    pub homerooms: Vec<FilterOption>,
    pub counsellors: Vec<FilterOption>,
    pub languages: Vec<FilterOption>,
}

impl Fields {
    pub fn new(f: &Frame, choices: &Choices, asked: Asked) -> Self {
        let option = |value: &str, name: String, asked: &str| FilterOption {
            chosen: value == asked,
            value: value.to_owned(),
            name,
        };
        Self {
            grades: choices.grades.iter().map(|grade| option(grade, f.grade(grade), &asked.grade)).collect(),
            homerooms: choices
                .homerooms
                .iter()
                .map(|name| option(name, name.clone(), &asked.homeroom))
                .collect(),
            counsellors: choices
                .counsellors
                .iter()
                .map(|(id, name)| option(&id.to_string(), name.clone(), &asked.counsellor))
                .collect(),
            languages: choices
                .languages
                .iter()
                .map(|tag| option(tag, f.language_name(tag), &asked.language))
                .collect(),
            asked,
        }
    }

    /// Whether this value of a filter is the one asked.
    pub fn is(&self, value: &str, asked: &str) -> bool {
        value == asked
    }

    /// The filters that are on, each with the address that it leads to when dropped.
    pub fn chips(&self, f: &Frame, here: &str) -> Vec<Chip> {
        let (asked, criteria) = (&self.asked, Criteria::of(&self.asked));
        let chosen = |options: &[FilterOption], value: &str| {
            let option = options.iter().find(|option| option.chosen);
            option.map_or_else(|| value.to_owned(), |option| option.name.clone())
        };
        let mut chips = Vec::new();
        let mut chip = |is_on: bool, name: String, forget: fn(&mut Asked)| {
            if is_on {
                let mut rest = asked.clone();
                rest.page.clear();
                forget(&mut rest);
                chips.push(Chip { name, without: rest.address(here) });
            }
        };
        chip(criteria.grade.is_some(), f.grade(&asked.grade), |asked| asked.grade.clear());
        chip(criteria.homeroom.is_some(), chosen(&self.homerooms, &asked.homeroom), |asked| {
            asked.homeroom.clear();
        });
        chip(criteria.counsellor.is_some(), chosen(&self.counsellors, ""), |asked| asked.counsellor.clear());
        let accounts = f.say(format!("student-search-accounts-{}", asked.accounts));
        chip(criteria.accounts.is_some(), accounts, |asked| asked.accounts.clear());
        let codes = f.say(format!("student-search-codes-{}", asked.codes));
        chip(criteria.codes.is_some(), codes, |asked| asked.codes.clear());
        chip(criteria.language.is_some(), f.language_name(&asked.language), |asked| asked.language.clear());
        chips
    }
}
