//! The adults around a student, as each of them and the student may see the others.

use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use wording::Language;

use super::{Channel, GuardianshipId};
use crate::{guardians::GuardianId, schools::SchoolId, students::StudentId};

/// A student as mails about them need it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct About {
    pub given_name: String,
    /// Their own address, where the school gave one.
    pub email: Option<String>,
    home_language: Option<String>,
    pub school_id: SchoolId,
    pub school: String,
}

impl About {
    pub fn language(&self) -> Language {
        self.home_language.as_deref().and_then(Language::from_tag).unwrap_or_default()
    }
}

/// What a mail about a student says of them; also of one who has left.
/// # Errors
/// What the database said.
pub async fn about(db: &impl ConnectionTrait, student: StudentId) -> Result<Option<About>, DbErr> {
    About::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.given_name, st.email, st.home_language, st.school_id, s.name AS school
           FROM students st JOIN schools s ON s.id = st.school_id WHERE st.id = {student}"#
    ))
    .one(db)
    .await
}

/// A guardian as a mail to them or about them needs it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Contact {
    pub name: String,
    email: String,
    language: String,
    email_confirmed_at: Option<Millis>,
}

impl Contact {
    /// Where mail about a child may go: only to a confirmed address.
    pub fn mailbox(&self) -> Option<(&str, Language)> {
        let language = Language::from_tag(&self.language).unwrap_or_default();
        self.email_confirmed_at.map(|_| (self.email.as_str(), language))
    }
}

/// The guardian with this open account.
/// # Errors
/// What the database said.
pub async fn contact(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Option<Contact>, DbErr> {
    Contact::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT name, email, language, email_confirmed_at FROM guardians WHERE id = {guardian} AND closed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// A guardian who is told by mail of another.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Told {
    /// Their own link to the student.
    pub link: GuardianshipId,
    pub email: String,
    language: String,
}

impl Told {
    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or_default()
    }
}

/// The guardians of a student whose address is confirmed, but for the newcomer; at most 100.
/// # Errors
/// What the database said.
pub async fn to_tell(
    db: &impl ConnectionTrait,
    student: StudentId,
    newcomer: GuardianId,
) -> Result<Vec<Told>, DbErr> {
    Told::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT g.id AS link, p.email, p.language
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at IS NULL AND g.guardian_id <> {newcomer}
             AND p.email_confirmed_at IS NOT NULL AND p.closed_at IS NULL
           ORDER BY g.id LIMIT 100"#
    ))
    .all(db)
    .await
}

/// Somebody whom the student hasn't seen yet.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Newcomer {
    pub guardian: GuardianId,
    pub name: String,
    pub linked_at: Millis,
    channel: String,
}

impl Newcomer {
    pub fn channel(&self) -> Channel {
        Channel::parse(&self.channel)
    }
}

/// The guardians whom a student hasn't said « C'est bien » to, oldest first; at most 20.
/// # Errors
/// What the database said.
pub async fn newcomers(db: &impl ConnectionTrait, student: StudentId) -> Result<Vec<Newcomer>, DbErr> {
    Newcomer::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT g.guardian_id AS guardian, p.name, g.linked_at, g.channel
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at IS NULL AND g.seen_by_student_at IS NULL
           ORDER BY g.linked_at, g.id LIMIT 20"#
    ))
    .all(db)
    .await
}

/// Another guardian of the same child.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Other {
    pub guardian: GuardianId,
    pub name: String,
    pub linked_at: Millis,
}

/// The other guardians of a child, oldest link first; at most 100. Only where the school's option lets
/// guardians know each other.
/// # Errors
/// What the database said.
pub async fn others(
    db: &impl ConnectionTrait,
    student: StudentId,
    but: GuardianId,
) -> Result<Vec<Other>, DbErr> {
    Other::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT g.guardian_id AS guardian, p.name, g.linked_at
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at IS NULL AND g.guardian_id <> {but}
           ORDER BY g.linked_at, g.id LIMIT 100"#
    ))
    .all(db)
    .await
}

/// The guardians who were linked since, and after this guardian: newest first, at most 20. Those who
/// were there before aren't news, and aren't told.
/// # Errors
/// What the database said.
pub async fn linked_after(
    db: &impl ConnectionTrait,
    student: StudentId,
    me: GuardianId,
    since: Millis,
) -> Result<Vec<Other>, DbErr> {
    Other::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT g.guardian_id AS guardian, p.name, g.linked_at
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
                JOIN guardianships own ON own.student_id = g.student_id AND own.guardian_id = {me}
           WHERE g.student_id = {student} AND g.removed_at IS NULL AND g.guardian_id <> {me}
             AND g.linked_at > {since} AND g.linked_at > own.linked_at
           ORDER BY g.linked_at DESC, g.id LIMIT 20"#
    ))
    .all(db)
    .await
}

/// A link that is no more.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Removed {
    pub name: String,
    pub removed_at: Millis,
    removed_by_kind: Option<String>,
    /// What the staff wrote, or [`super::restrictions::REASON`].
    removed_reason: Option<String>,
}

impl Removed {
    /// The key of who removed it and when.
    pub fn key(&self) -> &'static str {
        match self.removed_by_kind.as_deref() {
            Some("guardian") => "guardianships-removed-by-guardian",
            _ if self.is_restriction() => "guardianships-removed-by-restriction",
            _ => "guardianships-removed-by-school",
        }
    }

    /// Why, where the staff wrote it down.
    pub fn reason(&self) -> Option<&str> {
        self.removed_reason.as_deref().filter(|reason| !reason.is_empty() && !self.is_restriction())
    }

    /// Whether it went because of a restriction: nothing that counsellors are told.
    pub fn is_restriction(&self) -> bool {
        self.removed_reason.as_deref() == Some(super::restrictions::REASON)
    }
}

/// The links of a student that were removed since, latest first; at most 20.
/// # Errors
/// What the database said.
pub async fn removed(
    db: &impl ConnectionTrait,
    student: StudentId,
    since: Millis,
) -> Result<Vec<Removed>, DbErr> {
    Removed::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.name, g.removed_at, g.removed_by_kind, g.removed_reason
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at > {since} AND p.closed_at IS NULL
           ORDER BY g.removed_at DESC, g.id LIMIT 20"#
    ))
    .all(db)
    .await
}
