//! Who may use whom among the product's slices: downwards only, and never another slice's pages.

use super::{Finding, PRODUCT};
use crate::files::SourceFile;

/// The ground floor: what every slice stands on. Beside each, what it uses of this floor itself.
#[rustfmt::skip] // a table
const GROUND: &[(&str, &[&str])] = &[
    ("act", &[]),
    ("clock", &[]),
    ("random", &[]),
    ("schema", &[]),
    ("sentences", &[]),
    ("config", &[]),
    ("passwords", &["random", "web"]),
    ("secret", &["random", "web"]),
    ("portal", &["clock", "config", "passwords"]),
    ("kept_files", &["portal"]),
    ("mail", &["clock", "config", "portal", "random", "web"]),
    ("mailed_links", &["portal", "random", "sessions", "web"]),
    ("web", &["portal", "random"]),
    ("sessions", &["portal", "random", "web"]),
    ("audit", &["sessions", "web"]),
];

/// The floors above, lowest first. A slice uses those below its own floor, not those beside it.
const FLOORS: &[&[&str]] = &[
    &["schools"],
    &["staff", "guardians"],
    &["students", "options"],
    &["long_work", "student_filters"],
    &["concerns", "credentials"],
    &["guardianships"],
    &["selections"],
    &["codes"],
    &["invitations", "email_proofs", "restrictions", "code_batches"],
    &["sign_in", "sign_up", "password_reset", "accounts", "rosters", "student_search"],
    &["homes", "help", "access_data", "audit_log", "demo"],
    &["app", "workshop"],
    &["cli"],
];

/// What one slice uses of a higher one all the same, and why.
const EXCEPTIONS: &[(&str, &str, &str)] =
    &[("config", "staff::RoleKind", "the settings say which roster roles become which of ours")];

pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    files.iter().filter(|file| file.is("rs")).flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Finding> {
    let Some(slice) = file.below(PRODUCT).and_then(slice_of) else {
        return Vec::new();
    };
    if !is_known(slice) {
        return vec![Finding::of(
            file,
            format!("the slice {slice} has no floor; give it one in crates/xtask/src/tidy/slices.rs"),
        )];
    }
    paths(&file.text)
        .into_iter()
        .filter_map(|(line, path)| refused(slice, &path).map(|text| Finding::at(file, line, text)))
        .collect()
}

/// The folder below `src`, or the file where the slice is one; the crate's roots are in no slice.
fn slice_of(below: &str) -> Option<&str> {
    let slice = below.split('/').next()?.trim_end_matches(".rs");
    (slice != "lib" && slice != "main").then_some(slice)
}

fn is_known(slice: &str) -> bool {
    GROUND.iter().any(|(name, _)| *name == slice) || FLOORS.iter().any(|floor| floor.contains(&slice))
}

/// Why this slice may not use this path, if it may not.
fn refused(slice: &str, path: &str) -> Option<String> {
    let mut parts = path.split("::");
    let (other, inner) = (parts.next()?, parts.next());
    if other == slice || EXCEPTIONS.iter().any(|(from, to, _)| *from == slice && path == *to) {
        return None;
    }
    if !is_known(other) {
        return Some(format!("crate::{other} has no floor; give it one in crates/xtask/src/tidy/slices.rs"));
    }
    if inner == Some("pages") {
        return Some(format!("{slice} uses the pages of {other}; call an act of {other} through its mod.rs"));
    }
    let allowed = match (floor_of(slice), floor_of(other)) {
        (None, None) => GROUND.iter().any(|(name, beside)| *name == slice && beside.contains(&other)),
        (mine, theirs) => theirs < mine,
    };
    let up = || {
        format!(
            "{slice} uses {other}, which isn't below it; move what both need down, or let a higher slice call both"
        )
    };
    (!allowed).then(up)
}

/// The floor, from the lowest; none for the ground, which compares as lower than all.
fn floor_of(slice: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&slice))
}

/// Every path that stands behind `crate::`, with its line; groups are spread out, so that
/// `crate::{a, b::{c, d}}` gives `a`, `b::c` and `b::d`. Comments don't count.
fn paths(rust: &str) -> Vec<(usize, String)> {
    let code: String = rust
        .lines()
        .map(|line| if line.trim_start().starts_with("//") { "\n".to_owned() } else { format!("{line}\n") })
        .collect();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let mut paths = Vec::new();
        spread(&code[at + "crate::".len()..], "", &mut paths);
        found.extend(paths.into_iter().map(|path| (line, path)));
    }
    found
}

/// Reads a path or a group of paths below `prefix`, and gives the text behind it.
fn spread<'t>(text: &'t str, prefix: &str, found: &mut Vec<String>) -> &'t str {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        let mut rest = group.trim_start();
        while !rest.is_empty() && !rest.starts_with('}') {
            rest = spread(rest, prefix, found);
            // A renaming, a comma, and whatever else is no path.
            rest = rest.find([',', '}']).map_or("", |end| &rest[end..]);
            rest = rest.trim_start_matches(',').trim_start();
        }
        return rest.strip_prefix('}').unwrap_or(rest);
    }
    let end = text
        .find(|symbol: char| !symbol.is_alphanumeric() && symbol != '_' && symbol != '*')
        .unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(deeper) if !deeper.starts_with('<') => spread(deeper, &path, found),
        _ => {
            found.push(path);
            rest
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{file, texts};
    use super::*;

    #[test]
    fn groups_are_spread_and_comments_pass() {
        let rust = "use crate::{\n    act::Stop, web::{self as kit, Problem}, portal,\n};\n// crate::cli\n    crate::codes::any(db);\n$crate::x";
        let found: Vec<String> =
            paths(rust).into_iter().map(|(line, path)| format!("{line} {path}")).collect();
        assert_eq!(found, ["1 act::Stop", "1 web::self", "1 web::Problem", "1 portal", "5 codes::any"]);
    }

    #[test]
    fn slices_reach_downwards_only() {
        for (slice, path) in [
            ("codes", "students::store::find"),
            ("codes", "act::Stop"),
            ("audit", "sessions::Kind"),
            ("config", "staff::RoleKind"),
            ("homes", "sign_in::door"),
            ("codes", "codes::pages::x"),
            ("cli", "app::router"),
        ] {
            assert_eq!(refused(slice, path), None, "{slice} → {path}");
        }
        for (slice, path) in [
            ("students", "codes::redeem"),
            ("guardians", "staff::StaffId"),
            ("clock", "portal::Portal"),
            ("config", "staff::SignedInStaff"),
            ("cli", "codes::pages::x"),
            ("app", "cli::run"),
            ("codes", "nowhere::x"),
        ] {
            assert!(refused(slice, path).is_some(), "{slice} → {path}");
        }
    }

    #[test]
    fn a_finding_names_the_line_and_what_to_do() {
        let files = [
            file("crates/passerelle/src/students/mod.rs", "\nuse crate::codes::Found;\n"),
            file("crates/passerelle/src/lib.rs", "crate::x"),
        ];
        let expected = "crates/passerelle/src/students/mod.rs:2: students uses codes, which isn't below it; move what both need down, or let a higher slice call both";
        assert_eq!(texts(&check(&files)), [expected]);
        let unknown = [file("crates/passerelle/src/letters/mod.rs", "")];
        assert!(texts(&check(&unknown))[0].contains("has no floor"));
    }
}
