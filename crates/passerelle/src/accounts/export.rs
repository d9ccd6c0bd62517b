use std::io::{Cursor, Write as _};

use axum::http::HeaderMap;
use database::Millis;
use jiff::Timestamp;
use sea_orm::DbErr;
use serde_json::{Value, json};
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::store::{self, EventRecord, LinkRecord};
use crate::{
    guardians::store::Account,
    portal::Portal,
    sessions::{self, Kind, OpenSession},
};

/// Everything that the portal keeps about a guardian, as they may take it away. Of other people it
/// holds the children's names, and nobody else.
pub struct Export {
    pub account: Account,
    pub opened_at: Millis,
    pub links: Vec<LinkRecord>,
    pub sessions: Vec<OpenSession>,
    /// At most 10,000, the latest first.
    pub events: Vec<EventRecord>,
    pub made_at: Millis,
}

/// Gathers a guardian's data.
/// # Errors
/// What the database said.
pub async fn export(
    portal: &Portal,
    headers: &HeaderMap,
    account: &Account,
    now: Millis,
) -> Result<Export, DbErr> {
    let db = portal.read();
    Ok(Export {
        opened_at: store::opened_at(db, account.id).await?,
        links: store::links_of(db, account.id).await?,
        sessions: sessions::list_of(portal, headers, Kind::Guardian, account.id.0).await?,
        events: store::events_of(db, account.id).await?,
        account: account.clone(),
        made_at: now,
    })
}

impl Export {
    /// For a program: names in English, instants in UTC (RFC 3339).
    pub fn json(&self) -> Value {
        let account = &self.account;
        json!({
            "made_at": utc(self.made_at),
            "account": {
                "id": account.id,
                "name": account.name,
                "email": account.email,
                "email_confirmed_at": account.email_confirmed_at.map(utc),
                "mail_language": account.language,
                "opened_at": utc(self.opened_at),
                "last_visit_at": utc(account.last_visit_at),
            },
            "children": self.links.iter().map(|link| json!({
                "name": link.child,
                "school": link.school,
                "linked_at": utc(link.linked_at),
                "linked_by": link.channel,
                "removed_at": link.removed_at.map(utc),
                "removed_by": link.removed_by_kind,
            })).collect::<Vec<_>>(),
            "sessions": self.sessions.iter().map(|session| json!({
                "device": session.device,
                "last_seen_at": utc(session.last_seen_at),
                "this_one": session.is_this,
            })).collect::<Vec<_>>(),
            "events": self.events.iter().map(|event| json!({
                "at": utc(event.at),
                "what": event.event,
                "from_address": event.address,
            })).collect::<Vec<_>>(),
        })
    }

    /// Both forms in one archive, whole in memory: some hundred kilobytes at the most.
    /// # Errors
    /// The archive couldn't be written.
    pub fn zip(&self, page: &str) -> Result<Vec<u8>, ZipError> {
        let json = serde_json::to_vec_pretty(&self.json()).map_err(std::io::Error::from)?;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [("index.html", page.as_bytes()), ("donnees.json", &json)] {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

fn utc(instant: Millis) -> String {
    Timestamp::from_millisecond(instant).unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}
