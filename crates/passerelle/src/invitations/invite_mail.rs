//! What an invitation's mail says.

use activation_code::ActivationCode;
use database::Millis;
use wording::{Language, Value};

use super::store::Inviter;
use crate::{
    codes::CodeId,
    guardians::{Email, store::Addressee},
    mail::Mail,
    portal::Portal,
};

/// Whom the mail goes to.
pub struct Addressed<'a> {
    pub email: &'a Email,
    /// Their account, if the address has one: then the child is added there.
    pub account: Option<&'a Addressee>,
}

/// What the mail carries and no other place shows.
pub struct Carried<'c> {
    pub code: CodeId,
    pub clear: &'c ActivationCode,
    /// Stands on no screen and no letter: whoever brings it has read this mailbox.
    pub secret: &'c str,
    pub expires_at: Millis,
}

/// Writes the mail in the account's language, or else in the one spoken at the student's home. Whom an
/// answer reaches is the school's choice.
pub fn write<'p>(
    portal: &'p Portal,
    inviter: &Inviter,
    to: &Addressed<'_>,
    carried: &Carried<'_>,
    answers_to: &str,
) -> Mail<'p> {
    let language = match to.account {
        Some(account) => Language::from_tag(&account.language).unwrap_or_default(),
        None => language_of_home(inviter.home_language.as_deref()),
    };
    let student = ("student", Value::from(&inviter.given_name));
    let values = [student, ("school", Value::from(&inviter.school))];
    let day = portal.catalogue.day_of(language, carried.expires_at, &portal.zone);
    let (text, steps, action) = if to.account.is_some() {
        (
            "invitations-mail-text-account",
            ["invitations-mail-sign-in", "invitations-mail-add", "invitations-mail-yes"],
            "invitations-mail-action-account",
        )
    } else {
        (
            "invitations-mail-text",
            ["invitations-mail-open", "invitations-mail-account", "invitations-mail-yes"],
            "invitations-mail-action",
        )
    };
    Mail::new(portal, "invitation", to.email.as_str(), language, "invitations-mail-subject", &values)
        .on_behalf_of(&inviter.school)
        .reply_to(Some(answers_to))
        .about(carried.code.0)
        .say(text, &values)
        .code(&carried.clear.to_string())
        .steps(&steps)
        .action(action, &format!("/a/{}/{}", carried.clear, carried.secret))
        .say("invitations-mail-until", &[("day", Value::from(day))])
        .say("invitations-mail-who-asked", &values)
        .aside(
            "invitations-mail-unknown",
            "invitations-mail-not-mine",
            &format!("/invitation/{}", carried.secret),
        )
}

/// Rosters write it as they like: « en », « eng », « English », « anglais ».
fn language_of_home(said: Option<&str>) -> Language {
    let said = said.unwrap_or_default().trim().to_lowercase();
    if said.starts_with("en") || said.starts_with("angl") { Language::English } else { Language::French }
}

#[cfg(test)]
mod tests {
    use super::language_of_home;
    use wording::Language::{English, French};

    #[test]
    fn homes_that_speak_english_are_written_to_in_it() {
        for (said, language) in [
            (Some("en"), English),
            (Some("English"), English),
            (Some("Anglais"), English),
            (Some("fr"), French),
            (Some("wolof"), French),
            (Some(""), French),
            (None, French),
        ] {
            assert_eq!(language_of_home(said), language, "{said:?}");
        }
    }
}
