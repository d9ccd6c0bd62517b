use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

use super::{DistrictId, School};

/// The school with this short name.
/// # Errors
/// What the database said.
pub async fn find_by_short_name(
    db: &impl ConnectionTrait,
    short_name: &str,
) -> Result<Option<School>, DbErr> {
    School::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.id, s.district_id, s.short_name, s.name, s.roster_at
           FROM schools s WHERE s.short_name = {short_name}"#
    ))
    .one(db)
    .await
}

/// The board's name, for pages that nobody is signed in on: the first district; empty before the
/// first roster.
/// # Errors
/// What the database said.
pub async fn district_name(db: &impl ConnectionTrait) -> Result<String, DbErr> {
    #[derive(FromQueryResult)]
    struct Named {
        name: String,
    }
    let first =
        Named::find_by_statement(raw_sql!(Postgres, r#"SELECT name FROM districts ORDER BY id LIMIT 1"#))
            .one(db)
            .await?;
    Ok(first.map_or_else(String::new, |district| district.name))
}

/// Every district, for commands.
/// # Errors
/// What the database said.
pub async fn each_district(db: &impl ConnectionTrait) -> Result<Vec<(DistrictId, String)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Named {
        id: DistrictId,
        name: String,
    }
    let rows = Named::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, name FROM districts ORDER BY id LIMIT 100"#
    ))
    .all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The schools of a guardian's children, at most ten.
/// # Errors
/// What the database said.
pub async fn of_guardian(db: &impl ConnectionTrait, guardian: Uuid) -> Result<Vec<School>, DbErr> {
    School::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.id, s.district_id, s.short_name, s.name, s.roster_at FROM schools s
           WHERE s.id IN (SELECT st.school_id FROM guardianships g JOIN students st ON st.id = g.student_id
                          WHERE g.guardian_id = {guardian} AND g.removed_at IS NULL AND st.left_at IS NULL)
           ORDER BY s.name, s.id LIMIT 10"#
    ))
    .all(db)
    .await
}

/// A student's school, while they are there.
/// # Errors
/// What the database said.
pub async fn of_student(db: &impl ConnectionTrait, student: Uuid) -> Result<Vec<School>, DbErr> {
    School::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.id, s.district_id, s.short_name, s.name, s.roster_at
           FROM students st JOIN schools s ON s.id = st.school_id
           WHERE st.id = {student} AND st.left_at IS NULL"#
    ))
    .all(db)
    .await
}

/// The schools where a member of the staff has a role, at most ten; not a whole district's.
/// # Errors
/// What the database said.
pub async fn of_staff(db: &impl ConnectionTrait, staff: Uuid) -> Result<Vec<School>, DbErr> {
    School::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT s.id, s.district_id, s.short_name, s.name, s.roster_at FROM schools s
           WHERE s.id IN (SELECT r.school_id FROM staff_roles r WHERE r.staff_id = {staff})
           ORDER BY s.name, s.id LIMIT 10"#
    ))
    .all(db)
    .await
}
