//! Events in words.

use crate::{audit::store::SchoolEvent, audit_log::known, options::list, web::Frame};

/// What a school's event says: one sentence a name; a neutral one for names that this release doesn't
/// know (a newer one wrote them).
pub fn event(f: &Frame, name: &str, details: &str) -> String {
    if known::find(name).is_none() {
        return f.say("audit-log-other");
    }
    let option = detail(details, "option").and_then(list::find).map(|option| f.say(option.key()));
    f.say2(
        &format!("audit-log-event-{name}"),
        "count",
        number(details, "count"),
        "option",
        option.unwrap_or_else(|| "none".to_owned()),
    )
}

/// Who did what a school's event tells, as far as the school may read it.
pub fn actor(f: &Frame, event: &SchoolEvent) -> String {
    // A closed account has no name any more.
    match event.actor.as_deref().filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => f.say(nobody(&event.actor_kind)),
    }
}

/// The key of whoever has no name to be told.
pub fn nobody(kind: &str) -> &'static str {
    match kind {
        "guardian" => "audit-log-a-guardian",
        "student" => "audit-log-a-student",
        "staff" => "audit-log-a-member",
        "operator" => "audit-log-operator",
        _ => "audit-log-stranger",
    }
}

/// A figure of an event's details.
pub fn number(details: &str, name: &str) -> i64 {
    detail(details, name).and_then(|value| value.parse().ok()).unwrap_or(1)
}

fn detail<'d>(details: &'d str, name: &str) -> Option<&'d str> {
    let mut pairs = details.split(' ').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}
