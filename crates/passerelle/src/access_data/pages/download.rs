//! « Télécharger (CSV) »: the list as a file, with the same filters.

use axum::{extract::State, response::Response};
use database::Millis;
use jiff::Timestamp;

use crate::{
    access_data::{
        criteria::{Asked, Criteria, How},
        export::{Exported, export},
        store::accounts::Row,
    },
    portal::Portal,
    random,
    staff::{
        CounsellorOf,
        frame::{self, Place},
    },
    web::{Frame, Problem, Query, Reader, csv::Csv},
};

/// The headings, in the file's order.
const HEADINGS: [&str; 10] = [
    "access-data-guardian",
    "access-data-email",
    "access-data-email-state",
    "access-data-family-name",
    "access-data-given-name",
    "access-data-grade",
    "access-data-homeroom",
    "access-data-since",
    "access-data-how",
    "access-data-visit",
];

pub async fn send(
    counsellor: CounsellorOf,
    State(portal): State<Portal>,
    reader: Reader,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let (school, criteria) = (counsellor.school_id(), Criteria::of(&asked));
    let exported = export(&portal, school, &criteria, &counsellor.actor(), now, &mut random).await?;
    let f = frame::in_school(&portal, reader, &counsellor, Place::Accounts);
    let (school, day) = (&counsellor.school().short_name, date(&f, now));
    written(&f, &exported).download(&format!("acces-parents-gardiens-{school}-{day}.csv"))
}

fn written(f: &Frame, exported: &Exported) -> Csv {
    let mut csv = Csv::with_headings(&HEADINGS.map(|key| f.say(key)));
    for row in &exported.rows {
        csv.row(&cells(f, exported, row));
    }
    csv
}

fn cells(f: &Frame, exported: &Exported, row: &Row) -> [String; 10] {
    [
        row.name.clone(),
        row.email.clone(),
        f.say(row.email_state(&exported.refused).key()),
        row.family_name.clone(),
        row.given_name.clone(),
        row.grade.clone(),
        row.homeroom.clone(),
        date(f, row.linked_at),
        How::parse(&row.channel).map(|how| f.say(how.key())).unwrap_or_default(),
        date(f, row.last_visit_at),
    ]
}

/// A day that spreadsheets understand and sort, in the portal's zone: `2026-11-24`.
fn date(f: &Frame, at: Millis) -> String {
    let instant = Timestamp::from_millisecond(at);
    instant.map(|at| f.portal.zone.to_datetime(at).date().to_string()).unwrap_or_default()
}
