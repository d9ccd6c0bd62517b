use database::{Millis, Tx};
use rand::CryptoRng;

use super::{events::InvitationRefused, store};
use crate::{
    act::Stop,
    audit::{self, Actor},
    codes,
    concerns::{self, Concern, ConcernKind},
};

/// Why an invitation wasn't refused; nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RefuseRefusal {
    /// Its code was used before: somebody is linked, and the school has to look.
    Used,
    /// The secret belongs to none, or it was refused before.
    NotOpen,
}

/// « Ce n'est pas pour moi », said by whoever holds the mail's secret, in the caller's transaction: the
/// code is void and the school is told. On `Err` the caller's transaction rolls back.
/// # Errors
/// [`RefuseRefusal`], or what the database said.
pub async fn refuse(
    tx: &Tx,
    secret: &str,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<RefuseRefusal>> {
    let Some(ended) = store::refuse(&**tx, secret, now).await? else {
        return Err(Stop::Refused(RefuseRefusal::NotOpen));
    };
    if let Some(code) = ended.code_id
        && !codes::make_void(tx, code, now).await?
        && store::mailed(&**tx, secret).await?.is_some_and(|mailed| mailed.code_used_at.is_some())
    {
        return Err(Stop::Refused(RefuseRefusal::Used));
    }
    let concern = Concern {
        kind: ConcernKind::InvitationRefused,
        school: ended.school_id,
        student: ended.student_id,
        guardian: None,
        raised_by: "stranger",
    };
    concerns::raise(&**tx, &concern, now, random).await?;
    let event = InvitationRefused {
        invitation: ended.id,
        code: ended.code_id,
        student: ended.student_id,
        school: ended.school_id,
    };
    audit::record(&**tx, &event, by, now, random).await?;
    Ok(())
}
