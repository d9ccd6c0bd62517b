use activation_code::CodeTypo;
use axum::http::HeaderMap;
use database::Millis;

use super::store;
use crate::{
    audit::Actor,
    codes::{self, Found, Tried, Usable},
    guardians::{Email, PersonName},
    guardianships::LinkRefusal,
    passwords,
    portal::Portal,
    random,
    sessions::throttle::{self, Wait},
    web::{
        Field, FieldErrors, Problem,
        address::ClientAddress,
        cookies::{self, Cookie},
    },
};

/// How long a draft waits for its « Oui ».
pub const LIFE_MS: Millis = 60 * 60 * 1000;

/// What was typed, checked together: all that is wrong is told at once.
#[derive(Default)]
pub struct Typed {
    pub code: Field,
    pub name: Field,
    pub email: Field,
    pub password: Field,
    pub wait: Option<Wait>,
}

/// Everything is good, but for what only a transaction can decide.
pub struct Good {
    pub usable: Usable,
    pub name: PersonName,
    pub email: Email,
    pub password: String,
}

impl Typed {
    pub fn errors(&self) -> FieldErrors {
        FieldErrors::of([
            ("code", &self.code),
            ("name", &self.name),
            ("email", &self.email),
            ("password", &self.password),
        ])
    }
}

/// Checks a sign-up. The code comes first: only the holder of a good one learns that an e-mail already
/// has an account.
/// # Errors
/// `Ok(Err(_))`: what is wrong with it; the database is away.
pub async fn check(
    portal: &Portal,
    address: ClientAddress,
    code: &str,
    name: &str,
    email: &str,
    password: String,
) -> Result<Result<Good, Typed>, Problem> {
    let cut = |text: &str| text.chars().take(256).collect::<String>();
    let mut typed = Typed {
        code: Field::typed(&cut(code)),
        name: Field::typed(&cut(name)),
        email: Field::typed(&cut(email)),
        ..Typed::default()
    };
    let usable = match codes::find(portal, code, address, None).await? {
        Found::Usable(usable) => Some(usable),
        Found::Typo(typo) => refuse(&mut typed.code, codes::refusal_key(typo)),
        Found::NotUsable => refuse(&mut typed.code, codes::refusal_key(CodeTypo::Character)),
        Found::TooMany(wait) => {
            typed.wait = Some(wait);
            refuse(&mut typed.code, "codes-too-many")
        }
    };
    let name = PersonName::parse(name).map_or_else(|why| refuse(&mut typed.name, why.key()), Some);
    let email = Email::parse(email).map_or_else(|why| refuse(&mut typed.email, why.key()), Some);
    let own = [typed.name.value.as_str(), typed.email.value.as_str()];
    if let Err(why) = passwords::check(&password, &own) {
        typed.password.error = Some(why.key());
    }
    if let (Some(usable), Some(email)) = (&usable, &email) {
        told_apart(portal, address, usable, email, &mut typed).await?;
    }
    Ok(match (usable, name, email) {
        (Some(usable), Some(name), Some(email)) if typed.errors().is_empty() => {
            Ok(Good { usable, name, email, password })
        }
        _ => Err(typed),
    })
}

/// What only the holder of a good code learns: that the address has an account, or that the school has to
/// check. Counted like a bad code: one good code isn't a way to try any number of addresses.
async fn told_apart(
    portal: &Portal,
    address: ClientAddress,
    usable: &Usable,
    email: &Email,
    typed: &mut Typed,
) -> Result<(), Problem> {
    let (now, email_key) = (portal.clock.now(), email.key());
    let tried =
        Tried { code: usable.id, guardian: None, email_key: &email_key, by: Actor::stranger(address) };
    if crate::guardians::store::credentials(portal.read(), &email_key).await?.is_some() {
        typed.email.error = Some("sign-up-email-taken");
    } else if codes::note_if_restricted(portal, &tried, now, &mut random::system()).await? {
        typed.code.error = Some(LinkRefusal::MustVerify.key());
    } else {
        return Ok(());
    }
    let near = codes::throttles(address, None);
    throttle::count_failure(portal.database.writer(), &near, now).await?;
    Ok(())
}

fn refuse<T>(field: &mut Field, key: &'static str) -> Option<T> {
    field.error = Some(key);
    None
}

/// The draft that this browser's cookie names, if it still lives.
/// # Errors
/// What the database said.
pub async fn of_browser(portal: &Portal, headers: &HeaderMap) -> Result<Option<store::Draft>, Problem> {
    let Some(token) = cookies::read(portal, headers, Cookie::SignUp).and_then(cookies::decode) else {
        return Ok(None);
    };
    Ok(store::find(portal.read(), &crate::sessions::hash(&token), portal.clock.now() - LIFE_MS).await?)
}
