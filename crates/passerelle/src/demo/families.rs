//! The demonstration's parents and guardians: more than half of the students have one with an account,
//! some have two, some of those never confirmed their address.

use std::error::Error;

use database::{DAY_MS, Millis, Tx};
use sea_orm::{FromQueryResult, raw_sql};
use wording::Language;

use crate::{
    guardians::{self, Email, GuardianId, PersonName, store::NewGuardian},
    guardianships, random,
    students::StudentId,
};

#[derive(FromQueryResult)]
struct Student {
    id: StudentId,
    number: String,
    family_name: String,
    home_language: Option<String>,
    guardian_email: String,
}

/// Opens the accounts of those whose address the roster gives; the password is hashed once for all.
pub async fn open(tx: &Tx, hash: &str, now: Millis) -> Result<(), Box<dyn Error + Send + Sync>> {
    let students = Student::find_by_statement(raw_sql!(
        Postgres,
        r#"SELECT st.id, st.number, st.family_name, st.home_language, st.guardian_email FROM students st
           WHERE st.guardian_email <> '' AND NOT EXISTS (SELECT 1 FROM guardians p WHERE p.email = st.guardian_email)
           ORDER BY st.number LIMIT 5000"#
    ))
    .all(&**tx)
    .await?;
    for student in &students {
        // The number decides, so that the demonstration is the same every time.
        let drawn =
            student.number.bytes().rev().take(4).fold(7_i64, |sum, digit| sum * 31 + i64::from(digit)) % 100;
        let at = now - (drawn % 71 + 1) * DAY_MS;
        if drawn < 70 {
            open_one(tx, student, &student.guardian_email, drawn % 12 != 0, hash, at).await?;
        }
        if drawn < 22 {
            open_one(tx, student, &format!("autre.{}", student.guardian_email), true, hash, at + DAY_MS)
                .await?;
        }
    }
    Ok(())
}

async fn open_one(
    tx: &Tx,
    student: &Student,
    address: &str,
    confirmed: bool,
    hash: &str,
    at: Millis,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut random = random::system();
    let given: String = address.trim_start_matches("autre.").split('.').next().unwrap_or_default().to_owned();
    let given = capital(&given);
    let name = if address.starts_with("autre.") {
        format!("Alex {}", student.family_name)
    } else {
        format!("{given} {}", student.family_name)
    };
    let (email, name) = (
        Email::parse(address).map_err(|_| "a demonstration's e-mail")?,
        PersonName::parse(&name).map_err(|_| "a demonstration's name")?,
    );
    let english = student.home_language.as_deref().is_some_and(|language| language.starts_with("en"));
    let language = if english { Language::English } else { Language::French };
    let id = GuardianId::new(at, &mut random);
    let new = NewGuardian { id, name: &name, email: &email, password_hash: hash, language };
    guardians::store::insert(&**tx, &new, at).await.map_err(|_| "a demonstration's guardian")?;
    if confirmed {
        guardians::store::confirm_email(&**tx, id, at).await?;
    }
    guardianships::link_quietly(&**tx, id, student.id, at, &mut random).await?;
    Ok(())
}

/// With a capital in front.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
