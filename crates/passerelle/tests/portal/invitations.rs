mod inviting;
mod limits;
mod mails;
mod refusing;
mod withdrawing;

use crate::support::{Page, Person, TestPortal};

/// A student invites an address from their home page.
pub async fn invite(student: &mut Person, email: &str) -> Page {
    let page = student.get("/student/invite").await;
    student.submit(&page, "Envoyer l'invitation", &[("Courriel du parent/gardien", email)]).await
}

/// Sets an option of school A, as its administrator might.
pub async fn set(portal: &TestPortal, option: &str, value: &str) {
    portal
        .sql(&format!(
            "INSERT INTO school_options (school_id, name, value, changed_at) SELECT id, '{option}', '{value}', 0 FROM schools WHERE short_name = 'a'"
        ))
        .await;
}

/// The code that a mail carries.
pub fn code_in(mail: &crate::support::WrittenMail) -> String {
    mail.links()[0].split('/').nth(2).unwrap().to_owned()
}
