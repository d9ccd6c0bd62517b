use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use crate::schools::SchoolId;

/// What a school chose for one option.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Kept {
    pub name: String,
    pub value: String,
}

/// Everything that a school chose; what isn't there is the default.
/// # Errors
/// What the database said.
pub async fn each(db: &impl ConnectionTrait, school: SchoolId) -> Result<Vec<Kept>, DbErr> {
    Kept::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT name, value FROM school_options WHERE school_id = {school} ORDER BY name LIMIT 200"#
    ))
    .all(db)
    .await
}

/// The longest life of a code that the school's district allows, in days.
/// # Errors
/// What the database said.
pub async fn longest_code_life(db: &impl ConnectionTrait, school: SchoolId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        code_life_days: i64,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT d.code_life_days FROM schools s JOIN districts d ON d.id = s.district_id WHERE s.id = {school}"#
    ));
    Ok(row.one(db).await?.map_or(180, |row| row.code_life_days))
}
