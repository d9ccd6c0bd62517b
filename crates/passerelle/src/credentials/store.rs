use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use uuid::Uuid;

/// A holder as the three tables give them alike.
#[derive(FromQueryResult)]
pub struct Row {
    pub name_key: Option<String>,
    pub email: Option<String>,
    pub is_confirmed: bool,
    pub language: Option<String>,
    pub name: String,
    pub password_hash: Option<String>,
}

pub async fn guardian(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>, DbErr> {
    Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT email_key AS name_key, email, email_confirmed_at IS NOT NULL AS is_confirmed, language, name, password_hash
           FROM guardians WHERE id = {id} AND closed_at IS NULL"#
    ))
    .one(db)
    .await
}

pub async fn student(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>, DbErr> {
    Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT username AS name_key, email, email IS NOT NULL AS is_confirmed, CAST(NULL AS TEXT) AS language,
                  given_name || ' ' || family_name AS name, password_hash
           FROM students WHERE id = {id} AND left_at IS NULL"#
    ))
    .one(db)
    .await
}

pub async fn staff(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>, DbErr> {
    Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT email_key AS name_key, email, active AS is_confirmed, CAST(NULL AS TEXT) AS language,
                  given_name || ' ' || family_name AS name, password_hash
           FROM staff WHERE id = {id} AND active"#
    ))
    .one(db)
    .await
}
