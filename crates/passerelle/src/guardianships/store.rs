use database::Millis;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::{Channel, GuardianshipId, LinkRefusal};
use crate::{guardians::GuardianId, schools::SchoolId, students::StudentId};

/// A child as a guardian's pages show them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Child {
    pub id: StudentId,
    pub given_name: String,
    pub family_name: String,
    pub grade: String,
    pub homeroom: String,
    pub school_id: SchoolId,
    pub school: String,
    pub counsellor: Option<String>,
    pub linked_at: Millis,
    /// Whether the roster still has them at a school.
    pub here: bool,
}

impl Child {
    /// « Amina Diallo ».
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// The children of a guardian, school by school, by first name; at most 200.
/// # Errors
/// What the database said.
pub async fn children_of(db: &impl ConnectionTrait, guardian: GuardianId) -> Result<Vec<Child>, DbErr> {
    Child::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.family_name, st.grade, st.homeroom, st.school_id, s.name AS school,
                  c.given_name || ' ' || c.family_name AS counsellor, g.linked_at, st.left_at IS NULL AS here
           FROM guardianships g JOIN students st ON st.id = g.student_id JOIN schools s ON s.id = st.school_id
                LEFT JOIN staff c ON c.id = st.counsellor_id
           WHERE g.guardian_id = {guardian} AND g.removed_at IS NULL
           ORDER BY s.name, st.given_name, st.id LIMIT 200"#
    ))
    .all(db)
    .await
}

/// One child of a guardian, if they are linked now.
/// # Errors
/// What the database said.
pub async fn child_of(
    db: &impl ConnectionTrait,
    guardian: GuardianId,
    student: StudentId,
) -> Result<Option<Child>, DbErr> {
    Child::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.given_name, st.family_name, st.grade, st.homeroom, st.school_id, s.name AS school,
                  c.given_name || ' ' || c.family_name AS counsellor, g.linked_at, st.left_at IS NULL AS here
           FROM guardianships g JOIN students st ON st.id = g.student_id JOIN schools s ON s.id = st.school_id
                LEFT JOIN staff c ON c.id = st.counsellor_id
           WHERE g.guardian_id = {guardian} AND g.student_id = {student} AND g.removed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// A guardian as a student and their school's staff see them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct LinkedGuardian {
    pub id: GuardianId,
    pub name: String,
    pub email: String,
    pub linked_at: Millis,
    pub last_visit_at: Millis,
    /// How many objections to them the school hasn't settled yet.
    pub objections: i64,
}

impl LinkedGuardian {
    /// Whether somebody objected to them and the school hasn't settled it.
    pub const fn is_contested(&self) -> bool {
        self.objections > 0
    }
}

/// The guardians of a student, oldest link first; at most 100.
/// # Errors
/// What the database said.
pub async fn guardians_of(
    db: &impl ConnectionTrait,
    student: StudentId,
) -> Result<Vec<LinkedGuardian>, DbErr> {
    LinkedGuardian::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.id, p.name, p.email, g.linked_at, p.last_visit_at,
                  (SELECT count(*) FROM concerns c WHERE c.student_id = g.student_id AND c.guardian_id = g.guardian_id
                     AND c.kind = 'objection' AND c.settled_at IS NULL) AS objections
           FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.removed_at IS NULL
           ORDER BY g.linked_at, g.id LIMIT 100"#
    ))
    .all(db)
    .await
}

/// A guardian linked to a student now, by name.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Linked {
    pub name: String,
}

/// The guardian of this student, if they are linked now.
/// # Errors
/// What the database said.
pub async fn find(
    db: &impl ConnectionTrait,
    student: StudentId,
    guardian: GuardianId,
) -> Result<Option<Linked>, DbErr> {
    Linked::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT p.name FROM guardianships g JOIN guardians p ON p.id = g.guardian_id
           WHERE g.student_id = {student} AND g.guardian_id = {guardian} AND g.removed_at IS NULL"#
    ))
    .one(db)
    .await
}

/// Who removed the link of the two, if it was and isn't made again: `guardian` or `staff`.
/// # Errors
/// What the database said.
pub async fn removed_by(
    db: &impl ConnectionTrait,
    student: StudentId,
    guardian: GuardianId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        removed_by_kind: Option<String>,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT removed_by_kind FROM guardianships
           WHERE student_id = {student} AND guardian_id = {guardian} AND removed_at IS NOT NULL"#
    ));
    Ok(row.one(db).await?.map(|row| row.removed_by_kind.unwrap_or_default()))
}

/// How a guardian and a student stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, FromQueryResult)]
pub struct Standing {
    linked: i64,
    restricted: i64,
    waiting: i64,
}

impl Standing {
    /// Why a code wouldn't link the two.
    pub const fn refusal(self) -> Option<LinkRefusal> {
        match self {
            Self { linked: 1.., .. } => Some(LinkRefusal::AlreadyLinked),
            Self { restricted: 1.., .. } => Some(LinkRefusal::MustVerify),
            Self { waiting: 1.., .. } => Some(LinkRefusal::AlreadyWaiting),
            _ => None,
        }
    }
}

