//! The statements of `codes::redeem`, written by hand with sqlx.

use database::Backend;
use passerelle::{
    audit::EventId, codes::CodeId, guardians::GuardianId, guardianships::GuardianshipId, portal::Portal,
    random,
};
use sea_orm::sqlx;
use uuid::Uuid;

use crate::Failure;

const CLAIM: &str = "UPDATE activation_codes SET used_at = $1, used_by = $2, sealed = NULL \
    WHERE id = $3 AND used_at IS NULL AND deleted_at IS NULL AND expires_at > $1 \
    AND EXISTS (SELECT 1 FROM students st WHERE st.id = activation_codes.student_id AND st.left_at IS NULL) \
    RETURNING student_id";
const LINK: &str = "INSERT INTO guardianships (id, guardian_id, student_id, linked_at) VALUES ($1, $2, $3, $4) \
    ON CONFLICT (guardian_id, student_id) DO UPDATE SET linked_at = excluded.linked_at, removed_at = NULL \
    WHERE guardianships.removed_at IS NOT NULL";
const RECORD: &str = "INSERT INTO audit_events (id, at, actor_kind, actor_id, event, school_id, student_id, details, address) \
    VALUES ($1, $2, 'guardian', $3, 'code-used', NULL, $4, $5, '127.0.0.1')";

/// Writes the body once for both databases, whose types sqlx keeps apart.
macro_rules! redeem {
    ($tx:expr, $code:expr, $guardian:expr, $now:expr) => {{
        let (mut tx, mut random) = ($tx, random::system());
        let student: Uuid =
            sqlx::query_scalar(CLAIM).bind($now).bind($guardian.0).bind($code.0).fetch_one(&mut *tx).await?;
        let link = GuardianshipId::new($now, &mut random).0;
        let linked =
            sqlx::query(LINK).bind(link).bind($guardian.0).bind(student).bind($now).execute(&mut *tx).await?;
        if linked.rows_affected() != 1 {
            return Err("linked already".into());
        }
        let (event, details) = (EventId::new($now, &mut random).0, format!("code={}", $code));
        sqlx::query(RECORD)
            .bind(event)
            .bind($now)
            .bind($guardian.0)
            .bind(student)
            .bind(details)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
    }};
}

/// Redeems one code for this guardian, in one transaction on the portal's own pool.
pub async fn redeem(portal: &Portal, code: CodeId, guardian: GuardianId) -> Result<(), Failure> {
    let (writer, now) = (portal.database.writer(), portal.clock.now());
    match portal.database.backend() {
        Backend::Sqlite => redeem!(
            writer.get_sqlite_connection_pool().begin_with("BEGIN IMMEDIATE").await?,
            code,
            guardian,
            now
        ),
        Backend::Postgres => {
            redeem!(writer.get_postgres_connection_pool().begin().await?, code, guardian, now);
        }
    }
    Ok(())
}
