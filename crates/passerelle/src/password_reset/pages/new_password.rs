//! Where the mailed link leads: « Nouveau mot de passe » while it is good, else the way to a new one.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;

use crate::{
    act::Stop,
    credentials,
    mailed_links::{self, Purpose},
    password_reset::{LinkGone, Reset, reset},
    passwords,
    portal::Portal,
    random, schools,
    sessions::Kind,
    web::{
        Face, Field, FieldErrors, Form, Frame, Problem, Reader,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page,
        page::answer,
        refused,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewPasswordForm {
    password: String,
}

#[derive(Template)]
#[template(path = "password_reset/pages/new_password.html")]
struct NewPasswordPage {
    f: Frame,
    password: Field,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "password_reset/pages/gone.html")]
struct GonePage {
    f: Frame,
    in_error: bool,
}

/// The first hop: the token leaves the address for a cookie. Nothing is spent.
pub async fn follow(Path(token): Path<String>, State(portal): State<Portal>, face: Face) -> Response {
    let mut response = flash::redirect(&format!("{}/reset", face.path()));
    if cookies::decode(&token).is_some() {
        cookies::set(&portal, response.headers_mut(), Cookie::MailedLink, &token);
    }
    response
}

/// The form, while the link is good. Nothing is spent.
pub async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    face: Face,
) -> Result<Response, Problem> {
    let token = mailed_links::token_of(&portal, &headers);
    let (kind, now) = (Kind::of(face), portal.clock.now());
    let f = frame(&portal, reader, face).await?;
    if mailed_links::find(portal.read(), Purpose::ResetPassword, kind, token, now).await?.is_none() {
        return gone(f);
    }
    let shown = NewPasswordPage { f, password: Field::default(), errors: FieldErrors::default() };
    page(&shown.f, &shown)
}

/// « Changer le mot de passe »: a password that the rules refuse leaves the link good.
pub async fn submit(
    State(portal): State<Portal>,
    reader: Reader,
    (headers, address): (HeaderMap, ClientAddress),
    Form(form): Form<NewPasswordForm>,
    face: Face,
) -> Result<Response, Problem> {
    let token = mailed_links::token_of(&portal, &headers);
    let (kind, now, asked_in) = (Kind::of(face), portal.clock.now(), reader.language);
    let f = frame(&portal, reader, face).await?;
    let link = mailed_links::find(portal.read(), Purpose::ResetPassword, kind, token, now).await?;
    let holder = match link {
        Some(link) => credentials::of(portal.read(), kind, link.person_id).await?,
        None => None,
    };
    let Some(holder) = holder else { return gone(f) };
    if let Err(why) = passwords::check(&form.password, &holder.own()) {
        let password = Field::with_error("", Some(why.key()));
        let errors = FieldErrors::of([("password", &password)]);
        return refused(&NewPasswordPage { f, password, errors });
    }
    let hash = portal.passwords.hash(form.password).await?;
    let asked = Reset { kind, token, hash: &hash, asked_in, address, headers: &headers };
    let tx = portal.begin().await?;
    match reset(&tx, &portal, &asked, portal.clock.now(), &mut random::system()).await {
        Ok(()) => {
            tx.commit().await?;
            let mut response = flash::redirect_saying(&portal, face.path(), "password-reset-done");
            cookies::forget(&portal, response.headers_mut(), Cookie::MailedLink);
            Ok(response)
        }
        Err(Stop::Refused(LinkGone)) => gone(f),
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

/// One page for every link that isn't good, with the way to a new one.
fn gone(f: Frame) -> Result<Response, Problem> {
    answer(StatusCode::GONE, &GonePage { f, in_error: false })
}

async fn frame(portal: &Portal, reader: Reader, face: Face) -> Result<Frame, Problem> {
    let district = schools::store::district_name(portal.read()).await?;
    Ok(Frame::new(portal, reader, face, district))
}
