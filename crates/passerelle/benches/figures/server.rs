use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::{Failure, hello};

/// A server in a process of its own, which ends with this value.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    /// Kept open: the server may say more.
    _said: BufReader<ChildStdout>,
}

impl Server {
    /// The portal's release binary with demonstration data on SQLite in this folder. Comes back once it
    /// says where it listens. Its log lines are written, and thrown away.
    pub fn portal(data: &Path) -> Result<Self, Failure> {
        Self::portal_with(data, &[])
    }

    /// The same with settings, each NAME=VALUE.
    pub fn portal_with(data: &Path, settings: &[String]) -> Result<Self, Failure> {
        fs::create_dir_all(data)?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
        command
            .args(["serve", "--demo", "--set", "listen=127.0.0.1:0", "--set"])
            .arg(format!("data_dir={}", data.display()))
            .args(settings.iter().flat_map(|setting| ["--set", setting]));
        // Neither a file of settings nor the environment changes what is measured.
        command.current_dir(data);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PASSERELLE_")) {
            command.env_remove(name);
        }
        Self::start(&mut command)
    }

    /// The bare server with an answer of so many bytes.
    pub fn hello(bytes: usize) -> Result<Self, Failure> {
        Self::start(Command::new(std::env::current_exe()?).env(hello::BYTES, bytes.to_string()))
    }

    fn start(command: &mut Command) -> Result<Self, Failure> {
        let mut process =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut said = BufReader::new(process.stdout.take().ok_or("no standard output")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let address = line.trim().rsplit_once("http://").and_then(|(_, address)| address.parse().ok());
        let Some(address) = address else {
            process.kill()?;
            process.wait()?;
            return Err(format!(
                "a server started with {command:?} said « {} » instead of its address",
                line.trim()
            )
            .into());
        };
        Ok(Self { process, address, _said: said })
    }

    /// A line of `/proc/PID/status` in MiB: `VmRSS` now, `VmHWM` at its highest.
    pub fn memory_mib(&self, line: &str) -> Result<f64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let kib = status.lines().find_map(|text| {
            text.strip_prefix(line)?.strip_prefix(':')?.trim().strip_suffix(" kB")?.parse::<f64>().ok()
        });
        Ok(kib.ok_or("no such line in /proc")? / 1024.0)
    }

    /// Asks it to stop, as a service manager does, and waits until it has.
    pub fn stop(mut self) -> Result<(), Failure> {
        Command::new("kill").arg(self.process.id().to_string()).status()?;
        self.process.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
