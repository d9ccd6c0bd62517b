//! What redeeming starts from: the demonstration's roster, guardians, and codes nobody has used.

use std::path::Path;

use database::{Backend, Database};
use passerelle::{
    audit::Actor,
    clock::Clock,
    codes::{self, NewCodes},
    config::{self, Flags},
    demo,
    guardians::{self, Email, GuardianId, PersonName, store::NewGuardian},
    passwords::Passwords,
    portal::{Parts, Portal},
    random, schema, schools, secret, sentences, staff,
    students::StudentId,
};
use sea_orm::{FromQueryResult, raw_sql};
use wording::Language;

use super::Pair;
use crate::Failure;

/// As many as a school allows unless it changes that.
const CODES_A_STUDENT: i64 = 10;

/// A portal on this database, filled with the demonstration's roster. Its pool is as large as the
/// portal's own.
pub async fn portal(url: &str, folder: &Path) -> Result<Portal, Failure> {
    let settings = [("data_dir", folder.display().to_string()), ("database_url", url.to_owned())];
    let set = settings.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let config = config::load(&Flags { config: None, set })?;
    let cores = std::thread::available_parallelism()?.get();
    let database = Database::connect(&config.database_url, u32::try_from(cores * 2)?.clamp(4, 32)).await?;
    schema::migrate(&database).await?;
    let mut random = random::system();
    let secrets = secret::read(&config.secret_file, true, &mut random)?;
    let portal = Portal::new(Parts {
        catalogue: sentences::catalogue()?,
        passwords: Passwords::new(&mut random)?,
        keyring: secrets.codes,
        mail_keys: secrets.mail,
        file_keys: secrets.files,
        zone: config.zone.clone(),
        clock: Clock::system(),
        demo: true,
        database,
        config,
    });
    demo::fill(&portal).await?;
    Ok(portal)
}

/// At least so many codes, ten a student, each with a guardian who isn't linked to its student.
pub async fn codes(portal: &Portal, count: usize) -> Result<Vec<Pair>, Failure> {
    let mut students = students(portal).await?;
    let a_student = usize::try_from(CODES_A_STUDENT)?;
    let guardians = guardians(portal, a_student).await?;
    if students.len() * a_student < count {
        return Err("the demonstration has too few students for so many codes".into());
    }
    students.truncate(count.div_ceil(a_student));
    let mut pairs = Vec::with_capacity(count);
    for some in students.chunks(100) {
        let tx = portal.begin().await?;
        for row in some {
            create(portal, &tx, row).await?;
            let made = CodeOf::find_by_statement(raw_sql!(
                Postgres,
                r#"SELECT id FROM activation_codes WHERE student_id = {row.id}"#
            ))
            .all(&*tx)
            .await?;
            pairs.extend(made.into_iter().zip(&guardians).map(|(code, guardian)| (code.id, *guardian)));
        }
        tx.commit().await?;
    }
    refresh(portal).await?;
    Ok(pairs)
}

#[derive(FromQueryResult)]
struct StudentAt {
    id: StudentId,
    school: String,
}

#[derive(FromQueryResult)]
struct CodeOf {
    id: codes::CodeId,
}

async fn students(portal: &Portal) -> Result<Vec<StudentAt>, Failure> {
    let statement = raw_sql!(
        Postgres,
        r#"SELECT st.id, s.short_name AS school FROM students st JOIN schools s ON s.id = st.school_id ORDER BY st.id LIMIT 10000"#
    );
    Ok(StudentAt::find_by_statement(statement).all(portal.read()).await?)
}

async fn create(portal: &Portal, tx: &database::Tx, student: &StudentAt) -> Result<(), Failure> {
    let counsellor =
        staff::store::credentials(&**tx, "julie.roy@grandslacs.example").await?.ok_or("no counsellor")?;
    let school = schools::store::find_by_short_name(&**tx, &student.school).await?.ok_or("no school")?;
    let form_key = student.id.to_string();
    let new = NewCodes {
        student: student.id,
        school: &school,
        count: CODES_A_STUDENT,
        form_key: &form_key,
        by: counsellor.id,
    };
    let now = portal.clock.now();
    codes::create(tx, &new, &portal.keyring, &Actor::operator(), now, &mut random::system())
        .await
        .map_err(|stop| format!("{stop:?}"))?;
    Ok(())
}

async fn guardians(portal: &Portal, count: usize) -> Result<Vec<GuardianId>, Failure> {
    let name = PersonName::parse("Marie Roy").map_err(|why| format!("{why:?}"))?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let mut guardians = Vec::with_capacity(count);
    for index in 0..count {
        let id = GuardianId::new(now, &mut random);
        let email =
            Email::parse(&format!("parent{index}@familles.example")).map_err(|why| format!("{why:?}"))?;
        let new =
            NewGuardian { id, name: &name, email: &email, password_hash: "", language: Language::French };
        guardians::store::insert(&*tx, &new, now).await.map_err(|stop| format!("{stop:?}"))?;
        guardians.push(id);
    }
    tx.commit().await?;
    Ok(guardians)
}

/// The planner's figures follow the new rows; SQLite's log is folded in.
async fn refresh(portal: &Portal) -> Result<(), Failure> {
    use sea_orm::ConnectionTrait as _;
    let writer = portal.database.writer();
    writer.execute_unprepared("ANALYZE").await?;
    if portal.database.backend() == Backend::Sqlite {
        writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    Ok(())
}
