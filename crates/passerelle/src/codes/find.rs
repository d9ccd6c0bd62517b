use activation_code::{ActivationCode, CodeTypo};

use super::store::{self, Usable};
use crate::{
    guardians::GuardianId,
    portal::Portal,
    sessions::throttle::{self, CODE_ACCOUNT, CODE_ADDRESS, CODE_EVERYWHERE, CODE_LATELY, Throttle, Wait},
    web::{Problem, address::ClientAddress},
};

/// What a typed code turned out to be.
#[derive(Debug)]
pub enum Found {
    Usable(Usable),
    /// A slip, found before any look-up.
    Typo(CodeTypo),
    /// Unknown, used, deleted or expired: one answer.
    NotUsable,
    /// Too many codes that can't serve came from here.
    TooMany(Wait),
}

/// The key of the sentence about a slip. A symbol that stands in no code gets the answer of an
/// unknown code; only what the check character finds is told apart.
pub const fn refusal_key(typo: CodeTypo) -> &'static str {
    match typo {
        CodeTypo::Empty => "codes-empty",
        CodeTypo::Length { .. } => "codes-length",
        CodeTypo::CheckCharacter => "codes-typo",
        CodeTypo::Character => "codes-not-usable",
    }
}

/// How long who has failed lately is asked to wait while the global brake is on.
const BRAKE_WAIT: Wait = Wait(5 * 60 * 1000);

/// The buckets that codes which can't serve are counted in.
pub fn throttles(address: ClientAddress, guardian: Option<GuardianId>) -> Vec<Throttle> {
    let near = CODE_ADDRESS.of(&address.neighbourhood().to_string());
    let own = guardian.map(|id| CODE_ACCOUNT.of(&id.to_string()));
    [near].into_iter().chain(own).collect()
}

/// The bucket of the whole portal.
fn everywhere() -> Throttle {
    CODE_EVERYWHERE.of("all")
}

/// Looks up what a person typed, and counts it where it can't serve.
/// # Errors
/// The database is away.
pub async fn find(
    portal: &Portal,
    typed: &str,
    address: ClientAddress,
    guardian: Option<GuardianId>,
) -> Result<Found, Problem> {
    let code = match ActivationCode::parse(typed) {
        Ok(code) => code,
        Err(typo) => return Ok(Found::Typo(typo)),
    };
    let (now, near) = (portal.clock.now(), throttles(address, guardian));
    if let Err(wait) = throttle::has_room(portal.read(), &near, now).await? {
        return Ok(Found::TooMany(wait));
    }
    // The global brake: while the whole portal is being guessed at, who has failed lately waits.
    let lately = CODE_LATELY.of(&address.neighbourhood().to_string());
    if throttle::has_room(portal.read(), &[everywhere()], now).await?.is_err()
        && throttle::has_failed_lately(portal.read(), &lately, now).await?
    {
        return Ok(Found::TooMany(BRAKE_WAIT));
    }
    for lookup in portal.keyring.lookups(&code) {
        if let Some(usable) = store::usable_by_lookup(portal.read(), &lookup, now).await? {
            return Ok(Found::Usable(usable));
        }
    }
    let failed: Vec<Throttle> = near.into_iter().chain([everywhere(), lately]).collect();
    throttle::count_failure(portal.database.writer(), &failed, now).await?;
    Ok(Found::NotUsable)
}
