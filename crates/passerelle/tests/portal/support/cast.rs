//! The cast of CASES.md: schools A and B, their staff, four students, four parents.

use std::path::Path;

use passerelle::{
    guardians::{self, Email, GuardianId, PersonName, store::NewGuardian},
    guardianships,
    portal::Portal,
    random, rosters,
    students::StudentId,
};
use sea_orm::{ConnectionTrait, FromQueryResult, raw_sql};
use wording::Language;

/// Everybody's password.
pub const PASSWORD: &str = "pont rouge 47";

const ORGS: &str = "sourcedId,name,type,parentSourcedId
d,Conseil scolaire du Fleuve,district,
a,École A,school,d
b,École B,school,d
";
const USERS: &str =
    "sourcedId,givenName,familyName,username,identifier,email,grades,metadata.counselorSourcedId
aa,Anne,Admin,,,aa@ecole.example,,
ac1,Carole,Un,,,ac1@ecole.example,,
ac2,Claude,Deux,,,ac2@ecole.example,,
ba,Béatrice,Admin,,,ba@ecole.example,,
bc,Bruno,Conseil,,,bc@ecole.example,,
da,Diane,District,,,da@ecole.example,,
emile,Émile,Côté,emile,100000001,,10,ac1
zoe,Zoé,Étienne,zoe,100000002,,10,ac2
noor,Noor,N’Guessan,noor,100000003,,11,ac1
liam,Liam,Fortin,liam,100000004,,9,bc
";
const ROLES: &str = "sourcedId,userSourcedId,roleType,role,orgSourcedId
1,aa,primary,principal,a
2,ac1,primary,counselor,a
3,ac2,primary,counselor,a
4,ba,primary,principal,b
5,bc,primary,counselor,b
6,da,primary,districtAdministrator,d
7,emile,primary,student,a
8,zoe,primary,student,a
9,noor,primary,student,a
10,liam,primary,student,b
";
const CLASSES: &str = "sourcedId,title,classType,schoolSourcedId
h10,10-A,homeroom,a
h11,11-A,homeroom,a
h9,9-A,homeroom,b
";
const ENROLLMENTS: &str = "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role
1,h10,a,emile,student
2,h10,a,zoe,student
3,h11,a,noor,student
4,h9,b,liam,student
";

/// Writes the cast's roster as a OneRoster 1.2 bundle.
pub fn write_roster(folder: &Path) {
    for (name, text) in [
        ("orgs.csv", ORGS),
        ("users.csv", USERS),
        ("roles.csv", ROLES),
        ("classes.csv", CLASSES),
        ("enrollments.csv", ENROLLMENTS),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: StudentId,
}

/// Fills an empty portal with the cast.
pub async fn seed(portal: &Portal) {
    let folder = tempfile::tempdir().unwrap();
    write_roster(folder.path());
    let now = portal.clock.now();
    rosters::import(portal, folder.path(), now, &mut random::system()).await.unwrap();
    let hash = portal.passwords.hash(PASSWORD.to_owned()).await.unwrap();
    let tx = portal.begin().await.unwrap();
    let given = hash.clone();
    tx.execute_raw(raw_sql!(Postgres, "UPDATE staff SET password_hash = {given}")).await.unwrap();
    tx.execute_raw(raw_sql!(Postgres, "UPDATE students SET password_hash = {given}")).await.unwrap();
    let parents: [(&str, &[&str]); 4] =
        [("P0", &[]), ("P1", &["emile", "zoe"]), ("P2", &["emile"]), ("P3", &["zoe", "liam"])];
    for (name, children) in parents {
        let mut random = random::system();
        let id = GuardianId::new(now, &mut random);
        let (email, person) =
            (Email::parse(&email_of(name)).unwrap(), PersonName::parse(&format!("Parent {name}")).unwrap());
        let new = NewGuardian {
            id,
            name: &person,
            email: &email,
            password_hash: &hash,
            language: Language::French,
        };
        guardians::store::insert(&*tx, &new, now).await.unwrap();
        guardians::store::confirm_email(&*tx, id, now).await.unwrap();
        for &child in children {
            let student = Row::find_by_statement(raw_sql!(
                Postgres,
                "SELECT id FROM students WHERE username = {child}"
            ))
            .one(&*tx)
            .await
            .unwrap()
            .unwrap();
            guardianships::link_quietly(&*tx, id, student.id, now, &mut random).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// The e-mail that somebody of the cast signs in with.
pub fn email_of(name: &str) -> String {
    if name.starts_with('P') {
        format!("{}@familles.example", name.to_lowercase())
    } else {
        format!("{name}@ecole.example")
    }
}
