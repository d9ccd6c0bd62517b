//! What no compiler checks: where slices may reach, mirrors between files, words, sizes, names.

mod committed;
mod messages;
mod names;
mod slices;
mod templates;

use std::{
    fmt,
    io::{self, Write as _},
    process::ExitCode,
};

use crate::files::{self, SourceFile};

/// The folder of the product's slices.
const PRODUCT: &str = "crates/passerelle/src";

/// Something to mend: where it stands, what is wrong, what to do.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    path: String,
    line: usize,
    text: String,
}

impl Finding {
    /// About a line.
    fn at(file: &SourceFile, line: usize, text: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, text: text.into() }
    }

    /// About a whole file.
    fn of(file: &SourceFile, text: impl Into<String>) -> Self {
        Self::at(file, 0, text)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { path, line: 0, text } => write!(f, "{path}: {text}"),
            Self { path, line, text } => write!(f, "{path}:{line}: {text}"),
        }
    }
}

/// Prints every finding; fails if there is one.
pub fn run() -> io::Result<ExitCode> {
    let findings = findings()?;
    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn findings() -> io::Result<Vec<Finding>> {
    let files = files::read_all()?;
    let checks = [slices::check, messages::check, templates::check, names::check, committed::check];
    let mut findings: Vec<Finding> = checks.iter().flat_map(|check| check(&files)).collect();
    findings.sort();
    Ok(findings)
}

/// Rust text without its unit tests, which stand at a file's end.
fn without_tests(rust: &str) -> &str {
    rust.split_once("#[cfg(test)]\nmod tests").map_or(rust, |(product, _)| product)
}

#[cfg(test)]
fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

#[cfg(test)]
fn texts(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(Finding::to_string).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_house_is_tidy() {
        let findings = super::findings().expect("the checkout");
        assert!(findings.is_empty(), "{}", super::texts(&findings).join("\n"));
    }
}
