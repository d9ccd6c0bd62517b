use database::{DAY_MS, Millis};
use sea_orm::{ConnectionTrait, DbErr};

use super::{Invitation, store};
use crate::{options, students::StudentId};

/// For how long one that ended without the student's doing still shows.
const ENDED_SHOWS_MS: Millis = 14 * DAY_MS;

/// How a student stands with invitations.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whether the school lets its students invite, now.
    pub allowed: bool,
    /// How many may be open at once.
    pub most: i64,
    pub open: i64,
    /// The open ones, and those that ended lately.
    pub invitations: Vec<Invitation>,
}

/// What a student's pages show of their invitations. A student who has left may not invite.
/// # Errors
/// What the database said.
pub async fn standing(db: &impl ConnectionTrait, student: StudentId, now: Millis) -> Result<Standing, DbErr> {
    let Some(inviter) = store::inviter(db, student).await? else {
        return Ok(Standing { allowed: false, most: 0, open: 0, invitations: Vec::new() });
    };
    let options = options::of_school(db, inviter.school_id).await?;
    let invitations = store::each(db, student, now - ENDED_SHOWS_MS).await?;
    let open = invitations.iter().filter(|invitation| invitation.state(now).is_open()).count();
    Ok(Standing {
        allowed: options.student_invitations,
        most: options.open_invitations,
        open: i64::try_from(open).unwrap_or(i64::MAX),
        invitations,
    })
}
