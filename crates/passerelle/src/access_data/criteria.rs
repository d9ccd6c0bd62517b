use serde::Deserialize;
use wording::names;

/// How a guardian came to a student.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    Screen,
    Letter,
    Email,
}

impl How {
    pub const ALL: [Self; 3] = [Self::Screen, Self::Letter, Self::Email];

    /// As it stands in the column and in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Letter => "letter",
            Self::Email => "email",
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Screen => "access-data-how-screen",
            Self::Letter => "access-data-how-letter",
            Self::Email => "access-data-how-email",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

/// What became of an account's e-mail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmailState {
    Confirmed,
    Unconfirmed,
    /// Mail comes back from it, or its owner said that the account isn't theirs.
    Refused,
}

impl EmailState {
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::Unconfirmed, Self::Refused];

    /// As it stands in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Unconfirmed => "unconfirmed",
            Self::Refused => "refused",
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "access-data-email-confirmed",
            Self::Unconfirmed => "access-data-email-unconfirmed",
            Self::Refused => "access-data-email-refused",
        }
    }

    /// The key of what stands beside a name or a search.
    pub const fn said_alone(self) -> &'static str {
        match self {
            Self::Confirmed => "access-data-email-confirmed-chip",
            Self::Unconfirmed => "access-data-email-unconfirmed-badge",
            Self::Refused => "access-data-email-refused-badge",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What the list is sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    Name,
    Student,
    Homeroom,
    Since,
    Visit,
}

impl Column {
    pub const ALL: [Self; 5] = [Self::Name, Self::Student, Self::Homeroom, Self::Since, Self::Visit];

    /// As it stands in addresses; with `-` in front it goes downwards.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Student => "student",
            Self::Homeroom => "homeroom",
            Self::Since => "since",
            Self::Visit => "visit",
        }
    }

    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "access-data-guardian",
            Self::Student => "access-data-student",
            Self::Homeroom => "access-data-homeroom",
            Self::Since => "access-data-since",
            Self::Visit => "access-data-visit",
        }
    }

    /// Dates start with the newest.
    const fn starts_downwards(self) -> bool {
        matches!(self, Self::Since | Self::Visit)
    }
}

/// The list's order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sort {
    pub by: Column,
    pub downwards: bool,
}

impl Sort {
    /// Reads `name` or `-name`; what isn't an order is that of names.
    pub fn parse(text: &str) -> Self {
        let (downwards, name) = text.strip_prefix('-').map_or((false, text), |name| (true, name));
        Column::ALL
            .into_iter()
            .find(|column| column.name() == name)
            .map_or(Self { by: Column::Name, downwards: false }, |by| Self { by, downwards })
    }

    /// What a heading's link asks for: the other direction where the list is sorted by it already.
    pub fn by(self, column: Column) -> String {
        let downwards = if self.by == column { !self.downwards } else { column.starts_downwards() };
        format!("{}{}", if downwards { "-" } else { "" }, column.name())
    }

    /// `aria-sort` of a heading, where the list is sorted by it.
    pub fn direction(self, column: Column) -> Option<&'static str> {
        let name = if self.downwards { "descending" } else { "ascending" };
        (self.by == column).then_some(name)
    }
}

/// The list's form as the address holds it. What isn't a choice counts as none.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub grade: String,
    pub homeroom: String,
    pub how: String,
    pub email: String,
    pub sort: String,
    pub page: String,
}

impl Asked {
    /// As pairs of a query.
    pub fn pairs(&self) -> [(&'static str, &str); 7] {
        [
            ("q", &self.q),
            ("grade", &self.grade),
            ("homeroom", &self.homeroom),
            ("how", &self.how),
            ("email", &self.email),
            ("sort", &self.sort),
            ("page", &self.page),
        ]
    }
}

/// Which accounts are listed, and in which order; all of it must hold.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// Folded parts: each must stand in the guardian's name, their e-mail or the student's name.
    pub words: Vec<String>,
    pub grade: Option<String>,
    pub homeroom: Option<String>,
    pub how: Option<How>,
    pub email: Option<EmailState>,
    pub sort: Sort,
}

impl Criteria {
    pub fn of(asked: &Asked) -> Self {
        Self {
            words: words(&asked.q),
            grade: choice(&asked.grade),
            homeroom: choice(&asked.homeroom),
            how: How::parse(&asked.how),
            email: EmailState::parse(&asked.email),
            sort: Sort::parse(&asked.sort),
        }
    }

    /// Whether anything narrows the list.
    pub const fn narrows(&self) -> bool {
        !self.words.is_empty()
            || self.grade.is_some()
            || self.homeroom.is_some()
            || self.how.is_some()
            || self.email.is_some()
    }
}

/// A choice of a list that the roster fills: any short text.
pub fn choice(text: &str) -> Option<String> {
    Some(text.trim())
        .filter(|text| !text.is_empty() && text.len() <= 100 && !text.contains('\0'))
        .map(str::to_owned)
}

/// The parts of what was typed, folded as names are; at most eight.
fn words(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(200).collect();
    names::fold(&typed).split(' ').filter(|word| !word.is_empty()).take(8).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{Column, Sort};

    #[test]
    fn a_heading_turns_its_order_around() {
        let names = Sort::parse("nonsense");
        assert_eq!(names, Sort { by: Column::Name, downwards: false });
        assert_eq!(names.by(Column::Name), "-name");
        assert_eq!(names.by(Column::Visit), "-visit");
        assert_eq!(Sort::parse("-visit").by(Column::Visit), "visit");
        assert_eq!(Sort::parse("-visit").direction(Column::Visit), Some("descending"));
        assert_eq!(names.direction(Column::Visit), None);
    }
}
