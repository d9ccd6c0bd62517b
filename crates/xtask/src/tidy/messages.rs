//! The message files: the same keys in both languages, each used, and none used that isn't there.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, PRODUCT, templates, without_tests};
use crate::files::SourceFile;

/// Keys that are put together in Rust: beginning, end, and who does it.
const BUILT: &[(&str, &str, &str)] = &[
    ("accounts-event-", "", "accounts/pages/export.rs: what a guardian did, by the event's name"),
    ("audit-log-event-", "", "audit_log/pages/told.rs: an event's sentence, by its name"),
    ("audit-log-kind-", "", "audit_log/pages/school.rs: what the filter offers"),
    ("audit-log-told-", "", "audit_log/pages/family.rs: what families read of an event"),
    ("code-batches-make-", "", "long_work/told.rs: a job in words, by its kind"),
    ("code-batches-renew-", "", "long_work/told.rs: a job in words, by its kind"),
    ("code-batches-void-", "", "long_work/told.rs: a job in words, by its kind"),
    ("help-", "", "help/mod.rs: a topic, its sections, their texts"),
    ("options-", "", "options/list.rs: an option's name, and with -hint behind, what it does"),
    ("student-search-accounts-", "", "student_filters/fields.rs: a chip says the chosen option"),
    ("student-search-codes-", "", "student_filters/fields.rs: a chip says the chosen option"),
    ("web-language-", "", "web/frame.rs: what a language is called, by its tag"),
    ("web-problem-", "-text", "web/problem.rs: what to do, below the title"),
    ("wording-month-", "", "wording/src/dates.rs: by the month's number"),
    ("wording-short-month-", "", "wording/src/dates.rs: by the month's number"),
];

/// Lines whose texts look like keys and are none: an event's name in the audit, a throttle's bucket.
const NO_KEYS: &[&str] = &["const NAME:", "kind: \"", "    event(\""];

/// One message file.
struct Messages<'f> {
    file: &'f SourceFile,
    keys: Vec<(usize, &'f str)>,
}

pub fn check(files: &[SourceFile]) -> Vec<Finding> {
    let (mut french, mut english) = (BTreeMap::new(), BTreeMap::new());
    for file in files {
        match place(&file.path) {
            Some(("fr", name)) => french.insert(name, Messages::of(file)),
            Some((_, name)) => english.insert(name, Messages::of(file)),
            None => None,
        };
    }
    let mut findings = Vec::new();
    for (name, messages) in french.iter().chain(&english) {
        findings.extend(misnamed(name, messages));
    }
    findings.extend(unmirrored(&french, &english));
    findings.extend(without_use_or_message(files, &french));
    findings
}

/// The language and the name of a message file; a crate's own file has the crate's name.
fn place(path: &str) -> Option<(&str, &str)> {
    let (before, inner) = path.strip_suffix(".ftl")?.split_once("/locales/")?;
    Some(inner.split_once('/').unwrap_or_else(|| (inner, before.rsplit('/').next().unwrap_or_default())))
}

impl<'f> Messages<'f> {
    fn of(file: &'f SourceFile) -> Self {
        let key = |(line, text): (usize, &'f str)| {
            let (key, _) = text.split_once('=')?;
            text.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| (line, key.trim_end()))
        };
        Self { file, keys: file.lines().filter_map(key).collect() }
    }

    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(_, own)| *own == key)
    }
}

fn misnamed(name: &str, messages: &Messages<'_>) -> Vec<Finding> {
    let begins = |key: &str| key.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
    let wrong = messages.keys.iter().filter(|(_, key)| !begins(key));
    wrong
        .map(|(line, key)| {
            Finding::at(
                messages.file,
                *line,
                format!("{key} doesn't begin with the file's name; call it {name}-…"),
            )
        })
        .collect()
}

fn unmirrored(french: &BTreeMap<&str, Messages<'_>>, english: &BTreeMap<&str, Messages<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (one, other) in [(french, english), (english, french)] {
        for (name, messages) in one {
            match other.get(name) {
                None => findings.push(Finding::of(
                    messages.file,
                    "the other language has no such file; add it with the same keys",
                )),
                Some(mirror) => {
                    let absent = messages.keys.iter().filter(|(_, key)| !mirror.has(key));
                    findings.extend(absent.map(|(line, key)| {
                        Finding::at(
                            messages.file,
                            *line,
                            format!("{key} isn't in {}; say it there too", mirror.file.path),
                        )
                    }));
                }
            }
        }
    }
    for (name, messages) in french {
        let Some(mirror) = english.get(name) else { continue };
        let (ours, theirs) = (
            messages.keys.iter().filter(|(_, key)| mirror.has(key)),
            mirror.keys.iter().filter(|(_, key)| messages.has(key)),
        );
        if let Some(((_, french), (line, english))) =
            ours.zip(theirs).find(|(ours, theirs)| ours.1 != theirs.1)
        {
            findings.push(Finding::at(
                mirror.file,
                *line,
                format!("{english} stands where French has {french}; keep one order in both"),
            ));
        }
    }
    findings
}

