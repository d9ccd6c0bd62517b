use axum::body::{Body, Bytes};
use database::Millis;
use futures_util::stream;
use rand::CryptoRng;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use sealing::Keys;
use uuid::Uuid;

use super::{FileId, KeptFile};
use crate::portal::Portal;

/// How much of a file is sealed and read at once, in bytes.
pub const PART_BYTES: i64 = 256 * 1024;

/// A file about to be kept.
pub struct NewFile<'n> {
    /// What it belongs to: a job, an import.
    pub owner: Uuid,
    /// Its place among its owner's files; each is taken once.
    pub position: i64,
    pub name: &'n str,
    pub media_type: &'n str,
    pub keep_until: Millis,
}

/// Keeps a file, in the caller's transaction.
/// # Errors
/// What the database said.
pub async fn write(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    new: &NewFile<'_>,
    content: &[u8],
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<FileId, DbErr> {
    let NewFile { owner, position, name, media_type, keep_until } = *new;
    let (id, bytes) = (FileId::new(now, random), i64::try_from(content.len()).unwrap_or(i64::MAX));
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO kept_files (id, owner, position, name, media_type, bytes, made_at, keep_until)
           VALUES ({id}, {owner}, {position}, {name}, {media_type}, {bytes}, {now}, {keep_until})"#
    ))
    .await?;
    let size = usize::try_from(PART_BYTES).unwrap_or(usize::MAX);
    for (number, part) in (0_i64..).zip(content.chunks(size)) {
        let (key_id, sealed) = keys.seal(part, &bound_to(id, number), random);
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO kept_file_parts (file_id, number, key_id, sealed) VALUES ({id}, {number}, {key_id}, {sealed})"#
        ))
        .await?;
    }
    Ok(id)
}

/// What a part is sealed to: parts can't change places.
fn bound_to(file: FileId, number: i64) -> Vec<u8> {
    [file.0.as_bytes().as_slice(), &number.to_be_bytes()].concat()
}

/// The files of an owner that are still kept, in their order; at most 2,000.
/// # Errors
/// What the database said.
pub async fn of_owner(db: &impl ConnectionTrait, owner: Uuid, now: Millis) -> Result<Vec<KeptFile>, DbErr> {
    KeptFile::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT id, name, media_type, bytes, keep_until FROM kept_files
           WHERE owner = {owner} AND keep_until > {now} ORDER BY position LIMIT 2000"#
    ))
    .all(db)
    .await
}

/// One part of a file, in clear; none past its end, where it is gone, or where its key is lost.
/// # Errors
/// What the database said.
pub async fn part(
    db: &impl ConnectionTrait,
    keys: &Keys,
    file: FileId,
    number: i64,
) -> Result<Option<Vec<u8>>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        key_id: i64,
        sealed: Vec<u8>,
    }
    let row = Row::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT key_id, sealed FROM kept_file_parts WHERE file_id = {file} AND number = {number}"#
    ));
    let row = row.one(db).await?;
    Ok(row.and_then(|row| keys.open(row.key_id, &row.sealed, &bound_to(file, number))))
}

/// A file's bytes as the body of an answer, read part by part. A part that is gone breaks it off, so that
/// nobody takes half a file for a whole one.
pub fn stream(portal: &Portal, file: &KeptFile) -> Body {
    let (portal, id, parts) = (portal.clone(), file.id, file.parts());
    Body::from_stream(stream::unfold(0, move |number| {
        let portal = portal.clone();
        async move {
            if number >= parts {
                return None;
            }
            let read = part(portal.read(), &portal.file_keys, id, number).await;
            let part = match read {
                Ok(Some(part)) => Ok(Bytes::from(part)),
                Ok(None) => Err(std::io::Error::other("a part of a kept file is gone")),
                Err(failure) => Err(std::io::Error::other(failure)),
            };
            let next = if part.is_ok() { number + 1 } else { parts };
            Some((part, next))
        }
    }))
}

/// Forgets an owner's files.
/// # Errors
/// What the database said.
pub async fn delete_of(tx: &impl ConnectionTrait, owner: Uuid) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"DELETE FROM kept_files WHERE owner = {owner}"#)).await?;
    Ok(())
}

/// Forgets files whose time is over; at most 500 a call, since each may have many parts.
/// # Errors
/// What the database said.
pub async fn sweep(db: &impl ConnectionTrait, now: Millis) -> Result<(), DbErr> {
    db.execute_raw(raw_sql!(
        Postgres,
        r#"DELETE FROM kept_files WHERE id IN (SELECT id FROM kept_files WHERE keep_until <= {now} LIMIT 500)"#
    ))
    .await?;
    Ok(())
}
