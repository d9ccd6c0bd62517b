//! What is committed works on any machine: no package registry's address, no folder of one machine.

use super::Finding;
use crate::files::SourceFile;

/// Hosts of package registries, taken apart so that this file holds none.
const REGISTRIES: &[&[&str]] = &[
    &["index", "crates", "io"],
    &["static", "crates", "io"],
    &["registry", "npmjs", "org"],
    &["registry", "yarnpkg", "com"],
    &["pypi", "org"],
    &["pythonhosted", "org"],
    &["proxy", "golang", "org"],
];
/// First folders of paths that one machine has.
const OWN_FOLDERS: [&str; 4] = ["home", "root", "Users", "work"];
/// What every `Cargo.lock` says of a package: the public registry, by the name cargo knows it by.
const USUAL_SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    files
        .iter()
        .flat_map(|file| {
            file.lines().filter_map(|(line, text)| wrong(file, text).map(|why| Finding::at(file, line, why)))
        })
        .collect()
}

fn wrong(file: &SourceFile, line: &str) -> Option<String> {
    let registry = REGISTRIES.iter().map(|parts| parts.join(".")).find(|host| line.contains(host.as_str()));
    if let Some(host) = registry {
        return Some(format!("the registry {host} stands here; leave it to the machine's own settings"));
    }
    if is_own_source(&file.path, line.trim()) {
        return Some("a package from an address of its own; take the public registry's, and leave mirrors to the machine's settings".to_owned());
    }
    let own =
        OWN_FOLDERS.iter().map(|folder| format!("/{folder}/")).find(|folder| begins_a_path(line, folder))?;
    Some(format!("a path under {own} exists on one machine; write it relative to the checkout"))
}

/// A line of a lock file or of settings that names where packages come from.
fn is_own_source(path: &str, line: &str) -> bool {
    let names_one = match path.rsplit('/').next() {
        Some("Cargo.lock") => line.starts_with("source = "),
        Some("package-lock.json") => line.starts_with("\"resolved\": \"http"),
        Some(".npmrc") => line.starts_with("registry") || line.contains(":registry"),
        Some("config.toml") => line.starts_with("registry = ") || line.starts_with("replace-with"),
        _ => false,
    };
    names_one && line != USUAL_SOURCE
}

/// Whether an absolute path begins here with this folder, rather than an address or a relative path.
fn begins_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| before.is_whitespace() || "\"'`(=:".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{file, texts};
    use super::*;

    #[test]
    fn registries_and_mirrors_are_found() {
        let host = REGISTRIES[2].join(".");
        let mirror = "source = \"sparse+https://mirror.example/index/\"";
        let files = [
            file("Cargo.lock", &format!("{USUAL_SOURCE}\n{mirror}\n")),
            file(
                "e2e/package-lock.json",
                "  \"resolved\": \"https://mirror.example/a.tgz\",\n  \"url\": \"https://opencollective.com/a\"\n",
            ),
            file("e2e/.npmrc", "omit-lockfile-registry-resolved=true\nregistry=https://mirror.example\n"),
            file("README.md", &format!("fetch https://{host}/axe-core\n")),
        ];
        let found: Vec<String> = texts(&check(&files))
            .iter()
            .map(|text| text.split(": ").next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(found, ["Cargo.lock:2", "e2e/package-lock.json:1", "e2e/.npmrc:2", "README.md:1"]);
    }

    #[test]
    fn folders_of_one_machine_are_found() {
        let own = |text: String| check(&[file("scripts/run", &text)]).len();
        let [home, root] = [OWN_FOLDERS[0], OWN_FOLDERS[1]];
        assert_eq!(own(format!("cd /{home}/marie/passerelle\nDIR=\"/{root}/x\"\n")), 2);
        assert_eq!(own(format!("https://example.org/{home}/x\nsrc/{root}/x\n/usr/lib/postgresql\n")), 0);
    }
}
