//! « Est-ce bien votre enfant? »: yes opens the account and spends the code, no leaves it unused.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::Response,
};
use database::Millis;
use serde::Deserialize;

use super::form;
use crate::{
    act::Stop,
    audit::Actor,
    codes::{self, RedeemRefusal, Tried, Usable, disown},
    guardians::{self, GuardianId, SignedInGuardian},
    guardianships::{LinkRefusal, link_requests},
    portal::Portal,
    random, schools,
    sessions::{self, Kind},
    sign_up::{
        OpenRefusal, Opening, draft,
        draft::Typed,
        open_account,
        store::{self, Draft},
    },
    web::{
        Face, Field, Form, Frame, Problem, Reader,
        address::ClientAddress,
        cookies::{self, Cookie},
        flash, page,
    },
};

/// For how long a « Oui » sent twice still lands at home: the answer to the first one was lost, and
/// with it the session's cookie.
const REPEAT_MS: Millis = 60 * 1000;

#[derive(Template)]
#[template(path = "codes/pages/confirm_child.html")]
struct ConfirmPage {
    f: Frame,
    in_error: bool,
    action: String,
    child: String,
    school: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Answer {
    answer: String,
}

/// Names the child by first name and initial, and the school.
pub async fn show(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    guardian: Result<SignedInGuardian, Problem>,
) -> Result<Response, Problem> {
    if guardian.is_ok() {
        return Ok(flash::redirect("/parent"));
    }
    let Some(draft) = draft::of_browser(&portal, &headers).await? else {
        return Ok(flash::redirect("/parent/sign-up"));
    };
    let Some(Usable { given_name, family_name, school, id, student_id }) =
        codes::usable(portal.read(), draft.code_id, portal.clock.now()).await?
    else {
        return not_usable(&portal, reader, &draft).await;
    };
    let child = Usable { given_name, family_name, school: String::new(), id, student_id }.child();
    let f = Frame::new(&portal, reader, Face::Family, schools::store::district_name(portal.read()).await?);
    let shown =
        ConfirmPage { f, in_error: false, action: "/parent/sign-up/confirm".to_owned(), child, school };
    page(&shown.f, &shown)
}

/// The answer, yes or no.
pub async fn submit(
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
    address: ClientAddress,
    guardian: Result<SignedInGuardian, Problem>,
    Form(form): Form<Answer>,
) -> Result<Response, Problem> {
    if guardian.is_ok() {
        return Ok(flash::redirect("/parent"));
    }
    let Some(draft) = draft::of_browser(&portal, &headers).await? else {
        return Ok(flash::redirect("/parent/sign-up"));
    };
    match form.answer.as_str() {
        "yes" => yes(&portal, reader, &headers, address, draft).await,
        "no" => no(&portal, address, &draft).await,
        _ => Ok(flash::redirect("/parent/sign-up/confirm")),
    }
}

async fn yes(
    portal: &Portal,
    reader: Reader,
    headers: &HeaderMap,
    address: ClientAddress,
    draft: Draft,
) -> Result<Response, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    if let (Some(guardian), Some(opened_at)) = (draft.guardian_id, draft.opened_at) {
        let just_now = now - opened_at < REPEAT_MS;
        return if just_now {
            enter(portal, headers, guardian, now).await
        } else {
            Ok(flash::redirect("/parent"))
        };
    }
    let tx = portal.begin().await?;
    let invitation = cookies::read(portal, headers, Cookie::Invitation);
    let opening = Opening { draft: &draft, invitation, language: reader.language, address };
    match open_account(&tx, portal, &opening, now, &mut random).await {
        Ok(guardian) => {
            tx.commit().await?;
            enter(portal, headers, guardian, now).await
        }
        Err(Stop::Refused(why)) => {
            drop(tx);
            // A double click: the first one has done it meanwhile.
            if let Some(Draft { guardian_id: Some(guardian), .. }) =
                draft::of_browser(portal, headers).await?
            {
                return enter(portal, headers, guardian, now).await;
            }
            match why {
                OpenRefusal::EmailTaken => {
                    form::refused(portal, reader, typed(&draft, None, Some("sign-up-email-taken"))).await
                }
                OpenRefusal::Code(why) => {
                    if why == RedeemRefusal::Link(LinkRefusal::MustVerify) {
                        note_restricted(portal, address, &draft, now).await?;
                    }
                    form::refused(portal, reader, typed(&draft, Some(why.key()), None)).await
                }
                OpenRefusal::DraftGone => Ok(flash::redirect("/parent/sign-up")),
            }
        }
        Err(Stop::Broken(failure)) => Err(failure.into()),
    }
}

/// No account was opened: the staff are told that a restricted adult had a code.
async fn note_restricted(
    portal: &Portal,
    address: ClientAddress,
    draft: &Draft,
    now: Millis,
) -> Result<(), Problem> {
    let email_key = outbox::address_key(&draft.email);
    let by = Actor::stranger(address);
    let tried = Tried { code: draft.code_id, guardian: None, email_key: &email_key, by };
    Ok(codes::note_restricted(portal, &tried, now, &mut random::system()).await?)
}

/// Signs the new guardian in and leads home.
async fn enter(
    portal: &Portal,
    headers: &HeaderMap,
    guardian: GuardianId,
    now: Millis,
) -> Result<Response, Problem> {
    let mut random = random::system();
    let device = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    sessions::close(portal, headers).await?;
    let tx = portal.begin().await?;
    if !guardians::store::visited(&*tx, guardian, now).await? {
        return Ok(flash::redirect("/parent"));
    }
    let session = sessions::open(&*tx, Kind::Guardian, guardian.0, device, now, &mut random).await?;
    let known = sessions::remember(&*tx, portal, headers, guardian.0, now, &mut random).await?;
    tx.commit().await?;
    let waits = !link_requests::of_guardian(portal.read(), guardian, now).await?.is_empty();
    let said = if waits { "sign-up-waiting" } else { "sign-up-opened" };
    let mut response = flash::redirect_saying(portal, "/parent", said);
    cookies::set(portal, response.headers_mut(), Cookie::Session, &session);
    cookies::forget(portal, response.headers_mut(), Cookie::SignUp);
    cookies::forget(portal, response.headers_mut(), Cookie::Invitation);
    if let Some(device) = known {
        cookies::set(portal, response.headers_mut(), Cookie::Device, &device);
    }
    Ok(response)
}

async fn no(portal: &Portal, address: ClientAddress, draft: &Draft) -> Result<Response, Problem> {
    let tx = portal.begin().await?;
    disown(&tx, draft.code_id, &Actor::stranger(address), portal.clock.now(), &mut random::system()).await?;
    store::delete(&*tx, &draft.token_hash).await?;
    tx.commit().await?;
    let mut response = flash::redirect_saying(portal, "/parent/sign-up", "codes-disowned");
    cookies::forget(portal, response.headers_mut(), Cookie::SignUp);
    Ok(response)
}

async fn not_usable(portal: &Portal, reader: Reader, draft: &Draft) -> Result<Response, Problem> {
    form::refused(portal, reader, typed(draft, Some("codes-not-usable"), None)).await
}

/// The draft as the form shows it again; the code isn't kept in clear, and has to be another anyway.
fn typed(draft: &Draft, code: Option<&'static str>, email: Option<&'static str>) -> Typed {
    Typed {
        code: Field::with_error("", code),
        name: Field::typed(&draft.name),
        email: Field::with_error(&draft.email, email),
        ..Typed::default()
    }
}