/// Compares the keys there are with the texts that stand in Rust and in templates' code.
fn without_use_or_message(files: &[SourceFile], french: &BTreeMap<&str, Messages<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let all: BTreeSet<&str> =
        french.values().flat_map(|messages| &messages.keys).map(|(_, key)| *key).collect();
    let mut used = BTreeSet::new();
    for file in files
        .iter()
        .filter(|file| file.below(PRODUCT).is_some() || file.below("crates/wording/src").is_some())
    {
        for (line, literal) in literals(file) {
            if all.contains(literal.as_str()) {
                used.insert(literal);
            } else if looks_like_a_key(&literal, french) && !begins_a_built_one(&literal) {
                findings.push(Finding::at(
                    file,
                    line,
                    format!("{literal} is in no message file; add it to both languages"),
                ));
            }
        }
    }
    for messages in french.values() {
        let unused = messages.keys.iter().filter(|(_, key)| !used.contains(*key) && !is_built(key));
        findings.extend(unused.map(|(line, key)| {
            Finding::at(messages.file, *line, format!("{key} is used nowhere; remove it from both languages"))
        }));
    }
    let stale = BUILT.iter().filter(|(begin, _, _)| {
        french.keys().any(|name| begin.starts_with(name)) && !all.iter().any(|key| key.starts_with(begin))
    });
    findings.extend(stale.map(|(begin, _, who)| Finding {
        path: "crates/xtask/src/tidy/messages.rs".to_owned(),
        line: 0,
        text: format!("no key begins with {begin} any more ({who}); remove it from BUILT"),
    }));
    findings
}

fn is_built(key: &str) -> bool {
    BUILT.iter().any(|(begin, end, _)| key.starts_with(begin) && key.ends_with(end))
}

/// Whether Rust puts keys together that begin with this text.
fn begins_a_built_one(text: &str) -> bool {
    BUILT.iter().any(|(begin, _, _)| format!("{text}-").starts_with(begin))
}

fn looks_like_a_key(text: &str, files: &BTreeMap<&str, Messages<'_>>) -> bool {
    let spelt = text.split('-').all(|part| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    });
    spelt && files.keys().any(|name| text.strip_prefix(name).is_some_and(|rest| rest.starts_with('-')))
}

/// The texts in quotation marks of a Rust file, without comments and tests, or of a template's code.
fn literals(file: &SourceFile) -> Vec<(usize, String)> {
    let code = match () {
        () if file.is("rs") => without_tests(&file.text).to_owned(),
        () if file.is("html") => templates::split(&file.text).code,
        () => String::new(),
    };
    let mut literals = Vec::new();
    for (index, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") || NO_KEYS.iter().any(|mark| line.contains(mark)) {
            continue;
        }
        literals.extend(line.split('"').skip(1).step_by(2).map(|text| (index + 1, text.to_owned())));
    }
    literals
}

#[cfg(test)]
mod tests {
    use super::super::{file, texts};
    use super::*;

    const FR: &str = "crates/passerelle/locales/fr/codes.ftl";
    const EN: &str = "crates/passerelle/locales/en/codes.ftl";
    const PAGE: &str = "crates/passerelle/src/codes/pages/x.html";

    fn findings(french: &str, english: &str, page: &str) -> Vec<String> {
        texts(&check(&[file(FR, french), file(EN, english), file(PAGE, page)]))
    }

    #[test]
    fn mirrored_and_used_messages_pass() {
        let keys = "codes-title = Code\ncodes-count = { $n ->\n    [one] Un\n   *[other] Des\n}\n";
        assert_eq!(
            findings(
                keys,
                keys,
                r#"<h1 id="codes-no-key">{{ f.say("codes-title") }}</h1>{% call x("codes-count") %}"#
            ),
            [""; 0]
        );
    }

    #[test]
    fn what_differs_between_languages_is_found() {
        let used = r#"{{ f.say("codes-a") }}{{ f.say("codes-b") }}"#;
        assert_eq!(
            findings("codes-a = A\ncodes-b = B\n", "codes-a = A\n", used),
            [format!("{FR}:2: codes-b isn't in {EN}; say it there too")]
        );
        assert_eq!(
            findings("codes-a = A\ncodes-b = B\n", "codes-b = B\ncodes-a = A\n", used),
            [format!("{EN}:1: codes-b stands where French has codes-a; keep one order in both")]
        );
        let alone = texts(&check(&[file(FR, "codes-a = A\n"), file(PAGE, used)]));
        assert!(alone[0].contains("no such file"), "{alone:?}");
    }

    #[test]
    fn unused_absent_and_misnamed_keys_are_found() {
        assert!(findings("codes-a = A\n", "codes-a = A\n", "")[0].contains("codes-a is used nowhere"));
        assert_eq!(
            findings("", "", r#"{{ f.say("codes-b") }}"#),
            [format!("{PAGE}:1: codes-b is in no message file; add it to both languages")]
        );
        assert!(
            findings("staff-a = A\n", "staff-a = A\n", r#"{{ f.say("staff-a") }}"#)[0]
                .contains("call it codes-…")
        );
    }

    #[test]
    fn names_of_events_and_tests_are_no_uses() {
        let event = file(
            "crates/passerelle/src/codes/events.rs",
            "    const NAME: &'static str = \"codes-created\";\n// \"codes-x\"\n#[cfg(test)]\nmod tests { \"codes-y\" }",
        );
        assert_eq!(texts(&check(&[file(FR, ""), file(EN, ""), event])), [""; 0]);
    }

    #[test]
    fn a_crates_own_messages_have_its_name() {
        assert_eq!(place("crates/wording/locales/fr.ftl"), Some(("fr", "wording")));
        assert_eq!(place(EN), Some(("en", "codes")));
    }
}
