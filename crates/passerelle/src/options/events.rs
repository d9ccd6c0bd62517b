//! What the audit keeps about a school's options.

use uuid::Uuid;

use crate::{audit::Event, schools::SchoolId};

/// An option has another value.
pub struct OptionChanged {
    pub school: SchoolId,
    pub option: &'static str,
    /// The value before and after; none where it would name a person.
    pub told: Option<(String, String)>,
}

impl Event for OptionChanged {
    const NAME: &'static str = "option-changed";
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        let told = self.told.as_ref();
        let told = told.map_or_else(String::new, |(from, to)| format!(" from={from} to={to}"));
        format!("option={}{told}", self.option)
    }
}

/// The school has another logo, or none any more.
pub struct LogoChanged {
    pub school: SchoolId,
    pub removed: bool,
}

impl Event for LogoChanged {
    const NAME: &'static str = "logo-changed";
    fn school(&self) -> Option<Uuid> {
        Some(self.school.0)
    }
    fn details(&self) -> String {
        if self.removed { "removed".to_owned() } else { "kept".to_owned() }
    }
}
