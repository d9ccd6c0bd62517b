//! Figures of one run on this machine: medians, each as a ratio to its limit or against its aim.
//!
//! What is compared is measured in turn, round by round, so that whatever else the machine does falls on
//! both. The portal is its own release binary in a process of its own, and so is the bare server.

mod client;
mod hello;
mod load;
mod mailing;
mod neutral;
mod pages;
mod redeeming;
mod report;
mod server;
mod signing_in;
mod starting;

use std::{error::Error, fs, path::Path, time::Duration};

use report::Report;
use server::Server;

/// The portal's allocator: what is measured in this process runs on the same.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Failure = Box<dyn Error + Send + Sync>;

/// How many rounds a median is of.
const ROUNDS: usize = 5;
/// How long a round of one thing lasts.
const ROUND: Duration = Duration::from_secs(1);

fn main() -> Result<(), Failure> {
    if let Some(bytes) = hello::asked_for() {
        return hello::serve(bytes);
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<(), Failure> {
    let report = Report::new();
    report.say(&machine());
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let data = folder.path().join("data");
    starting::fill(&data).await?;
    starting::cold_starts(&data, &report).await?;

    let portal = Server::portal(&data)?;
    starting::memory_idle(&portal, &report).await?;
    let session = signing_in::session_of_a_counsellor(&portal).await?;
    pages::measure(&portal, &session, &report).await?;
    signing_in::measure(&portal, &data, &session, &report).await?;
    starting::memory_under_load(&portal, &report)?;
    drop(portal);

    neutral::measure(&data, &report).await?;
    mailing::beside_the_list_page(&data, &report).await?;
    mailing::against_smtp_source(&report).await?;
    mailing::whole_outbox(folder.path(), &report).await?;
    redeeming::on_sqlite(folder.path(), &report).await?;
    redeeming::on_postgres(folder.path(), &report).await?;
    report.close();
    Ok(())
}

/// What the figures were taken on, and what else it was doing.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = fs::read_to_string(Path::new("/proc/loadavg")).unwrap_or_default();
    let load = load.split(' ').take(3).collect::<Vec<_>>().join(" ");
    format!(
        "{cores} cores shared with the load generator, load average {load} at the start; medians of {ROUNDS} rounds"
    )
}
