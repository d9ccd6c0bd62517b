use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::Response,
};
use serde::Deserialize;
use uuid::Uuid;

use super::verify::{Verified, verify};
use crate::{
    guardians::{self, GuardianId},
    portal::Portal,
    random, schools,
    sessions::{self, Kind},
    web::{
        Face, Field, FieldErrors, Form, Frame, Problem, Query, Reader, Routes,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page, refused, refused_for_now,
    },
};

/// The routes of this slice; the faces' own addresses answer here for who isn't signed in.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", |state, reader, query| door(state, reader, query, Face::Family))
        .post("/parent", |state, reader, headers, address, form| {
            submit(state, reader, headers, address, form, Face::Family)
        })
        .post("/student", |state, reader, headers, address, form| {
            submit(state, reader, headers, address, form, Face::Student)
        })
        .post("/staff", |state, reader, headers, address, form| {
            submit(state, reader, headers, address, form, Face::Staff)
        })
        .post("/sign-out", sign_out)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Next {
    next: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignInForm {
    name: String,
    password: String,
    next: String,
}

#[derive(Template)]
#[template(path = "sign_in/door.html")]
struct DoorPage {
    f: Frame,
    name: Field,
    errors: FieldErrors,
    error: Option<String>,
    next: String,
    demo: bool,
}

impl DoorPage {
    async fn new(portal: &Portal, reader: Reader, face: Face, next: &str) -> Result<Self, Problem> {
        let district = schools::store::district_name(portal.read()).await?;
        let next = if leads_within(face, next) { next.to_owned() } else { String::new() };
        let f = Frame::new(portal, reader, face, district);
        Ok(Self {
            f,
            name: Field::default(),
            errors: FieldErrors::default(),
            error: None,
            next,
            demo: portal.demo,
        })
    }

    fn faces(&self) -> [(Face, &'static str); 3] {
        [
            (Face::Family, "sign-in-face-family"),
            (Face::Student, "sign-in-face-student"),
            (Face::Staff, "sign-in-face-staff"),
        ]
    }

    fn is_family(&self) -> bool {
        self.f.face == Face::Family
    }

    fn is_student(&self) -> bool {
        self.f.face == Face::Student
    }
}

/// The door with a face chosen.
pub async fn door(
    State(portal): State<Portal>,
    reader: Reader,
    Query(query): Query<Next>,
    face: Face,
) -> Result<Response, Problem> {
    let shown = DoorPage::new(&portal, reader, face, &query.next).await?;
    page(&shown.f, &shown)
}

async fn submit(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    address: ClientAddress,
    Form(form): Form<SignInForm>,
    face: Face,
) -> Result<Response, Problem> {
    let kind = Kind::of(face);
    let refuse = async |key: &'static str, wait_s: i64| {
        let mut shown = DoorPage::new(&portal, reader.clone(), face, &form.next).await?;
        shown.name = Field::typed(&form.name.chars().take(254).collect::<String>());
        shown.error = Some(shown.f.say1(key, "seconds", wait_s));
        shown.errors = FieldErrors(vec![("name", key)]);
        if wait_s > 0 { refused_for_now(&shown, wait_s) } else { refused(&shown) }
    };
    if form.name.trim().is_empty() || form.password.is_empty() {
        return refuse(if face == Face::Student { "sign-in-empty-student" } else { "sign-in-empty" }, 0)
            .await;
    }
    match verify(&portal, &headers, address, kind, &form.name, form.password.clone()).await? {
        Verified::Person(id) => {
            let to = if leads_within(face, &form.next) { form.next.as_str() } else { face.path() };
            enter(&portal, &headers, kind, id, to).await
        }
        Verified::No => {
            refuse(if face == Face::Student { "sign-in-wrong-student" } else { "sign-in-wrong" }, 0).await
        }
        Verified::TooMany(wait) => refuse("sign-in-too-many", wait.seconds()).await,
    }
}

/// Opens the session, ending whichever this browser had, and leads on.
async fn enter(
    portal: &Portal,
    headers: &HeaderMap,
    kind: Kind,
    id: Uuid,
    to: &str,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let device = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    sessions::close(portal, headers).await?;
    let tx = portal.begin().await?;
    // An account that was closed since its password was compared opens no session: closing and this
    // change the same row, so that one waits for the other.
    if kind == Kind::Guardian && !guardians::store::visited(&*tx, GuardianId(id), now).await? {
        return Err(Problem::SignedOut(kind.face()));
    }
    let session = sessions::open(&*tx, kind, id, device, now, &mut random).await?;
    let known = sessions::remember(&*tx, portal, headers, id, now, &mut random).await?;
    tx.commit().await?;
    let mut response = flash::redirect(to);
    cookies::set(portal, response.headers_mut(), Cookie::Session, &session);
    if let Some(device) = known {
        cookies::set(portal, response.headers_mut(), Cookie::Device, &device);
    }
    Ok(response)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignOutForm {
    face: String,
}

/// Ends the session and forgets what the browser holds of it.
async fn sign_out(
    State(portal): State<Portal>,
    headers: HeaderMap,
    Form(form): Form<SignOutForm>,
) -> Result<Response, Problem> {
    sessions::close(&portal, &headers).await?;
    let face = [Face::Student, Face::Staff]
        .into_iter()
        .find(|face| face.path() == format!("/{}", form.face))
        .unwrap_or(Face::Family);
    let mut response = flash::redirect_saying(&portal, face.path(), "sign-in-signed-out");
    for cookie in [Cookie::Session, Cookie::Code, Cookie::SignUp, Cookie::Invitation, Cookie::MailedLink] {
        cookies::forget(&portal, response.headers_mut(), cookie);
    }
    Ok(response)
}

/// Whether an address is a page of this face: never another site's.
fn leads_within(face: Face, next: &str) -> bool {
    let rest = next.strip_prefix(face.path()).unwrap_or("?");
    (rest.is_empty() || rest.starts_with('/'))
        && next.len() < 512
        && !next.contains(['\\', '\r', '\n'])
        && !next.contains("//")
        && next.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        assert!(leads_within(Face::Family, "/parent/children/add"));
        assert!(leads_within(Face::Staff, "/staff/erables/students?grade=10"));
        for next in [
            "",
            "//evil.example",
            "https://evil.example",
            "/parent//evil.example",
            "/parent\\evil",
            "/parentevil",
            "/staff/erables",
            "/parent/\r\nx: y",
        ] {
            assert!(!leads_within(Face::Family, next), "{next}");
        }
    }
}
