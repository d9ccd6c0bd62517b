//! Long work killed in the middle: taken up where it stopped, nothing done twice, nothing left out.

use std::path::Path;

use database::{Database, typed_id};
use passerelle::{random, schema};
use sea_orm::{ConnectionTrait as _, Statement, raw_sql};
use tempfile::tempdir;

use crate::{http::Browser, process::Served};

typed_id!(
    /// A student put in by hand.
    AnyStudent
);

const STUDENTS: i64 = 2000;
const EACH: i64 = 10;

#[test]
fn twenty_thousand_codes_survive_two_kills() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("passerelle.db");
    Served::start(folder.path()).stop();
    block_on(async {
        let database = open(&path).await;
        assert_eq!(schema::pending(&database).await.unwrap(), 0);
        add_students(&database).await;
        database.close().await.unwrap();
    });

    let mut served = Served::start(folder.path());
    let mut julie = Browser::at(&served.address);
    julie.sign_in("/staff", "julie.roy@grandslacs.example");
    let select = julie.post("/staff/erables/codes/new", &[("homeroom", "11-Z")]).unwrap().location;
    julie.post(&select, &[("do", "all")]).unwrap();
    let summary = julie.post(&select, &[("do", "submit")]).unwrap().location;
    let count = EACH.to_string();
    let job = julie.post(&summary, &[("count", &count), ("who", "all")]).unwrap().location;
    for share in [1, 2] {
        // Killed as soon as a third, then two thirds of the work are there.
        while codes(&path) < share * STUDENTS * EACH / 3 {}
        served.kill();
        assert!(codes(&path) < STUDENTS * EACH, "killed too late to tell anything");
        served = Served::start(folder.path());
        julie.address.clone_from(&served.address);
    }
    while count_of(&path, "jobs WHERE state IN ('waiting', 'running')") > 0 {}
    assert!(julie.get(&job).unwrap().body.contains("codes créés pour"));
    served.stop();
    assert_eq!(codes(&path), STUDENTS * EACH);
    let uneven = "(SELECT student_id FROM activation_codes c JOIN students st ON st.id = c.student_id
                   WHERE st.homeroom = '11-Z' GROUP BY student_id HAVING count(*) <> 10) uneven";
    assert_eq!(count_of(&path, uneven), 0, "each has exactly ten");
    assert_eq!(
        count_of(&path, "audit_events WHERE event = 'codes-created' AND details LIKE '%count=10'"),
        STUDENTS
    );
    assert_eq!(count_of(&path, "jobs WHERE state = 'done' AND done = 2000"), 1);
}

fn codes(path: &Path) -> i64 {
    count_of(path, "activation_codes c JOIN students st ON st.id = c.student_id WHERE st.homeroom = '11-Z'")
}

fn count_of(path: &Path, of: &str) -> i64 {
    block_on(async {
        let database = open(path).await;
        let statement = Statement::from_string(
            database.read().get_database_backend(),
            format!("SELECT count(*) AS n FROM {of}"),
        );
        let row = database.read().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get::<i64>("", "n").unwrap()
    })
}

async fn open(path: &Path) -> Database {
    Database::connect(&format!("sqlite:{}", path.display()), 1).await.unwrap()
}

async fn add_students(database: &Database) {
    let mut random = random::system();
    let tx = database.begin().await.unwrap();
    for number in 0..STUDENTS {
        let (id, sourced) = (AnyStudent::new(1, &mut random), format!("killed-{number}"));
        let key = sourced.as_bytes().to_vec();
        tx.execute_raw(raw_sql!(
            Postgres,
            r#"INSERT INTO students (id, school_id, sourced_id, number, given_name, family_name, search_key, sort_key, grade,
                   homeroom, roster_at, created_at)
               SELECT {id}, s.id, {sourced}, {sourced}, 'Une', {sourced}, {sourced}, {key}, '11', '11-Z', 1, 1
               FROM schools s WHERE s.short_name = 'erables'"#
        ))
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}
