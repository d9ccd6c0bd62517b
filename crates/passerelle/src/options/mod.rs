//! « Options du Portfolio »: what a school decides for itself.
//!
//! [`SchoolOptions`] is what acts read. Every option stands once in [`list::OPTIONS`]: its name in the
//! table, its kind with bounds, its default. A further option is one line there, one field here and its
//! sentences.

mod check;
mod events;
mod keep_logo;
pub mod list;
mod pages;
mod picture;
mod save;
pub mod store;

use sea_orm::{ConnectionTrait, DbErr};

pub use check::{Answer, Refusal, check};
pub use keep_logo::{keep_logo, remove_logo};
pub use pages::routes;
pub use picture::{MOST_BYTES, Picture, PictureRefusal};
pub use save::save;

use crate::schools::SchoolId;

/// A school's options, as they are at this moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchoolOptions {
    /// Students may invite their parents/guardians by e-mail.
    pub student_invitations: bool,
    /// A guardian reads the names of a child's other guardians.
    pub name_other_guardians: bool,
    /// How long a new activation code lives, in days: never longer than the district allows.
    pub code_life_days: i64,
    /// How many usable codes a student holds at most.
    pub codes_per_student: i64,
    /// How many open invitations a student has at most.
    pub open_invitations: i64,
    /// Invitation mails of one student a day.
    pub invitations_per_student: i64,
    /// Invitation mails to one address a day, over all students.
    pub invitations_per_address: i64,
    /// Invitation mails of the school a day.
    pub invitations_per_school: i64,
    /// Whom families may ask: each empty where the school gave none.
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
}

impl SchoolOptions {
    /// When a code made now ends.
    pub const fn code_expires_at(&self, now: database::Millis) -> database::Millis {
        now + self.code_life_days * database::DAY_MS
    }
}

/// A school's options.
/// # Errors
/// What the database said.
pub async fn of_school(db: &impl ConnectionTrait, school: SchoolId) -> Result<SchoolOptions, DbErr> {
    let kept = store::each(db, school).await?;
    let text = |name: &str| value_of(&kept, name);
    let number = |name: &str| text(name).parse::<i64>().unwrap_or_default();
    let longest = store::longest_code_life(db, school).await?;
    Ok(SchoolOptions {
        student_invitations: text("student-invitations") == list::ON,
        name_other_guardians: text("name-other-guardians") == list::ON,
        code_life_days: number("code-life-days").min(longest),
        codes_per_student: number("most-codes"),
        open_invitations: number("open-invitations"),
        invitations_per_student: number("mails-per-student"),
        invitations_per_address: number("mails-per-address"),
        invitations_per_school: number("mails-per-school"),
        contact_name: text("contact-name"),
        contact_phone: text("contact-phone"),
        contact_email: text("contact-email"),
    })
}

/// What an option is, from what a school chose.
fn value_of(kept: &[store::Kept], name: &str) -> String {
    let chosen = kept.iter().find(|row| row.name == name).map(|row| row.value.clone());
    chosen.unwrap_or_else(|| list::default_of(name).to_owned())
}
