use database::{Millis, Page};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::events::AuditExported;
use crate::{
    audit::{
        self, Actor,
        store::{self, Criteria, SchoolEvent},
    },
    portal::Portal,
    schools::SchoolId,
};

/// How many rows are read at once, and how many times: no file has more than 100,000.
const CHUNK: i64 = 1_000;
const MOST_CHUNKS: i64 = 100;

/// Reads the events that meet the criteria up to now, newest first, and writes down that they leave
/// the portal.
/// # Errors
/// What the database said.
pub async fn export(
    portal: &Portal,
    school: SchoolId,
    mut criteria: Criteria,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Vec<SchoolEvent>, DbErr> {
    // What happens while the file is made would move every later chunk.
    criteria.until = Some(criteria.until.map_or(now + 1, |until| until.min(now + 1)));
    let mut rows = Vec::new();
    for number in 1..=MOST_CHUNKS {
        let page = Page { number, size: CHUNK };
        let chunk = store::rows(portal.read(), school.0, &criteria, page).await?;
        let is_last = i64::try_from(chunk.len()).unwrap_or(CHUNK) < CHUNK;
        rows.extend(chunk);
        if is_last {
            break;
        }
    }
    let tx = portal.begin().await?;
    audit::record(&*tx, &AuditExported { school, rows: rows.len() }, by, now, random).await?;
    tx.commit().await?;
    Ok(rows)
}
