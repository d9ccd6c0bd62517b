//! What the operator sets: a file, the environment, flags; later ones win.
//!
//! [`KEYS`] is the one list of settings: the loader, `passerelle.toml.example`, `config check` and the
//! manual all follow it.

mod keys;
mod load;
mod values;

use std::{net::SocketAddr, path::PathBuf};

use ipnet::IpNet;
use jiff::tz::TimeZone;
use outbox::Mailbox;
use url::Url;

pub use keys::{KEYS, Key};
pub use load::{ConfigError, Flags, load};

/// The settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the portal listens.
    pub listen: SocketAddr,
    /// The address that people's browsers see, without a path.
    pub base_url: Url,
    pub data_dir: PathBuf,
    /// `sqlite:PATH` or `postgres://…`; may hold a password, so it is never shown.
    pub database_url: String,
    pub secret_file: PathBuf,
    /// Where mail goes; none: it waits.
    pub smtp_url: Option<Url>,
    pub mail_from: Option<Mailbox>,
    /// How many connections to the mail server at once.
    pub smtp_connections: usize,
    /// Authorities that the mail server's certificate may come from, beside the system's.
    pub smtp_ca_file: Option<PathBuf>,
    /// Mails a minute over all processes; none: no bound.
    pub mail_per_minute: Option<i64>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    pub zone: TimeZone,
    pub roster: RosterColumns,
    /// The instant (milliseconds) from which a demonstration's clock runs.
    pub demo_clock: Option<i64>,
}

/// Where a roster says what the standard has no column for.
#[derive(Clone, Debug)]
pub struct RosterColumns {
    pub home_language: String,
    /// Columns joined, line by line, to a postal address.
    pub address: Vec<String>,
    /// Holds the `sourcedId` of the student's counsellor.
    pub counsellor: String,
    pub guardian_email: String,
    /// `(OneRoster role, portal role)`: which roles open the administration tool.
    pub roles: Vec<(String, crate::staff::RoleKind)>,
}

impl Config {
    /// Whether cookies are kept to https: always, but where the base URL is plain http on loopback.
    pub fn secure_cookies(&self) -> bool {
        self.base_url.scheme() == "https"
    }
}
