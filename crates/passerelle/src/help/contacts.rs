use sea_orm::DbErr;
use uuid::Uuid;

use crate::{
    options,
    portal::Portal,
    schools::{School, store},
    sessions::Kind,
};

/// Whom a school names for questions; each part may be empty, but not all.
#[derive(Debug)]
pub struct Contact {
    pub school: String,
    pub name: String,
    pub phone: String,
    pub email: String,
}

/// The contacts of a person's schools, as far as these name any: at most ten.
/// # Errors
/// What the database said.
pub async fn of_person(portal: &Portal, kind: Kind, person: Uuid) -> Result<Vec<Contact>, DbErr> {
    let schools: Vec<School> = match kind {
        Kind::Guardian => store::of_guardian(portal.read(), person).await?,
        Kind::Student => store::of_student(portal.read(), person).await?,
        Kind::Staff => store::of_staff(portal.read(), person).await?,
    };
    let mut contacts = Vec::new();
    for school in schools {
        let options = options::of_school(portal.read(), school.id).await?;
        let contact = Contact {
            school: school.name,
            name: options.contact_name,
            phone: options.contact_phone,
            email: options.contact_email,
        };
        if [&contact.name, &contact.phone, &contact.email].iter().any(|part| !part.is_empty()) {
            contacts.push(contact);
        }
    }
    Ok(contacts)
}
