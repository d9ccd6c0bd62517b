use askama::Template;
use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;

use crate::{
    guardians::SignedInGuardian,
    portal::Portal,
    random, schools, sessions,
    sign_up::{
        draft::{self, Typed},
        store,
    },
    web::{
        self, Face, Field, FieldErrors, Form, Frame, Problem, Reader,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page, refused_for_now,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignUpForm {
    code: String,
    name: String,
    email: String,
    password: String,
}

#[derive(Template)]
#[template(path = "sign_up/pages/form.html")]
struct SignUpPage {
    f: Frame,
    code: Field,
    name: Field,
    email: Field,
    password: Field,
    errors: FieldErrors,
    wait_s: i64,
}

impl SignUpPage {
    async fn new(portal: &Portal, reader: Reader, typed: Typed) -> Result<Self, Problem> {
        let district = schools::store::district_name(portal.read()).await?;
        let f = Frame::new(portal, reader, Face::Family, district);
        let errors = typed.errors();
        Ok(Self {
            f,
            code: typed.code,
            name: typed.name,
            email: typed.email,
            password: typed.password,
            errors,
            wait_s: typed.wait.map_or(0, sessions::throttle::Wait::seconds),
        })
    }
}

/// The form again, after a sign-up that can't be: 422, or 429 where too many codes were tried.
pub async fn refused(portal: &Portal, reader: Reader, typed: Typed) -> Result<Response, Problem> {
    let shown = SignUpPage::new(portal, reader, typed).await?;
    if shown.wait_s > 0 { refused_for_now(&shown, shown.wait_s) } else { web::refused(&shown) }
}

/// The form, filled in where a letter's link led here. Who is signed in is at home already.
pub async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    guardian: Result<SignedInGuardian, Problem>,
) -> Result<Response, Problem> {
    if guardian.is_ok() {
        return Ok(flash::redirect("/parent/children/add"));
    }
    let code = cookies::read(&portal, &headers, Cookie::Code).unwrap_or_default();
    let typed = Typed { code: Field::typed(code), ..Typed::default() };
    let shown = SignUpPage::new(&portal, reader, typed).await?;
    page(&shown.f, &shown)
}

/// « Créer mon compte »: checks everything, spends nothing, and asks whose child it is.
pub async fn submit(
    State(portal): State<Portal>,
    reader: Reader,
    address: ClientAddress,
    guardian: Result<SignedInGuardian, Problem>,
    Form(form): Form<SignUpForm>,
) -> Result<Response, Problem> {
    // Back and once more after it was done: the account is there.
    if guardian.is_ok() {
        return Ok(flash::redirect("/parent"));
    }
    let code_typed = form.code.clone();
    let good =
        match draft::check(&portal, address, &form.code, &form.name, &form.email, form.password).await? {
            Ok(good) => good,
            Err(typed) => {
                let taken = typed.email.error == Some("sign-up-email-taken");
                let mut response = refused(&portal, reader, typed).await?;
                // They sign in and add the child there: the code waits in the form.
                if let (true, Ok(code)) = (taken, activation_code::ActivationCode::parse(&code_typed)) {
                    cookies::set(&portal, response.headers_mut(), Cookie::Code, &code.to_string());
                }
                return Ok(response);
            }
        };
    let password_hash = portal.passwords.hash(good.password.clone()).await?;
    let (now, token) = (portal.clock.now(), random::token(&mut random::system()));
    let tx = portal.begin().await?;
    store::sweep(&*tx, now).await?;
    store::insert(&*tx, &sessions::hash(&token), &good, &password_hash, now).await?;
    tx.commit().await?;
    let mut response = flash::redirect("/parent/sign-up/confirm");
    cookies::set(&portal, response.headers_mut(), Cookie::SignUp, &cookies::encode(&token));
    cookies::forget(&portal, response.headers_mut(), Cookie::Code);
    Ok(response)
}
