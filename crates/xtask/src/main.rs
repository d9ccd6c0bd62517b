//! Chores of the house: `cargo run -p xtask -- tidy`, `cargo run -p xtask -- bench`.

mod bench;
mod files;
mod tidy;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

const USAGE: &str = "Chores of the house:
  cargo run -p xtask -- tidy    what no compiler checks: one line a finding
  cargo run -p xtask -- bench   figures, each as a ratio to its aim
";

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("tidy") => tidy::run(),
        Some("bench") => bench::run(),
        _ => write!(io::stderr(), "{USAGE}").map(|()| ExitCode::FAILURE),
    };
    done.unwrap_or_else(|failure| {
        let _ = writeln!(io::stderr(), "xtask: {failure}");
        ExitCode::FAILURE
    })
}
