//! « Ajouter un enfant »: a signed-in guardian enters a code, sees whose it is, and says yes or no.

use activation_code::ActivationCode;
use askama::Template;
use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use serde::Deserialize;

use crate::{
    act::Stop,
    codes::{
        CodeId, DRAFT_LIFE_MS, DraftId, Found, RedeemRefusal, Redeemed, Tried, add_child_drafts, disown,
        find, note_restricted, redeem, refusal_key, store,
    },
    guardians::{
        SignedInGuardian,
        frame::{self, Place},
    },
    guardianships::{self, LinkRefusal, Linked},
    portal::Portal,
    random,
    web::{
        Field, FieldErrors, Form, Frame, PathParams, Problem, Reader,
        cookies::{self, Cookie},
        flash, page, refused, refused_for_now,
    },
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AddChildForm {
    code: String,
}

#[derive(Template)]
#[template(path = "codes/pages/add_child.html")]
struct AddChildPage {
    f: Frame,
    code: Field,
    errors: FieldErrors,
    wait_s: i64,
}

impl AddChildPage {
    fn new(portal: &Portal, reader: Reader, guardian: &SignedInGuardian, code: Field) -> Self {
        let f = frame::of_guardian(portal, reader, guardian, Place::AddChild);
        Self { errors: FieldErrors::of([("code", &code)]), code, f, wait_s: 0 }
    }
}

#[derive(Template)]
#[template(path = "codes/pages/confirm_child.html")]
struct ConfirmChildPage {
    f: Frame,
    in_error: bool,
    action: String,
    child: String,
    school: String,
}

#[derive(Deserialize)]
pub struct Named {
    draft: DraftId,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Answer {
    answer: String,
}

/// The form, filled in where a letter's link led here.
pub async fn show(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let code = cookies::read(&portal, &headers, Cookie::Code).unwrap_or_default();
    let shown = AddChildPage::new(&portal, reader, &guardian, Field::typed(code));
    page(&shown.f, &shown)
}

/// « Ajouter cet enfant »: nothing is spent yet.
pub async fn submit(
    guardian: Result<SignedInGuardian, Problem>,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<AddChildForm>,
) -> Result<Response, Problem> {
    let guardian = match guardian {
        Ok(guardian) => guardian,
        Err(problem) => return Ok(keep_code(&portal, problem, &form.code)),
    };
    let typed: String = form.code.chars().take(256).collect();
    let refuse = |key| {
        let shown =
            AddChildPage::new(&portal, reader.clone(), &guardian, Field::with_error(&typed, Some(key)));
        refused(&shown)
    };
    let usable = match find(&portal, &form.code, guardian.address, Some(guardian.id())).await? {
        Found::Usable(usable) => usable,
        Found::Typo(typo) => return refuse(refusal_key(typo)),
        Found::NotUsable => return refuse("codes-not-usable"),
        Found::TooMany(wait) => {
            let mut shown = AddChildPage::new(
                &portal,
                reader,
                &guardian,
                Field::with_error(&typed, Some("codes-too-many")),
            );
            shown.wait_s = wait.seconds();
            return refused_for_now(&shown, shown.wait_s);
        }
    };
    let (now, mut random) = (portal.clock.now(), random::system());
    let email_key = outbox::address_key(&guardian.account.email);
    let standing =
        guardianships::store::standing(portal.read(), usable.student_id, guardian.id(), &email_key).await?;
    if let Some(why) = standing.refusal() {
        if why == LinkRefusal::MustVerify {
            note_restricted(&portal, &tried(&guardian, usable.id, &email_key), now, &mut random).await?;
        }
        return refuse(why.key());
    }
    let draft = DraftId::new(now, &mut random);
    let tx = portal.begin().await?;
    add_child_drafts::sweep(&*tx, now).await?;
    add_child_drafts::insert(&*tx, draft, guardian.id(), usable.id, now).await?;
    tx.commit().await?;
    Ok(flash::redirect(&format!("/parent/children/add/{draft}")))
}

/// What the staff are told of a restricted adult.
const fn tried<'t>(guardian: &SignedInGuardian, code: CodeId, email_key: &'t str) -> Tried<'t> {
    Tried { code, guardian: Some(guardian.id()), email_key, by: guardian.actor() }
}

