use std::collections::HashMap;

use database::Millis;
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use super::{RoleKind, StaffId};
use crate::schools::{DistrictId, SchoolId};

/// A member of the staff as signing in needs them.
#[derive(FromQueryResult)]
pub struct Credentials {
    pub id: StaffId,
    pub password_hash: Option<String>,
}

/// The open account with this e-mail.
/// # Errors
/// What the database said.
pub async fn credentials(db: &impl ConnectionTrait, email_key: &str) -> Result<Option<Credentials>, DbErr> {
    Credentials::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, password_hash FROM staff WHERE email_key = {email_key} AND active"#
    ))
    .one(db)
    .await
}

/// One role of a signed-in member of the staff, with who they are.
#[derive(FromQueryResult)]
pub struct WithRole {
    pub id: StaffId,
    pub last_seen_at: Millis,
    pub given_name: String,
    pub family_name: String,
    pub role: Option<String>,
    pub district_id: Option<DistrictId>,
    pub school_id: Option<SchoolId>,
    pub district: Option<String>,
    /// How many jobs of theirs aren't over.
    pub running_jobs: i64,
}

/// The person and roles behind a session used since, one role a row; one row without a role where
/// there is none, no row for a closed account or a session that is over.
/// # Errors
/// What the database said.
pub async fn signed_in(
    db: &impl ConnectionTrait,
    token_hash: &[u8],
    used_since: Millis,
) -> Result<Vec<WithRole>, DbErr> {
    let token_hash = token_hash.to_vec();
    WithRole::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.id, t.last_seen_at, s.given_name, s.family_name, r.role, r.district_id, r.school_id,
                  (SELECT name FROM districts ORDER BY id LIMIT 1) AS district,
                  (SELECT count(*) FROM jobs j WHERE j.made_by = s.id AND j.state IN ('waiting', 'running')) AS running_jobs
           FROM sessions t JOIN staff s ON s.id = t.person_id LEFT JOIN staff_roles r ON r.staff_id = s.id
           WHERE t.token_hash = {token_hash} AND t.kind = 'staff' AND t.last_seen_at > {used_since} AND s.active
           ORDER BY r.id LIMIT 500"#
    ))
    .all(db)
    .await
}

/// A school that a member of the staff works in, with how many students it has.
#[derive(FromQueryResult)]
pub struct ReachedSchool {
    pub short_name: String,
    pub name: String,
    pub students: i64,
}

/// The schools that a member of the staff reaches, by name; at most 500.
/// # Errors
/// What the database said.
pub async fn schools_of(db: &impl ConnectionTrait, id: StaffId) -> Result<Vec<ReachedSchool>, DbErr> {
    ReachedSchool::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.short_name, s.name,
                  (SELECT count(*) FROM students st WHERE st.school_id = s.id AND st.left_at IS NULL) AS students
           FROM schools s
           WHERE EXISTS (SELECT 1 FROM staff_roles r WHERE r.staff_id = {id}
                         AND (r.school_id = s.id OR (r.school_id IS NULL AND r.district_id = s.district_id)))
           ORDER BY s.name, s.id LIMIT 500"#
    ))
    .all(db)
    .await
}

/// A new member of the staff, or the one with this e-mail, whose names are then these.
pub struct NewStaff<'n> {
    pub id: StaffId,
    pub email: &'n str,
    pub email_key: &'n str,
    pub given_name: &'n str,
    pub family_name: &'n str,
}

/// Opens an account by hand; of one that is there it changes the names and opens it again.
/// # Errors
/// What the database said.
pub async fn upsert_by_email(
    tx: &impl ConnectionTrait,
    new: &NewStaff<'_>,
    now: Millis,
) -> Result<StaffId, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: StaffId,
    }
    let NewStaff { id, email, email_key, given_name, family_name } = *new;
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"INSERT INTO staff (id, email, email_key, given_name, family_name, active, created_at)
           VALUES ({id}, {email}, {email_key}, {given_name}, {family_name}, {true}, {now})
           ON CONFLICT (email_key) DO UPDATE SET given_name = excluded.given_name, family_name = excluded.family_name,
               active = excluded.active
           RETURNING id"#
    ));
    row.one(tx).await?.map(|row| row.id).ok_or_else(|| DbErr::RecordNotFound("staff".to_owned()))
}

/// Gives a role by hand; one that is there becomes the hand's, which no roster takes away.
/// # Errors
/// What the database said.
pub async fn grant(
    tx: &impl ConnectionTrait,
    staff: StaffId,
    role: RoleKind,
    district: DistrictId,
    school: Option<SchoolId>,
    origin: &str,
    new_id: Uuid,
) -> Result<(), DbErr> {
    let role = role.name();
    let updated = tx
        .execute_raw(raw_sql!(
            Postgres,
            r#"UPDATE staff_roles SET origin = CASE WHEN origin = 'hand' THEN origin ELSE {origin} END
               WHERE staff_id = {staff} AND role = {role} AND district_id = {district}
                 AND (school_id = {school} OR (school_id IS NULL AND role = 'district-administrator'))"#
        ))
        .await?;
    if updated.rows_affected() == 0 {
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO staff_roles (id, staff_id, role, district_id, school_id, origin)
               VALUES ({new_id}, {staff}, {role}, {district}, {school}, {origin})"#
        ))
        .await?;
    }
    Ok(())
}

/// Sets a password that the operator or the person themselves chose.
/// # Errors
/// What the database said.
pub async fn set_password(tx: &impl ConnectionTrait, id: StaffId, hash: &str) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE staff SET password_hash = {hash} WHERE id = {id}"#)).await?;
    Ok(())
}

/// A random id for a row of `staff_roles`.
pub fn new_role_id(now: Millis, random: &mut (impl CryptoRng + ?Sized)) -> Uuid {
    StaffId::new(now, random).0
}

/// The names of these members of the staff, by id.
/// # Errors
/// What the database said.
pub async fn names_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
    }
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = ids.to_vec();
    let rows = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, given_name || ' ' || family_name AS name FROM staff WHERE id IN ({..ids})"#
    ));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
