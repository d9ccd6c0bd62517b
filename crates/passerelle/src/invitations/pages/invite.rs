//! « Partager votre Portfolio avec votre parent/votre gardien »: one address, one mail.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    act::Stop,
    audit::Actor,
    guardians::{Email, EmailRefusal},
    invitations::{InviteRefusal, NewInvitation, invite, standing},
    portal::Portal,
    random,
    sessions::Kind,
    students::{Myself, frame},
    web::{
        Field, FieldErrors, Form, Frame, Problem, Reader, address::ClientAddress, cookies, flash, page,
        refused,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    email: String,
    form_key: String,
}

#[derive(Template)]
#[template(path = "invitations/pages/invite.html")]
struct InvitePage {
    f: Frame,
    /// Whether the school lets its students invite; otherwise there is no form.
    allowed: bool,
    /// The form was sent all the same, from a page left open.
    nothing_sent: bool,
    email: Field,
    errors: FieldErrors,
    form_key: String,
}

impl InvitePage {
    fn new(portal: &Portal, reader: Reader, myself: &Myself, allowed: bool, email: Field) -> Self {
        Self {
            f: frame::of_student(portal, reader, myself, true),
            allowed,
            nothing_sent: false,
            errors: FieldErrors::of([("email", &email)]),
            email,
            form_key: cookies::encode(&random::token(&mut random::system())),
        }
    }
}

/// The form, or that the school doesn't offer it.
pub async fn show(myself: Myself, State(portal): State<Portal>, reader: Reader) -> Result<Response, Problem> {
    let standing = standing(portal.read(), myself.0.id, portal.clock.now()).await?;
    let shown = InvitePage::new(&portal, reader, &myself, standing.allowed, Field::default());
    page(&shown.f, &shown)
}

/// « Envoyer l'invitation »: the answer is the same whoever has the address.
pub async fn submit(
    myself: Myself,
    State(portal): State<Portal>,
    reader: Reader,
    address: ClientAddress,
    Form(form): Form<InviteForm>,
) -> Result<Response, Problem> {
    let typed: String = form.email.chars().take(512).collect();
    let refuse = |allowed, key| {
        let email = Field::with_error(&typed, key);
        let mut shown = InvitePage::new(&portal, reader.clone(), &myself, allowed, email);
        shown.nothing_sent = !allowed;
        refused(&shown)
    };
    let email = match Email::parse(&form.email) {
        Ok(email) => email,
        Err(why) => {
            let key = if why == EmailRefusal::Empty { "invitations-email-empty" } else { why.key() };
            let standing = standing(portal.read(), myself.0.id, portal.clock.now()).await?;
            return refuse(standing.allowed, standing.allowed.then_some(key));
        }
    };
    let form_key = if cookies::decode(&form.form_key).is_some() {
        form.form_key
    } else {
        cookies::encode(&random::token(&mut random::system()))
    };
    let new = NewInvitation { student: myself.0.id, email: &email, form_key: &form_key };
    let by = Actor::person(Kind::Student, myself.0.id.0, address);
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match invite(&tx, &portal, &new, &by, now, &mut random).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(flash::redirect_saying(&portal, "/student", "invitations-sent"))
        }
        Err(Stop::Refused(InviteRefusal::Off)) => refuse(false, None),
        Err(Stop::Refused(InviteRefusal::StudentGone)) => Ok(flash::redirect("/student")),
        Err(Stop::Refused(why)) => refuse(true, Some(why.key())),
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}
