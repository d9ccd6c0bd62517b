use database::{DAY_MS, Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use sha2::{Digest as _, Sha256};

use super::{
    InvitationId,
    events::{InvitationHeld, InvitationSent, InvitationWithdrawn},
    invite_mail::{self, Addressed},
    store::{self, Inviter, Since},
};
use crate::{
    act::Stop,
    audit::{self, Actor},
    codes::{self, CodeId, CreateRefusal},
    concerns::{self, Concern, ConcernKind},
    guardians::{self, Email},
    guardianships,
    options::{self, SchoolOptions},
    portal::Portal,
    random as randomness, sessions, students,
    students::StudentId,
    web::cookies,
};

/// For how long an address that refused a student's invitation gets none of theirs.
const REFUSAL_LASTS_MS: Millis = 30 * DAY_MS;

/// Why a student's invitation doesn't leave. Nothing was made, and nothing of it says whether the
/// address has an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InviteRefusal {
    /// The school has turned invitations off.
    Off,
    /// The student holds as many open ones as the school allows.
    TooManyOpen,
    /// The student has sent as many today as the school allows.
    TooManyToday,
    /// The student has mailed this address within a day.
    SameAddressToday,
    /// The address or the school has had its share for today: which one isn't told.
    Tomorrow,
    /// Whoever has this address said lately that it isn't for them.
    NotForThem,
    /// The student holds as many unused codes as the school allows.
    TooManyCodes,
    /// The student has left, or is at another school now.
    StudentGone,
}

impl InviteRefusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Off | Self::StudentGone => "invitations-off",
            Self::TooManyOpen => "invitations-too-many-open",
            Self::TooManyToday => "invitations-too-many-today",
            Self::SameAddressToday => "invitations-same-address",
            Self::Tomorrow => "invitations-tomorrow",
            Self::NotForThem => "invitations-not-for-them",
            Self::TooManyCodes => "invitations-too-many-codes",
        }
    }
}

/// Whom a student invites, by one sending of a form.
pub struct NewInvitation<'n> {
    pub student: StudentId,
    pub email: &'n Email,
    /// Names the sending: a second one with the same key does nothing more.
    pub form_key: &'n str,
}

/// What became of it. To the student all three are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Invited {
    /// A code was made and its mail waits to leave.
    Sent(InvitationId),
    /// The adult is restricted: no code, no mail, and the staff are told.
    Held(InvitationId),
    /// The same form was sent before.
    Before(InvitationId),
}

/// Invites a parent or guardian, in the caller's transaction: one code, one mail, one invitation. What
/// limits count is held until the transaction ends, so that of any number at once no more than allowed
/// get by.
/// # Errors
/// [`InviteRefusal`], or what the database said.
pub async fn invite(
    tx: &Tx,
    portal: &Portal,
    new: &NewInvitation<'_>,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<Invited, Stop<InviteRefusal>> {
    let gone = Stop::Refused(InviteRefusal::StudentGone);
    let Some(inviter) = store::inviter(&**tx, new.student).await? else { return Err(gone) };
    let email_key = new.email.key();
    // The school's row, the address's stripe, the student's row: always in this order.
    options::store::hold_school(&**tx, inviter.school_id).await?;
    store::hold_stripe(&**tx, stripe_of(&email_key)).await?;
    if !students::store::hold(&**tx, inviter.id, inviter.school_id).await? {
        return Err(gone);
    }
    let form_key = format!("{} {}", inviter.id, new.form_key);
    if let Some(before) = store::of_form(&**tx, inviter.id, &form_key).await? {
        return Ok(Invited::Before(before));
    }
    // Read here, under the lock: off is off for pages already open.
    let options = options::of_school(&**tx, inviter.school_id).await?;
    if !options.student_invitations {
        return Err(Stop::Refused(InviteRefusal::Off));
    }
    end_open_ones(tx, &inviter, &email_key, by, now, random).await?;
    check_limits(tx, &inviter, &email_key, &options, now).await?;
    let making = Making { inviter: &inviter, email: new.email, options: &options, form_key: &form_key };
    if guardianships::store::is_restricted_address(&**tx, inviter.id, &email_key).await? {
        return Ok(Invited::Held(hold(tx, &making, by, now, random).await?));
    }
    Ok(Invited::Sent(send(tx, portal, &making, by, now, random).await?))
}

/// One of 256 rows that stand for all addresses, so that no list of them is kept for locking.
fn stripe_of(email_key: &str) -> i64 {
    i64::from(Sha256::digest(email_key)[0])
}

