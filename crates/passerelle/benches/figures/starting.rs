//! From nothing to the first page, and the memory of a portal that has nothing to do.

use std::{path::Path, time::Duration};

use tokio::time::{Instant, sleep};

use crate::{
    Failure,
    client::{Connection, get},
    report::{Aim, Report, median},
    server::Server,
};

/// How many starts the median is of.
const STARTS: usize = 9;

/// Fills the data folder by a first start.
pub async fn fill(data: &Path) -> Result<(), Failure> {
    let portal = Server::portal(data)?;
    first_page(&portal).await?;
    portal.stop()
}

/// Starts on an existing database, again and again, and stops each time as a service manager does.
pub async fn cold_starts(data: &Path, report: &Report) -> Result<(), Failure> {
    let mut took = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let portal = Server::portal(data)?;
        first_page(&portal).await?;
        took.push(start.elapsed().as_secs_f64() * 1000.0);
        portal.stop()?;
    }
    let ms = median(took);
    report.figure(
        &format!("cold start to first page, existing database: {ms:.0} ms"),
        ms,
        Aim::Below(150.0),
        " ms",
    );
    Ok(())
}

/// Resident memory of a portal that has shown one page and then rested.
pub async fn memory_idle(portal: &Server, report: &Report) -> Result<(), Failure> {
    first_page(portal).await?;
    sleep(Duration::from_secs(2)).await;
    let mib = portal.memory_mib("VmRSS")?;
    report.figure(&format!("resident memory idle: {mib:.0} MiB"), mib, Aim::Below(64.0), " MiB");
    Ok(())
}

/// The most that the portal has held resident under what was asked of it so far.
pub fn memory_under_load(portal: &Server, report: &Report) -> Result<(), Failure> {
    let (most, now) = (portal.memory_mib("VmHWM")?, portal.memory_mib("VmRSS")?);
    report.say(&format!("resident memory under load: {most:.0} MiB at the most, {now:.0} MiB after it"));
    Ok(())
}

async fn first_page(portal: &Server) -> Result<(), Failure> {
    let answer = Connection::open(portal.address).await?.send(&get("/parent", "")).await?;
    if answer.status == 200 { Ok(()) } else { Err(format!("/parent answered {}", answer.status).into()) }
}
