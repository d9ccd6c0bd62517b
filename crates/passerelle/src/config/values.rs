use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use ipnet::IpNet;
use jiff::{Timestamp, tz::TimeZone};
use outbox::Mailbox;
use url::{Host, Url};

use super::{Config, ConfigError, KEYS, RosterColumns};
use crate::staff::RoleKind;

/// Checks the settings, given by name; what isn't there gets its default. An empty value is unset.
pub fn check(settings: &BTreeMap<String, String>) -> Result<Config, ConfigError> {
    let text = |name: &str| -> String {
        let default = KEYS.iter().find(|key| key.name == name).map_or("", |key| key.default);
        settings
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
            .unwrap_or(default)
            .to_owned()
    };
    let list = |name: &str| -> Vec<String> {
        text(name).split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let listen = parsed::<SocketAddr>("listen", &text("listen"), "ADDRESS:PORT, such as 127.0.0.1:8080")?;
    let base_url = base_url(&text("base_url"), listen)?;
    let data_dir = PathBuf::from(text("data_dir"));
    let within = |name: &str, file: &str| match text(name) {
        unset if unset.is_empty() => data_dir.join(file),
        path => PathBuf::from(path),
    };
    Ok(Config {
        listen,
        base_url,
        database_url: database_url(text("database_url"), &data_dir.join("passerelle.db"))?,
        secret_file: within("secret_file", "secret.key"),
        smtp_url: smtp_url(&text("smtp_url"))?,
        mail_from: mail_from(&text("mail_from"))?,
        smtp_connections: number("smtp_connections", &text("smtp_connections"), 1, 32)?.unwrap_or(4),
        smtp_ca_file: Some(text("smtp_ca_file")).filter(|path| !path.is_empty()).map(PathBuf::from),
        mail_per_minute: number("mail_per_minute", &text("mail_per_minute"), 1, 1_000_000)?,
        trusted_proxies: list("trusted_proxies")
            .iter()
            .map(|part| network(part))
            .collect::<Result<_, _>>()?,
        zone: TimeZone::get(&text("time_zone"))
            .map_err(|_| ConfigError::new("time_zone", "an IANA zone, such as America/Toronto"))?,
        roster: RosterColumns {
            home_language: text("roster_home_language"),
            address: list("roster_address"),
            counsellor: text("roster_counsellor"),
            guardian_email: text("roster_guardian_email"),
            roles: list("roster_roles").iter().map(|pair| role(pair)).collect::<Result<_, _>>()?,
        },
        demo_clock: demo_clock(&text("demo_clock"))?,
        data_dir,
    })
}

fn parsed<T: std::str::FromStr>(name: &str, value: &str, expected: &str) -> Result<T, ConfigError> {
    value.parse().map_err(|_| ConfigError::new(name, expected))
}

fn base_url(value: &str, listen: SocketAddr) -> Result<Url, ConfigError> {
    let wrong = |expected: &str| ConfigError::new("base_url", expected);
    let value = if value.is_empty() { format!("http://{listen}") } else { value.to_owned() };
    let url = Url::parse(&value).map_err(|_| wrong("an address, such as https://portail.example.org"))?;
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => return Err(wrong("an address with a host")),
    };
    match url.scheme() {
        _ if url.path() != "/" || url.query().is_some() || !url.username().is_empty() => {
            Err(wrong("scheme, host and port alone"))
        }
        "https" => Ok(url),
        "http" if loopback => Ok(url),
        "http" => Err(wrong("https (http is for loopback only, since sessions would travel in clear)")),
        _ => Err(wrong("https://…")),
    }
}

fn database_url(value: String, default: &std::path::Path) -> Result<String, ConfigError> {
    if value.is_empty() {
        return Ok(format!("sqlite:{}", default.display()));
    }
    let known = ["sqlite:", "postgres://", "postgresql://"].iter().any(|scheme| value.starts_with(scheme));
    if known {
        Ok(value)
    } else {
        Err(ConfigError::new("database_url", "sqlite:PATH or postgres://user:password@host/name"))
    }
}

fn smtp_url(value: &str) -> Result<Option<Url>, ConfigError> {
    if value.is_empty() {
        return Ok(None);
    }
    let wrong =
        || ConfigError::new("smtp_url", "smtp://user:password@host:587 or smtps://user:password@host:465");
    let url = Url::parse(value).map_err(|_| wrong())?;
    if matches!(url.scheme(), "smtp" | "smtps") && url.has_host() { Ok(Some(url)) } else { Err(wrong()) }
}

fn mail_from(value: &str) -> Result<Option<Mailbox>, ConfigError> {
    if value.is_empty() {
        return Ok(None);
    }
    let mailbox = value.parse::<Mailbox>().ok().filter(|_| !value.chars().any(char::is_control));
    let expected = "an address, such as Portail <portail@example.org>";
    mailbox.map(Some).ok_or_else(|| ConfigError::new("mail_from", expected))
}

/// A whole number within bounds; none where the value is empty.
fn number<T>(name: &str, value: &str, least: T, most: T) -> Result<Option<T>, ConfigError>
where
    T: Copy + std::str::FromStr + PartialOrd + std::fmt::Display,
{
    if value.is_empty() {
        return Ok(None);
    }
    let number = value.parse().ok().filter(|number| (&least..=&most).contains(&number));
    number.map(Some).ok_or_else(|| ConfigError::new(name, format!("a whole number from {least} to {most}")))
}

fn network(value: &str) -> Result<IpNet, ConfigError> {
    let one = value.parse::<IpAddr>().map(IpNet::from);
    one.or_else(|_| value.parse())
        .map_err(|_| ConfigError::new("trusted_proxies", "addresses or networks, such as 10.0.0.0/8"))
}

fn role(pair: &str) -> Result<(String, RoleKind), ConfigError> {
    let wrong = || {
        ConfigError::new("roster_roles", "role = counsellor, school-administrator or district-administrator")
    };
    let (standard, ours) = pair.split_once('=').ok_or_else(wrong)?;
    Ok((standard.trim().to_owned(), ours.trim().parse().map_err(|_| wrong())?))
}

fn demo_clock(value: &str) -> Result<Option<i64>, ConfigError> {
    if value.is_empty() {
        return Ok(None);
    }
    let instant = parsed::<Timestamp>("demo_clock", value, "an instant, such as 2026-11-24T09:00:00Z")?;
    Ok(Some(instant.as_millisecond()))
}
