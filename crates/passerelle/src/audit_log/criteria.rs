use database::Millis;
use jiff::{ToSpan as _, civil::Date, tz::TimeZone};
use serde::Deserialize;
use wording::names;

use super::shown::told;
use crate::student_search::containing;

/// What the address asks for.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub q: String,
    pub event: String,
    pub from: String,
    pub to: String,
    pub page: String,
}

impl Asked {
    /// The parts of an address, in order.
    pub fn pairs(&self) -> [(&'static str, &str); 5] {
        [("q", &self.q), ("event", &self.event), ("from", &self.from), ("to", &self.to), ("page", &self.page)]
    }

    /// An address that asks for this, without its empty parts.
    pub fn address(&self, here: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.pairs().into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        let query = query.finish();
        if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
    }
}

/// What narrows the list; what isn't understood doesn't.
pub struct Criteria {
    /// An event's name; empty: any.
    pub event: String,
    /// A pattern for students' folded names; `%` for any.
    pub student: String,
    /// A pattern for other people's names in lower case.
    pub person: String,
    /// From this instant on.
    pub from_at: Millis,
    /// Before this one.
    pub before_at: Millis,
}

impl Criteria {
    /// Days are meant in the school's zone, and the last one is included.
    pub fn of(asked: &Asked, zone: &TimeZone) -> Self {
        let q: String = asked.q.trim().chars().take(200).collect();
        let start_of = |day: Date| day.to_zoned_datetime(zone.clone()).ok();
        let day = |text: &str| text.trim().parse::<Date>().ok();
        let from = day(&asked.from).and_then(start_of);
        let before = day(&asked.to).and_then(|day| day.checked_add(1.day()).ok()).and_then(start_of);
        Self {
            event: told().find(|known| *known == asked.event).unwrap_or_default().to_owned(),
            student: containing(&names::fold(&q)),
            person: containing(&q.to_lowercase()),
            from_at: from.map_or(0, |at| at.timestamp().as_millisecond()),
            before_at: before.map_or(Millis::MAX, |at| at.timestamp().as_millisecond()),
        }
    }

    /// Whether anything narrows the list.
    pub fn narrows(&self) -> bool {
        !self.event.is_empty() || self.person != "%%" || self.from_at > 0 || self.before_at < Millis::MAX
    }
}
