//! Whether the time of an answer tells that an address has an account: « Mot de passe oublié » asked for
//! known and unknown addresses in turn.

use std::path::Path;

use database::Database;
use sea_orm::{FromQueryResult, raw_sql};
use tokio::time::Instant;

use crate::{
    Failure,
    client::{Connection, post_with},
    report::{Aim, Report, median},
    server::Server,
};

/// How many times each kind is asked.
const TRIES: usize = 200;

pub async fn measure(data: &Path, report: &Report) -> Result<(), Failure> {
    let known = known_addresses(data).await?;
    // Each try comes from an address of its own: what is measured isn't the limit.
    let portal = Server::portal_with(data, &["trusted_proxies=127.0.0.1".to_owned()])?;
    let mut connection = Connection::open(portal.address).await?;
    let (mut of_known, mut of_unknown) = (Vec::new(), Vec::new());
    for (number, address) in known.iter().enumerate() {
        let stranger = format!("inconnu.{number}%40familles.example");
        // Who comes first changes, so that what the one leaves behind falls on both.
        let mut pair = [(true, address.replace('@', "%40")), (false, stranger)];
        if number % 2 == 1 {
            pair.reverse();
        }
        for (is_known, address) in pair {
            let source = format!(
                "x-forwarded-for: 198.51.{}.{}\r\n",
                number / 250 + u8::from(is_known) as usize * 100,
                number % 250 + 1
            );
            let start = Instant::now();
            let answer =
                connection.send(&post_with("/parent/forgot", &format!("name={address}"), &source)).await?;
            let took = start.elapsed().as_secs_f64() * 1e6;
            if !matches!(answer.status, 200 | 303) {
                return Err(format!("a forgotten password was answered {}", answer.status).into());
            }
            if is_known { &mut of_known } else { &mut of_unknown }.push(took);
        }
    }
    let noise = spread(of_unknown.clone());
    let (with, without) = (median(of_known), median(of_unknown));
    let difference = (with - without).abs();
    let line = format!(
        "forgotten password over {TRIES} tries each: known {with:.0} µs, unknown {without:.0} µs, difference {difference:.0} µs, noise (interquartile range) {noise:.0} µs, ratio {:.2}",
        difference / noise
    );
    report.figure(&line, difference / noise * 100.0, Aim::Below(50.0), " % of the noise");
    Ok(())
}

/// The distance between the quarter below and the quarter above.
fn spread(mut measured: Vec<f64>) -> f64 {
    measured.sort_by(f64::total_cmp);
    let at = |share: usize| measured.get(measured.len() * share / 4).copied().unwrap_or(f64::NAN);
    at(3) - at(1)
}

async fn known_addresses(data: &Path) -> Result<Vec<String>, Failure> {
    #[derive(FromQueryResult)]
    struct Row {
        email: String,
    }
    let database = Database::connect(&format!("sqlite:{}", data.join("passerelle.db").display()), 1).await?;
    let limit = i64::try_from(TRIES)?;
    let rows =
        raw_sql!(Postgres, r#"SELECT email FROM guardians WHERE email <> '' ORDER BY id LIMIT {limit}"#);
    let rows = Row::find_by_statement(rows).all(database.read()).await?;
    database.close().await?;
    if rows.len() < TRIES {
        return Err("the demonstration has too few accounts".into());
    }
    Ok(rows.into_iter().map(|row| row.email).collect())
}
