//! Redeeming distinct codes, 64 at once: the portal's act against the same statements written by hand on
//! the same pool.

mod by_hand;
pub mod prepared;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use passerelle::{
    audit::Actor,
    codes::{self, CodeId},
    guardians::GuardianId,
    portal::Portal,
    random,
    sessions::Kind,
    web::address::ClientAddress,
};
use tokio::{task::JoinSet, time::Instant};

use crate::{
    Failure, ROUNDS,
    report::{Aim, Report, grouped, median},
};

/// How many codes are on their way at any moment.
const AT_ONCE: usize = 64;
/// How many codes one round of one way redeems.
const CODES: usize = 1_300;

/// A code, and who redeems it.
type Pair = (CodeId, GuardianId);

pub async fn on_sqlite(folder: &Path, report: &Report) -> Result<(), Failure> {
    let url = format!("sqlite:{}", folder.join("redeeming.db").display());
    compare("SQLite, each commit synced", &url, folder, report).await
}

pub async fn on_postgres(folder: &Path, report: &Report) -> Result<(), Failure> {
    let url = tokio::task::spawn_blocking(|| testing::postgres::create_database("figures", None)).await?;
    compare("PostgreSQL of the tests, nothing synced", &url, folder, report).await
}

async fn compare(name: &str, url: &str, folder: &Path, report: &Report) -> Result<(), Failure> {
    let portal = prepared::portal(url, folder).await?;
    let pairs = prepared::codes(&portal, CODES * 2 * (ROUNDS + 1)).await?;
    let mut rounds = pairs.chunks(CODES);
    let mut next = || rounds.next().map(<[Pair]>::to_vec).ok_or("too few codes");
    let (mut acts, mut bare) = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let by_hand = rate(&portal, next()?, Way::ByHand).await?;
        let act = rate(&portal, next()?, Way::Act).await?;
        // The first round warms up: statements are prepared, files grown.
        if round > 0 {
            acts.push(act);
            bare.push(by_hand);
        }
    }
    let (act, bare) = (median(acts), median(bare));
    let ratio = act / bare;
    let line = format!(
        "redeeming {AT_ONCE} at once on {name}: {}/s, by hand {}/s, ratio {ratio:.2}",
        grouped(act),
        grouped(bare)
    );
    report.figure(&line, ratio, Aim::AtLeast(0.5), "");
    Ok(())
}

#[derive(Clone, Copy)]
enum Way {
    Act,
    ByHand,
}

/// Redeems all of these, and gives how many a second.
async fn rate(portal: &Portal, pairs: Vec<Pair>, way: Way) -> Result<f64, Failure> {
    let (pairs, next) = (Arc::new(pairs), Arc::new(AtomicUsize::new(0)));
    let start = Instant::now();
    let mut redeeming = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (portal, pairs, next) = (portal.clone(), Arc::clone(&pairs), Arc::clone(&next));
        redeeming.spawn(async move {
            while let Some((code, guardian)) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
                match way {
                    Way::Act => act(&portal, *code, *guardian).await?,
                    Way::ByHand => by_hand::redeem(&portal, *code, *guardian).await?,
                }
            }
            Ok::<(), Failure>(())
        });
    }
    for done in redeeming.join_all().await {
        done?;
    }
    let count = u32::try_from(pairs.len())?;
    Ok(f64::from(count) / start.elapsed().as_secs_f64())
}

async fn act(portal: &Portal, code: CodeId, guardian: GuardianId) -> Result<(), Failure> {
    let by = Actor::person(Kind::Guardian, guardian.0, ClientAddress([127, 0, 0, 1].into()));
    let tx = portal.begin().await?;
    codes::redeem(&tx, portal, guardian, code, &by, portal.clock.now(), &mut random::system())
        .await
        .map_err(|stop| format!("{stop:?}"))?;
    tx.commit().await?;
    Ok(())
}
