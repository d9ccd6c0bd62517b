/// Why a student has no guardian here. The first that holds, in this order, is the one that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Somebody used a code, and the school has to say whether they may.
    ToConfirm,
    /// A code was mailed to an address that a mail server refused.
    Undelivered,
    /// There is a code that still serves.
    CodeUnused,
    /// The codes ended before anybody used one.
    Expired,
    /// There was a link; it was removed.
    Removed,
    NoCode,
}

impl Reason {
    pub const ALL: [Self; 6] =
        [Self::ToConfirm, Self::Undelivered, Self::CodeUnused, Self::Expired, Self::Removed, Self::NoCode];

    /// As the statement and addresses have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ToConfirm => "to-confirm",
            Self::Undelivered => "undelivered",
            Self::CodeUnused => "code-unused",
            Self::Expired => "expired",
            Self::Removed => "removed",
            Self::NoCode => "no-code",
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::ToConfirm => "access-data-reason-to-confirm",
            Self::Undelivered => "access-data-reason-undelivered",
            Self::CodeUnused => "access-data-reason-code-unused",
            Self::Expired => "access-data-reason-expired",
            Self::Removed => "access-data-reason-removed",
            Self::NoCode => "access-data-reason-no-code",
        }
    }

    /// The key of the one next step.
    pub const fn step_key(self) -> &'static str {
        match self {
            Self::ToConfirm => "access-data-step-to-confirm",
            Self::Undelivered => "access-data-step-undelivered",
            Self::CodeUnused => "access-data-step-code-unused",
            Self::Expired => "access-data-step-expired",
            Self::Removed => "access-data-step-removed",
            Self::NoCode => "access-data-step-no-code",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }
}
