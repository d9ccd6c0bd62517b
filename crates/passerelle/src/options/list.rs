//! Every option there is.

/// What a switch's value is when it is on (« Actif »).
pub const ON: &str = "on";
/// And when it is off (« Inactif »).
pub const OFF: &str = "off";

/// What values an option takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// [`ON`] or [`OFF`].
    Switch,
    /// A whole number within these bounds.
    Number { least: i64, most: i64 },
    /// One line of at most so many characters; empty is none.
    Line { longest: usize },
    /// An e-mail address; empty is none.
    Address,
}

/// The parts of the page, in its order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    /// « Paramètres du Portfolio ».
    Portfolio,
    Codes,
    Invitations,
    Contact,
}

/// One option. Its sentences stand under `options-` and its name, with `-hint` behind.
#[derive(Clone, Copy, Debug)]
pub struct SchoolOption {
    pub name: &'static str,
    pub section: Section,
    pub kind: Kind,
    pub default: &'static str,
}

const fn option(name: &'static str, section: Section, kind: Kind, default: &'static str) -> SchoolOption {
    SchoolOption { name, section, kind, default }
}

/// Every option, in the page's order.
pub const OPTIONS: &[SchoolOption] = &[
    option("student-invitations", Section::Portfolio, Kind::Switch, ON),
    option("name-other-guardians", Section::Portfolio, Kind::Switch, OFF),
    option("code-life-days", Section::Codes, Kind::Number { least: 1, most: 730 }, "180"),
    option("most-codes", Section::Codes, Kind::Number { least: 1, most: 10 }, "10"),
    option("open-invitations", Section::Invitations, Kind::Number { least: 1, most: 10 }, "5"),
    option("mails-per-student", Section::Invitations, Kind::Number { least: 1, most: 50 }, "10"),
    option("mails-per-address", Section::Invitations, Kind::Number { least: 1, most: 20 }, "5"),
    option("mails-per-school", Section::Invitations, Kind::Number { least: 1, most: 20_000 }, "2000"),
    option("contact-name", Section::Contact, Kind::Line { longest: 120 }, ""),
    option("contact-phone", Section::Contact, Kind::Line { longest: 40 }, ""),
    option("contact-email", Section::Contact, Kind::Address, ""),
];

/// What an option is where a school chose nothing.
pub fn default_of(name: &str) -> &'static str {
    OPTIONS.iter().find(|option| option.name == name).map_or("", |option| option.default)
}
