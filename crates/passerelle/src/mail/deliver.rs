//! Getting the portal's mail to the mail server that the operator named.

use std::{error::Error, fs, net::IpAddr, sync::Arc};

use database::{Backend, Database, Millis};
use outbox::{
    Courier, MailKeys, Mailbox, Office, Round, Route, Settings,
    smtp::{Encryption, Server, ServerError},
};
use sea_orm::DbErr;
use tokio::{sync::watch, task::JoinHandle};

use crate::{config::Config, portal::Portal};

/// How long mails that have ended stay in the list, so that an operator can look a case up.
const KEPT_MS: Millis = 400 * database::DAY_MS;

impl Office for Portal {
    fn database(&self) -> &Database {
        &self.database
    }
    fn keys(&self) -> &MailKeys {
        &self.mail_keys
    }
    fn now(&self) -> Millis {
        self.clock.now()
    }
}

/// Couriers at work, until told to stop.
pub struct Couriers {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Couriers {
    /// Lets the mail in flight end, and leaves the rest to wait.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}

/// Starts taking mail away, where there is somewhere to take it.
/// # Errors
/// The settings name no server that can be used, or what the database said.
pub async fn start(portal: &Portal) -> Result<Option<Couriers>, Box<dyn Error + Send + Sync>> {
    let Some(settings) = settings(portal)? else {
        tracing::warn!("smtp_url is unset: mail waits");
        return Ok(None);
    };
    // On SQLite this is the one portal: what a killed one had claimed goes out at once.
    if portal.database.backend() == Backend::Sqlite {
        outbox::store::end_leases(portal.database.writer()).await?;
    }
    let courier = Courier::new(Arc::new(portal.clone()), settings);
    let (stop, stopped) = watch::channel(false);
    Ok(Some(Couriers { stop, task: tokio::spawn(courier.run(stopped)) }))
}

/// Sends everything that is due now, once.
/// # Errors
/// The settings name no server that can be used, or what the database said.
pub async fn round(portal: &Portal) -> Result<Option<Round>, Box<dyn Error + Send + Sync>> {
    let Some(settings) = settings(portal)? else { return Ok(None) };
    let (_go_on, stop) = watch::channel(false);
    Ok(Some(Courier::new(Arc::new(portal.clone()), settings).round(&stop).await?))
}

/// What administrators have to know about mail: that none can leave.
/// The keys of both sentences.
pub fn warning(portal: &Portal) -> Option<(&'static str, &'static str)> {
    (portal.config.smtp_url.is_none() && !portal.demo).then_some(("mail-unset", "mail-unset-text"))
}

/// Removes mails that ended long ago.
/// # Errors
/// What the database said.
pub async fn sweep(portal: &Portal, now: Millis) -> Result<(), DbErr> {
    outbox::store::forget_finished_before(portal.database.writer(), now - KEPT_MS).await
}

/// How mail leaves by these settings; none: it waits.
fn settings(portal: &Portal) -> Result<Option<Settings>, ServerError> {
    let config = &portal.config;
    let route = match server(config)? {
        Some(server) => Route::Smtp(Box::new(server)),
        None if portal.demo => Route::Kept,
        None => return Ok(None),
    };
    Ok(Some(Settings {
        route,
        from: sender(config)?,
        connections: config.smtp_connections,
        per_minute: config.mail_per_minute,
        keep: portal.demo,
    }))
}

/// Whom mail comes from: as the settings say, or `portail@` and the portal's own host.
/// # Errors
/// The portal's host can't stand in an address.
pub fn sender(config: &Config) -> Result<Mailbox, ServerError> {
    if let Some(mailbox) = &config.mail_from {
        return Ok(mailbox.clone());
    }
    let host = config.base_url.host_str().unwrap_or_default();
    let is_name = host.contains('.') && host.parse::<IpAddr>().is_err();
    // On this machine alone there is no name that others could answer to.
    let host = if is_name { host } else { "portail.localdomain" };
    format!("Portail <portail@{host}>")
        .parse()
        .map_err(|_| ServerError("mail_from: expected an address".to_owned()))
}

/// The mail server of the settings.
/// # Errors
/// The file of authorities can't be read, or there are none.
pub fn server(config: &Config) -> Result<Option<Server>, ServerError> {
    let Some(url) = &config.smtp_url else { return Ok(None) };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    // The URL standard leaves the hosts of schemes it doesn't know as text: an address is read here.
    let on_this_machine =
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let (encryption, port) = match url.scheme() {
        "smtps" => (Encryption::Implicit, 465),
        _ if on_this_machine => (Encryption::Opportunistic, 25),
        _ => (Encryption::StartTls, 587),
    };
    let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let login = url.password().map(|password| (decode(url.username()), decode(password)));
    let authorities = match &config.smtp_ca_file {
        Some(path) => Some(fs::read(path).map_err(|error| {
            ServerError(format!("smtp_ca_file: expected PEM certificates at {} ({error})", path.display()))
        })?),
        None => None,
    };
    let hello = config.base_url.host_str().filter(|name| name.contains('.')).unwrap_or("localhost");
    Server::new(host, url.port().unwrap_or(port), encryption, login, authorities.as_deref(), hello).map(Some)
}
