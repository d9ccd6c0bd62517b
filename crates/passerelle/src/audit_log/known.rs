/// What an event has to do with: what the page's filter offers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Looks,
    Codes,
    Invitations,
    Links,
    /// Restrictions, verification, and what people reported.
    Protection,
    Accounts,
    Options,
    /// What came in or left as a file.
    Files,
}

impl Kind {
    /// In the order of the filter.
    pub const ALL: [Self; 8] = [
        Self::Looks,
        Self::Codes,
        Self::Invitations,
        Self::Links,
        Self::Protection,
        Self::Accounts,
        Self::Options,
        Self::Files,
    ];

    /// As it stands in addresses, and in the key of what it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Looks => "looks",
            Self::Codes => "codes",
            Self::Invitations => "invitations",
            Self::Links => "links",
            Self::Protection => "protection",
            Self::Accounts => "accounts",
            Self::Options => "options",
            Self::Files => "files",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The names of its events.
    pub fn events(self) -> impl Iterator<Item = &'static str> {
        KNOWN.iter().filter(move |known| known.kind == self).map(|known| known.name)
    }
}

/// An event that has its sentence: `audit-log-event-` and its name.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub name: &'static str,
    pub kind: Kind,
    /// What the family of its student reads: `audit-log-told-` and this; none where they don't read of it.
    pub family: Option<&'static str>,
}

const fn event(name: &'static str, kind: Kind) -> Known {
    Known { name, kind, family: None }
}

impl Known {
    /// The student's family may read of it too, in these words.
    const fn told_as(self, words: &'static str) -> Self {
        Self { family: Some(words), ..self }
    }
}

/// Every event there is. Families read only of those that say so: never of restrictions, verification
/// and reports, of refusals or of reasons. What would give one of these away by its absence is told
/// in the same words as what it stands for: an invitation that was held back is an invitation asked
/// for, and a link is removed, whoever removed it and why.
pub const KNOWN: &[Known] = &[
    event("student-looked", Kind::Looks).told_as("looked"),
    event("codes-created", Kind::Codes).told_as("codes-created"),
    event("code-deleted", Kind::Codes).told_as("code-deleted"),
    event("code-used", Kind::Codes).told_as("code-used"),
    event("code-disowned", Kind::Codes),
    event("batch-asked", Kind::Codes),
    event("batch-renewed", Kind::Codes),
    event("batch-voided", Kind::Codes),
    event("job-cancelled", Kind::Codes),
    event("job-retried", Kind::Codes),
    event("invitation-sent", Kind::Invitations).told_as("invited"),
    event("invitation-held", Kind::Invitations).told_as("invited"),
    event("invitation-withdrawn", Kind::Invitations).told_as("invitation-withdrawn"),
    event("invitation-refused", Kind::Invitations),
    event("link-removed", Kind::Links).told_as("link-removed"),
    event("guardian-left", Kind::Links).told_as("link-removed"),
    event("link-requested", Kind::Links),
    event("link-accepted", Kind::Links),
    event("link-declined", Kind::Links),
    event("link-objected", Kind::Protection),
    event("concern-settled", Kind::Protection),
    event("restriction-made", Kind::Protection),
    event("restriction-lifted", Kind::Protection),
    event("restricted-tried", Kind::Protection),
    event("verification-switched", Kind::Protection),
    event("account-opened", Kind::Accounts),
    event("account-closed", Kind::Accounts),
    event("name-changed", Kind::Accounts),
    event("language-changed", Kind::Accounts),
    event("email-confirmed", Kind::Accounts),
    event("email-changed", Kind::Accounts),
    event("email-corrected", Kind::Accounts),
    event("email-refused", Kind::Accounts),
    event("password-changed", Kind::Accounts),
    event("password-reset", Kind::Accounts),
    event("sessions-ended", Kind::Accounts),
    event("temporary-password-set", Kind::Accounts).told_as("password"),
    event("student-password-set", Kind::Accounts).told_as("password"),
    event("staff-added", Kind::Accounts),
    event("staff-password-set", Kind::Accounts),
    event("option-changed", Kind::Options),
    event("logo-changed", Kind::Options),
    event("data-exported", Kind::Files),
    event("access-data-exported", Kind::Files),
    event("audit-exported", Kind::Files),
    event("roster-imported", Kind::Files),
];

/// What is known of an event with this name.
pub fn find(name: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.name == name)
}

/// The names of the events that a student's family reads of.
pub fn of_families() -> Vec<&'static str> {
    KNOWN.iter().filter(|known| known.family.is_some()).map(|known| known.name).collect()
}
