//! The demonstration: a made-up board that goes in through the importer, and a few accounts.

mod families;
pub mod roster;

use std::error::Error;

use database::Tx;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, raw_sql};
use wording::Language;

use crate::{
    guardians::{self, Email, GuardianId, PersonName, store::NewGuardian},
    guardianships,
    portal::Portal,
    random, rosters,
    students::StudentId,
};

/// The password of every demonstration account.
pub const PASSWORD: &str = "passerelle-demo";

const STAFF: [(&str, &str); 5] = [
    ("julie.roy@grandslacs.example", "conseillère, École secondaire des Érables"),
    ("marc.okafor@grandslacs.example", "conseiller, École secondaire des Érables"),
    ("anne.tremblay@grandslacs.example", "administratrice, École secondaire des Érables"),
    ("paul.gagnon@grandslacs.example", "conseiller, École secondaire du Vieux-Moulin"),
    ("sophie.bah@grandslacs.example", "administratrice du conseil scolaire"),
];
const STUDENTS: [&str; 4] = ["amina.diallo", "noah.tremblay", "liam.fortin", "ibrahim.diallo"];
const GUARDIAN: (&str, &str) = ("fatou.diallo@familles.example", "Fatou Diallo");

/// Fills an empty database with the demonstration; one that holds anything is left as it is.
/// # Errors
/// The disk, the importer or the database failed.
pub async fn fill(portal: &Portal) -> Result<(), Box<dyn Error + Send + Sync>> {
    if !crate::schools::store::each_district(portal.read()).await?.is_empty() {
        return Ok(());
    }
    let folder = portal.config.data_dir.join("demo-roster");
    roster::write(&roster::Plan { schools: 3, students: 1580, seed: 1 }, &folder)?;
    let now = portal.clock.now();
    rosters::import(portal, &folder, now, &mut random::system()).await?;
    let hash = portal.passwords.hash(PASSWORD.to_owned()).await?;
    let tx = portal.begin().await?;
    give_passwords(&tx, &hash).await?;
    open_guardian(&tx, &hash, now).await?;
    families::open(&tx, &hash, now).await?;
    tx.commit().await?;
    Ok(())
}

/// The password is hashed once for all.
async fn give_passwords(tx: &Tx, hash: &str) -> Result<(), DbErr> {
    tx.execute_raw(raw_sql!(Postgres, r#"UPDATE staff SET password_hash = {hash}"#)).await?;
    tx.execute_raw(raw_sql!(
        Postgres,
        r#"UPDATE students SET password_hash = {hash} WHERE username IS NOT NULL"#
    ))
    .await?;
    Ok(())
}

async fn open_guardian(tx: &Tx, hash: &str, now: i64) -> Result<(), Box<dyn Error + Send + Sync>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: StudentId,
    }
    let mut random = random::system();
    let (email, name) = (
        Email::parse(GUARDIAN.0).map_err(|_| "the demonstration's e-mail")?,
        PersonName::parse(GUARDIAN.1).map_err(|_| "the demonstration's name")?,
    );
    let id = GuardianId::new(now, &mut random);
    let new = NewGuardian { id, name: &name, email: &email, password_hash: hash, language: Language::French };
    guardians::store::insert(&**tx, &new, now).await.map_err(|_| "the demonstration's guardian")?;
    guardians::store::confirm_email(&**tx, id, now).await?;
    for username in ["amina.diallo", "ibrahim.diallo"] {
        let child = Row::find_by_statement(raw_sql!(
            Postgres,
            r#"SELECT id FROM students WHERE username = {username}"#
        ))
        .one(&**tx)
        .await?;
        let child = child.ok_or("the demonstration's roster lacks a child")?;
        guardianships::link_quietly(&**tx, id, child.id, now, &mut random).await?;
    }
    Ok(())
}

/// What `make run` prints: who can sign in, where.
pub fn accounts() -> String {
    let staff = STAFF.map(|(email, role)| format!("  /staff    {email:<34} {role}")).join("\n");
    let students = STUDENTS.map(|username| format!("  /student  {username}")).join("\n");
    format!(
        "Demonstration accounts, password {PASSWORD}:\n{staff}\n{students}\n  /parent   {:<34} {}",
        GUARDIAN.0, GUARDIAN.1
    )
}
