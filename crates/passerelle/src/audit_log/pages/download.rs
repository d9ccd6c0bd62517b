//! « Télécharger (CSV) »: the list as a file, with the same filters.

use axum::{extract::State, response::Response};
use jiff::Timestamp;

use super::told;
use crate::{
    audit::store::SchoolEvent,
    audit_log::{criteria::Asked, export::export},
    portal::Portal,
    random,
    staff::{
        AdministratorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Query, Reader, csv::Csv},
};

/// The headings, in the file's order.
const HEADINGS: [&str; 5] =
    ["audit-log-when", "audit-log-who", "audit-log-what", "audit-log-student", "audit-log-address"];

pub async fn send(
    of: AdministratorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let school = of.school_id();
    let criteria = asked.sound().criteria(portal.read(), school.0, &portal.zone).await?;
    let rows = export(&portal, school, criteria, &of.actor(), now, &mut random).await?;
    let f = frame::in_school(&portal, reader, &of, Place::Audit);
    let mut csv = Csv::with_headings(&HEADINGS.map(|key| f.say(key)));
    for row in &rows {
        csv.row(&cells(&f, row));
    }
    let day = Timestamp::from_millisecond(now).map(|at| portal.zone.to_datetime(at).date().to_string());
    csv.download(&format!("registre-{}-{}.csv", of.school().short_name, day.unwrap_or_default()))
}

fn cells(f: &Frame, row: &SchoolEvent) -> [String; 5] {
    // A form that spreadsheets understand and sort, in the portal's zone: `2026-11-24 10:05:09`.
    let at = Timestamp::from_millisecond(row.at);
    let at = at.map(|at| f.portal.zone.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string());
    [
        at.unwrap_or_default(),
        told::actor(f, row),
        told::event(f, &row.event, &row.details),
        row.student.clone().unwrap_or_default(),
        row.address.clone(),
    ]
}
