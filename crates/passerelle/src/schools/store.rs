use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

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
