use std::fmt;

use crate::{Reason, RosterFile};

/// One thing that is wrong, and where. `Display` gives one English sentence without a full stop, such as
/// `users.csv, line 14, column birthDate: "2010-13-01" is not a date (expected a day such as 2026-09-01)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: RosterFile,
    /// The line on which the row begins, as an editor counts them. The header is line 1.
    pub line: u64,
    /// As the standard spells it, or for metadata as the caller does.
    pub column: Option<String>,
    pub reason: Reason,
}

impl Problem {
    /// A problem of a whole row.
    pub fn of_row(file: RosterFile, line: u64, reason: Reason) -> Problem {
        Problem { file, line, column: None, reason }
    }

    /// A problem of one value, or of a column.
    pub fn of_value(file: RosterFile, line: u64, column: impl Into<String>, reason: Reason) -> Problem {
        Problem { file, line, column: Some(column.into()), reason }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for Problem {}
