use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use wording::Value;

use super::{
    GuardianshipId, HeldStudent, circle,
    events::{LinkAccepted, LinkDeclined},
    link,
    link_requests::{self, Decided, RequestId},
    restrictions, store,
};
use crate::{
    act::Stop, audit, guardians::GuardianId, mail::Mail, options, portal::Portal, staff::CounsellorOf,
    students::StudentId,
};

/// Why a waiting link wasn't decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecideRefusal {
    /// It doesn't wait any more, or not for this school.
    Gone,
    /// A restriction keeps the two apart.
    Restricted,
}

/// Confirms a link that waits: from the next request on the guardian sees the child. They are told.
/// # Errors
/// [`DecideRefusal`], or what the database said.
pub async fn accept(
    tx: &Tx,
    portal: &Portal,
    of: &CounsellorOf,
    request: RequestId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<DecideRefusal>> {
    let (student, decided) = decide(tx, of, request, true, now).await?;
    let guardian = decided.guardian_id;
    let gone = Stop::Refused(DecideRefusal::Gone);
    let email_key = store::hold_guardian(&**tx, guardian).await?.ok_or(gone)?;
    if restrictions::is_in_force_for(&**tx, student.id(), Some(guardian), &email_key).await? {
        return Err(Stop::Refused(DecideRefusal::Restricted));
    }
    // They may have come to be linked by another way: then it is as they asked.
    let made = link::make(tx, portal, &student, guardian, decided.channel(), now, random).await;
    let link = match made {
        Ok(link) => Some(link),
        Err(Stop::Refused(_)) => None,
        Err(Stop::Broken(failure)) => return Err(Stop::Broken(failure)),
    };
    let event = LinkAccepted { guardian, student: student.id(), school: student.school() };
    audit::record(&**tx, &event, &of.actor(), now, random).await?;
    tell(tx, portal, student.id(), guardian, Answer::Accepted(link), now, random).await?;
    Ok(())
}

/// Declines a link that waits. The code stays used; the guardian is told to ask the school.
/// # Errors
/// [`DecideRefusal::Gone`], or what the database said.
pub async fn decline(
    tx: &Tx,
    portal: &Portal,
    of: &CounsellorOf,
    request: RequestId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), Stop<DecideRefusal>> {
    let (student, decided) = decide(tx, of, request, false, now).await?;
    let guardian = decided.guardian_id;
    let event = LinkDeclined { guardian, student: student.id(), school: student.school() };
    audit::record(&**tx, &event, &of.actor(), now, random).await?;
    tell(tx, portal, student.id(), guardian, Answer::Declined, now, random).await?;
    Ok(())
}

/// Holds the student, who must be at the counsellor's school, and decides the request if it waits.
async fn decide(
    tx: &Tx,
    of: &CounsellorOf,
    request: RequestId,
    accepted: bool,
    now: Millis,
) -> Result<(HeldStudent, Decided), Stop<DecideRefusal>> {
    let gone = || Stop::Refused(DecideRefusal::Gone);
    let waiting = link_requests::find_waiting(&**tx, request, of.school_id()).await?.ok_or_else(gone)?;
    let student = HeldStudent::hold(tx, waiting.student_id).await?;
    let student = student.filter(|student| student.school() == of.school_id()).ok_or_else(gone)?;
    let decided = link_requests::decide(&**tx, request, accepted, of.id(), now).await?.ok_or_else(gone)?;
    Ok((student, decided))
}

/// What the guardian is told.
#[derive(Clone, Copy)]
enum Answer {
    Accepted(Option<GuardianshipId>),
    Declined,
}

async fn tell(
    tx: &Tx,
    portal: &Portal,
    student: StudentId,
    guardian: GuardianId,
    answer: Answer,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let contact = circle::contact(&**tx, guardian).await?;
    let Some((email, language)) = contact.as_ref().and_then(circle::Contact::mailbox) else {
        return Ok(());
    };
    let Some(about) = circle::about(&**tx, student).await? else { return Ok(()) };
    let options = options::of_school(&**tx, about.school_id).await?;
    let name = [("student", Value::from(&about.given_name))];
    let mail = match answer {
        Answer::Accepted(link) => {
            let subject = "guardianships-mail-accepted-subject";
            let mail = Mail::new(portal, "link-accepted", email, language, subject, &[])
                .say("guardianships-mail-accepted-text", &name)
                .action("guardianships-mail-newcomer-action", &format!("/parent/children/{student}"));
            // Called back with the link, should it be removed before the mail leaves.
            match link {
                Some(link) => mail.about(link.0),
                None => mail,
            }
        }
        Answer::Declined => {
            Mail::new(portal, "link-declined", email, language, "guardianships-mail-declined-subject", &[])
                .say("guardianships-mail-declined-text", &name)
                .action("guardianships-mail-children", "/parent/children")
                .say("guardianships-mail-ask-school", &[])
        }
    };
    mail.on_behalf_of(&about.school)
        .reply_to(Some(&options.contact_email))
        .put(tx, now, random)
        .await
        .map(drop)
}
