use database::{Millis, Tx};
use rand::CryptoRng;
use wording::Language;

use super::{events::AccountOpened, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    codes::{self, RedeemRefusal},
    email_proofs,
    guardians::{self, Email, GuardianId, PersonName},
    guardianships::restrictions,
    invitations,
    portal::Portal,
    sessions::Kind,
    web::address::ClientAddress,
};

/// Why no account was opened; the code keeps its state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenRefusal {
    Code(RedeemRefusal),
    /// Somebody opened an account with this e-mail meanwhile.
    EmailTaken,
    /// What the draft holds can't be read any more.
    DraftGone,
}

/// An account about to be opened.
pub struct Opening<'o> {
    pub draft: &'o store::Draft,
    /// The secret of a mailed invitation that this browser came with.
    pub invitation: Option<&'o str>,
    pub language: Language,
    pub address: ClientAddress,
}

/// Opens the account of a draft and spends its code, in the caller's transaction: both or neither. Its
/// e-mail is confirmed where the code came by the mail of an invitation to it; else it is mailed the
/// link that confirms it.
/// # Errors
/// [`OpenRefusal`], or what the database said.
pub async fn open_account(
    tx: &Tx,
    portal: &Portal,
    opening: &Opening<'_>,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<GuardianId, Stop<OpenRefusal>> {
    let Opening { draft, invitation, language, address } = *opening;
    let id = GuardianId::new(now, random);
    let name = PersonName::parse(&draft.name).map_err(|_| Stop::Refused(OpenRefusal::DraftGone))?;
    let email = Email::parse(&draft.email).map_err(|_| Stop::Refused(OpenRefusal::DraftGone))?;
    let new = guardians::store::NewGuardian {
        id,
        name: &name,
        email: &email,
        password_hash: &draft.password_hash,
        language,
    };
    guardians::store::insert(&**tx, &new, now).await.map_err(|stop| stop.map(|_| OpenRefusal::EmailTaken))?;
    let by = Actor::person(Kind::Guardian, id.0, address);
    let redeemed = codes::redeem(tx, portal, id, draft.code_id, &by, now, random)
        .await
        .map_err(|stop| stop.map(OpenRefusal::Code))?;
    // A restriction that names this address holds when the account changes it.
    restrictions::bind(&**tx, id, &email.key()).await?;
    let opened = AccountOpened { guardian: id, school: redeemed.school };
    audit::record(&**tx, &opened, &by, now, random).await?;
    store::close(&**tx, &draft.token_hash, id, now).await?;
    let proved = match invitation {
        Some(secret) => invitations::proves_address(&**tx, draft.code_id, secret, &email.key()).await?,
        None => false,
    };
    if proved {
        guardians::store::confirm_email(&**tx, id, now).await?;
    } else {
        email_proofs::send_confirmation(tx, portal, id, (email.as_str(), language), now, random).await?;
    }
    Ok(id)
}
