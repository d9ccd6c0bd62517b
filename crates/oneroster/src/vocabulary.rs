//! The words that the standard has for kinds of things. Case doesn't matter. Words that begin with `ext:` are
//! OneRoster 1.2's own way of adding to a vocabulary, and are kept.

/// A closed list of words, plus `ext:` ones.
pub(crate) trait Vocabulary: Clone + 'static {
    /// What one of the words is: « OneRoster role ».
    const WHAT: &'static str;
    const WORDS: &'static [(&'static str, Self)];
    fn other(word: String) -> Self;

    fn parse(word: &str) -> Option<Self> {
        if word.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("ext:")) {
            return Some(Self::other(word.to_owned()));
        }
        let (_, known) = Self::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word))?;
        Some(known.clone())
    }
}

/// What somebody is. OneRoster 1.1 states one role in users.csv (there is `administrator` but no counsellor);
/// 1.2 states one for each org in roles.csv.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 1.1, and enrollments of both.
    Administrator,
    Aide,
    /// 1.2; some systems write it in 1.1 as well.
    Counselor,
    DistrictAdministrator,
    Guardian,
    Parent,
    Principal,
    Proctor,
    Relative,
    SiteAdministrator,
    Student,
    SystemAdministrator,
    Teacher,
    /// A word of the sender's own, with its `ext:`.
    Other(String),
}

impl Vocabulary for Role {
    const WHAT: &'static str = "OneRoster role";
    const WORDS: &'static [(&'static str, Role)] = &[
        ("administrator", Role::Administrator),
        ("aide", Role::Aide),
        ("counselor", Role::Counselor),
        ("districtAdministrator", Role::DistrictAdministrator),
        ("guardian", Role::Guardian),
        ("parent", Role::Parent),
        ("principal", Role::Principal),
        ("proctor", Role::Proctor),
        ("relative", Role::Relative),
        ("siteAdministrator", Role::SiteAdministrator),
        ("student", Role::Student),
        ("systemAdministrator", Role::SystemAdministrator),
        ("teacher", Role::Teacher),
    ];

    fn other(word: String) -> Role {
        Role::Other(word)
    }
}

impl Role {
    /// The word that the standard has for it, as it is spelt there; of the sender's own, their word.
    pub fn word(&self) -> &str {
        if let Role::Other(word) = self {
            return word;
        }
        let known = Self::WORDS.iter().find(|(_, role)| role == self);
        known.map_or("", |(word, _)| word)
    }
}

/// What an org is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrgKind {
    Department,
    School,
    District,
    Local,
    State,
    National,
    /// A word of the sender's own, with its `ext:`.
    Other(String),
}

impl Vocabulary for OrgKind {
    const WHAT: &'static str = "OneRoster org type";
    const WORDS: &'static [(&'static str, OrgKind)] = &[
        ("department", OrgKind::Department),
        ("school", OrgKind::School),
        ("district", OrgKind::District),
        ("local", OrgKind::Local),
        ("state", OrgKind::State),
        ("national", OrgKind::National),
    ];

    fn other(word: String) -> OrgKind {
        OrgKind::Other(word)
    }
}

/// Whether a class is the one where students are registered, or one of their timetable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassKind {
    Homeroom,
    Scheduled,
    /// A word of the sender's own, with its `ext:`.
    Other(String),
}

impl Vocabulary for ClassKind {
    const WHAT: &'static str = "OneRoster class type";
    const WORDS: &'static [(&'static str, ClassKind)] =
        &[("homeroom", ClassKind::Homeroom), ("scheduled", ClassKind::Scheduled)];

    fn other(word: String) -> ClassKind {
        ClassKind::Other(word)
    }
}