/// Whether the two are linked, kept apart by a restriction, or waiting for the school.
/// # Errors
/// What the database said.
pub async fn standing(
    db: &impl ConnectionTrait,
    student: StudentId,
    guardian: GuardianId,
    email_key: &str,
) -> Result<Standing, DbErr> {
    let standing = Standing::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT (SELECT count(*) FROM guardianships
                   WHERE student_id = {student} AND guardian_id = {guardian} AND removed_at IS NULL) AS linked,
                  (SELECT count(*) FROM restrictions WHERE student_id = {student} AND lifted_at IS NULL
                     AND (guardian_id = {guardian} OR email_key = {email_key})) AS restricted,
                  (SELECT count(*) FROM link_requests
                   WHERE student_id = {student} AND guardian_id = {guardian} AND decided_at IS NULL) AS waiting"#
    ));
    Ok(standing.one(db).await?.unwrap_or(Standing { linked: 0, restricted: 0, waiting: 0 }))
}

/// Holds a guardian's row until the transaction ends and gives what their address is compared by; none
/// for an account that was closed. Who closes one waits here, or is waited for.
/// # Errors
/// What the database said.
pub async fn hold_guardian(tx: &impl ConnectionTrait, guardian: GuardianId) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Held {
        email_key: String,
    }
    let held = Held::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE guardians SET last_visit_at = last_visit_at WHERE id = {guardian} AND closed_at IS NULL
           RETURNING email_key"#
    ));
    Ok(held.one(tx).await?.map(|held| held.email_key))
}

/// The row of a link about to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewRow {
    pub id: GuardianshipId,
    pub guardian: GuardianId,
    pub student: StudentId,
    pub channel: Channel,
    /// None: the student has still to see it.
    pub seen_by_student_at: Option<Millis>,
}

/// Whether the adult with this address, or whose account has it, is restricted about this student now.
/// # Errors
/// What the database said.
pub async fn is_restricted_address(
    db: &impl ConnectionTrait,
    student: StudentId,
    email_key: &str,
) -> Result<bool, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        restrictions: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS restrictions FROM restrictions
           WHERE student_id = {student} AND lifted_at IS NULL
             AND (email_key = {email_key} OR guardian_id IN (SELECT id FROM guardians WHERE email_key = {email_key}))"#
    ));
    Ok(counted.one(db).await?.is_some_and(|row| row.restrictions > 0))
}

/// Makes the row of a link, or takes back its removal with all that was written of it; gives the row's
/// id, none if they are linked already or the account is closed.
/// # Errors
/// What the database said.
pub async fn insert_or_restore(
    tx: &impl ConnectionTrait,
    new: &NewRow,
    now: Millis,
) -> Result<Option<GuardianshipId>, DbErr> {
    let (id, guardian, student) = (new.id, new.guardian, new.student);
    let (channel, seen) = (new.channel.name(), new.seen_by_student_at);
    let made = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO guardianships (id, guardian_id, student_id, linked_at, channel, seen_by_student_at)
           SELECT {id}, p.id, {student}, {now}, {channel}, {seen} FROM guardians p
           WHERE p.id = {guardian} AND p.closed_at IS NULL
           ON CONFLICT (guardian_id, student_id) DO UPDATE
           SET linked_at = excluded.linked_at, channel = excluded.channel, seen_by_student_at = excluded.seen_by_student_at,
               removed_at = NULL, removed_by_kind = NULL, removed_by = NULL, removed_reason = NULL
           WHERE guardianships.removed_at IS NOT NULL
           RETURNING id"#
    ));
    Ok(made.one(tx).await?.map(|row| row.id))
}

#[derive(FromQueryResult)]
struct Named {
    id: GuardianshipId,
}

/// Removes a link and gives its id; none if the two aren't linked now.
/// # Errors
/// What the database said.
pub async fn remove(
    tx: &impl ConnectionTrait,
    removal: &super::Removal<'_>,
    now: Millis,
) -> Result<Option<GuardianshipId>, DbErr> {
    let (student, guardian, reason) = (removal.student, removal.guardian, removal.reason);
    let (kind, by) = removal.by.columns(guardian);
    let removed = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"UPDATE guardianships SET removed_at = {now}, removed_by_kind = {kind}, removed_by = {by}, removed_reason = {reason}
           WHERE student_id = {student} AND guardian_id = {guardian} AND removed_at IS NULL
           RETURNING id"#
    ));
    Ok(removed.one(tx).await?.map(|row| row.id))
}

/// Writes down that the student has seen who was linked; false if they aren't linked now.
/// # Errors
/// What the database said.
pub async fn mark_seen(
    tx: &impl ConnectionTrait,
    student: StudentId,
    guardian: GuardianId,
    now: Millis,
) -> Result<bool, DbErr> {
    let done = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE guardianships SET seen_by_student_at = COALESCE(seen_by_student_at, {now})
               WHERE student_id = {student} AND guardian_id = {guardian} AND removed_at IS NULL"#
        ))
        .await?;
    Ok(done.rows_affected() == 1)
}
