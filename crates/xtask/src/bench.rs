use std::{
    io,
    process::{Command, ExitCode},
};

/// Runs the committed benchmark in release and lets it print.
pub fn run() -> io::Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status =
        Command::new(cargo).args(["bench", "--quiet", "-p", "passerelle", "--bench", "figures"]).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
