//! Sign-ins a second against bare Argon2id, while the list page goes on being asked for.

use std::{path::Path, thread, time::Duration};

use argon2::{Algorithm, Argon2, Params, Version};
use database::Database;
use passerelle::demo;
use sea_orm::{FromQueryResult, raw_sql};
use tokio::time::Instant;

use crate::{
    Failure, ROUND, ROUNDS,
    client::{Connection, get, post},
    load::{Asked, flat_out, steady},
    report::{Aim, Report, median, p99},
    server::Server,
};

/// Sign-ins that wait at once.
const AT_ONCE: usize = 32;
/// Times a second that the list page is asked for meanwhile.
const LISTS: u32 = 100;

/// Signs in as a counsellor and gives the session as a `Cookie` header holds it.
pub async fn session_of_a_counsellor(portal: &Server) -> Result<String, Failure> {
    let mut connection = Connection::open(portal.address).await?;
    let answer = connection.send(&sign_in("/staff", "julie.roy%40grandslacs.example")).await?;
    let cookie = connection.header("set-cookie").and_then(|cookie| cookie.split(';').next());
    cookie
        .map(str::to_owned)
        .ok_or_else(|| format!("signing in answered {} without a cookie", answer.status).into())
}

fn sign_in(face: &str, name: &str) -> Vec<u8> {
    post(face, &format!("name={name}&password={}", demo::PASSWORD))
}

/// Sign-ins of different students: so many tries at once for one account are throttled.
async fn sign_ins(portal: &Server, data: &Path) -> Result<Vec<Asked>, Failure> {
    #[derive(FromQueryResult)]
    struct Named {
        username: String,
    }
    let database = Database::connect(&format!("sqlite:{}", data.join("passerelle.db").display()), 1).await?;
    let named = raw_sql!(
        Postgres,
        r#"SELECT username FROM students WHERE username IS NOT NULL ORDER BY username LIMIT 32"#
    );
    let named = Named::find_by_statement(named).all(database.read()).await?;
    database.close().await?;
    let asked =
        |row: Named| Asked { to: portal.address, request: sign_in("/student", &row.username), status: 303 };
    Ok(named.into_iter().map(asked).collect())
}

pub async fn measure(portal: &Server, data: &Path, session: &str, report: &Report) -> Result<(), Failure> {
    let sign_ins = sign_ins(portal, data).await?;
    let list = Asked {
        to: portal.address,
        request: get("/staff/erables/students", &format!("cookie: {session}\r\n")),
        status: 200,
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = (cores - 1).max(1);
    let (mut one, mut several, mut rates) = (Vec::new(), Vec::new(), Vec::new());
    let (mut quiet, mut meanwhile) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        one.push(bare(1).await?);
        several.push(if threads == 1 { one[one.len() - 1] } else { bare(threads).await? });
        quiet.extend(steady(&list, LISTS, ROUND).await?);
        let (rate, took) =
            tokio::join!(flat_out(&sign_ins, AT_ONCE, ROUND * 3), steady(&list, LISTS, ROUND * 3));
        rates.push(rate?);
        meanwhile.extend(took?);
    }
    let (rate, one, several) = (median(rates), median(one), median(several));
    report.say(&format!(
        "sign-ins: {rate:.0}/s, bare Argon2id {several:.0}/s on {threads} of {cores} cores ({one:.0}/s on one thread), ratio {:.2}",
        rate / several
    ));
    let (ms, quiet) = (p99(meanwhile), p99(quiet));
    let line = format!(
        "list page while {AT_ONCE} sign in at once, asked for {LISTS} times a second: p99 {ms:.0} ms, {quiet:.0} ms without them"
    );
    report.figure(&line, ms, Aim::Below(50.0), " ms");
    Ok(())
}

/// Hashes a second with the portal's parameters and nothing around them, on so many threads.
async fn bare(threads: usize) -> Result<f64, Failure> {
    let hash = || {
        let params = Params::new(19 * 1024, 2, 1, None)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
            demo::PASSWORD.as_bytes(),
            &[7; 16],
            &mut [0; 32],
        )
    };
    let on_one_thread = move |lasting: Duration| {
        let (start, mut hashes) = (Instant::now(), 0_u32);
        while start.elapsed() < lasting {
            hash()?;
            hashes += 1;
        }
        Ok::<f64, argon2::Error>(f64::from(hashes) / start.elapsed().as_secs_f64())
    };
    let hashing =
        (0..threads).map(|_| tokio::task::spawn_blocking(move || on_one_thread(ROUND))).collect::<Vec<_>>();
    let mut sum = 0.0;
    for done in hashing {
        sum += done.await?.map_err(|error| error.to_string())?;
    }
    Ok(sum)
}
