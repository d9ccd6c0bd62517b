//! FLT-01: killed between « the code is used » and « the account is there »: neither, or both.

use std::{sync::mpsc, thread};

use sea_orm::{ConnectionTrait as _, Statement};
use tempfile::tempdir;

use crate::{http::Browser, process::Served};

fn codes_in(page: &str) -> Vec<String> {
    page.split("data-copy=\"").skip(1).map(|rest| rest[..14].to_owned()).collect()
}

#[test]
fn a_portal_killed_in_the_middle_of_sign_ups_is_whole() {
    let folder = tempdir().unwrap();
    let served = Served::start(folder.path());
    let mut julie = Browser::at(&served.address);
    julie.sign_in("/staff", "julie.roy@grandslacs.example");
    let list = julie.get("/staff/erables/students").unwrap().body;
    let students: Vec<String> = list
        .split("href=\"")
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .filter(|path| path.ends_with("/access"))
        .take(4)
        .collect();
    let mut waiting = Vec::new();
    for (place, path) in students.iter().enumerate() {
        let made = julie.post(path, &[("count", "10")]).unwrap();
        for (number, code) in codes_in(&julie.get(&made.location).unwrap().body).into_iter().enumerate() {
            let mut parent = Browser::at(&served.address);
            let email = format!("p{place}-{number}@ex.org");
            let answer = parent
                .post(
                    "/parent/sign-up",
                    &[
                        ("code", &code),
                        ("name", "Une Personne"),
                        ("email", &email),
                        ("password", "trois petits ponts"),
                    ],
                )
                .unwrap();
            assert_eq!(answer.location, "/parent/sign-up/confirm");
            waiting.push(parent);
        }
    }
    assert_eq!(waiting.len(), 40);
    let (answered, answers) = mpsc::channel();
    let tries: Vec<_> = waiting
        .into_iter()
        .map(|mut parent| {
            let answered = answered.clone();
            thread::spawn(move || {
                let _ = parent.post("/parent/sign-up/confirm", &[("answer", "yes")]);
                let _ = answered.send(());
                parent
            })
        })
        .collect();
    // Some have their answer, the others are on their way.
    for _ in 0..5 {
        answers.recv().unwrap();
    }
    served.kill();
    let parents: Vec<Browser> = tries.into_iter().map(|attempt| attempt.join().unwrap()).collect();

    let served = Served::start(folder.path());
    let (accounts, links, used) = whole(&folder.path().join("passerelle.db"));
    assert_eq!(
        (accounts, links),
        (used, used),
        "an account, its link and its used code come together or not at all"
    );
    // Whoever got no answer asks again, and ends with the account once.
    for mut parent in parents {
        parent.address.clone_from(&served.address);
        let _ = parent.post("/parent/sign-up/confirm", &[("answer", "yes")]);
    }
    assert_eq!(whole(&folder.path().join("passerelle.db")), (40, 40, 40));
    served.stop();
}

/// Accounts opened here, their links, and used codes.
fn whole(path: &std::path::Path) -> (i64, i64, i64) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let database = database::Database::connect(&format!("sqlite:{}", path.display()), 1).await.unwrap();
        let mut counts = Vec::new();
        for of in [
            "guardians WHERE email LIKE '%@ex.org'",
            "guardianships g JOIN guardians p ON p.id = g.guardian_id WHERE p.email LIKE '%@ex.org'",
            "activation_codes WHERE used_at IS NOT NULL",
        ] {
            let statement = Statement::from_string(
                database.read().get_database_backend(),
                format!("SELECT count(*) AS n FROM {of}"),
            );
            let row = database.read().query_one_raw(statement).await.unwrap().unwrap();
            counts.push(row.try_get::<i64>("", "n").unwrap());
        }
        (counts[0], counts[1], counts[2])
    })
}
