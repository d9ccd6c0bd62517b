use database::{Millis, Tx};
use rand::CryptoRng;
use sea_orm::DbErr;
use wording::{Language, Value};

use super::circle::{self, Told};
use crate::{guardians::GuardianId, mail::Mail, options, portal::Portal, students::StudentId};

/// Tells by mail that an adult is linked to a student: the student, where the school gave an address,
/// and the other guardians whose address is confirmed. Who it is, the guardians read only where the
/// school's option says so. On screen the student sees it anyway.
pub(super) async fn announce(
    tx: &Tx,
    portal: &Portal,
    student: StudentId,
    newcomer: GuardianId,
    now: Millis,
    random: &mut (impl CryptoRng + ?Sized),
) -> Result<(), DbErr> {
    let about = circle::about(&**tx, student).await?;
    let told = circle::to_tell(&**tx, student, newcomer).await?;
    let Some(about) = about.filter(|about| about.email.is_some() || !told.is_empty()) else {
        return Ok(());
    };
    let Some(adult) = circle::contact(&**tx, newcomer).await? else { return Ok(()) };
    let options = options::of_school(&**tx, about.school_id).await?;
    let news = News {
        newcomer: &adult.name,
        student: &about.given_name,
        school: &about.school,
        contact: &options.contact_email,
    };
    if let Some(email) = &about.email {
        tell_student(portal, &news, email, about.language()).put(tx, now, random).await?;
    }
    for guardian in told {
        let name = options.name_other_guardians.then_some(news.newcomer);
        tell_guardian(portal, &news, &guardian, name, student).put(tx, now, random).await?;
    }
    Ok(())
}

struct News<'n> {
    newcomer: &'n str,
    student: &'n str,
    school: &'n str,
    contact: &'n str,
}

fn tell_student<'p>(portal: &'p Portal, news: &News<'_>, email: &str, language: Language) -> Mail<'p> {
    let subject = "guardianships-mail-student-subject";
    Mail::new(portal, "newcomer-student", email, language, subject, &[])
        .on_behalf_of(news.school)
        .reply_to(Some(news.contact))
        .say("guardianships-mail-student-text", &[("newcomer", Value::from(news.newcomer))])
        .action("guardianships-mail-student-action", "/student")
        .say("guardianships-mail-student-wrong", &[])
}

/// About the reader's own link: called back with it when that is removed.
fn tell_guardian<'p>(
    portal: &'p Portal,
    news: &News<'_>,
    to: &Told,
    newcomer: Option<&str>,
    child: StudentId,
) -> Mail<'p> {
    let student = ("student", Value::from(news.student));
    let mail =
        Mail::new(portal, "newcomer", &to.email, to.language(), "guardianships-mail-newcomer-subject", &[])
            .about(to.link.0)
            .on_behalf_of(news.school)
            .reply_to(Some(news.contact));
    let mail = match newcomer {
        Some(name) => {
            mail.say("guardianships-mail-newcomer-named", &[student, ("newcomer", Value::from(name))])
        }
        None => mail.say("guardianships-mail-newcomer-text", &[student]),
    };
    mail.action("guardianships-mail-newcomer-action", &format!("/parent/children/{child}")).aside(
        "guardianships-mail-newcomer-wrong",
        "guardianships-mail-newcomer-object",
        &format!("/parent/children/{child}/object"),
    )
}
