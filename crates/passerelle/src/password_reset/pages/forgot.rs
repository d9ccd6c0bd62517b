//! « Mot de passe oublié »: one field, and one answer whoever is asked for.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    guardians::Email,
    password_reset::ask,
    portal::Portal,
    random, schools,
    sessions::{
        Kind,
        throttle::{self, RESET_ADDRESS},
    },
    students,
    web::{
        Face, Field, FieldErrors, Form, Frame, Problem, Reader, address::ClientAddress, flash, page, refused,
    },
};

/// The longest name that is looked at, in characters.
const LONGEST_NAME: usize = 254;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ForgotForm {
    name: String,
}

#[derive(Template)]
#[template(path = "password_reset/pages/forgot.html")]
struct ForgotPage {
    f: Frame,
    name: Field,
    errors: FieldErrors,
}

impl ForgotPage {
    async fn new(portal: &Portal, reader: Reader, face: Face, name: Field) -> Result<Self, Problem> {
        let district = schools::store::district_name(portal.read()).await?;
        let f = Frame::new(portal, reader, face, district);
        Ok(Self { f, errors: FieldErrors::of([("name", &name)]), name })
    }

    fn is_student(&self) -> bool {
        self.f.face == Face::Student
    }

    fn promise_key(&self) -> &'static str {
        match self.f.face {
            Face::Family => "sign-in-promise-family",
            Face::Student => "sign-in-promise-student",
            Face::Staff => "sign-in-promise-staff",
        }
    }
}

/// The form; after it was sent, what happens now.
pub async fn show(State(portal): State<Portal>, reader: Reader, face: Face) -> Result<Response, Problem> {
    let shown = ForgotPage::new(&portal, reader, face, Field::default()).await?;
    page(&shown.f, &shown)
}

/// « Envoyer le lien ».
pub async fn submit(
    State(portal): State<Portal>,
    reader: Reader,
    address: ClientAddress,
    Form(form): Form<ForgotForm>,
    face: Face,
) -> Result<Response, Problem> {
    let (kind, now) = (Kind::of(face), portal.clock.now());
    let name_key = match name_key(kind, &form.name) {
        Ok(key) => key,
        Err(why) => {
            let typed = form.name.chars().take(LONGEST_NAME).collect::<String>();
            let shown = ForgotPage::new(&portal, reader, face, Field::with_error(&typed, Some(why))).await?;
            return refused(&shown);
        }
    };
    let here = [RESET_ADDRESS.of(&address.neighbourhood().to_string())];
    if let Err(wait) = throttle::take(portal.database.writer(), &here, now).await? {
        return Err(Problem::TooMany { wait_s: wait.seconds() });
    }
    ask(&portal, kind, &name_key, reader.language, now, &mut random::system()).await?;
    Ok(flash::redirect_saying(&portal, &format!("{}/forgot", face.path()), "password-reset-sent"))
}

/// The name as accounts of this kind are found by it, or the key of what is wrong with it.
fn name_key(kind: Kind, typed: &str) -> Result<String, &'static str> {
    if kind != Kind::Student {
        return Email::parse(typed).map(|email| email.key()).map_err(|why| why.key());
    }
    let cut: String = typed.chars().filter(|symbol| !symbol.is_control()).take(LONGEST_NAME).collect();
    let key = students::username_key(&cut);
    if key.is_empty() { Err("password-reset-username-empty") } else { Ok(key) }
}