/// The session ended meanwhile: after signing in the form comes back with its code.
fn keep_code(portal: &Portal, problem: Problem, typed: &str) -> Response {
    let mut response = problem.into_response();
    if let Ok(code) = ActivationCode::parse(typed) {
        cookies::set(portal, response.headers_mut(), Cookie::Code, &code.to_string());
    }
    response
}

async fn code_of(portal: &Portal, guardian: &SignedInGuardian, draft: DraftId) -> Result<CodeId, Problem> {
    let since = portal.clock.now() - DRAFT_LIFE_MS;
    add_child_drafts::code_of(portal.read(), draft, guardian.id(), since).await?.ok_or(Problem::NotFound)
}

/// « Est-ce bien votre enfant? »
pub async fn show_confirmation(
    guardian: SignedInGuardian,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let code = code_of(&portal, &guardian, named.draft).await?;
    let Some(usable) = store::usable(portal.read(), code, portal.clock.now()).await? else {
        return gone(&portal, reader, &guardian, code).await;
    };
    let shown = ConfirmChildPage {
        in_error: false,
        action: format!("/parent/children/add/{}", named.draft),
        child: usable.child(),
        school: usable.school,
        f: frame::of_guardian(&portal, reader, &guardian, Place::AddChild),
    };
    page(&shown.f, &shown)
}

/// « Oui, c'est mon enfant » or « Ce n'est pas mon enfant ».
pub async fn confirm(
    guardian: SignedInGuardian,
    PathParams(named): PathParams<Named>,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<Answer>,
) -> Result<Response, Problem> {
    let code = code_of(&portal, &guardian, named.draft).await?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    match form.answer.as_str() {
        "yes" => match redeem(&tx, &portal, guardian.id(), code, &guardian.actor(), now, &mut random).await {
            Ok(redeemed) => {
                tx.commit().await?;
                let mut response = done(&portal, redeemed);
                cookies::forget(&portal, response.headers_mut(), Cookie::Code);
                Ok(response)
            }
            Err(Stop::Refused(RedeemRefusal::NotUsable)) => {
                drop(tx);
                gone(&portal, reader, &guardian, code).await
            }
            Err(Stop::Refused(RedeemRefusal::Link(why))) => {
                drop(tx);
                if why == LinkRefusal::MustVerify {
                    let email_key = outbox::address_key(&guardian.account.email);
                    note_restricted(&portal, &tried(&guardian, code, &email_key), now, &mut random).await?;
                }
                let shown =
                    AddChildPage::new(&portal, reader, &guardian, Field::with_error("", Some(why.key())));
                refused(&shown)
            }
            Err(Stop::Broken(failure)) => Err(failure.into()),
        },
        "no" => {
            disown(&tx, code, &guardian.actor(), now, &mut random).await?;
            tx.commit().await?;
            let mut response = flash::redirect_saying(&portal, "/parent/children/add", "codes-disowned");
            cookies::forget(&portal, response.headers_mut(), Cookie::Code);
            Ok(response)
        }
        _ => Ok(flash::redirect(&format!("/parent/children/add/{}", named.draft))),
    }
}

/// To the child, or back to the children where the school checks first.
fn done(portal: &Portal, redeemed: Redeemed) -> Response {
    match redeemed.linked {
        Linked::Now => {
            flash::redirect_saying(portal, &format!("/parent/children/{}", redeemed.student), "codes-linked")
        }
        Linked::Waiting => flash::redirect_saying(portal, "/parent/children", "guardianships-waiting"),
    }
}

/// The code doesn't serve any more: because this guardian has just used it (a double click), or
/// because somebody else was faster.
async fn gone(
    portal: &Portal,
    reader: Reader,
    guardian: &SignedInGuardian,
    code: CodeId,
) -> Result<Response, Problem> {
    if let Some(student) = store::student_of_used(portal.read(), code, guardian.id()).await? {
        let linked = guardianships::store::child_of(portal.read(), guardian.id(), student).await?.is_some();
        let to = if linked { format!("/parent/children/{student}") } else { "/parent/children".to_owned() };
        return Ok(flash::redirect(&to));
    }
    let shown = AddChildPage::new(portal, reader, guardian, Field::with_error("", Some("codes-not-usable")));
    refused(&shown)
}
