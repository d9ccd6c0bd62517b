//! Pages a second, against the bare server with an answer of the same size.

use std::{slice, time::Duration};

use crate::{
    Failure, ROUND, ROUNDS,
    client::{Connection, get},
    load::{Asked, flat_out},
    report::{Aim, Report, grouped, median},
    server::Server,
};

/// Connections that ask at once.
const CONNECTIONS: usize = 16;

/// A page beside its bare counterpart.
struct Compared {
    name: &'static str,
    aim: Aim,
    bytes: usize,
    page: Asked,
    hello: Asked,
    /// Runs as long as it is compared with.
    _hello: Server,
    rates: Vec<(f64, f64)>,
}

impl Compared {
    async fn new(
        portal: &Server,
        name: &'static str,
        path: &str,
        headers: &str,
        aim: Aim,
    ) -> Result<Self, Failure> {
        let request = get(path, headers);
        let bytes = Connection::open(portal.address).await?.send(&request).await?.bytes;
        let hello = Server::hello(bytes)?;
        let compared = Self {
            name,
            aim,
            bytes,
            page: Asked { to: portal.address, request, status: 200 },
            hello: Asked { to: hello.address, request: get("/", headers), status: 200 },
            _hello: hello,
            rates: Vec::new(),
        };
        for asked in [&compared.page, &compared.hello] {
            flat_out(slice::from_ref(asked), CONNECTIONS, Duration::from_millis(300)).await?;
        }
        Ok(compared)
    }

    async fn round(&mut self) -> Result<(), Failure> {
        let hello = flat_out(slice::from_ref(&self.hello), CONNECTIONS, ROUND).await?;
        let page = flat_out(slice::from_ref(&self.page), CONNECTIONS, ROUND).await?;
        self.rates.push((page, hello));
        Ok(())
    }

    fn tell(&self, report: &Report) {
        let page = median(self.rates.iter().map(|(page, _)| *page).collect());
        let hello = median(self.rates.iter().map(|(_, hello)| *hello).collect());
        let (name, ratio, kib) = (self.name, page / hello, self.bytes / 1000);
        let line = format!(
            "{name}: {} req/s, hello of {kib} KB {} req/s, ratio {ratio:.3}",
            grouped(page),
            grouped(hello)
        );
        report.figure(&line, ratio, self.aim, "");
    }
}

/// The door that everybody meets, and the list that staff work in; the list also as browsers ask for it.
pub async fn measure(portal: &Server, session: &str, report: &Report) -> Result<(), Failure> {
    let list = "/staff/erables/students";
    let signed_in = format!("cookie: {session}\r\n");
    let compressed = format!("{signed_in}accept-encoding: gzip, deflate, br\r\n");
    let mut all = [
        Compared::new(portal, "sign-in page", "/parent", "", Aim::None).await?,
        Compared::new(portal, "list page", list, &signed_in, Aim::AtLeast(0.2)).await?,
        Compared::new(
            portal,
            "list page, searched",
            &format!("{list}?q=tremblay"),
            &signed_in,
            Aim::AtLeast(0.2),
        )
        .await?,
        Compared::new(portal, "list page, compressed", list, &compressed, Aim::None).await?,
    ];
    for _ in 0..ROUNDS {
        for compared in &mut all {
            compared.round().await?;
        }
    }
    for compared in &all {
        compared.tell(report);
    }
    Ok(())
}
