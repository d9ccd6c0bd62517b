//! The message files, built into the binary.

use wording::{Catalogue, CatalogueError, Language};

macro_rules! files {
    ($($slice:literal),* $(,)?) => {
        [$(
            (Language::French, concat!("fr/", $slice, ".ftl"), include_str!(concat!("../locales/fr/", $slice, ".ftl"))),
            (Language::English, concat!("en/", $slice, ".ftl"), include_str!(concat!("../locales/en/", $slice, ".ftl"))),
        )*]
    };
}

/// Every sentence of the portal, in both languages.
/// # Errors
/// A file doesn't parse, or a key stands twice.
pub fn catalogue() -> Result<Catalogue, CatalogueError> {
    Catalogue::new(files!(
        "access-data",
        "accounts",
        "audit-log",
        "code-batches",
        "codes",
        "concerns",
        "credentials",
        "email-proofs",
        "guardians",
        "guardianships",
        "help",
        "homes",
        "invitations",
        "long-work",
        "mail",
        "options",
        "password-reset",
        "passwords",
        "restrictions",
        "sign-in",
        "sign-up",
        "staff",
        "student-search",
        "web",
    ))
}
