//! Which events there are, in words, and which of them a family may see.

/// Every event that has a sentence: `audit-log-event-` and its name. One that isn't here is told
/// neutrally; a test finds it.
const TOLD: &str = "
    access-data-exported account-closed account-opened audit-exported code-deleted code-disowned
    code-used codes-created concern-settled data-exported email-changed email-confirmed
    email-corrected email-refused guardian-left invitation-held invitation-refused invitation-sent
    invitation-withdrawn language-changed link-accepted link-declined link-objected link-removed
    link-requested logo-changed name-changed option-changed password-changed password-reset
    restricted-tried restriction-lifted restriction-made roster-imported sessions-ended staff-added
    staff-password-set student-looked student-password-set temporary-password-set
    verification-switched
";

/// What a guardian and the student see of a student's story: looks, codes, links, invitations. Never
/// restrictions, verification, objections or what the school decided about them.
const FAMILY_SEES: &str = "
    student-looked codes-created code-deleted code-used invitation-sent invitation-withdrawn
    link-accepted link-removed guardian-left temporary-password-set
";

/// The names of all events that have a sentence.
pub fn told() -> impl Iterator<Item = &'static str> {
    TOLD.split_whitespace()
}

/// The names of the events that a family sees.
pub fn family_sees() -> Vec<String> {
    FAMILY_SEES.split_whitespace().map(str::to_owned).collect()
}

/// The key of an event's sentence.
pub fn key(event: &str) -> String {
    if told().any(|told| told == event) {
        format!("audit-log-event-{event}")
    } else {
        "audit-log-event-other".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{family_sees, told};

    /// Every event's name in the sources: `const NAME` of an `Event`, or a line of its own in a macro.
    fn names(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                names(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("a file");
                let is_events = path.ends_with("events.rs");
                for line in text.lines().map(str::trim) {
                    let named = line.strip_prefix("const NAME: &'static str = \"");
                    let alone = line.strip_prefix('"').filter(|_| is_events);
                    let name = named.or(alone).and_then(|rest| rest.split('"').next());
                    found.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
                }
            }
        }
    }

    #[test]
    fn every_event_has_its_sentence() {
        let mut found = Vec::new();
        names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.len() > 20, "{found:?}");
        let untold: Vec<_> = found.iter().filter(|name| !told().any(|told| told == **name)).collect();
        assert!(untold.is_empty(), "these events have no sentence: {untold:?}");
        let idle: Vec<_> = told().filter(|told| !found.iter().any(|name| name == told)).collect();
        assert!(idle.is_empty(), "these sentences have no event: {idle:?}");
        assert!(family_sees().iter().all(|seen| told().any(|told| told == seen)));
    }
}