/// A new code takes the place of the one that this student's last mail to the address carried: there is
/// never a pile of live ones.
async fn end_open_ones(
    tx: &Tx,
    inviter: &Inviter,
    email_key: &str,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    for ended in store::supersede(&**tx, inviter.id, email_key, now).await? {
        if let Some(code) = ended.code_id {
            codes::make_void(tx, code, now).await?;
        }
        let event = InvitationWithdrawn {
            invitation: ended.id,
            code: ended.code_id,
            student: ended.student_id,
            school: ended.school_id,
        };
        audit::record(&**tx, &event, by, now, random).await?;
    }
    Ok(())
}

async fn check_limits(
    tx: &Tx,
    inviter: &Inviter,
    email_key: &str,
    options: &SchoolOptions,
    now: Millis,
) -> Result<(), Stop<InviteRefusal>> {
    let since = Since { sent: now - DAY_MS, refused: now - REFUSAL_LASTS_MS };
    let counted = store::count(&**tx, inviter.id, inviter.school_id, email_key, since, now).await?;
    let refusal = if counted.by_student_to_address > 0 {
        InviteRefusal::SameAddressToday
    } else if counted.refusals > 0 {
        InviteRefusal::NotForThem
    } else if counted.open >= options.open_invitations {
        InviteRefusal::TooManyOpen
    } else if counted.by_student >= options.invitations_per_student {
        InviteRefusal::TooManyToday
    } else if counted.to_address >= options.invitations_per_address
        || counted.by_school >= options.invitations_per_school
    {
        InviteRefusal::Tomorrow
    } else {
        return codes::check_room(tx, inviter.id, 1, options, now).await.map_err(|stop| {
            stop.map(|why| match why {
                CreateRefusal::TooMany { .. } => InviteRefusal::TooManyCodes,
                CreateRefusal::StudentGone => InviteRefusal::StudentGone,
            })
        });
    };
    Err(Stop::Refused(refusal))
}

/// An invitation that nothing stands against.
struct Making<'m> {
    inviter: &'m Inviter,
    email: &'m Email,
    options: &'m SchoolOptions,
    form_key: &'m str,
}

/// Makes the code and writes its mail.
async fn send(
    tx: &Tx,
    portal: &Portal,
    making: &Making<'_>,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<InvitationId, DbErr> {
    let Making { inviter, email, options, .. } = *making;
    let expires_at = options.code_expires_at(now);
    let (code, clear) = codes::create_for_invitation(
        tx,
        inviter.id,
        email.as_str(),
        expires_at,
        &portal.keyring,
        now,
        random,
    )
    .await?;
    let secret = randomness::token(random);
    let account = guardians::store::addressee(&**tx, &email.key()).await?;
    let addressed = Addressed { email, account: account.as_ref() };
    let carried = invite_mail::Carried { code, clear: &clear, secret: &cookies::encode(&secret), expires_at };
    let mail = invite_mail::write(portal, inviter, &addressed, &carried, &options.contact_email);
    let mail = mail.put(tx, now, random).await?;
    let id = keep(tx, making, Some((code, mail)), &secret, now, random).await?;
    let event =
        InvitationSent { invitation: id, code: Some(code), student: inviter.id, school: inviter.school_id };
    audit::record(&**tx, &event, by, now, random).await?;
    Ok(id)
}

/// Writes down an invitation of a restricted adult, from which nothing leaves, and tells the staff.
async fn hold(
    tx: &Tx,
    making: &Making<'_>,
    by: &Actor,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<InvitationId, DbErr> {
    let inviter = making.inviter;
    let id = keep(tx, making, None, &randomness::token(random), now, random).await?;
    let account = guardians::store::addressee(&**tx, &making.email.key()).await?;
    let concern = Concern {
        kind: ConcernKind::RestrictedTried,
        school: inviter.school_id,
        student: inviter.id,
        guardian: account.map(|account| account.id),
        raised_by: "student",
    };
    concerns::raise(&**tx, &concern, now, random).await?;
    let event = InvitationHeld { invitation: id, code: None, student: inviter.id, school: inviter.school_id };
    audit::record(&**tx, &event, by, now, random).await?;
    Ok(id)
}

async fn keep(
    tx: &Tx,
    making: &Making<'_>,
    sent: Option<(CodeId, outbox::MailId)>,
    secret: &[u8; 32],
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<InvitationId, DbErr> {
    let id = InvitationId::new(now, random);
    let row = store::NewRow {
        id,
        form_key: making.form_key,
        student: making.inviter.id,
        school: making.inviter.school_id,
        email: making.email.as_str(),
        email_key: &making.email.key(),
        code: sent.map(|(code, _)| code),
        mail: sent.map(|(_, mail)| mail),
        token_hash: sessions::hash(secret),
        expires_at: making.options.code_expires_at(now),
    };
    store::insert(&**tx, row, now).await?;
    Ok(id)
}
