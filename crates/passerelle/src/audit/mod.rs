//! Who did what, when and from where. Rows are only ever added.

pub mod store;

use std::net::IpAddr;

use database::{Millis, typed_id};
use rand::CryptoRng;
use sea_orm::{
    ConnectionTrait, DbErr, raw_sql,
    sea_query::{Alias, Query},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::web::address::ClientAddress;

typed_id!(
    /// Names one recorded event.
    EventId
);

/// Something that happened and is kept. Each slice has a type for its own.
pub trait Event {
    /// What happened, in the past: `code-used`.
    const NAME: &'static str;

    /// The student it is about, so that the family can see it.
    fn student(&self) -> Option<Uuid> {
        None
    }

    /// The school it happened at.
    fn school(&self) -> Option<Uuid> {
        None
    }

    /// Ids and figures beside, as `key=value` pairs; no names, codes or secrets.
    fn details(&self) -> String {
        String::new()
    }
}

/// Who did it and from where: comes in with the act.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    kind: &'static str,
    id: Option<Uuid>,
    address: Option<ClientAddress>,
}

impl Actor {
    /// A person of this kind (`staff`, `guardian`, `student`) on a page.
    pub const fn person(kind: crate::sessions::Kind, id: Uuid, address: ClientAddress) -> Self {
        Self { kind: kind.name(), id: Some(id), address: Some(address) }
    }

    /// Somebody who isn't signed in, on a page.
    pub const fn stranger(address: ClientAddress) -> Self {
        Self { kind: "stranger", id: None, address: Some(address) }
    }

    /// The operator, on the command line.
    pub const fn operator() -> Self {
        Self { kind: "operator", id: None, address: None }
    }
}

/// Who asked for long work and from where, kept with the job until it is done.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct AskedBy {
    staff: Option<Uuid>,
    address: Option<IpAddr>,
}

impl From<Actor> for AskedBy {
    fn from(actor: Actor) -> Self {
        Self { staff: actor.id, address: actor.address.map(|address| address.0) }
    }
}

impl From<AskedBy> for Actor {
    fn from(by: AskedBy) -> Self {
        match by.staff {
            Some(id) => Self {
                kind: crate::sessions::Kind::Staff.name(),
                id: Some(id),
                address: by.address.map(ClientAddress),
            },
            None => Self::operator(),
        }
    }
}

/// The most events that one statement writes: nine binds each.
const MOST_AT_ONCE: usize = 500;

/// Writes many events of one kind down, as [`record`] does one.
/// # Errors
/// What the database said.
pub async fn record_each<E: Event>(
    tx: &impl ConnectionTrait,
    events: &[E],
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let address = by.address.map_or_else(String::new, |address| address.to_string());
    for part in events.chunks(MOST_AT_ONCE) {
        let mut insert = Query::insert();
        insert.into_table(Alias::new("audit_events")).columns(
            ["id", "at", "actor_kind", "actor_id", "event", "school_id", "student_id", "details", "address"]
                .map(Alias::new),
        );
        for event in part {
            insert.values_panic([
                EventId::new(now, random).into(),
                now.into(),
                by.kind.into(),
                by.id.into(),
                E::NAME.into(),
                event.school().into(),
                event.student().into(),
                event.details().into(),
                address.as_str().into(),
            ]);
        }
        tx.execute(&insert).await?;
    }
    Ok(())
}

/// Writes an event down, in the transaction of what caused it.
/// # Errors
/// What the database said.
pub async fn record<E: Event>(
    tx: &impl ConnectionTrait,
    event: &E,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let id = EventId::new(now, random);
    let (name, school, student, details) = (E::NAME, event.school(), event.student(), event.details());
    let (kind, person) = (by.kind, by.id);
    let address = by.address.map_or_else(String::new, |address| address.to_string());
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"INSERT INTO audit_events (id, at, actor_kind, actor_id, event, school_id, student_id, details, address)
           VALUES ({id}, {now}, {kind}, {person}, {name}, {school}, {student}, {details}, {address})"#
    ))
    .await?;
    Ok(())
}
