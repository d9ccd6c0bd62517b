//! Sizes and names of files.

use super::Finding;
use crate::files::SourceFile;

/// The longest a source file may be, in lines.
const LONGEST: usize = 350;
/// Names that say nothing of what is within.
const EMPTY: [&str; 6] = ["util", "utils", "common", "helper", "helpers", "misc"];

pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    files.iter().flat_map(|file| [long(file), empty(file)].into_iter().flatten()).collect()
}

fn long(file: &SourceFile) -> Option<Finding> {
    let below = file.below("crates")?;
    let is_source = file.is("rs") && below.split('/').nth(1) == Some("src");
    let lines = file.text.lines().count();
    (is_source && lines > LONGEST)
        .then(|| Finding::of(file, format!("{lines} lines, more than {LONGEST}; split it by noun or by act")))
}

fn empty(file: &SourceFile) -> Option<Finding> {
    let part =
        file.path.split('/').find(|part| EMPTY.contains(&part.split('.').next().unwrap_or_default()))?;
    Some(Finding::of(file, format!("« {part} » says nothing; name it after what it holds")))
}

#[cfg(test)]
mod tests {
    use super::super::{file, texts};
    use super::*;

    #[test]
    fn long_files_and_empty_names_are_found() {
        let long = "\n".repeat(351);
        let files = [
            file("crates/oneroster/src/rows.rs", &long),
            file("crates/oneroster/tests/rows.rs", &long),
            file("crates/xtask/src/short.rs", "\n"),
            file("crates/wording/src/utils.rs", ""),
            file("e2e/helpers/labels.ts", ""),
            file("crates/wording/src/commons.rs", ""),
        ];
        assert_eq!(
            texts(&check(&files)),
            [
                "crates/oneroster/src/rows.rs: 351 lines, more than 350; split it by noun or by act",
                "crates/wording/src/utils.rs: « utils.rs » says nothing; name it after what it holds",
                "e2e/helpers/labels.ts: « helpers » says nothing; name it after what it holds",
            ]
        );
    }
}
