use std::{
    collections::BTreeMap,
    env, fmt, fs, io,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{Config, KEYS, Key, values};

/// The settings as flags: they win over the environment and the file.
#[derive(Args, Debug, Default)]
pub struct Flags {
    /// The file of settings [default: passerelle.toml, where there is one]
    #[arg(long, global = true, value_name = "PATH", env = "PASSERELLE_CONFIG")]
    pub config: Option<PathBuf>,
    /// A setting by name, such as --set listen=127.0.0.1:9000; may be repeated
    #[arg(long, global = true, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
}

/// A setting that stops the start: which one, where it stands, what was expected.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError {
    pub key: String,
    pub expected: String,
}

impl ConfigError {
    pub fn new(key: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { key: key.into(), expected: expected.into() }
    }
}

/// Reads, merges and checks every setting.
/// # Errors
/// The first key that doesn't exist or whose value can't be: [`ConfigError`].
pub fn load(flags: &Flags) -> Result<Config, ConfigError> {
    let environment =
        env::vars().filter_map(|(name, value)| Some((name.strip_prefix("PASSERELLE_")?.to_owned(), value)));
    let mut settings = file(flags.config.as_deref())?;
    settings.extend(from_environment(environment)?);
    settings.extend(from_flags(&flags.set)?);
    values::check(&settings)
}

/// The known keys among the environment's `PASSERELLE_…`, by their names in the file.
fn from_environment(
    variables: impl Iterator<Item = (String, String)>,
) -> Result<BTreeMap<String, String>, ConfigError> {
    let mut settings = BTreeMap::new();
    for (name, value) in variables {
        // Where the file stands, and what the build and the tests need, aren't settings of the portal.
        if name == "CONFIG" || name == "LOG" || name == "BIN" || name.starts_with("TEST_") {
            continue;
        }
        let key = known(&name.to_ascii_lowercase())
            .ok_or_else(|| ConfigError::new(format!("PASSERELLE_{name}"), names_of_keys()))?;
        settings.insert(key.name.to_owned(), value);
    }
    Ok(settings)
}

fn from_flags(flags: &[String]) -> Result<BTreeMap<String, String>, ConfigError> {
    let mut settings = BTreeMap::new();
    for flag in flags {
        let (name, value) =
            flag.split_once('=').ok_or_else(|| ConfigError::new(format!("--set {flag}"), "KEY=VALUE"))?;
        let key = known(name.trim()).ok_or_else(|| ConfigError::new(name.trim(), names_of_keys()))?;
        settings.insert(key.name.to_owned(), value.trim().to_owned());
    }
    Ok(settings)
}

fn file(named: Option<&Path>) -> Result<BTreeMap<String, String>, ConfigError> {
    let path = named.unwrap_or(Path::new("passerelle.toml"));
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => {
            return Ok(BTreeMap::new());
        }
        Err(error) => {
            return Err(ConfigError::new(path.display().to_string(), format!("a readable file ({error})")));
        }
    };
    read_file(&text).map_err(|mut error| {
        error.key = format!("{}: {}", path.display(), error.key);
        error
    })
}

fn read_file(text: &str) -> Result<BTreeMap<String, String>, ConfigError> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        ConfigError::new("the file", format!("TOML: {}", error.message()))
    })?;
    let mut settings = BTreeMap::new();
    for (name, value) in table {
        let key = known(&name).ok_or_else(|| ConfigError::new(&name, names_of_keys()))?;
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(parts) => {
                parts.iter().map(|part| part.as_str().unwrap_or_default()).collect::<Vec<_>>().join(",")
            }
            toml::Value::Datetime(instant) => instant.to_string(),
            other => return Err(ConfigError::new(name, format!("text in quotes, not {other}"))),
        };
        settings.insert(key.name.to_owned(), value);
    }
    Ok(settings)
}

fn known(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

fn names_of_keys() -> String {
    format!("one of {}", KEYS.iter().map(|key| key.name).collect::<Vec<_>>().join(", "))
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}", self.key, self.expected)
    }
}
impl std::error::Error for ConfigError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_file_holds_every_key_with_its_default_and_loads() {
        let example = include_str!("../../../../passerelle.toml.example");
        for Key { name, default, .. } in KEYS {
            let default = default.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(example.contains(&format!("# {name} = \"{default}\"\n")), "{name}");
        }
        assert_eq!(read_file(example), Ok(BTreeMap::new()));
        let uncommented: String = example
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| line.contains(" = \""))
            .map(|line| format!("{line}\n"))
            .collect();
        let settings = read_file(&uncommented).expect("the example's values");
        assert_eq!(settings.len(), KEYS.len());
        values::check(&settings).expect("the defaults are good");
    }

    #[test]
    fn a_wrong_key_or_value_is_named_with_what_is_expected() {
        let wrong = |name: &str, value: &str| {
            values::check(&BTreeMap::from([(name.to_owned(), value.to_owned())])).unwrap_err()
        };
        assert_eq!(
            wrong("listen", "8080").to_string(),
            "listen: expected ADDRESS:PORT, such as 127.0.0.1:8080"
        );
        assert!(wrong("base_url", "http://portail.example.org").expected.contains("https"));
        assert_eq!(wrong("time_zone", "Mars").key, "time_zone");
        assert_eq!(wrong("smtp_url", "http://mail").key, "smtp_url");
        assert_eq!(wrong("database_url", "mysql://x").key, "database_url");
        assert_eq!(wrong("trusted_proxies", "proxy").key, "trusted_proxies");
        assert_eq!(wrong("mail_from", "a@b.org\r\nBcc: c@d.org").key, "mail_from");
        assert_eq!(wrong("roster_roles", "counselor = king").key, "roster_roles");
        assert_eq!(read_file("lissten = \"x\"").unwrap_err().key, "lissten");
        assert_eq!(read_file("listen = 80").unwrap_err().key, "listen");
        let environment = [("LISTN".to_owned(), String::new())].into_iter();
        assert_eq!(from_environment(environment).unwrap_err().key, "PASSERELLE_LISTN");
    }

    #[test]
    fn flags_win_over_the_environment_and_it_over_the_file() {
        let mut settings =
            read_file("listen = \"127.0.0.1:1\"\ntime_zone = \"America/Montreal\"").expect("a file");
        settings.extend(
            from_environment([("LISTEN".to_owned(), "127.0.0.1:2".to_owned())].into_iter())
                .expect("variables"),
        );
        assert_eq!(settings["listen"], "127.0.0.1:2");
        settings.extend(from_flags(&["listen=127.0.0.1:3".to_owned()]).expect("flags"));
        let config = values::check(&settings).expect("good settings");
        assert_eq!(config.listen.port(), 3);
        assert_eq!(config.zone.iana_name(), Some("America/Montreal"));
    }
}
