use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    time::Duration,
};
use tracing_subscriber::EnvFilter;

use super::{Failure, open, say};
use crate::{
    app, clock::Clock, codes, config::Config, demo, kept_files, mail, mailed_links, portal::Portal,
    selections, sessions, sign_up, web::server, workshop,
};

/// How often what is over is swept away.
const SWEEP_EVERY: Duration = Duration::from_secs(15 * 60);

/// Starts the portal and serves until it is told to stop.
pub async fn run(mut config: Config, demo: bool) -> Result<(), Failure> {
    start_logging();
    let clock = match (demo, config.demo_clock) {
        (true, Some(instant)) => Clock::starting_at(instant),
        (false, Some(_)) => return Err("demo_clock: expected only with serve --demo".into()),
        (_, None) => Clock::system(),
    };
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("listen: {} can't be listened on ({error})", config.listen))?;
    let address = listener.local_addr()?;
    // Port 0 took a free one: the base URL follows where it wasn't set.
    if config.listen.port() == 0 && config.base_url.port() == Some(0) {
        let _ = config.base_url.set_port(Some(address.port()));
    }
    let portal = open(config, clock, demo, demo).await?;
    if demo {
        demo::fill(&portal).await?;
    }
    say(&format!("Passerelle listens on http://{address}"));
    if demo {
        say(&demo::accounts());
    }
    let couriers = mail::start(&portal).await?;
    let workers = workshop::start(&portal).await?;
    let sweeping = tokio::spawn(sweep(portal.clone()));
    let stop = stop_signal()?;
    server::serve(listener, app::router(&portal), stop).await;
    sweeping.abort();
    workers.stop().await;
    if let Some(couriers) = couriers {
        couriers.stop().await;
    }
    tracing::info!("stopped");
    Ok(())
}

fn start_logging() {
    let filter = EnvFilter::try_from_env("PASSERELLE_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn"));
    // One JSON object a line: nothing that was sent can make a line of its own.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// Ready once the portal is told to stop: by a service manager, or from the keyboard.
fn stop_signal() -> Result<impl Future<Output = ()>, Failure> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
    })
}

/// Removes what is over: sessions, drafts, throttles, links, mails, files, jobs.
async fn sweep(portal: Portal) {
    let mut every = tokio::time::interval(SWEEP_EVERY);
    loop {
        every.tick().await;
        let (writer, now) = (portal.database.writer(), portal.clock.now());
        if let Err(failure) = sessions::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old sessions weren't swept");
        }
        if let Err(failure) = sign_up::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old drafts weren't swept");
        }
        if let Err(failure) = codes::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old drafts weren't swept");
        }
        if let Err(failure) = mailed_links::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old links of mails weren't swept");
        }
        if let Err(failure) = mail::sweep(&portal, now).await {
            tracing::warn!(cause = %failure, "old mails weren't swept");
        }
        if let Err(failure) = selections::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old selections weren't swept");
        }
        if let Err(failure) = kept_files::sweep(writer, now).await {
            tracing::warn!(cause = %failure, "old files weren't swept");
        }
        if let Err(failure) = workshop::sweep(&portal, now).await {
            tracing::warn!(cause = %failure, "old jobs weren't swept");
        }
    }
}
