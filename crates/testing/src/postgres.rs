//! A PostgreSQL cluster from Debian's package, in a temporary folder on a free port, for one process.
//!
//! A watching shell holds the reading end of a pipe whose writing end this process holds: however the
//! process ends, the pipe closes, and the shell stops the cluster and removes its folder.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();

struct Cluster {
    url: String,
    /// Closed by the system when this process ends.
    _watcher: Child,
}

/// The URL of the cluster's own database, started on the first call.
///
/// # Panics
/// The cluster can't be started: Debian's package `postgresql` is missing.
pub fn url() -> &'static str {
    match CLUSTER.get_or_init(|| start().map_err(|error| error.to_string())) {
        Ok(cluster) => &cluster.url,
        Err(error) => panic!("PostgreSQL for tests can't be started: {error}"),
    }
}

/// Names for databases, so that each test has its own.
pub fn fresh_name(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}_{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The URL of another database of the same cluster.
pub fn url_of(database: &str) -> String {
    let (server, _) = url().rsplit_once('/').unwrap_or((url(), ""));
    format!("{server}/{database}")
}

/// Makes an empty database, or a copy of `template`, and gives its URL.
///
/// # Panics
/// The cluster refuses.
pub fn create_database(prefix: &str, template: Option<&str>) -> String {
    let name = fresh_name(prefix);
    let template = template.unwrap_or("template0");
    psql(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
    url_of(&name)
}

/// Runs a statement in the cluster's own database.
///
/// # Panics
/// The cluster refuses.
pub fn psql(statement: &str) {
    let output =
        Command::new("psql").args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement, url()]).output();
    match output {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("{statement}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => panic!("psql: {error}"),
    }
}

fn start() -> io::Result<Cluster> {
    let programs = programs()?;
    let folder = PathBuf::from(run(Command::new("mktemp").args(["-d", "-t", "passerelle-postgres.XXXXXX"]))?);
    // PostgreSQL refuses root: its programs then run as the package's user.
    let is_root = run(Command::new("id").arg("-u"))? == "0";
    if is_root {
        run(Command::new("chown").arg("postgres").arg(&folder))?;
    }
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let data = folder.join("data");
    run(as_owner(is_root, &programs.join("initdb")).args(["-D"]).arg(&data).args([
        "-U",
        "passerelle",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-locale",
        "-N",
    ]))?;
    let mut settings = fs::OpenOptions::new().append(true).open(data.join("postgresql.conf"))?;
    write!(
        settings,
        "port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_connections = 400\n\
         fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nshared_buffers = '64MB'\n"
    )?;
    let watcher = watch(is_root, &programs, &folder)?;
    run(as_owner(is_root, &programs.join("pg_ctl"))
        .arg("start")
        .arg("-w")
        .arg("-D")
        .arg(&data)
        .arg("-l")
        .arg(folder.join("log")))?;
    Ok(Cluster { url: format!("postgres://passerelle@127.0.0.1:{port}/postgres"), _watcher: watcher })
}

/// Where Debian puts the programs of the newest installed version.
fn programs() -> io::Result<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions
        .pop()
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no initdb under the package's folder"))
}

fn as_owner(is_root: bool, program: &Path) -> Command {
    let mut command = if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/").stdin(Stdio::null());
    command
}

/// Starts the shell that cleans up when this process is gone.
fn watch(is_root: bool, programs: &Path, folder: &Path) -> io::Result<Child> {
    let owner = if is_root { "runuser -u postgres --" } else { "" };
    let (pg_ctl, folder) = (programs.join("pg_ctl"), folder.display().to_string());
    let script =
        format!("read _; {owner} {} stop -m immediate -D {folder}/data; rm -rf {folder}", pg_ctl.display());
    // A session of its own: an interrupt from the keyboard doesn't end it before it has cleaned up.
    Command::new("setsid")
        .args(["sh", "-c", &script])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

fn run(command: &mut Command) -> io::Result<String> {
    // pg_ctl's children inherit what it writes to: a file that nobody waits for the end of.
    let output = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().and_then(|mut child| {
        let mut text = String::new();
        let is_start = format!("{command:?}").contains("\"start\"");
        if !is_start && let Some(mut stdout) = child.stdout.take() {
            stdout.read_to_string(&mut text)?;
        }
        Ok((child.wait()?, text))
    })?;
    match output {
        (status, text) if status.success() => Ok(text.trim().to_owned()),
        (status, _) => Err(io::Error::other(format!("{command:?} ended with {status}"))),
    }
}
