//! Another e-mail for the account: « Corriger le courriel » before it is confirmed, « Changer le
//! courriel » after; and the confirmation once more.

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    act::Stop,
    credentials::{self, check_current},
    email_proofs::{ShownEmail, ask_for, shown},
    guardians::{
        Email, SignedInGuardian,
        frame::{self, Place},
    },
    portal::Portal,
    random,
    sessions::{
        Kind,
        throttle::{self, PROOF_ACCOUNT, PROOF_ADDRESS, Wait},
    },
    web::{Field, FieldErrors, Form, Frame, Problem, Reader, flash, page, refused, refused_for_now},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ChangeForm {
    email: String,
    current: String,
}

#[derive(Template)]
#[template(path = "email_proofs/pages/change.html")]
struct ChangePage {
    f: Frame,
    now: ShownEmail,
    email: Field,
    current: Field,
    errors: FieldErrors,
}

impl ChangePage {
    async fn new(portal: &Portal, reader: Reader, guardian: &SignedInGuardian) -> Result<Self, Problem> {
        let now = shown(portal.read(), &guardian.account, portal.clock.now()).await?;
        let f = frame::of_guardian(portal, reader, guardian, Place::Account);
        Ok(Self {
            f,
            now,
            email: Field::default(),
            current: Field::default(),
            errors: FieldErrors::default(),
        })
    }

    fn title(&self) -> String {
        self.f.say(match (self.now.is_confirmed, self.now.is_refused()) {
            (true, _) => "email-proofs-change-title",
            (false, true) => "email-proofs-give",
            (false, false) => "email-proofs-correct",
        })
    }
}

/// The form.
pub async fn show(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
) -> Result<Response, Problem> {
    let shown = ChangePage::new(&portal, reader, &guardian).await?;
    page(&shown.f, &shown)
}

/// Checks the address and the password, and mails the address its link.
pub async fn submit(
    guardian: SignedInGuardian,
    State(portal): State<Portal>,
    reader: Reader,
    Form(form): Form<ChangeForm>,
) -> Result<Response, Problem> {
    let mut shown = ChangePage::new(&portal, reader, &guardian).await?;
    shown.email = Field::typed(&form.email.chars().take(256).collect::<String>());
    let email = Email::parse(&form.email).map_err(|why| why.key()).and_then(|email| {
        let has_it = shown.now.is_confirmed && email.key() == shown.now.email.to_ascii_lowercase();
        if has_it { Err("email-proofs-same") } else { Ok(email) }
    });
    let holder = credentials::of(portal.read(), Kind::Guardian, guardian.id().0).await?;
    let holder = holder.ok_or(Problem::NotFound)?;
    let current = check_current(&portal, &holder, form.current).await?;
    let mut wait_s = current.err().map_or(0, credentials::CurrentRefusal::wait_s);
    shown.current.error = current.err().map(credentials::CurrentRefusal::key);
    shown.email.error = email.as_ref().err().copied();
    if let (Ok(email), Ok(())) = (email, current) {
        match ask(&portal, &guardian, &email).await? {
            Ok(()) => {
                return Ok(flash::redirect_saying(&portal, "/parent/account", "email-proofs-sent"));
            }
            Err(wait) => {
                wait_s = wait.seconds();
                shown.email.error = Some("email-proofs-too-many");
            }
        }
    }
    shown.errors = FieldErrors::of([("email", &shown.email), ("current", &shown.current)]);
    if wait_s > 0 { refused_for_now(&shown, wait_s) } else { refused(&shown) }
}

/// « Envoyer de nouveau le courriel ».
pub async fn resend(guardian: SignedInGuardian, State(portal): State<Portal>) -> Result<Response, Problem> {
    let now = shown(portal.read(), &guardian.account, portal.clock.now()).await?;
    let Some(email) = Email::parse(&now.email).ok().filter(|_| !now.is_confirmed) else {
        return Ok(flash::redirect("/parent/account"));
    };
    match ask(&portal, &guardian, &email).await? {
        Ok(()) => Ok(flash::redirect_saying(&portal, "/parent/account", "email-proofs-sent")),
        Err(wait) => Err(Problem::TooMany { wait_s: wait.seconds() }),
    }
}

/// Asks for this address, within the limits per account and per address.
async fn ask(
    portal: &Portal,
    guardian: &SignedInGuardian,
    email: &Email,
) -> Result<Result<(), Wait>, Problem> {
    let (now, mut random) = (portal.clock.now(), random::system());
    let buckets = [PROOF_ACCOUNT.of(&guardian.id().to_string()), PROOF_ADDRESS.of(&email.key())];
    let mut tries = 0;
    loop {
        let tx = portal.begin().await?;
        if let Err(wait) = throttle::take(&*tx, &buckets, now).await? {
            return Ok(Err(wait));
        }
        let by = guardian.actor();
        match ask_for(&tx, portal, &guardian.account, email, &by, now, &mut random).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(Ok(()));
            }
            // Somebody took it, or confirmed it, at this very moment: once more, as things are now.
            Err(Stop::Refused(_)) if tries == 0 => tries += 1,
            Err(Stop::Refused(_)) => return Err(Problem::Unavailable),
            Err(Stop::Broken(failure)) => return Err(failure.into()),
        }
    }
}
