//! Students: who they are, and the proofs that somebody may see one.

pub mod frame;
mod looked;
mod session;
pub mod store;
mod student_of;

use database::typed_id;
use sea_orm::FromQueryResult;

use crate::schools::SchoolId;

pub use looked::{PasswordSet, StudentLooked};
pub use session::{Myself, SignedInStudent};
pub use student_of::StudentOf;

typed_id!(
    /// Names a student.
    StudentId
);

/// A student as pages show them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Student {
    pub id: StudentId,
    pub school_id: SchoolId,
    pub school: String,
    pub number: String,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub homeroom: String,
    pub counsellor: Option<String>,
    pub birth_on: Option<String>,
}

impl Student {
    /// « Amina Diallo ».
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// A student's number in groups of three, as letters and lists show it.
pub fn grouped_number(number: &str) -> String {
    if number.len() != 9 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    format!("{}\u{a0}{}\u{a0}{}", &number[..3], &number[3..6], &number[6..])
}

/// A username as students are found by it: NFC, lower case, no blanks around.
pub fn username_key(username: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    username.trim().to_lowercase().nfc().collect()
}
