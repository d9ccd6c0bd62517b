//! « Compte »: everything of one's own on one page, each thing with the way to change it.

use askama::Template;
use axum::{extract::State, http::HeaderMap, response::Response};
use database::Millis;
use uuid::Uuid;
use wording::Language;

use super::own;
use crate::{
    accounts::device,
    credentials,
    email_proofs::{self, ShownEmail},
    guardians::{self, SignedInGuardian, frame::Place},
    guardianships::{self, store::Child},
    portal::Portal,
    sessions::{self, Kind, SessionId},
    staff::SignedInStaff,
    students::{self, Myself},
    web::{Frame, Problem, Reader, page},
};

/// A session as its line shows it.
struct Device {
    id: Option<SessionId>,
    name: String,
    last_seen_at: Millis,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "accounts/pages/guardian.html")]
struct GuardianPage {
    f: Frame,
    in_error: bool,
    name: String,
    email: ShownEmail,
    language: Language,
    devices: Vec<Device>,
    children: Vec<Child>,
}

#[derive(Template)]
#[template(path = "accounts/pages/student.html")]
struct StudentPage {
    f: Frame,
    in_error: bool,
    name: String,
    devices: Vec<Device>,
}

#[derive(Template)]
#[template(path = "accounts/pages/staff.html")]
struct StaffPage {
    f: Frame,
    in_error: bool,
    name: String,
    email: String,
    devices: Vec<Device>,
}

/// A guardian's account.
pub async fn of_guardian(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let f = guardians::frame::of_guardian(&portal, reader, &guardian, Place::Account);
    let account = guardian.account;
    let shown = GuardianPage {
        in_error: false,
        email: email_proofs::shown(portal.read(), &account, portal.clock.now()).await?,
        language: account.language(),
        devices: devices(&portal, &headers, &f, Kind::Guardian, account.id.0).await?,
        children: guardianships::store::children_of(portal.read(), account.id).await?,
        name: account.name,
        f,
    };
    page(&shown.f, &shown)
}

/// A student's account.
pub async fn of_student(
    myself: Myself,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let f = students::frame::of_student(&portal, reader, &myself, false);
    let name = format!("{} {}", myself.0.given_name, myself.0.family_name);
    let devices = devices(&portal, &headers, &f, Kind::Student, myself.0.id.0).await?;
    let shown = StudentPage { in_error: false, name, devices, f };
    page(&shown.f, &shown)
}

/// A member of the staff's account: who they are comes from the roster or the operator.
pub async fn of_staff(
    staff: SignedInStaff,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let f = own::staff_frame(&portal, reader, &staff);
    let holder = credentials::of(portal.read(), Kind::Staff, staff.id.0).await?;
    let shown = StaffPage {
        in_error: false,
        name: staff.name(),
        email: holder.and_then(|holder| holder.email).unwrap_or_default(),
        devices: devices(&portal, &headers, &f, Kind::Staff, staff.id.0).await?,
        f,
    };
    page(&shown.f, &shown)
}

async fn devices(
    portal: &Portal,
    headers: &HeaderMap,
    f: &Frame,
    kind: Kind,
    person: Uuid,
) -> Result<Vec<Device>, Problem> {
    let sessions = sessions::list_of(portal, headers, kind, person).await?;
    let line = |session: sessions::OpenSession| Device {
        name: device::in_words(f, &session.device),
        id: session.id,
        last_seen_at: session.last_seen_at,
        is_this: session.is_this,
    };
    Ok(sessions.into_iter().map(line).collect())
}
