use std::io::{BufRead as _, IsTerminal as _};

use clap::Subcommand;

use super::{Failure, open, say};
use crate::{
    audit::{self, Actor},
    clock::Clock,
    config::Config,
    guardians::Email,
    passwords,
    portal::Portal,
    random, schools,
    staff::{self, RoleKind, StaffId},
    students,
};

#[derive(Subcommand)]
pub enum Staff {
    /// Open or change a staff account, give it a role and a password
    #[command(
        after_help = "Examples:\n  passerelle staff add julie.roy@example.org --name 'Julie' 'Roy' --role counsellor --school erables\n  passerelle staff add sophie.bah@example.org --name 'Sophie' 'Bah' --role district-administrator\n\nThe password is read from standard input, one line."
    )]
    Add {
        /// The e-mail that the person signs in with
        email: String,
        /// First name, then last name
        #[arg(long, num_args = 2, value_names = ["FIRST", "LAST"], required = true)]
        name: Vec<String>,
        /// counsellor, school-administrator or district-administrator
        #[arg(long)]
        role: RoleKind,
        /// The school's short name, as in its address; not for district administrators
        #[arg(long)]
        school: Option<String>,
    },
    /// Set the password of a staff account, such as one that came with the roster
    #[command(
        after_help = "Example:\n  passerelle staff password julie.roy@example.org\n\nThe password is read from standard input, one line."
    )]
    Password {
        /// The e-mail that the person signs in with
        email: String,
    },
}

#[derive(Subcommand)]
pub enum Student {
    /// Set a student's password
    #[command(
        after_help = "Example:\n  passerelle student password amina.diallo\n\nThe password is read from standard input, one line."
    )]
    Password {
        /// The username that the student signs in with
        username: String,
    },
}

/// `staff add` and `staff password`.
pub async fn staff(config: Config, command: Staff) -> Result<(), Failure> {
    let portal = open(config, Clock::system(), false, false).await?;
    match command {
        Staff::Add { email, name, role, school } => {
            add(&portal, &email, &name, role, school.as_deref()).await
        }
        Staff::Password { email } => staff_password(&portal, &email).await,
    }
}

async fn staff_password(portal: &Portal, email: &str) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|_| format!("{email} isn't an e-mail address"))?;
    let found = staff::store::credentials(portal.read(), &email.key()).await?;
    let id = found.ok_or_else(|| format!("no staff account has the e-mail {email}"))?.id;
    let hash = portal.passwords.hash(read_password(&[email.as_str()])?).await?;
    let tx = portal.begin().await?;
    staff::store::set_password(&*tx, id, &hash).await?;
    let event = staff::PasswordSet { staff: id };
    audit::record(&*tx, &event, &Actor::operator(), portal.clock.now(), &mut random::system()).await?;
    tx.commit().await?;
    say(&format!("{email} can sign in at /staff with the new password."));
    Ok(())
}

async fn add(
    portal: &Portal,
    email: &str,
    name: &[String],
    role: RoleKind,
    school: Option<&str>,
) -> Result<(), Failure> {
    let email = Email::parse(email).map_err(|_| format!("{email} isn't an e-mail address"))?;
    let (district, school) = place_of(portal, role, school).await?;
    let [given_name, family_name] = name else {
        return Err("--name: expected a first and a last name".into());
    };
    let hash = portal.passwords.hash(read_password(&[email.as_str()])?).await?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let key = email.key();
    let new = staff::store::NewStaff {
        id: StaffId::new(now, &mut random),
        email: email.as_str(),
        email_key: &key,
        given_name,
        family_name,
    };
    let tx = portal.begin().await?;
    let id = staff::store::upsert_by_email(&*tx, &new, now).await?;
    let role_id = staff::store::new_role_id(now, &mut random);
    staff::store::grant(&*tx, id, role, district, school, "hand", role_id).await?;
    staff::store::set_password(&*tx, id, &hash).await?;
    audit::record(&*tx, &staff::StaffAdded { staff: id, role, school }, &Actor::operator(), now, &mut random)
        .await?;
    tx.commit().await?;
    say(&format!("{given_name} {family_name} can sign in at /staff as {role}."));
    Ok(())
}

async fn place_of(
    portal: &Portal,
    role: RoleKind,
    school: Option<&str>,
) -> Result<(schools::DistrictId, Option<schools::SchoolId>), Failure> {
    match (role, school) {
        (RoleKind::DistrictAdministrator, None) => {
            let districts = schools::store::each_district(portal.read()).await?;
            let (id, _) = districts.first().ok_or("there is no district yet: import a roster first")?;
            Ok((*id, None))
        }
        (RoleKind::DistrictAdministrator, Some(_)) => Err("--school: not for district administrators".into()),
        (_, None) => Err("--school: expected the school's short name".into()),
        (_, Some(name)) => {
            let school = schools::store::find_by_short_name(portal.read(), name).await?;
            let school = school.ok_or_else(|| format!("--school: no school is called {name}"))?;
            Ok((school.district_id, Some(school.id)))
        }
    }
}

/// `student password`.
pub async fn student(config: Config, Student::Password { username }: Student) -> Result<(), Failure> {
    let portal = open(config, Clock::system(), false, false).await?;
    let hash = portal.passwords.hash(read_password(&[&username])?).await?;
    let (now, mut random) = (portal.clock.now(), random::system());
    let tx = portal.begin().await?;
    let username = students::username_key(&username);
    let Some((student, school)) = students::store::set_password(&*tx, &username, &hash).await? else {
        return Err(format!("no student has the username {username}").into());
    };
    let event = students::PasswordSet { student, school };
    audit::record(&*tx, &event, &Actor::operator(), now, &mut random).await?;
    tx.commit().await?;
    say(&format!("{username} can sign in at /student with the new password."));
    Ok(())
}

/// One line of standard input, so that the password stands in no process list and no shell history.
fn read_password(own: &[&str]) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        say("Password (it will be shown):");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    passwords::check(&password, own).map_err(|why| format!("the password isn't taken: {why:?}"))?;
    Ok(password)
}
