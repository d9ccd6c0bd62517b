use std::{collections::BTreeSet, fs, path::Path};

use passerelle::{audit_log, sentences};
use wording::Language;

/// Every name of an event that the sources record: after `const NAME`, or in the call of a macro that
/// makes events.
fn names(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let text = code.join("\n");
            for mark in ["const NAME: &'static str = ", "_event!("] {
                for (at, _) in text.match_indices(mark) {
                    let rest = &text[at + mark.len()..];
                    let whole = &rest[..rest.find(';').unwrap_or(rest.len())];
                    found.extend(whole.split('"').nth(1).map(str::to_owned));
                }
            }
        }
    }
}

#[test]
fn every_event_has_its_sentence_in_both_languages() {
    let mut found = BTreeSet::new();
    names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 10 && found.contains("code-used"), "{found:?}");
    let catalogue = sentences::catalogue().unwrap();
    for name in found {
        let known = audit_log::find(&name);
        assert!(known.is_some(), "{name} stands in no line of audit_log/known.rs");
    }
    for known in audit_log::KNOWN {
        let key = format!("audit-log-event-{}", known.name);
        let said = [Language::French, Language::English].map(|language| {
            catalogue.say(language, &key, &[("count", 1_i64.into()), ("option", "none".into())])
        });
        assert!(said.iter().all(|text| !text.contains("audit-log-")), "{key}: {said:?}");
        assert_ne!(said[0], said[1], "{key}");
    }
}
