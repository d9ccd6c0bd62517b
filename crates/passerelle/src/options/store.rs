//! Every statement on the tables of a school's options.

use database::{Millis, Page, PageOf};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};

use super::Picture;
use crate::{schools::SchoolId, staff::StaffId};

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

/// Holds a school's row until the transaction ends.
/// # Errors
/// What the database said.
pub async fn hold_school(tx: &impl ConnectionTrait, school: SchoolId) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE schools SET name = name WHERE id = {school}"#)).await?;
    Ok(())
}

/// Writes down what a school chose for one option, and who did.
/// # Errors
/// What the database said.
pub async fn put(
    tx: &impl ConnectionTrait,
    school: SchoolId,
    name: &str,
    value: &str,
    by: StaffId,
    now: Millis,
) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO school_options (school_id, name, value, changed_by, changed_at)
           VALUES ({school}, {name}, {value}, {by}, {now})
           ON CONFLICT (school_id, name) DO UPDATE
           SET value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at"#
    ))
    .await?;
    Ok(())
}

/// A change of an option or of the logo, as the history shows it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Change {
    pub at: Millis,
    pub event: String,
    /// `key=value` pairs of the event.
    pub details: String,
    /// Who made it, while they have an account.
    pub made_by: Option<String>,
}

/// A page of a school's changes, newest first.
/// # Errors
/// What the database said.
pub async fn changes(
    db: &impl ConnectionTrait,
    school: SchoolId,
    page: Page,
) -> Result<PageOf<Change>, DbErr> {
    #[derive(FromQueryResult)]
    struct Counted {
        changes: i64,
    }
    let counted = Counted::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT count(*) AS changes FROM audit_events
           WHERE school_id = {school} AND event IN ('option-changed', 'logo-changed')"#
    ));
    let total = counted.one(db).await?.map_or(0, |row| row.changes);
    let (size, offset) = (page.size, page.offset());
    let rows = Change::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT e.at, e.event, e.details, m.given_name || ' ' || m.family_name AS made_by
           FROM audit_events e LEFT JOIN staff m ON m.id = e.actor_id
           WHERE e.school_id = {school} AND e.event IN ('option-changed', 'logo-changed')
           ORDER BY e.at DESC, e.id DESC LIMIT {size} OFFSET {offset}"#
    ));
    Ok(PageOf { rows: rows.all(db).await?, page, total })
}

/// The digest of a school's logo, if it has one.
/// # Errors
/// What the database said.
pub async fn logo_digest(db: &impl ConnectionTrait, school: SchoolId) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        digest: String,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT digest FROM school_logos WHERE school_id = {school}"#
    ));
    Ok(row.one(db).await?.map(|row| row.digest))
}

/// A logo as it is served.
#[derive(FromQueryResult)]
pub struct Logo {
    pub media_type: String,
    pub image: Vec<u8>,
}

/// The logo of the school with this short name, while it has this digest.
/// # Errors
/// What the database said.
pub async fn logo(db: &impl ConnectionTrait, school: &str, digest: &str) -> Result<Option<Logo>, DbErr> {
    Logo::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT l.media_type, l.image FROM school_logos l JOIN schools s ON s.id = l.school_id
           WHERE s.short_name = {school} AND l.digest = {digest}"#
    ))
    .one(db)
    .await
}

/// Keeps a picture as the school's logo, in place of the one there was.
/// # Errors
/// What the database said.
pub async fn put_logo(
    tx: &impl ConnectionTrait,
    school: SchoolId,
    picture: Picture,
    now: Millis,
) -> Result<(), DbErr> {
    let (media_type, digest, image) = (picture.media_type, picture.digest(), picture.bytes);
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO school_logos (school_id, media_type, digest, image, changed_at)
           VALUES ({school}, {media_type}, {digest}, {image}, {now})
           ON CONFLICT (school_id) DO UPDATE SET media_type = excluded.media_type, digest = excluded.digest,
               image = excluded.image, changed_at = excluded.changed_at"#
    ))
    .await?;
    Ok(())
}

/// Forgets a school's logo; false if there was none.
/// # Errors
/// What the database said.
pub async fn remove_logo(tx: &impl ConnectionTrait, school: SchoolId) -> Result<bool, DbErr> {
    let done =
        tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM school_logos WHERE school_id = {school}"#)).await?;
    Ok(done.rows_affected() == 1)
}
