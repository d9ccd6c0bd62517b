//! Asking much: as fast as answers come, or at a steady rate.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    task::JoinSet,
    time::{Instant, MissedTickBehavior, interval_at},
};

use crate::{Failure, client::Connection};

/// One request, and the status that it must be answered with.
#[derive(Clone)]
pub struct Asked {
    pub to: SocketAddr,
    pub request: Vec<u8>,
    pub status: u16,
}

impl Asked {
    async fn send(&self, connection: &mut Connection) -> Result<(), Failure> {
        let answer = connection.send(&self.request).await?;
        if answer.status == self.status {
            Ok(())
        } else {
            Err(format!("answered {} instead of {}", answer.status, self.status).into())
        }
    }
}

/// Asks over so many connections at once, each as soon as it is answered, and gives answers a second.
/// Of several things to ask, each connection has one.
pub async fn flat_out(asked: &[Asked], connections: usize, lasting: Duration) -> Result<f64, Failure> {
    let start = Instant::now();
    let mut asking = JoinSet::new();
    for asked in asked.iter().cycle().take(connections) {
        let asked = asked.clone();
        asking.spawn(async move {
            let mut connection = Connection::open(asked.to).await?;
            let mut answers = 0_u32;
            while start.elapsed() < lasting {
                asked.send(&mut connection).await?;
                answers += 1;
            }
            Ok::<u32, Failure>(answers)
        });
    }
    let mut answers = 0.0;
    for done in asking.join_all().await {
        answers += f64::from(done?);
    }
    Ok(answers / start.elapsed().as_secs_f64())
}

/// Asks at a steady rate whether or not answers come, over four connections, and gives how long each
/// answer took, in milliseconds from when it was due: a wait before sending counts.
pub async fn steady(asked: &Asked, a_second: u32, lasting: Duration) -> Result<Vec<f64>, Failure> {
    const CONNECTIONS: u32 = 4;
    let start = Instant::now();
    let step = Duration::from_secs(1) / a_second;
    let mut asking = JoinSet::new();
    for index in 0..CONNECTIONS {
        let asked = asked.clone();
        asking.spawn(async move {
            let mut connection = Connection::open(asked.to).await?;
            let mut due = interval_at(start + step * index, step * CONNECTIONS);
            due.set_missed_tick_behavior(MissedTickBehavior::Burst);
            let mut took = Vec::new();
            loop {
                let due = due.tick().await;
                if due.duration_since(start) >= lasting {
                    return Ok::<Vec<f64>, Failure>(took);
                }
                asked.send(&mut connection).await?;
                took.push(due.elapsed().as_secs_f64() * 1000.0);
            }
        });
    }
    let mut took = Vec::new();
    for done in asking.join_all().await {
        took.extend(done?);
    }
    Ok(took)
}
