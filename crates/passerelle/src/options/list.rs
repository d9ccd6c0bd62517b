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
    /// A whole number within these bounds, of these things: the key of what stands behind it.
    Number { least: i64, most: i64, unit: &'static str },
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

impl Section {
    /// In the page's order.
    pub const ALL: [Self; 4] = [Self::Portfolio, Self::Codes, Self::Invitations, Self::Contact];

    /// The key of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Portfolio => "options-portfolio",
            Self::Codes => "options-codes",
            Self::Invitations => "options-invitations",
            Self::Contact => "options-contact",
        }
    }
}

/// One option. Its sentences stand under `options-` and its name, with `-hint` behind.
#[derive(Clone, Copy, Debug)]
pub struct SchoolOption {
    pub name: &'static str,
    pub section: Section,
    pub kind: Kind,
    pub default: &'static str,
}

impl SchoolOption {
    /// The key of what it is called.
    pub fn key(&self) -> String {
        format!("options-{}", self.name)
    }

    /// The key of what it does.
    pub fn hint_key(&self) -> String {
        format!("options-{}-hint", self.name)
    }

    /// Whether its values name a person or how to reach one: the audit keeps only that it changed.
    pub const fn is_personal(&self) -> bool {
        matches!(self.kind, Kind::Line { .. } | Kind::Address)
    }
}

const fn option(name: &'static str, section: Section, kind: Kind, default: &'static str) -> SchoolOption {
    SchoolOption { name, section, kind, default }
}

const fn number(least: i64, most: i64, unit: &'static str) -> Kind {
    Kind::Number { least, most, unit }
}

const DAYS: &str = "options-unit-days";
const CODES: &str = "options-unit-codes";
const INVITATIONS: &str = "options-unit-invitations";
const MAILS: &str = "options-unit-mails";

/// Every option, in the page's order.
pub const OPTIONS: &[SchoolOption] = &[
    option("student-invitations", Section::Portfolio, Kind::Switch, ON),
    option("name-other-guardians", Section::Portfolio, Kind::Switch, OFF),
    option("code-life-days", Section::Codes, number(1, 730, DAYS), "180"),
    option("most-codes", Section::Codes, number(1, 10, CODES), "10"),
    option("open-invitations", Section::Invitations, number(1, 10, INVITATIONS), "5"),
    option("mails-per-student", Section::Invitations, number(1, 50, MAILS), "10"),
    option("mails-per-address", Section::Invitations, number(1, 20, MAILS), "5"),
    option("mails-per-school", Section::Invitations, number(1, 20_000, MAILS), "2000"),
    option("contact-name", Section::Contact, Kind::Line { longest: 120 }, ""),
    option("contact-phone", Section::Contact, Kind::Line { longest: 40 }, ""),
    option("contact-email", Section::Contact, Kind::Address, ""),
];

/// The option of this name.
pub fn find(name: &str) -> Option<&'static SchoolOption> {
    OPTIONS.iter().find(|option| option.name == name)
}

/// What an option is where a school chose nothing.
pub fn default_of(name: &str) -> &'static str {
    find(name).map_or("", |option| option.default)
}
