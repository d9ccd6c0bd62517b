use std::collections::HashSet;

use database::{Millis, Page};
use rand::CryptoRng;
use sea_orm::DbErr;

use super::{
    criteria::Criteria,
    events::AccessDataExported,
    store::accounts::{self, Row},
};
use crate::{
    audit::{self, Actor},
    portal::Portal,
    schools::SchoolId,
};

/// How many rows are read at once, and how many times: no file has more than 100,000.
const CHUNK: i64 = 1_000;
const MOST_CHUNKS: i64 = 100;

/// Everything the file says.
pub struct Exported {
    pub rows: Vec<Row>,
    /// The keys of the addresses that a mail server refused.
    pub refused: HashSet<String>,
}

/// Reads all rows that meet the criteria, and writes down that they leave the portal.
/// # Errors
/// What the database said.
pub async fn export(
    portal: &Portal,
    school: SchoolId,
    criteria: &Criteria,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Exported, DbErr> {
    let (mut rows, mut refused) = (Vec::new(), HashSet::new());
    for number in 1..=MOST_CHUNKS {
        let chunk = accounts::rows(portal.read(), school, criteria, Page { number, size: CHUNK }).await?;
        let is_last = i64::try_from(chunk.len()).unwrap_or(CHUNK) < CHUNK;
        refused.extend(accounts::refused(portal.read(), &chunk).await?);
        rows.extend(chunk);
        if is_last {
            break;
        }
    }
    let tx = portal.begin().await?;
    audit::record(&*tx, &AccessDataExported { school, rows: rows.len() }, by, now, random).await?;
    tx.commit().await?;
    Ok(Exported { rows, refused })
}
