use std::fmt;

use crate::{MAX_VALUE_CHARS, RosterFile};

/// What is wrong with a row, or with a whole file. `Display` gives the end of one English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The file has not even a header line.
    NoHeader,
    /// The header line is one value with semicolons or tabs in it.
    NotCommaSeparated,
    /// The header lacks a column that the standard requires and we need.
    MissingColumn,
    /// The header names a column twice.
    DuplicateColumn,
    /// The row has more or fewer values than the header.
    WrongFieldCount { expected: usize, found: usize },
    /// A quotation mark opens a value and none closes it before the file ends. Nothing after it was read.
    UnclosedQuote,
    /// The row goes on for more than [`crate::MAX_RECORD_BYTES`]. Nothing after it was read.
    RecordTooLong { max_bytes: u64 },
    /// The file goes on for more than [`crate::MAX_FILE_BYTES`]. Nothing after that was read.
    FileTooLarge { max_bytes: u64 },
    /// The disk or the zip file failed. Nothing after that was read.
    Unreadable(String),
    /// The value is required and blank.
    EmptyRequired,
    /// The value is not UTF-8.
    InvalidUtf8,
    /// The value has a control character other than a line end or a tab.
    ControlCharacter { code_point: u32 },
    /// The value has more than [`MAX_VALUE_CHARS`] characters.
    TooLong { max_chars: usize },
    /// The value is no day of the form 2026-09-01.
    BadDate { value: String },
    /// The value is none of the words that the standard has for `what`, such as « OneRoster role ».
    UnknownValue { value: String, what: &'static str, expected: Vec<&'static str> },
    /// Another row of the file has the same `sourcedId`. For callers: this crate remembers no row.
    DuplicateId { value: String },
    /// The value names a row that `file` does not have. For callers: this crate remembers no row.
    UnknownReference { value: String, file: RosterFile },
}

impl Reason {
    pub(crate) fn too_long() -> Reason {
        Reason::TooLong { max_chars: MAX_VALUE_CHARS }
    }

    /// Whether what follows in the file can no longer be told apart.
    pub(crate) fn ends_the_file(&self) -> bool {
        matches!(
            self,
            Reason::UnclosedQuote
                | Reason::RecordTooLong { .. }
                | Reason::FileTooLarge { .. }
                | Reason::Unreadable(_)
        )
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::NoHeader => f.write_str("the file is empty; it needs a header line"),
            Reason::NotCommaSeparated => f.write_str("the values are not separated by commas"),
            Reason::MissingColumn => f.write_str("the column is missing from the header"),
            Reason::DuplicateColumn => f.write_str("the header names the column more than once"),
            Reason::WrongFieldCount { expected, found } => {
                write!(f, "the row has {} where the header has {expected}", count(*found, "value"))
            }
            Reason::UnclosedQuote => f.write_str("a quotation mark opens a value here and is never closed"),
            Reason::RecordTooLong { max_bytes } => {
                write!(f, "the row is longer than {max_bytes} bytes (is a quotation mark left open?)")
            }
            Reason::FileTooLarge { max_bytes } => {
                write!(f, "the file is longer than {max_bytes} bytes")
            }
            Reason::Unreadable(error) => write!(f, "the file can't be read on ({error})"),
            Reason::EmptyRequired => f.write_str("the value is required but blank"),
            Reason::InvalidUtf8 => f.write_str("the value is not UTF-8 text"),
            Reason::ControlCharacter { code_point } => {
                write!(f, "the value has the control character U+{code_point:04X}")
            }
            Reason::TooLong { max_chars } => {
                write!(f, "the value is longer than {max_chars} characters")
            }
            Reason::BadDate { value } => {
                write!(f, "\"{}\" is not a date (expected a day such as 2026-09-01)", shown(value))
            }
            Reason::UnknownValue { value, what, expected } => {
                write!(f, "\"{}\" is not a {what} (expected {})", shown(value), expected.join(", "))
            }
            Reason::DuplicateId { value } => {
                write!(f, "\"{}\" is the id of an earlier row too", shown(value))
            }
            Reason::UnknownReference { value, file } => {
                write!(f, "no row of {file} has the id \"{}\"", shown(value))
            }
        }
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A value as it stands in a message: one line of at most 60 characters.
fn shown(value: &str) -> String {
    let mut shown: String =
        value.chars().take(60).map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
